"""The rows of the import review as plain values: what came of a file, what the person decided, how rows are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from tttt_desktop.domain.records import Found
from tttt_desktop.importing.letters.syllables import has_lost_blanks
from tttt_desktop.services.imports import Reading

BY_USER = "Bạn đã sửa"
_LOOKED_AT = 4_000  # characters that tell whether words are glued
GLUED = "Chữ dính liền, mất dấu cách"


class Shown(StrEnum):
    """Which rows the table shows: Tất cả, Có gợi ý, Trùng, Bị từ chối."""

    ALL = "all"
    SUGGESTED = "suggested"
    DOUBLE = "double"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the import. `decided` is set once the person chose what becomes of a double.

    `glued`: the words of its text stand without blanks, so that no rule can read it.
    """

    reading: Reading
    glued: bool = False
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
            return GLUED if self.glued else _suggestions(reading)
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
    article = reading.article
    glued = article is not None and has_lost_blanks(article.text[:_LOOKED_AT])
    return Row(reading, glued, ticked=article is not None and reading.duplicate_of is None)


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


class Tally(NamedTuple):
    """The numbers over the table and on its button."""

    total: int = 0
    suggested: int = 0
    doubles: int = 0
    refused: int = 0
    ticked: int = 0
    sources: int = 0


def counted(row: Row) -> Tally:
    """What a row adds to the numbers; nothing once it is out of the table."""
    reading = row.reading
    if row.removed:
        return Tally()
    if reading.article is None:
        return Tally(total=1, refused=1)
    return Tally(
        total=1,
        suggested=int(bool(reading.proposals)),
        doubles=int(row.double),
        ticked=int(row.ticked),
        sources=int(row.ticked and reading.as_source),
    )


def is_unlooked(row: Row) -> bool:
    """Whether suggestions are to be looked for: not in doubles that are left out."""
    reading = row.reading
    if reading.article is None or reading.proposals is not None or row.removed:
        return False
    return row.ticked or not row.double


def to_store(rows: Sequence[Row]) -> list[Reading]:
    """The ticked readings, as the files came."""
    return [row.reading for row in rows if row.ticked and not row.removed]
