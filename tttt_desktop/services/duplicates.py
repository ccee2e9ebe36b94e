"""Articles that come twice: found among those of the dossier and of the same import, compared side by side."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import inf
from time import monotonic
from typing import Any, NamedTuple

from tttt_desktop.domain.differences import Pair, compare
from tttt_desktop.domain.likeness import Fingerprint, exact_similarities, fingerprint, from_hex
from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.readings import Reading

__all__ = ["ALIKE", "IN_THIS_IMPORT", "Marker", "Pair", "compare"]
IN_THIS_IMPORT = 0  # `duplicate_of` a file read beside it; stored articles count from 1
# Similarity from which an article repeats another, chosen with `python -m bench.duplicates`: unlike articles full of
# stock phrases reach 0.35, real ones 0.31; another paper's copy has 0.82 and more, half of an article about 0.65.
ALIKE = 0.6
_CANDIDATES = 2  # compared in full
_SHARED = 3  # values of a sketch that a candidate shares at least
_AT_A_TIME = 250  # articles of the dossier that are learned of between two looks at the clock
_STOCK = 50  # articles from which a value counts as that of a stock phrase


class _Earlier(NamedTuple):
    path: str
    article: ParsedArticle


class _Asked(NamedTuple):
    """An article that is looked for."""

    path: str
    article: ParsedArticle
    text: str
    mark: Fingerprint


class _Index:
    """Value of a sketch -> the first that has it; those of stock phrases lead to none."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._often: dict[int, int] = {}  # value -> how many have it, where more than one has

    def add(self, owner: int, sketch: Iterable[int]) -> None:
        """Take a sketch in; what was there before stays first."""
        first, often = self._first, self._often
        for value in sketch:
            if first.setdefault(value, owner) != owner:
                often[value] = often.get(value, 1) + 1

    def candidates(self, sketch: Iterable[int]) -> list[int]:
        """Those that share most values with a sketch, the nearest first."""
        first, often = self._first, self._often
        shared: dict[int, int] = {}
        for value in first.keys() & sketch:
            if often.get(value, 1) < _STOCK:
                owner = first[value]
                shared[owner] = shared.get(owner, 0) + 1
        near = [owner for owner, count in shared.items() if count >= _SHARED]
        return sorted(near, key=lambda owner: (-shared[owner], owner))[:_CANDIDATES]


class Marker:
    """Tells of each reading of an import whether an article of the dossier, or an earlier file, says the same.

    In the dossier's thread. It knows the articles of the dossier as they were when it learned of them.
    """

    def __init__(self, dossier: Dossier | None) -> None:
        self._dossier = dossier
        self._stored = _Index()
        self._next: int | None = 0 if dossier else None  # the article to learn of next
        self._read: list[_Earlier] = []
        self._same: dict[
            str, int
        ] = {}  # digest of bytes or text -> the first of `_read` that has it
        self._alike = _Index()

    def prepare(self, seconds: float = inf) -> bool:
        """Learn of the dossier's articles, for about so long; whether that is all. `mark` does what is left."""
        began = monotonic()
        while self._next is not None and monotonic() - began < seconds:
            assert self._dossier is not None
            some = self._dossier.sketches(self._next, _AT_A_TIME)
            for owner, sketch in some:
                self._stored.add(owner, from_hex(sketch))
            self._next = some[-1][0] + 1 if some else None
        return self._next is None

    def mark(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings, those that repeat something with `duplicate_of`, `twin`, `similarity` and `message` set.

        Each reading with an article gets its `fingerprint`, which storing it can use.
        """
        self.prepare()
        asked = [_asked(reading) for reading in readings]
        same = self._same_stored([one for one in asked if one])
        return [
            self._marked(reading, one, same.get(one.path)) if one else reading
            for reading, one in zip(readings, asked, strict=True)
        ]

    def _marked(self, reading: Reading, asked: _Asked, same: int | None) -> Reading:
        found = self._in_dossier(asked, same) or self._in_import(asked)
        self._remember(asked, is_new=not found)
        if not found and asked.mark is reading.fingerprint:
            return reading
        return replace(reading, fingerprint=asked.mark, **found)

    def _same_stored(self, asked: Sequence[_Asked]) -> dict[str, int]:
        """Path -> the stored article with the same bytes or else the same text."""
        if self._dossier is None or not asked:
            return {}
        by_bytes = self._dossier.with_sources(one.article.sha256 for one in asked)
        by_text = self._dossier.with_digests(one.mark.digest for one in asked)
        either = ((one, by_bytes.get(one.article.sha256)) for one in asked)
        found = ((one.path, known or by_text.get(one.mark.digest)) for one, known in either)
        return {path: known for path, known in found if known is not None}

    def _in_dossier(self, asked: _Asked, same: int | None) -> dict[str, Any]:
        """What to set of a reading that repeats a stored article; nothing when it does not."""
        if same is not None:
            return _found(same, 1.0, "Trùng hoàn toàn với bài đã có trong hồ sơ.")
        if self._dossier is None:
            return {}
        near = self._stored.candidates(asked.mark.sketch)
        nearest, alike = _nearest(asked.text, near, self._dossier.text)
        return _found(nearest, alike, f"Trùng {_percent(alike)} với bài đã có.") if alike else {}

    def _in_import(self, asked: _Asked) -> dict[str, Any]:
        """What to set of a reading that repeats an earlier one; nothing when it does not."""
        mark = asked.mark
        nearest, alike = self._same.get(asked.article.sha256, self._same.get(mark.digest)), 1.0
        if nearest is None:
            near = self._alike.candidates(mark.sketch)
            nearest, alike = _nearest(asked.text, near, lambda one: self._read[one].article.text)
        if not alike:
            return {}
        path, twin = self._read[nearest]
        how = f" {_percent(alike)}" if alike < 1 else ""
        message = f"Trùng{how} với tệp “{twin.name}” trong lần nhập này."
        return {**_found(IN_THIS_IMPORT, alike, message), "twin": path}

    def _remember(self, asked: _Asked, *, is_new: bool) -> None:
        number = len(self._read)
        self._read.append(_Earlier(asked.path, asked.article))
        for key in (asked.article.sha256, asked.mark.digest):
            self._same.setdefault(key, number)
        if is_new:
            self._alike.add(number, asked.mark.sketch)


def _asked(reading: Reading) -> _Asked | None:
    if reading.article is None:
        return None
    text, mark = reading.article.text, reading.fingerprint
    fits = mark is not None and mark.fits(text)
    return _Asked(reading.path, reading.article, text, mark if mark and fits else fingerprint(text))


def _found(article_id: int, alike: float, message: str) -> dict[str, Any]:
    return {"duplicate_of": article_id, "similarity": alike, "message": message}


def _nearest(text: str, candidates: Sequence[int], said: Callable[[int], str]) -> tuple[int, float]:
    """The first candidate that is alike enough, and how much: 0.0 when none is. `said` gives their texts."""
    alike = exact_similarities(text, map(said, candidates))
    pairs = zip(candidates, alike, strict=False)  # strict would begin the work for no candidate
    return next(((one, min(share, 0.99)) for one, share in pairs if share >= ALIKE), (0, 0.0))


def _percent(alike: float) -> str:
    return f"{int(alike * 100)} %"
