"""The signs of the dictionary that a filled document carries, turned into bookmarks and links."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.dictionary import LINKED, MARK, pieces
from tttt_desktop.reporting.ooxml import XML_SPACE, W

_SIGNS = re.compile(f"[{MARK}-{LINKED}]")


def lay_traces(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with a bookmark round each line, and each "[n]" linked where the list of articles is there."""
    for name, xml in parts.items():
        if (
            name.startswith("word/")
            and name.endswith(".xml")
            and _SIGNS.search(xml.decode("utf-8", "replace"))
        ):
            root = ooxml.parse(xml)
            _lay(root)
            parts[name] = ooxml.as_bytes(root)
    return parts


def _lay(root: Any) -> None:
    numbers = count(1)
    texts = [one for one in root.iter(f"{W}t") if _SIGNS.search(one.text or "")]
    names = {
        name
        for one in texts
        for kind, said in pieces(one.text)
        if kind == "start"
        for name in said.split(",")
    }
    known: set[str] = set()
    for run in dict.fromkeys(one.getparent() for one in texts):
        if run.tag != f"{W}r":
            continue
        made = list(_parted(run, names, known, numbers))
        parent = run.getparent()
        at = parent.index(run)
        parent[at : at + 1] = made


def _parted(run: Any, names: set[str], known: set[str], numbers: Iterator[int]) -> Iterator[Any]:
    """The run as runs, links and the ends of bookmarks; a bookmark of a name is there once."""
    import lxml.etree as etree

    look = run.find(f"{W}rPr")
    open_ones: list[int] = []
    current = _new_run(look)
    for child in run:
        if child is look:
            continue
        if child.tag != f"{W}t":
            current.append(child)
            continue
        for kind, said in pieces(child.text or ""):
            if kind == "text":
                current.append(_text(said))
                continue
            if kind == "link" and f"bai_{said}" not in names:
                current.append(_text(f"[{said}]"))
                continue
            if len(current) > (look is not None):
                yield current
            current = _new_run(look)
            if kind == "link":
                link = etree.Element(
                    f"{W}hyperlink", {f"{W}anchor": f"bai_{said}", f"{W}history": "1"}
                )
                link.append(_new_run(look))
                link[0].append(_text(f"[{said}]"))
                yield link
            elif kind == "start":
                for name in [one for one in said.split(",") if one and one not in known]:
                    known.add(name)
                    open_ones.append(next(numbers))
                    yield etree.Element(
                        f"{W}bookmarkStart", {f"{W}id": str(open_ones[-1]), f"{W}name": name}
                    )
            else:
                yield from _ends(open_ones)
                open_ones = []
    if len(current) > (look is not None):
        yield current
    yield from _ends(open_ones)


def _ends(numbers: list[int]) -> Iterator[Any]:
    import lxml.etree as etree

    for number in reversed(numbers):
        yield etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})


def _new_run(look: Any) -> Any:
    from copy import deepcopy

    import lxml.etree as etree

    run = etree.Element(f"{W}r")
    if look is not None:
        run.append(deepcopy(look))
    return run


def _text(said: str) -> Any:
    import lxml.etree as etree

    text = etree.Element(f"{W}t", {XML_SPACE: "preserve"})
    text.text = said
    return text
