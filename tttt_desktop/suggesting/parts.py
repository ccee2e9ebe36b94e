"""Which part of the article a unit stands in, and so what it is: the rules of the proposals."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from tttt_desktop.domain.records import Basis, Kind
from tttt_desktop.suggesting.cues import Cue
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.speech import DIRECTOR, LEADER, People, Speaker, speaking


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
    """What a unit is. `kind` None: nothing to propose. `cue` is the word that decided, when one did."""

    kind: Kind | None = None
    rule: str = ""
    cue: Cue | None = None
    basis: Basis = Basis.ASSIGNED
    speaker: Speaker = Speaker()
    gives_orders: bool = False  # whom it names is charged with what follows


NOTHING = Verdict()


@dataclass(slots=True)
class Reading:
    """The memory while an article is read from its start to its end."""

    text: str
    part: Part = Part.HEAD
    people: People = field(default_factory=People)
    speaker: Speaker = Speaker()
    in_list: bool = False

    def has_authority(self, speaker: Speaker) -> bool:
        """Whether this person can give tasks: a leader, or whoever is highest at a meeting of one house."""
        return speaker.rank >= LEADER or (
            speaker.rank >= DIRECTOR and speaker.rank >= self.people.highest
        )


def read(text: str, found: list[Passage]) -> list[Verdict]:
    """A verdict for each unit of the article, in order."""
    reading = Reading(text)
    return [_judge(reading, passage) for passage in found]


def _judge(reading: Reading, passage: Passage) -> Verdict:
    turns = list(speaking(reading.text, passage, reading.people))
    if turns:
        reading.speaker = reading.people.last = turns[0][0]
    for rule in _RULES:
        verdict = rule(reading, passage, bool(turns))
        if verdict is not None:
            orders = reading.part is Part.TASKS and verdict.basis is Basis.ASSIGNED
            return replace(verdict, speaker=reading.speaker, gives_orders=orders)
    return NOTHING


def _is_bad(passage: Passage) -> Cue | None:
    """The cue that makes the unit a shortcoming, what stands in a "mặc dù" clause left out."""
    start = passage.span.start
    concession = passage.first("concession")
    if concession:
        main = next((c for c in passage.all("main") if c.start > concession.stop), None)
        start = main.stop if main and main.start else passage.span.start
        if concession.start > passage.span.start + 60:
            return None if not passage.first("turn") else passage.first("bad")
    bad = next((cue for cue in passage.all("bad") if cue.start >= start), None)
    if bad or concession:
        return bad
    rest = passage.opening("rest", "turn")
    return rest if rest and passage.has("turn") else None


def _head(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    alone = passage.first_in_paragraph and passage.last_in_paragraph
    if alone and not passage.ends_a_sentence and not passage.is_lead_in and not reading.in_list:
        return NOTHING
    if reading.part is Part.HEAD and passage.words >= 6:
        reading.part = Part.OPENING
    return None


def _meeting(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    early = reading.part in (Part.HEAD, Part.OPENING)
    if passage.has("meeting") and (early or not passage.has("order", "must", "bad")):
        if early or passage.words < 40:
            return NOTHING
    return None


def _award(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    if passage.has("award") or (passage.has("occasion") and not passage.has("order", "must")):
        if reading.part in (Part.TASKS, Part.LEADER, Part.AWARDS) or passage.has("occasion"):
            reading.part = Part.AWARDS
        return NOTHING
    if reading.part is Part.AWARDS and not (spoken and passage.has("order", "must")):
        return NOTHING
    return None


def _lead_in(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    if not passage.is_lead_in:
        return None
    order = passage.first("order", "must")
    if order and any(c.start > order.stop for c in passage.all("bid")) and passage.words > 18:
        return None
    leader = reading.has_authority(reading.speaker)
    if passage.has("bad", "mention"):
        reading.part = Part.SHORTCOMINGS
    elif passage.has("proposal") and not leader:
        reading.part = Part.DISCUSSION
    elif passage.has("plan") and not (spoken and leader):
        reading.part = Part.PLAN
    elif (order or passage.has("tasks_ahead", "emphasis")) and leader:
        reading.part = Part.TASKS
    elif passage.has("results", "done"):
        reading.part = Part.RESULTS
    elif passage.has("tasks_ahead"):
        reading.part = Part.PLAN
    reading.in_list = True
    return NOTHING


def _order(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    order = passage.first("order")
    if not order:
        return None
    leader = reading.has_authority(reading.speaker)
    acts = [cue for cue in passage.all("bid", "must") if cue.start > order.start]
    if passage.has("proposal") and not (leader and spoken) and reading.part is not Part.TASKS:
        reading.part = Part.DISCUSSION
        return NOTHING
    if not spoken and reading.part is not Part.TASKS and reading.part is not Part.LEADER:
        return None
    if not leader and not (reading.speaker.rank == DIRECTOR and "phòng" in passage.small):
        if spoken:
            reading.part = Part.DISCUSSION
            return NOTHING
        return None
    bad = _is_bad(passage)
    if bad and not acts and passage.small[order.start - passage.span.start :].startswith("lưu ý"):
        reading.part = Part.SHORTCOMINGS
        return Verdict(Kind.SHORTCOMING, "leader-shortcoming", bad)
    reading.part = Part.TASKS
    return Verdict(Kind.TASK, "order", order)


def _proposal(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    cue = passage.first("proposal")
    if not cue or reading.part is Part.TASKS and not spoken:
        return None
    if spoken and reading.has_authority(reading.speaker):
        return None
    reading.part = Part.DISCUSSION
    return NOTHING


def _praise(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    if not passage.has("praise"):
        return None
    if spoken or reading.part is Part.LEADER:
        if reading.has_authority(reading.speaker):
            reading.part = Part.LEADER
        return NOTHING
    return NOTHING if not passage.has("bid", "must") else None


def _aside(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    if passage.has("context", "mention") and not passage.has("order"):
        return NOTHING
    return None


def _plan(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    leader = reading.has_authority(reading.speaker) and (
        spoken or reading.part in (Part.LEADER, Part.TASKS)
    )
    cue = passage.first("plan")
    if cue and not leader and not _is_bad(passage):
        reading.part = Part.PLAN
        return Verdict(Kind.TASK, "plan", cue, Basis.OWN_PLAN)
    if reading.part is Part.PLAN and not spoken:
        if _is_bad(passage) and passage.first("turn"):
            return None
        return Verdict(Kind.TASK, "plan", passage.opening("bid"), Basis.OWN_PLAN)
    return None


def _shortcoming(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    bad = _is_bad(passage)
    if not bad:
        return None
    if reading.part is Part.TASKS and (passage.opening("bid", "subject") or passage.has("must")):
        return None
    if reading.part is not Part.DISCUSSION:
        reading.part = (
            Part.LEADER if reading.part in (Part.LEADER, Part.TASKS) else Part.SHORTCOMINGS
        )
    return Verdict(Kind.SHORTCOMING, "bad", bad)


def _task(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    if not reading.has_authority(reading.speaker):
        return None
    act = passage.opening("bid") or passage.first("must")
    if reading.part is Part.TASKS:
        return Verdict(Kind.TASK, "task-list", act)
    if act and (spoken or reading.part is Part.LEADER):
        reading.part = Part.TASKS
        return Verdict(Kind.TASK, "leader-must", act)
    return None


def _default(reading: Reading, passage: Passage, spoken: bool) -> Verdict | None:
    if reading.part is Part.SHORTCOMINGS and not passage.has("done"):
        return Verdict(Kind.SHORTCOMING, "shortcoming-list")
    done = passage.first("done")
    if reading.part in (Part.OPENING, Part.RESULTS, Part.SHORTCOMINGS, Part.LEADER):
        if done or reading.part is Part.RESULTS:
            if reading.part is not Part.LEADER:
                reading.part = Part.RESULTS
            return Verdict(Kind.ACHIEVEMENT, "result" if done else "result-list", done)
    return None


_RULES = (
    _head,
    _award,
    _meeting,
    _lead_in,
    _praise,
    _aside,
    _order,
    _proposal,
    _plan,
    _shortcoming,
    _task,
    _default,
)
