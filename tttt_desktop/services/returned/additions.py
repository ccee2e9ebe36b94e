"""What was added in Word: it has no source, so it can only become one of the report's proposals."""

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.returned import Finding
from tttt_desktop.domain.text import normalise
from tttt_desktop.domain.wordings import same_words
from tttt_desktop.services import reports, templates
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.reports import MadeReport
from tttt_desktop.services.returned.deeds import Propose

_DASHES = "-–—+•* "
_OFFERED = (
    "Câu này không có nguồn trong hồ sơ. Nhận: câu vào phần Đề xuất của những lần lập báo cáo sau."
)
_NOWHERE = (
    "Câu này không có nguồn trong hồ sơ, mẫu này cũng không có phần Đề xuất, nên không nhận được."
)


class Additions:
    """Whether the template of a report has proposals, and which there are."""

    def __init__(self, dossier: Dossier, report: MadeReport) -> None:
        self._key = reports.choice_key(report.template, "proposals")
        try:
            choices = templates.find(dossier, report.template).base.choices
        except UserError:  # the office's own template is gone
            choices = frozenset()
        self._has_proposals = "proposals" in choices
        self._known = dossier.setting(self._key, "").splitlines()

    def judge(self, finding: Finding) -> tuple[Propose | None, bool, str]:
        """What accepting it does, whether it is there already, and what is to be known about it."""
        if not self._has_proposals:
            return None, False, _NOWHERE
        text = normalise(finding.text).strip().lstrip(_DASHES)
        done = any(same_words(one, text) for one in self._known)
        return Propose(self._key, text), done, "" if done else _OFFERED
