"""The walk over the groups and control words of an RTF file (Rich Text Format Specification 1.9.1)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.rtf.fonts import Font, code_page, font_table
from tttt_desktop.importing.rtf.story import Story
from tttt_desktop.importing.rtf.words import (
    BRACE,
    CHARACTER_SETS,
    CODES,
    NUMBER,
    SIGNS,
    SKIPPED,
    STARRED,
    STORIES,
    SYMBOL,
    SYMBOLS,
    TEXT,
    TOKEN,
    WORD,
    end_of_group,
)

_OPENING = re.compile(rb"\s*\{")
_DEEPEST = 5_000  # groups in groups; Word writes a dozen
_LARGEST_TABLE = 1 << 20  # bytes of fonts; a hundred fonts need 20 KB


@dataclass(frozen=True, slots=True)
class _Look:
    """What a group inherits from the one around it."""

    font: int = -1  # -1: the default font
    fallbacks: int = 1  # characters behind a \\u, for readers without Unicode
    hidden: bool = False
    deleted: bool = False
    depth: int = 0  # tables that the paragraph stands in


@dataclass(slots=True)
class _Group:
    """An open group: what holds again when it closes, and the story that goes on then."""

    look: _Look
    outer: Story | None = None
    reason: str = ""  # of the story that ends with the group


class Walk:
    """Goes once over the tokens of a file; groups that hold no text are passed over in one stride."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._codec = "cp1252"
        self._default_font = 0
        self._fonts: dict[int, Font] = {}
        self._look = _Look()
        self._groups: list[_Group] = []
        self._story = Story()
        self._asides: list[tuple[str, list[str]]] = []
        self._letters = bytearray()  # not yet decoded: some letters have two bytes
        self._to_drop = 0  # fallback characters still to come
        self._starred = False
        self._actions = self._make_actions()
        self._meant = SKIPPED.union(SIGNS, STORIES, CHARACTER_SETS, self._actions)

    def lines(self) -> list[str]:
        """The lines of the body."""
        return self._story.end()

    def asides(self, reason: str) -> list[str]:
        """The lines of headers (noise.HEAD), footers (noise.FOOT) or notes (office.NOTE), each once."""
        return [
            *dict.fromkeys(line for why, lines in self._asides if why == reason for line in lines)
        ]

    def run(self) -> None:
        """Read the file to its end, also where it is cut off. Errors: FileRefused."""
        while self._at < len(self._data):
            token = TOKEN.match(self._data, self._at)
            if token is None:
                break
            self._at = token.end()
            self._take(token)
        while self._groups:
            self._close()

    def _take(self, token: re.Match[bytes]) -> None:
        kind = token.lastindex
        if kind == TEXT:
            self._text(token[0])
        elif kind == CODES:
            self._text(bytes.fromhex(token[0].replace(b"\\'", b"").decode("ascii")))
        elif kind in (WORD, NUMBER):
            word = token[WORD].decode("ascii")
            if word in self._meant or self._starred:
                self._word(word, None if kind == WORD else int(token[NUMBER]))
            else:
                self._to_drop = 0  # most words tell how letters look
        elif kind == BRACE:
            self._open() if token[0] == b"{" else self._close()
        elif kind == SYMBOL:
            self._symbol(token[SYMBOL])

    def _open(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise FileRefused(
                "Tệp RTF bị hỏng: các nhóm lồng nhau quá nhiều lớp.",
                "Hãy mở bằng Word rồi lưu lại dạng .docx.",
            )
        self._to_drop = 0
        self._groups.append(_Group(self._look))

    def _close(self) -> None:
        self._read_letters()
        self._to_drop, self._starred = 0, False
        if not self._groups:
            return
        group = self._groups.pop()
        self._look = group.look
        if group.outer is not None:
            self._end_story(group.outer, group.reason)
        if not self._groups:
            self._at = len(self._data)  # what follows the file's own group is not of it

    def _end_story(self, outer: Story, reason: str) -> None:
        lines, self._story = self._story.end(), outer
        if reason:
            self._asides.append((reason, lines))
        else:
            outer.lines += lines

    def _text(self, letters: bytes) -> None:
        if self._to_drop:
            dropped = min(self._to_drop, len(letters))
            self._to_drop -= dropped
            letters = letters[dropped:]
        if self._groups and not (self._look.hidden or self._look.deleted):
            self._letters += letters

    def _read_letters(self) -> None:
        if self._letters:
            font = self._font
            self._story.add(font.scheme, self._letters.decode(font.codec, "replace"))
            self._letters.clear()

    @property
    def _font(self) -> Font:
        number = self._default_font if self._look.font < 0 else self._look.font
        return self._fonts.get(number) or Font(codec=self._codec)

    def _add(self, text: str) -> None:
        self._read_letters()
        if not (self._look.hidden or self._look.deleted):
            self._story.add(self._font.scheme, text)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif symbol in b"\r\n":
            self._end_paragraph(None)
        elif self._to_drop:
            self._to_drop -= 1
        elif symbol in SYMBOLS:
            self._add(SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word in SIGNS and self._to_drop:
            self._to_drop -= 1
            return
        self._to_drop = 0
        if word in SKIPPED or (starred and word not in STARRED):
            if len(self._groups) > 1:
                self._at = end_of_group(self._data, self._at)
        elif word in SIGNS:
            self._add(SIGNS[word])
        elif word in STORIES:
            self._begin_story(STORIES[word])
        elif word in CHARACTER_SETS:
            self._codec = CHARACTER_SETS[word]
        elif word in self._actions:
            self._actions[word](number)

    def _begin_story(self, reason: str) -> None:
        if self._groups and self._groups[-1].outer is None:
            self._read_letters()
            self._groups[-1].outer, self._groups[-1].reason = self._story, reason
            self._story = Story()
            self._look = replace(self._look, depth=0)

    def _make_actions(self) -> dict[str, Callable[[int | None], None]]:
        return {
            "par": self._end_paragraph,
            "sect": self._end_paragraph,
            "cell": lambda _: self._end_cell(inner=False),
            "nestcell": lambda _: self._end_cell(inner=True),
            "row": lambda _: self._story.end_row(inner=False),
            "nestrow": lambda _: self._story.end_row(inner=True),
            "pard": lambda _: self._set(depth=0),
            "intbl": lambda _: self._set(depth=max(1, self._look.depth)),
            "itap": lambda number: self._set(depth=number or 0),
            "plain": lambda _: self._set(font=-1, hidden=False),
            "f": self._take_font,
            "v": lambda number: self._set(hidden=number != 0),
            "deleted": lambda number: self._set(deleted=number != 0),
            "uc": lambda number: self._set(fallbacks=1 if number is None else max(0, number)),
            "u": self._unicode,
            "deff": self._take_default_font,
            "ansicpg": self._take_code_page,
            "fonttbl": self._take_fonts,
            "upr": self._skip_old_spelling,
            "bin": self._skip_bytes,
        }

    def _set(self, **values: Any) -> None:
        look = replace(self._look, **values)
        if look != self._look:
            self._read_letters()
            self._look = look

    def _end_paragraph(self, _: int | None) -> None:
        if self._look.hidden or self._look.deleted:
            return  # the next one goes on in its line
        self._read_letters()
        self._story.end_paragraph(self._look.depth)

    def _end_cell(self, *, inner: bool) -> None:
        self._read_letters()
        self._story.end_cell(inner=inner)

    def _unicode(self, number: int | None) -> None:
        if number is not None:
            self._add(chr(number & 0xFFFF))
        self._to_drop = self._look.fallbacks

    def _take_font(self, number: int | None) -> None:
        if number != self._look.font:
            self._set(font=number or 0)

    def _take_default_font(self, number: int | None) -> None:
        self._default_font = number or 0

    def _take_code_page(self, number: int | None) -> None:
        self._codec = code_page(number or 0)

    def _take_fonts(self, _: int | None) -> None:
        if len(self._groups) < 2:
            return
        stop = end_of_group(self._data, self._at)
        table = self._data[self._at : min(stop, self._at + _LARGEST_TABLE)]
        self._fonts |= font_table(table, self._codec)
        self._at = stop

    def _skip_old_spelling(self, _: int | None) -> None:
        """\\upr has a text twice: first for readers without Unicode."""
        if group := _OPENING.match(self._data, self._at):
            self._at = end_of_group(self._data, group.end()) + 1

    def _skip_bytes(self, number: int | None) -> None:
        self._at += max(0, number or 0)
