"""Code points, which the whole program counts, and UTF-16 units, which Qt counts. Nothing else converts."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_CUTS_A_BLOCK = re.compile("[\0\r\u2028\u2029\ufdd0\ufdd1\ufffc]")


def shown(text: str) -> str:
    """The text as it is given to Qt: what Qt would take for a block end or an object becomes U+FFFD, one for one."""
    return _CUTS_A_BLOCK.sub("\ufffd", text)


class Positions:
    """The two ways to count the same text. A table is kept only of the characters beyond U+FFFF."""

    def __init__(self, text: str) -> None:
        plain = len(text.encode("utf-16-le")) == 2 * len(text)
        self._at = [] if plain else [found.start() for found in _ASTRAL.finditer(text)]
        self._second_halves = [at + number + 1 for number, at in enumerate(self._at)]

    def to_qt(self, offset: int) -> int:
        """UTF-16 units before the code point at `offset`."""
        return offset + bisect_left(self._at, offset) if self._at else offset

    def to_text(self, position: int) -> int:
        """Code points before the UTF-16 unit at `position`; inside a pair: before that character."""
        return position - bisect_left(self._second_halves, position + 1) if self._at else position
