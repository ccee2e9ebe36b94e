"""What each command does and when it can be done: the table between the registry of actions and the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tttt_desktop.domain.records import ArticleState, Page, Totals
from tttt_desktop.ui.articles.facets import ORDERS
from tttt_desktop.ui.dossier_flow import DossierFlow
from tttt_desktop.ui.editor.keys import Act
from tttt_desktop.ui.learning.learning_flow import LearningFlow
from tttt_desktop.ui.list_flow import ListFlow
from tttt_desktop.ui.menus.actions import Actions
from tttt_desktop.ui.menus.command_list import COMMANDS
from tttt_desktop.ui.own_template.flow import OwnTemplateFlow
from tttt_desktop.ui.reading_view import ReadingView
from tttt_desktop.ui.report.export_flow import ExportFlow
from tttt_desktop.ui.report.flow import ReportFlow
from tttt_desktop.ui.returned.flow import ReturnedFlow
from tttt_desktop.ui.review.import_flow import ImportFlow
from tttt_desktop.ui.settings import ZOOM_STEPS
from tttt_desktop.ui.tips import Tips
from tttt_desktop.ui.typed_ahead import bring_forward
from tttt_desktop.ui.view import View
from tttt_desktop.ui.views import BESIDE, READING, Views
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.ui.history.bin import BinDialog
    from tttt_desktop.ui.history.panel import HistoryDialog

if TYPE_CHECKING:
    from tttt_desktop.ui.correcting.flow import CorrectFlow

Handler = Callable[[], object]


class Window(Protocol):
    """What the table needs of the main window."""

    place: Workplace
    commands: Actions
    dossiers: DossierFlow
    imports: ImportFlow
    learning: LearningFlow
    lists: ListFlow
    reports: ReportFlow
    own_templates: OwnTemplateFlow
    returned: ReturnedFlow
    exports: ExportFlow
    views: Views
    reading: ReadingView
    tips: Tips
    totals: Totals

    def save(self) -> None:
        """Try again what could not be saved."""

    def undo(self) -> None:
        """Take the last change back."""

    def redo(self) -> None:
        """Make it again."""

    def close(self) -> bool:
        """End the program."""

    def set_zoom(self, percent: int) -> None:
        """Size of the text."""

    def set_theme(self, name: str) -> None:
        """ "system", "light" or "dark"."""

    def toggle_full_screen(self) -> None:
        """F11."""


READER_ACTS = {
    "mark_achievement": Act.ACHIEVEMENT,
    "mark_shortcoming": Act.SHORTCOMING,
    "mark_task": Act.TASK,
    "mark_cause": Act.CAUSE,
    "accept": Act.ACCEPT,
    "place_lost": Act.ACCEPT,
    "decline": Act.DECLINE,
    "remove_mark": Act.DECLINE,
    "why": Act.WHY,
}


VIEW_MENUS = (
    "mark/lines",
    "mark/tasks",
    "report/figures",
)  # their commands belong to one view each
VIEW_COMMANDS = tuple(command.id for command in COMMANDS if command.menu in VIEW_MENUS)


def handlers(window: Window) -> dict[str, Handler]:
    """Every command of the registry, by id."""
    return {
        **_file(window),
        **_edit(window),
        **_view(window),
        **_mark(window),
        **{name: partial(_perform, window, name) for name in VIEW_COMMANDS},
        "report": window.reports.open,
        "proofread": lambda: show_proof(window),
        "preview": window.reports.preview,
        "print": window.reports.print,
        "export_tables": window.exports.choose,
        "export_chosen": window.lists.export,
        "export_qda": window.exports.choose_qda,
        "export_all": window.exports.choose_all,
        "used_reports": lambda: _here(window).show_uses(),
        "made_reports": window.returned.show_made,
        "read_back": window.returned.choose,
        "check_file": lambda: check_file(window),
        "export_tasks": partial(_perform, window, "export_tasks"),
        "export_calendar": partial(_perform, window, "export_calendar"),
        "office": window.reports.edit_office,
        "own_templates": window.own_templates.open,
        "guide": lambda: show_guide(window),
        "keys": lambda: show_keys(window),
        "tips": window.tips.forget,
        "about": lambda: show_about(window),
    }


def _file(window: Window) -> dict[str, Handler]:
    return {
        "new": window.dossiers.new,
        "open": window.dossiers.open,
        "sample": window.dossiers.sample,
        "import": window.imports.choose_files,
        "import_folder": window.imports.choose_folder,
        "paste": window.imports.paste,
        "save": window.save,
        "backup": window.dossiers.back_up,
        "quit": window.close,
    }


def _edit(window: Window) -> dict[str, Handler]:
    reading = window.reading
    return {
        "undo": window.undo,
        "redo": window.redo,
        "history": lambda: show_history(window),
        "find": lambda: _here(window).focus_search(),
        "find_next": lambda: reading.reader.next_hit(True),
        "find_previous": lambda: reading.reader.next_hit(False),
        "filter": lambda: _here(window).open_filter(),
        "save_filter": window.lists.name_filter,
        "clear_filter": reading.list.bar.clear,
        "article_details": window.lists.edit,
        **{f"set_{state}": partial(_set_state, window, state) for state in ArticleState},
        "correct_text": lambda: correct_text(window),
        "versions": lambda: show_versions(window),
        "remove_article": window.lists.remove,
        "bin": lambda: show_bin(window),
        "bring_learned": window.learning.lore.choose,
        "forget_learned": window.learning.lore.forget,
        "palette": lambda: show_palette(window),
    }


def _set_state(window: Window, state: ArticleState) -> None:
    window.lists.set_state(window.reading.list.chosen_ids(), state)


def _view(window: Window) -> dict[str, Handler]:
    reading = window.reading

    def zoom(step: int) -> None:
        place = ZOOM_STEPS.index(window.place.settings.zoom) + step
        window.set_zoom(ZOOM_STEPS[max(0, min(place, len(ZOOM_STEPS) - 1))])

    return {
        **{f"view_{key}": partial(window.views.choose, key) for key in view_keys()},
        "list": lambda: reading.panes.toggle(reading.list),
        "cards": lambda: reading.panes.toggle(reading.cards),
        "next_pane": lambda: _here(window).next_pane(True),
        "previous_pane": lambda: _here(window).next_pane(False),
        **{f"order_{key}": partial(reading.list.bar.set_order, key) for key, _ in ORDERS},
        "zoom_in": lambda: zoom(1),
        "zoom_out": lambda: zoom(-1),
        "zoom_reset": lambda: window.set_zoom(100),
        "theme_system": lambda: window.set_theme("system"),
        "theme_light": lambda: window.set_theme("light"),
        "theme_dark": lambda: window.set_theme("dark"),
        "full_screen": window.toggle_full_screen,
    }


def view_keys() -> list[str]:
    """The views that can be chosen, in their order."""
    return [READING, *(page.key for page in BESIDE)]


def _here(window: Window) -> View:
    return window.views.current or window.reading


def _perform(window: Window, command: str) -> None:
    _here(window).perform(command)


def _mark(window: Window) -> dict[str, Handler]:
    reading = window.reading

    def perform(act: Act) -> Handler:
        return lambda: reading.reader.perform(act)

    return {
        **{command: perform(act) for command, act in READER_ACTS.items()},
        "accept_all": reading.accept_all,
        "split": reading.split,
        "merge_mark": reading.merge,
        "copy_source": reading.copy_with_source,
        "fields": lambda: edit_fields(window),
        "edit_fields": reading.edit_fields,
        "statement": reading.edit_statement,
        "done": reading.finish_article,
        "next_article": lambda: reading.step(True),
        "previous_article": lambda: reading.step(False),
    }


def facts(window: Window) -> set[str]:
    """What is true now, in the words of Command.needs."""
    known = set() if window.imports.busy else {"idle"}
    held = window.place.held
    if held is None:
        return known
    dossier, totals = held.dossier, window.totals
    checks = {
        "dossier": True,
        "writable": not dossier.read_only,
        "undo": bool(dossier.undo_label),
        "redo": bool(dossier.redo_label),
        "articles": totals.articles > 0,
        "marks": totals.achievements + totals.shortcomings + totals.tasks + totals.plans > 0,
    }
    here = window.views.current
    return (
        known | {name for name, true in checks.items() if true} | (here.facts() if here else set())
    )


def show_palette(window: Window) -> None:
    """Ctrl+K."""
    from tttt_desktop.ui.menus import palette_entries as offered
    from tttt_desktop.ui.menus.palette import CommandPalette

    settings, held = window.place.settings, window.place.held
    others = [path for path in settings.recent if held is None or path != held.dossier.path]
    entries = [
        *offered.commands(window.commands),
        *offered.dossiers(others, window.dossiers.open_path),
    ]
    CommandPalette(entries, settings, window.place.window).open()


def check_file(window: Window) -> None:
    """Judge a Word file of the person's choice by the layout rules."""
    from tttt_desktop.ui.report.check_file import CheckFileFlow

    (window.place.findChild(CheckFileFlow) or CheckFileFlow(window.place)).choose()


