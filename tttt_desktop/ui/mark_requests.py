"""What reader and cards ask for: each request becomes one use case of the open dossier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from tttt_desktop.domain.records import Figure, Kind, Span
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.annotations.panel import CardsPanel
from tttt_desktop.ui.editor.pane import ReaderPane
from tttt_desktop.ui.open_dossier import OpenDossier


class MarkRequests(QObject):
    """Does what is asked for; what it changed is told by the dossier. `merged` names the mark that two became."""

    merged = Signal(int)

    def __init__(self, reader: ReaderPane, cards: CardsPanel, parent: QObject) -> None:
        super().__init__(parent)
        self.held: OpenDossier | None = None
        self._connect_reader(reader)
        self._connect_cards(cards)
        for pane in (reader, cards):
            pane.accept_requested.connect(self._accept)
            pane.decline_requested.connect(self._decline)
            pane.remove_requested.connect(self._remove)
            pane.change_kind_requested.connect(self._change_kind)

    def _connect_reader(self, reader: ReaderPane) -> None:
        reader.annotate_requested.connect(self._annotate)
        reader.move_requested.connect(self._move)
        reader.cause_requested.connect(self._set_cause)
        reader.restore_aside_requested.connect(self._restore_aside)

    def _connect_cards(self, cards: CardsPanel) -> None:
        cards.annotation_edited.connect(self._edit_annotation)
        cards.task_edited.connect(self._edit_task)
        cards.figures_edited.connect(self._set_figures)
        cards.confirmed.connect(self._confirm)
        cards.split_requested.connect(self.split)
        cards.merge_requested.connect(self.merge)

    def do(self, action: Callable[[Dossier], object]) -> None:
        """One use case; a refusal is told by the dossier."""
        if self.held is not None:
            self.held.run(action)

    @Slot(int, object, object)
    def _annotate(self, article_id: int, span: Span, kind: Kind) -> None:
        self.do(lambda d: review.annotate(d, article_id, span, kind))

    @Slot(int, object, object)
    def _accept(self, suggestion_id: int, kind: Kind | None, span: Span | None = None) -> None:
        self.do(lambda d: review.accept(d, suggestion_id, kind, span))

    @Slot(int)
    def _decline(self, suggestion_id: int) -> None:
        self.do(lambda d: review.decline(d, suggestion_id))

    @Slot(int)
    def _remove(self, annotation_id: int) -> None:
        self.do(lambda d: review.remove_annotation(d, annotation_id))

    @Slot(int, object)
    def _change_kind(self, annotation_id: int, kind: Kind) -> None:
        self.do(lambda d: review.change_kind(d, annotation_id, kind))

    @Slot(int, object)
    def _move(self, annotation_id: int, span: Span) -> None:
        self.do(lambda d: review.move(d, annotation_id, span))

    @Slot(int)
    def split(self, annotation_id: int) -> None:
        """Cut a mark at its semicolons."""
        self.do(lambda d: review.split(d, annotation_id))

    @Slot(int, object)
    def _set_cause(self, annotation_id: int, span: Span) -> None:
        self.do(lambda d: review.set_cause(d, annotation_id, span))

    @Slot(int)
    def _restore_aside(self, aside_id: int) -> None:
        self.do(lambda d: review.restore_aside(d, aside_id))

    @Slot(int, object)
    def _edit_annotation(self, annotation_id: int, values: dict[str, object]) -> None:
        self.do(lambda d: review.edit_annotation(d, annotation_id, **values))

    @Slot(int, object)
    def _edit_task(self, annotation_id: int, values: dict[str, object]) -> None:
        self.do(lambda d: review.edit_task(d, annotation_id, **values))

    @Slot(int, object)
    def _set_figures(self, annotation_id: int, figures: tuple[Figure, ...]) -> None:
        self.do(lambda d: review.set_figures(d, annotation_id, figures))

    @Slot(int, object)
    def _confirm(self, annotation_id: int, names: tuple[str, ...]) -> None:
        self.do(lambda d: review.confirm(d, annotation_id, names))

    @Slot(int)
    def merge(self, annotation_id: int) -> None:
        """Make one mark of this one and the one before it."""
        held = self.held
        merged = held.run(lambda d: review.merge(d, annotation_id)) if held is not None else None
        if merged is not None:
            self.merged.emit(merged)
