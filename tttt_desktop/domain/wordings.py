"""The wording of a line that was edited in a word processor, without what the program had put round it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tttt_desktop.domain.traces import WrittenLine

_TOKEN = re.compile(r"\d+(?:[.,/-]\d+)*%?|\w+|[^\w\s]")  # as `differences` cuts words
_SOURCES = re.compile(r"\s?\[\d{1,4}\](?:,\s?\[\d{1,4}\])*")
_SIGNS = frozenset(".;,:!?…")
_DASH = re.compile(r"^[-–—+•*]\s+")
_EXPLAINED = re.compile(r"\b(?:Nguyên nhân|Giải pháp):")
_OPENING, _CLOSING = ("“", "«", '"', "„"), ("”", "»")
_MOST = 4_000_000  # pairs of words that are compared; a longer line is only cut at its ends
_BEFORE, _SAID, _AFTER = range(3)


@dataclass(frozen=True, slots=True)
class Cut:
    """`wording` of a line as it is now. `around`: what the program had put round it was changed as well. `unquoted`:
    the quotation marks are gone, so that the words are no longer said to be the article's.
    """

    wording: str
    around: bool = False
    unquoted: bool = False


def words(text: str) -> list[str]:
    """The words, numbers and signs of a text; blanks do not count."""
    return _TOKEN.findall(text)


def key(text: str) -> tuple[str, ...]:
    """What two paragraphs share that say the same: their words, without sources and the stop at the end."""
    return tuple(words(without_sources(text).rstrip(" .;,")))


def same_words(one: str, other: str) -> bool:
    """Whether two wordings say the same, whatever their blanks and the stop at their end."""
    return words(one.rstrip(" .;,")) == words(other.rstrip(" .;,"))


def without_sources(text: str, said: str = "") -> str:
    """The text without marks like "[3], [4]", unless the wording `said` had such itself."""
    return _SOURCES.sub(lambda mark: mark[0] if mark[0].strip() in said else "", text)


def cut(line: WrittenLine, text: str) -> Cut:
    """The wording in `text`, which is what became of the whole of `line`."""
    text = without_sources(text, line.said)
    new = list(_TOKEN.finditer(text))
    old = [
        (word, region)
        for region, piece in enumerate((line.before, line.said, line.after))
        for word in words(piece)
    ]
    if len(old) * len(new) > _MOST:
        return Cut(_tidy(text.removeprefix(line.before.strip()).removesuffix(line.after.strip())))
    judge = _Judge(old, len(new), bool(_EXPLAINED.search(line.after)))
    matcher = SequenceMatcher(None, [word for word, _ in old], [w[0] for w in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        judge.take(tag, (a, b), (c, d), [w[0] for w in new[c:d]])
    kept = [at for at, mine in enumerate(judge.kept) if mine]
    if not kept:
        return Cut("", judge.around)
    before = text[: new[kept[0]].start()].rstrip()
    unquoted = line.quoted and not before.endswith(_OPENING)
    return Cut(_joined(text, new, judge.kept, kept[0], kept[-1]), judge.around, unquoted)


class _Judge:
    """Decides which of the new words belong to the wording."""

    def __init__(self, old: Sequence[tuple[str, int]], count: int, explained: bool) -> None:
        self._old = old
        self._explained = (
            explained  # a cause or a remedy follows: what is added there is no wording
        )
        self.kept = [False] * count
        self.around = False
        self._led = (
            False  # words were put in front of the quotation, which is a part of the wording then
        )

    def take(self, tag: str, a: tuple[int, int], c: tuple[int, int], new: Sequence[str]) -> None:
        """One step of a comparison: the old words `a` became the new words `c`."""
        mine = self._old[slice(*a)]
        regions = {region for _, region in mine}
        if tag == "equal":
            for at, (word, region) in enumerate(mine, c[0]):
                mark = region == _BEFORE or word in _CLOSING
                self.kept[at] = region == _SAID or (self._led and mark)
            return
        self._led = self._led or (self._is_lead(tag, a[0], regions) and _tells(new))
        if self._is_wording(tag, a[0], regions, new):
            self.kept[slice(*c)] = [True] * (c[1] - c[0])
            new = ()
        told = [word for word, region in mine if region == _AFTER] + list(new)
        inside = _AFTER in regions or (tag == "insert" and self._region(a[0] - 1) == _AFTER)
        self.around = self.around or (inside and _tells(told))

    def _is_wording(self, tag: str, at: int, regions: set[int], new: Sequence[str]) -> bool:
        if self._is_lead(tag, at, regions):
            return _tells(new)
        if tag != "insert":
            goes_on = self._region(at - 1) == _SAID and new[:1] not in ([], ["("])
            return _SAID in regions or (goes_on and _tells(new))
        if _SAID in (self._region(at - 1), self._region(at)):
            return True
        return at == len(self._old) and not self._explained

    def _is_lead(self, tag: str, at: int, regions: set[int]) -> bool:
        """Whether a step is all in front of the wording."""
        return regions == {_BEFORE} or (tag == "insert" and self._region(at) == _BEFORE)

    def _region(self, at: int) -> int:
        return self._old[at][1] if 0 <= at < len(self._old) else -1


def _tells(new: Sequence[str]) -> bool:
    """Whether there is a word among them, not only signs."""
    return any(word[0].isalnum() for word in new)


def _joined(
    text: str, new: Sequence[re.Match[str]], kept: Sequence[bool], first: int, last: int
) -> str:
    """The kept words with the blanks and stops between them."""
    out = []
    for at in range(first, last + 1):
        word = new[at]
        if kept[at] or word[0] in _SIGNS:
            gap = text[new[at - 1].end() : word.start()] if at > first else ""
            out.append(("" if word[0] in _SIGNS and not kept[at] else gap) + word[0])
    return _tidy("".join(out))


def _tidy(text: str) -> str:
    return _DASH.sub("", " ".join(text.split())).rstrip(" ;,")
