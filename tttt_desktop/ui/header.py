"""The line under the menu: the views to choose among, and the two main buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from tttt_desktop.ui import theme
from tttt_desktop.ui.actions import Actions
from tttt_desktop.ui.widgets import button

_TAB_PADDING = 12  # what the style sheet has at each side, with the border


class Header(QFrame):
    """46 px high; its buttons follow their commands. `views` are the keys of the views, in their order."""

    def __init__(self, commands: Actions, views: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setFixedHeight(46)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(2)
        for key in views:
            row.addWidget(_tab(commands[f"view_{key}"]))
        row.addStretch(1)
        row.addWidget(_button(commands["import"], self.tr("Nhập bài viết…")))
        row.addSpacing(6)
        row.addWidget(_button(commands["report"], self.tr("Lập báo cáo Word…"), "primary"))


def _tab(action: QAction) -> QPushButton:
    """A word that is marked while its view is on screen; there is room for it in bold."""
    made = _button(action, Actions.name(action.data()), "view")
    bold = QFontMetrics(theme.ui_font(13, 600)).horizontalAdvance(made.text())
    made.setMinimumWidth(bold + 2 * _TAB_PADDING)
    made.setCheckable(True)
    made.setAutoExclusive(True)  # a screen reader then says that it is one of several

    def follow() -> None:
        made.setChecked(action.isChecked())

    action.changed.connect(follow)
    made.clicked.connect(follow)  # a click on the view that is on screen leaves it marked
    return made


def _button(action: QAction, text: str, role: str = "") -> QPushButton:
    made = button(text, role)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setToolTip(action.toolTip())

    action.changed.connect(follow)
    return made
