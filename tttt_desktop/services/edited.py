"""Reading a report that was edited in a word processor, in the child process with its limits."""

from pathlib import Path
from typing import Any

from tttt_desktop.domain.edited import Edited, Mark, Paragraph
from tttt_desktop.importing.files import load
from tttt_desktop.services.worker import wire
from tttt_desktop.services.worker.asking import ask

_MOST = 200_000  # paragraphs


def read(path: Path) -> Edited:
    """The paragraphs of a .docx with our marks; any thread may do it, and wait.

    Errors: FileRefused for what is no readable .docx (broken, too large, locked, with a password), UserError when the
    reading process cannot be started.
    """
    return ask(wire.Question("edited", load(path), {}), lambda values, _: unpack(values))


def open_in_word(path: Path) -> bool:
    """Whether Word or LibreOffice has the file open, as their lock files beside it tell."""
    names = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return any(path.with_name(name).exists() for name in names)


def pack(edited: Edited) -> dict[str, Any]:
    """As JSON values, for the pipe."""
    return {
        "number": edited.number,
        "revised": edited.revised,
        "comments": edited.comments,
        "notes": edited.notes,
        "paragraphs": [
            (
                one.text,
                [(mark.name, mark.start, mark.stop) for mark in one.marks],
                one.goes_on,
                one.level,
                one.table,
                one.cells,
            )
            for one in edited.paragraphs
        ],
    }


def unpack(values: dict[str, Any]) -> Edited:
    """From the child, which has met hostile bytes. Errors: NoAnswer where the values are none of a report."""
    try:
        rows = values["paragraphs"]
        if len(rows) > _MOST:
            raise ValueError(len(rows))
        paragraphs = tuple(_paragraph(*row) for row in rows)
        return Edited(
            paragraphs,
            _text(values["number"]),
            bool(values["revised"]),
            int(values["comments"]),
            tuple(map(_text, values["notes"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise wire.NoAnswer(*wire.BROKEN) from error


def _paragraph(
    text: Any, marks: Any, goes_on: Any, level: Any, table: Any, cells: Any
) -> Paragraph:
    return Paragraph(
        _text(text),
        tuple(Mark(_text(name), _count(start), _count(stop)) for name, start, stop in marks),
        tuple(map(_text, goes_on)),
        _count(level),
        _count(table),
        tuple(map(_text, cells)),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value
