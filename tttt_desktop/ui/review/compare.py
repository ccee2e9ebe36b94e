"""So sánh: a reading beside what it repeats, and what is to become of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.differences import Pair
from tttt_desktop.domain.records import Article, ParsedArticle
from tttt_desktop.ui.review.compare_view import PairModel, PairView
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

UNKNOWN = "—"
_NARROW = {0: 60, 2: 20}  # columns of the heads: what is compared, and the sign of a difference


class Choice(StrEnum):
    """What becomes of a double."""

    SKIP = "skip"
    SOURCE = "source"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Side:
    """The head of one of the two: where it is, and what it says of itself."""

    place: str
    title: str
    outlet: str = ""
    published_on: date | None = None
    byline: str = ""

    def lines(self) -> tuple[str, str, str, str]:
        """Title, outlet, date and byline as they are shown."""
        day = f"{self.published_on:%d/%m/%Y}" if self.published_on else ""
        return self.title, self.outlet, day, self.byline


def side_of(article: Article | ParsedArticle, place: str) -> Side:
    """The head of a stored article or of one that was read."""
    return Side(place, article.title, article.outlet, article.published_on, article.byline)


class CompareDialog(QDialog):
    """Closed by one of the three choices, `choice` then says which; Esc leaves everything as it was."""

    def __init__(
        self, old: Side, new: Side, pairs: Sequence[Pair], similarity: float, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.choice: Choice | None = None
        self.setWindowTitle(self.tr("So sánh hai bài"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        open_at_size(self, 1120, 660)
        self._model = PairModel(pairs, self)
        self._view = PairView(self._model, self)
        self._differences = sum(1 for pair in pairs if not pair.same)
        self._build(old, new, similarity)
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._view.step, step))
        self._view.setFocus()
        if self._differences:
            self._view.step(1)

    def set_zoom(self, percent: int) -> None:
        """Size of the texts in per cent."""
        self._view.set_zoom(percent)

    def _build(self, old: Side, new: Side, similarity: float) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(self._heads(old, new))
        column.addLayout(self._tools(similarity))
        column.addWidget(self._view, 1)
        column.addLayout(self._choices())

    def _heads(self, old: Side, new: Side) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for at, width in _NARROW.items():
            grid.setColumnMinimumWidth(at, width)
        for at, side in ((1, old), (3, new)):
            place = ElidedLabel(side.place, px=12, weight=600)
            place.setProperty("role", "label")
            grid.addWidget(place, 0, at)
        captions = (self.tr("Tiêu đề"), self.tr("Nguồn"), self.tr("Ngày"), self.tr("Tác giả"))
        both = zip(captions, old.lines(), new.lines(), strict=True)
        for row, (name, left, right) in enumerate(both, 1):
            self._add_line(grid, row, name, left, right)
        return grid

    def _add_line(self, grid: QGridLayout, row: int, name: str, left: str, right: str) -> None:
        differs = left != right
        label = ElidedLabel(name, px=12)
        label.setProperty("role", "meta")
        sign = ElidedLabel("≠" if differs else "", px=15, weight=600)
        sign.setProperty("role", "warn")
        sign.setAccessibleName(self.tr("khác nhau") if differs else "")
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(sign, row, 2, Qt.AlignmentFlag.AlignTop)
        for at, text in ((1, left), (3, right)):
            value = ElidedLabel(text or UNKNOWN, lines=2 if row == 1 else 1)
            value.set_look(13, 600 if differs else 400)
            grid.addWidget(value, row, at, Qt.AlignmentFlag.AlignTop)

    def _tools(self, similarity: float) -> QHBoxLayout:
        said = self.tr("Giống {percent} % · {count} đoạn khác nhau")
        if not self._differences:
            said = self.tr("Hai bài có cùng nội dung.")
        percent = min(99, int(similarity * 100)) if self._differences else 100
        label = ElidedLabel(
            said.format(percent=percent, count=number(self._differences)), weight=600
        )
        only = QCheckBox(self.tr("Chỉ hiện đoạn khác"))
        only.toggled.connect(self._model.show_differences_only)
        before = button(
            self.tr("Khác trước"), "flat", "chevron-up", self.tr("Khác trước (Shift+F3)")
        )
        after = button(self.tr("Khác tiếp"), "flat", "chevron-down", self.tr("Khác tiếp (F3)"))
        before.clicked.connect(self._to_previous)
        after.clicked.connect(self._to_next)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        for widget in (only, before, after):
            widget.setEnabled(self._differences > 0)
            row.addWidget(widget)
        return row

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel = button(self.tr("Huỷ"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addStretch(1)
        for text, choice in (
            (self.tr("Bỏ qua"), Choice.SKIP),
            (self.tr("Nhập thành bài riêng"), Choice.OWN),
            (self.tr("Thêm làm nguồn của bài đã có"), Choice.SOURCE),
        ):
            made = button(text, "primary" if choice is Choice.SOURCE else "")
            made.clicked.connect(partial(self._choose, choice))
            made.setDefault(choice is Choice.SOURCE)
            row.addWidget(made)
        return row

    @Slot()
    def _to_previous(self) -> None:
        self._view.step(-1)

    @Slot()
    def _to_next(self) -> None:
        self._view.step(1)

    def _choose(self, choice: Choice, _checked: bool = False) -> None:
        self.choice = choice
        self.accept()
