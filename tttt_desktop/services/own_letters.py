"""Documents in the fonts before Unicode (.VnTime, VNI-Times) as templates: their words in Unicode, in Times New Roman."""

from collections.abc import Mapping
from typing import Any

from tttt_desktop.importing.letters.legacy import convert, scheme_of_font
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.ooxml import W

_FONT = "Times New Roman"  # what the decree asks for, and what has every letter
_SIDES = ("hAnsi", "ascii", "cs", "eastAsia")
_DEEPEST = 20  # styles based on one another


def in_unicode(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts, each word that stood in an old font written anew; the same parts where there is none."""
    if not any(b".Vn" in xml or b"VNI" in xml or b".VN" in xml for xml in parts.values()):
        return dict(parts)
    main = ooxml.main_part(parts)
    links = ooxml.links(parts, main)
    named = [one.target for one in links if one.kind == "styles"]
    styles = ooxml.parse(parts[named[0]]) if named else None
    fonts = _Fonts(styles)
    texts = [main, *(one.target for one in links if one.kind in _WITH_TEXT)]
    made = dict(parts)
    for name in dict.fromkeys(texts):
        root = ooxml.parse(parts[name])
        for run in root.iter(f"{W}r"):
            _rewrite(run, fonts)
        _rename(root)
        made[name] = ooxml.as_bytes(root)
    if styles is not None:
        _rename(styles)
        made[named[0]] = ooxml.as_bytes(styles)
    return made


_WITH_TEXT = ("header", "footer", "footnotes", "endnotes")


class _Fonts:
    """Which font a run has, by itself or by its styles."""

    def __init__(self, styles: Any) -> None:
        found = styles.iter(f"{W}style") if styles is not None else ()
        self._styles = {one.get(f"{W}styleId"): one for one in found}
        usual = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles is not None else None
        self._usual = _font(usual)
        self._first = next(
            (
                name
                for name, one in self._styles.items()
                if one.get(f"{W}default") == "1" and one.get(f"{W}type") == "paragraph"
            ),
            "",
        )

    def of(self, run: Any) -> str:
        """Its name; "" where nothing says so."""
        look = run.find(f"{W}rPr")
        own = _font(look) or self._of_style(_named(look, "rStyle"))
        paragraph = next(run.iterancestors(f"{W}p"), None)
        properties = paragraph.find(f"{W}pPr") if paragraph is not None else None
        return own or self._of_style(_named(properties, "pStyle") or self._first) or self._usual

    def _of_style(self, name: str) -> str:
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return ""
            if font := _font(style.find(f"{W}rPr")):
                return font
            name = _named(style, "basedOn")
        return ""


def _named(element: Any, kind: str) -> str:
    found = element.find(f"{W}{kind}") if element is not None else None
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _font(look: Any) -> str:
    fonts = look.find(f"{W}rFonts") if look is not None else None
    if fonts is None:
        return ""
    return next((name for side in _SIDES if (name := fonts.get(f"{W}{side}"))), "")


def _rewrite(run: Any, fonts: _Fonts) -> None:
    scheme = scheme_of_font(fonts.of(run))
    for text in run.findall(f"{W}t") if scheme else ():
        text.text = convert(text.text or "", scheme)


def _rename(root: Any) -> None:
    """No old font is asked for any more."""
    for fonts in root.iter(f"{W}rFonts"):
        for side in _SIDES:
            if scheme_of_font(fonts.get(f"{W}{side}", "")):
                fonts.set(f"{W}{side}", _FONT)
