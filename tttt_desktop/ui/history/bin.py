"""Bài đã xoá: the removed articles, each of which can come back with its marks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.domain.records import RemovedArticle
from tttt_desktop.services import history
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.history.lines import Line, LineModel, line_view
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.widgets import DIALOG_MARGINS, Remark, button, number, open_at_size


class BinDialog(QDialog):
    """A list and one act. `article_requested` (id): an article has come back and is to be shown."""

    article_requested = Signal(int)

    def __init__(self, held: OpenDossier, parent: QWidget) -> None:
        super().__init__(parent)
        self._held = held
        self.setWindowTitle(self.tr("Bài đã xoá"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at_size(self, 540, 420)
        self._articles: list[RemovedArticle] = []
        self._model = LineModel(self)
        self._build()
        held.changed.connect(self._refresh)
        self._refresh()

    def _build(self) -> None:
        self._list = line_view(self.tr("Các bài đã xoá, mới nhất ở trên"), self)
        self._list.setModel(self._model)
        self._said = Remark(self)
        self._restore = button(self.tr("Khôi phục"), "primary")
        self._restore.setToolTip(self.tr("Đưa bài trở lại với mọi đánh dấu của nó"))
        close = button(self.tr("Đóng"))
        row = QHBoxLayout()
        row.addStretch(1)
        for one in (self._restore, close):
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addWidget(self._list, 1)
        column.addWidget(self._said)
        column.addLayout(row)
        self._restore.clicked.connect(self.restore)
        self._list.activated.connect(self.restore)
        close.clicked.connect(self.reject)

    @Slot()
    def _refresh(self) -> None:
        self._articles = history.removed(self._held.dossier)
        self._model.show_lines(map(self._line, self._articles))
        there = bool(self._articles)
        self._list.setVisible(there)  # an empty frame says nothing
        left, middle = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter
        self._said.setAlignment(left if there else middle)
        self._list.setCurrentIndex(self._model.index(0))
        self._restore.setEnabled(there and not self._held.dossier.read_only)
        if there:
            text = self.tr("Tệp gốc của các bài này vẫn được giữ nguyên trong hồ sơ.")
        else:
            text = self.tr("Không có bài nào bị xoá.")
        self._said.say(text)

    def _line(self, article: RemovedArticle) -> Line:
        day = f"{article.published_on:%d/%m/%Y}" if article.published_on else ""
        marks = self.tr("{count} đánh dấu").format(count=number(article.marks))
        known = (article.province, day, marks)
        return Line(article.removed_at, article.title, " · ".join(part for part in known if part))

    @Slot()
    def restore(self) -> None:
        """Bring the selected article back and show it; or say what stands in the way."""
        row = self._list.currentIndex().row()
        if not 0 <= row < len(self._articles) or self._held.dossier.read_only:
            return
        article = self._articles[row]

        def attempt(dossier: Dossier) -> UserError | int:
            try:
                history.restore(dossier, article)
            except SaveFailed:
                raise
            except UserError as error:
                return error
            return article.article_id

        came = self._held.run(attempt)
        if isinstance(came, UserError):
            self._said.say(str(came), "warn")
        elif came is not None:
            self.article_requested.emit(came)
