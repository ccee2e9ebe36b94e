"""Where the person has put the handle of a splitter, remembered for the next time."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QSplitter

from tttt_desktop.ui.settings import Settings


def keep_sizes(splitter: QSplitter, settings: Settings, name: str) -> bool:
    """Put the handle where it was left, and remember it whenever it is moved; False when it was never moved before."""
    splitter.splitterMoved.connect(partial(_remember, splitter, settings, name))
    state = settings.state(name)
    return not state.isEmpty() and splitter.restoreState(state)


def _remember(splitter: QSplitter, settings: Settings, name: str, *_moved: int) -> None:
    settings.set_state(name, splitter.saveState())
