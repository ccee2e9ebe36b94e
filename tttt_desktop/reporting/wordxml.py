"""Pieces of WordprocessingML as strings: one function for each kind of paragraph or table.

Strings are some fifty times faster than building rows through python-docx. Every text passes
`clean()`: what XML or Word would refuse is left out of the copy, and nothing else is altered.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import count
from unicodedata import is_normalized

from tttt_desktop.domain.text import normalise
from tttt_desktop.reporting.footnotes import Notes
from tttt_desktop.reporting.tree import Cell, Column, Picture, Row

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PRIVATE = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff]")  # no letter in any font
_RUN = '<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>'
_LINK = '<w:hyperlink w:anchor="bai_{0}" w:history="1"><w:r><w:t>[{0}]</w:t></w:r></w:hyperlink>'
_NOTE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'
_REFERENCE = _NOTE.format('<w:footnoteReference w:id="{}"/>')
_REFERENCED = _NOTE.format("<w:footnoteRef/>")
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
    for number, kind, mark in (
        (-1, "separator", "separator"),
        (0, "continuationSeparator", "continuationSeparator"),
    )
)
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_DRAWING = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWINGML}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
    ' distR="0"><wp:extent {size}/><wp:docPr {name}/>'
    f'<a:graphic xmlns:a="{_DRAWINGML}/main"><a:graphicData uri="{_DRAWINGML}/picture">'
    f'<pic:pic xmlns:pic="{_DRAWINGML}/picture"><pic:nvPicPr><pic:cNvPr {{name}}/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def clean(text: str) -> str:
    """The text as it may stand in a document: NFC, no control or private characters; no-break spaces stay."""
    if text.isprintable() and is_normalized("NFC", text):
        return text
    parts = (normalise(part) for part in text.split("\u00a0"))
    return _PRIVATE.sub("", "\u00a0".join(parts))


def run(text: str, properties: str = "") -> str:
    """A run of text; "\\n" becomes a line break. Nothing for no text."""
    if not text:
        return ""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = escape(clean(text), quote=False).replace(
        "\n", '</w:t><w:br/><w:t xml:space="preserve">'
    )
    return _RUN.format(rpr, lines)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a style of the template."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def content(cell: Cell) -> str:
    """Text, marks linked to their rows in the list of articles, text."""
    mark = _LINK.format(cell.source) if cell.source else ""
    marks = "".join(run(words) + _LINK.format(source) for words, source in cell.also)
    return run(cell.text) + mark + marks + run(cell.after)


class Marks:
    """Bookmarks, footnotes and pictures of one document, each with its number."""

    def __init__(self, notes: Notes, *, footnotes: bool) -> None:
        self._bookmarks, self._pictures = count(1), count(1)
        self._notes, self._footnotes = notes, footnotes

    def around(self, names: Sequence[str], content: str) -> str:
        """The content between the two ends of a bookmark of each name."""
        for name in reversed(names):
            number = next(self._bookmarks)
            content = (
                f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
        return content

    def line(self, cell: Cell) -> str:
        """A line of the text, its sources in a footnote where the document has footnotes."""
        if not cell.source or not self._footnotes:
            return content(cell)
        mark = _REFERENCE.format(self._notes.number(cell))
        return run(cell.text.rstrip("\u00a0")) + mark + run(cell.after)

    def next_picture(self) -> int:
        """The number of the next picture."""
        return next(self._pictures)


def footnotes_xml(texts: Iterable[str]) -> str:
    """The part word/footnotes.xml: the two lines that part notes from text, then the notes from number 1 on."""
    notes = "".join(
        f'<w:footnote w:id="{number}">'
        f"{paragraph('FootnoteText', _REFERENCED + run(f' {text}'))}</w:footnote>"
        for number, text in enumerate(texts, 1)
    )
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{_SEPARATORS}{notes}</w:footnotes>"


def picture_id(number: int) -> str:
    """The name by which the text refers to a picture of the package."""
    return f"rIdBieuDo{number}"


def drawing(picture: Picture, number: int) -> str:
    """A picture in the line, of the size in which it is printed."""
    size = f'cx="{picture.width}" cy="{picture.height}"'
    words = escape(clean(picture.description)).replace("\n", " ")
    name = f'id="{number}" name="Biểu đồ {number}" descr="{words}"'
    return _DRAWING.format(size=size, name=name, id=picture_id(number))


# Said in each table: LibreOffice does not read the margins of the default table style.
_NO_MARGINS = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


def rule(room: float, length: float) -> str:
    """A solid line of `length` points in the middle of `room` points: the border of an empty paragraph."""
    side = max(0, round((room - length) * 10))  # twips on each side
    return paragraph("DuongKe", "", f'<w:ind w:left="{side}" w:right="{side}"/>')


def layout_table(widths: Sequence[int], rows: Iterable[Sequence[str]], indent: int = 0) -> str:
    """A table without lines that only puts things side by side; `widths` and `indent` in twips."""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr>'
        f"{_grid(widths)}{''.join(_row(zip(widths, row, strict=True)) for row in rows)}</w:tbl>"
    )


def data_table(columns: Sequence[Column], rows: Iterable[Row], marks: Marks) -> str:
    """A ruled table; its first row is repeated on every page and no row is parted."""
    widths = [column.width for column in columns]
    styles = ["BangGiua" if column.centred else "BangChu" for column in columns]
    head = [paragraph("BangDau", run(column.title)) for column in columns]
    body = "".join(_data_row(widths, styles, row, marks) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BangSoLieu"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr>{_grid(widths)}'
        f"{_row(zip(widths, head, strict=True), '<w:tblHeader/>', _MIDDLE)}{body}</w:tbl>"
    )


_MIDDLE = '<w:vAlign w:val="center"/>'


def _data_row(widths: Sequence[int], styles: Sequence[str], row: Row, marks: Marks) -> str:
    if len(row.cells) == 1:
        group = paragraph("BangNhom", content(row.cells[0]), "<w:keepNext/>")
        return _row([(sum(widths), group)], more=f'<w:gridSpan w:val="{len(widths)}"/>')
    cells = [content(cell) for cell in row.cells]
    cells[0] = marks.around(row.bookmarks, cells[0])
    return _row(zip(widths, map(paragraph, styles, cells), strict=True))


def _row(cells: Iterable[tuple[int, str]], properties: str = "", more: str = "") -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{cell}</w:tc>'
        for width, cell in cells
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{inner}</w:tr>"


def _grid(widths: Iterable[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def section(*, landscape: bool, references: str = "") -> str:
    """A4 with margins 20, 15, 20, 30 mm, the pages numbered from 1, the first without a number (I.1-3, I.7, III.1)."""
    size = (
        'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    )
    return (
        f'<w:sectPr>{references}<w:pgSz {size}/><w:pgMar w:top="1134" w:right="850" w:bottom="1134"'
        ' w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/>'
        '<w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )
