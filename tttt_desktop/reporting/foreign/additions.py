"""Footnotes and charts for a document that an office made: XML for its text, and the parts that go with it."""

import re
from base64 import b64decode
from itertools import count
from typing import Any

from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign.dictionary import Values
from tttt_desktop.reporting.ooxml import OFFICE, W
from tttt_desktop.reporting.tree import Picture
from tttt_desktop.reporting.wordxml import drawing, footnotes_xml, picture_id, run

_NOTES = "word/footnotes.xml"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TYPES = "[Content_Types].xml"
_FONTS = re.compile(r"<w:rFonts [^>]*/>")
_RAISED = '<w:vertAlign w:val="superscript"/>'
_STYLE = "FootnoteReference"
_STYLE_XML = (
    f'<w:style xmlns:w="{W[1:-1]}" w:type="character" w:styleId="{_STYLE}"><w:name w:val="footnote reference"/>'
    f"<w:rPr>{_RAISED}</w:rPr></w:style>"
)
_LATER = re.compile(r"<w:(?:rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)\b")  # behind vertAlign
_TWIP = 635  # EMU
_FIRST_PICTURE = 9_000  # numbers of drawings, beyond those that the document has


class Additions:
    """What is added to one document, each thing where the text asks for it. `taken`: the highest number of its notes."""

    def __init__(self, values: Values, taken: int = 0) -> None:
        self._texts: list[str] = values["chu_thich"]
        self._charts: list[Values] = values["bieu_do"]
        self._numbers = count(taken + 1)
        self._notes: list[str] = []
        self._shown: dict[int, Picture] = {}

    def note(self, number: str, letters: str) -> str:
        """The mark of a new footnote, as a run in these letters ("<w:rPr>...", or nothing)."""
        at = next(self._numbers)
        inner = letters.replace("<w:rPr/>", "").removeprefix("<w:rPr>").removesuffix("</w:rPr>")
        fonts = "".join(_FONTS.findall(inner)[:1])
        raised = f'<w:r><w:rPr><w:rStyle w:val="{_STYLE}"/>{fonts}{_RAISED}</w:rPr><w:footnoteRef/></w:r>'
        said = run(f" {self._texts[int(number) - 1]}", f'{fonts}<w:sz w:val="20"/>')
        self._notes.append(
            f'<w:footnote w:id="{at}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/>'
            f'<w:jc w:val="both"/></w:pPr>{raised}{said}</w:p></w:footnote>'
        )
        bare = re.sub(r"<w:vertAlign [^>]*/>", "", inner)
        later = _LATER.search(bare)
        cut = later.start() if later else len(bare)
        look = f"<w:rPr>{bare[:cut]}{_RAISED}{bare[cut:]}</w:rPr>"
        return f'<w:r>{look}<w:footnoteReference w:id="{at}"/></w:r>'

    def picture(self, number: str, room: int = 0) -> str:
        """A chart as a run; not wider than `room` twips where that is known."""
        at, chart = int(number), self._charts[int(number) - 1]
        width, height = chart["rong"], chart["cao"]
        if room and width > room * _TWIP:
            width, height = room * _TWIP, height * room * _TWIP // width
        made = Picture(b64decode(chart["tep"]), width, height, chart["mo_ta"], chart["ten"])
        self._shown[at] = made
        return drawing(made, at).replace('id="', f'id="{_FIRST_PICTURE}', 2)

    def put(self, parts: ooxml.Parts, main: str) -> dict[str, bytes]:
        """The parts with what was asked for."""
        made = dict(parts)
        if self._notes:
            _put_notes(made, main, "".join(self._notes))
            _put_style(made, main)
        for at, picture in self._shown.items():
            name = f"word/media/bieu_do_{at}.png"
            made[name] = picture.data
            _declare(made, name, "image/png")
            _relate(made, main, picture_id(at), "image", name)
        return made


def highest_note(parts: ooxml.Parts, main: str) -> int:
    """The highest number of a footnote that a document has, 0 for none."""
    name = _notes_of(parts, main)
    if name is None:
        return 0
    notes = ooxml.parse(parts[name]).iter(f"{W}footnote")
    return max((int(one.get(f"{W}id", "0")) for one in notes), default=0)


def _notes_of(parts: ooxml.Parts, main: str) -> str | None:
    found = [one.target for one in ooxml.links(parts, main) if one.kind == "footnotes"]
    return found[0] if found and found[0] in parts else None


def _put_notes(parts: dict[str, bytes], main: str, notes: str) -> None:
    """Behind the footnotes of the document, or in a part of their own."""
    name = _notes_of(parts, main)
    if name is None:
        parts[_NOTES] = footnotes_xml(()).encode()
        _declare(parts, _NOTES, _NOTES_TYPE)
        _relate(parts, main, "rIdChuThich", "footnotes", _NOTES)
        name = _NOTES
    root = ooxml.parse(parts[name])
    made = ooxml.parse(f'<w:footnotes xmlns:w="{W[1:-1]}">{notes}</w:footnotes>'.encode())
    root.extend(list(made))
    parts[name] = ooxml.as_bytes(root)


def _put_style(parts: dict[str, bytes], main: str) -> None:
    """The style of the numbers before footnotes: LibreOffice heeds nothing else there."""
    for link in ooxml.links(parts, main):
        if link.kind == "styles" and link.target in parts:
            root = ooxml.parse(parts[link.target])
            if not any(one.get(f"{W}styleId") == _STYLE for one in root.iter(f"{W}style")):
                root.append(ooxml.parse(_STYLE_XML.encode()))
                parts[link.target] = ooxml.as_bytes(root)


def _declare(parts: dict[str, bytes], name: str, content: str) -> None:
    root = ooxml.parse(parts[_TYPES])
    _add(root, "Override", {"PartName": f"/{name}", "ContentType": content})
    parts[_TYPES] = ooxml.as_bytes(root)


def _relate(parts: dict[str, bytes], source: str, link_id: str, kind: str, target: str) -> None:
    folder, _, file = source.rpartition("/")
    name = f"{folder}/_rels/{file}.rels"
    root = ooxml.parse(parts.get(name, _NO_LINKS))
    _add(root, "Relationship", {"Id": link_id, "Type": f"{OFFICE}{kind}", "Target": f"/{target}"})
    parts[name] = ooxml.as_bytes(root)


_NO_LINKS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def _add(root: Any, kind: str, values: dict[str, str]) -> None:
    space = root.tag[: root.tag.index("}") + 1]
    root.append(root.makeelement(f"{space}{kind}", values))
