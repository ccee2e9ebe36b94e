"""A line that stands elsewhere in Word: whether the report could print it there, and what that would need."""

from collections.abc import Mapping
from functools import cached_property

from tttt_desktop.domain.consolidation import NOT_SAID, Line, ordered, value_of
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind
from tttt_desktop.domain.returned import Fate, Finding
from tttt_desktop.domain.text import fold
from tttt_desktop.services import templates
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.reports import MadeReport
from tttt_desktop.services.returned.deeds import Place
from tttt_desktop.storage import consolidation as storage

_BY_ARTICLE = "Điểm báo xếp theo bài và theo chỗ trong bài, nên thứ tự trong Word không nhận được."
_OTHER_PART = "Câu nằm sang phần khác của báo cáo; muốn vậy, hãy đổi loại ở thẻ đánh dấu."
_OTHER_GIVER = "Câu nằm sang mục của người giao khác; muốn vậy, hãy sửa Người giao ở thẻ đánh dấu."
_GROUPED = {
    "province": "Mục này xếp theo tỉnh, thành phố của bài viết, nên câu không chuyển sang được.",
    "article": "Mục này xếp theo bài viết, nên câu không chuyển sang được.",
}
_FIELD_FIRST = "Ở mục này báo cáo xếp theo lĩnh vực trước, nên thứ tự trong Word không nhận được."
_NO_FIELD = "Không rõ mục này là lĩnh vực nào; muốn chuyển, hãy chọn lĩnh vực ở thẻ đánh dấu."

_SHOWN = 60  # letters of a line that is named


class Ordering:
    """The order of the dossier as it is now. `line_of`: the lines by their annotations."""

    def __init__(self, dossier: Dossier, report: MadeReport, line_of: Mapping[int, Line]) -> None:
        self._dossier, self._report, self._line_of = dossier, report, line_of

    @cached_property
    def _rank(self) -> dict[int, int]:
        places = ordered(storage.order(self._dossier.store.conn))
        return {annotation_id: place for place, annotation_id in enumerate(places)}

    @cached_property
    def _base(self) -> str:
        try:
            return templates.find(self._dossier, self._report.template).base.key
        except UserError:  # the office's own template is gone
            return ""

    @property
    def _grouping(self) -> str:
        return str(self._report.options.get("order") or "field")

    def judge(self, finding: Finding, line: Line) -> tuple[Place | None, bool, str]:
        """What accepting it does, whether it stands so already, and what is to be known about it."""
        if self._base == "digest":
            return None, False, _BY_ARTICLE
        others = (self._line_of.get(one) for one in (finding.gap.leader, finding.gap.follower))
        ends = [one for one in others if one is not None and one is not line]  # merged since
        why = self._why_not(finding, line, ends)
        if why:
            return None, False, why
        field = self._field(finding, ends) if finding.fate is Fate.MOVED else line.lead.field
        if field is None:
            return None, False, _NO_FIELD
        near = [one for one in ends if self._grouping in _GROUPED or one.lead.field == field]
        if ends and not near:
            return None, False, _FIELD_FIRST
        place, stands = self._place(finding, line, near)
        moved = field != line.lead.field
        done = stands and not moved
        note = "" if done else self._note(finding, field if moved else None)
        return Place(line.ids, place, field if moved else None), done, note

    def _note(self, finding: Finding, field: str | None) -> str:
        """ "Nhận: câu chuyển sang lĩnh vực “Bưu chính”, đứng sau “đã nâng cấp 12 bưu cục…”"."""
        told = f"chuyển sang lĩnh vực “{field or NOT_SAID['field']}”, " if field is not None else ""
        before = self._line_of.get([finding.gap.leader, *finding.gap.before][-1])
        where = f"đứng sau câu “{_short(before.text)}”" if before else "đứng đầu mục"
        return f"Nhận: câu {told}{where}."

    def _why_not(self, finding: Finding, line: Line, ends: list[Line]) -> str:
        """Why a line cannot stand under the heading of those round it."""
        for one in ends if finding.fate is Fate.MOVED else ():
            if one.lead.section != line.lead.section:
                return _OTHER_PART
            if line.lead.section == (Kind.TASK, False) and value_of(one, "giver") != value_of(
                line, "giver"
            ):
                return _OTHER_GIVER
            by = self._grouping
            if by in _GROUPED and value_of(one, by) != value_of(line, by):
                return _GROUPED[by]
        return ""

    def _field(self, finding: Finding, ends: list[Line]) -> str | None:
        """The field that a line gets by standing there: that of those round it, else that of the heading."""
        if ends:
            return ends[0].lead.field
        heading = fold(finding.section.rsplit(" › ", 1)[-1])
        names = ["", *self._dossier.fields()]
        said = (name for name in names if heading.endswith(f" {fold(name or NOT_SAID['field'])}"))
        return max(said, key=len, default=None)

    def _place(self, finding: Finding, line: Line, near: list[Line]) -> tuple[int | None, bool]:
        """In front of which annotation it goes, and whether it stands there already."""
        gap, known = finding.gap, {one for end in near for one in end.ids}
        low = self._at(gap.leader) if gap.leader in known else -1
        high = self._at(gap.follower) if gap.follower in known else len(self._rank)
        before, behind = (
            [one for one in side if one in self._line_of and low < self._at(one) < high]
            for side in (gap.before, gap.behind)
        )
        at = self._at(line.lead.id)
        stands = max(map(self._at, before), default=low) < at
        stands = stands and at < min(map(self._at, behind), default=high)
        ahead = [*behind, *([gap.follower] if gap.follower in known else [])]
        leads = (self._line_of[one].lead.id for one in ahead if one not in line.ids)
        return next(leads, None), stands

    def _at(self, annotation_id: int) -> int:
        return self._rank[self._line_of[annotation_id].lead.id]


def _short(text: str) -> str:
    """The beginning of a line, by which the person knows it."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]}…"
