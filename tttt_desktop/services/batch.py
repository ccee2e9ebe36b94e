"""One edit as a program writes it, made by the same use cases as in the window.

An edit is a JSON object. "do" names the act, the other keys its values; those with "?" may be left out:

    {"do": "annotate", "article_id", "start", "end", "label", "statement"?, "field"?, "note"?, "task"?: TASK}
    {"do": "accept", "suggestion_id", "label"?}    {"do": "accept", "article_id", "all": true}
    {"do": "decline", "suggestion_id"}             {"do": "decline", "article_id", "all": true}
    {"do": "set", "annotation_id", and one of: "label" | "start" + "end" | "task": TASK |
                                   some of "statement" "field" "note" "cause" "remedy"}
    {"do": "set", "article_id", some of "title" "outlet" "byline" "province" "published" "event_on" "review_year"
                                "plan_year" "state" "note"}
    {"do": "remove", "annotation_id" | "article_id"}    {"do": "undo"}    {"do": "redo"}

"label" is achievement, shortcoming or task; "state" is unread, reading or done. TASK holds some of "basis" (assigned,
own plan), "assigner", "lead", "cooperating" (list), "deadline_text", "deadline_on", "documents" (list), "status" (not
started, under way, completed, dropped). Dates are "yyyy-mm-dd" or null; "start" and "end" count code points of the
article's text. Every edit is one change; as in the window, setting the same values again within two seconds makes one
undo step with the time before.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import Kind, Page, Span, Task
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.edit import Edit
from tttt_desktop.services.values import task_values, text

_TASK = tuple(field.name for field in fields(Task))
_ANNOTATION = ("statement", "field", "note", "cause", "remedy")
_ARTICLE = (
    "title",
    "outlet",
    "byline",
    "province",
    "published",
    "event_on",
    "review_year",
    "plan_year",
    "state",
    "note",
)
_TOO_DEEP = 4


def run_line(dossier: Dossier, edit: Mapping[str, Any]) -> dict[str, Any]:
    """Make one edit. Gives the ids it made and "revision", the number of the committed change (0: it was so already).

    Raises UserError for what is not understood, does not exist or cannot be saved; then nothing has changed.
    """
    if _depth(edit) > _TOO_DEEP:
        raise UserError("Dòng này lồng nhau quá sâu.")
    values = Edit(edit)
    before = dossier.last_changed
    ids = _ACTS[values.choice("do", _ACTS)](dossier, values)
    after = dossier.last_changed
    return {"revision": after.revision if after is not before else 0, **ids}


def _depth(value: object, limit: int = _TOO_DEEP) -> int:
    """How deep objects and lists are nested, counted no further than needed."""
    if limit < 0 or not isinstance(value, Mapping | list):
        return 0
    inner = value.values() if isinstance(value, Mapping) else value
    return 1 + max((_depth(one, limit - 1) for one in inner), default=0)


def _annotate(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    article_id, span, kind = edit.id("article_id"), edit.span(), edit.kind("label")
    page = dossier.page(article_id)
    task = _task(edit.inner("task"), page, span) if edit.has("task") else None
    if task is not None and kind is not Kind.TASK:
        raise UserError("Chỉ đánh dấu loại “task” mới có “task”.")
    words = {name: text(value) for name, value in edit.some(("statement", "field", "note")).items()}
    return {"annotation_id": review.annotate(dossier, article_id, span, kind, task=task, **words)}


def _task(edit: Edit, page: Page, span: Span) -> Task:
    """A task form; the documents are those the passage names unless they are given."""
    values = task_values(edit.some(_TASK), page.article.year or 0)
    values.setdefault("documents", tuple(find_documents(span.of(page.text))))
    return Task(**values)


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
        values = edit.any_of(_ARTICLE)
        if "published" in values:
            values["published_on"] = values.pop("published")
        review.edit_article(dossier, article_id, **values)
    else:
        _set_annotation(dossier, edit.id("annotation_id"), edit)
    return {}


def _set_annotation(dossier: Dossier, annotation_id: int, edit: Edit) -> None:
    """One sort of value a line, for each sort is a change of its own."""
    if edit.has("label"):
        kind = edit.kind("label")
        edit.end()
        review.change_kind(dossier, annotation_id, kind)
    elif edit.has("start"):
        span = edit.span()
        edit.end()
        review.move(dossier, annotation_id, span)
    elif edit.has("task"):
        task = edit.inner("task").any_of(_TASK)
        edit.end()
        review.edit_task(dossier, annotation_id, **task)
    else:
        review.edit_annotation(dossier, annotation_id, **edit.any_of(_ANNOTATION))


def _remove(dossier: Dossier, edit: Edit) -> dict[str, Any]:
    if edit.has("article_id"):
        article_id = edit.id("article_id")
        edit.end()
        review.remove_article(dossier, article_id)
    else:
        annotation_id = edit.id("annotation_id")
        edit.end()
        review.remove_annotation(dossier, annotation_id)
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


_ACTS: Mapping[str, Callable[[Dossier, Edit], dict[str, Any]]] = {
    "annotate": _annotate,
    "accept": _accept,
    "decline": _decline,
    "set": _set,
    "remove": _remove,
    "undo": _undo,
    "redo": _redo,
}
