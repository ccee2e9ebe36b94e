"""The figures of the open card as chips; one that is clicked unfolds the boxes in which it is corrected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tttt_desktop.domain.records import Figure
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.cards import figure_spoken, figure_text
from tttt_desktop.ui.annotations.figure_form import FigureForm
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.parts.flow_layout import FlowLayout

_ROOM = 18  # padding and border of a chip


class Chip(QPushButton):
    """A short text in a rounded frame, elided where the card is too narrow for it."""

    removed = Signal()

    def __init__(self, text: str, spoken: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._text = text
        self.setProperty("role", "chip")
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setAutoDefault(True)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._text) + _ROOM
        return QSize(wide + (20 if not self.icon().isNull() else 0), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - (self.sizeHint().width() - self._width()) + 1
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room))

    def _width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class FigureChips(QWidget):
    """`edited` gives all figures of the mark as they should be. Nothing is changed here."""

    edited = Signal(object)

    def __init__(self, parent: QWidget, after: QWidget) -> None:
        """`after`: the widget that Tab comes from to the first chip."""
        super().__init__(parent)
        self._after = after
        self._figures: tuple[Figure, ...] = ()
        self._read_only = False
        self._look = Look()
        self._open = -1  # the figure whose boxes are unfolded; len(figures) is a new one
        self._chips: list[Chip] = []
        self._row = QWidget(self)
        self._add = Chip(self.tr("Số liệu"), self.tr("Thêm số liệu"), self)
        self._add.setIcon(theme.icon("plus", "text2"))
        self._add.clicked.connect(self.start_new)
        self._form = FigureForm(self)
        self._form.done.connect(self._take)
        self._form.removed.connect(self._drop_open)
        self._form.closed.connect(self._close)
        self._build()

    def _build(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row.setSizePolicy(policy)
        self._flow = FlowLayout(self._row, gap=4)
        self._flow.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._row)
        column.addWidget(self._form)
        self._show_row()

    def show_figures(self, figures: Sequence[Figure], *, same: bool) -> None:
        """Show the figures of a mark; when it is the `same` as before, boxes that are open stay so."""
        if not same:
            self._form.hide()
            self._open = -1
        if tuple(figures) == self._figures and len(self._chips) == len(figures):
            return
        if self._open >= 0:  # changed elsewhere: what is unfolded may be another one now
            self._form.hide()
            self._open = -1
        self._figures = tuple(figures)
        self._make_chips()
        self._show_row()

    def _show_row(self) -> None:
        self._add.setVisible(bool(self._figures) and not self._read_only)
        self._row.setVisible(bool(self._figures))

    def _make_chips(self) -> None:
        at = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        for chip in (*self._chips, self._add):
            self._flow.removeWidget(chip)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._make_chip(figure) for figure in self._figures]
        for chip in (*self._chips, self._add):
            self._flow.addWidget(chip)
            chip.setFont(self._look.small)
        self._order_tabs()
        if at >= 0:
            (self._chips[min(at, len(self._chips) - 1)] if self._chips else self._add).setFocus()

    def _make_chip(self, figure: Figure) -> Chip:
        chip = Chip(figure_text(figure), figure_spoken(figure), self._row)
        chip.clicked.connect(self._chip_clicked)
        chip.removed.connect(self._chip_removed)
        chip.show()
        return chip

    def _order_tabs(self) -> None:
        chain = [self._after, *self._chips, self._add]
        for one, following in pairwise(chain):
            self.setTabOrder(one, following)

    @Slot()
    def _chip_clicked(self) -> None:
        place = self._place_of_sender()
        again = place == self._open
        self._form.flush()
        if not again and not self._read_only and place < len(self._figures):
            self._open = place
            self._form.edit(self._figures[place])

    @Slot()
    def _chip_removed(self) -> None:
        if not self._read_only:
            self._drop(self._place_of_sender())

    def _place_of_sender(self) -> int:
        chip = self.sender()
        assert isinstance(chip, Chip)
        return self._chips.index(chip)

    @Slot()
    def start_new(self) -> None:
        """Unfold empty boxes for one more figure."""
        self._form.flush()
        self._open = len(self._figures)
        self._form.edit(None)

    @Slot(object)
    def _take(self, figure: Figure) -> None:
        place, self._open = self._open, -1
        self.edited.emit((*self._figures[:place], figure, *self._figures[place + 1 :]))
        if place < len(self._chips):
            self._chips[place].setFocus()

    @Slot()
    def _drop_open(self) -> None:
        place = self._open
        self._form.hide()
        self._close()
        self._drop(place)

    def _drop(self, place: int) -> None:
        self.edited.emit((*self._figures[:place], *self._figures[place + 1 :]))

    @Slot()
    def _close(self) -> None:
        """The boxes are shut: the keyboard goes back to the chip."""
        chips = [*self._chips, self._add]
        if 0 <= self._open < len(chips):
            chips[self._open].setFocus()
        self._open = -1

    def flush(self) -> None:
        """Tell what is typed but not told yet."""
        self._form.flush()

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._look = look
        for chip in (*self._chips, self._add):
            chip.setFont(look.small)
        self._form.set_look(look)

    def set_read_only(self, read_only: bool) -> None:
        """Let figures be read but not changed."""
        self._read_only = read_only
        self._show_row()
