"""Tables in the look of a document's own: of its table of tasks where it has one, else with plain ruled lines."""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.foreign.dictionary import Values
from tttt_desktop.reporting.foreign.signs import END, MARK, MARKED
from tttt_desktop.reporting.ooxml import W
from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.looks import Look, Writer, as_string, in_order, look_of
from tttt_desktop.reporting.signed.names import Fields

# What stands in a column, by its title; the first that fits.
_COLUMNS = (
    (r"stt|so tt|tt\b", "stt"),
    (r"(nguoi|co quan|don vi|lanh dao|noi)[^.]{0,20} giao", "nguoi_giao"),
    (r".*van ban|.*nguon", "van_ban"),
    (r".*phoi hop", "phoi_hop"),
    (r".*(chu tri|thuc hien|phu trach|dau moi)", "chu_tri"),
    (r".*(thoi han|thoi gian|han hoan thanh|ngay hoan thanh)", "thoi_han"),
    (r".*(tinh trang|trang thai)", "tinh_trang"),
    (r".*(ket qua|tien do)", "ket_qua"),
    (r".*(noi dung|nhiem vu|cong viec)", "noi_dung"),
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_ORDER = (
    "tblStyle", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblBorders",
    "shd", "tblLayout", "tblCellMar", "tblLook",
)  # fmt: skip
_SIZE = 22  # half points: tables that the document does not have are narrow
_UNSPLIT = "<w:cantSplit/>"
_PLAIN = '<w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="{}"/></w:pPr>'


class TableLook:
    """The table of tasks of a signed report, or a plain one.

    `element`: the table in the document, None when there is none; `keys`: what stands in its columns.
    """

    def __init__(self, lines: Sequence[Line], fields: Fields, body: Look) -> None:
        self.element = _own(lines, fields)
        self.keys: list[str] = []
        sides = ("left", "center")
        self._cell = {side: Look(_PLAIN.format(side), body.letters).sized(_SIZE) for side in sides}
        self._head = self._cell["center"].bold()
        self._group_look = self._cell["left"].bold()
        if self.element is not None:
            self._take(self.element, lines[0].styles.numbered)

    def _take(self, table: Any, numbered: frozenset[str]) -> None:
        rows = table.findall(f"{W}tr")
        first = rows[0].findall(f"{W}tc")
        self.keys = [_key(fold(" ".join(" ".join(c.itertext(f"{W}t")).split()))) for c in first]
        pattern = next((row for row in rows[1:] if _is_plain(row, len(first))), rows[0])
        cells = pattern.findall(f"{W}tc")
        self._cells = [
            (as_string(c.find(f"{W}tcPr")), look_of(c.find(f"{W}p"), numbered)) for c in cells
        ]
        wordy = min(1, len(cells) - 1)  # the first column holds numbers
        self._cell = {
            side: look_of(cells[wordy].find(f"{W}p"), numbered, align=side).sized(_SIZE)
            for side in self._cell
        }
        self._group_look = look_of(cells[wordy].find(f"{W}p"), numbered, align="left").bold()
        self._head = look_of(first[wordy].find(f"{W}p"), numbered, align="center").sized(_SIZE)
        parts = (table.find(f"{W}tblPr"), table.find(f"{W}tblGrid"), _repeated(rows[0]))
        self._before = "".join(map(as_string, parts))

    def own(self, appendix: Values, writer: Writer) -> str:
        """The document's own table with the rows of an appendix, each value in the column that it belongs to."""
        places = {column["khoa"]: at for at, column in enumerate(appendix["cot"])}
        rows = []
        for row in appendix["hang"]:
            if len(row["o"]) == 1:
                rows.append(_group(self._group_look, row["o"][0], len(self.keys), writer))
                continue
            values = [row["o"][places[key]] if key in places else "" for key in self.keys]
            rows.append(self._data(values, row["dau"], writer))
        return f"<w:tbl>{self._before}{''.join(rows)}</w:tbl>"

    def _data(self, values: Sequence[str], names: Sequence[str], writer: Writer) -> str:
        cells = []
        for at, ((properties, look), value) in enumerate(zip(self._cells, values, strict=True)):
            text = marked(names, value) if not at else value
            cells.append(f"<w:tc>{properties}{writer.paragraph(look, text)}</w:tc>")
        return f"<w:tr><w:trPr>{_UNSPLIT}</w:trPr>{''.join(cells)}</w:tr>"

    def other(self, appendix: Values, room: int, writer: Writer) -> str:
        """Another table in the same look, `room` twips wide."""
        columns = appendix["cot"]
        whole = sum(column["rong"] for column in columns)
        widths = [column["rong"] * room // whole for column in columns]
        looks = [self._cell["center" if column["giua"] else "left"] for column in columns]
        head = [writer.paragraph(self._head, column["ten"]) for column in columns]
        rows = [_row(widths, head, f"{_UNSPLIT}<w:tblHeader/>")]
        for row in appendix["hang"]:
            if len(row["o"]) == 1:
                rows.append(
                    _group(self._group_look.sized(_SIZE), row["o"][0], len(columns), writer)
                )
                continue
            texts = [marked(row["dau"], row["o"][0]), *row["o"][1:]]
            cells = [writer.paragraph(look, text) for look, text in zip(looks, texts, strict=True)]
            rows.append(_row(widths, cells, _UNSPLIT))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        properties = as_string(_properties(self.element, sum(widths)))
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _group(look: Look, text: str, columns: int, writer: Writer) -> str:
    """A row of one cell over all columns."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>'
    return f"<w:tr><w:trPr>{_UNSPLIT}</w:trPr>{cell}{writer.paragraph(look, text)}</w:tc></w:tr>"


def _properties(table: Any, width: int) -> Any:
    """The properties of a table for another one of a width in twips; ruled lines where it has none of its own."""
    import lxml.etree as etree

    made = etree.Element(f"{W}tblPr", nsmap={"w": W[1:-1]})
    own = table.find(f"{W}tblPr") if table is not None else None
    if own is not None:
        made[:] = [deepcopy(one) for one in own if one.tag not in (f"{W}tblW", f"{W}tblLayout")]
    if made.find(f"{W}tblBorders") is None and made.find(f"{W}tblStyle") is None:
        borders = etree.SubElement(made, f"{W}tblBorders")
        for side in _SIDES:
            line = {"val": "single", "sz": "4", "space": "0", "color": "auto"}
            etree.SubElement(borders, f"{W}{side}", {f"{W}{k}": v for k, v in line.items()})
    etree.SubElement(made, f"{W}tblW", {f"{W}w": str(width), f"{W}type": "dxa"})
    etree.SubElement(made, f"{W}tblLayout", {f"{W}type": "fixed"})
    in_order(made, _ORDER)
    return made


def marked(names: Sequence[str], text: str) -> str:
    """A text within bookmarks."""
    return f"{MARK}{','.join(names)}{MARKED}{text}{END}" if names else text


def _own(lines: Sequence[Line], fields: Fields) -> Any:
    places = fields.get("bang_nhiem_vu", ())
    if not places:
        return None
    return next(lines[places[0].line].paragraph.iterancestors(f"{W}tbl"), None)


def _key(title: str) -> str:
    return next((key for rule, key in _COLUMNS if re.match(rule, title)), "")


def _is_plain(row: Any, columns: int) -> bool:
    cells = row.findall(f"{W}tc")
    merged = any(
        cell.find(f"{W}tcPr/{W}{name}") is not None
        for cell in cells
        for name in ("vMerge", "gridSpan")
    )
    return len(cells) == columns and not merged and all(c.find(f"{W}p") is not None for c in cells)


def _repeated(row: Any) -> Any:
    """The first row, said to be repeated on every page."""
    import lxml.etree as etree

    made = deepcopy(row)
    properties = made.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        before = made.find(f"{W}tblPrEx")
        made.insert(0 if before is None else made.index(before) + 1, properties)
    if properties.find(f"{W}tblHeader") is None:
        etree.SubElement(properties, f"{W}tblHeader")
    return made


def _row(widths: Sequence[int], cells: Sequence[str], properties: str) -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"
