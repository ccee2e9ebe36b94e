"""Spans that find their place again after the text was corrected."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import fold, trim

CONTEXT = 32  # characters kept before and after a quote
_ALIKE = 0.5  # share of common words from which a passage counts as the same, corrected
_MOST_PAIRS = 4_000_000  # of tokens to compare; beyond it a passage counts as replaced
_PARAGRAPH = re.compile(r"[^\n]*\n|[^\n]+")
_PIECE = re.compile(r"[^.;\n]+[.;\n]?|[.;\n]")
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Edit:
    """At `start` of the old text, `removed` characters give way to `inserted`."""

    start: int
    removed: int
    inserted: str

    @property
    def stop(self) -> int:
        """Where the removed characters end in the old text."""
        return self.start + self.removed


def _agreement(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many items are equal, counted from the start."""
    pairs = zip(mine, theirs, strict=False)
    return next(
        (n for n, (one, other) in enumerate(pairs) if one != other), min(len(mine), len(theirs))
    )


def edits_between(old: str, new: str) -> list[Edit]:
    """The edits, in order of the old text and apart from one another, that make `new` of `old`.

    Paragraphs are compared first, then, where these differ, sentences, then whole words, blanks and signs: a
    paragraph that stayed is never taken for another, and an edit never ends inside a word that stayed.
    """
    edits = [Edit(0, len(old), new)]
    for token in (_PARAGRAPH, _PIECE, _WORD):
        edits = [
            finer
            for edit in edits
            for finer in _edits_by(token, old[edit.start : edit.stop], edit.inserted, edit.start)
        ]
    return edits


def _edits_by(token: re.Pattern[str], old: str, new: str, at: int) -> Iterator[Edit]:
    """The edits between two passages, the old one at offset `at`, in whole tokens."""
    before, after = token.findall(old), token.findall(new)
    head = _agreement(before, after)
    at += sum(map(len, before[:head]))
    before, after = before[head:], after[head:]
    tail = _agreement(before[::-1], after[::-1])
    before, after = before[: len(before) - tail], after[: len(after) - tail]
    first, other = 0, 0
    for stop, other_stop in (*_fixed(before, after), (len(before), len(after))):
        if (first, other) != (stop, other_stop):
            yield from _compared(before[first:stop], after[other:other_stop], at)
        at += sum(map(len, before[first : stop + 1]))
        first, other = stop + 1, other_stop + 1


def _compared(before: Sequence[str], after: Sequence[str], at: int) -> Iterator[Edit]:
    """The edits between two runs of tokens; all of one gives way to the other where they are too long to compare."""
    if len(before) * len(after) > _MOST_PAIRS:
        yield Edit(at, sum(map(len, before)), "".join(after))
        return
    for tag, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        removed = sum(map(len, before[a:b]))
        if tag != "equal":
            yield Edit(at, removed, "".join(after[c:d]))
        at += removed


