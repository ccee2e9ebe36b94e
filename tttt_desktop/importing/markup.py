"""A parsed page as a flat list of pieces of text, each with the elements around it. Nothing is judged here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tttt_desktop.importing.draft import words

_DROPPED = words(
    "script style noscript template select option textarea button svg math head title iframe object embed applet"
    " audio video canvas map datalist"
)
_BLOCKS = words(
    "html body p div table tbody thead tfoot tr td th caption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 article section main"
    " header footer nav aside figure figcaption blockquote pre form fieldset address center hr details summary"
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*|\d+")


@dataclass(slots=True)
class Element:
    """An element that is a block or calls itself something; `first` and `stop` bound its pieces."""

    tag: str
    names: frozenset[str]  # the words of its class and id, lower case
    parent: int
    first: int
    stop: int = 0


@dataclass(slots=True)
class Piece:
    """A run of text between two block borders; `inside` is the index of its nearest element."""

    text: str
    inside: int
    is_link: bool


@dataclass(slots=True)
class Page:
    """All pieces in reading order, all elements in document order, and before which pieces pictures stand."""

    pieces: list[Piece] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    pictures: list[tuple[int, int]] = field(
        default_factory=list
    )  # (element, number of pieces before)

    def around(self, element: int) -> Iterator[int]:
        """An element and those around it, from the inside out."""
        while element >= 0:
            yield element
            element = self.elements[element].parent


class _Walk:
    def __init__(self, named: frozenset[str]) -> None:
        self.page = Page()
        self._named = named
        self._open: list[int] = []
        self._text: list[str] = []
        self._linked = self._plain = 0
        self._links = 0

    def enter(self, node: Any) -> None:
        names = frozenset(_names(node))
        if node.tag in _BLOCKS or names & self._named:
            self.flush()
            page = self.page
            page.elements.append(Element(node.tag, names, self._top(), len(page.pieces)))
            self._open.append(len(page.elements) - 1)
        elif node.tag == "br":
            self.flush()
        elif node.tag == "img":
            self.page.pictures.append((self._top(), len(self.page.pieces)))
        self._links += node.tag == "a"
        self.say(node.text)

    def leave(self, node: Any) -> None:
        if node.tag in _BLOCKS or frozenset(_names(node)) & self._named:
            self.flush()
            self.page.elements[self._open.pop()].stop = len(self.page.pieces)
        self._links -= node.tag == "a"

    def say(self, text: str | None) -> None:
        if text:
            self._text.append(text)
            visible = len(text.strip())
            if self._links:
                self._linked += visible
            else:
                self._plain += visible

    def flush(self) -> None:
        text = _SPACES.sub(" ", "".join(self._text)).strip()
        if text:
            is_link = self._linked > 0 and self._plain * 8 <= self._linked
            self.page.pieces.append(Piece(text, self._top(), is_link))
        self._text.clear()
        self._linked = self._plain = 0

    def _top(self) -> int:
        return self._open[-1] if self._open else -1


def _names(node: Any) -> Iterator[str]:
    for key in ("class", "id"):
        for word in _WORD.findall(node.get(key) or ""):
            yield word.lower()


def flatten(root: Any, named: frozenset[str]) -> Page:
    """The pieces of a parsed page; elements whose class or id has a word of `named` are borders like blocks."""
    import lxml.etree as etree

    walk = _Walk(named)
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, node in steps:
        dropped = node.tag in _DROPPED
        if event == "start":
            if dropped:
                steps.skip_subtree()
            else:
                walk.enter(node)
            continue
        if not dropped:
            walk.leave(node)
        if node is not root:
            walk.say(node.tail)
    walk.flush()
    return walk.page
