"""Reports of invented offices as they lie about in real ones: what Word lets people do, people have done.

KNOWN were written before the rules that find their fields were mended; HELD_OUT were not looked at while mending. Each
says what its contents are (`contents`, a key of the catalogue of templates).
"""

from dataclasses import dataclass, field

from signed_reports import (
    BODY,
    MOTTO,
    NATION,
    SECTION,
    TYPE,
    Part,
    W,
    centred,
    head,
    p,
    package,
    rule,
    run,
    table,
    text,
    text_box,
)

from tttt_desktop.importing.letters.oldfonts import READERS

RULED = (700, 3600, 2300, 1400, 1500)
OLD_LINES = (
    "Đã cấp 15.432 chứng thư số chuyên dùng, đạt 102,3% kế hoạch năm 2024.",
    "Tiến độ giải ngân dự án trung tâm dữ liệu mới đạt 61,7%.",
    "Hoàn thành nâng cấp 238 điểm phục vụ bưu chính trước ngày 30/9/2025.",
)


@dataclass(frozen=True)
class Wild:
    """A document, the words of each field in it, and whose contents it has."""

    name: str
    docx: bytes
    expected: dict[str, str] = field(default_factory=dict)
    contents: str = "annual"


def _br(*lines: str, b: bool = False, i: bool = False, more: str = "") -> str:
    return run("\n".join(lines), b=b, i=i, more=more)


def _line_shape() -> str:
    """A drawn line, as people put one below a name."""
    shape = '<v:line id="l1" from="60pt,2pt" to="130pt,2pt" style="position:absolute"/>'
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


def _tasks(titles: tuple[str, ...], widths: tuple[int, ...] = RULED) -> str:
    rows = [[p(run(one, b=True), jc="center") for one in titles]]
    said = ("1", "Triển khai 412 trạm thu phát sóng", "Phòng Viễn thông", "Quý II/2025", "Đạt 37%")
    rows.append([p(run(one)) for one in said[: len(titles)]])
    return table(rows, widths[: len(titles)], lines=True)


def _middle(*titles: str, opening: str, closing: str) -> str:
    """Three parts with a line each."""
    parts = "".join(
        head(title) + text("- " + line) for title, line in zip(titles, OLD_LINES, strict=True)
    )
    return text(opening) + parts + text(closing)


def _signed(receivers: tuple[str, ...], *signing: str, called: str = "Nơi nhận:") -> str:
    left = p(run(called, b=True, i=True)) + "".join(p(run(one)) for one in receivers)
    return table([(left, centred(*(f"*{one}" if one else "" for one in signing)))], (4600, 4900))


def _footer_with_page(text_before: str = "") -> dict[str, Part]:
    field_xml = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE  \\* MERGEFORMAT </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    xml = f'<w:ftr xmlns:w="{W}"><w:p>{run(text_before) if text_before else ""}{field_xml}</w:p></w:ftr>'
    return {"word/footer1.xml": ("footer", f"{TYPE}footer+xml", xml)}


# -- known while the rules were mended --------------------------------------------------------------


def broken_head_cells() -> Wild:
    """Names and Quốc hiệu broken by soft line breaks, a drawn line, the day in the cell of the motto."""
    left = p(
        run("ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG MẪU\n")
        + run("SỞ KHOA HỌC\nVÀ CÔNG NGHỆ", b=True)
        + _line_shape(),
        jc="center",
    ) + p(run("\nSố:         /BC-SKHCN"), jc="center")
    right = p(run(f"{NATION}\n{MOTTO}", b=True) + _line_shape(), jc="center")
    right += p(run("\n") + run("Đông Mẫu, ngày      tháng 12 năm 2024", i=True), jc="center")
    opening = (
        "Căn cứ Chương trình công tác năm 2024, Sở Khoa học và Công nghệ báo cáo kết quả như sau:"
    )
    closing = "Trên đây là báo cáo kết quả công tác năm 2024 của Sở Khoa học và Công nghệ./."
    body = (
        table([(left, right)], (4300, 5500))
        + centred("*BÁO CÁO", "*Kết quả công tác năm 2024 và", "*phương hướng, nhiệm vụ trọng tâm năm 2025")
        + rule()
        + _middle("I. KẾT QUẢ ĐẠT ĐƯỢC", "II. KHÓ KHĂN, TỒN TẠI, HẠN CHẾ", "III. PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2025",
                  opening=opening, closing=closing)
        + _signed(("- UBND tỉnh (để b/c);", "- Bộ KH&CN (để b/c);", "- Lưu: VT, KHTC."), "GIÁM ĐỐC", "", "", "Vi Thị Mẫu")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ KHOA HỌC\nVÀ CÔNG NGHỆ",
        "so_ky_hieu": "Số:         /BC-SKHCN",
        "dia_danh_ngay": "Đông Mẫu, ngày      tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Kết quả công tác năm 2024 và\nphương hướng, nhiệm vụ trọng tâm năm 2025",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ ĐẠT ĐƯỢC",
        "ton_tai": "KHÓ KHĂN, TỒN TẠI, HẠN CHẾ",
        "nhiem_vu": "PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2025",
        "ket_thuc": closing,
        "chuc_vu": "GIÁM ĐỐC",
        "ho_ten": "Vi Thị Mẫu",
        "noi_nhan": "- UBND tỉnh (để b/c);\n- Bộ KH&CN (để b/c);",
        "luu": "- Lưu: VT, KHTC.",
    }
    return Wild("ô đầu trang ngắt dòng mềm", package(body), expected)


