"""Portals of departments, districts and a ministry of other makes than the earlier ones."""

from portals import filler
from portals.article import Ideal, SavedPage, ideal, text
from portals.later.around import TEASERS, teasers
from portals.later.articles import BUREAU, COAST, SCIENCE, VALLEY


def bare_divs() -> tuple[str, Ideal]:
    """Today's date in words in the head; the day and the time in two elements; divs where paragraphs are meant."""
    lines = "".join(
        f'<div style="text-align: justify;"><span style="font-size:14pt">{text(one)}</span></div>\n<div>&nbsp;</div>\n'
        for one in SCIENCE.rest
    )
    html = f"""<!DOCTYPE html>
<!-- saved from url=(0071)https://skhcn.laocai-thu.gov.vn/tin-trong-nganh/nam-dau-hop-nhat-1558 -->
<html lang="vi"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>Chi tiết tin - Sở Khoa học và Công nghệ</title>{filler.style(14, 101)}{filler.script(16, 101)}</head><body class="yui-skin-sam">
<div class="header-top"><div class="w-1200"><div class="date-now">Chủ nhật, ngày 22 tháng 11 năm 2026</div><div class="langs"><a>Tiếng Việt</a><a>English</a></div><div class="chao">Chào mừng bạn đến với Trang thông tin điện tử Sở Khoa học và Công nghệ tỉnh Lào Cai</div></div></div>
<div class="nav-main">{filler.links(filler.MENU, "<div class='nav-item'>{}</div>")}</div>
<div class="w-1200 main"><div class="col-left"><div class="duongdan"><a>Trang chủ</a> &raquo; <a>Tin tức</a> &raquo; <a>Tin trong ngành</a></div>
<div class="chitiet"><div class="ct-tieude">{text(SCIENCE.title)}</div>
<div class="ct-thongtin"><div class="ct-ngay"><i class="fa fa-calendar"></i> 08/01/2026</div><div class="ct-gio"><i class="fa fa-clock"></i> 14 giờ 35</div><div class="ct-xem"><i class="fa fa-eye"></i> 512</div></div>
<div class="ct-tomtat">{text(SCIENCE.lead)}</div>
<div class="ct-noidung"><div style="text-align:center"><img src="./tong-ket_files/hn.jpg" alt=""></div><div style="text-align:center"><em>{text(SCIENCE.captions[0])}</em></div>
{lines}<div style="text-align:right"><strong>{SCIENCE.byline}</strong></div></div>
<div class="ct-congcu"><div>In bài</div><div>Gửi thư</div><div>Nghe đọc</div></div>
<div class="ct-khac"><div class="td">Tin cùng chuyên mục</div>{filler.links(filler.headlines(101, 10), "<div class='tk'>{}<div class='nk'>(05/01/2026)</div></div>")}</div></div></div>
<div class="col-right"><div class="hop"><div class="td">Văn bản mới</div>{filler.links(("Quyết định 12/QĐ-SKHCN ngày 05/01/2026", "Công văn 77/SKHCN-CĐS ngày 06/01/2026"), "<div>{}</div>")}</div>{filler.visits()}{filler.calendar()}</div></div>
<div class="footer"><div>Cơ quan chủ quản: UBND tỉnh Lào Cai</div><div>Chịu trách nhiệm: Ông Nguyễn Thử - Phó Giám đốc Sở. Điện thoại: 0214.0000000</div></div></body></html>"""
    return html, ideal(
        SCIENCE, "08/01/2026 14 giờ 35", "2026-01-08", host="skhcn.laocai-thu.gov.vn"
    )


