"""The templates that a dossier offers: those of the program, and the office's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tttt_desktop.domain.errors import UserError
from tttt_desktop.reporting.catalogue import TEMPLATES, Template
from tttt_desktop.reporting.tree import Briefing
from tttt_desktop.services.dossier import Dossier

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


class Provider(Protocol):
    """A module that knows further templates of a dossier."""

    def offered(self, dossier: Dossier, /) -> Sequence[Offered]:
        """Its templates, by name; their keys are unlike those of the program."""

    def renderer(self, dossier: Dossier, key: str, /) -> Render:
        """What writes a report by one of them. Raises UserError where it is gone."""


def providers() -> Sequence[Provider]:
    """Who knows templates besides the program's, in the order in which they are offered."""
    from tttt_desktop.services import own_template  # which imports this module

    return (own_template,)


def offered(dossier: Dossier) -> list[Offered]:
    """Every template of the dossier in the order of the form."""
    own = [one for provider in providers() for one in provider.offered(dossier)]
    return [*(Offered(one.key, one.name, one, one.stem) for one in TEMPLATES.values()), *own]


def find(dossier: Dossier, key: str) -> Offered:
    """The template of that key; raises UserError."""
    found = next((one for one in offered(dossier) if one.key == key), None)
    if found is None:
        known = ", ".join(TEMPLATES)
        raise UserError(f"Chưa có mẫu báo cáo “{key}”.", f"Hãy dùng một trong các mẫu: {known}.")
    return found


def renderer(dossier: Dossier, key: str) -> Render:
    """What writes the report by a template of the dossier; raises UserError."""
    for provider in providers():
        if any(one.key == key for one in provider.offered(dossier)):
            return provider.renderer(dossier, key)
    find(dossier, key)
    return _to_docx


def _to_docx(briefing: Briefing, number: str, _stopped: Stopped) -> bytes:
    from tttt_desktop.reporting.word import to_docx

    return to_docx(briefing, number=number)
