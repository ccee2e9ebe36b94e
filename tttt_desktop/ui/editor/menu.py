"""What a right click in the text offers."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.hints import KIND_ACTS
from tttt_desktop.ui.editor.keys import READING, Act
from tttt_desktop.ui.editor.marks import Mark


def _tr(text: str) -> str:
    return QCoreApplication.translate("reader", text)


def reader_menu(
    parent: QWidget, mark: Mark | None, read_only: bool, perform: Callable[[Act], None]
) -> QMenu:
    """A menu for the place the cursor is at; it is gone once it is closed. Its entries call `perform`."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    kinds = menu
    if mark is not None:
        if not mark.decided:
            _add(menu, _tr("Nhận"), "Enter", Act.ACCEPT)
            _add(menu, _tr("Bỏ"), "Delete", Act.DECLINE)
            _add(menu, _tr("Vì sao?"), "F7", Act.WHY)
        kinds = menu.addMenu(_tr("Đổi thành"))
    for kind, (key, act) in KIND_ACTS.items():
        if mark is None or mark.kind is not kind:
            entry = _add(kinds, theme.KIND_LABEL[kind], key, act)
            entry.setIcon(theme.icon(kind.value, kind.value))
    if mark is None:
        _add(menu, _tr("Nguyên nhân"), "4", Act.CAUSE)
    menu.addSeparator()
    if mark is not None:
        _add(menu, _tr("Sửa ô thông tin"), "F2", Act.EDIT)
        _add(menu, _tr("Viết lại cho báo cáo"), "F4", Act.STATEMENT)
    if mark is not None and mark.decided:
        menu.addSeparator()
        _add(menu, _tr("Tách"), "Ctrl+T", Act.SPLIT)
        _add(menu, _tr("Gộp với thẻ trước"), "Ctrl+G", Act.MERGE)
        menu.addSeparator()
    _add(menu, _tr("Sao chép kèm nguồn"), "Ctrl+Shift+C", Act.COPY_WITH_SOURCE)
    if mark is not None and mark.decided:
        _add(menu, _tr("Xoá"), "Delete", Act.DECLINE)
    for entry in [*menu.actions(), *kinds.actions()]:
        entry.setEnabled(not read_only or entry.data() is None or entry.data() in READING)
    menu.triggered.connect(lambda entry: perform(entry.data()))
    return menu


def _add(menu: QMenu, text: str, key: str, act: Act) -> QAction:
    entry = menu.addAction(f"{text}\t{key}" if key else text)
    entry.setData(act)
    return entry
