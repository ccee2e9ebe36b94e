"""A task of the table with what is proposed for it, and the words in which all of it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from tttt_desktop.domain.following import (
    MENTIONS,
    STATUSES,
    Evidence,
    FollowedTask,
    Match,
    Mention,
    State,
)
from tttt_desktop.domain.records import Basis, Kind
from tttt_desktop.domain.task_filter import said_by
from tttt_desktop.ui import theme

BASES = {Basis.ASSIGNED: "Được giao", Basis.OWN_PLAN: "Tự đề ra"}
OVERDUE = "quá hạn"
NOT_SAID = "—"


def _tr(text: str) -> str:
    return QCoreApplication.translate("following", text)


@dataclass(frozen=True)
class Row:
    """One task on the day `today`; `matches` are the open proposals, the best first."""

    task: FollowedTask
    matches: tuple[Match, ...]
    today: date

    @property
    def key(self) -> int:
        """What tells the row from every other, also after a change."""
        return self.task.id

    @cached_property
    def said(self) -> str:
        """All words that a search looks into, folded."""
        return said_by(self.task)

    @cached_property
    def text(self) -> str:
        """The task in one paragraph."""
        return " ".join(self.task.wording.split())

    @property
    def day(self) -> date | None:
        """The day of its deadline."""
        return self.task.deadline_on

    @cached_property
    def state(self) -> State:
        """What a report says of it today."""
        return self.task.state(self.today)

    @property
    def overdue(self) -> bool:
        """Whether its day has passed and something is still to be done."""
        return self.state is State.OVERDUE

    @property
    def settled(self) -> bool:
        """Whether nothing is to be done any more."""
        return not self.task.is_open

    @property
    def icon(self) -> str:
        """The flag of a task, hollow for one that the department set itself."""
        return theme.kind_icon(Kind.TASK, self.task.basis is Basis.OWN_PLAN)

    @property
    def status(self) -> str:
        """The status in words."""
        return _tr(STATUSES[self.task.status])

    @property
    def badge(self) -> str:
        """What the calendar writes on its day."""
        return f"{_tr('Quá hạn')}: {self.text}" if self.overdue else self.text

    @property
    def origin(self) -> str:
        """Where a task comes from that was carried over, and where it went on: "từ 2022", "sang 2024"."""
        task = self.task
        came = _tr("từ {year}").format(year=task.carried_from) if task.carried_from else ""
        went = _tr("sang {year}").format(year=task.carried_to) if task.carried_to else ""
        return " · ".join(filter(None, (came, went)))

    @cached_property
    def deadline(self) -> str:
        """The words of the deadline, else its day."""
        task = self.task
        return task.deadline_text or (f"{task.deadline_on:%d/%m/%Y}" if task.deadline_on else "")

    @cached_property
    def deadline_note(self) -> str:
        """Below the words: the day they mean where they do not say it themselves."""
        day = self.task.deadline_on
        if day is None or f"{day.day}/{day.month}/{day.year}" in self.deadline:
            return ""
        written = f"{day:%d/%m/%Y}"
        return "" if written in self.deadline else written

    @cached_property
    def found(self) -> tuple[tuple[Kind, int], ...]:
        """How many accepted marks of each kind tell of it."""
        kinds = [one.kind for one in self.task.evidence]
        return tuple((kind, kinds.count(kind)) for kind in Kind if kind in kinds)

    @property
    def found_words(self) -> str:
        """ "1 kết quả, 2 tồn tại", or that it is not mentioned again."""
        words = (f"{count} {theme.KIND_LABEL[kind].lower()}" for kind, count in self.found)
        return ", ".join(words) or _tr(MENTIONS[Mention.NONE])

    @property
    def spoken(self) -> str:
        """The row read aloud."""
        task = self.task
        parts = (
            _tr("Nhiệm vụ tự đề ra") if task.basis is Basis.OWN_PLAN else _tr("Nhiệm vụ"),
            self.text,
            task.assigner and _tr("người giao {name}").format(name=task.assigner),
            task.lead and _tr("chủ trì {name}").format(name=task.lead),
            self.deadline and _tr("thời hạn {words}").format(words=self.deadline),
            _tr(OVERDUE) if self.overdue else "",
            self.status,
            self.found_words,
            _tr("{count} gợi ý đối chiếu").format(count=len(self.matches)) if self.matches else "",
        )
        return ", ".join(filter(None, parts))


def said_where(one: Evidence | FollowedTask) -> str:
    """ "Quảng Trị · 06/01/2023 · Tiêu đề"."""
    day = one.published_on
    return " · ".join(filter(None, (one.province, f"{day:%d/%m/%Y}" if day else "", one.title)))


def as_table(rows: Sequence[Row]) -> str:
    """Rows as lines with tabs, which a spreadsheet or Word takes as a table; the first line names the columns."""
    head = ("Nhiệm vụ", "Người giao", "Chủ trì", "Thời hạn", "Trạng thái", "Đối chiếu")
    lines = [
        (
            row.text,
            row.task.assigner,
            row.task.lead,
            " ".join(filter(None, (row.deadline, row.deadline_note))),
            f"{row.status} ({_tr(OVERDUE)})" if row.overdue else row.status,
            row.found_words,
        )
        for row in rows
    ]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in (head, *lines))
