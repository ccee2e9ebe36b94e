"""What stands in the list: headings that fold, lines, and the groups that may say the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import overload

from PySide6.QtCore import QCoreApplication

from tttt_desktop.domain.consolidation import Group, Line, Section, sources
from tttt_desktop.domain.grouping import Alike, Why
from tttt_desktop.domain.records import Kind
from tttt_desktop.ui.widgets import number

TITLES: Mapping[Section, str] = {
    (Kind.ACHIEVEMENT, False): "KẾT QUẢ ĐẠT ĐƯỢC",
    (Kind.SHORTCOMING, False): "TỒN TẠI, HẠN CHẾ",
    (Kind.TASK, False): "NHIỆM VỤ ĐƯỢC GIAO",
    (Kind.TASK, True): "NHIỆM VỤ TỰ ĐỀ RA",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("consolidation", text)


def _in_one_breath(figures: Sequence[str]) -> str:
    """ "742,67 và 742,76 tỷ đồng": the unit once, where it is the same."""
    parts = [figure.partition(" ") for figure in figures]
    same = len({unit for _, _, unit in parts}) == 1
    shown = [value for value, _, _ in parts[:-1]] if same else figures[:-1]
    return " và ".join((*shown, *figures[-1:]))


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: of a part of the report (`group` None) or of a group in it. `key` tells it from the others."""

    key: tuple[Section, str | None]
    title: str
    count: int
    folded: bool

    @property
    def spoken(self) -> str:
        """The heading read aloud."""
        state = _tr("đang thu gọn") if self.folded else _tr("đang mở")
        return f"{self.title}, {number(self.count)} {_tr('mục')}, {state}"


@dataclass(frozen=True, slots=True)
class Offer:
    """The heading of a proposed group."""

    alike: Alike
    lines: tuple[Line, ...]

    @property
    def key(self) -> tuple[int, ...]:
        """What tells it from the others."""
        return self.alike.ids

    @property
    def title(self) -> str:
        """Why it is proposed, in words."""
        figures = _in_one_breath(self.alike.figures)
        if self.alike.why is Why.CONFLICT:
            return _tr("Hai nguồn lệch nhau: {figures}").format(figures=figures)
        if self.alike.why is Why.FIGURE:
            return _tr("Cùng một số liệu: {figures}").format(figures=figures)
        return _tr("{count} mục gần như cùng lời").format(count=len(self.lines))

    @property
    def spoken(self) -> str:
        """The heading read aloud."""
        return f"{self.title}, {number(len(self.lines))} {_tr('mục')}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line in its group; the last of a group ends it. `offer` is set in the list of proposed groups."""

    line: Line
    group: str
    offer: Offer | None = None

    @property
    def spoken(self) -> str:
        """The line read aloud."""
        state = _tr("không đưa vào báo cáo, ") if self.line.left_out else ""
        count = len(self.line.passages)
        merged = _tr("gộp {count} nguồn, ").format(count=count) if count > 1 else ""
        return f"{state}{merged}{self.line.text}. {sources(self.line)}"


Row = Head | Offer | Entry


def key_of(row: Row) -> object:
    """What a row is known by from one showing to the next: a line may stand in several proposed groups."""
    if isinstance(row, Entry):
        return row.line.key if row.offer is None else (row.offer.key, row.line.key)
    return row.key


class Rows(Sequence[Row]):
    """The rows of the list, found again by their keys. Of thousands of lines a row is made only when it is looked at."""

    def __init__(self, parts: Iterable[tuple[Head | Offer, Sequence[Line]]] = ()) -> None:
        """`parts`: headings, each with the lines to show under it."""
        self.items: list[Head | Offer | Line] = []
        self._headings: list[int] = []  # their places
        self._keys: list[object] = []
        for heading, lines in parts:
            self._headings.append(len(self.items))
            self.items += (heading, *lines)
            keys = (line.key for line in lines)
            within = keys if isinstance(heading, Head) else ((heading.key, one) for one in keys)
            self._keys += (heading.key, *within)
        self._places = {key: at for at, key in enumerate(self._keys)}

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        item = self.items[at]
        if not isinstance(item, Line):
            return item
        heading = self.items[self._headings[bisect_right(self._headings, at) - 1]]
        offer = heading if isinstance(heading, Offer) else None
        group = heading.key[1] if isinstance(heading, Head) else None
        return Entry(item, group or "", offer)

    def at(self, place: int) -> Row | None:
        """What stands at a place; None beyond the ends."""
        return self[place] if 0 <= place < len(self) else None

    def place(self, key: object) -> int:
        """The place of a key (see `key_of`), -1 when it is not there."""
        return self._places.get(key, -1)

    def lines(self, places: Iterable[int]) -> dict[object, Line]:
        """The lines at these places by the keys of their rows, in this order; headings left out."""
        items, keys = self.items, self._keys
        return {keys[at]: item for at in places if isinstance(item := items[at], Line)}

    def beside(self, place: int) -> list[Line]:
        """The lines under the same heading as the one at a place."""
        nth = bisect_right(self._headings, place)
        end = self._headings[nth] if nth < len(self._headings) else len(self)
        lines = self.items[self._headings[nth - 1] + 1 : end]
        return [line for line in lines if isinstance(line, Line)]

    def successor(self, gone: Row | None, at: int) -> object:
        """The key of the line that took over from one that is gone, merged or taken apart; else of the nearest one to
        its place, after or before it; None when there is none.
        """
        count, heir = len(self), list[int]()
        if isinstance(gone, Entry):
            ids = set(gone.line.ids)
            heirs = (n for n, one in enumerate(self.items) if _has_any(one, ids))
            heir = [*islice(heirs, 1)]
        near = (*heir, *range(max(0, at), count), *range(min(at, count) - 1, -1, -1))
        found = next((one for one in near if isinstance(self.items[one], Line)), None)
        return None if found is None else key_of(self[found])


def _has_any(item: Head | Offer | Line, ids: set[int]) -> bool:
    return isinstance(item, Line) and not ids.isdisjoint(item.ids)


def rows_of(
    parts: Iterable[tuple[Section, Sequence[Group]]],
    folded: Collection[tuple[Section, str | None]],
) -> Iterator[tuple[Head, Sequence[Line]]]:
    """The headings of parts and groups with their lines; what is folded shows its heading only."""
    for section, groups in parts:
        key = (section, None)
        total = sum(len(group.lines) for group in groups)
        yield Head(key, _tr(TITLES[section]), total, key in folded), ()
        for group in groups if key not in folded else ():
            inner = (section, group.value)
            closed = inner in folded
            yield Head(inner, group.title, len(group.lines), closed), () if closed else group.lines


def offers_of(found: Iterable[Alike], line_of: Callable[[int], Line | None]) -> list[Offer]:
    """The proposals that still stand: of two lines at least, all of them shown. `line_of` gives None for what is not."""
    offers = []
    for alike in found:
        lines = [line_of(one) for one in alike.ids]
        mine = {line.key: line for line in lines if line is not None}
        whole = None not in lines
        if len(mine) > 1 and whole and len({line.lead.section for line in mine.values()}) == 1:
            offers.append(Offer(alike, tuple(mine.values())))
    return offers


def offered_rows(offers: Iterable[Offer]) -> Iterator[tuple[Offer, Sequence[Line]]]:
    """The proposals, each with its lines."""
    return ((offer, offer.lines) for offer in offers)
