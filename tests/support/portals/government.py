"""Portals of provinces, departments and ministries, on the systems they run on."""

from portals import filler
from portals.article import Ideal, SavedPage, ideal, is_item, paragraphs, text, unnumbered
from portals.articles import CITY, HEADED, LISTS, MOUNTAIN, SHORT, TABLE


def sharepoint() -> tuple[str, Ideal]:
    """SharePoint 2013: web parts with generated names, one form, the text in a rich text field."""
    body = "".join(
        f'<p style="text-align:justify;"><span style="font-size:14pt;">{text(line)}</span></p>'
        for line in MOUNTAIN.paragraphs
    )
    html = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html dir="ltr" lang="vi-VN"><head><meta name="GENERATOR" content="Microsoft SharePoint" />
<meta http-equiv="Content-type" content="text/html; charset=utf-8" /><title>
	Tin hoạt động - {text(MOUNTAIN.title)}
</title>{filler.style(6, 1)}{filler.script(12, 1)}</head>
<body><div id="imgPrefetch" style="display:none"><img src="/_layouts/15/images/favicon.ico"/></div>
<form method="post" action="./chi-tiet.aspx?ItemID=1234" id="aspnetForm">{filler.viewstate(9)}
<div id="s4-ribbonrow" class="s4-pr s4-ribbonrowhidetitle" style="display:none"><div id="notificationArea" class="ms-notif-box">Bạn có thông báo mới</div></div>
<div id="s4-workspace"><div id="s4-bodyContainer">
<div class="banner-tren"><a href="/"><img alt="CỔNG THÔNG TIN ĐIỆN TỬ" src="/banner.jpg"/></a><div id="ngayThang">Thứ Năm, 14/03/2024 09:11:02</div></div>
<div class="ms-core-navigation"><ul class="root static">{filler.links(filler.MENU)}</ul></div>
<div id="ctl00_PlaceHolderLeft"><h2 class="ms-webpart-titleText">Chuyên mục</h2><ul>{filler.links(filler.headlines(1, 12))}</ul>{filler.visits()}</div>
<div id="contentBox"><a id="mainContent"></a><div class="ms-webpartzone-cell"><div id="MSOZoneCell_WebPartWPQ3">
<div id="ctl00_m_g_7165e992_2505_4b19_ad5f_44b0d061a060"><div class="duong-dan"><a href="/">Trang chủ</a> &gt; <a href="/tin">Tin hoạt động</a></div>
<h1 class="tieu-de-bai">{text(MOUNTAIN.title)}</h1>
<div class="ngay-dang">08/01/2021 16:20</div><div class="cong-cu"><a href="#">In bài viết</a> <a href="#">Gửi Email</a> Cỡ chữ: <a>A-</a><a>A+</a></div>
<div class="ms-rtestate-field" style="display:inline" id="ctl00_noidung">{body}
<div style="text-align:center"><img alt="" src="/anh/hn1.jpg" style="margin:5px;width:550px;" /><br /><em>{MOUNTAIN.captions[0]}</em></div>
<p style="text-align:right;"><strong>{MOUNTAIN.byline}</strong></p></div>
<div class="tin-khac"><div class="tieu-de-khoi">Tin khác</div><ul>{filler.links(filler.headlines(2, 10), "<li>{} <span>(07/01/2021)</span></li>")}</ul></div>
</div></div></div></div>
<div id="s4-chan"><p>CỔNG THÔNG TIN ĐIỆN TỬ SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH HÀ GIANG</p><p>Chịu trách nhiệm chính: Giám đốc Sở</p><p>Địa chỉ: Số 1 đường Thử Nghiệm, thành phố Hà Giang - Điện thoại: 0219.000.000</p></div>
</div></div></form></body></html>"""
    return html, ideal(MOUNTAIN, "08/01/2021 16:20", "2021-01-08")


def sharepoint_us_dates() -> tuple[str, Ideal]:
    """An English SharePoint under a Vietnamese site: the date has the month first, the text stands in bare divs."""
    body = "".join(f"<div>{text(line)}</div><div>&#160;</div>" for line in SHORT.paragraphs)
    html = f"""<html xmlns:mso="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"/><title>Chi tiết tin</title>
{filler.script(8, 2)}<meta name="progid" content="SharePoint.WebPartPage.Document"/></head>
<body><form id="aspnetForm">{filler.viewstate(4)}
<table class="ms-globalbreadcrumb"><tr><td><a>All Site Content</a></td><td><a>Đăng nhập</a></td></tr></table>
<table width="980" align="center"><tr><td valign="top" width="200">{filler.links(filler.MENU, "<div>{}</div>")}
<div>Liên kết website</div><select><option>Chính phủ</option><option>Quốc hội</option></select></td>
<td valign="top"><table width="100%"><tr><td class="TieuDeTin">{text(SHORT.title)}</td></tr>
<tr><td class="NgayTin">(1/21/2016 6:29:27 PM)</td></tr>
<tr><td><table align="right"><tr><td><img src="a.jpg"></td></tr><tr><td><i>{SHORT.captions[0]}</i></td></tr></table>
<div class="ExternalClass0C9A1FA3D0F24B0D">{body}<div style="text-align:right"><b>{SHORT.byline}</b></div></div></td></tr>
<tr><td><b>Các tin đã đưa:</b></td></tr>
{filler.links(filler.headlines(3, 14), "<tr><td>&#8226; {} (1/19/2016)</td></tr>")}</table></td>
<td valign="top" width="180">{filler.calendar()}{filler.visits()}<div>Ý kiến bạn đọc</div><div>Bạn thấy giao diện mới thế nào?</div><input type=radio>Đẹp<br><input type=radio>Bình thường<br></td></tr></table>
<div align="center">Bản quyền thuộc về Sở Thông tin và Truyền thông tỉnh Kon Tum<br>Giấy phép số 05/GP-TTĐT</div></form></body></html>"""
    return html, ideal(SHORT, "(1/21/2016 6:29:27 PM)", "2016-01-21")


def liferay_6() -> tuple[str, Ideal]:
    """Liferay 6: portlets in columns, the text in an asset publisher, today's date above it all."""
    items = "\n".join(
        f"<li>{text(line.removeprefix('- '))}</li>" if at in range(2, 6) else f"<p>{text(line)}</p>"
        for at, line in enumerate(LISTS.paragraphs)
    )
    html = f"""<!DOCTYPE html><html class="ltr" dir="ltr" lang="vi-VN"><head><title>{text(LISTS.title)} - Sở TT&amp;TT</title>
<meta content="text/html; charset=UTF-8" http-equiv="content-type" />
<link href="https://stttt.binhthuan.gov.vn/tin/-/asset_publisher/x/content/5-nhiem-vu" rel="canonical" />
{filler.style(10, 3)}{filler.script(18, 3)}</head><body class=" yui3-skin-sam controls-visible signed-out public-page site">
<a href="#main-content" id="skip-to-content">Truy cập nội dung luôn</a>
<div id="wrapper"><header id="banner" role="banner"><div id="heading"><h1 class="site-title"><a class="logo" href="/">SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH BÌNH THUẬN</a></h1></div>
<nav class="sort-pages modify-pages" id="navigation"><ul>{filler.links(filler.MENU)}</ul></nav></header>
<div class="egov_date">Thứ hai, ngày 22 tháng 04 năm 2024</div>
<div id="content"><div class="columns-2" id="main-content" role="main"><div class="portlet-layout row-fluid">
<div class="portlet-column portlet-column-first span8" id="column-1"><div class="portlet-dropzone">
<div class="portlet-boundary portlet-boundary_101_ portlet-asset-publisher" id="p_p_id_101_INSTANCE_3Yst7Yh_"><section class="portlet">
<header class="portlet-topper"><h1 class="portlet-title"><span class="portlet-title-text">Tin hoạt động ngành</span></h1></header>
<div class="portlet-content"><div class="portlet-body"><div class="asset-full-content"><div class="asset-content">
<div class="title_news_detail">{text(LISTS.title)}</div><div class="date_news">14:25, 11/01/2019</div>
<div class="journal-content-article">{items}
<p style="text-align: center;"><img alt="" src="/documents/10197/hn.jpg" /></p><p style="text-align: center;"><em>{LISTS.captions[0]}</em></p>
<p style="text-align: right;"><strong>{LISTS.byline}</strong></p></div></div>
<div class="asset-ratings"><div class="taglib-ratings">Trung bình (0 Bình chọn)</div></div>
<div class="asset-related"><h3 class="related-title">Tin liên quan</h3><ul>{filler.links(filler.headlines(4, 8))}</ul></div></div></div></div></section></div></div></div>
<div class="portlet-column portlet-column-last span4" id="column-2"><section class="portlet"><header class="portlet-topper"><h1 class="portlet-title">Thông báo</h1></header>
<div class="portlet-body"><ul>{filler.links(filler.headlines(5, 15))}</ul></div></section><div class="portlet-body">{filler.visits()}</div></div></div></div></div>
<footer id="footer" role="contentinfo"><p>© Sở Thông tin và Truyền thông tỉnh Bình Thuận. Ghi rõ nguồn khi phát hành lại.</p></footer></div>{filler.script(6, 4)}</body></html>"""
    return html, ideal(LISTS, "14:25, 11/01/2019", "2019-01-11", host="stttt.binhthuan.gov.vn")


