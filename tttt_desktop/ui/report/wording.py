"""How many places of the wording should be looked at: one line of the check before handing in, which leads to F8."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.preflight import Finding, Preflight
from tttt_desktop.services.proofing import Findings, Proof
from tttt_desktop.ui.widgets import number

SETTING = "wording"  # what the line of the check leads to
_Work = Callable[[Callable[[], bool]], Findings]


def _tr(text: str) -> str:
    return QCoreApplication.translate("proofing", text)


class WordingCheck:
    """Looks over the wording once: while the dialog of a report is open, the dossier stays as it is."""

    def __init__(self, dossier: Dossier) -> None:
        self._proof = Proof(dossier)
        self._begun: _Work | None = None
        self._found: Findings | None = None

    def work(self) -> _Work:
        """The looking over, for any thread; hand its answer to `added`."""
        if self._begun is None:
            self._begun = self._proof.begin()
        begun, found = self._begun, self._found
        return begun if found is None else lambda _stopped: found

    def added(self, found: Findings, checked: Preflight) -> Preflight:
        """What was checked with the line on the wording, where there is anything to look at."""
        if self._found is None:
            self._found = found
            self._proof.take(found)
        count = len(self._proof.left())
        if not count:
            return checked
        said = _tr("{count} chỗ câu chữ cần xem.").format(count=number(count))
        finding = Finding(said, _tr("Hãy soát câu chữ (F8)."), setting=SETTING)
        return replace(checked, sense=(*checked.sense, finding))
