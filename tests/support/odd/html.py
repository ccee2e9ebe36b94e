"""Odd and hostile web pages: broken markup, wrong encodings, old fonts, traps, sizes."""

import codecs
import unicodedata
from collections.abc import Callable

from odd.case import Case

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021"
LEAD = (
    "Sáng 12/01/2021, Sở Thông tin và Truyền thông tỉnh Hải Dương tổ chức hội nghị tổng kết công tác năm 2020. "
    "Ông Lưu Văn Giả Định, Phó Chủ tịch UBND tỉnh dự hội nghị."
)
MORE = (
    "Năm 2020, Sở hoàn thành 30/32 nhiệm vụ được giao; doanh thu viễn thông đạt 900,5 tỷ đồng, tăng 4% so với cùng kỳ "
    "năm trước, vượt kế hoạch đề ra."
)
LAST = "Phó Chủ tịch UBND tỉnh yêu cầu Sở đẩy mạnh chuyển đổi số, hoàn thành trước ngày 30/6; quản lý tốt báo chí."
ALL = (TITLE, LEAD, MORE, LAST)
SECRET = "root:"
# Made by hand from the table of TCVN 5712: each letter and the byte it has in the fonts of .VnTime.
_TCVN3 = {
    **dict(zip("ăâêôơưđ", "¨©ª«¬\xad®", strict=True)),
    **dict(zip("àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệ", "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ", strict=True)),
    **dict(
        zip(
            "ìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
            "×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
            strict=True,
        )
    ),
    **dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)),
}


def tcvn3(text: str) -> bytes:
    """A text as the fonts of .VnTime have it."""
    return "".join(_TCVN3.get(one, one) for one in text).encode("latin-1")


def page(body: str, head: str = "") -> str:
    """A whole page around a body."""
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def article(amid: str = "", head: str = "") -> str:
    """A page with the article, and `amid` between its first and second paragraph."""
    return page(f"<h1>{TITLE}</h1><div><p>{LEAD}</p>{amid}<p>{MORE}</p><p>{LAST}</p></div>", head)


def plain(text: str) -> Callable[[], bytes]:
    """The bytes of a page in UTF-8."""
    return text.encode


def _utf16(mark: bytes, codec: str) -> Callable[[], bytes]:
    return lambda: mark + article().replace('charset="utf-8"', 'charset="utf-16"').encode(codec)


def _windows_1258() -> bytes:
    decomposed = []
    for letter in article().replace("utf-8", "windows-1258"):
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(one for one in parts if one in "\u0300\u0301\u0303\u0309\u0323")
        base = "".join(one for one in parts if one not in "\u0300\u0301\u0303\u0309\u0323")
        decomposed.append(unicodedata.normalize("NFC", base) + tones)
    return "".join(decomposed).encode("cp1258")


def _old_font(opening: str, head: str = "") -> Callable[[], bytes]:
    """A page whose runs are in an old font, with a run in Unicode as numbers of characters amid them."""

    def make() -> bytes:
        runs = b"".join(
            b"<p>" + opening.encode() + tcvn3(one) + b"</font></span></p>" for one in ALL
        )
        unicode = "".join(f"&#{ord(one)};" for one in "Phụ lục kèm theo")
        return (
            b"<html><head>"
            + head.encode()
            + b"</head><body>"
            + runs
            + f"<p class=khac>{unicode}</p></body></html>".encode()
        )

    return make


def _entities() -> bytes:
    """Every letter beyond ASCII as the number of its base and marks, in turn decimal and hexadecimal."""
    parts = unicodedata.normalize("NFD", article())
    return "".join(
        one if ord(one) < 128 else f"&#{ord(one)};" if at % 2 else f"&#x{ord(one):X};"
        for at, one in enumerate(parts)
    ).encode()


def _many(count: int, piece: str) -> Callable[[], bytes]:
    return lambda: article(piece * count).encode()


