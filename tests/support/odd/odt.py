"""OpenDocument texts as LibreOffice writes them, and as nobody should send them."""

import io
import zipfile

from odd.case import Case
from odd.docx import DECLARATION, encrypted, laughs
from odd.words import ARTICLE, LEAD, RESULT, TASK, many, old

MIME = "application/vnd.oasis.opendocument.text"
_O = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = (
    "".join(
        f' xmlns:{short}="{_O}:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def p(inner: str, style: str = "") -> str:
    """A paragraph."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{inner}</text:p>"


def article(*more: str) -> str:
    """The paragraphs of the article and what comes after them."""
    return "".join(map(p, ARTICLE)) + "".join(more)


def content(body: str, styles: str = "", head: str = "") -> str:
    """`content.xml`."""
    return (
        f"{DECLARATION}{head}<office:document-content{_SPACES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def common(styles: str = "", pages: str = "", head: str = "") -> str:
    """`styles.xml`."""
    return (
        f"{DECLARATION}{head}<office:document-styles{_SPACES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
    )


def flat(body: str, styles: str = "", head: str = "") -> bytes:
    """A flat file, all in one XML."""
    return (
        f'{DECLARATION}{head}<office:document{_SPACES} office:mimetype="{MIME}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def package(parts: dict[str, str | bytes], mime: str = MIME) -> bytes:
    """The zip of these parts, its kind in front."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", mime, zipfile.ZIP_STORED)
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


def odt(body: str, automatic: str = "", head: str = "", **parts: str) -> bytes:
    """A text; `parts` are other parts by their names without ".xml"."""
    more = {f"{name}.xml": xml for name, xml in parts.items()}
    return package({"content.xml": content(body, automatic, head), **more})


def _packed_anew() -> bytes:
    """What a zip program makes of an unpacked text: the parts by their names, all of them squeezed."""
    buffer = io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(odt(article(), styles=common())))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as anew:
        parts = {name: whole.read(name) for name in whole.namelist()}
        for name, part in sorted({"META-INF/manifest.xml": b"<manifest/>", **parts}.items()):
            anew.writestr(name, part)
    return buffer.getvalue()


def font(name: str, style: str, family: str = "paragraph") -> str:
    """A style that sets a font."""
    return (
        f'<style:style style:name="{style}" style:family="{family}">'
        f"<style:text-properties fo:font-family=\"'{name}'\"/></style:style>"
    )


def number(depth: int, form: str, suffix: str = ".", prefix: str = "", more: str = "") -> str:
    """A level of a list style."""
    return (
        f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}"'
        f' style:num-prefix="{prefix}" style:num-suffix="{suffix}"{more}/>'
    )


def items(*inner: str, style: str = "", more: str = "") -> str:
    """A list; each of `inner` is what stands in an item."""
    named = f' text:style-name="{style}"' if style else ""
    rows = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f"<text:list{named}{more}>{rows}</text:list>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of short cells."""
    cells = (
        "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row) for row in rows
    )
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"


def box(*inner: str) -> str:
    """A text box with a description that is not shown."""
    return f"<draw:frame><draw:text-box>{''.join(inner)}</draw:text-box><svg:desc>tả hình</svg:desc></draw:frame>"


LISTS = (
    f'<text:list-style style:name="L">{number(1, "I")}{number(2, "1")}{number(3, "a", ")")}'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="–"/></text:list-style>'
    f'<text:list-style style:name="D">{number(1, "1", prefix="Điều ")}</text:list-style>'
)
_LOCKED = '<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'


def deep(depth: int) -> bytes:
    """Sections in sections."""
    return odt(article("<text:section>" * depth + p(RESULT) + "</text:section>" * depth))


