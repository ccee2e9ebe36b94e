"""What a right click on a card offers, and the copy of a quotation with its source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from tttt_desktop.domain.records import Article, Kind
from tttt_desktop.ui.annotations.cards import Card
from tttt_desktop.ui.theme import KIND_LABEL

ACCEPT, DECLINE, COPY, REMOVE = "accept", "decline", "copy", "remove"


def _tr(text: str) -> str:
    return QCoreApplication.translate("card_menu", text)


def card_menu(card: Card, parent: QWidget, *, read_only: bool) -> QMenu:
    """A menu whose actions carry as their data one of the words above, or the value of the Kind to change to."""
    menu = QMenu(parent)
    if card.is_suggestion:
        _add(menu, _tr("Nhận\tEnter"), ACCEPT, not read_only)
        _add(menu, _tr("Bỏ\tDelete"), DECLINE, not read_only)
    kinds = menu.addMenu(_tr("Đổi thành"))
    kinds.setEnabled(not read_only)
    for kind in Kind:
        if kind is not card.kind:
            _add(kinds, _tr(KIND_LABEL[kind]), kind.value, True)
    menu.addSeparator()
    _add(menu, _tr("Sao chép kèm nguồn"), COPY, True)
    if not card.is_suggestion:
        _add(menu, _tr("Xoá\tDelete"), REMOVE, not read_only)
    return menu


def _add(menu: QMenu, text: str, data: str, enabled: bool) -> None:
    action = menu.addAction(text)
    action.setData(data)
    action.setEnabled(enabled)


def with_source(text: str, article: Article) -> str:
    """A quotation and where it stands: "«…» (Tiêu đề, Báo Quảng Trị, 06/01/2023)"."""
    day = article.published_on
    parts = (article.title, article.outlet, f"{day:%d/%m/%Y}" if day else "")
    source = ", ".join(part for part in parts if part) or article.source_name
    return f"«{text}» ({source})"


def copy_with_source(text: str, article: Article) -> None:
    """Put the quotation with its source on the clipboard."""
    QGuiApplication.clipboard().setText(with_source(text, article))
