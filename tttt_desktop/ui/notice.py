"""A quiet line under the header: something happened that offers a next step. Esc or × closes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import set_look

Choice = tuple[str, Callable[[], object]]


class NoticeBar(QFrame):
    """One sentence and up to three buttons; a new notice takes the place of the old one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._close = QPushButton(self)
        self._close.setProperty("role", "flat")
        self._close.setAutoDefault(True)
        self._close.setAccessibleName(self.tr("Đóng thông báo"))
        self._close.setToolTip(self.tr("Đóng thông báo"))
        self._close.clicked.connect(self.dismiss)
        self._buttons: list[QPushButton] = []
        self._until_change = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence now shown, or ""."""
        return "" if self.isHidden() else self._label.text()

    def show_text(
        self, text: str, *choices: Choice, warning: bool = False, until_change: bool = False
    ) -> None:
        """Show a sentence; each choice is a button which closes the notice and does its act.

        `until_change`: it offers to undo the last change, and goes with the next one.
        """
        self._until_change = until_change
        self._drop_buttons()
        self._label.setText(text)
        self._label.setAccessibleName(text)
        set_look(self, "tone", "warning" if warning else "plain")
        for label, act in choices:
            self._add_button(label, act)
        self._close.setIcon(theme.icon("close"))
        self.show()

    def _add_button(self, label: str, act: Callable[[], object]) -> None:
        button = QPushButton(label, self)
        button.setAutoDefault(True)

        def chosen(_checked: bool = False) -> None:
            self.dismiss()
            act()

        button.clicked.connect(chosen)
        self._row.insertWidget(self._row.count() - 1, button)
        self._buttons.append(button)

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()

    def note_change(self) -> None:
        """Something else was changed, or undone."""
        if self._until_change:
            self.dismiss()

    @Slot()
    def dismiss(self) -> None:
        """Take the notice away."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
