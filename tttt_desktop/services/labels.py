"""What the acts of the reader are called: Undo and the history say it in these words."""

from collections.abc import Mapping
from typing import Any

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind

KINDS = {Kind.ACHIEVEMENT: "kết quả", Kind.SHORTCOMING: "tồn tại", Kind.TASK: "nhiệm vụ"}
ANNOTATION = {
    "statement": "Sửa câu viết trong báo cáo",
    "field": "Đổi lĩnh vực",
    "note": "Sửa ghi chú",
    "cause": "Sửa nguyên nhân",
    "remedy": "Sửa giải pháp",
}
TASK = {
    "basis": "Đổi nguồn nhiệm vụ",
    "assigner": "Sửa người giao",
    "lead": "Sửa cơ quan chủ trì",
    "cooperating": "Sửa cơ quan phối hợp",
    "deadline_text": "Sửa thời hạn",
    "deadline_on": "Sửa thời hạn",
    "documents": "Sửa căn cứ",
    "status": "Đổi trạng thái nhiệm vụ",
}
ARTICLE = {
    "title": "Sửa tiêu đề",
    "outlet": "Sửa nơi đăng",
    "byline": "Sửa tác giả",
    "published_on": "Sửa ngày đăng",
    "event_on": "Sửa ngày hội nghị",
    "province": "Sửa địa phương",
    "review_year": "Sửa năm đánh giá",
    "plan_year": "Sửa năm giao",
    "state": "Đổi trạng thái bài viết",
    "note": "Sửa ghi chú bài viết",
}


def act(subject: str, values: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, str]:
    """The label of an edit, and the merge key of typing in one field. Raises UserError for a name we do not know."""
    unknown = sorted(values.keys() - names.keys())
    if unknown or not values:
        raise UserError(f"Không có mục “{', '.join(unknown)}” để sửa.", "Hãy xem lại tên mục.")
    acts = {names[name] for name in values}
    label = acts.pop() if len(acts) == 1 else "Sửa nhiều mục"
    return label, f"{subject} {' '.join(sorted(values))}"
