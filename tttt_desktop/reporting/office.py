"""What the dossier's settings say about the sending office, and the fixed phrases made of it.

Unknown numbers and dates stay blank: they are filled in at the signing (Nghị định 30/2020/NĐ-CP, Phụ lục III).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tttt_desktop.domain.agency_names import in_sentence
from tttt_desktop.reporting.tree import Office

BLANK = "\u00a0" * 5  # a place to write a number into
DOTS = "……"
NAMELESS = "Tên cơ quan, tổ chức"  # the words of the decree's own sample
TITLELESS = "Quyền hạn, chức vụ của người ký"
UNSIGNED = "Họ và tên"
ARCHIVE = "VT"  # văn thư
CODE = "BC"  # of báo cáo, Phụ lục III
_DAY_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"),
    re.compile(r"(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>\d{4})"),
)

FORMER = "office.former"
KEYS = tuple(
    f"office.{name}"
    for name in (
        "parent",
        "name",
        "place",
        "symbol",
        "number",
        "date",
        "addressee",
        "signer_authority",
        "signer_title",
        "signer_name",
        "recipients",
        "archive",
        "former",
    )
)


@dataclass(frozen=True, slots=True)
class FormerName:
    """What the office was called up to and with the day `until`; an empty parent or symbol was the same as now."""

    until: date
    name: str
    parent: str = ""
    symbol: str = ""

    def line(self) -> str:
        """As the setting has it, one a line."""
        return " | ".join((f"{self.until:%d/%m/%Y}", self.name, self.parent, self.symbol)).rstrip(
            " |"
        )


def former_names(text: str) -> list[FormerName]:
    """The names in the setting `office.former`, the oldest first; lines without a day and a name are left out."""
    rows = ([part.strip() for part in line.split("|")] for line in text.splitlines())
    found = (
        FormerName(until, in_sentence(_line(name)), _line(parent), _symbol(symbol))
        for day, name, parent, symbol in ((*row, "", "", "", "")[:4] for row in rows)
        if name and (until := day_written(day))
    )
    return sorted(found, key=lambda one: one.until)


def read_office(get: Callable[[str], str], on: date | None = None) -> Office:
    """The office as the settings `office.*` name it; `get` gives a setting or an empty text.

    On a day up to which it had another name it has that one; None: it has the present name.
    """
    now = Office(
        parent=_line(get("office.parent")),
        name=in_sentence(_line(get("office.name"))),
        place=_line(get("office.place")),
        symbol=_symbol(get("office.symbol")),
        number=number_written(get("office.number")),
        signed_on=day_written(get("office.date")),
        addressees=tuple(map(in_sentence, _list(get("office.addressee")))),
        authority=_line(get("office.signer_authority")),
        signer_title=_line(get("office.signer_title")),
        signer_name=_line(get("office.signer_name")),
        recipients=_list(get("office.recipients")),
        archive=_archive(get("office.archive")),
    )
    named = (one for one in former_names(get(FORMER)) if on and on <= one.until)
    then = next(named, None)
    if then is None:
        return now
    return replace(
        now, name=then.name, parent=then.parent or now.parent, symbol=then.symbol or now.symbol
    )


def day_of(get: Callable[[str], str], year: int | None, today: date) -> date:
    """The day on which a report is, or may be, signed: as the settings say, else the end of its year, today at most."""
    signed = day_written(get("office.date"))
    return signed or (min(today, date(year, 12, 31)) if year else today)


def number_line(office: Office) -> str:
    """ "Số: 05/BC-SKHCN"."""
    return f"Số: {_full_number(office)}"


def date_line(office: Office) -> str:
    """ "Quảng Trị, ngày 05 tháng 01 năm 2026"."""
    return f"{office.place or DOTS}, {_day(office.signed_on)}"


def enclosed_with(office: Office) -> str:
    """The line under the title of an appendix (Phụ lục I, III.1c)."""
    number = _full_number(office)
    day = _day(office.signed_on).replace(
        " ", "\u00a0"
    )  # a date is never parted by the end of a line
    return f"(Kèm theo Báo cáo số {number} {day} của {office.name or DOTS})"


def recipients(office: Office) -> list[str]:
    """The lines of Nơi nhận, the last one for the archive (II.9d)."""
    above = ("Như trên",) if office.addressees else ()
    names = dict.fromkeys((*above, *office.recipients))
    return [*(f"- {name};" for name in names), f"- Lưu: {office.archive or ARCHIVE}."]


def signer_lines(office: Office) -> list[str]:
    """Quyền hạn and chức vụ of who signs, in capitals."""
    titles = (office.authority, office.signer_title or TITLELESS)
    return [title.upper() for title in titles if title]


def _full_number(office: Office) -> str:
    return f"{office.number or BLANK}/{office.symbol or f'{CODE}-{DOTS}'}"


def _day(day: date | None) -> str:
    """Day with two digits, months 1 and 2 too (II.4)."""
    if day is None:
        return f"ngày{BLANK}tháng{BLANK}năm {DOTS}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _list(text: str) -> tuple[str, ...]:
    """The lines of a setting without the dash and the stop that the document gives them."""
    lines = (_line(line).strip("-–+ ").rstrip(";,. ") for line in text.splitlines())
    return tuple(line for line in lines if line)


def _symbol(text: str) -> str:
    symbol = "".join(text.split()).strip("/-").removeprefix(f"{CODE}-")
    return f"{CODE}-{symbol}" if symbol else ""


def number_written(text: str) -> str:
    """The number of a document with two figures at least, "" where there is none (II.3c)."""
    number = text.strip().split("/")[0].strip()
    return number.zfill(2) if number.isdecimal() and number.isascii() else ""


def day_written(text: str) -> date | None:
    """The day that was typed, None where none can be read."""
    found = next(filter(None, (form.fullmatch(text.strip()) for form in _DAY_FORMS)), None)
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day"))) if found else None
    except ValueError:
        return None


def _archive(text: str) -> str:
    """What follows "Lưu:": always VT (văn thư) first (II.9d)."""
    units = re.sub(r"^-?\s*lưu\s*:", "", _line(text), flags=re.IGNORECASE).strip(" .;,")
    if not units or re.match(r"VT\b", units):
        return units or ARCHIVE
    return f"{ARCHIVE}, {units}"
