"""A document with marks taken apart: its lines, its marks, what is wrong with them, and the parts as they are kept."""

import re
from collections.abc import Iterator, Sequence

from tttt_desktop.domain.own_template import BRIEFING, Problem
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign.opened import Opened
from tttt_desktop.reporting.marks.check import problems
from tttt_desktop.reporting.marks.names import CONTENTS
from tttt_desktop.reporting.marks.scan import Broken, Mark, scan
from tttt_desktop.reporting.signed.lines import read as read_lines

_STORIES = {"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích"}
_NO_MARKS = "Trong tệp không có dấu nào; hãy lưu tệp mẫu để xem các dấu viết thế nào."


def read(parts: dict[str, bytes]) -> Opened:
    """`parts` as `cleaning` left them; each mark comes to stand in one piece. Errors: FileRefused."""
    main = ooxml.main_part(parts)
    kept = dict(parts)
    lines = read_lines(root := ooxml.parse(parts[main]))
    found = list(scan(lines))
    kept[main] = ooxml.as_bytes(root)
    found += _elsewhere(kept, main)
    said = problems(found)
    marks = [one for one in found if isinstance(one, Mark)]
    if not any(one.kind != "note" for one in marks) and not said:
        said = [Problem(1, _NO_MARKS)]
    written = tuple(dict.fromkeys(one.written for one in marks))
    return Opened(
        kept,
        tuple(line.text for line in lines),
        marks=written,
        problems=tuple(said),
        contents=_contents(written),
    )


def _contents(marks: Sequence[str]) -> str:
    """Whose contents the marks ask for by names that only one of them has; the briefing where they ask for several."""
    words = {word for mark in marks for word in re.findall(r"\w+", mark)}
    told = {key for name, key in CONTENTS if words & {name, f"nhom_{name}"}}
    return told.pop() if len(told) == 1 else BRIEFING


def _elsewhere(parts: dict[str, bytes], main: str) -> Iterator[Mark | Broken]:
    """The marks of headers, footers and footnotes."""
    for link in ooxml.links(parts, main):
        if link.kind in _STORIES and link.target in parts:
            root = ooxml.parse(parts[link.target])
            yield from scan(read_lines(root), _STORIES[link.kind])
            parts[link.target] = ooxml.as_bytes(root)
