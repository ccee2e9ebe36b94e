"""What a REFI-QDA project is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
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
        return str(uuid5(self.seed, "/".join(map(str, what))))

    def names(self) -> list[str]:
        """A name for the text of each page: its title, told apart where two are the same, fit for a file."""
        taken: set[str] = set()
        found = []
        for page in self.pages:
            name = title = " ".join(clean(page.article.title).translate(_UNFIT).split())[
                :_NAME_MOST
            ] or page.article.source_name.translate(_UNFIT)
            number = 1
            while name.casefold() in taken:
                number += 1
                name = f"{title} ({number})"
            taken.add(name.casefold())
            found.append(name)
        return found
