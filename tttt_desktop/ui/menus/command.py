"""What is known of a command: its place in the menus, its label, its keys, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `keys` work in the whole window; `reader_keys` only in the text, so they are merely shown."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    reader_keys: str = ""
    needs: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""  # of mutually exclusive checkable commands
    ends_group: bool = False  # a separator follows in the menu
    then_menu: str = ""  # a menu that has no commands of its own follows
