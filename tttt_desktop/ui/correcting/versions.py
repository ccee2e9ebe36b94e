"""Every text an article has had, side by side with the current one, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.differences import compare
from tttt_desktop.services.correcting import Version
from tttt_desktop.ui.review.compare_view import PairModel, PairView
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

_LIST = 210


class VersionPairs(PairModel):
    """The paragraphs of an earlier text beside those of the current one."""

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        said = super().data(index, role)
        if said is None:
            return None
        pair = self.pairs[index.row()]
        if pair.same:
            return self.tr("Không đổi: {text}").format(text=pair.old)
        if not pair.old:
            return self.tr("Chỉ bản đang dùng có: {text}").format(text=pair.new)
        if not pair.new:
            return self.tr("Chỉ bản trước có: {text}").format(text=pair.old)
        words = self.tr("Đã sửa. Bản trước: {old} Bản đang dùng: {new}")
        return words.format(old=pair.old, new=pair.new)


class VersionsDialog(QDialog):
    """`versions`: the current one first. Reading only; going back is a request (the number of the version)."""

    return_requested = Signal(int)

    def __init__(
        self, versions: Sequence[Version], zoom: int, parent: QWidget, *, can_return: bool
    ) -> None:
        super().__init__(parent)
        self._current, self._earlier = versions[0], versions[:0:-1]
        self._zoom = zoom
        self._view: PairView | None = None
        self.setWindowTitle(self.tr("Bản gốc và các bản sửa"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        open_at_size(self, 1120, 660)
        self._list = QListWidget()
        self._head, self._count = ElidedLabel(weight=600), ElidedLabel(px=12)
        self._only = QCheckBox(self.tr("Chỉ hiện đoạn khác"))
        self._return = button(self.tr("Trở về bản này"))
        self._return.setEnabled(can_return)
        self._build()
        self._connect()
        self._list.setCurrentRow(0)

    def _build(self) -> None:
        self._list.setAccessibleName(self.tr("Các bản trước"))
        self._list.setFixedWidth(_LIST)
        self._list.setWordWrap(True)
        for version in self._earlier:
            item = QListWidgetItem(f"{version.said}\n{_when(version)}")
            item.setSizeHint(QSize(_LIST - 20, 52))
            self._list.addItem(item)
        self._count.setProperty("role", "meta")
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        self._place.addWidget(self._head)
        self._place.addLayout(self._tools())
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._list)
        body.addLayout(self._place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(body, 1)
        column.addLayout(self._buttons())

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self._only)
        for name, key, icon, by in (
            (self.tr("Khác trước"), "Shift+F3", "chevron-up", -1),
            (self.tr("Khác tiếp"), "F3", "chevron-down", 1),
        ):
            step = button(name, "flat", icon, f"{name} ({key})")
            step.clicked.connect(partial(self._step, by))
            QShortcut(QKeySequence(key), self).activated.connect(partial(self._step, by))
            row.addWidget(step)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._return)
        row.addStretch(1)
        close = button(self.tr("Đóng"), "primary")
        close.clicked.connect(self.reject)
        close.setDefault(True)
        row.addWidget(close)
        return row

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show)
        self._return.clicked.connect(self._ask_return)

    @Slot(int)
    def _show(self, at: int) -> None:
        """Set the chosen text beside the current one."""
        version = self._earlier[at]
        pairs = compare(version.text, self._current.text)
        head = self.tr("{earlier}   →   Bản đang dùng ({when})")
        self._head.setText(head.format(earlier=version.said, when=_when(self._current)))
        different = sum(1 for pair in pairs if not pair.same)
        said = self.tr("{count} đoạn khác nhau") if different else self.tr("Hai bản giống nhau.")
        self._count.setText(said.format(count=number(different)))
        model = VersionPairs(pairs, self)
        model.show_differences_only(self._only.isChecked())
        self._only.toggled.connect(model.show_differences_only)
        self._put(PairView(model, self))

    def _put(self, view: PairView) -> None:
        before, self._view = self._view, view
        if before is not None:
            before.model().deleteLater()
            before.setParent(None)
            before.deleteLater()
        view.set_zoom(self._zoom)
        view.setAccessibleName(self.tr("Hai bản đặt cạnh nhau"))
        self._place.addWidget(view, 1)
        self._step(1)

    def _step(self, by: int, _checked: bool = False) -> None:
        if self._view is not None:
            self._view.step(by)

    @Slot()
    def _ask_return(self) -> None:
        self.return_requested.emit(self._earlier[self._list.currentRow()].number)


def _when(version: Version) -> str:
    return f"{version.made_at:%d/%m/%Y %H:%M}"
