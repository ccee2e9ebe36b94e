"""The templates that a dossier offers: those of the program, and the office's own."""

from tttt_desktop.domain.errors import UserError
from tttt_desktop.reporting.catalogue import TEMPLATES
from tttt_desktop.reporting.tree import Briefing
from tttt_desktop.services import own_template
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.offered import Offered, Render, Stopped


def offered(dossier: Dossier) -> list[Offered]:
    """Every template of the dossier in the order of the form."""
    ours = (Offered(one.key, one.name, one, one.stem) for one in TEMPLATES.values())
    return [*ours, *own_template.offered(dossier)]


def find(dossier: Dossier, key: str) -> Offered:
    """The template of that key; raises UserError."""
    found = next((one for one in offered(dossier) if one.key == key), None)
    if found is None:
        known = ", ".join(TEMPLATES)
        raise UserError(f"Chưa có mẫu báo cáo “{key}”.", f"Hãy dùng một trong các mẫu: {known}.")
    return found


def renderer(dossier: Dossier, key: str) -> Render:
    """What writes the report by a template of the dossier; raises UserError."""
    if any(one.key == key for one in own_template.offered(dossier)):
        return own_template.renderer(dossier, key)
    find(dossier, key)
    return _to_docx


def _to_docx(briefing: Briefing, number: str, _stopped: Stopped) -> bytes:
    from tttt_desktop.reporting.word import to_docx

    return to_docx(briefing, number=number)
