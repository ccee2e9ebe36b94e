"""Small widgets that the panes share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QMimeData,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from tttt_desktop.domain.records import Kind
from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.text_lines import baseline, elided_lines, is_cut, line_height

DIALOG_MARGINS = (16, 14, 16, 12)
_FRAME = QSize(8, 40)  # about what the system draws round a window


def number(value: int) -> str:
    """A count as it is written in Vietnamese: 12.345."""
    return QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam).toString(value)


def dropped_files(mime: QMimeData) -> list[str]:
    """Paths of the local files in what is dragged or pasted."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


def button(text: str, role: str = "", icon: str = "", tip: str = "") -> QPushButton:
    """A push button in one of the roles of the style sheet: "" (plain), "primary", "flat", "link", "chip", "view"."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setToolTip(tip)
    made.setAccessibleName(text or tip)
    made.setAutoDefault(True)  # Enter presses it, outside dialogs as well
    if icon:
        made.setIcon(theme.icon(icon, "on_accent" if role == "primary" else "text2"))
        made.setIconSize(QSize(16, 16))
    if role == "primary":
        made.setFont(theme.ui_font(13, 600))
    return made


def caption(text: str) -> QLabel:
    """The word before a field of a form, in line with what is written in it."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", "label")
    made.setMinimumHeight(28)
    return made


def save_or_leave(dialog: QDialog, save: Callable[[], object]) -> QDialogButtonBox:
    """The buttons below a form: Lưu, which Enter presses, and Huỷ."""
    buttons = QDialogButtonBox(dialog)
    main = button(QCoreApplication.translate("widgets", "Lưu"), "primary")
    buttons.addButton(main, QDialogButtonBox.ButtonRole.AcceptRole)
    main.setDefault(True)
    leave = button(QCoreApplication.translate("widgets", "Huỷ"))
    buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(save)
    buttons.rejected.connect(dialog.reject)
    return buttons


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet asks for, and let the widget be drawn by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def open_at_size(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog this size in logical pixels, or what the screen has room for."""
    dialog.resize(QSize(width, height).boundedTo(dialog.screen().availableSize() - _FRAME))


class Remark(QLabel):
    """A sentence below a list: what is known of it, or what stands in the way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def say(self, text: str, role: str = "meta") -> None:
        """Tell it, in a role of the style sheet: "meta", "warn" or "error"."""
        set_look(self, "role", role)
        self.setText(text)
        self.setAccessibleName(text)


class SearchBox(QLineEdit):
    """A line to search by, with a cross that empties it once something is typed."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._cross = self.addAction(
            theme.icon("close", "text3"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._cross.setToolTip(self.tr("Xoá chữ tìm kiếm (Esc)"))
        self._cross.setVisible(False)
        self._cross.triggered.connect(self.clear)
        self.textChanged.connect(self._show_cross)

    @Slot(str)
    def _show_cross(self, text: str) -> None:
        self._cross.setVisible(bool(text))


class Keycap(QLabel):
    """The name of a key in a small frame."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "keycap")
        self.setFont(theme.ui_font(11, 600))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ElidedLabel(QLabel):
    """Plain text on at most `lines` lines; it never forces a width, and the whole text is in the tooltip when cut.

    Colour comes from the style sheet (`role`, `kind`) or the palette. Other code sets size and weight by `set_look`.
    """

    def __init__(
        self, text: str = "", *, lines: int = 1, px: float = 13, weight: int = 400
    ) -> None:
        super().__init__()
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        self.set_look(px, weight)
        self.setText(text)

    def set_look(self, px: float, weight: int = 400, zoom: int = 100) -> None:
        """Font size in pixels at 100 %, weight 400 or 600, zoom in per cent."""
        self.setFont(theme.ui_font(px, weight, zoom))
        self.updateGeometry()

    def set_lines(self, lines: int) -> None:
        """Show up to this many lines."""
        self._lines = lines
        policy = self.sizePolicy()
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        self.updateGeometry()
        self.update()

    def shown_lines(self) -> tuple[str, ...]:
        """The lines as they stand on screen."""
        return elided_lines(self.text(), self.font(), self.contentsRect().width(), self._lines)

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        count = max(1, len(elided_lines(self.text(), self.font(), inner, self._lines)))
        return count * line_height(self.font()) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        wanted = round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 2
        return QSize(wanted, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, line_height(self.font()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            assert isinstance(event, QHelpEvent)
            cut = is_cut(self.text(), self.shown_lines())
            QToolTip.showText(event.globalPos(), self.text() if cut else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        rect, step = self.contentsRect(), line_height(self.font())
        for at, line in enumerate(self.shown_lines()):
            spare = rect.width() - QFontMetricsF(self.font()).horizontalAdvance(line)
            left = rect.left() + (spare if self.alignment() & Qt.AlignmentFlag.AlignRight else 0)
            top = rect.top() + at * step
            painter.drawText(QPointF(left, top + baseline(self.font())), line)


ICON_SIDE, ICON_GAP = 14, 4


def kind_count_width(count: int, font: QFont) -> float:
    """Logical pixels that `draw_kind_count` takes."""
    return ICON_SIDE + ICON_GAP + QFontMetricsF(font).horizontalAdvance(number(count))


def draw_kind_count(
    painter: QPainter, rect: QRectF, kind: Kind, count: int, font: QFont, own_plan: bool = False
) -> None:
    """Icon and number of a kind in its colour, at the left of `rect`, centred in its height."""
    top = rect.top() + (rect.height() - ICON_SIDE) / 2
    square = QRectF(rect.left(), round(top), ICON_SIDE, ICON_SIDE)
    theme.draw_icon(painter, theme.kind_icon(kind, own_plan), square, theme.kind_ink(kind))
    painter.setFont(font)
    painter.setPen(theme.kind_ink(kind))
    place = rect.adjusted(ICON_SIDE + ICON_GAP, 0, 40, 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, number(count))