def committee_in_phases() -> Wild:
    """A committee without a parent, "Phần thứ nhất" with its title below, A. and I. inside, several receivers."""
    left = centred("*ỦY BAN NHÂN DÂN", "*TỈNH ĐÔNG MẪU") + rule() + centred("Số: 245/BC-UBND")
    right = centred("*" + NATION, "*" + MOTTO) + rule()
    right += centred("/Đông Mẫu, ngày 06 tháng 12 năm 2024")
    phase = lambda one: p(run(one, b=True), jc="center")  # noqa: E731
    opening = "Thực hiện Quy chế làm việc, Ủy ban nhân dân tỉnh báo cáo như sau:"
    closing = "Ủy ban nhân dân tỉnh trân trọng báo cáo./."
    body = (
        table([(left, right)], (3900, 5900))
        + centred("*BÁO CÁO", "*Tình hình kinh tế - xã hội năm 2024", "*và nhiệm vụ, giải pháp năm 2025") + rule()
        + p(run("Kính gửi:"), more='<w:ind w:left="1440"/>')
        + p(run("- Văn phòng Chính phủ;"), more='<w:ind w:left="2600"/>')
        + p(run("- Các đại biểu dự kỳ họp."), more='<w:ind w:left="2600"/>')
        + text(opening)
        + phase("Phần thứ nhất") + phase("KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2024")
        + head("A. VỀ KINH TẾ") + head("I. Nông nghiệp") + text("- " + OLD_LINES[0])
        + phase("Phần thứ hai") + phase("NHỮNG TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN") + text("- " + OLD_LINES[1])
        + phase("Phần thứ ba") + phase("NHIỆM VỤ, GIẢI PHÁP NĂM 2025") + text("- " + OLD_LINES[2])
        + text(closing)
        + _signed(("- Như trên;", "- TT. Tỉnh ủy, HĐND tỉnh;", "- CT, các PCT UBND tỉnh;", "- Lưu: VT, TH.Hg12."),
                  "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nông Văn Thí Dụ")
    )  # fmt: skip
    expected = {
        "co_quan_ban_hanh": "ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG MẪU",
        "so_ky_hieu": "Số: 245/BC-UBND",
        "dia_danh_ngay": "Đông Mẫu, ngày 06 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Tình hình kinh tế - xã hội năm 2024\nvà nhiệm vụ, giải pháp năm 2025",
        "kinh_gui": "\n- Văn phòng Chính phủ;\n- Các đại biểu dự kỳ họp.",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2024",
        "ton_tai": "NHỮNG TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        "nhiem_vu": "NHIỆM VỤ, GIẢI PHÁP NĂM 2025",
        "ket_thuc": closing,
        "quyen_han": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
        "chuc_vu": "PHÓ CHỦ TỊCH",
        "ho_ten": "Nông Văn Thí Dụ",
        "noi_nhan": "- Như trên;\n- TT. Tỉnh ủy, HĐND tỉnh;\n- CT, các PCT UBND tỉnh;",
        "luu": "- Lưu: VT, TH.Hg12.",
    }
    return Wild("ủy ban, Phần thứ nhất", package(body), expected)


_OLD_CODE = {
    READERS["tcvn3"](chr(code)): chr(code)
    for code in range(0xA1, 0x100)
    if READERS["tcvn3"](chr(code)) != chr(code)
}


def _old_font(words: str, *, b: bool = False, i: bool = False, capitals: bool = False) -> str:
    """A run in .VnTime, or in .VnTimeH that draws small letters as capitals."""
    coded = "".join(_OLD_CODE.get(one, one) for one in (words.lower() if capitals else words))
    name = ".VnTimeH" if capitals else ".VnTime"
    look = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>' + "<w:b/>" * b + "<w:i/>" * i
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{coded}</w:t></w:r>'


def in_old_fonts() -> Wild:
    """All of it in .VnTime and .VnTimeH, as files that have been copied from year to year still are."""

    def line(words: str, *, b: bool = False, i: bool = False, capitals: bool = False) -> str:
        return p(_old_font(words, b=b, i=i, capitals=capitals), jc="center")

    def plain(words: str, *, b: bool = False) -> str:
        return p(_old_font(words, b=b), jc="both", more=BODY)

    left = line("UBND tỉnh đông mẫu", capitals=True) + line(
        "sở bưu chính viễn thông", b=True, capitals=True
    )
    left += line("Số: 47/BC-SBCVT")
    right = line(NATION, b=True, capitals=True) + line(MOTTO, b=True)
    right += line("Đông Mẫu, ngày 10 tháng 12 năm 2006", i=True)
    signing = line("giám đốc", b=True, capitals=True) + line("") + line("Phạm Văn Thí Dụ", b=True)
    receivers = p(_old_font("Nơi nhận:", b=True)) + "".join(
        p(_old_font(one)) for one in ("- UBND tỉnh;", "- Như trên;", "- Lưu: VP.")
    )
    opening = "Năm 2006 Sở Bưu chính Viễn thông đã đạt được những kết quả sau:"
    closing = "Trên đây là báo cáo tổng kết năm 2006 của Sở./."
    body = (
        table([(left, right)], (4000, 5600))
        + line("báo cáo", b=True, capitals=True)
        + line("Tổng kết công tác năm 2006 và phương hướng năm 2007", b=True)
        + line("Kính gửi: Ủy ban nhân dân tỉnh Đông Mẫu")
        + plain(opening)
        + plain("I. Những kết quả đạt được", b=True) + plain("- Doanh thu đạt 215,6 tỷ đồng.")
        + plain("II. Tồn tại, hạn chế", b=True) + plain("- Mật độ điện thoại còn thấp.")
        + plain("III. Phương hướng, nhiệm vụ năm 2007", b=True) + plain("- Hoàn thành quy hoạch trước 30/6/2007.")
        + plain(closing)
        + table([(receivers, signing)], (4600, 4900))
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ BƯU CHÍNH VIỄN THÔNG",
        "so_ky_hieu": "Số: 47/BC-SBCVT",
        "dia_danh_ngay": "Đông Mẫu, ngày 10 tháng 12 năm 2006",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Tổng kết công tác năm 2006 và phương hướng năm 2007",
        "kinh_gui": "Ủy ban nhân dân tỉnh Đông Mẫu",
        "nam": "2006",
        "nam_sau": "2007",
        "mo_dau": opening,
        "ket_qua": "Những kết quả đạt được",
        "ton_tai": "Tồn tại, hạn chế",
        "nhiem_vu": "Phương hướng, nhiệm vụ năm 2007",
        "ket_thuc": closing,
        "chuc_vu": "GIÁM ĐỐC",
        "ho_ten": "Phạm Văn Thí Dụ",
        "noi_nhan": "- UBND tỉnh;\n- Như trên;",
        "luu": "- Lưu: VP.",
    }
    return Wild("phông .VnTime", package(body), expected)


def floating_boxes() -> Wild:
    """Both sides of the head in text boxes that hang on one empty paragraph, the number in a third."""
    left = text_box(centred("UBND TỈNH ĐÔNG MẪU", "*SỞ THÔNG TIN VÀ TRUYỀN THÔNG"))
    right = text_box(centred("*" + NATION, "*" + MOTTO))
    number = text_box(centred("Số: 08/BC-STTTT"))
    opening = "Năm 2024, ngành thông tin và truyền thông đạt kết quả như sau:"
    closing = "Trên đây là kết quả công tác năm 2024, Sở trân trọng báo cáo./."
    body = (
        p(left + right) + p(number)
        + p(run("Đông Mẫu, ngày 03 tháng 01 năm 2025", i=True), jc="right")
        + centred("*BÁO CÁO TỔNG KẾT", "*Công tác thông tin và truyền thông năm 2024;", "*phương hướng, nhiệm vụ năm 2025")
        + p(run("Kính gửi: ", i=True) + run("Bộ Thông tin và Truyền thông", b=True), jc="center")
        + _middle("PHẦN I: KẾT QUẢ CÔNG TÁC NĂM 2024", "PHẦN II: HẠN CHẾ, NGUYÊN NHÂN", "PHẦN III: NHIỆM VỤ NĂM 2025",
                  opening=opening, closing=closing)
        + _signed(("- Như trên;", "- Giám đốc, các PGĐ Sở;", "- Website Sở;", "- Lưu: VT, VP(5b)."),
                  "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Ký, ghi rõ họ tên)", "Lường Văn Mẫu", called="Nơi nhận :")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "so_ky_hieu": "Số: 08/BC-STTTT",
        "dia_danh_ngay": "Đông Mẫu, ngày 03 tháng 01 năm 2025",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "TỔNG KẾT\nCông tác thông tin và truyền thông năm 2024;\nphương hướng, nhiệm vụ năm 2025",
        "kinh_gui": "Bộ Thông tin và Truyền thông",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ CÔNG TÁC NĂM 2024",
        "ton_tai": "HẠN CHẾ, NGUYÊN NHÂN",
        "nhiem_vu": "NHIỆM VỤ NĂM 2025",
        "ket_thuc": closing,
        "quyen_han": "KT. GIÁM ĐỐC",
        "chuc_vu": "PHÓ GIÁM ĐỐC",
        "ho_ten": "Lường Văn Mẫu",
        "noi_nhan": "- Như trên;\n- Giám đốc, các PGĐ Sở;\n- Website Sở;",
        "luu": "- Lưu: VT, VP(5b).",
    }
    return Wild("hộp chữ nổi", package(body), expected)


