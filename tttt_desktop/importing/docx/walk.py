"""The walk over a Word text: what a reader of Word sees, paragraph by paragraph."""

from collections.abc import Iterator
from typing import Any

from tttt_desktop.importing.documents import office, symbols
from tttt_desktop.importing.documents.office import Look, Piece
from tttt_desktop.importing.docx.lists import Lists
from tttt_desktop.importing.docx.names import is_on, name, part, value
from tttt_desktop.importing.docx.styles import Styles
from tttt_desktop.importing.draft import words

_SKIPPED = words(
    "del moveFrom delText instrText delInstrText footnoteReference endnoteReference commentReference annotationRef"
    " footnoteRef endnoteRef rt pPr rPr tblPr tblPrEx tblGrid trPr tcPr sdtPr sdtEndPr sectPr altChunk binData"
    " object control"
)
_SIGNS = {
    "tab": " ",
    "ptab": " ",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "\xad",  # in the old fonts the byte of a letter
}


class Walk:
    """Goes once over the texts of a document, in order; list numbers count on from one to the next."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.title = ""
        self._styles = styles
        self._lists = lists
        self._fields = office.Fields()
        self._carried: list[Piece] = []  # of paragraphs whose end is deleted or hidden

    def lines(self, container: Any) -> Iterator[str]:
        """The texts of the paragraphs and rows in a body, cell, text box or control, in reading order."""
        for kind, child in _children(container):
            yield from self.element(kind, child)
        yield from self.rest()

    def element(self, kind: str, element: Any) -> Iterator[str]:
        """The lines of one element whose local name is `kind`."""
        if kind == "p":
            yield from self._paragraph(element)
        elif kind == "tr":
            yield from self._row(element)
        elif kind not in _SKIPPED:
            for inner, child in _children(element):
                yield from self.element(inner, child)

    def rest(self) -> Iterator[str]:
        """What is left of paragraphs without an end of their own."""
        if self._carried:
            yield self._line("")

    def _line(self, label: str) -> str:
        text = office.joined(self._carried)
        self._carried = []
        return f"{label} {text}" if label and text.strip() else text

    def _paragraph(self, element: Any) -> Iterator[str]:
        properties = part(element, "pPr")
        style = self._styles.paragraph(value(part(properties, "pStyle")))
        boxes: list[str] = []
        pieces = list(self._pieces(element, style.look, boxes))
        self._carried += pieces
        self._fields.end_paragraph()
        if not _joins_next(properties):
            line = self._line(self._lists.label(properties, style))
            if style.is_title and not self.title:
                self.title = line.strip()
            yield line
        yield from boxes

    def _pieces(self, element: Any, look: Look, boxes: list[str]) -> Iterator[Piece]:
        """The pieces of a paragraph's text; the lines of text boxes anchored in it are added to `boxes`."""
        for kind, child in _children(element):
            if kind == "r":
                yield from self._run(child, look, boxes)
            elif kind == "t" and not self._fields.hidden:
                yield look.scheme, child.text or ""
            elif kind in _SIGNS and not self._fields.hidden:
                yield look.scheme, _SIGNS[kind]
            elif kind == "sym" and not self._fields.hidden:
                yield _symbol(child)
            elif kind == "fldChar":
                self._fields.mark(value(child, "fldCharType"))
            elif kind == "txbxContent":
                boxes += Walk(self._styles, self._lists).lines(child)
            else:
                yield from self._pieces(child, look, boxes)

    def _run(self, run: Any, look: Look, boxes: list[str]) -> Iterator[Piece]:
        properties = part(run, "rPr")
        if properties is not None:
            look = self._styles.look(properties).over(look)
        if not look.hidden:
            yield from self._pieces(run, look, boxes)

    def _row(self, row: Any) -> Iterator[str]:
        if part(part(row, "trPr"), "del") is not None:
            return
        cells = [
            list(self.lines(cell))
            for _, cell in _children(row)
            if part(part(cell, "tcPr"), "cellDel") is None
        ]
        yield from office.row(cells)


def _children(element: Any) -> Iterator[tuple[str, Any]]:
    """(local name, child) of all that counts: of alternatives the first only, nothing that is skipped."""
    if name(element) == "AlternateContent":
        element = element[:1]
    for child in element:
        kind = name(child)
        if kind not in _SKIPPED:
            yield kind, child


def _joins_next(properties: Any) -> bool:
    """Whether the end of a paragraph is deleted or hidden, so that the next one goes on in its line."""
    mark = part(properties, "rPr")
    if mark is None:
        return False
    return (
        part(mark, "del") is not None
        or part(mark, "moveFrom") is not None
        or is_on(part(mark, "vanish"))
    )


def _symbol(element: Any) -> Piece:
    code = value(element, "char")
    font = value(element, "font")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return "", ""
    return office.scheme_of_font(font) or (
        symbols.OTHER if "\uf000" <= sign <= "\uf8ff" else ""
    ), sign
