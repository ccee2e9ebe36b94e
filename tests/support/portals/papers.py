"""Newspapers, national and of a province, as browsers save them."""

from portals import filler
from portals.article import Ideal, SavedPage, ideal, paragraphs, text
from portals.articles import CITY, DELTA, HEADED, MOUNTAIN, PRESS


def national_paper() -> tuple[str, Ideal]:
    """A national paper: two columns, description apart, author in the last paragraph, other news under each section."""
    lead, *rest = PRESS.paragraphs
    html = f"""<!DOCTYPE html>
<!-- saved from url=(0066)https://bao-thu.example.net/ha-tang-so-phai-di-truoc-4401234.html -->
<html lang="vi"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>{text(PRESS.title)} - Báo Thử Nghiệm</title>
<meta property="og:site_name" content="Báo Thử Nghiệm"><meta name="pubdate" content="2021-12-18T11:40:00+07:00"><meta property="article:published_time" content="2021-12-18T11:40:00+07:00">
{filler.style(20, 30)}{filler.script(35, 30)}</head><body class="page-detail top-detail">
<header class="section top-header"><div class="container flexbox"><a class="logo"><img src="./bai_files/logo.svg"></a><span class="time-now">Thứ ba, 2/4/2024</span></div></header>
<section class="section wrap-main-nav"><nav class="main-nav"><ul class="parent">{filler.links(filler.SECTIONS)}</ul></nav></section>
<section class="section page-detail top-detail"><div class="container"><div class="sidebar-1"><div class="header-content width_common"><ul class="breadcrumb"><li><a>Số hóa</a></li><li><a>Hạ tầng</a></li></ul><span class="date">Thứ bảy, 18/12/2021, 11:40 (GMT+7)</span></div>
<h1 class="title-detail">{text(PRESS.title)}</h1><p class="description"><span class="location-stamp"></span>{text(lead)}</p>
<article class="fck_detail">{paragraphs(tuple(rest[:2]), "p", 'class="Normal"')}
<figure data-size="true" itemprop="associatedMedia image" class="tplCaption action_thumb_added"><div class="fig-picture"><picture><source srcset="a.webp"><img src="./bai_files/a.jpg"></picture></div><figcaption><p class="Image">{text(PRESS.captions[1])}</p></figcaption></figure>
{paragraphs(tuple(rest[2:]), "p", 'class="Normal"')}<p class="Normal" style="text-align:right;"><strong>{PRESS.byline}</strong></p>
<ul class="list-news" data-campaign="Box-Related">{filler.links(filler.headlines(31, 3))}</ul></article>
<div class="footer-content width_common"><a class="btn-back">Trở lại Số hóa</a><div class="social_pin"><a>Chia sẻ</a><a>Copy link thành công</a></div></div>
<div class="box-tag"><h4 class="item-tag"><a>hạ tầng số</a></h4><h4 class="item-tag"><a>viễn thông</a></h4></div>
<div id="box_comment_vne" class="box_comment_vne"><h3>Ý kiến (<label id="total_comment">2</label>)</h3><div class="comment_item"><p class="full_content"><span class="txt-name"><a>Người đọc 01</a></span>Ở bản tôi phải trèo lên đồi mới có sóng, mong các nhà mạng quan tâm đầu tư chứ các cháu học trực tuyến rất khổ, trời mưa là nghỉ học.</p></div></div></div>
<div class="sidebar-2"><div class="box-category">{filler.links(filler.headlines(32, 30), '<article class="item-news"><h3 class="title-news">{}</h3><p class="description">' + filler.TEASER + "</p></article>")}</div></div></div></section>
<footer class="footer container"><p>Báo điện tử Báo Thử Nghiệm</p><p>Tổng biên tập: Nguyễn Thử. Địa chỉ: Tầng 10, tòa nhà Thử, Hà Nội</p><p>© 1999-2024. Toàn bộ bản quyền thuộc Báo Thử Nghiệm</p></footer></body></html>"""
    return html, ideal(
        PRESS, "Thứ bảy, 18/12/2021, 11:40 (GMT+7)", "2021-12-18", host="bao-thu.example.net"
    )


