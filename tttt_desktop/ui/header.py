"""The line under the menu: the name of the dossier and the two main buttons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from tttt_desktop.ui import theme
from tttt_desktop.ui.actions import Actions
from tttt_desktop.ui.widgets import button


class Header(QFrame):
    """46 px high; its buttons follow their commands."""

    def __init__(self, commands: Actions) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setFixedHeight(46)
        self._name = QLabel()
        self._name.setFont(theme.ui_font(13, 600))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        row.addWidget(_button(commands["import"], self.tr("Nhập bài viết…")))
        row.addWidget(_button(commands["report"], self.tr("Lập báo cáo Word…"), "primary"))

    def show_name(self, path: Path | None) -> None:
        """Which dossier is open."""
        self._name.setText(path.stem if path else "")
        self._name.setToolTip(str(path) if path else "")


def _button(action: QAction, text: str, role: str = "") -> QPushButton:
    made = button(text, role)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setToolTip(action.toolTip())

    action.changed.connect(follow)
    return made
