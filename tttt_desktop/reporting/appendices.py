"""What stands behind a report: tables of tasks, figures and articles, charts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count as count_from

from tttt_desktop.domain.records import Basis, Kind
from tttt_desktop.domain.traces import row_mark
from tttt_desktop.reporting.lines import (
    Entry,
    deadline,
    documents,
    place_of_words,
    wording,
)
from tttt_desktop.reporting.numerals import count, day, roman
from tttt_desktop.reporting.tree import Appendix, Cell, Column, Picture, Row, Source

TASK_TITLE = "BẢNG THEO DÕI NHIỆM VỤ"
FIGURE_TITLE = "BẢNG SỐ LIỆU"
SOURCE_TITLE = "DANH SÁCH BÀI VIẾT"
CHART_TITLE = "BIỂU ĐỒ SỐ LIỆU"
NO_GIVER = "Chưa nêu người giao"

# Widths in twips: 14287 fill a landscape page, 9355 a portrait one (margins 30 and 15 mm).
TASK_COLUMNS = (
    Column("STT", 760, centred=True),
    Column("Nội dung nhiệm vụ", 2900),
    Column("Người, cơ quan giao", 1600),
    Column("Văn bản, nguồn giao", 1600),
    Column("Chủ trì", 1600),
    Column("Phối hợp", 1350),
    Column("Thời hạn", 1330, centred=True),
    Column("Kết quả, tiến độ", 1950),
    Column("Tình trạng", 1197, centred=True),
)
TASK_DETAILS = {  # the columns that can be taken over when they were edited in Word
    2: "assigner",
    4: "lead",
    5: "cooperating",
    6: "deadline",
    7: "result",
    8: "status",
}
FIGURE_COLUMNS = (
    Column("STT", 700, centred=True),
    Column("Chỉ tiêu", 2455),
    Column("Số liệu trong bài viết", 2100),
    Column("Đơn vị tính", 1100, centred=True),
    Column("Tăng, giảm", 1150, centred=True),
    Column("So với", 1050, centred=True),
    Column("Nguồn", 800, centred=True),
)
SOURCE_COLUMNS = (
    Column("Số", 760, centred=True),
    Column("Tên bài viết", 3195),
    Column("Nơi đăng", 1450),
    Column("Ngày đăng", 1250, centred=True),
    Column("Tác giả", 1250),
    Column("Tên tệp", 1450),
)

Giver = tuple[str, str]  # assigner; province where the same post stands for several people


def labelled(tables: Iterable[Appendix]) -> tuple[Appendix, ...]:
    """Those that have anything in them, numbered when there is more than one."""
    filled = [table for table in tables if table.rows or table.pictures]
    single = len(filled) == 1
    return tuple(
        replace(table, label="Phụ lục" if single else f"Phụ lục {roman(number)}")
        for number, table in enumerate(filled, 1)
    )


def tasks(
    entries: Sequence[Entry],
    state: Callable[[Entry], str],
    result: Callable[[Entry], Cell] | None = None,
) -> Appendix:
    """Every task with its `state`, and with its `result` where that is known."""
    rows = tuple(_task_rows(entries, state, result or (lambda _: Cell())))
    return Appendix("", TASK_TITLE, True, TASK_COLUMNS, rows)


def figures(entries: Sequence[Entry]) -> Appendix:
    """Every figure of every line."""
    return Appendix("", FIGURE_TITLE, False, FIGURE_COLUMNS, tuple(_figure_rows(entries)))


def sources(found: Sequence[Source]) -> Appendix:
    """The articles with their numbers."""
    return Appendix("", SOURCE_TITLE, False, SOURCE_COLUMNS, tuple(map(_source_row, found)))


def charts(pictures: tuple[Picture, ...]) -> Appendix:
    """One chart below the other."""
    return Appendix("", CHART_TITLE, False, (), (), pictures)


def by_giver(entries: Sequence[Entry]) -> dict[Giver, list[Entry]]:
    """Tasks by who gave them, in the order of the sources, the unnamed last.

    "Phó Chủ tịch UBND tỉnh" of two provinces is two people: where entries come from several provinces, the
    province is part of the giver.
    """
    several = len({entry.article.province for entry in entries if entry.article.province}) > 1
    groups: dict[Giver, list[Entry]] = {}
    for entry in entries:
        giver = " ".join(entry.task.assigner.split())
        province = entry.provinces[0] if several and giver and len(entry.provinces) == 1 else ""
        groups.setdefault((giver, province), []).append(entry)
    return dict(
        sorted(groups.items(), key=lambda group: (not group[0][0], min(e.source for e in group[1])))
    )


def giver_title(giver: Giver) -> str:
    """The heading of the tasks of one giver."""
    name, province = giver
    if not name:
        return NO_GIVER
    where = f" ({province})" if province and province not in name else ""
    return f"Nhiệm vụ do {name} giao{where}"


def _task_rows(
    entries: Sequence[Entry], state: Callable[[Entry], str], result: Callable[[Entry], Cell]
) -> Iterator[Row]:
    """Tasks by giver with a line that counts them; own plans apart, never counted as assigned."""
    found = [entry for entry in entries if entry.annotation.kind is Kind.TASK]
    assigned = [entry for entry in found if entry.task.basis is Basis.ASSIGNED]
    own = [entry for entry in found if entry.task.basis is Basis.OWN_PLAN]
    numbers = count_from(1)
    for giver, group in by_giver(assigned).items():
        yield _group_row(giver_title(giver), group, state)
        yield from (_task_row(next(numbers), one, state(one), result(one)) for one in group)
    if own:
        yield _group_row("Nhiệm vụ tự đề ra (không tính vào số nhiệm vụ được giao)", own, state)
    for number, entry in enumerate(own, 1):
        yield _task_row(number, entry, state(entry), result(entry))


def _group_row(title: str, group: Sequence[Entry], state: Callable[[Entry], str]) -> Row:
    """ "...: 05 nhiệm vụ (hoàn thành 02; đang thực hiện 03)"."""
    states = Counter(map(state, group))
    parts = "; ".join(f"{name[0].lower()}{name[1:]} {count(n)}" for name, n in states.items())
    return Row((Cell(f"{title}: {count(len(group))} nhiệm vụ ({parts})"),))


def _task_row(number: int, entry: Entry, state: str, result: Cell) -> Row:
    task = entry.task
    found, said = documents(task.documents), wording(entry.annotation)
    return Row(
        (
            Cell(str(number)),
            Cell(said, said=place_of_words("", said, entry.annotation)),
            Cell(task.assigner),
            _source_cell(f"{found}\nbài " if found else "Bài ", entry),
            Cell(task.lead),
            Cell("; ".join(task.cooperating)),
            Cell(deadline(task)),
            result,
            Cell(state),
        ),
        tuple(row_mark(one.annotation.id) for one in entry.members),
        entry.annotation.id,
    )


def _source_cell(before: str, entry: Entry) -> Cell:
    """ "Bài [1], đoạn 3; bài [4], đoạn 2"."""
    places = list(dict.fromkeys((one.source, one.paragraph) for one in entry.members))
    words = [f", đoạn {paragraph}; bài " for _, paragraph in places[:-1]]
    also = tuple(zip(words, (source for source, _ in places[1:]), strict=True))
    return Cell(before, places[0][0], f", đoạn {places[-1][1]}", also)


def _figure_rows(entries: Sequence[Entry]) -> Iterator[Row]:
    """Every figure of every line, as printed in its article."""
    members = (one for entry in entries for one in entry.members)
    found = ((entry, figure) for entry in members for figure in entry.annotation.figures)
    for number, (entry, figure) in enumerate(found, 1):
        words = (figure.indicator, figure.as_printed, figure.unit, figure.change, figure.compared)
        cells = (*map(Cell, (str(number), *words)), Cell(source=entry.source))
        yield Row(cells, leads_to=entry.annotation.id)


def _source_row(source: Source) -> Row:
    cells = (
        f"[{source.number}]",
        source.title,
        _published_in(source),
        day(source.published_on),
        source.byline,
        source.file_name,
    )
    return Row(tuple(map(Cell, cells)), (f"bai_{source.number}",))


def _published_in(source: Source) -> str:
    """ "Báo Mẫu, cũng đăng: Cổng TTĐT tỉnh Mẫu (06/01/2023)"."""
    also = f"cũng đăng: {'; '.join(source.also)}" if source.also else ""
    return ", ".join(filter(None, (source.outlet, also)))
