"""The quotations a line rests on, word for word and locked, each with the way to its place in the article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QWidget

from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look, wrapped_height
from tttt_desktop.ui.clipboard import Cited, copy_cited, quoted
from tttt_desktop.ui.parts.stack_view import StackView

_PAD, _EDGE = 5, 10
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def said_where(passage: Passage) -> str:
    """ "Quảng Trị · 06/01/2023 · Báo Mẫu · Tiêu đề"."""
    day = passage.published_on
    parts = (passage.province, f"{day:%d/%m/%Y}" if day else "", passage.outlet, passage.title)
    return " · ".join(filter(None, parts))


class _Quotes(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.passages: Sequence[Passage] = ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            passage = self.passages[index.row()]
            return f"“{passage.quote}” {said_where(passage)}"
        return None

    def show(self, passages: Sequence[Passage]) -> None:
        self.beginResetModel()
        self.passages = passages
        self.endResetModel()


class QuoteList(StackView):
    """Shows passages; `open_requested` carries the one whose article is wanted."""

    open_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self._quotes = _Quotes(parent)
        self._look = Look()
        super().__init__(parent)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Trích nguyên văn (khoá)"))
        self.setToolTip(self.tr("Trích nguyên văn không sửa được. Bấm đúp hoặc Enter để mở bài."))
        self.setModel(self._quotes)
        theme.notifier().themed.connect(self.viewport().update)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show the quotations of a line, or none."""
        if tuple(passages) != tuple(self._quotes.passages):
            self._quotes.show(passages)
            self.doItemsLayout()
            if passages:
                self.setCurrentIndex(self._quotes.index(0))

    @property
    def current(self) -> Passage | None:
        """The quotation the keyboard is at."""
        at = self.currentIndex().row()
        return self._quotes.passages[at] if 0 <= at < len(self._quotes.passages) else None

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._look = look
        self.doItemsLayout()

    def row_heights(self, width: int) -> list[int]:
        room, line = width - 2 * _EDGE, self._look.line
        return [
            wrapped_height(f"“{passage.quote}”", self._look.text, room)[0] * line + line + 2 * _PAD
            for passage in self._quotes.passages
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.open_requested.emit(self.current)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.current is not None:
            self.open_requested.emit(self.current)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and self._link(self.visualRect(index)).contains(place):
            self.open_requested.emit(self._quotes.passages[index.row()])

    def _link(self, row: QRect) -> QRect:
        """The last line of a row: where it is from, and the way there."""
        return row.adjusted(_EDGE, row.height() - self._look.line - _PAD, -_EDGE, -_PAD)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        passage = self.current
        menu.addAction(self.tr("Mở bài tại câu này")).triggered.connect(
            lambda: self.open_requested.emit(passage)
        )
        menu.addAction(self.tr("Sao chép kèm nguồn")).triggered.connect(self.copy)
        menu.popup(self._menu_place(event))

    def _menu_place(self, event: QContextMenuEvent) -> QPoint:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            return event.globalPos()
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def copy(self) -> None:
        """Put the quotation with its source on the clipboard."""
        if self.current is not None:
            copy_cited([Cited(quoted(self.current.quote), (said_where(self.current),))])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for at in self.rows_in(event.rect().top(), event.rect().bottom()):
            rect = self.visualRect(self._quotes.index(at))
            here = at == self.currentIndex().row() and self.hasFocus()
            self._paint(painter, rect, self._quotes.passages[at], here=here)
        painter.end()

    def _paint(self, painter: QPainter, rect: QRect, passage: Passage, *, here: bool) -> None:
        colours, look = theme.tokens(), self._look
        if here:
            painter.fillRect(rect, colours.list_selection)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.setPen(QPen(colours.text))
        painter.setFont(look.text)
        link = self._link(rect)
        room = QRectF(rect.adjusted(_EDGE, _PAD, -_EDGE, 0))
        room.setBottom(link.top())
        painter.drawText(room, f"“{passage.quote}”", wrap)
        side = look.icon - 2
        icon = QRectF(link.left(), link.top() + (link.height() - side) / 2, side, side)
        theme.draw_icon(painter, "open", icon, colours.accent)
        painter.setFont(look.small)
        painter.setPen(colours.accent)
        text = link.adjusted(side + 5, 0, 0, 0)
        shown = QFontMetrics(look.small).elidedText(
            said_where(passage), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
