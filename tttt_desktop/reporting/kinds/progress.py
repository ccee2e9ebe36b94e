"""How tasks stand, in the words of the table that follows tasks: done, under way, each in time or late."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tttt_desktop.domain.following import Evidence, FollowedTask, State
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.lines import Entry, quoted
from tttt_desktop.reporting.numerals import count, day
from tttt_desktop.reporting.tree import Cell, Source

OPEN_ENDED = "Chưa xác định thời hạn"
WORDS: Mapping[State, str] = {
    State.DONE_IN_TIME: "Đã hoàn thành, đúng hạn",
    State.DONE_LATE: "Đã hoàn thành, quá hạn",
    State.DONE: "Đã hoàn thành",
    State.UNDER_WAY: "Đang thực hiện, trong hạn",
    State.NOT_STARTED: "Đang thực hiện, trong hạn",
    State.OVERDUE: "Đang thực hiện, quá hạn",
    State.DROPPED: "Không còn phù hợp",
}
# Of tasks merged into one line the one that needs most care tells the state.
_GRAVEST = (
    "Đang thực hiện, quá hạn",
    "Đang thực hiện, trong hạn",
    OPEN_ENDED,
    "Đã hoàn thành, quá hạn",
    "Đã hoàn thành",
    "Đã hoàn thành, đúng hạn",
    "Không còn phù hợp",
)


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known of the tasks of a report on a day."""

    known: Known
    today: date
    sources: Sequence[Source] = ()

    def state(self, entry: Entry) -> str:
        """Tình trạng of a line."""
        return min((_words(task, self.today) for task in self._tasks(entry)), key=_GRAVEST.index)

    def result(self, entry: Entry) -> Cell:
        """Kết quả, tiến độ of a line: what the person noted, and the passages that tell of it with their articles."""
        tasks = self._tasks(entry)
        noted = dict.fromkeys((text, 0) for task in tasks for text in _noted(task))
        evidence = {one.id: one for task in tasks for one in task.evidence}
        return _joined([*noted, *map(self._told, evidence.values())])

    def _told(self, one: Evidence) -> tuple[str, int]:
        """A passage with the number of its article, or its title where the report has no number for it."""
        numbers = {source.article_id: source.number for source in self.sources}
        said, number = quoted(one.quote), numbers.get(one.article_id, 0)
        on = f", ngày {day(one.published_on)}" if one.published_on else ""
        return (f"{said}\u00a0" if number else f"{said} (bài {quoted(one.title)}{on})"), number

    def _tasks(self, entry: Entry) -> list[FollowedTask]:
        return [
            self.known.followed.get(one.annotation.id) or _unfollowed(one) for one in entry.members
        ]


def _unfollowed(entry: Entry) -> FollowedTask:
    """A task that nobody has followed yet, as its form says it."""
    task, annotation = entry.task, entry.annotation
    year = entry.article.year or 0
    return FollowedTask(
        annotation.id, annotation.article_id, annotation.span.start, annotation.quote, year, year,
        status=task.status, deadline_on=task.deadline_on, basis=task.basis,
    )  # fmt: skip


def _words(task: FollowedTask, today: date) -> str:
    state = task.state(today)
    unbounded = task.deadline_on is None and state in (State.UNDER_WAY, State.NOT_STARTED)
    return OPEN_ENDED if unbounded else WORDS[state]


def _noted(task: FollowedTask) -> list[str]:
    done = f"Hoàn thành ngày {day(task.done_on)}" if task.done_on else ""
    return [" ".join(text.split()).rstrip(".") for text in (done, task.note) if text.strip()]


def _joined(parts: Iterable[tuple[str, int]]) -> Cell:
    """Texts with "; " between them, each with the mark of its article where it has one."""
    words, marks = "", list[tuple[str, int]]()
    for text, number in parts:
        words += f"; {text}" if words or marks else text
        if number:
            marks.append((words, number))
            words = ""
    (first, source), *also = marks or [(words, 0)]
    return Cell(first, source, words if marks else "", tuple(also))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tasks stand in which state."""

    given: int
    states: Mapping[str, int]

    @classmethod
    def of(cls, states: Iterable[str]) -> "Counts":
        """Count the words of `Progress.state`."""
        found = Counter(states)
        return cls(found.total(), found)

    def words(self) -> list[str]:
        """ "đã hoàn thành 05 nhiệm vụ (đúng hạn 03; quá hạn 02)" ..., nothing for a state that no task is in."""
        done = self._group("Đã hoàn thành", ("đúng hạn", "quá hạn"))
        going = self._group("Đang thực hiện", ("trong hạn", "quá hạn"))
        others = (
            _said(name, self.states[name]) if self.states.get(name) else ""
            for name in (OPEN_ENDED, WORDS[State.DROPPED])
        )
        return [text for text in (done, going, *others) if text]

    def _group(self, name: str, how: Sequence[str]) -> str:
        parts = {one: self.states.get(f"{name}, {one}", 0) for one in how}
        total = sum(parts.values()) + self.states.get(name, 0)
        told = "; ".join(f"{one} {count(number)}" for one, number in parts.items() if number)
        return _said(name, total) + (told and f" ({told})") if total else ""


def _said(name: str, number: int) -> str:
    return f"{name[0].lower()}{name[1:]} {count(number)} nhiệm vụ"
