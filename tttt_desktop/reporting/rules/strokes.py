"""The lines under names and titles, however they are drawn: borders, shapes, underscores. Lengths in points."""

import re
from dataclasses import dataclass
from typing import Any

from tttt_desktop.reporting.rules.names import MC, WP, WPS, A, V, W, child, twips, value, whole
from tttt_desktop.reporting.rules.paper import Cell, Document, Line, Paragraph

_NEXT = 3  # paragraphs below a text in which its line may be
_CELL_MARGIN = 108.0  # twips on each side of a cell, in the table style that Word starts with
_RAISED = 0.65  # share of its size in which a superscript is drawn
_UNDERSCORES = re.compile("_{4,}")
_DASHES = re.compile("[-–—─━=*]{3,}")
_EMU = 12_700  # in a point
_PIXELS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, None: 0.75}
_LENGTH = r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm)?"
_WIDTH = re.compile(rf"width:\s*{_LENGTH}")
_FLAT = re.compile(r"height:\s*0")
_CONNECTORS = ("x0000_t32", "x0000_t20")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of `length` points (None: not known), or `missing`: why there is none."""

    length: float | None = None
    missing: str = ""


def below(document: Document, first: Line, last: Line) -> Stroke:
    """The line under the text from one line to another."""
    paragraphs = document.paragraphs
    start, stop = first.paragraph.index, last.paragraph.index
    for one in paragraphs[start : stop + 1]:
        if drawn := shapes_of(one.element):
            return Stroke(drawn[0])
    above = last.paragraph
    if above.shape.line_below:
        return Stroke(_border(document, above))
    if (length := _underscores(above)) is not None:
        return Stroke(length)
    for one in paragraphs[stop + 1 : stop + 1 + _NEXT]:
        if not _same_cell(one, above):
            break
        found = _of_next(document, one)
        if found is not None:
            return found
        if one.text:
            break
    return _instead(document, above)


def _same_cell(one: Paragraph, other: Paragraph) -> bool:
    return (one.cell and one.cell.element) is (other.cell and other.cell.element)


def _of_next(document: Document, one: Paragraph) -> Stroke | None:
    """The line that a paragraph below draws, or what it has in place of one."""
    if drawn := shapes_of(one.element):
        return Stroke(drawn[0])
    shape = one.shape
    if not one.text and (shape.line_above or shape.line_below):
        return Stroke(_border(document, one))
    if (length := _underscores(one)) is not None:
        return Stroke(length)
    if _DASHES.fullmatch(one.text):
        return Stroke(missing=f"là một dãy ký tự “{one.text[0]}” chứ không phải đường kẻ")
    if one.text and shape.line_above:
        return Stroke(_border(document, one))
    return None


def _instead(document: Document, above: Paragraph) -> Stroke:
    if any(run.look.underline != "none" for run in above.visible):
        return Stroke(missing="là chữ gạch chân chứ không phải đường kẻ")
    border = child(above.cell.element if above.cell else None, "tcPr", "tcBorders", "bottom")
    if value(border) not in ("", "nil", "none"):
        return Stroke(room(document, above))
    return Stroke(missing="không có đường kẻ")


def _underscores(paragraph: Paragraph) -> float | None:
    for line in paragraph.lines:
        if _UNDERSCORES.fullmatch(line.text):
            return sum(
                run.text.count("_") * run.look.size / 2 * (_RAISED if run.look.raised else 1)
                for run in line.runs
            )
    return None


def _border(document: Document, one: Paragraph) -> float | None:
    place = room(document, one)
    shape = one.shape
    taken = (shape.left + min(0, shape.first) + shape.right) / 20
    return None if place is None else place - taken


def room(document: Document, one: Paragraph) -> float | None:
    """Points from edge to edge of the column or cell that a paragraph stands in; None where no width is said."""
    if one.cell is None:
        section = document.sections[min(one.section, len(document.sections) - 1)]
        return section.room / 20
    width = _cell_width(one.cell)
    if width is None:
        return None
    left, right = _margins(document, one.cell)
    return (width - left - right) / 20


def _cell_width(cell: Cell) -> float | None:
    said = child(cell.element, "tcPr", "tcW")
    if value(said, "type") in ("", "dxa") and twips(value(said, "w")):
        return twips(value(said, "w"))
    grid = [twips(value(one, "w")) for one in _grid(cell.table.element)]
    at = 0
    for one in cell.element.getparent().iterchildren(f"{W}tc"):
        span = max(1, whole(value(child(one, "tcPr", "gridSpan")), 1))
        own = grid[at : at + span]
        if one is cell.element:
            return sum(own) if len(own) == span and all(own) else None
        at += span
    return None


def _grid(table: Any) -> list[Any]:
    grid = child(table, "tblGrid")
    return [] if grid is None else list(grid.iterchildren(f"{W}gridCol"))


def _margins(document: Document, cell: Cell) -> tuple[float, float]:
    """Twips left and right of the text in a cell: its own, its table's, or those of the table's style."""
    of_style = document.cell_margins.get(cell.table.style, [])
    own = [child(cell.table.element, "tblPr", "tblCellMar"), child(cell.element, "tcPr", "tcMar")]
    plain = not cell.table.style and all(one is None for one in own)
    sides = [0.0 if plain else _CELL_MARGIN] * 2
    for said in (*of_style, *own):
        for at, names in enumerate((("left", "start"), ("right", "end"))):
            for name in names:
                if child(said, name) is not None:
                    sides[at] = twips(value(child(said, name), "w"), sides[at])
    return sides[0], sides[1]


def shapes_of(paragraph: Any) -> list[float]:
    """The lengths of the straight lines that are drawn in a paragraph."""
    return _drawn(paragraph) or _old_drawn(paragraph)


def _drawn(paragraph: Any) -> list[float]:
    found = []
    for one in paragraph.iter(f"{WP}anchor", f"{WP}inline"):
        if any(above.tag == f"{MC}Fallback" for above in one.iterancestors()):
            continue
        form, extent = one.find(f".//{A}prstGeom"), one.find(f"{WP}extent")
        kind = "" if form is None else form.get("prst", "")
        wide = 0 if extent is None else whole(extent.get("cx", ""))
        high = 0 if extent is None else whole(extent.get("cy", ""))
        straight = kind == "line" or "Connector" in kind or one.find(f".//{WPS}cxnSp") is not None
        if straight or (wide and high < wide / 40):
            found.append(wide / _EMU)
    return found


def _old_drawn(paragraph: Any) -> list[float]:
    """Lines drawn in VML, as Word did before 2010."""
    found = []
    for one in paragraph.iter(f"{V}line"):
        ends = [_points(one.get(name, "")) for name in ("from", "to")]
        width = _WIDTH.search(one.get("style", ""))
        if one.get("from") and one.get("to"):
            found.append(abs(ends[1] - ends[0]))
        elif width:
            found.append(float(width[1]) * _PIXELS[width[2]])
    for one in paragraph.iter(f"{V}shape", f"{V}rect"):
        style = one.get("style", "")
        width = _WIDTH.search(style)
        flat = any(name in one.get("type", "") for name in _CONNECTORS) or _FLAT.search(style)
        if width and flat:
            found.append(float(width[1]) * _PIXELS[width[2]])
    return found


def _points(place: str) -> float:
    found = re.match(rf"\s*{_LENGTH}", place)
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0
