"""Names in WordprocessingML: the transitional and the strict form, and that of Word 2003, read as one."""

from collections.abc import Iterator
from functools import cache
from typing import Any

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.microsoft.com/office/word/2003/wordml",
)
_NEAR = (  # whose names we know and which share none that matters with Word's
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_OFF = frozenset({"0", "false", "off"})


@cache
def _name(tag: object) -> str:
    if not isinstance(tag, str):
        return ""
    space, _, name = tag[1:].rpartition("}")
    return name if space in _WORD or space in _NEAR else ""


def name(element: Any) -> str:
    """The local name of an element of Word's namespaces, "" for any other node."""
    return _name(element.tag)


def part(element: Any, wanted: str) -> Any:
    """The first child of that name, else None; also for no element at all."""
    if element is None:
        return None
    return next((child for child in element if _name(child.tag) == wanted), None)


def parts(element: Any, wanted: str) -> Iterator[Any]:
    """The children of that name; none of no element."""
    return (child for child in (() if element is None else element) if _name(child.tag) == wanted)


@cache
def _keys(wanted: str) -> tuple[str, ...]:
    return tuple(f"{{{space}}}{wanted}" for space in _WORD)


def value(element: Any, wanted: str = "val") -> str:
    """An attribute of an element; "" when there is no such attribute or element."""
    if element is None:
        return ""
    for key in _keys(wanted):
        found: str | None = element.get(key)
        if found is not None:
            return found
    return ""


def number(element: Any, wanted: str = "val") -> int | None:
    """An attribute as a small whole number, else None."""
    text = value(element, wanted)
    return (
        int(text)
        if text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 10
        else None
    )


def is_on(element: Any) -> bool:
    """Whether a switch like <w:vanish/> is there and not turned off."""
    return element is not None and value(element) not in _OFF
