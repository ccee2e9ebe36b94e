"""Writes resources/templates/briefing.docx: the styles, headers and settings of the Word report.

    python packaging/make_template.py

The base is the empty document of python-docx, less what an office must not hand in: the stale
`stylesWithEffects` part, the thumbnail, the lists, the blue headings, English as language. The numbers come
from Nghị định 30/2020/NĐ-CP, Phụ lục I; a style is one line of STYLES. Two runs write the same bytes.
"""

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from tttt_desktop.reporting.wordxml import footnotes_xml

TARGET = Path(__file__).parent.parent / "resources" / "templates" / "briefing.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
FONT = "Times New Roman"
DROPPED = (
    "stylesWithEffects",
    "extended-properties",
    "customXml",
    "thumbnail",
    "numbering",
    "webSettings",
)

# id, name, based on, paragraph properties, size in points, letters: b(old) i(talic)
BODY_TEXT = '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
CENTRED = '<w:jc w:val="center"/>'
HEADING = '<w:keepNext/><w:keepLines/><w:outlineLvl w:val="{}"/>'
BORDER = (
    '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
    '<w:spacing w:before="40" w:line="60" w:lineRule="exact"/>'
)
# fmt: off
STYLES = (
    ("Heading1", "heading 1", "NoiDung", HEADING.format(0), 14, "b"),
    ("Heading2", "heading 2", "NoiDung", HEADING.format(1), 14, "b"),
    ("Heading3", "heading 3", "NoiDung", HEADING.format(2), 14, ""),
    ("Header", "header", "Normal", CENTRED, 14, ""),
    ("NoiDung", "Nội dung", "Normal", BODY_TEXT, 14, ""),
    ("QuocHieu", "Quốc hiệu", "Normal", CENTRED, 13, "b"),
    ("TieuNgu", "Tiêu ngữ", "Normal", CENTRED, 14, "b"),
    ("CoQuanChuQuan", "Cơ quan chủ quản", "Normal", CENTRED, 13, ""),
    ("CoQuan", "Cơ quan ban hành", "Normal", CENTRED, 13, "b"),
    ("SoKyHieu", "Số, ký hiệu", "Normal", '<w:spacing w:before="120"/>' + CENTRED, 13, ""),
    ("NgayThang", "Địa danh, ngày tháng", "Normal", '<w:spacing w:before="120"/>' + CENTRED, 13, "i"),
    ("TenLoai", "Tên loại văn bản", "Normal", '<w:keepNext/><w:spacing w:before="360"/>' + CENTRED, 14, "b"),
    ("TrichYeu", "Trích yếu", "Normal", CENTRED, 14, "b"),
    ("DuongKe", "Đường kẻ", "Normal", BORDER + CENTRED, 2, ""),
    ("KinhGui", "Kính gửi", "Normal", '<w:spacing w:before="240" w:after="120"/>' + CENTRED, 14, ""),
    ("NoiGui", "Kính gửi (danh sách)", "Normal", '<w:spacing w:after="60"/><w:ind w:left="3402"/>', 14, ""),
    ("NoiNhan", "Nơi nhận", "Normal", '<w:keepNext/>', 12, "bi"),
    ("NoiNhanDong", "Nơi nhận (danh sách)", "Normal", "", 11, ""),
    ("ChucVu", "Quyền hạn, chức vụ", "Normal", '<w:keepNext/>' + CENTRED, 14, "b"),
    ("HoTen", "Họ tên người ký", "Normal", '<w:spacing w:before="1320"/>' + CENTRED, 14, "b"),
    ("PhuLuc", "Phụ lục", "Normal", HEADING.format(0) + CENTRED, 14, "b"),
    ("PhuLucTen", "Tên phụ lục", "Normal", '<w:keepNext/>' + CENTRED, 14, "b"),
    ("KemTheo", "Kèm theo", "Normal", '<w:spacing w:after="160"/>' + CENTRED, 14, "i"),
    ("BangDau", "Bảng, hàng đầu", "Normal", '<w:keepNext/>' + CENTRED, 11, "b"),
    ("BangChu", "Bảng, chữ", "Normal", "", 11, ""),
    ("BangGiua", "Bảng, giữa", "Normal", CENTRED, 11, ""),
    ("BangNhom", "Bảng, nhóm", "Normal", '<w:keepNext/>', 11, "b"),
    ("BangGhiChu", "Bảng, ghi chú", "Normal", '<w:spacing w:before="60"/><w:jc w:val="both"/>', 11, "i"),
    ("BieuDo", "Biểu đồ", "Normal", '<w:keepNext/><w:spacing w:before="120"/>' + CENTRED, 14, ""),
    ("BieuDoTen", "Biểu đồ, tên", "Normal", '<w:spacing w:after="120"/>' + CENTRED, 13, "i"),
    ("FootnoteText", "footnote text", "Normal", '<w:jc w:val="both"/>', 10, ""),
    ("CuoiMuc", "Hết phần", "Normal", '<w:spacing w:line="20" w:lineRule="exact"/>', 1, ""),
)
# fmt: on
ORDER = ("keepNext", "keepLines", "pBdr", "spacing", "ind", "jc", "outlineLvl")

