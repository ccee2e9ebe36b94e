"""The changes of a dossier, read a page at a time as the list is scrolled."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from tttt_desktop.domain.records import Revision
from tttt_desktop.services import history
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.history.lines import Index, Line, line_data

_NOWHERE = QModelIndex()
_KEPT = 10 * history.PAGE  # read again at most after a change


class HistoryModel(QAbstractListModel):
    """Newest first. `query` narrows it to the changes whose label or article has these words."""

    def __init__(self, dossier: Dossier, parent: QObject) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._rows: list[Revision] = []
        self._query = ""
        self._more = True
        self.refresh()

    def refresh(self) -> None:
        """Read again what was read, after a change."""
        self._fill(min(len(self._rows), _KEPT))

    def find(self, query: str) -> None:
        """Show only what matches, from the newest on."""
        self._query = query
        self._fill(0)

    def _fill(self, wanted: int) -> None:
        self.beginResetModel()
        self._rows, self._more = [], True
        while self._more and len(self._rows) <= wanted:
            self._take(self._next())
        self.endResetModel()

    def _next(self) -> list[Revision]:
        before = self._rows[-1].id if self._rows else None
        return history.page(self._dossier, before, self._query)

    def _take(self, page: list[Revision]) -> None:
        self._more = len(page) == history.PAGE
        self._rows += page

    def revision(self, row: int) -> Revision | None:
        """The change of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, revision_id: int) -> int:
        """Where a change stands among those read, -1 for nowhere."""
        return next((i for i, one in enumerate(self._rows) if one.id == revision_id), -1)

    def last_standing(self) -> int:
        """The id of the newest change that is not undone, among those read; 0 for none."""
        return next((one.id for one in self._rows if not one.undone), 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        page = self._next()
        if page:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page) - 1)
        self._take(page)
        if page:
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        revision = self.revision(index.row())
        return None if revision is None else line_data(self._line(revision), role)

    def _line(self, revision: Revision) -> Line:
        note = self.tr("đã hoàn tác") if revision.undone else ""
        return Line(revision.at, revision.label, self._where(revision), note, revision.undone)

    def _where(self, revision: Revision) -> str:
        if revision.articles > 1:
            return self.tr("{count} bài").format(count=revision.articles)
        if revision.articles and revision.article_id is None:
            return self.tr("Bài không còn trong hồ sơ")
        return revision.title or self.tr("Cả hồ sơ")
