"""The charts of a report as pictures; drawn once, though the preview is made anew at every choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tttt_desktop.services.figures import Told

_SIZE = (1200, 600)  # pixels: 200 an inch over the 15 cm in which it is printed


def draw(series: Sequence[Told]) -> bytes:
    """A series as the bytes of a PNG; any thread may draw it."""
    return _drawn(tuple(series))


@lru_cache(maxsize=32)
def _drawn(series: tuple[Told, ...]) -> bytes:
    from tttt_desktop.ui.figures.chart import chart_png

    return chart_png(series, *_SIZE)
