"""What the person does in Tổng hợp: each function is one change and one undo step. Quotations are never touched."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from datetime import date

from tttt_desktop.domain import consolidation as plan
from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.grouping import Alike, find
from tttt_desktop.domain.text import normalise
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import consolidation as storage
from tttt_desktop.storage import vocabulary

__all__ = [
    "Line",
    "all_lines",
    "decline",
    "leave_out",
    "merge",
    "move",
    "reset_order",
    "reword",
    "unmerge",
]

_STEP = 1000  # annotations that are read in one go


def all_lines(d: Dossier) -> list[Line]:
    """Every accepted annotation as a line, or part of a merged one, in the person's order."""
    return Overview(d).lines


def lines_with(d: Dossier, annotation_ids: Iterable[int]) -> list[Line]:
    """The lines that these annotations are in, those that are gone left out; in no order that matters."""
    conn, wanted = d.store.conn, set(annotation_ids)
    placed = storage.placed_with(conn, wanted)
    passages = storage.passages(conn, wanted | placed.keys())
    return [*plan.lines({p.id: p for p in passages}, placed, storage.statements(conn)).values()]


class Overview:
    """The lines of a dossier, kept in step with its changes by reading again only what they touched."""

    def __init__(self, d: Dossier, passages: Iterable[plan.Passage] | None = None) -> None:
        """`passages`: all of the dossier, in their order, where they have been read already (see `in_steps`)."""
        self._d = d
        self._lines: dict[int, Line] = {}
        self._read(passages)

    @property
    def lines(self) -> list[Line]:
        """Every line in the person's order."""
        return list(self._lines.values())

    def line_of(self, annotation_id: int) -> Line | None:
        """The line an annotation is in."""
        placed = self._placed.get(annotation_id)
        merged = placed.line_id if placed is not None else None
        return self._lines.get(annotation_id if merged is None else -merged)

    def _read(self, passages: Iterable[plan.Passage] | None = None) -> None:
        conn = self._d.store.conn
        found = storage.passages(conn) if passages is None else passages
        self._passages = {passage.id: passage for passage in found}
        self._placed = storage.placed(conn)
        self._arrange()

    def _arrange(self) -> None:
        statements = storage.statements(self._d.store.conn)
        self._lines = plan.lines(self._passages, self._placed, statements, self._lines)

    def follow(self, changed: Changed) -> bool:
        """Take over what a change touched; False when it touched nothing that is shown."""
        if changed.touches("article", "field"):
            self._read()
            return True
        tables = changed.tables
        touched = {*tables.get("annotation", ())}
        touched |= storage.of_tasks(self._d.store.conn, tables.get("task", ()))
        if not touched and not changed.touches("placement", "line"):
            return False
        if touched:
            self._take(touched)
        self._take_places(tables.get("placement", frozenset()))
        self._arrange()
        return True

    def _take(self, annotation_ids: set[int]) -> None:
        """Read some annotations again, which may have come or gone."""
        again = {p.id: p for p in storage.passages(self._d.store.conn, annotation_ids)}
        if again.keys() != annotation_ids or not again.keys() <= self._passages.keys():
            kept = [p for one, p in self._passages.items() if one not in annotation_ids]
            found = sorted([*kept, *again.values()], key=_place)
            self._passages = {passage.id: passage for passage in found}
        else:
            self._passages |= again

    def _take_places(self, rows: frozenset[int]) -> None:
        if rows:
            self._placed = {one: at for one, at in self._placed.items() if at.row not in rows}
            self._placed |= storage.placed(self._d.store.conn, rows)

    def comparison(self) -> Callable[[], list[Alike]]:
        """The search for groups that may say the same, over what is in the dossier now; any thread may do it."""
        conn = self._d.store.conn
        told = (list(self._passages.values()), storage.figures(conn), storage.apart(conn))
        return lambda: find(*told)


