"""The rows of the import review as plain values: what came of a file, what the person decided, how rows are counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from tttt_desktop.domain.records import Found
from tttt_desktop.services.imports import Reading

BY_USER = "Bạn đã sửa"


class Shown(StrEnum):
    """Which rows the table shows: Tất cả, Có gợi ý, Trùng, Bị từ chối."""

    ALL = "all"
    SUGGESTED = "suggested"
    DOUBLE = "double"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the import. `decided` is set once the person chose what becomes of a double."""

    reading: Reading
    ticked: bool = False
    decided: bool = False
    removed: bool = False

    @property
    def double(self) -> bool:
        """Whether the same article is in the dossier, or earlier in this table."""
        return self.reading.article is not None and self.reading.duplicate_of is not None

    def fits(self, shown: Shown) -> bool:
        """Whether the table shows it."""
        if self.removed:
            return False
        if shown is Shown.SUGGESTED:
            return bool(self.reading.proposals)
        if shown is Shown.DOUBLE:
            return self.double
        return shown is Shown.ALL or self.reading.article is None

    @property
    def name(self) -> str:
        """The name of the file, with that of the archive it lay in."""
        article = self.reading.article
        return article.name if article is not None else Path(self.reading.path).name

    @property
    def note(self) -> str:
        """What the last column says."""
        reading = self.reading
        if reading.article is None:
            return reading.refused
        if not self.double:
            return _suggestions(reading)
        return f"{self.choice} · {reading.message}" if self.decided else reading.message

    @property
    def choice(self) -> str:
        """What becomes of a double, in the words of the buttons."""
        if not self.ticked:
            return "Bỏ qua"
        return "Thêm làm nguồn" if self.reading.as_source else "Nhập riêng"


def _suggestions(reading: Reading) -> str:
    if reading.proposals is None:
        return "Đang tìm gợi ý…"
    return f"{len(reading.proposals)} gợi ý" if reading.proposals else "Không có gợi ý"


def new_row(reading: Reading) -> Row:
    """A row as it comes: ticked, unless it was refused or repeats another."""
    return Row(reading, ticked=reading.article is not None and reading.duplicate_of is None)


def unmarked(reading: Reading) -> Reading:
    """The reading before anyone said what it repeats."""
    return replace(reading, duplicate_of=None, twin="", similarity=0.0, message="", as_source=False)


def decided(row: Row, *, ticked: bool, as_source: bool = False) -> Row:
    """The row with a person's choice: left out, one more source of the article it repeats, or an article of its own."""
    if row.reading.article is None:
        return row
    reading = replace(row.reading, as_source=as_source and ticked)
    return replace(row, reading=reading, ticked=ticked, decided=True)


def with_value(row: Row, key: str, value: object) -> Row:
    """The row with a value of its article written by the person; where the old one was found no longer counts."""
    article = row.reading.article
    assert article is not None
    found = (*(one for one in article.found if one.key != key), Found(key, BY_USER))
    changed: dict[str, Any] = {key: value, "found": found}
    return replace(row, reading=replace(row.reading, article=replace(article, **changed)))


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers over the table and on its button."""

    total: int = 0
    suggested: int = 0
    doubles: int = 0
    refused: int = 0
    ticked: int = 0
    sources: int = 0


def tally(rows: Iterable[Row]) -> Tally:
    """Count the rows that are still in the table."""
    total = suggested = doubles = refused = ticked = sources = 0
    for row in rows:
        if row.removed:
            continue
        total += 1
        reading = row.reading
        if reading.article is None:
            refused += 1
            continue
        suggested += bool(reading.proposals)
        doubles += reading.duplicate_of is not None
        ticked += row.ticked
        sources += row.ticked and reading.as_source
    return Tally(total, suggested, doubles, refused, ticked, sources)


def to_store(rows: Sequence[Row]) -> list[Reading]:
    """The ticked readings, as the files came."""
    return [row.reading for row in rows if row.ticked and not row.removed]
