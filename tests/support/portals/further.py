"""Pages of makes that are neither portals nor papers, measured once before the reader was mended for them."""

from portals import filler
from portals.article import Ideal, SavedPage, ideal, paragraphs, text
from portals.articles import CITY, DELTA, MOUNTAIN, PRESS, SHORT
from portals.later.around import TEASERS, teasers
from portals.later.articles import COAST, MIDYEAR
from portals.later.more import CULTURE

HEAD = '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'


def forum() -> tuple[str, Ideal]:
    """A forum: the article is the first post, who wrote it stands beside; answers, signatures, moderators below."""
    replies = "".join(
        f'<div class="post bg{at % 2}"><dl class="postprofile"><dt><a>thanhvien{at}</a></dt><dd>Bài viết: {at}12</dd></dl><div class="postbody"><h3><a href="#p{at}">Re: {text(SHORT.title)}</a></h3><p class="author">gửi bởi <a>thanhvien{at}</a> » 0{at + 3}/02/2016 20:1{at}</p><div class="content">{told}</div></div></div>'
        for at, (_, told) in enumerate(TEASERS[:3])
    )
    told = "<br><br>".join(text(one) for one in SHORT.paragraphs)
    html = f"""{HEAD}<title>Diễn đàn công nghệ thông tin Tây Nguyên • Xem chủ đề - {text(SHORT.title)}</title><base href="http://diendan.kontum-thu.vn/">{filler.style(10, 131)}</head><body id="phpbb" class="section-viewtopic"><div id="wrap"><div id="page-header"><div class="headerbar"><h1>Diễn đàn công nghệ thông tin Tây Nguyên</h1><p>Nơi gặp gỡ của người làm công nghệ</p></div><div class="navbar"><ul class="linklist"><li><a>Trang chủ</a> ‹ <a>Tin tức</a> ‹ <a>Tin trong tỉnh</a></li></ul></div></div>
<div id="page-body"><h2><a href="./viewtopic.php?t=88">{text(SHORT.title)}</a></h2><div class="topic-actions"><div class="pagination">4 bài viết • Trang 1 trên 1</div></div>
<div class="post bg2"><dl class="postprofile"><dt><a>quantri</a></dt><dd>Quản trị viên</dd><dd><strong>Bài viết:</strong> 1204</dd><dd><strong>Tham gia:</strong> 03/04/2011 09:12</dd></dl><div class="postbody"><h3 class="first"><a href="#p1">{text(SHORT.title)}</a></h3><p class="author">gửi bởi <strong><a>quantri</a></strong> » 12/01/2016 08:20</p><div class="content">{told}<br><br>{SHORT.byline}</div><div class="signature">Chung tay vì một Tây Nguyên số!</div></div></div>{replies}
<div class="topic-actions"><a>Gửi bài trả lời</a></div><h3>Ai đang trực tuyến?</h3><p>Đang xem chuyên mục này: Không có thành viên nào đang trực tuyến và 2 khách.</p></div><div id="page-footer">Múi giờ UTC + 7 Giờ. Powered by phpBB® Forum Software</div></div></body></html>"""
    return html, ideal(
        SHORT, "gửi bởi quantri » 12/01/2016 08:20", "2016-01-12", host="diendan.kontum-thu.vn"
    )


