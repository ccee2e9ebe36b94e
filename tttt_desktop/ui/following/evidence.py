"""What tells, or may tell, what became of a task: one card each, with its reason, its source and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.following import STATUSES, Evidence, Match
from tttt_desktop.domain.records import Status
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.rows import Row, said_where
from tttt_desktop.ui.widgets import ElidedLabel, button, set_look

_ICON = 16
_DASHES = [1.0, 1.6]


@dataclass(frozen=True, slots=True)
class Told:
    """A card: a mark, and why it is proposed; without reasons it was accepted."""

    evidence: Evidence
    reasons: tuple[str, ...] = ()
    says: Status | None = None
    offered: bool = False  # Enter in the table takes this one

    @property
    def proposed(self) -> bool:
        """Whether nobody has decided on it."""
        return bool(self.reasons) or self.offered


def told_of(row: Row | None, offered: int) -> list[Told]:
    """The cards of a task: what is proposed first, so that it is on screen, then what was accepted."""
    if row is None:
        return []
    open_ones = [_proposal(match, at == offered) for at, match in enumerate(row.matches)]
    return open_ones + [Told(one, says=one.says) for one in row.task.evidence]


def _proposal(match: Match, offered: bool) -> Told:
    reasons = match.reasons or ("",)
    return Told(match.evidence, reasons, match.says, offered)


class EvidenceCard(QFrame):
    """Made once and shown again for other marks: moving through the table makes no widgets."""

    accepted = Signal(int)
    declined = Signal(int)
    unlinked = Signal(int)
    open_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told: Told | None = None
        self._read_only = False
        self._icon, self._kind = QLabel(self), ElidedLabel(px=12, weight=600)
        self._text = ElidedLabel(lines=3)
        self._where, self._why = ElidedLabel(px=12), ElidedLabel(px=12, lines=2)
        self._accept = button(self.tr("Nhận"), tip=self.tr("Nhận đối chiếu này"))
        self._decline = button(self.tr("Bỏ"), tip=self.tr("Bỏ đối chiếu này"))
        self._unlink = button(self.tr("Gỡ"), tip=self.tr("Gỡ đối chiếu này khỏi nhiệm vụ"))
        self._read = button(self.tr("Mở bài"), "link", tip=self.tr("Mở bài tại câu này"))
        self._build()
        self._connect()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """From left to right."""
        return self._accept, self._decline, self._unlink, self._read

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        self._where.setProperty("role", "meta")
        self._why.setProperty("role", "label")
        head.addWidget(self._icon)
        head.addWidget(self._kind, 1)
        for one in self.buttons:
            head.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 8, 7)
        column.setSpacing(2)
        column.addLayout(head)
        for label in (self._text, self._why, self._where):
            column.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self._accept.clicked.connect(self._tell_accepted)
        self._decline.clicked.connect(self._tell_declined)
        self._unlink.clicked.connect(self._tell_unlinked)
        self._read.clicked.connect(self._tell_open)

    def show_told(self, told: Told, *, read_only: bool) -> None:
        """Show a mark."""
        self._told, self._read_only = told, read_only
        kind = told.evidence.kind
        self._icon.setPixmap(
            theme.pixmap(
                theme.kind_icon(kind), theme.kind_ink(kind), _ICON, self.devicePixelRatioF()
            )
        )
        self._kind.setText(self._heading(told))
        set_look(self._kind, "kind", kind.value)
        text = f"“{' '.join(told.evidence.quote.split())}”"
        self._text.setText(text)
        self._where.setText(said_where(told.evidence))
        why = "; ".join(filter(None, told.reasons))
        self._why.setText(self.tr("Vì: {reasons}").format(reasons=why) if why else "")
        self._why.setVisible(bool(why))
        for one in (self._accept, self._decline):
            one.setVisible(told.proposed and not read_only)
        self._unlink.setVisible(not told.proposed and not read_only)
        self._name(text)
        self.setToolTip("")
        self.update()

    def renew(self) -> None:
        """Show it in the colours that are on now."""
        if self._told is not None:
            self.show_told(self._told, read_only=self._read_only)

    def _heading(self, told: Told) -> str:
        label = theme.KIND_LABEL[told.evidence.kind]
        state = self.tr("gợi ý") if told.proposed else self.tr("đã nhận")
        said = self.tr(STATUSES[told.says]).lower() if told.says else ""
        return " · ".join(filter(None, (label, state, said)))

    def _name(self, text: str) -> None:
        self.setAccessibleName(f"{self._kind.text()}: {text}")
        for one in self.buttons:
            one.setAccessibleName(f"{one.text()}: {text}")

    def _tell_accepted(self) -> None:
        if self._told is not None:
            self.accepted.emit(self._told.evidence.id)

    def _tell_declined(self) -> None:
        if self._told is not None:
            self.declined.emit(self._told.evidence.id)

    def _tell_unlinked(self) -> None:
        if self._told is not None:
            self.unlinked.emit(self._told.evidence.id)

    def _tell_open(self) -> None:
        if self._told is not None:
            self.open_requested.emit(self._told.evidence)

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._text.set_look(13, zoom=look.zoom)
        for label in (self._where, self._why):
            label.set_look(12, zoom=look.zoom)
        self._kind.set_look(12, 600, look.zoom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dotted frame while it is proposed, a solid one after; a bar in the colour of the kind."""
        if self._told is None:
            return
        painter, colours = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pen = QPen(colours.accent, 2) if self._told.offered else QPen(colours.control_border, 1)
        if self._told.proposed and not self._told.offered:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(frame, 6, 6)
        bar = QRectF(5, 8, 3, self.height() - 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.kind_ink(self._told.evidence.kind))
        painter.drawRoundedRect(bar, 1.5, 1.5)


