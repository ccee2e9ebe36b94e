"""A unit of annotation with the evidence found in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tttt_desktop.domain.figures import find_figures
from tttt_desktop.domain.records import Figure, Span
from tttt_desktop.domain.text import units
from tttt_desktop.suggesting.cues import Cue, find_cues, lowered

_CONNECTORS = re.compile(
    r"[“\"(]*(?:(?:đồng thời|bên cạnh đó|trong đó|ngoài ra|cùng với đó|đặc biệt|theo đó|trước hết|trước mắt|mặt khác|do đó|vì vậy|từ đó"
    r"|quá trình đó|trong quá trình đó|song song với đó|riêng|tiếp đó|sau đó|nhất là|cùng đó|cụ thể|về phía|đối với|với(?= ngành| các| những| sở| đài| báo| cục| phòng| ban| bộ| ubnd)|với tinh thần (?:ấy|đó)|trên tinh thần đó|tại hội nghị,?|tại cuộc họp,?|muốn vậy|muốn thế|để làm được điều (?:đó|này)|trước mắt|cùng lúc|thời gian tới|về lâu dài|và|cũng)[,:]?\s+)*"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One unit: its place, its text, the cues in it (offsets of the whole text), its place in the paragraph."""

    span: Span
    text: str
    small: str
    cues: tuple[Cue, ...]
    first_in_paragraph: bool
    last_in_paragraph: bool
    opening_at: (
        int  # where it begins to say something: after "đồng thời", "bên cạnh đó" and the like
    )
    firsts: dict[str, Cue]  # the first cue of each group
    openers: dict[str, Cue]  # of each group the cue that opens the unit, connectors left out

    def all(self, *kinds: str) -> Iterator[Cue]:
        """The cues of these groups, in order."""
        if not self.has(*kinds):
            return iter(())
        return (cue for cue in self.cues if cue.kind in kinds)

    def first(self, *kinds: str) -> Cue | None:
        """The first cue of these groups."""
        found = [self.firsts[kind] for kind in kinds if kind in self.firsts]
        return min(found, key=_start) if found else None

    def has(self, *kinds: str) -> bool:
        """Whether a cue of these groups stands in the unit."""
        return not self.firsts.keys().isdisjoint(kinds)

    def opening(self, *kinds: str) -> Cue | None:
        """The cue of these groups that opens the unit, connectors left out."""
        found = [self.openers[kind] for kind in kinds if kind in self.openers]
        return min(found, key=_start) if found else None

    @property
    def words(self) -> int:
        """How many words it has, roughly."""
        return self.text.count(" ") + 1

    @property
    def is_lead_in(self) -> bool:
        """Whether it ends with a colon."""
        return self.text.endswith(":")

    @property
    def is_line(self) -> bool:
        """Whether it is a paragraph of its own without a sign at its end: a heading, an item, a byline."""
        alone = self.first_in_paragraph and self.last_in_paragraph
        return alone and not self.ends_a_sentence and not self.is_lead_in

    @property
    def ends_a_sentence(self) -> bool:
        """Whether a stop sign closes it."""
        return self.text[-1] in '.!?…”"»)'

    def say(self, cue: Cue) -> str:
        """The words of a cue as they are printed."""
        return self.text[cue.start - self.span.start : cue.stop - self.span.start]


@lru_cache(maxsize=256)
def _figures(text: str) -> tuple[Figure, ...]:
    return tuple(find_figures(text))


def figures_in(passage: Passage) -> tuple[Figure, ...]:
    """The figures of a unit; rules and proposals ask for the same ones."""
    return _figures(passage.text)


def _start(cue: Cue) -> int:
    return cue.start


def passages(text: str) -> list[Passage]:
    """All units of a normalised text with their cues."""
    small = lowered(text)
    cues = find_cues(small)
    starts = [cue.start for cue in cues]
    spans = units(text)
    breaks = [
        one.stop == other.start or "\n" in text[one.stop : other.start]
        for one, other in pairwise(spans)
    ]
    return [
        _passage(
            text,
            small,
            span,
            cues[bisect_left(starts, span.start) : bisect_left(starts, span.stop)],
            *ends,
        )
        for span, *ends in zip(spans, [True, *breaks], [*breaks, True], strict=False)
    ]


def _passage(
    text: str, small: str, span: Span, cues: list[Cue], first: bool, last: bool
) -> Passage:
    lead = _CONNECTORS.match(small, span.start, span.stop)
    opening_at = lead.end() if lead else span.start
    backwards = cues[::-1]  # so that the first cue of a group is what stays
    firsts = {cue.kind: cue for cue in backwards}
    opening = (span.start, opening_at)
    openers = {cue.kind: cue for cue in backwards if cue.start in opening}
    return Passage(
        span, span.of(text), span.of(small), tuple(cues), first, last, opening_at, firsts, openers
    )
