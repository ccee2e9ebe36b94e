"""Pages written after the finder was finished, to see how it does on what it was not made for."""

from portals import filler
from portals.article import Article, Ideal, SavedPage, ideal, paragraphs, text
from portals.articles import DELTA, HEADED, MOUNTAIN, SHORT

HARBOUR = Article(
    title="Cảng cá Sông Đốc có trạm thông tin: Ngư dân bớt lo khi biển động",
    paragraphs=(
        "Trạm thông tin duyên hải đặt tại cảng cá Sông Đốc vừa đi vào hoạt động đã giúp hàng trăm tàu cá tránh được đợt "
        "gió mạnh đầu tháng 12. Đó là một trong những kết quả được nhắc nhiều nhất tại hội nghị tổng kết năm 2020 của "
        "ngành thông tin và truyền thông Cà Mau.",
        "- Trước đây muốn báo tin về nhà phải chạy vào gần bờ, ông Lý Văn Thử kể.",
        "- Nay thì sao?",
        "- Nay gọi là có người trả lời, ông cười.",
        "Theo Sở Thông tin và Truyền thông, năm 2020 trạm nhận 2.104 cuộc gọi.",
        "Có 41 vụ cứu nạn được phối hợp kịp thời.",
        "Nhưng vẫn còn 9 điểm ven biển sóng yếu.",
        "Máy phát dự phòng của trạm hỏng từ tháng 8 chưa thay được vì vướng thủ tục mua sắm.",
        "Phó Chủ tịch UBND tỉnh giao Sở thay máy phát trước mùa mưa năm 2021 và cùng Bộ đội Biên phòng mở thêm 3 điểm "
        "tiếp sóng ở các cửa biển, báo cáo tiến độ hằng quý.",
    ),
    byline="Mỹ Thử",
    captions=("Tàu cá neo đậu ở cảng Sông Đốc",),
    province="Cà Mau",
)
REPORT = Article(
    title="Ngành Thông tin và Truyền thông Nam Định hoàn thành 9/11 chỉ tiêu năm 2018",
    paragraphs=(
        "Ngày 28/12/2018, Sở Thông tin và Truyền thông tỉnh Nam Định tổ chức hội nghị tổng kết công tác năm 2018, triển "
        "khai nhiệm vụ năm 2019. Đồng chí Trần Thử Đoan, Phó Chủ tịch UBND tỉnh dự và chỉ đạo hội nghị.",
        "I. Kết quả đạt được",
        "1. Về bưu chính: 229/229 xã có điểm phục vụ; doanh thu 186 tỷ đồng, tăng 8%.",
        "2. Về công nghệ thông tin: 100% sở, huyện dùng phần mềm quản lý văn bản; 412 dịch vụ công mức độ 3.",
        "II. Tồn tại",
        "Hai chỉ tiêu về dịch vụ công mức độ 4 và phủ sóng 4G vùng ven biển chưa đạt do thiếu vốn đối ứng và vướng mặt "
        "bằng xây dựng trạm tại huyện Giao Thủy.",
        "III. Chỉ đạo của lãnh đạo UBND tỉnh",
        "Đồng chí Trần Thử Đoan yêu cầu Sở tham mưu kế hoạch chuyển đổi hạ tầng số trước ngày 28/2/2019; rà soát quy "
        "hoạch trạm BTS; các huyện hỗ trợ mặt bằng trong quý I.",
        "Đồng chí cũng đề nghị các cơ quan báo chí nêu gương tốt, phê phán việc làm trái quy định trong cải cách hành chính.",
    ),
    byline="Phòng Kế hoạch - Tài chính",
    captions=("Đại biểu dự hội nghị",),
    province="Nam Định",
)


