"""The decisions of the person who reads: each function is one change and one undo step of the dossier."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tttt_desktop.domain.anchors import Edit, locate
from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.figures import find_figures
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import (
    Annotation,
    ArticleState,
    Figure,
    Kind,
    Span,
    Suggestion,
    SuggestionState,
    Task,
)
from tttt_desktop.domain.text import clauses, normalise, trim
from tttt_desktop.services import labels
from tttt_desktop.services import values as parsed
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import annotations, articles, bodies, tasks, vocabulary
from tttt_desktop.storage.store import Change


def annotate(
    d: Dossier,
    article_id: int,
    span: Span,
    kind: Kind,
    *,
    statement: str = "",
    field: str = "",
    note: str = "",
    task: Task | None = None,
) -> int:
    """Mark a passage; gives the annotation's id, that of the old one when this passage bears this kind already.

    White space and a trailing `;` at the ends of `span` are left out. Figures, and unless they are given the field and
    the legal documents of a task, are read from the passage; who assigns a task is who assigned the one before it in
    the text. An open suggestion on the same passage counts as accepted. Raises UserError for a span outside the text
    or without words, NotFound.
    """
    span = _passage(d, article_id, span)
    existing = annotations.with_span(d.store.conn, article_id, span, kind)
    if existing is not None:
        return existing
    quote = span.of(articles.current_body(d.store.conn, article_id)["text"])
    field = field or _field_of(quote)
    if kind is Kind.TASK and task is None:
        task = _task_in(quote, tasks.assigner_before(d.store.conn, article_id, span.start))
    with d.store.change(f"Đánh dấu {labels.KINDS[kind]}") as change:
        annotation_id = _add(
            d, article_id, span, kind, statement=statement, field=field, note=note, task=task
        )
        for suggestion in annotations.open_suggestions(d.store.conn, article_id):
            if suggestion.proposal.span == span:
                _decide(d, suggestion.id, SuggestionState.ACCEPTED, annotation_id)
        _begin_reading(d, change, article_id)
    return annotation_id


def accept(
    d: Dossier, suggestion_id: int, kind: Kind | None = None, span: Span | None = None
) -> int:
    """Make an annotation of a suggestion, under another kind or with other ends if the person says so; gives its id.

    Accepting what was accepted before only gives the id. Raises UserError, NotFound.
    """
    suggestion = annotations.suggestion(d.store.conn, suggestion_id)
    if suggestion.annotation_id is not None:
        return suggestion.annotation_id
    if span is not None:
        suggestion = _with_ends(suggestion, _passage(d, suggestion.article_id, span))
    kind = kind or suggestion.proposal.kind
    with d.store.change(f"Nhận gợi ý {labels.KINDS[kind]}") as change:
        annotation_id = _accept(d, suggestion, kind)
        _begin_reading(d, change, suggestion.article_id)
    return annotation_id


def decline(d: Dossier, suggestion_id: int) -> Changed:
    """Say no to an open suggestion; nothing happens to one that was decided before. Raises NotFound."""
    suggestion = annotations.suggestion(d.store.conn, suggestion_id)
    with d.store.change("Bỏ gợi ý") as change:
        if suggestion.state is SuggestionState.OPEN:
            _decide(d, suggestion_id, SuggestionState.DECLINED, None)
            _begin_reading(d, change, suggestion.article_id)
    return change.changed


def accept_all(d: Dossier, article_id: int) -> int:
    """Accept every open suggestion of an article as one change; gives their number. Raises NotFound."""
    found = _open_suggestions(d, article_id)
    with d.store.change(f"Nhận {len(found)} gợi ý") as change:
        for suggestion in found:
            _accept(d, suggestion, suggestion.proposal.kind)
        if found:
            _begin_reading(d, change, article_id)
    return len(found)


def decline_all(d: Dossier, article_id: int) -> int:
    """Decline every open suggestion of an article as one change; gives their number. Raises NotFound."""
    found = _open_suggestions(d, article_id)
    with d.store.change(f"Bỏ {len(found)} gợi ý") as change:
        for suggestion in found:
            _decide(d, suggestion.id, SuggestionState.DECLINED, None)
        if found:
            _begin_reading(d, change, article_id)
    return len(found)


def change_kind(d: Dossier, annotation_id: int, kind: Kind) -> Changed:
    """Put an annotation under another kind; a task form comes and goes with the kind "task". Raises NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    if annotation.kind is not kind:
        _must_be_free(d, annotation, annotation.span, kind)
    with d.store.change(f"Đổi thành {labels.KINDS[kind]}") as change:
        change.concerns(annotation.article_id)
        d.store.update("annotation", annotation_id, {"kind": kind.value})
        if kind is not Kind.TASK:
            tasks.remove(d.store, annotation_id)
        elif annotation.task is None:
            task = _suggested_task(d, annotation_id) or _task_in(annotation.quote)
            tasks.add(d.store, annotation_id, task, _year(d, annotation.article_id))
    return change.changed


