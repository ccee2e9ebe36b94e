"""Pages that no portal made: a site builder, a blog, a social network, an office system, a sheet for printing."""

from portals import filler
from portals.article import Ideal, SavedPage, ideal, text
from portals.later.around import TEASERS, teasers
from portals.later.more import CARRIER, CULTURE, LOST, POST, RADIO


def site_builder() -> tuple[str, Ideal]:
    """Google Sites: every paragraph in sections of its own, no date line, the list of pages before it all."""

    def block(inner: str) -> str:
        return f'<section class="yaqOZd" style=""><div class="IFuOkc"></div><div class="mYVXT"><div class="LS81yb VICjCf j5pSsc db35Fc" tabindex="-1"><div class="hJDwNd-AhqUyc-uQSCkd Ft7HRd-AhqUyc-uQSCkd purZT-AhqUyc-II5mzb"><div class="JNdkSc SmKAyb LkDMRd"><div class="oKdM2c ZZyype"><div class="jXK9ad D2fZ2"><div class="jXK9ad-SmKAyb"><div class="tyJCtd mGzaTb Depvyb baZpAe">{inner}</div></div></div></div></div></div></div></div></section>'

    def line(told: str) -> str:
        return f'<p dir="ltr" class="zfr3Q CDt4Ke" style="text-align: justify;"><span class="C9DxTc" style="font-variant: normal;">{text(told)}</span></p>'

    heading = f'<h1 dir="ltr" class="zfr3Q duRjpb CDt4Ke" style="text-align: center;"><span class="C9DxTc">{text(CULTURE.title)}</span></h1>'
    html = f"""<!DOCTYPE html><html lang="vi" itemscope itemtype="http://schema.org/WebPage"><head><meta charset="utf-8"><title>Phòng VHTT Bá Thước - Tổng kết 2017</title><meta property="og:site_name" content="Phòng VHTT Bá Thước"><meta property="og:url" content="https://sites.google.com/view/vhtt-bathuoc-thu/tin-tuc/tong-ket-2017">{filler.script(30, 121)}{filler.style(10, 121)}</head>
<body dir="ltr" itemscope class="EIlDfe cQa4T"><div jscontroller="pc62j" class="iTeaXe" id="yDmH0d"><div class="fktJzd AKpWA fOU46b Ly6Unf"><header id="atIdViewHeader"><div class="BbxBP HP6J1d K5Zlne"><a class="QTKDff" href="/view/vhtt-bathuoc-thu">Phòng VHTT Bá Thước</a><nav class="JzO0Vc" role="navigation"><ul class="jYxBte Fpy8Db">{filler.links(("Trang chủ", "Tin tức", "Tổng kết 2016", "Tổng kết 2017", "Văn bản", "Ảnh hoạt động"), '<li class="VsJjtf"><div class="PsKE7e">{}</div></li>')}</ul></nav><div>Search this site</div><div>Skip to main content</div><div>Skip to navigation</div></div></header>
<div role="main" class="UtePc RCETm" dir="ltr">{block(heading)}{"".join(block(line(one)) for one in CULTURE.paragraphs[:2])}{block("".join(line(one) for one in CULTURE.paragraphs[2:4]))}{block("".join(line(one) for one in CULTURE.paragraphs[4:]) + line(CULTURE.byline))}</div>
<footer class="NBmuod"><div>Google Sites</div><div>Report abuse</div><div>Page details</div><div>Page updated</div></footer></div></div></body></html>"""
    return html, ideal(CULTURE, "", "", host="sites.google.com")