def liferay_7() -> tuple[str, Ideal]:
    """Liferay 7 of a district: fragments, social buttons, related news amid the text, comments below."""
    lead, *rest = CITY.paragraphs
    html = f"""<!DOCTYPE html><html class="ltr" lang="vi-VN"><head><title>{text(CITY.title)} - UBND quận</title><meta charset="UTF-8">
<meta property="og:url" content="https://nguhanhson.danang.gov.vn/w/so-ket"/><meta property="og:site_name" content="Cổng thông tin điện tử quận Ngũ Hành Sơn"/>
{filler.style(14, 5)}{filler.script(25, 5)}</head><body class="chrome controls-visible signed-out">
<div class="d-flex flex-column min-vh-100"><div class="d-flex flex-column flex-fill" id="wrapper">
<div id="p_p_id_header"><div class="lfr-layout-structure-item"><div class="container-fluid"><ul class="navbar-nav">{filler.links(filler.MENU, '<li class="nav-item">{}</li>', "nav-link")}</ul></div></div></div>
<section class="flex-fill" id="content"><div class="layout-content portlet-layout" id="main-content" role="main">
<div class="lfr-layout-structure-item-row"><div class="col-md-8">
<ol class="breadcrumb"><li class="breadcrumb-item"><a>Trang chủ</a></li><li class="breadcrumb-item active">Tin tức</li></ol>
<div class="detail-news"><h2 class="component-heading text-break">{text(CITY.title)}</h2>
<div class="meta d-flex"><span class="publish-date">05/07/2024 17:45</span><span class="view-count"><i class="fa fa-eye"></i> 318</span></div>
<div class="social-share"><a>Chia sẻ Facebook</a><a>Zalo</a></div>
<div class="component-html"><p class="lead"><strong>{text(lead)}</strong></p>
<figure class="image"><img src="hn.webp"><figcaption>{CITY.captions[0]}</figcaption></figure>
{paragraphs(tuple(rest[:2]))}
<div class="related-inline"><p><strong>Xem thêm:</strong></p><ul>{filler.links(filler.headlines(6, 2))}</ul></div>
{paragraphs(tuple(rest[2:]))}<p class="text-right"><strong>{CITY.byline}</strong></p></div>
<div class="taglib-discussion" id="comments"><h4>Bình luận</h4><div class="comment"><b>Nguyễn Văn Đọc</b><p>Đề nghị quận sớm sửa vỉa hè trước cổng trường, phụ huynh phải đứng dưới lòng đường rất nguy hiểm mỗi chiều tan học, mong lãnh đạo quan tâm.</p></div>
<div class="comment"><b>Bạn đọc</b><p>Ứng dụng phản ánh dùng tốt, tôi gửi buổi sáng thì buổi chiều đã có người xuống xử lý, cảm ơn các anh chị ở phường.</p></div></div></div></div>
<div class="col-md-4"><h3>Tin mới nhất</h3>{filler.links(filler.headlines(7, 20), '<div class="card"><h5 class="card-title">{}</h5><p class="card-text">' + filler.TEASER + "</p></div>")}</div></div></div></section>
<footer><div class="container"><p>Cơ quan chủ quản: UBND quận Ngũ Hành Sơn</p><p>Điện thoại: 0236.000.000 - Email: nhs@example.vn</p></div></footer></div></div></body></html>"""
    return html, ideal(CITY, "05/07/2024 17:45", "2024-07-05", host="nguhanhson.danang.gov.vn")