_BOMB = (
    "<!DOCTYPE html ["
    + "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10 if at else "bom"}">' for at in range(9))
    + "]>"
)
_OUTSIDE = (
    '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<html><head><base href="file:///etc/"><link rel="stylesheet" href="\\\\host\\a.css">'
    '<link rel="import" href="passwd"><meta http-equiv="refresh" content="0; url=file:///etc/passwd"></head><body>'
    f"<h1>{TITLE}</h1><p>{LEAD}</p><iframe src='passwd'>khung</iframe><img src='\\\\host\\a.png'>"
    f"<object data='file:///etc/passwd'>vật</object><embed src='passwd'><xi:include href='passwd'/><p>&x; {MORE}</p><p>{LAST}</p></body></html>"
)
_SPLIT = (
    f"<p><b>{LEAD[:31]}</b><i>{LEAD[31:70]}</i>{LEAD[70:]}</p><p>Diện tích 12 km<sup>2</sup>, khí CO<sub>2</sub> giảm;"
    f" tăng so&nbsp;&nbsp;&nbsp;với\n\n  cùng&#8203; kỳ và đạt kết quả tốt hơn nhiều so với những năm trước đây.</p><p>{MORE}</p><p>{LAST}</p>"
)
_LISTS = (
    f"<p>{MORE}</p><ol start=3><li>Việc thứ ba<li value=7>Việc thứ bảy<ol type=a><li>Ý đầu</ol><li><p>Việc thứ tám</p></ol>"
    "<ol type=I><li>Phần một</ol><ul><li>Gạch đầu dòng</ul>"
)
_TABLE = (
    "<table><tr><th>Chỉ tiêu</th><th>Kế hoạch</th><th>Thực hiện</th></tr><tr><td>Hồ sơ<br>trực tuyến</td><td>60%</td>"
    "<td><p>63,2%</p></td></tr><tr><td>Trạm BTS</td><td></td><td>1.412</td></tr></table>"
)
_HIDDEN = (
    "<div style='display: none'>chữ ẩn một</div><p hidden>chữ ẩn hai</p><div aria-hidden=true>chữ ẩn ba</div>"
    "<noscript>chữ ẩn bốn</noscript><template><p>chữ ẩn năm</p></template><span class='sr-only'>chữ ẩn sáu</span>"
    "<div style='visibility:hidden'>chữ ẩn bảy</div><textarea>chữ ẩn tám</textarea><style>chữ ẩn chín</style>"
)

