"""PDF files as offices and newspapers make them, and such as nobody should: forms, letters, traps, damage."""

import unicodedata
import zlib
from collections.abc import Iterable

from odd.case import Case
from odd.printed import Sheet, Text, assembled, document, flowing, stacked

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021"
BODY = (
    "Sáng 12/01, Sở Thông tin và Truyền thông tỉnh Hải Dương tổ chức hội nghị tổng kết công tác năm 2020.",
    "Năm 2020, Sở hoàn thành 30/32 nhiệm vụ được giao. Doanh thu viễn thông đạt 900,5 tỷ đồng, tăng 4% so với cùng kỳ.",
    "Tuy nhiên, vẫn còn một số hạn chế: hạ tầng chưa đồng bộ; nhân lực còn thiếu; dịch vụ công trực tuyến ít hồ sơ.",
    "Phó Chủ tịch UBND tỉnh yêu cầu Sở đẩy mạnh chuyển đổi số, hoàn thành trước ngày 30/6; quản lý tốt báo chí.",
)
LAST = BODY[-1].split(";")[1].strip()
_TCVN3 = (  # the same letters as the bytes of an old font
    "Së Th«ng tin vµ TruyÒn th«ng tæng kÕt c«ng t¸c n¨m 2020",
    "S¸ng 12/01, Së tæ chøc héi nghÞ tæng kÕt. Phã Chñ tÞch UBND tØnh yªu cÇu ®Èy m¹nh chuyÓn ®æi sè.",
)
_VNI = "Sôû Thoâng tin vaø Truyeàn thoâng toång keát coâng taùc naêm 2020 vaø trieån khai nhieäm vuï môùi"


def _page(*paragraphs: str, title: str = TITLE) -> Sheet:
    return Sheet([*flowing(title, 790, size=16), *stacked(paragraphs or BODY, 720)])


def _plain() -> bytes:
    return document([_page()])


def _two_columns() -> bytes:
    left = stacked(BODY[:2], 700, x=40, width=240)
    right = stacked(BODY[2:], 700, x=320, width=240)
    # as some programs print: across both columns, line by line
    lines = sorted((*left, *right), key=lambda line: (-line.y, line.x))
    return document([Sheet([*flowing(TITLE, 790, x=40, width=520, size=16), *lines])])


