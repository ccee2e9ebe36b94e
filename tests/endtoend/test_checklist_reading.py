"""A3 to A6 and A8 to A11 in a real window: deciding by keys and by mouse, text and cards in step."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes, Node
from shot import rgb

from tttt_desktop.domain.records import Annotation, Kind, Page
from tttt_desktop.domain.text import clauses, sentences
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

FILLS = {
    Kind.ACHIEVEMENT: rgb("#DDF3E4"),
    Kind.SHORTCOMING: rgb("#FDE8CF"),
    Kind.TASK: rgb("#EAE4FB"),
}


def stored(path: Path) -> dict[int, Page]:
    """Every article of the dossier as it is on the disk now."""
    with Dossier.open(path, read_only=True) as dossier:
        return {one: dossier.page(one) for one in dossier.article_ids()}


def marks(path: Path) -> list[Annotation]:
    """Every mark that is on the disk now."""
    return [mark for page in stored(path).values() for mark in page.annotations]


class Desk:
    """The window with the article that opens first, and what is stored of it."""

    def __init__(self, program: Any, eyes: Eyes, path: Path) -> None:
        self.program, self.eyes, self._path = program, eyes, path
        title = eyes.one("Nội dung bài viết").text or ""
        (self.id,) = [
            one for one, page in stored(path).items() if page.text.startswith(title[:200])
        ]

    @property
    def page(self) -> Page:
        """The open article as it is stored."""
        return stored(self._path)[self.id]

    @property
    def sheet(self) -> Node:
        """The text on the screen."""
        return self.eyes.one("Nội dung bài viết")

    def cards(self) -> list[Node]:
        """The cards that show."""
        panel = self.eyes.one("Thẻ đánh dấu")
        return [n for n in self.eyes.walk() if n.parent == panel.index and n.role == "list item"]

    def middle_of(self, start: int, stop: int) -> tuple[int, int]:
        """Where on the screen the middle of a stretch of one line of the text is."""
        x, y, width, height = self.eyes.place_of(self.sheet, start, stop)
        return x + width // 2, y + height // 2

    def shows(self, start: int) -> bool:
        """Whether a letter of the text is on the screen."""
        sheet = self.sheet
        x, y, _, height = self.eyes.place_of(sheet, start, start + 1)
        left, top, width, depth = sheet.place or (0, 0, 0, 0)
        return left <= x < left + width and top <= y and y + height <= top + depth

    def ground_at(self, start: int) -> set[tuple[int, int, int]]:
        """The colours behind and in the first letters from there."""
        x, y, width, height = self.eyes.place_of(self.sheet, start, start + 8)
        return set(self.program.screen.shot().colours(x, y, width, height))


@pytest.fixture
def desk(start: Callable[..., Any], eyes: Eyes, sample: Path) -> Desk:
    return Desk(start(str(sample)), eyes, sample)


def test_enter_accepts_and_the_next_suggestion_is_current_and_on_screen(
    desk: Desk, sample: Path
) -> None:
    """A3."""
    first, second = desk.page.suggestions[:2]
    desk.eyes.announced()
    desk.program.press("Return")
    (mark,) = marks(sample)
    assert (mark.kind, mark.span) == (first.proposal.kind, first.proposal.span)
    assert FILLS[mark.kind] in desk.ground_at(mark.span.start)
    (said,) = desk.eyes.announced()
    assert said.startswith(f"Gợi ý 2 trên {len(desk.page.suggestions) + 1}, ")
    quote = second.proposal.span.of(desk.page.text)
    assert quote in said
    assert desk.shows(second.proposal.span.start)
    assert desk.eyes.all("1 ")  # the count above the cards
    assert desk.eyes.one("1 kết quả · 0 tồn tại · 0 nhiệm vụ")
    assert desk.eyes.one("Gợi ý 2/")


def test_delete_declines_and_undo_names_and_returns_each_act(desk: Desk, sample: Path) -> None:
    """A4, A5."""
    before = desk.page
    desk.program.press("Return", "Delete")
    assert len(marks(sample)) == 1
    assert len(desk.page.suggestions) == len(before.suggestions) - 2
    desk.program.press("alt+s")
    assert desk.eyes.one("Hoàn tác «Bỏ gợi ý")
    desk.program.press("Escape", "ctrl+z")
    assert len(desk.page.suggestions) == len(before.suggestions) - 1
    desk.program.press("alt+s")
    assert desk.eyes.one("Hoàn tác «Nhận gợi ý")
    desk.program.press("Escape", "ctrl+z")
    assert (desk.page.annotations, desk.page.suggestions) == ((), before.suggestions)


def test_three_marks_exactly_the_sentence_under_the_cursor(desk: Desk) -> None:
    """A6: from the heading down to plain text, then 3."""
    desk.program.press("ctrl+Home", "Down", "Down")
    page = desk.page
    desk.program.press("3")
    (mark,) = desk.page.annotations
    assert mark.kind is Kind.TASK
    assert mark.span in set(sentences(page.text))
    assert mark.quote == mark.span.of(page.text)
    assert mark.quote.strip().rstrip(";") == mark.quote
    assert FILLS[Kind.TASK] in desk.ground_at(mark.span.start)


def test_backspace_and_letters_change_nothing_in_the_text(desk: Desk) -> None:
    """A8, and what Unikey sends: Backspace, then a letter."""
    before, picture = desk.page, desk.program.screen.shot()
    desk.program.press("BackSpace")
    assert desk.program.screen.shot().raw == picture.raw
    for letter in "awsfrxjdez":
        desk.program.screen.hands("key", letter, "BackSpace", "BackSpace", letter)
    desk.program.screen.settle()
    assert desk.page == before


def plain_clause(page: Page) -> tuple[int, int]:
    """A clause near the beginning that bears no suggestion."""
    busy = [one.proposal.span for one in page.suggestions]
    body = page.text.index("\n", page.text.index("\n") + 1) + 1
    span = next(
        one
        for sentence in sentences(page.text)
        for one in clauses(page.text, sentence)
        if one.start >= body and not any(one.overlaps(other) for other in busy)
    )
    return span.start, span.stop


def test_two_clicks_mark_a_sentence(desk: Desk) -> None:
    """A9: click it, click the sign in the bubble."""
    desk.program.press("ctrl+Home")
    start_, stop = plain_clause(desk.page)
    desk.program.click(*desk.middle_of(start_ + 2, start_ + 8))
    bubble = desk.eyes.one("Tồn tại (2)", "push button")
    desk.program.click(*bubble.middle)
    (mark,) = desk.page.annotations
    assert mark.kind is Kind.SHORTCOMING
    assert mark.span.start <= start_
    assert mark.span.stop >= stop


def test_ends_move_by_keys_and_the_card_follows(desk: Desk) -> None:
    """A10, by keys: a syllable off at each end, and one back."""
    desk.program.press("Return", "Up")
    (mark,) = desk.page.annotations
    desk.program.press("shift+Left")
    (shorter,) = desk.page.annotations
    assert shorter.span.start == mark.span.start
    assert mark.quote.startswith(shorter.quote)
    lost = mark.quote[len(shorter.quote) :].strip()
    assert lost
    assert " " not in lost
    assert shorter.quote in " ".join(card.name for card in desk.cards())
    assert mark.quote not in " ".join(card.name for card in desk.cards())
    desk.program.press("shift+Right")
    assert [one.quote for one in desk.page.annotations] == [mark.quote]
    desk.program.press("ctrl+Right")
    (later,) = desk.page.annotations
    assert later.span.start > mark.span.start
    assert mark.quote.endswith(later.quote)


def test_a_handle_is_dragged_to_another_syllable(desk: Desk) -> None:
    """A10, by mouse."""
    desk.program.press("Return", "Up")
    (mark,) = desk.page.annotations
    x, y, width, height = desk.eyes.place_of(desk.sheet, mark.span.stop - 1, mark.span.stop)
    words = mark.quote.split(" ")
    target = mark.span.start + len(" ".join(words[:-2]))
    there = desk.eyes.place_of(desk.sheet, target - 1, target)
    desk.program.drag((x + width, y + height + 3), (there[0] + there[2], there[1] + there[3] // 2))
    (moved,) = desk.page.annotations
    assert moved.span.start == mark.span.start
    assert moved.quote == " ".join(words[:-2]).rstrip(".;,")


def test_card_and_text_lead_to_each_other_and_one_card_is_open(desk: Desk) -> None:
    """A11."""
    desk.program.press("Return", "Return", "Return")
    first, second, third = desk.page.annotations
    card = next(one for one in desk.cards() if first.quote[:40] in one.name)
    desk.program.click(*card.middle)
    chosen = [one for one in desk.cards() if "selected" in one.states]
    assert [first.quote[:40] in one.name for one in chosen] == [True]
    assert desk.shows(first.span.start)
    desk.program.click(*desk.middle_of(third.span.start + 1, third.span.start + 6))
    chosen = [one for one in desk.cards() if "selected" in one.states]
    assert [third.quote[:40] in one.name for one in chosen] == [True]
    assert second.quote != third.quote
