"""The data dictionary: every name that a mark may say, what it stands for, and what is inside it."""

from dataclasses import dataclass, field
from typing import Union

TEXT, NUMBER = "chữ", "số"
SOURCED, DRAWN = "chữ có nguồn", "biểu đồ"  # what stands in the text itself only


@dataclass(frozen=True, slots=True)
class Many:
    """A list, each member of one shape."""

    of: "Shape"


Shape = Union[str, Many, "Record"]


@dataclass(frozen=True, slots=True)
class Record:
    """Something with named values; `shown` is the one that stands for it where it is printed itself."""

    names: dict[str, Shape] = field(default_factory=dict)
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the dictionary as the guide prints it."""

    name: str
    shape: Shape
    says: str


LINE = Record(
    {"chu": SOURCED, "nhom": TEXT, "trich": Many(TEXT), "ma": Many(NUMBER)},
    shown="chu",
)
INNER = Record({"so": TEXT, "ten": TEXT, "muc": Many(LINE), "doan": Many(TEXT)}, shown="ten")
GROUP = Record({**INNER.names, "nhom": Many(INNER)}, shown="ten")
TASK = Record(
    dict.fromkeys(
        ("stt", "noi_dung", "nguoi_giao", "van_ban", "chu_tri", "phoi_hop", "thoi_han", "ket_qua",
         "tinh_trang", "nhom"),
        TEXT,
    ),
    shown="noi_dung",
)  # fmt: skip
FIGURE = Record(
    dict.fromkeys(("stt", "chi_tieu", "so_lieu", "don_vi", "tang_giam", "so_voi", "nguon", "nhom"), TEXT),
    shown="so_lieu",
)  # fmt: skip
ARTICLE = Record(
    dict.fromkeys(("so", "ten", "noi_dang", "ngay_dang", "tac_gia", "tep", "nhom"), TEXT),
    shown="ten",
)

INDICATOR = Record(
    dict.fromkeys(
        ("stt", "chi_tieu", "don_vi", "nam_truoc", "ke_hoach", "thuc_hien", "so_ke_hoach", "so_cung_ky", "nhom"), TEXT,
    ),
    shown="chi_tieu",
)  # fmt: skip
COUNT = Record(
    dict.fromkeys(("stt", "noi_dung", "so_bai", "ket_qua", "ton_tai", "nhiem_vu", "tu_de_ra", "nhom"), TEXT),
    shown="noi_dung",
)  # fmt: skip
TOLD = Record(
    {
        **dict.fromkeys(("so", "ten", "noi_dang", "ngay_dang", "tac_gia", "tep", "noi_dang_ngay", "tom_tat"), TEXT),
        **dict.fromkeys(("ket_qua", "ton_tai", "nhiem_vu", "tu_de_ra"), Many(LINE)),
        "nhom": Many(INNER),
    },
    shown="ten",
)  # fmt: skip
CHART = Record({"anh": DRAWN, "ten": TEXT, "mo_ta": TEXT}, shown="anh")
PART = Record({**INNER.names, "nhom": Many(GROUP)}, shown="ten")

_LINES = "các ý, mỗi ý một dòng; dùng với {{%p for muc in {0} %}}"
_GROUPS = "các ý xếp theo nhóm: nhom.so, nhom.ten, nhom.muc; dùng với {{%p for nhom in {0} %}}"
_PARTS = (
    ("ket_qua", "Kết quả, thành tích"),
    ("ton_tai", "Tồn tại, hạn chế"),
    ("nhiem_vu", "Nhiệm vụ được giao"),
    ("tu_de_ra", "Nhiệm vụ tự đề ra"),
    ("de_xuat", "Đề xuất, kiến nghị"),
    ("chi_dao", "Tổng kết năm: công tác chỉ đạo, điều hành"),
    ("thuc_hien", "Tổng kết năm: thực hiện nhiệm vụ được giao"),
    ("uu_diem", "Tổng kết năm: ưu điểm"),
    ("nguyen_nhan", "Tổng kết năm: nguyên nhân"),
    ("bai_hoc", "Tổng kết năm: bài học kinh nghiệm"),
    ("boi_canh", "Tổng kết năm: bối cảnh năm sau"),
    ("muc_tieu", "Tổng kết năm: mục tiêu, chỉ tiêu năm sau"),
    ("qua_han", "Theo dõi nhiệm vụ: nhiệm vụ quá hạn"),
)
_GROUPED = tuple(
    one for one in _PARTS if one[0] not in ("chi_dao", "thuc_hien", "bai_hoc", "boi_canh")
)

ENTRIES = (
    Entry("co_quan_chu_quan", TEXT, "Tên cơ quan chủ quản"),
    Entry("ten_co_quan", TEXT, "Tên cơ quan ban hành"),
    Entry("dong_so", TEXT, "Cả dòng số và ký hiệu: Số: 05/BC-SKHCN"),
    Entry("so", TEXT, "Số văn bản, trống khi chưa lấy số"),
    Entry("ky_hieu", TEXT, "Ký hiệu: BC-SKHCN"),
    Entry("dong_ngay", TEXT, "Cả dòng địa danh và ngày"),
    Entry("dia_danh", TEXT, "Địa danh"),
    Entry("ngay_ky", TEXT, "Ngày ký dạng 06/01/2026, trống khi chưa ký"),
    Entry("ten_loai", TEXT, "Tên loại văn bản: BÁO CÁO"),
    Entry("trich_yeu", TEXT, "Trích yếu nội dung"),
    Entry("kinh_gui", Many(TEXT), "Nơi nhận báo cáo ở đầu văn bản; in ra thì mỗi nơi một dòng"),
    Entry("nam", NUMBER, "Năm báo cáo"),
    Entry("nam_sau", NUMBER, "Năm kế hoạch"),
    Entry("mo_dau", Many(TEXT), "Đoạn mở đầu"),
    *(Entry(name, Many(LINE), f"{says}: {_LINES.format(name)}") for name, says in _PARTS),
    *(
        Entry(f"nhom_{name}", Many(GROUP), f"{says}: {_GROUPS.format(f'nhom_{name}')}")
        for name, says in _GROUPED
    ),
    *(Entry(f"tong_{name}", NUMBER, f"{says}: số ý") for name, says in _GROUPED),
    Entry("phan", Many(PART), "Mọi phần của báo cáo theo thứ tự, dùng được với nội dung nào cũng được: phan.so, phan.ten, phan.doan, phan.muc, phan.nhom"),
    Entry("diem_bao", Many(TOLD), "Điểm báo: từng bài viết; dùng với {%p for bai in diem_bao %}"),
    Entry("bang_dem", Many(COUNT), "Điểm báo: bảng đếm theo nguồn, lĩnh vực, nội dung phản ánh"),
    Entry("bang_nhiem_vu", Many(TASK), "Bảng nhiệm vụ; trong bảng dùng {%tr for dong in bang_nhiem_vu %}"),
    Entry("bang_so_lieu", Many(FIGURE), "Bảng số liệu, khi chọn Phụ lục số liệu"),
    Entry("bang_chi_tieu", Many(INDICATOR), "Tổng kết năm: biểu số liệu chỉ tiêu, khi chọn Phụ lục số liệu"),
    Entry("bieu_do", Many(CHART), "Biểu đồ, khi chọn Biểu đồ; dùng với {%p for hinh in bieu_do %}"),
    Entry("bai_viet", Many(ARTICLE), "Danh sách bài viết, số của bài là số trong ngoặc vuông sau mỗi ý"),
    *(
        Entry(f"phu_luc_{name}", TEXT, f"Số phụ lục của {says}, như Phụ lục II; trống khi báo cáo không có")
        for name, says in (
            ("bang_nhiem_vu", "bảng nhiệm vụ"),
            ("bang_so_lieu", "bảng số liệu"),
            ("bang_chi_tieu", "biểu chỉ tiêu"),
            ("bang_dem", "bảng đếm"),
            ("bieu_do", "biểu đồ"),
            ("bai_viet", "danh sách bài viết"),
        )
    ),
    Entry("so_bai_viet", NUMBER, "Số bài viết"),
    Entry("kem_theo", TEXT, "Dòng (Kèm theo Báo cáo số …) dưới tên phụ lục"),
    Entry("ket_thuc", TEXT, "Đoạn kết, có dấu ./. ở cuối"),
    Entry("quyen_han", TEXT, "Quyền hạn ký: KT. GIÁM ĐỐC"),
    Entry("chuc_vu", TEXT, "Chức vụ người ký"),
    Entry("nguoi_ky", TEXT, "Họ tên người ký"),
    Entry("noi_nhan", Many(TEXT), "Các dòng nơi nhận, dòng cuối là Lưu"),
)  # fmt: skip
NAMES: dict[str, Shape] = {one.name: one.shape for one in ENTRIES}
LOOP = Record(
    {"index": NUMBER, "index0": NUMBER, "first": NUMBER, "last": NUMBER, "length": NUMBER}
)
# The names that only one of the reports has, each with the key of its template.
CONTENTS = (
    ("diem_bao", "digest"),
    ("bang_dem", "digest"),
    ("uu_diem", "annual"),
    ("bai_hoc", "annual"),
    ("boi_canh", "annual"),
    ("muc_tieu", "annual"),
    ("bang_chi_tieu", "annual"),
    ("qua_han", "tasks"),
)
# What may stand behind "|": the names of Jinja that only shape text, and Vietnamese ones.
FILTERS = {
    "chu_hoa": "upper",
    "chu_thuong": "lower",
    "dem": "length",
    "noi": "join",
    "mac_dinh": "default",
    "upper": "upper",
    "lower": "lower",
    "capitalize": "capitalize",
    "trim": "trim",
    "length": "length",
    "count": "length",
    "join": "join",
    "default": "default",
    "first": "first",
    "last": "last",
}
