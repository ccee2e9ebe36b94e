"""The bar under the text: it teaches the keys that work now, and each of them can be clicked."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.hints import BarContent, Hint
from tttt_desktop.ui.widgets import Keycap

HEIGHT = 44
_MARGIN, _GAP, _PAD = 16, 8, 4


class _Plain(QAbstractButton):
    """A button without a frame: a soft ground under the mouse, a ring with the keyboard."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tokens().list_selection)
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.tokens().accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)


class HintButton(_Plain):
    """A word and the key that does the same."""

    def __init__(self, hint: Hint, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint = hint
        name = f"{hint.name or hint.label} ({hint.key})"
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_PAD, 0, _PAD, 0)
        layout.setSpacing(7)
        self._word = QLabel(hint.label)
        for part in (self._word, Keycap(hint.key)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        self._widths: dict[bool, int] = {}
        for bare in (False, True):
            self.set_bare(bare)
            self._widths[bare] = layout.sizeHint().width()
        self.set_bare(False)

    def set_bare(self, bare: bool) -> None:
        """Show the key without its word."""
        self._bare = bare or not self.hint.label
        self._word.setVisible(not self._bare)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()  # before it is shown Qt would not think of it

    def gap_before(self) -> int:
        """Pixels to what stands left of it: keys of one word stand close together."""
        return _GAP if self.hint.label else -2 * _PAD + 3

    def width_with_gap(self, bare: bool) -> int:
        """Pixels it takes, with or without its word."""
        return self._widths[bare or not self.hint.label] + self.gap_before()

    def sizeHint(self) -> QSize:
        return QSize(self._widths[self._bare], 30)


class Lead(_Plain):
    """The words at the left: where the reader stands. A button when there is something to do with them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = BarContent("")
        self._strong, self._small = theme.ui_font(13, 600), theme.ui_font(12)

    def show_content(self, content: BarContent) -> None:
        """Say something else."""
        self._content = content
        self.setEnabled(content.act is not None)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if content.act else Qt.FocusPolicy.NoFocus)
        words = (content.lead, content.label, content.note)
        self.setAccessibleName(" ".join(filter(None, words)))
        self.update()

    def least(self) -> int:
        """Pixels that the words want which are not the note; that may be shortened."""
        strong, words = QFontMetrics(self._strong), (self._content.lead, self._content.label)
        return sum(map(strong.horizontalAdvance, words)) + _GAP + 2 * _PAD

    def sizeHint(self) -> QSize:
        note = QFontMetrics(self._small).horizontalAdvance(self._content.note)
        return QSize(max(self.least(), note + 2 * _PAD), 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, content = QPainter(self), self._content
        line = self.rect().adjusted(_PAD, 2, 1 - _PAD, -2)
        if content.note:
            below = line.adjusted(0, line.height() // 2, 0, 0)
            line.setBottom(below.top())
            self._write(painter, below, content.note, self._small, theme.tokens().text2)
        used = self._write(painter, line, content.lead, self._strong, theme.tokens().text)
        if content.kind:
            line.setLeft(line.left() + (used + _GAP if used else 0))
            self._write(painter, line, content.label, self._strong, theme.kind_ink(content.kind))

    def _write(self, painter: QPainter, place: QRect, words: str, font: QFont, ink: QColor) -> int:
        """Write one line, shortened to the place; the width it took."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return metrics.horizontalAdvance(shown)


class KeyBar(QWidget):
    """Shows a BarContent. Where room is scarce the note is shortened, then keys lose their words from the last one on."""

    asked = Signal(object)  # the `act` of a hint

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._content = BarContent("")
        self._buttons: list[HintButton] = []
        self._made: dict[tuple[Hint, ...], list[HintButton]] = {}
        self._lead = Lead(self)
        self._lead.clicked.connect(self._lead_clicked)

    @property
    def content(self) -> BarContent:
        """What is being said."""
        return self._content

    def show_content(self, content: BarContent) -> None:
        """Say something else. The few sets of buttons that there are stay made."""
        if content == self._content:
            return
        if content.hints != self._content.hints:
            self._take_buttons(content.hints)
        self._content = content
        self._lead.show_content(content)
        self._arrange()

    def _take_buttons(self, hints: tuple[Hint, ...]) -> None:
        for button in self._buttons:
            button.hide()
        if hints not in self._made:
            self._made[hints] = [HintButton(hint, self) for hint in hints]
            for button in self._made[hints]:
                button.clicked.connect(self._hint_clicked)
        self._buttons = self._made[hints]

    @Slot()
    def _hint_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, HintButton)
        self.asked.emit(button.hint.act)

    @Slot()
    def _lead_clicked(self) -> None:
        self.asked.emit(self._content.act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Words at the left, buttons at the right."""
        lead = self._lead.sizeHint()
        taken = self._fit(self.width() - 2 * _MARGIN - _GAP - self._lead.least())
        x, middle = self.width() - _MARGIN + _PAD - taken, (HEIGHT + 1) // 2
        width = min(lead.width(), x - _MARGIN)
        self._lead.setGeometry(_MARGIN - _PAD, middle - lead.height() // 2, width, lead.height())
        for button in (one for one in self._buttons if not one.isHidden()):
            size = button.sizeHint()
            x += button.gap_before()
            button.setGeometry(x, middle - size.height() // 2, size.width(), size.height())
            x += size.width()

    def _fit(self, room: int) -> int:
        """Show the buttons that the room has space for; the pixels they take."""
        bare = len(self._buttons)
        while bare and self._taken(bare) > room:
            bare -= 1
        shown = len(self._buttons)
        while shown and self._taken(bare, shown) > room:
            shown -= 1
        for number, button in enumerate(self._buttons):
            button.set_bare(number >= bare)
            button.setVisible(number < shown)
        return self._taken(bare, shown)

    def _taken(self, bare: int, shown: int | None = None) -> int:
        """Pixels that the first buttons take when those from `bare` on are without their words."""
        buttons = enumerate(self._buttons[:shown])
        return sum(button.width_with_gap(number >= bare) for number, button in buttons)
