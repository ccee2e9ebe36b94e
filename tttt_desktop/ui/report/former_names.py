"""The names that the office had before, each with the day up to which it held, as a small table."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tttt_desktop.reporting.office import former_names
from tttt_desktop.ui import theme

_COLUMNS = ("Đến hết ngày", "Tên cơ quan", "Cơ quan chủ quản", "Ký hiệu")
_WIDTHS = (104, 0, 140, 92)  # pixels; the name has what is left
_SHOWN = 3  # rows without scrolling
_ROW, _HEAD = 28, 34


class FormerNames(QTableWidget):
    """Reads and gives the setting `office.former`; below the last name there always is an empty row for another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, len(_COLUMNS), parent)
        self.setHorizontalHeaderLabels([self.tr(label) for label in _COLUMNS])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setFixedHeight(_HEAD + _SHOWN * _ROW + 4)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width or self.columnWidth(column))
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.itemChanged.connect(self._changed)
        self.set_names("")

    def set_names(self, text: str) -> None:
        """Show the names of the setting."""
        blocker = QSignalBlocker(self)
        self.setRowCount(0)
        for line in filter(str.strip, text.splitlines()):
            self._add(*(part.strip() for part in line.split("|")))
        self._add()
        blocker.unblock()

    def names(self) -> str:
        """The setting: a line for each row in which something is typed."""
        rows = (self._row(row) for row in range(self.rowCount()))
        return "\n".join(_line(row) for row in rows if any(row))

    def _add(self, *texts: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column in range(self.columnCount()):
            text = texts[column] if column < len(texts) else ""
            self.setItem(row, column, QTableWidgetItem(text))

    def _row(self, row: int) -> list[str]:
        items = (self.item(row, column) for column in range(self.columnCount()))
        return [" ".join(item.text().replace("|", " ").split()) if item else "" for item in items]

    @Slot()
    def _changed(self) -> None:
        """Say where a day or a name is missing, and keep a row free."""
        blocker = QSignalBlocker(self)
        for row in range(self.rowCount()):
            texts = self._row(row)
            lost = any(texts) and not former_names(_line(texts))
            said = self.tr(
                "Cần có ngày (ví dụ 28/02/2025) và tên cơ quan; nếu không tên này không được dùng"
            )
            for item in filter(None, (self.item(row, 0), self.item(row, 1))):
                item.setToolTip(said if lost else "")
                item.setForeground(theme.tokens().warn if lost else theme.tokens().text)
        if any(self._row(self.rowCount() - 1)):
            self._add()
        blocker.unblock()


def _line(row: list[str]) -> str:
    found = former_names(" | ".join(row))
    return found[0].line() if found else " | ".join(row).rstrip(" |")
