"""How a finding is put on one line: what stands round the wrong words, and what should stand there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from tttt_desktop.services.proofing import LABELS, Fault, Found

_AROUND = 160  # characters on either side that could ever be shown
_WITH_NEIGHBOURS = (Fault.SPACE, Fault.UNIT, Fault.DASH, Fault.QUOTE, Fault.REPEATED)
_BLANK = "\u00b7"  # a blank that is the fault itself can be seen


def _tr(text: str) -> str:
    return QCoreApplication.translate("proofing", text)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as it is painted: `before`, `wrong`, `after` and `right` in one line, under them `why`."""

    label: str
    title: str
    before: str
    wrong: str
    after: str
    right: str
    why: str

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        right = _tr("Đề nghị: {right}.").format(right=self.right) if self.right else ""
        return f"{self.label}: «{self.wrong}». {self.why} {right} {self.title}".strip()


def shown(found: Found) -> Shown:
    """What is painted of a finding."""
    text, span = found.wording.text.replace("\n", " "), found.finding.span
    wrong = span.of(text)
    return Shown(
        label=LABELS[found.finding.fault],
        title=" ".join(found.wording.title.split()),
        before=text[max(0, span.start - _AROUND) : span.start],
        wrong=_BLANK * len(wrong) if wrong.isspace() else wrong,
        after=text[span.stop : span.stop + _AROUND],
        right=_right(found, text),
        why=found.finding.why,
    )


def _right(found: Found, text: str) -> str:
    """The proposal; blanks and marks with the words beside them, since alone they say nothing."""
    right, span = found.finding.replacement, found.finding.span
    if right is None:
        return ""
    if found.finding.fault not in _WITH_NEIGHBOURS and right.strip():
        return right.replace("\n", " ")
    before = text[: span.start].rpartition(" ")[2]
    after = text[span.stop :].partition(" ")[0]
    return f"{before}{right}{after}"