def web_forms() -> tuple[str, Ideal]:
    """ASP.NET WebForms of 2010: tables in tables, labels, a table of figures in the text."""
    prose = [line for line in TABLE.paragraphs if " | " not in line]
    rows = "".join(
        "<tr>"
        + "".join(f"<td><p class=MsoNormal>{text(cell)}</p></td>" for cell in line.split(" | "))
        + "</tr>"
        for line in TABLE.paragraphs
        if " | " in line
    )
    html = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>Trang thông tin điện tử tỉnh Thái Bình</title>{filler.script(10, 6)}</head>
<body><form name="aspnetForm" method="post" action="Default.aspx?news_id=889" id="aspnetForm">{filler.viewstate(20)}
<table width="1000" border="0" cellspacing="0" cellpadding="0" align="center"><tr><td colspan="3"><img src="Images/banner.jpg" width="1000"/></td></tr>
<tr><td colspan="3" class="menungang">{filler.links(filler.MENU, "{} | ")}</td></tr>
<tr><td colspan="3" class="ngay"><span id="ctl00_lblToday">Chủ nhật, 03/03/2024</span></td></tr>
<tr><td width="200" valign="top"><table id="ctl00_dlMenu">{filler.links(filler.headlines(8, 10), "<tr><td>{}</td></tr>")}</table></td>
<td width="600" valign="top"><table width="100%"><tr><td><span id="ctl00_lblCategory">Tin trong tỉnh</span></td></tr>
<tr><td><span id="ctl00_CPH_lblTitle" class="tieude_chitiet">{text(TABLE.title)}</span></td></tr>
<tr><td><span id="ctl00_CPH_lblDate" class="ngaydang">Ngày đăng: 30/12/2023 08:15</span></td></tr>
<tr><td><span id="ctl00_CPH_lblLead" class="tomtat"><b>{text(prose[0])}</b></span></td></tr>
<tr><td><span id="ctl00_CPH_lblContent"><p class="MsoNormal">{text(prose[1])}<o:p></o:p></p>
<table class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0"><tbody>{rows}</tbody></table>
<p class="MsoNormal">{text(prose[2])}</p>
<table align="center" width="400"><tr><td><img src="/upload/hn.jpg" width="400"/></td></tr><tr><td align="center"><font size="1">{TABLE.captions[0]}</font></td></tr></table>
<p class="MsoNormal">{text(prose[3])}</p><p class="MsoNormal">{text(prose[4])}</p></span></td></tr>
<tr><td align="right"><span id="ctl00_CPH_lblAuthor"><b>{TABLE.byline}</b></span></td></tr>
<tr><td><a href="javascript:window.print()">In trang này</a> <a href="javascript:history.back()">Quay lại</a></td></tr>
<tr><td class="tinlienquan"><b>Các tin mới hơn</b></td></tr>{filler.links(filler.headlines(9, 6), "<tr><td>- {} (31/12/2023)</td></tr>")}
<tr><td class="tinlienquan"><b>Các tin cũ hơn</b></td></tr>{filler.links(filler.headlines(10, 6), "<tr><td>- {} (28/12/2023)</td></tr>")}
</table></td><td width="200" valign="top">{filler.visits()}<table><tr><td>Thăm dò ý kiến</td></tr><tr><td>Theo bạn, dịch vụ công trực tuyến của tỉnh đã thuận tiện chưa?</td></tr><tr><td><input type="radio"/>Rất thuận tiện</td></tr><tr><td><input type="submit" value="Bình chọn"/></td></tr></table></td></tr>
<tr><td colspan="3" align="center">Trưởng ban biên tập: Ông Nguyễn Thử - Giám đốc Sở<br/>Địa chỉ: Số 2 đường Giả Định, thành phố Thái Bình. Điện thoại: 0227.000.000</td></tr></table></form></body></html>"""
    return html, ideal(TABLE, "Ngày đăng: 30/12/2023 08:15", "2023-12-30")


def nukeviet() -> tuple[str, Ideal]:
    """NukeViet: metadata repeated in hidden elements, a lead of its own, keywords, older news."""
    lead, *rest = MOUNTAIN.paragraphs
    html = f"""<!DOCTYPE html><html lang="vi" xmlns:og="http://ogp.me/ns#"><head><title>{text(MOUNTAIN.title)}</title><meta charset="utf-8">
