"""The form of an assigned task."""

from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import labels
from tttt_desktop.services import values as parsed
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.review.checking import FROM_TEXT
from tttt_desktop.services.review.making import year_of
from tttt_desktop.storage import annotations, consolidation, tasks


def edit_task(d: Dossier, annotation_id: int, **values: Any) -> Changed:
    """Set attributes of a task form, named as in `Task`; texts are understood for dates, documents, status and basis.

    A new `deadline_text` sets `deadline_on` too unless that is given. `status` is noted for the year the article sets
    tasks for. Raises UserError for an annotation that is no task and for a value that makes no sense, NotFound.
    """
    annotation = annotations.get(d.store.conn, annotation_id)
    if annotation.task is None:
        raise UserError("Đánh dấu này không phải nhiệm vụ.", "Hãy đổi thành nhiệm vụ (phím 3).")
    label, merge_key = labels.act(f"task {annotation_id}", values, labels.TASK)
    year = year_of(d, annotation.article_id)
    understood = parsed.task_values(values, year)
    with d.store.change(label, merge_key) as change:
        change.concerns(annotation.article_id)
        tasks.update(d.store, annotation_id, understood, year)
        if understood.get("basis", annotation.task.basis) is not annotation.task.basis:
            consolidation.leave_line(d.store, annotation_id)
        annotations.confirm(d.store, annotation, FROM_TEXT & values.keys())
    return change.changed
