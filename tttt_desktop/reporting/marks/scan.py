"""The marks in a document: found paragraph by paragraph, and each put into one piece, whatever Word made of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tttt_desktop.reporting.signed.lines import Line, write

_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSING = re.compile(r"\}\}|%\}")
_STATEMENT = re.compile(r"\{%-?\s*?(p|tr|tc|r)?\s+(.*?)\s*-?%\}", re.DOTALL)
_PRINT = re.compile(r"\{\{-?(p|tr|tc|r)?\s(.*?)-?\}\}|\{\{(.*?)\}\}", re.DOTALL)
_QUOTES = str.maketrans("“”‘’\xa0", "\"\"'' ")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: `kind` "print", "do" or "note"; `over`: the block it stands for (p, tr, tc), or ""; `says`: its inside.

    `paragraph` counts from 1 in `story` ("", "đầu trang" or "chân trang"); `alone`: nothing else stands in it;
    `boxed`: it stands in a text box.
    """

    written: str
    kind: str
    over: str
    says: str
    paragraph: int
    story: str
    alone: bool
    in_table: bool
    boxed: bool = False

    @property
    def place(self) -> str:
        """Where it stands, for a message."""
        where = f"đoạn {self.paragraph}"
        return f"{where} của {self.story}" if self.story else where


@dataclass(frozen=True, slots=True)
class Broken:
    """The beginning of a mark that does not end in its paragraph, or an end without a beginning."""

    written: str
    paragraph: int
    story: str


def scan(lines: Iterable[Line], story: str = "") -> Iterator[Mark | Broken]:
    """The marks of a part; each is put into one run of the document."""
    number, paragraph = 0, None
    for line in lines:
        if line.paragraph is not paragraph:
            number, paragraph = number + 1, line.paragraph
        text = line.text
        if "{" not in text and "}" not in text:
            continue
        found = list(_MARK.finditer(text))
        for mark in reversed(found):
            write(line, mark.start(), mark.end(), mark[0].translate(_QUOTES))
        rest = _MARK.sub("", text)
        for mark in found:
            yield _mark(mark[0].translate(_QUOTES), line, number, story, not rest.strip())
        for end in (*_OPENING.finditer(rest), *_CLOSING.finditer(rest)):
            yield Broken(_excerpt(rest, end.start()), number, story)


def _mark(written: str, line: Line, number: int, story: str, alone: bool) -> Mark:
    kind, over, says = _read(written)
    in_table, boxed = (
        next(line.paragraph.iterancestors(f"{{*}}{name}"), None) is not None
        for name in ("tbl", "txbxContent")
    )
    return Mark(written, kind, over, says.strip(), number, story, alone, in_table, boxed)


def _read(written: str) -> tuple[str, str, str]:
    if written.startswith("{#"):
        return "note", "", ""
    if written.startswith("{%"):
        found = _STATEMENT.fullmatch(written)
        return ("do", found[1] or "", found[2]) if found else ("do", "", written[2:-2])
    printed = _PRINT.fullmatch(written)
    if printed is None or printed[3] is not None:
        return "print", "", written[2:-2]
    return "print", printed[1] or "", printed[2]


def _excerpt(text: str, start: int) -> str:
    said = text[start : start + 40].strip()
    return f"{said}…" if len(text) > start + 40 else said
