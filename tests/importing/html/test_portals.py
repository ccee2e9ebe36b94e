"""Articles wrapped in what portals put above, amid and below them: the article comes out as it went in."""

from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.importing.read import read_bytes
from tttt_desktop.paths import resource

HEAD = (
    "Chủ nhật, 12/03/2023",
    "Thứ hai, ngày 6 tháng 11 năm 2023 | 15:20:11",
    "Trang chủ Giới thiệu Tin tức Văn bản Liên hệ",
    "Trang chủ / Tin tức / Tin trong tỉnh",
    "Hotline: 0200.000.000",
    "Đăng nhập",
    "Tìm kiếm",
    "English",
    "TIN TỨC - SỰ KIỆN",
    "Chuyển đổi số",
)
AMID = (
    "Mặc định  Cỡ chữ nhỏ Cỡ chữ lớn",
    "Xem với cỡ chữ",
    "Tương phản",
    "Đọc bài viết",
    "A-  A+",
    "0",
    "Theo dõi trên Google News",
    "Lượt xem: 23.145",
    "Chế độ ban đêm ON",
)
FOOT = (
    "[Trở về] [In trang]",
    "Bình luận (0)",
    "Họ và tên",
    "Mã xác nhận",
    "Các tin đã đưa ngày:",
    "Bài viết liên quan:",
    "Bản quyền thuộc về Sở Thông tin và Truyền thông",
    "Địa chỉ: Số 1 đường A, thành phố B",
    "Điện thoại: 0200.000.000 - Email: a@b.gov.vn",
    "Giấy phép số 12/GP-TTĐT ngày 01/01/2020",
    "® Ghi rõ nguồn khi phát hành lại thông tin từ trang này",
    "THỐNG KÊ TRUY CẬP",
    "Trực tuyến: 12",
    "Hôm nay: 1.234",
    "5/5 - (3 bình chọn)",
    "Lên đầu trang",
)
ARTICLES = [
    read_bytes(path.name, read_bytes(path.name, path.read_bytes()).text.encode())
    for path in sorted(resource("samples").iterdir())
    if path.suffix == ".txt"
]
DESCRIBED = ("title", "byline", "published_on", "event_on", "province", "review_year", "plan_year")


def some(lines: tuple[str, ...], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(lines), max_size=most, unique=True)


@settings(max_examples=examples(150))
@given(st.sampled_from(ARTICLES), some(HEAD, 4), some(AMID, 2), some(FOOT, 6))
def test_the_article_comes_out(
    article: ParsedArticle, head: list[str], amid: list[str], foot: list[str]
) -> None:
    body = article.text.split("\n")
    page = "\n".join([*head, *body[:2], *amid, *body[2:], *foot])
    found = read_bytes("trang.txt", page.encode())
    assert found.text.split("\n") == body
    for name in DESCRIBED:
        assert getattr(found, name) == getattr(article, name)
