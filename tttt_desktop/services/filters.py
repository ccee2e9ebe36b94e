"""Filters of the article list that are kept under a name in the dossier: each change is one undo step."""

import json
from dataclasses import asdict, fields, replace
from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.records import ArticleFilter, ArticleState, SavedFilter
from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import listing

_LONGEST = 80


def saved(d: Dossier) -> list[SavedFilter]:
    """All of them by name."""
    rows = listing.saved_filters(d.store.conn)
    found = [SavedFilter(one, name, _read(conditions)) for one, name, conditions in rows]
    return sorted(found, key=lambda one: (fold(one.name), one.name))


def save(d: Dossier, name: str, filter: ArticleFilter) -> Changed:
    """Keep a filter; one of the same name is replaced by it. Raises UserError for an empty name."""
    name = _name(name)
    conditions = json.dumps(_conditions(filter), ensure_ascii=False)
    same = [one.id for one in saved(d) if fold(one.name) == fold(name)]
    with d.store.change(f"Lưu bộ lọc “{name}”") as change:
        if same:
            d.store.update("saved_filter", same[0], {"name": name, "conditions": conditions})
        else:
            d.store.insert("saved_filter", {"name": name, "conditions": conditions})
    return change.changed


def rename(d: Dossier, filter_id: int, name: str) -> Changed:
    """Give a kept filter another name. Raises UserError for an empty name or one that another filter has, NotFound."""
    one, name = _get(d, filter_id), _name(name)
    if any(fold(other.name) == fold(name) and other.id != filter_id for other in saved(d)):
        raise UserError(f"Đã có bộ lọc tên “{name}”.", "Hãy đặt tên khác.")
    with d.store.change(f"Đổi tên bộ lọc “{one.name}”") as change:
        d.store.update("saved_filter", filter_id, {"name": name})
    return change.changed


def remove(d: Dossier, filter_id: int) -> Changed:
    """Keep a filter no longer. Raises NotFound."""
    one = _get(d, filter_id)
    with d.store.change(f"Xoá bộ lọc “{one.name}”") as change:
        d.store.remove("saved_filter", filter_id)
    return change.changed


def _get(d: Dossier, filter_id: int) -> SavedFilter:
    for one in saved(d):
        if one.id == filter_id:
            return one
    raise NotFound("Không còn bộ lọc này.", "Hãy chọn bộ lọc khác.")


def _name(typed: str) -> str:
    name = " ".join(normalise(typed).split())[:_LONGEST]
    if not name:
        raise UserError("Bộ lọc chưa có tên.", "Hãy gõ tên của bộ lọc.")
    return name


def _conditions(filter: ArticleFilter) -> dict[str, Any]:
    """What differs from a list without conditions."""
    usual = asdict(ArticleFilter())
    return {name: value for name, value in asdict(filter).items() if value != usual[name]}


def _read(conditions: str) -> ArticleFilter:
    """What `save` wrote, also by another version: what is not known here is left out."""
    known = {field.name for field in fields(ArticleFilter)}
    values = {name: value for name, value in json.loads(conditions).items() if name in known}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    state = ArticleState(values["state"]) if values.get("state") else None
    return replace(ArticleFilter(), **{**values, **lists, "state": state})