def blog() -> tuple[str, Ideal]:
    """Blogger: the day over the title, line breaks for paragraphs, who posted it and when below, an archive beside."""
    body = "<br />\n<br />\n".join(text(one) for one in RADIO.paragraphs)
    caption = f'<table align="center" class="tr-caption-container"><tbody><tr><td style="text-align: center;"><img src="a.jpg" /></td></tr><tr><td class="tr-caption" style="text-align: center;">{text(RADIO.captions[0])}</td></tr></tbody></table>'
    html = f"""<!DOCTYPE html><html class='v2' dir='ltr' xmlns='http://www.w3.org/1999/xhtml'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/><link href='http://daivungliem-thu.blogspot.com/2013/01/nhin-lai.html' rel='canonical'/><title>Tiếng loa quê nhà: {text(RADIO.title)}</title>{filler.style(22, 122)}</head>
<body class='loading'><div class='navbar section' id='navbar'></div><div class='body-fauxcolumns'></div><div class='content'><div class='header-outer'><h1 class='title'><a href='/'>Tiếng loa quê nhà</a></h1><p class='description'><span>Chuyện làng, chuyện đài, chuyện anh em mình</span></p></div>
<div class='tabs-outer'>{filler.links(("Trang chủ", "Thời sự xã", "Thơ", "Ảnh"))}</div><div class='main-outer'><div class='columns-inner'><div class='column-center-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>Thứ Ba, 15 tháng 1, 2013</span></h2>
<div class="date-posts"><div class='post-outer'><div class='post hentry' itemprop='blogPost' itemscope='itemscope'><meta content='5512' itemprop='postId'/><a name='5512'></a><h3 class='post-title entry-title' itemprop='name'>{text(RADIO.title)}</h3><div class='post-header'><div class='post-header-line-1'></div></div>
<div class='post-body entry-content' id='post-body-5512' itemprop='description articleBody'><div style="text-align: justify;">{caption}{body}<br />
<div style="text-align: right;"><b>{RADIO.byline}</b></div></div><div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Người đăng: <span class='fn'>Tiếng loa quê</span></span> <span class='post-timestamp'>vào lúc <abbr class='published'>07:15</abbr></span> <span class='post-comment-link'></span></div><div><span class='post-labels'>Nhãn: <a>đài huyện</a>, <a>tổng kết</a></span></div></div></div>
<div class='comments' id='comments'><h4>2 nhận xét:</h4><dl><dt class='comment-author'>Hai Lúa</dt><dd class='comment-body'><p>Loa xóm tui hư ba tháng nay chưa ai sửa, mong mấy anh nói phải giữ lời nghen.</p></dd><dd class='comment-footer'>20:11 15 tháng 1, 2013</dd><dt class='comment-author'>Bảy Mẫu</dt><dd class='comment-body'><p>Chúc đài mình năm mới làm ăn phát đạt, bài vở hay hơn năm cũ.</p></dd></dl></div></div></div></div></div><div class='blog-pager'>Bài đăng Mới hơn Bài đăng Cũ hơn Trang chủ</div></div></div></div>
<div class='column-right-outer'><h2>Bài nổi bật</h2>{teasers("<div class='item-title'>{title}</div><div class='item-snippet'>{text}</div>", 3)}<h2>Lưu trữ Blog</h2><ul class='hierarchy'><li>▼ 2013 (3)<ul><li>▼ tháng 1 (3)</li></ul></li><li>► 2012 (48)</li></ul></div></div></div><div class='footer'>Chủ đề Đơn giản. Được tạo bởi Blogger.</div></div>{filler.script(14, 122)}</body></html>"""
    return html, ideal(
        RADIO, "Thứ Ba, 15 tháng 1, 2013", "2013-01-15", host="daivungliem-thu.blogspot.com"
    )


