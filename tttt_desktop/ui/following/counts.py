"""The counts a leader asks for, by giver, lead agency, field or province; each number leads to its tasks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.tallies import Tallies
from tttt_desktop.ui import theme
from tttt_desktop.ui.following.counting import NUMBERS, CountModel
from tttt_desktop.ui.widgets import button

Index = QModelIndex | QPersistentModelIndex
GROUPINGS = (
    ("giver", "Người giao"),
    ("lead", "Chủ trì"),
    ("field", "Lĩnh vực"),
    ("province", "Tỉnh"),
)
_ROW, _PAD, _INSIDE = 30, 5, 6
_NUMBER, _WIDE_FROM = 84, 1000  # pixels of a column of numbers, of the table
_BESIDE = 16  # of a heading that are beside its words


class _Roomy(QStyledItemDelegate):
    """Words and numbers stand below their headings, which are further from the edges than Qt's cells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.tokens().list_selection)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        super().paint(painter, inner, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Long names lose their middle: a post begins, and a name ends, what tells them apart."""
        super().initStyleOption(option, index)
        room = option.rect.width() - 2 * _INSIDE
        metrics = QFontMetrics(option.font)
        option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideMiddle, room)


class CountTable(QTableView):
    """Enter or a click on a number asks for its tasks, Ctrl+C copies the whole table."""

    asked = Signal(int, int)  # row and column
    copy_asked = Signal()

    def __init__(self, model: CountModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Roomy(self))
        self.setAccessibleName(self.tr("Bảng đếm nhiệm vụ"))
        self.setProperty("role", "list")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setMinimumHeight(44)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setTextElideMode(
            Qt.TextElideMode.ElideMiddle
        )  # a post and a name begin and end what tells
        self.clicked.connect(self._ask)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = QFontMetrics(theme.ui_font(12))
        least = _NUMBER if self.width() >= _WIDE_FROM else 0
        for column, one in enumerate(NUMBERS, 1):
            words = max(map(metrics.horizontalAdvance, self.tr(one.title).split("\n")))
            self.setColumnWidth(column, max(least, words + _BESIDE))

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        self.asked.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class Counts(QWidget):
    """`asked` carries the group (a Tally, None for all) and the column whose tasks are wanted."""

    asked = Signal(object, object)
    regrouped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CountModel(self)
        self.table = CountTable(self._model, self)
        self._by = QComboBox(self)
        self._copy = button(
            self.tr("Sao chép bảng"),
            icon="copy",
            tip=self.tr("Sao chép cả bảng để dán vào Word hoặc Excel (Ctrl+C)"),
        )
        self._build()

    def _build(self) -> None:
        for key, label in GROUPINGS:
            self._by.addItem(self.tr(label), key)
        caption = QLabel(self.tr("Đếm theo"), self)
        caption.setProperty("role", "label")
        caption.setBuddy(self._by)
        self._by.setAccessibleName(caption.text())
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 4)
        head.setSpacing(6)
        head.addWidget(caption)
        head.addWidget(self._by)
        head.addStretch(1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._by.activated.connect(self.regrouped)
        self._copy.clicked.connect(self.copy)
        self.table.copy_asked.connect(self.copy)
        self.table.asked.connect(self._tell)
        theme.notifier().themed.connect(self.table.viewport().update)

    @property
    def by(self) -> str:
        """What is counted by, one of the domain's GROUPINGS."""
        return str(self._by.currentData())

    def set_by(self, key: str) -> None:
        """Choose a grouping without saying so."""
        self._by.setCurrentIndex(max(0, self._by.findData(key)))

    def show_tallies(self, count: Callable[[str], Tallies]) -> None:
        """Count by what is chosen, and show it; the keyboard stays where it is."""
        at = self.table.currentIndex()
        self._model.show(count(self.by), self._by.currentText())
        row = min(max(0, at.row()), self._model.rowCount() - 1)
        self.table.setCurrentIndex(self._model.index(row, max(0, at.column())))

    @Slot(int, int)
    def _tell(self, row: int, column: int) -> None:
        if not column:
            self.asked.emit(self._model.group(row), NUMBERS[0])
        elif self._model.count(row, column):
            self.asked.emit(self._model.group(row), NUMBERS[column - 1])

    @Slot()
    def copy(self) -> None:
        """The table on the clipboard."""
        QGuiApplication.clipboard().setText(self._model.as_table())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 120)