CASES: tuple[Case, ...] = (
    Case("thường.odt", lambda: odt(article()), ARTICLE),
    Case("sai-đuôi.docx", lambda: odt(article()), ARTICLE),
    Case("nén-lại.odt", _packed_anew, ARTICLE),
    Case("phẳng.fodt", lambda: flat(article()), ARTICLE),
    Case(
        "phẳng-vntime.fodt",
        lambda: flat(article(p(old(f"{RESULT} Hết.", "tcvn3"), "P")), font(".VnTime", "P")),
        (f"{RESULT} Hết.",),
    ),
    Case(
        "mẫu.ott", lambda: package({"content.xml": content(article())}, f"{MIME}-template"), ARTICLE
    ),
    Case(
        "bảng.odt",
        lambda: odt(
            article(table(("Chỉ tiêu", "Kết quả", ""), ("Doanh thu", "742,67 tỷ", "106%")))
        ),
        ("Chỉ tiêu | Kết quả", "Doanh thu | 742,67 tỷ | 106%"),
    ),
    Case(
        "hộp.odt",
        lambda: odt(article(p(f"Neo của hộp{box(p('Trong hộp chữ có một câu.'))} chữ là ở đây."))),
        ("Neo của hộp chữ là ở đây.\nTrong hộp chữ có một câu.",),
        never=("tả hình",),
    ),
    Case(
        "danh-sách.odt",
        lambda: odt(
            article(
                items(
                    p("Kết quả đạt được trong năm.")
                    + items(p("Về bưu chính và viễn thông.") + items(p("Doanh thu tăng."))),
                    p("Hạn chế cần khắc phục."),
                    style="L",
                ),
                items(
                    p("Phạm vi áp dụng trong tỉnh."), p("Đối tượng áp dụng là các sở."), style="D"
                ),
            ),
            LISTS,
        ),
        (
            "I. Kết quả",
            "1. Về bưu",
            "a) Doanh thu",
            "II. Hạn chế",
            "Điều 1. Phạm vi",
            "Điều 2. Đối tượng",
        ),
    ),
    Case(
        "tiêu-đề-mục.odt",
        lambda: odt(
            article('<text:h text:outline-level="1">Kết quả đạt được trong năm.</text:h>', p(TASK)),
            f"<text:outline-style>{number(1, 'A').replace('list-level-style-number', 'outline-level-style')}</text:outline-style>",
        ),
        ("A. Kết quả đạt được",),
    ),
    Case(
        "khoảng-trắng.odt",
        lambda: odt(
            article(
                p(
                    'Đạt <text:s text:c="5"/>742\n   tỷ<text:tab/>đồng<text:line-break/>trong năm 2020.'
                )
            )
        ),
        ("Đạt 742 tỷ đồng\ntrong năm 2020.",),
    ),
    Case(
        "vntime.odt",
        lambda: odt("".join(p(old(line, "tcvn3"), "P") for line in ARTICLE), font(".VnTime", "P")),
        ARTICLE,
    ),
    Case(
        "vni-cắt.odt",
        lambda: odt(
            article(
                p(
                    "".join(
                        f'<text:span text:style-name="T">{one}</text:span>'
                        for one in old(f"{RESULT} Hết.", "vni")
                    )
                )
            ),
            font("VNI-Times", "T", "text"),
        ),
        (f"{RESULT} Hết.",),
    ),
    Case(
        "kiểu-gốc.odt",
        lambda: odt(
            "".join(p(old(line, "tcvn3"), "Con") for line in ARTICLE),
            styles=common(
                font(".VnTime", "Cha")
                + '<style:style style:name="Con" style:family="paragraph" style:parent-style-name="Cha"/>'
            ),
        ),
        ARTICLE,
    ),
    Case(
        "sửa.odt",
        lambda: odt(
            f"<text:tracked-changes><text:changed-region><text:deletion>{p('chữ đã xóa')}</text:deletion></text:changed-region></text:tracked-changes>"
            + article()
        ),
        ARTICLE,
        never=("chữ đã xóa",),
    ),
    Case(
        "ghi-chú.odt",
        lambda: odt(
            article(
                p(
                    "Câu có chú thích<text:note><text:note-citation>1</text:note-citation>"
                    f"<text:note-body>{p('Lời cuối trang')}</text:note-body></text:note> ở giữa"
                    f"<office:annotation>{p('Lời nhận xét')}</office:annotation>."
                )
            ),
            styles=common(
                pages=f"<style:master-page><style:header>{p('Lời đầu trang')}</style:header><style:footer>{p('Lời chân trang')}</style:footer></style:master-page>"
            ),
        ),
        (*ARTICLE, "Câu có chú thích ở giữa."),
        never=("Lời",),
    ),
    Case(
        "ẩn.odt",
        lambda: odt(
            article(
                f'<text:section text:display="none">{p("bí mật một")}</text:section>',
                p('Còn 2 nhiệm vụ<text:span text:style-name="T"> bí mật</text:span> chậm tiến độ.'),
                p('bí mật ba<text:hidden-paragraph text:is-hidden="true"/>'),
            ),
            '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>',
        ),
        ("Còn 2 nhiệm vụ chậm tiến độ.",),
        never=("bí mật",),
    ),
    Case(
        "ngoài.odt",
        lambda: odt(
            article(
                p(
                    '<text:a xlink:href="http://127.0.0.1/x">Kế hoạch</text:a> đã được ban hành.<draw:frame><draw:image xlink:href="file:///etc/passwd"/></draw:frame>'
                ),
                '<text:section><text:section-source xlink:href="//127.0.0.1/x.odt"/></text:section>',
            )
        ),
        ("Kế hoạch đã được ban hành.",),
        never=("127.0.0.1",),
    ),
    Case(
        "macro.odt",
        lambda: package(
            {"content.xml": content(article()), "Basic/Standard/Module1.xml": "<x>Sub Main</x>"}
        ),
        ARTICLE,
    ),
    Case("hỏng-phần-phụ.odt", lambda: odt(article(), styles="<office:document-styles"), ARTICLE),
    Case(
        "hướng-chữ.odt",
        lambda: odt(article(p("Đạt \u202e742\u202c tỷ\u200b đồng."))),
        ("Đạt 742 tỷ đồng.",),
    ),
    Case("lồng-vừa.odt", lambda: deep(100), (LEAD,)),
    Case("lồng.odt", lambda: deep(300), refused="hỏng"),
    Case("dtd.odt", lambda: odt(article(), head="<!DOCTYPE x>"), refused="không an toàn"),
    Case("cười.odt", lambda: odt(article(p("&e9;")), head=laughs()), refused="không an toàn"),
    Case(
        "cười-kiểu.odt",
        lambda: odt(article(), styles=common("&e9;", head=laughs())),
        refused="không an toàn",
    ),
    Case("cười.fodt", lambda: flat(article(p("&e9;")), head=laughs()), refused="không an toàn"),
    Case(
        "thực-thể-ngoài.odt",
        lambda: odt(
            article(p("&x;")), head='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        ),
        refused="không an toàn",
    ),
    Case(
        "khóa.odt",
        lambda: package({"content.xml": bytes(range(256)), "META-INF/manifest.xml": _LOCKED}),
        refused="mật khẩu",
    ),
    Case("khóa-zip.odt", lambda: encrypted(odt(article())), refused="mật khẩu"),
    Case(
        "bom.odt",
        lambda: package({"content.xml": content(""), "Pictures/a": bytes(99 << 20)}),
        refused="quá lớn",
    ),
    Case(
        "bảng-tính.odt",
        lambda: package({"content.xml": "<x/>"}, "application/vnd.oasis.opendocument.spreadsheet"),
        refused="bảng tính",
    ),
    Case(
        "trình-chiếu.odt",
        lambda: package({"content.xml": "<x/>"}, "application/vnd.oasis.opendocument.presentation"),
        refused="trình chiếu",
    ),
    Case(
        "kiểu-cũ.sxw",
        lambda: package({"content.xml": "<x/>"}, "application/vnd.sun.xml.writer"),
        refused="kiểu cũ",
    ),
    Case(
        "không-nội-dung.odt",
        lambda: package({"styles.xml": common()}),
        refused="không có phần nội dung",
    ),
    Case("cụt.odt", lambda: odt(article())[:700], refused="hỏng"),
    Case("cụt.fodt", lambda: flat(article())[:1_000], refused="hỏng"),
    Case("trống.odt", lambda: odt(p("")), refused="không có chữ"),
    Case(
        "20000-đoạn.odt",
        lambda: odt("".join(map(p, (*ARTICLE, *many(20_000))))),
        (*ARTICLE, many(20_000)[-1]),
        slow=True,
    ),
)
