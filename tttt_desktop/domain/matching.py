"""Which marks may tell what became of which task: proposals with their reasons, never decisions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tttt_desktop.domain.following import Evidence, FollowedTask, Match
from tttt_desktop.domain.records import Figure


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mark that may be evidence, with what is compared besides its words. `lead` is set of repeated tasks."""

    evidence: Evidence
    field: str = ""
    lead: str = ""
    figures: tuple[Figure, ...] = ()


def find(
    tasks: Sequence[FollowedTask],
    candidates: Sequence[Candidate],
    decided: Collection[tuple[int, int]] = frozenset(),
    figures: Mapping[int, Iterable[Figure]] = MappingProxyType({}),
) -> dict[int, tuple[Match, ...]]:
    """The proposed matches of each task that has any, by the id of its annotation, the likeliest first.

    `decided` are pairs (task, candidate) of annotation ids that the person has accepted or declined; `figures` are
    those of the tasks, by annotation id. Same input, same result.
    """
    return {}
