"""`import` and `suggest`: reading articles from files."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tttt_desktop.cli.annotation import annotation
from tttt_desktop.cli.output import Output
from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.services import imports, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.duplicates import Marker

NEARLY_THE_SAME = 0.9  # similarity from which an article is one more source of another


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Read the files; store them, or print what was found in them. 1 when any file was refused."""
    readings = read(arguments.paths)
    if arguments.command == "suggest":
        for reading in suggest(readings):
            _print_suggestions(reading, output)
    elif any(reading.article for reading in readings):
        with _opened(arguments.dossier) as dossier:
            _store(dossier, readings, output)
            fill(dossier)
    else:
        _print_statuses(readings, {}, output)
    return 1 if any(reading.refused for reading in readings) else 0


def read(paths: Sequence[Path]) -> list[imports.Reading]:
    """Read files and folders, with a line of progress for a person who waits."""
    with _telling("Đang đọc") as progress:
        return imports.read(imports.expand(paths), progress=progress, cancelled=lambda: False)


def suggest(readings: Sequence[imports.Reading]) -> list[imports.Reading]:
    """Look for the suggestions of readings, with a line of progress."""
    with _telling("Đang tìm gợi ý") as progress:
        return imports.suggest(readings, progress=progress, cancelled=lambda: False)


def fill(dossier: Dossier) -> None:
    """Find and store the suggestions of all articles that wait for theirs, with a line of progress."""
    with _telling("Đang tìm gợi ý") as progress:
        suggestions.fill(dossier, progress=progress)


@contextmanager
def _telling(doing: str) -> Iterator[Callable[[int, int, str], None]]:
    """A line of progress for a person who waits; nothing for a program."""
    waiting = sys.stderr.isatty()

    def tell(done: int, total: int, name: str) -> None:
        if waiting:
            sys.stderr.write(f"\r\x1b[K{doing} {done}/{total} {name}")

    yield tell
    if waiting:
        sys.stderr.write("\r\x1b[K")


def _opened(path: Path) -> Dossier:
    return Dossier.open(path) if path.exists() else Dossier.create(path)


def _store(dossier: Dossier, readings: Sequence[imports.Reading], output: Output) -> None:
    marked = [_decided(reading) for reading in Marker(dossier).mark(readings)]
    kept = [reading for reading in marked if reading.article and not _is_known(reading)]
    ids = imports.store(dossier, kept).article_ids if kept else ()
    _print_statuses(marked, dict(zip((one.path for one in kept), ids, strict=True)), output)


def _is_known(reading: imports.Reading) -> bool:
    return reading.duplicate_of is not None and reading.similarity == 1.0


def _decided(reading: imports.Reading) -> imports.Reading:
    """What nobody is asked about here: nearly the same article is kept as one more source, a similar one on its own."""
    if reading.duplicate_of is None or _is_known(reading):
        return reading
    if reading.similarity >= NEARLY_THE_SAME:
        said = f"{reading.message} Đã giữ làm thêm một nguồn của bài đó."
        return replace(reading, as_source=True, message=said)
    return replace(reading, message=f"{reading.message} Vẫn nhập thành bài riêng.")


def _print_statuses(
    readings: Sequence[imports.Reading], ids: Mapping[str, int], output: Output
) -> None:
    for reading in readings:
        article_id = ids.get(reading.path) or reading.duplicate_of or ids.get(reading.twin)
        if reading.article is None:
            status, said = "refused", "bị từ chối"
        elif reading.as_source:
            status, said = "duplicate", "trùng, giữ thêm nguồn"
        elif _is_known(reading):
            status, said = "duplicate", "trùng, không nhập"
        else:
            status, said = "imported", "đã nhập"
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
    text, proposals = reading.article.text, reading.proposals or ()
    values = _values(reading, "read", None)
    values["text"] = text
    values["annotations"] = [annotation(proposal, text) for proposal in proposals]
    values["encoding"] = reading.article.encoding or None
    values["officials"] = [
        {"name": one.name, "post": one.post} for one in reading.article.officials
    ]
    lines = [f"{reading.path}: {len(proposals)} gợi ý"]
    lines += [f"  {p.kind.value:11}  {p.span.of(text)}" for p in proposals]
    output.result(values, "\n".join(lines))
