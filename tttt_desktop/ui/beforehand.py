"""What is opened later is loaded beforehand, bit by bit, while the person does nothing: a first opening is as fast as others.

A module is loaded after what it imports, which is read from its code, so that no step takes long.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dis import get_instructions
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

OURS = "tttt_desktop."
OPENED_LATER = tuple(
    f"{OURS}ui.{name}"
    for name in (
        "report.dialog",
        "consolidation.view",
        "following.view",
        "figures.view",
        "menus.palette",
        "menus.palette_entries",
        "dialogs.shortcuts",
        "dialogs.article",
        "dialogs.several",
        "correcting.dialog",
        "correcting.flow",
        "history.panel",
        "history.bin",
        "proofing.dialog",
        "annotations.fields_dialog",
        "own_template.dialog",
        "dialogs.guide",
        "dialogs.about",
        "returned.dialog",
        "returned.made",
        "review.dialog",
    )
)
_QUIET = 1_500  # milliseconds without a key or a button before anything is loaded
_TURN = 15  # milliseconds that are the person's between two bits
_BIT = 0.006  # seconds of loading at a time
_INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


def loading(names: Sequence[str] = OPENED_LATER) -> Iterator[None]:
    """Load these modules and those of ours that they import; at each step one is looked into or loaded."""
    waiting, begun = list(reversed(names)), set[str]()
    while waiting:
        name = waiting[-1]
        begun.add(name)  # it waits for what follows; that need not wait for it in turn
        missing = [] if name in sys.modules else [one for one in _missing(name) if one not in begun]
        waiting.extend(missing)
        if not missing:
            import_module(waiting.pop())
        yield


def _missing(name: str) -> list[str]:
    """Modules that come before this one: its package, then what it imports, then parts of packages it imports."""
    package = name.rpartition(".")[0]
    if package not in sys.modules:
        return [package]
    modules, parts = _imported(name)
    return _absent(modules) or [one for one in _absent(parts) if _is_module(one)]


def _is_module(name: str) -> bool:
    """Whether what is taken from something that is loaded is a module, which only a package can have."""
    within = sys.modules[name.rpartition(".")[0]]
    return hasattr(within, "__path__") and find_spec(name) is not None


def _absent(names: Sequence[str]) -> list[str]:
    return [one for one in names if one not in sys.modules]


@cache
def _imported(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The modules of ours that a module names, and what it takes from those, which may be modules as well."""
    modules: list[str] = []
    parts: list[str] = []
    spec = find_spec(name)
    for each in get_instructions(spec.loader.get_code(name)):  # type: ignore[union-attr]
        if each.opname == "IMPORT_NAME":
            modules.append(each.argval)
        elif each.opname == "IMPORT_FROM":
            parts.append(f"{modules[-1]}.{each.argval}")
    return tuple(filter(_is_ours, modules)), tuple(filter(_is_ours, parts))


def _is_ours(name: str) -> bool:
    return name.startswith(OURS)


class Beforehand(QObject):
    """Loads what is opened later once the window is up and nothing is going on; a key or a button makes it wait."""

    def __init__(
        self, window: QWidget, busy: Callable[[], bool], further: Iterable[None] = ()
    ) -> None:
        """`further`: steps that follow when all is loaded."""
        super().__init__(window)
        self._busy = busy
        self._steps = chain(loading(), further)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._turn = QTimer(self, interval=_TURN)
        self._quiet.timeout.connect(self._turn.start)
        self._turn.timeout.connect(self._load_some)
        self._seen_by = window.windowHandle()
        self._seen_by.installEventFilter(self)
        self._quiet.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._wait()
        return False

    def _wait(self) -> None:
        self._turn.stop()
        self._quiet.start()

    @Slot()
    def _load_some(self) -> None:
        if self._busy() or QApplication.activeModalWidget() or QApplication.activePopupWidget():
            self._wait()
            return
        end = perf_counter() + _BIT
        for _ in self._steps:
            if perf_counter() > end:
                return
        self._end()

    def _end(self) -> None:
        gc.freeze()  # what is loaded stays: looking through it for garbage would hold the window
        self._seen_by.removeEventFilter(self)
        self._turn.stop()
        self.deleteLater()
