"""The quick guide: pages of our own with pictures of the program, inside it so that they are there without a network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.dialogs.guide_pages import GuidePage, Keys, Part, pages
from tttt_desktop.ui.widgets import DIALOG_MARGINS, Keycap, SearchBox, button, open_at_size

_CONTENTS = 210  # width of the list of pages


class GuideDialog(QDialog):
    """Contents and search at the left, the page at the right. It stays open beside the work."""

    def __init__(self, parent: QWidget | None = None, shows: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hướng dẫn nhanh"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at_size(self, 860, 640)
        self._found: list[GuidePage] = []
        self._build()
        self._search.textChanged.connect(self._narrow)
        self._contents.currentRowChanged.connect(self._show_page)
        self._narrow("")
        about = [i for i, page in enumerate(self._found) if shows and page.shows == shows]
        self._contents.setCurrentRow(about[0] if about else 0)
        self._contents.setFocus()

    def _build(self) -> None:
        self._search = SearchBox(self.tr("Tìm trong hướng dẫn"), self)
        self._contents = QListWidget(self)
        self._contents.setProperty("role", "list")
        self._contents.setSpacing(3)
        self._contents.setAccessibleName(self.tr("Mục lục"))
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Trang hướng dẫn"))
        close = button(self.tr("Đóng"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self._search, self._contents):
            part.setFixedWidth(_CONTENTS)
            left.addWidget(part)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left)
        middle.addWidget(self._area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(middle, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        """Only the pages that have all the words; the first one is shown where they stand."""
        words = fold(typed).split()
        self._found = [page for page in pages() if page.has(words)]
        self._contents.blockSignals(True)
        self._contents.clear()
        self._contents.addItems([page.title for page in self._found])
        self._contents.blockSignals(False)
        self._contents.setCurrentRow(-1)
        self._contents.setCurrentRow(0)

    @Slot(int)
    def _show_page(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        view = PageView(self._found[row])
        self._area.setWidget(view)
        first = view.mark(fold(self._search.text()).split())
        if first is not None:
            view.adjustSize()
            self._area.ensureWidgetVisible(first, 0, 60)


class PageView(QWidget):
    """One page: title, paragraphs, pictures and tables of keys below one another."""

    def __init__(self, page: GuidePage) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._labels: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        title = self._label(page.title)
        title.setFont(theme.ui_font(19, 600))
        column.addWidget(title)
        for part in page.parts:
            column.addWidget(self._widget(part))
        column.addStretch(1)

    def mark(self, words: list[str]) -> QLabel | None:
        """Select the words where they stand; gives the first label that has one."""
        first = None
        for label in self._labels:
            text = fold(label.text())
            found = [(text.find(word), len(word)) for word in words if word in text]
            if found:
                label.setSelection(*min(found))
                first = first or label
        return first

    def _widget(self, part: Part) -> QWidget:
        if part.picture is not None:
            return _Picture(part.picture, part.text)
        return self._table(part.keys) if part.keys else self._label(part.text)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._labels.append(label)
        return label

    def _table(self, keys: Keys) -> QWidget:
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (names, act) in enumerate(keys):
            caps = QHBoxLayout()
            caps.setSpacing(4)
            for name in names.split("  "):
                caps.addWidget(Keycap(name))
            caps.addStretch(1)
            grid.addLayout(caps, row, 0, top)
            grid.addWidget(self._label(act), row, 1, top)
        return table


class _Picture(QWidget):
    """A picture as wide as there is room, never larger than it is, in a thin frame."""

    def __init__(self, path: Path, says: str) -> None:
        super().__init__()
        self._pixmap = QPixmap(str(path))
        self.setAccessibleName(says)
        self.setToolTip(says)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._fitted(width).height()

    def sizeHint(self) -> QSize:
        return self._fitted(self._pixmap.width())

    def _fitted(self, width: int) -> QSize:
        size = self._pixmap.size()
        room = QSize(min(max(width, 1), size.width()), size.height())
        return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRect(self.rect().topLeft(), self._fitted(self.width()))
        painter.drawPixmap(place, self._pixmap)
        painter.setPen(theme.tokens().border)
        painter.drawRect(place.adjusted(0, 0, -1, -1))
