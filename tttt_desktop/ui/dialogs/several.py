"""What is known about several articles, to be set in all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.records import ArticleFilter
from tttt_desktop.services import several
from tttt_desktop.ui.articles.many import edit_all
from tttt_desktop.ui.dialogs.article import FORM, read, shown
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.widgets import DIALOG_MARGINS, caption, number, save_or_leave

_FORM = tuple(entry for entry in FORM if entry.attribute not in ("title", "note"))
_COMPLETED = {"province": "provinces", "outlet": "outlets"}


class SeveralDialog(QDialog):
    """Only the fields that are written in change, in all the articles, as one step."""

    def __init__(self, held: OpenDossier, ids: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._held, self._ids = held, list(ids)
        self.setWindowTitle(self.tr("Sửa thông tin {count} bài").format(count=number(len(ids))))
        self.setMinimumWidth(520)
        self._fields: dict[str, QLineEdit] = {}
        said = QLabel(self.tr("Chỉ những ô được sửa mới đổi, trong tất cả các bài đang chọn."))
        said.setProperty("role", "label")
        said.setWordWrap(True)
        self._problem = QLabel()
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(10)
        layout.addWidget(said)
        layout.addLayout(self._make_form())
        layout.addWidget(self._problem)
        layout.addWidget(save_or_leave(self, self._save))

    def _make_form(self) -> QFormLayout:
        dossier = self._held.dossier
        names = [entry.attribute for entry in _FORM]
        common = several.common_values(dossier, self._ids, names)
        known = dossier.facets(ArticleFilter())
        form = QFormLayout()
        form.setVerticalSpacing(6)
        for entry in _FORM:
            field = QLineEdit(shown(common.get(entry.attribute)))
            field.setCursorPosition(0)
            same = entry.attribute in common
            field.setPlaceholderText(
                self.tr("Chưa nêu trong bài") if same else self.tr("Mỗi bài một khác")
            )
            field.setAccessibleName(entry.label)
            if entry.attribute in _COMPLETED:
                values = [value for value, _ in known[_COMPLETED[entry.attribute]]]
                completer = QCompleter(values, field)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                field.setCompleter(completer)
            form.addRow(caption(entry.label), field)
            self._fields[entry.attribute] = field
        return form

    @Slot()
    def _save(self) -> None:
        written = [entry for entry in _FORM if self._fields[entry.attribute].isModified()]
        try:
            values = {
                one.attribute: read(one, self._fields[one.attribute].text()) for one in written
            }
        except ValueError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        if values:
            edit_all(self._held, self._ids, **values)
        self.accept()