def published_document() -> tuple[str, Ideal]:
    """A document published from an office in the net: classes without meaning, its name in a banner."""
    body = "".join(
        f'<p class="c3"><span class="c0">{text(one)}</span></p><p class="c3 c7"><span class="c0"></span></p>'
        for one in MOUNTAIN.paragraphs
    )
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Tin tổng kết 2020 (bản đăng web)</title><meta property="og:url" content="https://docs.google.com/document/d/e/2PACX-thu/pub">{filler.style(8, 132)}</head><body><div id="banners"><div id="publish-banner"><div>Published using Google Docs</div><div><a>Report abuse</a></div><div><a>Learn more</a></div></div></div><div id="header"><div id="title">Tin tổng kết 2020 (bản đăng web)</div><div id="interval">Updated automatically every 5 minutes</div></div>
<div id="contents"><div class="c11 doc-content"><p class="c5 title"><span class="c9">{text(MOUNTAIN.title)}</span></p><p class="c5"><span class="c2">(Ngày đăng: 08/01/2021)</span></p>{body}<p class="c6"><span class="c10">{MOUNTAIN.byline}</span></p></div></div>{filler.script(20, 132)}</body></html>"""
    return html, ideal(MOUNTAIN, "(Ngày đăng: 08/01/2021)", "2021-01-08", host="docs.google.com")


def printed_mail() -> tuple[str, Ideal]:
    """A mail printed from a mailbox in the net: the box's owner, the subject twice, a notice of the firm below."""
    told = "".join(f"<div>{text(one)}</div><div><br></div>" for one in CITY.paragraphs)
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>Hộp thư công vụ - {text(CITY.title)}</title>{filler.style(4, 133)}</head><body><div class="bodycontainer"><table width=100%><tr><td width=143><b>Thư điện tử công vụ</b></td><td align=right><font size=-1><b>Văn thư Sở &lt;vanthu@thu.gov.vn&gt;</b></font></td></tr></table><hr>
<div class="maincontent"><table width=100% class="subject"><tr><td><font size=+1><b>{text(CITY.title)}</b></font><br><font size=-1 color=#777>1 thư</font></td></tr></table><hr><table width=100% class="message"><tr><td><font size=-1><b>Trang tin quận </b>&lt;trangtin@thu.gov.vn&gt;</font></td><td align=right><font size=-1>08:15 Ngày 10 tháng 7 năm 2024</font></td></tr><tr><td colspan=2 style="padding-bottom: 4px;"><font size=-1 class="recipient"><div>Đến: vanthu@thu.gov.vn</div></font></td></tr>
<tr><td colspan=2><table width=100%><tr><td><div style="overflow: hidden;"><font size=-1><div dir="ltr">{told}<div>{CITY.byline}</div></div></font></div></td></tr></table></td></tr></table></div></div></body></html>"""
    return html, ideal(CITY, "08:15 Ngày 10 tháng 7 năm 2024", "2024-07-10")


def wiki() -> tuple[str, Ideal]:
    """A wiki of an office: contents and edit links, tools at the side, the day of the last change at the very end."""
    lines = paragraphs(CULTURE.paragraphs)
    html = f"""{HEAD}<title>{text(CULTURE.title)} – Wiki nội bộ huyện</title><link rel="canonical" href="https://wiki.bathuoc-thu.vn/wiki/Tong_ket_2017">{filler.style(9, 134)}{filler.script(20, 134)}</head><body class="mediawiki ltr sitedir-ltr ns-0 skin-vector"><div id="mw-page-base"></div><div id="content" class="mw-body"><h1 id="firstHeading" class="firstHeading">{text(CULTURE.title)}</h1><div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">Bách khoa toàn thư mở Wiki nội bộ huyện</div><div id="jump-to-nav"></div><a class="mw-jump-link">Bước tới điều hướng</a> <a class="mw-jump-link">Bước tới tìm kiếm</a>
<div id="mw-content-text"><div class="mw-parser-output">{lines}<p><b>{CULTURE.byline}</b></p></div></div><div id="catlinks" class="catlinks"><div class="mw-normal-catlinks"><a>Thể loại</a>: <ul><li><a>Tin năm 2018</a></li><li><a>Tổng kết</a></li></ul></div></div></div></div>
<div id="mw-navigation"><h2>Trình đơn chuyển hướng</h2><div id="mw-head">{filler.links(("Bài viết", "Thảo luận", "Đọc", "Sửa đổi", "Xem lịch sử", "Đăng nhập"))}</div><div id="mw-panel"><h3>Xem nhanh</h3>{filler.links(("Trang Chính", "Tin tức", "Thay đổi gần đây", "Trang ngẫu nhiên"))}<h3>Công cụ</h3>{filler.links(("Các liên kết đến đây", "Thay đổi liên quan", "Tải lên tập tin", "Bản để in ra"))}</div></div>
<footer id="footer"><ul id="footer-info"><li id="footer-info-lastmod"> Trang này được sửa đổi lần cuối vào ngày 9 tháng 1 năm 2018, 07:42.</li><li>Nội dung được phát hành theo giấy phép mở, có thể áp dụng điều khoản bổ sung.</li></ul></footer></body></html>"""
    return html, ideal(CULTURE, "", "", host="wiki.bathuoc-thu.vn")


def newsletter() -> tuple[str, Ideal]:
    """A newsletter seen in a browser: tables in tables, a preheader, other news as cards below, leave links."""
    told = "".join(
        f'<p style="margin:10px 0;padding:0;font-family:Helvetica">{text(one)}</p>'
        for one in COAST.paragraphs
    )
    cards = teasers(
        '<table class="mcnCaptionBlock"><tr><td class="mcnTextContent"><h3>{title}</h3>{text} <a>Đọc tiếp</a></td></tr></table>',
        3,
    )
    html = f"""{HEAD}<title>Bản tin số 02/2017</title>{filler.style(16, 135)}</head><body id="templateBody"><span class="mcnPreviewText" style="display:none;font-size:0">Bản tin tháng của Sở, mời bạn đọc.</span><center><table id="bodyTable" width="100%"><tr><td id="bodyCell"><table width="600">