def page_builder() -> tuple[str, Ideal]:
    """A page builder: each paragraph in a box of its own inside boxes of its own."""

    def widget(inner: str, kind: str = "text-editor") -> str:
        return f'<div class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget elementor-widget-{kind}" data-id="9f{len(inner)}"><div class="elementor-widget-container">{inner}</div></div></div></div></div>'

    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{text(REPORT.title)} - Sở TT&amp;TT Nam Định</title><link rel="canonical" href="https://www.stttt-thu.namdinh.vn/9-11-chi-tieu/">{filler.style(15, 60)}{filler.script(20, 60)}</head>
<body class="elementor-default elementor-page single-post"><div data-elementor-type="header">{widget(f"<ul>{filler.links(filler.MENU)}</ul>", "nav-menu")}</div>
<div data-elementor-type="single-post" class="elementor-location-single">{widget(f"<h1>{text(REPORT.title)}</h1>", "heading")}{widget("<ul><li><span>28/12/2018</span></li><li><span>4:15 chiều</span></li></ul>", "post-info")}
{"".join(widget(f"<p>{text(one)}</p>") for one in REPORT.paragraphs)}{widget('<img src="a.jpg"><figcaption>' + REPORT.captions[0] + "</figcaption>", "image")}{widget(f"<p style='text-align:right'><strong>{REPORT.byline}</strong></p>")}
{widget("<div>Chia sẻ bài viết</div>", "share-buttons")}{widget("<h3>Bài viết liên quan</h3>" + filler.links(filler.headlines(61, 6), "<article><h4>{}</h4><p>" + filler.TEASER + "</p></article>"), "posts")}</div>
<div data-elementor-type="footer">{widget("<p>Địa chỉ: Số 3 đường Thử, thành phố Nam Định</p>")}</div></body></html>"""
    return html, ideal(REPORT, "28/12/2018", "2018-12-28", host="stttt-thu.namdinh.vn")


def row_for_each_paragraph() -> tuple[str, Ideal]:
    """Every paragraph is a row of one table; the menu is the first column of another."""
    rows = "".join(f'<tr><td class="nd">{text(one)}</td></tr>' for one in MOUNTAIN.paragraphs)
    html = f"""<html><head><meta http-equiv=content-type content="text/html; charset=utf-8"><title>Trang tin Hà Giang</title></head><body>
<table><tr><td colspan=2><h1>TRANG TIN HÀ GIANG</h1>Thứ Bảy, ngày 09 tháng 03 năm 2024</td></tr><tr><td>{filler.links(filler.MENU, "{}<br>")}</td>
<td><table><tr><td class="td1">{text(MOUNTAIN.title)}</td></tr><tr><td class="td2">Gửi lúc 17:20 ngày 08/01/2021</td></tr>{rows}<tr><td align=right>{MOUNTAIN.byline}</td></tr></table>
<table><tr><td>Tin đã đưa</td></tr>{filler.links(filler.headlines(62, 12), "<tr><td>{}</td><td>(07/01)</td></tr>")}</table></td></tr></table>
<p align=center>Bản quyền 2024 - Tỉnh đoàn Hà Giang</p></body></html>"""
    return html, ideal(MOUNTAIN, "Gửi lúc 17:20 ngày 08/01/2021", "2021-01-08")


def endless_scroll() -> tuple[str, Ideal]:
    """A page that went on loading: a second article stands whole under the first."""
    second = f"<div class='article-item' data-id='2'><h2><a href='/2'>{text(HEADED.title)}</a></h2><div class='content-detail'>{paragraphs(HEADED.paragraphs[:5])}</div></div>"
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{text(DELTA.title)}</title><meta property="og:url" content="https://cuon.example.vn/1"/>{filler.script(30, 63)}</head>
<body><div class="top-nav">{filler.links(filler.SECTIONS, "<i>{}</i>")}</div><div class="list-article"><div class="article-item" data-id="1"><h1>{text(DELTA.title)}</h1><span class="dt">10/01/2023 19:00</span>
<div class="content-detail">{paragraphs(DELTA.paragraphs)}<p class="au">{DELTA.byline}</p></div></div><div class="sep">Bài tiếp theo</div>{second}</div></body></html>"""
    return html, ideal(DELTA, "10/01/2023 19:00", "2023-01-10", host="cuon.example.vn")


