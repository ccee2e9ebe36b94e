"""The list numbers of a Word file: `word/numbering.xml` and who counts with whom."""

from typing import Any

from tttt_desktop.importing.documents import symbols
from tttt_desktop.importing.documents.numbering import Counters, Level
from tttt_desktop.importing.documents.office import joined, scheme_of_font
from tttt_desktop.importing.docx.names import is_on, number, part, parts, value
from tttt_desktop.importing.docx.styles import Style, Styles


class Lists:
    """Numbers the paragraphs of a document in the order they are asked for."""

    def __init__(self, root: Any, styles: Styles) -> None:
        """From the root of the part; None where it is missing."""
        self._styles = styles
        self._abstract = {value(one, "abstractNumId"): one for one in parts(root, "abstractNum")}
        self._numbers = {number(one, "numId"): one for one in parts(root, "num")}
        self._by_style = {
            value(part(one, "styleLink")): key
            for key, one in self._abstract.items()
            if part(one, "styleLink") is not None
        }
        self._levels: dict[int, tuple[str, dict[int, Level]]] = {}
        self._begun: set[tuple[int, int]] = set()
        self._counters = Counters()

    def label(self, properties: Any, style: Style) -> str:
        """The number of a paragraph with this <w:pPr> (or None) and style; "" when it has none."""
        own = part(properties, "numPr")
        if own is None and style.list_id is None:
            return ""
        list_id, level = number(part(own, "numId")), number(part(own, "ilvl"))
        if list_id is None:
            list_id = style.list_id
            if level is None:
                level = self._level_of(style)
        if not list_id or list_id not in self._numbers:
            return ""
        key, levels = self._resolved(list_id)
        return self._counters.label(key, levels, level or 0, self._restart(list_id, level or 0))

    def _level_of(self, style: Style) -> int | None:
        """The level of a style: what it says, else the level of its list that names the style."""
        if style.level is not None or not style.list_id or style.list_id not in self._numbers:
            return style.level
        abstract = self._abstract.get(value(part(self._numbers[style.list_id], "abstractNumId")))
        for one in parts(abstract, "lvl"):
            if value(part(one, "pStyle")) == style.numbered_by:
                return number(one, "ilvl")
        return None

    def _restart(self, list_id: int, level: int) -> int | None:
        """Where a list that counts with others begins anew at its first item of a level."""
        if (list_id, level) in self._begun:
            return None
        self._begun.add((list_id, level))
        for one in parts(self._numbers[list_id], "lvlOverride"):
            if number(one, "ilvl") == level:
                return number(part(one, "startOverride"))
        return None

    def _resolved(self, list_id: int) -> tuple[str, dict[int, Level]]:
        """Who counts together (the abstract list), and the levels of a list."""
        if list_id not in self._levels:
            found = self._numbers[list_id]
            key = value(part(found, "abstractNumId"))
            linked = value(part(self._abstract.get(key), "numStyleLink"))
            key = self._by_style.get(linked, key)
            levels = dict(map(self._level, parts(self._abstract.get(key), "lvl")))
            for one in parts(found, "lvlOverride"):
                levels |= dict(map(self._level, parts(one, "lvl")))
            self._levels[list_id] = key, levels
        return self._levels[list_id]

    def _level(self, element: Any) -> tuple[int, Level]:
        look = self._styles.look(part(element, "rPr"))
        form, text = value(part(element, "numFmt")) or "decimal", value(part(element, "lvlText"))
        if form == "bullet":
            text = symbols.bullet(text, look.ascii) if text else ""
        elif scheme_of_font(look.other or look.ascii):
            text = joined([(look.scheme, text)])
        start = number(part(element, "start"))
        return number(element, "ilvl") or 0, Level(
            form,
            text,
            0 if start is None else start,
            number(part(element, "lvlRestart")),
            is_on(part(element, "isLgl")),
        )
