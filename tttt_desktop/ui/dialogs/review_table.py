"""The table of the import review: one row a file, everything in it reached by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QRegularExpression,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tttt_desktop.domain.lists import word_list
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.completion import Completer, Vocabulary
from tttt_desktop.ui.dialogs.review_model import (
    ATTRIBUTES,
    DAY,
    NOTE,
    OUTLET,
    PROVINCE,
    TITLE,
    ReviewModel,
)
from tttt_desktop.ui.dialogs.review_rows import Row

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {PROVINCE: 112, DAY: 92, OUTLET: 128}
_NOTE_SHARE, _NOTE_LEAST = 0.32, 262
_DAY_PATTERN = QRegularExpression(r"—?|\d{1,2}/\d{1,2}/\d{4}")
_ICON, _BOX = 14, 16
_FRAME = 3  # the ring of the keyboard, and a hair
_INDENT = 5  # to where the words of the heading begin
Key = Qt.Key


@cache
def provinces() -> tuple[str, ...]:
    """The names a province may have, in their order."""
    lists = word_list("provinces")
    return tuple(row["names"][0] for row in [*lists["until_2025"], *lists["renamed"]])


def runs(places: list[int]) -> list[range]:
    """Ascending numbers as stretches without a gap."""
    starts = [n for n, place in enumerate(places) if n == 0 or places[n - 1] != place - 1]
    return [
        range(places[start], places[stop - 1] + 1)
        for start, stop in zip(starts, [*starts[1:], len(places)], strict=True)
    ]


class ReviewTable(QTableView):
    """Space ticks the selected rows, F2 or a double click edits a cell, Delete takes rows out, F4 compares."""

    compare_requested = Signal(int)  # number of a row
    row_chosen = Signal(object)  # its number, None when there is none

    def __init__(self, model: ReviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: tuple[list[int], list[int], int] = (
            [],
            [],
            TITLE,
        )  # from the current row on, selected, column
        self.setModel(model)
        self._cells = CellDelegate(self)
        self._cells.compare_requested.connect(self._compare)
        self.setItemDelegate(self._cells)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Các bài sắp nhập"))
        self._build()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)

    def _build(self) -> None:
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked | QTableView.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(30)
        header = Heading(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    def allow_sorting(self) -> None:
        """Let a click on a heading sort; while rows come, none of them moves."""
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = event.size().width()
        if width != event.oldSize().width():
            self.setColumnWidth(NOTE, max(_NOTE_LEAST, round(width * _NOTE_SHARE)))
        super().resizeEvent(event)

    def wanted_height(self) -> int:
        """Pixels in which every row is to be seen."""
        rows = max(2, self._rows.rowCount()) * self.verticalHeader().defaultSectionSize()
        header = self.horizontalHeader()
        return rows + max(header.height(), header.sizeHint().height()) + 2 * _FRAME

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows.rowCount() and self.isSortingEnabled():
            painter = QPainter(self.viewport())
            painter.setPen(theme.tokens().text3)
            room = self.viewport().rect()
            said = self.tr("Không có dòng nào.")
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, said)
            painter.end()

    # -- rows by number -------------------------------------------------------------------------

    def current_number(self) -> int | None:
        """The number of the row the keyboard is on."""
        index = self.currentIndex()
        return self._rows.numbers([index.row()])[0] if index.isValid() else None

    def selected_numbers(self) -> list[int]:
        """The numbers of the selected rows."""
        blocks = self.selectionModel().selection()  # row by row, thousands of them take a second
        places: set[int] = set()
        for number in range(blocks.count()):
            block = blocks.at(number)
            places.update(range(block.top(), block.bottom() + 1))
        return self._rows.numbers(sorted(places))

    def go_to(self, number: int) -> None:
        """Put the keyboard on a row."""
        place = self._rows.place(number)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place, TITLE))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            self.row_chosen.emit(self.current_number())

    @Slot()
    def _keep_place(self) -> None:
        index = self.currentIndex()
        row = max(0, index.row())
        after = self._rows.numbers(range(row, self._rows.rowCount()))
        self._kept = after, self.selected_numbers(), max(TITLE, index.column())

    @Slot()
    def _find_place(self) -> None:
        """Back on the same row; when it is gone, on the next that is still there."""
        after, selected, column = self._kept
        count = self._rows.rowCount()
        if not count:
            self.row_chosen.emit(None)
            return
        there = (place for number in after if (place := self._rows.place(number)) is not None)
        self.setCurrentIndex(self._rows.index(next(there, count - 1), column))
        places = sorted(p for p in map(self._rows.place, selected) if p is not None)
        if len(places) > 1:
            self._select(places)

    def _select(self, places: list[int]) -> None:
        """Select rows, given from top to bottom in runs as long as can be."""
        selection = QItemSelection()
        for run in runs(places):
            top, bottom = self._rows.index(run[0], TITLE), self._rows.index(run[-1], NOTE)
            selection.append(QItemSelectionRange(top, bottom))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect)

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], None]] = {
            Key.Key_Space: lambda: self._rows.toggle(self.selected_numbers()),
            Key.Key_Delete: lambda: self._rows.remove(self.selected_numbers()),
            Key.Key_F2: self.edit_current,
        }
        act = acts.get(event.key()) if not event.modifiers() else None
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def edit_current(self) -> None:
        """Edit the cell the keyboard is on; from the note, the title."""
        index = self.currentIndex()
        if index.isValid():
            column = index.column() if index.column() in ATTRIBUTES else TITLE
            wanted = self._rows.index(index.row(), column)
            if self._rows.flags(wanted) & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(wanted)
                self.edit(wanted)

    @Slot(int)
    def _compare(self, place: int) -> None:
        self.compare_requested.emit(self._rows.numbers([place])[0])


class Heading(QHeaderView):
    """The headings. Qt's own ask of every row whether it is selected, which takes half a second for 10,000."""

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        option.section = section
        option.text = str(self.model().headerData(section, self.orientation()))
        option.textAlignment = self.defaultAlignment()
        option.position = QStyleOptionHeader.SectionPosition.Middle
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            arrow = QStyleOptionHeader.SortIndicator
            rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            option.sortIndicator = arrow.SortDown if rising else arrow.SortUp


