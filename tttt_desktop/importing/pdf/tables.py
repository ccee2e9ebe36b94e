"""Tables on a printed page, told by the lines drawn around their cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tttt_desktop.importing.pdf.columns import flow_of
from tttt_desktop.importing.pdf.places import (
    Cell,
    Flow,
    Line,
    Ruling,
    Table,
    Word,
    lines_of,
    rows_of,
)

_TOUCH = 3.0  # points: lines nearer than that meet
_THIN = 3.0  # points: a box no thicker is a line
_SHORTEST = 6.0  # points: a shorter line is a dash or a dot
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines of one table: those across as (height, left, right), those down as (place, bottom, top)."""

    across: list[tuple[float, float, float]]
    down: list[tuple[float, float, float]]
    bottom: float
    top: float


def tables_of(
    words: list[Word], rulings: list[Ruling]
) -> tuple[list[tuple[float, Table]], list[Word]]:
    """The tables from top to bottom, each with the height it begins at, and the words outside them."""
    found = []
    for grid in _grids(rulings):
        inside = [word for word in words if _holds(grid, word)]
        table = _table(grid, inside)
        if table:
            taken = set(map(id, inside))
            words = [word for word in words if id(word) not in taken]
            found.append((grid.top, table))
    return found, words


def _grids(rulings: list[Ruling]) -> Iterator[_Grid]:
    """The tables as bands of the page in which lines run down, from top to bottom."""
    across, down = _edges(rulings)
    bands: list[tuple[float, float]] = []
    for _, bottom, top in sorted(down, key=lambda line: -line[2]):
        if bands and top >= bands[-1][0] - _TOUCH:
            bands[-1] = (min(bands[-1][0], bottom), bands[-1][1])
        else:
            bands.append((bottom, top))
    for bottom, top in bands:
        posts = [line for line in down if bottom - _TOUCH <= line[1] and line[2] <= top + _TOUCH]
        beams = [
            line
            for line in across
            if bottom - _TOUCH <= line[0] <= top + _TOUCH
            and any(_meet(line, post) for post in posts)
        ]
        if beams:
            yield _Grid(beams, posts, bottom, top)


Edges = list[tuple[float, float, float]]


def _edges(rulings: list[Ruling]) -> tuple[Edges, Edges]:
    across: Edges = []
    down: Edges = []
    for one in rulings:
        wide, high = one.right - one.left, one.top - one.bottom
        if wide < _SHORTEST and high < _SHORTEST:
            continue
        if high <= _THIN:
            across.append(((one.bottom + one.top) / 2, one.left, one.right))
        elif wide <= _THIN:
            down.append(((one.left + one.right) / 2, one.bottom, one.top))
        else:
            across += [(one.bottom, one.left, one.right), (one.top, one.left, one.right)]
            down += [(one.left, one.bottom, one.top), (one.right, one.bottom, one.top)]
    return across, down


def _meet(beam: tuple[float, float, float], post: tuple[float, float, float]) -> bool:
    return (
        beam[1] - _TOUCH <= post[0] <= beam[2] + _TOUCH
        and post[1] - _TOUCH <= beam[0] <= post[2] + _TOUCH
    )


def _holds(grid: _Grid, word: Word) -> bool:
    middle = (word.bottom + word.top) / 2
    sides = [left for _, left, _ in grid.across], [right for _, _, right in grid.across]
    return (
        grid.bottom <= middle <= grid.top
        and min(sides[0]) - _TOUCH <= word.left
        and word.left <= max(sides[1]) + _TOUCH
    )


def _table(grid: _Grid, words: list[Word]) -> Table | None:
    """The words by cell: a cell is named by the line above it and the line on its left."""
    cells: dict[tuple[int, int], list[Word]] = {}
    beams = _ranks([height for height, _, _ in grid.across])
    posts = _ranks([place for place, _, _ in grid.down])
    for word in words:
        cells.setdefault((-_above(grid, beams, word), _beside(grid, posts, word)), []).append(word)
    if (
        max(posts.values(), default=0) < _FEWEST_COLUMNS
        and len({at for _, at in cells}) < _FEWEST_COLUMNS
    ):
        return None
    rows: dict[int, list[Cell]] = {}
    for (row, column), cell in sorted(cells.items()):
        rows.setdefault(row, []).append(Cell(column, flow_of(_stacked(cell))))
    return Table(tuple(map(tuple, rows.values()))) if rows else None


def _ranks(places: list[float]) -> dict[float, int]:
    """The number of each place from the lowest on; places that touch have the same."""
    ranks: dict[float, int] = {}
    rank, before = -1, float("-inf")
    for place in sorted(set(places)):
        rank += place - before > _TOUCH
        before = place
        ranks[place] = rank
    return ranks


def _above(grid: _Grid, ranks: dict[float, int], word: Word) -> int:
    x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    over = (
        height
        for height, left, right in grid.across
        if height >= y and left - _TOUCH <= x <= right + _TOUCH
    )
    return ranks.get(min(over, default=0.0), len(ranks))


def _beside(grid: _Grid, ranks: dict[float, int], word: Word) -> int:
    x, y = word.left + 1, (word.bottom + word.top) / 2
    before = (
        place
        for place, bottom, top in grid.down
        if place <= x + _TOUCH and bottom - _TOUCH <= y <= top + _TOUCH
    )
    return ranks.get(max(before, default=0.0), -1)


def _stacked(words: list[Word]) -> list[Line]:
    return [line for row in rows_of(lines_of(words)) for line in row]


def with_whole_rows(pages: list[list[Flow | Table]]) -> list[list[Flow | Table]]:
    """The pages with each table row that a page's end cuts put together on the page it begins on."""
    whole = [list(page) for page in pages]
    for above, below in pairwise(whole):
        last, first = above[-1:], below[:1]
        if last and first and isinstance(last[0], Table) and isinstance(first[0], Table):
            above[-1], below[0] = _rejoined(last[0], first[0])
    return whole


def _rejoined(above: Table, below: Table) -> tuple[Table, Table]:
    if not above.rows or not below.rows or not _is_rest(above.rows[-1], below.rows[0]):
        return above, below
    rest = {cell.column: cell.flow.lines for cell in below.rows[0]}
    joined = tuple(
        replace(
            cell,
            flow=replace(cell.flow, lines=(*cell.flow.lines, *rest.get(cell.column, ()))),
        )
        for cell in above.rows[-1]
    )
    return Table((*above.rows[:-1], joined)), Table(below.rows[1:])


def _is_rest(row: Sequence[Cell], rest: Sequence[Cell]) -> bool:
    """Whether cells are what is left of a row: fewer than it has, or each in the middle of a sentence."""
    columns = [cell.column for cell in row]
    if any(cell.column not in columns for cell in rest):
        return False
    begun = all(cell.flow.lines[0].text[0].islower() for cell in rest)
    return begun or rest[0].column != columns[0]
