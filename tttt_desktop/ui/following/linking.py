"""Choosing by hand which mark tells what became of a task: a search over the marks of the year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from tttt_desktop.domain.following import Evidence
from tttt_desktop.domain.records import Kind
from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.rows import said_where
from tttt_desktop.ui.stack_view import StackView
from tttt_desktop.ui.text_lines import baseline, elided_lines
from tttt_desktop.ui.widgets import (
    DIALOG_MARGINS,
    ElidedLabel,
    SearchBox,
    button,
    number,
    open_at_size,
)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PAD, _EDGE, _LINES, _MOST = 5, 8, 2, 300
_ORDER = (Kind.ACHIEVEMENT, Kind.SHORTCOMING, Kind.TASK)


class _Marks(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.marks: Sequence[Evidence] = ()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            one = self.marks[index.row()]
            return f"{theme.KIND_LABEL[one.kind]}: {one.text}. {said_where(one)}"
        return None

    def show(self, marks: Sequence[Evidence]) -> None:
        self.beginResetModel()
        self.marks = marks
        self.endResetModel()


class MarkList(StackView):
    """The marks that fit; Enter or a double click chooses one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self._marks = _Marks(parent)
        self._look = Look()
        super().__init__(parent)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Các đánh dấu có thể gắn"))
        self.setModel(self._marks)

    def show_marks(self, marks: Sequence[Evidence]) -> None:
        """Show marks, the first of them chosen."""
        self._marks.show(marks)
        self.doItemsLayout()
        if marks:
            self.setCurrentIndex(self._marks.index(0))
        self.viewport().update()

    @property
    def current(self) -> Evidence | None:
        """The mark the keyboard is at."""
        at = self.currentIndex().row()
        return self._marks.marks[at] if 0 <= at < len(self._marks.marks) else None

    def row_heights(self, width: int) -> list[int]:
        line = self._look.line
        return [2 * _PAD + (len(self._words(one, width)) + 1) * line for one in self._marks.marks]

    def _words(self, one: Evidence, width: int) -> tuple[str, ...]:
        room = width - 2 * _EDGE - self._look.icon - 6
        return elided_lines(one.text, self._look.text, room, _LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for at in self.rows_in(event.rect().top(), event.rect().bottom()):
            rect = self.visualRect(self._marks.index(at))
            here = at == self.currentIndex().row()
            self._paint(painter, rect, self._marks.marks[at], here=here)
        painter.end()

    def _paint(self, painter: QPainter, rect: QRect, one: Evidence, *, here: bool) -> None:
        colours, look = theme.tokens(), self._look
        if here:
            painter.fillRect(rect, colours.list_selection)
        top, left = rect.top() + _PAD, rect.left() + _EDGE
        square = QRectF(left, top + (look.line - look.icon) / 2, look.icon, look.icon)
        theme.draw_icon(painter, theme.kind_icon(one.kind), square, theme.kind_ink(one.kind))
        left += look.icon + 6
        painter.setFont(look.text)
        painter.setPen(colours.text)
        words = self._words(one, rect.width())
        for at, line in enumerate(words):
            painter.drawText(QPointF(left, top + at * look.line + baseline(look.text)), line)
        room = QRect(left, top + len(words) * look.line, rect.right() - _EDGE - left, look.line)
        painter.setFont(look.small)
        painter.setPen(colours.text3)
        said = QFontMetrics(look.small).elidedText(
            said_where(one), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border)


class LinkDialog(QDialog):
    """`chosen` carries the Evidence that was picked."""

    chosen = Signal(object)

    def __init__(
        self, task: str, year: int, marks: Sequence[Evidence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gắn kết quả vào nhiệm vụ"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at_size(self, 760, 560)
        by_kind = sorted(marks, key=lambda one: _ORDER.index(one.kind))
        self._all = [(fold(f"{one.text}\n{one.quote}\n{said_where(one)}"), one) for one in by_kind]
        self.search = SearchBox(self.tr("Tìm trong các đánh dấu, có dấu hay không đều được"), self)
        self.list = MarkList(self)
        self._count = QLabel(self)
        self._build(task, year)
        self._narrow()

    def _build(self, task: str, year: int) -> None:
        heading = ElidedLabel(task, lines=2, weight=600)
        self._count.setProperty("role", "meta")
        self._count.setText(str(year))
        self._year = year
        buttons = QDialogButtonBox(self)
        link = button(self.tr("Gắn"), "primary")
        buttons.addButton(link, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Huỷ"), QDialogButtonBox.ButtonRole.RejectRole)
        self._link = link
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(8)
        for part in (heading, self.search, self._count):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        buttons.accepted.connect(self._take_current)
        buttons.rejected.connect(self.reject)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.chosen.connect(self._take)

    @Slot()
    def _narrow(self) -> None:
        words = fold(self.search.text()).split()
        fitting = [one for text, one in self._all if all(word in text for word in words)]
        self.list.show_marks(fitting[:_MOST])
        self._link.setEnabled(bool(fitting))
        said = self.tr("{count} đánh dấu của các bài nói về năm {year}")
        if not self._all:
            said = self.tr("Chưa có đánh dấu nào của các bài nói về năm {year}.")
        self._count.setText(said.format(count=number(len(fitting)), year=self._year))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the search is typed in."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            moves = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
            if event.key() in moves:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _take_current(self) -> None:
        if self.list.current is not None:
            self._take(self.list.current)

    @Slot(object)
    def _take(self, one: Evidence) -> None:
        self.chosen.emit(one)
        self.accept()
