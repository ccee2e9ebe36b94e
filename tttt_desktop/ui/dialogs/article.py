"""What is known about an article, to be corrected: found by the program, decided by the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.records import Article
from tttt_desktop.services import review
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, caption, save_or_leave


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the form: attribute of Article, label, and what may be written in it."""

    attribute: str
    label: str
    form: str = "text"  # text, date, year


FORM = (
    Entry("title", "Tiêu đề"),
    Entry("published_on", "Ngày đăng", "date"),
    Entry("event_on", "Ngày hội nghị", "date"),
    Entry("outlet", "Nguồn"),
    Entry("byline", "Tác giả"),
    Entry("province", "Tỉnh"),
    Entry("review_year", "Năm đánh giá", "year"),
    Entry("plan_year", "Năm giao", "year"),
    Entry("note", "Ghi chú"),
)


def shown(value: object) -> str:
    """A value as it stands in the form: dates dd/MM/yyyy, nothing for unknown."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def read(entry: Entry, text: str) -> object:
    """What was typed, as the attribute wants it. ValueError with a Vietnamese sentence when it can't be read."""
    text = text.strip()
    if entry.form == "text":
        return text
    if not text:
        return None
    try:
        if entry.form == "date":
            return datetime.strptime(text, "%d/%m/%Y").date()
        if text.isdecimal() and 1900 <= int(text) <= 2200:
            return int(text)
    except ValueError:
        pass
    example = "06/01/2023" if entry.form == "date" else "2023"
    raise ValueError(f"{entry.label}: hãy viết như {example}, hoặc để trống.")


class ArticleDialog(QDialog):
    """A form over FORM; only what changed is written, as one change."""

    def __init__(self, held: OpenDossier, article: Article, parent: QWidget) -> None:
        super().__init__(parent)
        self._held, self._article = held, article
        self.setWindowTitle(self.tr("Thông tin bài viết"))
        self.setMinimumWidth(520)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        self._fields: dict[str, QLineEdit] = {}
        for entry in FORM:
            field = QLineEdit(shown(getattr(article, entry.attribute)))
            field.setCursorPosition(0)
            if entry.attribute != "note":  # her own words, which no article gives
                field.setPlaceholderText(self.tr("Chưa nêu trong bài"))
            field.setAccessibleName(entry.label)
            form.addRow(caption(entry.label), field)
            self._fields[entry.attribute] = field
        source = ElidedLabel(article.source_name)
        source.setContentsMargins(0, 5, 0, 0)
        form.addRow(caption(self.tr("Tệp gốc")), source)
        self._problem = QLabel()
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addWidget(save_or_leave(self, self._save))

    @Slot()
    def _save(self) -> None:
        try:
            values = {e.attribute: read(e, self._fields[e.attribute].text()) for e in FORM}
        except ValueError as error:
            self._problem.setText(str(error))
            return
        changed = {k: v for k, v in values.items() if v != getattr(self._article, k)}
        if changed:
            self._held.run(lambda d: review.edit_article(d, self._article.id, **changed))
        self.accept()
