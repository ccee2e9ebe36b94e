"""The whole dossier as one JSON file for other programs. The same dossier always gives the same bytes.

UTF-8, one object:

    {"format": "tttt-desktop", "version": 1,
     "settings": {"office.name": "...", ...},            the office's, only those that are set
     "fields": ["...", ...],                             in the dossier's order
     "consolidation": {"order": [...], "lines": [{"id" "statement" "annotations": [...]}, ...], "left_out": [...],
                       "not_the_same": [[...], ...]},    how the annotations (by id) stand in the report
     "articles": [ARTICLE, ...]}                         by id

    ARTICLE     "id" "file" "title" "outlet" "byline" "published_on" "published_time" "event_on" "province" "review_year" "plan_year"
                "state" (unread, reading, done) "note" "sources": [SOURCE, ...] (where else it was published) "text"
                "annotations": [ANNOTATION, ...]   "suggestions": [SUGGESTION, ...]      in text order; suggestions: the open ones
                "set_aside": [{"id" "at" "text" "reason"}, ...]                          "at": where in the text it would stand
    ANNOTATION  "id" "label" (achievement, shortcoming, task) "start" "end" "quote" "statement" "field" "note" "cause"
                "cause_start" "cause_end" "remedy" "origin" (hand, suggestion) "lost" "task": TASK or null "figures": [FIGURE, ...]
    SUGGESTION  "id" "label" "start" "end" "quote" "score" "rule" "reason" "field" "cause" "task" "figures"
    SOURCE      "file" "outlet" "title" "byline" "published_on"
    TASK        "basis" (assigned, own plan) "assigner" "lead" "cooperating": [...] "deadline_text" "deadline_on"
                "status" (not started, under way, completed, dropped) "documents": [DOCUMENT, ...]
    FIGURE      "as_printed" "value" "of" "unit" "indicator" "change" "compared"
    DOCUMENT    "kind" "number" "issued_on" "issuer" "as_printed"

"start" and "end" count Unicode code points of "text" (NFC, lines end in "\\n"), so "quote" is text[start:end] unless the
annotation is "lost". Dates are "yyyy-mm-dd". Unknown dates, years, numbers and positions are null, unknown texts "".
New keys may be added under the same version; a key's meaning changes only with a new version.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import IO, Any

from tttt_desktop.domain.records import Annotation, Figure, FurtherSource, Page, Suggestion, Task
from tttt_desktop.services import consolidation, writing
from tttt_desktop.services.dossier import Dossier

VERSION = 1
OFFICE_SETTINGS = tuple(
    f"office.{name}"
    for name in (
        "parent",
        "name",
        "place",
        "symbol",
        "number",
        "date",
        "addressee",
        "signer_authority",
        "signer_title",
        "signer_name",
        "recipients",
        "archive",
    )
)


def to_json(dossier: Dossier, out: Path, ids: Collection[int] | None = None) -> None:
    """Write the dossier, or only these articles of it, to `out`, which is replaced only once all is written. Raises SaveFailed."""
    writing.replace(out, lambda draft: _write(dossier, draft, ids))


def _write(dossier: Dossier, draft: Path, ids: Collection[int] | None) -> None:
    with draft.open("w", encoding="utf-8", newline="\n") as stream:
        _write_all(dossier, stream, ids)


def _write_all(dossier: Dossier, stream: IO[str], ids: Collection[int] | None) -> None:
    """An article at a time: a dossier may hold more than fits into memory twice."""
    settings = {key: dossier.setting(key) for key in OFFICE_SETTINGS}
    head = {
        "format": "tttt-desktop",
        "version": VERSION,
        "settings": {key: value for key, value in settings.items() if value},
        "fields": dossier.fields(),
        "consolidation": consolidation.exported(dossier),
    }
    stream.write(_dump(head)[:-1] + ', "articles": [')
    for number, page in enumerate(_pages(dossier, ids)):
        stream.write((",\n" if number else "\n") + _dump(_article(page)))
    stream.write("\n]}\n")


def _pages(dossier: Dossier, ids: Collection[int] | None) -> Iterator[Page]:
    for article_id in sorted(dossier.article_ids() if ids is None else ids):
        yield dossier.page(article_id)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=date.isoformat)


def _article(page: Page) -> dict[str, Any]:
    values = asdict(page.article)
    values["sources"] = [_source(source) for source in page.article.sources]
    return {
        "id": values.pop("id"),
        "file": values.pop("source_name"),
        **values,
        "text": page.text,
        "annotations": [_annotation(annotation) for annotation in page.annotations],
        "suggestions": [_suggestion(suggestion, page.text) for suggestion in page.suggestions],
        "set_aside": [
            {"id": aside.id, "at": aside.at, "text": aside.text, "reason": aside.reason}
            for aside in page.asides
        ],
    }


def _source(source: FurtherSource) -> dict[str, Any]:
    values = asdict(source)
    return {"file": values.pop("name"), **values}


def _annotation(annotation: Annotation) -> dict[str, Any]:
    cause = annotation.cause_span
    return {
        "id": annotation.id,
        "label": annotation.kind,
        "start": annotation.span.start,
        "end": annotation.span.stop,
        "quote": annotation.quote,
        "statement": annotation.statement,
        "field": annotation.field,
        "note": annotation.note,
        "cause": annotation.cause,
        "cause_start": cause.start if cause else None,
        "cause_end": cause.stop if cause else None,
        "remedy": annotation.remedy,
        "origin": annotation.origin,
        "lost": annotation.lost,
        **_details(annotation.task, annotation.figures),
    }


def _suggestion(suggestion: Suggestion, text: str) -> dict[str, Any]:
    proposal = suggestion.proposal
    return {
        "id": suggestion.id,
        "label": proposal.kind,
        "start": proposal.span.start,
        "end": proposal.span.stop,
        "quote": proposal.span.of(text),
        "score": proposal.score,
        "rule": proposal.rule,
        "reason": proposal.reason,
        "field": proposal.field,
        "cause": proposal.cause,
        **_details(proposal.task, proposal.figures),
    }


def _details(task: Task | None, figures: tuple[Figure, ...]) -> dict[str, Any]:
    return {
        "task": asdict(task) if task else None,
        "figures": [asdict(figure) for figure in figures],
    }
