"""What the person does in Theo dõi nhiệm vụ: each function that changes something is one change and one undo step.

Tasks and marks are named by the ids of their annotations. `year` is the one the task is followed in: the year it was
given, or a later one it was carried over to. A task carried over keeps its annotation: what is noted for the later year
says that it is followed there. Where an article of that year sets the task again, and the person has accepted that mark
as evidence, the later task continues the earlier one instead, and stands in the list of its year once.
"""

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from datetime import date

from tttt_desktop.domain import matching
from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.following import Evidence, FollowedTask, Match
from tttt_desktop.domain.records import Status
from tttt_desktop.domain.text import normalise
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import annotations, carrying, evidence, followed
from tttt_desktop.storage import following as storage
from tttt_desktop.storage import tasks as tasks_of

_STEP = 1000  # tasks that are read in one go


def years(d: Dossier) -> list[tuple[int, int]]:
    """The years in which tasks are followed, the newest first, with how many."""
    return storage.years(d.store.conn, d.store.clock().year)


def rows(d: Dossier, year: int, articles: Collection[int] | None = None) -> list[FollowedTask]:
    """The tasks followed in a year: those given in it and those carried over to it, own plans too (see `basis`).

    With `articles` only those of these articles. By the day of their articles and their place in the text. Read with one
    query, without the texts of the articles.
    """
    return followed.rows(d.store.conn, year, d.store.clock().year, articles)


def in_steps(d: Dossier, year: int) -> Generator[int, None, list[FollowedTask]]:
    """The same in steps, each of which tells how many tasks it handled; the tasks are returned.

    What is changed meanwhile may be missing: then begin again.
    """
    found: list[FollowedTask] = []
    waiting: list[int] = []
    count = 0
    held = followed.articles(d.store.conn, year, d.store.clock().year)
    for article_id, tasks in held:
        waiting.append(article_id)
        count += tasks
        if count >= _STEP:
            found += rows(d, year, waiting)
            yield count
            waiting, count = [], 0
    if waiting:
        found += rows(d, year, waiting)
        yield count
    return found


def comparison(
    d: Dossier, found: Sequence[FollowedTask], results_year: int
) -> Callable[[], dict[int, tuple[Match, ...]]]:
    """The search for marks that tell what became of these rows, over what is in the dossier now.

    `results_year` is the year whose results are looked at, that of the tasks or the one after. What is given back may be
    called in any thread; it gives the open matches of each task that has any, the likeliest first.
    """
    conn = d.store.conn
    others = storage.told(conn, results_year, d.store.clock().year)
    decided = storage.decided(conn)
    figures = storage.task_figures(conn, [row.id for row in found])
    return lambda: matching.find(found, others(), decided, figures())


def marks(d: Dossier, results_year: int) -> list[Evidence]:
    """All marks of the articles that tell of a year, by their day: what the person may choose from by hand."""
    return storage.marks(d.store.conn, results_year, d.store.clock().year)


def is_told(d: Dossier, results_year: int) -> bool:
    """Whether any mark tells of a year."""
    return storage.is_told(d.store.conn, results_year, d.store.clock().year)


def decided(d: Dossier) -> frozenset[tuple[int, int]]:
    """The pairs (task, mark) that the person has accepted or declined."""
    return storage.decided(d.store.conn)


def accept(d: Dossier, task: int, mark: int, year: int) -> Changed:
    """Take a mark as telling what became of a task. Its status follows unless the person has set it herself.

    Raises UserError for a task as evidence of itself, NotFound.
    """
    return _decide(d, "Nhận đối chiếu", task, mark, year, evidence.ACCEPTED)


def link(d: Dossier, task: int, mark: int, year: int) -> Changed:
    """As `accept`, for a mark that the person has chosen herself."""
    return _decide(d, "Gắn đối chiếu", task, mark, year, evidence.ACCEPTED)


def decline(d: Dossier, task: int, mark: int, year: int) -> Changed:
    """Say that a mark does not tell of a task, so that it is not proposed again. Raises NotFound."""
    return _decide(d, "Bỏ đối chiếu", task, mark, year, evidence.DECLINED)


def unlink(d: Dossier, task: int, mark: int) -> Changed:
    """Take back that a mark was accepted or declined; it may be proposed again. Raises NotFound."""
    task_id = tasks_of.task_of(d.store.conn, task)
    article_id = d.article_of(task)
    if task_id is None:
        raise NotFound("Đánh dấu này không còn là nhiệm vụ.", "Hãy chọn một nhiệm vụ khác.")
    with d.store.change("Gỡ đối chiếu") as change:
        change.concerns(article_id)
        evidence.withdraw(d.store, task_id, mark)
    return change.changed


