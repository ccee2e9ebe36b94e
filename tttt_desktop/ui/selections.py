"""Choosing thousands of rows at once: Qt's own lists of indexes make an object for every one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionRange
from PySide6.QtWidgets import QAbstractItemView


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
    for top, bottom in _runs(rows):
        ends = model.index(top, 0), model.index(bottom, columns - 1)
        selection.append(QItemSelectionRange(*ends))
    return selection


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of rows that follow one another."""
    ordered = sorted(rows)
    first = 0
    for at, row in enumerate(ordered):
        if at + 1 == len(ordered) or ordered[at + 1] != row + 1:
            yield ordered[first], row
            first = at + 1
