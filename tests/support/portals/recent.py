"""Makes of pages met last: what stands amid the paragraphs or on the line of the date, and pages that go on with the next article."""

from dataclasses import replace

from portals import filler
from portals.article import Ideal, SavedPage, ideal, paragraphs, text
from portals.articles import CITY, DELTA, HEADED, LISTS, MOUNTAIN, PRESS
from portals.later.around import teasers

HEAD = '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'


def counted() -> tuple[str, Ideal]:
    """A portal that puts its counter on the line of the date, and its tools on the next."""
    html = f"""{HEAD}<title>Chi tiết tin</title><base href="https://hagiang-thu.gov.vn/">{filler.style(6, 150)}</head><body><div class="vnpt-top"><div>Chủ nhật, ngày 22 tháng 11 năm 2026</div><marquee>CHÀO MỪNG BẠN ĐẾN VỚI CỔNG THÔNG TIN ĐIỆN TỬ</marquee></div><div class="vnpt-menu">{filler.links(filler.MENU)}</div><div class="vnpt-path"><a>Trang chủ</a> / <a>Tin hoạt động</a></div>
<div class="vnpt-detail"><h4 class="vnpt-title">{text(MOUNTAIN.title)}</h4><div class="vnpt-info"><span>09/01/2021 | 19:02:11</span> <span>|</span> <span>Lượt xem: 1.024</span></div><div class="vnpt-bar"><a>Cỡ chữ</a><a>A-</a><a>A+</a><a>Đọc bài viết</a><span>Giọng nữ miền Bắc</span></div><div class="vnpt-brief"><p><strong>{text(MOUNTAIN.lead)}</strong></p></div><div class="vnpt-text">{paragraphs(MOUNTAIN.rest)}</div><div class="vnpt-author">{MOUNTAIN.byline}</div></div>
<div class="vnpt-other"><div>Tin khác</div>{filler.links(filler.headlines(151, 8))}</div><div class="vnpt-poll"><b>Thăm dò ý kiến</b><p>Bạn thấy giao diện mới thế nào?</p><label>Đẹp</label><label>Bình thường</label></div></body></html>"""
    stamp = "09/01/2021 | 19:02:11 | Lượt xem: 1.024"
    return html, ideal(MOUNTAIN, stamp, "2021-01-09", host="hagiang-thu.gov.vn")


def glued() -> tuple[str, Ideal]:
    """An account in a messenger: its name and the date are two runs with nothing between them."""
    html = f"""{HEAD}<title>Official Account</title></head><body><div class="oa-header"><div class="oa-name">UBND quận Ngũ Hành Sơn</div><button>Quan tâm</button></div><div class="article-title">{text(CITY.title)}</div><div class="article-info"><span>UBND quận Ngũ Hành Sơn</span><span>05/07/2024 09:12</span></div><div class="article-content">{paragraphs(CITY.paragraphs)}<p style="text-align:right">{CITY.byline}</p></div>
<div class="oa-foot"><div>Chia sẻ bài viết này</div><div>Mở trong ứng dụng</div></div><div class="oa-other"><div>Bài viết khác của UBND quận</div>{filler.links(filler.headlines(152, 3), "<div class='it'><div>{}</div><div>3.201 lượt xem</div></div>")}</div></body></html>"""
    return html, ideal(CITY, "05/07/2024 09:12", "2024-07-05")


def read_more() -> tuple[str, Ideal]:
    """A paper with calls to other news amid the paragraphs, and one sentence shown again in large letters."""
    first, second, *rest = PRESS.paragraphs
    quote = PRESS.paragraphs[5]
    told = paragraphs(tuple(rest)).replace(
        f"<p>{text(quote)}</p>",
        f"<p>{text(quote)}</p><blockquote class='pull'>{text(quote)}</blockquote>",
    )
    html = f"""{HEAD}<title>{text(PRESS.title)}</title><link rel="canonical" href="https://bao-moi-thu.vn/ha-tang-so.html">{filler.script(20, 153)}</head><body><header>{filler.links(filler.SECTIONS)}</header><main><h1>{text(PRESS.title)}</h1><div class="info"><span>18/12/2021 11:40</span></div><div class="content"><p>{text(first)}</p><p><strong>&gt;&gt; Đọc thêm:</strong> <a>Khởi công tuyến cáp quang biển thứ sáu</a></p><p>{text(second)}</p><p>Xem thêm: Giá cước giảm từ quý sau</p>{told}<p><b>{PRESS.byline}</b></p></div></main><aside>{filler.links(filler.headlines(154, 6))}</aside></body></html>"""
    return html, ideal(PRESS, "18/12/2021 11:40", "2021-12-18", host="bao-moi-thu.vn")


def paged() -> tuple[str, Ideal]:
    """An article in pages: the numbers of these stand between its last paragraph and the name."""
    html = f"""{HEAD}<title>{text(LISTS.title)}</title></head><body><div class="menu">{filler.links(filler.MENU)}</div><div class="news"><h1>{text(LISTS.title)}</h1><p class="time">12/01/2019</p>{paragraphs(LISTS.paragraphs)}<div>Trang: <b>1</b> <a>2</a> <a>3</a> <a>Tiếp »</a></div><p align="right"><b>{LISTS.byline}</b></p><p>Từ khóa: <a>tổng kết</a>, <a>Bình Thuận</a></p></div></body></html>"""
    return html, ideal(LISTS, "12/01/2019", "2019-01-12")


