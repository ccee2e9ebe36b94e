"""What the parts of a report and the columns of its tables are called in the dictionary; titles are folded."""

# The first words of a section's title -> its name here: those of the first level.
SECTIONS = (
    ("ket qua", "ket_qua"),
    ("ton tai", "ton_tai"),
    ("nhiem vu tu de ra", "tu_de_ra"),
    ("nhiem vu qua han", "qua_han"),
    ("nhiem vu", "nhiem_vu"),
    ("danh gia", "danh_gia"),
    ("phuong huong", "phuong_huong"),
    ("de xuat", "de_xuat"),
    ("kien nghi", "de_xuat"),
    ("noi dung cac bai", "cac_bai"),
)
# those of the second in a report that assesses a year.
YEARLY = (
    ("cong tac chi dao", "chi_dao"),
    ("ket qua", "ket_qua"),
    ("thuc hien nhiem vu", "thuc_hien"),
    ("uu diem", "uu_diem"),
    ("ton tai", "ton_tai"),
    ("nguyen nhan", "nguyen_nhan"),
    ("bai hoc", "bai_hoc"),
    ("boi canh", "boi_canh"),
    ("muc tieu", "muc_tieu"),
    ("nhiem vu", "nhiem_vu"),
)
# those of an article in the digest.
ARTICLE_PARTS = (
    ("ket qua", "ket_qua"),
    ("ton tai", "ton_tai"),
    ("nhiem vu duoc giao", "nhiem_vu"),
    ("nhiem vu tu de ra", "tu_de_ra"),
)
LISTS = tuple(dict.fromkeys(name for _, name in (*SECTIONS, *YEARLY)))
# The title of a column -> its name here.
TASK_COLUMNS = {
    "stt": "stt",
    "noi dung nhiem vu": "noi_dung",
    "nguoi, co quan giao": "nguoi_giao",
    "van ban, nguon giao": "van_ban",
    "chu tri": "chu_tri",
    "phoi hop": "phoi_hop",
    "thoi han": "thoi_han",
    "ket qua, tien do": "ket_qua",
    "tinh trang": "tinh_trang",
}
FIGURE_COLUMNS = {
    "stt": "stt",
    "chi tieu": "chi_tieu",
    "so lieu trong bai viet": "so_lieu",
    "don vi tinh": "don_vi",
    "tang, giam": "tang_giam",
    "so voi": "so_voi",
    "nguon": "nguon",
}
SOURCE_COLUMNS = {
    "so": "so",
    "ten bai viet": "ten",
    "noi dang": "noi_dang",
    "ngay dang": "ngay_dang",
    "tac gia": "tac_gia",
    "ten tep": "tep",
}
INDICATOR_COLUMNS = {
    "stt": "stt",
    "chi tieu": "chi_tieu",
    "don vi tinh": "don_vi",
    "nam": "nam_truoc",
    "ke hoach nam": "ke_hoach",
    "thuc hien nam": "thuc_hien",
    "so voi ke hoach (%)": "so_ke_hoach",
    "so voi cung ky (%)": "so_cung_ky",
}
COUNT_COLUMNS = {
    "stt": "stt",
    "noi dung": "noi_dung",
    "so bai": "so_bai",
    "ket qua (tich cuc)": "ket_qua",
    "ton tai (phan anh)": "ton_tai",
    "nhiem vu duoc giao": "nhiem_vu",
    "tu de ra": "tu_de_ra",
}
TABLES = {
    "bang_nhiem_vu": TASK_COLUMNS,
    "bang_so_lieu": FIGURE_COLUMNS,
    "bang_chi_tieu": INDICATOR_COLUMNS,
    "bang_dem": COUNT_COLUMNS,
}