def _head_of_office() -> bytes:
    head = [
        Text(80, 790, "UBND TỈNH HẢI DƯƠNG"),
        Text(60, 775, "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        Text(100, 750, "Số: 05/BC-STTTT"),
        Text(300, 790, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        Text(340, 775, "Độc lập - Tự do - Hạnh phúc"),
        Text(320, 750, "Hải Dương, ngày 12 tháng 01 năm 2021"),
        Text(270, 710, "BÁO CÁO"),
    ]
    return document([Sheet([*head, *stacked(BODY, 650)])])


def _ruled_table() -> bytes:
    rows = (
        ("STT", "Chỉ tiêu", "Năm 2020"),
        ("1", "Doanh thu", "900,5"),
        ("2", "Thuê bao", "1.200"),
    )
    texts = [
        Text((75, 115, 305)[column], 700 - 20 * number, cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    across = [f"70 {715 - 20 * number} m 400 {715 - 20 * number} l S" for number in range(4)]
    down = [f"{x} 655 m {x} 715 l S" for x in (70, 110, 300, 400)]
    body = [*flowing(TITLE, 790, size=16), *texts, *stacked(BODY, 620)]
    return document([Sheet(body, drawing="\n".join([*across, *down]))])


def _running_heads() -> bytes:
    return document(
        [
            Sheet(
                [
                    Text(72, 815, f"Báo Hải Dương số {100 + number}"),
                    *stacked((BODY[number],), 760),
                    Text(290, 30, f"Trang {number + 1}/4"),
                ]
            )
            for number in range(4)
        ]
    )


def _printed_by_browser() -> bytes:
    return document(
        [
            Sheet(
                [
                    Text(25, 822, "20/11/2026, 08:15", 8),
                    Text(200, 822, "Cổng thông tin điện tử", 8),
                    *_page().texts,
                    Text(25, 15, "https://example.vn/tin-tuc/tong-ket-2020.html", 8),
                    Text(550, 15, "1/1", 8),
                ]
            )
        ]
    )


def _over_two_pages() -> bytes:
    lines = stacked(BODY, 0)
    return document(
        [
            Sheet([Text(one.x, 100 + one.y + 60, one.text) for one in lines[:4]]),
            Sheet([Text(one.x, 780 + one.y + 60, one.text) for one in lines[4:]]),
        ]
    )


def _hyphens() -> bytes:
    lines = (
        "The new infrastruc-",
        "ture of 2021-",
        "2025 and Covid-",
        "19 serves kinh tế-",
        "xã hội.",
    )
    texts = [Text(72, 700 - 14 * number, line) for number, line in enumerate(lines)]
    return document([Sheet([*texts, *stacked(BODY, 600)])])


def _scan() -> bytes:
    return document([Sheet(image=True), Sheet(image=True)])


def _scan_with_numbers() -> bytes:
    return document(
        [Sheet([Text(290, 30, "1")], image=True), Sheet([Text(290, 30, "2")], image=True)]
    )


def _scan_among_text() -> bytes:
    return document([_page(), Sheet(image=True)])


def _recognised_scan() -> bytes:
    texts = [Text(one.x, one.y, one.text, one.size, before="3 Tr") for one in _page().texts]
    return document([Sheet(texts, image=True)])


def _wrong_places() -> bytes:
    data = _plain()
    at = data.rindex(b"startxref")
    return data[:at] + b"startxref\n7\n%%EOF"


def _half() -> bytes:
    data = _plain()
    return data[: len(data) // 3]


def _traps() -> bytes:
    actions = (
        "<</S/JavaScript/JS(app.alert\\(1\\); this.submitForm\\('https://example.invalid'\\))>>",
        "<</S/Launch/F(calc.exe)>>",
        "<</Type/Filespec/F(tep.txt)/EF<</F 6 0 R>>>>",
        "<</Type/EmbeddedFile/Length 16>>stream\nnoi dung dinh kem\nendstream",
    )
    catalog = "/OpenAction 3 0 R/AA<</WC 4 0 R>>/Names<</EmbeddedFiles<</Names[(tep.txt)5 0 R]>>>>"
    annotations = "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(https://example.invalid/x)>>>>]"
    page = _page()
    return document([Sheet(page.texts, annotations=annotations)], catalog=catalog, extra=actions)


def _many_pages(count: int) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * count + b"]/Count %d>>" % count,
    ]
    objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
    return assembled(objects)


def _turned(rotate: int) -> bytes:
    """A page typed upright and shown turned, as of a scanner's software."""
    return document([Sheet(_page().texts, rotate=rotate)])


def _sideways() -> bytes:
    texts = [
        Text(0, 0, one.text, one.size, matrix=f"0 1 -1 0 {595 - one.y * 595 / 842:.0f} {one.x}")
        for one in _page().texts
    ]
    return document([Sheet(texts, rotate=90)])


def _decomposed() -> bytes:
    sheet = _page(*(unicodedata.normalize("NFD", one) for one in BODY))
    return document([sheet])


def _ligatures() -> bytes:
    return document([_page(*BODY, "Cấp chứng nhận of\ufb01ce và \ufb02ow cho cán bộ.")])


def _old_font(font: str, lines: Iterable[str], *, named: bool = True) -> bytes:
    texts = [Text(72, 760 - 40 * number, line) for number, line in enumerate(lines)]
    return document([Sheet(texts)], fonts={"F1": font if named else "Helvetica"}, unicode=False)


def _without_meaning() -> bytes:
    private = "".join(chr(0xE100 + number) for number in range(60))
    return document([Sheet([Text(72, 700 - 14 * line, private) for line in range(10)])])


def _watermark() -> bytes:
    stamp = Text(0, 0, "BẢN DỰ THẢO", 60, matrix="0.7 0.7 -0.7 0.7 150 250")
    return document([Sheet([stamp, *_page().texts])])


def _huge_page() -> bytes:
    return document([Sheet(_page().texts, box=(0, 0, 1_000_000, 1_000_000))])


def _bomb() -> bytes:
    packed = zlib.compress(b"0 0 m 9 9 l\n" * 20_000_000, 9)
    head = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            head + packed + b"\nendstream",
        ]
    )


def _in_circles() -> bytes:
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9/Parent 3 0 R>>",
            b"<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>",
        ]
    )


def _form_in_itself() -> bytes:
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 5>>stream\n/F Do\nendstream"
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 4 0 R>>>>>>",
            form,
        ]
    )


