"""Writes resources/templates/mau_co_dau.docx: the sample of a template with marks, to be edited in Word.

    python packaging/make_marked_sample.py

It has the styles of the program's own report, and marks where that has words. Two runs write the same bytes.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tttt_desktop.reporting import ooxml  # noqa: E402
from tttt_desktop.reporting.front import (  # noqa: E402
    LEFT,
    MOTTO,
    NATION,
    OVERHANG,
    RECIPIENTS,
    RIGHT,
    SIGNER,
)
from tttt_desktop.reporting.metrics import text_width  # noqa: E402
from tttt_desktop.reporting.wordxml import (  # noqa: E402
    NAMESPACES,
    layout_table,
    paragraph,
    rule,
    run,
    section,
)

SOURCE = ROOT / "resources" / "templates" / "briefing.docx"
TARGET = ROOT / "resources" / "templates" / "mau_co_dau.docx"
LINE = 60.0  # points, below a name
TASKS = (
    ("STT", 760, "stt"),
    ("Nội dung nhiệm vụ", 3895, "noi_dung"),
    ("Cơ quan chủ trì", 2300, "chu_tri"),
    ("Thời hạn", 2400, "thoi_han"),
)
ARTICLES = (
    ("Số", 760, "so"),
    ("Tên bài viết", 4595, "ten"),
    ("Nơi đăng", 2400, "noi_dang"),
    ("Ngày đăng", 1600, "ngay_dang"),
)
FIGURES = (
    ("STT", 760, "stt"),
    ("Chỉ tiêu", 4095, "chi_tieu"),
    ("Số liệu", 2400, "so_lieu"),
    ("Đơn vị tính", 1300, "don_vi"),
    ("Nguồn", 800, "nguon"),
)
INDICATORS = (
    ("STT", 760, "stt"),
    ("Chỉ tiêu", 3395, "chi_tieu"),
    ("Đơn vị tính", 1300, "don_vi"),
    ("Năm trước", 1300, "nam_truoc"),
    ("Kế hoạch", 1300, "ke_hoach"),
    ("Thực hiện", 1300, "thuc_hien"),
)
COUNTS = (
    ("STT", 760, "stt"),
    ("Nội dung", 3795, "noi_dung"),
    ("Số bài", 1000, "so_bai"),
    ("Kết quả", 1200, "ket_qua"),
    ("Tồn tại", 1200, "ton_tai"),
    ("Nhiệm vụ", 1400, "nhiem_vu"),
)


def main() -> None:
    """Write the sample."""
    parts = ooxml.read(SOURCE.read_bytes())
    name = ooxml.main_part(parts)
    references = _references(parts, name)
    end = section(landscape=False, references=references)
    body = "".join((_head(), _text(), _signature(), _tables(end)))
    xml = f"<w:document {NAMESPACES}><w:body>{body}{end}</w:body></w:document>"
    parts[name] = ooxml.as_bytes(ooxml.parse(xml.encode()))
    TARGET.write_bytes(ooxml.packed(parts))


def _references(parts: dict[str, bytes], name: str) -> str:
    """The headers of the program's own report."""
    from lxml import etree

    root = ooxml.parse(parts[name])
    found = root.iter(f"{ooxml.W}headerReference")
    return "".join(etree.tostring(one, encoding="unicode", with_tail=False) for one in found)


def _p(style: str, text: str) -> str:
    return paragraph(style, run(text))


def _head() -> str:
    offices = (
        _p("CoQuanChuQuan", "{{ co_quan_chu_quan|chu_hoa }}")
        + _p("CoQuan", "{{ ten_co_quan|chu_hoa }}")
        + rule(LEFT / 20, LINE)
    )
    motto = _p("QuocHieu", NATION) + _p("TieuNgu", MOTTO)
    motto += rule(RIGHT / 20, text_width(MOTTO, 14, bold=True))
    last = (_p("SoKyHieu", "{{ dong_so }}"), _p("NgayThang", "{{ dong_ngay }}"))
    return (
        layout_table((LEFT, RIGHT), ((offices, motto), last), -OVERHANG)
        + _p("TenLoai", "{{ ten_loai }}")
        + _p("TrichYeu", "{{ trich_yeu }}")
        + rule(9355 / 20, 2.5 * LINE)
        + _p("NoiDung", "{%p if kinh_gui %}")
        + _p("KinhGui", 'Kính gửi: {{ kinh_gui|noi("; ") }}')
        + _p("NoiDung", "{%p endif %}")
    )


def _text() -> str:
    made = _p("NoiDung", "{%p for doan in mo_dau %}") + _p("NoiDung", "{{ doan }}")
    made += _p("NoiDung", "{%p endfor %}")
    made += _parts()
    return made + paragraph(
        "NoiDung", run("{{ ket_thuc }}"), '<w:keepNext/><w:spacing w:after="240"/>'
    )


