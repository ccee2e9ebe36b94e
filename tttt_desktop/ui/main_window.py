"""The frame of the program: menus, header, notice, the view and the status bar. It knows no SQL and no rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.domain.records import Totals
from tttt_desktop.ui import messages, theme
from tttt_desktop.ui.articles.facets import ORDERS
from tttt_desktop.ui.commands import facts, handlers, view_keys
from tttt_desktop.ui.dossier_flow import DossierFlow, samples
from tttt_desktop.ui.header import DRAWERS, Header
from tttt_desktop.ui.learning.learning_flow import LearningFlow
from tttt_desktop.ui.learning.suggestion_flow import SuggestionFlow
from tttt_desktop.ui.list_flow import ListFlow
from tttt_desktop.ui.menus.actions import Actions
from tttt_desktop.ui.menus.menu_bar import MenuBar
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.own_template.flow import OwnTemplateFlow
from tttt_desktop.ui.report.export_flow import ExportFlow
from tttt_desktop.ui.report.flow import ReportFlow
from tttt_desktop.ui.returned.flow import ReturnedFlow
from tttt_desktop.ui.review.import_flow import ImportFlow
from tttt_desktop.ui.settings import Settings
from tttt_desktop.ui.status import StatusBar
from tttt_desktop.ui.tips import Tips
from tttt_desktop.ui.views import Views
from tttt_desktop.ui.widgets import dropped_files
from tttt_desktop.ui.workplace import Workplace

MINIMUM = QSize(900, 480)
USUAL = QSize(1366, 768)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


class MainWindow(QMainWindow):
    """Holds at most one open dossier."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._put_on_theme()  # before any widget is made: fonts are asked for at the making
        with theme.without_sheet(_application()):
            self.place = Workplace(self, settings)
            self.notice = self.place.notice
            self.totals = Totals()
            self._backup_problem = self._refusal = ""
            self.commands = Actions(self)
            self.dossiers = DossierFlow(self.place)
            self.imports = ImportFlow(self.place, self.dossiers)
            self.reports = ReportFlow(self.place)
            self.own_templates = OwnTemplateFlow(self.place)
            self.returned = ReturnedFlow(
                self.place, lambda: [self.commands["undo"], self.commands["redo"]]
            )
            self.exports = ExportFlow(self.place)
            self.suggestions = SuggestionFlow(self.place, lambda: self.reading.page)
            self.learning = LearningFlow(self.place, lambda: self.reading.page)
            self._build()
        self._connect()
        self._restore()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setMinimumSize(MINIMUM)
        self.setAcceptDrops(True)
        bar = MenuBar(self)
        self.setMenuBar(bar)
        self.commands.fill(bar)
        self._header = Header(self.commands, view_keys())
        self.views = Views(self.place)
        self.start, self.reading = self.views.start, self.views.reading
        self.lists = ListFlow(self.place, self.reading.list, self.exports, self.reports)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._header, self.notice, self.views):
            column.addWidget(widget, int(widget is self.views))
        self.setCentralWidget(body)
        self.tips = Tips(self, body)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.commands.on(handlers(self))
        self._connect_start()
        self.place.switched.connect(self._switched)
        self.dossiers.samples_requested.connect(self.imports.read_and_store)
        self.reports.place_requested.connect(self.views.read)
        self.reports.proof_requested.connect(self.commands["proofread"].trigger)
        self.returned.place_requested.connect(self.views.read)
        self.reading.cards.reports_requested.connect(self.returned.show_using)
        self.views.uses_requested.connect(self.returned.show_using)
        self.imports.busy_changed.connect(self.update_commands)
        self.imports.stored.connect(self._imported)
        self.imports.read.connect(self.suggestions.warm_up)
        self.suggestions.counted.connect(self.status.show_looking)
        self.suggestions.found.connect(self.reading.show_suggestions)
        self.suggestions.found.connect(self.learning.note)
        self.learning.renewed.connect(self.reading.show_suggestions)
        self.status.retry.clicked.connect(self.save)
        self.views.switched.connect(self.update_commands)
        self.views.switched.connect(self.tips.refresh)
        self.reading.panes.visibility_changed.connect(self.update_commands)
        self.lists.removed.connect(self._tell_removed)
        self.reading.reader.versions_requested.connect(self.commands["versions"].trigger)
        self.reading.reader.zoom_asked.connect(self._step_zoom)
        self.commands.menu("file/recent").aboutToShow.connect(self._fill_recent)
        theme.notifier().themed.connect(self.commands.refresh_icons)

    def _connect_start(self) -> None:
        self.start.set_sample_count(len(samples()))
        self.start.import_requested.connect(self.imports.choose_files)
        self.start.sample_requested.connect(self.dossiers.sample)
        self.start.paste_requested.connect(self.imports.paste)
        self.start.recent_requested.connect(self._open_recent)
        for pane in (self.start, self.reading.list):
            pane.files_dropped.connect(self._import_names)

    def _restore(self) -> None:
        self.set_zoom(self.settings.zoom)
        self._restore_place()
        self.reading.panes.restore_state(self.settings.state("panes"))
        self.setWindowTitle(self.tr("Hồ sơ tổng kết"))
        self.start.set_recent([str(path) for path in self.settings.recent])
        self.start.setFocus()
        self.update_commands()

    def _restore_place(self) -> None:
        """Where the window stood; else, or when the screen is another one now, as large as it may be."""
        room = self.screen().availableSize()
        self.resize(USUAL.boundedTo(room))
        known = self.restoreGeometry(self.settings.state("window"))
        if not known and (room.width() <= USUAL.width() or room.height() <= USUAL.height()):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    # -- the dossier ----------------------------------------------------------------------------

    @Slot()
    def _switched(self) -> None:
        """Another dossier is open now, or none."""
        held = self.place.held
        if held is None:
            return
        held.refused.connect(self._show_refused)
        held.save_failed.connect(self._save_failed)
        held.changed.connect(self._changed)
        dossier = held.dossier
        self.setWindowTitle(f"{dossier.path.stem} — {self.tr('Hồ sơ tổng kết')}")
        self._changed()
        if dossier.recovered:
            self.notice.show_text(dossier.recovered)
        if dossier.read_only:
            self.notice.show_text(
                self.tr("Hồ sơ đang mở chỉ đọc: xem và lập báo cáo được, không sửa được.")
            )

    @Slot(object)
    def _changed(self, _changed: Changed | None = None) -> None:
        held = self.place.held
        if held is None:
            return
        if self._refusal and self.notice.text == self._refusal:
            self.notice.dismiss()
        self.notice.note_change()
        self.totals = held.dossier.totals()
        self.status.show_totals(self.totals)
        self.status.show_saved(held.dossier.last_saved, held.dossier.read_only)
        self._tell_backup_problem(held.dossier.backup_problem)
        self.views.show_content(bool(self.totals.articles))
        self.update_commands()

    def _tell_backup_problem(self, problem: str) -> None:
        """Once for each problem: work goes on, but the person should know."""
        if problem and problem != self._backup_problem:
            self.notice.show_text(problem, warning=True)
        self._backup_problem = problem

    @Slot(object)
    def _show_refused(self, error: UserError) -> None:
        """In one line until something else is done: nothing is lost. Behind another window it would not be seen."""
        if QApplication.activeWindow() in (self, None):
            self._refusal = str(error)
            self.notice.show_text(self._refusal, warning=True)
        else:
            messages.show_error(QApplication.activeWindow(), error)

    @Slot(object)
    def _save_failed(self, error: SaveFailed) -> None:
        self.status.show_failed(error.message)
        self.notice.show_text(str(error), (self.tr("Thử lại"), self.save), warning=True)

    @Slot()
    def save(self) -> None:
        """Everything is saved already; show when, or try again what could not be saved."""
        held = self.place.held
        if held is None or held.dossier.read_only:
            return
        held.retry()
        self.status.show_saved(held.dossier.last_saved)

    def undo(self) -> None:
        """Take the last change back, wherever it was made, and go there."""
        self._travel(OpenDossier.undo)

    def redo(self) -> None:
        """Make the last undone change again and go there."""
        self._travel(OpenDossier.redo)

    def _travel(self, step: Callable[[OpenDossier], Changed | None]) -> None:
        held, before = self.place.held, self.reading.page
        changed = step(held) if held is not None else None
        if changed is not None and self.views.current is self.reading:
            self.reading.follow(changed, before)

    # -- commands -------------------------------------------------------------------------------

    @Slot()
    def update_commands(self) -> None:
        """Switch the commands on and off by what is open and where the cursor is."""
        self.commands.set_facts(facts(self))
        self._name_undo()
        checked = {
            "list": self.reading.list.isVisible(),
            "cards": self.reading.cards.isVisible(),
            "full_screen": self.isFullScreen(),
            **{f"view_{key}": key == self.views.chosen for key in view_keys()},
            **{f"order_{key}": key == self.reading.list.order for key, _ in ORDERS},
            **{f"theme_{n}": n == self.settings.theme for n in ("system", "light", "dark")},
        }
        for command, on in checked.items():
            self.commands[command].setChecked(on)
        self._header.show_openers(self._drawers())

    def _drawers(self) -> list[str]:
        """The panes that lie hidden at this width, for the view that has them."""
        reading = self.reading
        panes = dict(zip(DRAWERS, (reading.list, reading.cards), strict=True))
        there = reading.isVisible() and self.commands["list"].isEnabled()
        return [key for key, pane in panes.items() if there and reading.panes.is_drawer(pane)]

    def _name_undo(self) -> None:
        dossier = self.place.held.dossier if self.place.held is not None else None
        words = {
            "undo": (self.tr("&Hoàn tác"), dossier.undo_label if dossier else ""),
            "redo": (self.tr("&Làm lại"), dossier.redo_label if dossier else ""),
        }
        for command, (word, label) in words.items():
            self.commands[command].setText(f"{word} «{label}»" if label else word)

    def set_zoom(self, percent: int) -> None:
        """Size of the article's text and the cards, one of ZOOM_STEPS."""
        self.settings.zoom = percent
        self.views.set_zoom(percent)
        self.status.show_zoom(percent)

    @Slot(bool)
    def _step_zoom(self, larger: bool) -> None:
        self.commands["zoom_in" if larger else "zoom_out"].trigger()

    def set_theme(self, name: str) -> None:
        """ "system", "light" or "dark"."""
        self.settings.theme = name
        self._put_on_theme()
        self.update_commands()

    def _put_on_theme(self) -> None:
        theme.apply(_application(), self.settings.theme)

    def toggle_full_screen(self) -> None:
        """F11; a maximised window is maximised again afterwards."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.update_commands()

    @Slot()
    def _fill_recent(self) -> None:
        menu = self.commands.menu("file/recent")
        menu.clear()
        for path in self.settings.recent:
            action = menu.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(partial(self._open_recent, str(path)))
        if menu.isEmpty():
            menu.addAction(self.tr("Chưa có hồ sơ nào")).setEnabled(False)

    @Slot(str)
    def _open_recent(self, name: str, _checked: bool = False) -> None:
        self.dossiers.open_path(Path(name))

    @Slot(str)
    def _tell_removed(self, said: str) -> None:
        self.notice.show_text(said, (self.tr("Hoàn tác"), self.undo), until_change=True)

    def at_work(self) -> bool:
        """Whether anything is read, looked for or written beside the window."""
        flows = (self.imports, self.suggestions, self.learning)
        return self.place.jobs.busy or any(one.busy for one in flows)

    # -- import and closing ---------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()) and not self.imports.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._import_names(dropped_files(event.mimeData()))

    @Slot(list)
    def _import_names(self, names: list[str]) -> None:
        """Articles; or one report of this dossier, which comes back from Word."""
        paths = [Path(name) for name in names]
        if len(paths) == 1:
            self.returned.read_or(paths[0], lambda: self.imports.start(paths))
        else:
            self.imports.start(paths)

    @Slot(list)
    def _imported(self, article_ids: list[int]) -> None:
        reading = self.reading
        first = article_ids[0] if article_ids else None
        reading.show_article(reading.list.first_to_read() if reading.page is None else first)
        reading.reader.focus_text()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.imports.busy and not self._stops_import():
            event.ignore()
            return
        self.place.jobs.stop_all()
        self.own_templates.stop_all()
        self.suggestions.stop()
        self.learning.stop()
        self.settings.set_state("window", self.saveGeometry())
        self.settings.set_state("panes", self.reading.panes.save_state())
        self.settings.save()
        self.place.close()
        super().closeEvent(event)

    def _stops_import(self) -> bool:
        text = self.imports.progress_text or self.tr("Đang nhập bài viết.")
        answers = (self.tr("Nhập nốt"), self.tr("Dừng và thoát"))
        if messages.ask(self, text, "", *answers) == 0:
            return False
        self.imports.stop()
        return True
