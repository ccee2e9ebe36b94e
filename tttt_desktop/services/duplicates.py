"""Articles that come twice: found among those of the dossier and of the same import."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from tttt_desktop.domain.likeness import Fingerprint, exact_similarity, fingerprint
from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.readings import Reading

IN_THIS_IMPORT = 0  # `duplicate_of` a file read beside it; stored articles count from 1
ALIKE = 0.7  # similarity from which an article repeats another
_CANDIDATES = 3  # compared in full
_STOCK = -1  # holder of a value that texts share which do not repeat one another
_SHARED = 3  # values of a sketch that a candidate shares at least


class _Earlier(NamedTuple):
    path: str
    article: ParsedArticle


class Marker:
    """Tells of each reading of an import whether an article of the dossier, or an earlier file, says the same."""

    def __init__(self, dossier: Dossier | None) -> None:
        self._dossier = dossier
        self._read: list[_Earlier] = []
        self._same: dict[
            str, int
        ] = {}  # digest of bytes or text -> the first of `_read` that has it
        self._holder: dict[int, int] = {}  # value of a sketch -> the one of `_read` that has it

    def mark(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings, those that repeat something with `duplicate_of`, `twin`, `similarity` and `message` set.

        Runs in the dossier's thread. Each reading with an article gets its `fingerprint`, which storing it can use.
        """
        return [self._marked(reading) for reading in readings]

    def _marked(self, reading: Reading) -> Reading:
        article = reading.article
        if article is None:
            return reading
        mark = reading.fingerprint
        if mark is None or not mark.fits(article.text):
            mark = fingerprint(article.text)
        reading = replace(reading, fingerprint=mark)
        found = self._stored(article, mark) or self._earlier(article, mark)
        self._remember(_Earlier(reading.path, article), mark, is_new=not found)
        return replace(reading, **found) if found else reading

    def _stored(self, article: ParsedArticle, mark: Fingerprint) -> dict[str, Any]:
        """What to set of a reading that repeats a stored article; nothing when it does not."""
        if self._dossier is None:
            return {}
        same = self._dossier.has_source(article.sha256) or self._dossier.same_digest(mark.digest)
        if same is not None:
            return _found(same, 1.0, "Trùng hoàn toàn với bài đã có trong hồ sơ.")
        shared = self._dossier.sharing(mark.sketch, _CANDIDATES)
        texts = ((one, self._dossier.text(one)) for one, count in shared if count >= _SHARED)
        nearest, alike = _nearest(article.text, texts)
        return _found(nearest, alike, f"Trùng {_percent(alike)} với bài đã có.") if alike else {}

    def _earlier(self, article: ParsedArticle, mark: Fingerprint) -> dict[str, Any]:
        """What to set of a reading that repeats an earlier one; nothing when it does not."""
        nearest = self._same.get(article.sha256, self._same.get(mark.digest))
        alike = 1.0
        if nearest is None:
            nearest, alike = self._nearly_the_same(article, mark)
            if not alike:
                return {}
        path, twin = self._read[nearest]
        how = f" {_percent(alike)}" if alike < 1 else ""
        message = f"Trùng{how} với tệp “{twin.name}” trong lần nhập này."
        return {**_found(IN_THIS_IMPORT, alike, message), "twin": path}

    def _nearly_the_same(self, article: ParsedArticle, mark: Fingerprint) -> tuple[int, float]:
        holders = (self._holder.get(value, _STOCK) for value in mark.sketch)
        shared = Counter(holder for holder in holders if holder != _STOCK)
        near = [one for one, count in shared.most_common(_CANDIDATES) if count >= _SHARED]
        return _nearest(article.text, ((one, self._read[one].article.text) for one in near))

    def _remember(self, earlier: _Earlier, mark: Fingerprint, *, is_new: bool) -> None:
        """Values of a sketch lead to the first text that has them; one that repeats another adds none."""
        number = len(self._read)
        self._read.append(earlier)
        for key in (earlier.article.sha256, mark.digest):
            self._same.setdefault(key, number)
        for value in mark.sketch if is_new else ():
            self._holder[value] = _STOCK if value in self._holder else number


def _found(article_id: int, alike: float, message: str) -> dict[str, Any]:
    return {"duplicate_of": article_id, "similarity": alike, "message": message}


def _nearest(text: str, others: Iterable[tuple[int, str]]) -> tuple[int, float]:
    """Which of the texts is most like this one, and how much: 0.0 when none is alike enough."""
    likenesses = [(exact_similarity(text, other), key) for key, other in others]
    alike, key = max(likenesses, default=(0.0, 0))
    return (key, min(alike, 0.99)) if alike >= ALIKE else (0, 0.0)


def _percent(alike: float) -> str:
    return f"{int(alike * 100)} %"
