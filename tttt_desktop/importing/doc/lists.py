"""The list numbers of a Word 97-2003 file.

Facts: [MS-DOC] PlfLst, LSTF, LVL, LVLF, PlfLfo, LFO, LFOData, LFOLVL, and the number formats (MSONFC) of [MS-OSHARED].
"""

import struct
from dataclasses import dataclass, field

from tttt_desktop.importing.doc.file import BROKEN, WordFile
from tttt_desktop.importing.doc.styles import Sheet
from tttt_desktop.importing.documents import symbols
from tttt_desktop.importing.documents.numbering import DEEPEST, Counters, Level
from tttt_desktop.importing.documents.office import joined

_LISTS, _OVERRIDES = 73, 74  # pairs of the FIB
_FORMS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    6: "cardinalText",
    7: "ordinalText",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}
_LEGAL, _NO_RESTART = 0x04, 0x08
_SIMPLE, _STARTS, _FORMATTED = 0x01, 0x10, 0x20


@dataclass(frozen=True, slots=True)
class _Override:
    """What a paragraph names: a list, with other levels, and where some levels begin anew."""

    list_id: int
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Lists:
    """Numbers the paragraphs of a document in the order they are asked for."""

    _levels: dict[int, dict[int, Level]] = field(default_factory=dict)
    _overrides: list[_Override] = field(default_factory=list)
    _begun: set[tuple[int, int]] = field(default_factory=set)
    _counters: Counters = field(default_factory=Counters)

    def label(self, number: int, level: int) -> str:
        """The number of a paragraph in the list `number` (1-based, 0 none)."""
        if not 0 < number <= len(self._overrides):
            return ""
        chosen = self._overrides[number - 1]
        restart = chosen.starts.get(level) if (number, level) not in self._begun else None
        self._begun.add((number, level))
        levels = self._levels.get(chosen.list_id, {}) | chosen.levels
        return self._counters.label(chosen.list_id, levels, level, restart)


def read_lists(file: WordFile, sheet: Sheet) -> Lists:
    """The lists of a file; none when they cannot be read."""
    try:
        levels = _read_levels(file, sheet)
        return Lists(levels, _read_overrides(file.part(_OVERRIDES), sheet))
    except BROKEN:
        return Lists()


def _read_levels(file: WordFile, sheet: Sheet) -> dict[int, dict[int, Level]]:
    """The levels of each list by its id; they stand behind the table of lists."""
    start, size = file.place(_LISTS)
    if not size:
        return {}
    table = file.table
    (count,) = struct.unpack_from("<h", table, start)
    at = start + 2 + 28 * count
    found: dict[int, dict[int, Level]] = {}
    for index in range(count):
        head = start + 2 + 28 * index
        (list_id,) = struct.unpack_from("<i", table, head)
        levels: dict[int, Level] = {}
        for number in range(1 if table[head + 26] & _SIMPLE else DEEPEST):
            levels[number], at = _level(table, at, sheet)
        found[list_id] = levels
    return found


def _level(table: bytes, at: int, sheet: Sheet) -> tuple[Level, int]:
    """The level at a byte, and the byte behind it."""
    start, form, flags = struct.unpack_from("<iBB", table, at)
    character_size, paragraph_size, limit = struct.unpack_from("<BBB", table, at + 24)
    at += 28 + paragraph_size
    character = table[at : at + character_size]
    at += character_size
    (length,) = struct.unpack_from("<H", table, at)
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    name = _FORMS.get(form, "decimal")
    restart = limit if flags & _NO_RESTART else None
    level = Level(name, _text(text, name, character, sheet), start, restart, bool(flags & _LEGAL))
    return level, at + 2 + 2 * length


def _text(text: str, form: str, character: bytes, sheet: Sheet) -> str:
    """The text of a number, with "%1" for the number of the first level."""
    look = sheet.run(0xFFF, character).look
    if form == "bullet":
        return symbols.bullet(text, look.ascii) if text else ""
    places = {code: f"%{code + 1}" for code in range(DEEPEST)}
    return joined([(look.scheme, text)]).translate(places)


def _read_overrides(table: bytes, sheet: Sheet) -> list[_Override]:
    if not table:
        return []
    (count,) = struct.unpack_from("<I", table, 0)
    at = 4 + 16 * count
    found = []
    for index in range(count):
        (list_id,) = struct.unpack_from("<i", table, 4 + 16 * index)
        override = _Override(list_id, {}, {})
        found.append(override)
        at += 4
        for _ in range(table[4 + 16 * index + 12]):
            at = _read_override(table, at, override, sheet)
    return found


def _read_override(table: bytes, at: int, override: _Override, sheet: Sheet) -> int:
    """One overridden level; the byte behind it comes back."""
    start, flags = struct.unpack_from("<iI", table, at)
    number = flags & 0x0F
    at += 8
    if flags & _FORMATTED:
        override.levels[number], at = _level(table, at, sheet)
        start = override.levels[number].start
    if flags & _STARTS:
        override.starts[number] = start
    return at
