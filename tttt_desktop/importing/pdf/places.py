"""What stands on a printed page: words and lines with their places.

Places are in points (1/72 inch) from the lower left corner of the page as it is shown.
"""

from dataclasses import dataclass
from itertools import pairwise

NEAR = 1.2  # heights of a line: a wider blank without a letter for it parts columns or cells
_FAR = 3.0  # the same where the page has a letter for the blank, which justified text may stretch
_SAME_ROW = 0.3  # of the lower height: what two pieces of one row share at least
_NARROWEST_GUTTER = 5.0  # points


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place. `loose`: no letter stands for the blank before it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    loose: bool = False
    bold: bool = False

    @property
    def height(self) -> float:
        """From the lowest to the highest that the font's letters can reach."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side. `opening` is the width of the first one."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    opening: float = 0.0
    bold: bool = False

    @property
    def height(self) -> float:
        """As `Word.height`."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Ruling:
    """A drawn line or thin box, as lines of tables are."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines of one column from top to bottom, between its `left` and `right` edge."""

    lines: tuple[Line, ...]
    left: float
    right: float
    is_column: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell and the number of its column, empty ones counted."""

    column: int
    flow: Flow


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells from top to bottom and from left to right, without the empty ones."""

    rows: tuple[tuple[Cell, ...], ...]


def lines_of(words: list[Word]) -> list[Line]:
    """Words in the order of the file, put together where they stand side by side."""
    groups: list[list[Word]] = []
    for word in words:
        if groups and _follows(groups[-1][-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [line_of(group) for group in groups]


def _follows(before: Word, word: Word) -> bool:
    height = max(before.height, word.height)
    gap = word.left - before.right
    if not -0.5 * height < gap < (NEAR if word.loose else _FAR) * height:
        return False
    return shared(before, word) > 0.5


def line_of(words: list[Word]) -> Line:
    """Words of one line as a line."""
    return Line(
        " ".join(word.text for word in words),
        words[0].left,
        min(word.bottom for word in words),
        max(word.right for word in words),
        max(word.top for word in words),
        words[0].right - words[0].left,
        words[0].bold and words[-1].bold,
    )


def shared(one: Word | Line, other: Word | Line) -> float:
    """How much of the lower one's height two pieces have in common, 0 to 1."""
    common = min(one.top, other.top) - max(one.bottom, other.bottom)
    return max(0.0, common / max(0.1, min(one.height, other.height)))


def rows_of(lines: list[Line]) -> list[list[Line]]:
    """Lines from top to bottom, those side by side together, from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        if rows and shared(rows[-1][0], line) >= _SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


Gap = tuple[float, float]


def gaps_of(row: list[Line]) -> list[Gap]:
    """The blanks between the lines of a row that are wide enough to part columns."""
    found = ((left.right, right.left) for left, right in pairwise(row))
    return [gap for gap in found if gap[1] - gap[0] >= _NARROWEST_GUTTER]


def kept_free(gaps: list[Gap], row: list[Line]) -> list[Gap]:
    """What of the gaps another row leaves free."""
    for line in row:
        gaps = [
            part
            for left, right in gaps
            for part in ((left, min(right, line.left)), (max(left, line.right), right))
            if part[1] - part[0] >= _NARROWEST_GUTTER
        ]
    return gaps
