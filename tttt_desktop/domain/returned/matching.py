"""Which piece of the file is which line: by marks, by equal text, by likeness."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from tttt_desktop.domain.returned.pieces import Piece
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.domain.wordings import key, without_sources, words

_ALIKE = 0.5  # share of common words from which a paragraph without a mark is what became of a line
STRANGE = 0.15  # below which a mark is not believed when another paragraph is alike
_RUN = 3  # words of a run that two texts must share to be compared at all
_SURE = 24  # characters at the beginning that tell a line at once
_COMMON = 30  # lines that share a run, above which the run says nothing


def match(written: Sequence[WrittenLine], pieces: Sequence[Piece]) -> dict[int, int]:
    """Line -> piece. Marks first, then equal texts, then the most alike."""
    found = _marked(written, pieces)
    _take_equal(written, pieces, found)
    _take_alike(written, pieces, found)
    return found


def _marked(written: Sequence[WrittenLine], pieces: Sequence[Piece]) -> dict[int, int]:
    """By marks; of copies the most alike. A mark round something strange is believed only if nothing else is alike."""
    candidates: dict[int, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        if piece.line is not None:
            candidates[piece.line].append(at)
    found = {}
    for line, places in candidates.items():
        likeness = partial(_alike_at, written[line].text, pieces)
        found[line] = max(places, key=likeness) if len(places) > 1 else places[0]
    strange = {
        line: at
        for line, at in found.items()
        if not written[line].text.startswith(pieces[at].text[:_SURE])
        and alike(written[line].text, pieces[at].text) < STRANGE
    }
    if strange:
        others = {line: at for line, at in found.items() if line not in strange}
        _take_alike(written, pieces, others)
        taken = {*others.values()}
        found = others | {
            line: at for line, at in strange.items() if line not in others and at not in taken
        }
    return found


def _alike_at(text: str, pieces: Sequence[Piece], at: int) -> float:
    return alike(text, pieces[at].text)


def _take_equal(
    written: Sequence[WrittenLine], pieces: Sequence[Piece], found: dict[int, int]
) -> None:
    taken, waiting = {*found.values()}, defaultdict(list)
    for at in reversed(range(len(pieces))):
        if at not in taken:
            waiting[key(pieces[at].text)].append(at)
    for line, one in enumerate(written):
        places = waiting.get(key(one.text), []) if line not in found else []
        if places:
            found[line] = places.pop()


def _take_alike(
    written: Sequence[WrittenLine], pieces: Sequence[Piece], found: dict[int, int]
) -> None:
    taken = {*found.values()}
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for line, one in enumerate(written):
        if line not in found:
            for run in _runs(one.text):
                runs[run].append(line)
    ranked = sorted(
        (
            (alike(written[line].text, piece.text), line, at)
            for at, piece in enumerate(pieces)
            if at not in taken
            for line in _neighbours(piece.text, runs)
        ),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    for share, line, at in ranked:
        if share >= _ALIKE and line not in found and at not in taken:
            found[line] = at
            taken.add(at)


def _runs(text: str) -> set[tuple[str, ...]]:
    said = [word.lower() for word in words(without_sources(text)) if word[0].isalnum()]
    return {tuple(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1)}


def _neighbours(text: str, runs: Mapping[tuple[str, ...], Sequence[int]]) -> list[int]:
    """The few lines that share most runs of words with a text."""
    shared: Counter[int] = Counter()
    for run in _runs(text):
        lines = runs.get(run, ())
        if len(lines) <= _COMMON:
            shared.update(lines)
    return [line for line, _ in shared.most_common(3)]


def alike(one: str, other: str) -> float:
    """The share of their words that two texts have in common, 0 to 1, whatever the order; sources do not count."""
    mine, theirs = (
        Counter(word.lower() for word in words(without_sources(text)) if word[0].isalnum())
        for text in (one, other)
    )
    return 2 * (mine & theirs).total() / ((mine.total() + theirs.total()) or 1)
