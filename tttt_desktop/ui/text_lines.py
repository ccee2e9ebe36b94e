"""Plain text cut into a few lines that fit, the last one elided. What list rows and labels share."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from tttt_desktop.ui.editor.positions import Positions, shown

_MOST = (
    2000  # characters: no label shows more, and a pasted page must not cost a layout of all of it
)


def elided_lines(text: str, font: QFont, width: float, lines: int) -> tuple[str, ...]:
    """At most `lines` lines of at most `width` logical pixels; line breaks count as spaces. Empty text gives no line."""
    return _lines(text[:_MOST], font.toString(), max(1, int(width)), lines)


def is_cut(text: str, lines: tuple[str, ...]) -> bool:
    """Whether the lines show less than the whole text."""
    return "".join(lines).replace(" ", "") != "".join(shown(text).split())


def line_height(font: QFont) -> int:
    """Whole pixels that hold every stacked diacritic of a line."""
    return ceil(QFontMetricsF(font).height())


@lru_cache(maxsize=4096)
def _lines(text: str, font_key: str, width: int, lines: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    plain = shown(" ".join(text.split()))
    starts = _starts(plain, font, width, lines + 1)
    if not starts:
        return ()
    stops = [*starts[1:], len(plain)]
    found = [plain[start:stop].rstrip() for start, stop in zip(starts, stops, strict=True)]
    if len(found) <= lines:
        return tuple(found)
    rest = plain[starts[lines - 1] :]
    elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return (*found[: lines - 1], elided)


def _starts(plain: str, font: QFont, width: int, most: int) -> list[int]:
    """Code points at which the first `most` lines begin."""
    layout = QTextLayout(plain, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    positions = Positions(plain)
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(positions.to_text(line.textStart()))
    layout.endLayout()
    return starts
