"""The dossier as tables for a spreadsheet: tasks, marked passages, figures. Values keep their type; nothing is shortened."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from tttt_desktop.domain.following import STATES, FollowedTask
from tttt_desktop.domain.records import Annotation, Article, Basis, Figure, Kind, Page, Task
from tttt_desktop.reporting.lines import documents, status

Value = str | int | float | date | None
KIND_LABEL = {
    Kind.ACHIEVEMENT: "Kết quả",
    Kind.SHORTCOMING: "Tồn tại",
    Kind.TASK: "Nhiệm vụ",
}
BASIS_LABEL = {Basis.ASSIGNED: "Được giao", Basis.OWN_PLAN: "Tự đề ra"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title and its width in letters."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name; each row has a value for each heading. None and "" are empty cells."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Value, ...], ...]


_NO_TASK = Task()


@dataclass(frozen=True, slots=True)
class _Line:
    """A marked passage with what its columns are made of."""

    mark: Annotation
    article: Article
    today: date
    followed: FollowedTask | None = None

    @property
    def task(self) -> Task:
        """The task form; a mark of another kind has an empty one."""
        return self.mark.task or _NO_TASK


@dataclass(frozen=True, slots=True)
class _Number:
    """A figure with the passage it stands in."""

    figure: Figure
    line: _Line


_Columns = tuple[tuple[str, int, Callable[[_Line], Value]], ...]

_PLACE: _Columns = (
    ("Tỉnh, thành phố", 16, lambda one: one.article.province),
    ("Năm đánh giá", 10, lambda one: one.article.review_year),
    ("Năm giao", 10, lambda one: one.article.plan_year),
    ("Bài viết", 40, lambda one: one.article.title),
    ("Nơi đăng", 20, lambda one: one.article.outlet),
    ("Ngày đăng", 12, lambda one: one.article.published_on),
    ("Tên tệp", 20, lambda one: one.article.source_name),
)
_WORDS: _Columns = (
    ("Câu viết trong báo cáo", 50, lambda one: one.mark.statement),
    ("Trích nguyên văn", 60, lambda one: one.mark.quote),
)
_TASKS: _Columns = (
    *_WORDS,
    ("Lĩnh vực", 20, lambda one: one.mark.field),
    ("Được giao hay tự đề ra", 14, lambda one: BASIS_LABEL[one.task.basis]),
    ("Người giao", 30, lambda one: one.task.assigner),
    ("Chủ trì", 24, lambda one: one.task.lead),
    ("Phối hợp", 24, lambda one: "; ".join(one.task.cooperating)),
    ("Thời hạn trong bài", 18, lambda one: one.task.deadline_text),
    ("Hạn đến ngày", 12, lambda one: one.task.deadline_on),
    ("Căn cứ", 30, lambda one: documents(one.task.documents)),
    ("Trạng thái", 18, lambda one: _state(one)),
    ("Năm theo dõi", 10, lambda one: one.followed.year if one.followed else None),
    ("Ngày ghi nhận", 12, lambda one: one.followed.noted_on if one.followed else None),
    ("Ngày hoàn thành", 12, lambda one: one.followed.done_on if one.followed else None),
    ("Tiến độ", 30, lambda one: one.followed.note if one.followed else ""),
    ("Đối chiếu", 50, lambda one: _evidence(one.followed)),
    ("Ghi chú", 24, lambda one: one.mark.note),
    *_PLACE,
)  # fmt: skip
_MARKS: _Columns = (
    ("Loại", 10, lambda one: KIND_LABEL[one.mark.kind]),
    ("Lĩnh vực", 20, lambda one: one.mark.field),
    *_WORDS,
    ("Nguyên nhân", 30, lambda one: one.mark.cause),
    ("Giải pháp", 30, lambda one: one.mark.remedy),
    ("Ghi chú", 24, lambda one: one.mark.note),
    *_PLACE,
)
_FIGURES: tuple[tuple[str, int, Callable[[_Number], Value]], ...] = (
    ("Chỉ tiêu", 36, lambda one: one.figure.indicator),
    ("Giá trị", 14, lambda one: one.figure.value),
    ("Trên tổng số", 12, lambda one: one.figure.of),
    ("Đơn vị tính", 14, lambda one: one.figure.unit),
    ("Tăng, giảm", 16, lambda one: one.figure.change),
    ("So với", 18, lambda one: one.figure.compared),
    ("Như trong bài", 24, lambda one: one.figure.as_printed),
    ("Loại", 10, lambda one: KIND_LABEL[one.line.mark.kind]),
    ("Câu gốc", 60, lambda one: one.line.mark.quote),
)


def sheets(
    pages: Iterable[Page],
    today: date,
    followed: Mapping[int, FollowedTask] = MappingProxyType({}),
) -> tuple[Sheet, Sheet, Sheet]:
    """Tasks, all marked passages, and figures of the articles, in the order given; each numbered from 1.

    `today` decides what is overdue; `followed` says what became of the tasks, by the ids of their annotations.
    """
    lines = [
        _Line(mark, page.article, today, followed.get(mark.id))
        for page in pages
        for mark in page.annotations
    ]
    tasks = [line for line in lines if line.mark.kind is Kind.TASK]
    return (
        _sheet("Nhiệm vụ", _TASKS, tasks),
        _sheet("Đánh dấu", _MARKS, lines),
        _figures(lines),
    )


def _state(line: _Line) -> str:
    if line.followed is None:
        return status(line.task, line.today)
    return STATES[line.followed.state(line.today)]


def _evidence(followed: FollowedTask | None) -> str:
    return "\n".join(one.text for one in followed.evidence) if followed else ""


def _sheet(title: str, columns: _Columns, lines: Sequence[_Line]) -> Sheet:
    headings = [Heading(name, width) for name, width, _ in columns]
    values = ([value(line) for _, _, value in columns] for line in lines)
    return Sheet(title, _numbered_headings(headings), tuple(_numbered(values)))


def _figures(lines: Sequence[_Line]) -> Sheet:
    columns = [(name, width) for name, width, _ in (*_FIGURES, *_PLACE)]
    values = (
        [
            *(value(_Number(figure, line)) for _, _, value in _FIGURES),
            *(place(line) for _, _, place in _PLACE),
        ]
        for line in lines
        for figure in line.mark.figures
    )
    headings = [Heading(name, width) for name, width in columns]
    return Sheet("Số liệu", _numbered_headings(headings), tuple(_numbered(values)))


def _numbered_headings(headings: Iterable[Heading]) -> tuple[Heading, ...]:
    return (Heading("STT", 6), *headings)


def _numbered(rows: Iterable[Sequence[Value]]) -> Iterator[tuple[Value, ...]]:
    for number, row in enumerate(rows, 1):
        yield (number, *row)
