"""`import` and `suggest`: reading articles from files."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tttt_desktop.cli.output import Output
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import ParsedArticle, Proposal, Task
from tttt_desktop.services import imports
from tttt_desktop.services.dossier import Dossier


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Read the files; store them, or print what was found in them. 1 when any file was refused."""
    readings = read(arguments.paths)
    if arguments.command == "suggest":
        for reading in readings:
            _print_suggestions(reading, output)
    elif any(reading.article for reading in readings):
        with _opened(arguments.dossier) as dossier:
            _store(dossier, readings, output)
    else:
        _print_statuses(readings, [], output)
    return 1 if any(reading.refused for reading in readings) else 0


def read(paths: Sequence[Path]) -> list[imports.Reading]:
    """Read files and folders, with a line of progress for a person who waits."""
    waiting = sys.stderr.isatty()

    def progress(done: int, total: int, name: str) -> None:
        if waiting:
            sys.stderr.write(f"\r\x1b[KĐang đọc {done}/{total} {name}")

    readings = imports.read(imports.expand(paths), progress=progress, cancelled=lambda: False)
    if waiting:
        sys.stderr.write("\r\x1b[K")
    return readings


def _opened(path: Path) -> Dossier:
    return Dossier.open(path) if path.exists() else Dossier.create(path)


def _store(dossier: Dossier, readings: Sequence[imports.Reading], output: Output) -> None:
    marked = imports.mark_duplicates(dossier, readings)
    new = [reading for reading in marked if reading.article and reading.duplicate_of is None]
    ids = imports.store(dossier, new).article_ids if new else ()
    _print_statuses(marked, ids, output)


def _print_statuses(
    readings: Sequence[imports.Reading], new_ids: Sequence[int], output: Output
) -> None:
    ids = iter(new_ids)
    for reading in readings:
        if reading.article is None:
            status, article_id, said = "refused", None, "bị từ chối"
        elif reading.duplicate_of is not None:
            status, article_id, said = (
                "duplicate",
                reading.duplicate_of or None,
                "trùng, không nhập",
            )
        else:
            status, article_id, said = "imported", next(ids), "đã nhập"
        values = _values(reading, status, article_id)
        output.result(values, _sentence(reading.path, said, str(values["message"])))


def _values(reading: imports.Reading, status: str, article_id: int | None) -> dict[str, Any]:
    article = reading.article
    return {
        "file": reading.path,
        "status": status,
        "article_id": article_id,
        "title": article.title if article else None,
        "published": _published(article) if article else None,
        "event_on": _iso(article.event_on) if article else None,
        "byline": (article.byline or None) if article else None,
        "outlet": (article.outlet or None) if article else None,
        "province": (article.province or None) if article else None,
        "review_year": article.review_year if article else None,
        "plan_year": article.plan_year if article else None,
        "message": reading.refused or reading.message,
    }


def _sentence(path: str, said: str, message: str) -> str:
    return f"{path}: {said}. {message}".rstrip()


def _published(article: ParsedArticle) -> str | None:
    """ISO, with the time only when the page shows one."""
    if article.published_on is None:
        return None
    time = f"T{article.published_time}" if article.published_time else ""
    return article.published_on.isoformat() + time


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _print_suggestions(reading: imports.Reading, output: Output) -> None:
    if reading.article is None:
        output.result(
            _values(reading, "refused", None),
            _sentence(reading.path, "bị từ chối", reading.refused),
        )
        return
    text = reading.article.text
    values = _values(reading, "read", None)
    values["text"] = text
    values["annotations"] = [_annotation(proposal, text) for proposal in reading.proposals]
    lines = [f"{reading.path}: {len(reading.proposals)} gợi ý"]
    lines += [f"  {p.kind.value:11}  {p.span.of(text)}" for p in reading.proposals]
    output.result(values, "\n".join(lines))


def _annotation(proposal: Proposal, text: str) -> dict[str, Any]:
    task = proposal.task or Task()
    return {
        "start": proposal.span.start,
        "end": proposal.span.stop,
        "text": proposal.span.of(text),
        "label": proposal.kind.value,
        "basis": task.basis.value if proposal.task else None,
        "field": proposal.field,
        "assigner": task.assigner or None,
        "assignee": task.lead or None,
        "deadline": task.deadline_text or None,
        "score": proposal.score,
        "reason": proposal.reason,
        "figures": [
            {"text": f.as_printed, "value": f.value, "of": f.of, "unit": f.unit, "change": f.change}
            for f in proposal.figures
        ],
        "legal_refs": [
            {
                "text": document.as_printed,
                "number": document.number,
                "date": _iso(document.issued_on),
            }
            for document in find_documents(proposal.span.of(text))
        ],
    }
