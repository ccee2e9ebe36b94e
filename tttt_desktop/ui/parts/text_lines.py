"""Plain text cut into a few lines that fit, the last one elided. What list rows and labels share."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from tttt_desktop.ui.editor.positions import Positions, shown

_TALLEST = "ỮẶỠẪỄẴỔỖỨ"
_MOST = 2000  # characters; a whole page given by mistake must not be laid out


def elided_lines(text: str, font: QFont, width: float, lines: int) -> tuple[str, ...]:
    """At most `lines` lines of at most `width` logical pixels; line breaks count as spaces. Empty text gives no line."""
    return _lines(text[:_MOST], font.toString(), max(1, int(width)), lines)


def is_cut(text: str, lines: tuple[str, ...]) -> bool:
    """Whether the lines show less than the whole text."""
    return "".join(lines).replace(" ", "") != shown("".join(text.split()))


def baseline(font: QFont) -> int:
    """Whole pixels from the top of a line to the feet of its letters; capitals with two diacritics fit above."""
    return _above(font.toString())


def line_height(font: QFont) -> int:
    """Whole pixels that hold a line with all its diacritics."""
    return baseline(font) + ceil(QFontMetricsF(font).descent())


@lru_cache(maxsize=64)
def _above(font_key: str) -> int:
    """Fonts draw a few capitals higher than the ascent they declare."""
    metrics = QFontMetricsF(_font(font_key))
    return ceil(max(metrics.ascent(), -metrics.tightBoundingRect(_TALLEST).top()))


def _font(key: str) -> QFont:
    font = QFont()
    font.fromString(key)
    return font


@lru_cache(maxsize=4096)
def _lines(text: str, font_key: str, width: int, lines: int) -> tuple[str, ...]:
    font = _font(font_key)
    plain = shown(" ".join(text.split()))
    if not plain:
        return ()
    starts = _starts(plain, font, width, lines + 1)
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
