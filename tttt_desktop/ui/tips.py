"""One-time hints: the first suggestion, the first mark, the first report. Each goes by Esc or by doing the thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tttt_desktop.domain.records import SuggestionState, Totals
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.text_view import TextView
from tttt_desktop.ui.menus.actions import Actions
from tttt_desktop.ui.reading_view import ReadingView
from tttt_desktop.ui.settings import Settings

_WIDTH, _NARROW, _EDGE = 520, 348, 12


class Window(Protocol):
    """What the hints need of the main window."""

    settings: Settings
    reading: ReadingView
    commands: Actions
    totals: Totals


@dataclass(frozen=True, slots=True)
class Tip:
    """A hint, when it is due, and whether it belongs to the button at the upper right."""

    name: str
    text: str
    due: Callable[[Window], bool]
    at_report: bool = False


def _on_suggestion(window: Window) -> bool:
    return window.commands["accept"].isEnabled()


def _on_plain_text(window: Window) -> bool:
    page, place = window.reading.page, window.reading.reader.place
    if page is None or place is None or window.reading.ref is not None:
        return False
    taken = [one.span for one in page.annotations]
    taken += [o.proposal.span for o in page.suggestions if o.state is SuggestionState.OPEN]
    free = not any(span.overlaps(place) for span in taken)
    return free and window.commands["mark_task"].isEnabled()


def _has_something_to_report(window: Window) -> bool:
    page, totals = window.reading.page, window.totals
    marked = totals.achievements + totals.shortcomings + totals.tasks > 0
    return marked and (totals.done > 0 or (page is not None and not page.suggestions))


TIPS = (
    Tip(
        "suggestion",
        "Câu có gạch chấm là gợi ý của chương trình. Bấm Enter để nhận, Delete để bỏ, Space để xem sau. "
        "Bấm nhầm thì Ctrl+Z.",
        _on_suggestion,
    ),
    Tip(
        "mark",
        "Câu này chưa có gợi ý. Nếu cần, bấm 1 (Kết quả), 2 (Tồn tại) hoặc 3 (Nhiệm vụ) để đánh dấu nó.",
        _on_plain_text,
    ),
    Tip(
        "report",
        "Đã có nội dung cho báo cáo. Bấm F9 để xem trước rồi xuất ra Word, lúc nào cũng được.",
        _has_something_to_report,
        at_report=True,
    ),
)


class TipBubble(QFrame):
    """Floats over the window and takes no keyboard focus, so that the keys go on working."""

    def __init__(
        self, text: str, parent: QWidget, closed: Callable[[], object], widest: int = _WIDTH
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bubble")
        self.setAccessibleName(text)
        icon = QLabel(self)
        icon.setPixmap(theme.icon("info", "accent").pixmap(QSize(16, 16)))
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        close = QPushButton(self)
        close.setProperty("role", "flat")
        close.setIcon(theme.icon("close"))
        close.setAccessibleName(self.tr("Đóng lời nhắc (Esc)"))
        close.setToolTip(self.tr("Đóng lời nhắc (Esc)"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 4, 8)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        width = min(widest, parent.width() - 2 * _EDGE)
        self.resize(width, self.heightForWidth(width))

    def show_at(self, place: QPoint) -> None:
        """Appear at a place of the parent, and be read aloud where that is asked for."""
        self.move(place)
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.raise_()


class Tips(QObject):
    """Shows at most one hint, where it covers neither the passage under the cursor nor its card, nor a drawer."""

    def __init__(self, window: Window, over: QWidget) -> None:
        super().__init__(over)
        self._window, self._over = window, over
        self._shown: tuple[Tip, TipBubble] | None = None
        reader, commands = window.reading.reader, window.commands
        for signal in (reader.accept_requested, reader.decline_requested):
            signal.connect(partial(self._did, "suggestion"))
        reader.annotate_requested.connect(partial(self._did, "mark"))
        commands["report"].triggered.connect(partial(self._did, "report"))
        window.reading.place_changed.connect(self.refresh)
        window.reading.panes.visibility_changed.connect(self.refresh)
        for text in reader.findChildren(TextView):
            text.verticalScrollBar().valueChanged.connect(self._put_in_place)
            text.acted.connect(self._look_again)
            text.clicked.connect(self._look_again)
            text.installEventFilter(self)  # Esc
        over.installEventFilter(self)

    def forget(self) -> None:
        """Show every hint once more, the one that is due now at once."""
        for tip in TIPS:
            self._window.settings.set_flag(f"tip/{tip.name}", False)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show a hint that has become due; move the one that is on screen out of the way."""
        if not self._window.reading.isVisible():
            self._hide()
            return
        if self._shown is None:
            due = (tip for tip in TIPS if self._is_new(tip) and tip.due(self._window))
            self._show(next(due, None))
        self._put_in_place()

    @Slot()
    def _look_again(self) -> None:
        """Once the reader has done what it was asked for."""
        QTimer.singleShot(0, self.refresh)

    def _is_new(self, tip: Tip) -> bool:
        return not self._window.settings.flag(f"tip/{tip.name}")

    def _show(self, tip: Tip | None) -> None:
        if tip is not None:
            widest = _NARROW if tip.at_report else _WIDTH
            bubble = TipBubble(self.tr(tip.text), self._over, self.dismiss, widest)
            self._shown = tip, bubble

    @Slot()
    def dismiss(self) -> None:
        """The hint that is on screen has been read."""
        if self._shown is not None:
            self._window.settings.set_flag(f"tip/{self._shown[0].name}")
            self._hide()

    def _hide(self) -> None:
        if self._shown is not None:
            self._shown[1].hide()
            self._shown[1].deleteLater()
            self._shown = None

    def _did(self, name: str, *_: object) -> None:
        """The person knows how to do it."""
        if self._shown is not None and self._shown[0].name == name:
            self.dismiss()
        else:
            self._window.settings.set_flag(f"tip/{name}")

    @Slot()
    def _put_in_place(self) -> None:
        if self._shown is None:
            return
        tip, bubble = self._shown
        reading = self._window.reading
        passage, card = reading.reader.passage_on_screen(), reading.cards.open_card_on_screen()
        taken = passage, card, *reading.panes.covered()
        for place in self._places(tip, bubble.size()):
            here = QRect(place + self._origin(), bubble.size())
            if not any(map(here.intersects, taken)):
                bubble.show_at(place)
                return
        bubble.hide()

    def _origin(self) -> QPoint:
        return self._over.mapTo(self._over.window(), QPoint())

    def _places(self, tip: Tip, size: QSize) -> Sequence[QPoint]:
        """Where it may stand, the best place first: at the foot of the text, at its head, below the report's button."""
        text = self._window.reading.reader.text_on_screen().translated(-self._origin())
        left = text.left() + max(0, (text.width() - size.width()) // 2)
        top, foot = text.top() + _EDGE, text.bottom() - size.height() - _EDGE
        corner = QPoint(self._over.width() - size.width() - _EDGE, text.top() - 60)
        beside = [QPoint(left, foot), QPoint(left, top)]
        return [corner, *beside] if tip.at_report else [*beside, corner]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._put_in_place()
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self._shown is not None
            and self._shown[1].isVisible()
        ):
            self.dismiss()
            return True
        return False
