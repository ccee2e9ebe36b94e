"""The telling words of a text as runs of two: without case and diacritics, with the places where they stand.

Vietnamese writes its syllables apart, and most words have two: a run of two says what a single syllable does not.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from tttt_desktop.domain.lists import word_list
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
def _short_forms() -> dict[str, tuple[str, ...]]:
    """What a short form stands for: "cntt" for ("cong", "nghe", "thong", "tin")."""
    return {
        fold(short): tuple(bare_words(fold(name)).split())
        for names in word_list("abbreviations").values()
        for name, shorts in names.items()
        for short in shorts
        if short.isalnum()
    }


def runs_of(text: str) -> dict[str, bool]:
    """The runs of two telling syllables, each with whether both are capitalised where it first stands."""
    bare = bare_words(text)
    empty, short_forms = _empty(), _short_forms()
    runs: dict[str, bool] = {}
    last, is_name = "", False
    for written, word in zip(bare.split(), fold(bare).split(), strict=True):
        large = written[0].isupper()
        if written.lower() in empty:
            last = ""
            continue
        words = short_forms.get(word) if large else None  # "TU", but not "tư"
        for one in words or (word,):
            if last:
                runs.setdefault(f"{last} {one}", is_name and large)
            last, is_name = one, large
    return runs


def _placed_runs(text: str) -> Iterator[tuple[str, int, int, int]]:
    """The runs with where they start and stop, and where their second syllable starts."""
    lower = text.lower()
    empty = _empty() if len(lower) == len(text) else frozenset()  # "İ" becomes longer
    short_forms = _short_forms()
    last, at = "", 0
    for found in _WORD.finditer(bare_words(fold(text))):
        start, stop = found.span()
        if lower[start:stop] in empty:
            last = ""
            continue
        words = short_forms.get(found[0]) if text[start].isupper() else None  # "TU", but not "tư"
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