def broken_lines_in_a_cell() -> tuple[str, Ideal]:
    """One cell, line breaks only, the lead in <strong>; when it was written stands under the author."""
    body = "<br>\n<br>\n".join(text(one) for one in VALLEY.rest)
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>UBND HUYỆN MƯỜNG CHÀ - TỈNH ĐIỆN BIÊN</title>{filler.style(8, 102)}{filler.script(9, 102)}</head><body leftmargin=0 topmargin=0>
<table width=1000 align=center cellspacing=0 border=0><tr><td colspan=3><img src=banner.swf width=1000><br><marquee>Nhiệt liệt chào mừng kỷ niệm ngày thành lập Đảng - Mừng xuân mới</marquee></td></tr>
<tr valign=top><td width=190><table width=100%>{filler.links(filler.MENU, "<tr><td class=mn>{}</td></tr>")}</table>{filler.calendar()}</td>
<td width=600 style="padding:8px"><font color=red><b>{text(VALLEY.title)}</b></font><br><br><strong>{text(VALLEY.lead)}</strong><br><br><img src="pct.jpg" align=center><br>
{body}<br><br><b><i>{VALLEY.byline}</i></b><br><i>Cập nhật ngày 30/12/2014</i><br><a href="#">Về trang trước</a> | <a href="#">Bản in</a> | <a href="#">Lên đầu</a><br><br>
<b>CÁC TIN KHÁC:</b><br>{filler.links(filler.headlines(102, 12), "&bull; {} <font color=gray>(22/12/2014)</font><br>")}</td>
<td width=210><b>THÔNG BÁO</b><br>{teasers("<b>{title}</b><br>{text}<br><br>", 2)}<b>LIÊN KẾT</b><br><select><option>--- Chọn ---<option>Tỉnh ủy Điện Biên<option>UBND tỉnh</select><br>{filler.visits()}</td></tr>
<tr><td colspan=3 align=center>Trang thông tin điện tử huyện Mường Chà, tỉnh Điện Biên<br>Giấy phép số 09/GP-TTĐT - Sở Thông tin và Truyền thông cấp ngày 14/5/2012</td></tr></table></body></html>"""
    return html, ideal(VALLEY, "Cập nhật ngày 30/12/2014", "2014-12-30")


def form_of_modules() -> tuple[str, Ideal]:
    """DotNetNuke: all in one form, a head in two languages, summaries as long as paragraphs beside the text."""
    content = "\n".join(
        f'<p class="MsoNormal" style="margin: 6pt 0in; text-indent: 0.5in">{text(one)}</p>'
        for one in COAST.rest
    )
    side = teasers(
        '<div class="edn_article"><h3><a href="#">{title}</a></h3><p class="edn_summary">{text} <a class="more">Xem tiếp / Read more</a></p></div>'
    )
    html = f"""<!DOCTYPE html><html lang="vi-VN"><head id="Head"><meta content="text/html; charset=UTF-8" http-equiv="Content-Type" /><meta name="GENERATOR" content="DotNetNuke " /><title>{text(COAST.title)}</title><link rel="canonical" href="https://stttt.quangngai-thu.gov.vn/vi/tin/ArtMID/412/ArticleID/2087" />{filler.script(14, 103)}</head>
<body id="Body"><form method="post" action="/vi/tin/ArtMID/412/ArticleID/2087" id="Form" enctype="multipart/form-data">{filler.viewstate(18)}
<div id="dnn_ctr_Head"><div class="uy-ban">ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI<br /><span>QUANG NGAI PROVINCIAL PEOPLE'S COMMITTEE</span></div><div class="so">SỞ THÔNG TIN VÀ TRUYỀN THÔNG<br /><span>DEPARTMENT OF INFORMATION AND COMMUNICATIONS</span></div>
<ul class="lang"><li>Việt</li><li>Eng</li></ul></div><div id="dnn_dnnNAV">{filler.links(filler.MENU, "<span class='txt'>{}</span>")}</div>
<div id="dnn_LeftPane"><div class="DnnModule-409"><h2 class="Head">Tin đọc nhiều / Most read</h2>{side}</div></div>
<div id="dnn_ContentPane"><div class="DnnModule DnnModule-412"><div id="dnn_ctr412_ContentPane"><div id="dnn_ctr412_ModuleContent"><div class="edn_details">
<h1 class="edn_articleTitle">{text(COAST.title)}</h1><div class="edn_metaDetails"><span>11 Tháng Giêng 2017</span> <span>Tin hoạt động</span> <span>Số lần xem: 1287</span></div>
<div class="article details"><p style="text-align:justify"><strong>{text(COAST.lead)}</strong></p><p style="text-align:center"><img src="/Portals/0/hn.jpg" /><br /><span style="font-size:12px">{text(COAST.captions[0])}</span></p>
{content}<p style="text-align:right"><strong>{COAST.byline}</strong></p></div><div class="edn_socialButtons">Tweet Share</div>
<div class="edn_ratings">Đánh giá: <span>4.5</span></div><div class="edn_related"><h3>Tin liên quan / Related</h3>{filler.links(filler.headlines(103, 8))}</div></div></div></div></div></div>
<div id="dnn_FooterPane"><p>Copyright 2017 by Sở TT&amp;TT Quảng Ngãi</p><a>Terms Of Use</a> <a>Privacy Statement</a></div>
<input name="ScrollTop" type="hidden" id="ScrollTop" /></form></body></html>"""
    return html, ideal(
        COAST, "11 Tháng Giêng 2017", "2017-01-11", host="stttt.quangngai-thu.gov.vn"
    )


BOX = (
    "CON SỐ NĂM 2021",
    "180 triệu giao dịch qua nền tảng, gấp 10 lần năm 2020",
    "Nhân lực của Cục: 86/100 biên chế",
)


def accordion() -> tuple[str, Ideal]:
    """A ministry's bureau: the parts of the article open by a click; a box of figures that the text does not say."""
    lines = BUREAU.rest
    heads = [at for at, line in enumerate(lines) if not line.endswith(".")]
    parts = "".join(
        f'<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" type="button" aria-expanded="false">{lines[at]}</button></h2>'
        f'<div class="accordion-collapse collapse"><div class="accordion-body">{"".join(f"<p>{text(one)}</p>" for one in lines[at + 1 : end])}</div></div></div>'
        for at, end in zip(heads, [*heads[1:], len(lines)], strict=True)
    )
    box = f'<div class="card fact-box"><div class="card-header">{BOX[0]}</div><ul class="list-group"><li class="list-group-item">{BOX[1]}</li><li class="list-group-item">{BOX[2]}</li></ul></div>'
    html = f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{text(BUREAU.title)}</title><meta property="og:url" content="https://cucthunghiem.mic-thu.gov.vn/tin/tong-ket-2021">{filler.style(30, 104)}</head><body>
