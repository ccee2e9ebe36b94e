"""Fonts, distances and line breaking of the cards at a zoom (UX section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.text_lines import line_height

PAD_LEFT, PAD_TOP, PAD_RIGHT, PAD_BOTTOM = 14, 8, 10, 9
GAP = 7  # between two cards
MARGIN, RIGHT = (
    12,
    14,
)  # between card and pane; the scroll bar fits into the right one, shown or not
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
        """Of what a card says."""
        return self.font(13)

    @cached_property
    def strong(self) -> QFont:
        """Of its kind."""
        return self.font(13, 600)

    @cached_property
    def small(self) -> QFont:
        """Of what stands beside."""
        return self.font(12)

    @cached_property
    def small_strong(self) -> QFont:
        """Of numbers beside."""
        return self.font(12, 600)

    @cached_property
    def line(self) -> int:
        """Height of one line of card text."""
        return line_height(self.text)

    @cached_property
    def head(self) -> int:
        """Height of the line with kind and field."""
        return line_height(self.strong) + 2

    @cached_property
    def icon(self) -> int:
        """Side of the picture of a kind."""
        return max(14, round(14 * self.zoom / 100))

    def fits_one_line(self, text: str, room: int) -> bool:
        """Whether card text needs no second line in `room` pixels."""
        if len(text) * self._narrowest > room:
            return False
        return QFontMetrics(self.text).horizontalAdvance(text) <= room

    @cached_property
    def _narrowest(self) -> int:
        return max(1, QFontMetrics(self.text).horizontalAdvance("i"))


@lru_cache(maxsize=8192)
def collapsed_height(look: Look, text: str, has_figures: bool, width: int) -> int:
    """Height of a card `width` wide, without the gap below it."""
    lines = 1 if look.fits_one_line(text, width - PAD_LEFT - PAD_RIGHT) else LINES
    return PAD_TOP + look.head + (lines + has_figures) * look.line + PAD_BOTTOM


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
