"""Reports laid whole into one table, which somebody used as a frame: taken out of it, so that head, text and end part."""

from copy import deepcopy
from itertools import groupby
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.ooxml import W

_HEAD, _END = ("cong hoa xa hoi", "dang cong san"), "noi nhan"


def take_out(root: Any) -> None:
    """Let the rows of one cell stand as text, and those of several as tables, where a table holds head and end."""
    body = root.find(f"{W}body")
    for table in list(body.iterchildren(f"{W}tbl")):
        said = fold("".join(one.text or "" for one in table.iter(f"{W}t")))
        if _END in said and any(one in said for one in _HEAD):
            at = body.index(table)
            body[at : at + 1] = _parted(table)


def _parted(table: Any) -> list[Any]:
    made: list[Any] = []
    for single, rows in groupby(table.iterchildren(f"{W}tr"), key=_is_single):
        if single:
            for row in rows:
                made += [one for one in row.find(f"{W}tc") if one.tag != f"{W}tcPr"]
        else:
            made.append(_of_rows(table, list(rows)))
    return made


def _is_single(row: Any) -> bool:
    return len(row.findall(f"{W}tc")) == 1


def _of_rows(table: Any, rows: list[Any]) -> Any:
    """A table of the same look with some of the rows."""
    import lxml.etree as etree

    made = etree.Element(f"{W}tbl")
    made.extend([deepcopy(one) for one in table if one.tag in (f"{W}tblPr", f"{W}tblGrid")])
    made.extend(rows)
    return made
