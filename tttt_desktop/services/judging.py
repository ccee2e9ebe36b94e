"""The layout rules of the decree on the bytes of a .docx, asked of the child process with its limits."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.files import load
from tttt_desktop.reporting.rules.found import Found, Group, Verdict
from tttt_desktop.services.worker import wire
from tttt_desktop.services.worker.asking import ask

__all__ = ["Found", "Group", "Verdict", "judge", "judge_file"]

_OLD_WORD = b"\xd0\xcf\x11\xe0"  # Word 97-2003, and any Word file with a password
_AS_DOCX = "Hãy chọn tệp .docx, hoặc mở bằng Word rồi lưu lại dạng .docx."
_MOST = 100  # rules


def judge_file(path: Path, cancelled: Callable[[], bool] = lambda: False) -> list[Found]:
    """What comes of each rule of the decree for a file; any thread may do it, and wait.

    Errors: FileRefused for what is no readable .docx (broken, too large, locked, with a password), UserError when the
    reading process cannot be started, Cancelled.
    """
    return judge(load(path), Group.LAW, cancelled)


def judge(
    data: bytes, group: Group | None = None, cancelled: Callable[[], bool] = lambda: False
) -> list[Found]:
    """The same for bytes, and for all rules or those of a group."""
    question = wire.Question("judge", data, {"group": group or ""})
    return ask(question, lambda values, _: unpack(values), cancelled)


def in_child(data: bytes, group: str) -> dict[str, Any]:
    """The answer to the question, as JSON values. Errors: FileRefused."""
    from tttt_desktop.importing.documents.package import Package
    from tttt_desktop.importing.documents.safexml import parse
    from tttt_desktop.reporting.rules.check import check

    _refuse_others(data)
    found = check(Package(data), parse, Group(group) if group else None)
    return {"rules": [_packed(one) for one in found]}


def _packed(found: Found) -> dict[str, Any]:
    """With what was quoted from the file as a normalised line."""
    return asdict(found) | {"said": " ".join(normalise(found.said).split())}


def _refuse_others(data: bytes) -> None:
    """Errors: FileRefused for every kind of file but a package, in words for that kind."""
    from tttt_desktop.importing.kinds import kind_of

    if data.startswith(_OLD_WORD):
        from tttt_desktop.importing.doc.file import open_word

        open_word(data)  # has words of its own for passwords and other programs
        raise FileRefused("Đây là tệp Word đời cũ (.doc).", _AS_DOCX)
    if kind_of(data) != "docx":
        raise FileRefused("Đây không phải tệp Word (.docx).", _AS_DOCX)


def unpack(values: dict[str, Any]) -> list[Found]:
    """From the child, which has met hostile bytes. Errors: NoAnswer where the values are no findings."""
    try:
        rows = values["rules"]
        if not 0 < len(rows) <= _MOST:
            raise ValueError(len(rows))
        return [_found(row) for row in rows]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise wire.NoAnswer(*wire.BROKEN) from error


def _found(row: dict[str, Any]) -> Found:
    group, verdict = Group(row.pop("group")), Verdict(row.pop("verdict"))
    paragraph = row.pop("paragraph")
    if not isinstance(paragraph, int) or not all(isinstance(one, str) for one in row.values()):
        raise TypeError(row)
    return Found(group=group, verdict=verdict, paragraph=paragraph, **row)
