"""Where on a site something stands: the host of a page, and signatures of places in its markup that stay from page to page."""

import hashlib
import re
from functools import lru_cache
from itertools import islice
from typing import Any

from tttt_desktop.importing.html.markup import Element, Page

_HOST = re.compile(
    r"\s*(?:https?:)?//(?:[^/@\s]*@)?(?:www\.)?([a-z0-9.-]{3,100}\.[a-z]{2,24})(?=[:/?#\s]|$)",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{5,300})")
_HEAD = 4096  # characters in which the mark of a saved page stands
_STABLE = re.compile(
    r"[A-Za-z][A-Za-z_-]{1,39}"
)  # a name without numbers, which change from page to page
_STRUCTURE = frozenset({"html", "body", "tbody", "thead", "tr"})
_DEEPEST = 4  # elements in a signature


def host_of(root: Any, text: str) -> str:
    """The host a page comes from: its canonical link, `og:url`, base or the mark of the browser that saved it; or ""."""
    addresses = (
        *(node.get("href") for node in root.iter("link") if node.get("rel") == "canonical"),
        *(node.get("content") for node in root.iter("meta") if node.get("property") == "og:url"),
        *(node.get("href") for node in root.iter("base")),
        *_SAVED_FROM.findall(text[:_HEAD]),
    )
    found = (_HOST.match(address or "") for address in addresses)
    return next((one[1].lower() for one in found if one), "")


def pattern_of(page: Page, element: int) -> str:
    """A mark for pages of one make, by the names of the elements around the article; "" when they have none."""
    labels = [_label(page.elements[at]) for at in page.around(element)]
    if not any(mark in label for label in labels for mark in ".#"):
        return ""
    return "#" + hashlib.sha256(">".join(labels).encode()).hexdigest()[:12]


def place_of(page: Page, element: int) -> str:
    """The signature of an element, as "div.tin-lien-quan>ul>li": the names of it and of those around it, without numbers."""
    if element < 0:
        return ""
    telling = (
        page.elements[at] for at in page.around(element) if page.elements[at].tag not in _STRUCTURE
    )
    labels = [_label(one) for one in islice(telling, _DEEPEST)]
    return ">".join(reversed(labels)) or "body"


def _label(element: Element) -> str:
    return _labelled(element.tag, element.classes, element.id, element.align)


@lru_cache(maxsize=4096)
def _labelled(tag: str, classes: str, id_: str, align: str) -> str:
    named = next(filter(_STABLE.fullmatch, classes.split()), "")
    own = f".{named}" if named else f"#{id_}" if _STABLE.fullmatch(id_) else ""
    label = tag + own
    return f"{label}[{align}]" if align in ("center", "right") else label
