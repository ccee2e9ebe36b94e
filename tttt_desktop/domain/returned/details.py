"""What a report says of a task or a shortcoming beside its wording, read back where the templates write it.

In the text: " (chủ trì: A; phối hợp: B, C; thời hạn: 30/6)" and "Nguyên nhân: ... Giải pháp: ..." behind the wording. In
a table: cells of the row, in columns that the person may have put elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tttt_desktop.domain.returned.pieces import Piece
from tttt_desktop.domain.text import fold
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.domain.wordings import Cut, cut, same_words, without_sources

LABELS = {
    "chủ trì": "lead",
    "phối hợp": "cooperating",
    "thời hạn": "deadline",
    "nguyên nhân": "cause",
    "giải pháp": "remedy",
}
_GROUP = re.compile(r"\s*\((?=(?:chủ trì|phối hợp|thời hạn)\s*:)", re.IGNORECASE)
_IN_GROUP = re.compile(r"(?:^|;\s*)(chủ trì|phối hợp|thời hạn)\s*:\s*", re.IGNORECASE)
_BEHIND = re.compile(r"(?<!\w)(Nguyên nhân|Giải pháp)\s*:\s*")

_HEADS = {  # in letters without marks
    "assigner": re.compile(r"(?:nguoi|co quan|lanh dao|don vi).*\bgiao\b"),
    "lead": re.compile(r"\bchu tri\b"),
    "cooperating": re.compile(r"\bphoi hop\b"),
    "deadline": re.compile(r"\b(?:thoi han|thoi gian hoan thanh|han hoan thanh)\b"),
    "result": re.compile(r"\b(?:ket qua|tien do)\b"),
    "status": re.compile(r"\b(?:tinh trang|trang thai)\b"),
}


@dataclass(frozen=True, slots=True)
class Detail:
    """An attribute that said `old` and says `new` now. `doubtful`: more was added than an attribute holds."""

    name: str
    old: str
    new: str
    doubtful: bool = False


def read(line: WrittenLine, text: str) -> tuple[Cut, tuple[Detail, ...]]:
    """The wording of a paragraph as it is now, and the details that changed.

    Where the details cannot be told from the rest any more, there are none, and `around` says so.
    """
    old, rest = _told(line.after)
    new, new_rest = _told(without_sources(text, line.said))
    unclear = _told(line.said)[0] or None in (*old.values(), *new.values())
    lost = {*map(_place, old)} - {*map(_place, new)}
    if unclear or lost or not (old or new):
        return cut(line, text), ()
    known = {name: str(value) for name, value in old.items()}
    now = {name: str(value) for name, value in new.items()}
    return cut(replace(line, after=rest), new_rest), tuple(_changes(known, now))


def _place(name: str) -> str:
    """The parts of a paragraph that must still be there: the brackets, the cause, the remedy."""
    return name if name in ("cause", "remedy") else "group"


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Detail]:
    for name in dict.fromkeys((*old, *new)):
        before, now = old.get(name, ""), new.get(name, "")
        if not same_words(before, now):
            added = bool(before) and now.startswith(before.rstrip(".") + ".")
            yield Detail(name, before, now, doubtful=added)


def _told(text: str) -> tuple[dict[str, str | None], str]:
    """The details in a text by their names, None for one that stands there twice; and the text without them."""
    found: dict[str, str | None] = {}
    rest = _take(_BEHIND, text, found)
    group = _GROUP.search(rest)
    end = _closing(rest, group.end()) if group else -1
    if group and end >= 0:
        _take(_IN_GROUP, rest[group.end() : end], found)
        rest = rest[: group.start()] + rest[end + 1 :]
    return found, rest


def _take(labels: re.Pattern[str], text: str, found: dict[str, str | None]) -> str:
    """Put what stands behind each label to `found`; gives what stands in front of the first."""
    stop = len(text)
    for label in reversed([*labels.finditer(text)]):
        _put(found, label[1], text[label.end() : stop])
        stop = label.start()
    return text[:stop].rstrip() if stop < len(text) else text


def _put(found: dict[str, str | None], label: str, said: str) -> None:
    name = LABELS[label.lower()]
    found[name] = None if name in found else " ".join(said.split()).strip(" ;.")


def _closing(text: str, start: int) -> int:
    """Where the bracket that was opened before `start` closes, -1 when it does not."""
    depth = 1
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return at
    return -1


class Columns:
    """In which columns of its table each detail stands: there where the head says so, or most rows say what was written.

    `heads`: the first row of each table by its number. Where neither tells, the detail is not read.
    """

    def __init__(
        self,
        heads: Mapping[int, Sequence[str]],
        rows: Iterable[tuple[WrittenLine, Piece]],
    ) -> None:
        self._at = {
            (table, name): at
            for table, cells in heads.items()
            for name, at in _named(cells).items()
        }
        votes: dict[tuple[int, str], Counter[int]] = {}
        for line, piece in rows:
            for name, _, said in line.cells:
                voted = votes.setdefault((piece.table, name), Counter())
                voted.update(
                    at for at, cell in enumerate(piece.cells) if said and _flat(cell) == _flat(said)
                )
        for place, voted in votes.items():
            for at, _ in voted.most_common(1):
                self._at.setdefault(place, at)

    def read(self, line: WrittenLine, piece: Piece) -> Iterator[Detail]:
        """The details of a row that changed."""
        for name, _, said in line.cells:
            at = self._at.get((piece.table, name), -1)
            if 0 <= at < len(piece.cells):
                old, new = _flat(said), _flat(piece.cells[at])
                if not same_words(old, new):
                    yield Detail(name, old, new)


def _named(cells: Sequence[str]) -> dict[str, int]:
    """The columns whose head names one detail only."""
    told = [
        (name, at)
        for at, cell in enumerate(cells)
        for name, said in _HEADS.items()
        if said.search(fold(cell))
    ]
    names, places = (Counter(one[side] for one in told) for side in (0, 1))
    return {name: at for name, at in told if names[name] == places[at] == 1}


def _flat(text: str) -> str:
    return " ".join(without_sources(text).split())


def columns_of(
    written: Sequence[WrittenLine], pieces: Sequence[Piece], found: Mapping[int, int]
) -> Columns:
    """The columns of all tables that came back."""
    heads = {piece.table: piece.cells for piece in reversed(pieces) if piece.cells}
    rows = [(written[line], pieces[at]) for line, at in found.items()]
    return Columns(heads, [(line, piece) for line, piece in rows if line.cells and piece.cells])
