"""The reading order of a printed page: rows over the whole width, columns one after the other, tables row by row."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from tttt_desktop.importing.pdf.places import Cell, Flow, Gap, Line, Table, gaps_of, kept_free

_FAR_BELOW = 2.5  # heights between two rows that end a set of columns
_MOSTLY = 0.7  # of the rows of a table that have all their cells
_FEW_ROWS, _FEW_COLUMNS = 3, 3
_SHORT = 28  # letters of a usual cell


def flows_of(rows: list[list[Line]]) -> Iterator[Flow | Table]:
    """The flows and tables of rows from top to bottom."""
    plain: list[Line] = []
    at = 0
    while at < len(rows):
        band, gaps = _band(rows[at:])
        if not gaps:
            plain += rows[at]
            at += 1
            continue
        if plain:
            yield flow_of(plain)
            plain = []
        yield from _of_band(band, gaps)
        at += len(band)
    if plain:
        yield flow_of(plain)


def flow_of(lines: list[Line], *, is_column: bool = False) -> Flow:
    """Lines as one flow, its edges where the outermost lines have theirs."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return Flow(tuple(lines), left, right, is_column)


def _band(rows: list[list[Line]]) -> tuple[list[list[Line]], list[Gap]]:
    """The rows from the first on that leave the same blanks free, and these blanks; none when the first has none."""
    gaps = gaps_of(rows[0])
    stop = 1
    while gaps and stop < len(rows) and not _ends_band(rows[stop - 1], rows[stop]):
        rest = kept_free(gaps, rows[stop])
        if not rest:
            break
        gaps, stop = rest, stop + 1
    return rows[:stop], gaps


def _ends_band(above: list[Line], row: list[Line]) -> bool:
    blank = min(line.bottom for line in above) - max(line.top for line in row)
    return len(row) == 1 and blank > _FAR_BELOW * row[0].height


def _of_band(rows: list[list[Line]], gaps: list[Gap]) -> Iterator[Flow | Table]:
    grid = [_cells(row, gaps) for row in rows]
    if _is_table(grid):
        yield Table(
            tuple(
                tuple(Cell(column, flow_of(lines)) for column, lines in enumerate(row) if lines)
                for row in grid
            )
        )
        return
    for column in zip(*grid, strict=True):
        lines = [line for cell in column for line in cell]
        if lines:
            yield flow_of(lines, is_column=True)


def _cells(row: list[Line], gaps: list[Gap]) -> list[list[Line]]:
    cells: list[list[Line]] = [[] for _ in range(len(gaps) + 1)]
    for line in row:
        cells[sum(line.left >= right - 1 for _, right in gaps)].append(line)
    return cells


def _is_table(grid: list[list[list[Line]]]) -> bool:
    """Whether columns without lines between them are read row by row: short cells, nearly all filled, with numbers."""
    if len(grid) < _FEW_ROWS:
        return False
    if sum(all(row) for row in grid) < _MOSTLY * len(grid):
        return False
    columns = [
        [line.text for cell in column for line in cell] for column in zip(*grid, strict=True)
    ]
    if any(sum(map(len, column)) > 2 * _SHORT * len(column) for column in columns):
        return False
    return len(columns) >= _FEW_COLUMNS or any(map(_is_numeric, columns[1:]))


def _is_numeric(column: Iterable[str]) -> bool:
    texts = list(column)
    return sum(
        any(map(str.isdigit, text)) and len(text) < _SHORT for text in texts
    ) > _MOSTLY * len(texts)


def order_of(parts: list[tuple[float, Table]], rows: list[list[Line]]) -> Iterator[Flow | Table]:
    """Tables (with the height they begin at) and rows of the page in one order."""
    bounds = [float("inf"), *(top for top, _ in parts), float("-inf")]
    for (above, below), table in zip(
        pairwise(bounds), [*(table for _, table in parts), None], strict=True
    ):
        yield from flows_of([row for row in rows if above > row[0].top >= below])
        if table:
            yield table
