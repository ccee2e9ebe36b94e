"""Choosing thousands of rows at once: Qt's own lists of indexes make an object for every one of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionRange
from PySide6.QtWidgets import QAbstractItemView

from tttt_desktop.domain.stretches import stretches


def chosen_rows(view: QAbstractItemView) -> list[int]:
    """The rows of which anything is chosen, from above."""
    selection = view.selectionModel().selection()
    ranges = [selection.at(at) for at in range(selection.count())]
    return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})


def selection_of(
    model: QAbstractItemModel, rows: Iterable[int], columns: int = 1
) -> QItemSelection:
    """These rows, over so many columns from the first."""
    selection = QItemSelection()
    for run in stretches(rows):
        ends = model.index(run[0], 0), model.index(run[-1], columns - 1)
        selection.append(QItemSelectionRange(*ends))
    return selection
