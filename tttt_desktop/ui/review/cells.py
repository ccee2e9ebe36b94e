"""The cells of the import review: painted, edited in place, and the headings above them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QRegularExpression,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QRegularExpressionValidator,
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
from tttt_desktop.ui.review.model import DAY, NOTE, PROVINCE, TITLE, ReviewModel
from tttt_desktop.ui.review.rows import Row

Index = QModelIndex | QPersistentModelIndex
_DAY_PATTERN = QRegularExpression(r"—?|\d{1,2}/\d{1,2}/\d{4}")
_ICON, _BOX = 14, 16
_INDENT = 5  # to where the words of the heading begin


@cache
def provinces() -> tuple[str, ...]:
    """The names a province may have, in their order."""
    lists = word_list("provinces")
    return tuple(row["names"][0] for row in [*lists["until_2025"], *lists["renamed"]])


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

    def __init__(self, table: QTableView) -> None:
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
        """All of it here: Qt's own asks the model seven times a cell, and each time waits for the thread that reads."""
        row, look = self._row(index), self._rows().look(index)
        feature = QStyleOptionViewItem.ViewItemFeature
        option.index = index if isinstance(index, QModelIndex) else QModelIndex()
        option.text = look.text
        option.features |= feature.HasDisplay
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the ring is ours
        option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if look.ink is not None:
            option.palette.setColor(QPalette.ColorRole.Text, look.ink)
        if look.ticked is not None:
            option.features |= feature.HasCheckIndicator
            option.checkState = look.ticked
        refused = row.reading.article is None
        if index.column() == (TITLE if refused else NOTE) and (refused or row.double):
            option.icon = theme.icon(*(("close", "error") if refused else ("warning", "warn")))
            side = _BOX if refused else _ICON
            option.decorationSize = QSize(side, side)
            option.features |= feature.HasDecoration

    def _rows(self) -> ReviewModel:
        rows = self._table.model()
        assert isinstance(rows, ReviewModel)
        return rows

    def _row(self, index: Index) -> Row:
        rows = self._rows()
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