BASE = f"""
<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="BangSoLieu"><w:name w:val="Bảng số liệu"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders>{{borders}}</w:tblBorders><w:tblCellMar>
<w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>
<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
{{styles}}
</w:styles>"""

SETTINGS = f"""
<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
<w:compat>{
    "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
}</w:compat><w:themeFontLang w:val="vi-VN"/>
<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2"
 w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"
 w:followedHyperlink="followedHyperlink"/>
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""

FONTS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts {W}><w:font w:name="{FONT}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>
<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>"""


def style_xml(style_id: str, name: str, base: str, paragraph: str, size: int, letters: str) -> str:
    """One paragraph style; its properties are put into the order the schema wants."""
    properties = parse_xml(f"<w:pPr {W}>{paragraph}</w:pPr>")
    properties[:] = sorted(properties, key=lambda child: ORDER.index(child.tag.split("}")[1]))
    own = "" if name[0].islower() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/><w:qFormat/>{serialise(properties)}<w:rPr>'
        f"{'<w:b/><w:bCs/>' if 'b' in letters else ''}{'<w:i/><w:iCs/>' if 'i' in letters else ''}"
        f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/></w:rPr></w:style>'
    )


def serialise(element) -> str:
    """The element as text without its namespace declarations."""
    from lxml import etree

    return etree.tostring(element, encoding="unicode").replace(f" {W}", "")


def styles_xml() -> str:
    """The whole styles part."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    return BASE.format(
        borders="".join(map(line.format, sides)), styles="".join(style_xml(*row) for row in STYLES)
    )


def refill(element, xml: str) -> None:
    """Put the children of `xml` in place of those of `element`."""
    element[:] = list(parse_xml(xml.strip()))


def drop(rels) -> None:
    """Forget the parts of the base document that a report does not need."""
    for key in [key for key, rel in rels.items() if rel.reltype.rsplit("/", 1)[1] in DROPPED]:
        del rels[key]


def replace_part(document, reltype: str, name: str, content_type: str, blob: bytes) -> None:
    """Let `blob` stand where the base document has its own part of that type."""
    for key in [key for key, rel in document.part.rels.items() if rel.reltype == reltype]:
        del document.part.rels[key]
    part = Part(PackURI(name), content_type, blob, document.part.package)
    document.part.relate_to(part, reltype)


def theme_xml(document) -> bytes:
    """The theme of the base with Times New Roman for headings and text, and no other script's fonts."""
    old = next(
        r.target_part for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.THEME
    )
    root = parse_xml(old.blob)
    for tag in ("majorFont", "minorFont"):
        for element in root.iter("{" + A[9:-1] + "}" + tag):
            refill(
                element,
                f'<x {A}><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/></x>',
            )
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def page_numbers(section) -> None:
    """The number in the middle of the upper margin, not on the first page (I.7)."""
    field = "".join(
        f"<w:r>{run}</w:r>"
        for run in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    section.different_first_page_header_footer = True
    for header, content in ((section.header, field), (section.first_page_header, "")):
        header.is_linked_to_previous = False
        refill(
            header._element,
            f'<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{content}</w:p></w:hdr>',
        )


def properties(document) -> None:
    """Nothing of the library or of its year; word.py fills in title and author."""
    core = document.core_properties
    core.author = core.last_modified_by = core.title = core.comments = core.keywords = ""
    core.language, core.revision = "vi-VN", 1
    core.created = core.modified = datetime(2020, 3, 5)  # the day of the decree


def make() -> bytes:
    """The template as the bytes of a .docx."""
    document = docx.Document()
    theme = theme_xml(document)
    drop(document.part.rels)
    drop(document.part.package.rels)
    refill(document.styles.element, styles_xml())
    refill(document.settings.element, SETTINGS)
    replace_part(
        document, RELATIONSHIP_TYPE.THEME, "/word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, theme
    )
    replace_part(
        document,
        RELATIONSHIP_TYPE.FONT_TABLE,
        "/word/fontTable.xml",
        CONTENT_TYPE.WML_FONT_TABLE,
        FONTS.encode(),
    )
    replace_part(
        document,
        RELATIONSHIP_TYPE.FOOTNOTES,
        "/word/footnotes.xml",
        CONTENT_TYPE.WML_FOOTNOTES,
        footnotes_xml(()).encode(),
    )
    page_numbers(document.sections[0])
    properties(document)
    return packed(document)


def packed(document) -> bytes:
    """Saved with one fixed time in the archive, so that the same input gives the same bytes."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(
                zipfile.ZipInfo(name, (2020, 3, 5, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make())
    sys.stdout.write(f"{TARGET}: {TARGET.stat().st_size} bytes\n")