def show_keys(window: Window) -> None:
    """F1."""
    from tttt_desktop.ui.dialogs.shortcuts import ShortcutsDialog

    ShortcutsDialog(window.place.window).open()


def show_guide(window: Window) -> None:
    """The quick guide, opened at what is on screen."""
    from tttt_desktop.ui.dialogs.guide import GuideDialog

    shown = window.place.window.findChild(GuideDialog)
    if not isinstance(shown, GuideDialog):
        shows = window.views.chosen if window.views.current is not None else "start"
        shown = GuideDialog(window.place.window, shows)
    bring_forward(shown)


def show_about(window: Window) -> None:
    """Version and licence."""
    from tttt_desktop.ui.dialogs.about import AboutDialog

    AboutDialog(window.place.window).open()


def show_history(window: Window) -> None:
    """What was done in this dossier; it stays open beside the work."""
    from tttt_desktop.ui.history.panel import HistoryDialog

    _show_beside(window, HistoryDialog)


def show_bin(window: Window) -> None:
    """The removed articles."""
    from tttt_desktop.ui.history.bin import BinDialog

    _show_beside(window, BinDialog)


def _show_beside(window: Window, kind: type[HistoryDialog] | type[BinDialog]) -> None:
    """Open a dialog of the dossier, or bring it to the front; it closes with the dossier."""
    held, parent = window.place.held, window.place.window
    if held is None:
        return
    shown = parent.findChild(kind)
    if not isinstance(shown, kind):
        shown = kind(held, parent)
        shown.addActions([window.commands["undo"], window.commands["redo"]])
        shown.article_requested.connect(partial(_read, window))
        window.place.switched.connect(shown.close)
    bring_forward(shown)


