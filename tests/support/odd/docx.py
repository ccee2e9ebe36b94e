"""Word files (.docx, .docm) as several programs write them, and as nobody should send them."""

import io
import zipfile
from collections.abc import Callable, Iterable

from odd.case import Case
from odd.words import ARTICLE, LEAD, RESULT, TASK, many, old

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = (
    f' xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DIGITS = "0123456789"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def p(inner: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def t(text: str, properties: str = "") -> str:
    """A run of text."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def font(name: str) -> str:
    """The property that sets a run in a font."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def article(*more: str) -> str:
    """The paragraphs of the article and what comes after them."""
    return "".join(p(t(line)) for line in ARTICLE) + "".join(more)


def part(root: str, inner: str, head: str = "") -> str:
    """A part of the package whose root is `w:root`."""
    return f"{DECLARATION}{head}<w:{root}{_SPACES}>{inner}</w:{root}>"


def relations(**targets: str) -> str:
    """The relations of a part: kind -> target; a target with "://" lies outside."""
    outside = ' TargetMode="External"'
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind.rstrip(_DIGITS)}" Target="{target}"'
        f"{outside if '//' in target else ''}/>"
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


def _types(names: Iterable[str]) -> str:
    """The part that says of each part of the folder `word` what it is."""
    rows = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    rows += '<Default Extension="xml" ContentType="application/xml"/>'
    for name in names:
        kind = name.rpartition("/")[2].removesuffix(".xml").rstrip(_DIGITS)
        if name.startswith("word/") and name.endswith(".xml"):
            sort = f"wordprocessingml.{'document.main' if kind == 'document' else kind}"
            rows += f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{sort}+xml"/>'
    return f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{rows}</Types>'


def package(parts: dict[str, str | bytes]) -> bytes:
    """The zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", _types(parts))
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


def word(body: str, head: str = "", *, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word file; `parts` are other parts of `word/` by their kind ("styles", "header1", ...)."""
    folder, _, file = main.rpartition("/")
    named = {f"{folder}/{kind}.xml": xml for kind, xml in parts.items()}
    targets = {kind: f"{kind}.xml" for kind in parts}
    return package(
        {
            "_rels/.rels": relations(officeDocument=main),
            f"{folder}/_rels/{file}.rels": relations(**targets),
            main: part("document", f"<w:body>{body}</w:body>", head),
            **named,
        }
    )


def numbering(levels: Iterable[str], overrides: str = "") -> str:
    """The part with one list, number 1, of these levels; and number 2, which counts with it."""
    rows = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n, level in enumerate(levels))
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="7">{rows}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{overrides}</w:num>',
    )


