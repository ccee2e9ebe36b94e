"""References to legal documents that carry a number: "Quyết định số 139/QĐ-UBND ngày 10/01/2014 của UBND tỉnh"."""

import re
from datetime import date
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.records import LegalDocument

_DIGIT = re.compile(r"\d")
_SYMBOL = r"(?-i:\d{1,5}[a-zđ]?(?:/\d{4})?[-/][A-ZĐ][\wĐ&]*(?:[-/.][A-ZĐ][\wĐ&]*)*)"
_DAY = (
    r"(?:,?\s+(?:ban hành |ký )?ngày\s+(?P<day>\d{1,2})(?:[/.-]|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:[/.-]|\s+năm\s+)(?P<year>\d{4}))?"
)


@cache
def _pattern() -> re.Pattern[str]:
    words = word_list("legal")
    name = r"(?:\s+[^\W\d_][\w&]*){1,6}?"  # "Luật An toàn thông tin mạng số 86/2015/QH13"
    return re.compile(
        rf"(?:(?<!\w)(?P<kind>{any_of(words['kinds'])})"
        rf"(?:\s+số:?\s*(?P<number>{_SYMBOL}|\d{{1,4}}(?![\d/.,]\d))|\s+(?P<bare>{_SYMBOL}))"
        rf"|(?<!\w)(?P<title>{any_of(words['titled_kinds'])}){name}\s+số\s+(?P<named>{_SYMBOL})"
        rf"|(?<!\w)(?P<short>(?-i:{any_of(words['short_kinds'])}))\s+(?P<plain>\d{{1,3}})(?![\w/.,%-]|\s+\w+/)"
        rf"|(?<=và )(?:số )?(?P<next>{_SYMBOL})){_DAY}"
        rf"(?:\s*\([^()]*\))?(?:\s+của\s+(?P<issuer>{any_of(words['issuers'])})(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _hint() -> re.Pattern[str]:
    """What every reference has somewhere; the whole pattern is looked for only where this stands."""
    short = any_of(word_list("legal")["short_kinds"])
    return re.compile(rf"\d[a-zđ]?[-/][A-ZĐ]|[sS][ốỐ]:?\s*\d|(?:{short})\s+\d")


@cache
def _kinds() -> dict[str, str]:
    return {kind.lower(): kind for kind in word_list("legal")["kinds"]}


def _issued_on(found: re.Match[str]) -> date | None:
    if not found["day"]:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None  # "ngày 31/02/2014": shown as printed, never as a date


def find_documents(text: str) -> list[LegalDocument]:
    """The documents a passage names with their number, in order; `as_printed` runs from the kind to the date.

    A second number after "và" is of the same kind. A date that does not exist and an issuer not named stay empty.
    """
    documents: list[LegalDocument] = []
    if not _DIGIT.search(text) or not _hint().search(text):
        return documents
    for found in _pattern().finditer(text):
        if found["next"] and not documents:
            continue
        group = next(g for g in ("number", "named", "bare", "plain", "next") if found[g])
        kind = _kinds().get((found["kind"] or found["title"] or found["short"] or "").lower())
        documents.append(
            LegalDocument(
                kind=kind or documents[-1].kind,
                number=found[group],
                issued_on=_issued_on(found),
                issuer=found["issuer"] or "",
                as_printed=text[found.start() : found.end("year" if found["year"] else group)],
            )
        )
    return documents
