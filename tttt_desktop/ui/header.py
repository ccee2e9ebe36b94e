"""The line under the menu: the views to choose among, and the two main buttons; where it is narrow, what opens drawers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from tttt_desktop.ui import theme
from tttt_desktop.ui.menus.actions import Actions
from tttt_desktop.ui.widgets import button

_TAB_PADDING = 12  # what the style sheet has at each side, with the border
DRAWERS = ("list", "cards")  # commands, and the pictures of their buttons


class Header(QFrame):
    """46 px high; its buttons follow their commands. `views` are the keys of the views, in their order."""

    def __init__(self, commands: Actions, views: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setFixedHeight(46)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(2)
        self._openers = {key: _opener(commands[key]) for key in DRAWERS}
        row.addWidget(self._openers["list"])
        for key in views:
            row.addWidget(_tab(commands[f"view_{key}"]))
        row.addStretch(1)
        row.addWidget(_button(commands["import"], self.tr("Nhập bài viết…")))
        row.addSpacing(6)
        row.addWidget(_button(commands["report"], self.tr("Lập báo cáo Word…"), "primary"))
        row.addWidget(self._openers["cards"])
        self.show_openers(())
        self._draw_icons()
        theme.notifier().themed.connect(self._draw_icons)

    def show_openers(self, drawers: Collection[str]) -> None:
        """For these of DRAWERS there is a button: on a narrow screen the mouse finds no other way to them."""
        for key, opener in self._openers.items():
            opener.setVisible(key in drawers)

    @Slot()
    def _draw_icons(self) -> None:
        for key, opener in self._openers.items():
            opener.setIcon(theme.icon(key, "text2"))


def _tab(action: QAction) -> QPushButton:
    """A word that is marked while its view is on screen; there is room for it in bold."""
    made = _checked_like(action, Actions.name(action.data()))
    bold = QFontMetrics(theme.ui_font(13, 600)).horizontalAdvance(made.text())
    made.setMinimumWidth(bold + 2 * _TAB_PADDING)
    made.setAutoExclusive(True)  # a screen reader then says that it is one of several
    return made


def _opener(action: QAction) -> QPushButton:
    """A picture that is marked while the drawer is open."""
    made = _checked_like(action, "")
    made.setAccessibleName(f"Hiện {Actions.name(action.data()).lower()}")
    made.setIconSize(QSize(16, 16))
    return made


def _checked_like(action: QAction, text: str) -> QPushButton:
    made = _button(action, text, "view")
    made.setCheckable(True)

    def follow() -> None:
        made.setChecked(action.isChecked())

    action.changed.connect(follow)
    made.clicked.connect(follow)  # a click on what is on screen already leaves it marked
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
