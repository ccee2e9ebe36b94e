"""What a document's styles make of a paragraph and its runs; every combination is worked out once."""

from dataclasses import dataclass, replace
from typing import Any

import lxml.etree as etree

from tttt_desktop.reporting.rules import looks, shapes
from tttt_desktop.reporting.rules.looks import Look
from tttt_desktop.reporting.rules.names import W, child, value
from tttt_desktop.reporting.rules.numbering import Numbering
from tttt_desktop.reporting.rules.shapes import Shape

_DEEPEST = 20  # styles based on one another
_STYLE = f"{W}pStyle"
Around = tuple[str, tuple[str, ...]]  # the style of the table round a paragraph, and its corners


@dataclass(frozen=True, slots=True)
class Levels:
    """What the styles say, before a paragraph or run says something itself. `key` names the combination."""

    key: tuple[str, Around]
    shape: shapes.Layer
    base: looks.Layer
    table: looks.Layer
    paragraph: looks.Layer


class Styles:
    """The styles of a document; `default` gives the style id of each type of style that names none."""

    def __init__(self, root: Any, theme: Any, numbering: Numbering) -> None:
        """From the roots of the two parts; None where one is missing."""
        self._theme = looks.read_theme(theme)
        self._numbering = numbering
        self._elements: dict[str, Any] = {}
        self.default: dict[str, str] = {}
        for one in () if root is None else root.iterchildren("{*}style"):
            self._elements[value(one, "styleId")] = one
            if value(one, "default") in ("1", "true", "on"):
                self.default[value(one, "type")] = value(one, "styleId")
        self._base_look = self._look(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._base_shape = shapes.layer(child(root, "docDefaults", "pPrDefault", "pPr"))
        self._levels: dict[tuple[str, Around], Levels] = {}
        self._looks: dict[tuple[tuple[str, Around], str], Look] = {}
        self._shapes: dict[tuple[Around, str], tuple[str, Shape, Levels]] = {}

    def chain(self, style: str) -> list[Any]:
        """The elements of a style and of those it is based on, the first of them first."""
        found: list[Any] = []
        while style in self._elements and len(found) < _DEEPEST:
            element = self._elements[style]
            if element in found:
                break
            found.append(element)
            style = value(child(element, "basedOn"))
        return found[::-1]

    def paragraph(self, properties: Any, around: Around) -> tuple[str, Shape, Levels]:
        """Style id, shape and levels of a paragraph with this <w:pPr> (or None) in a table or none."""
        key = (around, _written(properties))
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = self._paragraph(properties, around)
        return found

    def _paragraph(self, properties: Any, around: Around) -> tuple[str, Shape, Levels]:
        style = value(child(properties, "pStyle"))
        if style not in self._elements:
            style = self.default.get("paragraph", "")
        levels = self._levels_of(style, around)
        own = shapes.layer(properties)
        if "list_id" in own:
            own.setdefault("level", 0)
        said = levels.shape | self._of_list(own) | own
        mark = self.look(child(properties, "rPr"), levels)
        return style, replace(Shape(**said), mark_size=mark.size), levels

    def look(self, properties: Any, levels: Levels) -> Look:
        """The look of a run with this <w:rPr> (or None)."""
        key = (levels.key, _written(properties))
        if key not in self._looks:
            named: looks.Layer = {}
            for element in self.chain(value(child(properties, "rStyle"))):
                named |= self._look(child(element, "rPr"))
            styles = (levels.table, levels.paragraph, named)
            self._looks[key] = looks.resolved(levels.base, styles, self._look(properties))
        return self._looks[key]

    def _levels_of(self, style: str, around: Around) -> Levels:
        key = (style, around)
        if key not in self._levels:
            self._levels[key] = self._work_out(style, around)
        return self._levels[key]

    def _work_out(self, style: str, around: Around) -> Levels:
        table_style, corners = around
        shape = dict(self._base_shape)
        table: looks.Layer = {}
        chain = self.chain(table_style)
        for element in (*chain, *(one for name in corners for one in _corner(chain, name))):
            shape |= shapes.layer(child(element, "pPr"))
            table |= self._look(child(element, "rPr"))
        own_shape: shapes.Layer = {}
        paragraph: looks.Layer = {}
        for element in self.chain(style):
            own_shape |= shapes.layer(child(element, "pPr"))
            paragraph |= self._look(child(element, "rPr"))
        shape |= self._of_list(own_shape) | own_shape
        return Levels((style, around), shape, self._base_look, table, paragraph)

    def _of_list(self, said: shapes.Layer) -> shapes.Layer:
        """What the level of the list that a layer names says of the paragraph."""
        if said.get("list_id", "0") in ("", "0"):
            return {}
        level = self._numbering.level(said["list_id"], said.get("level", 0))
        return shapes.layer(child(level, "pPr"))

    def _look(self, properties: Any) -> looks.Layer:
        return looks.layer(properties, self._theme)


def _written(properties: Any) -> str:
    """Properties as text: the same for the same properties."""
    if properties is None:
        return ""
    if len(properties) == 1 and properties[0].tag == _STYLE and len(properties[0].attrib) == 1:
        return value(properties[0])
    return str(etree.tostring(properties, encoding="unicode", with_tail=False))


def _corner(chain: list[Any], name: str) -> list[Any]:
    """What the styles of a table say of its first row, last column and so on."""
    return [
        part
        for element in chain
        for part in element.iterchildren("{*}tblStylePr")
        if value(part, "type") == name
    ]