def _loop(name: str, over: str, *inside: str) -> str:
    """What is repeated for each member of a list."""
    return "".join(
        (
            _p("NoiDung", f"{{%p for {name} in {over} %}}"),
            *inside,
            _p("NoiDung", "{%p endfor %}"),
        )
    )


def _lines(of: str) -> str:
    """The lines of a part or group, each with its quotations."""
    quotes = _loop("cau", "muc.trich", _p("NoiDung", "{{ cau }}"))
    texts = _loop("doan", f"{of}.doan", _p("NoiDung", "{{ doan }}"))
    return texts + _loop("muc", f"{of}.muc", _p("NoiDung", "{{ muc }}"), quotes)


def _parts() -> str:
    """Every part with its groups and theirs: whatever the contents are, they are all said."""
    inner = _loop(
        "ben_trong",
        "nhom.nhom",
        _p("Heading3", "{{ ben_trong.so }} {{ ben_trong.ten }}"),
        _lines("ben_trong"),
    )
    groups = _loop(
        "nhom", "phan.nhom", _p("Heading2", "{{ nhom.so }} {{ nhom.ten }}"), _lines("nhom"), inner
    )
    return _loop(
        "phan", "phan", _p("Heading1", "{{ phan.so }} {{ phan.ten }}"), _lines("phan"), groups
    )


def _signature() -> str:
    left = "".join(
        (
            _p("NoiNhan", "Nơi nhận:"),
            _p("NoiNhanDong", "{%p for dong in noi_nhan %}"),
            _p("NoiNhanDong", "{{ dong }}"),
            _p("NoiNhanDong", "{%p endfor %}"),
        )
    )
    right = "".join(
        (
            _p("ChucVu", "{%p if quyen_han %}"),
            _p("ChucVu", "{{ quyen_han|chu_hoa }}"),
            _p("ChucVu", "{%p endif %}"),
            _p("ChucVu", "{{ chuc_vu|chu_hoa }}"),
            _p("HoTen", "{{ nguoi_ky }}"),
        )
    )
    return layout_table((RECIPIENTS, SIGNER), ((left, right),))


def _tables(end: str) -> str:
    """Each behind the end of a section, so that its pages are numbered by themselves."""
    charts = _p("BieuDo", "{{ hinh.anh }}") + _p("BieuDoTen", "{{ hinh.ten }}")
    pages = (
        ("bang_dem", "BẢNG TỔNG HỢP ĐIỂM BÁO", _table("bang_dem", COUNTS)),
        ("bang_nhiem_vu", "BẢNG THEO DÕI NHIỆM VỤ", _table("bang_nhiem_vu", TASKS)),
        ("bang_so_lieu", "BẢNG SỐ LIỆU", _table("bang_so_lieu", FIGURES)),
        ("bang_chi_tieu", "BIỂU SỐ LIỆU CHỈ TIÊU", _table("bang_chi_tieu", INDICATORS)),
        ("bieu_do", "BIỂU ĐỒ SỐ LIỆU", _loop("hinh", "bieu_do", charts)),
        ("bai_viet", "DANH SÁCH BÀI VIẾT", _table("bai_viet", ARTICLES)),
    )
    made = "".join(
        _p("NoiDung", f"{{%p if phu_luc_{name} %}}")
        + paragraph("CuoiMuc", "", end)
        + _page(name, title)
        + table
        + _p("NoiDung", "{%p endif %}")
        for name, title, table in pages
    )
    return made + paragraph("CuoiMuc", "")


def _page(name: str, title: str) -> str:
    """The head of a page of its own behind the report."""
    label = _p("PhuLuc", f"{{{{ phu_luc_{name} }}}}")
    return label + _p("PhuLucTen", title) + _p("KemTheo", "{{ kem_theo }}")


def _table(name: str, columns: tuple[tuple[str, int, str], ...]) -> str:
    widths = [width for _, width, _ in columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = [_p("BangDau", title) for title, _, _ in columns]
    values = [_p("BangChu", f"{{{{ dong.{key} }}}}") for _, _, key in columns]
    loop = [_p("BangChu", f"{{%tr for dong in {name} %}}"), _p("BangChu", "{%tr endfor %}")]
    rows = (
        _row(widths, head, "<w:cantSplit/><w:tblHeader/>"),
        _row(widths, [loop[0], *[_p("BangChu", "")] * (len(widths) - 1)]),
        _row(widths, values),
        _row(widths, [loop[1], *[_p("BangChu", "")] * (len(widths) - 1)]),
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BangSoLieu"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(widths: list[int], cells: list[str], properties: str = "<w:cantSplit/>") -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


if __name__ == "__main__":
    main()
