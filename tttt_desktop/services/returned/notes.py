"""The footnotes of a report that came back: they tell of articles, which are corrected where they are kept."""

from tttt_desktop.domain.edited import Edited
from tttt_desktop.reporting.collected import source
from tttt_desktop.reporting.footnotes import named
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import articles


def changed_notes(dossier: Dossier, came: Edited) -> int:
    """How many footnotes do not say what the dossier says of its articles now."""
    if not came.notes:
        return 0
    told = articles.some(dossier.store.conn, dossier.article_ids())
    names = {" ".join(named(source(0, one)).split()) for one in told.values()}
    longest_first = sorted(names, key=len, reverse=True)
    return sum(
        note.rstrip(" .") not in names and not _of_several(note, longest_first)
        for note in (" ".join(one.split()) for one in came.notes)
    )


def _of_several(note: str, names: list[str]) -> bool:
    """Whether a footnote names articles one after the other, and nothing else."""
    for name in names:
        note = note.replace(name, "") if name and name in note else note
    return not note.strip(" ;.")
