"""What a right click on a task offers, and the four statuses in their cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tttt_desktop.domain.records import Status
from tttt_desktop.ui import theme
from tttt_desktop.ui.following.columns import SHAPES
from tttt_desktop.ui.following.keys import STATUS_COMMANDS
from tttt_desktop.ui.following.painting import ICONS
from tttt_desktop.ui.menus.command import Command
from tttt_desktop.ui.menus.command_list import COMMANDS, WHY_NOT

OFFERED = (
    *("accept_match", "decline_match", "link_result", ""),
    *("open_task", "open_evidence", "edit_progress", ""),
    *(*STATUS_COMMANDS, ""),
    *("carry_over", "carry_back", ""),
    *("copy_tasks", "export_tasks"),
)
_COMMANDS = {command.id: command for command in COMMANDS}


def task_menu(
    parent: QWidget,
    facts: set[str],
    perform: Callable[[str], None],
    texts: Mapping[str, str],
) -> QMenu:
    """A menu whose entries say why they are off in their tooltips; `texts` are labels that name what is chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for name in OFFERED:
        if name:
            _add(menu, _COMMANDS[name], facts, texts.get(name, ""))
        else:
            menu.addSeparator()
    _connect(menu, perform)
    return menu


def status_menu(parent: QWidget, status: Status | None, perform: Callable[[str], None]) -> QMenu:
    """The four statuses with their keys, the present one ticked."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name, meant in STATUS_COMMANDS.items():
        action = _add(menu, _COMMANDS[name], set(_COMMANDS[name].needs), "")
        action.setIcon(theme.icon(ICONS[meant]))
        if meant is status:
            menu.setActiveAction(action)
            font = action.font()
            font.setWeight(theme.ui_font(13, 600).weight())
            action.setFont(font)
    _connect(menu, perform)
    return menu


def order_menu(
    parent: QWidget, order: tuple[int, bool], sort: Callable[[int, bool], None]
) -> QMenu:
    """The columns to order by, the present one ticked; choosing it again turns the order round."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    titles = {-1: "Thứ tự trong bài", **{int(one): SHAPES[one].title for one in SHAPES}}
    for column, title in titles.items():
        action = menu.addAction(QCoreApplication.translate("following", title))
        action.setCheckable(True)
        action.setChecked(column == order[0])
        down = column == order[0] and not order[1]
        action.triggered.connect(partial(_sort, sort, column, down))
    return menu


def _sort(
    sort: Callable[[int, bool], None], column: int, down: bool, _checked: bool = False
) -> None:
    sort(column, down)


def _add(menu: QMenu, command: Command, facts: set[str], text: str) -> QAction:
    label = text or QCoreApplication.translate("actions", command.text)
    keys = command.reader_keys
    action = menu.addAction(f"{label}\t{keys}" if keys else label)
    action.setData(command.id)
    missing = [need for need in command.needs if need not in facts]
    action.setEnabled(not missing)
    if missing:
        action.setToolTip(QCoreApplication.translate("actions", WHY_NOT[missing[0]]))
    return action


def _connect(menu: QMenu, perform: Callable[[str], None]) -> None:
    def chosen(action: QAction) -> None:
        if action.data() in _COMMANDS:
            perform(str(action.data()))

    menu.triggered.connect(chosen)
