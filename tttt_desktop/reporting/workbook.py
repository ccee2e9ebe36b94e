"""Tables as an Excel workbook or as CSV. A cell is only ever what it says: no formula, no link is made of a text."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tttt_desktop.reporting.numerals import day
from tttt_desktop.reporting.sheets import Sheet, Value

_CELL_MOST = 32_767  # characters that Excel keeps of a cell
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_workbook(sheets: Sequence[Sheet], out: Path) -> None:
    """Write an .xlsx: a sheet for each table, its head bold and frozen, with filters; dates and numbers are typed.

    Raises OSError where the disk refuses. The bytes are the same for the same tables.
    """
    from datetime import datetime

    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

    book = Workbook(str(out), {"constant_memory": True})
    book.set_properties({"title": "Hồ sơ tổng kết", "created": datetime(2000, 1, 1)})
    formats = _formats(book)
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.title), sheet, formats)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] if isinstance(error.args[0], OSError) else OSError(error) from error


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
    return {
        "head": book.add_format(base | {"bold": True, "bg_color": "#E3EEFA", "text_wrap": True, "border": 1}),
        "text": book.add_format(base | {"text_wrap": True}),
        "date": book.add_format(base | {"num_format": "dd/mm/yyyy"}),
        "number": book.add_format(base),
    }  # fmt: skip


def _fill(target: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    for place, heading in enumerate(sheet.headings):
        target.set_column(place, place, heading.width)
        target.write_string(0, place, heading.title, formats["head"])
    target.freeze_panes(1, 0)
    target.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    put = _writers(target, formats)
    for number, row in enumerate(sheet.rows, 1):
        for place, value in enumerate(row):
            if value not in ("", None):
                put[type(value)](number, place, value)


def _writers(target: Any, formats: dict[str, Any]) -> dict[type, Callable[[int, int, Any], object]]:
    """How a value of a type is written."""
    number, text, on = formats["number"], formats["text"], formats["date"]
    return {
        str: lambda row, column, value: target.write_string(row, column, value[:_CELL_MOST], text),
        int: lambda row, column, value: target.write_number(row, column, value, number),
        float: lambda row, column, value: target.write_number(row, column, value, number),
        date: lambda row, column, value: target.write_datetime(row, column, value, on),
    }


def csv_of(sheet: Sheet) -> bytes:
    """One table as CSV by RFC 4180, in UTF-8 with BOM so that Excel reads the diacritics."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(heading.title for heading in sheet.headings)
    rows.writerows(map(_plain, row) for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str:
    """As printed in Vietnamese: 30/06/2023, 742,67. A text that a spreadsheet would compute gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",") if value < 1e10 else f"{value:.0f}"
    if isinstance(value, int):
        return str(value)
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