def social_post() -> tuple[str, Ideal]:
    """A post of a social network: no heading anywhere, a line a div, comments longer than the lines."""

    def line(told: str) -> str:
        return f'<div dir="auto" style="text-align: start;">{text(told)}</div>'

    said = "".join(
        f'<div role="article" aria-label="Bình luận của Bạn đọc {at}" class="x1n2onr6 x1swvt13"><span class="x193iq5w"><span dir="auto">Bạn đọc Mẫu {at}</span></span><div dir="auto" style="text-align: start;">{told}</div><ul class="html-ul"><li>{at + 1} năm</li><li>Thích</li><li>Phản hồi</li></ul></div>'
        for at, (_, told) in enumerate(TEASERS[2:])
    )
    first = (
        f'<div class="x11i5rnm xat24cr x1mh8g0r x1vvkbs xtlvy1s x126k92a">{line(POST.title)}</div>'
    )
    rest = "".join(
        f'<div class="x11i5rnm xat24cr x1mh8g0r x1vvkbs xtlvy1s x126k92a">{line(one)}</div>'
        for one in POST.paragraphs
    )
    html = f"""<!DOCTYPE html><html id="facebook" class="_9dls" lang="vi" dir="ltr"><head><meta charset="utf-8"><title>(3) Facebook</title><meta property="og:url" content="https://www.facebook.com/stttt.backan.thu/posts/4721">{filler.style(16, 123)}{filler.script(34, 123)}</head><body class="_6s5d _71pn system-fonts--body"><div><div role="banner" class="x9f619"><span>Facebook</span><input placeholder="Tìm kiếm trên Facebook"><div role="navigation">{filler.links(("Trang chủ", "Video", "Marketplace", "Nhóm", "Thông báo"), "<span>{}</span>")}</div></div>
<div role="main" class="x78zum5 xdt5ytf"><div role="article" class="x1yztbdb x1n2onr6 xh8yej3"><div class="x78zum5"><h2 class="html-h2"><span><a role="link"><strong><span>Sở Thông tin và Truyền thông Bắc Kạn</span></strong></a></span></h2><span class="x4k7w5x"><a role="link"><span>11 tháng 1, 2022</span></a></span><span> · </span><span>Đã chia sẻ với Công khai</span></div>
<div data-ad-comet-preview="message" data-ad-preview="message" class="x1iorvi4 x1pi30zi"><div class="x78zum5 xdt5ytf xz62fqu x16ldp7u"><div class="xu06os2 x1ok221b"><span class="x193iq5w" dir="auto">{first}{rest}<div class="x11i5rnm"><div dir="auto"><a role="link">#backan</a> <a role="link">#chuyendoiso</a></div></div></span></div></div></div>
<div class="x1n2onr6"><img alt="Có thể là hình ảnh về 8 người và văn bản" src="p.jpg"></div><div class="x6s0dn4"><span>128</span><span>14 bình luận</span><span>22 lượt chia sẻ</span></div><div><span>Thích</span><span>Bình luận</span><span>Chia sẻ</span></div><div><span>Phù hợp nhất</span>{said}<div>Xem thêm bình luận</div></div></div></div>
<div role="complementary"><span>Giới thiệu</span><span>Trang · Tổ chức chính phủ</span><span>Thành phố Bắc Kạn, Bắc Kạn</span><span>Quyền riêng tư · Điều khoản · Quảng cáo · Cookie · Xem thêm · Meta © 2022</span></div></div></body></html>"""
    return html, ideal(POST, "11 tháng 1, 2022", "2022-01-11", host="facebook.com")