def set_status(d: Dossier, tasks: Sequence[int], status: Status, year: int) -> Changed:
    """Say how tasks stand in a year; what evidence says does not change it any more. Raises NotFound."""
    values: dict[str, object] = {"status": status.value}
    if status is not Status.COMPLETED:
        values["done_on"] = None
    return _note(d, "Đổi trạng thái nhiệm vụ", tasks, year, values)


def set_done_on(d: Dossier, tasks: Sequence[int], day: date | None, year: int) -> Changed:
    """Say on which day tasks were finished, None: not known. A day makes them finished. Raises NotFound."""
    values: dict[str, object] = {"done_on": day.isoformat() if day else None}
    if day is not None:
        values["status"] = Status.COMPLETED.value
    return _note(d, "Ghi ngày hoàn thành", tasks, year, values)


def set_note(d: Dossier, task: int, text: str, year: int) -> Changed:
    """Note the progress of a task in a year in words. Typing is one undo step. Raises NotFound."""
    key = f"follow-up {task} {year} note"
    return _note(d, "Sửa tiến độ nhiệm vụ", [task], year, {"note": normalise(text)}, key)


def carry_over(d: Dossier, tasks: Sequence[int], year: int) -> Changed:
    """Follow tasks that are not finished in the year after `year` too, with the status they have.

    Those followed there already stay as they are. Raises UserError when none is left to be carried over, NotFound.
    """
    ids = _followed(d, tasks, year)
    going = [
        row for row in rows(d, year) if row.id in ids and row.is_open and row.carried_to is None
    ]
    if not going:
        raise UserError(
            f"Không có nhiệm vụ nào cần chuyển sang năm {year + 1}.",
            "Chỉ chuyển nhiệm vụ chưa hoàn thành, còn phù hợp và chưa được chuyển.",
        )
    later = {row.id for row in rows(d, year + 1) if row.assigned == year + 1}
    with d.store.change(f"Chuyển {len(going)} nhiệm vụ sang năm {year + 1}") as change:
        for row in going:
            change.concerns(row.article_id)
        carrying.carry(d.store, {ids[row.id].task_id: row for row in going}, year, later)
    return change.changed


def carry_back(d: Dossier, tasks: Sequence[int], year: int) -> Changed:
    """Do not follow tasks in `year` any more that were carried over to it. Raises UserError when none was, NotFound."""
    ids = _followed(d, tasks, year)
    going = [row for row in rows(d, year) if row.id in ids and row.carried_from is not None]
    if not going:
        raise UserError(
            "Các nhiệm vụ này không phải chuyển từ năm trước.",
            "Hãy chọn nhiệm vụ có ghi “chuyển từ năm …”.",
        )
    with d.store.change(f"Thôi chuyển {len(going)} nhiệm vụ sang năm {year}") as change:
        for row in going:
            change.concerns(row.article_id)
            carrying.take_back(d.store, ids[row.id].task_id, row)
    return change.changed


def _decide(d: Dossier, label: str, task: int, mark: int, year: int, state: str) -> Changed:
    found = _followed(d, [task], year)
    annotations.get(d.store.conn, mark)
    if task == mark:
        raise UserError("Nhiệm vụ không tự đối chiếu với chính nó.", "Hãy chọn một đánh dấu khác.")
    with d.store.change(label) as change:
        change.concerns(found[task].article_id)
        evidence.decide(d.store, found[task].task_id, mark, year, state)
    return change.changed


def _note(
    d: Dossier,
    label: str,
    tasks: Sequence[int],
    year: int,
    values: Mapping[str, object],
    merge_key: str = "",
) -> Changed:
    found = _followed(d, tasks, year)
    with d.store.change(label, merge_key) as change:
        for place in found.values():
            change.concerns(place.article_id)
        evidence.note_all(d.store, {place.task_id: values for place in found.values()}, year)
    return change.changed


def _followed(d: Dossier, tasks: Sequence[int], year: int) -> dict[int, storage.Place]:
    """Where tasks are that are followed in a year, by annotation id; raises NotFound when one is not."""
    found = storage.places(d.store.conn, tasks, year, d.store.clock().year)
    if not tasks or not set(tasks) <= found.keys():
        raise NotFound("Nhiệm vụ này không còn trong năm đang xem.", "Hãy chọn một nhiệm vụ khác.")
    return found
