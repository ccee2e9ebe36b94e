"""The .qdpx file.

REFI-QDA 1.5: a zip of project.qde and of the texts, each sources/<GUID>.txt in UTF-8 without BOM, lines ending in
"\\n", so that a position counts code points of the text and no reader must convert any.
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tttt_desktop.reporting.qdpx.document import document
from tttt_desktop.reporting.qdpx.project import Project

_SAME_DAY = (1980, 1, 1, 0, 0, 0)  # of the parts of the zip: the same dossier gives the same bytes


def write_project(project: Project, out: Path) -> None:
    """Write the .qdpx. Raises OSError where the disk refuses."""
    with ZipFile(out, "w") as packed:
        with packed.open(_part("project.qde"), "w") as stream:
            stream.writelines(piece.encode() for piece in document(project))
        for page in project.pages:
            name = f"sources/{project.guid('article', page.article.id)}.txt"
            packed.writestr(_part(name), page.text.encode())


def _part(name: str) -> ZipInfo:
    part = ZipInfo(name, _SAME_DAY)
    part.compress_type = ZIP_DEFLATED
    return part
