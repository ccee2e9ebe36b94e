"""What the rules find in texts, asked of a child process."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Page, ParsedArticle, Proposal
from tttt_desktop.services.worker import packing, wire
from tttt_desktop.services.worker.pool import Pool


@dataclass(frozen=True, slots=True)
class Text:
    """What the rules are given of an article."""

    text: str
    title: str = ""
    review_year: int | None = None
    plan_year: int | None = None


def text_of(article: ParsedArticle) -> Text:
    """The text of an article that is not stored yet."""
    return Text(article.text, article.title, article.review_year, article.plan_year)


def text_of_page(page: Page) -> Text:
    """The text of a stored article."""
    article = page.article
    return Text(page.text, article.title, article.review_year, article.plan_year)


class _TextJob:
    """Asks for the proposals for one text; a text over which the child dies has none."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self.left = 1

    def question(self) -> wire.Question:
        """The text."""
        return wire.Question("suggest", json.dumps(asdict(self._text)).encode("ascii"), {})

    def take(self, answer: wire.Answer) -> list[tuple[Proposal, ...]]:
        """Its proposals."""
        if answer.more:
            raise wire.NoAnswer(*wire.BROKEN)
        proposals = packing.unpack_proposals(wire.unpacked(answer.body), len(self._text.text))
        self.left = 0
        return [proposals]

    def refuse(self, _refusal: FileRefused) -> list[tuple[Proposal, ...]]:
        """None."""
        self.left = 0
        return [()]


def find(
    texts: Sequence[Text],
    *,
    cancelled: Callable[[], bool],
    found: Callable[[int, tuple[Proposal, ...]], None],
) -> None:
    """Look for suggestions in a child process, in any thread; `found(number, proposals)` in the order they come.

    Errors: UserError when the child cannot be started.
    """
    pool = Pool([_TextJob(text) for text in texts])
    try:
        for some in pool.came():
            for came in some:
                for proposals in came.results:
                    found(came.number, proposals)
            if cancelled():
                break
    finally:
        pool.stop()
