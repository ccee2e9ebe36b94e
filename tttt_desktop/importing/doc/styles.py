"""What the style sheet and the font table of a Word 97-2003 file say of runs and paragraphs.

Facts: [MS-DOC] STSH, STD, SttbfFfn, FFN, and the character and paragraph sprms named below.
"""

import struct
from dataclasses import dataclass, field

from tttt_desktop.importing.doc.file import BROKEN, WordFile
from tttt_desktop.importing.doc.properties import changes
from tttt_desktop.importing.documents.office import Look, Piece, scheme_of_font

_SHEET, _FONTS = 1, 15  # pairs of the FIB
_FONT_NAME = 40  # where the name stands in an entry of the font table
_PARAGRAPH, _CHARACTER = 1, 2  # kinds of styles
_TITLE = 62  # the built-in style "Title"
_DEEPEST = 20

_ASCII_FONT, _OTHER_FONT, _STYLE, _PLAIN = 0x4A4F, 0x4A51, 0x4A30, 0x2A33
_DELETED, _VANISH, _SYMBOL, _LIST, _LIST_LEVEL = 0x0800, 0x083C, 0x6A09, 0x460B, 0x260A


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written: what it is based on, its paragraph and its character changes."""

    kind: int
    base: int
    is_title: bool
    paragraph: bytes
    character: bytes


@dataclass(frozen=True, slots=True)
class Run:
    """How a run looks; `symbol` is what stands in place of each of its letters, None in ordinary runs."""

    look: Look
    symbol: Piece | None = None


@dataclass(slots=True)
class Sheet:
    """Fonts by number and styles by number; looks are worked out when asked for."""

    fonts: list[str] = field(default_factory=list)
    defaults: tuple[int, int] = (0, 0)  # fonts of ASCII and of other letters
    styles: list[Style | None] = field(default_factory=list)
    _known: dict[tuple[int, bytes], Run] = field(default_factory=dict)

    def font(self, number: int) -> str:
        """The name of a font, "" for a number beyond the table."""
        return self.fonts[number] if number < len(self.fonts) else ""

    def is_title(self, style: int) -> bool:
        """Whether a style is Word's own title style."""
        found = self._style(style)
        return found is not None and found.is_title

    def lists(self, style: int) -> tuple[int, int]:
        """(list, level) that a paragraph style gives; 0 for no list."""
        chosen, level = 0, 0
        for one in reversed(self._chain(style)):
            for sprm, operand in changes(one.paragraph):
                if sprm == _LIST:
                    chosen = int.from_bytes(operand, "little", signed=True)
                elif sprm == _LIST_LEVEL:
                    level = operand[0]
        return chosen, level

    def run(self, style: int, properties: bytes) -> Run:
        """A run with these changes in a paragraph of a style."""
        key = style, properties
        if key not in self._known:
            self._known[key] = self._changed(properties, self._look(style), in_style=False)
        return self._known[key]

    def _look(self, style: int, base: Look | None = None) -> Look:
        look = base or Look(self.font(self.defaults[0]), self.font(self.defaults[1]), False)
        for one in reversed(self._chain(style)):
            look = self._changed(one.character, look, in_style=True).look
        return look

    def _changed(self, properties: bytes, base: Look, in_style: bool) -> Run:
        look, symbol = base, None
        for sprm, operand in changes(properties):
            number = int.from_bytes(operand[:2], "little")
            if sprm == _ASCII_FONT:
                look = Look(ascii=self.font(number)).over(look)
            elif sprm == _OTHER_FONT:
                look = Look(other=self.font(number)).over(look)
            elif sprm == _STYLE and not in_style:
                look = self._look(number, look)
            elif sprm == _PLAIN:
                look = base
            elif sprm in (_VANISH, _DELETED):
                look = Look(hidden=_toggled(operand[0], base.hidden)).over(look)
            elif sprm == _SYMBOL:
                symbol = scheme_of_font(self.font(number)), operand[2:4].decode("utf-16-le")
        return Run(look, symbol)

    def _style(self, number: int) -> Style | None:
        return self.styles[number] if number < len(self.styles) else None

    def _chain(self, number: int) -> list[Style]:
        """A style and those it is based on, itself first."""
        found: list[Style] = []
        style = self._style(number)
        while style is not None and len(found) < _DEEPEST:
            found.append(style)
            style = self._style(style.base)
        return found


def _toggled(code: int, base: bool | None) -> bool:
    """A switch: off, on, as the style says (0x80), or the opposite of it (0x81)."""
    return bool(code) if code < 2 else bool(base) != bool(code & 1)


def read_sheet(file: WordFile) -> Sheet:
    """The style sheet; what cannot be read of it is as if it said nothing."""
    sheet = Sheet()
    try:
        sheet.fonts = _fonts(file.part(_FONTS))
        _fill(sheet, file.part(_SHEET))
    except BROKEN:
        return sheet
    return sheet


def _fonts(table: bytes) -> list[str]:
    fonts: list[str] = []
    at = 4
    while at < len(table):
        entry = table[at : at + table[at] + 1]
        name = entry[_FONT_NAME : len(entry) - len(entry) % 2].decode("utf-16-le", "replace")
        fonts.append(name.partition("\0")[0])
        at += len(entry)
    return fonts


def _fill(sheet: Sheet, table: bytes) -> None:
    if not table:
        return
    size, count, fixed = struct.unpack_from("<HHH", table, 0)
    ascii_font, _, other_font = struct.unpack_from("<HHH", table, 14)
    sheet.defaults = ascii_font, other_font
    at = 2 + size
    for _ in range(count):
        (size,) = struct.unpack_from("<H", table, at)
        sheet.styles.append(_style(table[at + 2 : at + 2 + size], fixed) if size else None)
        at += 2 + size


def _style(entry: bytes, fixed: int) -> Style:
    first, second, third = struct.unpack_from("<HHH", entry, 0)
    kind = second & 0xF
    (length,) = struct.unpack_from("<H", entry, fixed)
    parts = _parts(entry, fixed + 2 + 2 * length + 2, third & 0xF)
    paragraph = parts[0][2:] if kind == _PARAGRAPH and parts else b""
    at = {_PARAGRAPH: 1, _CHARACTER: 0}.get(kind, len(parts))
    character = parts[at] if at < len(parts) else b""
    return Style(kind, second >> 4, first & 0xFFF == _TITLE, paragraph, character)


def _parts(entry: bytes, at: int, count: int) -> list[bytes]:
    """The lists of changes of a style; each begins at an even byte."""
    found = []
    for _ in range(count):
        at += at % 2
        if at + 2 > len(entry):
            break
        (size,) = struct.unpack_from("<H", entry, at)
        found.append(entry[at + 2 : at + 2 + size])
        at += 2 + size
    return found
