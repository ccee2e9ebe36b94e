"""Tables as an Excel workbook or as CSV. A cell is only ever what it says: no formula, no link is made of a text.

XlsxWriter makes the book with its heads, styles, filters and print set-up; the rows are then put into its sheets as
strings, which takes an eighth of the time that its calls for each cell take.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from operator import add
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tttt_desktop.reporting.numerals import day
from tttt_desktop.reporting.spreadsheets.sheets import Sheet, Value

_CELL_MOST = 32_767  # characters that Excel keeps of a cell
_ROWS_MOST = 1_048_575  # below the head
_AT_ONCE = 500  # rows handed to the packer together
_FORMULA = re.compile(
    "[\\s\ufeff\u200b\u2060]*[=+@＝＋－＠-]|[\t\r\n]"
)  # also behind what is not seen
_FIRST_DAY = date(1899, 12, 30).toordinal()  # what Excel counts days from, after March 1900
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # by XML, or half characters
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would take for one character
_PACKING = 1  # level of compression: a fifth larger than the usual 6, in a third of the time
_STRINGS = "xl/sharedStrings.xml"
_MODEL: tuple[Value, ...] = ("x", 1, date(2000, 1, 1))  # a cell of each type, to see its style


def write_workbook(sheets: Sequence[Sheet], out: Path) -> None:
    """Write an .xlsx: a sheet for each table, its head bold and frozen, with filters; dates and numbers are typed.

    Raises OSError where the disk refuses. The bytes are the same for the same tables.
    """
    with ZipFile(_frame(sheets)) as made, ZipFile(out, "w", ZIP_DEFLATED) as book:

        def put(name: str, data: bytes) -> None:
            part = ZipInfo(name, made.getinfo(name).date_time)
            book.writestr(part, data, ZIP_DEFLATED, _PACKING)  # `open` would forget the level

        strings = _Strings(made.read(_STRINGS).decode())
        for at, sheet in enumerate(sheets, 1):
            name = f"xl/worksheets/sheet{at}.xml"
            put(name, b"".join(_filled(made.read(name).decode(), sheet, strings)))
        for name in made.namelist():
            if name not in book.NameToInfo:
                put(name, strings.part() if name == _STRINGS else made.read(name))


def _frame(sheets: Sequence[Sheet]) -> io.BytesIO:
    """The book without its rows: below each head stands `_MODEL`."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    frame = io.BytesIO()
    with Workbook(frame, {"in_memory": True, "constant_memory": False}) as book:
        book.set_properties({"title": "Hồ sơ tổng kết", "created": datetime(2000, 1, 1)})
        formats = _formats(book)
        for sheet in sheets:
            _head(book.add_worksheet(sheet.title), sheet, formats)
    return frame


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
    return {
        "head": book.add_format(base | {"bold": True, "bg_color": "#E3EEFA", "text_wrap": True, "border": 1}),
        "text": book.add_format(base | {"text_wrap": True}),
        "date": book.add_format(base | {"num_format": "dd/mm/yyyy"}),
        "number": book.add_format(base),
    }  # fmt: skip


