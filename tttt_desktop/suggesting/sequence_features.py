"""What the chain sees of a unit: what the rules say, its cues, its words, its place, what stands around it.

A clue is a sort and a key ("w" and a word). Of the rules only what they say of the unit itself is one, not the part they
think they are in: where they go astray they do so for long, and the chain is there to notice.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tttt_desktop.domain.text import bare_words
from tttt_desktop.suggesting.parts import Judged
from tttt_desktop.suggesting.passage import Passage

Keys = Sequence[str]
Clues = list[tuple[str, Keys]]  # keys by their sort

_LOOKED_AT = 600  # characters of a unit: some are pages long
_WORDS = 40  # words of them
_OPENS = 60  # characters in which a unit begins
_STAGES = 8  # an article is parted so for the place in it
_FAR = 3  # paragraphs under a line that leads in from which all are alike
_YEAR_OPENS = 24  # characters in which a year opens a unit
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LENGTHS = (6, 10, 20, 40)  # words
_CUES = frozenset(
    (
        *("order", "emphasis", "wish", "must", "bid", "subject", "done", "bad", "weak", "shield"),
        *("admit", "rest", "turn", "concession", "main", "plan", "proposal", "praise", "award"),
        *("occasion", "meeting", "context", "cause", "mention", "results", "tasks_ahead"),
        *("speech", "tells", "post", "title", "place"),
    )
)
_POWER = ("0", "1")
_ENDS = (("00", "01"), ("10", "11"))
_SIGNS = ("”", "%", "?", " | ")


@dataclass(slots=True)
class _Above:
    """The line that leads in to what stands below it."""

    lead: Keys = ()
    far: int = -1  # paragraphs since that line; before the first one nothing is known

    def clues(self, passage: Passage) -> Clues:
        if self.far < 0:
            return []
        inside = "i" if self.far == 0 and not passage.first_in_paragraph else "u"
        return [("L", (f"{inside}{min(self.far, _FAR)}",)), (f"L{inside}", self.lead)]

    def pass_by(self, passage: Passage, kinds: Keys) -> None:
        """Take in a unit after its clues were made."""
        if passage.is_lead_in:
            self.lead, self.far = kinds, 0
        elif passage.first_in_paragraph and self.far >= 0:
            self.far += 1


def features(
    found: Sequence[Passage], judgements: Sequence[Judged], plan_year: int | None
) -> Iterator[Clues]:
    """The clues of each unit, in order."""
    kinds_of: list[Keys] = [
        [],
        *([kind for kind in one.firsts if kind in _CUES] for one in found),
        [],
    ]
    above = _Above()
    for number, (passage, judged) in enumerate(zip(found, judgements, strict=True)):
        before, kinds, after = kinds_of[number : number + 3]
        stage = _STAGES * number // len(found)
        yield [
            ("c", kinds),
            ("o", list(passage.openers)),
            ("P", before),
            ("N", after),
            *above.clues(passage),
            *_words(passage),
            ("", _signs(passage, judged, stage, plan_year)),
        ]
        above.pass_by(passage, kinds)


def _signs(passage: Passage, judged: Judged, stage: int, plan_year: int | None) -> list[str]:
    """What stands outside the words: the rule, who speaks, place, length, signs and years."""
    power = _POWER[judged.led]
    ends = _ENDS[passage.first_in_paragraph][passage.last_in_paragraph]
    text = passage.text[:_LOOKED_AT]
    last = passage.text[-1]
    signs = [
        "b",
        f"a{power}",
        f"r{judged.verdict.rule or judged.by}",
        f"k{judged.speaker.rank}",
        f"s{power}{_POWER[judged.spoken]}",
        f"e{ends}",
        f"n{stage}",
        f"n{power}{stage}",
        f"z{last if last in ':.…' else ';'}{ends}",
        f"l{bisect_right(_LENGTHS, passage.words)}",
        f"d{len(_DIGITS.findall(text)[:3])}",
    ]
    if text[0] in "“\"'":
        signs.append("quote")
    signs += [sign for sign in _SIGNS if sign in text]
    if "20" in text:
        signs += _years(text, plan_year)
    return signs


def _years(text: str, plan_year: int | None) -> Iterator[str]:
    for year in _YEAR.finditer(text):
        when = "?" if plan_year is None else "+" if int(year[0]) >= plan_year else "-"
        yield f"y{when}"
        if year.start() < _YEAR_OPENS:
            yield f"Y{when}"


def _words(passage: Passage) -> list[tuple[str, Keys]]:
    words = bare_words(passage.small[:_LOOKED_AT]).split()[:_WORDS]
    words = ["#" if word.isdigit() else word for word in words]
    shift = passage.opening_at - passage.span.start
    opening = bare_words(passage.small[shift : shift + _OPENS]).split() if shift else words
    return [
        ("w", words),
        ("w1", opening[:1]),
        ("w2", (" ".join(opening[:2]),)),
        ("w3", (" ".join(opening[:3]),)),
    ]
