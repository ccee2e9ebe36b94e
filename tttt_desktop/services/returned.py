"""A report that was edited in Word, held against the dossier: what differs, and the new wordings taken over.

The text of an article and its quotations are never touched: what was changed in a quotation becomes the wording of the
line. Nothing that was added in Word is taken over, since it has no source.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tttt_desktop.domain import returned
from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.edited import Edited
from tttt_desktop.domain.errors import FileRefused, NotFound
from tttt_desktop.domain.number_check import foreign_number
from tttt_desktop.domain.returned import Fate, Finding
from tttt_desktop.domain.text import normalise
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.domain.wordings import key, same_words
from tttt_desktop.services import consolidation, edited, reports
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.reports import MadeReport
from tttt_desktop.storage import consolidation as placements

__all__ = ["Fate", "Finding", "Held", "Return", "Returned", "compare", "find_report",
           "judge", "judged", "read", "take_over"]  # fmt: skip
_TRIED = 20  # of the last reports, when the file does not say which it is
_ENOUGH = 1 / 3  # of a report's own lines that must stand in the file as they were written

_LEFT_OUT = "Nhận: câu này không vào báo cáo nữa; đánh dấu vẫn giữ trong hồ sơ."


@dataclass(frozen=True, slots=True)
class Held:
    """A report of the log, with what was written in it, and the file that came back."""

    report: MadeReport
    lines: tuple[WrittenLine, ...]
    edited: Edited


@dataclass(frozen=True, slots=True)
class Returned:
    """A difference, held against the dossier as it is now.

    `line` is the line of the dossier that it concerns, None where there is none (any more). `done`: the dossier says so
    already. `notes`: what to look at before it is accepted, plain Vietnamese sentences.
    """

    finding: Finding
    line: Line | None = None
    done: bool = False
    notes: tuple[str, ...] = ()

    @property
    def acceptable(self) -> bool:
        """Whether there is something that could be taken over."""
        wanted = self.finding.wording or self.finding.fate is Fate.DROPPED
        return bool(wanted) and self.line is not None and not self.done


@dataclass(frozen=True, slots=True)
class Return:
    """All that is different; `same` lines came back as they were."""

    report: MadeReport
    items: tuple[Returned, ...]
    same: int
    revised: bool = False
    comments: int = 0


def read(path: Path) -> Edited:
    """The file, read in the child process; any thread may wait for it. Errors: FileRefused, UserError."""
    return edited.read(path)


def find_report(dossier: Dossier, came: Edited, path: Path) -> Held:
    """Which report of the dossier a file is. Errors: FileRefused when it is none that the dossier knows.

    Its number says so; where that is lost, as when all was copied into a new document, its lines do.
    """
    known = [report for report in reports.made(dossier) if report.kind == "docx"]
    for report in known:
        if report.number == came.number:
            return Held(report, tuple(reports.lines(dossier, report.id)), came)
    if came.number:
        raise FileRefused(
            f"Báo cáo “{path.name}” không được lập từ hồ sơ đang mở.",
            "Hãy mở hồ sơ đã lập báo cáo này rồi đọc lại.",
        )
    texts = {key(one.text) for one in came.paragraphs}
    texts |= {key(cell) for one in came.paragraphs for cell in one.cells}
    known.sort(key=lambda report: report.path.name != path.name)  # of the same name first
    for report in known[:_TRIED]:
        lines = tuple(reports.lines(dossier, report.id))
        own = [one for one in lines if one.annotations]
        if own and sum(key(one.text) in texts for one in own) >= _ENOUGH * len(own):
            return Held(report, lines, came)
    if came.marked:
        raise FileRefused(
            f"Hồ sơ không còn ghi lần lập báo cáo “{path.name}”: báo cáo của bản chương trình cũ hoặc của hồ sơ khác.",
            "Hãy lập lại báo cáo (F9) rồi sửa trên tệp mới.",
        )
    raise FileRefused(
        f"Tệp “{path.name}” không phải báo cáo đã lập từ hồ sơ này.",
        "Hãy chọn tệp báo cáo đã lập bằng F9.",
    )


def compare(held: Held) -> returned.Comparison:
    """What became of its lines; knows no dossier, so any thread may do it."""
    return returned.compare(held.lines, held.edited)


def judge(dossier: Dossier, held: Held, compared: returned.Comparison) -> Return:
    """The differences as the dossier stands now."""
    items = judged(dossier, compared.findings)
    return Return(held.report, items, compared.same, held.edited.revised, held.edited.comments)


def judged(dossier: Dossier, findings: Sequence[Finding]) -> tuple[Returned, ...]:
    """Some differences as the dossier stands now; to be asked again after their lines were changed."""
    wanted = [finding.line.annotations[0] for finding in findings if finding.line]
    lines = consolidation.lines_with(dossier, wanted)
    line_of = {one: line for line in lines for one in line.ids}
    return tuple(
        _judged(finding, line_of.get(finding.line.annotations[0]) if finding.line else None)
        for finding in findings
    )


def _judged(finding: Finding, line: Line | None) -> Returned:
    if finding.line is None:
        return Returned(finding, notes=("Câu này không có nguồn trong hồ sơ nên không nhận được.",))
    if line is None:
        return Returned(finding, notes=("Đánh dấu của câu này không còn trong hồ sơ.",))
    if finding.fate is Fate.DROPPED:
        return Returned(finding, line, line.left_out, () if line.left_out else (_LEFT_OUT,))
    said = line.wording or line.lead.quote
    done = bool(finding.wording and line.wording and same_words(line.wording, finding.wording))
    notes = () if done else tuple(_notes(finding, line, said))
    return Returned(finding, line, done, notes)


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
            "Phần chương trình tự ghi (chủ trì, thời hạn, nguyên nhân…) cũng đã sửa trong Word; hãy sửa ở thẻ đánh dấu."
        )
    if finding.pieces > 1:
        found.append(f"Trong Word câu này được tách thành {finding.pieces} đoạn.")
    return found


def take_over(dossier: Dossier, items: Sequence[Returned]) -> Changed:
    """Take over the new wordings, and leave out the lines that were dropped: one undo step. Raises NotFound."""
    wanted = [one for one in items if one.acceptable]
    if not wanted:
        raise NotFound("Không có thay đổi nào nhận được.", "Hãy chọn một dòng khác.")
    with dossier.store.change(_label(wanted)) as change:
        for item in wanted:
            line = item.line
            assert line is not None
            if item.finding.fate is Fate.DROPPED:
                placements.place(dossier.store, {one: {"left_out": 1} for one in line.ids})
            elif line.id:
                dossier.store.update("line", line.id, {"statement": _statement(item, line)})
            else:
                dossier.store.update(
                    "annotation", line.lead.id, {"statement": _statement(item, line)}
                )
            for passage in line.passages:
                change.concerns(passage.article_id)
    return change.changed


def _label(wanted: Sequence[Returned]) -> str:
    if len(wanted) > 1:
        return f"Nhận {len(wanted)} thay đổi từ Word"
    dropped = wanted[0].finding.fate is Fate.DROPPED
    return "Không đưa vào báo cáo, theo bản Word" if dropped else "Nhận câu sửa từ Word"


def _statement(item: Returned, line: Line) -> str:
    """The new wording with a stop, where the line had one: reports print their own."""
    wording = normalise(item.finding.wording)
    ends = line.wording.rstrip().endswith(".") and not wording.endswith((".", "!", "?", "…"))
    return f"{wording}." if ends else wording
