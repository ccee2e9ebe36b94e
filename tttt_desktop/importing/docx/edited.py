"""A report of ours that was edited in a word processor: its text with our bookmarks, changes read as accepted.

What was inserted or moved here counts, what was deleted or moved away does not; comments, headers and text boxes are left
out. Word puts the ends of bookmarks also between paragraphs and drops them from copies.
"""

import re
from collections.abc import Iterator
from typing import Any

from tttt_desktop.domain.edited import Edited, Mark, Paragraph
from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.text import normalise
from tttt_desktop.domain.traces import PROPERTY, annotation_of, report_mark, report_of
from tttt_desktop.importing.documents import safexml
from tttt_desktop.importing.documents.package import Package
from tttt_desktop.importing.docx.names import is_on, name, part, parts, value
from tttt_desktop.importing.draft import words

_MAIN = "word/document.xml"
_OLD_WORD = b"\xd0\xcf\x11\xe0"  # Word 97-2003, and any Word file with a password
_TAGS = ("p", "tbl", "sdt", "customXml", "sectPr", "bookmarkStart", "bookmarkEnd")
_SKIPPED = words(
    "del moveFrom delText instrText rt pPr rPr tblPr tblPrEx tblGrid trPr tcPr sdtPr sdtEndPr sectPr altChunk"
    " AlternateContent pict drawing object control"
)
_CHANGES = words("ins del moveFrom moveTo")
_SIGNS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BEGIN, _END = "\ue000", "\ue001"  # where a bookmark begins or ends, while the text is put together
_BLANKS = re.compile("  +")


def read(data: bytes) -> Edited:
    """The paragraphs and rows of the text in reading order. Errors: FileRefused."""
    if data.startswith(_OLD_WORD):
        raise FileRefused(
            "Tệp là Word đời cũ (.doc) hoặc có mật khẩu nên không đọc lại được.",
            "Hãy mở bằng Word, bỏ mật khẩu, lưu thành tệp .docx rồi thử lại.",
        )
    package = Package(data)
    if _MAIN not in package:
        raise FileRefused(
            "Đây không phải báo cáo Word (.docx).", "Hãy chọn tệp báo cáo đã lập từ chương trình."
        )
    walk = _Walk()
    with package.open(_MAIN) as source:
        for element in safexml.children(source, "body", _TAGS):
            walk.block(element)
    paragraphs = walk.finish()
    number = _property(package) or walk.number
    comments = safexml.parse(package.read("word/comments.xml"))
    counted = len(list(parts(comments, "comment")))
    return Edited(paragraphs, number, walk.revised, counted, tuple(_notes(package)))


def _notes(package: Package) -> Iterator[str]:
    """The words of each footnote; the lines that part them from the text are footnotes, too, of a type of their own."""
    for note in parts(safexml.parse(package.read("word/footnotes.xml")), "footnote"):
        if not value(note, "type"):
            walk = _Walk()
            for element in note:
                walk.block(element)
            yield " ".join(one.text for one in walk.finish())


def _property(package: Package) -> str:
    """The number of the report in the properties of the file, "" when it is not there."""
    root = safexml.parse(package.read("docProps/custom.xml"))
    for one in () if root is None else root:
        if one.get("name") == PROPERTY:
            said = "".join(one.itertext()).strip()
            return report_of(report_mark(said))
    return ""