<tr><td id="templatePreheader"><table class="mcnTextBlock"><tr><td class="mcnTextContent"><a>Xem bản tin này trên trình duyệt</a></td></tr></table></td></tr><tr><td id="templateHeader"><table class="mcnImageBlock"><tr><td><img alt="Bản tin Sở Thông tin và Truyền thông Quảng Ngãi" src="l.png"></td></tr></table></td></tr>
<tr><td id="templateUpperBody"><table class="mcnTextBlock"><tr><td class="mcnTextContent"><h1 style="text-align:center">{text(COAST.title)}</h1><div style="text-align:right"><em>Thứ Tư, 11/01/2017</em></div>{told}<div style="text-align:right"><strong>{COAST.byline}</strong></div></td></tr></table></td></tr>
<tr><td id="templateColumns">{cards}</td></tr><tr><td id="templateFooter"><table class="mcnFollowBlock"><tr><td>Facebook</td><td>Website</td></tr></table><em>Bản quyền © 2017 Sở TT&amp;TT Quảng Ngãi.</em><br>Bạn nhận thư này vì đã đăng ký bản tin.<br><a>Ngừng nhận thư</a></td></tr></table></td></tr></table></center></body></html>"""
    return html, ideal(COAST, "Thứ Tư, 11/01/2017", "2017-01-11")


def note_book() -> tuple[str, Ideal]:
    """An exported note: a cover, an icon, a table of properties under the title."""
    rows = "".join(
        f'<tr class="property-row"><th><span class="icon"></span>{name}</th><td>{value}</td></tr>'
        for name, value in (
            ("Ngày đăng", "<time>@08/07/2021 9:30</time>"),
            ("Người viết", MIDYEAR.byline),
            ("Chuyên mục", '<span class="selected-value">Tin ngành</span>'),
            ("Trạng thái", '<span class="status-value">Đã đăng</span>'),
        )
    )
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>{text(MIDYEAR.title)}</title>{filler.style(12, 136)}</head><body><article id="4f1c" class="page sans"><header><img class="page-cover-image" src="c.jpg"/><div class="page-header-icon"><span class="icon">📋</span></div><h1 class="page-title">{text(MIDYEAR.title)}</h1><p class="page-description"></p><table class="properties"><tbody>{rows}</tbody></table></header><div class="page-body">{paragraphs(MIDYEAR.paragraphs, attributes='class=""')}<figure class="link-to-page"><a>📄 Danh mục tin đã đăng</a></figure></div></article><span class="sans" style="font-size:14px;padding-top:2em"></span></body></html>"""
    page = ideal(MIDYEAR, "@08/07/2021 9:30", "2021-07-08")
    return html, page


