"""The signs that a filled document carries, turned into bookmarks, links, footnotes and charts."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign.additions import Additions, highest_note
from tttt_desktop.reporting.foreign.dictionary import Values
from tttt_desktop.reporting.foreign.signs import END, MARK, MARKED, PICTURED, pieces
from tttt_desktop.reporting.ooxml import XML_SPACE, W
from tttt_desktop.reporting.signed.looks import as_string
from tttt_desktop.reporting.wordxml import NAMESPACES

_SIGNS = re.compile(f"[{MARK}-{PICTURED}]")
_NAMES = re.compile(f"{MARK}([^{MARKED}{END}]*){MARKED}")
_OUTSIDE = f"{W}txbxContent"  # Word takes no footnotes there


def lay_traces(parts: dict[str, bytes], values: Values) -> dict[str, bytes]:
    """The parts with a bookmark round each line, each "[n]" linked where the list of articles is there, and the footnotes
    and charts that the text shows; those only in the text itself.
    """
    main = ooxml.main_part(parts)
    additions = Additions(values, highest_note(parts, main))
    for name, xml in parts.items():
        if (
            name.startswith("word/")
            and name.endswith(".xml")
            and _SIGNS.search(xml.decode("utf-8", "replace"))
        ):
            root = ooxml.parse(xml)
            _Layer(root, additions if name == main else None).lay()
            parts[name] = ooxml.as_bytes(root)
    return additions.put(parts, main)


class _Layer:
    """One part; `additions` is None where neither footnotes nor charts may stand."""

    def __init__(self, root: Any, additions: Additions | None) -> None:
        self._additions, self._numbers = additions, count(1)
        self._texts = [one for one in root.iter(f"{W}t") if _SIGNS.search(one.text or "")]
        self._names = {
            name
            for one in self._texts
            for said in _NAMES.findall(one.text)
            for name in said.lower().split(",")
        }
        self._known: set[str] = set()

    def lay(self) -> None:
        """Put what the signs stand for in their place."""
        for run in dict.fromkeys(one.getparent() for one in self._texts):
            if run.tag == f"{W}r":
                parent = run.getparent()
                at = parent.index(run)
                parent[at : at + 1] = list(self._parted(run))

    def _parted(self, run: Any) -> Iterator[Any]:
        """The run as runs, links and the ends of bookmarks; a bookmark of a name is there once."""
        look = run.find(f"{W}rPr")
        current: list[Any] = []  # the run that what follows belongs to
        open_ones: list[int] = []
        for child, kind, said in _told(run, look):
            if kind == "link" and f"bai_{said}" not in self._names:
                kind, said = "text", f"[{said}]"
            if kind in ("text", ""):
                current = current or [_new_run(look)]
                current[0].append(_text(said) if kind else child)
            else:
                yield from current
                current = []
                yield from self._made(kind, said, run, open_ones)
        yield from current
        yield from _ends(open_ones)

    def _made(self, kind: str, said: str, run: Any, open_ones: list[int]) -> Iterator[Any]:
        look = run.find(f"{W}rPr")
        if kind == "link":
            yield _link(said, look)
        elif kind == "start":
            yield from self._begun(said, open_ones)
        elif kind == "end":
            yield from _ends(open_ones)
            open_ones.clear()
        elif self._additions is not None and next(run.iterancestors(_OUTSIDE), None) is None:
            if kind == "note":
                yield _element(self._additions.note(said, as_string(look)))
            else:
                yield _element(self._additions.picture(said))

    def _begun(self, said: str, open_ones: list[int]) -> Iterator[Any]:
        import lxml.etree as etree

        for name in [one for one in said.split(",") if one and one not in self._known]:
            self._known.add(name)
            open_ones.append(next(self._numbers))
            values = {f"{W}id": str(open_ones[-1]), f"{W}name": name}
            yield etree.Element(f"{W}bookmarkStart", values)


def _told(run: Any, look: Any) -> Iterator[tuple[Any, str, str]]:
    """What stands in a run behind its look, each text in its pieces; "" is the kind of what is no text."""
    for child in list(run):
        if child.tag == f"{W}t":
            yield from ((child, *piece) for piece in pieces(child.text or ""))
        elif child is not look:
            yield child, "", ""


def _link(said: str, look: Any) -> Any:
    import lxml.etree as etree

    link = etree.Element(f"{W}hyperlink", {f"{W}anchor": f"bai_{said}", f"{W}history": "1"})
    link.append(_new_run(look))
    link[0].append(_text(f"[{said}]"))
    return link


def _element(xml: str) -> Any:
    return ooxml.parse(f"<a {NAMESPACES}>{xml}</a>".encode())[0]


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
