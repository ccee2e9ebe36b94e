"""The parts of an article, what a unit of it can be, and the memory while it is read."""

from dataclasses import dataclass, field
from enum import StrEnum

from tttt_desktop.domain.records import Basis, Kind, Span
from tttt_desktop.suggesting.cues import Cue
from tttt_desktop.suggesting.speech import DIRECTOR, LEADER, NOBODY, People, Speaker


class Part(StrEnum):
    """The parts of an article, in their usual order."""

    HEAD = "head"
    OPENING = "opening"
    RESULTS = "results"
    SHORTCOMINGS = "shortcomings"
    PLAN = "plan"
    DISCUSSION = "discussion"
    LEADER = "leader"
    TASKS = "tasks"
    AWARDS = "awards"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a unit is. `kind` None: nothing to propose. `cue` is the word that decided, when one did.

    `why` says it in words where no rule decided.
    """

    kind: Kind | None = None
    rule: str = ""
    cue: Cue | None = None
    basis: Basis = Basis.ASSIGNED
    why: str = ""


NOTHING = Verdict()


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with who had the word, and whether whom the unit names is charged with what follows.

    `part` is where the reading stands after the unit; `led`: who has the word can give tasks; `spoken` as in `Reading`;
    `evidence` are the words that led to the verdict, in text order; `sure` is how likely it is right by the units around.
    """

    verdict: Verdict
    speaker: Speaker
    gives_orders: bool
    part: Part = Part.HEAD
    led: bool = False
    spoken: bool = False
    evidence: tuple[Span, ...] = ()
    by: str = ""  # the name of the rule that decided
    chief: Speaker = (
        NOBODY  # who has the word and can give tasks, else the highest person met so far
    )
    sure: float = 0.0


@dataclass(slots=True)
class Reading:
    """The memory while an article is read from its start to its end."""

    text: str
    plan_year: int | None
    part: Part = Part.HEAD
    people: People = field(default_factory=People)
    speaker: Speaker = NOBODY
    spoken: bool = False  # somebody is given the word in this very unit
    leader_speaks: bool = False  # who has the word can give tasks
    reports: bool = False  # who has the word reads the report of the year
    attended: bool = False  # the opening tells who takes part
    given: tuple[Span, ...] = ()  # where somebody was given the word last, and by which word
    opened: Span | None = None  # the words that opened the part
    chair: Speaker = NOBODY  # who concludes the meeting, whatever his rank
    highest: Speaker = NOBODY  # the highest person with a name met so far, the last one of several

    def chief(self) -> Speaker:
        """Who most likely gives a task here."""
        return self.speaker if self.leader_speaks else self.highest

    def meet(self, start: int) -> None:
        """Look who is named in the unit that starts there."""
        for mention in self.people.mentions.get(start, ()):
            one = mention.speaker
            if one.name and one.post and one.rank >= max(self.highest.rank, DIRECTOR):
                self.highest = one

    def listen(self, speaker: Speaker, *, reports: bool, concludes: bool) -> None:
        """Somebody is given the word. A leader, who concludes, or whoever is highest of his house can give tasks."""
        self.speaker, self.reports = speaker, reports
        self.people.heard.append(speaker)
        if concludes:
            self.chair = speaker
        rank = speaker.rank
        chairs = self.chair != NOBODY and speaker.same_as(self.chair)
        highest = rank >= DIRECTOR and rank >= self.people.highest
        self.leader_speaks = not reports and (rank >= LEADER or chairs or highest)
