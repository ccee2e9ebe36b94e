"""The figures of a dossier as one table: what disagrees, and how an indicator goes over the years."""

from collections.abc import Sequence
from dataclasses import dataclass

from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.domain.figures import unit_of, value_text
from tttt_desktop.domain.grouping import disagreeing
from tttt_desktop.domain.records import Figure
from tttt_desktop.domain.text import bare_words, fold
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import consolidation as storage


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the passage that tells it. `others` are figures of other articles that say something else."""

    figure: Figure
    passage: Passage
    others: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The number as printed, without its unit."""
        return value_text(self.figure)

    @property
    def amount(self) -> float | None:
        """The number in the smallest unit of its kind (đồng, and not tỷ đồng); of "9/17" the part of the whole."""
        value, whole = self.figure.value, self.figure.of
        if value is None:
            return None
        return value / whole if whole else value * unit_of(self.figure)[0]

    @property
    def lacks_unit(self) -> bool:
        """Whether nothing says what is counted."""
        return not self.figure.unit and self.figure.of is None

    @property
    def notice(self) -> str:
        """What the person should look at, or ""."""
        if self.others:
            said = " và ".join((self.shown, *self.others))
            return f"Các nguồn lệch nhau: {said} {self.figure.unit}".rstrip() + "."
        return "Số này chưa có đơn vị tính." if self.lacks_unit else ""

    @property
    def folded(self) -> str:
        """What the search looks into."""
        one, where = self.figure, self.passage
        words = (one.indicator, one.as_printed, one.change, one.compared, where.quote,
                 where.province, where.title)  # fmt: skip
        return fold(" ".join(words))


def table(d: Dossier) -> list[Told]:
    """Every figure of the accepted annotations, by the day of the article and the place in its text."""
    conn = d.store.conn
    passages, figures = storage.passages(conn), storage.figures(conn)
    others: dict[tuple[int, Figure], list[str]] = {}
    for one, other in disagreeing(passages, figures):
        others.setdefault(one, []).append(value_text(other[1]))
        others.setdefault(other, []).append(value_text(one[1]))
    return [
        Told(figure, passage, tuple(dict.fromkeys(others.get((passage.id, figure), ()))))
        for passage in passages
        for figure in figures.get(passage.id, ())
    ]


def series(told: Sequence[Told], chosen: Told) -> list[Told]:
    """The same indicator of the same province, in the same unit, over the years: one for each year, by year."""
    of = _subject(chosen)
    years: dict[int, Told] = {}
    for one in told:
        year = one.passage.year
        if year is not None and one.amount is not None and _subject(one) == of:
            years.setdefault(year, one)
    if chosen.passage.year is not None and chosen.amount is not None:
        years[chosen.passage.year] = chosen
    return [years[year] for year in sorted(years)]


def _subject(told: Told) -> tuple[object, ...]:
    figure = told.figure
    is_change = bool(figure.change) and figure.as_printed in figure.change
    return (
        " ".join(bare_words(fold(figure.indicator)).split()),
        unit_of(figure)[1],
        fold(told.passage.province),
        figure.of is None,
        is_change,
    )
