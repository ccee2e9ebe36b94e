"""A parsed page as a flat list of pieces of text, each with the elements around it. Nothing is judged here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.documents.numbering import written
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.facts.dateruns import parted
from tttt_desktop.importing.html.styles import NO_STYLE, Style, alignment, is_unseen, style_of
from tttt_desktop.importing.letters import legacy

_DROPPED = words(
    "script style noscript template select option textarea head title iframe audio video datalist frameset noframes"
    " amp-ad amp-analytics"
)
_DROPPED_WHEN_SMALL = words(
    "button svg math object applet canvas map"
)  # unclosed ones swallow the page
_TOP = 12  # pieces of text before which the banner of a page stands
_SMALL = 300  # characters
_BLOCKS = words(
    "html body p div table tbody thead tfoot tr td th caption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 article section main"
    " header footer nav aside figure figcaption blockquote pre form fieldset address center hr details summary dialog"
    " dir menu legend hgroup marquee xmp listing"
)
_PLAIN = words("b i u em strong o:p big small a")  # elements whose attributes tell nothing
_PICTURES = words("img amp-img picture")
_HEADINGS = words("h1 h2 h3 h4 h5 h6 summary")  # a button in one opens a part of the text
_TELLING = (
    "type",
    "itemprop",
    "rel",
    "data-testid",
)  # attributes that name an element as classes do
_VERBATIM = words("pre xmp listing")
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*|\d+")
_LOOKS = words(
    "margin m mt mb my padding p pt pb py border align vertical rounded text bg clear float pull"
)
_NUMBERS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"}
_NUMBERS |= {"I": "upperRoman"}
_CHOSEN = frozenset(
    {"type", "start"}
)  # a writer who chose how a list is numbered refers to the numbers


@dataclass(slots=True)
class Element:
    """An element that is a block or calls itself something; `first` and `stop` bound its pieces."""

    tag: str
    names: frozenset[str]  # the words of its class and id, alone and joined by twos, lower case
    parent: int
    first: int
    classes: str = ""
    id: str = ""
    align: str = ""
    stop: int = 0


@dataclass(slots=True)
class Piece:
    """A run of text between two block borders, normalised, without line ends; `inside` is the index of its nearest element.

    `by_date` tells of what stood on one line with a date.
    """

    text: str
    inside: int
    is_link: bool
    by_date: bool = False


@dataclass(slots=True)
class Page:
    """All pieces in reading order, all elements in document order, and before which pieces pictures stand; `banners` are the words of pictures at the top.

    `unseen` counts the characters that a browser would not show; `converted` names the old encodings met in fonts.
    """

    pieces: list[Piece] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    pictures: list[tuple[int, int]] = field(default_factory=list)  # (element, pieces before)
    banners: list[str] = field(default_factory=list)
    unseen: int = 0
    converted: set[str] = field(default_factory=set)

    def around(self, element: int) -> Iterator[int]:
        """An element and those around it, from the inside out."""
        while element >= 0:
            yield element
            element = self.elements[element].parent


@lru_cache(maxsize=4096)
def names_of(classes: str, id_: str) -> frozenset[str]:
    """The words that a class and an id are made of ("tin-lienQuan": tin, lien, quan, tinlien, lienquan)."""
    names: set[str] = set()
    for part in (*classes.split(), id_):
        if part.partition("-")[0] in _LOOKS:
            continue
        found = [word.lower() for word in _WORD.findall(part)]
        names.update(found)
        names.update(one + two for one, two in pairwise(found))
    return frozenset(names)


class _Walk:
    def __init__(self, named: frozenset[str], fonts: Mapping[str, str], show_all: bool) -> None:
        self.page = Page()
        self._named, self._fonts, self._show_all = named, fonts, show_all
        self._open = [-1]
        self._text: list[str] = []
        self._linked = self._plain = self._links = self._verbatim = 0
        self._scheme = ""
        self._lists: list[tuple[str, int]] = []  # form and last number of the open lists
        self._mark = ""

    def visit(self, node: Any) -> None:
        """Take in an element with all that is inside it."""
        tag = node.tag
        attributes = {} if tag in _PLAIN and not _names_itself(node, tag) else dict(node.items())
        style = style_of(attributes["style"]) if "style" in attributes else NO_STYLE
        if attributes and not self._show_all and is_unseen(attributes, style):
            self.page.unseen += sum(map(len, node.itertext()))
            return
        if tag == "br" or tag in _PICTURES:
            self._take_void(tag, node)
            return
        block = tag in _BLOCKS or style.block or bool(attributes and self._is_border(attributes))
        scheme = self._scheme
        if block:
            self._enter(tag, attributes, style)
        if self._fonts or attributes:
            self._scheme = self._font(tag, attributes, style)
        if tag == "ol" or tag == "ul":
            self._lists.append(_numbering(tag, attributes, style))
        elif tag == "li":
            self._count(attributes)
        self._inside(node, tag)
        self._scheme = scheme
        if block:
            self.flush()
            self.page.elements[self._open.pop()].stop = len(self.page.pieces)

    def _inside(self, node: Any, tag: str) -> None:
        if tag == "q":
            self.say("“")
        self._links += tag == "a"
        self._verbatim += tag in _VERBATIM
        self.say(node.text)
        for child in node:
            if child.tag == "a" and _is_beside_link(child):
                self.say(" ")
            if child.tag not in _DROPPED and not _is_decoration(child):
                self.visit(child)
            self.say(child.tail)
        self._links -= tag == "a"
        self._verbatim -= tag in _VERBATIM
        if tag == "ol" or tag == "ul":
            self._lists.pop()
        elif tag == "li":
            self.flush()
            self._mark = ""
        elif tag == "q":
            self.say("”")

    def _take_void(self, tag: str, node: Any) -> None:
        if tag == "br":
            self.flush()
        else:
            if len(self.page.pieces) < _TOP and (said := node.get("alt")):
                self.page.banners.append(normalise(said).strip())
            self.page.pictures.append((self._open[-1], len(self.page.pieces) + bool(self._text)))

    def _is_border(self, attributes: Mapping[str, str]) -> bool:
        names = names_of(_told(attributes), attributes.get("id", ""))
        return not names.isdisjoint(self._named)

    def _enter(self, tag: str, attributes: Mapping[str, str], style: Style) -> None:
        self.flush()
        classes, id_ = attributes.get("class", ""), attributes.get("id", "")
        names = names_of(_told(attributes), id_)
        align = style.align or ("center" if tag == "center" else "")
        if not align and "align" in attributes:
            align = alignment(attributes["align"])
        page = self.page
        first = len(page.pieces)
        page.elements.append(Element(tag, names, self._open[-1], first, classes, id_, align))
        self._open.append(len(page.elements) - 1)

    def _font(self, tag: str, attributes: Mapping[str, str], style: Style) -> str:
        """The old encoding that text is in from here on, "" for Unicode."""
        if style.scheme is not None:
            return style.scheme
        if tag == "font" and "face" in attributes:
            return legacy.scheme_of_font(attributes["face"])
        if not self._fonts:
            return self._scheme
        for key in (f".{one}" for one in attributes.get("class", "").split()):
            if key in self._fonts:
                return self._fonts[key]
        return self._fonts.get(tag, self._scheme)

    def _count(self, attributes: Mapping[str, str]) -> None:
        if not self._lists or not self._lists[-1][0]:
            return
        form, last = self._lists[-1]
        number = _number(attributes.get("value", ""), last + 1)
        self._lists[-1] = form, number
        self._mark = f"{written(number, form)}. "

    def say(self, text: str | None) -> None:
        """Take in a run of text."""
        if not text:
            return
        if self._scheme:
            text = legacy.convert(text, self._scheme)
            self.page.converted.add(self._scheme)
        if self._verbatim and "\n" in text:
            self._say_lines(text)
            return
        self._text.append(text)
        visible = len(text.strip())
        if self._links:
            self._linked += visible
        else:
            self._plain += visible

    def _say_lines(self, text: str) -> None:
        verbatim, self._verbatim = self._verbatim, 0
        scheme, self._scheme = self._scheme, ""
        for line in text.split("\n"):
            self.say(line)
            self.flush()
        self._verbatim, self._scheme = verbatim, scheme

    def flush(self) -> None:
        """End a piece."""
        if not self._text:
            return
        is_link = self._linked > 0 and self._plain * 8 <= self._linked
        parts = parted(self._text)
        for part in parts:
            text = " ".join(part.split())
            if text and (text := normalise(text).strip()):
                piece = Piece(self._mark + text, self._open[-1], is_link, len(parts) > 1)
                self.page.pieces.append(piece)
                self._mark = ""
        self._text.clear()
        self._linked = self._plain = 0


def _names_itself(node: Any, tag: str) -> bool:
    """Whether a link says that it leads to the author."""
    return tag == "a" and "author" in f"{node.get('rel')} {node.get('data-testid')}"


def _is_beside_link(node: Any) -> bool:
    """Whether a link follows another with nothing between: style sheets keep such buttons apart. A mark of a place is none."""
    before = node.getprevious()
    is_mark = node.get("name") is not None
    return not is_mark and before is not None and before.tag == "a" and not before.tail


def _told(attributes: Mapping[str, str]) -> str:
    """The classes of an element, with what else calls it something."""
    classes = attributes.get("class", "")
    others = [attributes[key] for key in _TELLING if key in attributes]
    return " ".join((classes, *others)) if others else classes


def _is_decoration(node: Any) -> bool:
    if node.tag == "button" and node.getparent().tag in _HEADINGS:
        return False
    return node.tag in _DROPPED_WHEN_SMALL and sum(map(len, node.itertext())) < _SMALL


def _numbering(tag: str, attributes: Mapping[str, str], style: Style) -> tuple[str, int]:
    """The form of a list's numbers and the one before its first; plain 1, 2, 3 are left out, as labels of texts do."""
    if tag == "ul" or not style.numbered or not _CHOSEN & attributes.keys():
        return "", 0
    form = _NUMBERS.get(attributes.get("type", "1"), "decimal")
    return form, _number(attributes.get("start", ""), 1) - 1


def _number(text: str, default: int) -> int:
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 7 else default


def flatten(
    root: Any, named: frozenset[str], fonts: Mapping[str, str], show_all: bool = False
) -> Page:
    """The pieces of a parsed page; elements whose class or id has a word of `named` are borders like blocks.

    `fonts` are the old fonts of a style sheet, by ".class" and tag; `show_all` takes in what a browser does not show.
    """
    walk = _Walk(named, fonts, show_all)
    walk.visit(root)
    walk.flush()
    return walk.page