def endless() -> tuple[str, Ideal]:
    """A page that goes on with the next article when it is scrolled: the first one is meant."""

    def whole(at: int, title: str, day: str, lines: tuple[str, ...], name: str) -> str:
        return f'<article id="art-{at}"><h1>{text(title)}</h1><span class="date">{day}</span><div class="txt">{paragraphs(lines)}<p align="right"><b>{name}</b></p></div></article>'

    first = whole(1, HEADED.title, "27/12/2017", HEADED.paragraphs, HEADED.byline)
    then = whole(2, DELTA.title, "28/12/2017", DELTA.paragraphs, DELTA.byline)
    html = f"""{HEAD}<title>{text(HEADED.title)}</title></head><body><div class="menu">{filler.links(filler.SECTIONS)}</div>{first}{then}</body></html>"""
    return html, ideal(HEADED, "27/12/2017", "2017-12-27")


def unshown() -> tuple[str, Ideal]:
    """A page whose headline is a picture: the markup alone has the title."""
    html = f"""{HEAD}<title>Quận Ngũ Hành Sơn</title><meta property="og:title" content="{CITY.title} | Quận Ngũ Hành Sơn"><meta property="article:published_time" content="2024-07-05T19:02:11+07:00"></head><body><div class="menu">{filler.links(filler.MENU)}</div><img src="dau-de.png"><div class="c">{paragraphs(CITY.paragraphs)}<p align="right">{CITY.byline}</p></div></body></html>"""
    page = ideal(CITY, "", "2024-07-05")
    return html, replace(page, lines=page.lines[1:])


def moments() -> tuple[str, Ideal]:
    """A page that says how long ago it came out, the moment itself in its markup; the author's part beside the name."""
    html = f"""{HEAD}<title>{text(DELTA.title)}</title></head><body><header>{filler.links(filler.SECTIONS)}<time datetime="2026-11-22T08:00:00+07:00">08:00</time></header><main><h1>{text(DELTA.title)}</h1><div class="meta"><time datetime="2023-01-11T07:30:00+07:00">2 giờ trước</time></div><div class="author-info"><a rel="author">{DELTA.byline}</a><span class="author-role">Phóng viên</span></div>{paragraphs(DELTA.paragraphs)}</main><aside>{filler.links(filler.headlines(155, 4))}</aside></body></html>"""
    page = ideal(DELTA, DELTA.byline, "2023-01-11", byline="")
    return html, replace(page, byline=DELTA.byline)


def house_first() -> tuple[str, Ideal]:
    """The name of the house is the only heading; teasers of other news stand between it and the article."""
    above = teasers("<div><b><a>{title}</a></b> (21/01/2016)<p>{text}</p></div>", 4)
    html = f"""{HEAD}<title>Bưu điện tỉnh Hà Giang</title></head><body><h1>Bưu điện tỉnh Hà Giang</h1><div class="menu">{filler.links(filler.MENU)}</div><div class="latest">{above}</div><div class="noidung"><p class="tieude"><b>{text(MOUNTAIN.title)}</b></p><p class="ngay">Ngày đăng: 09/01/2021</p>{paragraphs(MOUNTAIN.paragraphs)}<p>{MOUNTAIN.byline}</p></div></body></html>"""
    return html, ideal(MOUNTAIN, "Ngày đăng: 09/01/2021", "2021-01-09")


def summed_up() -> tuple[str, Ideal]:
    """A paper with a machine's summary above the text, marked pictures amid it, and calls to the reader below."""
    lead, *rest = LISTS.paragraphs
    html = f"""{HEAD}<title>{text(LISTS.title)}</title></head><body><header>{filler.links(filler.SECTIONS)}</header><main><h1>{text(LISTS.title)}</h1><span class="date">12/01/2019 07:15</span><div class="ai-box"><div class="head">Tóm tắt bài viết</div><ul><li>127 xã có điểm phục vụ bưu chính.</li><li>Ngành đề ra năm nhiệm vụ.</li></ul><div>Nội dung do máy tạo, chỉ để tham khảo</div></div><p>{text(lead)}</p><p><img src="1.jpg"></p><p><em>Nhân viên bưu điện trong ca trực (Ảnh minh hoạ)</em></p><p>Clip: Một ngày của người đưa thư</p>{paragraphs(tuple(rest))}<p><b>{LISTS.byline}</b></p><p>Mời quý độc giả theo dõi trang của báo để đón đọc những tin tức mới nhất trong ngày.</p><p>Mọi ý kiến đóng góp xin gửi về địa chỉ: toasoan@bao-thu.vn</p></main></body></html>"""
    return html, ideal(LISTS, "12/01/2019 07:15", "2019-01-12")


def headed_lead() -> tuple[str, Ideal]:
    """A portal that heads the lead, too, with the word for a summary: there it is part of the article."""
    html = f"""{HEAD}<title>{text(MOUNTAIN.title)}</title></head><body><div class="menu">{filler.links(filler.MENU)}</div><div class="ct"><h1>{text(MOUNTAIN.title)}</h1><p>09/01/2021</p><div class="tomtat"><h4>Tóm tắt</h4><p>{text(MOUNTAIN.lead)}</p></div><div class="nd">{paragraphs(MOUNTAIN.rest)}<p>{MOUNTAIN.byline}</p></div></div></body></html>"""
    return html, ideal(MOUNTAIN, "09/01/2021", "2021-01-09")


PAGES = (
    SavedPage("dem-luot", counted),
    SavedPage("ten-lien-ngay", glued),
    SavedPage("doc-them", read_more),
    SavedPage("nhieu-trang", paged),
    SavedPage("cuon-mai", endless),
    SavedPage("tua-la-anh", unshown),
    SavedPage("bao-lau-truoc", moments),
    SavedPage("ten-nha-truoc", house_first),
    SavedPage("tom-tat", summed_up),
    SavedPage("dau-de-tom-tat", headed_lead),
)
