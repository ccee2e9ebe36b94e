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
PARTS = (
    ("I. KẾT QUẢ, THÀNH TÍCH NỔI BẬT", "ket_qua"),
    ("II. TỒN TẠI, HẠN CHẾ; NGUYÊN NHÂN", "ton_tai"),
    ("III. NHIỆM VỤ LÃNH ĐẠO GIAO", "nhiem_vu"),
)


def main() -> None:
    """Write the sample."""
    parts = ooxml.read(SOURCE.read_bytes())
    name = ooxml.main_part(parts)
    references = _references(parts, name)
    body = "".join((_head(), _text(), _signature(), _tables()))
    end = section(landscape=False, references=references)
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
        + rule(9355 / 20, 3 * LINE)
        + _p("NoiDung", "{%p if kinh_gui %}")
        + _p("KinhGui", 'Kính gửi: {{ kinh_gui|noi("; ") }}')
        + _p("NoiDung", "{%p endif %}")
    )


def _text() -> str:
    made = _p("NoiDung", "{%p for doan in mo_dau %}") + _p("NoiDung", "{{ doan }}")
    made += _p("NoiDung", "{%p endfor %}")
    for title, name in PARTS:
        made += _p("Heading1", title) + _groups(name)
    made += _p("NoiDung", "{%p if tu_de_ra %}") + _p("Heading1", "IV. NHIỆM VỤ TỰ ĐỀ RA")
    made += _groups("tu_de_ra") + _p("NoiDung", "{%p endif %}")
    return made + paragraph(
        "NoiDung", run("{{ ket_thuc }}"), '<w:keepNext/><w:spacing w:after="240"/>'
    )


def _groups(name: str) -> str:
    return "".join(
        (
            _p("NoiDung", f"{{%p for nhom in nhom_{name} %}}"),
            _p("Heading2", "{{ nhom.so }} {{ nhom.ten }}"),
            _p("NoiDung", "{%p for muc in nhom.muc %}"),
            _p("NoiDung", "{{ muc }}"),
            _p("NoiDung", "{%p endfor %}"),
            _inner() if name == "nhiem_vu" else "",
            _p("NoiDung", "{%p endfor %}"),
        )
    )


def _inner() -> str:
    """Tasks of one giver stand by field."""
    return "".join(
        (
            _p("NoiDung", "{%p for linh_vuc in nhom.nhom %}"),
            _p("Heading3", "{{ linh_vuc.so }} {{ linh_vuc.ten }}"),
            _p("NoiDung", "{%p for muc in linh_vuc.muc %}"),
            _p("NoiDung", "{{ muc }}"),
            _p("NoiDung", "{%p endfor %}"),
            _p("NoiDung", "{%p endfor %}"),
        )
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


def _tables() -> str:
    new_page = "<w:pageBreakBefore/>"
    return "".join(
        (
            _p("NoiDung", "{%p if bang_nhiem_vu %}"),
            paragraph("PhuLuc", run("Phụ lục I"), new_page),
            _p("PhuLucTen", "BẢNG THEO DÕI NHIỆM VỤ"),
            _p("KemTheo", "{{ kem_theo }}"),
            _table("bang_nhiem_vu", TASKS),
            _p("NoiDung", "{%p endif %}"),
            paragraph("PhuLuc", run("Phụ lục II"), new_page),
            _p("PhuLucTen", "DANH SÁCH BÀI VIẾT"),
            _p("KemTheo", "{{ kem_theo }}"),
            _table("bai_viet", ARTICLES),
            paragraph("CuoiMuc", ""),
        )
    )


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
