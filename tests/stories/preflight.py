"""What the check before handing in found, in its states."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from story import story

from tttt_desktop.services.preflight import Finding, Place, Preflight
from tttt_desktop.ui.report.check_file import CheckedFileDialog
from tttt_desktop.ui.report.preflight import PreflightPane

_LONG = "Đường kẻ dưới tên cơ quan: là một dãy ký tự “─” chứ không phải đường kẻ, ở dòng “TỈNH BÀ RỊA - VŨNG TÀU”."
_SENSE = (
    Finding("Số 74,2 không có trong trích dẫn (gốc: 742,67).", "Hãy sửa câu viết theo đúng trích dẫn.", (Place(1, 1, "Doanh thu"),)),
    Finding("02 nhiệm vụ được giao chưa có thời hạn.", "Hãy điền Thời hạn; bài không nêu thì để trống.", (Place(1, 2, "“rà soát quy hoạch hạ tầng số”"), Place(1, 3, "“phủ sóng các thôn còn lại”"))),
    Finding("Hai nguồn lệch nhau: 742,67 và 742,76 tỷ đồng.", "Hãy đối chiếu hai câu rồi sửa câu viết.", (Place(1, 4, "a"), Place(2, 5, "b"))),
    Finding("“UBND huyện Hải Mẫu”: cấp huyện không còn từ 01/07/2025.", "Hãy thay bằng cơ quan cấp xã hoặc cấp tỉnh.", (), "office.recipients"),
)  # fmt: skip
_FAULTS = (
    Finding(_LONG, "Hãy kẻ một nét liền dài từ 1/3 đến 1/2 dòng chữ.", rule="H07", clause="II.2b"),
    Finding("Lề trang: lề trái 25,4 mm (cần 30-35 mm).", "Hãy sửa trong Bố trí > Lề của Word.", rule="P03", clause="I.3"),
)  # fmt: skip


def _pane(result: Preflight) -> QWidget:
    pane = PreflightPane()
    pane.show_result(result)
    return pane


@story("preflight", width=900, height=120)
def sound() -> QWidget:
    return _pane(Preflight((), (), 57, 3))


@story("preflight", width=900, height=300)
def found() -> QWidget:
    return _pane(Preflight(_SENSE, _FAULTS, 55, 3))


@story("preflight", width=620, height=300, focus=True)
def narrow_and_long() -> QWidget:
    return _pane(Preflight(_SENSE * 4, _FAULTS, 55, 3))


@story("preflight", width=860, height=420)
def of_a_file() -> QWidget:
    name = Path("Báo cáo tổng kết công tác năm 2025 và phương hướng, nhiệm vụ năm 2026.docx")
    return CheckedFileDialog(name, Preflight((), _FAULTS * 6, 40, 3))
