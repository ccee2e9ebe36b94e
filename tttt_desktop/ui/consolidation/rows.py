"""What stands in the list: headings that fold, lines, and the groups that may say the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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
        figures = " và ".join(self.alike.figures)
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


def rows_of(
    parts: Iterable[tuple[Section, Sequence[Group]]],
    folded: Collection[tuple[Section, str | None]],
) -> Iterator[Row]:
    """Parts and groups with their lines; what is folded shows its heading only."""
    for section, groups in parts:
        key = (section, None)
        total = sum(len(group.lines) for group in groups)
        yield Head(key, _tr(TITLES[section]), total, key in folded)
        if key in folded:
            continue
        for group in groups:
            inner = (section, group.value)
            yield Head(inner, group.title, len(group.lines), inner in folded)
            if inner not in folded:
                for line in group.lines:
                    yield Entry(line, group.value)


def offers_of(found: Iterable[Alike], lines: Iterable[Line]) -> list[Offer]:
    """The proposals that still stand: of two lines at least, all of them shown."""
    line_of = {one: line for line in lines for one in line.ids}
    offers = []
    for alike in found:
        mine = {line_of[one].key: line_of[one] for one in alike.ids if one in line_of}
        whole = all(one in line_of for one in alike.ids)
        if len(mine) > 1 and whole and len({line.lead.section for line in mine.values()}) == 1:
            offers.append(Offer(alike, tuple(mine.values())))
    return offers


def offered_rows(offers: Iterable[Offer]) -> Iterator[Row]:
    """The proposals as rows, each with its lines."""
    for offer in offers:
        yield offer
        for line in offer.lines:
            yield Entry(line, "", offer)
