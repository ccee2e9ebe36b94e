"""Buttons just above a clicked sentence: the mouse's way to what 1, 2 and 3 do, or Enter for a lost mark."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from tttt_desktop.domain.records import Kind
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import button


class Bubble(QFrame):
    """Floats over the text and takes no keyboard focus, so the keys go on working."""

    kind_chosen = Signal(object)  # Kind
    place_chosen = Signal()  # for a lost mark

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "bubble")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 3, 4, 3)
        layout.setSpacing(2)
        self._kinds: dict[QPushButton, Kind] = {}
        for number, kind in enumerate(Kind, start=1):
            label = f"{theme.KIND_LABEL[kind]} ({number})"
            choice = button(str(number), "flat", tip=label)
            choice.setAccessibleName(label)
            choice.setIcon(theme.icon(kind.value, kind.value))
            choice.setIconSize(QSize(16, 16))
            choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            choice.clicked.connect(self._chosen)
            self._kinds[choice] = kind
            layout.addWidget(choice)
        self._place = button(self.tr("Đặt lại chỗ"), "flat", tip=self.tr("Đặt lại chỗ (Enter)"))
        self._place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._place.clicked.connect(self._placed)
        layout.addWidget(self._place)
        self.hide()

    @Slot()
    def _placed(self) -> None:
        self.hide()
        self.place_chosen.emit()

    @Slot()
    def _chosen(self) -> None:
        choice = self.sender()
        assert isinstance(choice, QPushButton)
        self.hide()
        self.kind_chosen.emit(self._kinds[choice])

    def show_above(self, place: QRectF, *, lost: bool) -> None:
        """Appear above a rectangle of the parent, or below it at the parent's upper edge.

        `lost`: what is chosen is a new place for a lost mark, not a kind.
        """
        self._place.setVisible(lost)
        for choice in self._kinds:
            choice.setVisible(not lost)
        self.layout().activate()  # type: ignore[union-attr]
        size = self.sizeHint()
        top = place.top() - size.height() - 6
        if top < 0:
            top = place.bottom() + 8
        room = self._over.width() - size.width() - 4
        self.setGeometry(
            round(min(max(place.left(), 4), room)), round(top), size.width(), size.height()
        )
        self.show()
        self.raise_()
