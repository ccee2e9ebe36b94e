"""Properties of letters and paragraphs in a Word 97-2003 file: lists of changes (sprm) on pages of 512 bytes.

Facts: [MS-DOC] 2.6 (property modifiers), ChpxFkp, PapxFkp, BxPap, PlcBteChpx, PlcBtePapx.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from tttt_desktop.importing.doc.file import WordFile

_CHARACTERS, _PARAGRAPHS = 12, 13  # pairs of the FIB
_PAGE = 512
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # of operands, by the top bits of a sprm; 0: a byte says it
_TABLE_FORMS = (0xD606, 0xD608)
_TABS = 0xC615
_ELSEWHERE = (0x6645, 0x6646, 0x646B)  # the properties lie in the data stream

Changes = Iterator[tuple[int, bytes]]


def changes(properties: bytes, data: bytes = b"", depth: int = 0) -> Changes:
    """(sprm, operand) in order; what is broken off at the end is left out. `data` is the data stream."""
    at = 0
    while at + 2 < len(properties):
        (sprm,) = struct.unpack_from("<H", properties, at)
        at += 2
        size = _SIZES[sprm >> 13] or _spoken_size(sprm, properties, at)
        operand = properties[at : at + size]
        if len(operand) < size:
            return
        at += size
        if sprm in _ELSEWHERE and depth < 2:
            yield from changes(_elsewhere(operand, data), data, depth + 1)
        else:
            yield sprm, operand


def _spoken_size(sprm: int, properties: bytes, at: int) -> int:
    """The size of an operand that says so itself, with the bytes that say it."""
    first = properties[at]
    if sprm in _TABLE_FORMS:
        return int.from_bytes(properties[at : at + 2], "little") + 1
    if sprm == _TABS and first == 255:
        deleted = properties[at + 1] if at + 1 < len(properties) else 0
        added_at = at + 2 + 4 * deleted
        added = properties[added_at] if added_at < len(properties) else 0
        return 3 + 4 * deleted + 3 * added
    return 1 + first


def _elsewhere(operand: bytes, data: bytes) -> bytes:
    start = int.from_bytes(operand, "little")
    size = int.from_bytes(data[start : start + 2], "little")
    return data[start + 2 : start + 2 + size]


@dataclass(slots=True)
class Pages:
    """Ranges of bytes of the text with the properties written for them, in order."""

    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    properties: list[bytes] = field(default_factory=list)

    def at(self, byte: int) -> bytes:
        """The properties of the letter at a byte; b"" where none are written."""
        index = bisect_right(self.starts, byte) - 1
        return self.properties[index] if index >= 0 and byte < self.stops[index] else b""

    def within(self, start: int, stop: int) -> Iterator[tuple[int, int, bytes]]:
        """The ranges between two bytes, without gaps: (start, stop, properties)."""
        index = max(0, bisect_right(self.starts, start) - 1)
        while start < stop:
            while index < len(self.starts) and self.stops[index] <= start:
                index += 1
            if index == len(self.starts) or self.starts[index] >= stop:
                yield start, stop, b""
                return
            if self.starts[index] > start:
                yield start, self.starts[index], b""
            first, last = max(start, self.starts[index]), min(stop, self.stops[index])
            yield first, last, self.properties[index]
            start = last


@dataclass(frozen=True, slots=True)
class _Entry:
    """How a page keeps the properties of a range: the size of its entry, and the bytes it points to; `in_words`: their size counts two bytes."""

    size: int
    in_words: bool

    def read(self, page: bytes, offset: int) -> bytes:
        at = 2 * offset
        if not at:
            return b""
        size = page[at]
        if not self.in_words:
            return page[at + 1 : at + 1 + size]
        if size:
            return page[at + 1 : at + 2 * size]
        return page[at + 2 : at + 2 + 2 * page[at + 1]]


_CHARACTER_ENTRY = _Entry(1, False)
_PARAGRAPH_ENTRY = _Entry(13, True)


def character_pages(file: WordFile) -> Pages:
    """The properties of runs: lists of changes."""
    return _pages(file, _CHARACTERS, _CHARACTER_ENTRY)


def paragraph_pages(file: WordFile) -> Pages:
    """The properties of paragraphs: the number of the style (two bytes), then a list of changes."""
    return _pages(file, _PARAGRAPHS, _PARAGRAPH_ENTRY)


def _pages(file: WordFile, pair: int, entry: _Entry) -> Pages:
    table = file.part(pair)
    count = max(0, (len(table) - 4) // 8)
    numbers = struct.unpack_from(f"<{count}I", table, 4 * count + 4) if count else ()
    found: list[tuple[int, int, bytes]] = []
    for number in dict.fromkeys(numbers):
        start = (number & 0x3F_FFFF) * _PAGE
        page = file.text[start : start + _PAGE]
        if len(page) == _PAGE:
            found += _ranges(page, entry)
    found.sort()
    return Pages([one[0] for one in found], [one[1] for one in found], [one[2] for one in found])


def _ranges(page: bytes, entry: _Entry) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    if 4 * (count + 1) + entry.size * count > _PAGE:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page, 0)
    for index in range(count):
        if bounds[index] < bounds[index + 1]:
            offset = page[4 * (count + 1) + entry.size * index]
            yield bounds[index], bounds[index + 1], entry.read(page, offset)
