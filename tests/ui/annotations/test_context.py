"""Where a value counts as said in the article."""

from tttt_desktop.domain.records import Span
from tttt_desktop.ui.annotations.context import context_of, text_above

TEXT = "Ông A dự.\nSở B nêu:\n- Việc một;\n- Việc hai.\nPhòng C họp.\nPhòng D chủ trì."


def span(quote: str) -> Span:
    return Span(TEXT.index(quote), TEXT.index(quote) + len(quote))


def test_an_item_of_a_list_belongs_to_the_line_that_opens_it() -> None:
    assert context_of(TEXT, span("Việc hai")) == "Sở B nêu:\n- Việc một;\n- Việc hai."


def test_else_the_paragraph_before_leads_up_to_a_passage() -> None:
    text = TEXT.replace(":", ".")
    assert context_of(text, span("Phòng D")) == "Phòng C họp.\nPhòng D chủ trì."
    assert context_of(text, span("Ông A")) == "Ông A dự."


def test_whoever_speaks_was_named_anywhere_above() -> None:
    assert text_above(TEXT, span("Việc một")) == "Ông A dự.\nSở B nêu:\n- Việc một;"
