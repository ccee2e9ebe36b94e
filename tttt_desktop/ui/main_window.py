"""The frame of the program: menus, header, notice, the view and the status bar. It knows no SQL and no rules."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui import messages, theme
from tttt_desktop.ui.actions import Actions
from tttt_desktop.ui.dossier_flow import DossierFlow, samples
from tttt_desktop.ui.import_flow import ImportFlow
from tttt_desktop.ui.jobs import Jobs
from tttt_desktop.ui.notice import NoticeBar
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.reading_view import ReadingView
from tttt_desktop.ui.report_flow import ReportFlow
from tttt_desktop.ui.settings import ZOOM_STEPS, Settings
from tttt_desktop.ui.start import StartPage
from tttt_desktop.ui.status import StatusBar

MINIMUM = QSize(900, 480)


class MainWindow(QMainWindow):
    """Holds at most one open dossier."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.open_dossier: OpenDossier | None = None
        self.jobs = Jobs(self)
        self.actions_ = Actions(self)
        self.dossiers, self.imports, self.reports = (
            DossierFlow(self),
            ImportFlow(self),
            ReportFlow(self),
        )
        self._build()
        self._connect()
        self._restore()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setMinimumSize(MINIMUM)
        self.setAcceptDrops(True)
        self.actions_.fill(self.menuBar())
        self.start, self.reading, self.notice = StartPage(), ReadingView(), NoticeBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.reading)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.start.set_sample_count(len(samples()))

    def _header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("header")
        header.setFixedHeight(46)
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._name = QLabel()
        self._name.setObjectName("dossierName")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._name, 1)
        row.addWidget(self._button("import", self.tr("Nhập bài viết…"), "normal"))
        row.addWidget(self._button("report", self.tr("Lập báo cáo Word…"), "primary"))
        return header

    def _button(self, command: str, text: str, role: str) -> QPushButton:
        action = self.actions_[command]
        button = QPushButton(text)
        button.setProperty("role", role)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())

        action.changed.connect(follow)
        return button

    def _connect(self) -> None:
        self.actions_.on(
            {
                "new": self.dossiers.new,
                "open": self.dossiers.open,
                "sample": self.dossiers.sample,
                "import": self.imports.choose_files,
                "import_folder": self.imports.choose_folder,
                "paste": self.imports.paste,
                "backup": self.dossiers.back_up,
                "save": self._save,
                "quit": self.close,
                "undo": self._undo,
                "redo": self._redo,
                "palette": self._show_palette,
                "full_screen": self._toggle_full_screen,
                "zoom_in": lambda: self._zoom_by(1),
                "zoom_out": lambda: self._zoom_by(-1),
                "zoom_reset": lambda: self.set_zoom(100),
                "report": self.reports.open,
                "office": self.reports.edit_office,
                "guide": self._show_guide,
                "keys": self._show_keys,
                "about": self._show_about,
                **{
                    f"theme_{name}": lambda name=name: self.set_theme(name)  # type: ignore[misc]
                    for name in ("system", "light", "dark")
                },
            }
        )
        self._connect_reading()
        start = self.start
        start.import_requested.connect(self.imports.choose_files)
        start.sample_requested.connect(self.dossiers.sample)
        start.paste_requested.connect(self.imports.paste)
        start.recent_requested.connect(lambda name: self.dossiers.open_path(Path(name)))
        for source in (start, self.reading.list):
            source.files_dropped.connect(self._import_paths)
        self.imports.busy_changed.connect(self.update_commands)
        self.imports.stored.connect(self._imported)
        self.status.retry.clicked.connect(self._save)
        self.actions_.menu("file/recent").aboutToShow.connect(self._fill_recent)
        theme.notifier().themed.connect(self._themed)

    def _connect_reading(self) -> None:
        reading, reader = self.reading, self.reading.reader
        self.actions_.on(
            {
                "find": reading.list.focus_search,
                "filter": reading.list.open_filter,
                "find_next": lambda: reader.next_hit(True),
                "find_previous": lambda: reader.next_hit(False),
                "list": lambda: reading.panes.toggle(reading.list),
                "cards": lambda: reading.panes.toggle(reading.cards),
                "next_pane": lambda: reading.next_pane(True),
                "previous_pane": lambda: reading.next_pane(False),
                "next_article": lambda: reading.step(True),
                "previous_article": lambda: reading.step(False),
                "done": reading.finish_article,
                "accept_all": reading.accept_all,
                "remove_article": reading.remove_article,
                "article_details": self._edit_article,
                "edit_fields": lambda: reading.cards.edit(reading.ref),
                "statement": lambda: reading.cards.edit_statement(reading.ref),
                **{
                    command: lambda key=key: reader.press(key)  # type: ignore[misc]
                    for command, key in READER_KEYS.items()
                },
            }
        )
        reading.place_changed.connect(self.update_commands)
        reading.article_removed.connect(self._tell_removed)
        reading.panes.visibility_changed.connect(self.update_commands)

    def _restore(self) -> None:
        self.set_theme(self.settings.theme)
        self.set_zoom(self.settings.zoom)
        self.resize(1366, 768)
        self.restoreGeometry(self.settings.state("window"))
        self.reading.panes.restore_state(self.settings.state("panes"))
        self._show_nothing()

    # -- the dossier ----------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier) -> None:
        """Take an open dossier over; the one before is closed."""
        self.close_dossier()
        held = OpenDossier(dossier, self)
        self.open_dossier = held
        held.refused.connect(self._show_refused)
        held.save_failed.connect(self._save_failed)
        held.changed.connect(self._changed)
        self.settings.remember(dossier.path)
        self.settings.remember_folder("dossier", dossier.path.parent)
        self.reading.set_dossier(held)
        self.setWindowTitle(f"{dossier.path.stem} — {self.tr('Hồ sơ tổng kết')}")
        self._name.setText(dossier.path.stem)
        self._name.setToolTip(str(dossier.path))
        self._changed()
        if dossier.recovered:
            self.notice.show_text(dossier.recovered)
        if dossier.read_only:
            self.notice.show_text(
                self.tr("Hồ sơ đang mở chỉ đọc: xem và lập báo cáo được, không sửa được.")
            )

    def close_dossier(self) -> None:
        """Release the open dossier, if there is one."""
        if self.open_dossier is None:
            return
        self.reading.set_dossier(None)
        self.open_dossier.close()
        self.open_dossier.deleteLater()
        self.open_dossier = None

    def _show_nothing(self) -> None:
        self.setWindowTitle(self.tr("Hồ sơ tổng kết"))
        self._name.clear()
        self.start.set_recent([str(path) for path in self.settings.recent])
        self._stack.setCurrentWidget(self.start)
        self.status.show_totals(None)
        self.status.show_saved(None)
        self.update_commands()

    @Slot()
    def _changed(self) -> None:
        held = self.open_dossier
        if held is None:
            return
        totals = held.dossier.totals()
        self.status.show_totals(totals)
        self.status.show_saved(held.dossier.last_saved, held.dossier.read_only)
        wanted = self.reading if totals.articles else self.start
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)
            if wanted is self.reading:
                self.reading.reader.focus_text()
        self.update_commands()

    @Slot(object)
    def _show_refused(self, error: UserError) -> None:
        messages.show_error(self, error)

    @Slot(object)
    def _save_failed(self, error: SaveFailed) -> None:
        self.status.show_failed(error.message)
        self.notice.show_text(str(error), (self.tr("Thử lại"), self._save), warning=True)

    @Slot()
    def _save(self) -> None:
        held = self.open_dossier
        if held is not None and not held.dossier.read_only:
            held.run(lambda dossier: dossier.save())
            self.status.show_saved(held.dossier.last_saved)

    @Slot()
    def _undo(self) -> None:
        self._travel(lambda dossier: dossier.undo())

    @Slot()
    def _redo(self) -> None:
        self._travel(lambda dossier: dossier.redo())

    def _travel(self, action) -> None:  # type: ignore[no-untyped-def]
        held = self.open_dossier
        if held is None:
            return
        changed = held.run(action)
        if changed is not None:
            self.reading.follow(changed)

    # -- commands -------------------------------------------------------------------------------

    def _facts(self) -> set[str]:
        facts = set() if self.imports.busy else {"idle"}
        held = self.open_dossier
        if held is None:
            return facts
        facts.add("dossier")
        dossier, totals, page = held.dossier, held.dossier.totals(), self.reading.page
        checks = {
            "writable": not dossier.read_only,
            "undo": bool(dossier.undo_label),
            "redo": bool(dossier.redo_label),
            "articles": totals.articles > 0,
            "marks": totals.achievements + totals.shortcomings + totals.tasks > 0,
            "article": page is not None,
            "suggestions": page is not None and bool(page.suggestions),
            "suggestion": self.reading.ref is not None and self.reading.ref[0] == "suggestion",
            "annotation": self.reading.ref is not None and self.reading.ref[0] == "annotation",
            "query": bool(self.reading.query),
        }
        return facts | {name for name, true in checks.items() if true}

    @Slot()
    def update_commands(self) -> None:
        """Switch the commands on and off by what is open and where the cursor is."""
        actions = self.actions_
        actions.set_facts(self._facts())
        held = self.open_dossier
        for command, word in (("undo", self.tr("&Hoàn tác")), ("redo", self.tr("&Làm lại"))):
            label = getattr(held.dossier, f"{command}_label") if held is not None else ""
            actions[command].setText(f"{word} «{label}»" if label else word)
        actions["list"].setChecked(self.reading.list.isVisible())
        actions["cards"].setChecked(self.reading.cards.isVisible())
        for name in ("system", "light", "dark"):
            actions[f"theme_{name}"].setChecked(name == self.settings.theme)
        actions["full_screen"].setChecked(self.isFullScreen())

    def set_zoom(self, percent: int) -> None:
        """Size of the article's text and the cards."""
        self.settings.zoom = percent
        self.reading.set_zoom(percent)
        self.status.show_zoom(percent)

    def _zoom_by(self, step: int) -> None:
        place = ZOOM_STEPS.index(self.settings.zoom) + step
        self.set_zoom(ZOOM_STEPS[max(0, min(place, len(ZOOM_STEPS) - 1))])

    def set_theme(self, name: str) -> None:
        """ "system", "light" or "dark"."""
        self.settings.theme = name
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, name)
        self.update_commands()

    @Slot()
    def _themed(self) -> None:
        self.actions_.refresh_icons()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self.update_commands()

    def _fill_recent(self) -> None:
        menu = self.actions_.menu("file/recent")
        menu.clear()
        for path in self.settings.recent:
            menu.addAction(str(path)).triggered.connect(
                lambda _checked=False, path=path: self.dossiers.open_path(path)
            )
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction(self.tr("Chưa có hồ sơ nào")).setEnabled(False)

    def _show_palette(self) -> None:
        from tttt_desktop.ui.palette import CommandPalette

        CommandPalette(self.actions_, self).open()

    def _show_keys(self) -> None:
        from tttt_desktop.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self).open()

    def _show_guide(self) -> None:
        from tttt_desktop.ui.dialogs.guide import GuideDialog

        GuideDialog(self).open()

    def _show_about(self) -> None:
        from tttt_desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    def _edit_article(self) -> None:
        from tttt_desktop.ui.dialogs.article import ArticleDialog

        if self.open_dossier is not None and self.reading.page is not None:
            ArticleDialog(self.open_dossier, self.reading.page.article, self).open()

    @Slot(str, int)
    def _tell_removed(self, title: str, marks: int) -> None:
        self.notice.show_text(
            self.tr("Đã xoá bài “{title}” và {marks} đánh dấu.").format(title=title, marks=marks),
            (self.tr("Hoàn tác"), self._undo),
        )

    # -- import and closing ---------------------------------------------------------------------

    @Slot(list)
    def _import_paths(self, names: list[str]) -> None:
        self.imports.start([Path(name) for name in names])

    @Slot(list)
    def _imported(self, article_ids: list[int]) -> None:
        if article_ids and self.reading.page is None:
            self.reading.show_article(self.reading.list.first_to_read())
        elif article_ids:
            self.reading.show_article(article_ids[0])
        self.reading.reader.focus_text()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.imports.busy:
            text = self.imports.progress_text or self.tr("Đang nhập bài viết.")
            answers = (self.tr("Nhập nốt"), self.tr("Dừng và thoát"))
            if messages.ask(self, text, "", *answers) == 0:
                event.ignore()
                return
            self.imports.stop()
        self.jobs.stop_all()
        self.settings.set_state("window", self.saveGeometry())
        self.settings.set_state("panes", self.reading.panes.save_state())
        self.settings.save()
        self.close_dossier()
        super().closeEvent(event)


READER_KEYS = {
    "mark_achievement": Qt.Key.Key_1,
    "mark_shortcoming": Qt.Key.Key_2,
    "mark_task": Qt.Key.Key_3,
    "mark_cause": Qt.Key.Key_4,
    "accept": Qt.Key.Key_Return,
    "decline": Qt.Key.Key_Delete,
    "remove_mark": Qt.Key.Key_Delete,
}
