"""The lines of the report as the person orders, merges and leaves them out. Passages in, lines and groups out."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from tttt_desktop.domain.records import Kind
from tttt_desktop.domain.text import fold

STEP = 1 << 20  # between two positions that are given anew
_FIRST = -1  # where those stand that have no position and none before them
GROUPINGS = ("field", "province", "year", "giver", "article")
NOT_SAID = {
    "field": "Chưa xếp lĩnh vực",
    "province": "Chưa rõ tỉnh, thành phố",
    "year": "Chưa rõ năm",
    "giver": "Chưa nêu người giao",
    "article": "",
}
SEVERAL = {
    "province": "Nhiều tỉnh, thành phố",
    "year": "Nhiều năm",
    "article": "Nhiều bài viết",
}

Section = tuple[Kind, bool]  # and whether the department set the tasks itself
SECTIONS: tuple[Section, ...] = (*((kind, False) for kind in Kind), (Kind.TASK, True))


class Passage(NamedTuple):
    """An annotation with what is said of its article. `start` counts code points of the article's text.

    A named tuple: of the records only this one is made thousands at a time, in a fifth of what a frozen class takes.
    """

    id: int
    article_id: int
    kind: Kind
    own_plan: bool
    published_on: date | None
    start: int
    quote: str
    statement: str = ""
    field: str = ""
    assigner: str = ""
    title: str = ""
    outlet: str = ""
    province: str = ""
    year: int | None = None

    @property
    def section(self) -> Section:
        """The part of the report it belongs to; only passages of one part can be merged."""
        return self.kind, self.own_plan


@dataclass(frozen=True, slots=True)
class Placed:
    """What was decided about one annotation; `row` is where it is kept."""

    position: int | None = None
    line_id: int | None = None
    left_out: bool = False
    row: int = 0


@dataclass(frozen=True)
class Line:
    """One line of the report: a passage, or several merged into one; it stands where its first passage stands.

    `id` is that of the merged line, 0 for a single passage; `statement` is its own wording. What is asked of thousands
    of lines at each change is computed once: `lead`, the passage the line stands by; `key`, which tells it from every
    other, also after a change (the passage's id, or the line's below zero); `wording`, the person's words for the
    report, empty where it quotes; `quoted`, the wording, else the quotation in its marks.
    """

    passages: tuple[Passage, ...]
    id: int = 0
    statement: str = ""
    left_out: bool = False
    lead: Passage = field(init=False, compare=False, repr=False)
    key: int = field(init=False, compare=False, repr=False)
    wording: str = field(init=False, compare=False, repr=False)
    quoted: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        lead = self.passages[0]
        wording = self.statement if self.id else lead.statement
        # frozen: this is its own writing, before anybody has seen it
        self.__dict__.update(
            lead=lead,
            key=-self.id if self.id else lead.id,
            wording=wording,
            quoted=wording.strip() or f"“{lead.quote}”",
        )

    @property
    def ids(self) -> tuple[int, ...]:
        """The annotations in it."""
        return tuple(passage.id for passage in self.passages)

    @property
    def text(self) -> str:
        """The wording, else the quotation."""
        return self.wording.strip() or self.lead.quote

    @cached_property
    def folded(self) -> str:
        """All that a search looks at."""
        said = (
            f"{p.quote}\n{p.field}\n{p.assigner}\n{source(p)}\n{p.title}" for p in self.passages
        )
        return fold("\n".join((self.wording, *said)))

    @property
    def articles(self) -> frozenset[int]:
        """The articles it rests on."""
        return frozenset(passage.article_id for passage in self.passages)


_NOT_PLACED = Placed()


def source(passage: Passage) -> str:
    """Where a passage is from, in two words: "Quảng Trị 2023", else the outlet, else the title."""
    parts = (passage.province or passage.outlet, str(passage.year or ""))
    return " ".join(filter(None, parts)) or passage.title


def sources(line: Line) -> str:
    """Where the passages of a line are from, each place once."""
    return ", ".join(dict.fromkeys(map(source, line.passages)))


def ordered(places: Sequence[tuple[int, int | None]]) -> list[int]:
    """Annotation ids by kept positions. `places` (id, position) come in the order of their articles; one without a
    position stays behind the one before it, wherever that was moved, so that what is new comes where it belongs.
    """
    keys: list[tuple[int, int, int]] = []
    before = _FIRST
    for at, (annotation_id, position) in enumerate(places):
        before = before if position is None else position
        keys.append((before, at if position is None else -1, annotation_id))
    return [annotation_id for _, _, annotation_id in sorted(keys)]


def lines(
    passages: Mapping[int, Passage],
    placed: Mapping[int, Placed],
    statements: Mapping[int, str],
    known: Mapping[int, Line] = MappingProxyType({}),
) -> dict[int, Line]:
    """The lines by their keys, in their order. `passages` stand by their ids in the order of their articles,
    `statements` gives the wordings of the merged lines. A line of `known` that is the same still stays the same object.
    """
    found: dict[int, Line] = {}
    places = [(one, placed[one].position if one in placed else None) for one in passages]
    for annotation_id in ordered(places):
        passage, mine = passages[annotation_id], placed.get(annotation_id, _NOT_PLACED)
        if mine.line_id is not None:
            _join(found, passage, mine, statements.get(mine.line_id, ""))
            continue
        old = known.get(annotation_id)
        same = old is not None and old.lead is passage and old.left_out is mine.left_out
        found[annotation_id] = (
            old if old is not None and same else Line((passage,), left_out=mine.left_out)
        )
    return found


def _join(found: dict[int, Line], passage: Passage, mine: Placed, statement: str) -> None:
    assert mine.line_id is not None
    known = found.get(-mine.line_id)
    before, left_out = (known.passages, known.left_out) if known else ((), True)
    found[-mine.line_id] = Line(
        (*before, passage), mine.line_id, statement, left_out=left_out and mine.left_out
    )


def positions(
    places: Sequence[tuple[int, int | None]], moved: Sequence[int], before: int | None = None
) -> dict[int, int]:
    """The positions to write so that `moved` stand together in front of `before` (None: at the very end).

    `places` are those `ordered` takes. Besides what is moved only those are written that would go along with it, or would
    stay behind where it comes; all, where there is no room left between two positions.
    """
    going = set(moved)
    led = {two for (one, _), (two, at) in pairwise(places) if one in going and at is None}
    opened = {one for one, at in places if one == before and at is None}
    heads = going | led | opened
    bases = _bases(places, heads)
    left = [one for one in ordered(places) if one not in going]
    at = left.index(before) if before is not None else len(left)
    order = [*left[:at], *moved, *left[at:]]
    return _between(order, heads, bases) or {one: n * STEP for n, one in enumerate(order, 1)}


def _bases(places: Iterable[tuple[int, int | None]], heads: Collection[int]) -> dict[int, int]:
    """The position each one stands at or behind, but for `heads` and those behind them, whose position is still open."""
    found: dict[int, int] = {}
    base: int | None = _FIRST
    for one, position in places:
        base = None if one in heads else base if position is None else position
        if base is not None:
            found[one] = base
    return found


def _between(
    order: Iterable[int], heads: Collection[int], bases: Mapping[int, int]
) -> dict[int, int]:
    """Positions for `heads`, spread evenly between those around them; none when there is no room for them."""
    found: dict[int, int] = {}
    low, open_ones = _FIRST, list[int]()
    for one in order:
        if one in heads:
            open_ones.append(one)
        elif one in bases:
            high, share = bases[one], len(open_ones) + 1
            if open_ones and high - low < share:
                return {}
            found |= {of: low + (high - low) * n // share for n, of in enumerate(open_ones, 1)}
            low, open_ones = high, []
    return found | {of: low + STEP * n for n, of in enumerate(open_ones, 1)}


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading of a section. `value` is what they share, as the grouping says it."""

    value: str
    title: str
    lines: tuple[Line, ...]


