"""What the bar under the tasks says: where the keyboard stands and which keys work now."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from tttt_desktop.domain.records import Status
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.hints import BarContent, Hint
from tttt_desktop.ui.following.rows import Row

STATUS_COMMANDS = {
    "task_not_started": Status.NOT_STARTED,
    "task_under_way": Status.UNDER_WAY,
    "task_completed": Status.COMPLETED,
    "task_dropped": Status.DROPPED,
}
_NAMES = (
    ("task_not_started", "Chưa thực hiện"),
    ("task_under_way", "Đang thực hiện"),
    ("task_completed", "Hoàn thành"),
    ("task_dropped", "Không còn phù hợp"),
)
_READING = ("next_match", "open_task", "open_evidence")


def _tr(text: str) -> str:
    return QCoreApplication.translate("following", text)


def bar_content(
    row: Row | None, offered: int, number: int, total: int, *, searching: bool, read_only: bool
) -> BarContent:
    """What to say with the keyboard at a task and one of its proposals, the `number`-th of `total` that are open."""
    if row is None:
        return BarContent(_tr("Chọn một nhiệm vụ."))
    match = row.matches[offered] if offered < len(row.matches) else None
    if match is not None:
        kind = match.evidence.kind
        lead = _tr("Gợi ý {number}/{total}").format(number=number, total=total)
        note = "; ".join(match.reasons)
        content = BarContent(lead, kind, theme.KIND_LABEL[kind], note, "open_evidence", _on_match())
    else:
        content = BarContent(_without(total, searching), hints=_on_task(waiting=bool(total)))
    return _for_reading(content) if read_only else content


def _without(total: int, searching: bool) -> str:
    if searching:
        return _tr("Đang tìm đối chiếu…")
    return _tr("Nhiệm vụ này không có gợi ý.") if total else _tr("Hết gợi ý đối chiếu.")


def _for_reading(content: BarContent) -> BarContent:
    """The same where nothing may be changed."""
    return replace(content, hints=tuple(hint for hint in content.hints if hint.act in _READING))


def _on_match() -> tuple[Hint, ...]:
    return (
        Hint(_tr("Nhận"), "Enter", "accept_match"),
        Hint(_tr("Bỏ"), "Del", "decline_match"),
        Hint(_tr("Để sau"), "Space", "next_match"),
        *_statuses(),
        Hint(_tr("Mở bài"), "Ctrl+Enter", "open_task"),
    )


def _on_task(*, waiting: bool) -> tuple[Hint, ...]:
    following = (Hint(_tr("Gợi ý tiếp"), "Space", "next_match"),) if waiting else ()
    return (
        *following,
        *_statuses(),
        Hint(_tr("Gắn kết quả"), "Ctrl+G", "link_result"),
        Hint(_tr("Tiến độ"), "F2", "edit_progress"),
        Hint(_tr("Mở bài"), "Ctrl+Enter", "open_task"),
    )


def _statuses() -> tuple[Hint, ...]:
    """One word and four keys, each with its own button."""
    label = _tr("Trạng thái")
    return tuple(
        Hint("" if at else label, str(at + 1), command, f"{label}: {_tr(name)}")
        for at, (command, name) in enumerate(_NAMES)
    )
