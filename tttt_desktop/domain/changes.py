"""What a change touched, so that views reread only that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Changed:
    """One committed change (or its undoing): `tables` maps a table to the ids touched, `articles` to whom they belong."""

    label: str = ""
    revision: int = 0
    tables: Mapping[str, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))
    articles: frozenset[int] = frozenset()

    def touches(self, *tables: str) -> bool:
        """Whether any of the named tables was touched."""
        return any(table in self.tables for table in tables)
