"""A document read whole: its text, its headers, footers and notes, its sections."""

from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.reporting.rules.names import R, W, child, is_on, local, twips, value
from tttt_desktop.reporting.rules.numbering import Numbering
from tttt_desktop.reporting.rules.opening import Package, Parse, Parts
from tttt_desktop.reporting.rules.paper import Document, Paragraph, Section
from tttt_desktop.reporting.rules.styles import Styles
from tttt_desktop.reporting.rules.walking import Place, Walk, has_boxes

_EDGES = ("header", "footer")
_BESIDE = (*_EDGES, "footnotes", "endnotes")
_MARKS = ("separator", "continuationSeparator", "continuationNotice")
_PAGE = (12240.0, 15840.0)  # what Word takes where nothing is said


def read(package: Package, parse: Parse) -> Document:
    """The whole document. Errors: FileRefused for what is no Word document, is broken or unsafe."""
    parts = Parts(package, parse)
    numbering = Numbering(parts.of_kind("numbering"))
    styles = Styles(parts.of_kind("styles"), parts.of_kind("theme"), numbering)
    body = child(parts.document, "body")
    if body is None:
        raise FileRefused(
            "Tệp không có phần chữ của văn bản.",
            "Hãy mở bằng Word, lưu thành tệp .docx mới rồi thử lại.",
        )
    walk = Walk(styles, numbering, has_boxes(body))
    walk.blocks(body, Place())
    last = child(body, "sectPr")
    found = [*walk.sections, last] if last is not None or not walk.sections else walk.sections
    edges, beside = _edges(parts, styles, found)
    margins = {table.style: _cell_margins(styles, table.style) for table in walk.tables}
    return Document(
        parts.document,
        walk.paragraphs,
        walk.tables,
        [_section(one) for one in found],
        edges,
        beside,
        parts.of_kind("settings"),
        parts.core,
        margins,
    )


def _cell_margins(styles: Styles, style: str) -> list[Any]:
    return [child(one, "tblPr", "tblCellMar") for one in styles.chain(style)]


def _edges(
    parts: Parts, styles: Styles, sections: list[Any]
) -> tuple[list[dict[tuple[str, str], list[Paragraph]]], list[Paragraph]]:
    """The headers and footers of each section, which has those of the section before where it names none."""
    read: dict[str, list[Paragraph]] = {}
    for one in parts.used.values():
        if one.kind in _BESIDE and one.target not in read:
            read[one.target] = _beside(parts.root(one.target), styles)
    found: list[dict[tuple[str, str], list[Paragraph]]] = []
    for section in sections:
        now = dict(found[-1]) if found else {}
        for part in _EDGES:
            for named in () if section is None else section.iterchildren(f"{W}{part}Reference"):
                relation = parts.used.get(named.get(f"{R}id", ""))
                if relation is not None:
                    now[part, value(named, "type") or "default"] = read.get(relation.target, [])
        found.append(now)
    return found, [paragraph for paragraphs in read.values() for paragraph in paragraphs]


def _beside(root: Any, styles: Styles) -> list[Paragraph]:
    """The paragraphs of a header, a footer or of notes."""
    walk = Walk(styles, None, root is not None and has_boxes(root))
    notes = root is not None and local(root.tag) in ("footnotes", "endnotes")
    holders = [] if root is None else [root]
    if notes:
        holders = [one for one in root if value(one, "type") not in _MARKS]
    for holder in holders:
        walk.blocks(holder, Place())
    return walk.paragraphs


def _section(properties: Any) -> Section:
    size, margins = child(properties, "pgSz"), child(properties, "pgMar")
    width, height = _PAGE

    def margin(name: str, default: float) -> float:
        return twips(margins.get(W + name), default) if margins is not None else default

    if size is not None:
        width, height = twips(size.get(f"{W}w"), width), twips(size.get(f"{W}h"), height)
    return Section(
        properties,
        width,
        height,
        margin("top", 1440),
        margin("bottom", 1440),
        margin("left", 1440) + margin("gutter", 0),
        margin("right", 1440),
        margin("header", 720),
    )


def has_title_page(section: Section) -> bool:
    """Whether its first page has a header of its own."""
    return is_on(child(section.element, "titlePg"))


def start_of(section: Section) -> str:
    """The number its pages begin with; "" when they count on."""
    return value(child(section.element, "pgNumType"), "start")


def form_of(section: Section) -> str:
    """How its page numbers are written; "" as usual."""
    return value(child(section.element, "pgNumType"), "fmt")
