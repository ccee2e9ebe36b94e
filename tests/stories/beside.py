"""The views beside the reader, and what opens beside the work: lines of the report, palette, history, bin, a correction."""

from functools import cache

from PySide6.QtWidgets import QLineEdit, QWidget
from story import story
from story_desk import desk, page

from tttt_desktop.faults import fault_report
from tttt_desktop.services import figures, review
from tttt_desktop.ui.consolidation.view import ConsolidationView
from tttt_desktop.ui.correcting.dialog import CorrectDialog
from tttt_desktop.ui.dialogs.fault import FaultDialog
from tttt_desktop.ui.figures.view import FiguresView
from tttt_desktop.ui.history.bin import BinDialog
from tttt_desktop.ui.history.panel import HistoryDialog
from tttt_desktop.ui.menus.actions import Actions
from tttt_desktop.ui.menus.palette import CommandPalette
from tttt_desktop.ui.menus.palette_entries import commands
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.settings import Settings
from tttt_desktop.ui.workplace import Workplace


@cache
def held() -> OpenDossier:
    return OpenDossier(desk())


@cache
def around() -> QWidget:
    """A window for what wants one beside it."""
    return QWidget()


@cache
def actions() -> Actions:
    return Actions(around())


def _consolidation() -> ConsolidationView:
    made = ConsolidationView(Workplace(around(), Settings()))
    made.set_dossier(held())
    return made


@story("consolidation", width=1000, height=560)
def lines() -> QWidget:
    return _consolidation()


@story("consolidation", width=911, height=420)
def narrow_and_low() -> QWidget:
    return _consolidation()


def _figures(width: int) -> FiguresView:
    place = Workplace(around(), Settings())
    made = FiguresView(place)
    made.set_dossier(held())
    made.resize(width, 560)
    made.show_told(figures.overview(figures.read(desk())))
    return made


@story("figures", width=1000, height=560)
def table() -> QWidget:
    return _figures(1000)


@story("figures", width=911, height=420, focus=True)
def narrow_low_and_focused() -> QWidget:
    return _figures(911)


@story("figures", width=1000, height=420)
def none_fit() -> QWidget:
    made = _figures(1000)
    made.conditions.search.setText("không có gì như thế")
    made.conditions.changed.emit()
    return made


@story("figures", width=700, height=320)
def without_dossier() -> QWidget:
    return FiguresView(Workplace(around(), Settings()))


def _palette(words: str, facts: set[str]) -> QWidget:
    actions().set_facts(facts)
    made = CommandPalette(commands(actions()), Settings(), around())
    made.findChild(QLineEdit).setText(words)
    return made


@story("palette", width=540, height=440)
def all_commands() -> QWidget:
    return _palette("", {"idle", "dossier", "articles", "article", "marks", "writable"})


@story("palette", width=540, height=440)
def found() -> QWidget:
    return _palette("bao cao", {"idle", "dossier", "articles", "article", "marks", "writable"})


@story("palette", width=540, height=440)
def disabled() -> QWidget:
    return _palette("goi y", {"idle"})


@story("palette", width=540, height=440)
def nothing() -> QWidget:
    return _palette("zzzz", {"idle"})


@story("history", width=460, height=560)
def changes() -> QWidget:
    return HistoryDialog(held(), around())


@story("bin", width=540, height=420)
def removed() -> QWidget:
    dossier = desk()
    review.remove_article(dossier, dossier.article_ids()[-1])
    made = BinDialog(held(), around())
    dossier.undo()
    return made


@story("correcting", width=860, height=660)
def opened() -> QWidget:
    return CorrectDialog(page(), 100, around())


@story("correcting", width=860, height=660, focus=True)
def focused() -> QWidget:
    return CorrectDialog(page(2), 100, around())


@story("fault", width=560, height=400)
def ours() -> QWidget:
    try:
        raise ValueError("một lỗi để làm mẫu")
    except ValueError as error:
        return FaultDialog(fault_report(error), None)
