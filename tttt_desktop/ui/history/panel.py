"""Lịch sử thay đổi: every change of the dossier, to go back to or to undo alone. It stays open beside the work."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.domain.records import Revision
from tttt_desktop.services import history
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.history.lines import line_view
from tttt_desktop.ui.history.model import HistoryModel
from tttt_desktop.ui.open_dossier import LONG, OpenDossier
from tttt_desktop.ui.widgets import DIALOG_MARGINS, Remark, SearchBox, button, open_at_size

_TITLE = 32  # pixels of the bar that the system puts on top
_TYPING = 150  # ms without a key, after which is searched


class HistoryDialog(QDialog):
    """A list with a search box and two acts. `article_requested` (id): the person wants to see where a change was made."""

    article_requested = Signal(int)

    def __init__(self, held: OpenDossier, parent: QWidget) -> None:
        super().__init__(parent)
        self._held = held
        self._target: int | None = None  # the revision being gone to
        self.setWindowTitle(self.tr("Lịch sử thay đổi"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at_size(self, 460, 560)
        self.move(self._beside(parent))
        self._model = HistoryModel(held.dossier, self)
        self._build()
        self._connect()
        self._select(self._model.last_standing())

    def _beside(self, parent: QWidget) -> QPoint:
        """At the right of the window, wholly on the screen, so that the text can be seen beside it."""
        room = self.screen().availableGeometry()
        wanted = parent.mapToGlobal(QPoint(parent.width() - self.width() - 24, 96))
        lowest = room.bottom() - self.height() - _TITLE
        return QPoint(max(room.left(), wanted.x()), max(room.top(), min(wanted.y(), lowest)))

    def _build(self) -> None:
        self._search = SearchBox(self.tr("Tìm trong lịch sử"), self)
        self._list = line_view(self.tr("Các thay đổi, mới nhất ở trên"), self)
        self._list.setModel(self._model)
        self._said = Remark(self)
        self._said.hide()
        self._go = button(self.tr("Trở về đây"))
        self._go.setToolTip(self.tr("Hoàn tác mọi việc sau mục này; làm lại được"))
        self._alone = button(self.tr("Hoàn tác riêng mục này"))
        self._alone.setToolTip(self.tr("Chỉ bỏ việc này, giữ các việc sau nó"))
        close = button(self.tr("Đóng"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        for one in (self._go, self._alone, close):
            one.setAutoDefault(False)
            row.addWidget(one)
        row.insertStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        for part in (self._search, self._list, self._said):
            column.addWidget(part, int(part is self._list))
        column.addLayout(row)
        self._list.setFocus()

    def _connect(self) -> None:
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._find)
        self._search.textChanged.connect(self._typing.start)
        self._list.selectionModel().currentChanged.connect(self._offer)
        self._list.activated.connect(self._open_article)
        self._go.clicked.connect(self.go_to_current)
        self._alone.clicked.connect(self.undo_current_alone)
        self._held.changed.connect(self._changed)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._search.setFocus)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for one in (self._go, self._alone):
            act = QAction(one.text(), self._list)
            act.triggered.connect(one.click)
            self._list.addAction(act)

    @property
    def current(self) -> Revision | None:
        """The change that is selected."""
        return self._model.revision(self._list.currentIndex().row())

    def _select(self, revision_id: int) -> None:
        row = max(0, self._model.row_of(revision_id))
        self._list.setCurrentIndex(self._model.index(row))
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """Switch on what can be done with the selected change."""
        chosen, writable = self.current, not self._held.dossier.read_only
        moving = self._target is not None
        goes = chosen is not None and chosen.id != self._model.last_standing()
        self._go.setEnabled(moving or (writable and goes))
        stands = chosen is not None and not chosen.undone
        self._alone.setEnabled(writable and stands and not moving)
        if not moving:
            self._said.hide()

    @Slot()
    def _find(self) -> None:
        self._model.find(self._search.text())
        self._select(0)

    @Slot(object)
    def _changed(self, _changed: Changed) -> None:
        here = self.current.id if self.current else 0
        at = self._list.verticalScrollBar().value()
        self._model.refresh()
        self._select(here)
        self._list.verticalScrollBar().setValue(at)

    @Slot()
    def _open_article(self) -> None:
        chosen = self.current
        if chosen is not None and chosen.article_id is not None:
            self.article_requested.emit(chosen.article_id)

    @Slot()
    def undo_current_alone(self) -> None:
        """Undo the selected change, and nothing after it; or say what stands in the way."""
        chosen = self.current
        if chosen is None:
            return

        def attempt(dossier: Dossier) -> UserError | None:
            try:
                history.undo_alone(dossier, chosen)
            except SaveFailed:
                raise
            except UserError as error:
                return error
            return None

        long = self._held.dossier.store.weight(chosen.id) > LONG
        error = self._held.run(attempt, self.tr("Đang hoàn tác…") if long else "")
        self._list.setFocus()
        if error is not None:
            self._say(str(error))

    def _say(self, text: str) -> None:
        self._said.say(text, "warn")
        self._said.show()

    @Slot()
    def go_to_current(self) -> None:
        """Go back (or forward) to the selected change, a few steps at a time; pressed again: stop there."""
        chosen = self.current
        if self._target is not None:
            self._arrive()
        elif chosen is not None:
            self._target = chosen.id
            self._go.setText(self.tr("Dừng"))
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        target = self._target
        if target is None:
            return
        if self._held.run(lambda dossier: history.go_to(dossier, target)) is None:
            self._arrive()
            return
        self._say(self.tr("Đang trở về…"))
        QTimer.singleShot(0, self._go_on)

    def _arrive(self) -> None:
        self._target = None
        self._go.setText(self.tr("Trở về đây"))
        self._list.setFocus()
        self._offer()
