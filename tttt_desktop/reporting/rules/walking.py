"""One walk over a document: every paragraph once, its runs with their looks, its place in tables and sections."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.reporting.rules.looks import Look
from tttt_desktop.reporting.rules.names import MC, W, child, value
from tttt_desktop.reporting.rules.numbering import Numbering
from tttt_desktop.reporting.rules.paper import (
    Cell,
    Paragraph,
    Run,
    Table,
    squeezed,
)
from tttt_desktop.reporting.rules.styles import Around, Levels, Styles

_P, _TBL, _R, _T, _SDT = f"{W}p", f"{W}tbl", f"{W}r", f"{W}t", f"{W}sdt"
_STYLE = f"{W}pStyle"
_RPR, _PPR, _FIELD, _CODE = f"{W}rPr", f"{W}pPr", f"{W}fldChar", f"{W}instrText"
_SIMPLE, _BOX, _SECTION = f"{W}fldSimple", f"{W}txbxContent", f"{W}sectPr"
_HOLDERS = frozenset(f"{W}{name}" for name in ("customXml", "smartTag", "ins", "moveTo"))
_ROW_HOLDERS = frozenset(f"{W}{name}" for name in ("customXml", "ins"))
_RUN_HOLDERS = _HOLDERS | {f"{W}{name}" for name in ("hyperlink", "dir", "bdo")}
_BLANKS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_BREAK = f"{W}br"
_DEEPEST = 50  # tables, boxes and controls in one another


@dataclass(frozen=True, slots=True)
class Place:
    """Where the walk is: in which cell, whether in a text box, how deep; what the table's style says there."""

    cell: Cell | None = None
    boxed: bool = False
    depth: int = 0
    steps: int = 0
    around: Around = ("", ())

    def deeper(self) -> "Place":
        """One holder further in. Errors: FileRefused where no person has nested so deep."""
        if self.steps >= _DEEPEST:
            raise FileRefused(
                "Tệp có quá nhiều lớp lồng nhau nên không đọc.",
                "Hãy chép nội dung sang một tệp Word mới rồi thử lại.",
            )
        return Place(self.cell, self.boxed, self.depth, self.steps + 1, self.around)


@dataclass(slots=True)
class _Field:
    """The fields that are open in a paragraph, and whether the result of each has begun."""

    results: list[bool] = field(default_factory=list)
    code: str = ""

    @property
    def shows(self) -> bool:
        """Whether what comes now is to be seen."""
        return all(self.results)


class Walk:
    """Fills `paragraphs`; of the main text also `tables` and the properties of `sections`, and it counts lists."""

    def __init__(self, styles: Styles, numbering: Numbering | None, has_boxes: bool) -> None:
        self._styles, self._numbering, self._has_boxes = styles, numbering, has_boxes
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.sections: list[Any] = []
        self._field = _Field()

    def blocks(self, holder: Any, place: Place) -> None:
        """The paragraphs and tables in an element."""
        for one in holder:
            tag = one.tag
            if tag == _P:
                self._paragraph(one, place)
            elif tag == _TBL:
                self._table(one, place.deeper())
            elif tag == _SDT:
                content = child(one, "sdtContent")
                if content is not None:
                    self.blocks(content, place.deeper())
            elif tag in _HOLDERS:
                self.blocks(one, place.deeper())

    def _table(self, element: Any, place: Place) -> None:
        style = value(child(element, "tblPr", "tblStyle")) or self._styles.default.get("table", "")
        rows = list(_kids(element, f"{W}tr", place))
        table = Table(
            element,
            len(self.tables) + 1,
            len(self.sections),
            place.depth,
            style,
            rows,
            _special(child(element, "tblPr", "tblLook")),
        )
        self.tables.append(table)
        depth, boxed, steps = place.depth + 1, place.boxed, place.steps
        for number, row in enumerate(rows):
            cells = list(_kids(row, f"{W}tc", place))
            for column, cell in enumerate(cells):
                here = Cell(table, number, column, len(cells), cell)
                self.blocks(cell, Place(here, boxed, depth, steps, _around(here)))

    def _paragraph(self, element: Any, place: Place) -> None:
        properties = _properties(element)
        style, shape, levels = self._styles.paragraph(properties, place.around)
        label = ""
        if self._numbering is not None and shape.list_id not in ("", "0"):
            label = self._numbering.label(shape.list_id, shape.level)
        made = Paragraph(
            element,
            style,
            shape,
            label,
            len(self.sections),
            place.cell,
            place.boxed,
            len(self.paragraphs),
        )
        if self._field.results:  # a field ends with its paragraph
            self._field = _Field()
        self._runs(element, made, levels, self._field, place)
        shown = made.runs[0].shown if len(made.runs) == 1 else "".join(r.shown for r in made.runs)
        made.text = squeezed(label + shown)
        self.paragraphs.append(made)
        if self._has_boxes:
            for box in _boxes(element):
                self.blocks(box, replace(place.deeper(), boxed=True))
        if properties is not None and len(properties) and properties[-1].tag != _STYLE:
            self.sections += properties.findall(_SECTION)[:1]

    def _runs(
        self, holder: Any, made: Paragraph, levels: Levels, fields: _Field, place: Place
    ) -> None:
        for one in holder:
            tag = one.tag
            if tag == _R:
                self._run(one, made, levels, fields)
            elif tag == _SIMPLE:
                before = len(made.runs)
                self._runs(one, made, levels, fields, place.deeper())
                plain = self._styles.look(None, levels)
                look = made.runs[before].look if len(made.runs) > before else plain
                made.fields.append((value(one, "instr").strip(), look))
            elif tag == _SDT:
                content = child(one, "sdtContent")
                if content is not None:
                    self._runs(content, made, levels, fields, place.deeper())
            elif tag in _RUN_HOLDERS:
                self._runs(one, made, levels, fields, place.deeper())

    def _run(self, element: Any, made: Paragraph, levels: Levels, fields: _Field) -> None:
        properties, text, parts = None, "", []
        for part in element:
            tag = part.tag
            if tag == _T:
                text += part.text or ""
            elif tag == _RPR:
                properties = part
            elif tag in (_FIELD, _CODE):
                parts.append(part)
            else:
                text += _sign(part)
        look = self._styles.look(properties, levels)
        for part in parts:
            _follow(part, look, made, fields)
        if text and not look.hidden and fields.shows:
            made.runs.append(Run(text, look))


