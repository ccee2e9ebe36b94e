"""What the stories of the large widgets show: the sample articles, the first of them half worked through."""

import tempfile
from functools import cache
from pathlib import Path

from tttt_desktop.domain.records import ArticleState, Page
from tttt_desktop.paths import resource
from tttt_desktop.services import imports, review, suggestions
from tttt_desktop.services.dossier import Dossier

ACCEPTED = 5


@cache
def desk() -> Dossier:
    """The dossier, in a folder that lives as long as the process."""
    folder = Path(tempfile.mkdtemp(prefix="stories-"))
    dossier = Dossier.create(folder / "Hồ sơ mẫu.tttt")
    samples = imports.expand([resource("samples")])
    readings = imports.read(samples, progress=lambda *_: None, cancelled=lambda: False)
    imports.store(dossier, readings)
    suggestions.fill(dossier, progress=lambda *_: None)
    first, second, *_ = dossier.article_ids()
    for one in dossier.page(first).suggestions[:ACCEPTED]:
        review.accept(dossier, one.id)
    review.edit_article(dossier, first, state=ArticleState.READING)
    review.accept_all(dossier, second)
    review.mark_done(dossier, second)
    return dossier


def page(number: int = 0) -> Page:
    """An article of the dossier: 0 is half worked through, 1 done, the others are untouched."""
    return desk().page(desk().article_ids()[number])
