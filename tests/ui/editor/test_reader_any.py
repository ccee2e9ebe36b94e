"""Whatever is pressed on whatever article: the cursor stays on words, and only sensible passages are asked for."""

from dataclasses import replace

from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from tttt_desktop.domain.records import (
    Annotation,
    Kind,
    Page,
    Proposal,
    Span,
    Suggestion,
    SuggestionState,
)
from tttt_desktop.domain.text import normalise
from tttt_desktop.ui.editor.keys import Act

PARTS = [
    "Sở đạt 742,67 tỷ; ",
    "tăng 6,4 %. ",
    "\n",
    "😀 Ữ ",
    "“Tốt.” ",
    "1. Làm ngay;",
    " ",
    "…",
    "a",
    "- Giao xã: ",
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=14).map("".join).map(normalise)
STEPS = st.lists(st.sampled_from([*Act, "click", "drag", "undo"]), max_size=14)


@st.composite
def _marks(draw: st.DrawFn, text: str) -> tuple[list[Annotation], list[Suggestion]]:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [Span(*place) for place in draw(st.lists(places, max_size=6)) if place[0] < place[1]]
    annotations, suggestions = [], []
    for number, span in enumerate(sorted(spans), start=1):
        kind = draw(st.sampled_from(Kind))
        if draw(st.booleans()):
            annotations.append(Annotation(number, 1, kind, span, span.of(text)))
        else:
            proposal = Proposal(span, kind, 0.5, "", "")
            suggestions.append(Suggestion(number, 1, SuggestionState.OPEN, proposal))
    return annotations, suggestions


def _pages(empty: Page) -> st.SearchStrategy[Page]:
    return TEXTS.flatmap(
        lambda text: _marks(text).map(
            lambda marks: replace(
                empty, text=text, annotations=tuple(marks[0]), suggestions=tuple(marks[1])
            )
        )
    )


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_steps(desk, page: Page, data: st.DataObject) -> None:
    shown = data.draw(_pages(page))
    desk.page = shown
    desk.said.clear()
    desk.reader.show_page(shown)
    view = desk.reader.focusProxy()
    for step in data.draw(STEPS):
        before = desk.page
        if isinstance(step, Act):
            if step not in (Act.PAGE_DOWN, Act.PAGE_UP):
                desk.reader.perform(step)
        elif step == "undo":
            desk.show(shown)
        else:
            point = QPointF(data.draw(st.integers(40, 600)), data.draw(st.integers(0, 300)))
            offset = view.offset_at(point, between=step == "drag")
            if offset is not None:
                (view.clicked if step == "click" else view.selected).emit(
                    *((offset,) if step == "click" else (0, offset))
                )
        assert len(desk.page.text) == len(before.text)
    desk.reader.grab()
    for said in desk.requests():
        for span in (value for value in said if isinstance(value, Span)):
            assert 0 <= span.start < span.stop <= len(shown.text)
