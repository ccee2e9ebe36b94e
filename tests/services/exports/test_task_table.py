"""The shown tasks as a workbook and as CSV, read back with readers of others."""

import csv
import io
import resource
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tttt_desktop.domain.errors import SaveFailed
from tttt_desktop.domain.following import Evidence, FollowedTask
from tttt_desktop.domain.records import Basis, Kind, LegalDocument, Status
from tttt_desktop.services.exports import task_table

TODAY = date(2023, 2, 1)
HOSTILE = '=HYPERLINK("http://vi.du","bấm")\r\n+1\t' + "dài " * 5_000
LATE = FollowedTask(
    id=1,
    article_id=1,
    start=0,
    quote="ngầm hoá cáp viễn thông",
    year=2023,
    assigned=2022,
    assigner="Phó Chủ tịch UBND tỉnh Trần Văn Mẫu",
    cooperating=("Sở Xây dựng", "Công an tỉnh"),
    deadline_on=date(2022, 9, 30),
    documents=(LegalDocument("Quyết định", "139/QĐ-UBND"),),
    evidence=(Evidence(7, 2, Kind.ACHIEVEMENT, "Đã ngầm hoá 7/10 tuyến"),),
    status=Status.UNDER_WAY,
    carried_from=2022,
)
OWN = FollowedTask(2, 1, 9, HOSTILE, 2023, 2023, basis=Basis.OWN_PLAN, note="-1+1")


def rows_of(path: Path) -> list[dict[str, object]]:
    head, *rows = load_workbook(path)["Nhiệm vụ"].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_a_row_a_task_in_the_order_given(tmp_path: Path) -> None:
    path = task_table.write([LATE, OWN], TODAY, tmp_path / "bảng.xlsx")
    late, own = rows_of(path)
    assert (late["STT"], own["STT"]) == (1, 2)
    assert late["Nhiệm vụ"] == LATE.quote
    assert late["Trạng thái"] == "Quá hạn"
    assert late["Hạn đến ngày"] == datetime(2022, 9, 30)
    assert late["Phối hợp"] == "Sở Xây dựng; Công an tỉnh"
    assert late["Căn cứ"] == "Quyết định 139/QĐ-UBND"
    assert late["Đối chiếu"] == "Có kết quả"
    assert late["Câu đối chiếu"] == "Kết quả: Đã ngầm hoá 7/10 tuyến"
    assert (late["Năm theo dõi"], late["Năm giao"]) == (2023, 2022)
    assert own["Được giao hay tự đề ra"] == "Tự đề ra"


def test_no_cell_is_computed(tmp_path: Path) -> None:
    path = task_table.write([OWN], TODAY, tmp_path / "bảng.xlsx")
    (row,) = load_workbook(path)["Nhiệm vụ"].iter_rows(min_row=2)
    assert not [cell for cell in row if cell.data_type == "f"]
    table = task_table.write([OWN], TODAY, tmp_path / "bảng.CSV")
    head, cells = csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig"), newline=""))
    told = dict(zip(head, cells, strict=True))
    assert told["Tiến độ"] == "'-1+1"
    assert told["Nhiệm vụ"].startswith("'=HYPERLINK")
    assert len(told["Nhiệm vụ"]) > 20_000


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "bảng.xlsx"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        with pytest.raises(SaveFailed):
            task_table.write([LATE, OWN], TODAY, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.glob("*bảng*")] == ["bảng.xlsx"]
