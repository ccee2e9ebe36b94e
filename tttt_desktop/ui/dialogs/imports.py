"""Nhập bài viết: what came of each file, to be ticked, corrected and looked at before anything is stored."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.services.imports import Reading
from tttt_desktop.ui.dialogs.review_blocks import BlockModel, BlockView, toggled
from tttt_desktop.ui.dialogs.review_model import DAY, NOTE, TITLE, ReviewModel
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

_WIDTHS = {1: 104, 2: 92, 3: 120}
_DAY_PATTERN = QRegularExpression(r"—?|\d{1,2}/\d{1,2}/\d{4}")


class ImportReview(QDialog):
    """Grows while files are read; `import_requested` carries the ticked readings, as corrected."""

    stop_requested = Signal()
    import_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nhập bài viết"))
        open_at_size(self, 1080, 640)
        self._progress_text = ""
        self._model = ReviewModel(self)
        self._blocks = BlockModel(self)
        self._table = ReviewTable(self._model, self)
        self._text = BlockView(self._blocks, self)
        self._heading = ElidedLabel(self.tr("Đang đọc tệp…"), px=15, weight=600)
        self._current = ElidedLabel()
        self._bar = QProgressBar(self)
        self._hint = ElidedLabel(lines=2, px=12)
        self._stop = button(self.tr("Dừng"))
        self._copy = button(self.tr("Sao chép danh sách lỗi"), "flat", "copy")
        self._skip = button(self.tr("Bỏ qua bài trùng"))
        self._cancel = button(self.tr("Huỷ"))
        self._import = button(self.tr("Nhập"), "primary")
        self._build()
        self._connect()
        self._refresh_buttons()

    def _build(self) -> None:
        for label in (self._current, self._hint):
            label.setProperty("role", "meta")
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(220)
        self._bar.setAccessibleName(self.tr("Tiến độ đọc tệp"))
        top = QHBoxLayout()
        top.addWidget(self._heading, 2)
        top.addWidget(self._bar, 1)
        top.addWidget(self._current, 2)
        top.addWidget(self._stop)
        below = QWidget(self)
        text = QVBoxLayout(below)
        text.setContentsMargins(0, 4, 0, 0)
        text.addWidget(self._hint)
        text.addWidget(self._text, 1)
        panes = QSplitter(Qt.Orientation.Vertical, self)
        panes.addWidget(self._table)
        panes.addWidget(below)
        panes.setChildrenCollapsible(False)
        panes.setSizes([300, 260])
        bottom = QHBoxLayout()
        bottom.addWidget(self._copy)
        bottom.addStretch(1)
        for choice in (self._cancel, self._skip, self._import):
            bottom.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(panes, 1)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self._stop.clicked.connect(self.stop_requested)
        self._copy.clicked.connect(self._copy_refusals)
        self._skip.clicked.connect(self._model.drop_duplicates)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self._ask_import)
        self._import.setDefault(True)
        for other in (self._stop, self._copy, self._skip, self._cancel):
            other.setAutoDefault(False)
        self._model.ticks_changed.connect(self._refresh_buttons)
        self._table.selectionModel().currentRowChanged.connect(self._show_text)
        self._text.toggle_requested.connect(self._toggle)

    @Slot(int, int, str)
    def set_progress(self, done: int, total: int, name: str) -> None:
        """Tell that `done` of `total` files are read, the last one being `name`."""
        self._progress_text = self.tr("Đang nhập {done}/{total} bài.").format(
            done=number(done), total=number(total)
        )
        self._heading.setText(self.tr("Nhập {total} bài").format(total=number(total)))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._current.setText(
            self.tr("{done}/{total}  Đang đọc: {name}").format(
                done=number(done), total=number(total), name=name
            )
        )

    def progress_text(self) -> str:
        """How far reading has come, for the question at closing time; empty before the first file."""
        return self._progress_text

    def add_readings(self, readings: list[Reading]) -> None:
        """Take what was read; reading is over."""
        self._model.add(readings)
        for widget in (self._bar, self._current, self._stop):
            widget.hide()
        self._heading.setText(self._summary())
        if self._model.rowCount() and not self._table.currentIndex().isValid():
            self._table.setCurrentIndex(self._model.index(0, TITLE))
        self._table.setFocus()

    def _summary(self) -> str:
        readings = self._model.readings
        refused = sum(1 for reading in readings if reading.refused)
        doubles = sum(1 for reading in readings if reading.duplicate_of is not None)
        parts = [self.tr("Đã đọc {count} tệp").format(count=number(len(readings)))]
        if doubles:
            parts.append(self.tr("{count} bài trùng").format(count=number(doubles)))
        if refused:
            parts.append(self.tr("{count} tệp không đọc được").format(count=number(refused)))
        return " · ".join(parts) if readings else self.tr("Không có bài nào để nhập.")

    @Slot()
    def _refresh_buttons(self) -> None:
        count, readings = len(self._model.ticked()), self._model.readings
        label = self.tr("Nhập {count} bài").format(count=number(count))
        self._import.setText(label if count else self.tr("Nhập"))
        self._import.setEnabled(count > 0)
        self._skip.setVisible(any(reading.duplicate_of is not None for reading in readings))
        self._copy.setVisible(any(reading.refused for reading in readings))

    @Slot(QModelIndex)
    def _show_text(self, current: QModelIndex) -> None:
        reading = self._model.readings[current.row()] if current.isValid() else None
        article = reading.article if reading else None
        usage = self.tr("Bấm vào một đoạn (hoặc phím cách) để đưa vào bài hay để riêng.")
        said = f"{reading.message} {usage}" if reading and reading.message else usage
        self._hint.setText(said if article else reading.refused if reading else "")
        self._blocks.show(article.blocks if article else ())
        self._text.doItemsLayout()

    @Slot(int)
    def _toggle(self, block: int) -> None:
        row = self._table.currentIndex().row()
        self._model.replace_article(row, toggled(self._model.readings[row], block))
        self._show_text(self._table.currentIndex())

    @Slot()
    def _ask_import(self) -> None:
        self.import_requested.emit(self._model.ticked())

    @Slot()
    def _copy_refusals(self) -> None:
        refused = [reading for reading in self._model.readings if reading.refused]
        lines = [f"{reading.path}\t{reading.refused}" for reading in refused]
        QGuiApplication.clipboard().setText("\n".join(lines))


class ReviewTable(QTableView):
    """The table; Space ticks the selected rows, F2 or a double click edits a cell."""

    def __init__(self, model: ReviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Các bài sắp nhập"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked | QTableView.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (TITLE, NOTE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._rows.toggle([index.row() for index in self.selectionModel().selectedRows()])
        else:
            super().keyPressEvent(event)


class _CellDelegate(QStyledItemDelegate):
    """Editors of the cells: a day is written dd/MM/yyyy."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit) and index.column() == DAY:
            editor.setValidator(QRegularExpressionValidator(_DAY_PATTERN, editor))
            editor.setPlaceholderText("06/01/2023")
        return editor