def level(form: str, text: str, start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'


def item(text: str, depth: int = 0, number: int = 1) -> str:
    """A paragraph in a list."""
    return p(t(text), f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def field(mark: str) -> str:
    """A mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>'


def code(text: str) -> str:
    """The code of a field."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def box(*paragraphs: str) -> str:
    """A text box in the two ways that Word writes it side by side."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{inside}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><v:textbox>{inside}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table of short cells."""
    cells = ("".join(f"<w:tc>{p(t(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def deep(depth: int) -> bytes:
    """Tables in tables."""
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return word(article(opened * depth + p(t(RESULT)) + closed * depth))


def laughs() -> str:
    """Entities that grow to gigabytes."""
    rows = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    return f'<!DOCTYPE d [<!ENTITY e0 "ha ha ha ha">{rows}]>'


def renamed(data: bytes, change: Callable[[str], str]) -> bytes:
    """The same package with other names of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as made:
        for entry in source.infolist():
            info = zipfile.ZipInfo("x")
            info.filename = change(entry.filename)
            made.writestr(info, source.read(entry))
    return buffer.getvalue()


def encrypted(data: bytes) -> bytes:
    """The same package, its entries marked as encrypted."""
    marked = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + place] |= 1
            at = marked.find(sign, at + 4)
    return bytes(marked)


def _utf16() -> bytes:
    xml = part("document", f"<w:body>{article()}</w:body>").replace("UTF-8", "UTF-16")
    return package({"word/document.xml": xml.encode("utf-16")})


def _unpacked_far() -> bytes:
    return package({"word/document.xml": part("document", ""), "word/media/a.bin": bytes(99 << 20)})


_OLD_LISTS = (level("upperRoman", "%1."), level("decimal", "%2."), level("lowerLetter", "%3)"))
_DEFAULT_OLD = part(
    "styles",
    f'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr>{font(".VnTime")}</w:rPr></w:style>',
)

CASES: tuple[Case, ...] = (
    Case("thường.docx", lambda: word(article()), ARTICLE),
    Case("sai-đuôi.txt", lambda: word(article()), ARTICLE),
    Case("sai-đuôi.doc", lambda: word(article()), ARTICLE),
    Case(
        "bảng.docx",
        lambda: word(
            article(table(("Chỉ tiêu", "Kết quả", ""), ("Doanh thu", "742,67 tỷ", "106%")))
        ),
        ("Chỉ tiêu | Kết quả", "Doanh thu | 742,67 tỷ | 106%"),
    ),
    Case(
        "hộp.docx",
        lambda: word(article(p(box(p(t(f"{RESULT} Trong hộp chữ.")))))),
        ("Trong hộp chữ.",),
    ),
    Case(
        "sửa.docx",
        lambda: word(
            article(
                p(
                    t("Sở hoàn thành ")
                    + f"<w:ins>{t('30/32 nhiệm vụ được giao trong năm.')}</w:ins>"
                    + "<w:del><w:r><w:delText>chữ đã xóa</w:delText></w:r></w:del>"
                )
            )
        ),
        ("Sở hoàn thành 30/32 nhiệm vụ được giao trong năm.",),
        never=("chữ đã xóa",),
    ),
    Case(
        "ẩn.docx",
        lambda: word(
            article(p(t("Còn 2 nhiệm vụ chậm") + t(" bí mật", "<w:vanish/>") + t(" tiến độ.")))
        ),
        ("Còn 2 nhiệm vụ chậm tiến độ.",),
        never=("bí mật",),
    ),
    Case(
        "trường.docx",
        lambda: word(
            article(
                p(
                    field("begin")
                    + code('HYPERLINK "http://127.0.0.1/x"')
                    + field("separate")
                    + t("Kế hoạch")
                    + field("end")
                    + t(" đã được ban hành.")
                ),
                p(field("begin") + code("IF") + t("không thấy")),
                p(t("Đoạn sau một trường bị hỏng vẫn còn.")),
            )
        ),
        ("Kế hoạch đã được ban hành.", "Đoạn sau một trường bị hỏng vẫn còn."),
        never=("HYPERLINK", "127.0.0.1", "không thấy"),
    ),
    Case(
        "điều.docx",
        lambda: word(
            article(item("Phạm vi áp dụng trong tỉnh."), item("Đối tượng áp dụng là các sở.")),
            numbering=numbering([level("decimal", "Điều %1.")]),
        ),
        ("Điều 1. Phạm vi áp dụng trong tỉnh.", "Điều 2. Đối tượng áp dụng là các sở."),
    ),
    Case(
        "mục.docx",
        lambda: word(
            article(
                item("Kết quả đạt được trong năm."),
                item("Về bưu chính và viễn thông.", 1),
                item("Doanh thu tăng.", 2),
                item("Hạn chế cần khắc phục."),
            ),
            numbering=numbering(_OLD_LISTS),
        ),
        ("I. Kết quả đạt", "1. Về bưu chính", "a) Doanh thu", "II. Hạn chế"),
    ),
    Case(
        "vntime.docx",
        lambda: word(article(p(t(old(RESULT, "tcvn3"), font(".VnTime"))))),
        (*ARTICLE, RESULT),
    ),
    Case(
        "vntimeh.docx",
        lambda: word(article(p(t(old("Sở đạt kết quả tốt.", "tcvn3"), font(".VnTimeH"))))),
        ("SỞ ĐẠT KẾT QUẢ TỐT.",),
    ),
    Case(
        "vni.docx",
        lambda: word(
            article(p("".join(t(one, font("VNI-Times")) for one in old(f"{RESULT} Hết.", "vni"))))
        ),
        (f"{RESULT} Hết.",),
    ),
    Case(
        "kiểu-vntime.docx",
        lambda: word(
            "".join(p(t(old(line, "tcvn3"))) for line in ARTICLE)
            + p(t("Đoạn Unicode giữ nguyên.", font("Arial"))),
            styles=_DEFAULT_OLD,
        ),
        (LEAD, RESULT, TASK, "Đoạn Unicode giữ nguyên."),
    ),
    Case(
        "chặt.docx",
        lambda: package(
            {
                "word/document.xml": part("document", f"<w:body>{article()}</w:body>").replace(
                    W, STRICT
                )
            }
        ),
        ARTICLE,
    ),
    Case(
        "ghi-chú.docx",
        lambda: word(
            article(),
            footnotes=part(
                "footnotes", f'<w:footnote w:id="2">{p(t("Lời cuối trang"))}</w:footnote>'
            ),
            comments=part("comments", f'<w:comment w:id="0">{p(t("Lời nhận xét"))}</w:comment>'),
            header1=part("hdr", p(t("Lời đầu trang"))),
            footer1=part("ftr", p(t("Lời chân trang"))),
        ),
        ARTICLE,
        never=("Lời",),
    ),
    Case(
        "ngoài.docx",
        lambda: package(
            {
                "_rels/.rels": relations(officeDocument="word/document.xml"),
                "word/_rels/document.xml.rels": relations(
                    attachedTemplate="http://127.0.0.1/x.dotm",
                    image="file://127.0.0.1/x.png",
                    styles="//127.0.0.1/s.xml",
                    aFChunk="chunk.html",
                ),
                "word/chunk.html": "<p>khối chèn</p>",
                "word/document.xml": part(
                    "document", f'<w:body>{article()}<w:altChunk r:id="r3"/></w:body>'
                ),
            }
        ),
        ARTICLE,
        never=("khối chèn",),
    ),
    Case(
        "macro.docm",
        lambda: package(
            {
                "word/document.xml": part("document", f"<w:body>{article()}</w:body>"),
                "word/vbaProject.bin": b"Sub AutoOpen()",
            }
        ),
        ARTICLE,
    ),
    Case(
        "đường-lùi.docx",
        lambda: renamed(word(article()), lambda name: name.replace("/", "\\")),
        ARTICLE,
    ),
    Case("tên-khác.docx", lambda: word(article(), main="word/document2.xml"), ARTICLE),
    Case(
        "ra-ngoài.docx",
        lambda: package(
            {
                "_rels/.rels": relations(officeDocument="../../../etc/passwd"),
                "word/document.xml": part("document", f"<w:body>{article()}</w:body>"),
            }
        ),
        ARTICLE,
    ),
    Case("utf16.docx", _utf16, ARTICLE),
    Case("đuôi-không.docx", lambda: word(article()) + bytes(5_000), ARTICLE),
    Case(
        "hướng-chữ.docx",
        lambda: word(article(p(t("Đạt \u202e742\u202c tỷ\u200b đồng\u00ad.")))),
        ("Đạt 742 tỷ đồng.",),
    ),
    Case(
        "hỏng-phần-phụ.docx",
        lambda: word(article(), styles="<w:styles", numbering="", header1="\0"),
        ARTICLE,
    ),
    Case("dtd.docx", lambda: word(article(), "<!DOCTYPE w:document>"), refused="không an toàn"),
    Case("cười.docx", lambda: word(article(p(t("&e9;"))), laughs()), refused="không an toàn"),
    Case(
        "cười-kiểu.docx",
        lambda: word(article(), styles=part("styles", "&e9;", laughs())),
        refused="không an toàn",
    ),
    Case(
        "thực-thể-ngoài.docx",
        lambda: word(
            article(p(t("&x;"))), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        ),
        refused="không an toàn",
    ),
    Case("bom.docx", _unpacked_far, refused="quá lớn"),
    Case(
        "nhiều-tệp.docx", lambda: package({f"x{n}": b"" for n in range(5_001)}), refused="không đọc"
    ),
    Case("cụt.docx", lambda: word(article())[:900], refused="hỏng"),
    Case(
        "xml-cụt.docx",
        lambda: package(
            {"word/document.xml": part("document", f"<w:body>{article()}</w:body>")[:900]}
        ),
        refused="hỏng",
    ),
    Case("lồng.docx", lambda: deep(300), refused="hỏng"),
    Case("lồng-vừa.docx", lambda: deep(50), ARTICLE),
    Case(
        "bảng-tính.docx",
        lambda: package(
            {"_rels/.rels": relations(officeDocument="xl/workbook.xml"), "xl/workbook.xml": "<x/>"}
        ),
        refused="Excel",
    ),
    Case(
        "trình-chiếu.docx",
        lambda: package(
            {"_rels/.rels": relations(officeDocument="ppt/p.xml"), "ppt/p.xml": "<x/>"}
        ),
        refused="PowerPoint",
    ),
    Case("khóa.docx", lambda: encrypted(word(article())), refused="mật khẩu"),
    Case("trống.docx", lambda: word(p("")), refused="không có chữ"),
    Case(
        "20000-đoạn.docx",
        lambda: word("".join(p(t(line)) for line in (*ARTICLE, *many(20_000)))),
        (*ARTICLE, many(20_000)[-1]),
        slow=True,
    ),
)
