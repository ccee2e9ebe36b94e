"""Newspapers of other makes than the earlier ones."""

from portals import filler
from portals.article import Ideal, SavedPage, ideal, paragraphs, text
from portals.later.around import COOKIES, teasers
from portals.later.articles import MIDYEAR, SIMILAR
from portals.later.more import MARKET, PICTURES


def second_article() -> tuple[str, Ideal]:
    """A short article; the "related" one under it is told at greater length; a cookie bar comes first."""
    related = f'<div class="article-relate"><div class="title-head">tin liên quan</div><article class="article-items"><h3><a href="/b.html">{text(SIMILAR.title)}</a></h3><div class="date-item">18/06/2021</div><div class="desc">{paragraphs(SIMILAR.paragraphs)}</div></article>{teasers("<article class=article-items><h3>{title}</h3><div class=desc>{text}</div></article>", 2)}</div>'
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{text(MIDYEAR.title)} - Báo Đồng Nai thử</title><meta property="og:type" content="article"><meta property="og:url" content="https://baodongnai-thu.com.vn/so-ket-3062.htm">{filler.style(12, 111)}{filler.script(22, 111)}</head><body>
<div id="cc-main"><div role="dialog" class="cm"><div class="cm__title">Quyền riêng tư của bạn</div><div class="cm__desc">{COOKIES}</div><button>Chấp nhận tất cả</button><button>Tùy chọn</button></div></div>
<div class="topbar"><span>Thứ Sáu, 09/07/2021</span><span>Hotline: 0251.000000</span></div><div class="menu">{filler.links(filler.SECTIONS, "<span>{}</span>")}</div><div class="wrapper"><article class="detail">
<div class="cat-name">Khoa học - Công nghệ</div><h1 class="title-detail">{text(MIDYEAR.title)}</h1><div class="date-detail">Cập nhật lúc 15:42, Thứ Năm, 08/07/2021 (GMT+7)</div><h2 class="short-content">{text(MIDYEAR.lead)}</h2><div class="news-content">{paragraphs(MIDYEAR.rest)}<p style="text-align:right"><strong>{MIDYEAR.byline}</strong></p></div></article>
{related}<aside class="side">{filler.links(filler.headlines(111, 20), "<div class='row-item'>{}</div>")}</aside></div><footer><p>Báo Đồng Nai thử - Cơ quan của Đảng bộ tỉnh</p></footer></body></html>"""
    stamp = "Cập nhật lúc 15:42, Thứ Năm, 08/07/2021 (GMT+7)"
    return html, ideal(MIDYEAR, stamp, "2021-07-08", host="baodongnai-thu.com.vn")


def pictures() -> tuple[str, Ideal]:
    """A photo report: each picture with a caption that is longer than the paragraphs between."""
    shots = [
        f'<div class="item-photo" id="photo-{at}"><a class="photo" data-fancybox="g"><img src="{at}.jpg" alt="{text(one[:60])}"></a><div class="PhotoCMS_Caption"><p>{text(one)}</p></div></div>'
        for at, one in enumerate(PICTURES.captions)
    ]
    told = [f'<p class="p-text">{text(one)}</p>' for one in PICTURES.rest]
    body = "\n".join(one for pair in zip(told, shots, strict=True) for one in pair)
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{text(PICTURES.title)}</title><meta property="og:title" content="{text(PICTURES.title)}"><meta property="og:url" content="https://photo.saigon-thu.vn/mot-ngay-118822.html"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{PICTURES.title}","datePublished":"2022-12-24T07:10:00+07:00"}}</script>{filler.script(26, 112)}</head><body class="photo-page">
<div class="header__inner">{filler.links(filler.SECTIONS, "<li class='nav-i'>{}</li>")}</div><div class="photo-detail"><div class="cate">Ảnh</div><h1 class="the-title">{text(PICTURES.title)}</h1><div class="the-time">24-12-2022 - 07:10 AM</div><div class="the-sapo"><span>{text(PICTURES.lead)}</span></div>
<div class="the-body">{body}<p class="p-author">{PICTURES.byline}</p></div><div class="tags">Từ khóa: <a>xã đảo</a> <a>Cần Giờ</a> <a>chuyển đổi số</a></div></div>
<div class="more-photo"><h3>Phóng sự ảnh khác</h3>{teasers("<div class=mp><a>{title}</a><p>{text}</p></div>", 4)}</div><div class="foot">Báo Sài Gòn thử. Giấy phép số 5/GP-BTTTT ngày 2/1/2020</div></body></html>"""
    stamp = "24-12-2022 - 07:10 AM"
    page = ideal(PICTURES, stamp, "2022-12-24", host="photo.saigon-thu.vn")
    return html, Ideal(
        page.lines, page.title, page.published, page.lead, "Khánh Thử", page.province, page.host
    )


def amp() -> tuple[str, Ideal]:
    """The AMP of a party paper: the author above the title, a drawer, a carousel, a list of other news unfolded."""
    html = f"""<!doctype html><html ⚡ lang="vi"><head><meta charset="utf-8"><title>{text(MARKET.title)}</title><link rel="canonical" href="https://baoangiang-thu.com.vn/cho-que-a384112.html"><style amp-boilerplate>body{{animation:-amp-start 8s steps(1,end) 0s 1 normal both}}</style><style amp-custom>{filler.style(14, 113).replace('<style type="text/css">', "").replace("</style>", "")}</style><script async src="https://cdn.ampproject.org/v0.js"></script></head><body>
<amp-sidebar id="sb" layout="nodisplay" side="left"><ul>{filler.links(filler.SECTIONS)}</ul></amp-sidebar><header class="amp-hd"><button on="tap:sb.toggle">☰</button><a href="/">Báo An Giang Online</a></header><amp-ad width="300" height="250" type="doubleclick"><div fallback>Quảng cáo</div></amp-ad>
<main><div class="amp-author"><amp-img src="a.png" width="40" height="40"></amp-img><span>{MARKET.byline}</span></div><h1 class="amp-title">{text(MARKET.title)}</h1><time class="amp-date" datetime="2024-01-05T06:30:00+07:00">05/01/2024 - 06:30</time>
<p class="amp-sapo">{text(MARKET.lead)}</p><amp-carousel width="400" height="300" type="slides"><figure><amp-img src="1.jpg" width="400" height="300"></amp-img><figcaption>{text(MARKET.captions[0])}</figcaption></figure></amp-carousel>
<div class="amp-body">{paragraphs(MARKET.paragraphs[1:3])}<amp-ad width="300" height="100" type="adsense"></amp-ad>{paragraphs(MARKET.paragraphs[3:])}</div><amp-social-share type="facebook"></amp-social-share>
<amp-accordion><section expanded><h4>Đọc thêm</h4><div>{teasers("<div class=rl><a>{title}</a><p>{text}</p></div>", 3)}{filler.links(filler.headlines(113, 8), "<p>{}</p>")}</div></section></amp-accordion></main><footer class="amp-ft"><p>© Báo An Giang Online. Xem bản đầy đủ</p></footer></body></html>"""
    return html, ideal(MARKET, "05/01/2024 - 06:30", "2024-01-05", host="baoangiang-thu.com.vn")


PAGES = (
    SavedPage("tin-lien-quan-dai", second_article),
    SavedPage("phong-su-anh", pictures),
    SavedPage("amp", amp),
)
