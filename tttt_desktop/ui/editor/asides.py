"""The paragraphs that were set aside on import: a quiet line at the end of the text that unfolds."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tttt_desktop.domain.records import Aside
from tttt_desktop.ui.widgets import ElidedLabel, button

_REASONS_NAMED = 3


def summary(asides: Sequence[Aside]) -> str:
    """ "Đã để riêng 6 đoạn: lượt xem, tin liên quan…" """
    reasons = list(dict.fromkeys(aside.reason for aside in asides if aside.reason))
    named = ", ".join(reason[:1].lower() + reason[1:] for reason in reasons[:_REASONS_NAMED])
    more = "…" if len(reasons) > _REASONS_NAMED else ""
    return f"Đã để riêng {len(asides)} đoạn" + (f": {named}{more}" if named else "")


class AsideList(QFrame):
    """Folded: one line with [Xem]. Unfolded: each paragraph in grey with its reason and [Đưa trở lại]."""

    restore_requested = Signal(int)
    focused = Signal(QWidget)  # the keyboard came to this button
    unfolded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asides: tuple[Aside, ...] = ()
        self._restores: dict[QPushButton, int] = {}
        self._rows: list[QWidget] = []
        self._summary = ElidedLabel(px=12)
        self._summary.setProperty("role", "meta")
        self._toggle = button("", "link")
        self._toggle.clicked.connect(self._fold)
        self._toggle.installEventFilter(self)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._summary, 1)
        first.addWidget(self._toggle)
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(10)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 8)
        self._column.setSpacing(6)
        self._column.addLayout(first)
        self._column.addWidget(self._body)
        self._set_unfolded(False)

    def show_asides(self, asides: tuple[Aside, ...], *, keep_open: bool) -> None:
        """Show what was set aside; nothing at all when that is nothing."""
        unfolded = keep_open and self._unfolded and bool(asides)
        if asides != self._asides:
            self._asides = asides
            self._summary.setText(summary(asides))
            self._clear()
        self._set_unfolded(unfolded)
        self.setVisible(bool(asides))

    @Slot()
    def _fold(self) -> None:
        self._set_unfolded(not self._unfolded)
        if self._unfolded:
            self.unfolded.emit()

    def _set_unfolded(self, unfolded: bool) -> None:
        self._unfolded = unfolded
        self._toggle.setText(self.tr("Ẩn") if unfolded else self.tr("Xem"))
        self._toggle.setAccessibleName(f"{self._toggle.text()}: {self._summary.text()}")
        if unfolded and not self._restores:
            self._fill()
        self._body.setVisible(unfolded)

    def height_at(self, width: int) -> int:
        """Pixels it takes at a width."""
        layout = self._column
        return (
            layout.heightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.sizeHint().height()
        )

    def _clear(self) -> None:
        self._restores.clear()
        for row in self._rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows.clear()

    def _fill(self) -> None:
        for aside in self._asides:
            self._rows.append(self._row(aside))
            self._list.addWidget(self._rows[-1])
        for before, after in pairwise((self._toggle, *self._restores)):
            QWidget.setTabOrder(before, after)

    def _row(self, aside: Aside) -> QWidget:
        row = QWidget()
        text = QLabel(aside.text)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setProperty("role", "meta")
        reason = ElidedLabel(aside.reason, px=11, weight=600)
        restore = button(self.tr("Đưa trở lại"), "flat")
        restore.setAccessibleName(f"{restore.text()}: {aside.text[:60]}")
        restore.clicked.connect(self._restore)
        restore.installEventFilter(self)
        self._restores[restore] = aside.id
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(reason)
        words.addWidget(text)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(restore, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.focused.emit(watched)
        return super().eventFilter(watched, event)

    @Slot()
    def _restore(self) -> None:
        restore = self.sender()
        assert isinstance(restore, QPushButton)
        self.restore_requested.emit(self._restores[restore])
