"""Nhập bài viết: what came of each file, to be ticked, corrected and looked at before anything is stored."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from tttt_desktop.services.imports import Reading
from tttt_desktop.ui import messages
from tttt_desktop.ui.kept_sizes import keep_sizes
from tttt_desktop.ui.notice import NoticeBar
from tttt_desktop.ui.review.block_model import toggled
from tttt_desktop.ui.review.model import ReviewModel
from tttt_desktop.ui.review.preview import Preview
from tttt_desktop.ui.review.progress import ReviewHead
from tttt_desktop.ui.review.rows import Shown, Tally, decided
from tttt_desktop.ui.review.table import ReviewTable
from tttt_desktop.ui.settings import Settings
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

KEYS = "Space: chọn · F2: sửa · Delete: bỏ dòng · F4: so sánh · Ctrl+Z: hoàn tác"
_COUNT_EVERY = 120  # milliseconds between two refreshes of the numbers while rows come
_AFTER_PAINTING = (
    20  # milliseconds from showing a part of the window to making the next: not both at once
)


class ImportReview(QDialog):
    """Grows while files are read; `import_requested` carries the ticked readings, as corrected.

    It changes its own table only. Whatever needs the dossier or takes time is asked for by a signal, with the number
    of a row: `compare_requested`, `encoding_requested`, `remember_requested` (and the number of a block).
    """

    stop_requested = Signal()
    import_requested = Signal(list)
    compare_requested = Signal(int)
    encoding_requested = Signal(int, str)
    remember_requested = Signal(int, int)

    def __init__(self, parent: QWidget | None = None, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nhập bài viết"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        open_at_size(self, 1240, 700)
        self.model = ReviewModel(self)
        self._reading = True
        self._progress_text = ""
        self._before: dict[int, str] = {}  # first words of texts that were read again
        self._head = ReviewHead()
        self._notice = NoticeBar()
        self._table = ReviewTable(self.model, self)
        self._preview = Preview(self)
        self._preview.text.set_zoom(100)
        self._copy = button(self.tr("Sao chép danh sách lỗi"), "flat", "copy")
        self._keys = ElidedLabel(self.tr(KEYS), px=12)
        self._keys.setProperty("role", "meta")
        self._cancel = button(self.tr("Huỷ"))
        self._skip = button(self.tr("Bỏ qua bài trùng"))
        self._import = button(self.tr("Nhập"), "primary")
        self._count = QTimer(self, singleShot=True, interval=_COUNT_EVERY)
        self._first = QTimer(self, singleShot=True, interval=_AFTER_PAINTING)
        self._build()
        self._has_sizes = settings is not None and self._use(settings)
        self._connect()
        self._refresh()

    def _use(self, settings: Settings) -> bool:
        """The size of the text and the places of the handles; whether the person has ever moved the upper one."""
        self._preview.text.set_zoom(settings.zoom)
        keep_sizes(self._preview, settings, "review text")
        return keep_sizes(self._panes, settings, "review")

    def _build(self) -> None:
        self._panes = QSplitter(Qt.Orientation.Vertical, self)
        self._panes.addWidget(self._table)
        self._panes.addWidget(self._preview)
        self._panes.setChildrenCollapsible(False)
        self._panes.setSizes([290, 300])
        self._table.setMinimumHeight(98)
        bottom = QHBoxLayout()
        bottom.addWidget(self._copy)
        bottom.addWidget(self._keys, 1)
        for choice in (self._cancel, self._skip, self._import):
            bottom.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._notice)
        column.addWidget(self._panes, 1)
        column.addLayout(bottom)
        self._import.setDefault(True)
        for other in (self._copy, self._skip, self._cancel):
            other.setAutoDefault(False)

    def _connect(self) -> None:
        self._head.stop_requested.connect(self.stop_requested)
        self._head.shown_chosen.connect(self._show_only)
        self._copy.clicked.connect(self._copy_refusals)
        self._skip.clicked.connect(self.model.remove_doubles)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self._ask_import)
        self._count.timeout.connect(self._refresh)
        self._panes.splitterMoved.connect(self._was_sized)
        self._first.timeout.connect(self._go_to_first)
        self.model.counted.connect(self._start_count)
        self.model.done.connect(self._notice.dismiss)
        self.model.removed.connect(self._tell_removed)
        self.model.dataChanged.connect(self._show_current)
        self._table.row_chosen.connect(self._show_current)
        self._table.compare_requested.connect(self.compare_requested)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._preview.toggle_requested.connect(self._toggle)
        self._preview.written.connect(self._write)
        self._preview.compare_requested.connect(self._ask_compare)
        self._preview.encoding_chosen.connect(self._ask_encoding)
        self._preview.remember_requested.connect(self._ask_remember)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self._undo),
            (QKeySequence("F4"), self._ask_compare),
            (QKeySequence("Ctrl+D"), self._preview.ask_remember),
            (QKeySequence("F6"), partial(self._next_pane, 1)),
            (QKeySequence("Shift+F6"), partial(self._next_pane, -1)),
        ):
            QShortcut(keys, self).activated.connect(act)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_AFTER_PAINTING, self, self._preview.values.prepare)

    # -- reading --------------------------------------------------------------------------------

    @Slot(int, int, str)
    def set_progress(self, done: int, total: int, name: str) -> None:
        """Tell that `done` of `total` files are read, the last one being `name`."""
        self._progress_text = self.tr("Đang nhập {done}/{total} bài.").format(
            done=number(done), total=number(total)
        )
        self._head.show_progress(done, total, name)

    def progress_text(self) -> str:
        """How far reading has come, for the question at closing time; empty before the first file."""
        return self._progress_text

    def add_readings(self, readings: list[Reading]) -> None:
        """Take what was read; more may come."""
        self.model.add(readings)
        self._first.start()

    @Slot()
    def _go_to_first(self) -> None:
        if not self._table.currentIndex().isValid() and self.model.rowCount():
            self._table.go_to(self.model.numbers([0])[0])
            self._table.setFocus()

    def end_reading(self) -> None:
        """Nothing more will come."""
        if not self._reading:
            return
        self._reading = False
        self._go_to_first()
        self._head.end()
        self._table.allow_sorting()
        self._refresh()
        self._share_height()
        self._preview.setVisible(bool(self.model.all_rows()))
        self._table.setFocus()

    @property
    def reading(self) -> bool:
        """Whether files are still being read."""
        return self._reading

    @Slot()
    def _was_sized(self) -> None:
        self._has_sizes = True

    def _share_height(self) -> None:
        """A table of few rows leaves its room to the text, where nobody has said otherwise."""
        if self._has_sizes:
            return
        table, text = self._panes.sizes()
        wanted = min(table, self._table.wanted_height())
        self._panes.setSizes([wanted, table + text - wanted])

    @Slot()
    def _start_count(self) -> None:
        """While rows come the numbers follow after a moment; what the person does shows at once."""
        if not self._reading:
            self._refresh()
        elif not self._count.isActive():
            self._count.start()

    @Slot()
    def _refresh(self) -> None:
        tally = self.model.tally()
        self._head.show_tally(tally, reading=self._reading)
        self._import.setText(self._import_label(tally))
        self._import.setAccessibleName(self._import.text())
        self._import.setEnabled(tally.ticked > 0)
        self._skip.setVisible(tally.doubles > 0)
        self._copy.setVisible(tally.refused > 0)

    def _import_label(self, tally: Tally) -> str:
        articles = tally.ticked - tally.sources
        parts = [self.tr("Nhập {count} bài").format(count=number(articles))] if articles else []
        if tally.sources:
            said = self.tr("thêm {count} nguồn").format(count=number(tally.sources))
            parts.append(said if articles else said.capitalize())
        return ", ".join(parts) or self.tr("Nhập")

    # -- the current row ------------------------------------------------------------------------

    @Slot()
    def _show_current(self, *_changed: object) -> None:
        number = self._table.current_number()
        row = self.model.row(number) if number is not None else None
        self._preview.show_row(row, self._before.get(number, "") if number is not None else "")

    @Slot(str)
    def _show_only(self, shown: str) -> None:
        number = self._table.current_number()
        self.model.show_only(Shown(shown))
        gone = number is None or self.model.place(number) is None
        if gone and (first := self.model.numbers(range(min(1, self.model.rowCount())))):
            self._table.go_to(first[0])

    @Slot(int)
    def _toggle(self, block: int) -> None:
        number = self._table.current_number()
        if number is not None:
            row = self.model.row(number)
            reading = toggled(row.reading, block)
            self.model.put_reading(self.tr("Đổi đoạn của bài"), number, reading)

    @Slot(str, str)
    def _write(self, name: str, text: str) -> None:
        number = self._table.current_number()
        if number is not None:
            self.model.write(number, name, text)

    @Slot()
    def _ask_compare(self) -> None:
        number = self._table.current_number()
        if number is not None and self.model.row(number).double:
            self.compare_requested.emit(number)

    @Slot(str)
    def _ask_encoding(self, encoding: str) -> None:
        number = self._table.current_number()
        if number is not None:
            self.encoding_requested.emit(number, encoding)

    @Slot(int)
    def _ask_remember(self, block: int) -> None:
        number = self._table.current_number()
        if number is not None:
            self.remember_requested.emit(number, block)

    def show_read_again(self, number: int, reading: Reading, before: str) -> None:
        """Put in what came of the same bytes with another encoding; `before` are the first words of the old text."""
        self._before[number] = before
        self.model.put_reading(self.tr("Đổi bảng mã"), number, reading)

    def decide(self, numbers: list[int], *, ticked: bool, as_source: bool = False) -> None:
        """Decide what becomes of doubles."""
        rows = {n: self.model.row(n) for n in numbers if self.model.row(n).double}
        label = self.tr("Chọn cách nhập bài trùng")
        fresh = {n: decided(row, ticked=ticked, as_source=as_source) for n, row in rows.items()}
        self.model.put(label, fresh)

    # -- steps and their way back ---------------------------------------------------------------

    @Slot(int)
    def _tell_removed(self, count: int) -> None:
        said = self.tr("Đã bỏ {count} dòng khỏi bảng.").format(count=number(count))
        self.tell(said, undo=True)

    def tell(self, text: str, undo: bool = False) -> None:
        """Say something quietly, with a way back."""
        choices = [(self.tr("Hoàn tác"), self._undo)] if undo else []
        self._notice.show_text(text, *choices)

    @Slot()
    def _undo(self) -> None:
        self._notice.dismiss()
        self.model.undo()

    @Slot()
    def _next_pane(self, step: int) -> None:
        panes = (self._table, self._preview.text, self._preview.values.first_field())
        here = next((at for at, pane in enumerate(panes) if pane.hasFocus()), -1)
        if here < 0:
            here = 2 if self._preview.values.isAncestorOf(self.focusWidget()) else 0
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the menu of rows -----------------------------------------------------------------------

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        numbers = self._table.selected_numbers()
        if not numbers:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, keys, act, fit in self._menu_entries(numbers):
            if not text:
                menu.addSeparator()
            elif fit:
                entry = menu.addAction(f"{text}\t{keys}" if keys else text)
                entry.triggered.connect(act)
        menu.popup(self._table.viewport().mapToGlobal(place))

    def _menu_entries(
        self, numbers: list[int]
    ) -> list[tuple[str, str, Callable[[], object], bool]]:
        rows = [self.model.row(number) for number in numbers]
        fit = any(row.reading.article is not None for row in rows)
        double = any(row.double for row in rows)
        choose = partial(self.decide, numbers)
        nothing: Callable[[], object] = partial(int)
        return [
            (self.tr("Sửa ô này"), "F2", self._table.edit_current, fit and len(rows) == 1),
            (self.tr("Chọn hoặc bỏ chọn"), "Space", partial(self.model.toggle, numbers), fit),
            ("", "", nothing, True),
            (self.tr("So sánh…"), "F4", self._ask_compare, double and len(rows) == 1),
            (self.tr("Bỏ qua"), "", partial(choose, ticked=False), double),
            (
                self.tr("Thêm làm nguồn của bài đã có"),
                "",
                partial(choose, ticked=True, as_source=True),
                double,
            ),
            (self.tr("Nhập thành bài riêng"), "", partial(choose, ticked=True), double),
            ("", "", nothing, double),
            (self.tr("Bỏ khỏi bảng"), "Del", partial(self.model.remove, numbers), True),
        ]

    # -- the end --------------------------------------------------------------------------------

    @Slot()
    def _ask_import(self) -> None:
        self.import_requested.emit(self.model.to_store())

    @Slot()
    def _copy_refusals(self) -> None:
        refused = [row.reading for row in self.model.all_rows() if row.fits(Shown.REFUSED)]
        lines = [f"{reading.path}\t{reading.refused}" for reading in refused]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.tell(self.tr("Đã sao chép {count} dòng.").format(count=number(len(lines))))

    def reject(self) -> None:
        if self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        """Corrections made by hand are not thrown away without a question."""
        if not self.model.touched or self.result() == QDialog.DialogCode.Accepted:
            return True
        answers = (self.tr("Xem tiếp"), self.tr("Bỏ, không nhập"))
        question = self.tr("Bạn đã sửa trong bảng này. Bỏ cả bảng, không nhập bài nào?")
        return messages.ask(self, question, "", *answers) == 1
