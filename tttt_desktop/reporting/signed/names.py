"""The fields of a signed report: their names, and what each is called on screen."""

from tttt_desktop.domain.own_template import Fields, Place

__all__ = ["HEAD", "LABELS", "PARTS", "TAIL", "Fields", "Place"]

LABELS = {
    "co_quan_chu_quan": "Cơ quan chủ quản",
    "co_quan_ban_hanh": "Cơ quan ban hành",
    "so_ky_hieu": "Số và ký hiệu",
    "dia_danh_ngay": "Địa danh và ngày",
    "ten_loai": "Tên loại",
    "trich_yeu": "Trích yếu",
    "kinh_gui": "Kính gửi",
    "nam": "Năm báo cáo",
    "nam_sau": "Năm kế hoạch",
    "mo_dau": "Đoạn mở đầu",
    "ket_qua": "Đề mục kết quả",
    "ton_tai": "Đề mục tồn tại",
    "nhiem_vu": "Đề mục nhiệm vụ",
    "bang_nhiem_vu": "Bảng nhiệm vụ",
    "ket_thuc": "Đoạn kết",
    "quyen_han": "Quyền hạn ký",
    "chuc_vu": "Chức vụ người ký",
    "ho_ten": "Họ tên người ký",
    "noi_nhan": "Nơi nhận",
    "luu": "Lưu",
}
HEAD = ("co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu", "kinh_gui")  # fmt: skip
PARTS = ("ket_qua", "ton_tai", "nhiem_vu")
TAIL = ("quyen_han", "chuc_vu", "ho_ten", "noi_nhan", "luu")
