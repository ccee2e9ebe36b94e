"""Everything that is worth a look before a report is handed in: its sense, and the layout rules of the decree."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.domain.grouping import Alike, Why
from tttt_desktop.reporting.rules.found import DECREE, VERSION, Found, Verdict
from tttt_desktop.reporting.tree import Briefing, Notice, Section
from tttt_desktop.services import judging, reports
from tttt_desktop.services.material import Stock
from tttt_desktop.services.offered import Render, Stopped
from tttt_desktop.services.steps import Steps

STAMP = f"Bộ kiểm tra thể thức {VERSION}, theo {DECREE}"
_LONGEST_PATH = 250  # characters; Windows opens no more than 259
_SHOWN = 90  # letters of a line that tell which one it is
_ALIKE = {
    Why.CONFLICT: ("Hai nguồn lệch nhau: {}.", "Hãy đối chiếu hai câu rồi sửa câu viết."),
    Why.FIGURE: ("Một số liệu đứng ở {count} dòng: {}.", "Hãy gộp các dòng ở Tổng hợp."),
    Why.WORDS: ("{count} dòng nói gần như cùng một ý.", "Hãy gộp hoặc bỏ bớt ở Tổng hợp."),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the report that is meant: its article, its annotation (0: the whole article) and how it begins."""

    article_id: int
    annotation_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: what it is, what to do, and where.

    `setting`: what mends it, "office.name" or "report.title"; `rule` and `clause` of the decree for a layout rule;
    `paragraph` of a file, from 1, 0 where no one is meant.
    """

    message: str
    remedy: str = ""
    places: tuple[Place, ...] = ()
    setting: str = ""
    rule: str = ""
    clause: str = ""
    paragraph: int = 0

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


@dataclass(frozen=True, slots=True)
class Preflight:
    """What came of everything: `sense` is to be looked at, `faults` break a rule; how many rules hold, and how many
    have nothing to judge.
    """

    sense: tuple[Finding, ...]
    faults: tuple[Finding, ...]
    passed: int
    skipped: int

    @property
    def summary(self) -> str:
        """ "57 đạt, 0 lỗi, 3 mục cần xem"."""
        counts = f"{self.passed} đạt, {len(self.faults)} lỗi"
        return f"{counts}, {len(self.sense)} mục cần xem" if self.sense else counts


class Checker:
    """Checks the reports of one dossier. `work` is done in its thread, what it returns in any."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock
        self._compare: Callable[[], list[Alike]] | None = None
        self._marks: dict[int, Passage] = {}
        self._alike: list[Alike] | None = None

    def work(
        self, made: Briefing, render: Render, target: Path, extra: Iterable[Notice] = ()
    ) -> Steps[Callable[[Stopped], Preflight]]:
        """Read what is needed for the check of a report that `render` would write to `target`; `extra` is to be looked at as well.

        Errors of what is returned: UserError when nothing can be written or checked, Cancelled.
        """
        if self._compare is None:  # the dossier does not change while a report is made
            overview = yield from self._stock.overview()
            marks = (mark for line in overview.lines for mark in line.passages)
            self._marks = {mark.id: mark for mark in marks}
            yield
            self._compare = overview.comparison()
            yield
        notices = (*made.warnings, *_of_target(target), *extra)
        return partial(self._check, made, render, notices, self._compare)

    def _check(
        self,
        made: Briefing,
        render: Render,
        notices: Iterable[Notice],
        compare: Callable[[], list[Alike]],
        stopped: Stopped,
    ) -> Preflight:
        rules = judging.judge(render(made, reports.new_number(), stopped), cancelled=stopped)
        if self._alike is None:
            self._alike = compare()
        repeated = _repeated(self._alike, _lines(made.sections), self._marks)
        found = [_finding(one, self._marks, made) for one in (*notices, *repeated)]
        return preflight(rules, found)


def of_file(path: Path, stopped: Stopped = lambda: False) -> Preflight:
    """The layout rules of the decree on any .docx; any thread may do it, and wait.

    Errors: FileRefused for what is no readable .docx, UserError, Cancelled.
    """
    return preflight(judging.judge_file(path, stopped))


def preflight(rules: Iterable[Found], sense: Iterable[Finding] = ()) -> Preflight:
    """Everything that was found, with the counts."""
    rules = list(rules)
    noted = [_of_rule(one) for one in rules if one.verdict is Verdict.NOTED]
    count = [one.verdict for one in rules].count
    return Preflight(
        (*sense, *noted),
        tuple(_of_rule(one) for one in rules if one.verdict is Verdict.FAILED),
        count(Verdict.PASSED),
        count(Verdict.SKIPPED),
    )


def _of_rule(found: Found) -> Finding:
    return Finding(
        found.said,
        found.remedy,
        (),
        found.setting,
        found.rule,
        found.clause,
        found.paragraph,
    )


def _finding(notice: Notice, marks: Mapping[int, Passage], made: Briefing) -> Finding:
    titles = {source.article_id: source.title for source in made.sources}
    places = tuple(
        Place(
            article, mark, _short(_said(marks[mark]) if mark in marks else titles.get(article, ""))
        )
        for article, mark in notice.refs
    )
    return Finding(notice.message, notice.remedy, places, notice.setting)


def _said(mark: Passage) -> str:
    return mark.statement or f"“{mark.quote}”"


def _lines(sections: Iterable[Section]) -> Iterator[tuple[int, ...]]:
    """The annotations of every line of the report that any stand behind."""
    for section in sections:
        yield from (item.annotations for item in section.items if item.annotations)
        yield from _lines(section.parts)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _repeated(
    alike: Iterable[Alike], lines: Iterable[Sequence[int]], marks: Mapping[int, Passage]
) -> Iterator[Notice]:
    """What stands twice in the report, or is told with two figures; what was merged stands once."""
    row = {one: at for at, line in enumerate(lines) for one in line}
    for group in alike:
        first = {row[one]: one for one in reversed(group.ids) if one in row and one in marks}
        if len(first) < 2:
            continue
        message, remedy = _ALIKE[group.why]
        figures = " và ".join(dict.fromkeys(group.figures))
        refs = tuple((marks[one].article_id, one) for one in sorted(first.values()))
        yield Notice(message.format(figures, count=len(first)), refs, remedy)


def _of_target(target: Path) -> Iterator[Notice]:
    """Where the file is to lie."""
    folder = target.parent
    if not folder.is_dir():
        yield Notice(f"Không có thư mục “{folder}”.", (), "Hãy chọn thư mục khác.", "report.folder")
    elif len(str(target)) > _LONGEST_PATH:
        yield Notice(
            "Tên tệp và thư mục dài quá mức Windows mở được.",
            (),
            "Hãy chọn thư mục có đường dẫn ngắn hơn.",
            "report.folder",
        )
