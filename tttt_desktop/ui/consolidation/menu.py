"""What a right click on a line offers: the commands of the menu bar, and the fields to choose from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tttt_desktop.ui.menus.command_list import COMMANDS, WHY_NOT

OFFERED = (
    *("open_line", "copy_lines", "reword_line", "toggle_line", ""),
    *("merge_lines", "unmerge_lines", "decline_group", ""),
    *("line_up", "line_down", "line_field", ""),
    "used_reports",
)


def line_menu(
    parent: QWidget,
    facts: set[str],
    perform: Callable[[str], None],
    fill_fields: Callable[[QMenu], None],
) -> QMenu:
    """A menu whose entries say why they are off in their tooltips."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    commands = {command.id: command for command in COMMANDS}
    for name in OFFERED:
        if not name:
            menu.addSeparator()
            continue
        command = commands[name]
        missing = [need for need in command.needs if need not in facts]
        text = QCoreApplication.translate("actions", command.text)
        if name == "line_field":
            inner = menu.addMenu(text.rstrip("…"))
            fill_fields(inner)
            action = inner.menuAction()
        else:
            action = menu.addAction(f"{text}\t{command.reader_keys}".rstrip())
            action.setData(name)
        action.setEnabled(not missing)
        if missing:
            action.setToolTip(QCoreApplication.translate("actions", WHY_NOT[missing[0]]))

    def chosen(action: QAction) -> None:
        if action.data() in OFFERED:
            perform(str(action.data()))

    menu.triggered.connect(chosen)
    return menu
