"""What is known about an article, and its going."""

from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import ArticleState
from tttt_desktop.services import labels
from tttt_desktop.services import values as parsed
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.review.making import year_of
from tttt_desktop.storage import articles, evidence
from tttt_desktop.storage.removing import remove_articles


def edit_article(d: Dossier, article_id: int, **values: Any) -> Changed:
    """Set what is known about an article: any key of `Article` but id and source. Raises UserError, NotFound."""
    before = year_of(d, article_id)
    label, merge_key = labels.act(f"article {article_id}", values, labels.ARTICLE)
    columns = parsed.article_values(values)
    with d.store.change(label, merge_key) as change:
        d.store.update("article", article_id, columns)
        evidence.move_years(d.store, article_id, before, year_of(d, article_id))
    return change.changed


def mark_done(d: Dossier, article_id: int) -> Changed:
    """Set an article to done. Raises NotFound."""
    articles.article(d.store.conn, article_id)
    with d.store.change("Xong bài viết") as change:
        d.store.update("article", article_id, {"state": ArticleState.DONE.value})
    return change.changed


def remove_article(d: Dossier, article_id: int) -> Changed:
    """Remove an article with its text, marks and suggestions. Raises NotFound."""
    title = articles.article(d.store.conn, article_id).title
    with d.store.change(f"Xoá bài “{title}”") as change:
        remove_articles(d.store, [article_id])
    return change.changed
