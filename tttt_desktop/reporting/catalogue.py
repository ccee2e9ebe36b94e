"""The templates of reports: one entry of TEMPLATES for each, from which the form, the command line and the file name come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.records import Page
from tttt_desktop.reporting.kinds import annual, digest, outline, tasks_report
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.tree import Briefing, Office, Options


class Builder(Protocol):
    """Makes the report of a template."""

    def __call__(
        self,
        pages: Sequence[Page],
        office: Office,
        options: Options,
        *,
        fields: Sequence[str] = (),
        lines: Iterable[Line] = (),
        today: date,
        known: Known = ...,
    ) -> Briefing: ...


class Year(StrEnum):
    """What the year of a report means, and so which articles it reads."""

    LISTED = "listed"  # those listed under the year, or all
    REVIEWED = "reviewed"  # those that review the year, and those of the year itself that set its tasks; one is needed
    FOLLOWED = "followed"  # those whose tasks are followed in the year; one is needed


@dataclass(frozen=True, slots=True)
class Template:
    """`stem` begins the name of the file. `choices` are the options it heeds."""

    key: str
    name: str
    stem: str
    build: Builder
    choices: frozenset[str]
    defaults: Options
    year: Year = Year.LISTED


_SOURCES = ("sources", "notes")
_ALL = (
    Template(
        "briefing",
        "Báo cáo tổng hợp",
        "Tong-hop",
        outline.build,
        frozenset((*_SOURCES, "order", "task_table", "quotes", "figures", "charts", "proposals")),
        Options(),
    ),
    Template(
        "annual",
        "Báo cáo tổng kết năm",
        "Tong-ket-nam",
        annual.build,
        frozenset((*_SOURCES, "task_table", "quotes", "figures", "charts", "proposals")),
        Options("annual", figures=True),
        Year.REVIEWED,
    ),
    Template(
        "tasks",
        "Theo dõi nhiệm vụ",
        "Theo-doi-nhiem-vu",
        tasks_report.build,
        frozenset((*_SOURCES, "quotes", "proposals")),
        Options("tasks"),
        Year.FOLLOWED,
    ),
    Template(
        "digest",
        "Điểm báo",
        "Diem-bao",
        digest.build,
        frozenset(("quotes",)),
        Options("digest", quotes=True),
    ),
)
TEMPLATES: Mapping[str, Template] = MappingProxyType({one.key: one for one in _ALL})
