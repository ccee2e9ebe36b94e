"""Lĩnh vực…: the list of fields of the dossier; every act is done at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.services import fields
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.fields import FieldUse
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.parts.named_list import NamedList, bind
from tttt_desktop.ui.widgets import DIALOG_MARGINS, button, number, open_at_size

_ID = Qt.ItemDataRole.UserRole


class FieldsDialog(QDialog):
    """Adds, renames (in place), merges, orders and removes fields."""

    def __init__(self, held: OpenDossier, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Lĩnh vực"))
        open_at_size(self, 560, 460)
        self._held = held
        self._fields: list[FieldUse] = []
        self._acts = 0  # done here and not taken back
        self._name = QLineEdit(self)
        titles = (self.tr("Lĩnh vực"), self.tr("Đánh dấu"))
        self._list = NamedList(self, self.tr("Các lĩnh vực"), titles)
        self._rename = button(self.tr("Đổi tên"), tip=self.tr("Đổi tên (F2)"))
        self._merge = button(self.tr("Gộp vào"), tip=self.tr("Gộp lĩnh vực này vào lĩnh vực khác"))
        self._up = button(self.tr("Lên"), tip=self.tr("Đưa lên trên (Alt+↑)"))
        self._down = button(self.tr("Xuống"), tip=self.tr("Đưa xuống dưới (Alt+↓)"))
        self._remove = button(self.tr("Xoá"), tip=self.tr("Xoá lĩnh vực chưa dùng (Delete)"))
        self._undo = button(self.tr("Hoàn tác"), tip=self.tr("Hoàn tác (Ctrl+Z)"))
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list once it has its looks, so that every row gets the same height."""
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        self._name.setPlaceholderText(self.tr("Tên lĩnh vực mới"))
        self._name.setAccessibleName(self.tr("Tên lĩnh vực mới"))
        self._add = button(self.tr("Thêm"), tip=self.tr("Thêm lĩnh vực (Enter)"))
        self._add.setDefault(True)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._add)
        self._menu = QMenu(self._merge)
        self._merge.setMenu(self._menu)
        side = QVBoxLayout()
        for one in (self._rename, self._merge, self._up, self._down, self._remove):
            side.addWidget(one)
        side.addStretch(1)
        side.addWidget(self._undo)
        close = button(self.tr("Đóng"))
        close.clicked.connect(self.accept)
        side.addWidget(close)
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(middle, 1)

    def _connect(self) -> None:
        self._name.textChanged.connect(self._show_choices)
        self._add.clicked.connect(self._add_field)
        self._list.itemDoubleClicked.connect(self._edit_name)
        self._list.itemChanged.connect(self._renamed)
        self._list.currentItemChanged.connect(self._show_choices)
        self._menu.triggered.connect(self._merge_into)
        self._held.changed.connect(self._show)
        for press, act in (
            (self._rename, self._edit_name),
            (self._up, self._move_up),
            (self._down, self._move_down),
            (self._remove, self._remove_field),
            (self._undo, self._take_back),
        ):
            press.clicked.connect(act)
        for key, act in (("Alt+Up", self._move_up), ("Alt+Down", self._move_down)):
            bind(self, key, act)
        bind(self, "Ctrl+Z", self._take_back)
        bind(self, "F2", self._edit_name)
        bind(self._list, "Delete", self._remove_field)

    @Slot()
    def _show(self) -> None:
        """Read the list again; the same field stays current."""
        kept = self._current()
        self._fields = fields.all_fields(self._held.dossier)
        self._list.blockSignals(True)
        self._list.clear()
        for field in self._fields:
            item = QTreeWidgetItem([field.name, number(field.uses)])
            item.setData(0, _ID, field.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._list.addTopLevelItem(item)
        self._list.blockSignals(False)
        self._choose(kept.id if kept else 0)

    def _choose(self, field_id: int) -> None:
        rows = [row for row, field in enumerate(self._fields) if field.id == field_id]
        item = self._list.topLevelItem(rows[0] if rows else 0)
        if item is not None:
            self._list.setCurrentItem(item)
        self._show_choices()

    def _current(self) -> FieldUse | None:
        item = self._list.currentItem()
        wanted = item.data(0, _ID) if item is not None else None
        return next((field for field in self._fields if field.id == wanted), None)

    @Slot()
    def _show_choices(self) -> None:
        """What can be done with the current field."""
        field = self._current()
        row = self._fields.index(field) if field else -1
        writable = not self._held.dossier.read_only
        self._add.setEnabled(writable and bool(self._name.text().strip()))
        for press, possible in (
            (self._rename, field is not None),
            (self._merge, len(self._fields) > 1),
            (self._up, row > 0),
            (self._down, 0 <= row < len(self._fields) - 1),
            (self._remove, field is not None and not field.uses),
            (self._undo, self._acts > 0),
        ):
            press.setEnabled(writable and possible)
        self._menu.clear()
        for other in self._fields:
            if other is not field:
                self._menu.addAction(other.name.replace("&", "&&")).setData(other.id)

    def _do(self, act: Callable[[Dossier], object]) -> None:
        before = self._held.dossier.last_changed
        self._held.run(act)
        self._acts += self._held.dossier.last_changed is not before
        self._show()

    @Slot()
    def _add_field(self) -> None:
        name = self._name.text()
        known = {field.id for field in self._fields}
        if name.strip():
            self._do(lambda d: fields.add_field(d, name))
        added = [field.id for field in self._fields if field.id not in known]
        if added:
            self._name.clear()
            self._choose(added[0])

    @Slot()
    def _edit_name(self) -> None:
        if self._rename.isEnabled():
            self._list.edit_name()

    @Slot(QTreeWidgetItem, int)
    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        field, name = self._current(), item.text(0)
        if field is not None and column == 0 and name != field.name:
            self._do(lambda d: fields.rename_field(d, field.id, name))

    @Slot(QAction)
    def _merge_into(self, action: QAction) -> None:
        field, into = self._current(), action.data()
        if field is not None:
            self._do(lambda d: fields.merge_fields(d, field.id, into))
            self._choose(into)

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        field = self._current()
        place = self._fields.index(field) + step if field else -1
        if field is not None and 0 <= place < len(self._fields):
            self._do(lambda d: fields.move_field(d, field.id, place))

    @Slot()
    def _remove_field(self) -> None:
        field = self._current()
        if field is not None and self._remove.isEnabled():
            self._do(lambda d: fields.remove_field(d, field.id))

    @Slot()
    def _take_back(self) -> None:
        if self._acts > 0:
            self._held.run(lambda d: d.undo())
            self._acts -= 1
            self._show()
