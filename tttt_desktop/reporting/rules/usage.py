"""Which looks a document uses, and for how much of its text: a long table repeats a few of them."""

from dataclasses import dataclass

from tttt_desktop.reporting.rules.looks import Look
from tttt_desktop.reporting.rules.paper import Document, Table


@dataclass(slots=True)
class Use:
    """A look that is used in a table, or outside all tables: its first text, and how many letters."""

    look: Look
    table: Table | None
    text: str
    letters: int = 0


def uses(document: Document) -> list[Use]:
    """Every look that is printed, also in headers, footers and notes, in the order of its first text."""
    found: dict[tuple[int, int], Use] = {}
    for one in (*document.paragraphs, *document.beside):
        table = one.cell.table if one.cell else None
        for text, look in one.runs:
            key = (id(table), id(look))
            use = found.get(key)
            if use is None:
                if not (shown := text.strip()):
                    continue
                use = found[key] = Use(look, table, shown)
            use.letters += len(text) if text.isalpha() else sum(map(str.isalpha, text))
    return list(found.values())
