"""Đọc lại báo cáo từ Word: every difference, decided with one key, in words of the person's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.differences import Pair
from tttt_desktop.domain.returned import Comparison
from tttt_desktop.services import edited, returned
from tttt_desktop.services.returned import Fate, Held, Returned
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.returned.view import ReturnedModel, ReturnedView
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

_EDGE = 14  # of the view's texts, with its frame
_DECIDED = ("placement", "line", "annotation", "article", "task", "setting")
_PLACED = (Fate.MOVED, Fate.REORDERED)


class ReturnedDialog(QDialog):
    """Stays open beside the work. `place_requested` (article, annotation): the sentence is to be shown."""

    place_requested = Signal(int, int)

    def __init__(
        self,
        held: OpenDossier,
        came: Held,
        compared: Comparison,
        pairs: Sequence[Pair],
        path: Path,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._held, self._came, self._compared = held, came, compared
        self.setWindowTitle(self.tr("Đọc lại báo cáo từ Word"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at_size(self, 1040, 640)
        items = returned.judged(held.dossier, came.report, compared.findings)
        self._model = ReturnedModel(items, pairs, self)
        self._view = ReturnedView(self._model, self)
        self._said = QLabel(self)
        self._build(path)
        self._connect()
        self._view.setCurrentIndex(self._model.index(max(0, self._next_open(-1, 1))))
        self._tell()
        self._view.setFocus()

    # -- building -------------------------------------------------------------------------------

    def _build(self, path: Path) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(8)
        title = ElidedLabel(path.name, px=15, weight=600)
        made = self._came.report
        about = self.tr("{title} · lập lúc {time}, ngày {day}").format(
            title=made.title, time=f"{made.made_at:%H:%M}", day=f"{made.made_at:%d/%m/%Y}"
        )
        meta = ElidedLabel(about, px=12)
        meta.setProperty("role", "meta")
        column.addWidget(title)
        column.addWidget(meta)
        for text in self._cautions(path):
            note = ElidedLabel(text, lines=2, px=12)
            note.setProperty("role", "warn")
            column.addWidget(note)
        column.addLayout(self._heads())
        column.addWidget(self._view, 1)
        column.addWidget(self._said)
        column.addLayout(self._buttons())
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setProperty("role", "meta")

    def _cautions(self, path: Path) -> Iterator[str]:
        came = self._came.edited
        if edited.open_in_word(path):
            yield self.tr("Tệp đang mở trong Word: phần chưa lưu trong Word chưa có ở đây.")
        if came.revised:
            yield self.tr("Tệp còn thay đổi chưa duyệt (Track Changes): được đọc như đã chấp nhận.")
        if self._compared.sorted_rows:
            yield self.tr(
                "Bảng đã được xếp lại trong Word; bảng luôn theo thứ tự của báo cáo nên thứ tự đó không nhận."
            )
        if self._compared.rows_gone:
            said = self.tr(
                "{count} dòng chỉ bị xoá ở bảng; câu vẫn còn ở phần chữ nên vẫn vào báo cáo."
            )
            yield said.format(count=number(self._compared.rows_gone))
        notes = returned.changed_notes(self._held.dossier, came)
        if notes:
            said = self.tr(
                "{count} chú thích nguồn khác với hồ sơ; chú thích không được đọc lại, hãy sửa ở thông tin bài viết."
            )
            yield said.format(count=number(notes))
        if came.comments:
            said = self.tr("Tệp có {count} ghi chú bên lề; ghi chú không được đọc vào hồ sơ.")
            yield said.format(count=number(came.comments))

    def _heads(self) -> QGridLayout:
        grid = self._columns = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, 44)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(0)
        for at, text in ((0, self.tr("Như đã lập báo cáo")), (2, self.tr("Trong tệp Word"))):
            head = ElidedLabel(text, px=12, weight=600)
            head.setProperty("role", "label")
            grid.addWidget(head, 0, at)
        return grid

    @Slot()
    def _align_heads(self) -> None:
        """Over the columns of the view, which has a scroll bar or has none."""
        bar = self._view.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() else 0
        self._columns.setContentsMargins(_EDGE, 4, _EDGE + room, 0)

    def _buttons(self) -> QHBoxLayout:
        self._accept = button(self.tr("Nhận (Enter)"), "primary")
        self._decline = button(self.tr("Bỏ qua (Delete)"))
        self._later = button(self.tr("Để sau (Space)"))
        self._all = button(self.tr("Nhận tất cả"))
        self._copy = button(
            self.tr("Sao chép"), "link", tip=self.tr("Sao chép câu trong Word (Ctrl+C)")
        )
        self._open = button(
            self.tr("Mở câu gốc"), "link", tip=self.tr("Mở bài tại câu này (Ctrl+Enter)")
        )
        close = button(self.tr("Đóng"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self._accept, self._decline, self._later, self._all):
            row.addWidget(one)
        row.addStretch(1)
        for one in (self._copy, self._open, close):
            row.addWidget(one)
        close.clicked.connect(self.reject)
        return row

    def _connect(self) -> None:
        self._held.changed.connect(self._follow)
        self._view.verticalScrollBar().rangeChanged.connect(self._align_heads)
        self._align_heads()
        self._view.installEventFilter(self)
        self._view.selectionModel().currentChanged.connect(self._tell)
        for one, act in (
            (self._accept, self.accept_current),
            (self._decline, self.decline_current),
            (self._later, self.skip),
            (self._all, self.accept_all),
            (self._copy, self.copy_current),
            (self._open, self.open_place),
        ):
            one.clicked.connect(act)
            one.setAutoDefault(False)

    # -- keys -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if self._pressed(event):
                return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.open_place() if control else self.accept_current()
            case Qt.Key.Key_Delete:
                self.decline_current()
            case Qt.Key.Key_Space:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._go(-1 if back else 1)
            case Qt.Key.Key_C if control:
                self.copy_current()
            case _:
                return False
        return True

    # -- acts -----------------------------------------------------------------------------------

    @property
    def _row(self) -> int:
        return self._view.currentIndex().row()

    def _current(self) -> Returned | None:
        return self._model.items[self._row] if 0 <= self._row < len(self._model.items) else None

    @Slot()
    def accept_current(self) -> None:
        """Take this one over and go on to the next."""
        item, row = self._current(), self._row
        if item is not None and item.acceptable and not self._held.dossier.read_only:
            self._model.decline(row, False)
            self._take_over([item])
        self._go(1)

    @Slot()
    def accept_all(self) -> None:
        """Take over all that wait for a decision and need not be looked at one by one, as one step."""
        wanted = self._model.for_all()
        if wanted and not self._held.dossier.read_only:
            self._take_over(wanted)

    def _take_over(self, items: list[Returned]) -> None:
        self._held.run(lambda dossier: returned.take_over(dossier, items))

    @Slot()
    def decline_current(self) -> None:
        """Leave the dossier as it is and go on."""
        item = self._current()
        if item is not None and item.acceptable:
            self._model.decline(self._row)
        self._go(1)

    @Slot()
    def skip(self) -> None:
        """Decide later."""
        self._go(1)

    @Slot()
    def copy_current(self) -> None:
        """Put the text as it stands in Word on the clipboard."""
        item = self._current()
        if item is not None and item.finding.text:
            QGuiApplication.clipboard().setText(item.finding.text)

    @Slot()
    def open_place(self) -> None:
        """Show the sentence in its article."""
        item = self._current()
        if item is not None and item.line is not None:
            self.place_requested.emit(item.line.lead.article_id, item.line.lead.id)

    def _go(self, by: int) -> None:
        row = self._next_open(self._row, by)
        if row < 0 and by > 0 and self._row + 1 < len(self._model.items):
            row = self._row + 1
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row))
        self._tell()

    def _next_open(self, row: int, by: int) -> int:
        """The next one that waits, round the end; -1 for none."""
        count = len(self._model.items)
        around = ((row + by * step) % count for step in range(1, count + 1))
        return next((at for at in around if self._model.is_open(at)), -1) if count else -1

    # -- what is shown --------------------------------------------------------------------------

    @Slot(object)
    def _follow(self, changed: Changed) -> None:
        """The dossier was changed, here or elsewhere, or a step was undone."""
        if changed.touches(*_DECIDED):
            rows = [at for at, one in enumerate(self._model.items) if _concerns(changed, one)]
            findings = [self._model.items[at].finding for at in rows]
            again = returned.judged(self._held.dossier, self._came.report, findings)
            self._model.judge(dict(zip(rows, again, strict=True)))
            self._tell()

    @Slot()
    def _tell(self) -> None:
        item, items = self._current(), self._model.items
        waiting = sum(map(self._model.is_open, range(len(items))))
        writable = not self._held.dossier.read_only
        offered = item is not None and item.acceptable
        self._accept.setEnabled(offered and writable)
        self._decline.setEnabled(offered)
        self._all.setEnabled(bool(self._model.for_all()) and writable)
        self._copy.setEnabled(item is not None and bool(item.finding.text))
        self._open.setEnabled(item is not None and item.line is not None)
        said = self.tr(
            "Còn {waiting} thay đổi chờ quyết định · đã nhận {done} · {same} câu giữ nguyên"
        )
        if not waiting:
            said = self.tr("Đã xem hết các thay đổi · đã nhận {done} · {same} câu giữ nguyên")
        text = said.format(
            waiting=number(waiting),
            done=number(sum(one.done for one in items)),
            same=number(self._compared.same),
        )
        self._said.setText(text)
        self._said.setAccessibleName(text)


def _concerns(changed: Changed, item: Returned) -> bool:
    """Whether a change may have touched the line of a difference; one whose line is gone may have it again, and a line
    that was moved is done when those round it stand so.
    """
    line = item.line
    if item.finding.fate in _PLACED and changed.touches("placement"):
        return True
    return line is None or not changed.articles.isdisjoint(line.articles)
