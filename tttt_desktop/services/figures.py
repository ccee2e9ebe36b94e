"""The figures of a dossier as one table: what disagrees, how an indicator goes over the years, and correcting them."""

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.figures import retyped, unit_of, value_text
from tttt_desktop.domain.grouping import disagreeing
from tttt_desktop.domain.indicators import indicator_key
from tttt_desktop.domain.records import Figure, Kind
from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import annotations
from tttt_desktop.storage import consolidation as storage
from tttt_desktop.storage import figures as figures_of

Other = tuple[Passage, Figure]
_STEP = 500  # annotations that are read in one go
_OFFERED = 300  # indicators to choose from, those told most often


@dataclass(frozen=True)
class Told:
    """A figure with the passage that tells it; it is the one at `place` among those of its passage.

    `year` is the year it is about: that which a result looks back on, that which a task is set for. `others` are figures
    of other articles that say something else.
    """

    figure: Figure
    passage: Passage
    place: int = 0
    year: int | None = None
    others: tuple[Other, ...] = ()

    @property
    def key(self) -> tuple[int, int]:
        """What tells it from every other, also after it was corrected."""
        return self.passage.id, self.place

    @property
    def shown(self) -> str:
        """The number as printed, without its unit."""
        return value_text(self.figure)

    @cached_property
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

    @cached_property
    def notice(self) -> str:
        """What the person should look at, or ""."""
        if self.others:
            return _disagreement([self.figure, *(figure for _, figure in self.others)])
        return "Số này chưa có đơn vị tính." if self.lacks_unit else ""

    @cached_property
    def subject(self) -> tuple[object, ...]:
        """What the figures of a series have in common: indicator, what is counted, province, and of which form."""
        one = self.figure
        is_change = bool(one.change) and one.as_printed in one.change
        where = fold(self.passage.province)
        return (indicator_key(one.indicator), unit_of(one)[1], where, one.of is None, is_change)

    @cached_property
    def folded(self) -> str:
        """What the search looks into."""
        one, where = self.figure, self.passage
        words = (one.indicator, one.as_printed, one.change, one.compared, where.quote,
                 where.province, where.title)  # fmt: skip
        return fold(" ".join(words))


def _disagreement(told: Sequence[Figure]) -> str:
    """ "Hai nguồn lệch nhau: 742,67 và 742,76 tỷ đồng."; each with its unit where the units differ."""
    who = "Hai nguồn" if len(told) == 2 else "Các nguồn"
    if len({fold(one.unit) for one in told}) > 1:
        said = dict.fromkeys(one.as_printed for one in told)
        return f"{who} lệch nhau: {' và '.join(said)}."
    numbers = " và ".join(dict.fromkeys(map(value_text, told)))
    return f"{who} lệch nhau: {numbers} {told[0].unit}".rstrip() + "."


def read(d: Dossier, article_ids: Collection[int] | None = None) -> list[Told]:
    """Every figure of the accepted annotations (or of those of some articles), by the day of the article and the place
    in its text.
    """
    steps = in_steps(d, article_ids)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            told: list[Told] = end.value
            return told


def in_steps(
    d: Dossier, article_ids: Collection[int] | None = None
) -> Generator[int, None, list[Told]]:
    """`read` in steps, each of which tells how many annotations it read."""
    conn = d.store.conn
    figures, years = storage.figures(conn, article_ids), figures_of.years(conn)
    wanted, told = [*figures], list[Told]()
    yield len(wanted) // 2
    for at in range(0, len(wanted), _STEP):
        for passage in storage.passages(conn, wanted[at : at + _STEP]):
            year = years[passage.article_id][passage.kind is Kind.TASK]
            found = enumerate(figures[passage.id])
            told += [Told(figure, passage, place, year) for place, figure in found]
        yield _STEP
    told.sort(key=_position)
    return told


def followed(d: Dossier, told: Sequence[Told], changed: Changed) -> list[Told]:
    """The figures after a change that touched no field: those of its articles are read again."""
    apart, kept = list[Told](), list[Told]()
    for one in told:
        (apart if one.passage.article_id in changed.articles else kept).append(one)
    return sorted([*kept, *as_before(read(d, changed.articles), apart)], key=_position)


def _position(told: Told) -> tuple[date, int, int, int, int]:
    one = told.passage
    return (one.published_on or date.max, one.article_id, one.start, one.id, told.place)


