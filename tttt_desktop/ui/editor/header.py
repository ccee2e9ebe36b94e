"""Above the text: what is being read, and the button that finishes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from tttt_desktop.domain.records import Article
from tttt_desktop.ui.widgets import ElidedLabel, Keycap, button

_RIGHT = 24


class Header(QWidget):
    """Title and meta line; on a low window one line, with the meta line in the tooltip."""

    done_requested = Signal()
    versions_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self._article: Article | None = None
        self._low = False
        self._left = 0
        self._title = ElidedLabel(px=19, weight=600, lines=2)
        self._meta = ElidedLabel(px=12)
        self._meta.setProperty("role", "meta")
        self._done = button(self.tr("Xong, bài tiếp"), tip=self.tr("Xong, bài tiếp (Ctrl+Enter)"))
        self._done.clicked.connect(self.done_requested)
        self._key = Keycap("Ctrl+Enter")
        self._versions = button(
            self.tr("Đã sửa · Xem bản gốc"), "link", tip=self.tr("Xem bản gốc và các bản sửa")
        )
        self._versions.clicked.connect(self.versions_requested)
        self._versions.hide()
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._arrange()

    def show_article(self, article: Article, version: int = 1) -> None:
        """Say what is being read, and whether its text was corrected (`version` above 1)."""
        self._versions.setVisible(version > 1)
        if article == self._article:
            return
        self._article = article
        self._title.setText(article.title)
        self._title.setAccessibleName(article.title)
        self._meta.setText(meta_line(article))
        self._set_tip()

    def set_low(self, low: bool) -> None:
        """One line instead of two or three."""
        if low != self._low:
            self._low = low
            self._arrange()
            self._set_tip()

    def set_left(self, left: int) -> None:
        """Begin where the text begins."""
        if left != self._left:
            self._left = left
            self._set_margins()

    def _set_margins(self) -> None:
        above, below = (6, 6) if self._low else (13, 5)
        self._grid.setContentsMargins(self._left, above, max(_RIGHT, self._left - 22), below)

    def _set_tip(self) -> None:
        tip = f"{self._title.text()}\n{self._meta.text()}" if self._low else ""
        self.setToolTip(tip)

    def _arrange(self) -> None:
        row = 0 if self._low else 1
        self._title.set_lines(1 if self._low else 2)
        self._grid.addWidget(self._title, 0, 0, 1, 1 if self._low else 4)
        self._grid.addWidget(self._meta, 1, 0)
        self._meta.setVisible(not self._low)
        middle = Qt.AlignmentFlag.AlignVCenter
        for column, part in enumerate((self._versions, self._done, self._key), 1):
            self._grid.addWidget(part, row, column, middle)
        self._set_margins()


def meta_line(article: Article) -> str:
    """ "Quảng Trị · 06/01/2023 · Hồng Hà, Web Quảng Trị · cũng đăng: Báo Mẫu", without what is not known."""
    when = f"{article.published_on:%d/%m/%Y}" if article.published_on else ""
    by = ", ".join(filter(None, (article.byline, article.outlet)))
    others = ", ".join(source.outlet or source.name for source in article.sources)
    also = f"cũng đăng: {others}" if others else ""
    return " · ".join(filter(None, (article.province, when, by, also)))
