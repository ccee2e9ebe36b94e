"""The menu of one article of the list, or of several that were gathered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from tttt_desktop.domain.records import ArticleRow, ArticleState
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import number


@dataclass(frozen=True, slots=True)
class Doings:
    """What the lines of the menu do."""

    read: Callable[[], object]
    set_state: Callable[[ArticleState], object]
    edit: Callable[[], object]
    copy: Callable[[], object]
    export: Callable[[], object]
    report: Callable[[], object]
    remove: Callable[[], object]
    only_province: Callable[[str], object]
    only_year: Callable[[int], object]


def _tr(text: str) -> str:
    return QCoreApplication.translate("articles", text)


def article_menu(
    parent: QWidget, one: ArticleRow | None, total: int, doings: Doings, read_only: bool
) -> QMenu:
    """For `one` article, or for `total` of them; the lines that would change nothing are off."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    many = "" if one is not None else f" {number(total)} bài"
    if one is not None:
        _add(menu, _tr("Đọc bài này"), doings.read)
        menu.addSeparator()
    _add_states(menu, one, many, doings, read_only)
    menu.addSeparator()
    edit = _tr("Thông tin bài viết…") if one else _tr("Sửa thông tin{many}…").format(many=many)
    _add(menu, edit, doings.edit, off=read_only)
    _add(menu, _tr("Sao chép các đánh dấu kèm nguồn"), doings.copy, "copy")
    export = _tr("Xuất bài này…") if one else _tr("Xuất{many}…").format(many=many)
    _add(menu, export, doings.export)
    report = (
        _tr("Lập báo cáo từ bài này…") if one else _tr("Lập báo cáo từ{many}…").format(many=many)
    )
    _add(menu, report, doings.report)
    if one is not None:
        _add_narrowing(menu, one, doings)
    menu.addSeparator()
    remove = _tr("Xoá bài") if one else _tr("Xoá{many}").format(many=many)
    _add(menu, remove, doings.remove, "delete", off=read_only)
    return menu


def _add_states(
    menu: QMenu, one: ArticleRow | None, many: str, doings: Doings, read_only: bool
) -> None:
    for state in (ArticleState.DONE, ArticleState.READING, ArticleState.UNREAD):
        label = _tr("Đánh dấu{many} {state}").format(many=many, state=theme.STATE_LABEL[state])
        off = read_only or (one is not None and one.state is state)
        _add(menu, label, partial(doings.set_state, state), state.value, off=off)


def _add_narrowing(menu: QMenu, one: ArticleRow, doings: Doings) -> None:
    year = one.year
    if one.province:
        label = _tr("Chỉ hiện bài của {name}").format(name=one.province).replace("&", "&&")
        _add(menu, label, lambda: doings.only_province(one.province))
    if year is not None:
        label = _tr("Chỉ hiện bài năm {year}").format(year=year)
        _add(menu, label, lambda: doings.only_year(year))


def _add(
    menu: QMenu, label: str, do: Callable[[], object], icon: str = "", off: bool = False
) -> None:
    action = menu.addAction(theme.icon(icon), label) if icon else menu.addAction(label)
    action.setEnabled(not off)
    action.triggered.connect(lambda _checked=False: do())