def province_paper() -> tuple[str, Ideal]:
    """The paper of a province: short paragraphs, sapo in a div, an audio player, keywords, topics."""
    lead, *rest = DELTA.paragraphs
    html = f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{text(DELTA.title)}</title><link rel="canonical" href="https://baovl-thu.vn/thoi-su/202301/don-suc-3142/">
<meta property="og:title" content="{text(DELTA.title)}"><meta property="og:site_name" content="Báo Vĩnh Long Online">{filler.script(20, 33)}{filler.style(12, 33)}</head>
<body class="detail-page site-default"><div class="site-header"><div class="site-header__time">Thứ Hai, 15/04/2024</div><ul class="site-menu">{filler.links(filler.SECTIONS)}</ul></div>
<div class="site-body"><div class="l-content"><div class="breadcrumb"><h2 class="main"><a>Thời sự</a></h2></div><div class="article"><h1 class="article__title cms-title">{text(DELTA.title)}</h1>
<div class="article__meta"><time class="time" datetime="2023-01-11T06:10:00+0700">11/01/2023 06:10</time><span class="article__views">1.377</span></div>
<div class="article__audio"><div class="player">0:00 / 4:12</div><span>Nữ miền Nam</span><span>Nam miền Bắc</span></div>
<div class="article__sapo cms-desc">{text(lead)}</div><div class="article__body zce-content-body cms-body">
<table class="picture"><tbody><tr><td class="pic"><img src="a.jpg"></td></tr><tr><td class="caption">{text(DELTA.captions[0])}</td></tr></tbody></table>
{paragraphs(tuple(rest[:3]))}<div class="ads" id="sdaWeb_SdaArticleInbody">Quảng cáo</div><div class="cms-relate"><a>&gt;&gt; {next(filler.headlines(34, 1))}</a></div>
{paragraphs(tuple(rest[3:6]))}<table class="picture"><tr><td><img src="b.jpg"></td></tr><tr><td class="caption">{DELTA.captions[1]}</td></tr></table>{paragraphs(tuple(rest[6:]))}</div>
<div class="article__author"><span class="name cms-author">{DELTA.byline}</span></div><div class="article__tag"><span class="tag-title">Từ khóa:</span><a>dữ liệu số</a><a>hộ tịch</a></div></div>
<div class="article__poll"><p>Bạn đã nộp hồ sơ trực tuyến bao giờ chưa?</p><label><input type=radio> Rồi</label><label><input type=radio> Chưa</label><button>Gửi</button></div>
<div class="box-more"><h3>Tin cùng chuyên mục</h3>{filler.links(filler.headlines(35, 12), "<div class='story'><h2 class='story__heading'>{}</h2><div class='story__summary'>" + filler.TEASER + "</div></div>")}</div></div>
<div class="l-sidebar"><h3>Đọc nhiều</h3>{filler.links(filler.headlines(36, 10), "<article class=story>{}</article>")}</div></div>
<div class="site-footer"><p>Cơ quan chủ quản: Tỉnh ủy Vĩnh Long. Giấy phép số 1/GP-BTTTT cấp ngày 1/1/2022</p><p>® Ghi rõ nguồn Báo Vĩnh Long Online khi phát hành lại thông tin từ website này</p></div></body></html>"""
    return html, ideal(DELTA, "11/01/2023 06:10", "2023-01-11", host="baovl-thu.vn")


def media_cms() -> tuple[str, Ideal]:
    """A news system with boxes dropped into the text: pictures, related news, a quotation, a poll; sapo in <h2>."""
    lead, *rest = MOUNTAIN.paragraphs
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{text(MOUNTAIN.title)}</title><meta property="og:url" content="https://dientu.example.vn/tong-ket-102210108.htm">
<meta property="article:published_time" content="2021-01-08T18:03:00">{filler.script(40, 37)}{filler.style(18, 37)}</head><body><div id="admWrapsite">
<div class="header"><div class="header__top"><p class="header__date">Thứ Ba 19/3/2024</p></div><div class="header__nav">{filler.links(filler.SECTIONS, "<span>{}</span>")}</div></div>
<div class="main"><div class="detail__main"><div class="detail-cate"><a>Địa phương</a></div><h1 class="detail-title" data-role="title">{text(MOUNTAIN.title)}</h1>
<div class="detail-time"><div data-role="publishdate">08/01/2021 18:03</div></div><div class="detail-audio"><div class="AudioPlayer">00:00 / 02:31</div><select><option>Nữ miền Bắc</option></select></div>
<h2 class="detail-sapo" data-role="sapo">{text(lead)}</h2><div class="detail-content afcbc-body" data-role="content" itemprop="articleBody">
<figure class="VCSortableInPreviewMode" type="Photo"><div><img src="p.jpg" title="{text(MOUNTAIN.title)} - Ảnh 1."></div><figcaption class="PhotoCMS_Caption"><p data-placeholder="Nhập chú thích ảnh">{MOUNTAIN.captions[1]}</p></figcaption></figure>
{paragraphs(tuple(rest[:2]))}<div class="VCSortableInPreviewMode alignRight" type="RelatedOneNews"><a><img src="r.jpg"></a><a class="title">{next(filler.headlines(38, 1))}</a><p class="sapo">{filler.TEASER}</p></div>
{paragraphs(tuple(rest[2:5]))}<div type="Vote" class="VCSortableInPreviewMode"><div class="VoteTitle">Theo bạn, thôn vùng cao cần gì nhất?</div><ul><li>Sóng di động</li><li>Điện lưới</li></ul><span>Bình chọn</span></div>
{paragraphs(tuple(rest[5:]))}<p style="text-align:right"><b>{MOUNTAIN.byline}</b></p><div class="link-content-footer"><a>{next(filler.headlines(39, 1))}</a></div></div>
<div class="detail-tab"><a>Trở lên trên</a></div><ul class="detail-tag-list"><li><a>tổng kết</a></li></ul><div class="detail__related"><div class="box-category-title">Tin liên quan</div>{filler.links(filler.headlines(40, 8), "<div class='box-category-item'><h3>{}</h3><p class='box-category-sapo'>" + filler.TEASER + "</p></div>")}</div></div>
<div class="detail__sub">{filler.links(filler.headlines(41, 25), "<div class='box-category-item'>{}</div>")}</div></div><div class="footer"><p>Cơ quan của Bộ Thử Nghiệm</p></div></div></body></html>"""
    return html, ideal(MOUNTAIN, "08/01/2021 18:03", "2021-01-08", host="dientu.example.vn")


