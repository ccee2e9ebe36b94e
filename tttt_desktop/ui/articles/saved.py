"""The filters that are kept under a name, in the popover: used, renamed, given up; and a line to name one more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.records import ArticleFilter, SavedFilter
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import button

_ROW, _MOST_ROWS = 26, 5
_SAVED = Qt.ItemDataRole.UserRole


def proposed_name(filter: ArticleFilter) -> str:
    """ "Quảng Trị, 2023, chưa đọc" from the conditions themselves."""
    parts = [filter.query.strip(), *filter.provinces, *map(str, filter.years), *filter.outlets]
    parts += filter.fields
    if filter.state:
        parts.append(theme.STATE_LABEL[filter.state].lower())
    if filter.with_suggestions:
        parts.append("còn gợi ý")
    return ", ".join(part for part in parts if part)


def has_conditions(filter: ArticleFilter) -> bool:
    """Whether it leaves anything out."""
    return replace(filter, order="newest") != ArticleFilter()


class SavedFilters(QWidget):
    """Says what is wanted; whoever holds the dossier does it and calls `show_saved` again."""

    chosen = Signal(object)  # ArticleFilter
    kept = Signal(str)  # the filter in force, under this name
    renamed = Signal(int, str)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._filter = ArticleFilter()
        self._renaming: int | None = None
        self._list = _Names()
        self._list.setProperty("role", "articles")
        self._list.setAccessibleName(self.tr("Bộ lọc đã lưu"))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._caption = QLabel(self.tr("Bộ lọc đã lưu"))
        self._caption.setFont(theme.ui_font(11, 600))
        self._begin = button(self.tr("Lưu bộ lọc này…"), "link")
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Tên của bộ lọc"))
        self._name.setPlaceholderText(self.tr("Tên của bộ lọc"))
        self._keep = button(self.tr("Lưu"))
        row = QHBoxLayout()
        row.addWidget(self._begin)
        row.addWidget(self._name, 1)
        row.addWidget(self._keep)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self._list)
        column.addLayout(row)
        self._connect()
        self._show_naming(False)
        self.show_saved([])

    def _connect(self) -> None:
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.rename_wanted.connect(self._begin_renaming)
        self._list.remove_wanted.connect(self._remove)
        self._begin.clicked.connect(self.begin_naming)
        self._keep.clicked.connect(self._finish)
        self._name.returnPressed.connect(self._finish)

    def show_saved(self, saved: Sequence[SavedFilter]) -> None:
        """List these."""
        self._list.clear()
        for one in saved:
            item = QListWidgetItem(theme.icon("filter"), one.name)
            item.setData(_SAVED, one)
            item.setToolTip(proposed_name(one.filter))
            self._list.addItem(item)
        self._list.setFixedHeight(min(len(saved), _MOST_ROWS) * _ROW + 4)
        for widget in (self._caption, self._list):
            widget.setVisible(bool(saved))

    def show_filter(self, filter: ArticleFilter) -> None:
        """This is the filter that would be kept."""
        self._filter = filter
        self._begin.setEnabled(has_conditions(filter))
        self._begin.setToolTip("" if has_conditions(filter) else self.tr("Chưa lọc theo gì."))

    @Slot()
    def begin_naming(self) -> None:
        """Ask for the name of the filter in force, with one proposed."""
        self._renaming = None
        self._ask(proposed_name(self._filter))

    def cancel(self) -> bool:
        """Leave the naming; False when nothing was being named."""
        if not self._name.isVisible():
            return False
        self._show_naming(False)
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line of the name is for the name, not for what lies around it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _ask(self, name: str) -> None:
        self._name.setText(name)
        self._show_naming(True)
        self._name.selectAll()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_naming(self, naming: bool) -> None:
        self._begin.setVisible(not naming)
        for widget in (self._name, self._keep):
            widget.setVisible(naming)

    @Slot()
    def _finish(self) -> None:
        name = self._name.text().strip()
        if not name:
            return
        self._show_naming(False)
        if self._renaming is None:
            self.kept.emit(name)
        else:
            self.renamed.emit(self._renaming, name)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_SAVED).filter)

    @Slot(QListWidgetItem)
    def _begin_renaming(self, item: QListWidgetItem) -> None:
        self._renaming = item.data(_SAVED).id
        self._ask(item.text())

    @Slot(QListWidgetItem)
    def _remove(self, item: QListWidgetItem) -> None:
        self.removed.emit(item.data(_SAVED).id)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        item = self._list.itemAt(place)
        if item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, do in (
            (self.tr("Dùng bộ lọc này"), self._choose),
            (self.tr("Đổi tên…\tF2"), self._begin_renaming),
            (self.tr("Xoá bộ lọc đã lưu\tDelete"), self._remove),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, do=do: do(item))
        menu.popup(self._list.viewport().mapToGlobal(place))


class _Names(QListWidget):
    """The names; F2 and Delete as in any list of files."""

    rename_wanted = Signal(QListWidgetItem)
    remove_wanted = Signal(QListWidgetItem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(item)
        elif item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(item)
        else:
            super().keyPressEvent(event)
