"""Briefing to .docx: the template is opened and saved by python-docx, its text is a string of XML.

A source is marked "[n]" behind its line, linked to the row of the article in the last appendix, whatever the
size of the report: footnotes would print outlet and title again on every page, leave a copied line without its
source, and LibreOffice needs minutes for some thousand of them. The passage itself is found by the bookmark
`_dd_<annotation id>` round each line (`_bang_<annotation id>` in the table of tasks, see `domain.traces`; `bai_<n>`
for an article).
"""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tttt_desktop.domain.traces import line_mark
from tttt_desktop.paths import resource
from tttt_desktop.reporting import front
from tttt_desktop.reporting.metrics import balance
from tttt_desktop.reporting.office import NAMELESS, enclosed_with
from tttt_desktop.reporting.tree import Appendix, Briefing, Item, Office, Section
from tttt_desktop.reporting.wordxml import (
    NAMESPACES,
    Bookmarks,
    clean,
    content,
    data_table,
    paragraph,
    run,
    section,
)

if TYPE_CHECKING:
    from docx.document import Document

TEMPLATE = "templates/briefing.docx"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def to_docx(briefing: Briefing, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> bytes:
    """The bytes of a .docx. `now` gives the time written into its properties."""
    import docx

    document = docx.Document(str(resource(TEMPLATE)))
    xml = document_xml(briefing, _header_references(document))
    _properties(document, briefing, now())
    _put(document, xml.encode("utf-8"))
    out = io.BytesIO()
    document.part.package.save(out)
    return out.getvalue()


def _put(document: "Document", xml: bytes) -> None:
    """Let `xml` stand in the package where the template's own text is.

    As a part of plain bytes: parsing it and moving the nodes into the template's tree would take twice as long
    as everything else.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part

    old = document.part
    part = Part(old.partname, old.content_type, xml, old.package)
    for rel in old.rels.values():
        part.load_rel(rel.reltype, rel.target_part, rel.rId)
    for rel in list(old.package.rels.values()):
        if rel.reltype == RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            old.package.load_rel(rel.reltype, part, rel.rId)


def _header_references(document: "Document") -> str:
    """The template's two headers; later sections inherit them from the first."""
    from lxml import etree

    found = document.element.body.sectPr.xpath("./w:headerReference")
    return "".join(etree.tostring(element, encoding="unicode") for element in found)


def _properties(document: "Document", briefing: Briefing, now: datetime) -> None:
    """Title and author as Word and Explorer show them."""
    core = document.core_properties
    core.title = clean(f"Báo cáo {briefing.title}")[:255]
    core.author = core.last_modified_by = clean(briefing.office.name or NAMELESS)[:255]
    core.created = core.modified = now.replace(microsecond=0, tzinfo=None)


def document_xml(briefing: Briefing, references: str = "") -> str:
    """The part word/document.xml; `references` are the headers of the first section."""
    bookmarks = Bookmarks()
    parts = [*_main(briefing, bookmarks)]
    sections = [section(landscape=False, references=references)]
    for appendix in briefing.appendices:
        parts.append(_end_of_section(sections[-1]))
        parts.append(_appendix(appendix, briefing.office, bookmarks))
        sections.append(section(landscape=appendix.landscape))
    body = "".join([*parts, paragraph("CuoiMuc", ""), sections[-1]])
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def _end_of_section(properties: str) -> str:
    """The paragraph that Word demands after a table, so low that it never takes a page."""
    return paragraph("CuoiMuc", "", properties)


_LAST = '<w:keepNext/><w:spacing w:after="240"/>'  # the signature never stands alone on a page


def _main(briefing: Briefing, bookmarks: Bookmarks) -> Iterator[str]:
    yield front.heading(briefing.office)
    yield front.title(briefing.kind, briefing.title)
    yield front.addressees(briefing.office.addressees)
    for text in briefing.opening:
        yield paragraph("NoiDung", run(text), '<w:spacing w:before="180"/>')
    for part in briefing.sections:
        yield from _section(part, bookmarks)
    yield paragraph("NoiDung", run(briefing.closing), _LAST)
    yield front.signature(briefing.office)


def _section(part: Section, bookmarks: Bookmarks) -> Iterator[str]:
    yield paragraph(f"Heading{part.level}", run(f"{part.label} {part.title}"))
    for text in part.paragraphs:
        yield paragraph("NoiDung", run(text))
    for one in part.items:
        yield _item(one, bookmarks)
    for inner in part.parts:
        yield from _section(inner, bookmarks)


def _item(one: Item, bookmarks: Bookmarks) -> str:
    line = bookmarks.around([*map(line_mark, one.annotations)], content(one.line))
    quotes = "".join(paragraph("NoiDung", content(quote)) for quote in one.quotes)
    return paragraph("NoiDung", line) + quotes


def _appendix(appendix: Appendix, office: Office, bookmarks: Bookmarks) -> str:
    room = sum(column.width for column in appendix.columns) / 20
    return (
        paragraph("PhuLuc", run(appendix.label))
        + paragraph("PhuLucTen", run(appendix.title))
        + paragraph("KemTheo", run("\n".join(balance(enclosed_with(office), room, 14))))
        + data_table(appendix.columns, appendix.rows, bookmarks)
    )
