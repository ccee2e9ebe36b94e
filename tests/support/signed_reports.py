"""Finished reports of invented offices, as Word, LibreOffice and WPS write them, each in another layout.

Every report holds sentences, numbers and names of its own year: none of them may be met in a report made from it.
"""

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' mc:Ignorable="w14"'
)
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"

# What only last year's report says.
OLD = (
    "Thực hiện Công văn số 4567/UBND-VP ngày 15/10/2024, Sở Thông tin và Truyền thông báo cáo kết quả như sau:",
    "Tổng doanh thu bưu chính đạt 1.234,5 tỷ đồng, tăng 8,7% so với năm 2023.",
    "Đã phủ sóng 4G tới 987 thôn, bản vùng sâu của tỉnh.",
    "Một số hệ thống thông tin cấp xã vận hành chưa ổn định, 13 máy chủ hết hạn bảo hành.",
    "Hoàn thành trung tâm điều hành thông minh trước ngày 30/6/2025.",
    "Tham mưu ban hành nghị quyết về hỗ trợ 76 nhà văn hóa thôn.",
)
OLD_TASKS = (
    ("1", "Nâng cấp trục liên thông phiên bản 3.7", "Phòng Hạ tầng số", "Quý III/2025"),
    ("2", "Tập huấn 650 tổ công nghệ số", "Trung tâm Dữ liệu", "30/9/2025"),
)
ALL = (
    "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu", "kinh_gui", "nam",
    "nam_sau", "mo_dau", "ket_qua", "ton_tai", "nhiem_vu", "bang_nhiem_vu", "ket_thuc", "quyen_han", "chuc_vu", "ho_ten",
    "noi_nhan", "luu",
)  # fmt: skip


