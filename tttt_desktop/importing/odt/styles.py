"""What the styles of an OpenDocument text say of fonts, hidden text and list numbers.

Facts: OpenDocument 1.2 part 1, chapters 14 (fonts), 16 (styles), 16.30 (list styles), 19.880 (text:display-levels).
"""

import re
from dataclasses import dataclass, field
from typing import Any

from tttt_desktop.importing.documents import symbols
from tttt_desktop.importing.documents.numbering import DEEPEST, Level
from tttt_desktop.importing.documents.office import Look
from tttt_desktop.importing.documents.safexml import local

_DEEPEST = 20  # styles based on one another
_NOTHING = Look()
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
_TITLE = "Title"


def attribute(element: Any, name: str) -> str:
    """An attribute by its local name; "" when it is missing."""
    for key, value in element.attrib.items():
        if local(key) == name:
            return str(value)
    return ""


def whole(text: str, otherwise: int) -> int:
    """A small whole number in an attribute."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


@dataclass(slots=True)
class Styles:
    """The styles of `content.xml` and `styles.xml` together; those read later win. `outline` numbers headings."""

    _fonts: dict[str, str] = field(default_factory=dict)
    _styles: dict[tuple[str, str], Any] = field(default_factory=dict)
    _lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)

    def read(self, root: Any) -> None:
        """Take in all styles below an element; nothing of None."""
        wanted = ("font-face", "style", "default-style", "list-style", "outline-style")
        for element in () if root is None else root.iter(*(f"{{*}}{tag}" for tag in wanted)):
            kind, name = local(element.tag), attribute(element, "name")
            if kind == "font-face":
                self._fonts[name] = attribute(element, "font-family").strip("'\" ")
            elif kind == "list-style":
                self._lists[name] = self._levels(element)
            elif kind == "outline-style":
                self.outline = self._levels(element)
            else:
                key = "" if kind == "default-style" else name
                self._styles[attribute(element, "family"), key] = element

    def look(self, family: str, name: str, base: Look | None = None) -> Look:
        """A style of the family "paragraph" or "text", with its parents; paragraphs stand on the default style."""
        found = self._look(family, name, 0)
        if family == "paragraph":
            found = found.over(self._look(family, "", 0))
        return found.over(base) if base is not None else found

    def _look(self, family: str, name: str, depth: int) -> Look:
        key = family, name
        if key in self._looks:
            return self._looks[key]
        element = self._styles.get(key)
        if element is None or depth > _DEEPEST:
            return _NOTHING
        own = self._own(element)
        parent = attribute(element, "parent-style-name")
        made = own.over(self._look(family, parent, depth + 1)) if parent else own
        self._looks[key] = made
        return made

    def _own(self, element: Any) -> Look:
        properties = _child(element, "text-properties")
        if properties is None:
            return _NOTHING
        name = attribute(properties, "font-name")
        font = self._fonts.get(name, name) or attribute(properties, "font-family").strip("'\" ")
        display = attribute(properties, "display")
        return Look(font, font, display == "none" if display else None)

    def is_title(self, name: str) -> bool:
        """Whether a paragraph style is the title style or stands on it."""
        for _ in range(_DEEPEST):
            element = self._styles.get(("paragraph", name))
            if name == _TITLE or element is None:
                break
            name = attribute(element, "parent-style-name")
        return name == _TITLE

    def levels(self, list_style: str) -> dict[int, Level]:
        """The levels of a list style; none of an unknown one."""
        return self._lists.get(list_style, {})

    def _levels(self, element: Any) -> dict[int, Level]:
        found = {}
        for one in element:
            number = whole(attribute(one, "level"), 0) - 1
            if 0 <= number < DEEPEST:
                found[number] = self._level(one, number)
        return found

    def _level(self, element: Any, number: int) -> Level:
        kind = local(element.tag)
        if kind == "list-level-style-bullet":
            text = attribute(element, "bullet-char")
            look = self._own(element)
            return Level("bullet", symbols.bullet(text, look.ascii) if text else "")
        if kind not in ("list-level-style-number", "outline-level-style"):
            return Level("bullet", symbols.BULLET)  # a picture
        form = _FORMS.get(attribute(element, "num-format"), "decimal")
        shown = whole(attribute(element, "display-levels"), 1)
        return Level(
            form,
            _placed(attribute(element, "num-list-format"))
            or _pattern(element, form, number, shown),
            whole(attribute(element, "start-value"), 1),
        )


def _placed(pattern: str) -> str:
    """The pattern that LibreOffice writes ("%1%.%2%.") as `Level` has it."""
    return re.sub(r"%(\d)%", r"%\1", pattern)


def _pattern(element: Any, form: str, number: int, shown: int) -> str:
    if form == "none":
        return ""
    first = max(number + 1 - max(shown, 1), 0)
    places = ".".join(f"%{at + 1}" for at in range(first, number + 1))
    return attribute(element, "num-prefix") + places + attribute(element, "num-suffix")


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if local(child.tag) == name), None)
