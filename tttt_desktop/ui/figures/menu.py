"""What a right click on a figure offers: the commands of the menu bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.menus.command_list import COMMANDS, WHY_NOT

_OFFERED = [command for command in COMMANDS if command.menu == "report/figures"]


def figure_menu(parent: QWidget, facts: set[str], perform: Callable[[str], None]) -> QMenu:
    """A menu whose entries say why they are off in their tooltips."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for command in (*_OFFERED, *(one for one in COMMANDS if one.id == "used_reports")):
        text = QCoreApplication.translate("actions", command.text)
        action = menu.addAction(f"{text}\t{command.reader_keys}".rstrip())
        if command.icon:
            action.setIcon(theme.icon(command.icon))
        action.setData(command.id)
        missing = [need for need in command.needs if need not in facts]
        action.setEnabled(not missing)
        if missing:
            action.setToolTip(QCoreApplication.translate("actions", WHY_NOT[missing[0]]))
        if command.ends_group or command is _OFFERED[-1]:
            menu.addSeparator()
    menu.triggered.connect(lambda action: perform(str(action.data())))
    return menu