def _properties(element: Any) -> Any:
    """The <w:pPr> of a paragraph, its first child where it is in order, or None."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag == _PPR else element.find(_PPR)


def _follow(part: Any, look: Look, made: Paragraph, fields: _Field) -> None:
    """The begin, the code, the parting or the end of a fields."""
    if part.tag == _CODE:
        fields.code += part.text or ""
        made.fields.append(((part.text or "").strip(), look))
        return
    kind = value(part, "fldCharType")
    if kind == "begin":
        fields.results.append(False)
        fields.code = ""
    elif kind == "separate" and fields.results:
        fields.results[-1] = True
    elif kind == "end" and fields.results:
        fields.results.pop()
        made.fields.append((fields.code.strip(), look))


def _sign(part: Any) -> str:
    """What stands in a run besides letters."""
    if part.tag == _BREAK:
        return "\n" if value(part, "type") in ("", "textWrapping") else ""
    return _BLANKS.get(part.tag, "")


def _kids(element: Any, tag: str, place: Place) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those in controls and insertions."""
    for one in element:
        if one.tag == tag:
            yield one
        elif one.tag == _SDT and (content := child(one, "sdtContent")) is not None:
            yield from _kids(content, tag, place.deeper())
        elif one.tag in _ROW_HOLDERS:
            yield from _kids(one, tag, place.deeper())


def _special(look: Any) -> tuple[bool, bool, bool, bool]:
    """Whether a table's first and last row, first and last column have a look of their own."""
    try:
        bits = int(value(look) or "0", 16)
    except ValueError:
        bits = 0

    def special(name: str, bit: int) -> bool:
        said = value(look, name)
        return said not in ("0", "false", "off") if said else bool(bits & bit)

    return (
        special("firstRow", 0x20),
        special("lastRow", 0x40),
        special("firstColumn", 0x80),
        special("lastColumn", 0x100),
    )


def _around(cell: Cell) -> Around:
    """The style of the table round a cell, and which of its corners the cell is."""
    if not any(cell.table.flags):
        return cell.table.style, ()
    first_row, last_row, first_column, last_column = cell.table.flags
    corners = (
        ("firstCol", first_column and cell.column == 0),
        ("lastCol", last_column and cell.column == cell.columns - 1),
        ("firstRow", first_row and cell.row == 0),
        ("lastRow", last_row and cell.row == len(cell.table.rows) - 1),
    )
    return cell.table.style, tuple(name for name, is_there in corners if is_there)


def has_boxes(root: Any) -> bool:
    """Whether text boxes hang anywhere below an element."""
    return any(True for _ in root.iter(_BOX))


def _boxes(element: Any) -> list[Any]:
    """The text boxes anchored in a paragraph, each once and not those of a box in it."""
    found = []
    for box in element.iter(_BOX):
        above = []
        for one in box.iterancestors():
            above.append(one)
            if one.tag == _P:
                break
        if above[-1] is element and not any(one.tag == f"{MC}Fallback" for one in above):
            found.append(box)
    return found
