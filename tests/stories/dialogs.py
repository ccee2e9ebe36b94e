"""Dialogs, at the size they open with."""

from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget
from story import story
from story_desk import desk

from tttt_desktop.ui.dialogs.about import AboutDialog
from tttt_desktop.ui.dialogs.guide import GuideDialog
from tttt_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from tttt_desktop.ui.report.choices import LAST
from tttt_desktop.ui.report.dialog import BriefingDialog
from tttt_desktop.ui.report.office import OfficeDialog


@story("dialog")
def about() -> QWidget:
    return AboutDialog()


@story("dialog", width=700, height=520)
def keys() -> QWidget:
    return ShortcutsDialog()


@story("dialog", width=700, height=520)
def guide() -> QWidget:
    return GuideDialog()


@story("dialog")
def office() -> QWidget:
    return OfficeDialog({"office.name": "Sở Thông tin và Truyền thông"})


@story("dialog", width=640, height=620)
def office_with_former_names() -> QWidget:
    former = (
        "29/02/2016 | Sở Văn hóa và Thông tin\n28/02/2025 | Sở Thông tin và Truyền thông | | STTTT"
    )
    values = {"office.name": "Sở Khoa học và Công nghệ", "office.former": former}
    return OfficeDialog(values, None, (("annual", "Báo cáo tổng kết năm"),))


def _previewed(dialog: BriefingDialog) -> BriefingDialog:
    """The dialog once its pages are there."""
    wait = QEventLoop(dialog)
    dialog.shown.connect(wait.quit)
    wait.exec()
    return dialog


@story("dialog", width=1000, height=560)
def report() -> QWidget:
    return _previewed(BriefingDialog(desk(), Path.home()))


@story("dialog", width=1000, height=560)
def report_being_written() -> QWidget:
    dialog = _previewed(BriefingDialog(desk(), Path.home()))
    dialog.set_busy(True)
    return dialog


def _report(template: str) -> QWidget:
    """The form with the choices of one template."""
    dossier = desk()
    dossier.set_settings({LAST: template})
    return _previewed(BriefingDialog(dossier, Path.home()))


@story("dialog", width=1000, height=560)
def report_of_a_year() -> QWidget:
    return _report("annual")


@story("dialog", width=1000, height=560)
def report_on_tasks() -> QWidget:
    return _report("tasks")


@story("dialog", width=1000, height=560)
def report_of_a_digest() -> QWidget:
    return _report("digest")


@story("dialog", width=880, height=440)
def report_on_a_low_screen() -> QWidget:
    return _report("briefing")
