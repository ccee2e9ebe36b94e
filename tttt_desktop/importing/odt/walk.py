"""The walk over an OpenDocument text: what a reader of LibreOffice sees, paragraph by paragraph."""

import re
from collections.abc import Iterator
from typing import Any

from tttt_desktop.importing.documents import office
from tttt_desktop.importing.documents.numbering import DEEPEST, Counters, Level
from tttt_desktop.importing.documents.office import Look, Piece
from tttt_desktop.importing.documents.safexml import local
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.odt.styles import Styles, attribute, whole

_SKIPPED = words(
    "tracked-changes annotation forms sequence-decls variable-decls user-field-decls dde-connection-decls"
    " alphabetical-index-auto-mark-file ruby-text note-citation title desc script object object-ole image plugin applet"
    " floating-frame control number covered-table-cell event-listeners meta settings scripts styles automatic-styles"
    " master-styles font-face-decls"
)
_SHAPES = words(
    "text-box custom-shape rect ellipse circle line polyline polygon regular-polygon path connector caption measure"
)
_SIGNS = {"s": " ", "tab": " ", "line-break": "\n"}
_SPACES = re.compile(r"[ \t\r\n]+")
_OUTLINE = "outline"


class Walk:
    """Goes over the texts of a document in order; `notes` gathers the lines of foot- and endnotes on the way."""

    def __init__(self, styles: Styles) -> None:
        self.title = ""
        self.notes: list[str] = []
        self._styles = styles
        self._counters = Counters()
        self._keys: dict[str, int] = {}  # who counts with whom: lists by id and by style
        self._lists = 0

    def lines(self, container: Any) -> Iterator[str]:
        """The texts of the paragraphs and rows in a body, cell, text box or section, in reading order."""
        for child in container:
            yield from self.element(child)

    def element(self, element: Any) -> Iterator[str]:
        """The lines of one element."""
        kind = local(element.tag)
        if kind in _SKIPPED or kind.endswith("-source") or _is_hidden(element):
            return
        if kind == "p":
            yield from self._paragraph(element, "")
        elif kind == "h":
            yield from self._paragraph(element, self._heading_number(element))
        elif kind == "list":
            yield from self._list(element, "", 0, self._key(element))
        elif kind == "table-row":
            yield from office.row([list(self.element(cell)) for cell in element])
        else:
            yield from self.lines(element)

    def _heading_number(self, element: Any) -> str:
        level = whole(attribute(element, "outline-level"), 1) - 1
        if attribute(element, "is-list-header") == "true" or level not in self._styles.outline:
            return ""
        return self._counters.label(_OUTLINE, self._styles.outline, level)

    def _key(self, element: Any) -> int:
        """The counters of a list: new ones unless it goes on with an earlier list."""
        style = attribute(element, "style-name")
        named = attribute(element, "continue-list")
        found = self._keys.get(f"#{named}") if named else None
        if found is None and (named or attribute(element, "continue-numbering") == "true"):
            found = self._keys.get(style)
        if found is None:
            self._lists += 1
            found = self._lists
        self._keys[style] = self._keys[f"#{attribute(element, 'id')}"] = found
        return found

    def _list(self, element: Any, style: str, level: int, key: int) -> Iterator[str]:
        style = attribute(element, "style-name") or style
        levels = self._styles.levels(style)
        for item in element:
            kind = local(item.tag)
            numbered = kind == "list-item"
            restart = attribute(item, "start-value")
            for child in item if numbered or kind == "list-header" else ():
                if local(child.tag) == "list":
                    yield from self._list(child, style, min(level + 1, DEEPEST - 1), key)
                elif local(child.tag) in ("p", "h"):
                    label = self._label(levels, level, key, restart) if numbered else ""
                    yield from self._paragraph(child, label)
                    numbered = False
                else:
                    yield from self.element(child)

    def _label(self, levels: dict[int, Level], level: int, key: int, restart: str) -> str:
        start = whole(restart, 1) if restart else None
        return self._counters.label(key, levels, level, start)

    def _paragraph(self, element: Any, label: str) -> Iterator[str]:
        style = attribute(element, "style-name")
        look = self._styles.look("paragraph", style)
        boxes: list[str] = []
        pieces = list(self._pieces(element, look, boxes))
        if any(_is_hidden(one) for one in element.iter("{*}hidden-paragraph")):
            return
        text = office.joined(pieces)
        if not self.title and self._styles.is_title(style):
            self.title = text.strip()
        yield f"{label} {text}" if label and text.strip() else text
        yield from boxes

    def _pieces(self, element: Any, look: Look, boxes: list[str]) -> Iterator[Piece]:
        """The pieces of a paragraph's text; the lines of text boxes anchored in it are added to `boxes`."""
        yield _said(element.text, look)
        for child in element:
            kind = local(child.tag)
            if kind in _SIGNS:
                yield look.scheme, _SIGNS[kind]
            elif kind == "note":
                self._note(child)
            elif kind in _SHAPES:
                boxes += self.lines(child)
            elif kind == "span":
                own = self._styles.look("text", attribute(child, "style-name"), look)
                yield from self._pieces(child, own, boxes)
            elif kind not in _SKIPPED and not _is_hidden(child):
                yield from self._pieces(child, look, boxes)
            yield _said(child.tail, look)

    def _note(self, element: Any) -> None:
        for child in element:
            if local(child.tag) == "note-body":
                self.notes += self.lines(child)


def _said(text: str | None, look: Look) -> Piece:
    return look.scheme, _SPACES.sub(" ", text) if text and not look.hidden else ""


def _is_hidden(element: Any) -> bool:
    """Whether a section or a field says that it is not shown."""
    if attribute(element, "is-hidden") == "true":
        return True
    return local(element.tag) == "section" and attribute(element, "display") == "none"
