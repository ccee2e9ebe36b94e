"""What a report says of a task or a shortcoming beside its wording, read back where the templates write it.

In the text: " (chủ trì: A; phối hợp: B, C; thời hạn: 30/6)" and "Nguyên nhân: ... Giải pháp: ..." behind the wording. In
a table: cells of the row, in columns that the person may have put elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tttt_desktop.domain.returned.pieces import Piece
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
    """In which columns of its table each detail stands now: there where most rows still say what was written."""

    def __init__(self, rows: Iterable[tuple[WrittenLine, Piece]]) -> None:
        votes: dict[tuple[int, str], Counter[int]] = {}
        for line, piece in rows:
            for name, column, said in line.cells:
                voted = votes.setdefault((piece.table, name), Counter())
                voted[column] += 0  # where it was, when no row says anything
                voted.update(
                    at for at, cell in enumerate(piece.cells) if said and _flat(cell) == _flat(said)
                )
        self._at = {place: voted.most_common(1)[0][0] for place, voted in votes.items()}

    def read(self, line: WrittenLine, piece: Piece) -> Iterator[Detail]:
        """The details of a row that changed."""
        for name, _, said in line.cells:
            at = self._at[piece.table, name]
            if at < len(piece.cells):
                old, new = _flat(said), _flat(piece.cells[at])
                if not same_words(old, new):
                    yield Detail(name, old, new)


def _flat(text: str) -> str:
    return " ".join(without_sources(text).split())


def columns_of(
    written: Sequence[WrittenLine], pieces: Sequence[Piece], found: Mapping[int, int]
) -> Columns:
    """The columns of all tables that came back."""
    return Columns(
        (written[line], pieces[at])
        for line, at in found.items()
        if written[line].cells and pieces[at].cells
    )