@dataclass(frozen=True)
class Report:
    """A document, and the words of each field in it; `absent` are those that it does not have."""

    name: str
    docx: bytes
    expected: dict[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()


EXPECTED = {
    "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
    "co_quan_ban_hanh": "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
    "so_ky_hieu": "Số: 312/BC-STTTT",
    "dia_danh_ngay": "Đông Mẫu, ngày 05 tháng 12 năm 2024",
    "ten_loai": "BÁO CÁO",
    "trich_yeu": "Tổng kết công tác năm 2024 và phương hướng, nhiệm vụ năm 2025",
    "kinh_gui": "Ủy ban nhân dân tỉnh Đông Mẫu",
    "nam": "2024",
    "nam_sau": "2025",
    "mo_dau": OLD[0],
    "ket_qua": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2024",
    "ton_tai": "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
    "nhiem_vu": "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",
    "bang_nhiem_vu": "STT\nNội dung nhiệm vụ\nCơ quan chủ trì\nThời hạn",
    "ket_thuc": "Trên đây là báo cáo tổng kết công tác năm 2024 của Sở Thông tin và Truyền thông./.",
    "quyen_han": "KT. GIÁM ĐỐC",
    "chuc_vu": "PHÓ GIÁM ĐỐC",
    "ho_ten": "Phạm Thị Thí Dụ",
    "noi_nhan": "- Như trên;\n- Ban Giám đốc Sở;",
    "luu": "- Lưu: VT, VP.",
}


# -- pieces ----------------------------------------------------------------------------------------


def run(text: str, *, b: bool = False, i: bool = False, more: str = "") -> str:
    """A run; "\\n" breaks the line, "\\t" is a tab."""
    look = ("<w:b/>" if b else "") + ("<w:i/>" if i else "") + more
    inner = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    inner = inner.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def split(text: str, *, b: bool = False, i: bool = False) -> str:
    """The words of a text in runs of their own, with what Word scatters between them."""
    words = text.split(" ")
    parts = [word + (" " if at < len(words) - 1 else "") for at, word in enumerate(words)]
    return '<w:proofErr w:type="spellStart"/>'.join(
        run(part[: len(part) // 2], b=b, i=i) + run(part[len(part) // 2 :], b=b, i=i)
        for part in parts
    )


def p(content: str, *, jc: str = "", more: str = "", style: str = "") -> str:
    """A paragraph."""
    look = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + more
        + (f'<w:jc w:val="{jc}"/>' if jc else "")
    )
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{content}</w:p>"


BODY = '<w:spacing w:before="60" w:after="60" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="567"/>'


def text(words: str, make: Callable[..., str] = run) -> str:
    """A paragraph of the body."""
    return p(make(words), jc="both", more=BODY)


def head(words: str, make: Callable[..., str] = run) -> str:
    """A heading in bold letters."""
    return p(make(words, b=True), jc="both", more="<w:keepNext/>" + BODY)


def table(rows: Iterable[Iterable[str]], widths: tuple[int, ...], *, lines: bool = False) -> str:
    """A table of cells that hold paragraphs."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    value = "single" if lines else "none"
    borders = "".join(
        f'<w:{one} w:val="{value}" w:sz="6" w:space="0" w:color="auto"/>' for one in sides
    )
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def centred(*lines: str, make: Callable[..., str] = run) -> str:
    """Centred paragraphs; a line that begins with "*" is bold, with "/" italic."""
    return "".join(
        p(make(one.lstrip("*/"), b=one.startswith("*"), i=one.startswith("/")), jc="center")
        for one in lines
    )


def rule() -> str:
    """A line below a name: the border of an empty paragraph."""
    return '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr><w:ind w:left="1500" w:right="1500"/></w:pPr></w:p>'


def task_table(make: Callable[..., str] = run) -> str:
    """The table of tasks, with ruled lines."""
    widths = (700, 4500, 2300, 1500)
    titles = ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn")
    rows = [[p(make(one, b=True), jc="center") for one in titles]]
    rows += [[p(make(one)) for one in row] for row in OLD_TASKS]
    return table(rows, widths, lines=True)


SECTION = (
    '<w:sectPr><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"'
    ' w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
)
E_ = EXPECTED


def head_table(make: Callable[..., str] = run) -> str:
    """Offices and Quốc hiệu side by side, number and day below."""
    return table(
        [
            (
                centred(E_["co_quan_chu_quan"], "*" + E_["co_quan_ban_hanh"], make=make) + rule(),
                centred("*" + NATION, "*" + MOTTO, make=make) + rule(),
            ),
            (centred(E_["so_ky_hieu"], make=make), centred("/" + E_["dia_danh_ngay"], make=make)),
        ],
        (4000, 5600),
    )


def title(make: Callable[..., str] = run) -> str:
    """Tên loại and trích yếu."""
    return centred("*BÁO CÁO", "*" + E_["trich_yeu"], make=make) + rule()


def to(make: Callable[..., str] = run) -> str:
    """Kính gửi."""
    return p(make("Kính gửi: " + E_["kinh_gui"]), jc="center")


def parts(
    make: Callable[..., str] = run, labels: tuple[str, str, str] = ("I. ", "II. ", "III. ")
) -> str:
    """Opening, the three parts with the table of tasks, closing."""
    return (
        text(OLD[0], make)
        + head(labels[0] + E_["ket_qua"], make)
        + head("1. Bưu chính", make)
        + text("- " + OLD[1], make)
        + head("2. Viễn thông", make)
        + text("- " + OLD[2], make)
        + head(labels[1] + E_["ton_tai"], make)
        + text("- " + OLD[3], make)
        + head(labels[2] + E_["nhiem_vu"], make)
        + text("- " + OLD[4], make)
        + text("- " + OLD[5], make)
        + task_table(make)
        + text(E_["ket_thuc"], make)
    )


def signature(make: Callable[..., str] = run) -> str:
    """Nơi nhận and who signs, side by side."""
    left = p(make("Nơi nhận:", b=True, i=True)) + "".join(
        p(make(one)) for one in (*E_["noi_nhan"].split("\n"), E_["luu"])
    )
    right = centred("*KT. GIÁM ĐỐC", "*PHÓ GIÁM ĐỐC", "/(Đã ký)", "*" + E_["ho_ten"], make=make)
    return table([(left, right)], (4500, 5000))


STYLES = (
    f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"'
    ' w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/></w:rPr>'
    "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="DeMuc"><w:name w:val="De muc"/><w:basedOn w:val="Heading1"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    "</w:styles>"
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
Part = tuple[str, str, str]  # kind of relationship, content type, XML


def package(
    body: str, *, section: str = SECTION, more: dict[str, Part] | None = None, external: str = ""
) -> bytes:
    """A .docx; `more`: further parts by name, `external`: relationships to outside, as XML."""
    found: dict[str, Part] = {
        "word/styles.xml": ("styles", f"{TYPE}styles+xml", STYLES),
        **(more or {}),
    }
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATION}{kind}" Target="/{name}"/>'
        for at, (name, (kind, _, _)) in enumerate(found.items(), 1)
    )
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, (_, kind, _) in found.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}content-types"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{TYPE}document.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{space}relationships"><Relationship Id="rId1" '
        f'Type="{RELATION}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}relationships">{relations}{external}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>",
        **{name: xml for name, (_, _, xml) in found.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, xml in parts.items():
            made.writestr(name, xml if xml.startswith("<?xml") else f'<?xml version="1.0"?>{xml}')
    return out.getvalue()


# -- layouts ---------------------------------------------------------------------------------------


def in_tables() -> Report:
    """As Word has it, and most offices."""
    body = head_table() + title() + to() + parts() + signature()
    return Report("bảng không viền", package(body), EXPECTED)


def in_split_runs() -> Report:
    """Every word in two runs, with proofing marks between them."""
    body = head_table(split) + title(split) + to(split) + parts(split) + signature(split)
    return Report("chữ bị cắt vụn", package(body), EXPECTED)


def with_tabs() -> Report:
    """Tabs instead of tables at the head and at the end."""
    body = (
        p(run(f"{E_['co_quan_chu_quan']}\t") + run(NATION, b=True))
        + p(run(f"{E_['co_quan_ban_hanh']}\t{MOTTO}", b=True))
        + p(run(f"{E_['so_ky_hieu']}\t") + run(E_["dia_danh_ngay"], i=True))
        + title() + to() + parts()
        + p(run("Nơi nhận:\t", b=True, i=True) + run("KT. GIÁM ĐỐC", b=True))
        + p(run("- Như trên;\t") + run("PHÓ GIÁM ĐỐC", b=True))
        + p(run("- Ban Giám đốc Sở;"))
        + p(run("- Lưu: VT, VP.\t") + run(E_["ho_ten"], b=True))
    )  # fmt: skip
    return Report("dấu tab", package(body), EXPECTED)


def in_one_cell() -> Report:
    """One cell for each side of the head, its lines parted by line breaks; the office's name in two lines."""
    left = p(
        run(f"{E_['co_quan_chu_quan']}\n")
        + run("SỞ THÔNG TIN\nVÀ TRUYỀN THÔNG", b=True)
        + run(f"\n-------\n{E_['so_ky_hieu']}"),
        jc="center",
    )
    right = p(
        run(f"{NATION}\n{MOTTO}\n---------------\n", b=True) + run(E_["dia_danh_ngay"], i=True),
        jc="center",
    )
    signed = p(run(f"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\n\n{E_['ho_ten']}", b=True), jc="center")
    receivers = p(run("Nơi nhận:\n", b=True, i=True) + run(f"{E_['noi_nhan']}\n{E_['luu']}"))
    body = (
        table([(left, right)], (4000, 5600))
        + p(run("BÁO CÁO\nTổng kết công tác năm 2024\nvà phương hướng, nhiệm vụ năm 2025", b=True), jc="center")
        + to() + parts() + table([(receivers, signed)], (4500, 5000))
    )  # fmt: skip
    expected = {
        **EXPECTED,
        "co_quan_ban_hanh": "SỞ THÔNG TIN\nVÀ TRUYỀN THÔNG",
        "trich_yeu": "Tổng kết công tác năm 2024\nvà phương hướng, nhiệm vụ năm 2025",
    }
    return Report("một ô, ngắt dòng", package(body), expected)


def text_box(content: str) -> str:
    """A text box as Word writes it, once for itself and once for its elders."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="3600000" cy="720000"/>'
        '<wp:docPr id="1" name="Hop"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000"'
        ' cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>'
        f"{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback><w:pict><v:shape '
        f'id="h" style="width:280pt;height:60pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def in_text_boxes() -> Report:
    """Quốc hiệu and day in a text box beside the names."""
    box = text_box(centred("*" + NATION, "*" + MOTTO, "/" + E_["dia_danh_ngay"]))
    body = (
        p(box)
        + centred(E_["co_quan_chu_quan"], "*" + E_["co_quan_ban_hanh"], E_["so_ky_hieu"])
        + title() + to() + parts() + signature()
    )  # fmt: skip
    return Report("hộp chữ", package(body), EXPECTED)


def in_controls() -> Report:
    """Content controls round paragraphs, runs and cells, one of them bound to custom XML."""

    def control(content: str) -> str:
        bound = '<w:sdtPr><w:alias w:val="Trường"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr>'
        return f"<w:sdt>{bound}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = (
        head_table().replace("<w:tr>", control("<w:tr>").split("<w:tr>")[0] + "<w:tr>", 1).replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>", 1)
        + control(title())
        + p(run("Kính gửi: ") + control(run(E_["kinh_gui"])), jc="center")
        + control(parts())
        + signature()
    )  # fmt: skip
    custom = ("customXml", "application/xml", "<a>Bí mật 2024: 4567/UBND-VP</a>")
    return Report("ô nội dung", package(body, more={"customXml/item1.xml": custom}), EXPECTED)


def of_libreoffice() -> Report:
    """Headings by style, nothing bold by itself; the numbers of headings by lists."""

    def styled(words: str, level: int = 0) -> str:
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return p(run(words), style="DeMuc", more=numbered)

    middle = (
        text(OLD[0])
        + styled(E_["ket_qua"]) + styled("Bưu chính", 1) + text("- " + OLD[1]) + text("- " + OLD[2])
        + styled(E_["ton_tai"]) + text("- " + OLD[3])
        + styled(E_["nhiem_vu"]) + text("- " + OLD[4]) + text("- " + OLD[5]) + task_table()
        + text(E_["ket_thuc"])
    )  # fmt: skip
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%{at + 1}."/></w:lvl>'
        for at, kind in enumerate(("upperRoman", "decimal"))
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    more = {"word/numbering.xml": ("numbering", f"{TYPE}numbering+xml", numbering)}
    body = head_table() + title() + to() + middle + signature()
    return Report("LibreOffice, đề mục theo kiểu", package(body, more=more), EXPECTED)


def of_wps() -> Report:
    """Blanks instead of tabs, no table, the line below a name made of signs."""
    gap = " " * 12
    body = (
        p(run(f"{E_['co_quan_chu_quan']}{gap}") + run(NATION, b=True))
        + p(run(f"{E_['co_quan_ban_hanh']}{gap}{MOTTO}", b=True))
        + p(run(f"    ________{gap}        _______________"))
        + p(run(f"{E_['so_ky_hieu']}{gap}") + run(E_["dia_danh_ngay"], i=True))
        + title() + to() + parts() + signature()
    )  # fmt: skip
    return Report("WPS, dấu cách", package(body), EXPECTED)


def with_traces() -> Report:
    """Tracked changes, comments, macros, custom properties, links to outside, fields."""
    body = head_table() + title() + to() + parts() + signature()
    body = body.replace(
        run("- " + OLD[5]),
        run("- " + OLD[5])
        + '<w:ins w:id="1" w:author="Người Sửa" w:date="2024-12-01T08:00:00Z"><w:r><w:t> Thêm câu 2024.</w:t></w:r></w:ins>'
        + '<w:del w:id="2" w:author="Người Sửa"><w:r><w:delText>Đã xoá câu cũ.</w:delText></w:r></w:del>'
        + '<w:commentRangeStart w:id="7"/><w:r><w:commentReference w:id="7"/></w:r><w:commentRangeEnd w:id="7"/>'
        + '<w:hyperlink r:id="rId99"><w:r><w:t>trang cũ</w:t></w:r></w:hyperlink>'
        + '<w:bookmarkStart w:id="5" w:name="dau_cu"/><w:bookmarkEnd w:id="5"/>'
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "C:\\bi mat.docx" </w:instrText></w:r>'
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>chèn</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        1,
    )
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Người Sửa"><w:p><w:r><w:t>Ghi chú riêng 2024'
        "</w:t></w:r></w:p></w:comment></w:comments>"
    )
    settings = (
        f'<w:settings xmlns:w="{W}" xmlns:r="{RELATION[:-1]}"><w:attachedTemplate r:id="rId98"/><w:trackRevisions/>'
        '<w:docVars><w:docVar w:name="MatKhau" w:val="4567"/></w:docVars></w:settings>'
    )
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="a">'
        "Riêng 2024</property></Properties>"
    )
    header = (
        f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        '<w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
    )
    more = {
        "word/comments.xml": ("comments", f"{TYPE}comments+xml", comments),
        "word/settings.xml": ("settings", f"{TYPE}settings+xml", settings),
        "docProps/custom.xml": ("custom-properties", "application/vnd.openxmlformats-officedocument.custom-properties+xml", custom),
        "word/vbaProject.bin": ("vbaProject", "application/vnd.ms-office.vbaProject", "<macro/>"),
        "word/header1.xml": ("header", f"{TYPE}header+xml", header),
    }  # fmt: skip
    external = (
        f'<Relationship Id="rId99" Type="{RELATION}hyperlink" Target="https://vidu.invalid/cu" TargetMode="External"/>'
        f'<Relationship Id="rId98" Type="{RELATION}attachedTemplate" Target="file:///C:/x.dotm" TargetMode="External"/>'
    )
    section = SECTION.replace(
        "<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/>'
    )
    return Report(
        "còn dấu vết sửa", package(body, section=section, more=more, external=external), EXPECTED
    )


def in_chapters() -> Report:
    """ "Phần thứ nhất" and so on as headings."""
    labels = ("Phần thứ nhất: ", "Phần thứ hai: ", "Phần thứ ba: ")
    body = head_table() + title() + to() + parts(labels=labels) + signature()
    return Report("Phần thứ nhất", package(body), EXPECTED)


def with_appendix() -> Report:
    """Headings A., B., C.; the table of tasks in an appendix that lies across."""
    portrait = SECTION.replace("<w:sectPr>", '<w:sectPr><w:type w:val="nextPage"/>')
    landscape = SECTION.replace(
        'w:w="11907" w:h="16840"', 'w:w="16840" w:h="11907" w:orient="landscape"'
    )
    middle = parts(labels=("A. ", "B. ", "C. ")).replace(task_table(), "")
    appendix = (
        p("", more=portrait)
        + centred("*Phụ lục", "*BẢNG GIAO NHIỆM VỤ NĂM 2025", "/(Kèm theo Báo cáo số 312/BC-STTTT ngày 05 tháng 12 năm 2024)")
        + task_table()
        + p("")
    )  # fmt: skip
    body = head_table() + title() + to() + middle + signature() + appendix
    return Report("phụ lục ngang", package(body, section=landscape), EXPECTED)


def of_a_commune() -> Report:
    """A commune: no Kính gửi, one who signs for the committee, the kind and the title in one line, no table."""
    left = centred(
        "ỦY BAN NHÂN DÂN TỈNH ĐÔNG MẪU", "*ỦY BAN NHÂN DÂN XÃ THÍ ĐIỂM", "Số:      /BC-UBND"
    )
    right = centred("*" + NATION, "*" + MOTTO, "/Thí Điểm, ngày     tháng 12 năm 2024")
    middle = parts().replace(task_table(), "")
    signed = centred("*TM. ỦY BAN NHÂN DÂN", "*CHỦ TỊCH", "*Lò Văn Thử")
    receivers = (
        p(run("Nơi nhận:", b=True)) + p(run("- Thường trực Đảng ủy xã;")) + p(run("- Lưu: VT."))
    )
    body = (
        table([(left, right)], (4200, 5400))
        + centred("*BÁO CÁO TỔNG KẾT CÔNG TÁC CHUYỂN ĐỔI SỐ NĂM 2024")
        + middle + table([(receivers, signed)], (4500, 5000))
    )  # fmt: skip
    expected = {
        **EXPECTED,
        "co_quan_chu_quan": "ỦY BAN NHÂN DÂN TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "ỦY BAN NHÂN DÂN XÃ THÍ ĐIỂM",
        "so_ky_hieu": "Số:      /BC-UBND",
        "dia_danh_ngay": "Thí Điểm, ngày     tháng 12 năm 2024",
        "trich_yeu": "TỔNG KẾT CÔNG TÁC CHUYỂN ĐỔI SỐ NĂM 2024",
        "quyen_han": "TM. ỦY BAN NHÂN DÂN",
        "chuc_vu": "CHỦ TỊCH",
        "ho_ten": "Lò Văn Thử",
        "noi_nhan": "- Thường trực Đảng ủy xã;",
        "luu": "- Lưu: VT.",
    }
    absent = ("kinh_gui", "nam_sau", "bang_nhiem_vu")
    kept = {name: said for name, said in expected.items() if name not in absent}
    return Report("xã, không kính gửi", package(body), kept, absent)


def decomposed() -> Report:
    """Letters and their marks apart (NFD), several addressees, some runs ending between a letter and its mark."""
    several = (
        p(run("Kính gửi:"), jc="center") + p(run("- Ủy ban nhân dân tỉnh Đông Mẫu;")) + p(run("- Bộ Thông tin và Truyền thông."))
    )  # fmt: skip
    body = head_table() + title() + several + parts() + signature()
    expected = {
        **EXPECTED,
        "kinh_gui": "\n- Ủy ban nhân dân tỉnh Đông Mẫu;\n- Bộ Thông tin và Truyền thông.",
    }
    return Report("chữ tổ hợp NFD", package(unicodedata.normalize("NFD", body)), expected)


def with_assessment() -> Report:
    """Shortcomings as the second point of an assessment, as yearly reports have it; headings in small letters."""
    middle = (
        text(OLD[0])
        + head("I. Kết quả thực hiện nhiệm vụ năm 2024") + text("- " + OLD[1]) + text("- " + OLD[2])
        + head("II. Đánh giá chung") + head("1. Những mặt đã làm được") + text("- Nhìn chung hoàn thành 45 chỉ tiêu.")
        + head("2. Tồn tại, hạn chế") + text("- " + OLD[3])
        + head("III. Phương hướng, nhiệm vụ năm 2025") + text("- " + OLD[4]) + text("- " + OLD[5]) + task_table()
        + text(E_["ket_thuc"])
    )  # fmt: skip
    body = head_table() + title() + to() + middle + signature()
    expected = {
        **EXPECTED,
        "ket_qua": "Kết quả thực hiện nhiệm vụ năm 2024",
        "ton_tai": "Tồn tại, hạn chế",
        "nhiem_vu": "Phương hướng, nhiệm vụ năm 2025",
    }
    return Report("đánh giá chung", package(body), expected)


LAYOUTS = (
    in_tables, in_split_runs, with_tabs, in_one_cell, in_text_boxes, in_controls, of_libreoffice, of_wps, with_traces,
    in_chapters, with_appendix, of_a_commune, decomposed, with_assessment,
)  # fmt: skip


def all_reports() -> list[Report]:
    """Every layout once."""
    return [make() for make in LAYOUTS]