def tabs_only() -> Wild:
    """Leading tabs centre both halves of the head and of the end; the lines below names are signs."""
    opening = "Sở Thông tin và Truyền thông báo cáo kết quả công tác năm 2024 như sau:"
    closing = "Trên đây là báo cáo của Sở Thông tin và Truyền thông./."
    stops = (
        '<w:tabs><w:tab w:val="center" w:pos="1900"/><w:tab w:val="center" w:pos="6900"/></w:tabs>'
    )
    body = (
        p(run("\tUBND TỈNH ĐÔNG MẪU\t") + run(NATION, b=True), more=stops)
        + p(run(f"\tSỞ THÔNG TIN VÀ TRUYỀN THÔNG\t{MOTTO}", b=True), more=stops)
        + p(run("\t------------\t------------------------"), more=stops)
        + p(run("\tSố: 1/BC-STTTT\t") + run("Đông Mẫu, ngày 02/01/2025", i=True), more=stops)
        + p("")
        + p(run("BÁO CÁO KẾT QUẢ CÔNG TÁC NĂM 2024", b=True), jc="center")
        + p(run("VÀ PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025", b=True), jc="center")
        + _middle("1. Kết quả đạt được", "2. Tồn tại, vướng mắc", "3. Nhiệm vụ trọng tâm năm 2025", opening=opening, closing=closing)
        + p(run("\tNơi nhận:\t", b=True, i=True) + run("GIÁM ĐỐC", b=True), more=stops)
        + p(run("- UBND tỉnh;\t\t")) + p(run("- Phòng VHTT các huyện;")) + p(run("- Lưu: VT.\t\t") + run("Hà Thị Mẫu", b=True))
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "so_ky_hieu": "Số: 1/BC-STTTT",
        "dia_danh_ngay": "Đông Mẫu, ngày 02/01/2025",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "KẾT QUẢ CÔNG TÁC NĂM 2024\nVÀ PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "Kết quả đạt được",
        "ton_tai": "Tồn tại, vướng mắc",
        "nhiem_vu": "Nhiệm vụ trọng tâm năm 2025",
        "ket_thuc": closing,
        "chuc_vu": "GIÁM ĐỐC",
        "ho_ten": "Hà Thị Mẫu",
        "noi_nhan": "- UBND tỉnh;\n- Phòng VHTT các huyện;",
        "luu": "- Lưu: VT.",
    }
    return Wild("chỉ dùng tab", package(body), expected)


