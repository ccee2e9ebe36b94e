"""A template as the form offers it, and what writes a report by it."""

from collections.abc import Callable
from dataclasses import dataclass

from tttt_desktop.reporting.catalogue import Template
from tttt_desktop.reporting.tree import Briefing

Stopped = Callable[[], bool]  # whether nobody waits any more
# The bytes of a .docx of a report and of the number it is logged under; any thread may call it. Raises UserError and,
# where it can be left in the middle, Cancelled.
Render = Callable[[Briefing, str, Stopped], bytes]


@dataclass(frozen=True, slots=True)
class Offered:
    """`key` is what `Options.template` says; `base` decides on content and choices. `stem` begins the file's name."""

    key: str
    name: str
    base: Template
    stem: str

    def file_name(self, year: int | None) -> str:
        """ "Tong-hop-2023.docx"."""
        return f"{self.stem}-{year}.docx" if year else f"{self.stem}.docx"
