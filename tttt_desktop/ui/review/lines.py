"""Paragraphs broken into lines, a piece at a time: one of 200 KB would hold the window for a tenth of a second."""

from __future__ import annotations

from bisect import bisect_right
from time import monotonic

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from tttt_desktop.ui.editor.positions import Positions, shown

_PIECE = 2000  # characters; the fastest size
SLICE = 0.010  # seconds of laying out at a time


class Lines:
    """The lines of one paragraph at a width. What is not laid out yet is estimated."""

    def __init__(self, text: str, font: QFont, width: int) -> None:
        self.text = shown(text)
        self._font, self._width = font, max(40, width)
        self._at = 0
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.starts: list[int] = [] if text else [0]

    @property
    def done(self) -> bool:
        """Whether every line is known."""
        return self._at >= len(self.text)

    def count(self) -> int:
        """How many lines there are, or about how many."""
        if self.done:
            return len(self.starts)
        average = QFontMetricsF(self._font).averageCharWidth() * 1.1
        rest = (len(self.text) - self._at) * average / self._width
        return len(self.starts) + int(rest) + 1

    def finish(self) -> None:
        """Lay out all of it."""
        while not self.done:
            self._lay_out_piece()

    def advance(self, until: float) -> None:
        """Lay out more until the clock (`monotonic`) stands at `until`."""
        while not self.done and monotonic() < until:
            self._lay_out_piece()

    def _lay_out_piece(self) -> None:
        """All whole lines of the next piece; the last line may go on in the piece after it."""
        piece = self.text[self._at : self._at + _PIECE]
        starts = self._starts(piece)
        if self._at + len(piece) < len(self.text) and len(starts) > 1:
            taken = starts.pop()
        else:
            taken = len(piece)
        self.starts += [self._at + start for start in starts]
        self._at += taken

    def _starts(self, piece: str) -> list[int]:
        layout, positions = QTextLayout(piece, self._font), Positions(piece)
        layout.setTextOption(self._option)
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            starts.append(positions.to_text(line.textStart()))
        layout.endLayout()
        return starts

    def line(self, number: int) -> tuple[int, int]:
        """Where a line begins and ends, in code points of the paragraph."""
        after = number + 1
        stop = self.starts[after] if after < len(self.starts) else self._at
        return self.starts[number], stop

    def line_of(self, offset: int) -> int:
        """The number of the line that holds the character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)
