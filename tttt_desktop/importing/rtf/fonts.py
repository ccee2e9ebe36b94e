"""The fonts of an RTF file: how the bytes set in each are read (Rich Text Format Specification 1.9.1, font table)."""

import codecs
import re
from dataclasses import dataclass

from tttt_desktop.importing.documents import office

_ANSI = "cp1252"
_LETTERS_OF_THEIR_OWN = (
    "latin-1"  # a font with a scheme: the bytes are its codes, whatever charset it claims
)
_CODECS = {
    0: _ANSI, 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_FONT = re.compile(rb"\\f(\d{1,9})(?![\d])")
_CHARSET = re.compile(rb"\\fcharset(\d{1,3})")
_CODE_PAGE = re.compile(rb"\\cpg(\d{1,5})")
_INNER_GROUP = re.compile(rb"\{[^{}]*\}")  # panose, alternative names, embedded fonts
_CONTROL = re.compile(rb"\\'[0-9A-Fa-f]{2}|\\[A-Za-z]+-?\d* ?|\\.|[{}\r\n]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Font:
    """How text in a font is read: `scheme` as in `office.scheme_of_font`, `codec` of its bytes."""

    scheme: str = ""
    codec: str = _ANSI


def code_page(number: int) -> str:
    """The codec of a Windows code page, Windows-1252 for one that is not known."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return _ANSI


def font_table(group: bytes, default: str) -> dict[int, Font]:
    """The fonts in the text of a \\fonttbl group; `default` is the codec of the document."""
    group = _without_inner_groups(group)
    starts = [*_FONT.finditer(group)]
    stops = [*(start.start() for start in starts), len(group)][1:]
    return {
        int(start[1]): _font(group[start.end() : stop], default)
        for start, stop in zip(starts, stops, strict=True)
    }


def _without_inner_groups(group: bytes) -> bytes:
    """The fonts without the groups inside them; a font itself may stand in a group or not."""
    return _INNER_GROUP.sub(
        lambda found: found[0] if _FONT.search(found[0]) else b"",
        group,
    )


def _font(words: bytes, default: str) -> Font:
    name = _CONTROL.sub(b"", words).partition(b";")[0].decode("latin-1").strip()
    scheme = office.scheme_of_font(name)
    if scheme:
        return Font(scheme, _LETTERS_OF_THEIR_OWN)
    page, charset = _CODE_PAGE.search(words), _CHARSET.search(words)
    if page:
        return Font("", code_page(int(page[1])))
    return Font("", _CODECS.get(int(charset[1]), default) if charset else default)
