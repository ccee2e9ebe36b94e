"""What a REFI-QDA project is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from uuid import UUID, uuid5

from tttt_desktop.domain.records import Page
from tttt_desktop.reporting.wordxml import clean

_UNFIT = str.maketrans(dict.fromkeys('\\/:*?"<>|\n', "-"))  # some programs make a file of the name
_NAME_MOST = 120  # characters of a name


@dataclass(frozen=True, slots=True)
class Project:
    """What is written. `seed` tells the dossier from every other, so that its GUIDs stay the same from file to file.

    `imported` gives the moment (UTC) each article came, by its id; marks bear that of their article.
    """

    name: str
    seed: UUID
    made_at: datetime
    changed_at: datetime
    pages: Sequence[Page]
    fields: Sequence[str] = ()
    imported: Mapping[int, datetime] = field(default_factory=dict)

    def guid(self, *what: object) -> str:
        """The GUID of a thing of the dossier: always the same for the same kind and id."""
        return _guid(self.seed, "/".join(map(str, what)))

    def names(self) -> list[str]:
        """A name for the text of each page: its title, told apart where two are the same, fit for a file."""
        taken: set[str] = set()
        found = []
        for page in self.pages:
            about = page.article
            title = _fit(about.title) or _fit(about.source_name) or f"Bài {about.id}"
            name = title
            number = 1
            while name.casefold() in taken:
                number += 1
                name = f"{title} ({number})"
            taken.add(name.casefold())
            found.append(name)
        return found


@lru_cache(maxsize=4_096)  # the codes and the user are named at every mark
def _guid(seed: UUID, name: str) -> str:
    return str(uuid5(seed, name))


def _fit(name: str) -> str:
    """A name that may also be that of a file."""
    return " ".join(clean(name).translate(_UNFIT).split())[:_NAME_MOST].strip()
