"""Rows of tables that hold figures: the cells of a row make one line, as "Chỉ tiêu | Kế hoạch | Thực hiện"."""

from collections import defaultdict

from tttt_desktop.importing.html.markup import Page

_CELLS = frozenset({"td", "th"})
_LONGEST_CELL = 300  # characters; a cell with more holds a part of the page
_MOST_PIECES = 4  # in a cell of figures


def rows(page: Page) -> dict[int, tuple[int, ...]]:
    """For the first piece of each row of such tables all pieces of the row, in order; rows of one cell are left out."""
    cells: defaultdict[int, list[int]] = defaultdict(list)
    for at, element in enumerate(page.elements):
        if element.tag in _CELLS and element.first < element.stop:
            cells[element.parent].append(at)
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for row in cells:
        tables[_table_around(page, row)].append(row)
    outer = {
        _table_around(page, element.parent) for element in page.elements if element.tag == "table"
    }
    found: dict[int, tuple[int, ...]] = {}
    for table, of_table in tables.items():
        if table < 0 or table in outer:
            continue
        wide = [row for row in of_table if len(cells[row]) > 1]
        if len(wide) > 1 and all(_is_small(page, cell) for row in of_table for cell in cells[row]):
            for row in wide:
                first, stop = page.elements[row].first, page.elements[row].stop
                found[first] = tuple(range(first, stop))
    return found


def line(page: Page, row: tuple[int, ...]) -> str:
    """The cells of a row, filled ones only; the pieces of a cell are joined."""
    texts: dict[int, str] = {}
    for at in row:
        cell = next(
            one for one in page.around(page.pieces[at].inside) if page.elements[one].tag in _CELLS
        )
        texts[cell] = (
            f"{texts[cell]} {page.pieces[at].text}" if cell in texts else page.pieces[at].text
        )
    return " | ".join(texts.values())


def _table_around(page: Page, element: int) -> int:
    return next((at for at in page.around(element) if page.elements[at].tag == "table"), -1)


def _is_small(page: Page, cell: int) -> bool:
    first, stop = page.elements[cell].first, page.elements[cell].stop
    return (
        stop - first <= _MOST_PIECES
        and sum(len(page.pieces[at].text) for at in range(first, stop)) <= _LONGEST_CELL
    )
