"""What a right click on a card offers, and the copy of a quotation with its source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from tttt_desktop.domain.records import Article, FurtherSource, Kind
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.cards import Card
from tttt_desktop.ui.clipboard import Cited, copy_cited, quoted
from tttt_desktop.ui.theme import KIND_LABEL

ACCEPT, DECLINE, COPY, REMOVE = "accept", "decline", "copy", "remove"
SPLIT, MERGE, USES = "split", "merge", "uses"


def _tr(text: str) -> str:
    return QCoreApplication.translate("card_menu", text)


def card_menu(card: Card, parent: QWidget, *, read_only: bool, merges: bool) -> QMenu:
    """A menu whose actions carry as their data one of the words above, or the value of the Kind to change to.

    `merges`: another mark stands before this one.
    """
    menu, mark = QMenu(parent), not card.is_suggestion
    if card.is_suggestion:
        _add(menu, _tr("Nhận\tEnter"), ACCEPT, not read_only)
        _add(menu, _tr("Bỏ\tDelete"), DECLINE, not read_only)
    kinds = menu.addMenu(_tr("Đổi thành"))
    kinds.setEnabled(not read_only)
    for place, kind in enumerate(Kind, 1):
        if kind is not card.kind:
            text = f"{_tr(KIND_LABEL[kind])}\t{place}"
            _add(kinds, text, kind.value, True, icon=kind.value)
    menu.addSeparator()
    splits = mark and (";" in card.text or "\n" in card.text)
    _add(menu, _tr("Tách\tCtrl+T"), SPLIT, splits and not read_only)
    _add(menu, _tr("Gộp với thẻ trước\tCtrl+G"), MERGE, mark and merges and not read_only)
    menu.addSeparator()
    _add(menu, _tr("Sao chép kèm nguồn\tCtrl+Shift+C"), COPY, True)
    if mark:
        _add(menu, _tr("Báo cáo đã dùng…"), USES, True)
        _add(menu, _tr("Xoá\tDelete"), REMOVE, not read_only)
    return menu


def _add(menu: QMenu, text: str, data: str, enabled: bool, icon: str = "") -> None:
    action = menu.addAction(text)
    action.setData(data)
    action.setEnabled(enabled)
    if icon:
        action.setIcon(theme.icon(icon, icon))


def source_of(article: Article) -> str:
    """Where an article stands: "Tiêu đề, Báo Quảng Trị, 06/01/2023; đăng lại: Cổng Mẫu, 07/01/2023"."""
    own = _place(article.title, article) or article.source_name
    again = "; ".join(filter(None, (_place("", one) or one.name for one in article.sources)))
    return _tr("{own}; đăng lại: {again}").format(own=own, again=again) if again else own


def _place(title: str, one: Article | FurtherSource) -> str:
    day = one.published_on
    return ", ".join(filter(None, (title, one.outlet, f"{day:%d/%m/%Y}" if day else "")))


def copy_with_source(text: str, article: Article) -> None:
    """Put the quotation with its source on the clipboard."""
    copy_cited([Cited(quoted(text), (source_of(article),))])
