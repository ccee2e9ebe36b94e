"""What a form or an edit line gives, as values of the trade; a value that makes no sense is a UserError."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from tttt_desktop.domain.deadlines import parse_deadline
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import ArticleState, Basis, LegalDocument, Status
from tttt_desktop.domain.text import normalise

_YEARS = range(1945, 2200)


def text(value: object) -> str:
    """Any text in the one form we store."""
    if not isinstance(value, str):
        raise _senseless(value)
    return normalise(value)


def day(value: object) -> date | None:
    """A date, also as ISO text; None and "" mean unknown."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _senseless(value) from None


def year(value: object) -> int | None:
    """A year, also as text; None and "" mean unknown."""
    if value is None or value == "":
        return None
    try:
        number = int(str(value))
    except ValueError:
        raise _senseless(value) from None
    if number not in _YEARS:
        raise _senseless(value)
    return number


def task_values(values: Mapping[str, Any], plan_year: int) -> dict[str, Any]:
    """Attributes of `Task` from a form; a deadline in words is understood with the help of `plan_year`."""
    known: dict[str, Any] = {name: _TASK[name](value) for name, value in values.items()}
    if "deadline_text" in known and "deadline_on" not in known:
        known["deadline_on"] = parse_deadline(known["deadline_text"], plan_year)
    return known


def article_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of an article from a form."""
    columns = {name: _ARTICLE[name](value) for name, value in values.items()}
    if "title" in columns and not columns["title"].strip():
        raise UserError("Tiêu đề không được để trống.", "Hãy gõ tiêu đề của bài viết.")
    return columns


def _one_of(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    def convert(value: object) -> StrEnum:
        try:
            return kind(str(value))
        except ValueError:
            raise _senseless(value) from None

    return convert


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list | tuple):
        raise _senseless(value)
    return tuple(text(name) for name in value)


def _documents(value: object) -> tuple[LegalDocument, ...]:
    if isinstance(value, str):
        value = value.split(";")
    if not isinstance(value, list | tuple):
        raise _senseless(value)
    return tuple(found for one in value for found in _document(one))


def _document(value: object) -> list[LegalDocument]:
    if isinstance(value, LegalDocument):
        return [value]
    words = text(value).strip()
    if not words:
        return []
    return find_documents(words) or [LegalDocument(number=words, as_printed=words)]


def _iso(value: object) -> str | None:
    found = day(value)
    return found.isoformat() if found else None


def _senseless(value: object) -> UserError:
    return UserError(f"Giá trị “{value}” không hợp lệ.", "Hãy xem lại giá trị vừa nhập.")


_TASK: dict[str, Callable[[object], object]] = {
    "basis": _one_of(Basis),
    "assigner": text,
    "lead": text,
    "cooperating": _names,
    "deadline_text": text,
    "deadline_on": day,
    "documents": _documents,
    "status": _one_of(Status),
}
_ARTICLE: dict[str, Callable[[object], Any]] = {
    "title": text,
    "outlet": text,
    "byline": text,
    "published_on": _iso,
    "event_on": _iso,
    "province": text,
    "review_year": year,
    "plan_year": year,
    "state": lambda value: _one_of(ArticleState)(value).value,
    "note": text,
}
