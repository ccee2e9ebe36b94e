"""The ways out of a dossier besides its reports: which kinds of files there are, and how each is written."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tttt_desktop.domain.records import Page
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.exports import export, qda, tables

KINDS = ("xlsx", "csv", "json", "qdpx")
Write = Callable[[Path], tuple[Path, ...]]


def kind_of(path: Path) -> str:
    """The kind of file that a name says, "" where it says none of ours."""
    suffix = path.suffix.lower()[1:]
    return suffix if suffix in KINDS else ""


def order(kind: str, ids: Iterable[int]) -> list[int]:
    """The articles as they stand in a file: in the order given, in JSON by id."""
    return sorted(ids) if kind == "json" else list(ids)


def pages(dossier: Dossier, kind: str, ids: Sequence[int]) -> list[Page]:
    """What is written of these articles; those that no longer exist are left out, where the kind allows it."""
    return list(map(dossier.page, ids)) if kind == "json" else dossier.marked_pages(ids)


def writer(dossier: Dossier, kind: str, found: Sequence[Page]) -> Write:
    """How these pages are written to a file; gives the files written. Any thread may do it. It raises SaveFailed."""
    if kind == "json":
        known = export.known(dossier)
        return lambda out: export.write(known, found, out)
    if kind == "qdpx":
        project = qda.project_of(dossier, found)
        return lambda out: qda.write(project, out)
    followed = tables.followed(dossier)
    return lambda out: tables.write(tables.sheets_of(found, followed), out, kind)


def write(
    dossier: Dossier, kind: str, out: Path, ids: Iterable[int] | None = None
) -> tuple[Path, ...]:
    """Write all articles, or these, in one go; gives the files written. Raises SaveFailed, NotFound."""
    wanted = order(kind, dossier.article_ids() if ids is None else ids)
    return writer(dossier, kind, pages(dossier, kind, wanted))(out)
