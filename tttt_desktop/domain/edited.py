"""A report as it comes back from a word processor: its paragraphs and rows, and where our marks stand in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One of our bookmarks in a paragraph; `stop` is the paragraph's length when it goes on in the next one."""

    name: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one table row with its `cells`; `text` is one normalised line.

    `goes_on` names the marks that began before and go on in this one. `level` 1 to 3: a heading. `table` counts the
    tables from 1; 0 stands outside of any.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    goes_on: tuple[str, ...] = ()
    level: int = 0
    table: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """A file that came back. `number`: of the report, "" where the file does not say; `revised`: it holds changes that
    nobody has accepted yet, which were read as accepted; `comments`: how many there are; `notes`: its footnotes.
    """

    paragraphs: tuple[Paragraph, ...]
    number: str = ""
    revised: bool = False
    comments: int = 0
    notes: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether any of our marks is in it."""
        return bool(self.number) or any(one.marks for one in self.paragraphs)