class _Walk:
    """Goes once over the text. Bookmarks are told by their numbers until they end."""

    def __init__(self) -> None:
        self.revised = False
        self.number = ""
        self._done: list[Paragraph] = []
        self._open: dict[str, str] = {}  # id of the bookmark -> name
        self._going_on: tuple[str, ...] = ()
        self._pieces: list[str] = []
        self._names: list[str] = []  # of the bookmarks that begin or end in the pieces, in order
        self._tables = 0

    def finish(self) -> tuple[Paragraph, ...]:
        """All that was read; a bookmark without an end ends with its paragraph."""
        self._end_paragraph(0)
        endless = set(self._open.values())
        return tuple(_ended(one, endless) if endless else one for one in self._done)

    def block(self, element: Any) -> None:
        """One paragraph, table or bookmark between them."""
        kind = name(element)
        if kind == "p":
            self._paragraph(element)
        elif kind == "tbl":
            self._tables += 1
            self._table(element)
        elif kind in ("bookmarkStart", "bookmarkEnd"):
            self._bookmark(kind, element)
        elif kind not in _SKIPPED:
            self.revised = self.revised or kind in _CHANGES
            for child in element:
                self.block(child)

    def _paragraph(self, element: Any) -> None:
        properties = part(element, "pPr")
        self._inline(element)
        if _joins_next(properties):
            self.revised = True
        else:
            style = value(part(properties, "pStyle"))
            level = int(style[-1]) if style in ("Heading1", "Heading2", "Heading3") else 0
            self._end_paragraph(level)

    def _inline(self, element: Any) -> None:
        for child in element:
            kind = name(child)
            self.revised = self.revised or kind in _CHANGES
            if kind == "t":
                self._pieces.append(_PRIVATE.sub("", child.text or ""))
            elif kind in _SIGNS:
                self._pieces.append(_SIGNS[kind])
            elif kind in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(kind, child)
            elif kind and kind not in _SKIPPED and not _is_hidden(kind, child):
                self._inline(child)

    def _bookmark(self, kind: str, element: Any) -> None:
        number = value(element, "id")
        if kind == "bookmarkStart":
            said = value(element, "name")
            self.number = self.number or report_of(said)
            if annotation_of(said):
                self._open[number] = said
                self._put(_BEGIN, said)
        elif number in self._open:
            self._put(_END, self._open.pop(number))

    def _put(self, sign: str, said: str) -> None:
        self._pieces.append(sign)
        self._names.append(said)

    def _table(self, element: Any) -> None:
        """The rows; a cell's paragraphs stand in one line."""
        self._end_pending()
        for row in _rows(element):
            if part(part(row, "trPr"), "del") is not None:
                self.revised = True
                continue
            before = len(self._done)
            cells = tuple(self._cell(cell) for cell in _cells(row))
            marks = tuple(mark for one in self._done[before:] for mark in one.marks)
            del self._done[before:]
            text = " ".join(filter(None, cells))
            self._done.append(Paragraph(text, marks, table=self._tables, cells=cells))

    def _cell(self, cell: Any) -> str:
        before = len(self._done)
        for child in cell:
            self.block(child)
        self._end_pending()
        return " ".join(one.text for one in self._done[before:] if one.text)

    def _end_pending(self) -> None:
        """A paragraph whose end was deleted ends with its cell, or in front of a table."""
        if any(piece not in (_BEGIN, _END) for piece in self._pieces):
            self._end_paragraph(0)

    def _end_paragraph(self, level: int) -> None:
        """Put the pieces together; what is between two paragraphs belongs to the next one."""
        if not self._pieces:
            self._going_on = tuple(self._open.values())
            return
        raw = "".join(self._pieces)
        if not self._names and not self._going_on:
            self._done.append(Paragraph(_line(raw).strip(), level=level))
            self._pieces = []
            return
        text, places = _placed(raw)
        found: dict[str, Mark] = {}
        going_on = list(self._going_on)
        for said, (sign, at) in zip(self._names, places, strict=True):
            if sign == _BEGIN:
                found[said] = Mark(said, at, len(text))
            elif said in found:
                found[said] = Mark(said, found[said].start, at)
            elif said in going_on and not at:
                going_on.remove(said)  # it ended with the paragraph before
        self._done.append(Paragraph(text, tuple(found.values()), tuple(going_on), level))
        self._pieces, self._names = [], []
        self._going_on = tuple(self._open.values())


def _joins_next(properties: Any) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on in it."""
    mark = part(properties, "rPr")
    return mark is not None and any(name(one) in ("del", "moveFrom") for one in mark)


def _is_hidden(kind: str, element: Any) -> bool:
    return kind == "r" and is_on(part(part(element, "rPr"), "vanish"))


def _line(raw: str) -> str:
    return _BLANKS.sub(" ", normalise(raw).replace("\n", " "))


def _placed(raw: str) -> tuple[str, list[tuple[str, int]]]:
    """The text in one normalised line, and each sign with its place in it."""
    line = _line(raw)
    places: list[tuple[str, int]] = []
    out: list[str] = []
    length, blank = 0, True  # how much there is, and whether it ends with a blank or is nothing yet
    for piece in re.split(f"([{_BEGIN}{_END}])", line):
        if piece in (_BEGIN, _END):
            places.append((piece, length))
            continue
        out.append(piece.lstrip() if blank else piece)
        length += len(out[-1])
        blank = out[-1].endswith(" ") if out[-1] else blank
    text = "".join(out).rstrip()
    return normalise(text), [(sign, min(at, len(text))) for sign, at in places]


def _ended(one: Paragraph, endless: set[str]) -> Paragraph:
    kept = tuple(said for said in one.goes_on if said not in endless)
    return Paragraph(one.text, one.marks, kept, one.level, one.table, one.cells)


def _rows(element: Any) -> Iterator[Any]:
    """The rows of a table, also those in content controls."""
    for child in element:
        kind = name(child)
        if kind == "tr":
            yield child
        elif kind and kind not in _SKIPPED:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        kind = name(child)
        if kind == "tc":
            if part(part(child, "tcPr"), "cellDel") is None:
                yield child
        elif kind and kind not in _SKIPPED:
            yield from _cells(child)