class CellDelegate(QStyledItemDelegate):
    """Paints the cells and makes their editors: a day is written dd/MM/yyyy, provinces are completed."""

    compare_requested = Signal(int)  # place of a row

    def __init__(self, table: ReviewTable) -> None:
        super().__init__(table)
        self._table = table
        self._provinces = Vocabulary(self)
        self._provinces.set_source(provinces)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if not isinstance(editor, QLineEdit):
            return editor
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor.setAccessibleName(name)
        if index.column() == DAY:
            editor.setValidator(QRegularExpressionValidator(_DAY_PATTERN, editor))
            editor.setPlaceholderText("06/01/2023")
        elif index.column() == PROVINCE:
            editor.setCompleter(Completer(self._provinces, editor))
        return editor

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the ring is ours
        option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        row = self._row(index)
        refused = row.reading.article is None
        if index.column() == (TITLE if refused else NOTE) and (refused or row.double):
            option.icon = theme.icon(*(("close", "error") if refused else ("warning", "warn")))
            side = _BOX if refused else _ICON
            option.decorationSize = QSize(side, side)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def _row(self, index: Index) -> Row:
        rows = self._table.model()
        assert isinstance(rows, ReviewModel)
        return rows.row(rows.numbers([index.row()])[0])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with_link = index.column() == NOTE and self._row(index).double
        link = self._link(option) if with_link else QRect()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.tokens().list_selection)
        inner = QStyleOptionViewItem(option)
        inner.rect = self._inside(option, index, link.width() + 12 if with_link else 0)
        super().paint(painter, inner, index)
        if with_link:
            self._paint_link(painter, link)
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(theme.tokens().accent, 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _inside(option: QStyleOptionViewItem, index: Index, spare: int = 0) -> QRect:
        indent = 0 if index.column() == TITLE else _INDENT
        return option.rect.adjusted(indent, 0, -spare, 0)

    def _link(self, option: QStyleOptionViewItem) -> QRect:
        """Where the button of a double stands in its cell."""
        text = QFontMetricsF(theme.ui_font(12)).horizontalAdvance(self.tr("So sánh"))
        width, rect = round(text) + 16, option.rect
        return QRect(rect.right() - width - 5, rect.top() + 4, width, rect.height() - 8)

    def _paint_link(self, painter: QPainter, link: QRect) -> None:
        colours = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.control_border, 1))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(QRectF(link).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(colours.text)
        painter.setFont(theme.ui_font(12))
        painter.drawText(link, Qt.AlignmentFlag.AlignCenter, self.tr("So sánh"))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and index.column() == NOTE
            and self._row(index).double
            and self._link(option).contains(event.position().toPoint())
        ):
            self.compare_requested.emit(index.row())
            return True
        return super().editorEvent(event, model, option, index)
