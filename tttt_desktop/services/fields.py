"""The list of fields as the person wants it: each function is one change and one undo step."""

from dataclasses import dataclass

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.text import normalise
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import fields


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A field of the dossier, and how many annotations have it."""

    id: int
    name: str
    uses: int


def all_fields(d: Dossier) -> list[FieldUse]:
    """The fields in their order."""
    return [FieldUse(*row) for row in fields.in_use(d.store.conn)]


def add_field(d: Dossier, name: str) -> int:
    """A new field after the others; gives its id. Raises UserError for a name that is empty or taken."""
    name = _free_name(d, name, None)
    with d.store.change(f"Thêm lĩnh vực “{name}”"):
        return fields.add(d.store, name)


def rename_field(d: Dossier, field_id: int, name: str) -> Changed:
    """Another name for a field; suggestions that still have the old name go along. Raises UserError, NotFound."""
    _field(d, field_id)
    name = _free_name(d, name, field_id)
    with d.store.change(f"Đổi tên lĩnh vực thành “{name}”") as change:
        fields.rename(d.store, change, field_id, name)
    return change.changed


def merge_fields(d: Dossier, field_id: int, into: int) -> Changed:
    """Put all annotations of a field under another one and take it away. Raises UserError, NotFound."""
    gone, stays = _field(d, field_id), _field(d, into)
    if gone == stays:
        raise UserError("Không gộp một lĩnh vực với chính nó được.", "Hãy chọn lĩnh vực khác.")
    with d.store.change(f"Gộp lĩnh vực “{gone.name}” vào “{stays.name}”") as change:
        fields.merge(d.store, change, field_id, into)
    return change.changed


def move_field(d: Dossier, field_id: int, place: int) -> Changed:
    """Put a field at another place of the order, counted from 0. Raises NotFound."""
    field = _field(d, field_id)
    ids = [one.id for one in all_fields(d) if one.id != field_id]
    ids.insert(max(0, place), field_id)
    with d.store.change(f"Sắp xếp lĩnh vực “{field.name}”", f"field {field_id} place") as change:
        fields.put_in_order(d.store, ids)
    return change.changed


def remove_field(d: Dossier, field_id: int) -> Changed:
    """Take a field away that no annotation has. Raises UserError for one in use, NotFound."""
    field = _field(d, field_id)
    if field.uses:
        raise UserError(
            f"Lĩnh vực “{field.name}” đang có {field.uses} đánh dấu.",
            "Hãy gộp nó vào một lĩnh vực khác.",
        )
    with d.store.change(f"Xoá lĩnh vực “{field.name}”") as change:
        fields.remove(d.store, field_id)
    return change.changed


def _field(d: Dossier, field_id: int) -> FieldUse:
    found = next((one for one in all_fields(d) if one.id == field_id), None)
    if found is None:
        raise NotFound("Lĩnh vực này không còn nữa.", "Hãy chọn một lĩnh vực khác.")
    return found


def _free_name(d: Dossier, name: str, field_id: int | None) -> str:
    name = " ".join(normalise(name).split())
    if not name:
        raise UserError("Tên lĩnh vực không được để trống.", "Hãy gõ tên của lĩnh vực.")
    if fields.with_name(d.store.conn, name) not in (None, field_id):
        raise UserError(f"Đã có lĩnh vực “{name}”.", "Hãy chọn tên khác, hoặc gộp hai lĩnh vực.")
    return name
