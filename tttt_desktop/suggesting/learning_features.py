"""What the learner sees of a passage: its words in pairs, how it begins, what leads into it, where it stands.

All words are folded: a habit is the same with and without diacritics.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import bare_words, fold

_DIGITS = re.compile(r"\d+")
_OPENING = (2, 3)  # words that open a passage
_LEAD = 8  # words before a colon, or at the head of a paragraph, that tell what follows
_FAR = 12  # paragraphs a line with a colon reaches down
_LONG = 40  # words of a passage that are looked at
_NAMED = 5  # letters from which one word alone tells something: "camera", "viettel"
_PARTS = 4  # an article is parted so for the place in it
_WORD = re.compile(r"\S+")

OPENS, AFTER, BELOW, PART, RULE = "opens ", "after ", "below ", "part ", "rule "
SORTS = (OPENS, AFTER, BELOW, PART, RULE, "")  # "": words of the passage
_HIDDEN = (PART, RULE)  # no words show these


def sort_of(clue: str) -> str:
    """How a clue was seen: one of the marks above, "" for words of the passage."""
    return next((mark for mark in SORTS if clue.startswith(mark)), "")


def is_hidden(clue: str) -> bool:
    """Whether no words in the text show it."""
    return clue.startswith(_HIDDEN)


class Sheet:
    """One text, prepared to be looked at passage by passage. Offsets are code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = _DIGITS.sub(_as_sign, fold(bare_words(text)))
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._leads: dict[int, Span | None] = {}

    def clues(self, span: Span, ruled: str = "", before: str = "") -> tuple[str, ...]:
        """What is seen of a passage, each thing once.

        `ruled`: the rule that found it, "" for none; `before`: what the passage found before it is.
        """
        words = self._folded[span.start : span.stop].split()[:_LONG]
        found = [f"{PART}{before}{_PARTS * span.start // (len(self.text) + 1)}"]
        if ruled:
            found.append(f"{RULE}{ruled} {before}")
        found += [OPENS + " ".join(words[:count]) for count in _OPENING]
        found += map(" ".join, pairwise(words))
        found += [word for word in words if len(word) >= _NAMED]
        for mark, place in self._around(span):
            kept = _kept(mark, self._folded[place.start : place.stop].split())
            found += [mark + pair for pair in map(" ".join, pairwise(kept))]
        return tuple(dict.fromkeys(found))

    def words_of(self, clue: str, span: Span) -> Span | None:
        """Where the words of a clue of a passage stand; None for what no words show."""
        mark = sort_of(clue)
        if mark in _HIDDEN:
            return None
        places = dict(self._around(span)) if mark in (AFTER, BELOW) else {mark: span}
        return self._find(clue.removeprefix(mark), places[mark]) if mark in places else None

    def _find(self, words: str, place: Span) -> Span | None:
        tokens = list(_WORD.finditer(self._folded, place.start, place.stop))
        wanted = words.split(" ")
        for at in range(len(tokens)):
            if [token[0] for token in tokens[at : at + len(wanted)]] == wanted:
                stop = tokens[at + len(wanted) - 1].end()
                while self.text[stop : stop + 1].isdigit():  # of a number only the first is a sign
                    stop += 1
                return Span(tokens[at].start(), stop)
        return None

    def _around(self, span: Span) -> Iterator[tuple[str, Span]]:
        """What leads into a passage: the words before a colon in its paragraph; else the line above that ends with a
        colon, and the head of its paragraph.
        """
        number = bisect_right(self._starts, span.start) - 1
        first = self._starts[number]
        colon = self.text.rfind(": ", first, span.start)
        if colon > first:
            yield AFTER, Span(first, colon)
            return
        lead = self._lead_above(number)
        if lead is not None:
            yield AFTER, lead
        if span.start > first + _LEAD:
            yield BELOW, Span(first, span.start)

    def _lead_above(self, number: int) -> Span | None:
        """The nearest line above that ends with a colon."""
        if number not in self._leads:
            lines = range(number - 1, max(-1, number - _FAR), -1)
            spans = (Span(self._starts[line], self._starts[line + 1] - 1) for line in lines)
            self._leads[number] = next(
                (line for line in spans if self.text.endswith(":", line.start, line.stop)), None
            )
        return self._leads[number]


def _as_sign(digits: re.Match[str]) -> str:
    return "#".ljust(len(digits[0]))


def _kept(mark: str, words: Sequence[str]) -> Sequence[str]:
    return words[-_LEAD:] if mark == AFTER else words[:_LEAD]