def compare(told: Sequence[Told]) -> list[Told]:
    """The same figures, each with those that say something else. Knows no dossier, so any thread may do it."""
    passages = {one.passage.id: one.passage for one in told}
    figures: dict[int, list[Figure]] = {}
    for one in told:
        figures.setdefault(one.passage.id, []).append(one.figure)
    others: dict[tuple[int, Figure], dict[tuple[int, str], Other]] = {}
    for pair in disagreeing(list(passages.values()), figures):
        for (mine, figure), (theirs, other) in (pair, pair[::-1]):
            found = others.setdefault((mine, figure), {})
            found[theirs, other.as_printed] = (passages[theirs], other)
    return [_beside(one, others) for one in told] if others else list(told)


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures, each with those that say something else; those of one subject together; and the `indicators`, each as
    most articles word it, with its key.
    """

    told: list[Told]
    groups: Mapping[tuple[object, ...], list[Told]]
    indicators: Sequence[tuple[str, str]] = ()


def overview(told: Sequence[Told]) -> Overview:
    """`compare`, and all that looking through them needs. Knows no dossier, so any thread may do it."""
    compared = compare(told)
    groups: dict[tuple[object, ...], list[Told]] = {}
    for one in compared:
        groups.setdefault(one.subject, []).append(one)
        _ = one.folded, one.notice  # are kept: the first search need not wait for them
    return Overview(compared, groups, _indicators(groups.values()))


def _indicators(groups: Iterable[Sequence[Told]]) -> list[tuple[str, str]]:
    """The indicators told more than once, each under the wording used most, those told most often first."""
    wordings: dict[str, Counter[str]] = {}
    for group in groups:
        key = str(group[0].subject[0])
        if key:
            said = (one.figure.indicator for one in group)
            wordings.setdefault(key, Counter()).update(said)
    often = sorted(wordings.items(), key=lambda one: (-one[1].total(), one[0]))[:_OFFERED]
    return [(said.most_common(1)[0][0], key) for key, said in often if said.total() > 1]


def as_before(told: Sequence[Told], before: Iterable[Told]) -> list[Told]:
    """Figures just read, with what was found out about them before, where they are still the same."""
    known = {one.key: one for one in before}
    return [_as_before(one, known.get(one.key)) for one in told] if known else [*told]


def _as_before(told: Told, known: Told | None) -> Told:
    same = known is not None and (known.figure, known.passage) == (told.figure, told.passage)
    return replace(told, others=known.others) if known is not None and same else told


def _beside(told: Told, others: Mapping[tuple[int, Figure], dict[tuple[int, str], Other]]) -> Told:
    found = others.get((told.passage.id, told.figure))
    return replace(told, others=tuple(found.values())) if found else told


def table(d: Dossier) -> list[Told]:
    """`read` and `compare` in one go."""
    return compare(read(d))


def series(told: Iterable[Told], chosen: Told) -> list[Told]:
    """The same indicator of the same province, in the same unit, over the years: one for each year, by year."""
    years = _years(one for one in told if one.subject == chosen.subject)
    if chosen.year is not None and chosen.amount is not None:
        years[chosen.year] = chosen
    return [years[year] for year in sorted(years)]


def unit_of_series(told: Sequence[Told]) -> str:
    """The unit most figures of a series are told in, as printed; of two that are as frequent the later one's."""
    often = Counter(one.figure.unit for one in told)
    return max(told, key=lambda one: (often[one.figure.unit], one.year or 0)).figure.unit


def all_series(told: Iterable[Told]) -> list[list[Told]]:
    """Every indicator that is told of two years or more, each as `series` gives it, in the order of the table."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for one in told:
        if one.subject[0]:
            groups.setdefault(one.subject, []).append(one)
    found = (_years(group) for group in groups.values())
    return [[years[year] for year in sorted(years)] for years in found if len(years) > 1]


def _years(told: Iterable[Told]) -> dict[int, Told]:
    """The first figure of each year that has a number."""
    years: dict[int, Told] = {}
    for one in told:
        if one.year is not None and one.amount is not None:
            years.setdefault(one.year, one)
    return years


def edit(d: Dossier, chosen: Sequence[tuple[int, int]], name: str, typed: str) -> Changed:
    """Set one thing of the figures with these keys, as one undo step; what the article says stays.

    `name`: "indicator", "value", "unit", "change" or "compared"; `typed`: the text to set, of a value as a person types it.
    Raises UserError for a value without a number, NotFound.
    """
    change_one = _change(name, " ".join(normalise(typed).split()))
    places: dict[int, set[int]] = {}
    for annotation_id, place in chosen:
        places.setdefault(annotation_id, set()).add(place)
    label = "Sửa số liệu" if len(chosen) == 1 else f"Sửa {len(chosen)} số liệu"
    with d.store.change(label) as change:
        for annotation_id, wanted in places.items():
            annotation = annotations.get(d.store.conn, annotation_id)
            change.concerns(annotation.article_id)
            after = [
                change_one(figure) if place in wanted else figure
                for place, figure in enumerate(annotation.figures)
            ]
            if tuple(after) != annotation.figures:
                annotations.set_figures(d.store, annotation_id, after)
    return change.changed


def _change(name: str, typed: str) -> Callable[[Figure], Figure]:
    if name == "value":
        return lambda figure: _with_value(figure, typed)
    if name == "unit":
        return lambda figure: _with_unit(figure, typed)
    values: Mapping[str, str] = {name: typed}
    return lambda figure: replace(figure, **values)  # type: ignore[arg-type]  # texts only


def _with_value(figure: Figure, typed: str) -> Figure:
    if typed == value_text(figure):
        return figure
    made = retyped(figure, typed)
    if made is None:
        raise UserError(
            f"“{typed}” không có số nào.", "Hãy gõ số, ví dụ 742,67 hoặc 1,2 nghìn tỷ đồng."
        )
    return made


def _with_unit(figure: Figure, unit: str) -> Figure:
    if unit == figure.unit:
        return figure
    made = retyped(replace(figure, unit=unit), value_text(figure))
    return made or replace(figure, unit=unit)
