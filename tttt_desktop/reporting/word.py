"""Briefing to .docx: the template is opened and saved by python-docx, its text is a string of XML.

The sources of a line stand in a footnote, or as "[n]" linked to the row of the article in the last appendix (see
`reporting.footnotes`). The passage itself is found by the bookmark `_dd_<annotation id>` round each line
(`_bang_<annotation id>` in the table of tasks, see `domain.traces`; `bai_<n>` for an article). The number of the report stands
in a property of the file and in a bookmark at its title.
"""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tttt_desktop.domain.traces import report_mark
from tttt_desktop.paths import resource
from tttt_desktop.reporting import front
from tttt_desktop.reporting import number as numbering
from tttt_desktop.reporting.footnotes import Notes
from tttt_desktop.reporting.metrics import balance
from tttt_desktop.reporting.office import NAMELESS, enclosed_with
from tttt_desktop.reporting.tree import Appendix, Briefing, Item, Office, Picture, Section
from tttt_desktop.reporting.wordxml import (
    DECLARATION,
    NAMESPACES,
    Marks,
    clean,
    data_table,
    drawing,
    footnotes_xml,
    paragraph,
    picture_id,
    run,
    section,
)

if TYPE_CHECKING:
    from docx.document import Document

TEMPLATE = "templates/briefing.docx"


def to_docx(
    briefing: Briefing,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    number: str = "",
) -> bytes:
    """The bytes of a .docx. `now` gives the time written into its properties, `number` tells the report again."""
    import docx

    document = docx.Document(str(resource(TEMPLATE)))
    notes = Notes(briefing.sources)
    xml = document_xml(briefing, _header_references(document), notes, number)
    _properties(document, briefing, now())
    _put(document, xml.encode("utf-8"), footnotes_xml(notes.texts).encode("utf-8"))
    _put_pictures(document, briefing)
    if number:
        numbering.put(document.part.package, number)
    out = io.BytesIO()
    document.part.package.save(out)
    return out.getvalue()


def _put(document: "Document", xml: bytes, notes: bytes) -> None:
    """Let `xml` and `notes` stand in the package where the template's own text and footnotes are.

    As parts of plain bytes: parsing the text and moving the nodes into the template's tree would take twice as long
    as everything else.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part

    old = document.part
    part = Part(old.partname, old.content_type, xml, old.package)
    for rel in old.rels.values():
        target = rel.target_part
        if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            target = Part(target.partname, target.content_type, notes, old.package)
        part.load_rel(rel.reltype, target, rel.rId)
    for rel in list(old.package.rels.values()):
        if rel.reltype == RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            old.package.load_rel(rel.reltype, part, rel.rId)


def _put_pictures(document: "Document", briefing: Briefing) -> None:
    """The charts as files of the package, under the names by which the text asks for them."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    text = package.part_related_by(RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    pictures = (picture for appendix in briefing.appendices for picture in appendix.pictures)
    for number, picture in enumerate(pictures, 1):
        name = PackURI(f"/word/media/bieu_do_{number}.png")
        part = Part(name, CONTENT_TYPE.PNG, picture.data, package)
        text.load_rel(RELATIONSHIP_TYPE.IMAGE, part, picture_id(number))


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


def document_xml(
    briefing: Briefing, references: str = "", notes: Notes | None = None, number: str = ""
) -> str:
    """The part word/document.xml; `references` are the headers of the first section, `notes` takes the footnotes."""
    marks = Marks(notes or Notes(briefing.sources), footnotes=briefing.footnotes)
    parts = [*_main(briefing, marks, number)]
    sections = [section(landscape=False, references=references)]
    for appendix in briefing.appendices:
        parts.append(_end_of_section(sections[-1]))
        parts.append(_appendix(appendix, briefing.office, marks))
        sections.append(section(landscape=appendix.landscape))
    body = "".join([*parts, paragraph("CuoiMuc", ""), sections[-1]])
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def _end_of_section(properties: str) -> str:
    """The paragraph that Word demands after a table, so low that it never takes a page."""
    return paragraph("CuoiMuc", "", properties)


_LAST = '<w:keepNext/><w:spacing w:after="240"/>'  # the signature never stands alone on a page


def _main(briefing: Briefing, marks: Marks, number: str) -> Iterator[str]:
    yield front.heading(briefing.office)
    title = front.title(briefing.kind, briefing.title)
    yield marks.around([report_mark(number)] if number else [], title)
    yield front.addressees(briefing.office.addressees)
    for text in briefing.opening:
        yield paragraph("NoiDung", run(text), '<w:spacing w:before="180"/>')
    for part in briefing.sections:
        yield from _section(part, marks)
    yield paragraph("NoiDung", run(briefing.closing), _LAST)
    yield front.signature(briefing.office)


def _section(part: Section, marks: Marks) -> Iterator[str]:
    yield paragraph(f"Heading{part.level}", run(f"{part.label} {part.title}"))
    for text in part.paragraphs:
        yield paragraph("NoiDung", run(text))
    for one in part.items:
        yield _item(one, marks)
    for inner in part.parts:
        yield from _section(inner, marks)


def _item(one: Item, marks: Marks) -> str:
    line = marks.around(one.marks, marks.line(one.line))
    quotes = "".join(paragraph("NoiDung", marks.line(quote)) for quote in one.quotes)
    return paragraph("NoiDung", line) + quotes


def _appendix(appendix: Appendix, office: Office, marks: Marks) -> str:
    table = data_table(appendix.columns, appendix.rows, marks) if appendix.columns else ""
    return (
        paragraph("PhuLuc", run(appendix.label))
        + paragraph("PhuLucTen", run(appendix.title))
        + paragraph("KemTheo", run("\n".join(balance(enclosed_with(office), _room(appendix), 14))))
        + table
        + "".join(_picture(picture, marks) for picture in appendix.pictures)
        + "".join(paragraph("BangGhiChu", run(remark)) for remark in appendix.remarks)
    )


def _room(appendix: Appendix) -> float:
    """Points between the margins."""
    return (14287 if appendix.landscape else 9355) / 20


def _picture(picture: Picture, marks: Marks) -> str:
    caption = paragraph("BieuDoTen", run(picture.caption)) if picture.caption else ""
    return paragraph("BieuDo", drawing(picture, marks.next_picture())) + caption
