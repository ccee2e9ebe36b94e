"""Saved web pages of several makes."""

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.read import read_bytes


@pytest.fixture
def portal(title: str, paragraphs: tuple[str, ...]) -> str:
    """A portal of tables and one big form, as ASP.NET made them."""
    body = "".join(f"<p class=MsoNormal><span>{one}</span></p>" for one in paragraphs)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><title>
Chi tiết tin</title></head><body><form id="aspnetForm"><input type="hidden" value="x"/>
<table id="tblTop"><tr><td><img src="b.jpg"/></td><td>Thứ sáu, ngày 20/11/2026</td></tr></table>
<table width="100%"><tr><td id="leftCol"><a href="#">Văn bản</a><br/><a href="#">Thủ tục</a></td><td>
<div><a href="#">Tin tức</a> &gt; <a href="#">Tin hoạt động</a></div>
<span class="news_title">{title}</span><br/><span class="news_date">12/01/2021 15:20</span>
<table align="center"><tr><td><img src="a.jpg"/></td></tr><tr><td><em>Hội trường trước giờ khai mạc</em></td></tr></table>
<div class="news_content">{body}<p align="right"><b>Mai Thị Giả</b></p></div>
<div><span>Các tin khác:</span><ul><li><a href="#">Khai trương điểm giao dịch (10/01/2021)</a></li></ul></div>
</td><td id="rightCol"><div>Thống kê</div><div>Đang online: 12</div></td></tr></table>
<div id="divFooter">Địa chỉ: Số 1 đường Giả Định</div></form></body></html>"""


@pytest.fixture
def newspaper(title: str, paragraphs: tuple[str, ...]) -> str:
    """A newspaper of today: nested blocks, boxes between the paragraphs, summaries of other news below."""
    lead, *rest = paragraphs
    other = "Tóm tắt của một tin khác, dài như một đoạn văn thật để xem nó có bị nhầm là nội dung của bài hay không."
    return f"""<html><head><meta charset="utf-8"><title>{title} | Báo Hải Dương</title>
