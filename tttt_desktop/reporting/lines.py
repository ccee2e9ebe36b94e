"""One annotation as one line of the report, and as the cells of a table.

The person's wording goes as she wrote it. A quotation stands unaltered in quotation marks, also when it begins
with a small letter: the marks say that these are the words of the article, and where they begin.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tttt_desktop.domain.records import Annotation, Article, LegalDocument, Span, Status, Task
from tttt_desktop.reporting.numerals import day
from tttt_desktop.reporting.tree import Cell, Item, Options

STATUS_LABEL = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.UNDER_WAY: "Đang thực hiện",
    Status.COMPLETED: "Hoàn thành",
    Status.DROPPED: "Không còn phù hợp",
}
_ENDS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation with what the report says of its place: `source` is the n of "[n]", `paragraph` counts from 1.

    `also` are those merged with it into one line; `place` counts the lines in the person's order.
    """

    annotation: Annotation
    article: Article
    text: str
    source: int
    also: tuple["Entry", ...] = ()
    place: int = 0

    @property
    def members(self) -> tuple["Entry", ...]:
        """This one and those merged with it."""
        return (self, *self.also)

    @property
    def provinces(self) -> tuple[str, ...]:
        """The provinces it is from, each once."""
        return tuple(dict.fromkeys(filter(None, (one.article.province for one in self.members))))

    @property
    def paragraph(self) -> int:
        """The number of the paragraph of the article's text in which the passage begins."""
        return self.text.count("\n", 0, self.annotation.span.start) + 1

    @property
    def task(self) -> Task:
        """The task form; an annotation of another kind has an empty one."""
        return self.annotation.task or Task()


def quoted(text: str) -> str:
    """The text in quotation marks; « » where it holds “ ” itself."""
    return f"«{text}»" if "“" in text or "”" in text else f"“{text}”"


def wording(annotation: Annotation) -> str:
    """What the report says: the person's words, else the quotation in its marks."""
    return " ".join(annotation.statement.split()) or quoted(annotation.quote)


def place_of_words(before: str, printed: str, annotation: Annotation) -> Span:
    """Where the words of `printed`, a wording that follows `before` in a cell, stand without quotation marks."""
    marks = 0 if annotation.statement.strip() else 1
    return Span(len(before) + marks, len(before) + len(printed) - marks)


def item(entry: Entry, options: Options, *, explained: bool = True) -> Item:
    """The line for the report: wording, details of a task, marks of the sources; cause and remedy if wanted here."""
    annotation = entry.annotation
    said = wording(annotation)
    details = task_details(entry.task) if annotation.task else []
    inside = annotation.quote if not annotation.statement.strip() else ""
    stop = "" if inside.rstrip().endswith(_ENDS) and not details else "."
    if not inside:
        said = said.rstrip(" .;,") if not said.endswith("...") else said
    place = place_of_words("- ", said, annotation)
    said += f" ({'; '.join(details)})" if details else ""
    members = entry.members if explained else ()
    told = dict.fromkeys(text for one in members for text in _explanation(one))
    more = " ".join(["", *told])
    line = Cell(f"- {said}{stop}{more}", said=place)
    if options.sources:
        first, *others = dict.fromkeys(one.source for one in entry.members)
        also = tuple((", ", one) for one in others)
        line = Cell(f"- {said}\u00a0", first, stop + more, also, place)
    shown = entry.members if options.quotes and not inside else ()
    return Item(tuple(one.annotation.id for one in entry.members), line, _quotes(shown))


def _quotes(members: Sequence[Entry]) -> tuple[Cell, ...]:
    """The quotations under a line, with their sources where there are several."""
    several = len(members) > 1
    said = (f"Nguyên văn: {quoted(one.annotation.quote)}" for one in members)
    return tuple(
        Cell(f"{text}\u00a0", one.source) if several else Cell(text)
        for text, one in zip(said, members, strict=True)
    )


def _explanation(entry: Entry) -> list[str]:
    """Cause and remedy as sentences of their own; a cause marked in the article is quoted."""
    found = (("Nguyên nhân", cause_of(entry)), ("Giải pháp", entry.annotation.remedy.strip()))
    return [f"{name}: {' '.join(text.split()).rstrip('.')}." for name, text in found if text]


def cause_of(entry: Entry) -> str:
    """The cause of a shortcoming, in quotation marks where it stands so in the article."""
    annotation = entry.annotation
    cause = annotation.cause.strip()
    span = annotation.cause_span
    return quoted(cause) if cause and span and span.of(entry.text) == annotation.cause else cause


def remark(entry: Entry, detail: str, options: Options) -> Item:
    """Cause or remedy of a shortcoming, as a line of its own that leads to it. `detail`: "cause" or "remedy"."""
    text = cause_of(entry) if detail == "cause" else entry.annotation.remedy
    said = " ".join(text.split()).rstrip(".")
    place = Span(2, 2 + len(said))
    line = Cell(f"- {said}.", said=place)
    if options.sources:
        line = Cell(f"- {said}\u00a0", entry.source, ".", said=place)
    return Item((), line, leads_to=entry.annotation.id, detail=detail)


def task_details(task: Task) -> list[str]:
    """What is known of a task besides its text; nothing stands for the unknown."""
    found = (
        ("chủ trì", task.lead),
        ("phối hợp", ", ".join(task.cooperating)),
        ("thời hạn", task.deadline_text or day(task.deadline_on)),
    )
    return [f"{name}: {text}" for name, text in found if text]


def deadline(task: Task) -> str:
    """The deadline as printed, with the day it means where the words do not name it."""
    on = task.deadline_on
    if on is None or f"{on.day}/{on.month}/{on.year}" in _bare_dates(task.deadline_text):
        return task.deadline_text
    return f"{task.deadline_text}\n({day(on)})" if task.deadline_text else day(on)


def _bare_dates(text: str) -> str:
    """Dates in one spelling: 05-01-2023 and 05.01.2023 as 5/1/2023."""
    return re.sub(r"\b0(\d)\b", r"\1", re.sub(r"(?<=\d)[-.](?=\d)", "/", text))


def documents(found: tuple[LegalDocument, ...]) -> str:
    """The legal documents that a task rests on, as printed in the article."""
    return "; ".join(
        one.as_printed or " ".join(part for part in (one.kind, one.number, one.issuer) if part)
        for one in found
    )


def status(task: Task, today: date) -> str:
    """Tình trạng: what the person set, and "quá hạn" when the day has passed and the work is not done."""
    open_still = task.status in (Status.NOT_STARTED, Status.UNDER_WAY)
    late = open_still and task.deadline_on is not None and task.deadline_on < today
    return STATUS_LABEL[task.status] + (", quá hạn" if late else "")
