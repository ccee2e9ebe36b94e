"""Where lines go that are moved by a key or by the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tttt_desktop.domain import consolidation as plan
from tttt_desktop.domain.consolidation import Line
from tttt_desktop.ui.consolidation.rows import Entry, Head, Offer, Row


class CannotMove(Exception):
    """Lines were let go where they cannot stand; the text says what to do instead."""


@dataclass(frozen=True, slots=True)
class Move:
    """Lines that go, in the whole order, in front of `before` (None: to the end), and into another field."""

    lines: Sequence[Line]
    before: Line | None
    field: str | None = None


def stepped(
    group: Sequence[Line], lines: Sequence[Line], chosen: Sequence[Line], up: bool
) -> Move | None:
    """One place up or down in the group, all chosen lines of it together.

    `group` are the lines shown under the heading, `lines` is the whole order. None at the end of the group.
    """
    keys = {line.key for line in group}
    moved = [line for line in chosen if line.key in keys]
    over = plan.neighbours(group, moved, up)
    if over is None or not moved:
        return None
    return Move(moved, over if up else _after(lines, over, moved))


def _after(lines: Sequence[Line], line: Line, moved: Sequence[Line]) -> Line | None:
    """The line that follows in the whole order, not counting those that are moved."""
    going = {one.key for one in moved}
    at = next(at for at, one in enumerate(lines) if one.key == line.key)
    return next((one for one in lines[at + 1 :] if one.key not in going), None)


def dropped(
    rows: Sequence[Row], lines: Sequence[Line], moved: Sequence[Line], at: int, grouping: str
) -> Move | None:
    """Lines let go in front of row `at`. None where they stood; raises CannotMove."""
    above, below = _row(rows, at - 1), _row(rows, at)
    if isinstance(above, Head) and above.key[1] is None and isinstance(below, Head):
        above, below = below, _row(rows, at + 1)
    if not moved or above is None or isinstance(above, Offer):
        return None
    section, value = (
        above.key if isinstance(above, Head) else (above.line.lead.section, above.group)
    )
    if any(line.lead.section != section for line in moved):
        raise CannotMove(
            "Chỉ chuyển được trong cùng loại. Muốn đổi loại, hãy mở bài và bấm 1, 2 hoặc 3."
        )
    of = plan.grouping_of(grouping, section)
    if {plan.value_of(line, of) for line in moved} == {value}:
        return _between(lines, moved, above, below, None)
    if of == "field" and value is not None:
        return _between(lines, moved, above, below, value)
    raise CannotMove("Muốn chuyển dòng sang nhóm khác, hãy nhóm theo Lĩnh vực.")


def _row(rows: Sequence[Row], at: int) -> Row | None:
    return rows[at] if 0 <= at < len(rows) else None


def _between(
    lines: Sequence[Line], moved: Sequence[Line], above: Row, below: Row | None, field: str | None
) -> Move | None:
    going = {line.key for line in moved}
    if isinstance(above, Entry) and above.line.key not in going:
        return Move(moved, _after(lines, above.line, moved), field)
    if isinstance(below, Entry) and below.line.key not in going:
        return Move(moved, below.line, field)
    return Move(moved, None, field) if field is not None else None
