"""The dossier as tables for a spreadsheet: tasks, marked passages, figures. Values keep their type; nothing is shortened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
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
class _NotFollowed:
    """What is noted of a task that nobody follows."""

    year: int | None = None
    noted_on: date | None = None
    done_on: date | None = None
    note: str = ""


_NOT_FOLLOWED = _NotFollowed()


@dataclass(frozen=True, slots=True)
class _Line:
    """A marked passage with what its columns are made of."""

    mark: Annotation
    article: Article
    today: date
    followed: FollowedTask | None = None

    @property
    def kind(self) -> str:
        return KIND_LABEL[self.mark.kind]

    @property
    def task(self) -> Task:
        """The task form; a mark of another kind has an empty one."""
        return self.mark.task or _NO_TASK

    @property
    def basis(self) -> str:
        return BASIS_LABEL[self.task.basis]

    @property
    def cooperating(self) -> str:
        return "; ".join(self.task.cooperating)

    @property
    def documents(self) -> str:
        return documents(self.task.documents)

    @property
    def state(self) -> str:
        if self.followed is None:
            return status(self.task, self.today)
        return STATES[self.followed.state(self.today)]

    @property
    def progress(self) -> FollowedTask | _NotFollowed:
        """What is noted of a task."""
        return self.followed or _NOT_FOLLOWED

    @property
    def evidence(self) -> str:
        return "\n".join(one.text for one in self.followed.evidence) if self.followed else ""


@dataclass(frozen=True, slots=True)
class _Number:
    """A figure with the passage it stands in."""

    figure: Figure
    line: _Line


_Columns = tuple[tuple[str, int, str], ...]  # the title, the width, where the value is found

_PLACE: _Columns = (
    ("Tỉnh, thành phố", 16, "article.province"),
    ("Năm đánh giá", 10, "article.review_year"),
    ("Năm giao", 10, "article.plan_year"),
    ("Bài viết", 40, "article.title"),
    ("Nơi đăng", 20, "article.outlet"),
    ("Ngày đăng", 12, "article.published_on"),
    ("Tên tệp", 20, "article.source_name"),
)
_WORDS: _Columns = (
    ("Câu viết trong báo cáo", 50, "mark.statement"),
    ("Trích nguyên văn", 60, "mark.quote"),
)
_TASKS: _Columns = (
    *_WORDS,
    ("Lĩnh vực", 20, "mark.field"),
    ("Được giao hay tự đề ra", 14, "basis"),
    ("Người giao", 30, "task.assigner"),
    ("Chủ trì", 24, "task.lead"),
    ("Phối hợp", 24, "cooperating"),
    ("Thời hạn trong bài", 18, "task.deadline_text"),
    ("Hạn đến ngày", 12, "task.deadline_on"),
    ("Căn cứ", 30, "documents"),
    ("Trạng thái", 18, "state"),
    ("Năm theo dõi", 10, "progress.year"),
    ("Ngày ghi nhận", 12, "progress.noted_on"),
    ("Ngày hoàn thành", 12, "progress.done_on"),
    ("Tiến độ", 30, "progress.note"),
    ("Đối chiếu", 50, "evidence"),
    ("Ghi chú", 24, "mark.note"),
    *_PLACE,
)
_MARKS: _Columns = (
    ("Loại", 10, "kind"),
    ("Lĩnh vực", 20, "mark.field"),
    *_WORDS,
    ("Nguyên nhân", 30, "mark.cause"),
    ("Giải pháp", 30, "mark.remedy"),
    ("Ghi chú", 24, "mark.note"),
    *_PLACE,
)
_FIGURES: _Columns = (
    ("Chỉ tiêu", 36, "figure.indicator"),
    ("Giá trị", 14, "figure.value"),
    ("Trên tổng số", 12, "figure.of"),
    ("Đơn vị tính", 14, "figure.unit"),
    ("Tăng, giảm", 16, "figure.change"),
    ("So với", 18, "figure.compared"),
    ("Như trong bài", 24, "figure.as_printed"),
    ("Loại", 10, "line.kind"),
    ("Câu gốc", 60, "line.mark.quote"),
    *((title, width, f"line.{place}") for title, width, place in _PLACE),
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
    numbers = [_Number(figure, line) for line in lines for figure in line.mark.figures]
    return (
        _sheet("Nhiệm vụ", _TASKS, tasks),
        _sheet("Đánh dấu", _MARKS, lines),
        _sheet("Số liệu", _FIGURES, numbers),
    )


def _sheet(title: str, columns: _Columns, lines: Sequence[_Line] | Sequence[_Number]) -> Sheet:
    """All values of a row are got at once: a call for each cell of 5,000 rows would take three times as long."""
    headings = (Heading("STT", 6), *(Heading(name, width) for name, width, _ in columns))
    rows = map(attrgetter(*(place for _, _, place in columns)), lines)
    return Sheet(title, headings, tuple((number, *row) for number, row in enumerate(rows, 1)))
