"""The view "Số liệu": every figure that was marked, which of them disagree, and how they go over the years."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.text import fold
from tttt_desktop.services import figures
from tttt_desktop.services.figures import Told
from tttt_desktop.ui import theme
from tttt_desktop.ui.figures.chart import SeriesChart
from tttt_desktop.ui.figures.model import COLUMNS, FigureModel
from tttt_desktop.ui.flow_layout import FlowLayout
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.view import View
from tttt_desktop.ui.widgets import SearchBox, button, number
from tttt_desktop.ui.workplace import Workplace

_PAUSE_MS = 120  # between a letter of the search and the new table
_ROW = 30
_DETAIL = (108, 168)  # least and most height of the sentence below the table
_READ_BY = ("annotation", "article", "figure", "field")  # tables that the view shows something of


class FiguresView(View):
    """Shows the figures of the open dossier; they are read when the view is on screen."""

    def __init__(self, _place: Workplace) -> None:
        super().__init__()
        self._open: OpenDossier | None = None
        self._all: list[Told] | None = None  # None: to be read
        self._model = FigureModel(self)
        self.table = FigureTable(self._model, self)
        self.search = SearchBox(self.tr("Tìm trong số liệu (Ctrl+F)"), self)
        self._year, self._province = QComboBox(self), QComboBox(self)
        self._only_notices = QCheckBox(self.tr("Chỉ số cần xem lại"), self)
        self._counts = QLabel(self)
        self._notice, self._quote = QLabel(self), QPlainTextEdit(self)
        self._read_on = button(self.tr("Mở câu gốc"), "link", "open")
        self.chart = SeriesChart(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(12, 7, 12, 7)
        head.addWidget(self._build_bar())
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self._build_detail())

    def _build_bar(self) -> QWidget:
        self.search.setFixedWidth(240)
        self._counts.setProperty("role", "label")
        self._counts.setMinimumHeight(_ROW)
        bar = QWidget(self)
        flow = FlowLayout(bar, gap=10)
        for part in (
            self.search,
            self._labelled(self.tr("Năm"), self._year),
            self._labelled(self.tr("Tỉnh"), self._province),
            self._only_notices,
            self._counts,
        ):
            flow.addWidget(part)
        return bar

    def _labelled(self, text: str, box: QComboBox) -> QWidget:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = QLabel(text, group)
        label.setProperty("role", "label")
        label.setBuddy(box)
        box.setAccessibleName(text)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row.addWidget(label)
        row.addWidget(box)
        return group

    def _build_detail(self) -> QWidget:
        """The sentence of the current figure, what is odd about it, and its years."""
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self._notice.setProperty("role", "warn")
        self._quote.setAccessibleName(self.tr("Câu gốc"))
        self._quote.setReadOnly(True)
        self._quote.setTabChangesFocus(True)
        self._quote.setFrameShape(QFrame.Shape.NoFrame)
        self._quote.document().setDocumentMargin(0)
        self._quote.viewport().setAutoFillBackground(False)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._notice)
        words.addWidget(self._quote, 1)
        words.addWidget(self._read_on, 0, Qt.AlignmentFlag.AlignLeft)
        self._detail = page = QWidget(self)
        page.setProperty("role", "bar")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.chart)
        return page

    def _connect(self) -> None:
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self.focus_work)
        for box in (self._year, self._province):
            box.activated.connect(self._filter)
        self._only_notices.toggled.connect(self._filter)
        self._read_on.clicked.connect(self._open_current)
        self.table.opened.connect(self._open_current)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)

    # -- the dossier ----------------------------------------------------------------------------

    def set_dossier(self, held: OpenDossier | None) -> None:
        """Show another dossier, or none; it is read when the view is on screen."""
        self._open, self._all = held, None
        self._model.show([])
        if held is not None:
            held.changed.connect(self._changed)
        if self.isVisible():
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = _DETAIL
        self._detail.setFixedHeight(max(least, min(most, self.height() // 4)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._all is None:
            self._read()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if changed.touches(*_READ_BY):
            self._all = None
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        self._all = figures.table(self._open.dossier) if self._open is not None else []
        years = sorted({one.year for one in self._all if one.year}, reverse=True)
        provinces = sorted({one.passage.province for one in self._all if one.passage.province})
        _offer(self._year, [str(year) for year in years])
        _offer(self._province, provinces)
        self._filter()

    @Slot()
    def _filter(self) -> None:
        """Show what fits the conditions; the current figure stays current where it is still there."""
        current = self.table.current()
        words = fold(self.search.text()).split()
        year, province = self._year.currentData(), self._province.currentData()
        shown = [
            one
            for one in self._all or ()
            if (not year or str(one.year) == year)
            and (not province or one.passage.province == province)
            and (not self._only_notices.isChecked() or one.notice)
            and all(word in one.folded for word in words)
        ]
        self._model.show(shown)
        self.table.select(self._model.row_of(current) if current else 0)
        self._count(len(shown), sum(bool(one.others) for one in shown))
        self._show_detail()

    def _count(self, shown: int, apart: int) -> None:
        if not self._all:
            text = self.tr("Chưa có số liệu nào trong các đánh dấu.")
        elif not shown:
            text = self.tr("Không có số liệu nào khớp.")
        else:
            text = self.tr("{count} số liệu").format(count=number(shown))
            if apart:
                text += self.tr(" · {count} số lệch nhau").format(count=number(apart))
        self._counts.setText(text)

    # -- the current figure ---------------------------------------------------------------------

    @Slot()
    def _show_detail(self) -> None:
        told = self.table.current()
        self._notice.setText(told.notice if told else "")
        self._notice.setVisible(bool(told and told.notice))
        self._quote.setPlainText(f"“{told.passage.quote}”" if told else "")
        self._read_on.setVisible(told is not None)
        self.chart.show_series(figures.series(self._all or (), told) if told else ())
        self.place_changed.emit()

    @Slot()
    def _open_current(self) -> None:
        told = self.table.current()
        if told is not None:
            self.mark_requested.emit(told.passage.article_id, told.passage.id)

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_work(self) -> None:
        """The table."""
        self.table.setFocus()

    def next_pane(self, forward: bool) -> None:
        """Search, table, sentence."""
        panes = [self.search, self.table, self._read_on]
        here = next((at for at, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[(here + (1 if forward else -1)) % len(panes)].setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )


class FigureTable(QTableView):
    """The table; Enter or a double click opens the sentence, Ctrl+C copies the chosen rows."""

    opened = Signal()

    def __init__(self, model: FigureModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Bảng số liệu"))
        self.setProperty("role", "list")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(self.opened)
        self._set_headers()

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for place, (_, width, _) in enumerate(COLUMNS):
            self.setColumnWidth(place, width)
        head.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)

    def current(self) -> Told | None:
        """The figure the cursor is on."""
        return self._model.told(self.currentIndex().row())

    def select(self, row: int) -> None:
        """Put the cursor on a row; -1: on the first."""
        self.setCurrentIndex(self._model.index(max(0, row), 0, QModelIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """The chosen rows as lines with tabs, which a spreadsheet or Word takes as a table."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [
            "\t".join(self._model.index(row, place).data() for place in range(len(COLUMNS)))
            for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        if self.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, icon, act in (
            (self.tr("Mở câu gốc"), "open", self.opened.emit),
            (self.tr("Sao chép"), "copy", self.copy),
        ):
            action = QAction(theme.icon(icon), text, menu)
            action.triggered.connect(act)
            menu.addAction(action)
        menu.popup(self.viewport().mapToGlobal(place))


def _offer(box: QComboBox, values: list[str]) -> None:
    """Fill a choice, keeping what was chosen where it is still there."""
    chosen = box.currentData()
    box.clear()
    box.addItem(box.tr("Tất cả"), "")
    for value in values:
        box.addItem(value, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