<meta property="og:title" content="{text(MOUNTAIN.title)}"><meta name="description" content="{text(lead[:150])}">
<link rel="canonical" href="https://vanhoa.hagiang.gov.vn/news/tin-tuc/tong-ket-12.html">{filler.style(12, 7)}</head>
<body><noscript><div class="alert alert-danger">Trình duyệt của bạn đã tắt chức năng hỗ trợ JavaScript.</div></noscript>
<div class="wraper"><header><div class="container"><div id="header" class="row"><div class="logo"><a href="/"><img src="logo.png" alt="Sở"></a><span class="site_name">Sở Thông tin và Truyền thông tỉnh Hà Giang</span></div></div></div></header>
<nav class="second-nav" id="menusite"><ul class="nav navbar-nav">{filler.links(filler.MENU)}</ul></nav>
<section><div class="container" id="body"><div class="row"><div class="col-sm-16 col-md-18">
<div class="breadcrumbs-wrap"><ul class="breadcrumbs list-none"><li>Trang nhất</li><li>Tin Tức</li><li>Tin hoạt động</li></ul></div>
<div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body">
<h1 class="title margin-bottom-lg" itemprop="headline">{text(MOUNTAIN.title)}</h1>
<div class="hidden hide d-none" itemprop="author"><span itemprop="name">quantri</span></div><span class="hidden hide d-none" itemprop="datePublished">2021-01-08T17:05:00+07:00</span>
<div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">Thứ sáu - 08/01/2021 17:05</span></div><div class="col-md-12"><ul class="list-inline text-right"><li><a title="Gửi bài viết qua email"></a></li><li><a title="In ra"></a></li></ul></div></div>
<div id="news-hometext" class="hometext m-bottom">{text(lead)}</div>
<figure class="article center"><img alt="{text(MOUNTAIN.title)}" src="hn.jpg" class="img-thumbnail"/><figcaption>{MOUNTAIN.captions[1]}</figcaption></figure>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{paragraphs(tuple(rest), "div", 'style="text-align: justify;"')}</div>
<div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả: </strong>{MOUNTAIN.byline}</p></div></div></div>
<div class="news_column panel panel-default"><div class="panel-body"><form id="form3B"><div class="h5 clearfix"><p>Tổng số điểm của bài viết là: 0 trong 0 đánh giá</p><div id="stringrating">Click để đánh giá bài viết</div></div></form></div></div>
<div class="news_column panel panel-default"><div class="panel-body"><div class="h5"><em class="fa fa-tags"></em><strong>Từ khóa: </strong><a><em>tổng kết</em></a>, <a><em>nhiệm vụ</em></a></div></div></div>
<div class="news_column panel panel-default"><div class="panel-body other-news"><p class="h3">Những tin mới hơn</p><ul class="related list-inline">{filler.links(filler.headlines(11, 6), "<li>{}<em>(11/01/2021)</em></li>")}</ul><p class="h3">Những tin cũ hơn</p><ul class="related list-inline">{filler.links(filler.headlines(12, 8), "<li>{}<em>(05/01/2021)</em></li>")}</ul></div></div>
</div><div class="col-sm-8 col-md-6"><div class="panel panel-primary"><div class="panel-heading">Văn bản mới</div><div class="panel-body">{filler.links(filler.headlines(13, 9), "<p>{}</p>")}</div></div>{filler.visits()}</div></div></div></section>
<footer id="footer"><p>Bản quyền thuộc về Sở Thông tin và Truyền thông</p></footer></div>{filler.script(15, 8)}</body></html>"""
    return html, ideal(
        MOUNTAIN,
        "Thứ sáu - 08/01/2021 17:05",
        "2021-01-08",
        byline=f"Tác giả: {MOUNTAIN.byline}",
        host="vanhoa.hagiang.gov.vn",
    )


def vnpt_portal() -> tuple[str, Ideal]:
    """The portal of a carrier: font size buttons, a lead in bold, names of buttons glued together."""
    lead, *rest = LISTS.paragraphs
    body = "<br />".join(text(line) for line in rest if not is_item(line))
    items = "".join(f"<li>{text(line[3:])}</li>" for line in rest if is_item(line))
    before, after = body.split("tập trung 5 nhiệm vụ:<br />")
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Tin tức</title>{filler.style(8, 9)}{filler.script(8, 9)}</head>
<body><div class="portal-wrap"><div class="top-date">Hôm nay: Thứ bảy, 20/04/2024</div><div class="bn"><img src="banner.png"></div>
<div class="mainmenu-vnpt"><ul>{filler.links(filler.MENU)}</ul></div><div class="row"><div class="cot-trai"><div class="box-title">Danh mục</div>{filler.links(filler.headlines(14, 8), "<div class='dm'>{}</div>")}</div>
<div class="cot-giua"><div class="bantin-chitiet"><div class="tieude-bantin">{text(LISTS.title)}</div><div class="thongtin-bantin"><span>11/01/2019</span> <span class="solanxem">Lượt xem: 527</span><div class="cochu">Xem với cỡ chữ <a>A-</a> <a>A</a> <a>A+</a></div></div>
<div class="tomtat-bantin"><strong>{text(lead)}</strong></div><div class="noidung-bantin">{before}tập trung 5 nhiệm vụ:<ol>{items}</ol>{after}<br/><br/><div style="text-align:right"><b>{LISTS.byline}</b></div></div>
<div class="chucnang"><a>In tin bài</a><a>Lưu tin bài</a></div><div class="tinkhac-vnpt"><div class="tt">Các tin khác</div>{filler.links(filler.headlines(15, 10), "<div>{} <i>(10/01/2019)</i></div>")}</div></div></div>
<div class="cot-phai"><div class="box-title">Liên kết</div><select><option>Bộ Thông tin và Truyền thông</option></select><div class="box-title">Thống kê truy cập</div>{filler.visits()}</div></div>
<div class="cuoi-trang"><p>Trang thông tin điện tử Sở Thông tin và Truyền thông Bình Thuận</p><p>Thiết kế: VNPT</p></div></div></body></html>"""
    return html, ideal(LISTS, "11/01/2019", "2019-01-11", paragraphs=unnumbered(LISTS.paragraphs))