def many_readers() -> tuple[str, Ideal]:
    """A short article under which readers wrote much more; nothing is called a comment."""
    said = "".join(
        f'<div class="u{at}"><img src="u.png"><div class="w"><b>Độc giả {at}</b><div>Tôi đồng tình với ý kiến của lãnh đạo tỉnh, nhưng mong các ngành làm nhanh hơn vì bà con đã chờ {at + 2} năm nay rồi, mùa mưa đi lại rất khó khăn. Số điện thoại đường dây nóng gọi nhiều lần không ai nghe máy.</div><span>{at + 1} giờ trước</span></div></div>'
        for at in range(9)
    )
    html = f"""<!doctype html><html><head><meta charset=utf-8><title>{text(SHORT.title)} | Báo Thử</title></head><body><div id=app><div class=a1>{filler.links(filler.SECTIONS, "<span>{}</span>")}</div>
<div class=b2><h1>{text(SHORT.title)}</h1><p class=c3>20/01/2016 14:00 GMT+7</p>{paragraphs(SHORT.paragraphs)}<p><b>{SHORT.byline}</b></p></div>
<div class=d4><h3>Ý kiến bạn đọc (9)</h3>{said}</div><div class=e5>{filler.links(filler.headlines(64, 10), "<p>{}</p>")}</div></div></body></html>"""
    return html, ideal(SHORT, "20/01/2016 14:00 GMT+7", "2016-01-20")


def magazine() -> tuple[str, Ideal]:
    """A long read: sections each with a heading, pictures with captions under them, a quotation set large."""
    html = f"""<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>{text(HARBOUR.title)}</title><meta property="og:title" content="{text(HARBOUR.title)}"><meta property="og:url" content="https://longform.baocamau-thu.vn/song-doc"></head>
<body><div class="e-magazine__cover"><img src="c.jpg"><h1 class="e-magazine__title">{text(HARBOUR.title)}</h1><div class="e-magazine__meta"><span>29/12/2020 06:00</span></div></div>
<div class="e-magazine__body"><div class="sc-empty-layer"><p class="t-j">{text(HARBOUR.paragraphs[0])}</p></div><div class="image-wrapper"><img src="1.jpg"><p class="image-title">{HARBOUR.captions[0]}</p></div>
<div class="sc-empty-layer">{paragraphs(HARBOUR.paragraphs[1:6], "p", 'class="t-j"')}</div><div class="image-wrapper"><img src="2.jpg"></div><div class="sc-empty-layer">{paragraphs(HARBOUR.paragraphs[6:], "p", 'class="t-j"')}</div>
<div class="sc-empty-layer"><p class="t-r"><strong>{HARBOUR.byline}</strong></p></div></div><div class="e-magazine__footer"><p>Trình bày: Thử Nghiệm</p></div><div class="c-news-widget">{filler.links(filler.headlines(65, 9), "<div class=b-grid>{}<p>" + filler.TEASER + "</p></div>")}</div></body></html>"""
    return html, ideal(HARBOUR, "29/12/2020 06:00", "2020-12-29", host="longform.baocamau-thu.vn")


def unclosed() -> tuple[str, Ideal]:
    """Markup of 2001: nothing closed, everything in capitals, the whole text one paragraph with line breaks."""
    body = "\n<BR><BR>".join(text(one) for one in REPORT.paragraphs)
    html = f"""<HTML><TITLE>Nam Dinh Online</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><BODY BGCOLOR=WHITE><CENTER><IMG SRC=top.gif><BR><B>BÁO NAM ĐỊNH THỬ</B></CENTER><HR>
<A HREF=1>Trang nhất</A> | <A HREF=2>Thời sự</A> | <A HREF=3>Kinh tế</A> | <A HREF=4>Văn hóa</A><HR><P><FONT SIZE=1>Thứ Ba, 2/1/2024<P><FONT SIZE=5 COLOR=RED>{text(REPORT.title)}</FONT><P><I>29.12.2018</I><P ALIGN=JUSTIFY>{body}
<P ALIGN=RIGHT><B>{REPORT.byline}</B><HR><B>Các bài viết khác:</B><UL>{filler.links(filler.headlines(66, 7), "<LI>{}")}</UL><HR><CENTER><FONT SIZE=1>Ghi rõ nguồn khi phát hành lại thông tin</BODY>"""
    return html, ideal(REPORT, "29.12.2018", "2018-12-29")


