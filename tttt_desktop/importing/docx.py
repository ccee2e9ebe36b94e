"""Word files: our own walk over `word/document.xml`, and over no other part of the package.

Kept are paragraphs, tables (a row as one line), text boxes (once), content controls and insertions; left out are
deletions, note marks and fields' codes. No link, image, template or other part is ever opened.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.draft import Draft, words

_MOST_ENTRIES = 5_000
_LARGEST = 100 * 1024 * 1024
_WORST_RATIO = 200
_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = words(
    "del moveFrom delText instrText footnoteReference endnoteReference commentReference annotationRef rt"
    " pPr rPr tblPr tblGrid trPr tcPr sdtPr sectPr"
)
_WIDEST_CELL = 200  # characters up to which the cells of a row stand on one line
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}


def read(data: bytes) -> Draft:
    """The paragraphs of a Word file, each a block. Errors: FileRefused."""
    import lxml.etree as etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    xml = _main_part(data)
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml[:65_536]:
        raise _damaged()
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise _damaged() from error
    if root.getroottree().docinfo.doctype:
        raise _damaged()
    return Draft(list(_blocks(root)))


def _main_part(data: bytes) -> bytes:
    """The bytes of the main part, once the package keeps within the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(package.infolist(), len(data))
            with package.open(_MAIN) as part:
                xml = part.read(_LARGEST + 1)
    except KeyError:
        raise FileRefused(
            "Tệp nén này không phải tệp Word (.docx).",
            "Nếu là .zip, .odt, .xlsx: hãy giải nén hoặc lưu lại dạng .docx.",
        ) from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as error:
        raise _damaged() from error
    if len(xml) > _LARGEST:
        raise _too_large()
    return xml


def _check(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or unpacked > _LARGEST or unpacked > _WORST_RATIO * packed:
        raise _too_large()


def _damaged() -> FileRefused:
    return FileRefused("Có thể tệp bị hỏng hoặc đang mở trong Word.", "Hãy đóng Word rồi thử lại.")


def _too_large() -> FileRefused:
    return FileRefused(
        "Tệp Word giải nén ra quá lớn nên không đọc.", "Hãy chép phần chữ sang một tệp Word mới."
    )


def _blocks(root: Any) -> Iterator[Block]:
    body = next((child for child in root if _name(child) == "body"), root)
    for text in _lines(body):
        for line in normalise(text).split("\n"):
            if line.strip():
                yield Block(line.strip())


def _name(element: Any) -> str:
    """The local name of an element of Word's namespaces, "" for any other node."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    for space in (_W, _STRICT, _CHOICE):
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


def _children(element: Any) -> Iterator[tuple[str, Any]]:
    """(local name, child) of all that counts: of alternatives the first only, nothing that is skipped."""
    if _name(element) == "AlternateContent":
        element = element[:1]
    for child in element:
        name = _name(child)
        if name not in _SKIPPED:
            yield name, child


def _lines(container: Any) -> Iterator[str]:
    """The texts of the paragraphs and rows in a body, cell, text box or control, in reading order."""
    for name, child in _children(container):
        if name == "p":
            boxes: list[str] = []
            yield "".join(_pieces(child, boxes))
            yield from boxes
        elif name == "tr":
            yield from _row(child)
        else:
            yield from _lines(child)


def _pieces(element: Any, boxes: list[str]) -> Iterator[str]:
    """The pieces of a paragraph's text; the lines of text boxes anchored in it are added to `boxes`."""
    for name, child in _children(element):
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "txbxContent":
            boxes += _lines(child)
        else:
            yield from _pieces(child, boxes)


def _row(row: Any) -> Iterator[str]:
    """A table row: one line with its cells when they are short, else the lines of each cell."""
    cells = [[line for line in _lines(cell) if line.strip()] for _, cell in _children(row)]
    filled = [cell for cell in cells if cell]
    if all(len(cell) == 1 and len(cell[0]) <= _WIDEST_CELL for cell in filled):
        yield " | ".join(cell[0].strip() for cell in filled)
    else:
        for cell in filled:
            yield from cell
