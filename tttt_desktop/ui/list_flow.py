"""What is asked for in the list of articles: states, values, export, removal, filters kept under a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import ArticleState
from tttt_desktop.services import filters, several
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.annotations.card_menu import source_of
from tttt_desktop.ui.articles.many import edit_all, remove_all
from tttt_desktop.ui.articles.pane import ArticlePane
from tttt_desktop.ui.clipboard import Cited, copy_cited, quoted
from tttt_desktop.ui.report.export_flow import ExportFlow
from tttt_desktop.ui.report.flow import ReportFlow
from tttt_desktop.ui.theme import KIND_LABEL
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace


class ListFlow(QObject):
    """Every request of the list is one use case, and one step for undo. Without ids it is for the chosen articles."""

    removed = Signal(str)  # what is gone, in words

    def __init__(
        self, place: Workplace, articles: ArticlePane, exports: ExportFlow, reports: ReportFlow
    ) -> None:
        super().__init__(place)
        self._place, self._list, self._exports = place, articles, exports
        articles.report_requested.connect(reports.open_for)
        articles.state_requested.connect(self.set_state)
        articles.edit_requested.connect(self.edit)
        articles.copy_requested.connect(self.copy)
        articles.export_requested.connect(self.export)
        articles.remove_requested.connect(self.remove)
        self._saved = articles.bar.popover.saved
        self._saved.kept.connect(self._keep_filter)
        self._saved.renamed.connect(self._rename_filter)
        self._saved.removed.connect(self._remove_filter)
        place.switched.connect(self._switched)

    @Slot(list, object)
    def set_state(self, ids: Sequence[int], state: ArticleState) -> None:
        """Chưa đọc, Đang đọc, Xong."""
        held = self._place.held
        if held is not None:
            edit_all(held, ids, state=state)

    @Slot(list)
    def edit(self, ids: Sequence[int] = ()) -> None:
        """Correct what was found about one article, or about several at once."""
        from tttt_desktop.ui.dialogs.article import ArticleDialog
        from tttt_desktop.ui.dialogs.several import SeveralDialog

        held, ids = self._place.held, ids or self._list.chosen_ids()
        if held is None or not ids:
            return
        if len(ids) > 1:
            SeveralDialog(held, ids, self._place.window).open()
        elif (page := held.run(lambda d: d.page(ids[0]))) is not None:
            ArticleDialog(held, page.article, self._place.window).open()

    @Slot(list)
    def copy(self, ids: Sequence[int]) -> None:
        """Put all that is marked in these articles on the clipboard, each article under its title."""
        held = self._place.held
        pages = held.run(lambda d: d.marked_pages(ids)) if held is not None else None
        copy_cited(
            [
                Cited(
                    mark.statement.strip() or quoted(mark.quote),
                    (KIND_LABEL[mark.kind],),
                    source_of(page.article),
                )
                for page in pages or ()
                for mark in page.annotations
            ]
        )

    @Slot(list)
    def export(self, ids: Sequence[int] = ()) -> None:
        """Ask where to, and write these articles as tables or as data."""
        self._exports.choose_for(list(ids or self._list.chosen_ids()))

    @Slot(list)
    def remove(self, ids: Sequence[int] = ()) -> None:
        """Take articles out of the dossier; it can be undone."""
        held, ids = self._place.held, ids or self._list.chosen_ids()
        if held is None or not ids:
            return
        marks = several.marks_in(held.dossier, ids)
        (first,) = held.dossier.article_rows(ids[:1])
        before = held.dossier.last_changed
        remove_all(held, ids)
        if held.dossier.last_changed is not before:
            said = self.tr("Đã xoá bài “{title}” và {marks} đánh dấu.")
            if len(ids) > 1:
                said = self.tr("Đã xoá {count} bài và {marks} đánh dấu.")
            self.removed.emit(
                said.format(title=first.title, count=number(len(ids)), marks=number(marks))
            )

    def name_filter(self) -> None:
        """Ask for a name for the filter in force."""
        self._list.open_filter()
        self._saved.begin_naming()

    # -- filters kept under a name --------------------------------------------------------------

    @Slot(str)
    def _keep_filter(self, name: str) -> None:
        self._do(lambda d: filters.save(d, name, self._list.bar.filter()))

    @Slot(int, str)
    def _rename_filter(self, filter_id: int, name: str) -> None:
        self._do(lambda d: filters.rename(d, filter_id, name))

    @Slot(int)
    def _remove_filter(self, filter_id: int) -> None:
        self._do(lambda d: filters.remove(d, filter_id))

    @Slot()
    def _switched(self) -> None:
        held = self._place.held
        if held is not None:
            held.changed.connect(self._changed)
            self._show_saved()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if changed.touches("saved_filter"):
            self._show_saved()

    def _show_saved(self) -> None:
        if self._place.held is not None:
            self._saved.show_saved(filters.saved(self._place.held.dossier))

    def _do(self, action: Callable[[Dossier], object]) -> None:
        if self._place.held is not None:
            self._place.held.run(action)
