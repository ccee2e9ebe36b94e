"""One mark becomes several, several become one."""

from collections.abc import Iterator

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.figures import figures_of
from tttt_desktop.domain.records import Annotation, Span
from tttt_desktop.domain.text import clauses
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.review.making import add
from tttt_desktop.storage import annotations, articles, bodies


def split(d: Dossier, annotation_id: int) -> list[int]:
    """Cut a mark into its parts at ";" and list items; gives the ids in text order, the first one the old id.

    Field, task form and origin go to every part; wording, note and cause stay with the first. Raises UserError when
    there is nothing to cut, NotFound.
    """
    annotation = annotations.get(d.store.conn, annotation_id)
    text = articles.current_body(d.store.conn, annotation.article_id)["text"]
    parts = [part for line in _lines(text, annotation.span) for part in clauses(text, line)]
    if len(parts) < 2:
        raise UserError("Đánh dấu này không có dấu chấm phẩy để tách.", "Hãy dời hai đầu bằng tay.")
    with d.store.change("Tách đánh dấu") as change:
        change.concerns(annotation.article_id)
        d.store.update("annotation", annotation_id, bodies.anchor(text, parts[0]))
        annotations.set_figures(d.store, annotation_id, figures_of(parts[0].of(text)))
        others = [_add_part(d, annotation, part) for part in parts[1:]]
    return [annotation_id, *others]


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in span.of(text).split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _add_part(d: Dossier, annotation: Annotation, part: Span) -> int:
    return add(
        d,
        annotation.article_id,
        part,
        annotation.kind,
        field=annotation.field,
        task=annotation.task,
        origin=annotation.origin,
    )