def move(d: Dossier, annotation_id: int, span: Span) -> Changed:
    """Give an annotation another passage of its article; its figures are read anew. Raises UserError, NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    text = articles.current_body(d.store.conn, annotation.article_id)["text"]
    span = _passage(d, annotation.article_id, span)
    if span != annotation.span:
        _must_be_free(d, annotation, span, annotation.kind)
    with d.store.change("Đổi đoạn đánh dấu", f"annotation {annotation_id} span") as change:
        change.concerns(annotation.article_id)
        moved = d.store.update("annotation", annotation_id, bodies.anchor(text, span))
        figures = tuple(find_figures(span.of(text)))
        if moved and figures != annotation.figures:
            annotations.set_figures(d.store, annotation_id, figures)
    return change.changed


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
        annotations.set_figures(d.store, annotation_id, find_figures(parts[0].of(text)))
        others = [_add_part(d, annotation, part) for part in parts[1:]]
    return [annotation_id, *others]


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in span.of(text).split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _add_part(d: Dossier, annotation: Annotation, part: Span) -> int:
    return _add(
        d,
        annotation.article_id,
        part,
        annotation.kind,
        field=annotation.field,
        task=annotation.task,
        origin=annotation.origin,
    )


def remove_annotation(d: Dossier, annotation_id: int) -> Changed:
    """Take a mark away; the suggestion it came from counts as declined. Raises NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    with d.store.change(f"Xoá đánh dấu {labels.KINDS[annotation.kind]}") as change:
        change.concerns(annotation.article_id)
        annotations.remove(d.store, annotation_id)
    return change.changed


def edit_annotation(d: Dossier, annotation_id: int, **values: Any) -> Changed:
    """Set statement, field, note, cause or remedy (text). Typing in one of them is one undo step. Raises UserError."""
    annotation = annotations.get(d.store.conn, annotation_id)
    label, merge_key = labels.act(f"annotation {annotation_id}", values, labels.ANNOTATION)
    columns: dict[str, Any] = {name: parsed.text(value) for name, value in values.items()}
    with d.store.change(label, merge_key) as change:
        change.concerns(annotation.article_id)
        if "field" in columns:
            columns["field_id"] = vocabulary.field_id(d.store, columns.pop("field"))
        if columns.get("cause") == "":
            columns |= {"cause_start": None, "cause_stop": None}
        d.store.update("annotation", annotation_id, columns)
    return change.changed


def edit_task(d: Dossier, annotation_id: int, **values: Any) -> Changed:
    """Set attributes of a task form, named as in `Task`; texts are understood for dates, documents, status and basis.

    A new `deadline_text` sets `deadline_on` too unless that is given. `status` is noted for the year the article sets
    tasks for. Raises UserError for an annotation that is no task and for a value that makes no sense, NotFound.
    """
    annotation = annotations.get(d.store.conn, annotation_id)
    if annotation.task is None:
        raise UserError("Đánh dấu này không phải nhiệm vụ.", "Hãy đổi thành nhiệm vụ (phím 3).")
    label, merge_key = labels.act(f"task {annotation_id}", values, labels.TASK)
    year = _year(d, annotation.article_id)
    understood = parsed.task_values(values, year)
    with d.store.change(label, merge_key) as change:
        change.concerns(annotation.article_id)
        tasks.update(d.store, annotation_id, understood, year)
    return change.changed


