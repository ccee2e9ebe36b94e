"""What the bar under the text says: where the reader stands and which keys work now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from tttt_desktop.domain.records import Annotation, Kind
from tttt_desktop.ui.editor.keys import READING, Act
from tttt_desktop.ui.editor.marks import Mark
from tttt_desktop.ui.theme import KIND_LABEL, kind_label

KIND_ACTS = {
    Kind.ACHIEVEMENT: ("1", Act.ACHIEVEMENT),
    Kind.SHORTCOMING: ("2", Act.SHORTCOMING),
    Kind.TASK: ("3", Act.TASK),
}


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that can be done now: its word, its key as printed on the keyboard, what a click asks for.

    `act` is an Act of the reader or, in another view, the id of a command. `name` is said to a screen reader where the label alone does not tell what is done.
    """

    label: str
    key: str
    act: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class BarContent:
    """The bar from left to right: `lead`, then `label` in the colour of the kind. `note` is a second, smaller line;
    `act`: what a click on the words asks for.
    """

    lead: str
    kind: Kind | None = None
    label: str = ""
    note: str = ""
    act: str | None = None
    hints: tuple[Hint, ...] = ()


def without_decisions(content: BarContent) -> BarContent:
    """The same where nothing may be changed."""
    return replace(
        content,
        hints=tuple(hint for hint in content.hints if hint.act in READING),
        note=content.note if content.act in READING else "",
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("reader", text)


def bar_content(
    marks: Sequence[Mark], current: Mark | None, number: int, total: int, *, chosen: bool = False
) -> BarContent:
    """What to say with the cursor on `current`, the `number`-th of `total` suggestions (0: on none).

    `chosen`: the person has set the ends of the passage.
    """
    if current is not None and not current.decided:
        lead = _tr("Gợi ý {number}/{total}").format(number=number, total=total)
        return BarContent(
            lead,
            current.kind,
            current.label,
            note=_why(current),
            act=Act.WHY,
            hints=_on_suggestion(),
        )
    waiting = any(not mark.decided for mark in marks)
    if not waiting and total:
        lead = _tr("Hết gợi ý trong bài này. Ctrl+Enter: Xong, bài tiếp")
        return BarContent(lead, act=Act.DONE, hints=_on_mark() if current else ())
    following = (Hint(_tr("Gợi ý tiếp"), "Space", Act.LATER),) if waiting else ()
    if current is not None:
        return BarContent("", current.kind, current.label, hints=_on_mark() + following)
    if marks:
        lead = _tr("Đoạn đã chọn") if chosen else _tr("Câu này")
        return BarContent(lead, hints=_on_plain() + following)
    return BarContent(
        _tr("Chương trình không tìm thấy gợi ý trong bài này."),
        note=_tr("Chưa có đánh dấu. Đặt con trỏ vào một câu rồi bấm 1, 2 hoặc 3."),
    )


def place_content(lost: Annotation) -> BarContent:
    """What to say while a new place is being chosen for a lost mark."""
    return BarContent(
        _tr("Mất chỗ"),
        lost.kind,
        kind_label(lost.kind),
        note=_tr("Chọn câu mới trong bài cho: {quote}").format(quote=lost.quote),
        hints=(
            Hint(_tr("Đặt lại chỗ"), "Enter", Act.ACCEPT),
            Hint(_tr("Thôi"), "Esc", Act.RESET),
            Hint(_tr("Xoá"), "Del", Act.DECLINE),
        ),
    )


def hit_content(content: BarContent, number: int, total: int) -> BarContent:
    """The same, saying which of the places that were searched for this is."""
    said = _tr("Chỗ tìm thấy {number}/{total} · F3: chỗ tiếp")
    return replace(content, note=said.format(number=number, total=total), act=None)


def _why(current: Mark) -> str:
    """How sure the program is, and the key that shows why."""
    return _tr("{sure} · F7: vì sao?").format(sure=current.sure.capitalize())


def with_reason(content: BarContent, reason: str) -> BarContent:
    """The same with the reason of the suggestion in place of the hints: for as long as it is asked for."""
    return replace(content, note=_tr("Vì sao: {reason}").format(reason=reason), hints=())


def _on_suggestion() -> tuple[Hint, ...]:
    return (
        Hint(_tr("Nhận"), "Enter", Act.ACCEPT),
        Hint(_tr("Bỏ"), "Del", Act.DECLINE),
        *_change_kind(),
        Hint(_tr("Để sau"), "Space", Act.LATER),
    )


def _on_mark() -> tuple[Hint, ...]:
    return (
        *_change_kind(),
        Hint(_tr("Xoá"), "Del", Act.DECLINE),
        Hint(_tr("Sửa"), "F2", Act.EDIT),
    )


def _change_kind() -> tuple[Hint, ...]:
    """One word and three keys, each with its own button."""
    label = _tr("Đổi loại")
    return tuple(
        Hint("" if number else label, key, act, f"{label}: {KIND_LABEL[kind]}")
        for number, (kind, (key, act)) in enumerate(KIND_ACTS.items())
    )


def _on_plain() -> tuple[Hint, ...]:
    return tuple(Hint(KIND_LABEL[kind], key, act) for kind, (key, act) in KIND_ACTS.items())