def _fixed(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Of runs too long to compare whole: places of tokens that stand once in each, in an order common to both.

    The longest such order, by piling up as in patience sorting.
    """
    if len(before) * len(after) <= _MOST_PAIRS:
        return []
    places = {token: at for at, token in enumerate(after)}
    here, there = Counter(before), Counter(after)
    pairs = [
        (at, places[token])
        for at, token in enumerate(before)
        if here[token] == 1 and there[token] == 1
    ]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these pairs, whose first numbers rise, that rise in the second as well."""
    tops: list[int] = []  # the second number on top of each pile
    piles: list[int] = []  # which pair that is
    below: list[int] = []  # of each pair the one on top of the pile before
    for number, (_, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        tops[pile : pile + 1] = [second]
        piles[pile : pile + 1] = [number]
        below.append(piles[pile - 1] if pile else -1)
    found = []
    at = piles[-1] if piles else -1
    while at >= 0:
        found.append(pairs[at])
        at = below[at]
    return found[::-1]


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made; they must stand in order and apart. ValueError when they do not."""
    parts = []
    at = 0
    for edit in edits:
        if edit.start < at or edit.stop > len(text):
            raise ValueError(f"edit at {edit.start} out of order or outside the text")
        parts += [text[at : edit.start], edit.inserted]
        at = edit.stop
    return "".join([*parts, text[at:]])


class Moves:
    """Where spans of the old text come to stand after edits that are in order and apart, as `edits_between` gives them."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._stops = [edit.stop for edit in edits]
        grown = (len(edit.inserted) - edit.removed for edit in edits)
        self._grown = [0, *accumulate(grown)]

    def shift(self, span: Span) -> Span | None:
        """The span after the edits; None when all the text it stood on was removed.

        Text replaced inside the span, or across one of its ends, belongs to it afterwards.
        """
        first = bisect_right(self._stops, span.start)
        last = bisect_left(self._starts, span.stop)
        kept = len(span)
        for edit in self._edits[first:last]:
            kept -= max(0, min(edit.stop, span.stop) - max(edit.start, span.start))
        if kept <= 0:
            return None
        start = self._moved(span.start, opening=True)
        return Span(start, max(start, self._moved(span.stop, opening=False)))

    def _moved(self, offset: int, *, opening: bool) -> int:
        """Where an end of a span comes to stand. What is inserted right at an end stays outside the span."""
        before = (bisect_right if opening else bisect_left)(self._starts, offset)
        if before and self._stops[before - 1] > offset:
            edit = self._edits[before - 1]
            inside = 0 if opening else len(edit.inserted)
            return edit.start + self._grown[before - 1] + inside
        return offset + self._grown[before]


def shift(span: Span, edits: Sequence[Edit]) -> Span | None:
    """One span after the edits, as `Moves.shift` does it for many."""
    return Moves(edits).shift(span)


def prefix_suffix(text: str, span: Span) -> tuple[str, str]:
    """Up to 32 characters that stand before the span, and up to 32 after it."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.stop : span.stop + CONTEXT]


def _exact(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


@lru_cache(maxsize=2)
def _compact(text: str) -> tuple[str, Sequence[int]]:
    """The folded text with one blank for each run of white space, and where each of its characters stands."""
    folded = fold(text)
    if not re.search(r"\s\s", folded):
        return re.sub(r"\s", " ", folded), range(len(folded) + 1)
    kept = [at for run in re.finditer(r"\S+|\s+", folded) for at in _places(run)]
    return "".join(" " if folded[at].isspace() else folded[at] for at in kept), kept


def _places(run: re.Match[str]) -> Sequence[int]:
    return range(run.start(), run.start() + 1) if run[0].isspace() else range(*run.span())


def _tolerant(text: str, quote: str) -> Iterator[Span]:
    """Places that differ from the quote only in white space, case or diacritics (hoà, hòa)."""
    words = " ".join(fold(quote).split())
    if words:
        compact, at = _compact(text)
        for found in _exact(compact, words):
            yield Span(at[found.start], at[found.stop - 1] + 1)


def locate(text: str, quote: str, prefix: str, suffix: str, near: int) -> Span | None:
    """Where `quote` stands in `text` now; None when it is not there.

    Of several places the one whose surroundings agree best with `prefix` and `suffix` is chosen, then the one
    nearest to offset `near`. Differences of white space, case and diacritics are forgiven when nothing fits exactly.
    """
    if not quote:
        return None
    places = list(_exact(text, quote)) or list(_tolerant(text, quote))

    def fit(place: Span) -> tuple[int, int]:
        before, after = prefix_suffix(text, place)
        agreement = _agreement(before[::-1], prefix[::-1]) + _agreement(after, suffix)
        return -agreement, abs(place.start - near)

    return min(places, key=fit, default=None)


def follow(
    text: str, quote: str, moved: Span | None, prefix: str, suffix: str, near: int
) -> Span | None:
    """Where a quote stands in a corrected text; None when it is gone.

    `moved` is where the edits took it; it holds while what stands there shares most words with the quote. Else the
    quote is looked for as by `locate`.
    """
    span = trim(text, moved) if moved else None
    if span and _alike(quote, span.of(text)):
        return span
    return locate(text, quote, prefix, suffix, near)


def _alike(one: str, other: str) -> bool:
    """Whether two passages share most of their words in the same order."""
    return one == other or SequenceMatcher(None, one.split(), other.split()).ratio() >= _ALIKE
