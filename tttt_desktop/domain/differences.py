"""Two texts side by side: which paragraphs are the same, which belong together, and what words differ in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tttt_desktop.domain.records import Span

_WORD = re.compile(r"\d+(?:[.,/-]\d+)*%?|\w+|[^\w\s]")  # "6,4%" and "06/01/2023" are one word each
_TOGETHER = 0.3  # share of common words from which two paragraphs belong together
# What a comparison may cost, in pairs of lines or words; beyond it the coarser view has to do.
_LINE_PAIRS, _WORD_PAIRS = 4_000_000, 500_000
_MATCHED = 2_500
_EACH = 10  # words that the work on any pair costs besides


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of each text, empty where there is none; `old_words` and `new_words` are what the other lacks."""

    old: str
    new: str
    old_words: tuple[Span, ...] = ()
    new_words: tuple[Span, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.old == self.new


def compare(old: str, new: str) -> list[Pair]:
    """The paragraphs of both texts in their order. Spans count code points of the paragraph.

    In long texts that differ much, paragraphs are paired as they stand, and marked as a whole.
    """
    budget = _WORD_PAIRS
    pairs = []
    for before, after in _beside(old.split("\n"), new.split("\n")):
        cost = (before.count(" ") + _EACH) * (after.count(" ") + _EACH)
        pairs.append(_pair(before, after, in_words=cost <= budget))
        budget -= cost if before != after else 0
    return pairs


def _beside(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph with its counterpart, "" where it has none."""
    head = _agreement(old, new)
    yield from _in_order(old[:head], new[:head])
    old, new = old[head:], new[head:]
    tail = _agreement(old[::-1], new[::-1])
    before, after = old[: len(old) - tail], new[: len(new) - tail]
    if len(before) * len(after) > _LINE_PAIRS:
        yield from _in_order(before, after)
    else:
        for tag, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
            beside = _in_order if tag == "equal" else _matched
            yield from beside(before[a:b], after[c:d])
    yield from _in_order(old[len(old) - tail :], new[len(new) - tail :])


def _agreement(old: Sequence[str], new: Sequence[str]) -> int:
    """How many paragraphs are equal, counted from the first."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs of a passage that differs, those with many common words beside each other, none crosswise."""
    if len(old) * len(new) > _MATCHED:
        yield from _in_order(old, new)
        return
    mine, theirs = [set(line.split()) for line in old], [set(line.split()) for line in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]  # of what begins at a and c
    for a in reversed(range(len(old))):
        for c in reversed(range(len(new))):
            alike = _alike(mine[a], theirs[c])
            paired = alike + best[a + 1][c + 1] if alike >= _TOGETHER else 0.0
            best[a][c] = max(paired, best[a + 1][c], best[a][c + 1])
    a = c = 0
    while a < len(old) and c < len(new):
        if best[a][c] == best[a + 1][c]:
            yield old[a], ""
            a += 1
        elif best[a][c] == best[a][c + 1]:
            yield "", new[c]
            c += 1
        else:
            yield old[a], new[c]
            a, c = a + 1, c + 1
    yield from ((line, "") for line in old[a:])
    yield from (("", line) for line in new[c:])


def _in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Paragraphs paired as they stand."""
    both = min(len(old), len(new))
    yield from zip(old[:both], new[:both], strict=True)
    yield from ((line, "") for line in old[both:])
    yield from (("", line) for line in new[both:])


def _alike(mine: set[str], theirs: set[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs) or 1)


def _pair(old: str, new: str, *, in_words: bool) -> Pair:
    if old == new:
        return Pair(old, new)
    if not (old and new and in_words):
        return Pair(old, new, _whole(old), _whole(new))
    before, after = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    matcher = SequenceMatcher(None, [w[0] for w in before], [w[0] for w in after], autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return Pair(
        old,
        new,
        tuple(_from_to(before[a:b]) for _, a, b, _, _ in changes if a < b),
        tuple(_from_to(after[c:d]) for _, _, _, c, d in changes if c < d),
    )


def _whole(line: str) -> tuple[Span, ...]:
    return (Span(0, len(line)),) if line else ()


def _from_to(words: Sequence[re.Match[str]]) -> Span:
    return Span(words[0].start(), words[-1].end())