class EvidenceList(QScrollArea):
    """The cards of the current task, one below the other."""

    accepted = Signal(int)
    declined = Signal(int)
    unlinked = Signal(int)
    open_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = Look()
        self._cards: list[EvidenceCard] = []
        self._before: QWidget | None = None  # what Tab leaves for the first button here
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "hint")
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 4, 2)
        self._column.setSpacing(6)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Đối chiếu"))
        theme.notifier().themed.connect(self._renew)

    def show_told(self, told: Sequence[Told], nothing: str, *, read_only: bool) -> None:
        """Show cards, or why there are none."""
        while len(self._cards) < len(told):
            self._cards.append(self._make())
        for card, one in zip(self._cards, told, strict=False):
            card.show_told(one, read_only=read_only)
        for at, card in enumerate(self._cards):
            card.setVisible(at < len(told))
        self._empty.setText(nothing)
        self._empty.setVisible(not told)
        offered = next(
            (card for card, one in zip(self._cards, told, strict=False) if one.offered), None
        )
        if offered is not None:
            self._column.activate()
            self.verticalScrollBar().setValue(offered.y())

    def come_after(self, before: QWidget) -> None:
        """Tab goes from this widget to the first card, as it stands on the screen."""
        self._before = before

    def _make(self) -> EvidenceCard:
        card = EvidenceCard(self._body)
        for one in card.buttons:
            if self._before is not None:
                QWidget.setTabOrder(self._before, one)
            self._before = one
        card.set_look(self._look)
        card.accepted.connect(self.accepted)
        card.declined.connect(self.declined)
        card.unlinked.connect(self.unlinked)
        card.open_requested.connect(self.open_requested)
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    @property
    def cards(self) -> list[EvidenceCard]:
        """Those that are shown."""
        return [card for card in self._cards if card.isVisibleTo(self._body)]

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._look = look
        for card in self._cards:
            card.set_look(look)

    @Slot()
    def _renew(self) -> None:
        for card in self._cards:
            card.renew()
