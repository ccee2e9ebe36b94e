"""A unit of annotation with the evidence found in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import units
from tttt_desktop.suggesting.cues import Cue, find_cues, lowered

_CONNECTORS = re.compile(
    r"[“\"(]*(?:(?:đồng thời|bên cạnh đó|trong đó|ngoài ra|cùng với đó|đặc biệt|theo đó|trước hết|trước mắt|mặt khác|do đó|vì vậy|từ đó"
    r"|quá trình đó|trong quá trình đó|song song với đó|riêng|tiếp đó|sau đó|nhất là|cùng đó|cụ thể|về phía|đối với|và|cũng)[,:]?\s+)*"
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

    def all(self, *kinds: str) -> Iterator[Cue]:
        """The cues of these groups, in order."""
        return (cue for cue in self.cues if cue.kind in kinds)

    def first(self, *kinds: str) -> Cue | None:
        """The first cue of these groups."""
        return next(self.all(*kinds), None)

    def has(self, *kinds: str) -> bool:
        """Whether a cue of these groups stands in the unit."""
        return any(cue.kind in kinds for cue in self.cues)

    def opening_at(self) -> int:
        """Where the unit begins to say something: after "đồng thời", "bên cạnh đó" and the like."""
        lead = _CONNECTORS.match(self.small)
        return self.span.start + (lead.end() if lead else 0)

    def opening(self, *kinds: str) -> Cue | None:
        """The cue of these groups that opens the unit, connectors left out."""
        starts = (self.span.start, self.opening_at())
        return next((cue for cue in self.all(*kinds) if cue.start in starts), None)

    @property
    def words(self) -> int:
        """How many words it has, roughly."""
        return self.text.count(" ") + 1

    @property
    def is_lead_in(self) -> bool:
        """Whether it ends with a colon."""
        return self.text[-1] in ":"

    @property
    def ends_a_sentence(self) -> bool:
        """Whether a stop sign closes it."""
        return self.text[-1] in '.!?…”"»)'

    def say(self, cue: Cue) -> str:
        """The words of a cue as they are printed."""
        return self.text[cue.start - self.span.start : cue.stop - self.span.start]


def passages(text: str) -> list[Passage]:
    """All units of a normalised text with their cues."""
    small = lowered(text)
    cues = find_cues(small)
    spans = units(text)
    found = []
    at = 0
    for number, span in enumerate(spans):
        while at < len(cues) and cues[at].start < span.start:
            at += 1
        first = at
        while at < len(cues) and cues[at].start < span.stop:
            at += 1
        before = spans[number - 1].stop if number else 0
        after = spans[number + 1].start if number + 1 < len(spans) else len(text)
        found.append(
            Passage(
                span,
                span.of(text),
                span.of(small),
                tuple(cues[first:at]),
                not number or "\n" in text[before : span.start],
                number + 1 == len(spans) or "\n" in text[span.stop : after],
            )
        )
    return found
