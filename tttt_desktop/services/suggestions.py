"""Looking for suggestions after an import: in a child process for many articles, at once for the one being opened."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from threading import Event

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Page, ParsedArticle, Proposal
from tttt_desktop.services import packing, wire
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.pool import Pool
from tttt_desktop.storage import suggestions

AT_ONCE = 20_000  # characters the rules read in 40 ms; a longer text is left to the child
_CHUNK = 100  # articles looked at between two commits on the command line
_WARM = Event()


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


def ensure(dossier: Dossier, article_id: int) -> Changed | None:
    """Look for the suggestions of an article here and now; None when that is done, or too much to do at once.

    Errors: SaveFailed.
    """
    if not dossier.is_unsuggested(article_id):
        return None
    page = dossier.page(article_id)
    if len(page.text) > AT_ONCE:
        return None
    return put(dossier, {page.article.id: page}, {page.article.id: _look(_text_of_page(page))})


def is_warm() -> bool:
    """Whether the rules are loaded, so that `ensure` takes milliseconds."""
    return _WARM.is_set()


def warm_up() -> None:
    """Load the rules, in any thread."""
    _look(Text("Năm 2022, Sở đã hoàn thành 12 nhiệm vụ."))


def _look(text: Text) -> tuple[Proposal, ...]:
    from tttt_desktop.suggesting.suggest import suggest

    proposals = tuple(suggest(**asdict(text)))
    _WARM.set()
    return proposals


def pages(dossier: Dossier, ids: Sequence[int]) -> dict[int, Page]:
    """Those of the articles that still wait for their suggestions."""
    return {one: dossier.page(one) for one in ids if dossier.is_unsuggested(one)}


def find_in(
    pages: Mapping[int, Page],
    *,
    cancelled: Callable[[], bool],
    progress: Callable[[int, int, str], None] = lambda done, total, name: None,
) -> dict[int, tuple[Proposal, ...]]:
    """The proposals for the texts of pages, by article, in any thread. Errors: UserError."""
    ids, proposals_of = list(pages), {}

    def found(number: int, proposals: tuple[Proposal, ...]) -> None:
        proposals_of[ids[number]] = proposals
        progress(len(proposals_of), len(ids), pages[ids[number]].article.title)

    find([_text_of_page(page) for page in pages.values()], cancelled=cancelled, found=found)
    return proposals_of


def put(
    dossier: Dossier, pages: Mapping[int, Page], found: Mapping[int, Sequence[Proposal]]
) -> Changed:
    """Store what was found in pages, in one commit that is no undo step.

    An article that has another text by now, or has had its suggestions meanwhile, is passed over. Errors: SaveFailed.
    """
    bodies = {article_id: pages[article_id].body_id for article_id in found}
    return suggestions.put(dossier.store, found, bodies)


def fill(dossier: Dossier, *, progress: Callable[[int, int, str], None]) -> None:
    """Find and store the suggestions of all articles that wait for theirs. Errors: UserError."""
    waiting = dossier.unsuggested(sys.maxsize)
    for start in range(0, len(waiting), _CHUNK):
        some = pages(dossier, waiting[start : start + _CHUNK])
        put(dossier, some, find_in(some, cancelled=lambda: False))
        progress(min(start + _CHUNK, len(waiting)), len(waiting), "")


def _text_of_page(page: Page) -> Text:
    article = page.article
    return Text(page.text, article.title, article.review_year, article.plan_year)
