"""Dialogs, at the size they open with."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from story import story
from story_desk import desk

from tttt_desktop.ui.dialogs.about import AboutDialog
from tttt_desktop.ui.dialogs.guide import GuideDialog
from tttt_desktop.ui.dialogs.shortcuts import ShortcutsDialog
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


@story("dialog", width=1000, height=560)
def report() -> QWidget:
    return BriefingDialog(desk(), Path.home())
