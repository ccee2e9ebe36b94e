"""The differences of a report that came back: the line as it was written beside what stands there now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.differences import Pair, compare
from tttt_desktop.domain.records import Span
from tttt_desktop.services.returned import DETAIL_NAMES, Fate, Finding, Returned
from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.text_lines import baseline, elided_lines, line_height
from tttt_desktop.ui.review.compare_view import PairModel, PairView

Index = QModelIndex | QPersistentModelIndex
_SIDE, _TOP, _STEP = 12, 8, 4
_TITLE_PX, _NOTE_PX = 12, 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("returned", text)


FATE_LABEL = {
    Fate.CHANGED: "Sửa câu",
    Fate.DROPPED: "Đã xoá trong Word",
    Fate.ADDED: "Thêm trong Word",
    Fate.MOVED: "Chuyển mục",
    Fate.REORDERED: "Đổi thứ tự",
}


def label_of(finding: Finding) -> str:
    """What happened, in two words: "Sửa câu", "Sửa thời hạn", "Xoá nguyên nhân"."""
    if finding.fate is Fate.DETAIL:
        said = _tr("Sửa {name}") if finding.text else _tr("Xoá {name}")
        return said.format(name=_tr(DETAIL_NAMES[finding.detail]))
    return _tr(FATE_LABEL[finding.fate])


def pair_of(finding: Finding) -> Pair:
    """Both texts of a difference, their words compared; imported text stays plain text."""
    if finding.fate is Fate.DETAIL:
        return _compared(_line(finding.old), _line(finding.new))
    old = _line(finding.line.said) if finding.line is not None else ""
    if finding.fate is Fate.DROPPED:
        return Pair(old, "")
    if finding.line is None:
        return Pair("", _line(finding.text))
    new = _line(finding.wording) or old
    if finding.around and not finding.wording:  # only what the program wrote itself was changed
        old, new = _line(finding.line.text), _line(finding.text)
    return _compared(old, new)


def _compared(old: str, new: str) -> Pair:
    pair, *apart = compare(old, new)
    if not apart:
        return pair
    return Pair(old, new, (Span(0, len(old)),), (Span(0, len(new)),))  # nothing in common


def _line(text: str) -> str:
    return " ".join(text.split())


def _step(px: float) -> int:
    return line_height(theme.ui_font(px)) + _STEP


class ReturnedModel(PairModel):
    """The differences in the order of the file. `declined` are those the person did not want, by their place."""

    def __init__(self, items: Sequence[Returned], pairs: Sequence[Pair], parent: QObject) -> None:
        super().__init__(pairs, parent)
        self.items = list(items)
        self.declined: set[int] = set()

    def judge(self, items: Mapping[int, Returned]) -> None:
        """Some of the same differences, by their rows, as the dossier stands now."""
        for row, item in items.items():
            self.items[row] = item
        self._tell_all()

    def decline(self, row: int, declined: bool = True) -> None:
        """Note that one is not wanted, or is after all."""
        (self.declined.add if declined else self.declined.discard)(row)
        self._tell_all()

    def _tell_all(self) -> None:
        if self.items:
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def is_open(self, row: int) -> bool:
        """Whether it waits for a decision."""
        return self.items[row].acceptable and row not in self.declined

    def for_all(self) -> list[Returned]:
        """Those that wait and may be taken over together."""
        return [one for row, one in enumerate(self.items) if one.with_all and self.is_open(row)]

    def state(self, row: int) -> str:
        """What was decided."""
        if self.items[row].done:
            return _tr("Đã nhận")
        if row in self.declined:
            return _tr("Đã bỏ qua")
        return "" if self.items[row].acceptable else _tr("Chỉ để xem")

    def title(self, row: int) -> str:
        """What happened, and where: "Chuyển mục · từ “1. Viễn thông” sang “2. Bưu chính”"."""
        finding, line = self.items[row].finding, self.items[row].line
        label = label_of(finding)
        if finding.moved_from:
            where = _tr("từ “{old}” sang “{new}”")
            return f"{label} · {where.format(old=finding.moved_from, new=finding.section)}"
        if finding.fate is Fate.DETAIL and finding.line is not None:
            of = line.quoted if line and finding.line.detail else finding.line.said
            return (
                f"{label} · {_line(of)}"  # of which line it is, also where it stands away from it
            )
        return f"{label} · {finding.section}" if finding.section else label

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: int) -> str:
        pair, said = self.pairs[row], [self.title(row), self.state(row), *self.items[row].notes]
        if pair.old:
            said.append(_tr("Trong hồ sơ: {text}").format(text=pair.old))
        if pair.new and not pair.same:
            said.append(_tr("Trong Word: {text}").format(text=pair.new))
        return ". ".join(filter(None, said))


class ReturnedView(PairView):
    """Each pair below a line that says what happened and, in amber, what to look at."""

    def __init__(self, model: ReturnedModel, parent: QWidget) -> None:
        self._model = model
        self._title_step, self._note_step = _step(_TITLE_PX), _step(_NOTE_PX)
        super().__init__(model, parent)
        self.setAccessibleName(self.tr("Các thay đổi trong Word"))
        model.dataChanged.connect(self._repaint)

    def _repaint(self) -> None:
        self.doItemsLayout()
        self.viewport().update()

    def head_height(self, row: int) -> int:
        notes = len(self._model.items[row].notes)
        return _TOP + self._title_step + notes * self._note_step

    def paint_head(self, painter: QPainter, rect: QRect, row: int) -> None:
        colours, top = theme.tokens(), rect.top() + _TOP
        if row == self.currentIndex().row():
            painter.fillRect(
                QRect(0, rect.top(), 3, self.visualRect(self._model.index(row)).height()),
                colours.accent,
            )
        room = rect.width() - 2 * _SIDE
        state = self._model.state(row)
        used = self._paint_state(painter, state, rect.right() - _SIDE, top)
        faded = bool(state) and not self._model.is_open(row)
        ink = colours.text3 if faded else colours.text
        self._paint_line(
            painter, self._model.title(row), QRect(_SIDE, top, room - used, 0), ink, 600
        )
        for note in self._model.items[row].notes:
            top += self._note_step
            self._paint_line(painter, note, QRect(_SIDE, top, room, 0), colours.warn, 400)

    def _paint_state(self, painter: QPainter, state: str, right: int, top: int) -> int:
        """What was decided, at the right; gives the room it takes."""
        if not state:
            return 0
        font = theme.ui_font(_TITLE_PX, 600)
        width = round(QFontMetricsF(font).horizontalAdvance(state))
        painter.setFont(font)
        painter.setPen(theme.tokens().text3)
        painter.drawText(right - width, top + baseline(font), state)
        return width + 16

    @staticmethod
    def _paint_line(painter: QPainter, text: str, room: QRect, ink: QColor, weight: int) -> None:
        font = theme.ui_font(_NOTE_PX, weight)
        painter.setFont(font)
        painter.setPen(ink)
        shown = "".join(elided_lines(text, font, room.width(), 1))
        painter.drawText(room.left(), room.top() + baseline(font), shown)
