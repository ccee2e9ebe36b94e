"""The HTML of the preview: everything is there, nothing of it is markup that came from outside."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.records import Annotation, Article, ArticleState, Kind, Page, Span
from tttt_desktop.domain.text import normalise
from tttt_desktop.reporting.kinds.outline import build
from tttt_desktop.reporting.plain import to_parts
from tttt_desktop.reporting.tree import Office, Options

OURS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "table",
    "tr",
    "td",
    "th",
    "p",
    "h1",
    "h2",
    "h3",
    "b",
    "i",
    "br",
    "a",
    "thead",
    "hr",
    "sup",
}


class Seen(HTMLParser):
    """Which tags with which attributes a page has, and its text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.targets, self.text = set(), set(), set(), ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        self.targets |= {value for name, value in attributes if name == "href"}

    def handle_data(self, data):
        self.text += data


def html_of(briefing):
    return "".join(part.html for part in to_parts(briefing))


def test_preview_has_what_the_document_has(three):
    text = Seen(html_of(three)).text.replace("\u00a0", " ")
    for wanted in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ KHOA HỌC",
        "VÀ CÔNG NGHỆ",
        "Kính gửi: Ủy ban nhân dân tỉnh",
        "I. KẾT QUẢ, THÀNH TÍCH NỔI BẬT",
        "tăng 6,4% so với cùng kỳ.”1",
        "a) Chuyển đổi số, CNTT",
        "- Lưu: VT, VP.",
        "Trần Minh Thử",
        "BẢNG THEO DÕI NHIỆM VỤ",
        "DANH SÁCH BÀI VIẾT",
    ):
        assert wanted in text


@given(
    st.text(min_size=1)
    | st.sampled_from(["<img src=file:///etc/passwd>", "</style><script>", "&lt;b&gt;"])
)
def test_imported_text_never_becomes_markup(text):
    quote = normalise(text)
    article = Article(1, text, text, text, text, province=text, state=ArticleState.DONE)
    mark = Annotation(1, 1, Kind.TASK, Span(0, len(quote)), quote, cause=text, field=text)
    office = replace(Office(), name=text, addressees=(text,), recipients=(text,))
    made = build([Page(article, 1, quote, (mark,))], office, Options(), today=date(2023, 1, 1))
    seen = Seen(html_of(made))
    assert seen.tags <= OURS
    assert seen.attributes <= {
        "lang",
        "charset",
        "class",
        "width",
        "border",
        "cellspacing",
        "cellpadding",
        "colspan",
        "href",
    }
    assert seen.targets <= {"1"}
