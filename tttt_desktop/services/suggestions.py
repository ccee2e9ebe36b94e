"""Looking for suggestions after an import: in a child process for many articles, at once for the one being opened.

Light, so that the window can ask for it at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from threading import Event
from typing import TYPE_CHECKING

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Article, Page, Proposal
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learning import Learner
from tttt_desktop.storage import suggestions

if TYPE_CHECKING:
    from tttt_desktop.suggesting.learning_model import Model

AT_ONCE = 20_000  # characters the rules read in 40 ms; a longer text is left to the child
_CHUNK = 100  # articles looked at between two commits on the command line
_TRIAL = "Năm 2022, Sở đã hoàn thành 12 nhiệm vụ."
_WARM = Event()


def ensure(dossier: Dossier, article_id: int, model: Model | None = None) -> Changed | None:
    """Look for the suggestions of an article here and now; None when that is done, or too much to do at once.

    `model` as in `put`. Errors: SaveFailed.
    """
    if not dossier.is_unsuggested(article_id):
        return None
    page = dossier.page(article_id)
    if len(page.text) > AT_ONCE:
        return None
    return put(dossier, {article_id: page}, {article_id: _look(page)}, model)


def is_warm() -> bool:
    """Whether the rules are loaded, so that `ensure` takes milliseconds."""
    return _WARM.is_set()


def warm_up() -> None:
    """Load the rules, and what shows their findings, in any thread."""
    from tttt_desktop.domain.figures import figures_of

    figures_of(_TRIAL)
    _look(Page(Article(0, "", ""), 0, _TRIAL))


def _look(page: Page) -> tuple[Proposal, ...]:
    from tttt_desktop.suggesting.suggest import suggest

    years = {"review_year": page.article.review_year, "plan_year": page.article.plan_year}
    proposals = tuple(suggest(page.text, title=page.article.title, **years))
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
    from tttt_desktop.services.proposals import find, text_of_page

    ids = list(pages)
    proposals_of: dict[int, tuple[Proposal, ...]] = {}

    def found(number: int, proposals: tuple[Proposal, ...]) -> None:
        proposals_of[ids[number]] = proposals
        progress(len(proposals_of), len(ids), pages[ids[number]].article.title)

    find([text_of_page(page) for page in pages.values()], cancelled=cancelled, found=found)
    return proposals_of


def put(
    dossier: Dossier,
    pages: Mapping[int, Page],
    found: Mapping[int, Sequence[Proposal]],
    model: Model | None = None,
) -> Changed:
    """Store what was found in pages, in one commit that is no undo step.

    `model`: what was learned has its say first (1 to 3 ms an article). An article that has another text by now, or has
    had its suggestions meanwhile, is passed over. Errors: SaveFailed.
    """
    bodies = {article_id: pages[article_id].body_id for article_id in found}
    return suggestions.put(dossier.store, judged(pages, found, model), bodies)


def judged(
    pages: Mapping[int, Page], found: Mapping[int, Sequence[Proposal]], model: Model | None
) -> Mapping[int, Sequence[Proposal]]:
    """What was found in pages, as the model sees it; without one, or one that knows nothing, as it is."""
    if model is None or not model.size:
        return found
    from tttt_desktop.suggesting.learning import judge

    return {
        one: judge(pages[one].text, proposals, model, year=pages[one].article.year)
        for one, proposals in found.items()
    }


def fill(dossier: Dossier, *, progress: Callable[[int, int, str], None]) -> None:
    """Find and store the suggestions of all articles that wait for theirs. Errors: UserError."""
    waiting = dossier.unsuggested(sys.maxsize)
    learner = Learner(dossier)
    learner.learn_on()
    for start in range(0, len(waiting), _CHUNK):
        some = pages(dossier, waiting[start : start + _CHUNK])
        put(dossier, some, find_in(some, cancelled=lambda: False), learner.model)
        progress(min(start + _CHUNK, len(waiting)), len(waiting), "")
