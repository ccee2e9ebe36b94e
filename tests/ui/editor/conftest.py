"""One small article, and a desk that answers the reader's requests as the window does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import (
    Annotation,
    Article,
    Aside,
    Kind,
    Page,
    Proposal,
    Span,
    Suggestion,
    SuggestionState,
)
from tttt_desktop.ui.editor.pane import ReaderPane

TEXT = """Tổng kết công tác năm 2022
10:47 06/01/2023
Năm qua, Sở hoàn thành 12 chỉ tiêu; doanh thu đạt 742,67 tỷ đồng. Hội nghị khen thưởng ba tập thể.
Tuy nhiên, một số xã chưa có mạng; nhân lực còn thiếu. Kinh phí năm 2022 rất hạn hẹp.
Đồng chí Phó Chủ tịch yêu cầu Sở hoàn thành đề án; phủ sóng 100% thôn bản. Các đơn vị tự báo cáo.
Lê Thị Mẫu"""


@pytest.fixture
def text() -> str:
    """The body: title, date line, three paragraphs, byline."""
    return TEXT


@pytest.fixture
def span_of() -> Callable[[str], Span]:
    """Where some words stand in the body."""

    def find(words: str) -> Span:
        start = TEXT.index(words)
        return Span(start, start + len(words))

    return find


@pytest.fixture
def page(span_of: Callable[[str], Span]) -> Page:
    """Two marks and three open suggestions."""

    def mark(number: int, words: str, kind: Kind) -> Annotation:
        return Annotation(number, 1, kind, span_of(words), words)

    def suggestion(number: int, words: str, kind: Kind) -> Suggestion:
        return Suggestion(
            number, 1, SuggestionState.OPEN, Proposal(span_of(words), kind, 0.9, "rule", "")
        )

    article = Article(
        1,
        "bài.txt",
        "Tổng kết công tác năm 2022",
        outlet="Báo Mẫu",
        byline="Lê Thị Mẫu",
        published_on=date(2023, 1, 6),
        province="Quảng Trị",
    )
    return Page(
        article,
        1,
        TEXT,
        (
            mark(1, "doanh thu đạt 742,67 tỷ đồng.", Kind.ACHIEVEMENT),
            mark(2, "một số xã chưa có mạng", Kind.SHORTCOMING),
        ),
        (
            suggestion(11, "Sở hoàn thành 12 chỉ tiêu", Kind.ACHIEVEMENT),
            suggestion(12, "nhân lực còn thiếu.", Kind.SHORTCOMING),
            suggestion(13, "phủ sóng 100% thôn bản.", Kind.TASK),
        ),
        (Aside(7, 1, 0, "336 lượt xem", "Lượt xem"), Aside(8, 1, 0, "Trang chủ > Tin", "Menu")),
    )


class Desk:
    """A dossier of one article in memory. `said` lists every request, in order."""

    def __init__(self, reader: ReaderPane, page: Page) -> None:
        self.reader, self.page = reader, page
        self.said: list[tuple[Any, ...]] = []
        self.refuses = False
        self._next_id = 100
        reader.annotate_requested.connect(self._annotate)
        reader.accept_requested.connect(self._accept)
        reader.decline_requested.connect(self._decline)
        reader.remove_requested.connect(self._remove)
        reader.change_kind_requested.connect(self._change_kind)
        reader.move_requested.connect(self._move)
        reader.cause_requested.connect(self._set_cause)
        for name in ("next_article", "edit", "statement", "split", "restore_aside"):
            getattr(reader, f"{name}_requested").connect(self._note(name))
        reader.current_changed.connect(self._note("current"))

    def _note(self, name: str) -> Callable[..., None]:
        return lambda *values: self.said.append((name, *values))

    def requests(self) -> list[tuple[Any, ...]]:
        """Everything that was asked for, without the news of where the cursor is."""
        return [said for said in self.said if said[0] != "current"]

    def show(self, page: Page) -> None:
        """Answer with another state of the article."""
        self.page = page
        self.reader.show_page(page, keep_place=True)

    def _answer(self, *said: Any, **values: Any) -> None:
        self.said.append(said)
        if not self.refuses:
            self.show(replace(self.page, **values))

    def _with_annotation(self, span: Span, kind: Kind) -> tuple[Annotation, ...]:
        self._next_id += 1
        new = Annotation(self._next_id, 1, kind, span, span.of(self.page.text))
        return tuple(sorted((*self.page.annotations, new), key=lambda mark: mark.span))

    def _without(self, suggestion_id: int) -> tuple[Suggestion, ...]:
        return tuple(s for s in self.page.suggestions if s.id != suggestion_id)

    def _changed(self, annotation_id: int, **values: Any) -> tuple[Annotation, ...]:
        return tuple(
            replace(mark, **values) if mark.id == annotation_id else mark
            for mark in self.page.annotations
        )

    def _annotate(self, article_id: int, span: Span, kind: Kind) -> None:
        self._answer(
            "annotate", article_id, span, kind, annotations=self._with_annotation(span, kind)
        )

    def _accept(self, suggestion_id: int, kind: Kind | None, span: Span | None) -> None:
        found = next(s for s in self.page.suggestions if s.id == suggestion_id).proposal
        self._answer(
            "accept",
            suggestion_id,
            kind,
            span,
            annotations=self._with_annotation(span or found.span, kind or found.kind),
            suggestions=self._without(suggestion_id),
        )

    def _decline(self, suggestion_id: int) -> None:
        self._answer("decline", suggestion_id, suggestions=self._without(suggestion_id))

    def _remove(self, annotation_id: int) -> None:
        left = tuple(mark for mark in self.page.annotations if mark.id != annotation_id)
        self._answer("remove", annotation_id, annotations=left)

    def _change_kind(self, annotation_id: int, kind: Kind) -> None:
        self._answer(
            "kind", annotation_id, kind, annotations=self._changed(annotation_id, kind=kind)
        )

    def _move(self, annotation_id: int, span: Span) -> None:
        moved = self._changed(annotation_id, span=span, lost=False)
        self._answer("move", annotation_id, span, annotations=moved)

    def _set_cause(self, annotation_id: int, span: Span) -> None:
        self._answer(
            "cause", annotation_id, span, annotations=self._changed(annotation_id, cause_span=span)
        )


@pytest.fixture
def desk(qtbot: QtBot, page: Page) -> Desk:
    """The reader on the screen with the small article, keyboard in the text, and what answers it."""
    reader = ReaderPane()
    qtbot.addWidget(reader)
    made = Desk(reader, page)
    reader.resize(700, 690)
    reader.show_page(page)
    with qtbot.waitExposed(reader):
        reader.show()
    reader.focus_text()
    return made
