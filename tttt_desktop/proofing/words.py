"""The words of a text that can be looked up: not numbers, codes, addresses and what is joined to them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tttt_desktop.domain.syllables import has_two_styles, in_style, is_syllable
from tttt_desktop.domain.text import fold

_RUN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CODE = re.compile(r"[\d@_\\#&]|://|www\.|\w\.\w{2,}")
_SENTENCE_END = re.compile(r"[.!?…:;\n]")


class Look(NamedTuple):
    """What a word is looked up by: `key` in lower case with "òa" for "oà", `letters` without marks.

    `style`: "old" for "òa", "new" for "oà", "" for a word that is written in one way only.
    """

    text: str
    key: str
    letters: str
    is_syllable: bool
    style: str


class Word(NamedTuple):
    """A word with its place. `joined`: it is part of a run with a hyphen ("ki-lô-mét").

    `follows`: only blanks part it from the word before.
    """

    start: int
    stop: int
    text: str
    look: Look
    joined: bool
    follows: bool

    @property
    def key(self) -> str:
        """See `Look`."""
        return self.look.key


@lru_cache(maxsize=16_384)
def look(text: str) -> Look:
    """How a word is looked up."""
    small = text.lower()
    key = in_style(small, new_style=False)
    two = has_two_styles(small) and is_syllable(small)
    style = ("old" if small == key else "new") if two else ""
    return Look(text, key, fold(key), is_syllable(key), style)


@lru_cache(maxsize=16_384)
def glance(run: str) -> Look | None:
    """How a run of characters without blanks is looked up where it is one word and its marks; None for any other."""
    bare = run.strip("“”\"'«»()[]{}.,;:!?…-–")
    return look(bare) if bare.isalpha() else None


def words(text: str) -> list[Word]:
    """The words of a text in order; runs with a digit, "@", "&" or an address in them are left out."""
    return list(_words(text))


def _words(text: str) -> Iterator[Word]:
    last = (
        -1
    )  # end of the word before; nothing but a blank may stand between it and one that follows
    for run in _RUN.finditer(text):
        printed, (start, stop) = run[0], run.span()
        if printed.isalpha():
            yield Word(start, stop, printed, look(printed), False, _is_near(text, last, start))
            last = stop
            continue
        if is_code(printed):
            last = -1
            continue
        joined = "-" in printed.strip("-")
        for found in _WORD.finditer(printed):
            first, end = start + found.start(), start + found.end()
            yield Word(first, end, found[0], look(found[0]), joined, _is_near(text, last, first))
            last = end


@lru_cache(maxsize=4096)
def is_code(run: str) -> bool:
    """Whether a run of characters is a number, a code or an address, or has no letter."""
    return bool(_CODE.search(run.rstrip(".,;:!?…"))) or not any(map(str.isalpha, run))


def _is_near(text: str, last: int, start: int) -> bool:
    if last < 0:
        return False
    between = text[last:start]
    return between == " " or (between.isspace() and "\n" not in between)


def opens_sentence(text: str, start: int) -> bool:
    """Whether what begins at `start` may open a sentence: a capital letter there tells nothing."""
    before = text[:start].rstrip(" \"“”«([-–+•*'")
    return not before or bool(_SENTENCE_END.match(before[-1]))
