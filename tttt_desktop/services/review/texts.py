"""What was set aside from the text of an article; to correct the text itself see `services.correcting`."""

from tttt_desktop.domain.anchors import Edit
from tttt_desktop.domain.changes import Changed
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import articles, bodies


def restore_aside(d: Dossier, aside_id: int) -> Changed:
    """Put a paragraph that was set aside back into the text; marks and suggestions move along. Raises NotFound."""
    aside = articles.aside(d.store.conn, aside_id)
    text = articles.current_body(d.store.conn, aside.article_id)["text"]
    at = aside.at
    inserted = f"{aside.text}\n" if at < len(text) else f"\n{aside.text}"
    new = text[:at] + inserted + text[at:]
    # What stood before it at the same place stays before it.
    neighbours = articles.asides(d.store.conn, aside.article_id)
    before = {other.id for other in neighbours if other.at == at and other.id < aside_id}
    with d.store.change("Đưa đoạn đã gạt ra trở lại bài") as change:
        d.store.remove("aside", aside_id)
        bodies.new_body(d.store, aside.article_id, new, "restored", [Edit(at, 0, inserted)])
        for other in articles.asides(d.store.conn, aside.article_id):
            if other.id in before:
                d.store.update("aside", other.id, {"at": at})
    return change.changed
