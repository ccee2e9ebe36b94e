"""How alike two texts are, told without the letters that differ from paper to paper: case, diacritics, signs.

Texts are compared by their runs of neighbouring words. A sketch is the smallest few of a text's hashed runs: texts
that share many runs share most of their sketch, so that candidates are found through an index of these values, and
only they are compared run by run (Broder, "On the resemblance and containment of documents", 1997).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import blake2b, sha256
from operator import or_, xor
from struct import pack, unpack, unpack_from

from tttt_desktop.domain.text import bare_words, fold

SKETCH_SIZE = 24  # values of a sketch
_SKETCHED = 4  # words of a run in a sketch
_COMPARED = 3  # words of a run in an exact comparison
_WORDS_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is computed once of a text and kept: `digest` is shared by equal texts, `sketch` mostly by similar ones."""

    check: int  # in this process only
    digest: str
    sketch: tuple[int, ...]

    def fits(self, text: str) -> bool:
        """Whether it is of this text, and not of one that was edited since."""
        return self.check == hash(text)


def fingerprint(text: str, sketched: tuple[int, ...] | None = None) -> Fingerprint:
    """The fingerprint of a text, whose sketch may be known already."""
    return Fingerprint(hash(text), digest(text), sketch(text) if sketched is None else sketched)


def digest(text: str) -> str:
    """What two texts share when they differ in case, diacritics and white space only."""
    line = fold(text).replace("\n", " ")
    if "  " in line or not line.isprintable() or line != line.strip():
        line = " ".join(
            line.split()
        )  # half of the time goes here: most texts have single blanks only
    return sha256(line.encode()).hexdigest()


def sketch(text: str) -> tuple[int, ...]:
    """Up to `SKETCH_SIZE` different 32-bit values in rising order; none for a text of less than four words."""
    return tuple(_smallest(_runs(text, _SKETCHED)))


def to_hex(values: Sequence[int]) -> str:
    """A sketch as text, 8 hexadecimal digits a value."""
    return pack(f">{len(values)}I", *values).hex()


def from_hex(text: str) -> tuple[int, ...]:
    """The values of one sketch, or of several written one after the other."""
    return unpack(f">{len(text) // 8}I", bytes.fromhex(text))


def exact_similarity(one: str, other: str) -> float:
    """The share of words (0 to 1) that stand in a run of three words common to both texts."""
    return next(exact_similarities(one, (other,)))


def exact_similarities(text: str, others: Iterable[str]) -> Iterator[float]:
    """`exact_similarity` of a text to each of several others."""
    mine = _runs(text, _COMPARED)
    known = {*mine}
    for theirs in (_runs(other, _COMPARED) for other in others):
        common = known.intersection(theirs)
        covered = _covered(mine, common) + _covered(theirs, common)
        words = len(mine) + len(theirs) + 2 * (_COMPARED - 1)
        yield covered / words if covered else 0.0


class _WordHashes(dict[str, int]):
    """The 32-bit hash of each word, computed the first time it is met: syllables are few, and come back."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        value = int.from_bytes(blake2b(word.encode(), digest_size=4).digest(), "big")
        self[word] = value
        return value


_HASHES = _WordHashes()


def _runs(text: str, length: int) -> tuple[int, ...]:
    """A hash of each run of `length` words: theirs, joined by exclusive or, for all runs at once in one long number."""
    words = list(map(_HASHES.__getitem__, bare_words(fold(text)).split()))
    count = len(words) - length + 1
    if count < 1:
        return ()
    number = int.from_bytes(pack(f"<{len(words)}I", *words), "little")
    joined = reduce(xor, (number >> 32 * step for step in range(length)))
    return unpack_from(f"<{count}I", joined.to_bytes(4 * len(words), "little"))


def _smallest(values: Sequence[int]) -> list[int]:
    """The `SKETCH_SIZE` smallest different values; most are passed over before they are sorted."""
    limit = (3 * SKETCH_SIZE << 32) // (len(values) + 1)
    few = {value for value in values if value < limit}
    return sorted(few if len(few) >= SKETCH_SIZE else {*values})[:SKETCH_SIZE]


def _covered(runs: Iterable[int], common: set[int]) -> int:
    """How many words stand in one of the common runs."""
    starts = int.from_bytes(bytes(map(common.__contains__, runs)), "little")
    return reduce(or_, (starts << 8 * step for step in range(_COMPARED))).bit_count()
