"""Which figures of a report are drawn: an indicator that articles tell of two years or more."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from tttt_desktop.reporting.tree import Picture
from tttt_desktop.services import figures
from tttt_desktop.services.figures import Told

Draw = Callable[[Sequence[Told]], bytes]  # a series as the bytes of a PNG, twice as wide as high
MOST = 6  # charts in a report; more than two pages of them nobody looks at
_CENTIMETRE = 360_000  # EMU
WIDTH, HEIGHT = 15 * _CENTIMETRE, 15 * _CENTIMETRE // 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """All figures of the dossier, and the articles whose indicators are drawn."""

    told: Sequence[Told]
    articles: Collection[int]


def pictures(chosen: Chosen, draw: Draw) -> tuple[Picture, ...]:
    """A chart for each indicator that one of the articles tells, those of most years first; any thread may draw."""
    wanted = set(chosen.articles)
    told = [
        series
        for series in figures.all_series(figures.compare(chosen.told))
        if any(one.passage.article_id in wanted for one in series)
    ]
    told.sort(key=len, reverse=True)
    return tuple(
        Picture(
            draw(series), WIDTH, HEIGHT, described(series), f"Biểu đồ {number}. {titled(series)}"
        )
        for number, series in enumerate(told[:MOST], 1)
    )


def titled(series: Sequence[Told]) -> str:
    """ "Doanh thu viễn thông (tỷ đồng), Quảng Trị"."""
    first = series[-1]
    name, unit = first.figure.indicator, figures.unit_of_series(series)
    where = f", {first.passage.province}" if first.passage.province else ""
    return f"{name[0].upper()}{name[1:]}{f' ({unit})' if unit else ''}{where}"


def described(series: Sequence[Told]) -> str:
    """The chart in words, for those who cannot see it."""
    years = "; ".join(f"năm {one.year}: {one.figure.as_printed}" for one in series)
    return f"Biểu đồ cột {titled(series)}: {years}."
