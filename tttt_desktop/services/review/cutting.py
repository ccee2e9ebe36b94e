"""One mark becomes several, several become one."""

from collections.abc import Iterator
from typing import Any

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.figures import figures_of
from tttt_desktop.domain.records import Annotation, Figure, Span, Status, Task
from tttt_desktop.domain.text import clauses
from tttt_desktop.services import labels
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.review.making import add, must_be_free, year_of
from tttt_desktop.storage import annotations, articles, bodies, tasks, vocabulary


def split(d: Dossier, annotation_id: int) -> list[int]:
    """Cut a mark into its parts at ";" and list items; gives the ids in text order, the first one the old id.

    Words that only open a list ("… một số hạn chế:") say nothing alone and belong to no part.
    Field, task form and origin go to every part; wording, note and cause stay with the first. Raises UserError when
    there is nothing to cut, NotFound.
    """
    annotation = annotations.get(d.store.conn, annotation_id)
    text = articles.current_body(d.store.conn, annotation.article_id)["text"]
    units = [unit for line in _lines(text, annotation.span) for unit in clauses(text, line)]
    parts = [one for one in units if one is units[-1] or not one.of(text).endswith(":")]
    if len(parts) < 2:
        raise UserError("Đánh dấu này không có dấu chấm phẩy để tách.", "Hãy dời hai đầu bằng tay.")
    with d.store.change("Tách đánh dấu") as change:
        change.concerns(annotation.article_id)
        d.store.update("annotation", annotation_id, bodies.anchor(text, parts[0]))
        annotations.set_figures(d.store, annotation_id, figures_of(parts[0].of(text)))
        others = [_add_part(d, annotation, part) for part in parts[1:]]
    return [annotation_id, *others]


def merge(d: Dossier, annotation_id: int) -> int:
    """Make one mark of a mark and the one before it in the text; gives the id that stays, that of the one before.

    Both must be of one kind and touch or stand in the same paragraph. What only one of them says stays, wording, notes,
    causes and remedies are joined, figures follow the text unless they were corrected. Raises UserError when there is
    nothing to merge with, NotFound.
    """
    later = annotations.get(d.store.conn, annotation_id)
    earlier = _before(d, later)
    text = articles.current_body(d.store.conn, later.article_id)["text"]
    span = _joined_span(text, earlier, later)
    must_be_free(d, earlier, span, earlier.kind)
    figures = _figures(text, span, earlier, later)
    with d.store.change("Gộp đánh dấu với thẻ trước") as change:
        change.concerns(later.article_id)
        annotations.repoint(d.store, annotation_id, earlier.id)
        annotations.remove(d.store, annotation_id)
        columns = {**bodies.anchor(text, span), **_joined_words(earlier, later)}
        columns["field_id"] = vocabulary.field_id(d.store, earlier.field or later.field)
        d.store.update("annotation", earlier.id, columns)
        annotations.set_figures(d.store, earlier.id, figures)
        if earlier.task is not None and later.task is not None:
            task = _joined_task(earlier.task, later.task)
            tasks.update(d.store, earlier.id, task, year_of(d, later.article_id))
    return earlier.id


def _before(d: Dossier, later: Annotation) -> Annotation:
    marks = annotations.of_article(d.store.conn, later.article_id)
    place = next(i for i, one in enumerate(marks) if one.id == later.id)
    if not place:
        raise UserError("Không có thẻ nào đứng trước thẻ này để gộp.", "Hãy chọn một thẻ ở dưới.")
    earlier = marks[place - 1]
    if earlier.lost or later.lost:
        raise UserError(
            "Một trong hai thẻ đã mất chỗ trong bài.", "Hãy đặt lại chỗ cho thẻ đó trước."
        )
    if earlier.kind is not later.kind:
        raise UserError(
            f"Thẻ trước là {labels.KINDS[earlier.kind]}, thẻ này là {labels.KINDS[later.kind]}.",
            "Hãy đổi về cùng một loại rồi gộp.",
        )
    return earlier


def _joined_span(text: str, earlier: Annotation, later: Annotation) -> Span:
    """From the first to the last character of both, which touch or stand in one paragraph."""
    span = Span(earlier.span.start, max(earlier.span.stop, later.span.stop))
    between = text[earlier.span.stop : later.span.start]
    if "\n" in between and between.strip():
        raise UserError(
            "Hai thẻ không liền nhau và không cùng một đoạn văn nên không gộp được.",
            "Hãy đánh dấu lại cả đoạn nếu muốn một thẻ.",
        )
    return span


def _joined_words(earlier: Annotation, later: Annotation) -> dict[str, Any]:
    cause_span = earlier.cause_span or later.cause_span
    return {
        "statement": _both(earlier.statement, later.statement, " "),
        "note": _both(earlier.note, later.note, "; "),
        "cause": _both(earlier.cause, later.cause, "; "),
        "cause_start": cause_span.start if cause_span else None,
        "cause_stop": cause_span.stop if cause_span else None,
        "remedy": _both(earlier.remedy, later.remedy, "; "),
        "confirmed": " ".join(sorted(earlier.confirmed & later.confirmed)),
    }


def _both(one: str, other: str, sign: str) -> str:
    return sign.join(dict.fromkeys(filter(None, (one, other))))


def _joined_task(earlier: Task, later: Task) -> dict[str, Any]:
    due = earlier if earlier.deadline_text or earlier.deadline_on else later
    return {
        "assigner": earlier.assigner or later.assigner,
        "lead": earlier.lead or later.lead,
        "cooperating": tuple(dict.fromkeys((*earlier.cooperating, *later.cooperating))),
        "deadline_text": due.deadline_text,
        "deadline_on": due.deadline_on,
        "documents": tuple(dict.fromkeys((*earlier.documents, *later.documents))),
        "status": later.status if earlier.status is Status.NOT_STARTED else earlier.status,
    }


def _figures(text: str, span: Span, earlier: Annotation, later: Annotation) -> tuple[Figure, ...]:
    """As they stand in the text, but for those that the person has corrected."""
    if all(one.figures == figures_of(one.quote) for one in (earlier, later)):
        return figures_of(span.of(text))
    return (*earlier.figures, *later.figures)


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in span.of(text).split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _add_part(d: Dossier, annotation: Annotation, part: Span) -> int:
    part_id = add(
        d,
        annotation.article_id,
        part,
        annotation.kind,
        field=annotation.field,
        task=annotation.task,
        origin=annotation.origin,
    )
    annotations.confirm(d.store, annotations.get(d.store.conn, part_id), annotation.confirmed)
    return part_id
