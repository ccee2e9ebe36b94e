"""Soát câu chữ: the findings in the wording of the report, decided on one by one or mended all at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.changes import Changed
from tttt_desktop.services import proofing
from tttt_desktop.services.proofing import PERCENT, TONES, Findings, Found, Proof
from tttt_desktop.ui import theme
from tttt_desktop.ui.jobs import Job, Jobs
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.proofing.list_view import FoundList
from tttt_desktop.ui.widgets import DIALOG_MARGINS, button, caption, number, open_at_size

_PAUSE = 200  # ms without a change, after which all is looked over anew
_AS_MOST = "Theo số đông"
_STYLES = (
    (TONES, "Đặt dấu", (("", _AS_MOST), ("old", "òa, úy"), ("new", "oà, uý"))),
    (PERCENT, "Phần trăm", (("", _AS_MOST), ("together", "100%"), ("apart", "100 %"))),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("proofing", text)


class ProofDialog(QDialog):
    """Stays open beside the work. `place_requested` (article, annotation): the person wants to see where it is written;
    `office_requested`, `report_requested`: it is written in the settings of the office, or of the report.
    """

    place_requested = Signal(int, int)
    office_requested = Signal()
    report_requested = Signal()

    def __init__(self, held: OpenDossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self._proof = Proof(held.dossier)
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._next = 0  # the row to stand on after the next change
        self.setWindowTitle(self.tr("Soát câu chữ"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at_size(self, 780, 560)
        self._build()
        self._connect()
        self._begin()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._count = QLabel(self)
        self._count.setFont(theme.ui_font(13, 600))
        self._all = button(self.tr("Sửa tất cả"))
        self._list = FoundList(self.tr("Chỗ cần xem"), self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._build_nothing())
        head = QHBoxLayout()
        head.addWidget(self._count)
        head.addStretch(1)
        self._styles = dict(self._build_style(head, *style) for style in _STYLES)
        hint = QLabel(
            self.tr(
                "Enter: sửa · Delete: bỏ qua · Space: để sau · F4: mở chỗ này · Ctrl+Z: hoàn tác"
            )
        )
        hint.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addWidget(hint)
        column.addLayout(self._build_buttons())
        self._list.setFocus()

    def _build_style(
        self, row: QHBoxLayout, key: str, label: str, choices: tuple[tuple[str, str], ...]
    ) -> tuple[str, QComboBox]:
        box = QComboBox(self)
        box.setAccessibleName(_tr(label))
        for value, text in choices:
            box.addItem(_tr(text), value)
        box.setCurrentIndex(max(0, box.findData(self._held.dossier.setting(key))))
        box.setEnabled(not self._held.dossier.read_only)
        row.addWidget(caption(_tr(label)))
        row.addWidget(box)
        return key, box

    def _build_nothing(self) -> QWidget:
        """What stands there instead of an empty list."""
        page = QWidget(self)
        self._said = QLabel(page)
        self._said.setFont(theme.ui_font(15))
        about = QLabel(
            self.tr("Chỉ soát câu do bạn viết trong báo cáo; trích nguyên văn luôn giữ như bài."),
            page,
        )
        about.setProperty("role", "meta")
        column = QVBoxLayout(page)
        column.addStretch(1)
        for label in (self._said, about):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        return page

    def _build_buttons(self) -> QHBoxLayout:
        self._mend = self._button(self.tr("Sửa"), "Enter", "primary")
        self._ignore = self._button(self.tr("Bỏ qua"), "Delete")
        self._later = self._button(self.tr("Để sau"), "Space")
        self._accept = self._button(self.tr("Luôn bỏ qua từ này"))
        self._open = self._button(self.tr("Mở chỗ này"), "F4")
        self._close = self._button(self.tr("Đóng"), "Esc")
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self._mend, self._ignore, self._later, self._accept, self._open):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self._all)
        row.addWidget(self._close)
        self._all.setAutoDefault(False)
        return row

    def _button(self, text: str, keys: str = "", role: str = "") -> QPushButton:
        made = button(text, role, tip=f"{text} ({keys})" if keys else text)
        made.setAutoDefault(False)  # Enter belongs to the list
        return made

    def _connect(self) -> None:
        self._waiting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._waiting.timeout.connect(self._begin)
        self._held.changed.connect(self._changed)
        self._list.selectionModel().currentChanged.connect(self._offer)
        self._list.mend_asked.connect(self.mend_current)
        self._list.ignore_asked.connect(self.ignore_current)
        self._list.later_asked.connect(self.go_on)
        self._list.open_asked.connect(self.open_current)
        self._mend.clicked.connect(self.mend_current)
        self._ignore.clicked.connect(self.ignore_current)
        self._later.clicked.connect(self.go_on)
        self._accept.clicked.connect(self.accept_current)
        self._open.clicked.connect(self.open_current)
        self._all.clicked.connect(self.mend_all)
        self._close.clicked.connect(self.reject)
        for box in self._styles.values():
            box.activated.connect(self._choose_style)

    # -- looking over ---------------------------------------------------------------------------

    @Slot()
    def _begin(self) -> None:
        """Look over everything beside the window."""
        if self._job is not None:
            self._job.stop()
        work = self._proof.begin()
        self._job = self._jobs.start(lambda _progress, cancelled: work(cancelled))
        # Slots of ours and no lambda: one would keep this dialog until its own child goes.
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._pass_on)
        self._show()

    @Slot(object)
    def _take(self, found: Findings) -> None:
        if self.sender() is self._job:
            self._job = None
            self._proof.take(found)
            self._show()

    @Slot(object)
    def _pass_on(self, error: Exception) -> None:
        raise error

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        followed = self._proof.follow(changed) if self._job is None else None
        if followed is None:
            self._waiting.start()
        elif followed:
            self._show()

    def _show(self) -> None:
        """Put what is to be looked at on screen, and stand where the person stood."""
        here, at = self._list.current, self._list.verticalScrollBar().value()
        rows = self._proof.left()
        self._list.found.show(rows)
        again = self._list.found.row_of(here)
        self._list.select(self._next if again < 0 else again)
        self._list.verticalScrollBar().setValue(at)
        self._list.scrollTo(self._list.currentIndex())
        self._tell(len(rows))
        self._offer()

    def _tell(self, count: int) -> None:
        busy = self._job is not None and not count
        said = self.tr("Đang soát…") if busy else self.tr("Không thấy lỗi câu chữ nào.")
        self._said.setText(said)
        self._pages.setCurrentIndex(int(not count))
        found = self.tr("{count} chỗ cần xem").format(count=number(count))
        self._count.setText(found if count else "")

    @Slot()
    def _offer(self) -> None:
        """Switch on what can be done with the selected finding, and with all of them."""
        found, writable = self._list.current, not self._held.dossier.read_only
        fixed = found is not None and found.finding.replacement is not None
        self._next = max(0, self._list.currentIndex().row())
        self._mend.setEnabled(writable and fixed)
        self._ignore.setEnabled(writable and found is not None)
        self._later.setEnabled(found is not None)
        self._open.setEnabled(found is not None)
        self._accept.setEnabled(writable and found is not None and proofing.can_accept(found))
        count = sum(one.finding.replacement is not None for one in self._list.found.rows)
        text = self.tr("Sửa tất cả {count} chỗ").format(count=number(count))
        self._all.setText(text if count else self.tr("Sửa tất cả"))
        self._all.setAccessibleName(self._all.text())
        self._all.setEnabled(writable and count > 0)

    # -- deciding -------------------------------------------------------------------------------

    @Slot()
    def mend_current(self) -> None:
        """Take the proposal; where there is none, go where the person can write."""
        found = self._list.current
        if found is None:
            return
        if found.finding.replacement is None or self._held.dossier.read_only:
            self.open_current()
            return
        self._held.run(lambda _: self._proof.mend([found]))
        self._list.setFocus()

    @Slot()
    def ignore_current(self) -> None:
        """Let this place stand."""
        found = self._list.current
        if found is not None and not self._held.dossier.read_only:
            self._held.run(lambda dossier: proofing.ignore(dossier, found))
            self._list.setFocus()

    @Slot()
    def accept_current(self) -> None:
        """Let this word stand everywhere in the dossier."""
        found = self._list.current
        if found is not None and not self._held.dossier.read_only:
            self._held.run(lambda dossier: proofing.accept_word(dossier, found.wrong))
            self._list.setFocus()

    @Slot()
    def go_on(self) -> None:
        """Leave this one for later; after the last comes the first."""
        row, count = self._list.currentIndex().row() + 1, len(self._list.found.rows)
        self._list.select(row if row < count else 0)
        self._list.setFocus()

    @Slot()
    def mend_all(self) -> None:
        """Take every proposal as one step."""
        self._held.run(lambda _: self._proof.mend_all())
        self._list.setFocus()

    @Slot()
    def open_current(self) -> None:
        """Show where it is written; this dialog stays."""
        found: Found | None = self._list.current
        if found is None:
            return
        wording = found.wording
        if wording.annotation_id:
            self.place_requested.emit(wording.article_id, wording.annotation_id)
        elif wording.is_of_report:
            self.report_requested.emit()
        else:
            self.office_requested.emit()

    @Slot()
    def _choose_style(self) -> None:
        chosen = {key: str(box.currentData()) for key, box in self._styles.items()}
        label = self.tr("Đổi cách soát câu chữ")
        self._held.run(lambda dossier: dossier.set_settings(chosen, label=label))
        self._list.setFocus()

    def done(self, result: int) -> None:
        """Closing ends what is still looked over."""
        self._jobs.stop_all()
        super().done(result)
