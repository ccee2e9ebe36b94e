"""The text cut for the cursor: paragraphs at once, sentences, clauses and syllable ends when somebody asks."""

from bisect import bisect_left, bisect_right
from functools import cache

from tttt_desktop.domain import text as words
from tttt_desktop.domain.records import Span


class Script:
    """One body. All spans are code points of the whole text; a paragraph is named by its number, from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.sentences = cache(self._sentences)
        self.clauses = cache(self._clauses)
        self.wholes = cache(self._wholes)
        self.stops = cache(self._stops)
        self.starts = cache(self._first_characters)

    def __len__(self) -> int:
        return len(self._lines)

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that holds `offset`; outside the text: the nearest one."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraphs(self, start: int, stop: int) -> range:
        """Numbers of the paragraphs that a passage touches."""
        first = self.paragraph_at(start)
        if first + 1 == len(self) or stop <= self._starts[first + 1]:
            return range(first, first + 1)
        return range(first, self.paragraph_at(stop - 1) + 1)

    def paragraph(self, number: int) -> Span:
        """Where a paragraph stands, without its line end."""
        start = self._starts[number]
        return Span(start, start + len(self._lines[number]))

    def line(self, number: int) -> str:
        """The characters of a paragraph."""
        return self._lines[number]

    def _sentences(self, number: int) -> tuple[tuple[Span, ...], ...]:
        """The sentences of a paragraph, each as its clauses (at least one)."""
        line, at = self._lines[number], self._starts[number]
        cut = (words.clauses(line, sentence) for sentence in words.sentences(line))
        return tuple(
            tuple(Span(at + clause.start, at + clause.stop) for clause in clauses)
            for clauses in cut
            if clauses
        )

    def _wholes(self, number: int) -> list[Span]:
        """The sentences of a paragraph, each from its first clause to its last."""
        return [Span(sentence[0].start, sentence[-1].stop) for sentence in self.sentences(number)]

    def _clauses(self, number: int) -> list[Span]:
        """The clauses of a paragraph in order: the units of annotation."""
        return [clause for sentence in self.sentences(number) for clause in sentence]

    def _syllables(self, number: int) -> list[Span]:
        return words.syllables(self.text, self.paragraph(number))

    def _stops(self, number: int) -> list[int]:
        """Where a span may end: after a syllable; at the end of a clause also behind its full stop."""
        ends = [clause.stop for clause in self.clauses(number)]
        stops: list[int] = []
        after = self.paragraph(number).stop + 1
        for syllable in reversed(self._syllables(number)):
            at = bisect_left(ends, syllable.stop)
            closes = at < len(ends) and ends[at] <= after
            stops.append(ends[at] if closes else syllable.stop)
            after = syllable.start
        return stops[::-1]

    def _first_characters(self, number: int) -> list[int]:
        """Where a span may start: at a syllable; at the start of a clause also before its opening quotation mark."""
        firsts = [clause.start for clause in self.clauses(number)]
        starts, before = [], -1
        for syllable in self._syllables(number):
            at = bisect_right(firsts, syllable.start) - 1
            opens = at >= 0 and firsts[at] > before
            starts.append(firsts[at] if opens else syllable.start)
            before = syllable.start
        return starts

    def snapped(self, one: int, other: int) -> Span | None:
        """The selection between two offsets, widened to whole syllables; None when there is no syllable in it."""
        low, high = sorted((one, other))
        whole = [
            syllable
            for number in range(self.paragraph_at(low), self.paragraph_at(high) + 1)
            for syllable in words.syllables(self.text, self._around(number, low, high))
            if syllable.start <= high and low <= syllable.stop
        ]
        inside = [syllable for syllable in whole if syllable.overlaps(Span(low, high))] or whole[:1]
        if not inside:
            return None
        stop = max(inside[-1].stop, high)
        while stop > inside[-1].stop and self.text[stop - 1] in ' \n;,:-–(“"':
            stop -= 1
        return words.trim(self.text, Span(min(inside[0].start, self._opened(low, inside[0])), stop))

    def _around(self, number: int, low: int, high: int) -> Span:
        """The words of a paragraph that a selection touches: no syllable has a blank in it."""
        line = self.paragraph(number)
        start = self.text.rfind(" ", line.start, max(line.start, low)) + 1
        stop = self.text.find(" ", min(high, line.stop), line.stop)
        return Span(max(start, line.start), stop if stop >= 0 else line.stop)

    def _opened(self, low: int, first: Span) -> int:
        """`first.start`, or the opening quotation mark or bracket right before it when it was selected too."""
        start = first.start
        while start > low and self.text[start - 1] in "“\"‘'([«":
            start -= 1
        return start
