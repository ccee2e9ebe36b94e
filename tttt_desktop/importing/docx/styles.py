"""What styles say of a run's font, of hidden text and of list numbers: `word/styles.xml` and the theme's fonts."""

from dataclasses import dataclass, field, replace
from typing import Any

from tttt_desktop.importing.documents.office import Look
from tttt_desktop.importing.documents.safexml import local
from tttt_desktop.importing.docx.names import is_on, number, part, parts, value

_DEEPEST = 20  # styles based on one another
_NOTHING = Look()
_TITLES = frozenset({"title", "tiêu đề"})


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style with all that it is based on. `list_id` and `level` are its numbering, if any."""

    look: Look = _NOTHING
    list_id: int | None = None
    level: int | None = None
    numbered_by: str = ""  # the id of the style that says `list_id`
    is_title: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids; `default` is that of paragraphs that name none."""

    theme: dict[str, str] = field(default_factory=dict)
    default: str = ""
    _base: Look = field(default_factory=Look)
    _elements: dict[str, Any] = field(default_factory=dict)
    _made: dict[str, Style] = field(default_factory=dict)
    _paragraphs: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Any, theme: Any) -> "Styles":
        """From the roots of the two parts; None where a part is missing."""
        styles = cls(_theme_fonts(theme))
        defaults = part(part(part(root, "docDefaults"), "rPrDefault"), "rPr")
        styles._base = styles.look(defaults)
        for element in parts(root, "style"):
            key = value(element, "styleId")
            styles._elements.setdefault(key, element)
            if value(element, "type") == "paragraph" and value(element, "default") in (
                "1",
                "true",
                "on",
            ):
                styles.default = key
        return styles

    def paragraph(self, key: str) -> Style:
        """The style of a paragraph, on the defaults of the document."""
        if key not in self._paragraphs:
            style = self._style(key or self.default, 0)
            self._paragraphs[key] = replace(style, look=style.look.over(self._base))
        return self._paragraphs[key]

    def look(self, properties: Any) -> Look:
        """What an <w:rPr> sets, with its character style; nothing of None."""
        if properties is None:
            return _NOTHING
        fonts, vanish = part(properties, "rFonts"), part(properties, "vanish")
        own = Look(
            self._font(fonts, "ascii", "asciiTheme"),
            self._font(fonts, "hAnsi", "hAnsiTheme"),
            None if vanish is None else is_on(vanish),
        )
        named = value(part(properties, "rStyle"))
        return own.over(self._style(named, 0).look) if named else own

    def _font(self, fonts: Any, plain: str, themed: str) -> str:
        if fonts is None:
            return ""
        return self.theme.get(value(fonts, themed)) or value(fonts, plain)

    def _style(self, key: str, depth: int) -> Style:
        if key in self._made:
            return self._made[key]
        element = self._elements.get(key)
        if element is None or depth > _DEEPEST:
            return Style()
        base = self._style(value(part(element, "basedOn")), depth + 1)
        made = self._made[key] = self._own(element, key, base)
        return made

    def _own(self, element: Any, key: str, base: Style) -> Style:
        numbering = part(part(element, "pPr"), "numPr")
        list_id, level = number(part(numbering, "numId")), number(part(numbering, "ilvl"))
        return Style(
            self.look(part(element, "rPr")).over(base.look),
            base.list_id if list_id is None else list_id,
            base.level if level is None else level,
            base.numbered_by if numbering is None else key,
            value(part(element, "name")).lower() in _TITLES,
        )


def _theme_fonts(theme: Any) -> dict[str, str]:
    """The Latin fonts that a theme calls major and minor, by the names that runs use for them."""
    found: dict[str, str] = {}
    for element in () if theme is None else theme.iter("{*}majorFont", "{*}minorFont"):
        kind = local(element.tag).removesuffix("Font")
        latin = next((child for child in element if local(child.tag) == "latin"), None)
        face = latin.get("typeface", "") if latin is not None else ""
        found |= {f"{kind}HAnsi": face, f"{kind}Ascii": face}
    return found