def agency() -> tuple[str, Ideal]:
    """A news agency: the lead said a second time in the text, captions printed twice, source and author in one line."""
    lead = PRESS.paragraphs[0]
    body = PRESS.paragraphs
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>{text(PRESS.title)} | baothu</title>{filler.script(22, 42)}</head><body>
<div class="wrapper"><div class="top-bar"><div class="date">Thứ sáu, 15/03/2024</div><div class="lang"><a>English</a><a>Français</a></div></div><div class="menu-top">{filler.links(filler.SECTIONS, "<b>{}</b>")}</div>
<div class="boxdetail-wrap"><div class="boxdetail"><h1 class="title">{text(PRESS.title)}</h1><div class="timespost">Thứ Bảy, 18/12/2021 12:05</div><div class="fb-like">Thích 0</div>
<h2 class="sapo">{text(lead)}</h2><div class="contents"><p>{text(lead)}</p>
<div style="text-align:center"><img src="a.jpg"/><p><em>{text(PRESS.captions[0])}</em></p></div><p style="text-align:center"><em>{text(PRESS.captions[0])}</em></p>
{paragraphs(tuple(body[1:]))}</div><div class="author"><strong>{PRESS.byline} (TTXTN)</strong></div><div class="keysword"><span>Từ khóa:</span><a>viễn thông</a></div></div>
<div class="newer"><h4>Tin mới nhất</h4><ul>{filler.links(filler.headlines(43, 15))}</ul></div></div>
<div class="r-col">{filler.links(filler.headlines(44, 20), "<p>{}</p>")}</div></div><div class="ft"><p>Tòa soạn: Số 5 phố Thử Nghiệm, Hà Nội</p><p>Điện thoại: 024.0000000</p></div></body></html>"""
    made = ideal(PRESS, "Thứ Bảy, 18/12/2021 12:05", "2021-12-18", byline=f"{PRESS.byline} (TTXTN)")
    return html, made


def utility_classes() -> tuple[str, Ideal]:
    """A page of a JavaScript framework: classes name looks and not parts; the whole state in a script."""
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/><title>{text(CITY.title)}</title><meta property="og:url" content="https://moi.danang-thu.vn/bai/so-ket"/>
{filler.style(25, 45)}<script id="__NEXT_DATA__" type="application/json">{{"props":{{"content":"<p>{CITY.lead}</p>"}}}}</script>{filler.script(20, 45)}</head>
<body class="bg-white text-gray-900 antialiased"><div id="__next"><div class="sticky top-0 z-50 flex h-14 items-center justify-between">{filler.links(filler.SECTIONS, '<span class="px-2">{}</span>', "text-sm hover:underline")}</div>
<div class="mx-auto grid max-w-7xl grid-cols-12 gap-6"><div class="col-span-8"><div class="mb-2 text-sm text-gray-500"><a>Trang chủ</a><span class="mx-1">/</span><a>Cơ sở</a></div>
<div class="text-4xl font-bold font-serif max-md:text-2xl mb-2">{text(CITY.title)}</div><div class="flex items-center gap-2 text-xs"><span>16:02 05/07/2024</span><button>Lưu bài</button><button>Chia sẻ</button></div>
<div class="prose max-w-none">{paragraphs(CITY.paragraphs[:3])}<div class="my-4"><img src="x.webp" class="rounded-lg"/><div class="mt-1 text-center text-sm italic">{CITY.captions[0]}</div></div>{paragraphs(CITY.paragraphs[3:])}</div>
<div class="mt-4 text-right font-semibold">{CITY.byline}</div><div class="mt-8 border-t pt-4"><div class="text-lg font-bold">Có thể bạn quan tâm</div>{filler.links(filler.headlines(46, 8), '<div class="flex gap-2"><div class="font-medium">{}</div><div class="line-clamp-2">' + filler.TEASER + "</div></div>")}</div></div>
<div class="col-span-4">{filler.links(filler.headlines(47, 18), '<div class="border-b py-2">{}</div>')}</div></div><div class="mt-10 bg-gray-100 p-6 text-sm">Chịu trách nhiệm nội dung: Văn phòng UBND quận. Điện thoại: 0236.000.000</div></div></body></html>"""
    return html, ideal(CITY, "16:02 05/07/2024", "2024-07-05", host="moi.danang-thu.vn")