def sections(
    found: Iterable[Line], grouping: str, fields: Sequence[str]
) -> list[tuple[Section, list[Group]]]:
    """The lines by part of the report, then by `grouping`; `fields` gives the order of the fields."""
    parts: dict[Section, list[Line]] = {section: [] for section in SECTIONS}
    for line in found:
        parts[line.lead.section].append(line)
    return [
        (section, _groups(part, grouping_of(grouping, section), fields))
        for section, part in parts.items()
        if part
    ]


def grouping_of(grouping: str, section: Section) -> str:
    """Only tasks have a giver: the rest stays by field."""
    return "field" if grouping == "giver" and section != (Kind.TASK, False) else grouping


def _groups(part: Sequence[Line], grouping: str, fields: Sequence[str]) -> list[Group]:
    found: dict[str, list[Line]] = {}
    for line in part:
        found.setdefault(value_of(line, grouping), []).append(line)
    rank = _RANKS[grouping]({name: place for place, name in enumerate(fields)})
    return [
        Group(value, _title(value, grouping, group), tuple(group))
        for value, group in sorted(found.items(), key=lambda one: rank(one[0], one[1]))
    ]


def value_of(line: Line, grouping: str) -> str:
    """What a line is grouped by: "" when it is not said, a word of `SEVERAL` where its passages differ."""
    get = _VALUES[grouping]
    if grouping == "field":
        return get(line.lead)
    values = dict.fromkeys(filter(None, map(get, line.passages)))
    if len(values) > 1:
        return SEVERAL.get(grouping, "; ".join(values))
    return next(iter(values), "")


