"""Open suggestions looked at again once more has been learned: the same ones surer or less sure, some gone, some new.

Only in articles that are not done; nothing the person decided is touched, and it is no act of hers, so no undo step.
While something can be redone all stays as it is: redoing puts texts and suggestions back as they were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Page, Proposal
from tttt_desktop.services import suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import learning

if TYPE_CHECKING:
    from tttt_desktop.suggesting.learning_model import Model


def unfinished(dossier: Dossier) -> list[int]:
    """The articles whose open suggestions may be renewed, the last imported first; none while there is a redo."""
    return _possible(dossier, None)


def _possible(dossier: Dossier, among: Sequence[int] | None) -> list[int]:
    return [] if dossier.redo_label else learning.unfinished(dossier.store.conn, among)


def pages(dossier: Dossier, ids: Sequence[int]) -> dict[int, Page]:
    """Those of the articles that may still be renewed."""
    return {one: dossier.page(one) for one in _possible(dossier, ids)}


def renew(
    dossier: Dossier,
    pages: Mapping[int, Page],
    found: Mapping[int, Sequence[Proposal]],
    model: Model,
) -> Changed:
    """Store what the rules found in pages and the model thinks of it, in one commit that is no undo step.

    An article that may no longer be renewed is passed over. Errors: SaveFailed.
    """
    still = {one: found[one] for one in _possible(dossier, list(found))}
    return learning.renew(dossier.store, suggestions.judged(pages, still, model))
