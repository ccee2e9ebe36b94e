"""The lines of a document as a person sees them, and writing into them.

A line is a paragraph, or a part of one between two line breaks. Its text is that of its runs joined, a tab counting as
one blank, normalised; writing into it puts the new words where the old ones began, in their look.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.text import normalise
from tttt_desktop.reporting.ooxml import XML_SPACE, W

MOST_LINES = 8_000  # some two hundred pages
_TEXT, _TAB, _BREAKS = f"{W}t", f"{W}tab", (f"{W}br", f"{W}cr")
_HYPHEN = f"{W}noBreakHyphen"
_P = f"{W}p"


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of the styles whose letters are bold or drawn as capitals, and of those that number their paragraphs."""

    bold: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()


@dataclass(slots=True)
class Line:
    """`nodes`: the elements that hold its text, each with what it says; `tabs`: where in the text a tab stands.

    `break_before`: the line break that parts it from the line before in the same paragraph. `styles`: the document's.
    """

    number: int
    paragraph: Any
    styles: Styles
    nodes: list[tuple[Any, str]] = field(default_factory=list)
    break_before: Any = None

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(said for _, said in self.nodes)

    @property
    def tabs(self) -> list[int]:
        """Where tabs stand."""
        places, at = [], 0
        for node, said in self.nodes:
            if node.tag == _TAB:
                places.append(at)
            at += len(said)
        return places


def read(root: Any, styles: Any = None) -> list[Line]:
    """The lines of a part in their order, text boxes and tables included. Errors: FileRefused for too many.

    `root` is the part with the text, `styles` the one with the styles.
    """
    lines: list[Line] = []
    known = _styles(styles) if styles is not None else Styles()
    for paragraph in root.iter(_P):
        lines.extend(_of_paragraph(paragraph, len(lines), known))
        if len(lines) > MOST_LINES:
            raise FileRefused(
                "Tệp quá dài để làm mẫu.", "Hãy bỏ bớt phụ lục trong một bản sao rồi thử lại."
            )
    for line in lines:
        _settle(line)
    return lines


def _of_paragraph(paragraph: Any, number: int, styles: Styles) -> Iterator[Line]:
    line = Line(number, paragraph, styles)
    for node in own_nodes(paragraph):
        if node.tag in _BREAKS:
            yield line
            line = Line(line.number + 1, paragraph, styles, break_before=node)
        elif node.tag == _TEXT:
            line.nodes.append((node, node.text or ""))
        else:
            line.nodes.append((node, "-" if node.tag == _HYPHEN else " "))
    yield line


def _styles(styles: Any) -> Styles:
    """What the styles say by themselves or by what they are based on."""
    known = {one.get(f"{W}styleId"): one for one in styles.iter(f"{W}style")}

    def lettered(what: str) -> frozenset[str]:
        marks = {name: _said(known, name, "rPr", what) for name in known}
        return frozenset(name for name, mark in marks.items() if mark is not None and is_on(mark))

    numbered = {name for name in known if _said(known, name, "pPr", "numPr") is not None}
    return Styles(lettered("b"), lettered("caps"), frozenset(numbered))


def _said(known: dict[str, Any], name: str, group: str, what: str, depth: int = 0) -> Any:
    """A property of a style or of the one below it; None when nothing is said."""
    if name not in known or depth > 20:
        return None
    mark = known[name].find(f"{W}{group}/{W}{what}")
    base = known[name].find(f"{W}basedOn")
    if mark is not None or base is None:
        return mark
    return _said(known, base.get(f"{W}val", ""), group, what, depth + 1)


def is_on(mark: Any) -> bool:
    """Whether a mark such as "bold" says yes."""
    return mark.get(f"{W}val", "1") not in ("0", "false", "off")


def own_nodes(paragraph: Any) -> Iterator[Any]:
    """The texts, tabs and breaks of a paragraph, without those of text boxes that hang on it."""
    for node in paragraph.iter(_TEXT, _TAB, *_BREAKS, _HYPHEN):
        if node.tag == _TAB and node.getparent().tag != f"{W}r":
            continue  # the stop of a tab, not a tab
        if next(node.iterancestors(_P)) is paragraph:
            yield node


def _settle(line: Line) -> None:
    """Give every node the normalised text, so that places in the text of the line hold in the file."""
    whole = normalise(line.text).replace("\n", " ")
    line.nodes = [
        (node, _set(node, normalise(said).replace("\n", " "))) for node, said in line.nodes
    ]
    if line.text != whole:  # a letter is parted by the end of a run
        first = next(node for node, _ in line.nodes if node.tag == _TEXT)
        for node in (node for node, _ in line.nodes if node is not first):
            node.getparent().remove(node)
        line.nodes = [(first, _set(first, whole))]


def _set(node: Any, text: str) -> str:
    if node.tag == _TEXT:
        node.text = text
        node.set(XML_SPACE, "preserve")
    elif node.tag != _HYPHEN and not text:
        node.getparent().remove(node)
    return text


def write(line: Line, start: int, stop: int, text: str) -> None:
    """Put `text` in the place of [start, stop) of a line, in the look of what stood there."""
    found, at, written = [], 0, False
    for node, said in line.nodes:
        first, last = start - at, stop - at
        at += len(said)
        here = node.tag == _TEXT and not written and 0 <= first <= len(said)
        if max(first, 0) >= min(last, len(said)) and not (start == stop and here):
            found.append((node, said))
        elif node.tag == _TEXT:
            new = said[: max(first, 0)] + ("" if written else text) + said[max(last, 0) :]
            written = True
            found.append((node, _set(node, new)))
        else:  # a tab or a hyphen inside what is replaced
            node.getparent().remove(node)
    line.nodes = found


def remove(line: Line) -> None:
    """Take a line away: its words, and its paragraph when nothing else stands in that."""
    write(line, 0, len(line.text), "")
    if line.break_before is not None and line.break_before.getparent() is not None:
        line.break_before.getparent().remove(line.break_before)
    paragraph = line.paragraph
    if not is_needed(paragraph):
        paragraph.getparent().remove(paragraph)


def keep_with_next(paragraph: Any) -> None:
    """Let a paragraph stay on one page with the following one."""
    import lxml.etree as etree

    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}keepNext") is None:
        at = 1 if properties.find(f"{W}pStyle") is not None else 0
        properties.insert(at, etree.Element(f"{W}keepNext"))


def is_needed(paragraph: Any) -> bool:
    """Whether a paragraph must stay: it says or shows something, ends a section, or is the last one of its cell."""
    parent = paragraph.getparent()
    if parent is None or paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return True  # it has gone already, with another field
    if any(True for _ in paragraph.iter(f"{W}drawing", f"{W}pict")):
        return True
    if any((node.text or "").strip() for node in own_nodes(paragraph) if node.tag == _TEXT):
        return True
    following = paragraph.getnext()
    only = len(parent.findall(_P)) == 1
    return parent.tag == f"{W}tc" and (only or (following is None and _after_table(paragraph)))


def _after_table(paragraph: Any) -> bool:
    before = paragraph.getprevious()
    return before is not None and before.tag == f"{W}tbl"
