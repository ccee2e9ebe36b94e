"""Vietnamese as the bytes of the fonts before Unicode: the other way round than `importing.letters.legacy`, from its own tables."""

import unicodedata

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
ALL_LETTERS = LETTERS + LETTERS.upper()

# Vowels without tone, then their six forms: level, huyền, hỏi, ngã, sắc, nặng (TCVN 5712:1993, part 3).
_TCVN3 = {
    "a": "61 B5 B6 B7 B8 B9",
    "ă": "A8 BB BC BD BE C6",
    "â": "A9 C7 C8 C9 CA CB",
    "e": "65 CC CE CF D0 D1",
    "ê": "AA D2 D3 D4 D5 D6",
    "i": "69 D7 D8 DC DD DE",
    "o": "6F DF E1 E2 E3 E4",
    "ô": "AB E5 E6 E7 E8 E9",
    "ơ": "AC EA EB EC ED EE",
    "u": "75 EF F1 F2 F3 F4",
    "ư": "AD F5 F6 F7 F8 F9",
    "y": "79 FA FB FC FD FE",
}
_TCVN3_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", range(0xA1, 0xA8), strict=True))
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VNI_VOWELS = {"ơ": "ô", "ư": "ö"}
_VNI_MARKS = {
    "": dict(zip(_TONES, ("", "ø", "û", "õ", "ù", "ï"), strict=True)),
    "\u0302": dict(zip(_TONES, "âàåãáä", strict=True)),
    "\u0306": dict(zip(_TONES, "êèúüéë", strict=True)),
}
_VNI_LETTERS = dict(zip("đìỉĩíịỵ", "ñìæóíòî", strict=True))


def encode(text: str, scheme: str) -> bytes:
    """The bytes of a text in "tcvn3", "tcvn3-capitals" or "vni"; other letters as Windows-1252.

    In TCVN3 a capital with a tone has the code of its small letter, as typed with Caps Lock in a .VnTime font.
    """
    table = {"vni": _vni}.get(scheme, _tcvn3)()
    return b"".join(table.get(letter) or letter.encode("cp1252", "replace") for letter in text)


def _tcvn3() -> dict[str, bytes]:
    table = {"đ": b"\xae"}
    for vowel, codes in _TCVN3.items():
        for tone, code in zip(_TONES, bytes.fromhex(codes), strict=True):
            table[unicodedata.normalize("NFC", vowel + tone)] = bytes([code])
    table |= {letter.upper(): code for letter, code in table.items() if not code.isalpha()}
    return table | {letter: bytes([code]) for letter, code in _TCVN3_CAPITALS.items()}


def _vni() -> dict[str, bytes]:
    table = {}
    for letter in LETTERS:
        written = _VNI_LETTERS.get(letter) or _vni_pair(letter)
        table[letter] = written.encode("cp1252")
        table[letter.upper()] = written.upper().encode("cp1252")
    return table


def _vni_pair(letter: str) -> str:
    base, *parts = unicodedata.normalize("NFD", letter)
    marks = "".join(parts)
    tone = next((mark for mark in _TONES[1:] if mark in marks), "")
    shape = marks.replace(tone, "") if tone else marks
    if shape == "\u031b":
        return _VNI_VOWELS[unicodedata.normalize("NFC", base + shape)] + _VNI_MARKS[""][tone]
    return base + _VNI_MARKS[shape][tone]