_VALUES: dict[str, Callable[[Passage], str]] = {
    "field": lambda passage: passage.field,
    "province": lambda passage: passage.province,
    "year": lambda passage: str(passage.year or ""),
    "giver": lambda passage: " ".join(passage.assigner.split()),
    "article": lambda passage: str(passage.article_id),
}


def _title(value: str, grouping: str, group: Sequence[Line]) -> str:
    if grouping == "article" and value.isdigit():
        return " ".join(group[0].lead.title.split())
    if grouping == "year" and value.isdigit():
        return f"Năm {value}"
    return value or NOT_SAID[grouping]


_Rank = Callable[[str, Sequence[Line]], tuple[object, ...]]


def _by_field(rank: Mapping[str, int]) -> _Rank:
    return lambda value, _: (not value, rank.get(value, len(rank)), value)


def _by_name(_rank: Mapping[str, int]) -> _Rank:
    return lambda value, _: (not value, value in SEVERAL.values(), fold(value), value)


def _newest_first(_rank: Mapping[str, int]) -> _Rank:
    return lambda value, _: (not value, not value.isdigit(), -int(value) if value.isdigit() else 0)


def _by_article(_rank: Mapping[str, int]) -> _Rank:
    def rank(value: str, group: Sequence[Line]) -> tuple[object, ...]:
        lead = group[0].lead
        return (not value.isdigit(), lead.published_on or date.max, lead.article_id)

    return rank


_RANKS: dict[str, Callable[[Mapping[str, int]], _Rank]] = {
    "field": _by_field,
    "province": _by_name,
    "year": _newest_first,
    "giver": _by_name,
    "article": _by_article,
}


def sentence(passages: Sequence[Passage]) -> str:
    """The wording a merged line begins with: the first one written by hand, else the longest quotation as a sentence."""
    written = next((p.statement.strip() for p in passages if p.statement.strip()), "")
    if written:
        return written
    words = " ".join(max((p.quote for p in passages), key=len).split()).rstrip(" .;,:")
    return f"{words[:1].upper()}{words[1:]}."


def neighbours(group: Sequence[Line], moved: Sequence[Line], up: bool) -> Line | None:
    """The line that `moved` jump over when they go one place up or down in their group; None at its end."""
    keys = {line.key for line in moved}
    steps = pairwise(group if up else tuple(reversed(group)))
    return next((a for a, b in steps if b.key in keys and a.key not in keys), None)