def ministry() -> tuple[str, Ideal]:
    """A ministry: description and content apart, captions in centred paragraphs, attachments, related news."""
    lead, *rest = HEADED.paragraphs
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{text(HEADED.title)} | Cổng TTĐT Bộ</title>
<base href="https://mic.example.gov.vn/"><meta name="keywords" content="kiểm điểm, năm 2017">{filler.style(10, 10)}{filler.script(30, 10)}</head>
<body><header><div class="top"><span>Chủ Nhật, 05/05/2024</span><a>English</a><a>RSS</a><a>Email</a></div><nav>{filler.links(filler.MENU, "<div class='mi'>{}</div>")}</nav></header>
<div class="site-content"><div id="news_content"><div class="detail"><p class="cat-name"><a>Tin hoạt động</a></p>
<h1>{text(HEADED.title)}</h1><div class="bar"><div><div>Thứ tư, 27/12/2017 10:02 (GMT+7)</div><div><a>Cỡ chữ</a><a>In</a><a>Gửi mail</a></div></div></div>
<div id="divArticleDescription"><p>{text(lead)}</p></div><div id="divArticleContent">
{"".join(f"<p><strong>{text(one)}</strong></p>" if len(one) < 40 else f"<p>{text(one)}</p>" for one in rest[:4])}
<p style="text-align:center"><img src="hn.jpg"></p><p style="text-align:center"><em>{HEADED.captions[0]}</em></p>
{"".join(f"<p><strong>{text(one)}</strong></p>" if len(one) < 40 else f"<p>{text(one)}</p>" for one in rest[4:])}</div>
<p style="text-align:right"><strong>{HEADED.byline}</strong></p><p class="file">Tệp đính kèm: <a>bao-cao-2017.pdf (240 KB)</a></p></div>
<div class="lq"><h3>Tin liên quan</h3><ul>{filler.links(filler.headlines(16, 12))}</ul></div></div>
<div class="right-col">{filler.links(filler.headlines(17, 25), "<div class='item'><h4>{}</h4></div>")}</div></div>
<footer><p>© Bản quyền của Bộ. Tổng biên tập: Vụ trưởng Vụ Thử.</p><p>Giấy phép số 31/GP-BC ngày 31/8/2005</p></footer></body></html>"""
    return html, ideal(
        HEADED, "Thứ tư, 27/12/2017 10:02 (GMT+7)", "2017-12-27", host="mic.example.gov.vn"
    )


PAGES = (
    SavedPage("sharepoint", sharepoint),
    SavedPage("sharepoint-ngay-my", sharepoint_us_dates),
    SavedPage("liferay-6", liferay_6),
    SavedPage("liferay-7", liferay_7),
    SavedPage("webforms", web_forms),
    SavedPage("nukeviet", nukeviet),
    SavedPage("vnpt", vnpt_portal),
    SavedPage("bo", ministry),
)
