"""The dossier as a REFI-QDA project (.qdpx) for programs of qualitative analysis."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from tttt_desktop.domain.records import Page
from tttt_desktop.reporting.qdpx.project import Project
from tttt_desktop.services import writing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import origins

SUFFIX = ".qdpx"


def project_of(dossier: Dossier, pages: Sequence[Page]) -> Project:
    """What is written of these articles. GUIDs rest on the first file the dossier was given, so they never change."""
    conn = dossier.store.conn
    first = origins.first_source(conn)
    began = first[1] if first else datetime(2000, 1, 1)
    return Project(
        name=dossier.path.stem,
        seed=uuid5(NAMESPACE_OID, f"tttt-desktop {first[0]} {began}" if first else "tttt-desktop"),
        made_at=began.astimezone(UTC),
        changed_at=(dossier.store.last_change_at() or began).astimezone(UTC),
        pages=pages,
        fields=dossier.fields(),
        imported={one: at.astimezone(UTC) for one, at in origins.imported(conn).items()},
    )


def write(project: Project, out: Path) -> tuple[Path, ...]:
    """Write the project to `out`; gives the files written. Knows no dossier, so any thread may. Raises SaveFailed."""
    from tttt_desktop.reporting.qdpx.file import write_project

    writing.replace(out, lambda draft: write_project(project, draft))
    return (out,)