def set_cause(d: Dossier, annotation_id: int, span: Span) -> Changed:
    """Make a passage of the article the cause of a shortcoming. Raises UserError, NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    if annotation.kind is not Kind.SHORTCOMING:
        raise UserError(
            "Chỉ tồn tại, hạn chế mới có nguyên nhân.", "Hãy chọn một đánh dấu tồn tại trước."
        )
    span = _passage(d, annotation.article_id, span)
    text = articles.current_body(d.store.conn, annotation.article_id)["text"]
    columns = {"cause": span.of(text), "cause_start": span.start, "cause_stop": span.stop}
    with d.store.change("Đánh dấu nguyên nhân") as change:
        d.store.update("annotation", annotation_id, columns)
        change.concerns(annotation.article_id)
    return change.changed


def edit_article(d: Dossier, article_id: int, **values: Any) -> Changed:
    """Set what is known about an article: any key of `Article` but id and source. Raises UserError, NotFound."""
    articles.article(d.store.conn, article_id)
    label, merge_key = labels.act(f"article {article_id}", values, labels.ARTICLE)
    columns = parsed.article_values(values)
    with d.store.change(label, merge_key) as change:
        d.store.update("article", article_id, columns)
    return change.changed


def mark_done(d: Dossier, article_id: int) -> Changed:
    """Set an article to done. Raises NotFound."""
    articles.article(d.store.conn, article_id)
    with d.store.change("Xong bài viết") as change:
        d.store.update("article", article_id, {"state": ArticleState.DONE.value})
    return change.changed


def restore_aside(d: Dossier, aside_id: int) -> Changed:
    """Put a paragraph that was set aside back into the text; marks and suggestions move along. Raises NotFound."""
    aside = articles.aside(d.store.conn, aside_id)
    text = articles.current_body(d.store.conn, aside.article_id)["text"]
    at = aside.at
    inserted = f"{aside.text}\n" if at < len(text) else f"\n{aside.text}"
    new = text[:at] + inserted + text[at:]
    # What stood before it at the same place stays before it.
    neighbours = articles.asides(d.store.conn, aside.article_id)
    before = {other.id for other in neighbours if other.at == at and other.id < aside_id}
    with d.store.change("Đưa đoạn đã gạt ra trở lại bài") as change:
        d.store.remove("aside", aside_id)
        bodies.new_body(d.store, aside.article_id, new, "restored", [Edit(at, 0, inserted)])
        for other in articles.asides(d.store.conn, aside.article_id):
            if other.id in before:
                d.store.update("aside", other.id, {"at": at})
    return change.changed


def correct_text(d: Dossier, article_id: int, text: str) -> Changed:
    """Replace the text of an article by a corrected one; what stood on the old one moves along. Raises UserError."""
    with d.store.change("Sửa nội dung bài viết") as change:
        bodies.new_body(d.store, article_id, normalise(text), "corrected")
    return change.changed


def remove_article(d: Dossier, article_id: int) -> Changed:
    """Remove an article with its text, marks and suggestions. Raises NotFound."""
    title = articles.article(d.store.conn, article_id).title
    with d.store.change(f"Xoá bài “{title}”") as change:
        articles.remove(d.store, article_id)
    return change.changed


def _passage(d: Dossier, article_id: int, span: Span) -> Span:
    text: str = articles.current_body(d.store.conn, article_id)["text"]
    if span.stop > len(text):
        raise UserError("Đoạn được chọn nằm ngoài bài viết.", "Hãy chọn lại đoạn cần đánh dấu.")
    span = trim(text, span)
    if not len(span):
        raise UserError("Đoạn được chọn không có chữ nào.", "Hãy chọn lại đoạn cần đánh dấu.")
    return span


def _add(
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
    figures: Iterable[Figure] = (),
    origin: str = "hand",
) -> int:
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
    annotations.set_figures(d.store, annotation_id, tuple(figures) or find_figures(quote))
    if kind is Kind.TASK:
        tasks.add(d.store, annotation_id, task or _task_in(quote), _year(d, article_id))
    return annotation_id


def _accept(d: Dossier, suggestion: Suggestion, kind: Kind) -> int:
    proposal = suggestion.proposal
    annotation_id = annotations.with_span(
        d.store.conn, suggestion.article_id, proposal.span, kind
    ) or _add(
        d,
        suggestion.article_id,
        proposal.span,
        kind,
        field=proposal.field,
        cause=proposal.cause if kind is Kind.SHORTCOMING else "",
        task=proposal.task,
        figures=proposal.figures,
        origin="suggestion",
    )
    _decide(d, suggestion.id, SuggestionState.ACCEPTED, annotation_id)
    return annotation_id


def _with_ends(suggestion: Suggestion, span: Span) -> Suggestion:
    """The suggestion on another passage; its figures were those of the old one and are read anew."""
    if span == suggestion.proposal.span:
        return suggestion
    return replace(suggestion, proposal=replace(suggestion.proposal, span=span, figures=()))


def _decide(
    d: Dossier, suggestion_id: int, state: SuggestionState, annotation_id: int | None
) -> None:
    decided = {"state": state.value, "annotation_id": annotation_id}
    d.store.update("suggestion", suggestion_id, decided)


def _begin_reading(d: Dossier, change: Change, article_id: int) -> None:
    """The first decision in an unread article opens it; a mere look would not."""
    change.concerns(article_id)
    if articles.article(d.store.conn, article_id).state is ArticleState.UNREAD:
        d.store.update("article", article_id, {"state": ArticleState.READING.value})


def _open_suggestions(d: Dossier, article_id: int) -> tuple[Suggestion, ...]:
    articles.article(d.store.conn, article_id)
    return annotations.open_suggestions(d.store.conn, article_id)


def _must_be_free(d: Dossier, annotation: Annotation, span: Span, kind: Kind) -> None:
    """One passage bears one mark of a kind."""
    other = annotations.with_span(d.store.conn, annotation.article_id, span, kind)
    if other not in (None, annotation.id):
        raise UserError(
            f"Đoạn này đã được đánh dấu là {labels.KINDS[kind]}.", "Hãy xoá một trong hai đánh dấu."
        )


def _suggested_task(d: Dossier, annotation_id: int) -> Task | None:
    for suggestion_id in d.store.ids("suggestion", "annotation_id", annotation_id):
        task = annotations.suggestion(d.store.conn, suggestion_id).proposal.task
        if task is not None:
            return task
    return None


def _task_in(quote: str, assigner: str = "") -> Task:
    """What the passage alone says of a task: the documents it names."""
    return Task(documents=tuple(find_documents(quote)), assigner=assigner)


def _field_of(quote: str) -> str:
    from tttt_desktop.suggesting.suggest import field_of  # its lists are read at the first use

    return field_of(quote)


def _year(d: Dossier, article_id: int) -> int:
    """The year the tasks of an article are set for; this year when nothing tells."""
    return articles.article(d.store.conn, article_id).year or d.store.clock().year
