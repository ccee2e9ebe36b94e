"""Mẫu báo cáo: the templates of the program and the office's own; every act is done at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.own_template import LABELS, OwnTemplate, TemplateKind
from tttt_desktop.reporting.catalogue import TEMPLATES
from tttt_desktop.services import own_template
from tttt_desktop.services.templates import offered
from tttt_desktop.ui import theme
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.parts.named_list import NamedList, bind
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

_ID = Qt.ItemDataRole.UserRole
_KINDS = {TemplateKind.SIGNED: "Từ báo cáo đã ký", TemplateKind.MARKED: "Tệp Word có dấu"}


class OwnTemplatesDialog(QDialog):
    """Asks for what takes a file or time; renaming and removing it does itself."""

    signed_wanted = Signal()
    marked_wanted = Signal()
    other_wanted = Signal()
    sample_wanted = Signal()
    fields_wanted = Signal(object)
    trial_wanted = Signal(object)
    stop_wanted = Signal()

    def __init__(self, held: OpenDossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mẫu báo cáo"))
        open_at_size(self, 820, 480)
        self._held = held
        self._templates: dict[int, OwnTemplate] = {}
        self._acts = 0  # done here and not taken back
        titles = (self.tr("Mẫu"), self.tr("Cách làm"), self.tr("Thêm ngày"))
        self._list = NamedList(self, self.tr("Các mẫu báo cáo"), titles)
        self._note = ElidedLabel(lines=2, px=12)
        self._stop = button(self.tr("Dừng"), "link")
        self._link = button("", "link")
        self._signed = button(self.tr("Thêm từ báo cáo đã ký…"), "primary")
        self._marked = button(self.tr("Thêm tệp Word có dấu…"))
        self._other = button(self.tr("Lấy từ hồ sơ khác…"))
        self._sample = button(self.tr("Lưu tệp mẫu để sửa trong Word…"))
        self._fields = button(self.tr("Xem các trường…"))
        self._trial = button(self.tr("Làm thử"), tip=self.tr("Làm thử một báo cáo theo mẫu này"))
        self._rename = button(self.tr("Đổi tên"), tip=self.tr("Đổi tên (F2)"))
        self._remove = button(self.tr("Xoá"), tip=self.tr("Xoá mẫu của cơ quan (Delete)"))
        self._undo = button(self.tr("Hoàn tác"), tip=self.tr("Hoàn tác (Ctrl+Z)"))
        self._close = button(self.tr("Đóng"))
        self._busy = False
        self._follow: Callable[[], object] = lambda: None
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list once it has its looks, so that every row gets the same height."""
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        self._note.setProperty("role", "meta")
        side = QVBoxLayout()
        side.setSpacing(6)
        groups = (
            (self._signed, self._marked, self._other, self._sample),
            (self._fields, self._trial, self._rename, self._remove),
        )
        for group in groups:
            for one in group:
                side.addWidget(one)
            side.addSpacing(10)
        side.addStretch(1)
        side.addWidget(self._undo)
        side.addWidget(self._close)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._list, 1)
        middle.addLayout(side)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._link)
        foot.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self._link.hide()
        self._stop.hide()

    def _connect(self) -> None:
        for press, signal in (
            (self._signed, self.signed_wanted),
            (self._marked, self.marked_wanted),
            (self._other, self.other_wanted),
            (self._sample, self.sample_wanted),
            (self._stop, self.stop_wanted),
        ):
            press.clicked.connect(signal)
        self._link.clicked.connect(self._follow_up)
        self._fields.clicked.connect(self._ask_fields)
        self._trial.clicked.connect(self._ask_trial)
        self._rename.clicked.connect(self._edit_name)
        self._remove.clicked.connect(self._remove_one)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.accept)
        self._list.currentItemChanged.connect(self._show_choices)
        self._list.itemChanged.connect(self._renamed)
        self._list.itemDoubleClicked.connect(self._ask_fields)
        self._held.changed.connect(self._show)
        for where, keys, act in (
            (self, "F2", self._edit_name),
            (self, "Ctrl+Z", self._take_back),
            (self._list, "Delete", self._remove_one),
        ):
            bind(where, keys, act)

    # -- what is shown --------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        """Read the list again; the same template stays current."""
        kept = self._current()
        dossier = self._held.dossier
        self._templates = {one.id: one for one in own_template.every(dossier)}
        self._list.blockSignals(True)
        self._list.clear()
        own = {f"own:{one}" for one in self._templates}
        for one in offered(dossier):
            if one.key not in own:
                self._add([one.name, self.tr("Có sẵn"), ""], 0)
        for template in self._templates.values():
            words = [template.name, self.tr(_KINDS[template.kind]), f"{template.added_on:%d/%m/%Y}"]
            self._add(words, template.id)
        self._list.blockSignals(False)
        self.choose(kept.id if kept else max(self._templates, default=0))

    def _add(self, words: list[str], template_id: int) -> None:
        item = QTreeWidgetItem(words)
        item.setData(0, _ID, template_id)
        if template_id:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        else:
            item.setForeground(0, theme.tokens().text2)
        self._list.addTopLevelItem(item)

    def choose(self, template_id: int) -> None:
        """Make a template of the office current; 0: the first of the list."""
        items = [self._list.topLevelItem(at) for at in range(self._list.topLevelItemCount())]
        found = [one for one in items if one is not None and one.data(0, _ID) == template_id]
        if found:
            self._list.setCurrentItem(found[0])
        self._show_choices()

    def _current(self) -> OwnTemplate | None:
        item = self._list.currentItem()
        return self._templates.get(item.data(0, _ID)) if item is not None else None

    @Slot()
    def _show_choices(self) -> None:
        """What can be done with the current template, and what is known of it."""
        one, free = self._current(), not self._busy
        for press in (self._signed, self._marked, self._other, self._sample):
            press.setEnabled(free)
        for press in (self._fields, self._trial, self._rename, self._remove):
            press.setEnabled(free and one is not None)
        self._undo.setEnabled(free and self._acts > 0)
        if free and not self._link.isVisible():
            self._note.setText(self._about(one))

    def _about(self, one: OwnTemplate | None) -> str:
        if one is None and not self._templates:
            return self.tr("Chưa có mẫu của cơ quan. Hãy thêm từ báo cáo đã ký của năm trước.")
        if one is None:
            return self.tr("Mẫu có sẵn của chương trình, theo Nghị định 30/2020/NĐ-CP.")
        contents = TEMPLATES[one.contents].name
        if one.kind is TemplateKind.SIGNED:
            text = self.tr(
                "Nội dung của “{contents}”. Tìm thấy {found} trong {all} trường; bố cục lấy từ tệp của cơ quan."
            )
            said = {"found": number(len(one.fields)), "all": number(len(LABELS))}
            return text.format(contents=contents, **said)
        text = self.tr(
            "Nội dung của “{contents}”. {count} dấu được điền; bố cục lấy từ tệp của cơ quan."
        )
        return text.format(contents=contents, count=number(len(one.marks)))

    def set_busy(self, text: str) -> None:
        """Say what is being done, and offer to stop it; "" when it is over."""
        self._busy = bool(text)
        self._link.hide()
        self._stop.setVisible(self._busy)
        if text:
            self._note.setText(text)
        self._show_choices()
        if not text:
            self._list.setFocus()  # the button that was pressed has lost the keyboard

    def tell(self, text: str, label: str, act: Callable[[], object]) -> None:
        """Say what was done, with a button for what follows."""
        self._follow = act
        self._link.setText(label)
        self._link.setAccessibleName(label)
        self._link.show()
        self._note.setText(text)

    def added(self) -> None:
        """Something was kept from outside: it can be taken back here."""
        self._acts += 1
        self.choose(max(self._templates, default=0))

    @Slot()
    def _follow_up(self) -> None:
        self._follow()

    # -- acts -----------------------------------------------------------------------------------

    @Slot()
    def _ask_fields(self) -> None:
        one = self._current()
        if one is not None and self._fields.isEnabled():
            self.fields_wanted.emit(one)

    @Slot()
    def _ask_trial(self) -> None:
        one = self._current()
        if one is not None:
            self.trial_wanted.emit(one)

    @Slot()
    def _edit_name(self) -> None:
        if self._rename.isEnabled():
            self._list.edit_name()

    @Slot(QTreeWidgetItem, int)
    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        one, name = self._current(), item.text(0)
        if one is not None and column == 0 and name != one.name:
            self._acts += (
                self._held.run(lambda d: own_template.rename_template(d, one.id, name)) is not None
            )
            self._show()

    @Slot()
    def _remove_one(self) -> None:
        one = self._current()
        if one is not None and self._remove.isEnabled():
            self._acts += (
                self._held.run(lambda d: own_template.remove_template(d, one.id)) is not None
            )

    @Slot()
    def _take_back(self) -> None:
        if self._acts > 0:
            self._acts -= 1
            self._held.run(lambda d: d.undo())