def official_letter() -> Wild:
    """A công văn: no tên loại, "V/v" below the number, Kính gửi with two receivers, point headings."""
    left = centred("UBND TỈNH ĐÔNG MẪU", "*SỞ KHOA HỌC VÀ CÔNG NGHỆ") + rule()
    left += centred(
        "Số: 3120/SKHCN-VP",
        "V/v báo cáo kết quả công tác năm 2024,",
        "phương hướng, nhiệm vụ năm 2025",
    )
    right = centred("*" + NATION, "*" + MOTTO, "/Đông Mẫu, ngày 09 tháng 12 năm 2024")
    opening = "Thực hiện Công văn số 5120/BTTTT-VP, Sở Khoa học và Công nghệ báo cáo như sau:"
    closing = "Sở Khoa học và Công nghệ báo cáo Bộ, Ủy ban nhân dân tỉnh theo quy định./."
    body = (
        table([(left, right)], (4200, 5600))
        + p(run("Kính gửi:"), jc="center")
        + p(run("- Bộ Khoa học và Công nghệ;"), more='<w:ind w:left="3600"/>')
        + p(run("- Ủy ban nhân dân tỉnh Đông Mẫu."), more='<w:ind w:left="3600"/>')
        + _middle("1. Kết quả thực hiện nhiệm vụ năm 2024", "2. Khó khăn, vướng mắc", "3. Phương hướng, nhiệm vụ năm 2025",
                  opening=opening, closing=closing)
        + _signed(("- Như trên;", "- Lưu: VT, VP."), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Triệu Thị Thử")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "so_ky_hieu": "Số: 3120/SKHCN-VP",
        "dia_danh_ngay": "Đông Mẫu, ngày 09 tháng 12 năm 2024",
        "trich_yeu": "báo cáo kết quả công tác năm 2024,\nphương hướng, nhiệm vụ năm 2025",
        "kinh_gui": "\n- Bộ Khoa học và Công nghệ;\n- Ủy ban nhân dân tỉnh Đông Mẫu.",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "Kết quả thực hiện nhiệm vụ năm 2024",
        "ton_tai": "Khó khăn, vướng mắc",
        "nhiem_vu": "Phương hướng, nhiệm vụ năm 2025",
        "ket_thuc": closing,
        "quyen_han": "KT. GIÁM ĐỐC",
        "chuc_vu": "PHÓ GIÁM ĐỐC",
        "ho_ten": "Triệu Thị Thử",
        "noi_nhan": "- Như trên;",
        "luu": "- Lưu: VT, VP.",
    }
    return Wild("công văn V/v", package(body), expected)


def _control(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="Trường"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def cover_and_controls() -> Wild:
    """A cover page in a section of its own, content controls round everything, numbers of pages as fields."""
    end = SECTION.replace("<w:sectPr>", '<w:sectPr><w:type w:val="nextPage"/>')
    cover = _control(
        centred("UBND TỈNH ĐÔNG MẪU", "*SỞ THÔNG TIN VÀ TRUYỀN THÔNG")
        + p("") + centred("*BÁO CÁO", "*TỔNG KẾT CÔNG TÁC NĂM 2024 VÀ", "*PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025")
        + p("") + centred("/Đông Mẫu, tháng 12 năm 2024")
    ) + p("", more=end)  # fmt: skip
    left = p(_control(run("UBND TỈNH ĐÔNG MẪU")), jc="center")
    left += p(_control(run("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", b=True)), jc="center")
    left += p(run("Số: ") + _control(run("298")) + run("/BC-STTTT"), jc="center")
    right = centred("*" + NATION, "*" + MOTTO)
    right += p(
        run("Đông Mẫu, ", i=True) + _control(run("ngày 12 tháng 12 năm 2024", i=True)), jc="center"
    )
    opening = "Thực hiện chương trình công tác, Sở báo cáo kết quả như sau:"
    closing = "Trên đây là báo cáo tổng kết công tác năm 2024./."
    body = (
        cover
        + table([(left, right)], (4000, 5600))
        + _control(centred("*BÁO CÁO", "*Tổng kết công tác năm 2024 và phương hướng, nhiệm vụ năm 2025"))
        + _control(_middle("I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "II. TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN", "III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",
                           opening=opening, closing=closing))
        + _control(_signed(("- UBND tỉnh;", "- Lưu: VT, VP."), "GIÁM ĐỐC", "", "Mông Thị Mẫu"))
    )  # fmt: skip
    section = SECTION.replace(
        "<w:sectPr>", '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
    )
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "so_ky_hieu": "Số: 298/BC-STTTT",
        "dia_danh_ngay": "Đông Mẫu, ngày 12 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Tổng kết công tác năm 2024 và phương hướng, nhiệm vụ năm 2025",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
        "ton_tai": "TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN",
        "nhiem_vu": "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",
        "ket_thuc": closing,
        "chuc_vu": "GIÁM ĐỐC",
        "ho_ten": "Mông Thị Mẫu",
        "noi_nhan": "- UBND tỉnh;",
        "luu": "- Lưu: VT, VP.",
    }
    return Wild(
        "bìa và ô nội dung", package(body, section=section, more=_footer_with_page()), expected
    )


def half_edited() -> Wild:
    """Tracked changes in number, title and name, a comment, a merge field, a bookmark in every line."""

    def added(words: str, b: bool = False) -> str:
        return (
            f'<w:ins w:id="3" w:author="A" w:date="2024-12-01T08:00:00Z">{run(words, b=b)}</w:ins>'
        )

    def gone(words: str) -> str:
        inner = run(words, b=True).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f'<w:del w:id="4" w:author="A" w:date="2024-12-01T08:00:00Z">{inner}</w:del>'

    def merged(words: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD NguoiKy </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(words, b=True)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    comment = '<w:commentRangeStart w:id="9"/>{}<w:commentRangeEnd w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>'
    left = centred("UBND TỈNH ĐÔNG MẪU", "*BAN DÂN TỘC") + p(
        run("Số: ") + gone("71") + added("73") + run("/BC-BDT"), jc="center"
    )
    right = centred("*" + NATION, "*" + MOTTO, "/Đông Mẫu, ngày 11 tháng 12 năm 2024")
    opening = "Ban Dân tộc báo cáo kết quả công tác dân tộc năm 2024 như sau:"
    closing = "Trên đây là báo cáo kết quả công tác dân tộc năm 2024./."
    signing = centred("*TRƯỞNG BAN") + p("") + p(merged("Giàng A Thử"), jc="center")
    receivers = p(run("Nơi nhận:", b=True, i=True)) + p(run("- UBND tỉnh;"))
    receivers += p(run("- Ủy ban Dân tộc;")) + p(run("- Lưu: VT."))
    body = (
        table([(left, right)], (4000, 5600))
        + centred("*BÁO CÁO")
        + p(run("Kết quả công tác dân tộc năm 2024", b=True) + gone(" của Ban") + added(", nhiệm vụ năm 2025", b=True), jc="center")
        + p(run("Kính gửi: ") + comment.format(run("Ủy ban nhân dân tỉnh")), jc="center")
        + _middle("I. KẾT QUẢ THỰC HIỆN", "II. MỘT SỐ HẠN CHẾ, YẾU KÉM", "III. NHIỆM VỤ TRỌNG TÂM NĂM 2025", opening=opening, closing=closing)
        + table([(receivers, signing)], (4600, 4900))
    )  # fmt: skip
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="9" w:author="A"><w:p><w:r><w:t>xem lại</w:t></w:r></w:p></w:comment></w:comments>'
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "BAN DÂN TỘC",
        "so_ky_hieu": "Số: 73/BC-BDT",
        "dia_danh_ngay": "Đông Mẫu, ngày 11 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Kết quả công tác dân tộc năm 2024, nhiệm vụ năm 2025",
        "kinh_gui": "Ủy ban nhân dân tỉnh",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ THỰC HIỆN",
        "ton_tai": "MỘT SỐ HẠN CHẾ, YẾU KÉM",
        "nhiem_vu": "NHIỆM VỤ TRỌNG TÂM NĂM 2025",
        "ket_thuc": closing,
        "chuc_vu": "TRƯỞNG BAN",
        "ho_ten": "Giàng A Thử",
        "noi_nhan": "- UBND tỉnh;\n- Ủy ban Dân tộc;",
        "luu": "- Lưu: VT.",
    }
    more = {"word/comments.xml": ("comments", f"{TYPE}comments+xml", comments)}
    return Wild("còn vết sửa và ghi chú", package(body, more=more), expected)


def all_in_one_cell() -> Wild:
    """The whole text laid into a table of one column without lines, which somebody used as a frame."""
    left = centred("UBND TỈNH ĐÔNG MẪU", "*SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Số: 14/BC-STTTT")
    right = centred("*" + NATION, "*" + MOTTO, "/Đông Mẫu, ngày 15 tháng 12 năm 2024")
    opening = "Năm 2024, Sở đã triển khai và đạt các kết quả chủ yếu sau đây:"
    closing = "Trên đây là báo cáo tổng kết năm 2024 của Sở./."
    middle = _middle(
        "I/ KẾT QUẢ NĂM 2024",
        "II/ TỒN TẠI",
        "III/ NHIỆM VỤ NĂM 2025",
        opening=opening,
        closing=closing,
    )
    body = (
        table([(left, right)], (4000, 5600)) + p("")
        + table([(centred("*BÁO CÁO", "*Tổng kết năm 2024, nhiệm vụ năm 2025"),)], (9500,))
        + p("") + table([(middle,)], (9500,)) + p("")
        + _signed(("- UBND tỉnh;", "- Các phòng thuộc Sở;", "- Lưu VT."), "Q. GIÁM ĐỐC", "", "Đinh Văn Mẫu")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "so_ky_hieu": "Số: 14/BC-STTTT",
        "dia_danh_ngay": "Đông Mẫu, ngày 15 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Tổng kết năm 2024, nhiệm vụ năm 2025",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ NĂM 2024",
        "ton_tai": "TỒN TẠI",
        "nhiem_vu": "NHIỆM VỤ NĂM 2025",
        "ket_thuc": closing,
        "chuc_vu": "Q. GIÁM ĐỐC",
        "ho_ten": "Đinh Văn Mẫu",
        "noi_nhan": "- UBND tỉnh;\n- Các phòng thuộc Sở;",
        "luu": "- Lưu VT.",
    }
    return Wild("nội dung trong khung bảng", package(body), expected)


def whole_in_a_table(*, rows: bool) -> Wild:
    """Everything in one table: in its only cell, or head, text and end in rows of their own."""
    left = centred("UBND TỈNH ĐÔNG MẪU", "*SỞ XÂY DỰNG", "Số: 614/BC-SXD")
    right = centred("*" + NATION, "*" + MOTTO, "/Đông Mẫu, ngày 15 tháng 12 năm 2024")
    opening = "Năm 2024, Sở Xây dựng đạt các kết quả chủ yếu sau đây:"
    closing = "Trên đây là báo cáo năm 2024 của Sở Xây dựng./."
    titles = ("I. KẾT QUẢ NĂM 2024", "II. TỒN TẠI", "III. NHIỆM VỤ NĂM 2025")
    middle = centred("*BÁO CÁO", "*Công tác năm 2024, nhiệm vụ năm 2025")
    middle += _middle(*titles, opening=opening, closing=closing)
    end = _signed(("- UBND tỉnh;", "- Lưu: VT."), "GIÁM ĐỐC", "", "Đinh Văn Mẫu")
    widths = (4600, 4900)
    if rows:
        head_rows = table([(left, right)], widths)
        wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{middle}</w:tc></w:tr>'
        last = end[end.index("<w:tr>") : end.rindex("</w:tbl>")]
        body = head_rows.replace("</w:tbl>", f"{wide}{last}</w:tbl>") + p("")
    else:
        inner = table([(left, right)], widths) + middle + end + p("")
        body = table([(inner,)], (9600,)) + p("")
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ XÂY DỰNG",
        "so_ky_hieu": "Số: 614/BC-SXD",
        "dia_danh_ngay": "Đông Mẫu, ngày 15 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Công tác năm 2024, nhiệm vụ năm 2025",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ NĂM 2024",
        "ton_tai": "TỒN TẠI",
        "nhiem_vu": "NHIỆM VỤ NĂM 2025",
        "ket_thuc": closing,
        "chuc_vu": "GIÁM ĐỐC",
        "ho_ten": "Đinh Văn Mẫu",
        "noi_nhan": "- UBND tỉnh;",
        "luu": "- Lưu: VT.",
    }
    return Wild("tất cả trong một bảng", package(body), expected)


