"""Articles that come twice: found among those of the dossier and of the same import, compared side by side."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
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
_STOCK = 50  # articles from which a value counts as that of a stock phrase


class _Earlier(NamedTuple):
    path: str
    article: ParsedArticle


class _Index:
    """Value of a sketch -> the first that has it; those of stock phrases lead to none."""

    def __init__(self, sketches: Sequence[tuple[int, str]]) -> None:
        values = from_hex("".join(sketch for _, sketch in sketches))
        owners = [owner for owner, sketch in sketches for _ in range(len(sketch) // 8)]
        self._first = dict(zip(reversed(values), reversed(owners), strict=True))
        self._often = Counter(values) if len(self._first) < len(values) else Counter()

    def add(self, owner: int, sketch: Sequence[int]) -> None:
        """Take a sketch in; what was there before stays first."""
        for value in sketch:
            self._first.setdefault(value, owner)
        self._often.update(sketch)

    def candidates(self, sketch: Sequence[int]) -> list[int]:
        """Those that share most values with a sketch, the nearest first."""
        telling = [value for value in sketch if self._often[value] < _STOCK]
        shared = Counter(self._first[value] for value in telling if value in self._first)
        return [owner for owner, count in shared.most_common(_CANDIDATES) if count >= _SHARED]


class Marker:
    """Tells of each reading of an import whether an article of the dossier, or an earlier file, says the same.

    In the dossier's thread. It knows the articles of the dossier as they were when it was made.
    """

    def __init__(self, dossier: Dossier | None) -> None:
        self._dossier = dossier
        self._sketches = dossier.sketches() if dossier else []
        self._read: list[_Earlier] = []
        self._same: dict[
            str, int
        ] = {}  # digest of bytes or text -> the first of `_read` that has it
        self._alike = _Index(())

    def prepare(self) -> None:
        """Build the index of the dossier's articles, in any thread, before the first `mark`, which else would do it."""
        _ = self._stored

    @cached_property
    def _stored(self) -> _Index:
        return _Index(self._sketches)

    def mark(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings, those that repeat something with `duplicate_of`, `twin`, `similarity` and `message` set.

        Each reading with an article gets its `fingerprint`, which storing it can use.
        """
        return [self._marked(reading) for reading in readings]

    def _marked(self, reading: Reading) -> Reading:
        article = reading.article
        if article is None:
            return reading
        text = article.text
        mark = reading.fingerprint
        if mark is None or not mark.fits(text):
            mark = fingerprint(text)
        found = self._in_dossier(article, text, mark) or self._in_import(article, text, mark)
        self._remember(_Earlier(reading.path, article), mark, is_new=not found)
        return replace(reading, fingerprint=mark, **found)

    def _in_dossier(self, article: ParsedArticle, text: str, mark: Fingerprint) -> dict[str, Any]:
        """What to set of a reading that repeats a stored article; nothing when it does not."""
        if self._dossier is None:
            return {}
        same = self._dossier.has_source(article.sha256) or self._dossier.same_digest(mark.digest)
        if same is not None:
            return _found(same, 1.0, "Trùng hoàn toàn với bài đã có trong hồ sơ.")
        near = self._stored.candidates(mark.sketch)
        nearest, alike = _nearest(text, near, self._dossier.text)
        return _found(nearest, alike, f"Trùng {_percent(alike)} với bài đã có.") if alike else {}

    def _in_import(self, article: ParsedArticle, text: str, mark: Fingerprint) -> dict[str, Any]:
        """What to set of a reading that repeats an earlier one; nothing when it does not."""
        nearest, alike = self._same.get(article.sha256, self._same.get(mark.digest)), 1.0
        if nearest is None:
            near = self._alike.candidates(mark.sketch)
            nearest, alike = _nearest(text, near, lambda one: self._read[one].article.text)
        if not alike:
            return {}
        path, twin = self._read[nearest]
        how = f" {_percent(alike)}" if alike < 1 else ""
        message = f"Trùng{how} với tệp “{twin.name}” trong lần nhập này."
        return {**_found(IN_THIS_IMPORT, alike, message), "twin": path}

    def _remember(self, earlier: _Earlier, mark: Fingerprint, *, is_new: bool) -> None:
        number = len(self._read)
        self._read.append(earlier)
        for key in (earlier.article.sha256, mark.digest):
            self._same.setdefault(key, number)
        if is_new:
            self._alike.add(number, mark.sketch)


def _found(article_id: int, alike: float, message: str) -> dict[str, Any]:
    return {"duplicate_of": article_id, "similarity": alike, "message": message}


def _nearest(text: str, candidates: Sequence[int], said: Callable[[int], str]) -> tuple[int, float]:
    """The first candidate that is alike enough, and how much: 0.0 when none is. `said` gives their texts."""
    alike = exact_similarities(text, map(said, candidates))
    pairs = zip(candidates, alike, strict=False)  # strict would begin the work for no candidate
    return next(((one, min(share, 0.99)) for one, share in pairs if share >= ALIKE), (0, 0.0))


def _percent(alike: float) -> str:
    return f"{int(alike * 100)} %"
