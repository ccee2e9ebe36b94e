"""Questions and bad news, in one place so that tests can answer them."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from tttt_desktop.domain.errors import UserError
from tttt_desktop.faults import fault_report

log = logging.getLogger(__name__)


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)


def show_error(parent: QWidget | None, error: UserError) -> None:
    """Say what happened and what to do."""
    box = _box(parent, QMessageBox.Icon.Warning, error.message, error.remedy)
    box.addButton(_tr("Đóng"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask(parent: QWidget | None, question: str, detail: str, *answers: str) -> int:
    """Let the person choose one of `answers`. Returns its number; closing the box counts as the last one."""
    box = _box(parent, QMessageBox.Icon.Question, question, detail)
    last = len(answers) - 1
    buttons = [
        box.addButton(
            answer,
            QMessageBox.ButtonRole.RejectRole if i == last else QMessageBox.ButtonRole.AcceptRole,
        )
        for i, answer in enumerate(answers)
    ]
    box.setEscapeButton(buttons[last])
    box.setDefaultButton(buttons[0])
    box.exec()
    clicked = box.clickedButton()
    return buttons.index(clicked) if clicked in buttons else last


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str, detail: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(_tr("Hồ sơ tổng kết"))
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(detail)
    return box


def install_exception_hook(parent: QWidget | None = None) -> None:
    """Show a fault instead of closing the program; a UserError that slipped through is shown as such."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            show_error(parent, error)
        elif issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        else:
            report = fault_report(error)
            log.error("fault\n%s", report)
            show_fault(parent, report)

    sys.excepthook = hook


def show_fault(parent: QWidget | None, report: str) -> None:
    """The fault dialog; while one is open, a further fault is only logged."""
    from tttt_desktop.ui.dialogs.fault import FaultDialog

    if isinstance(QApplication.activeModalWidget(), FaultDialog):
        return
    dialog = FaultDialog(report, parent)
    dialog.exec()
    dialog.deleteLater()
