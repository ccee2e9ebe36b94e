"""How the lines of a report lead back to the dossier: their marks in the file, and what was written in them.

A mark is the name of a bookmark round a line. Names that begin with "_" are hidden in Word's list of bookmarks; Word
allows 40 characters. The report itself is told by its number in the properties of the file and in a mark of its title.
"""

import re
from dataclasses import dataclass

LINE, ROW, REPORT = "_dd_", "_bang_", "_bc_"
DETAILS = {
    "cause": "_nn_",
    "remedy": "_gp_",
}  # attributes of a shortcoming that have lines of their own
PROPERTY = "tttt_report"  # the name of the property of the file that holds the report's number
_OF_ANNOTATION = re.compile(r"_(?:dd|bang|nn|gp)_([1-9][0-9]{0,17})")
_OF_REPORT = re.compile(r"_bc_([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One paragraph or table row of a report as it was written.

    `annotations` lead back to the dossier; a paragraph without any is the program's own (`level` 1 to 3: a heading).
    `said` is the wording of the line; `before` and `after` are what the program put round it: dash, quotation marks,
    details of a task, stop, cause; the marks of the sources are left out. `column`: in which cell of its row it stands;
    -1 for a paragraph. `cells`: what other cells of the row tell of a task: the attribute, the column, the text.
    `detail`: the line says no wording but this attribute of its annotation, one of DETAILS.
    """

    said: str
    before: str = ""
    after: str = ""
    annotations: tuple[int, ...] = ()
    level: int = 0
    column: int = -1
    cells: tuple[tuple[str, int, str], ...] = ()
    detail: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.before}{self.said}{self.after}"

    @property
    def quoted(self) -> bool:
        """Whether the wording stands in quotation marks: these are the words of the article."""
        return self.before.endswith(("“", "«"))

    @property
    def marks(self) -> tuple[str, ...]:
        """The names of its bookmarks."""
        if self.detail:
            return tuple(detail_mark(one, self.detail) for one in self.annotations)
        return tuple(map(line_mark if self.column < 0 else row_mark, self.annotations))


def line_mark(annotation_id: int) -> str:
    """The bookmark round a line in the text."""
    return f"{LINE}{annotation_id}"


def row_mark(annotation_id: int) -> str:
    """The bookmark in the first cell of a table row."""
    return f"{ROW}{annotation_id}"


def detail_mark(annotation_id: int, detail: str) -> str:
    """The bookmark round a line that says an attribute of an annotation, one of DETAILS."""
    return f"{DETAILS[detail]}{annotation_id}"


def report_mark(number: str) -> str:
    """The bookmark at the title of a report; `number`: 32 hexadecimal digits."""
    return f"{REPORT}{number}"


def annotation_of(mark: str) -> int:
    """The annotation that a bookmark names, 0 for any other bookmark."""
    found = _OF_ANNOTATION.fullmatch(mark)
    return int(found[1]) if found else 0


def report_of(mark: str) -> str:
    """The number of the report that a bookmark names, "" for any other bookmark."""
    found = _OF_REPORT.fullmatch(mark)
    return found[1] if found else ""