<div class="cookie-consent fixed-bottom"><div class="container"><p>Chúng tôi sử dụng cookie để bảo đảm bạn có trải nghiệm tốt nhất trên cổng thông tin của Cục.</p><button>Chấp nhận</button><button>Từ chối</button></div></div>
<nav class="navbar">{filler.links(filler.MENU, "<a class='nav-link'>{}</a>")}</nav><main class="container"><div class="row"><div class="col-lg-8"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item">Trang chủ</li><li class="breadcrumb-item active">Tin hoạt động</li></ol></nav>
<h1 class="display-6">{text(BUREAU.title)}</h1><div class="text-muted small">Thứ Sáu, 24/12/2021, 18:05 (GMT+7)</div><p class="lead">{text(BUREAU.lead)}</p>
<figure class="figure"><img class="figure-img" src="tt.webp"><figcaption class="figure-caption">{text(BUREAU.captions[0])}</figcaption></figure>{box}<div class="accordion" id="accordionArticle">{parts}</div><p class="text-end fw-bold">{BUREAU.byline}</p>
<div class="d-flex"><button>Chia sẻ</button><button>Sao chép liên kết</button></div></div>
<div class="col-lg-4"><h5>Hỏi đáp nhanh</h5><div class="accordion" id="accordionFaq"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button">Làm thế nào để kết nối nền tảng?</button></h2><div class="accordion-collapse collapse"><div class="accordion-body"><p>Đơn vị gửi văn bản đề nghị kết nối về Cục, kèm hồ sơ đề xuất cấp độ an toàn hệ thống thông tin đã được phê duyệt. Cục trả lời trong 5 ngày làm việc.</p></div></div></div></div>
<h5>Tin mới</h5>{filler.links(filler.headlines(104, 14), "<div class='mb-2'>{}</div>")}</div></div></main><footer class="bg-dark"><p>{TEASERS[0][0]}</p><p>© Cục Thử nghiệm số. Địa chỉ: Số 6 phố Mẫu, Hà Nội</p></footer>{filler.script(10, 104)}</body></html>"""
    told = (BUREAU.lead, *BOX, *lines)
    stamp = "Thứ Sáu, 24/12/2021, 18:05 (GMT+7)"
    return html, ideal(
        BUREAU, stamp, "2021-12-24", host="cucthunghiem.mic-thu.gov.vn", paragraphs=told
    )


PAGES = (
    SavedPage("the-tran", bare_divs),
    SavedPage("o-xuong-dong", broken_lines_in_a_cell),
    SavedPage("mo-dun", form_of_modules),
    SavedPage("xep-mo", accordion),
)
