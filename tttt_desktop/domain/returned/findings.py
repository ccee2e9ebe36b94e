"""What is found in a report that came back."""

from dataclasses import dataclass
from enum import StrEnum

from tttt_desktop.domain.traces import WrittenLine


class Fate(StrEnum):
    """What became of a line."""

    CHANGED = "changed"
    DROPPED = "dropped"
    ADDED = "added"
    MOVED = "moved"  # under another heading
    REORDERED = "reordered"  # to another place under its heading
    DETAIL = "detail"  # lead agency, deadline, cause ... were edited


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a line stands now, among the lines of its section that kept their order; each by its first annotation.

    `leader` and `follower` are the nearest of those, 0 for none; `before` and `behind` are the nearest of those
    that were moved into the same place, in the order of the file.
    """

    leader: int = 0
    follower: int = 0
    before: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference. `line` is None for what was added; `text` is the paragraph as it came back.

    `wording` is the new one of a changed line. `section` is the heading it stands under now (or stood under, when it was
    dropped), `moved_from` the one it stood under before when that is another; `gap`: its place, when it was moved.
    `around`: what the program had put round the wording was changed and is not told by details. `unquoted`: the
    quotation marks are gone. `pieces`: into how many paragraphs it came. `detail`: the name of an attribute of the
    task form or of the annotation, which said `old` and says `new`; `doubtful`: it cannot be told what it says.
    """

    fate: Fate
    line: WrittenLine | None = None
    text: str = ""
    wording: str = ""
    section: str = ""
    moved_from: str = ""
    gap: Gap = Gap()
    around: bool = False
    unquoted: bool = False
    pieces: int = 1
    detail: str = ""
    old: str = ""
    new: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """`findings` in the order of the file; `same` lines came back as they were; `known` of the lines were found at all.

    `sorted_rows`: the rows of a table stand in another order; `rows_gone`: how many are gone whose line in the text is
    still there.
    """

    findings: tuple[Finding, ...]
    same: int
    known: int
    sorted_rows: bool = False
    rows_gone: int = 0
