"""What is done with several articles at once: each function is one change and one undo step of the dossier."""

from collections.abc import Sequence
from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Article
from tttt_desktop.services import labels, review
from tttt_desktop.services import values as parsed
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import articles


def edit_articles(d: Dossier, ids: Sequence[int], **values: Any) -> Changed:
    """Set the same values in all these articles, as `review.edit_article` does in one. Raises UserError, NotFound."""
    if len(ids) == 1:
        return review.edit_article(d, ids[0], **values)
    label, _ = labels.act("", values, labels.ARTICLE)
    columns = parsed.article_values(values)
    with d.store.change(f"{label} của {len(ids)} bài") as change:
        for article_id in ids:
            articles.article(d.store.conn, article_id)
            d.store.update("article", article_id, columns)
    return change.changed


def remove_articles(d: Dossier, ids: Sequence[int]) -> Changed:
    """Remove articles with their texts, marks and suggestions. Raises NotFound."""
    if len(ids) == 1:
        return review.remove_article(d, ids[0])
    with d.store.change(f"Xoá {len(ids)} bài viết") as change:
        for article_id in ids:
            articles.remove(d.store, article_id)
    return change.changed


def common_values(d: Dossier, ids: Sequence[int], names: Sequence[str]) -> dict[str, Any]:
    """The attributes of `Article` that all these articles agree on, of those named. Raises NotFound."""
    first, *others = (articles.article(d.store.conn, one) for one in ids)
    return {
        name: getattr(first, name) for name in names if all(_agree(first, o, name) for o in others)
    }


def marks_in(d: Dossier, ids: Sequence[int]) -> int:
    """How many annotations these articles have."""
    rows = d.article_rows(ids)
    return sum(row.achievements + row.shortcomings + row.tasks + row.plans for row in rows)


def _agree(one: Article, other: Article, name: str) -> bool:
    return bool(getattr(one, name) == getattr(other, name))