def _head(target: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    for place, heading in enumerate(sheet.headings):
        target.set_column(place, place, heading.width)
        target.write_string(0, place, heading.title, formats["head"])
    text, number, on = _MODEL
    target.write_string(1, 0, text, formats["text"])
    target.write_number(1, 1, number, formats["number"])
    target.write_datetime(1, 2, on, formats["date"])
    target.freeze_panes(1, 0)
    target.autofilter(0, 0, min(len(sheet.rows), _ROWS_MOST), len(sheet.headings) - 1)
    target.set_landscape()
    target.set_paper(9)  # A4
    target.fit_to_pages(1, 0)  # as wide as one page, as long as it takes
    target.repeat_rows(0)
    target.set_footer("&L&A&RTrang &P/&N")


def _filled(frame: str, sheet: Sheet, strings: "_Strings") -> Iterator[bytes]:
    """A sheet of the frame with the table's rows in place of the model, in pieces."""
    before, model, after = _apart(frame)
    styles = dict(zip(map(type, _MODEL), re.findall(r' s="(\d+)"', model), strict=True))
    names = [_column(place) for place in range(len(sheet.headings))]
    last = f"{names[-1]}{min(len(sheet.rows), _ROWS_MOST) + 1}"
    before = re.sub(r'(<dimension ref="A1):[^"]*"', rf'\1:{last}"', before, count=1)
    yield before.encode()
    rows = _rows(sheet.rows[:_ROWS_MOST], names, _Known(styles, strings))
    while piece := "".join(islice(rows, _AT_ONCE)):
        yield piece.encode()
    yield after.encode()


def _apart(frame: str) -> tuple[str, str, str]:
    start = frame.index('<row r="2"')
    stop = frame.index("</row>", start) + len("</row>")
    return frame[:start], frame[start:stop], frame[stop:]


def _rows(rows: Iterable[Sequence[Value]], names: Sequence[str], known: "_Known") -> Iterator[str]:
    """Put together by calls for whole rows: one for each cell would take three times as long."""
    heads = "\n".join(f'<c r="{name}#' for name in names)
    for number, row in enumerate(rows, 2):
        cells = map(add, heads.replace("#", str(number)).split("\n"), map(known.__getitem__, row))
        yield f'<row r="{number}">{"".join(cells)}</row>'


class _Known(dict[Value, str]):
    """What follows the name of a cell with a value, made once: a name, a title or a field stands in many rows."""

    def __init__(self, styles: Mapping[type, str], strings: "_Strings") -> None:
        self._text, self._number, self._on = (styles[kind] for kind in (str, int, date))
        self._strings = strings

    def __missing__(self, value: Value) -> str:
        self[value] = made = self._made(value)
        return made

    def _made(self, value: Value) -> str:
        """What Excel has no number for is a text."""
        if value is None or value == "":
            return '"/>'
        if isinstance(value, str):
            return f'" s="{self._text}" t="s"><v>{self._strings[value]}</v></c>'
        if isinstance(value, date):
            days = value.toordinal() - _FIRST_DAY
            if days <= 60:  # Excel's own calendar goes wrong before March 1900
                return self._made(day(value))
            return f'" s="{self._on}"><v>{days}</v></c>'
        if not -1e300 < value < 1e300:
            return self._made(str(value))
        return f'" s="{self._number}"><v>{value!r}</v></c>'


class _Strings(dict[str, int]):
    """The texts of a book, each there once, with their numbers: a quotation stands in up to three sheets."""

    def __init__(self, part: str) -> None:
        self._before = part.removesuffix("</sst>")
        self._first = self._before.count("<si>")

    def __missing__(self, value: str) -> int:
        self[value] = number = self._first + len(self)
        return number

    def part(self) -> bytes:
        """The part of the package that holds them."""
        count = f' uniqueCount="{self._first + len(self)}"'
        before = re.sub(r' count="\d+" uniqueCount="\d+"', count, self._before, count=1)
        told = "".join(f"<si><t{_inline(value)}</t></si>" for value in self)
        return f"{before}{told}</sst>".encode()


def _inline(value: str) -> str:
    """What follows "<t": the text for XML, without what a file must not hold."""
    value = value[:_CELL_MOST]
    if not value.isprintable():
        value = _REFUSED.sub("", value)
    if "_x" in value:
        value = _ESCAPED.sub("_x005F_", value)
    if "&" in value or "<" in value or ">" in value:
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    kept = "\n" in value or value[:1].isspace() or value[-1:].isspace()
    return f' xml:space="preserve">{value}' if kept else f">{value}"


def _column(place: int) -> str:
    """A, B ... Z, AA of a place from 0."""
    first, last = divmod(place, 26)
    return (_column(first - 1) if first else "") + chr(ord("A") + last)


def csv_of(sheet: Sheet) -> bytes:
    """One table as CSV by RFC 4180, in UTF-8 with BOM so that Excel reads the diacritics."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(heading.title for heading in sheet.headings)
    rows.writerows(map(_plain, row) for row in sheet.rows)
    return _REFUSED.sub("", text.getvalue()).encode("utf-8-sig")


def _plain(value: Value) -> str:
    """As printed in Vietnamese: 30/06/2023, 742,67. A text that a spreadsheet would compute gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",") if abs(value) < 1e10 else f"{value:.0f}"
    if isinstance(value, int):
        return str(value)
    return f"'{value}" if _FORMULA.match(value) else value