def _bidi() -> bytes:
    return document(
        [_page(title="Sở \u202eThông tin\u202c và Truyền thông tổng kết công tác năm 2020")]
    )


CASES = (
    Case("thuong.pdf", _plain, (TITLE, *BODY)),
    Case("hai cot.pdf", _two_columns, (TITLE, *BODY)),
    Case(
        "dau van ban.pdf",
        _head_of_office,
        ("Hải Dương, ngày 12 tháng 01 năm 2021", *BODY),
    ),
    Case("bang.pdf", _ruled_table, ("1 | Doanh thu | 900,5\n2 | Thuê bao | 1.200", *BODY)),
    Case(
        "dau trang lap lai.pdf", _running_heads, BODY[1:], never=("Trang 2", "Báo Hải Dương số 101")
    ),
    Case("in tu trinh duyet.pdf", _printed_by_browser, BODY, never=("example.vn", "08:15")),
    Case("qua trang.pdf", _over_two_pages, BODY[1:]),
    Case(
        "gach noi.pdf",
        _hyphens,
        ("infrastructure of 2021-2025 and Covid-19 serves kinh tế-xã hội.",),
    ),
    Case("anh quet.pdf", _scan, refused="ảnh quét"),
    Case("anh quet co so trang.pdf", _scan_with_numbers, refused="ảnh quét"),
    Case("co trang quet.pdf", _scan_among_text, (TITLE, *BODY)),
    Case("quet da nhan dang.pdf", _recognised_scan, (TITLE, *BODY)),
    Case("mat khau.pdf", lambda: document([_page()], password="bimat"), refused="mật khẩu"),
    Case("khoa sua.pdf", lambda: document([_page()], password=""), (TITLE, *BODY)),
    Case("sai muc luc.pdf", _wrong_places, (TITLE, *BODY)),
    Case("cut.pdf", _half, refused="PDF"),
    Case("chi co dau.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", refused="PDF"),
    Case("co rac o dau.pdf", lambda: b"\n\0 rac\n" * 20 + _plain(), (TITLE, *BODY)),
    Case("bay.pdf", _traps, (TITLE, *BODY), never=("alert", "calc", "dinh kem", "example.invalid")),
    Case("khong trang.pdf", lambda: _many_pages(0), refused="PDF"),
    Case("trang trong.pdf", lambda: _many_pages(3), refused="không có chữ"),
    Case("5000 trang.pdf", lambda: _many_pages(5_000), refused="500 trang"),
    Case("xoay 90.pdf", lambda: _turned(90), (TITLE, *BODY)),
    Case("xoay 180.pdf", lambda: _turned(180), (TITLE, *BODY)),
    Case("chu doc.pdf", _sideways, BODY[:1]),
    Case("to hop.pdf", _decomposed, BODY),
    Case("chu ghep.pdf", _ligatures, ("office và flow",)),
    Case(
        "vntime.pdf",
        lambda: _old_font("ABCDEF+.VnTime", _TCVN3),
        (
            "Sở Thông tin và Truyền thông tổng kết công tác năm 2020",
            "yêu cầu đẩy mạnh chuyển đổi số.",
        ),
    ),
    Case(
        "vntime khong ten.pdf",
        lambda: _old_font("", _TCVN3, named=False),
        (
            "Sở Thông tin và Truyền thông tổng kết công tác năm 2020",
            "yêu cầu đẩy mạnh chuyển đổi số.",
        ),
    ),
    Case(
        "vni.pdf",
        lambda: _old_font("VNI-Times", (_VNI, _VNI)),
        ("Sở Thông tin và Truyền thông tổng kết công tác năm 2020",),
    ),
    Case("chu rieng.pdf", _without_meaning, refused="mã hóa riêng"),
    Case("dong dau cheo.pdf", _watermark, (TITLE, *BODY), never=("BẢN DỰ THẢO",)),
    Case("trang khong lo.pdf", _huge_page, (TITLE, *BODY)),
    Case("bom.pdf", _bomb, refused="không đọc được", slow=True),
    Case("vong.pdf", _in_circles, refused="PDF"),
    Case("khung trong khung.pdf", _form_in_itself, refused="không có chữ"),
    Case("chieu chu.pdf", _bidi, (TITLE[:20], *BODY), never=("\u202e", "\u202c")),
)