def columns_first() -> tuple[str, Ideal]:
    """The column with summaries of other news comes before the article in the markup; the title is no heading."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Cổng thông tin điện tử tỉnh Nam Định</title>{filler.style(10, 67)}</head><body><div id="khung">
<div id="cot1">{filler.links(filler.headlines(67, 14), "<div class='muc'><div class='td'>{}</div><div class='tt'>" + filler.TEASER + "</div></div>")}</div>
<div id="cot2"><div class="muc-tin">Tin nổi bật</div><p class="pTitle">{text(REPORT.title)}</p><p class="pDate">Cập nhật lúc: 29/12/2018</p><p class="pHead">{text(REPORT.paragraphs[0])}</p>
<div class="pBody">{paragraphs(REPORT.paragraphs[1:5])}</div><div class="pBody">{paragraphs(REPORT.paragraphs[5:])}</div><p class="pAuthor">{REPORT.byline}</p><div class="pTools"><a>Trở lại</a> <a>Đầu trang</a> <a>In</a></div></div>
<div id="cot3">{filler.visits()}</div><div id="chan">Cổng thông tin điện tử tỉnh Nam Định<br>Chịu trách nhiệm: Chánh Văn phòng UBND tỉnh</div></div></body></html>"""
    return html, ideal(REPORT, "Cập nhật lúc: 29/12/2018", "2018-12-29")


def framed_by_scripts() -> tuple[str, Ideal]:
    """An application saved while a dialog was open: the page is marked hidden, tools stand between the paragraphs."""
    lead, *rest = HARBOUR.paragraphs
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{text(HARBOUR.title)}</title><base href="https://tin.camau-thu.vn/"></head><body style="overflow:hidden">
<div id="root" aria-hidden="true"><header class="css-1x2y3z">{filler.links(filler.SECTIONS, "<div class='css-9a'>{}</div>")}</header><main class="css-main"><div class="css-wrap"><h1 class="css-77">{text(HARBOUR.title)}</h1>
<div class="css-78">Thứ Ba, 29/12/2020 | 10:15</div><div class="css-79">Nghe bài viết</div><div class="css-80">{text(lead)}</div><div class="css-81">{paragraphs(tuple(rest[:4]))}<div class="css-ad">Quảng cáo</div>{paragraphs(tuple(rest[4:]))}<p class="css-82"><em>{HARBOUR.byline}</em></p></div></div>
<section class="css-more"><h2>Tin cùng chủ đề</h2>{filler.links(filler.headlines(68, 6), "<div class='css-9b'>{}</div>")}</section></main></div>
<div role="dialog" class="css-modal"><p>Chúng tôi dùng cookie để nâng cao trải nghiệm của bạn. Tiếp tục sử dụng trang này nghĩa là bạn đồng ý với chính sách của chúng tôi.</p><button>Đồng ý</button></div></body></html>"""
    return html, ideal(HARBOUR, "Thứ Ba, 29/12/2020 | 10:15", "2020-12-29", host="tin.camau-thu.vn")


PAGES = (
    SavedPage("dung-trang", page_builder),
    SavedPage("moi-doan-mot-hang", row_for_each_paragraph),
    SavedPage("cuon-mai", endless_scroll),
    SavedPage("nhieu-y-kien", many_readers),
    SavedPage("tap-chi", magazine),
    SavedPage("khong-dong-the", unclosed),
    SavedPage("cot-truoc", columns_first),
    SavedPage("hop-thoai", framed_by_scripts),
)
