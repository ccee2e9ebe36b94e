"""Followed tasks as one table for a spreadsheet, as they stand in the list: their order, nothing shortened."""

from collections.abc import Callable, Iterable
from datetime import date

from tttt_desktop.domain.following import MENTIONS, STATES, FollowedTask
from tttt_desktop.reporting.lines import documents
from tttt_desktop.reporting.spreadsheets.sheets import (
    BASIS_LABEL,
    KIND_LABEL,
    Heading,
    Sheet,
    Value,
)

_Columns = tuple[tuple[str, int, Callable[[FollowedTask, date], Value]], ...]
_COLUMNS: _Columns = (
    ("Nhiệm vụ", 50, lambda one, _: one.wording),
    ("Trích nguyên văn", 60, lambda one, _: one.quote),
    ("Lĩnh vực", 20, lambda one, _: one.field),
    ("Được giao hay tự đề ra", 14, lambda one, _: BASIS_LABEL[one.basis]),
    ("Người giao", 30, lambda one, _: one.assigner),
    ("Chủ trì", 24, lambda one, _: one.lead),
    ("Phối hợp", 24, lambda one, _: "; ".join(one.cooperating)),
    ("Thời hạn trong bài", 18, lambda one, _: one.deadline_text),
    ("Hạn đến ngày", 12, lambda one, _: one.deadline_on),
    ("Căn cứ", 30, lambda one, _: documents(one.documents)),
    ("Trạng thái", 18, lambda one, on: STATES[one.state(on)]),
    ("Ngày hoàn thành", 12, lambda one, _: one.done_on),
    ("Tiến độ", 30, lambda one, _: one.note),
    ("Đối chiếu", 18, lambda one, _: MENTIONS[one.mention]),
    ("Câu đối chiếu", 60, lambda one, _: _evidence(one)),
    ("Năm theo dõi", 10, lambda one, _: one.year),
    ("Năm giao", 10, lambda one, _: one.carried_from or one.assigned),
    ("Chuyển sang năm", 10, lambda one, _: one.carried_to),
    ("Tỉnh, thành phố", 16, lambda one, _: one.province),
    ("Bài viết", 40, lambda one, _: one.title),
    ("Nơi đăng", 20, lambda one, _: one.outlet),
    ("Ngày đăng", 12, lambda one, _: one.published_on),
)


def task_sheet(tasks: Iterable[FollowedTask], today: date) -> Sheet:
    """A row a task, numbered from 1; `today` decides what is overdue."""
    headings = (Heading("STT", 6), *(Heading(title, width) for title, width, _ in _COLUMNS))
    rows = tuple(
        (number, *(value(one, today) for _, _, value in _COLUMNS))
        for number, one in enumerate(tasks, 1)
    )
    return Sheet("Nhiệm vụ", headings, rows)


def _evidence(task: FollowedTask) -> str:
    return "\n".join(f"{KIND_LABEL[one.kind]}: {one.text}" for one in task.evidence)
