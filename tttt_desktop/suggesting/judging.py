"""From the units of an article to a verdict on each, read from its start to its end."""

import re

from tttt_desktop.domain.records import Basis, Span
from tttt_desktop.suggesting.parts import NOTHING, Judged, Part, Reading, Verdict
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.rules import RULES
from tttt_desktop.suggesting.speech import Speaker, speaking

_REPORTS = re.compile(r"(?:trình bày |thông qua )?(?:dự thảo )?báo cáo ")
_CONCLUDES = re.compile(
    r"(?:phát biểu )?kết luận(?: tại)?(?: hội nghị| cuộc họp| buổi| phiên)|phát biểu (?:kết luận|chỉ đạo)"
)
_BY_LEADER = ("order", "task-list", "leader-must", "leader-shortcoming")
_BEFORE_LEADER = (Part.RESULTS, Part.SHORTCOMINGS, Part.PLAN, Part.DISCUSSION)


def read(text: str, found: list[Passage], plan_year: int | None) -> list[Judged]:
    """A verdict for each unit of the article, in order."""
    reading = Reading(text, plan_year)
    reading.people.look_around(text, found)
    return [_judge(reading, passage) for passage in found]


def _judge(reading: Reading, passage: Passage) -> Judged:
    if passage.first_in_paragraph:
        reading.attended = False
    reading.meet(passage.span.start)
    turn = next(speaking(reading.text, passage, reading.people), None)
    reading.spoken = turn is not None
    if turn:
        _give_the_word(reading, passage, turn.speaker)
        reading.given = (turn.place, Span(turn.cue.start, turn.cue.stop))
    part = reading.part
    verdict, by = NOTHING, ""
    for needs, rule in RULES:
        if needs and needs.isdisjoint(passage.firsts):
            continue
        said = rule(reading, passage)
        if said is not None:
            verdict, by = said, rule.__name__
            break
    if reading.part is not part:
        reading.opened = _what_opens(passage)
    orders = reading.part is Part.TASKS and verdict.basis is Basis.ASSIGNED
    return Judged(
        verdict,
        reading.speaker,
        orders,
        reading.part,
        reading.leader_speaks,
        reading.spoken,
        _evidence(reading, verdict),
        by,
        reading.chief(),
    )


def _what_opens(passage: Passage) -> Span:
    """The words of a unit that open another part."""
    cue = passage.first("results", "weak", "bad", "mention", "tasks_ahead", "plan", "turn", "order")
    return Span(cue.start, cue.stop) if cue else passage.span


def _evidence(reading: Reading, verdict: Verdict) -> tuple[Span, ...]:
    """The words that led to a verdict: the deciding cue, who gave the task, else what opened the part; in text order."""
    if verdict.kind is None:
        return ()
    found = {Span(verdict.cue.start, verdict.cue.stop)} if verdict.cue else set()
    if verdict.rule in _BY_LEADER:
        found.update(reading.given)
    elif not found and reading.opened:
        found.add(reading.opened)
    return tuple(sorted(one for one in found if len(one)))


def _give_the_word(reading: Reading, passage: Passage, speaker: Speaker) -> None:
    """Another voice opens another part: a leader his speech, anybody else a report or the discussion."""
    another = speaker != reading.speaker
    reports = bool(_REPORTS.match(passage.small))
    reading.listen(speaker, reports=reports, concludes=bool(_CONCLUDES.search(passage.small)))
    if reports:
        reading.part = Part.RESULTS
    if reading.leader_speaks:
        if reading.part in _BEFORE_LEADER or (another and reading.part is Part.TASKS):
            reading.part = Part.LEADER
    elif reading.part in (Part.LEADER, Part.TASKS):
        reading.part = Part.RESULTS if "báo cáo" in passage.small else Part.DISCUSSION
