"""The differences of a report that came back, each held against the dossier as it is now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.number_check import foreign_number
from tttt_desktop.domain.returned import Comparison, Fate, Finding
from tttt_desktop.domain.text import normalise
from tttt_desktop.domain.wordings import same_words
from tttt_desktop.services import consolidation
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.reports import MadeReport
from tttt_desktop.services.returned.additions import Additions
from tttt_desktop.services.returned.deeds import Deed, LeaveOut, Reword
from tttt_desktop.services.returned.details import judged_detail
from tttt_desktop.services.returned.finding import Held
from tttt_desktop.services.returned.order import Ordering

_LEFT_OUT = "Nhận: câu này không vào báo cáo nữa; đánh dấu vẫn giữ trong hồ sơ."


@dataclass(frozen=True, slots=True)
class Returned:
    """A difference, held against the dossier as it is now.

    `line` is the line of the dossier that it concerns, None where there is none (any more). `deed`: what accepting it
    would do, None where it is only shown. `done`: the dossier says so already. `notes`: what to look at before it is
    accepted, or why it cannot be; plain Vietnamese sentences.
    """

    finding: Finding
    line: Line | None = None
    done: bool = False
    notes: tuple[str, ...] = ()
    deed: Deed | None = None

    @property
    def acceptable(self) -> bool:
        """Whether there is something that could be taken over."""
        return self.deed is not None and not self.done

    @property
    def with_all(self) -> bool:
        """Whether it may be taken over together with others, unseen: what has no source is decided one by one."""
        return self.acceptable and self.finding.fate is not Fate.ADDED


@dataclass(frozen=True, slots=True)
class Return:
    """All that is different; `same` lines came back as they were."""

    report: MadeReport
    items: tuple[Returned, ...]
    same: int
    revised: bool = False
    comments: int = 0
    sorted_rows: bool = False
    rows_gone: int = 0


def judge(dossier: Dossier, held: Held, compared: Comparison) -> Return:
    """Hold what is different against the dossier."""
    items = judged(dossier, held.report, compared.findings)
    return Return(
        held.report,
        items,
        compared.same,
        held.edited.revised,
        held.edited.comments,
        compared.sorted_rows,
        compared.rows_gone,
    )


def judged(
    dossier: Dossier, report: MadeReport, findings: Sequence[Finding]
) -> tuple[Returned, ...]:
    """Some differences as the dossier stands now; to be asked again after their lines were changed."""
    wanted = {one for finding in findings for one in _annotations(finding)}
    line_of = {one: line for line in consolidation.lines_with(dossier, wanted) for one in line.ids}
    judge = _Judge(dossier, line_of, Ordering(dossier, report, line_of), Additions(dossier, report))
    return tuple(map(judge.one, findings))


def _annotations(finding: Finding) -> tuple[int, ...]:
    """The annotations that a difference speaks of."""
    gap = finding.gap
    own = finding.line.annotations[:1] if finding.line else ()
    return (*own, *filter(None, (gap.leader, gap.follower)), *gap.before, *gap.behind)


@dataclass(frozen=True, slots=True)
class _Judge:
    dossier: Dossier
    line_of: Mapping[int, Line]
    ordering: Ordering
    additions: Additions

    def one(self, finding: Finding) -> Returned:
        """What a difference means for the dossier."""
        if finding.line is None:
            deed, done, note = self.additions.judge(finding)
            return Returned(finding, None, done, (note,) if note else (), deed)
        line = self.line_of.get(finding.line.annotations[0])
        if line is None:
            return Returned(finding, notes=("Đánh dấu của câu này không còn trong hồ sơ.",))
        match finding.fate:
            case Fate.DROPPED:
                notes = () if line.left_out else (_LEFT_OUT,)
                return Returned(finding, line, line.left_out, notes, LeaveOut(line.ids))
            case Fate.MOVED | Fate.REORDERED:
                place, done, note = self.ordering.judge(finding, line)
                return Returned(finding, line, done, (note,) if note else (), place)
            case Fate.DETAIL:
                fill, done, told = judged_detail(self.dossier, finding, line)
                return Returned(finding, line, done, told, fill)
        return _reworded(finding, line)


def _reworded(finding: Finding, line: Line) -> Returned:
    said = line.wording or line.lead.quote
    done = bool(finding.wording and line.wording and same_words(line.wording, finding.wording))
    notes = () if done else tuple(_notes(finding, line, said))
    deed = Reword(line.id, line.lead.id, _statement(finding, line)) if finding.wording else None
    return Returned(finding, line, done, notes, deed)


def _notes(finding: Finding, line: Line, said: str) -> list[str]:
    assert finding.line is not None
    found = []
    # the years that the articles speak of may be named without being quoted
    years = [year for p in line.passages if p.year for year in (p.year, p.year - 1)]
    quotes = "\n".join(passage.quote for passage in line.passages)
    foreign = foreign_number(finding.wording, quotes, years) if finding.wording else None
    if foreign:
        number, like = foreign
        known = f" (gốc: {like})" if like else ""
        found.append(f"Số {number} không có trong trích dẫn{known}.")
    if finding.wording and finding.line.quoted:
        found.append("Câu trích đã được sửa: sẽ thành câu viết, trích nguyên văn giữ nguyên.")
    if finding.wording and not same_words(said, finding.line.said):
        found.append("Câu trong hồ sơ đã được sửa từ khi lập báo cáo.")
    if finding.around:
        found.append(
            "Phần chương trình tự ghi (chủ trì, thời hạn, nguyên nhân…) cũng đã sửa trong Word mà không đọc lại"
            " được từng mục; hãy sửa ở thẻ đánh dấu."
        )
    if finding.pieces > 1:
        found.append(f"Trong Word câu này được tách thành {finding.pieces} đoạn.")
    return found


def _statement(finding: Finding, line: Line) -> str:
    """The new wording with a stop, where the line had one: reports print their own."""
    wording = normalise(finding.wording)
    ends = line.wording.rstrip().endswith(".") and not wording.endswith((".", "!", "?", "…"))
    return f"{wording}." if ends else wording
