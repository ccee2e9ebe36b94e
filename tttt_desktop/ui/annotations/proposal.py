"""The open card of a suggestion: why it is proposed, what would be filled in, and the three decisions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton

from tttt_desktop.domain.figures import figures_of
from tttt_desktop.domain.records import Annotation, Kind, Page, Suggestion
from tttt_desktop.ui.annotations.body import CardBody, plain_label
from tttt_desktop.ui.annotations.cards import figures_text, sureness
from tttt_desktop.ui.annotations.fields import fields_of, shown
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.parts.flow_layout import FlowLayout
from tttt_desktop.ui.theme import KIND_LABEL

_TOLD_IN_HEAD = ("field", "basis", "status")


class ProposalBody(CardBody):
    """Shows one suggestion; a decision is a request, the suggestion goes when the page is shown anew."""

    accept_requested = Signal(int, object)
    decline_requested = Signal(int)
    why_requested = Signal(int)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._suggestion_id = 0
        self._figures = plain_label(self, "label")
        self._values = plain_label(self, "label")
        self._reason = plain_label(self, "meta")
        self._accept = QPushButton(self.tr("Nhận"), self)
        self._decline = QPushButton(self.tr("Bỏ"), self)
        self._change = QPushButton(self.tr("Đổi loại"), self)
        self._why = QPushButton(self.tr("Vì sao?"), self)
        self._build()

    def _build(self) -> None:
        self._menu = QMenu(self._change)
        for kind in Kind:
            action = self._menu.addAction(self.tr(KIND_LABEL[kind]))
            action.setData(kind.value)
            action.triggered.connect(self._accept_as_chosen)
        self._change.setMenu(self._menu)
        self._accept.setToolTip(self.tr("Nhận gợi ý (Enter)"))
        self._decline.setToolTip(self.tr("Bỏ gợi ý (Delete)"))
        self._change.setToolTip(self.tr("Nhận là loại khác (1, 2, 3 trong bài)"))
        self._why.setToolTip(self.tr("Tô những từ đã dẫn tới gợi ý này trong bài (F7)"))
        self._why.clicked.connect(self._ask_why)
        self._accept.clicked.connect(self._accept_as_proposed)
        self._decline.clicked.connect(self._decline_it)
        buttons = FlowLayout(gap=6)  # in two lines where large letters need them
        buttons.setContentsMargins(0, 4, 0, 0)
        for button in (self._accept, self._decline, self._change, self._why):
            button.setAutoDefault(
                True
            )  # Enter presses it and does not reach the list, which would accept
            buttons.addWidget(button)
        self.column.addWidget(self._figures)
        self.column.addWidget(self._values)
        self.column.addWidget(self._reason)
        self.column.addLayout(buttons)

    def show_suggestion(self, suggestion: Suggestion, page: Page) -> None:
        """Show what the program found and why."""
        found = suggestion.proposal
        self._suggestion_id = suggestion.id
        quote = found.span.of(page.text)
        self.show_quote(quote)
        figures = figures_text(figures_of(quote))  # as they will be kept
        self._figures.setText(self.tr("Số liệu:  {figures}").format(figures=figures))
        self._figures.setVisible(bool(figures))
        values = _values(suggestion)
        self._values.setText(
            "\n".join(f"{self.tr(label)}: {value}" for label, value in values.items())
        )
        self._values.setVisible(bool(values))
        said = self.tr("Vì sao: {reason} ({sure})")
        self._reason.setText(said.format(reason=found.reason, sure=sureness(found.score)))
        self._reason.setVisible(bool(found.reason))
        for action in self._menu.actions():
            action.setVisible(action.data() != found.kind)

    @Slot()
    def _accept_as_proposed(self) -> None:
        self.accept_requested.emit(self._suggestion_id, None)

    @Slot()
    def _accept_as_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.accept_requested.emit(self._suggestion_id, Kind(action.data()))

    @Slot()
    def _ask_why(self) -> None:
        self.why_requested.emit(self._suggestion_id)

    @Slot()
    def _decline_it(self) -> None:
        self.decline_requested.emit(self._suggestion_id)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._figures.setFont(look.small_strong)
        self._values.setFont(look.small)
        self._reason.setFont(look.small)
        for button in (self._accept, self._decline, self._change, self._why):
            button.setFont(look.small)

    def set_read_only(self, read_only: bool) -> None:
        """Let the suggestion be read but not decided."""
        for button in (self._accept, self._decline, self._change):
            button.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


def _values(suggestion: Suggestion) -> dict[str, str]:
    """What accepting would fill in, by the labels of the form."""
    found = suggestion.proposal
    like = Annotation(
        0,
        suggestion.article_id,
        found.kind,
        found.span,
        "",
        field=found.field,
        cause=found.cause,
        task=found.task,
    )
    texts = {f.label: shown(f, like) for f in fields_of(found.kind) if f.name not in _TOLD_IN_HEAD}
    return {label: text for label, text in texts.items() if text}
