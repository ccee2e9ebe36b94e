"""A report made in the document of one that was signed before: nothing of what that said is left."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.domain.traces import report_mark
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign.cleaning import pruned
from tttt_desktop.reporting.foreign.dictionary import Values
from tttt_desktop.reporting.foreign.properties import with_properties
from tttt_desktop.reporting.ooxml import W
from tttt_desktop.reporting.signed import filling, lines
from tttt_desktop.reporting.signed.filling import Years
from tttt_desktop.reporting.signed.head import text_of
from tttt_desktop.reporting.signed.layout import Layout, layout_of, room, turned, without_headers
from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.looks import as_string, looks_of
from tttt_desktop.reporting.signed.names import Fields
from tttt_desktop.reporting.signed.tables import TableLook
from tttt_desktop.reporting.signed.text import Text, titles_of

_MIDDLE, _ENDING = "tttt-middle", "tttt-ending"
_END = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr>{}</w:pPr></w:p>'
)


def make(docx: bytes, fields: Fields, values: Values, now: datetime) -> bytes:
    """The report as .docx: `docx` as `cleaning` left it, `fields` in it, `values` as of `dictionary`."""
    parts = ooxml.read(docx)
    main = ooxml.main_part(parts)
    root = ooxml.parse(parts[main])
    found = lines.read(root, styles_in(parts))
    years = Years(found, fields, values["nam"])
    looks, titles = looks_of(found, fields), titles_of(found, fields, years)
    table = TableLook(found, fields, looks.body)
    layout = layout_of(root, found, fields)
    text = Text(values, looks, titles, table)
    inside = table.element is not None and _holds(layout.text, table.element)
    middle = "".join(text.main(table_inside=inside))
    old = _old_words(found, fields)
    known = _numbers(found, (*layout.head, *layout.tail), layout.body)
    _hold_place(layout, _MIDDLE)  # before a line of the head may go
    cover = filling.fill(found, fields, values)
    filling.drop_leavings(found, fields, known - cover)
    _mark(found, fields, values["ma_bao_cao"])
    for block in (*layout.text, *layout.after):
        layout.body.remove(block)
    _keep_together(layout.tail)
    ending = _end(layout, text)
    parts[main] = _with_text(ooxml.as_bytes(root), {_MIDDLE: middle, _ENDING: ending})
    _move_headers(parts, main, years, old)
    made = text.additions.put(pruned(parts, main), main)
    return ooxml.packed(with_properties(made, values, now))


def styles_in(parts: ooxml.Parts) -> Any:
    """The root of the part with the styles; None when there is none."""
    main = ooxml.main_part(parts)
    names = [one.target for one in ooxml.links(parts, main) if one.kind == "styles"]
    return ooxml.parse(parts[names[0]]) if names and names[0] in parts else None


def _holds(blocks: Sequence[Any], element: Any) -> bool:
    return any(block is element or block in element.iterancestors() for block in blocks)


def _keep_together(tail: Sequence[Any]) -> None:
    """No page ends inside the signature: neither in a row of its table nor between its paragraphs."""
    import lxml.etree as etree

    for at, block in enumerate(tail):
        for row in block.iter(f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is None:
                properties = etree.Element(f"{W}trPr")
                before = row.find(f"{W}tblPrEx")
                row.insert(0 if before is None else row.index(before) + 1, properties)
            if properties.find(f"{W}cantSplit") is None:
                properties.insert(0, etree.Element(f"{W}cantSplit"))
        if block.tag == f"{W}p" and at < len(tail) - 1:
            lines.keep_with_next(block)


def _numbers(found: Sequence[Line], blocks: Sequence[Any], body: Any) -> set[int]:
    """The numbers of the lines in some blocks."""
    known = set(blocks)
    return {
        line.number
        for line in found
        if line.paragraph in known or any(one in known for one in line.paragraph.iterancestors())
    }


def _hold_place(layout: Layout, name: str) -> None:
    """Mark where text will stand behind the head: moving thousands of nodes into the tree takes half a minute."""
    import lxml.etree as etree

    at = layout.body.index(layout.head[-1]) + 1 if layout.head else 0
    layout.body.insert(at, etree.ProcessingInstruction(name))


def _with_text(xml: bytes, texts: dict[str, str]) -> bytes:
    for name, text in texts.items():
        xml = xml.replace(f"<?{name} ?>".encode(), text.encode())
    return xml


def _end(layout: Layout, text: Text) -> str:
    """The appendices behind the signature, each on pages of its own; the last page set-up is that of the document."""
    import lxml.etree as etree

    for one in list(layout.body.iterchildren(f"{W}sectPr")):
        layout.body.remove(one)
    for block in (*layout.head[len(layout.cover) :], *layout.tail):
        properties = block.find(f"{W}pPr") if block.tag == f"{W}p" else None
        if properties is not None:
            for one in properties.findall(f"{W}sectPr"):
                properties.remove(one)
    sections, parts = [layout.main], []
    for appendix in text.appendices:
        section = _pages(layout, across=appendix["ngang"])
        parts.append(_END.format(as_string(sections[-1])))
        parts.append(text.appendix(appendix, room(section)))
        sections.append(section)
    if parts or (len(layout.body) and layout.body[-1].tag == f"{W}tbl"):
        parts.append(_END.format(""))
    layout.body.append(etree.ProcessingInstruction(_ENDING))
    return "".join([*parts, as_string(sections[-1])])


def _pages(layout: Layout, *, across: bool) -> Any:
    if across:
        return layout.across
    upright = without_headers(layout.main)
    size = upright.find(f"{W}pgSz")
    wide = size is not None and size.get(f"{W}orient") == "landscape"
    return turned(layout.main) if wide and across else upright


def _mark(found: Sequence[Line], fields: Fields, number: str) -> None:
    """The number of the report as a bookmark at its title."""
    import lxml.etree as etree

    places = fields.get("trich_yeu") or fields.get("ten_loai")
    if not number or not places:
        return
    paragraph = found[places[0].line].paragraph
    first = next(paragraph.iterchildren(f"{W}r"), None)
    if first is None:
        return
    start = {f"{W}id": "0", f"{W}name": report_mark(number)}
    first.addprevious(etree.Element(f"{W}bookmarkStart", start))
    paragraph.append(etree.Element(f"{W}bookmarkEnd", {f"{W}id": "0"}))


def _old_words(found: Sequence[Line], fields: Fields) -> list[str]:
    """What a header may not say any more: the old number and the old day."""
    told = (text_of(found, fields.get(name, ())) for name in ("so_ky_hieu", "dia_danh_ngay"))
    words = [
        fold(text).partition(":")[2].strip() or fold(text).partition(",")[2].strip()
        for text in told
    ]
    return [one for one in words if any(map(str.isdigit, one))]


def _move_headers(parts: dict[str, bytes], main: str, years: Years, old: Sequence[str]) -> None:
    """The years in headers and footers; lines with the old number or day lose their words."""
    for link in ooxml.links(parts, main):
        if link.kind not in ("header", "footer") or link.target not in parts:
            continue
        root = ooxml.parse(parts[link.target])
        for line in lines.read(root):
            text = line.text
            new = "" if any(word in fold(text) for word in old) else years.moved(text)
            if new != text and any(map(str.isdigit, text)):
                lines.write(line, 0, len(text), new)
        parts[link.target] = ooxml.as_bytes(root)
