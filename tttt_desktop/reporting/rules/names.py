"""Names, switches and measures of WordprocessingML."""

import re
from typing import Any

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
# The strict form of the format says the same under other names.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": DRAWING.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": SHAPES.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/picture": PICTURE.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/chart": CHART.encode(),
}
W = f"{{{WORD}}}"
R = f"{{{RELATIONS}}}"
WP = f"{{{DRAWING}}}"
A = f"{{{SHAPES}}}"
PIC = f"{{{PICTURE}}}"
C = f"{{{CHART}}}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
VAL = f"{W}val"
OFF = ("0", "false", "off")
MM = 56.6929  # twips in a millimetre
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)?")
_TWIPS = {"mm": MM, "cm": 10 * MM, "in": 1440, "pt": 20, "pc": 240, "pi": 240, None: 1}


def child(element: Any, *path: str) -> Any:
    """The first child of that local name, and its first child and so on; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Any, name: str = "val") -> str:
    """An attribute, "" where it or the element is missing."""
    return "" if element is None else element.get(W + name, "")


def is_on(element: Any) -> bool:
    """Whether a switch such as <w:b/> is there and not turned off."""
    return element is not None and element.get(VAL, "").lower() not in OFF


def twips(text: str | None, default: float = 0.0) -> float:
    """A measure in twips: a plain number, or one with its unit as strict files have it."""
    found = _MEASURE.fullmatch(text.strip()) if text else None
    return float(found[1]) * _TWIPS[found[2]] if found else default


def whole(text: str, default: int = 0) -> int:
    """A small whole number, `default` for anything else."""
    digits = text.removeprefix("-")
    return int(text) if digits.isdecimal() and digits.isascii() and len(digits) < 10 else default


def local(tag: object) -> str:
    """The name without its namespace; "" for comments and the like."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
