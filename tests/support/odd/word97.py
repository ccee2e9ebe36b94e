"""A writer of Word 97-2003 files for the tests: letters in pieces, properties on pages, fonts, styles, lists, text boxes."""

import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from odd.compound import compound

TEXT_AT = 0x400
Range = tuple[int, int, int]
Properties = tuple[int, int, bytes]
_PAGE = 512
_STSH, _SED, _HDD, _CHPX, _PAPX, _FFN, _CLX = 1, 6, 11, 12, 13, 15, 33
_SPA, _TXBX, _LST, _LFO = 40, 56, 73, 74


def sprm(code: int, operand: int, size: int = 2) -> bytes:
    """One change: its code and an operand of `size` bytes."""
    return struct.pack("<H", code) + operand.to_bytes(size, "little")


def font(number: int) -> bytes:
    """The changes that set a run in a font."""
    return b"".join(sprm(code, number) for code in (0x4A4F, 0x4A50, 0x4A51))


HIDDEN = sprm(0x083C, 1, 1)
DELETED = sprm(0x0800, 1, 1)
IN_TABLE = sprm(0x2416, 1, 1)
ROW_END = IN_TABLE + sprm(0x2417, 1, 1)


def item(number: int, level: int = 0) -> bytes:
    """The changes that make a paragraph an item of a list."""
    return sprm(0x460B, number) + sprm(0x260A, level, 1)


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph: runs of (text, changes), its own changes, and the mark at its end with the changes of the mark."""

    runs: tuple[tuple[str, bytes], ...]
    changes: bytes = b""
    mark: str = "\r"
    style: int = 0
    mark_changes: bytes = b""


def par(text: str, changes: bytes = b"", run: bytes = b"", mark: str = "\r", style: int = 0) -> Par:
    """A paragraph of one run."""
    return Par(((text, run),), changes, mark, style)


def row(*cells: str) -> tuple[Par, ...]:
    """The cells of a table row and its end."""
    return (*(par(cell, IN_TABLE, mark="\x07") for cell in cells), par("", ROW_END, mark="\x07"))


def style(
    name: str, character: bytes = b"", paragraph: bytes = b"", base: int = 0xFFF, sti: int = 4094
) -> bytes:
    """A paragraph style for `Word.styles`."""
    raw = name.encode("utf-16-le")
    entry = struct.pack("<HHHHH", sti, 1 | base << 4, 2, 0, 0)
    entry += struct.pack("<H", len(name)) + raw + b"\0\0"
    for part in (struct.pack("<H", 0) + paragraph, character):
        entry += struct.pack("<H", len(part)) + part + b"\0" * (len(part) % 2)
    return entry


def level(form: int, text: str, start: int = 1, flags: int = 0, character: bytes = b"") -> bytes:
    """A level of a list; in `text` the characters below 9 stand for the numbers of levels."""
    places = bytes(at for at, sign in enumerate(text, 1) if sign < "\t").ljust(9, b"\0")
    head = struct.pack("<iBB9sB", start, form, flags, places, 0) + bytes(8)
    head += struct.pack("<BBBB", len(character), 0, 0, 0)
    return head + character + struct.pack("<H", len(text)) + text.encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Word:
    """What `write` puts into a file. Texts other than the main one are lists of paragraphs too."""

    main: Sequence[Par]
    notes: Sequence[Par] = ()
    headers: Sequence[Sequence[Par]] = ()  # six for a section
    boxes: Sequence[Sequence[Par]] = ()  # anchored where "\x08" stands
    fonts: Sequence[str] = ("Times New Roman",)
    styles: Sequence[bytes] = ()
    lists: Sequence[Sequence[bytes]] = ()
    wide: bool = True
    shuffled: bool = False  # pieces stand in the file in another order, as after fast saving
    overlay: bytes = b""  # changes laid over every piece
    flags: int = 0
    version: int = 0xC1
    magic: int = 0xA5EC
    sections: Sequence[int] = ()
    streams: dict[str, bytes] = field(default_factory=dict)


def write(word: Word) -> bytes:
    """The bytes of the file."""
    return compound({**streams(word), **word.streams})


def streams(word: Word) -> dict[str, bytes]:
    """The two streams of the file, before they are packed."""
    head = [list(story) for story in word.headers]
    boxes = [par for box in word.boxes for par in box]
    stories = [list(word.main), list(word.notes), [par for story in head for par in story], boxes]
    letters = [sum(map(_length, story)) for story in stories]
    pars = [par for story in stories for par in story]
    text, pieces, runs, ends = _laid_out(pars, word)
    main = bytearray(text)
    table = bytearray()
    pairs: dict[int, tuple[int, int]] = {}

    def put(pair: int, data: bytes) -> None:
        pairs[pair] = len(table), len(data)
        table.extend(data)

    put(_CHPX, _paged(main, runs, 1))
    put(_PAPX, _paged(main, ends, 13))
    put(_CLX, _clx(pieces, word.overlay))
    put(_FFN, _fonts(word.fonts))
    put(_STSH, _sheet(word.styles))
    put(_SED, _places([0, *word.sections], 12))
    put(
        _HDD,
        _places([0, 0, 0, 0, 0, 0, *accumulate(map(_length_of, head), initial=0), letters[2]], 0)
        if head
        else b"",
    )
    anchors = _anchors(word.main)
    shapes = b"".join(struct.pack("<i", 1000 + n) + bytes(22) for n in range(len(anchors)))
    put(_SPA, _numbers([*anchors, letters[0]]) + shapes if anchors else b"")
    named = b"".join(
        bytes(14) + struct.pack("<i", 1000 + n) + bytes(4) for n in range(len(word.boxes) + 1)
    )
    bounds = list(accumulate(map(_length_of, word.boxes), initial=0))
    put(_TXBX, _numbers([*bounds, letters[3]]) + named if word.boxes else b"")
    _put_lists(put, word.lists)
    main[:TEXT_AT] = _fib(word, letters, pairs)
    return {"WordDocument": bytes(main), "1Table": bytes(table)}


def _put_lists(put: Callable[[int, bytes], None], lists: Sequence[Sequence[bytes]]) -> None:
    """The lists and the overrides that paragraphs name; levels stand behind the table and outside its size."""
    if not lists:
        return
    heads = struct.pack("<h", len(lists))
    for number, levels in enumerate(lists, 1):
        heads += struct.pack("<ii18sBB", number, 0, bytes(18), len(levels) == 1, 0)
    put(_LST, heads)
    put(92, b"".join(one for levels in lists for one in levels))  # any pair: right behind
    overrides = struct.pack("<I", len(lists))
    overrides += b"".join(
        struct.pack("<iIIBBBB", n, 0, 0, 0, 0, 0, 0) for n in range(1, len(lists) + 1)
    )
    put(_LFO, overrides + struct.pack("<I", 0xFFFFFFFF) * len(lists))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _length(par: Par) -> int:
    return sum(_units(text) for text, _ in par.runs) + 1


def _length_of(story: Iterable[Par]) -> int:
    return sum(map(_length, story))


def _laid_out(
    pars: Sequence[Par], word: Word
) -> tuple[bytes, list[Range], list[Properties], list[Properties]]:
    """The text with room for the head; pieces (first letter, letters, byte); runs and paragraphs (byte, byte, properties)."""
    encoding, width = ("utf-16-le", 2) if word.wide else ("cp1252", 1)
    chunks = [_chunk(par, encoding) for par in pars]
    order = (
        sorted(range(len(pars)), key=lambda n: (n * 7919) % 104729)
        if word.shuffled
        else range(len(pars))
    )
    starts = [0] * len(pars)
    at = TEXT_AT
    for number in order:
        starts[number] = at
        at += len(chunks[number][0])
    text = bytearray(at)
    pieces, runs, ends, letter = [], [], [], 0
    for (data, parts), par, start in zip(chunks, pars, starts, strict=True):
        text[start : start + len(data)] = data
        pieces.append((letter, len(data) // width, start))
        letter += len(data) // width
        runs += [(start + first, start + last, changes) for first, last, changes in parts]
        ends.append((start, start + len(data), struct.pack("<H", par.style) + par.changes))
    if not word.shuffled and pieces:
        pieces = [(0, letter, TEXT_AT)]
    return (
        bytes(text),
        pieces if word.wide else [(a, b, c | 1 << 40) for a, b, c in pieces],
        runs,
        ends,
    )


def _chunk(par: Par, encoding: str) -> tuple[bytes, list[tuple[int, int, bytes]]]:
    data, parts = b"", []
    for text, changes in (*par.runs, (par.mark, par.mark_changes)):
        raw = text.encode(encoding)
        if raw:
            parts.append((len(data), len(data) + len(raw), changes))
        data += raw
    return data, parts


def _paged(main: bytearray, ranges: list[tuple[int, int, bytes]], size: int) -> bytes:
    """Put properties on pages behind the text; the table of pages comes back."""
    bounds, numbers = [], []
    ranges = sorted(ranges)
    while ranges:
        count, page = _page(ranges, size)
        main.extend(b"\0" * (-len(main) % _PAGE))
        bounds.append(ranges[0][0])
        numbers.append(len(main) // _PAGE)
        main.extend(page)
        last = ranges[count - 1][1]
        ranges = ranges[count:]
    return _numbers([*bounds, last]) + _numbers(numbers)


def _page(ranges: list[tuple[int, int, bytes]], size: int) -> tuple[int, bytes]:
    page = bytearray(_PAGE)
    top, count = _PAGE - 1, 0
    offsets: list[int] = []
    for _, _, properties in ranges:
        entry = bytes([len(properties)]) + properties if size == 1 else _words(properties)
        below = (top - len(entry)) & ~1
        if below < 4 * (count + 2) + size * (count + 1) or count == 100:
            break
        page[below : below + len(entry)] = entry
        top, count = below, count + 1
        offsets.append(below // 2)
    struct.pack_into(
        f"<{count + 1}I", page, 0, *[one[0] for one in ranges[:count]], ranges[count - 1][1]
    )
    for number, offset in enumerate(offsets):
        page[4 * (count + 1) + size * number] = offset
    page[-1] = count
    return count, bytes(page)


def _words(properties: bytes) -> bytes:
    if len(properties) % 2:
        return bytes([(len(properties) + 1) // 2]) + properties
    return bytes([0, len(properties) // 2]) + properties


def _clx(pieces: list[tuple[int, int, int]], overlay: bytes) -> bytes:
    change = 1 if overlay else 0
    last = pieces[-1][0] + pieces[-1][1] if pieces else 0
    table = _numbers([*(first for first, _, _ in pieces), last])
    for _, _, at in pieces:
        place = 2 * (at - (1 << 40)) | 0x4000_0000 if at >> 40 else at
        table += struct.pack("<HIH", 0, place, change)
    head = b"\x01" + struct.pack("<h", len(overlay)) + overlay if overlay else b""
    return head + b"\x02" + struct.pack("<I", len(table)) + table


def _fonts(names: Sequence[str]) -> bytes:
    found = struct.pack("<HH", len(names), 0)
    for name in names:
        entry = bytes(39) + name.encode("utf-16-le") + b"\0\0"
        found += bytes([len(entry)]) + entry
    return found


def _sheet(styles: Sequence[bytes]) -> bytes:
    head = struct.pack("<9H", len(styles), 10, 1, 91, 15, 0, 0, 0, 0)
    return (
        struct.pack("<H", len(head))
        + head
        + b"".join(struct.pack("<H", len(one)) + one for one in styles)
    )


def _numbers(values: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def _places(values: Sequence[int], entry: int) -> bytes:
    return _numbers(values) + bytes(entry) * (len(values) - 1)


def _anchors(pars: Sequence[Par]) -> list[int]:
    text = "".join("".join(text for text, _ in par.runs) + par.mark for par in pars)
    return [at for at, letter in enumerate(text) if letter == "\x08"]


def _fib(word: Word, letters: list[int], pairs: dict[int, tuple[int, int]]) -> bytes:
    head = bytearray(TEXT_AT)
    struct.pack_into("<HH", head, 0, word.magic, word.version)
    struct.pack_into("<H", head, 0x0A, word.flags | 0x0200)
    struct.pack_into("<HH", head, 0x20, 14, 0)
    struct.pack_into("<H", head, 0x3E, 22)
    main, notes, headers, boxes = letters
    struct.pack_into("<8i", head, 0x4C, main, notes, headers, 0, 0, 0, boxes, 0)
    struct.pack_into("<H", head, 0x98, 93)
    for pair, place in pairs.items():
        struct.pack_into("<II", head, 0x9A + 8 * pair, *place)
    return bytes(head)
