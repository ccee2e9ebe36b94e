"""Các báo cáo đã lập: every report made of the dossier, or those that used one annotation, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import reports, templates
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.reports import MadeReport
from tttt_desktop.ui.history.lines import Line, LineModel, line_view
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.report.flow import open_file
from tttt_desktop.ui.widgets import (
    DIALOG_MARGINS,
    ElidedLabel,
    Remark,
    button,
    number,
    open_at_size,
)


class MadeDialog(QDialog):
    """A list and what can be done with a file of it. `read_back_requested`: a path, to be read back from Word."""

    read_back_requested = Signal(object)

    def __init__(
        self, held: OpenDossier, parent: QWidget, annotation: int | None = None, quote: str = ""
    ) -> None:
        super().__init__(parent)
        used = annotation is not None
        self.setWindowTitle(self.tr("Báo cáo đã dùng") if used else self.tr("Các báo cáo đã lập"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at_size(self, 680, 420)
        self._reports = reports.made(held.dossier, annotation)
        used_templates = {one.template for one in self._reports}
        self._names = {one: _name(held.dossier, one) for one in used_templates}
        self._model = LineModel(self)
        self._model.show_lines(map(self._line, self._reports))
        self._quote, self._used = quote, used
        self._build()
        self._list.setCurrentIndex(self._model.index(0))
        self._choose()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(8)
        if self._quote:
            quote = ElidedLabel(f"«{self._quote}»", lines=2)
            quote.setProperty("role", "meta")
            column.addWidget(quote)
        self._list = line_view(self.tr("Các báo cáo, mới nhất ở trên"), self)
        self._list.setModel(self._model)
        column.addWidget(self._list, 1)
        self._said = Remark(self)
        column.addWidget(self._said)
        column.addLayout(self._buttons())
        self._list.selectionModel().currentChanged.connect(self._choose)
        self._list.activated.connect(self.open_report)

    def _buttons(self) -> QHBoxLayout:
        self._open = button(self.tr("Mở bằng Word"), "primary")
        self._folder = button(self.tr("Mở thư mục"))
        self._back = button(self.tr("Đọc lại từ Word…"))
        close = button(self.tr("Đóng"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for one, act in (
            (self._open, self.open_report),
            (self._folder, self.open_folder),
            (self._back, self.read_back),
        ):
            one.clicked.connect(act)
            one.setAutoDefault(False)  # Enter in the list opens the file, once
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(close)
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        return row

    def _line(self, made: MadeReport) -> Line:
        about = (self._names[made.template], self._scope(made), made.title)
        note = "PDF" if made.kind == "pdf" else ""
        return Line(made.made_at, made.path.name, " · ".join(filter(None, about)), note)

    def _scope(self, made: MadeReport) -> str:
        year, chosen = made.options.get("year"), made.options.get("articles")
        if chosen:
            scope = self.tr("{count} bài được chọn").format(count=number(len(chosen)))
        else:
            done = made.options.get("scope") == "done"
            scope = self.tr("bài đã xong") if done else self.tr("tất cả các bài")
        return f"{scope}, {self.tr('năm {year}').format(year=year)}" if year else scope

    def _current(self) -> MadeReport | None:
        row = self._list.currentIndex().row()
        return self._reports[row] if 0 <= row < len(self._reports) else None

    @Slot()
    def _choose(self) -> None:
        made = self._current()
        for one in (self._open, self._folder, self._back):
            one.setEnabled(made is not None)
        if made is not None:
            pdf = made.kind == "pdf"
            self._open.setText(self.tr("Mở tệp") if pdf else self.tr("Mở bằng Word"))
            self._back.setEnabled(not pdf)
            self._said.say(str(made.path.parent))
        elif self._used:
            self._said.say(self.tr("Chưa báo cáo nào dùng câu này."))
        else:
            self._said.say(self.tr("Chưa lập báo cáo nào. F9: Lập báo cáo Word."))

    @Slot()
    def open_report(self) -> None:
        """Hand the file to Word, where it still is."""
        made = self._current()
        if made is not None and self._is_there(made):
            open_file(made.path)

    @Slot()
    def open_folder(self) -> None:
        """Show the folder, also where the file has left it."""
        made = self._current()
        if made is None:
            return
        if made.path.parent.is_dir():
            open_file(made.path.parent)
        else:
            self._said.say(
                self.tr("Thư mục này không còn: {path}").format(path=made.path.parent), "warn"
            )

    @Slot()
    def read_back(self) -> None:
        """See what was changed in Word."""
        made = self._current()
        if made is not None and self._is_there(made):
            self.read_back_requested.emit(made.path)

    def _is_there(self, made: MadeReport) -> bool:
        if made.is_there:
            return True
        said = self.tr("Tệp không còn ở chỗ cũ: {path}. Có thể tệp đã được chuyển hoặc đổi tên.")
        self._said.say(said.format(path=made.path), "warn")
        return False


def _name(dossier: Dossier, template: str) -> str:
    """The name of a template; the office's own may be gone since."""
    try:
        return templates.find(dossier, template).name
    except UserError:
        return template
