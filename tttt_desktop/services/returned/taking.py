"""Taking over what came back from Word: however many, one change and one undo step."""

from collections.abc import Sequence

from tttt_desktop.domain import consolidation as plan
from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import NotFound
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned.deeds import Deed, Fill, LeaveOut, Place, Propose, Reword
from tttt_desktop.services.returned.judging import Returned
from tttt_desktop.services.review.checking import FROM_TEXT
from tttt_desktop.storage import annotations, tasks, vocabulary
from tttt_desktop.storage import consolidation as placements
from tttt_desktop.storage.store import Store


def take_over(dossier: Dossier, items: Sequence[Returned]) -> Changed:
    """Take over what is acceptable of these: wordings, details, order, lines left out, proposals. Raises NotFound."""
    wanted = [(item, item.deed) for item in items if item.deed is not None and item.acceptable]
    if not wanted:
        raise NotFound("Không có thay đổi nào nhận được.", "Hãy chọn một dòng khác.")
    label = f"Nhận {len(wanted)} thay đổi từ Word" if len(wanted) > 1 else wanted[0][1].label
    store = dossier.store
    with store.change(label) as change:
        for item, deed in wanted:
            _do(store, deed)
            for passage in item.line.passages if item.line else ():
                change.concerns(passage.article_id)
        _place(store, [deed for _, deed in wanted if isinstance(deed, Place)])
    return change.changed


def _do(store: Store, deed: Deed) -> None:
    """All but the order, which is decided for all lines together."""
    match deed:
        case Reword(line_id=0):
            store.update("annotation", deed.annotation_id, {"statement": deed.statement})
        case Reword():
            store.update("line", deed.line_id, {"statement": deed.statement})
        case LeaveOut():
            placements.place(store, {one: {"left_out": 1} for one in deed.annotation_ids})
        case Fill():
            _fill(store, deed)
        case Propose():
            known = vocabulary.setting(store.conn, deed.key).strip()
            text = f"{known}\n{deed.text}" if known else deed.text
            vocabulary.put_setting(store, deed.key, text)
        case Place(field=str(field)):
            field_id = vocabulary.field_id(store, field)
            for one in deed.annotation_ids:
                store.update("annotation", one, {"field_id": field_id})


def _fill(store: Store, deed: Fill) -> None:
    annotation = annotations.get(store.conn, deed.annotation_id)
    if deed.year is not None:
        tasks.update(store, deed.annotation_id, deed.values, deed.year)
    else:
        store.update("annotation", deed.annotation_id, dict(deed.values))
    annotations.confirm(store, annotation, FROM_TEXT & deed.values.keys())


def _place(store: Store, deeds: Sequence[Place]) -> None:
    """Put the lines where they go: those in front of the same one together, in the order of the file."""
    going: dict[int | None, list[int]] = {}
    for deed in deeds:
        going.setdefault(deed.before, []).extend(deed.annotation_ids)
    places, moved = placements.order(store.conn), dict[int, int]()
    for before, annotation_ids in going.items():
        fresh = plan.positions(places, annotation_ids, before)
        moved |= fresh
        places = [(one, fresh.get(one, at)) for one, at in places]
    placements.place(store, {one: {"position": at} for one, at in moved.items()})
