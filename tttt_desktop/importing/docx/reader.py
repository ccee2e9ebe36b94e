"""Word files (.docx, .docm): a package whose main text is walked; macros, links, pictures and templates are never opened.

Kept are paragraphs with their list numbers, tables (a row as one line), text boxes (once), content controls,
insertions and the results of fields. Headers, footers and notes are set aside; deletions, comments, hidden text and the
codes of fields are left out. Runs in the fonts before Unicode are read by `legacy`.
"""

import posixpath
from collections.abc import Iterator
from typing import IO, Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.importing.documents import office, safexml
from tttt_desktop.importing.documents.package import Package
from tttt_desktop.importing.docx.lists import Lists
from tttt_desktop.importing.docx.names import name, parts, value
from tttt_desktop.importing.docx.styles import Styles
from tttt_desktop.importing.docx.walk import Walk
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.page import noise

_MAIN = "word/document.xml"
_TAGS = ("p", "tbl", "sdt", "customXml", "sectPr", "AlternateContent")
_FOREIGN = (
    ("xl/", "Đây là bảng tính Excel, không phải bài viết."),
    ("ppt/", "Đây là bài trình chiếu PowerPoint, không phải bài viết."),
    ("visio/", "Đây là bản vẽ Visio, không phải bài viết."),
)
_NOTE_TEXTS = frozenset({"", "normal"})  # the other types are lines drawn between text and notes


def read(data: bytes) -> Draft:
    """The lines of a Word file in reading order, each a block. Errors: FileRefused."""
    package = Package(data)
    main = _main_part(package)
    related = _targets(package, main)
    styles = Styles.read(_one(package, related, "styles"), _one(package, related, "theme"))
    walk = Walk(styles, Lists(_one(package, related, "numbering"), styles))
    with package.open(main) as source:
        body = list(office.blocks(_body(walk, source)))
    return Draft(
        [
            *_edges(package, related, styles, "header", noise.HEAD),
            *body,
            *_notes(package, related, styles),
            *_edges(package, related, styles, "footer", noise.FOOT),
        ],
        title=walk.title,
    )


def _body(walk: Walk, source: IO[bytes]) -> Iterator[str]:
    for element in safexml.children(source, "body", _TAGS):
        yield from walk.element(name(element), element)
    yield from walk.rest()


def _main_part(package: Package) -> str:
    """The name of the main text. Errors: FileRefused for packages of other programs."""
    for target in _targets(package, "").get("officeDocument", []):
        if target in package and not target.startswith(("xl/", "ppt/", "visio/")):
            return target
    if _MAIN in package:
        return _MAIN
    for folder, message in _FOREIGN:
        if package.has_folder(folder):
            raise FileRefused(message, "Hãy chép phần chữ cần dùng sang một tệp Word.")
    raise FileRefused(
        "Tệp nén này không phải tệp Word (.docx).",
        "Hãy giải nén rồi nhập các tệp bên trong, hoặc lưu lại dạng .docx.",
    )


def _targets(package: Package, source: str) -> dict[str, list[str]]:
    """The parts that a part uses ("" for the package), by the last word of their relation's type; none outside the file."""
    folder, file = posixpath.split(source)
    root = safexml.parse(package.read(posixpath.join(folder, "_rels", f"{file}.rels")))
    found: dict[str, list[str]] = {}
    for one in () if root is None else root:
        target = one.get("Target", "")
        if (
            safexml.local(one.tag) == "Relationship"
            and target
            and one.get("TargetMode") != "External"
        ):
            kind = one.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, []).append(_resolved(folder, target))
    return found


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _one(package: Package, related: dict[str, list[str]], kind: str) -> Any:
    """The root of the part of a kind; None when it is missing or broken."""
    return safexml.parse(package.read(related[kind][0])) if kind in related else None


def _edges(
    package: Package, related: dict[str, list[str]], styles: Styles, kind: str, reason: str
) -> Iterator[Block]:
    """The lines of all headers or footers, each once."""
    seen: set[str] = set()
    for target in related.get(kind, []):
        root = safexml.parse(package.read(target))
        if root is None:
            continue
        for block in office.blocks(Walk(styles, Lists(None, styles)).lines(root), reason):
            if block.text not in seen:
                seen.add(block.text)
                yield block


def _notes(package: Package, related: dict[str, list[str]], styles: Styles) -> Iterator[Block]:
    """The lines of footnotes, then of endnotes."""
    for kind in ("footnotes", "endnotes"):
        for note in parts(_one(package, related, kind), kind.removesuffix("s")):
            if value(note, "type") in _NOTE_TEXTS:
                lines = Walk(styles, Lists(None, styles)).lines(note)
                yield from office.blocks(lines, office.NOTE)