def writers_site() -> tuple[str, Ideal]:
    """A site on which anyone writes: name and minutes to read under the title, claps, other stories of the writer."""
    more = teasers(
        "<div class='pw-card'><h2>{title}</h2><h3>{text}</h3><span>Jan 2</span><span>4 min read</span></div>",
        4,
    )
    html = f"""{HEAD}<title>{text(DELTA.title)} | by {DELTA.byline} | Medium thử</title><meta property="og:site_name" content="Medium thử"><meta property="og:url" content="https://medium-thu.com/@tam/don-suc-8841">{filler.style(20, 137)}{filler.script(40, 137)}</head><body><div id="root"><div class="a b c"><div class="d e f">{filler.links(("Open in app", "Sign up", "Sign in", "Write", "Search"), "<span class='be b'>{}</span>")}</div><main><article class="meteredContent"><section><div class="ci bh fy"><h1 id="9c1a" class="pw-post-title fz ga gb">{text(DELTA.title)}</h1>
<div class="hs ht"><a rel="noopener follow"><img alt="{DELTA.byline}" src="t.png"></a><div class="hu"><span class="be b bf"><a data-testid="authorName" class="af ag">{DELTA.byline}</a></span><span class="hv">·</span><button>Follow</button></div><div class="hw"><span class="be">5 min read</span><span class="hv"> · </span><span data-testid="storyPublishDate">05/01/2024</span></div></div><div class="pw-claps"><span>--</span><button>1.2K</button></div>
{"".join(f'<p id="p{at}" class="pw-post-body-paragraph ia ib">{text(one)}</p>' for at, one in enumerate(DELTA.paragraphs))}</div></section></article></main><div class="tags"><a>Chuyển Đổi Số</a><a>Vĩnh Long</a></div><div class="kp"><h2>Written by {DELTA.byline}</h2><span>132 Followers</span><p>Viết về dữ liệu, về đồng bằng và về những người làm nghề công chức ở quê nhà; thỉnh thoảng kể chuyện cá linh, bông điên điển.</p></div><div class="kq"><h2>More from {DELTA.byline}</h2>{more}</div><footer>Help Status About Careers Privacy Terms</footer></div></div></body></html>"""
    page = ideal(DELTA, "05/01/2024", "2024-01-05", host="medium-thu.com")
    return html, page


def panels() -> tuple[str, Ideal]:
    """A portal of panels that a server draws: all in a form, the article in one panel, its date in a table of the foot."""
    side = "".join(
        f'<div class="ui-panel ui-widget"><div class="ui-panel-titlebar ui-widget-header"><span class="ui-panel-title">{title}</span></div><div class="ui-panel-content ui-widget-content">{filler.links(filler.headlines(seed, 6))}</div></div>'
        for title, seed in (("Thông báo", 138), ("Văn bản chỉ đạo", 139))
    )
    html = f"""{HEAD}<title>Cổng thông tin điện tử Bộ thử nghiệm</title><base href="https://www.bothunghiem-thu.gov.vn/">{filler.style(26, 138)}{filler.script(20, 138)}</head><body class="layout-body"><form id="mainForm">{filler.viewstate(12)}<div class="ui-layout-north"><div class="tblBanner"><img alt="Cổng thông tin điện tử Bộ thử nghiệm" src="b.png"></div><div class="ui-menubar">{filler.links(filler.MENU, "<li class='ui-menuitem'>{}</li>")}</div><div class="ngaythang">Chủ nhật, 22/11/2026</div></div><div class="ui-g"><div class="ui-g-3">{side}</div>
<div class="ui-g-9"><div id="j_idt77" class="ui-panel ui-widget ui-corner-all"><div class="ui-panel-titlebar ui-widget-header"><span class="ui-panel-title">{text(PRESS.title)}</span></div><div class="ui-panel-content ui-widget-content"><span class="ui-outputlabel ngaydang">15:42 27/12/2022</span><p class="sapo"><b>{text(PRESS.lead)}</b></p>{paragraphs(PRESS.rest)}<p style="text-align:right"><b>{PRESS.byline}</b></p></div><div class="ui-panel-footer"><span class="ui-button-text">In bài</span><span class="ui-button-text">Quay lại</span></div></div><div class="ui-datalist"><div class="ui-datalist-header">Tin đã đưa</div>{filler.links(filler.headlines(140, 9), "<dt class='ui-datalist-item'>{}</dt>")}</div></div></div><div class="ui-layout-south">Bản quyền thuộc Bộ thử nghiệm. Trụ sở: 18 phố Mẫu, Hà Nội</div></form></body></html>"""
    return html, ideal(PRESS, "15:42 27/12/2022", "2022-12-27", host="bothunghiem-thu.gov.vn")


PAGES = (
    SavedPage("dien-dan", forum),
    SavedPage("tai-lieu-mang", published_document),
    SavedPage("thu-in-ra", printed_mail),
    SavedPage("wiki", wiki),
    SavedPage("ban-tin-thu", newsletter),
    SavedPage("so-tay", note_book),
    SavedPage("trang-nguoi-viet", writers_site),
    SavedPage("bang-o", panels),
)
