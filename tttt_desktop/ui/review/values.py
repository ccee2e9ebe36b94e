"""What is known about an article that is being imported: each value with where it was found and how sure it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.records import Found, ParsedArticle
from tttt_desktop.ui.annotations.completion import Vocabulary
from tttt_desktop.ui.annotations.inputs import LineInput
from tttt_desktop.ui.dialogs.article import FORM, Entry, read, shown
from tttt_desktop.ui.review.cells import provinces
from tttt_desktop.ui.widgets import ElidedLabel, caption, set_look

ENTRIES = tuple(entry for entry in FORM if entry.attribute != "note")
SURE = 0.8  # below it a value is marked as unsure
_LINE_PADDING = 12  # of a button in the role of a link


class ValuesPanel(QScrollArea):
    """One line a value: its name, a field, where it was found. `written` carries what the person typed.

    `shown_in_text` asks to highlight the words a value was read from (None: they are not in the text).
    """

    written = Signal(str, str)  # attribute, text
    shown_in_text = Signal(object)  # Found

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._article: ParsedArticle | None = None
        self._fields: dict[str, ValueField] = {}
        self._wheres: dict[str, Where] = {}
        self._officials: list[QPushButton] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Thông tin bài viết"))

    @Slot()
    def prepare(self) -> None:
        """Make the fields, before the first article needs them: while the window opens, it would be held by them."""
        if not self._fields:
            self._build()

    def _build(self) -> None:
        inside = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        choices = Vocabulary(self)
        choices.set_source(provinces)
        for row, entry in enumerate(ENTRIES):
            field, where = ValueField(entry, inside), Where()
            field.committed.connect(self._commit)
            field.entered.connect(self._entered)
            if entry.attribute == "province":
                field.offer(choices, many=False)
            grid.addWidget(caption(self.tr(entry.label)), row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(where, row, 2)
            self._fields[entry.attribute], self._wheres[entry.attribute] = field, where
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        self._people_caption = caption(self.tr("Lãnh đạo dự"))
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 2, 8, 4)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self._people_caption)
        column.addLayout(self._people)
        column.addStretch(1)
        self.setWidget(inside)

    def show_article(self, article: ParsedArticle | None) -> None:
        """Show the values of an article; what someone is typing stays."""
        self._article = article
        if article is not None:
            self.prepare()
        if inside := self.widget():
            inside.setEnabled(article is not None)
        found = {one.key: one for one in article.found} if article is not None else {}
        for name, field in self._fields.items():
            value = getattr(article, name) if article is not None else None
            one = found.get(name) if value else None
            unsure = one is not None and one.sure < SURE
            field.show_value(shown(value))
            field.setPlaceholderText(self.tr("Chưa nêu trong bài") if article is not None else "")
            field.set_notes(unsure, "", warns=False)
            self._wheres[name].show_found(one, _time(article) if name == "published_on" else "")
        if self._fields:
            self._show_people(article)

    def _show_people(self, article: ParsedArticle | None) -> None:
        for old in self._officials:
            self._people.removeWidget(old)
            old.deleteLater()
        self._officials = []
        people = article.officials if article is not None else ()
        spots = [one for one in article.found if one.key == "officials"] if article else []
        for number, official in enumerate(people):
            spot = spots[min(number, len(spots) - 1)] if spots else None
            text = f"{official.name}, {official.post}" if official.post else official.name
            line = OfficialLine(text, spot)
            line.chosen.connect(self.shown_in_text)
            self._officials.append(line)
            self._people.addWidget(line)
        self._people_caption.setVisible(bool(people))

    def first_field(self) -> QWidget:
        """Where the keyboard comes in."""
        return self._fields.get(ENTRIES[0].attribute, self)

    def found_of(self, name: str) -> Found | None:
        """Where a value was found."""
        found = self._article.found if self._article is not None else ()
        return next((one for one in found if one.key == name), None)

    @Slot(str)
    def _commit(self, name: str) -> None:
        if self._article is None:
            return
        field, before = self._fields[name], shown(getattr(self._article, name))
        if field.value() == before:
            return
        try:
            read(field.entry, field.value())
        except ValueError as problem:
            field.show_value(before)
            self._wheres[name].warn(str(problem).partition(": ")[2])
        else:
            self.written.emit(name, field.value())

    @Slot(str)
    def _entered(self, name: str) -> None:
        self.ensureWidgetVisible(self._fields[name], 0, 8)
        self.shown_in_text.emit(self.found_of(name))


def _time(article: ParsedArticle | None) -> str:
    return article.published_time if article is not None else ""


class ValueField(LineInput):
    """A field that tells when the person comes to it, and gives its old value back on Esc."""

    entered = Signal(str)

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        super().__init__(entry.attribute, parent)
        self.entry = entry
        self._before = ""
        self.setAccessibleName(entry.label)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.installEventFilter(self)

    def show_value(self, text: str) -> None:
        self._before = text
        super().show_value(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.objectName())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text() != self._before:
            self.setText(self._before)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit(self.objectName())  # and nothing is imported by it
        else:
            super().keyPressEvent(event)


class Where(ElidedLabel):
    """Where a value was found, in grey; an unsure one in amber with the word for it."""

    def __init__(self) -> None:
        super().__init__(px=12)
        self.setMinimumWidth(0)
        self.show_found(None)

    def show_found(self, found: Found | None, more: str = "") -> None:
        """Tell the place, or nothing."""
        unsure = found is not None and found.sure < SURE
        said = [self.tr("Chưa chắc")] if unsure else []
        said += [found.where] if found is not None and found.where else []
        self._say(" · ".join([*said, more] if more else said), "warn" if unsure else "meta")

    def warn(self, text: str) -> None:
        """Tell what is wrong with what was typed."""
        self._say(text, "warn")

    def _say(self, text: str, role: str) -> None:
        self.setText(text)
        set_look(self, "role", role)


class OfficialLine(QPushButton):
    """A leader with the post; a press shows the words in the text."""

    chosen = Signal(object)  # Found

    def __init__(self, text: str, found: Found | None) -> None:
        super().__init__()
        self._found = found
        self._said = text
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.clicked.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - _LINE_PADDING
        text = self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self._found)
