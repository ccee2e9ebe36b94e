"""How letters look: what <w:rPr> says, level by level, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tttt_desktop.reporting.rules.names import VAL, A, W, is_on, local, twips, value

Layer = dict[str, Any]  # what one level says: field of `Look` -> value
SWITCHES = {"b": "bold", "i": "italic", "caps": "capitals", "vanish": "hidden"}
_SLOTS = (
    ("ascii", "asciiTheme", "latin"),
    ("hAnsi", "hAnsiTheme", "other_latin"),
    ("eastAsia", "eastAsiaTheme", "east"),
    ("cs", "cstheme", "complex"),
)
_THEME_COLOURS = {
    **dict.fromkeys(("text1", "dark1"), "dk1"),
    **dict.fromkeys(("text2", "dark2"), "dk2"),
    **dict.fromkeys(("background1", "light1"), "lt1"),
    **dict.fromkeys(("background2", "light2"), "lt2"),
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a run. Fonts and language "" are not said anywhere; `colour` is "AUTO" or six capitals."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    latin: str = ""
    other_latin: str = ""
    east: str = ""
    complex: str = ""
    colour: str = "AUTO"
    underline: str = "none"
    highlight: str = "none"
    language: str = ""
    position: str = ""

    @property
    def raised(self) -> bool:
        """Whether it is a small letter above or below the line, such as the mark of a note."""
        return self.position in ("superscript", "subscript")


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts and colours that properties may name."""

    fonts: Mapping[str, str]
    colours: Mapping[str, str]


def read_theme(root: Any) -> Theme:
    """The theme of a document; an empty one for None."""
    fonts, colours = {}, {}
    slots = (("Ascii", "latin"), ("HAnsi", "latin"), ("EastAsia", "ea"), ("Bidi", "cs"))
    for kind in ("major", "minor") if root is not None else ():
        face = root.find(f".//{A}{kind}Font")
        for slot, name in slots if face is not None else ():
            named = face.find(A + name)
            fonts[kind + slot] = "" if named is None else named.get("typeface", "")
    scheme = None if root is None else root.find(f".//{A}clrScheme")
    for one in () if scheme is None else scheme:
        if len(one):
            shown = one[0].get("lastClr") or one[0].get("val") or ""
            colours[local(one.tag)] = shown.upper()
    return Theme(fonts, colours)


def layer(properties: Any, theme: Theme) -> Layer:
    """What an <w:rPr> (or None) says."""
    said: Layer = {}
    for one in () if properties is None else properties:
        name = one.tag[len(W) :] if one.tag.startswith(W) else ""
        if name in SWITCHES:
            said[SWITCHES[name]] = is_on(one)
        elif name == "rFonts":
            said |= _fonts(one, theme)
        elif name == "sz":
            said |= _size(one.get(VAL, ""))
        elif name == "color":
            said["colour"] = _colour(one, theme)
        elif name == "u":
            said["underline"] = one.get(VAL) or "single"
        elif name == "highlight":
            said["highlight"] = one.get(VAL) or "none"
        elif name == "lang" and one.get(VAL):
            said["language"] = one.get(VAL)
        elif name == "vertAlign":
            said["position"] = one.get(VAL, "")
    return said


def _fonts(element: Any, theme: Theme) -> Layer:
    found = {}
    for plain, themed, slot in _SLOTS:
        if named := element.get(W + themed):
            found[slot] = theme.fonts.get(named) or f"(phông của chủ đề {named})"
        elif face := element.get(W + plain):
            found[slot] = face
    return found


def _size(text: str) -> Layer:
    """In points: half points are written, strict files may name a unit."""
    measure = twips(text, -1.0)
    if measure < 0:
        return {}
    return {"size": measure / 20 if text.strip()[-1:].isalpha() else measure / 2}


def _colour(element: Any, theme: Theme) -> str:
    said = (element.get(VAL) or "auto").upper()
    if not (named := value(element, "themeColor")):
        return said
    if value(element, "themeTint") or value(element, "themeShade"):
        return said
    found = theme.colours.get(_THEME_COLOURS.get(named, named), said)
    return "000000" if found == "WINDOWTEXT" else found


def resolved(base: Layer, styles: Sequence[Layer], direct: Layer) -> Look:
    """The look by the document's defaults, the levels of styles, and what the run says itself.

    A switch that two levels of styles turn on is off again, as the format has it.
    """
    said = dict(base)
    for level in styles:
        said |= {name: given for name, given in level.items() if name not in _SWITCHED}
    for name in _SWITCHED:
        turned = sum(bool(level.get(name)) for level in styles) % 2 == 1
        said[name] = turned or bool(base.get(name))
    return Look(**(said | direct))


_SWITCHED = tuple(SWITCHES.values())