def _read(window: Window, article_id: int) -> None:
    window.views.read(article_id, 0)


def show_proof(window: Window) -> None:
    """What to look at in the wording of the report; it stays open beside the work."""
    from tttt_desktop.ui.proofing.dialog import ProofDialog

    held, parent = window.place.held, window.place.window
    if held is None:
        return
    shown = parent.findChild(ProofDialog)
    if not isinstance(shown, ProofDialog):
        shown = ProofDialog(held, parent)
        shown.addActions([window.commands["undo"], window.commands["redo"]])
        shown.place_requested.connect(window.views.read)
        shown.office_requested.connect(window.reports.edit_office)
        shown.report_requested.connect(window.reports.open)
        window.place.switched.connect(shown.close)
    bring_forward(shown)


def edit_fields(window: Window) -> None:
    """The list of fields: add, rename, merge, put in order."""
    from tttt_desktop.ui.annotations.fields_dialog import FieldsDialog

    if window.place.held is not None:
        FieldsDialog(window.place.held, window.place.window).open()


def correct_text(window: Window) -> None:
    """Correct the text of the article that is open, beginning where the cursor is."""
    from tttt_desktop.ui.correcting.dialog import CorrectDialog

    page = window.reading.page
    if page is not None:
        dialog = CorrectDialog(page, window.place.settings.zoom, window.place.window)
        if window.reading.reader.place is not None:
            dialog.show_place(window.reading.reader.place)
        _correct_flow(window, page).correct(dialog)


def show_versions(window: Window) -> None:
    """The texts the open article has had."""
    if window.reading.page is not None:
        _correct_flow(window, window.reading.page).look_back()


def _correct_flow(window: Window, page: Page) -> CorrectFlow:
    from tttt_desktop.ui.correcting.flow import CorrectFlow

    return CorrectFlow(window.place, window.reading, page, window.undo)
