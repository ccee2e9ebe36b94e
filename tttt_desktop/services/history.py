"""The history as the person reads it: going back in it, undoing single lines, bringing removed articles back."""

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import RemovedArticle, Revision
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import history

PAGE = 100
_ALONE, _AGAIN = "Hoàn tác riêng «", "Làm lại riêng «"
_STEPS = 20  # turned over between two looks at the window


def page(d: Dossier, before: int | None = None, query: str = "") -> list[Revision]:
    """The newest `PAGE` changes, or those older than revision `before`; words of the query are found in any order."""
    return history.page(d.store.conn, PAGE, before, query)


def count(d: Dossier) -> int:
    """How many changes there are, undone ones too."""
    return history.count(d.store.conn)


def go_to(d: Dossier, revision_id: int) -> Changed | None:
    """Undo (or redo) some steps on the way to where this revision is the last that stands, 0 for the very beginning.

    None once it is reached: call it again until then. Raises SaveFailed.
    """
    return d.store.go_to(revision_id, _STEPS)


def undo_alone(d: Dossier, revision: Revision) -> Changed:
    """Undo one change among later ones, as a new change that can be undone itself.

    Raises UserError naming the later change that stands in the way, NotFound.
    """
    label = revision.label
    again = label.startswith(_ALONE)
    inner = label[len(_ALONE) : -1] if again else label
    return d.store.undo_alone(revision.id, f"{_AGAIN if again else _ALONE}{inner}»")


def removed(d: Dossier) -> list[RemovedArticle]:
    """The removed articles that can come back, the last removed first."""
    return history.removed(d.store.conn)


def restore(d: Dossier, article: RemovedArticle) -> Changed:
    """Bring a removed article back with its marks and suggestions. Raises UserError, NotFound."""
    return d.store.undo_alone(
        article.revision_id, f"Khôi phục bài “{article.title}”", article.article_id
    )
