"""The telling words of a text as runs of two: without case and diacritics, with the places where they stand.

Vietnamese writes its syllables apart, and most words have two: a run of two says what a single syllable does not.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import bare_words, fold

_WORD = re.compile(r"[^\W_]+")


@cache
def generic() -> frozenset[str]:
    """The runs that any task may have."""
    return frozenset(map(fold, word_list("matching")["generic"]))


@cache
def _empty() -> frozenset[str]:
    return frozenset(word_list("matching")["empty"])


@cache
def short_forms() -> dict[str, tuple[str, ...]]:
    """What a short form stands for: "cntt" for ("cong", "nghe", "thong", "tin")."""
    return {
        fold(short): tuple(bare_words(fold(name)).split())
        for names in word_list("abbreviations").values()
        for name, shorts in names.items()
        for short in shorts
        if short.isalnum()
    }


def in_full(text: str) -> str:
    """The text with the names of offices written out: "Sở TT&TT" names the Sở Thông tin và Truyền thông."""
    names, pattern = _written_out()
    return pattern.sub(lambda found: names[found[0]], text)


@cache
def _written_out() -> tuple[dict[str, str], re.Pattern[str]]:
    """The names of offices, and of what else is shortened with a sign in it, by the short forms."""
    others = {
        short: name
        for names in word_list("abbreviations").values()
        for name, shorts in names.items()
        for short in shorts
        if not short.isalnum() and short.upper() == short
    }
    names = {**others, **word_list("agencies")["full"]}
    return names, re.compile(rf"(?<!\w)(?:{any_of(names)})(?!\w)")


def telling_words(text: str) -> list[str]:
    """The words of a text that tell anything, folded and in their order, short forms written out; all where none does."""
    bare = bare_words(_fillers().sub(" ", in_full(text)))
    empty, known = _empty(), short_forms()
    words: list[str] = []
    for written, word in zip(bare.split(), fold(bare).split(), strict=True):
        if written.lower() not in empty:
            words += (known.get(word) if written[0].isupper() else None) or (word,)
    return words or fold(bare_words(text)).split()


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(word_list('matching')['fillers'])})(?!\w)", re.IGNORECASE
    )


def runs_of(text: str) -> dict[str, bool]:
    """The runs of two telling syllables, each with whether both are capitalised where it first stands."""
    bare = bare_words(text)
    empty, known = _empty(), short_forms()
    runs: dict[str, bool] = {}
    last, is_name = "", False
    for written, word in zip(bare.split(), fold(bare).split(), strict=True):
        large = written[0].isupper()
        if written.lower() in empty:
            last = ""
            continue
        words = known.get(word) if large else None  # "TU", but not "tư"
        for one in words or (word,):
            if last:
                runs.setdefault(f"{last} {one}", is_name and large)
            last, is_name = one, large
    return runs


def _placed_runs(text: str) -> Iterator[tuple[str, int, int, int]]:
    """The runs with where they start and stop, and where their second syllable starts."""
    lower = text.lower()
    empty = _empty() if len(lower) == len(text) else frozenset()  # "İ" becomes longer
    known = short_forms()
    last, at = "", 0
    for found in _WORD.finditer(bare_words(fold(text))):
        start, stop = found.span()
        if lower[start:stop] in empty:
            last = ""
            continue
        words = known.get(found[0]) if text[start].isupper() else None  # "TU", but not "tư"
        for word in words or (found[0],):
            if last:
                yield f"{last} {word}", at, stop, start
            last, at = word, start


def shared(text: str, runs: Collection[str]) -> list[Span]:
    """Where the words of the text stand that are in these runs; those that touch as one place."""
    joined: list[Span] = []
    for run, start, stop, _ in _placed_runs(text):
        if run not in runs:
            continue
        if joined and start <= joined[-1].stop + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].stop, stop))
        else:
            joined.append(Span(start, stop))
    return joined
