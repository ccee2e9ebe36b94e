"""What all acts on marks share: which passage is meant, and how a mark comes to be."""

from tttt_desktop.domain.anchors import locate
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.figures import figures_of
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import (
    Annotation,
    ArticleState,
    Kind,
    Span,
    SuggestionState,
    Task,
)
from tttt_desktop.domain.text import normalise, trim
from tttt_desktop.services import labels
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import annotations, articles, bodies, tasks, vocabulary
from tttt_desktop.storage.store import Change


def passage(d: Dossier, article_id: int, span: Span) -> Span:
    """The passage meant by `span`, without white space and a `;` at its ends. Raises UserError, NotFound."""
    text: str = articles.current_body(d.store.conn, article_id)["text"]
    if span.stop > len(text):
        raise UserError("Đoạn được chọn nằm ngoài bài viết.", "Hãy chọn lại đoạn cần đánh dấu.")
    span = trim(text, span)
    if not len(span):
        raise UserError("Đoạn được chọn không có chữ nào.", "Hãy chọn lại đoạn cần đánh dấu.")
    return span


def add(
    d: Dossier,
    article_id: int,
    span: Span,
    kind: Kind,
    *,
    statement: str = "",
    field: str = "",
    note: str = "",
    cause: str = "",
    task: Task | None = None,
    origin: str = "hand",
) -> int:
    """Make a mark with what is known of it, inside an open change; gives its id."""
    text = articles.current_body(d.store.conn, article_id)["text"]
    cause_span = locate(text, cause, "", "", span.start) if cause else None
    annotation_id = d.store.insert(
        "annotation",
        {
            "article_id": article_id,
            "kind": kind.value,
            "statement": normalise(statement),
            "note": normalise(note),
            **bodies.anchor(text, span),
            "field_id": vocabulary.field_id(d.store, normalise(field)),
            "cause": cause,
            "cause_start": cause_span.start if cause_span else None,
            "cause_stop": cause_span.stop if cause_span else None,
            "origin": origin,
        },
    )
    quote = span.of(text)
    annotations.set_figures(d.store, annotation_id, figures_of(quote))
    if kind is Kind.TASK:
        tasks.add(d.store, annotation_id, task or task_in(quote), year_of(d, article_id))
    return annotation_id


def decide(
    d: Dossier, suggestion_id: int, state: SuggestionState, annotation_id: int | None
) -> None:
    """Say what became of a suggestion, inside an open change."""
    decided = {"state": state.value, "annotation_id": annotation_id}
    d.store.update("suggestion", suggestion_id, decided)


def begin_reading(d: Dossier, change: Change, article_id: int) -> None:
    """The first decision in an unread article opens it; a mere look would not."""
    change.concerns(article_id)
    if articles.article(d.store.conn, article_id).state is ArticleState.UNREAD:
        d.store.update("article", article_id, {"state": ArticleState.READING.value})


def must_be_free(d: Dossier, annotation: Annotation, span: Span, kind: Kind) -> None:
    """One passage bears one mark of a kind."""
    other = annotations.with_span(d.store.conn, annotation.article_id, span, kind)
    if other not in (None, annotation.id):
        raise UserError(
            f"Đoạn này đã được đánh dấu là {labels.KINDS[kind]}.", "Hãy xoá một trong hai đánh dấu."
        )


def task_in(quote: str, assigner: str = "") -> Task:
    """What the passage alone says of a task: the documents it names."""
    return Task(documents=tuple(find_documents(quote)), assigner=assigner)


def field_of(quote: str) -> str:
    """The field the words of a passage speak of, "" when they do not tell."""
    from tttt_desktop.suggesting.suggest import field_of  # its lists are read at the first use

    return field_of(quote)


def year_of(d: Dossier, article_id: int) -> int:
    """The year the tasks of an article are set for; this year when nothing tells."""
    return articles.article(d.store.conn, article_id).year or d.store.clock().year
