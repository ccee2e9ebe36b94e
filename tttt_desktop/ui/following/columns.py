"""The columns of the table of tasks, and how they share its width: what does not fit is left to the detail below."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Column(IntEnum):
    """The columns from left to right."""

    TASK = 0
    GIVER = 1
    LEAD = 2
    DEADLINE = 3
    STATUS = 4
    MATCH = 5


@dataclass(frozen=True, slots=True)
class Shape:
    """A column: its title, the pixels it needs at 100 %, its part of what is left over, and when it goes (0: never)."""

    title: str
    least: int
    share: int
    goes: int = 0


SHAPES = {
    Column.TASK: Shape("Nhiệm vụ", 262, 6),
    Column.GIVER: Shape("Người giao", 130, 1, goes=1),
    Column.LEAD: Shape("Chủ trì", 120, 1, goes=2),
    Column.DEADLINE: Shape("Thời hạn", 132, 1, goes=3),
    Column.STATUS: Shape("Trạng thái", 150, 0),
    Column.MATCH: Shape("Đối chiếu", 226, 2, goes=4),
}
_GROWTH = 75  # per cent of the growth of the letters: the gaps between columns do not grow


def widths(room: int, zoom: int = 100) -> dict[Column, int]:
    """The pixels of each column in a table `room` pixels wide at a zoom in per cent; a column that is left out has 0."""
    shown = list(SHAPES)
    large = 100 + (zoom - 100) * _GROWTH // 100
    least = {column: shape.least * large // 100 for column, shape in SHAPES.items()}
    for going in sorted((one for one in SHAPES if SHAPES[one].goes), key=lambda c: SHAPES[c].goes):
        if sum(least[one] for one in shown) <= room:
            break
        shown.remove(going)
    spare = max(0, room - sum(least[one] for one in shown))
    shares = sum(SHAPES[one].share for one in shown)
    found = {
        one: least[one] + spare * SHAPES[one].share // shares if one in shown else 0
        for one in SHAPES
    }
    found[Column.TASK] += room - sum(found.values())  # what rounding, or too narrow a window, left
    return found
