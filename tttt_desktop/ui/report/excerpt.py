"""So much of a report as is looked at before it is written."""

from __future__ import annotations

from dataclasses import replace

from tttt_desktop.reporting.tree import Briefing, Section

ITEMS, ROWS = 150, 40  # what a preview shows of a long report


def excerpt(made: Briefing) -> tuple[Briefing, int]:
    """The first ITEMS lines and ROWS rows of each table, enough to look at; and how many lines that leaves out."""
    sections, room = _first(made.sections, ITEMS)
    tables = tuple(replace(table, rows=table.rows[:ROWS]) for table in made.appendices)
    left_out = _count(made.sections) - (ITEMS - room)
    return replace(made, sections=sections, appendices=tables), left_out


def _first(sections: tuple[Section, ...], room: int) -> tuple[tuple[Section, ...], int]:
    kept = []
    for section in sections:
        items = section.items[:room]
        parts, room = _first(section.parts, room - len(items))
        if items or parts or section.level == 1 or (section.paragraphs and room):
            kept.append(replace(section, items=items, parts=parts))
    return tuple(kept), room


def _count(sections: tuple[Section, ...]) -> int:
    return sum(len(section.items) + _count(section.parts) for section in sections)
