"""The whole dossier as one JSON file for other programs. The same dossier always gives the same bytes.

UTF-8, one object:

    {"format": "tttt-desktop", "version": 1,
     "settings": {"office.name": "...", ...},            only those that are set
     "fields": ["...", ...], "agencies": ["...", ...],   in the dossier's order
     "saved_filters": [{"name" "conditions": {...}}, ...],
     "consolidation": {"order": [...], "lines": [{"id" "statement" "annotations": [...]}, ...], "left_out": [...],
                       "not_the_same": [[...], ...]},    how the annotations (by id) stand in the report
     "reports": [{"number" "kind" "made_at" "template" "title" "file_name" "folder" "annotations": [...]}, ...],
     "own_templates": [{"name" "kind" (signed, marked) "added_on"}, ...],
     "articles": [ARTICLE, ...]}                         by id

    ARTICLE     "id" "file" "title" "outlet" "byline" "published_on" "published_time" "event_on" "province" "review_year" "plan_year"
                "state" (unread, reading, done) "note" "sources": [SOURCE, ...] (where else it was published)
                "file_kind" "sha256" (of the file's bytes) "imported_at" "officials": [{"name" "post"}, ...]
                "text" "version" (above 1: the text has been corrected)
                "annotations": [ANNOTATION, ...]   "suggestions": [SUGGESTION, ...]      in text order; suggestions: the open ones
                "set_aside": [{"id" "at" "text" "reason"}, ...]                          "at": where in the text it would stand
    ANNOTATION  "id" "label" (achievement, shortcoming, task) "start" "end" "quote" "statement" "field" "note" "cause"
                "cause_start" "cause_end" "remedy" "origin" (hand, suggestion) "lost" "confirmed": [...] (values looked over)
                "task": TASK or null "figures": [FIGURE, ...]
    SUGGESTION  "id" "label" "start" "end" "quote" "score" "rule" "reason" "field" "cause" "task" "figures"
    SOURCE      "file" "outlet" "title" "byline" "published_on"
    TASK        "basis" (assigned, own plan) "assigner" "lead" "cooperating": [...] "deadline_text" "deadline_on"
                "status" (not started, under way, completed, dropped) "documents": [DOCUMENT, ...]; of an annotation also
                "carried_from" (annotation id of the task it continues, or null) "follow_ups": [FOLLOW_UP, ...]
                "evidence": [{"annotation" "year" "state" (accepted, declined)}, ...]
    FOLLOW_UP   "year" "status" "noted_on" "done_on" "note" "origin" (hand, evidence, nobody)
    FIGURE      "as_printed" "value" "of" "unit" "indicator" "change" "compared"
    DOCUMENT    "kind" "number" "issued_on" "issuer" "as_printed"

"start" and "end" count Unicode code points of "text" (NFC, lines end in "\\n"), so "quote" is text[start:end] unless the
annotation is "lost". Dates are "yyyy-mm-dd". Unknown dates, years, numbers and positions are null, unknown texts "".
New keys may be added under the same version; a key's meaning changes only with a new version.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tttt_desktop.domain.records import Annotation, Figure, FurtherSource, Page, Suggestion, Task
from tttt_desktop.services import consolidation, writing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import whole

VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """What of a dossier stands beside its pages."""

    head: Mapping[str, object]
    files: whole.Rows
    officials: whole.Rows
    follow_ups: whole.Rows
    evidence: whole.Rows
    carried: Mapping[int, int]


def known(dossier: Dossier) -> Known:
    """Read all that is written besides the pages."""
    conn = dossier.store.conn
    head = {
        "format": "tttt-desktop",
        "version": VERSION,
        "settings": whole.settings(conn),
        "fields": dossier.fields(),
        "agencies": dossier.agencies(),
        "saved_filters": whole.saved_filters(conn),
        "consolidation": consolidation.exported(dossier),
        "reports": whole.reports(conn),
        "own_templates": whole.own_templates(conn),
    }
    return Known(
        head,
        whole.files(conn),
        whole.officials(conn),
        whole.follow_ups(conn),
        whole.evidence(conn),
        whole.carried(conn),
    )


def write(found: Known, pages: Iterable[Page], out: Path) -> tuple[Path, ...]:
    """Write these pages, by id, to `out`, which is replaced only once all is written; gives the files written.

    Knows no dossier, so any thread may. Raises SaveFailed.
    """
    writing.replace(out, lambda draft: _write(found, pages, draft))
    return (out,)


def _write(found: Known, pages: Iterable[Page], draft: Path) -> None:
    with draft.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(_dump(found.head)[:-1] + ', "articles": [')
        for number, page in enumerate(pages):
            stream.write((",\n" if number else "\n") + _dump(_article(page, found)))
        stream.write("\n]}\n")


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=date.isoformat)


def _article(page: Page, found: Known) -> dict[str, Any]:
    values = asdict(page.article)
    values["sources"] = [_source(source) for source in page.article.sources]
    return {
        "id": values.pop("id"),
        "file": values.pop("source_name"),
        **values,
        **found.files.get(page.article.id, [{}])[0],
        "officials": found.officials.get(page.article.id, []),
        "text": page.text,
        "version": page.version,
        "annotations": [_annotation(annotation, found) for annotation in page.annotations],
        "suggestions": [_suggestion(suggestion, page.text) for suggestion in page.suggestions],
        "set_aside": [
            {"id": aside.id, "at": aside.at, "text": aside.text, "reason": aside.reason}
            for aside in page.asides
        ],
    }


def _source(source: FurtherSource) -> dict[str, Any]:
    values = asdict(source)
    return {"file": values.pop("name"), **values}


def _annotation(annotation: Annotation, found: Known) -> dict[str, Any]:
    cause = annotation.cause_span
    values = {
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
        "confirmed": sorted(annotation.confirmed),
        **_details(annotation.task, annotation.figures),
    }
    if values["task"]:
        values["task"] |= {
            "carried_from": found.carried.get(annotation.id),
            "follow_ups": found.follow_ups.get(annotation.id, []),
            "evidence": found.evidence.get(annotation.id, []),
        }
    return values


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
