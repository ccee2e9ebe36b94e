"""The readings of an import as a table: tick, correct in place, see why a file was refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
TITLE, PROVINCE, DAY, OUTLET, NOTE = range(5)
HEADERS = ("Tiêu đề", "Tỉnh", "Ngày", "Nguồn", "Ghi chú")
ATTRIBUTES = {TITLE: "title", PROVINCE: "province", DAY: "published_on", OUTLET: "outlet"}
UNKNOWN = "—"


class ReviewModel(QAbstractTableModel):
    """One row a reading. Refused ones cannot be ticked; doubles begin unticked."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readings: list[Reading] = []
        self._ticked: list[bool] = []

    def add(self, readings: Iterable[Reading]) -> None:
        """Append rows."""
        fresh = list(readings)
        if not fresh:
            return
        first = len(self._readings)
        self.beginInsertRows(_NOWHERE, first, first + len(fresh) - 1)
        self._readings += fresh
        self._ticked += [r.article is not None and r.duplicate_of is None for r in fresh]
        self.endInsertRows()
        self.ticks_changed.emit()

    def drop_duplicates(self) -> None:
        """Take the doubles out of the table."""
        for row in reversed(range(len(self._readings))):
            if self._readings[row].duplicate_of is not None:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._readings[row], self._ticked[row]
                self.endRemoveRows()
        self.ticks_changed.emit()

    @property
    def readings(self) -> Sequence[Reading]:
        """All rows, as corrected."""
        return self._readings

    def ticked(self) -> list[Reading]:
        """The readings to import."""
        pairs = zip(self._readings, self._ticked, strict=True)
        return [reading for reading, ticked in pairs if ticked]

    def toggle(self, rows: Iterable[int]) -> None:
        """Tick the rows that can be; when all of them are ticked, untick them."""
        fit = [row for row in rows if self._readings[row].article is not None]
        ticked = not all(self._ticked[row] for row in fit)
        for row in fit:
            self._ticked[row] = ticked
        if fit:
            self.dataChanged.emit(self.index(min(fit), TITLE), self.index(max(fit), TITLE))
            self.ticks_changed.emit()

    def replace_article(self, row: int, reading: Reading) -> None:
        """Put a corrected reading into its row."""
        self._readings[row] = reading
        self.dataChanged.emit(self.index(row, TITLE), self.index(row, NOTE))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._readings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.tr(HEADERS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self._readings[index.row()].article is None:
            return flags
        if index.column() == TITLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() in ATTRIBUTES:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        reading, column = self._readings[index.row()], index.column()
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            text = _text(reading, column)
            unknown = role == Role.DisplayRole and column in ATTRIBUTES and reading.article
            return text or (UNKNOWN if unknown else "")
        if role == Role.ForegroundRole:
            return _ink(reading, column)
        if column == TITLE and role == Role.CheckStateRole and reading.article:
            ticked = self._ticked[index.row()]
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if column == TITLE and role == Role.DecorationRole and not reading.article:
            return theme.icon("close", "error")
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role == Role.CheckStateRole:
            self._ticked[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
            self.dataChanged.emit(index, index)
            self.ticks_changed.emit()
            return True
        reading, name = self._readings[index.row()], ATTRIBUTES.get(index.column())
        if role != Role.EditRole or reading.article is None or name is None:
            return False
        try:
            new = read_day(str(value)) if name == "published_on" else " ".join(str(value).split())
        except ValueError:
            return False
        values: dict[str, Any] = {name: new}
        article = replace(reading.article, **values)
        self.replace_article(index.row(), replace(reading, article=article))
        return True


def read_day(text: str) -> date | None:
    """A day written dd/MM/yyyy; None for an empty text or a dash. Raises ValueError for anything else."""
    text = text.strip(f" {UNKNOWN}")
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None


def _text(reading: Reading, column: int) -> str:
    if column == NOTE:
        return _note(reading)
    article = reading.article
    if article is None:
        return Path(reading.path).name if column == TITLE else ""
    value = getattr(article, ATTRIBUTES[column])
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else _or_name(article, column, value)


def _or_name(article: ParsedArticle, column: int, value: object) -> str:
    text = str(value or "")
    return text or (article.name if column == TITLE else "")


def _note(reading: Reading) -> str:
    found = len(reading.proposals)
    suggestions = f"{found} gợi ý" if found else "không có gợi ý"
    return reading.refused or reading.message or suggestions


def _ink(reading: Reading, column: int) -> object:
    colours = theme.tokens()
    if reading.refused:
        return colours.error if column == NOTE else colours.text3
    if reading.duplicate_of is not None:
        return colours.warn if column == NOTE else colours.text3
    return colours.text2 if column != TITLE else None