def all_in_a_cell() -> Wild:
    """See `whole_in_a_table`."""
    return whole_in_a_table(rows=False)


def all_in_rows() -> Wild:
    """See `whole_in_a_table`."""
    return whole_in_a_table(rows=True)


def landscape_tasks() -> Wild:
    """How the assigned tasks stand: a short text, and the table on pages that lie across, its head in two rows."""
    left = centred("UBND TỈNH ĐÔNG MẪU", "*SỞ GIAO THÔNG VẬN TẢI", "Số: 512/BC-SGTVT")
    right = centred("*" + NATION, "*" + MOTTO, "/Đông Mẫu, ngày 20 tháng 12 năm 2024")
    opening = "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Sở báo cáo tình hình thực hiện nhiệm vụ được giao như sau:"
    closing = "Trên đây là tình hình thực hiện nhiệm vụ được giao năm 2024 (có phụ lục kèm theo)./."
    portrait = SECTION.replace("<w:sectPr>", '<w:sectPr><w:type w:val="nextPage"/>')
    landscape = SECTION.replace(
        'w:w="11907" w:h="16840"', 'w:w="16840" w:h="11907" w:orient="landscape"'
    )
    titles = ("TT", "Nhiệm vụ được giao", "Cơ quan chủ trì", "Thời hạn", "Kết quả thực hiện")
    ruled = _tasks(titles).replace(
        "<w:tr>", "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", 1
    )
    body = (
        table([(left, right)], (4000, 5600))
        + centred("*BÁO CÁO", "*Tình hình thực hiện nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao năm 2024")
        + p(run("Kính gửi: Văn phòng Ủy ban nhân dân tỉnh"), jc="center")
        + _middle("I. KẾT QUẢ THỰC HIỆN", "II. KHÓ KHĂN, VƯỚNG MẮC", "III. NHIỆM VỤ THỜI GIAN TỚI", opening=opening, closing=closing)
        + _signed(("- Như trên;", "- Lưu: VT, KH."), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Sùng A Thí Dụ")
        + p("", more=portrait) + centred("*PHỤ LỤC", "*DANH MỤC NHIỆM VỤ ĐƯỢC GIAO NĂM 2024") + ruled + p("")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ GIAO THÔNG VẬN TẢI",
        "so_ky_hieu": "Số: 512/BC-SGTVT",
        "dia_danh_ngay": "Đông Mẫu, ngày 20 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Tình hình thực hiện nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao năm 2024",
        "kinh_gui": "Văn phòng Ủy ban nhân dân tỉnh",
        "nam": "2024",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ THỰC HIỆN",
        "ton_tai": "KHÓ KHĂN, VƯỚNG MẮC",
        "nhiem_vu": "NHIỆM VỤ THỜI GIAN TỚI",
        "bang_nhiem_vu": "\n".join(titles),
        "ket_thuc": closing,
        "quyen_han": "KT. GIÁM ĐỐC",
        "chuc_vu": "PHÓ GIÁM ĐỐC",
        "ho_ten": "Sùng A Thí Dụ",
        "noi_nhan": "- Như trên;",
        "luu": "- Lưu: VT, KH.",
    }
    return Wild("bảng nhiệm vụ nằm ngang", package(body, section=landscape), expected, "tasks")


def press_digest() -> Wild:
    """A weekly Điểm báo of a centre below an office: no parts, articles one after another."""
    left = centred(
        "VĂN PHÒNG UBND TỈNH ĐÔNG MẪU", "*TRUNG TÂM THÔNG TIN - HỘI NGHỊ", "Số: 50/ĐB-TTTT"
    )
    right = centred("*" + NATION, "*" + MOTTO, "/Đông Mẫu, ngày 16 tháng 12 năm 2024")
    opening = "Trung tâm Thông tin - Hội nghị điểm một số tin, bài nổi bật trong tuần như sau:"
    closing = (
        "Trung tâm Thông tin - Hội nghị trân trọng báo cáo Lãnh đạo Văn phòng xem xét, chỉ đạo./."
    )
    body = (
        table([(left, right)], (4400, 5400))
        + centred("*BÁO CÁO", "*Điểm báo tuần 50 (từ ngày 09/12 đến ngày 15/12/2024)")
        + text(opening)
        + head("I. TIN TRONG TỈNH") + head("1. Báo Đông Mẫu, ngày 10/12/2024: Thêm 45 trạm phát sóng")
        + text("Bài báo phản ánh toàn tỉnh đã có 1.236 trạm phát sóng.")
        + head("II. TIN TRONG NƯỚC") + head("1. Báo Thí Dụ, ngày 12/12/2024: Chuyển đổi số ở xã")
        + text("Bài báo nêu 98,2% hồ sơ được nộp trực tuyến.")
        + text(closing)
        + _signed(("- Lãnh đạo VP UBND tỉnh;", "- Lưu: TT."), "GIÁM ĐỐC", "", "Lý Thị Thử")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "VĂN PHÒNG UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "TRUNG TÂM THÔNG TIN - HỘI NGHỊ",
        "so_ky_hieu": "Số: 50/ĐB-TTTT",
        "dia_danh_ngay": "Đông Mẫu, ngày 16 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Điểm báo tuần 50 (từ ngày 09/12 đến ngày 15/12/2024)",
        "nam": "2024",
        "mo_dau": opening,
        "ket_thuc": closing,
        "chuc_vu": "GIÁM ĐỐC",
        "ho_ten": "Lý Thị Thử",
        "noi_nhan": "- Lãnh đạo VP UBND tỉnh;",
        "luu": "- Lưu: TT.",
    }
    return Wild("điểm báo", package(body), expected, "digest")


def old_district() -> Wild:
    """A room of a district that is no more: "Nơi nhận" without dashes and "Lưu" among them, degree before the name."""
    left = (
        centred("UBND HUYỆN MẪU ĐÔNG", "*PHÒNG VĂN HÓA VÀ THÔNG TIN")
        + rule()
        + centred("Số 87 /BC-VHTT")
    )
    right = centred("*" + NATION.replace("HÒA", "HOÀ"), "*Độc lập – Tự do – Hạnh phúc") + rule()
    right += centred("/Mẫu Đông, ngày 4 tháng 12 năm 2024")
    opening = "Phòng Văn hóa và Thông tin báo cáo tổng hợp kết quả từ các xã, thị trấn như sau:"
    closing = "Trên đây là báo cáo của Phòng Văn hóa và Thông tin huyện Mẫu Đông./."
    receivers = p(run("Nơi nhận:", b=True, i=True, more='<w:u w:val="single"/>')) + "".join(
        p(run(one))
        for one in ("Sở Thông tin và Truyền thông (b/c);", "TT. Huyện ủy, UBND huyện;", "Lưu VT.")
    )
    signing = centred("*TRƯỞNG PHÒNG", "(Đã ký)", "", "*ThS. Hoàng Văn Thí Dụ")
    body = (
        table([(left, right)], (4000, 5600))
        + p(run("BÁO CÁO", b=True), jc="center")
        + p(run("V/v tổng hợp kết quả công tác thông tin và truyền thông", b=True), jc="center")
        + p(run("năm 2024 trên địa bàn huyện", b=True), jc="center")
        + _middle("I- Kết quả đạt được:", "II- Những tồn tại, hạn chế:", "III- Nhiệm vụ trong thời gian tới:", opening=opening, closing=closing)
        + table([(receivers, signing)], (4600, 4900))
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND HUYỆN MẪU ĐÔNG",
        "co_quan_ban_hanh": "PHÒNG VĂN HÓA VÀ THÔNG TIN",
        "so_ky_hieu": "Số 87 /BC-VHTT",
        "dia_danh_ngay": "Mẫu Đông, ngày 4 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "V/v tổng hợp kết quả công tác thông tin và truyền thông\nnăm 2024 trên địa bàn huyện",
        "nam": "2024",
        "mo_dau": opening,
        "ket_qua": "Kết quả đạt được:",
        "ton_tai": "Những tồn tại, hạn chế:",
        "nhiem_vu": "Nhiệm vụ trong thời gian tới:",
        "ket_thuc": closing,
        "chuc_vu": "TRƯỞNG PHÒNG",
        "ho_ten": "Hoàng Văn Thí Dụ",
        "noi_nhan": "Sở Thông tin và Truyền thông (b/c);\nTT. Huyện ủy, UBND huyện;",
        "luu": "Lưu VT.",
    }
    return Wild("phòng của huyện cũ", package(body), expected, "briefing")


def head_in_page_header() -> Wild:
    """Frames of Word 6 for the number, two tables side by side in one row of an outer table, headings "1/-"."""
    inner_left = table([(centred("UBND TỈNH ĐÔNG MẪU", "*SỞ TÀI CHÍNH"),)], (3900,)) + p("")
    inner_right = table([(centred("*" + NATION, "*" + MOTTO),)], (5400,)) + p("")
    frame = (
        '<w:framePr w:w="3900" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page"/>'
    )
    opening = "Sở Tài chính báo cáo kết quả công tác năm 2024 với các nội dung như sau:"
    closing = "Trên đây là báo cáo kết quả công tác năm 2024 của Sở Tài chính./."
    body = (
        table([(inner_left, inner_right)], (4000, 5600))
        + p(run("Số: 906/BC-STC"), jc="center", more=frame)
        + p(run("Đông Mẫu, ngày 18 tháng 12 năm 2024", i=True), jc="right")
        + centred("*BÁO CÁO", "*Kết quả công tác năm 2024, nhiệm vụ năm 2025") + centred("__________")
        + p(run("Kính gửi:\t- Ủy ban nhân dân tỉnh;"), more='<w:ind w:left="1700"/>')
        + p(run("\t- Sở Kế hoạch và Đầu tư."), more='<w:ind w:left="1700"/>')
        + _middle("I/- KẾT QUẢ CÔNG TÁC", "II/- HẠN CHẾ", "III/- CÔNG TÁC TRỌNG TÂM NĂM 2025", opening=opening, closing=closing)
        + _signed(("-Như trên;", "-Lãnh đạo Sở;", "-Lưu VT, VP."), "TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "", "", "Bế Văn Mẫu")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ TÀI CHÍNH",
        "so_ky_hieu": "Số: 906/BC-STC",
        "dia_danh_ngay": "Đông Mẫu, ngày 18 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Kết quả công tác năm 2024, nhiệm vụ năm 2025",
        "kinh_gui": "\n- Ủy ban nhân dân tỉnh;\n- Sở Kế hoạch và Đầu tư.",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ CÔNG TÁC",
        "ton_tai": "HẠN CHẾ",
        "nhiem_vu": "CÔNG TÁC TRỌNG TÂM NĂM 2025",
        "ket_thuc": closing,
        "quyen_han": "TL. GIÁM ĐỐC",
        "chuc_vu": "CHÁNH VĂN PHÒNG",
        "ho_ten": "Bế Văn Mẫu",
        "noi_nhan": "-Như trên;\n-Lãnh đạo Sở;",
        "luu": "-Lưu VT, VP.",
    }
    return Wild("bảng lồng nhau, khung", package(body), expected)


def appended_titles() -> Wild:
    """Opening in two paragraphs after a "Căn cứ" list, headings as numbered styles, the task table before the end."""
    left = centred("UBND TỈNH ĐÔNG MẪU", "*SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Số: 77/BC-SNNMT")
    right = centred("*" + NATION, "*" + MOTTO, "/Đông Mẫu, ngày 28 tháng 11 năm 2025")
    opening = (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2025 của Ủy ban nhân dân tỉnh;",
        "Sở Nông nghiệp và Môi trường báo cáo kết quả thực hiện năm 2025, kế hoạch năm 2026 như sau:",
    )
    closing = "Trên đây là báo cáo kết quả năm 2025, Sở kính báo cáo Ủy ban nhân dân tỉnh./."

    def styled(words: str) -> str:
        numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return p(run(words, b=True), style="Heading1", more=numbered)

    titles = ("STT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian hoàn thành")
    body = (
        table([(left, right)], (4000, 5600))
        + centred("*BÁO CÁO", "*Kết quả thực hiện nhiệm vụ năm 2025", "*và kế hoạch công tác năm 2026")
        + text(opening[0]) + text(opening[1])
        + styled("Tình hình và kết quả thực hiện nhiệm vụ năm 2025") + text("- " + OLD_LINES[0])
        + styled("Những tồn tại, hạn chế và nguyên nhân") + text("- " + OLD_LINES[1])
        + styled("Kế hoạch công tác năm 2026") + text("- " + OLD_LINES[2]) + _tasks(titles)
        + text(closing)
        + _signed(("- UBND tỉnh (b/c);", "- Văn phòng UBND tỉnh;", "- Lưu: VT, KHTC (02b)."), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "PGS.TS. Lò Thị Thử")
    )  # fmt: skip
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    expected = {
        "co_quan_chu_quan": "UBND TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        "so_ky_hieu": "Số: 77/BC-SNNMT",
        "dia_danh_ngay": "Đông Mẫu, ngày 28 tháng 11 năm 2025",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Kết quả thực hiện nhiệm vụ năm 2025\nvà kế hoạch công tác năm 2026",
        "nam": "2025",
        "nam_sau": "2026",
        "mo_dau": "\n".join(opening),
        "ket_qua": "Tình hình và kết quả thực hiện nhiệm vụ năm 2025",
        "ton_tai": "Những tồn tại, hạn chế và nguyên nhân",
        "nhiem_vu": "Kế hoạch công tác năm 2026",
        "bang_nhiem_vu": "\n".join(titles),
        "ket_thuc": closing,
        "quyen_han": "KT. GIÁM ĐỐC",
        "chuc_vu": "PHÓ GIÁM ĐỐC",
        "ho_ten": "Lò Thị Thử",
        "noi_nhan": "- UBND tỉnh (b/c);\n- Văn phòng UBND tỉnh;",
        "luu": "- Lưu: VT, KHTC (02b).",
    }
    more = {"word/numbering.xml": ("numbering", f"{TYPE}numbering+xml", numbering)}
    return Wild("đề mục đánh số tự động", package(body, more=more), expected)


# -- held out ---------------------------------------------------------------------------------------


def of_the_party() -> Wild:
    """A Party committee: "Số 35-BC/ĐU", a star, "ĐẢNG CỘNG SẢN VIỆT NAM", "T/M"."""
    left = centred("ĐẢNG BỘ TỈNH ĐÔNG MẪU", "*ĐẢNG ỦY SỞ KHOA HỌC VÀ CÔNG NGHỆ", "*", "Số 35-BC/ĐU")
    right = centred("*ĐẢNG CỘNG SẢN VIỆT NAM") + rule()
    right += centred("/Đông Mẫu, ngày 14 tháng 12 năm 2024")
    opening = (
        "Thực hiện Hướng dẫn của Tỉnh ủy, Đảng ủy Sở báo cáo kết quả lãnh đạo năm 2024 như sau:"
    )
    closing = "Trên đây là kết quả công tác năm 2024, Đảng ủy Sở trân trọng báo cáo."
    body = (
        table([(left, right)], (4200, 5400))
        + centred("*BÁO CÁO", "*Tổng kết công tác xây dựng Đảng năm 2024,", "*phương hướng, nhiệm vụ năm 2025", "-----")
        + _middle("I- KẾT QUẢ ĐẠT ĐƯỢC NĂM 2024", "II- HẠN CHẾ, KHUYẾT ĐIỂM", "III- PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025", opening=opening, closing=closing)
        + _signed(("- Tỉnh ủy (để b/c),", "- Các chi bộ trực thuộc,", "- Lưu Văn phòng Đảng ủy."),
                  "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "Nguyễn Văn Thí Dụ", called="Nơi nhận:")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "ĐẢNG BỘ TỈNH ĐÔNG MẪU",
        "co_quan_ban_hanh": "ĐẢNG ỦY SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "so_ky_hieu": "Số 35-BC/ĐU",
        "dia_danh_ngay": "Đông Mẫu, ngày 14 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Tổng kết công tác xây dựng Đảng năm 2024,\nphương hướng, nhiệm vụ năm 2025",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ ĐẠT ĐƯỢC NĂM 2024",
        "ton_tai": "HẠN CHẾ, KHUYẾT ĐIỂM",
        "nhiem_vu": "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",
        "ket_thuc": closing,
        "quyen_han": "T/M BAN THƯỜNG VỤ",
        "chuc_vu": "PHÓ BÍ THƯ",
        "ho_ten": "Nguyễn Văn Thí Dụ",
        "noi_nhan": "- Tỉnh ủy (để b/c),\n- Các chi bộ trực thuộc,",
        "luu": "- Lưu Văn phòng Đảng ủy.",
    }
    return Wild("văn bản của Đảng", package(body), expected)


def drawn_as_capitals() -> Wild:
    """Small letters that the document draws as capitals (w:caps), by the run or by the style."""
    caps = "<w:caps/>"

    def drawn(words: str, *, b: bool = True) -> str:
        return p(run(words, b=b, more=caps), jc="center")

    left = (
        drawn("UBND tỉnh Đông Mẫu", b=False)
        + drawn("Sở Thông tin và Truyền thông")
        + centred("Số: 211/BC-STTTT")
    )
    right = drawn("Cộng hòa xã hội chủ nghĩa Việt Nam") + centred(
        "*" + MOTTO, "/Đông Mẫu, ngày 17 tháng 12 năm 2024"
    )
    opening = "Sở Thông tin và Truyền thông báo cáo kết quả công tác năm 2024 như sau:"
    closing = "Trên đây là báo cáo tổng kết công tác năm 2024 của Sở./."

    def heading(words: str) -> str:
        return p(run(words, b=True, more=caps), jc="both", more=BODY)

    receivers = p(run("Nơi nhận:", b=True, i=True)) + p(run("- UBND tỉnh;")) + p(run("- Lưu: VT."))
    signing = (
        drawn("KT. Giám đốc")
        + drawn("Phó Giám đốc")
        + p("")
        + p(run("Ma Thị Thử", b=True), jc="center")
    )
    body = (
        table([(left, right)], (4000, 5600))
        + drawn("Báo cáo") + centred("*Tổng kết công tác năm 2024 và phương hướng, nhiệm vụ năm 2025")
        + text(opening)
        + heading("I. Kết quả thực hiện nhiệm vụ") + text("- " + OLD_LINES[0])
        + heading("II. Tồn tại, hạn chế") + text("- " + OLD_LINES[1])
        + heading("III. Phương hướng, nhiệm vụ năm 2025") + text("- " + OLD_LINES[2])
        + text(closing) + table([(receivers, signing)], (4600, 4900))
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "UBND tỉnh Đông Mẫu",
        "co_quan_ban_hanh": "Sở Thông tin và Truyền thông",
        "so_ky_hieu": "Số: 211/BC-STTTT",
        "dia_danh_ngay": "Đông Mẫu, ngày 17 tháng 12 năm 2024",
        "ten_loai": "Báo cáo",
        "trich_yeu": "Tổng kết công tác năm 2024 và phương hướng, nhiệm vụ năm 2025",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "Kết quả thực hiện nhiệm vụ",
        "ton_tai": "Tồn tại, hạn chế",
        "nhiem_vu": "Phương hướng, nhiệm vụ năm 2025",
        "ket_thuc": closing,
        "quyen_han": "KT. Giám đốc",
        "chuc_vu": "Phó Giám đốc",
        "ho_ten": "Ma Thị Thử",
        "noi_nhan": "- UBND tỉnh;",
        "luu": "- Lưu: VT.",
    }
    return Wild("chữ hoa do định dạng", package(body), expected)


def of_an_enterprise() -> Wild:
    """An enterprise: a symbol with Đ, three receivers without dashes, headings in a list of letters, a stamp line."""
    left = (
        centred("TẬP ĐOÀN BƯU CHÍNH THÍ DỤ", "*BƯU ĐIỆN TỈNH ĐÔNG MẪU")
        + rule()
        + centred("Số: 1203/BC-BĐĐM-TH")
    )
    right = (
        centred("*" + NATION, "*" + MOTTO)
        + rule()
        + centred("/Đông Mẫu, ngày 25 tháng 12 năm 2024")
    )
    opening = "Bưu điện tỉnh báo cáo kết quả sản xuất kinh doanh và phục vụ năm 2024 như sau:"
    closing = "Bưu điện tỉnh kính báo cáo các cơ quan xem xét, chỉ đạo./."
    body = (
        table([(left, right)], (4200, 5400))
        + centred("*BÁO CÁO", "*Kết quả hoạt động năm 2024, phương hướng năm 2025") + rule()
        + p(run("Kính gửi: Tỉnh ủy, Ủy ban nhân dân tỉnh;"), jc="center")
        + p(run("Sở Thông tin và Truyền thông tỉnh."), jc="center")
        + _middle("A. KẾT QUẢ HOẠT ĐỘNG NĂM 2024", "B. TỒN TẠI VÀ NGUYÊN NHÂN", "C. PHƯƠNG HƯỚNG NĂM 2025", opening=opening, closing=closing)
        + _signed(("Như trên;", "BGĐ Bưu điện tỉnh;", "Lưu: VT, TH."), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Ký tên, đóng dấu)", "", "Chu Thị Thí Dụ")
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "TẬP ĐOÀN BƯU CHÍNH THÍ DỤ",
        "co_quan_ban_hanh": "BƯU ĐIỆN TỈNH ĐÔNG MẪU",
        "so_ky_hieu": "Số: 1203/BC-BĐĐM-TH",
        "dia_danh_ngay": "Đông Mẫu, ngày 25 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Kết quả hoạt động năm 2024, phương hướng năm 2025",
        "kinh_gui": "Tỉnh ủy, Ủy ban nhân dân tỉnh;\nSở Thông tin và Truyền thông tỉnh.",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "KẾT QUẢ HOẠT ĐỘNG NĂM 2024",
        "ton_tai": "TỒN TẠI VÀ NGUYÊN NHÂN",
        "nhiem_vu": "PHƯƠNG HƯỚNG NĂM 2025",
        "ket_thuc": closing,
        "quyen_han": "KT. GIÁM ĐỐC",
        "chuc_vu": "PHÓ GIÁM ĐỐC",
        "ho_ten": "Chu Thị Thí Dụ",
        "noi_nhan": "Như trên;\nBGĐ Bưu điện tỉnh;",
        "luu": "Lưu: VT, TH.",
    }
    return Wild("doanh nghiệp", package(body), expected)


def in_one_paragraph() -> Wild:
    """The whole head is one paragraph of soft breaks and tabs, and so is the end."""
    opening = "Năm 2024, Chi cục đã tổng hợp, báo cáo kết quả công tác như sau:"
    closing = "Trên đây là báo cáo công tác năm 2024 của Chi cục./."
    body = (
        p(
            run("\tSỞ KHOA HỌC VÀ CÔNG NGHỆ\t") + run(f"{NATION}\n", b=True)
            + run(f"\tCHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG\t{MOTTO}\n", b=True)
            + run("\tSố: 66/BC-CCTĐC\t") + run("Đông Mẫu, ngày 19 tháng 12 năm 2024", i=True)
        )
        + p(run("BÁO CÁO\n", b=True) + run("Công tác năm 2024 và nhiệm vụ năm 2025", b=True), jc="center")
        + p(run("Kính gửi:\tSở Khoa học và Công nghệ"), jc="center")
        + _middle("I. Kết quả công tác năm 2024", "II. Khó khăn, tồn tại", "III. Nhiệm vụ năm 2025", opening=opening, closing=closing)
        + p(
            run("Nơi nhận:\t", b=True, i=True) + run("CHI CỤC TRƯỞNG\n", b=True)
            + run("- Như trên;\n- Lưu: VT.\n\n\t") + run("Quách Văn Thử", b=True)
        )
    )  # fmt: skip
    expected = {
        "co_quan_chu_quan": "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "co_quan_ban_hanh": "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG",
        "so_ky_hieu": "Số: 66/BC-CCTĐC",
        "dia_danh_ngay": "Đông Mẫu, ngày 19 tháng 12 năm 2024",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Công tác năm 2024 và nhiệm vụ năm 2025",
        "kinh_gui": "\nSở Khoa học và Công nghệ",
        "nam": "2024",
        "nam_sau": "2025",
        "mo_dau": opening,
        "ket_qua": "Kết quả công tác năm 2024",
        "ton_tai": "Khó khăn, tồn tại",
        "nhiem_vu": "Nhiệm vụ năm 2025",
        "ket_thuc": closing,
        "chuc_vu": "CHI CỤC TRƯỞNG",
        "ho_ten": "Quách Văn Thử",
        "noi_nhan": "- Như trên;",
        "luu": "- Lưu: VT.",
    }
    return Wild("một đoạn duy nhất", package(body), expected)


KNOWN = (
    broken_head_cells, committee_in_phases, in_old_fonts, floating_boxes, tabs_only, official_letter, cover_and_controls,
    half_edited, all_in_one_cell, landscape_tasks, press_digest, old_district, head_in_page_header, appended_titles,
)  # fmt: skip
LATER = (all_in_a_cell, all_in_rows)  # met while mending
HELD_OUT = (of_the_party, drawn_as_capitals, of_an_enterprise, in_one_paragraph)