<meta property="og:site_name" content="Báo Hải Dương"></head><body class="detail-page">
<nav class="main-nav"><a>Chính trị</a> <a>Kinh tế</a></nav>
<div class="main-content no-sidebar"><div class="detail__header"><a class="cate">Chính trị</a>
<h1>{title}</h1><span class="time"><img src="clock.svg">12/01/2021 15:20</span></div>
<h2 class="sapo">{lead}</h2><div class="cms-body">
<div type="Photo"><div><img src="x.jpg"></div><div class="PhotoCMS_Caption"><p>Ông Giả Định nói chuyện với đại biểu</p></div></div>
<p>{rest[0]}</p><div type="RelatedNews"><a href="#">Tin đọc thêm về cải cách hành chính</a></div>
<p>{rest[1]}</p><script>var yêu_cầu = "tăng cường";</script>
<p>{rest[2].replace("chuyển đổi số", '<a href="#">chuyển đổi số</a>')}</p><p class="author"><b>Mai Thị Giả</b></p></div>
<div class="tags-box"><a>chuyển đổi số</a></div></div>
<div class="same-cate"><h3>Cùng chuyên mục</h3><div><a>Tin A</a><p>{other}</p></div></div>
<footer class="site-footer"><p>Giấy phép hoạt động báo chí</p></footer></body></html>"""


def body(article: ParsedArticle) -> list[str]:
    return article.text.split("\n")


@pytest.mark.parametrize("make", ["portal", "newspaper"])
def test_the_article_and_nothing_else(
    make: str, request: pytest.FixtureRequest, page_text: str
) -> None:
    article = read_bytes("trang.html", request.getfixturevalue(make).encode())
    assert article.kind == "html"
    assert "\n\n".join(body(article)) == page_text
    assert article.province == "Hải Dương"
    assert article.byline == "Mai Thị Giả"


def test_reasons_come_from_the_markup(newspaper: str) -> None:
    article = read_bytes("trang.html", newspaper.encode())
    reasons = {block.text: block.reason for block in article.blocks if block.reason}
    assert reasons["Chính trị Kinh tế"] == "Trình đơn"
    assert reasons["Ông Giả Định nói chuyện với đại biểu"] == "Chú thích ảnh"
    assert reasons["chuyển đổi số"] == "Từ khóa"
    assert reasons["Giấy phép hoạt động báo chí"] == "Chân trang"
    assert article.outlet == "Báo Hải Dương"


def test_what_a_script_says_is_no_text(newspaper: str) -> None:
    article = read_bytes("trang.html", newspaper.encode())
    assert "yêu_cầu" not in "".join(block.text for block in article.blocks)


@pytest.mark.parametrize(
    "encode",
    ["utf-8", "utf-8-sig", "utf-16"],
)
def test_pages_in_unicode(encode: str, newspaper: str, page_text: str) -> None:
    assert "\n\n".join(body(read_bytes("a", newspaper.encode(encode)))) == page_text


def test_a_page_of_word_in_windows_1258(
    to_1258: Callable[[str], bytes], title: str, paragraphs: tuple[str, ...]
) -> None:
    page = (
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1258'></head><body lang=VI>"
        + "".join(f"<p class=MsoNormal>{one}</p>" for one in (title, *paragraphs))
    )
    assert body(read_bytes("a", to_1258(page))) == [title, *paragraphs]


def test_a_fragment_as_the_clipboard_has_it(title: str, paragraphs: tuple[str, ...]) -> None:
    page = f"<!--StartFragment--><h1>{title}</h1>" + "".join(f"<p>{one}</p>" for one in paragraphs)
    assert body(read_bytes("a", page.encode())) == [title, *paragraphs]


def test_nothing_outside_the_page_is_read(tmp_path: object, title: str) -> None:
    secret = "/etc/hostname"
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><h1>{title}</h1><p>&x; chữ</p></body></html>'
    article = read_bytes("a", page.encode())
    with open(secret, encoding="utf-8") as file:  # noqa: PTH123
        assert file.read().strip() not in article.text


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(FileRefused, match="không có chữ"):
        read_bytes("a", b"<html><body><img src=x></body></html>")


def test_nesting_beyond_reading_is_refused_and_nothing_is_lost_silently(title: str) -> None:
    page = f"<html><body><h1>{title}</h1>" + "<div>" * 20_000 + "chữ ở đáy"
    with pytest.raises(FileRefused, match="lồng quá nhiều lớp"):
        read_bytes("a", page.encode())


def test_tags_that_are_never_closed_do_not_lose_the_end(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    page = f"<html><body><h1>{title}</h1>" + "<font size=2><b>" * 400
    page += "".join(f"<p>{one}</p>" for one in paragraphs)
    assert body(read_bytes("a", page.encode())) == [title, *paragraphs]


def test_a_large_page_is_read_in_time(title: str, paragraphs: tuple[str, ...]) -> None:
    rows = "<div><img src=x><p><span>ô</span></p></div>" * 5_000
    page = f"<html><body><h1>{title}</h1><p>{paragraphs[0]}</p>{rows}<p>{paragraphs[1]}</p>"
    start = time.process_time()
    assert read_bytes("a", page.encode()).title == title
    assert time.process_time() - start < 4


def test_the_host_of_a_page() -> None:
    heads = (
        '<link rel="canonical" href="https://www.Bao.vn/a.html">',
        '<meta property="og:url" content="//bao.vn/a.html">',
        '<base href="http://bao.vn:8080/">',
    )
    sites = {read_bytes("a", f"<html><head>{one}</head><p>Chữ</p>".encode()).site for one in heads}
    saved = "<!-- saved from url=(0021)https://bao.vn/a.html -->\n<html><p>Chữ</p>"
    assert sites | {read_bytes("a", saved.encode()).site} == {"bao.vn"}


@pytest.mark.parametrize(
    "address", ["file:///C:/bai.html", "about:internet", "javascript:x", "tin/1.html", "//"]
)
def test_what_is_no_host_gives_none(address: str) -> None:
    page = f'<html><head><base href="{address}"></head><body><p>Chữ</p></body></html>'
    assert read_bytes("a", page.encode()).site == ""


def test_pages_without_an_address_are_known_by_their_make(portal: str, newspaper: str) -> None:
    again = portal.replace("12/01/2021", "13/01/2022").replace("Mai Thị Giả", "Lê Thử")
    sites = [read_bytes("a", page.encode()).site for page in (portal, again, newspaper)]
    assert sites[0] == sites[1] != sites[2]
    assert sites[0].startswith("#")


def test_a_row_of_a_layout_is_not_joined(title: str, paragraphs: tuple[str, ...]) -> None:
    cell = "".join(f"<p>{one}</p>" for one in paragraphs)
    rows = f"<tr><td>{cell}</td><td>Liên kết</td></tr><tr><td>Chân</td><td>Địa chỉ</td></tr>"
    lines = body(read_bytes("a", f"<html><body><h1>{title}</h1><table>{rows}</table>".encode()))
    assert lines[:5] == [title, *paragraphs]


def test_a_summary_said_twice_is_kept_once(title: str, paragraphs: tuple[str, ...]) -> None:
    lead, *rest = paragraphs
    page = f"<html><body><h1>{title}</h1><h2>{lead[:90]}...</h2><div><p>{lead}</p>"
    page += "".join(f"<p>{one}</p>" for one in rest)
    assert body(read_bytes("a", page.encode())) == [title, *paragraphs]


TAGS = [
    "p",
    "div",
    "td",
    "table",
    "tr",
    "ul",
    "li",
    "b",
    "font",
    "a",
    "br",
    "span",
    "h1",
    "script",
    "style",
    "object",
    "button",
    "select",
    "ol",
    "blockquote",
    "center",
]
SOUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            [
                "<!--",
                "-->",
                "<",
                ">",
                "&",
                "&#",
                "<a href='",
                '"',
                "<![CDATA[",
                "]]>",
                "</",
                "<?",
                "\0",
            ]
        ),
        st.text(max_size=20),
    ),
    max_size=60,
)


@given(SOUP)
def test_any_soup_of_tags_is_read_or_refused(soup: list[str]) -> None:
    page = "<html>" + "".join(soup)
    try:
        article = read_bytes("a.html", page.encode("utf-8", "replace"))
    except FileRefused:
        return
    for block in article.blocks:
        assert block.text == normalise(block.text).strip() != ""
        assert "\n" not in block.text


WORDS = ["năm", "Sở", "đạt", "kế", "hoạch", "tỷ", "đồng", "yêu", "cầu", "huyện", "xã"]


def paragraph(seed: int) -> str:
    """30 to 60 words in an order of its own."""
    chance = random.Random(seed)
    return " ".join(chance.choices(WORDS, k=chance.randint(30, 60))) + "."


@given(st.lists(st.integers(0, 1_000_000).map(paragraph), min_size=2, max_size=6, unique=True))
def test_long_paragraphs_side_by_side_are_never_lost(lines: list[str]) -> None:
    page = "<html><body><div><ul><li><a href=1>Trang chủ</a></li></ul></div><div>"
    page += "".join(f"<p>{line}</p>" for line in lines) + "</div></body></html>"
    found = body(read_bytes("a.html", page.encode()))
    assert [line for line in lines if line not in found] == []