def in_steps(d: Dossier) -> Generator[int, None, Overview]:
    """Read the lines of a dossier in steps, each of which tells how many annotations it handled; the overview is returned.

    What is changed meanwhile may be missing: then begin again.
    """
    ids = [annotation_id for annotation_id, _ in storage.order(d.store.conn)]
    yield len(ids)
    passages: list[plan.Passage] = []
    for at in range(0, len(ids), _STEP):
        some = ids[at : at + _STEP]
        passages += storage.passages(d.store.conn, some)
        yield len(some)
    return Overview(d, passages)


def _place(passage: plan.Passage) -> tuple[date, int, int, int]:
    """As `storage.passages` orders them."""
    return (passage.published_on or date.max, passage.article_id, passage.start, passage.id)


def move(
    d: Dossier, annotation_ids: Sequence[int], *, before: int | None, field: str | None = None
) -> Changed:
    """Put lines (all their annotations, in order) in front of the annotation `before`, None: behind all.

    With `field` they go to that field ("" for none) as well. Raises NotFound.
    """
    _must_exist(d, annotation_ids)
    places = storage.order(d.store.conn)
    if before is not None and (before not in dict(places) or before in annotation_ids):
        raise NotFound("Chỗ cần chuyển tới không còn nữa.", "Hãy chọn chỗ khác.")
    label = "Đổi thứ tự" if field is None else f"Chuyển sang lĩnh vực “{field or 'chưa xếp'}”"
    with d.store.change(label) as change:
        positions = plan.positions(places, annotation_ids, before)
        storage.place(d.store, {one: {"position": at} for one, at in positions.items()})
        if field is not None:
            _put_under(d, annotation_ids, field)
    return change.changed


def set_field(d: Dossier, annotation_ids: Sequence[int], field: str) -> Changed:
    """Put lines under another field ("" for none); their order stays. Raises NotFound."""
    _must_exist(d, annotation_ids)
    with d.store.change(f"Chuyển sang lĩnh vực “{field or 'chưa xếp'}”") as change:
        _put_under(d, annotation_ids, field)
    return change.changed


def _put_under(d: Dossier, annotation_ids: Sequence[int], field: str) -> None:
    field_id = vocabulary.field_id(d.store, normalise(field))
    d.store.update_all("annotation", annotation_ids, {"field_id": field_id})


def reset_order(d: Dossier) -> Changed:
    """Forget the order made by hand: by the day of the articles again, and by place in the text."""
    rows = storage.placed(d.store.conn)
    with d.store.change("Xếp lại theo ngày đăng") as change:
        moved = {one: {"position": None} for one, at in rows.items() if at.position is not None}
        storage.place(d.store, moved)
    return change.changed


def merge(d: Dossier, annotation_ids: Sequence[int]) -> int:
    """Make one line of several, with all that are merged with them already; gives its id.

    The wording is that of the first merged line among them, else begins with what was written or quoted. Raises
    UserError when there is less than two lines or when they are not of one part of the report, NotFound.
    """
    passages = _existing(d, annotation_ids)
    if len({passage.section for passage in passages}) > 1:
        raise UserError(
            "Chỉ gộp được các ý cùng loại.",
            "Hãy chọn các dòng cùng là kết quả, tồn tại hoặc nhiệm vụ.",
        )
    placed = storage.placed(d.store.conn)
    chosen = [placed.get(one, plan.Placed()) for one in annotation_ids]
    old = list(dict.fromkeys(one.line_id for one in chosen if one.line_id is not None))
    if len(old) + sum(one.line_id is None for one in chosen) < 2:
        raise UserError("Cần ít nhất hai dòng để gộp.", "Hãy chọn thêm một dòng nữa.")
    ids = dict.fromkeys(
        [*annotation_ids, *(m for one in old for m in storage.members(d.store.conn, one))]
    )
    known = storage.statements(d.store.conn)
    left_out = all(placed.get(one, plan.Placed()).left_out for one in ids)
    with d.store.change(f"Gộp {len(ids)} ý thành một dòng") as change:
        line_id = old[0] if old else d.store.insert("line", {"statement": plan.sentence(passages)})
        values = {"line_id": line_id, "left_out": int(left_out)}
        storage.place(d.store, dict.fromkeys(ids, values))
        for other in old[1:]:
            d.store.remove("line", other)
        if old and not known[line_id].strip():
            d.store.update("line", line_id, {"statement": plan.sentence(passages)})
        for passage in passages:
            change.concerns(passage.article_id)
    return line_id


