"""What is said of a mark: the person's words as notes, all that is known as the description of its place."""

from collections.abc import Iterator
from datetime import date

from tttt_desktop.domain.figures import value_text, written
from tttt_desktop.domain.records import Annotation, Figure
from tttt_desktop.reporting.qdpx.codes import CAUSE, TASK
from tttt_desktop.reporting.qdpx.project import Project
from tttt_desktop.reporting.qdpx.xml import Value, attributes, made, name_of, text_of


def notes(project: Project) -> Iterator[str]:
    """A Note for each mark that the person has written something about, or whose place in the text is gone."""
    for page in project.pages:
        for mark in page.annotations:
            told = words(mark)
            if mark.lost:
                told = [f"Mất chỗ trong bài: {mark.quote}", *lines(mark)]
            if told:
                yield _note(project, mark, "\n".join(told))


def _note(project: Project, mark: Annotation, text: str) -> str:
    named = attributes(
        guid=project.guid("note", mark.id),
        name=f"Ghi chú {mark.id}: {name_of(said(mark))}",
        **made(project, mark.article_id),
    )
    return f"<Note{named}><PlainTextContent>{text_of(text)}</PlainTextContent></Note>\n"


def note_ref(project: Project, mark: Annotation) -> str:
    """What points to the note of a mark."""
    return f"<NoteRef{attributes(targetGUID=project.guid('note', mark.id))}/>\n"


def words(mark: Annotation) -> list[str]:
    """What the person wrote, a line each with its name before it."""
    return _named(
        ("Câu viết trong báo cáo", mark.statement),
        (CAUSE, mark.cause),
        ("Giải pháp", mark.remedy),
        ("Ghi chú", mark.note),
    )


def lines(mark: Annotation) -> list[str]:
    """All that is known of a mark besides its text."""
    task = mark.task
    form = ((name, _plain(get(task))) for name, _, get in TASK) if task else ()
    return [*words(mark), *_named(*form, *(("Số liệu", _figure(one)) for one in mark.figures))]


def _named(*pairs: tuple[str, str]) -> list[str]:
    return [f"{name}: {' '.join(text.split())}" for name, text in pairs if text.strip()]


def _plain(value: Value) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")


def _figure(figure: Figure) -> str:
    number = written(value_text(figure), figure.unit)
    compared = f"so với {figure.compared}" if figure.compared else ""
    return ", ".join(
        filter(None, (f"{figure.indicator} {number}".strip(), figure.change, compared))
    )


def said(mark: Annotation) -> str:
    """The person's wording, else the quotation."""
    return mark.statement.strip() or mark.quote
