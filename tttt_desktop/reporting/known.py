"""What a report needs besides its own articles: how tasks stand, and the charts. Plain values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.reporting.tree import Picture


@dataclass(frozen=True, slots=True)
class Known:
    """`followed`: the tasks followed in the year of the report, by the id of their annotation; None: nobody looked."""

    followed: Mapping[int, FollowedTask] = field(default_factory=lambda: MappingProxyType({}))
    pictures: tuple[Picture, ...] = ()
