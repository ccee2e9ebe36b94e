"""The boxes of one figure, unfolded under its chip: indicator, value, unit, change, what it is compared with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from tttt_desktop.domain.figures import read_value, value_text, written
from tttt_desktop.domain.records import Figure
from tttt_desktop.ui.annotations.inputs import LineInput
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.widgets import button

BOXES = (
    ("indicator", "Chỉ tiêu", "ví dụ: Doanh thu bưu chính"),
    ("value", "Giá trị", "ví dụ: 742,67"),
    ("unit", "Đơn vị", "ví dụ: tỷ đồng"),
    ("change", "Tăng/giảm", "ví dụ: tăng 6,4%"),
    ("compared", "So với", "ví dụ: cùng kỳ"),
)
_NEW = Figure("")


class FigureForm(QFrame):
    """Edits one figure. `done` gives the figure as it should be, `removed` that it should go, `closed` neither."""

    done = Signal(object)
    removed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._figure = _NEW
        self._labels: list[QLabel] = []
        self._boxes: dict[str, LineInput] = {}
        self._ready = button(self.tr("Xong"), tip=self.tr("Ghi số liệu (Enter)"))
        self._remove = button(self.tr("Xoá số liệu"), "flat")
        self._build()
        self.hide()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, label, example) in enumerate(BOXES):
            word, box = QLabel(self.tr(label), self), LineInput(f"figure_{name}", self)
            word.setProperty("role", "meta")
            word.setBuddy(box)
            box.setAccessibleName(self.tr(label))
            box.setPlaceholderText(self.tr(example))
            grid.addWidget(word, row, 0)
            grid.addWidget(box, row, 1)
            self._labels.append(word)
            self._boxes[name] = box
        buttons = QHBoxLayout()
        buttons.addWidget(self._ready)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        grid.addLayout(buttons, len(BOXES), 0, 1, 2)
        self._ready.clicked.connect(self._finish)
        self._remove.clicked.connect(self.removed)
        self._boxes["value"].textChanged.connect(self._check)

    def edit(self, figure: Figure | None) -> None:
        """Show a figure, or empty boxes for a new one, and take the keyboard."""
        self._figure = figure or _NEW
        for name, box in self._boxes.items():
            box.show_value(
                value_text(self._figure) if name == "value" else getattr(self._figure, name)
            )
        self._remove.setVisible(figure is not None)
        self._check()
        self.show()
        first = self._boxes["value" if figure else "indicator"]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def figure(self) -> Figure:
        """The figure as the boxes have it; its value as written where neither value nor unit was touched."""
        typed = {name: box.value() for name, box in self._boxes.items()}
        value, of = read_value(typed["value"])
        same = (typed["value"], typed["unit"]) == (value_text(self._figure), self._figure.unit)
        return replace(
            self._figure,
            as_printed=self._figure.as_printed if same else written(typed["value"], typed["unit"]),
            value=self._figure.value if same else value,
            of=self._figure.of if same else of,
            unit=typed["unit"],
            indicator=typed["indicator"],
            change=typed["change"],
            compared=typed["compared"],
        )

    def flush(self) -> None:
        """Tell what was changed, and close."""
        if self.isHidden():
            return
        made = self.figure()
        self.hide()
        if made.as_printed.strip() and made != self._figure:
            self.done.emit(made)
        else:
            self.closed.emit()

    @Slot()
    def _finish(self) -> None:
        self.flush()

    @Slot()
    def _check(self) -> None:
        box = self._boxes["value"]
        no_number = bool(box.value()) and read_value(box.value())[0] is None
        box.set_notes(False, self.tr("không có số") if no_number else "", no_number)

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        for label in self._labels:
            label.setFont(look.small)
        for box in self._boxes.values():
            box.setFont(look.text)
        for one in (self._ready, self._remove):
            one.setFont(look.small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc both keep what is typed and close; Undo takes it back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.flush()
            event.accept()
        else:
            super().keyPressEvent(event)
