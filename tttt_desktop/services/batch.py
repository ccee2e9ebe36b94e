"""One edit as a program writes it, made by the same use cases as in the window.

An edit is a JSON object. `"do"` names the act, the other keys its values:

    {"do": "annotate", "article_id", "start", "end", "label", "statement"?, "field"?, "note"?, "task"?}
    {"do": "accept" | "decline", "suggestion_id"}     accept takes a "label"? as well
    {"do": "accept" | "decline", "article_id", "all": true}
    {"do": "set", "annotation_id", one of: "statement"/"field"/"note"/"cause"/"remedy" | "task" | "label" | "start"+"end"}
    {"do": "set", "article_id", "title"/"outlet"/"byline"/"province"/"note"/"published"/"event_on"/
                                "review_year"/"plan_year"/"state"}
    {"do": "remove", "annotation_id" | "article_id"}
    {"do": "undo"} {"do": "redo"}

"label" is achievement, shortcoming or task; "state" is unread, reading or done. "task" holds "basis" (assigned, own plan),
"assigner", "lead", "cooperating" (list), "deadline_text", "deadline_on", "status" (not started, under way, completed,
dropped). Dates are "yyyy-mm-dd" or null, positions code points of the article's text. Every edit is one change.
"""

from collections.abc import Mapping
from typing import Any

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, Task
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.edit import Edit
from tttt_desktop.suggesting.suggest import field_of

_WORDS = ("statement", "field", "note", "cause", "remedy")
_ARTICLE_WORDS = ("title", "outlet", "byline", "province", "note")


def run_line(dossier: Dossier, edit: Mapping[str, Any]) -> dict[str, Any]:
    """Make one edit. Gives the ids it made and "revision", the number of the committed change.

    Raises UserError for what is not understood, does not exist or cannot be saved; then nothing has changed.
    """
    values = Edit(edit)
    act = values.choice("do", _ACTS)
    ids = _ACTS[act](dossier, values)
    return {"revision": dossier.last_changed.revision, **ids}


def _annotate(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    article_id, span, kind = edit.id("article_id"), edit.span(), edit.kind("label")
    words = {name: edit.text(name) for name in ("statement", "field", "note") if edit.has(name)}
    task = Task(**edit.inner("task").task()) if edit.has("task") else None
    edit.end()
    if task is not None and kind is not Kind.TASK:
        raise UserError("Chỉ đánh dấu loại “task” mới có “task”.")
    if "field" not in words:
        words["field"] = field_of(span.of(dossier.page(article_id).text))
    return {"annotation_id": review.annotate(dossier, article_id, span, kind, task=task, **words)}


def _accept(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    if edit.has("all"):
        return {"accepted": review.accept_all(dossier, _whole_article(edit))}
    suggestion_id = edit.id("suggestion_id")
    kind = edit.kind("label") if edit.has("label") else None
    edit.end()
    return {"annotation_id": review.accept(dossier, suggestion_id, kind)}


def _decline(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    if edit.has("all"):
        return {"declined": review.decline_all(dossier, _whole_article(edit))}
    suggestion_id = edit.id("suggestion_id")
    edit.end()
    review.decline(dossier, suggestion_id)
    return {}


def _whole_article(edit: Edit) -> int:
    edit.true("all")
    article_id = edit.id("article_id")
    edit.end()
    return article_id


def _set(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    if edit.has("article_id"):
        article_id = edit.id("article_id")
        values = edit.article(_ARTICLE_WORDS)
        edit.end()
        review.edit_article(dossier, article_id, **values)
    else:
        _set_annotation(dossier, edit)
    return {}


def _set_annotation(dossier: Dossier, edit: Edit) -> None:
    """One kind of value a line: each is a change of its own, and a line is one change."""
    annotation_id = edit.id("annotation_id")
    if edit.has("task"):
        task = edit.inner("task").task()
        edit.end()
        review.edit_task(dossier, annotation_id, **task)
    elif edit.has("label"):
        kind = edit.kind("label")
        edit.end()
        review.change_kind(dossier, annotation_id, kind)
    elif edit.has("start"):
        span = edit.span()
        edit.end()
        review.move(dossier, annotation_id, span)
    else:
        words = edit.some_text(_WORDS)
        edit.end()
        review.edit_annotation(dossier, annotation_id, **words)


def _remove(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    name = "article_id" if edit.has("article_id") else "annotation_id"
    row_id = edit.id(name)
    edit.end()
    if name == "article_id":
        review.remove_article(dossier, row_id)
    else:
        review.remove_annotation(dossier, row_id)
    return {}


def _undo(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    edit.end()
    changed = dossier.undo()
    if changed is None:
        raise UserError("Không còn gì để hoàn tác.")
    return {"label": changed.label}


def _redo(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    edit.end()
    changed = dossier.redo()
    if changed is None:
        raise UserError("Không còn gì để làm lại.")
    return {"label": changed.label}


_ACTS = {
    "annotate": _annotate,
    "accept": _accept,
    "decline": _decline,
    "set": _set,
    "remove": _remove,
    "undo": _undo,
    "redo": _redo,
}