def unmerge(d: Dossier, line_ids: Iterable[int]) -> Changed:
    """Take merged lines apart again; each annotation stands where it stood. Raises NotFound."""
    known = storage.statements(d.store.conn)
    wanted = list(line_ids)
    if not wanted or not set(wanted) <= known.keys():
        raise NotFound("Dòng gộp này không còn nữa.", "Hãy chọn một dòng khác.")
    with d.store.change("Tách lại") as change:
        for line_id in wanted:
            storage.dissolve(d.store, line_id)
    return change.changed


def leave_out(d: Dossier, annotation_ids: Sequence[int], left_out: bool = True) -> Changed:
    """Keep lines out of the report, or take them in again. Raises NotFound."""
    _must_exist(d, annotation_ids)
    placed = storage.placed(d.store.conn)
    changing = [
        one for one in annotation_ids if placed.get(one, plan.Placed()).left_out is not left_out
    ]
    with d.store.change("Không đưa vào báo cáo" if left_out else "Đưa vào báo cáo") as change:
        storage.place(d.store, {one: {"left_out": int(left_out)} for one in changing})
    return change.changed


def reword(d: Dossier, line: Line, text: str) -> Changed:
    """Set the wording of a line; "" lets it quote again. Typing is one undo step. Raises NotFound."""
    if not line.id:
        return review.edit_annotation(d, line.lead.id, statement=text)
    if line.id not in storage.statements(d.store.conn):
        raise NotFound("Dòng gộp này không còn nữa.", "Hãy chọn một dòng khác.")
    with d.store.change("Sửa câu viết trong báo cáo", f"line {line.id} statement") as change:
        d.store.update("line", line.id, {"statement": normalise(text)})
    return change.changed


def decline(d: Dossier, annotation_ids: Sequence[int]) -> Changed:
    """Say that these are not the same, so that they are not proposed again. Raises NotFound."""
    _must_exist(d, annotation_ids)
    with d.store.change("Không trùng nhau") as change:
        storage.set_apart(d.store, list(dict.fromkeys(annotation_ids)))
    return change.changed


def exported(d: Dossier) -> Mapping[str, object]:
    """Order, merged lines, left out and declined groups as plain values, by annotation ids."""
    found = all_lines(d)
    return {
        "order": [one for line in found for one in line.ids],
        "lines": [
            {"id": line.id, "statement": line.statement, "annotations": list(line.ids)}
            for line in found
            if line.id
        ],
        "left_out": [one for line in found if line.left_out for one in line.ids],
        "not_the_same": sorted(sorted(group) for group in storage.apart(d.store.conn)),
    }


def _existing(d: Dossier, annotation_ids: Sequence[int]) -> list[plan.Passage]:
    """The passages in the order asked for; raises NotFound when one is gone."""
    _must_exist(d, annotation_ids)
    found = {p.id: p for p in storage.passages(d.store.conn, annotation_ids)}
    return [found[one] for one in annotation_ids]


def _must_exist(d: Dossier, annotation_ids: Sequence[int]) -> None:
    wanted = set(annotation_ids)
    if not wanted or storage.existing(d.store.conn, wanted) < len(wanted):
        raise NotFound("Đánh dấu này không còn nữa.", "Hãy chọn một đánh dấu khác.")
