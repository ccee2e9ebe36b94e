"""What the check before handing in found: a list by group, each line with what to do, that leads to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QFontDatabase,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.briefing import Notice
from tttt_desktop.services.offered import Stopped
from tttt_desktop.services.preflight import STAMP, Finding, Place, Preflight
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import number

FONT = "Times New Roman"
_FRAME = 2  # pixels
_MOST_PLACES = 200  # lines shown below one finding
_SHARE = 0.57  # of the width for what is wrong; the rest is for what to do
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FINDING, _PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class PreflightPane(QWidget):
    """The list under its heading. `show_result` fills it; Enter or a click leads to the place of a line."""

    place_requested = Signal(int, int)  # article, annotation (0: none)
    setting_requested = Signal(str)  # "office.name", "report.title"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = _Lines(self)
        self._result: Preflight | None = None
        self._build()

    def _build(self) -> None:
        self._title = QLabel(self.tr("Kiểm tra trước khi nộp"), self)
        self._title.setProperty("role", "label")
        stamp = QLabel(self.tr(STAMP), self)
        stamp.setProperty("role", "meta")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(stamp)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        self._list.chosen.connect(self._lead)

    def show_result(self, result: Preflight) -> None:
        """Fill the list anew; the line that was current stays current where it is still there."""
        if result == self._result:
            return
        self._result = result
        self._list.fill(result)

    def text(self) -> str:
        """Everything as plain text, one finding a line."""
        return as_text(self._result) if self._result else ""

    def height_for(self, most: int) -> int:
        """Pixels that all lines take, or as many whole lines as `most` pixels hold."""
        head = self._title.sizeHint().height() + self.layout().spacing() + 2 * _FRAME  # type: ignore[union-attr]
        return (
            head + max(1, min(self._list.rows, (most - head) // self._list.line)) * self._list.line
        )

    @Slot(object, object)
    def _lead(self, finding: Finding, place: Place | None) -> None:
        if place is not None:
            self.place_requested.emit(place.article_id, place.annotation_id)
        elif finding.setting:
            self.setting_requested.emit(finding.setting)


class _Lines(QTreeWidget):
    """Groups, findings below them, and the places of a finding below it where it has several."""

    chosen = Signal(object, object)  # a Finding, and a Place or None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = 0  # that are shown while nothing is folded out
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Các mục cần xem"))
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setProperty("role", "found")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.itemClicked.connect(self._follow)
        copy = QAction(self.tr("Sao chép"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def line(self) -> int:
        """Pixels of a row."""
        first = self.topLevelItem(0)
        return self.visualItemRect(first).height() if first else self.fontMetrics().height()

    def fill(self, result: Preflight) -> None:
        """Show what was found."""
        self.ensurePolished()  # the height of all rows is that of the first one laid out
        item = self.currentItem()
        current = item.text(0) if item else ""
        self.clear()
        sense = self.tr("Cần xem ({count})").format(count=number(len(result.sense)))
        law = self.tr("Thể thức NĐ 30: {passed} đạt, {failed} lỗi, {skipped} không áp dụng").format(
            passed=result.passed, failed=len(result.faults), skipped=result.skipped
        )
        if result.sense:
            self._add_group(sense, result.sense, "warn")
        self._add_group(law, result.faults, "error")
        self.rows = 1 + len(result.faults) + (len(result.sense) + 1 if result.sense else 0)
        self._make_current(current)

    def _add_group(self, title: str, findings: Sequence[Finding], tone: str) -> None:
        group = QTreeWidgetItem([title])
        group.setFont(0, theme.ui_font(12, 600))
        group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for finding in findings:
            row = _row(finding, tone)
            group.addChild(row)
            for at in range(row.childCount()):
                self.setFirstColumnSpanned(at, self.indexFromItem(row), True)
        group.setExpanded(True)

    def _make_current(self, text: str) -> None:
        """The line that was current, else the first finding."""
        found = self.findItems(
            text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 0
        ) if text else []  # fmt: skip
        first = self.topLevelItem(0)
        item = found[0] if found else first.child(0) if first and first.childCount() else first
        if item is not None:
            self.setCurrentItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header().resizeSection(0, round(self.viewport().width() * _SHARE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows a line; it must not go on to the button that is pressed by Enter elsewhere."""
        item = self.currentItem()
        if event.key() in _ENTER and item is not None:
            event.accept()
            self._follow(item)
        else:
            super().keyPressEvent(event)

    @Slot(QTreeWidgetItem)
    def _follow(self, item: QTreeWidgetItem) -> None:
        finding, place = item.data(0, _FINDING), item.data(0, _PLACE)
        if finding is None or (item.childCount() and place is None):
            item.setExpanded(not item.isExpanded())
        else:
            self.chosen.emit(finding, place)

    @Slot()
    def _copy(self) -> None:
        item = self.currentItem()
        if item is not None:
            said = " ".join(filter(None, (item.text(0), item.text(1))))
            QGuiApplication.clipboard().setText(said)


def _row(finding: Finding, tone: str) -> QTreeWidgetItem:
    """One finding; its one place leads there, several stand below it."""
    item = QTreeWidgetItem([finding.message, finding.remedy])
    item.setIcon(0, theme.icon("warning", tone))
    item.setForeground(1, theme.tokens().text2)
    item.setToolTip(0, f"{finding.message} {_source(finding)}".rstrip())
    item.setToolTip(1, finding.remedy)
    item.setData(0, _FINDING, finding)
    item.setData(
        0, Qt.ItemDataRole.AccessibleTextRole, f"{finding.message} {finding.remedy}".strip()
    )
    if len(finding.places) == 1:
        item.setData(0, _PLACE, finding.places[0])
    for place in finding.places[:_MOST_PLACES] if len(finding.places) > 1 else ():
        child = QTreeWidgetItem([place.text])
        child.setToolTip(0, place.text)
        child.setData(0, _FINDING, finding)
        child.setData(0, _PLACE, place)
        item.addChild(child)
    return item


def _source(finding: Finding) -> str:
    """ "(Phụ lục I, I.3; đoạn 12)": the clause of the decree, and the paragraph of the file."""
    clause = f"Phụ lục I, {finding.clause}" if finding.clause else ""
    where = f"đoạn {finding.paragraph}" if finding.paragraph else ""
    said = "; ".join(filter(None, (clause, where)))
    return f"({said})" if said else ""


def as_text(result: Preflight) -> str:
    """What was found as plain text, to be sent to whoever mends it."""
    lines = [f"{STAMP}: {result.summary}."]
    for finding in (*result.sense, *result.faults):
        parts = (finding.rule, finding.message, _source(finding), finding.remedy)
        lines.append(f"- {' '.join(filter(None, parts))}")
    return "\n".join(lines)


def of_this_machine() -> list[Notice]:
    """What a report lacks here."""
    if QFontDatabase.hasFamily(FONT):
        return []
    said = f"Máy này không có phông {FONT}; xem trước và in ở đây dùng phông khác."
    return [Notice(said, (), "Hãy in từ máy có phông này.")]


def checked(work: Callable[[Stopped], Preflight], stopped: Stopped) -> Preflight | UserError:
    """What comes of a check in a job; what the world does to it is a result, too. Errors: Cancelled."""
    try:
        return work(stopped)
    except UserError as error:
        return error.with_traceback(None)