CASES = (
    Case("phan-tu-an.html", plain(article(_HIDDEN)), ALL, never=("chữ ẩn",)),
    Case(
        "ca-trang-an.html",
        plain(page(f"<div style='display:none'>{article()}</div><p>Đang tải</p>")),
        ALL,
    ),
    Case(
        "chu-bi-cat.html",
        plain(page(f"<h1>{TITLE}</h1>{_SPLIT}")),
        (LEAD, "12 km2, khí CO2 giảm; tăng so với cùng kỳ"),
    ),
    Case(
        "danh-sach.html",
        plain(article(_LISTS)),
        (
            "3. Việc thứ ba",
            "7. Việc thứ bảy",
            "a. Ý đầu",
            "8. Việc thứ tám",
            "I. Phần một",
            "\nGạch đầu dòng",
        ),
    ),
    Case(
        "bang.html",
        plain(article(_TABLE)),
        ("Chỉ tiêu | Kế hoạch | Thực hiện", "Hồ sơ trực tuyến | 60% | 63,2%", "Trạm BTS | 1.412"),
    ),
    Case(
        "trich-dan.html",
        plain(
            article(
                "<p>Ông nói: <q>Làm ngay</q> trong quý I năm nay để kịp tiến độ đã cam kết với Chính phủ.</p>"
            )
        ),
        ("Ông nói: “Làm ngay” trong",),
    ),
    Case(
        "giu-dong.html",
        plain(article("<pre>Dòng thứ nhất\nDòng thứ hai</pre>")),
        ("Dòng thứ nhất\nDòng thứ hai",),
    ),
    Case(
        "the-sai.html",
        plain(f"<h1>{TITLE}</h2><p>{LEAD}<p><b><i>{MORE}</b></i></td></div><p>{LAST}</html>thừa"),
        ALL,
    ),
    Case(
        "khong-dong.html",
        plain(f"<html><title>x</title><body><h1>{TITLE}<p>{LEAD}<p>{MORE}<br><br>{LAST}"),
        ALL,
    ),
    Case(
        "dau-la.html",
        plain(
            article(
                "<p title='a>b' data-x=\"<p>\">&copy; &nbsp; &bogus; &#0; &#xD800; &#x110000; &lt;b&gt;</p>"
            )
        ),
        ALL,
        never=("\0", "\ud800"),
    ),
    Case(
        "dieu-khien.html",
        plain(article().replace("Ông Lưu", "Ông\u202e \u200bLưu\u2066\x07")),
        (LEAD,),
        never=("\u202e", "\u2066", "\u200b", "\x07"),
    ),
    Case("byte-khong.html", lambda: article().replace("<p>", "<p>\0").encode(), ALL, never=("\0",)),
    Case("co-bom.html", lambda: codecs.BOM_UTF8 + article().encode(), ALL),
    Case("utf16-le.html", _utf16(codecs.BOM_UTF16_LE, "utf-16-le"), ALL),
    Case("utf16-be.html", _utf16(codecs.BOM_UTF16_BE, "utf-16-be"), ALL),
    Case("utf16-khong-dau.html", _utf16(b"", "utf-16-le"), ALL),
    Case("windows-1258.html", _windows_1258, ALL),
    Case("khai-sai.html", lambda: article().replace("utf-8", "windows-1252").encode(), ALL),
    Case("bang-ma-bia.html", lambda: article().replace("utf-8", "x-khong-co").encode(), ALL),
    Case("to-hop.html", lambda: unicodedata.normalize("NFD", article()).encode(), ALL),
    Case("so-ky-tu.html", _entities, ALL),
    Case(
        "hong-vai-byte.html",
        lambda: article().encode().replace("tỉnh dự".encode(), b"t\xffnh"),
        (TITLE, MORE, LAST),
    ),
    Case("vntime-font.html", _old_font('<font face=".VnTime">'), (*ALL, "Phụ lục kèm theo")),
    Case(
        "vntime-style.html",
        _old_font("<span style=\"font-size:14pt;font-family:'.VnTime',serif\">"),
        (*ALL, "Phụ lục kèm theo"),
    ),
    Case(
        "vntime-lop.html",
        _old_font("<span class=cu>", "<style>.cu, h1 {color:red; font-family:.VnTime}</style>"),
        (*ALL, "Phụ lục kèm theo"),
    ),
    Case(
        "tcvn3-khong-ten.html",
        lambda: b"<html><body>" + b"".join(b"<p>" + tcvn3(one) + b"</p>" for one in ALL),
        ALL,
    ),
    Case("mo-tep-khac.html", plain(_OUTSIDE), ALL, never=(SECRET,)),
    Case("bom-thuc-the.html", plain(_BOMB + article("<p>&a8;</p>")), ALL),
    Case(
        "chay-lenh.html",
        plain(
            article(
                "<script>document.write('<p>chữ của lệnh</p>')</script><img src=x onerror='alert(1)'><a href='javascript:x()'>Xem</a>"
            )
        ),
        ALL,
        never=("chữ của lệnh",),
    ),
    Case(
        "khung.html",
        plain(
            "<html><frameset cols='20,80'><frame src='file:///etc/passwd'><noframes><p>Trình duyệt cũ</p></noframes></frameset></html>"
        ),
        refused="không có chữ",
    ),
    Case(
        "chi-co-lenh.html",
        plain(page("<div id=root></div><script>render('bài')</script>")),
        refused="không có chữ",
    ),
    Case("rong.html", plain("<html></html>"), refused="không có chữ"),
    Case(
        "chi-anh.html",
        plain(page("<img src='scan1.jpg' alt='trang 1'><img src='scan2.jpg'>")),
        refused="không có chữ",
    ),
    Case(
        "long-sau.html",
        lambda: page(f"<h1>{TITLE}</h1>" + "<div>" * 200_000 + LEAD).encode(),
        refused="lồng quá nhiều",
    ),
    Case(
        "long-kieu-chu.html",
        lambda: page(
            f"<h1>{TITLE}</h1>" + "<font size=2><b>" * 100_000 + f"<p>{LEAD}<p>{MORE}<p>{LAST}"
        ).encode(),
        ALL,
        slow=True,
    ),
    Case(
        "trieu-thuoc-tinh.html",
        lambda: article(
            f"<p {' '.join(f'a{at}=1' for at in range(1_000_000))}>đoạn nhiều thuộc tính</p>"
        ).encode(),
        ALL,
        slow=True,
    ),
    Case(
        "trieu-lop.html",
        lambda: article(f'<p class="{"x " * 1_000_000}">đoạn nhiều lớp</p>').encode(),
        ALL,
        slow=True,
    ),
    Case("nhieu-doan.html", _many(60_000, "<p>Đoạn ngắn.</p>"), (TITLE,), slow=True),
    Case(
        "nhieu-bang.html",
        _many(20_000, "<table><tr><td>a<td>b<tr><td>c<td>d</table>"),
        (TITLE,),
        slow=True,
    ),
    Case(
        "lenh-lon.html",
        _many(1, "<script>" + "var a = '<p>không phải chữ';" * 500_000 + "</script>"),
        ALL,
        never=("không phải chữ",),
        slow=True,
    ),
    Case(
        "mot-dong-lon.html",
        lambda: article(f"<p>{'Từ ' * 4_000_000}</p>").encode(),
        refused="đoạn quá dài",
        slow=True,
    ),
)
