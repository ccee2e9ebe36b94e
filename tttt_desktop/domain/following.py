"""Tasks followed over the years: what is known of each, and in which state it is on a given day.

A task is given in the year its article sets tasks for. It is followed in that year, and in each later one it was
carried over to. Whether it is overdue is computed against a day and never kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from tttt_desktop.domain.outcome import outcome
from tttt_desktop.domain.records import Basis, Kind, LegalDocument, Span, Status


class State(StrEnum):
    """What a report says of a task on a given day. Each task is in one state, so that counts add up."""

    DONE_IN_TIME = "done in time"
    DONE_LATE = "done late"
    DONE = "done"  # no deadline, or nobody knows the day it was finished on
    UNDER_WAY = "under way"
    NOT_STARTED = "not started"
    OVERDUE = "overdue"  # neither finished nor dropped, and the deadline has passed
    DROPPED = "dropped"


STATES = {
    State.DONE_IN_TIME: "Hoàn thành đúng hạn",
    State.DONE_LATE: "Hoàn thành quá hạn",
    State.DONE: "Hoàn thành, chưa rõ đúng hạn",
    State.UNDER_WAY: "Đang thực hiện",
    State.NOT_STARTED: "Chưa thực hiện",
    State.OVERDUE: "Quá hạn",
    State.DROPPED: "Không còn phù hợp",
}
STATUSES = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.UNDER_WAY: "Đang thực hiện",
    Status.COMPLETED: "Hoàn thành",
    Status.DROPPED: "Không còn phù hợp",
}


class Mention(StrEnum):
    """Whether accepted marks tell of a task again; a shortcoming among them outweighs results. Each task has one."""

    RESULT = "result"
    SHORTCOMING = "shortcoming"
    REPEATED = "repeated"  # only set again as a task
    NONE = "none"


_OPEN = MappingProxyType({Status.UNDER_WAY: State.UNDER_WAY, Status.NOT_STARTED: State.NOT_STARTED})
_UNMENTIONED = Mention.NONE
MENTIONS = {
    Mention.RESULT: "Có kết quả",
    Mention.SHORTCOMING: "Có tồn tại",
    Mention.REPEATED: "Được nhắc lại",
    Mention.NONE: "Chưa thấy nhắc lại",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A mark that tells, or may tell, what became of a task. `id` is that of the annotation."""

    id: int
    article_id: int
    kind: Kind
    quote: str
    statement: str = ""
    title: str = ""
    province: str = ""
    published_on: date | None = None

    @property
    def text(self) -> str:
        """The person's wording, else the quotation."""
        return self.statement.strip() or self.quote

    @property
    def says(self) -> Status | None:
        """The status that its words propose, None when they do not tell."""
        return outcome(self.kind, self.quote)


class FollowedTask(NamedTuple):
    """A task as it is followed in `year`. `id` is that of its annotation; empty text and None mean: not said.

    A named tuple, which is made in a quarter of a dataclass's time: a list of 5,000 is read at once.
    """

    id: int
    article_id: int
    start: int  # of its passage, in code points of the article's text
    quote: str
    year: int
    assigned: int  # the year it was given in
    statement: str = ""
    basis: Basis = Basis.ASSIGNED
    field: str = ""
    assigner: str = ""
    lead: str = ""
    cooperating: tuple[str, ...] = ()
    deadline_text: str = ""
    deadline_on: date | None = None
    documents: tuple[LegalDocument, ...] = ()
    title: str = ""  # of its article
    outlet: str = ""
    province: str = ""
    published_on: date | None = None
    status: Status = Status.NOT_STARTED
    noted_on: date | None = None  # None: nobody has said anything of it in this year
    by_hand: bool = False  # the person set the status herself, and not by accepting evidence
    done_on: date | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()  # accepted in `year`, the oldest first
    carried_from: int | None = None  # the year it comes from
    carried_to: int | None = None  # the next year it is followed in

    @property
    def wording(self) -> str:
        """What lists and reports show: the person's wording, else the quotation."""
        return self.statement.strip() or self.quote

    @property
    def proposed(self) -> Status | None:
        """What the accepted evidence says, where it differs from the status: to be offered, never taken by itself."""
        said = status_by(self.evidence)
        return said if said is not self.status else None

    @property
    def mention(self) -> Mention:
        """Which marks tell of it."""
        if not self.evidence:
            return _UNMENTIONED
        kinds = {one.kind for one in self.evidence}
        if Kind.SHORTCOMING in kinds:
            return Mention.SHORTCOMING
        if Kind.ACHIEVEMENT in kinds:
            return Mention.RESULT
        return Mention.REPEATED

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.status not in (Status.COMPLETED, Status.DROPPED)

    def overdue(self, on: date) -> bool:
        """Whether its deadline passed before the day `on` and it is neither finished nor dropped."""
        return self.is_open and self.deadline_on is not None and self.deadline_on < on

    def state(self, on: date) -> State:
        """The state on that day. Finished in time: on a known day, or told in an article, not after the deadline."""
        open_state = _OPEN.get(self.status)
        if open_state is None:
            return self._how_done() if self.status is Status.COMPLETED else State.DROPPED
        late = self.deadline_on is not None and self.deadline_on < on
        return State.OVERDUE if late else open_state

    def _how_done(self) -> State:
        if self.deadline_on is None:
            return State.DONE
        if self.done_on is not None:
            return State.DONE_IN_TIME if self.done_on <= self.deadline_on else State.DONE_LATE
        told = [one.published_on for one in self.evidence if one.says is Status.COMPLETED]
        in_time = any(day is not None and day <= self.deadline_on for day in told)
        return State.DONE_IN_TIME if in_time else State.DONE


def status_by(evidence: Iterable[Evidence]) -> Status | None:
    """The status that marks propose together: the newest that proposes one counts, on one day a shortcoming."""
    saying = [one for one in evidence if one.says is not None]
    newest = max(saying, key=_weight, default=None)
    return newest.says if newest else None


def _weight(one: Evidence) -> tuple[date, bool, int]:
    return one.published_on or date.min, one.kind is Kind.SHORTCOMING, one.id


@dataclass(frozen=True, slots=True)
class Match:
    """A mark proposed as telling what became of a task, with the reasons in Vietnamese, the weightiest first.

    `task_id` is the id of the task's annotation; `score` is 0 to 1; `marks` are the spans of `evidence.quote` whose
    words the task has too.
    """

    task_id: int
    evidence: Evidence
    score: float
    reasons: tuple[str, ...]
    marks: tuple[Span, ...] = ()

    @property
    def says(self) -> Status | None:
        """The status that accepting it proposes."""
        return self.evidence.says
