"""Values that should stand in the text: the program may have inferred one, and then the person looks it over."""

from collections.abc import Iterable

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import annotations

FROM_TEXT = frozenset({"cause", "assigner", "lead", "cooperating", "deadline_text", "documents"})


def confirm(d: Dossier, annotation_id: int, names: Iterable[str]) -> Changed:
    """The person has looked these values over and lets them stand. Raises UserError for other names, NotFound."""
    wanted = frozenset(names)
    annotation = annotations.get(d.store.conn, annotation_id)
    if not wanted or wanted - FROM_TEXT:
        raise UserError("Không có mục này để xác nhận.", "Hãy xem lại tên mục.")
    with d.store.change("Xác nhận thông tin") as change:
        annotations.confirm(d.store, annotation, wanted)
    return change.changed
