"""What was learned, as one value that a row, a file and a model can be made into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tttt_desktop.suggesting.learning_model import Counts, Model

_SELDOM = 2  # a clue met less often is left behind: it would never be heard


@dataclass(frozen=True, slots=True)
class Lore:
    """The counts of `size` decisions, as in `learning_model.Model`."""

    kinds: Counts
    fields: Counts
    size: int

    @classmethod
    def of(cls, content: dict[str, Any]) -> Lore | None:
        """The counts in a row or a file; None for anything else."""
        kinds, fields, size = (content.get(key) for key in ("kinds", "fields", "size"))
        if not (_are_counts(kinds) and _are_counts(fields) and type(size) is int and size > 0):
            return None
        return cls(kinds, fields, size)  # type: ignore[arg-type]  # looked at above

    @classmethod
    def in_model(cls, model: Model) -> Lore:
        """What a model has learned, without what was met too seldom to be heard."""
        return cls(_often(model.kinds), _often(model.fields), model.size)

    def as_content(self) -> dict[str, Any]:
        """What `of` reads."""
        return {"kinds": self.kinds, "fields": self.fields, "size": self.size}


def _often(counts: Counts) -> Counts:
    return {clue: dict(told) for clue, told in counts.items() if sum(told.values()) >= _SELDOM}


def _are_counts(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(told, dict) and all(type(n) is int and n > 0 for n in told.values())
        for told in value.values()
    )
