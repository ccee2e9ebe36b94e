"""The one registry of commands: menus, buttons, tooltips, the palette and the key sheet are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.menus.command import Command
from tttt_desktop.ui.menus.command_list import CHOICES, COMMANDS, MENUS, WHY_NOT


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)


def plain(text: str) -> str:
    """The label without its mnemonic sign."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def key_name(keys: str) -> str:
    """A key as it is printed on the keyboard: "Alt+Down" → "Alt+↓" once Qt speaks Vietnamese."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Actions(QObject):
    """One QAction per command, by id."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {command.id: self._make(command, window) for command in COMMANDS}
        self._menus: dict[str, QMenu] = {}
        self.refresh_icons()

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def _make(self, command: Command, window: QWidget) -> QAction:
        label = _tr(command.text)
        hint = f"\t{command.reader_keys}" if command.reader_keys else ""
        action = QAction(label + hint, window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checkable)
        action.setData(command)
        window.addAction(action)
        return action

    def refresh_icons(self) -> None:
        """Draw the icons again, in the colours of the theme that is on."""
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(theme.icon(command.icon))

    def on(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Connect commands to what they do."""
        for command_id, handler in handlers.items():
            self._actions[command_id].triggered.connect(_without_argument(handler))

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus. A submenu stands where the first of its commands does, or after the one that names it."""
        for name, _ in MENUS:
            if "/" not in name:
                self._add_menu(bar, name)
        for command in COMMANDS:
            if command.menu not in self._menus:
                self._add_menu(bar, command.menu)
            menu = self._menus[command.menu]
            menu.addAction(self._actions[command.id])
            if command.then_menu:
                self._add_menu(bar, command.then_menu)
            if command.ends_group:
                menu.addSeparator()

    def _add_menu(self, bar: QMenuBar, name: str) -> None:
        parent = self._menus[name.partition("/")[0]] if "/" in name else bar
        self._menus[name] = parent.addMenu(_tr(dict(MENUS)[name]))

    def menu(self, name: str) -> QMenu:
        """A menu that `fill` made, such as "file/recent"."""
        return self._menus[name]

    def set_facts(self, facts: set[str]) -> None:
        """Enable what the facts allow; what is off says why."""
        for command in COMMANDS:
            missing = [need for need in command.needs if need not in facts]
            action = self._actions[command.id]
            action.setEnabled(not missing)
            action.setToolTip(_tr(WHY_NOT[missing[0]]) if missing else self.tip(command))
            action.setStatusTip(_tr(WHY_NOT[missing[0]]) if missing else "")

    @staticmethod
    def name(command: Command) -> str:
        """The label without mnemonic and dots."""
        return plain(_tr(command.text)).rstrip("…")

    @staticmethod
    def keys(command: Command) -> str:
        """Its first key as printed on the keyboard, or ""."""
        return command.reader_keys or "".join(map(key_name, command.keys[:1]))

    @staticmethod
    def tip(command: Command) -> str:
        """ "Tên lệnh (phím)"."""
        name, keys = Actions.name(command), Actions.keys(command)
        return f"{name} ({keys})" if keys else name

    def full_name(self, command: Command) -> str:
        """The label as it is now, such as "Hoàn tác «Nhận gợi ý»" or "Giao diện: Tối", without mnemonic and dots."""
        name = plain(self._actions[command.id].text().partition("\t")[0]).rstrip("…")
        if command.menu in CHOICES:
            return f"{plain(_tr(dict(MENUS)[command.menu]))}: {name}"
        return name

    def reason(self, command: Command) -> str:
        """Why it cannot be done now, "" when it can."""
        return self._actions[command.id].statusTip()

    def all(self) -> Iterable[tuple[Command, QAction]]:
        """Every command with its action, in the order of the menus."""
        return [(command, self._actions[command.id]) for command in COMMANDS]


def _without_argument(handler: Callable[[], object]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:
        handler()

    return call
