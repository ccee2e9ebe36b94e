"""The fields of a signed report: their names, and what each is called on screen."""

from tttt_desktop.domain.own_template import LABELS, Fields, Place

__all__ = ["HEAD", "LABELS", "PARTS", "TAIL", "Fields", "Place"]

HEAD = (
    "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu", "kinh_gui",
)  # fmt: skip
PARTS = ("ket_qua", "ton_tai", "nhiem_vu")
TAIL = ("quyen_han", "chuc_vu", "ho_ten", "noi_nhan", "luu")
