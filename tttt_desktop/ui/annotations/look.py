"""Fonts, distances and line breaking of the cards at a zoom (UX section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from tttt_desktop.ui import theme

PAD_LEFT, PAD_TOP, PAD_RIGHT, PAD_BOTTOM = 14, 8, 10, 9
GAP = 7  # between two cards
MARGIN = 12  # between card and pane
RADIUS = 6
LINES = 2  # of a collapsed card


@dataclass(frozen=True)
class Look:
    """How cards look at `zoom` percent. Not changed after it is made; a new zoom is a new Look."""

    zoom: int = 100

    def font(self, px: int, weight: int = 400) -> QFont:
        """The interface font, `px` high at 100 %."""
        return theme.ui_font(px, weight, self.zoom)

    @cached_property
    def text(self) -> QFont:
        return self.font(13)

    @cached_property
    def strong(self) -> QFont:
        return self.font(13, 600)

    @cached_property
    def small(self) -> QFont:
        return self.font(12)

    @cached_property
    def small_strong(self) -> QFont:
        return self.font(12, 600)

    @cached_property
    def line(self) -> int:
        """Height of one line of card text."""
        return QFontMetrics(self.text).lineSpacing()

    @cached_property
    def head(self) -> int:
        """Height of the line with kind and field."""
        return QFontMetrics(self.strong).lineSpacing() + 2

    @cached_property
    def icon(self) -> int:
        return max(14, round(14 * self.zoom / 100))

    def collapsed_height(self, text: str, has_figures: bool, width: int) -> int:
        """Height of a card `width` wide, without the gap below it."""
        lines = 1 if self._fits_one_line(text, width) else LINES
        lines += 1 if has_figures else 0
        return PAD_TOP + self.head + lines * self.line + PAD_BOTTOM

    def _fits_one_line(self, text: str, width: int) -> bool:
        room = width - PAD_LEFT - PAD_RIGHT
        if len(text) * self._narrowest > room:
            return False
        return QFontMetrics(self.text).horizontalAdvance(text) <= room

    @cached_property
    def _narrowest(self) -> int:
        return max(1, QFontMetrics(self.text).horizontalAdvance("i"))


def elided_lines(text: str, font: QFont, width: int, count: int) -> list[str]:
    """`text` broken into at most `count` lines of `width` pixels; the last one ends in an ellipsis when more follows."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    lines: list[str] = []
    units = text.encode("utf-16-le")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        rest = units[2 * line.textStart() :].decode("utf-16-le")
        if len(lines) == count - 1:
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(units[2 * line.textStart() :][: 2 * line.textLength()].decode("utf-16-le"))
    layout.endLayout()
    return [line.strip() for line in lines]


def wrapped_height(text: str, font: QFont, width: int) -> tuple[int, float]:
    """How many lines `text` takes at `width` pixels, and how high they are together."""
    lines, height = 0, 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(_wrapping())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines, height = lines + 1, height + line.height()
        layout.endLayout()
    return lines, height


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
