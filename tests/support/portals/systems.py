"""Pages of common systems for any site: Drupal, Joomla, WordPress; and layouts of the years before them."""

from portals import filler
from portals.article import Ideal, SavedPage, ideal, is_item, paragraphs, text, unnumbered
from portals.articles import CITY, HEADED, LISTS, MOUNTAIN, SHORT, TABLE


def drupal() -> tuple[str, Ideal]:
    """Drupal 7: fields in fields, "submitted by" with the user's name."""
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8" /><meta name="Generator" content="Drupal 7 (http://drupal.org)" />
<title>{text(CITY.title)} | Quận Ngũ Hành Sơn</title><link rel="shortlink" href="/node/812" />{filler.style(9, 20)}{filler.script(9, 20)}</head>
<body class="html not-front not-logged-in one-sidebar sidebar-second page-node node-type-article">
<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">Nhảy đến nội dung</a></div>
<div id="page-wrapper"><div id="page"><div id="header"><div class="section clearfix"><div id="name-and-slogan"><div id="site-name"><a>UBND quận Ngũ Hành Sơn</a></div></div><div class="region region-header">{filler.links(filler.MENU, "<span>{}</span>")}</div></div></div>
<div id="main-wrapper"><div id="main"><div id="content" class="column"><div class="section"><h1 class="title" id="page-title">{text(CITY.title)}</h1><div class="tabs"></div>
<div class="region region-content"><div class="block block-system"><div class="content"><div id="node-812" class="node node-article node-promoted">
<div class="meta submitted">quantri gửi vào T6, 2024-07-05 15:01</div><div class="content clearfix"><div class="field field-name-field-image"><div class="field-items"><div class="field-item even"><img src="a.jpg" alt="" title="{CITY.captions[0]}" /></div></div></div>
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{paragraphs(CITY.paragraphs)}<p class="rtecenter"><img src="b.jpg" /></p><p class="rtecenter"><em>{CITY.captions[0]}</em></p><p class="rteright"><strong>{CITY.byline}</strong></p></div></div></div></div>
<div class="link-wrapper"><ul class="links inline"><li class="statistics_counter first last"><span>214 lần xem</span></li></ul></div><div id="comments" class="comment-wrapper"></div></div></div></div></div></div></div>
<div id="sidebar-second" class="column sidebar"><div class="region"><div class="block block-views"><h2>Tin mới</h2><div class="content"><div class="item-list"><ul>{filler.links(filler.headlines(21, 15), '<li class="views-row">{}<div class="views-field-body">' + filler.TEASER + "</div></li>")}</ul></div></div></div></div></div></div></div>
<div id="footer-wrapper"><div class="section"><div class="region region-footer"><p>Số 1 Thử Nghiệm, quận Ngũ Hành Sơn</p></div></div></div></div></div></body></html>"""
    return html, ideal(CITY, "quantri gửi vào T6, 2024-07-05 15:01", "2024-07-05")


def joomla() -> tuple[str, Ideal]:
    """Joomla 3: an item page with an info list, icons and a pager."""
    items = tuple(line for line in LISTS.paragraphs if is_item(line))
    before = LISTS.paragraphs[: LISTS.paragraphs.index(items[0])]
    after = LISTS.paragraphs[LISTS.paragraphs.index(items[-1]) + 1 :]
    html = f"""<!DOCTYPE html><html xml:lang="vi-vn" lang="vi-vn"><head><base href="http://ttdt.binhthuan.gov.vn/index.php/tin/123-tong-ket" /><meta charset="utf-8" />
<meta name="generator" content="Joomla! - Open Source Content Management" /><title>{text(LISTS.title)}</title>{filler.script(14, 21)}</head>
<body class="site com_content view-article"><div class="body"><div class="container"><header class="header"><a class="brand"><span class="site-title">Trang tin Bình Thuận</span></a></header>
<nav class="navigation"><ul class="nav menu nav-pills">{filler.links(filler.MENU)}</ul></nav><div class="row-fluid"><div id="aside-left" class="span3"><div class="well"><h3 class="page-header">Bài mới</h3><ul class="latestnews">{filler.links(filler.headlines(22, 10))}</ul></div></div>
<main id="content" role="main" class="span9"><div id="system-message-container"></div><div class="item-page" itemscope><meta itemprop="inLanguage" content="vi-VN" />
<div class="page-header"><h2 itemprop="headline">{text(LISTS.title)}</h2></div><div class="icons"><div class="btn-group pull-right"><ul class="dropdown-menu"><li class="print-icon"><a>In</a></li><li class="email-icon"><a>Email</a></li></ul></div></div>
<dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="category-name">Chuyên mục: <a>Tin trong tỉnh</a></dd><dd class="published"><time datetime="2019-01-11T07:25:40+07:00">Được đăng: 11 Tháng 1 2019</time></dd><dd class="hits">Lượt xem: 1296</dd></dl>
<div itemprop="articleBody">{paragraphs(before)}<ol>{"".join(f"<li>{text(one[3:])}</li>" for one in items)}</ol>{paragraphs(after)}<p style="text-align:right"><b>{LISTS.byline}</b></p></div>
<ul class="pager pagenav"><li class="previous"><a>Trang trước</a></li><li class="next"><a>Trang sau</a></li></ul></div></main></div></div></div>
<footer class="footer"><div class="container"><p class="pull-right"><a>Về đầu trang</a></p><p>© 2024 Trang tin Bình Thuận</p></div></footer></body></html>"""
    return html, ideal(
        LISTS,
        "Được đăng: 11 Tháng 1 2019",
        "2019-01-11",
        host="ttdt.binhthuan.gov.vn",
        paragraphs=unnumbered(LISTS.paragraphs),
    )


def wordpress() -> tuple[str, Ideal]:
    """WordPress: an entry with sharing, an author box, related posts with teasers, comments."""
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>{text(HEADED.title)} &#8211; Báo Quảng Ninh thử</title>
<link rel="canonical" href="https://tintuc.quangninh-thu.vn/2017/12/kiem-diem/" /><meta property="article:published_time" content="2017-12-27T03:15:00+00:00" />{filler.style(16, 22)}{filler.script(16, 22)}
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{HEADED.title}","datePublished":"2017-12-27"}}</script></head>
<body class="post-template-default single single-post postid-991 single-format-standard wp-custom-logo">
<div id="page" class="site"><header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a>Tin tức Quảng Ninh</a></p></div><nav id="site-navigation" class="main-navigation"><ul id="primary-menu">{filler.links(filler.SECTIONS)}</ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-991" class="post-991 post type-post status-publish has-post-thumbnail hentry category-tin-tuc tag-tong-ket">
<header class="entry-header"><h1 class="entry-title">{text(HEADED.title)}</h1><div class="entry-meta"><span class="posted-on">27/12/2017</span><span class="byline"> bởi <span class="author vcard"><a>admin</a></span></span></div></header>
<div class="post-thumbnail"><img src="t.jpg"></div><div class="entry-content">{"".join(f"<h3>{text(one)}</h3>" if len(one) < 40 else f"<p>{text(one)}</p>" for one in HEADED.paragraphs)}
<div id="attachment_992" class="wp-caption aligncenter"><img src="b.jpg" class="wp-image-992" /><p id="caption-attachment-992" class="wp-caption-text">{HEADED.captions[0]}</p></div>
<p style="text-align: right"><strong>{HEADED.byline}</strong></p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Chia sẻ:</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Liên quan</em></h3>{filler.links(filler.headlines(23, 3), "<div>{}<p>" + filler.TEASER + "</p></div>")}</div></div>
<footer class="entry-footer"><span class="cat-links">Đăng trong <a>Tin tức</a></span> <span class="tags-links">Thẻ <a>tổng kết</a>, <a>đảng bộ</a></span></footer></article>
<nav class="navigation post-navigation"><div class="nav-links"><a>Bài trước</a><a>Bài sau</a></div></nav><div id="comments" class="comments-area"><div id="respond" class="comment-respond"><h3 id="reply-title">Để lại một bình luận</h3><p>Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *</p></div></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Bài viết mới</h2><ul>{filler.links(filler.headlines(24, 10))}</ul></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">Tự hào chạy trên WordPress</div></footer></div></body></html>"""
    return html, ideal(HEADED, "27/12/2017", "2017-12-27", host="tintuc.quangninh-thu.vn")


def font_tables() -> tuple[str, Ideal]:
    """A page of 2004: tables for columns, <font> for everything, paragraphs parted by two line breaks."""
    body = "<br><br>\n".join(text(line) for line in MOUNTAIN.paragraphs)
    html = f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"><TITLE>..:: TINH UY HA GIANG ::..</TITLE>{filler.script(5, 23)}</HEAD>
<BODY bgColor=#ffffff topMargin=0><TABLE cellSpacing=0 cellPadding=0 width=780 align=center border=0><TBODY><TR><TD colSpan=3><IMG src="img/top.gif"></TD></TR>
<TR><TD colSpan=3 bgColor=#cc0000><FONT face=Arial color=#ffffff size=1><MARQUEE>Chào mừng bạn đến với trang thông tin điện tử Tỉnh ủy Hà Giang</MARQUEE></FONT></TD></TR>
<TR><TD vAlign=top width=150><FONT face=Arial size=2>{filler.links(filler.MENU, "&nbsp;&#187; {}<BR>")}</FONT></TD>
<TD vAlign=top width=480><FONT face=Arial size=1>Trang chủ &raquo; Tin hoạt động</FONT><BR><FONT face="Times New Roman" color=#000080 size=4><B>{text(MOUNTAIN.title)}</B></FONT><BR>
<FONT face=Arial color=#808080 size=1>Cập nhật: 09/01/2021</FONT><BR><BR><FONT face="Times New Roman" size=3>
<TABLE align=left border=0><TR><TD><IMG height=150 src="img/hn.jpg" width=200></TD></TR><TR><TD align=middle><FONT size=1><I>{MOUNTAIN.captions[0]}</I></FONT></TD></TR></TABLE>
{body}<BR><DIV align=right><B>{MOUNTAIN.byline}</B></DIV></FONT><HR><FONT face=Arial size=2><B>CÁC TIN KHÁC</B><BR>{filler.links(filler.headlines(25, 12), "<IMG src=dot.gif> {} <FONT color=gray>(08/01/2021)</FONT><BR>")}</FONT></TD>
<TD vAlign=top width=150><FONT size=2><B>Thời tiết</B><BR>Hà Giang: 17 độ<BR><B>Tỷ giá</B><BR>USD 23.150<BR></FONT>{filler.visits()}</TD></TR>
<TR><TD align=middle colSpan=3><FONT face=Arial size=1>Bản quyền thuộc Tỉnh ủy Hà Giang<BR>Giấy phép số 100/GP-BC</FONT></TD></TR></TBODY></TABLE></BODY></HTML>"""
    return html, ideal(MOUNTAIN, "Cập nhật: 09/01/2021", "2021-01-09")


def one_cell() -> tuple[str, Ideal]:
    """A table layout whose article is loose text in a cell, with a caption table in its midst; no class anywhere."""
    first, *rest = TABLE.paragraphs[:2]
    loose = TABLE.paragraphs[6:]
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Website</title></head><body>
<table width="100%"><tr><td><img src="1.gif"></td><td>Thứ tư, 10/01/2024 - 16:00</td></tr></table>
<table width="100%"><tr><td width="20%">{filler.links(filler.SECTIONS, "{}<br>")}</td><td width="60%">
<b>{text(TABLE.title)}</b><br>29/12/2023 18:40<br><br>{text(first)}<br><br>{text(rest[0])}<br>
<table border="1"><tr><td>Chỉ tiêu</td><td>Kế hoạch</td><td>Thực hiện</td></tr><tr><td>Tỷ lệ hồ sơ trực tuyến</td><td>60%</td><td>63,2%</td></tr>
<tr><td>Xã có mạng truyền số liệu chuyên dùng</td><td>260</td><td>260</td></tr><tr><td>Người dân có chữ ký số</td><td>15%</td><td>9,8%</td></tr></table>
{"<br><br>".join(text(line) for line in loose[:2])}<center><img src="2.jpg"><br>{TABLE.captions[0]}</center>{text(loose[2])}<br><br><p align="right">{TABLE.byline}</p>
<hr>{filler.links(filler.headlines(26, 9), "{}<br>")}</td><td width="20%">{filler.calendar()}</td></tr></table><hr>
<center>Trang tin nội bộ - Liên hệ: 0227.000.000</center></body></html>"""
    return html, ideal(TABLE, "29/12/2023 18:40", "2023-12-29")


def print_view() -> tuple[str, Ideal]:
    """The page for printing: hardly anything but the article."""
    html = f"""<html><head><title>In bài viết</title><meta charset="utf-8"></head><body onload="window.print()">
<div>Trang thông tin điện tử tỉnh Kon Tum</div><hr><h3>{text(SHORT.title)}</h3><i>21/01/2016 18:29</i>
<div>{"<br/><br/>".join(text(line) for line in SHORT.paragraphs)}</div><p><b>{SHORT.byline}</b></p><hr>
<div>Nguồn: http://kontum.example.vn/tin/88</div><a href="javascript:window.close()">[Đóng cửa sổ]</a> <a>[In trang]</a></body></html>"""
    return html, ideal(SHORT, "21/01/2016 18:29", "2016-01-21")


def word_page() -> tuple[str, Ideal]:
    """A page saved by Word: classes of its styles, empty paragraphs, runs cut in the middle of words."""

    def run(line: str) -> str:
        half = len(line) // 2
        return f"<span lang=VI style='font-size:14.0pt'>{text(line[:half])}</span><span\nlang=VI>{text(line[half:])}<o:p></o:p></span>"

    body = "".join(
        f"<p class=MsoNormal style='text-align:justify'>{run(line)}</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        for line in HEADED.paragraphs
    )
    html = f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>PC</o:Author></o:DocumentProperties></xml><![endif]-->
<style><!-- p.MsoNormal {{margin:0cm; font-size:12.0pt;}} --></style></head><body lang=VI><div class=WordSection1>
<p class=MsoTitle align=center>{run(HEADED.title)}</p><p class=MsoNormal align=center><i>27/12/2017</i></p>{body}<p class=MsoNormal align=right><b>{HEADED.byline}</b></p></div></body></html>"""
    return html, ideal(HEADED, "27/12/2017", "2017-12-27")


PAGES = (
    SavedPage("drupal", drupal),
    SavedPage("joomla", joomla),
    SavedPage("wordpress", wordpress),
    SavedPage("bang-font", font_tables, "utf-16"),
    SavedPage("mot-o", one_cell),
    SavedPage("ban-in", print_view),
    SavedPage("word", word_page),
)
