"""How a paragraph stands: what <w:pPr> says, level by level."""

from dataclasses import dataclass
from typing import Any

from tttt_desktop.reporting.rules.names import OFF, VAL, W, is_on, twips, value, whole

Layer = dict[str, Any]  # what one level says: field of `Shape` -> value
_SIDES = (("left", "left"), ("start", "left"), ("right", "right"), ("end", "right"))
_ALIGNED = {"start": "left", "end": "right"}
_SWITCHES = {"keepNext": "keeps_next", "contextualSpacing": "contextual"}


@dataclass(frozen=True, slots=True)
class Shape:
    """Indents, gaps and the height of a line in twips (`line`: 240ths of a line where `rule` is "auto").

    `align` "" is the reader's default, left; `outline` 9 is plain text; `list_id` "" or "0" is no list.
    """

    align: str = ""
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 240.0
    rule: str = "auto"
    auto_before: bool = False
    auto_after: bool = False
    keeps_next: bool = False
    contextual: bool = False
    outline: int = 9
    line_above: bool = False
    line_below: bool = False
    list_id: str = ""
    level: int = 0
    frame: str = ""
    mark_size: float = 10.0  # of the paragraph's mark, which gives an empty paragraph its height


def layer(properties: Any) -> Layer:
    """What an <w:pPr> (or None) says."""
    said: Layer = {}
    for one in () if properties is None else properties:
        name = one.tag[len(W) :] if one.tag.startswith(W) else ""
        if name in _SWITCHES:
            said[_SWITCHES[name]] = is_on(one)
        elif name in _READERS:
            said |= _READERS[name](one)
    return said


def _align(element: Any) -> Layer:
    said = element.get(VAL, "")
    return {"align": _ALIGNED.get(said, said)}


def _indents(element: Any) -> Layer:
    said: Layer = {
        side: twips(element.get(W + name)) for name, side in _SIDES if element.get(W + name)
    }
    hanging, first = element.get(W + "hanging"), element.get(W + "firstLine")
    if hanging is not None and twips(hanging):
        said["first"] = -twips(hanging)
    elif first is not None or hanging is not None:
        said["first"] = twips(first)
    return said


def _gaps(element: Any) -> Layer:
    said: Layer = {
        name: twips(element.get(W + name))
        for name in ("before", "after", "line")
        if element.get(W + name) is not None
    }
    if rule := element.get(W + "lineRule"):
        said["rule"] = rule
    elif "line" in said:
        said["rule"] = "auto"
    for name in ("before", "after"):
        given = element.get(f"{W}{name}Autospacing")
        if given is not None:
            said[f"auto_{name}"] = given not in OFF
    return said


def _borders(element: Any) -> Layer:
    sides = (("line_above", element.find(W + "top")), ("line_below", element.find(W + "bottom")))
    return {
        name: value(line) not in ("", "nil", "none") for name, line in sides if line is not None
    }


def _list(element: Any) -> Layer:
    level, list_id = element.find(W + "ilvl"), element.find(W + "numId")
    said: Layer = {} if list_id is None else {"list_id": value(list_id)}
    return said if level is None else said | {"level": whole(value(level))}


def _outline(element: Any) -> Layer:
    return {"outline": whole(value(element), 9)}


def _frame(element: Any) -> Layer:
    return {"frame": value(element, "xAlign")}


_READERS = {
    "jc": _align,
    "ind": _indents,
    "spacing": _gaps,
    "pBdr": _borders,
    "numPr": _list,
    "outlineLvl": _outline,
    "framePr": _frame,
}