def office_system() -> tuple[str, Ideal]:
    """An office system: a notice in a frame of folders, its head a table of names and values, who has read it below."""
    readers = "".join(
        f"<tr><td>{at}</td><td>Cán bộ Mẫu {at}</td><td>Phòng Kinh doanh</td><td>06/01/2020 0{at}:1{at}</td><td>Đã xem</td></tr>"
        for at in range(1, 10)
    )
    told = "".join(
        f'<p style="margin:0">{text(one)}</p><p>&nbsp;</p>' for one in CARRIER.paragraphs
    )
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>e-Office :: Bảng tin nội bộ</title>{filler.style(14, 124)}{filler.script(24, 124)}</head><body class="easyui-layout"><div data-options="region:'north'"><span class="logo">VĂN PHÒNG ĐIỆN TỬ</span><span>Xin chào: Chuyên viên Mẫu (Phòng Tổng hợp)</span><span>Hôm nay: 22/11/2026</span><a>Đổi mật khẩu</a><a>Thoát</a></div>
<div data-options="region:'west'"><ul class="easyui-tree">{filler.links(("Văn bản đến (12)", "Văn bản đi", "Chờ xử lý (4)", "Phối hợp", "Lịch tuần", "Bảng tin (1)", "Danh bạ", "Hồ sơ công việc", "Ủy quyền", "Báo cáo thống kê"))}</ul></div>
<div data-options="region:'center'"><div class="toolbar"><a class="easyui-linkbutton">Quay lại</a><a class="easyui-linkbutton">Chuyển tiếp</a><a class="easyui-linkbutton">In</a><a class="easyui-linkbutton">Đánh dấu chưa đọc</a></div>
<table class="tblInfo"><tr><td class="lb">Tiêu đề:</td><td class="vl"><b>{text(CARRIER.title)}</b></td></tr><tr><td class="lb">Người gửi:</td><td class="vl">{CARRIER.byline}</td></tr><tr><td class="lb">Ngày gửi:</td><td class="vl">06/01/2020 08:02</td></tr><tr><td class="lb">Nơi nhận:</td><td class="vl">Toàn đơn vị; Đảng ủy; Công đoàn; Đoàn Thanh niên</td></tr><tr><td class="lb">Độ khẩn:</td><td class="vl">Thường</td></tr></table>
<div class="noidung" contenteditable="false">{told}</div><fieldset><legend>Tệp đính kèm</legend><a>bao-cao-tong-ket-2019.docx</a> (312 KB)<br><a>ke-hoach-2020.xlsx</a> (48 KB)</fieldset>
<fieldset><legend>Danh sách người đã xem (9/214)</legend><table><tr><th>STT</th><th>Họ tên</th><th>Đơn vị</th><th>Thời gian</th><th>Trạng thái</th></tr>{readers}</table></fieldset><fieldset><legend>Ý kiến trao đổi</legend><textarea></textarea><button>Gửi</button></fieldset></div></body></html>"""
    return html, ideal(CARRIER, "06/01/2020 08:02", "2020-01-06")


def lost_blanks() -> tuple[str, Ideal]:
    """A sheet for printing that lost blanks where its lines were joined; it bears the day it was printed."""
    told = "".join(
        f'<div style="text-align:justify"><span lang="VI">{text(one)}</span></div>'
        for one in LOST.paragraphs
    )
    notes = teasers("<!-- {title}: {text} -->")
    html = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Bản in</title><base href="http://haugiang-thu.gov.vn/Default.aspx">{filler.style(12, 125)}</head><body>{filler.viewstate(6)}<table width="700"><tr><td><b>CỔNG THÔNG TIN ĐIỆN TỬ TỈNH HẬU GIANG</b></td><td align="right">In ngày: 22/11/2026 10:15:33</td></tr></table><hr>
<div class="tieudeIn">{text(LOST.title)}</div><div class="ngayIn">(13/01/2017 09:26)</div>{notes}<div id="vungIn">{told}<div align="right"><b>{LOST.byline}</b></div></div><hr><div>Địa chỉ bài viết: http://haugiang-thu.gov.vn/Default.aspx?tabid=88&amp;id=10221</div><div>Bản quyền © Cổng thông tin điện tử tỉnh Hậu Giang</div><input type="button" value="In trang này"><input type="button" value="Đóng"></body></html>"""
    return html, ideal(LOST, "(13/01/2017 09:26)", "2017-01-13", host="haugiang-thu.gov.vn")


PAGES = (
    SavedPage("google-sites", site_builder),
    SavedPage("blogger", blog),
    SavedPage("mang-xa-hoi", social_post),
    SavedPage("van-phong-dien-tu", office_system),
    SavedPage("ban-in-mat-khoang-trang", lost_blanks),
)
