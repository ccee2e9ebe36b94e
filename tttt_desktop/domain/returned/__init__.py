"""A report that comes back from a word processor, held against what was written: changed, dropped, added, moved.

Lines are known by their marks; where a mark is gone or stands twice, by the likeness of the text. Only lines that come
from annotations are judged; what the program wrote itself (headings, opening, tables of articles) only helps to know
where they stand.
"""

from collections.abc import Sequence

from tttt_desktop.domain.edited import Edited
from tttt_desktop.domain.returned.findings import Comparison, Fate, Finding, Gap
from tttt_desktop.domain.returned.judging import judge
from tttt_desktop.domain.returned.matching import match
from tttt_desktop.domain.returned.pieces import pieces
from tttt_desktop.domain.traces import WrittenLine

__all__ = ["Comparison", "Fate", "Finding", "Gap", "compare"]


def compare(written: Sequence[WrittenLine], edited: Edited) -> Comparison:
    """What became of the lines of a report; any thread may do it."""
    by_mark = {mark: at for at, line in enumerate(written) for mark in line.marks}
    found = pieces(edited.paragraphs, by_mark)
    return judge(written, found, match(written, found))
