"""What the syllables of a text tell of its letters and blanks."""

import re

from tttt_desktop.domain.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_LONG = 9  # more letters than one syllable has
_RUN = re.compile(rf"[^\W\d_]{{{_LONG},}}")
_GLUED = 0.2  # share of the letters in such runs: names of programs and addresses are far from it


def accented(text: str) -> tuple[int, int]:
    """How many words of a normalised text have letters beyond ASCII, and how many of those are Vietnamese syllables."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return len(words), sum(map(is_syllable, words))


def has_lost_blanks(text: str) -> bool:
    """Whether a text has lost the blanks between its words ("Hộinghịtổngkết"), as some files and scans have."""
    most = _GLUED * len(text)
    if sum(len(word) for word in text.split() if len(word) >= _LONG) <= most:
        return False  # nearly every text: no need to look at its letters
    return sum(len(run) for run in _RUN.findall(text) if not run.isascii()) > most
