"""How a row of the article list looks: header of a year, or state, title, meta line and counts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from tttt_desktop.domain.records import ArticleRow, ArticleState, Hit, Kind
from tttt_desktop.ui import theme
from tttt_desktop.ui.articles import found
from tttt_desktop.ui.articles.groups import Group
from tttt_desktop.ui.articles.model import GROUP_ROLE, HIT_ROLE, ROW_ROLE, Index, group_label
from tttt_desktop.ui.parts.text_lines import baseline, elided_lines, is_cut, line_height
from tttt_desktop.ui.widgets import draw_kind_count, kind_count_width, number

ROW_HEIGHT, HEADER_HEIGHT = 76, 30
SIDE, TEXT_LEFT, TEXT_RIGHT = (
    8,
    42,
    18,
)  # of the box, and of the text in it, from the edges of the row
ICON_LEFT, ICON_SIDE = 18, 18
COUNT_GAP, META_GAP, META_HEIGHT = 12, 4, 18

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip

STATE_COLOUR = {
    ArticleState.UNREAD: "text3",
    ArticleState.READING: "accent",
    ArticleState.DONE: "achievement",
}


class ArticleDelegate(QStyledItemDelegate):
    """Paints both sorts of rows; looks colours and fonts up each time, so that a change of theme needs nothing."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEADER_HEIGHT if index.data(GROUP_ROLE) else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, group = QRectF(option.rect), index.data(GROUP_ROLE)
        if group is not None:
            _paint_header(painter, rect, group)
        elif (row := index.data(ROW_ROLE)) is not None:
            _paint_box(painter, rect, option.state)
            _paint_article(painter, rect, row, index.data(HIT_ROLE))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole title, where it did not fit."""
        row = index.data(ROW_ROLE)
        if event.type() != QEvent.Type.ToolTip or row is None:
            return super().helpEvent(event, view, option, index)
        cut = is_cut(row.title, title_lines(row, option.rect.width()))
        QToolTip.showText(event.globalPos(), row.title if cut else "", view)
        return True


def title_lines(row: ArticleRow, width: float) -> tuple[str, ...]:
    """The title as a row of `width` pixels shows it."""
    weight = 400 if row.state is ArticleState.DONE else 600
    return elided_lines(row.title, theme.ui_font(13, weight), width - TEXT_LEFT - TEXT_RIGHT, 2)


def short_date(day: date, year: int | None) -> str:
    """ "06/01" under the header of its own year, else "28/12/2022"."""
    return f"{day:%d/%m}" if day.year == year else f"{day:%d/%m/%Y}"


def _paint_header(painter: QPainter, rect: QRectF, group: Group) -> None:
    colours, line = theme.tokens(), rect.adjusted(SIDE + 8, 4, -SIDE - 8, 0)
    painter.setPen(colours.text2)
    painter.setFont(theme.ui_font(11, 600))
    painter.drawText(line, _MIDDLE, group_label(group))
    painter.setPen(colours.text3)
    painter.setFont(theme.ui_font(11))
    painter.drawText(line, _MIDDLE | Qt.AlignmentFlag.AlignRight, f"{number(group.count)} bài")


def _paint_box(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
    """Ground of the selected or hovered row, accent bar, focus ring."""
    colours, box = theme.tokens(), rect.adjusted(SIDE, 2, -SIDE, -2)
    selected = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(Qt.PenStyle.NoPen)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(colours.list_selection if selected else colours.raised)
        painter.drawRoundedRect(box, 6, 6)
    if selected:
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 10, 3, box.height() - 20), 1.5, 1.5)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.accent, 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)


def _paint_article(painter: QPainter, rect: QRectF, row: ArticleRow, hit: Hit | None) -> None:
    colours = theme.tokens()
    done = row.state is ArticleState.DONE
    font = theme.ui_font(13, 400 if done else 600)
    lines, step = title_lines(row, rect.width()), line_height(font)
    left, width = rect.left() + TEXT_LEFT, rect.width() - TEXT_LEFT - TEXT_RIGHT
    height = len(lines) * step + META_GAP + META_HEIGHT
    top = rect.top() + round((rect.height() - height) / 2)
    icon = QRectF(rect.left() + ICON_LEFT, top + 1 + (step - ICON_SIDE) // 2, ICON_SIDE, ICON_SIDE)
    theme.draw_icon(painter, row.state.value, icon, getattr(colours, STATE_COLOUR[row.state]))
    painter.setFont(font)
    painter.setPen(colours.text2 if done else colours.text)
    grounds = found.title_marks(row.title, lines, hit.title_marks if hit else ())
    for at, (line, marks) in enumerate(zip(lines, grounds, strict=True)):
        place = QRectF(left, top + at * step, width + 2, step)
        for mark in marks:
            found.paint_ground(painter, place, line, mark)
        painter.drawText(QPointF(place.left(), place.top() + baseline(font)), line)
    meta = QRectF(left, top + len(lines) * step + META_GAP, width, META_HEIGHT)
    if hit is not None and hit.snippet != row.title:
        found.paint_hit(painter, meta, hit)
    else:
        _paint_meta(painter, meta, row)


def _paint_meta(painter: QPainter, rect: QRectF, row: ArticleRow) -> None:
    """Province and date at the left, counts or open suggestions at the right."""
    taken = _paint_counts(painter, rect, row) or _paint_open(painter, rect, row)
    painter.setFont(theme.ui_font(12))
    painter.setPen(theme.tokens().text3)
    said = meta_line(row, rect.width() - taken, QFontMetricsF(painter.font()))
    painter.drawText(rect, _MIDDLE, said)


def meta_line(row: ArticleRow, room: float, metrics: QFontMetricsF) -> str:
    """Province and date in `room` pixels: first the century gives way, then the end of the province's name.

    A year other than that of the header above stays: without it the day would be taken for one of that year.
    """
    if row.published_on is None:
        return metrics.elidedText(row.province, Qt.TextElideMode.ElideRight, room)
    own = row.published_on.year == row.year
    dates = (
        short_date(row.published_on, row.year),
        f"{row.published_on:%d/%m}" if own else f"{row.published_on:%d/%m/%y}",
    )
    for date_text in dates:
        said = f"{row.province} · {date_text}" if row.province else date_text
        if metrics.horizontalAdvance(said) <= room:
            return said
    tail = f" · {dates[-1]}"
    left = room - metrics.horizontalAdvance(tail)
    return metrics.elidedText(row.province, Qt.TextElideMode.ElideRight, left) + tail


def _paint_counts(painter: QPainter, rect: QRectF, row: ArticleRow) -> float:
    """Icon and number of each kind there is, right-aligned; the width taken."""
    font, right = theme.ui_font(12, 600), rect.right()
    counts = (
        (Kind.ACHIEVEMENT, row.achievements, False),
        (Kind.SHORTCOMING, row.shortcomings, False),
        (Kind.TASK, row.tasks, False),
        (Kind.TASK, row.plans, True),
    )
    for kind, count, own_plan in reversed(counts):
        if count:
            left = right - kind_count_width(count, font)
            place = QRectF(left, rect.top(), right - left, rect.height())
            draw_kind_count(painter, place, kind, count, font, own_plan)
            right = left - COUNT_GAP
    return rect.right() - right


def _paint_open(painter: QPainter, rect: QRectF, row: ArticleRow) -> float:
    """ "14 gợi ý" with a dotted underline; the width taken."""
    if not row.open_suggestions:
        return 0
    said = f"{number(row.open_suggestions)} gợi ý"
    painter.setFont(theme.ui_font(12))
    painter.setPen(theme.tokens().text2)
    width = QFontMetricsF(painter.font()).horizontalAdvance(said)
    painter.drawText(rect, _MIDDLE | Qt.AlignmentFlag.AlignRight, said)
    pen = QPen(theme.tokens().text3, 1)
    pen.setDashPattern([1, 2])
    painter.setPen(pen)
    y = rect.bottom() - 0.5
    painter.drawLine(QPointF(rect.right() - width, y), QPointF(rect.right(), y))
    return width + COUNT_GAP