def mobile() -> tuple[str, Ideal]:
    """The mobile page of a party paper: hardly any menu, the date as dotted numbers, a hidden drawer."""
    html = f"""<!doctype html><html amp lang="vi"><head><meta charset="utf-8"><title>{text(HEADED.title)}</title><link rel="canonical" href="https://m.baoqn-thu.vn/kiem-diem-2365.html"><style amp-custom>{"".join(f".a{at}{{color:red}}" for at in range(900))}</style></head>
<body><div id="drawer" style="display:none">{filler.links(filler.SECTIONS)}</div><div hidden>{filler.links(filler.headlines(48, 5))}</div><div class="hdr"><a class="lg">BÁO QUẢNG NINH THỬ</a></div>
<div class="c"><p class="b">Xây dựng Đảng</p><h1>{text(HEADED.title)}</h1><p class="t">27.12.2017 - 07:30</p>{"".join(f"<h2>{text(one)}</h2>" if len(one) < 40 else f"<p>{text(one)}</p>" for one in HEADED.paragraphs)}
<amp-img src="a.jpg"></amp-img><p class="n">{HEADED.captions[0]}</p><p class="au">{HEADED.byline}</p></div><div class="rl"><p>Tin cùng chuyên mục</p>{filler.links(filler.headlines(49, 6), "<div>{}</div>")}</div><div class="ft">Xem phiên bản máy tính</div></body></html>"""
    return html, ideal(HEADED, "27.12.2017 - 07:30", "2017-12-27", host="m.baoqn-thu.vn")


PAGES = (
    SavedPage("bao-trung-uong", national_paper),
    SavedPage("bao-tinh", province_paper),
    SavedPage("bao-hop-tin", media_cms),
    SavedPage("thong-tan", agency),
    SavedPage("bao-next", utility_classes),
    SavedPage("bao-di-dong", mobile),
)
