"""How wide a text is in Times New Roman, and where a name is best parted."""

import json
from functools import cache

from tttt_desktop.paths import resource

UNKNOWN = 1000  # thousandths of the size, for letters the table lacks (signs, other scripts)
# Words before which a name may be parted, and words that never end a line.
OPENS_LINE = frozenset(
    ("VÀ", "CỦA", "TỈNH", "THÀNH", "HUYỆN", "ỦY", "UỶ", "TRỰC", "VỀ", "NĂM", "TRÊN")
)
HOLDS_NEXT = frozenset(("VÀ", "CỦA", "VỀ", "TẠI", "TRÊN", "-", "–"))
LINE_COST = 2.5  # of one line more; a split pair costs 3, an uneven line less than 1


@cache
def _pairs() -> frozenset[str]:
    """Words of two syllables that a line must not split: "CÔNG NGHỆ"."""
    return frozenset(resource("templates/pairs.txt").read_text(encoding="utf-8").splitlines())


@cache
def _table(face: str) -> dict[str, int]:
    lists = json.loads(resource("templates/times_widths.json").read_text(encoding="utf-8"))[face]
    return {letter: int(width) for width, letters in lists.items() for letter in letters}


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width in points of one line of NFC `text` set in Times New Roman of `size` points."""
    table = _table("bold" if bold else "regular")
    return sum(table.get(letter, UNKNOWN) for letter in text) * size / 1000


def _break_cost(before: str, after: str) -> float:
    """How bad it is to part a name between two words: 0 good, 3 never willingly."""
    before, after = before.upper(), after.upper()
    if f"{before} {after}" in _pairs() or before in HOLDS_NEXT or after in ("-", "–"):
        return 3.0
    return 0.0 if after in OPENS_LINE else 0.5


def balance(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """Break `text` into as few lines as `room` points allow, even in length, at good places.

    A single word wider than the room stands on a line of its own. No-break spaces hold words together. Without a word
    there is one empty line.
    """
    words = [word for word in text.split(" ") if word]
    best: list[tuple[float, int]] = [
        (0.0, 0)
    ]  # cost of the first n words, start of their last line
    for stop in range(1, len(words) + 1):
        choices = []
        for start in range(stop - 1, -1, -1):
            width = text_width(" ".join(words[start:stop]), size, bold)
            if width > room and start < stop - 1:
                break
            slack = max(0.0, 1 - width / room)
            parting = _break_cost(words[start - 1], words[start]) if start else 0.0
            choices.append((best[start][0] + LINE_COST + slack * slack + parting, start))
        best.append(min(choices))
    return _lines(words, best) or [""]


def _lines(words: list[str], best: list[tuple[float, int]]) -> list[str]:
    lines: list[str] = []
    stop = len(words)
    while stop:
        start = best[stop][1]
        lines.insert(0, " ".join(words[start:stop]))
        stop = start
    return lines
