"""The lines of one story of an RTF file (the body, a header, a note, a text box), as its paragraphs and cells end."""

import re

from tttt_desktop.importing.documents import office
from tttt_desktop.importing.documents.office import Piece

_HALF = re.compile("[\ud800-\udfff]")


class _Table:
    """What is written of a row: the cells that have ended, and the lines of the one that has not."""

    def __init__(self) -> None:
        self._cells: list[list[str]] = []
        self._lines: list[str] = []

    def add(self, line: str) -> None:
        self._lines.append(line)

    def end_cell(self) -> None:
        self._cells.append(self._lines)
        self._lines = []

    def end_row(self) -> list[str]:
        if self._lines:
            self.end_cell()
        if not self._cells:
            return []
        lines, self._cells = office.row(self._cells), []
        return lines


class Story:
    """Takes text and ends of paragraphs, cells and rows in the order of the file; gives lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._pieces: list[Piece] = []
        self._row = _Table()
        self._inner_row = _Table()  # of a table in a cell; deeper ones are taken for it

    def add(self, scheme: str, text: str) -> None:
        """Text of the paragraph that is being written, in the scheme of its font."""
        self._pieces.append((scheme, text))

    def end_paragraph(self, depth: int) -> None:
        """A paragraph ends: in the text (0), in a cell (1), in a cell of a table in a cell (2)."""
        if depth > 1:
            self._inner_row.add(self._line())
        elif depth:
            self._row.add(self._line())
        else:
            self.lines += self._row.end_row()
            self.lines.append(self._line())

    def end_cell(self, *, inner: bool) -> None:
        """A cell ends, with the paragraph that stands in it."""
        table = self._inner_row if inner else self._row
        table.add(self._line())
        table.end_cell()

    def end_row(self, *, inner: bool) -> None:
        """A row ends: its line goes to the text, or to the cell it stands in."""
        if not inner:
            self.lines += self._row.end_row()
            return
        for line in self._inner_row.end_row():
            self._row.add(line)

    def end(self) -> list[str]:
        """All lines, also of what was left open."""
        self.end_row(inner=True)
        if self._pieces:
            self.end_paragraph(0)
        self.end_row(inner=False)
        return self.lines

    def _line(self) -> str:
        line, self._pieces = office.joined(self._pieces), []
        return _whole(line)


def _whole(text: str) -> str:
    """A text whose letters beyond U+FFFF came as two halves."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
