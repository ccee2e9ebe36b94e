"""What is read out of a document that is to become an office's own template: lines, fields, marks, problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# The fields of a signed report in the order of the document, as they are called on screen.
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


BRIEFING = "briefing"  # the contents of a template of which nothing else is known


class TemplateKind(StrEnum):
    """How a template is filled: by the fields found in a signed report, or by the marks written into it."""

    SIGNED = "signed"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Place:
    """Some of the text of a line: [start, stop) in code points."""

    line: int
    start: int
    stop: int


Fields = dict[str, tuple[Place, ...]]  # a field that is not there has no entry


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a mark; `paragraph` counts from 1."""

    paragraph: int
    message: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may become a template: cleaned bytes, its lines, and what was found in them.

    `contents`: the template of the program whose contents it takes.
    """

    name: str
    kind: TemplateKind
    docx: bytes
    lines: tuple[str, ...]
    fields: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    contents: str = BRIEFING

    def said(self, name: str) -> str:
        """What stands in a field, a line each; "" for one that is not there."""
        return said(self.lines, self.fields.get(name, ()))


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template that the dossier keeps. `texts`: what stood in its fields when they were found."""

    id: int
    name: str
    kind: TemplateKind
    added_on: date
    fields: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    contents: str = BRIEFING


def said(lines: tuple[str, ...], places: tuple[Place, ...]) -> str:
    """What stands at some places, a line each."""
    return "\n".join(lines[one.line][one.start : one.stop].strip() for one in places)
