"""The form of the open card: one widget for all annotations, whose boxes come from the table in `fields`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tttt_desktop.domain.number_check import foreign_number
from tttt_desktop.domain.records import Annotation, Article, Figure, Page
from tttt_desktop.ui.annotations.body import CardBody, plain_label
from tttt_desktop.ui.annotations.cards import is_overdue
from tttt_desktop.ui.annotations.chips import FigureChips
from tttt_desktop.ui.annotations.choices import ChoiceInput, SwitchInput
from tttt_desktop.ui.annotations.completion import Vocabulary
from tttt_desktop.ui.annotations.fields import (
    FIELDS,
    FormField,
    beside,
    day_of,
    edited,
    fields_of,
    is_inferred,
    shown,
)
from tttt_desktop.ui.annotations.inputs import Input, LineInput, TextInput
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.annotations.lost import LostNote
from tttt_desktop.ui.widgets import button, number

BY_NAME = {field.name: field for field in FIELDS}


def one_line(text: str) -> str:
    """Without line ends and doubled blanks, as a box of one paragraph has it."""
    return " ".join(text.split())


class AnnotationForm(CardBody):
    """Shows one annotation. An edit is told once it is done, as `{name: value}`; nothing typed is lost meanwhile."""

    annotation_edited = Signal(int, object)
    task_edited = Signal(int, object)
    figures_edited = Signal(int, object)
    confirmed = Signal(int, object)  # names of values that were looked over
    repair_requested = Signal(int)
    reports_requested = Signal(int)  # those that used the annotation
    back_requested = Signal()

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        super().__init__()
        self._annotation: Annotation | None = None
        self._article: Article | None = None
        self._text = ""
        self._known: dict[str, str] = {}  # what each box showed last, or has told
        self.count_uses: Callable[[int], int] = lambda _: 0  # how many reports used an annotation
        self._labels: dict[str, QLabel] = {}
        self._inputs: dict[str, Input] = {}
        self._build(vocabularies)

    def _build(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._chips = FigureChips(self, after=self._quote)
        self._chips.edited.connect(self._tell_figures)
        self._lost = LostNote(self)
        self._lost.repair.clicked.connect(self._ask_repair)
        self.column.insertWidget(0, self._lost)
        self.column.addWidget(self._chips)
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(FIELDS):
            label, box = self._make(field, vocabularies)
            wide = field.name == "statement"
            top = Qt.AlignmentFlag.AlignTop if field.long else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, 2 * row, 0, 1, 2 if wide else 1, top)
            grid.addWidget(box, 2 * row + wide, 0 if wide else 1, 1, 2 if wide else 1)
        self._warning = plain_label(self, "warn")
        self._write = button(self.tr("Viết lại cho báo cáo…  F4"), "link")
        self._write.clicked.connect(self.focus_statement)
        self._add = button(self.tr("Thêm số liệu"), "link")
        self._add.clicked.connect(self._chips.start_new)
        self.column.addLayout(grid)
        self.column.addWidget(self._warning)
        self._uses = button("", "link")
        self._uses.clicked.connect(self._ask_reports)
        self.add_links(self._write, self._add)
        self.add_links(self._uses)

    def _make(
        self, field: FormField, vocabularies: Mapping[str, Vocabulary]
    ) -> tuple[QLabel, Input]:
        label = QLabel(self.tr(field.label), self)
        label.setProperty("role", "meta")
        label.setContentsMargins(0, 5 if field.long else 0, 0, 0)
        box = self._make_box(field)
        if isinstance(box, LineInput) and field.from_text:
            box.add_check()
        if isinstance(box, LineInput) and field.completion:
            adds = self.tr("Thêm lĩnh vực “{name}”") if field.name == "field" else ""
            box.offer(vocabularies[field.completion], field.many, adds)
            if adds:
                box.add_arrow(self.tr("Chọn lĩnh vực"))
        box.setAccessibleName(self.tr(field.label))
        box.committed.connect(self._commit)
        box.confirmed.connect(self._confirm)
        label.setBuddy(box)
        self._labels[field.name], self._inputs[field.name] = label, box
        return label, box

    def _make_box(self, field: FormField) -> Input:
        choices = tuple(self.tr(choice) for choice in field.choices)
        if choices:
            made = SwitchInput if len(choices) == 2 else ChoiceInput
            return made(field.name, choices, self)
        box = TextInput(field.name, self) if field.long else LineInput(field.name, self)
        box.setPlaceholderText(self.tr(field.placeholder))
        if field.name == "statement":
            box.textChanged.connect(self._check_numbers)
        elif field.name == "deadline_text":
            box.textChanged.connect(self._show_understood)
        return box

    @property
    def annotation(self) -> Annotation | None:
        """What the form shows."""
        return self._annotation

    def show_annotation(self, annotation: Annotation, page: Page) -> None:
        """Show an annotation. When it is the one already shown, a box being typed in keeps its text and its caret."""
        same = self._annotation is not None and self._annotation.id == annotation.id
        self._annotation, self._article, self._text = annotation, page.article, page.text
        self.show_quote(annotation.quote)
        self._chips.show_figures(annotation.figures, same=same)
        self._add.setVisible(not annotation.figures)
        self._lost.setVisible(annotation.lost)
        self._show_uses(annotation.id)
        mine = fields_of(annotation.kind)
        for field in FIELDS:
            if field.name != "statement":  # shown below: hiding it here would take its focus away
                for widget in (self._labels[field.name], self._inputs[field.name]):
                    if widget.isHidden() == (field in mine):
                        widget.setVisible(field in mine)
        for field in mine:
            self._show_value(field, shown(field, annotation), keep_typing=same)
        self._show_statement(bool(annotation.statement) or (same and self._writing()))

    def _show_uses(self, annotation_id: int) -> None:
        count = self.count_uses(annotation_id)
        self._uses.setText(self.tr("Đã dùng trong {count} báo cáo…").format(count=number(count)))
        self._uses.setAccessibleName(self._uses.text())
        self._uses.setVisible(count > 0)

    @Slot()
    def _ask_reports(self) -> None:
        if self._annotation is not None:
            self.reports_requested.emit(self._annotation.id)

    def _show_value(self, field: FormField, stored: str, *, keep_typing: bool) -> None:
        box = self._inputs[field.name]
        typing = keep_typing and box.hasFocus() and box.value() != self._known.get(field.name)
        self._known[field.name] = stored
        if not typing and box.value() != stored:
            box.show_value(stored)
        self._show_notes(field)

    def _show_notes(self, field: FormField) -> None:
        assert self._annotation is not None
        box = self._inputs[field.name]
        stored = box.value() == self._known[field.name]
        inferred = stored and is_inferred(field, self._annotation, self._text)
        day = ""
        if field.name == "deadline_text":
            day = self._show_day(box.value(), inferred=inferred)
        else:
            box.set_notes(inferred, "", False)
        note = self.tr("Chương trình suy ra, cần kiểm tra") if inferred else day
        box.setToolTip(
            note if inferred else "\n".join(filter(None, (self._known[field.name], day)))
        )
        box.setAccessibleDescription(note)

    @Slot()
    def _show_understood(self) -> None:
        """While a deadline is typed, the day it is understood as."""
        box = self._inputs["deadline_text"]
        box.setAccessibleDescription(self._show_day(box.value(), inferred=False))

    def _show_day(self, words: str, *, inferred: bool) -> str:
        """Show the day that the words of a deadline mean; gives it as a sentence."""
        annotation, article = self._annotation, self._article
        if annotation is None or article is None or annotation.task is None:
            return ""
        day = day_of(words, annotation.task, article.year)
        hint = beside(words, day)
        late = is_overdue(replace(annotation.task, deadline_on=day), date.today())
        self._inputs["deadline_text"].set_notes(inferred, hint, late)
        return self.tr("Hiểu là ngày {day}").format(day=f"{day:%d/%m/%Y}") if day else hint

    def _writing(self) -> bool:
        box = self._inputs["statement"]
        return not box.isHidden() and box.hasFocus()

    def _show_statement(self, shows: bool) -> None:
        self._labels["statement"].setVisible(shows)
        self._inputs["statement"].setVisible(shows)
        self._write.setVisible(not shows)
        self._check_numbers()

    @Slot()
    def _check_numbers(self) -> None:
        annotation, article = self._annotation, self._article
        if annotation is None or article is None:
            return
        years = [year for year in (article.review_year, article.plan_year) if year]
        box = self._inputs["statement"]
        found = foreign_number(box.value(), annotation.quote, years)
        self._warning.setVisible(found is not None and not box.isHidden())
        if found and found[1]:
            text = self.tr("Số {number} không có trong trích dẫn (gốc: {source}).")
            self._warning.setText(text.format(number=found[0], source=found[1]))
        elif found:
            self._warning.setText(
                self.tr("Số {number} không có trong trích dẫn.").format(number=found[0])
            )

    @Slot(str)
    def _commit(self, name: str) -> None:
        annotation, text = self._annotation, self._inputs[name].value()
        if annotation is None:
            return
        if name == "statement" and text == one_line(annotation.quote):
            text = self._without_wording()
        if text == self._known.get(name):
            return
        self._known[name] = text
        field = BY_NAME[name]
        year = self._article.year if self._article else None
        told = self.task_edited if field.of_task else self.annotation_edited
        told.emit(annotation.id, edited(field, text, year))

    def _without_wording(self) -> str:
        """The quotation itself is no wording of its own: its box goes as soon as it is left. Gives what is stored."""
        box = self._inputs["statement"]
        if not box.hasFocus():
            box.show_value("")
            self._show_statement(False)
        return ""

    @Slot(str)
    def _confirm(self, name: str) -> None:
        if self._annotation is not None:
            self.confirmed.emit(self._annotation.id, (name,))

    @Slot(object)
    def _tell_figures(self, figures: tuple[Figure, ...]) -> None:
        if self._annotation is not None:
            self.figures_edited.emit(self._annotation.id, figures)

    @Slot()
    def _ask_repair(self) -> None:
        if self._annotation is not None:
            self.repair_requested.emit(self._annotation.id)

    def flush(self) -> None:
        """Tell what is typed but not told yet."""
        self._chips.flush()
        if self._annotation is not None:
            for field in fields_of(self._annotation.kind):
                self._commit(field.name)

    def forget(self) -> None:
        """The annotation is gone: what was typed for it has no place any more."""
        self._annotation = None

    def focus_first(self) -> None:
        """Put the caret into the first box (F2)."""
        self._inputs["field"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def focus_statement(self) -> None:
        """Put the caret into the report wording (F4)."""
        self._show_statement(True)
        box = self._inputs["statement"]
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(box, TextInput) and not box.isReadOnly():
            self._begin_wording(box)

    def _begin_wording(self, box: TextInput) -> None:
        """A wording begins as the quotation: typing replaces it, an arrow key lets it be changed."""
        assert self._annotation is not None
        if box.value():
            box.moveCursor(QTextCursor.MoveOperation.End)
        else:
            box.show_value(one_line(self._annotation.quote))
            box.selectAll()

    def sight_of(self, focused: QWidget) -> QRect:
        """The report wording together with what is said of its numbers; a box of a figure with its whole form."""
        box = super().sight_of(focused)
        if self._chips.isAncestorOf(focused):
            return self._chips.geometry()
        warns = focused is self._inputs["statement"] and not self._warning.isHidden()
        return box | self._warning.geometry() if warns else box

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._chips.set_look(look)
        self._lost.set_look(look)
        for label in self._labels.values():
            label.setFont(look.small)
        for box in self._inputs.values():
            box.setFont(look.text)
        self._warning.setFont(look.small)
        for link in (self._write, self._add):
            link.setFont(look.small)

    def set_read_only(self, read_only: bool) -> None:
        """Let the boxes be read but not changed (a dossier opened read-only)."""
        self._chips.set_read_only(read_only)
        self._lost.repair.setEnabled(not read_only)
        for box in self._inputs.values():
            if isinstance(box, ChoiceInput | SwitchInput):
                box.setEnabled(not read_only)
            else:
                box.setReadOnly(read_only)
        for link in (self._write, self._add):
            link.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next box, Esc back to the text; no other key of a box reaches the list of cards."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.back_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_F4:
            self.focus_statement()
        event.accept()
