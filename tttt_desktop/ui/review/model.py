"""The table of an import: grows while files are read, is corrected in place, and takes each step back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from tttt_desktop.domain.records import Proposal
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui import theme
from tttt_desktop.ui.dialogs.article import FORM, read, shown
from tttt_desktop.ui.review.ledger import Ledger
from tttt_desktop.ui.review.order import by_day, by_note, by_words
from tttt_desktop.ui.review.rows import Row, Shown, Tally, new_row, to_store, with_value

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
TITLE, PROVINCE, DAY, OUTLET, NOTE = range(5)
HEADERS = ("Tiêu đề", "Tỉnh", "Ngày", "Nguồn", "Ghi chú")
ATTRIBUTES = {TITLE: "title", PROVINCE: "province", DAY: "published_on", OUTLET: "outlet"}
ENTRIES = {entry.attribute: entry for entry in FORM}
UNKNOWN = "—"
_KEYS = {
    TITLE: by_words("title"),
    PROVINCE: by_words("province"),
    DAY: by_day,
    OUTLET: by_words("outlet"),
    NOTE: by_note,
}
_LONGEST_TIP = 600
_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_FLAGS = (_FIXED, _FIXED | Qt.ItemFlag.ItemIsEditable)
_CHECKED = _FLAGS[True] | Qt.ItemFlag.ItemIsUserCheckable
_BOXES = (Qt.CheckState.Unchecked, Qt.CheckState.Checked)


class Look(NamedTuple):
    """A cell: its words, their colour where it is not the usual one, its box where it has one."""

    text: str
    ink: QColor | None
    ticked: Qt.CheckState | None


class ReviewModel(QAbstractTableModel):
    """Rows are numbered as they come and keep their number; the table shows those of them that fit.

    `counted` says that the numbers may be others now, `done` that the person did something that can be taken back,
    `removed` how many rows went.
    """

    counted = Signal()
    done = Signal()
    removed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = Ledger()
        self._numbers: list[int] = []  # of the rows shown, from top to bottom
        self._places: dict[int, int] = {}
        self._shown = Shown.ALL
        self._order: tuple[int, bool] | None = None

    # -- rows come ------------------------------------------------------------------------------

    def add(self, readings: Iterable[Reading]) -> None:
        """Append rows."""
        added = self._ledger.append(map(new_row, readings))
        fresh = [number for number in added if self.row(number).fits(self._shown)]
        if fresh:
            end = len(self._numbers)
            self.beginInsertRows(_NOWHERE, end, end + len(fresh) - 1)
            self._places.update(zip(fresh, range(end, end + len(fresh)), strict=True))
            self._numbers += fresh
            self.endInsertRows()
        self.counted.emit()

    def set_proposals(self, found: Mapping[int, tuple[Proposal, ...]]) -> None:
        """Suggestions arrived for these rows. That is no step of the person; rows stay where they are."""
        fresh = {}
        for number, proposals in found.items():
            row = self.row(number)
            fresh[number] = replace(row, reading=replace(row.reading, proposals=proposals))
        self._set(fresh)

    def set_marks(self, readings: Mapping[int, Reading]) -> None:
        """What these rows repeat is known anew. That is no step of the person."""
        self._set(
            {
                number: replace(new_row(reading), removed=self.row(number).removed)
                for number, reading in readings.items()
            }
        )

    def _set(self, rows: Mapping[int, Row]) -> None:
        self._ledger.set(rows)
        self._tell(rows)
        self.counted.emit()

    # -- what is there --------------------------------------------------------------------------

    def row(self, number: int) -> Row:
        """The row with a number."""
        return self._ledger.rows[number]

    def numbers(self, places: Iterable[int]) -> list[int]:
        """The numbers of the rows at these places of the table."""
        return [self._numbers[place] for place in places]

    def place(self, number: int) -> int | None:
        """Where a row stands in the table; None when it is not shown."""
        return self._places.get(number)

    def all_rows(self) -> Sequence[Row]:
        """Every row by its number, also those that were taken out."""
        return self._ledger.rows

    def unsuggested(self, limit: int) -> list[tuple[int, Reading]]:
        """Some rows nobody has looked for suggestions of, but doubles that are left out."""
        return [(number, self.row(number).reading) for number in self._ledger.unlooked(limit)]

    def tally(self) -> Tally:
        """The numbers of all rows that are in the table, shown or not."""
        return self._ledger.tally

    def to_store(self) -> list[Reading]:
        """The readings to import."""
        return to_store(self._ledger.rows)

    # -- the person's steps -----------------------------------------------------------------------

    def put(
        self, label: str, rows: Mapping[int, Row], back: Callable[[], object] | None = None
    ) -> None:
        """Take over changed rows as one step named `label`; undoing it calls `back` as well."""
        if self._ledger.step(label, rows, back):
            self._take_over(rows)
            self.done.emit()

    def put_reading(self, label: str, number: int, reading: Reading) -> None:
        """Take over another reading of the same file."""
        row = self.row(number)
        ticked = row.ticked and reading.article is not None
        self.put(label, {number: replace(row, reading=reading, ticked=ticked)})

    @property
    def touched(self) -> bool:
        """Whether the person did anything that leaving would lose."""
        return self._ledger.touched

    def undo(self) -> str:
        """Take the last step back; gives its label, "" when there is none."""
        step = self._ledger.undo()
        if step is None:
            return ""
        self._take_over(step.before)
        if step.back is not None:
            step.back()
        return step.label

    def toggle(self, numbers: Iterable[int]) -> None:
        """Tick the rows that can be; when all of them are ticked, untick them."""
        fit = [number for number in numbers if self.row(number).reading.article is not None]
        ticked = not all(self.row(number).ticked for number in fit)
        self.put("Đánh dấu chọn", {number: _ticked(self.row(number), ticked) for number in fit})

    def remove(self, numbers: Iterable[int]) -> None:
        """Take rows out of the table."""
        gone = {number: replace(self.row(number), removed=True) for number in numbers}
        if gone:
            self.put("Bỏ khỏi bảng", gone)
            self.removed.emit(len(gone))

    def remove_doubles(self) -> None:
        """Take out the doubles that are not to be imported."""
        rows = enumerate(self.all_rows())
        self.remove([n for n, row in rows if row.double and not row.ticked and not row.removed])

    def _take_over(self, rows: Mapping[int, Row]) -> None:
        if any(row.fits(self._shown) != (n in self._places) for n, row in rows.items()):
            self._arrange()
        else:
            self._tell(rows)
        self.counted.emit()

    def _tell(self, numbers: Iterable[int]) -> None:
        places = [self._places[number] for number in numbers if number in self._places]
        if places:
            self.dataChanged.emit(
                self.index(min(places), TITLE), self.index(max(places), len(HEADERS) - 1)
            )

    # -- which rows are shown, and in what order ------------------------------------------------

    def show_only(self, shown: Shown) -> None:
        """Show the rows of one kind."""
        if shown is not self._shown:
            self._shown = shown
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; -1: as the files came."""
        descending = order is Qt.SortOrder.DescendingOrder
        self._order = (column, descending) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        """The model is reset; the view finds its place again by the numbers."""
        self.beginResetModel()
        numbers = [n for n, row in enumerate(self.all_rows()) if row.fits(self._shown)]
        if self._order is not None:
            column, descending = self._order
            key = _KEYS[column]
            numbers.sort(key=lambda number: key(self.row(number)), reverse=descending)
        self._numbers = numbers
        self._places = {number: place for place, number in enumerate(numbers)}
        self.endResetModel()

    # -- the model as Qt asks it ----------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.tr(HEADERS[section])
        return None

    def _at(self, index: Index) -> Row:
        return self.row(self._numbers[index.row()])

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._at(index).reading.article is None:
            return _FIXED
        return _CHECKED if index.column() == TITLE else _FLAGS[index.column() in ATTRIBUTES]

    def look(self, index: Index) -> Look:
        """What is painted in a cell."""
        row, column = self._at(index), index.column()
        known = column not in ATTRIBUTES or row.reading.article is None
        tickable = column == TITLE and row.reading.article is not None
        return Look(
            _text(row, column) or ("" if known else UNKNOWN),
            _ink(row, column),
            _BOXES[row.ticked] if tickable else None,
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._at(index), index.column()
        if role == Role.DisplayRole:
            return self.look(index).text
        if role == Role.EditRole:
            return _text(row, column)
        if role == Role.ToolTipRole:
            return f"<span>{escape(_text(row, column)[:_LONGEST_TIP])}</span>"
        if role == Role.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Role.CheckStateRole:
            return self.look(index).ticked
        return None

    def _spoken(self, row: Row, column: int) -> str:
        text = _text(row, column) or self.tr("chưa rõ")
        if column != TITLE:
            return f"{self.tr(HEADERS[column])}: {text}"
        if row.reading.article is None:
            return self.tr("Không đọc được: {name}").format(name=text)
        said = self.tr("Sẽ nhập: {title}") if row.ticked else self.tr("Không nhập: {title}")
        return said.format(title=text)

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        number = self._numbers[index.row()]
        if role == Role.CheckStateRole:
            ticked = Qt.CheckState(value) is Qt.CheckState.Checked
            self.put("Đánh dấu chọn", {number: _ticked(self.row(number), ticked)})
            return True
        name = ATTRIBUTES.get(index.column())
        return role == Role.EditRole and name is not None and self.write(number, name, str(value))

    def write(self, number: int, name: str, text: str) -> bool:
        """Take what the person typed as a value of an article. False when it cannot be that."""
        row, entry = self.row(number), ENTRIES[name]
        if row.reading.article is None:
            return False
        try:
            value = read(entry, " ".join(text.strip(f" {UNKNOWN}").split()))
        except ValueError:
            return False
        if value != getattr(row.reading.article, name):
            self.put(f"Sửa {entry.label.lower()}", {number: with_value(row, name, value)})
        return True


def _ticked(row: Row, ticked: bool) -> Row:
    reading = row.reading
    if reading.as_source and not ticked:
        reading = replace(reading, as_source=False)
    return replace(row, reading=reading, ticked=ticked, decided=row.decided or row.double)


def _text(row: Row, column: int) -> str:
    if column == NOTE:
        return row.note
    article = row.reading.article
    if article is None:
        return row.name if column == TITLE else ""
    text = shown(getattr(article, ATTRIBUTES[column]))
    return text or (row.name if column == TITLE else "")


def _ink(row: Row, column: int) -> QColor | None:
    colours = theme.tokens()
    if row.reading.article is None:
        return colours.error if column == NOTE else colours.text3
    if row.double and column == NOTE:
        return colours.warn
    if not row.ticked:
        return colours.text3
    return colours.text2 if column != TITLE else None
