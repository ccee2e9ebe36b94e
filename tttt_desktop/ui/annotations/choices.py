"""The boxes of a card in which one of a few is chosen: a list that unfolds, and a switch of two.

They tell `committed(name)` when a choice is made; nothing in them is ever inferred.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from tttt_desktop.ui.parts.flow_layout import FlowLayout

_SWITCH_ROOM = 26  # padding and border of a side of a switch
_TEXT_INSET = 2


class ChoiceInput(QComboBox):
    """One of a few choices. The wheel scrolls the cards, never the choice."""

    committed = Signal(str)
    confirmed = Signal(str)

    def __init__(self, name: str, choices: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.addItems(list(choices))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._commit)

    def value(self) -> str:
        """The choice that is shown."""
        return self.currentText()

    def show_value(self, text: str) -> None:
        """Show a stored choice."""
        self.setCurrentText(text)

    def set_notes(self, _inferred: bool, _hint: str, _warns: bool) -> None:
        """A choice is never taken from the text: nothing to mark."""

    @Slot()
    def _commit(self) -> None:
        self.committed.emit(self.objectName())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style cuts a choice that is too long through a letter; this elides it."""
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - _TEXT_INSET
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.rect.translate(_TEXT_INSET, 0)  # the words begin where they begin in a line
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class _Side(QPushButton):
    """One side of a switch, as wide as its words are when it is on."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setProperty("role", "view")
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(bold).horizontalAdvance(self.text()) + _SWITCH_ROOM
        return QSize(wide, super().sizeHint().height())


class SwitchInput(QWidget):
    """One of two, both to be seen. The arrow keys change over."""

    committed = Signal(str)
    confirmed = Signal(str)

    def __init__(self, name: str, choices: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = FlowLayout(self, gap=4)
        for place, choice in enumerate(choices):
            one = _Side(choice, name)
            self._group.addButton(one, place)
            row.addWidget(one)
        self._group.idClicked.connect(self._commit)

    def value(self) -> str:
        """The choice that is on."""
        checked = self._group.checkedButton()
        return checked.text() if checked else ""

    def show_value(self, text: str) -> None:
        """Switch to a stored choice."""
        for one in self._group.buttons():
            one.setChecked(one.text() == text)

    def set_notes(self, _inferred: bool, _hint: str, _warns: bool) -> None:
        """A choice is never taken from the text: nothing to mark."""

    @Slot()
    def _commit(self) -> None:
        self.committed.emit(self.objectName())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for one in self._group.buttons():
                one.setFont(self.font())
