"""Which blocks of a document are head, text and end, and on which pages they stand."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tttt_desktop.reporting.ooxml import R, W
from tttt_desktop.reporting.signed.lines import Line, own_nodes
from tttt_desktop.reporting.signed.names import HEAD, TAIL, Fields

_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
    "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter",
    "docGrid",
)  # fmt: skip
_MARGINS = 2_552  # twips left and right where a section does not say


@dataclass(frozen=True, slots=True)
class Layout:
    """`text`: the blocks between head and signature; `after`: those behind it. `main`, `across`: page set-ups.

    `cover`: the blocks of the head that stand before its first field, on pages of their own.
    """

    body: Any
    head: tuple[Any, ...]
    text: tuple[Any, ...]
    tail: tuple[Any, ...]
    after: tuple[Any, ...]
    main: Any
    across: Any
    cover: tuple[Any, ...] = ()


def layout_of(root: Any, lines: Sequence[Line], fields: Fields) -> Layout:
    """Where the parts of a document are, by where its fields stand."""
    body = root.find(f"{W}body")
    blocks = [one for one in body if one.tag in (f"{W}p", f"{W}tbl")]
    place = {block: at for at, block in enumerate(blocks)}
    tops = [place[_top(line.paragraph, body)] for line in lines]
    head = _tops(fields, HEAD, tops)
    start = 1 + max(head, default=-1)
    while start < len(blocks) and not _says(blocks[start]):
        start += 1
    later = [top for top in _tops(fields, TAIL, tops) if top >= start]
    stop, end = min(later, default=len(blocks)), 1 + max(later, default=len(blocks) - 1)
    main, across = _sections(body, blocks, stop)
    return Layout(
        body,
        tuple(blocks[:start]),
        tuple(blocks[start:stop]),
        tuple(blocks[stop:end]),
        tuple(blocks[end:]),
        main,
        across,
        tuple(blocks[: min(head, default=0)]),
    )


def _top(element: Any, body: Any) -> Any:
    while element.getparent() is not body:
        element = element.getparent()
    return element


def _tops(fields: Fields, names: Iterable[str], tops: Sequence[int]) -> list[int]:
    return [tops[place.line] for name in names for place in fields.get(name, ())]


def _says(block: Any) -> bool:
    paragraphs = [block] if block.tag == f"{W}p" else []
    return any(
        (node.text or "").strip(" \t-_–—.*") for one in paragraphs for node in own_nodes(one)
    ) or (block.tag == f"{W}tbl" and any((one.text or "").strip() for one in block.iter(f"{W}t")))


def _sections(body: Any, blocks: Sequence[Any], stop: int) -> tuple[Any, Any]:
    """The page set-up of the signature, with the headers that hold there, and one whose pages lie across."""
    found = [(at, one.find(f"{W}pPr/{W}sectPr")) for at, one in enumerate(blocks)]
    ends = [(at, one) for at, one in found if one is not None]
    last = body.find(f"{W}sectPr")
    if last is not None:
        ends.append((len(blocks), last))
    held: dict[tuple[str, str], Any] = {}
    main = None
    for at, one in ends:
        for reference in one.iter(*_REFERENCES):
            held[reference.tag, reference.get(f"{W}type")] = reference
        if at >= stop:
            main = deepcopy(one)
            break
    main = _plain_section() if main is None else main
    for reference in list(main.iter(*_REFERENCES)):
        main.remove(reference)
    main[:0] = [deepcopy(one) for one in held.values()]
    wide = next((one for _, one in ends if _is_across(one)), None)
    return main, turned(main) if wide is None else without_headers(wide)


def _is_across(section: Any) -> bool:
    size = section.find(f"{W}pgSz")
    return size is not None and size.get(f"{W}orient") == "landscape"


def _plain_section() -> Any:
    """A4 with the margins of the decree."""
    import lxml.etree as etree

    made = etree.Element(f"{W}sectPr", nsmap={"w": W[1:-1], "r": R[1:-1]})
    etree.SubElement(made, f"{W}pgSz", {f"{W}w": "11906", f"{W}h": "16838"})
    sides = {"top": "1134", "right": "850", "bottom": "1134", "left": "1701"}
    sides |= {"header": "567", "footer": "567", "gutter": "0"}
    etree.SubElement(made, f"{W}pgMar", {f"{W}{side}": width for side, width in sides.items()})
    return made


def without_headers(section: Any) -> Any:
    """A page set-up for an appendix: headers as before it, pages numbered anew."""
    import lxml.etree as etree

    made = deepcopy(section)
    for one in [one for one in made if one.tag in (*_REFERENCES, f"{W}type")]:
        made.remove(one)
    numbers = made.find(f"{W}pgNumType")
    if numbers is None:
        numbers = etree.SubElement(made, f"{W}pgNumType")
    numbers.set(f"{W}start", "1")
    ranks = {f"{W}{name}": rank for rank, name in enumerate(_ORDER)}
    made[:] = sorted(made, key=lambda one: ranks.get(one.tag, len(ranks)))
    return made


def turned(section: Any) -> Any:
    """The same pages, for an appendix, with their longer side below."""
    made = without_headers(section)
    size = made.find(f"{W}pgSz")
    if size is not None and not _is_across(made):
        width, height = size.get(f"{W}w"), size.get(f"{W}h")
        size.set(f"{W}w", height)
        size.set(f"{W}h", width)
        size.set(f"{W}orient", "landscape")
    return made


def room(section: Any) -> int:
    """The width of the text of a page, in twips."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = int(size.get(f"{W}w", "11906")) if size is not None else 11_906
    if margins is None:
        return width - _MARGINS
    sides = (int(float(margins.get(f"{W}{side}", "0"))) for side in ("left", "right", "gutter"))
    return width - sum(sides)
