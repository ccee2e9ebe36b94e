"""What the styles of a page say that a reader must know: what is not shown, what stands apart, which fonts are old."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tttt_desktop.importing.draft import words
from tttt_desktop.importing.letters import legacy

_FONT = re.compile(r"font-family\s*:\s*([^;]+)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(center|right|end)", re.IGNORECASE)
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_NUMBERS = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_UNSEEN_CLASSES = words(
    "hidden d-none sr-only visually-hidden screen-reader-text element-invisible hide-accessible"
)
_SHOWN_ON_SOME = ("d-", "sm:", "md:", "lg:", "xl:", "visible-", "hidden-")
_ALIGNED = {"end": "right", "middle": "center"}
_RULE = re.compile(r"([\w.,\s-]{1,200})\{([^{}]{0,2000})\}")


@dataclass(frozen=True, slots=True)
class Style:
    """What counts of a style attribute; `scheme` is None where it names no font."""

    unseen: bool = False
    block: bool = False
    align: str = ""
    scheme: str | None = None
    numbered: bool = True


NO_STYLE = Style()


@lru_cache(maxsize=4096)
def style_of(declarations: str) -> Style:
    """What a style attribute says."""
    font, align = _FONT.search(declarations), _ALIGN.search(declarations)
    return Style(
        bool(_UNSEEN.search(declarations)),
        bool(_AS_BLOCK.search(declarations)),
        alignment(align[1]) if align else "",
        legacy.scheme_of_font(font[1]) if font else None,
        not _NO_NUMBERS.search(declarations),
    )


def alignment(value: str) -> str:
    """ "center", "right" or another word of an alignment, as written in a style or an attribute."""
    return _ALIGNED.get(value.lower(), value.lower())


def is_unseen(attributes: Mapping[str, str], style: Style) -> bool:
    """Whether a browser does not show an element."""
    if style.unseen or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return "class" in attributes and _is_unseen_class(attributes["class"])


@lru_cache(maxsize=4096)
def _is_unseen_class(named: str) -> bool:
    classes = named.split()
    return not _UNSEEN_CLASSES.isdisjoint(classes) and not any(
        one.startswith(_SHOWN_ON_SOME) and one != "d-none" for one in classes
    )


def old_fonts(root: Any) -> Iterator[tuple[str, str]]:
    """The old fonts that the page's style sheets give to classes and tags, by ".class" and tag."""
    for sheet in root.iter("style"):
        for selectors, rule in _RULE.findall(sheet.text or ""):
            font = _FONT.search(rule)
            scheme = legacy.scheme_of_font(font[1]) if font else ""
            if scheme:
                for selector in selectors.split(","):
                    tag, dot, name = selector.strip().partition(".")
                    yield dot + name if dot else tag, scheme
