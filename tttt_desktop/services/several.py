"""What is done with several articles at once: each function is one change and one undo step of the dossier."""

from collections.abc import Iterable, Sequence
from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Article
from tttt_desktop.services import labels, review
from tttt_desktop.services import values as parsed
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import articles, evidence
from tttt_desktop.storage.removing import remove_articles as remove_rows

_DATES = {"plan_year", "review_year", "published_on"}  # what tells the year that tasks are set for


def edit_articles(d: Dossier, ids: Sequence[int], **values: Any) -> Changed:
    """Set the same values in all these articles, as `review.edit_article` does in one. Raises UserError, NotFound."""
    if len(ids) == 1:
        return review.edit_article(d, ids[0], **values)
    label, _ = labels.act("", values, labels.ARTICLE)
    columns = parsed.article_values(values)
    articles.check_there(d.store.conn, ids)
    before = _years(d, ids) if columns.keys() & _DATES else {}
    with d.store.change(f"{label} của {len(ids)} bài") as change:
        d.store.update_all("article", ids, columns)
        for article_id, year in _years(d, before).items():
            evidence.move_years(d.store, article_id, before[article_id], year)
    return change.changed


def remove_articles(d: Dossier, ids: Sequence[int]) -> Changed:
    """Remove articles with their texts, marks and suggestions. Raises NotFound."""
    if len(ids) == 1:
        return review.remove_article(d, ids[0])
    articles.check_there(d.store.conn, ids)
    with d.store.change(f"Xoá {len(ids)} bài viết") as change:
        remove_rows(d.store, ids)
    return change.changed


def common_values(d: Dossier, ids: Sequence[int], names: Sequence[str]) -> dict[str, Any]:
    """The attributes of `Article` that all these articles agree on, of those named. Raises NotFound."""
    articles.check_there(d.store.conn, ids)
    first, *others = articles.some(d.store.conn, ids).values()
    return {
        name: getattr(first, name) for name in names if all(_agree(first, o, name) for o in others)
    }


def marks_in(d: Dossier, ids: Sequence[int]) -> int:
    """How many annotations these articles have."""
    rows = d.article_rows(ids)
    return sum(row.achievements + row.shortcomings + row.tasks + row.plans for row in rows)


def _years(d: Dossier, ids: Iterable[int]) -> dict[int, int]:
    """The year that the tasks of each article are set for."""
    known = articles.some(d.store.conn, ids)
    return {one: article.year or d.store.clock().year for one, article in known.items()}


def _agree(one: Article, other: Article, name: str) -> bool:
    return bool(getattr(one, name) == getattr(other, name))
