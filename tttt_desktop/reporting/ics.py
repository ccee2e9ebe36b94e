"""Deadlines as an iCalendar file (RFC 5545) that Outlook, Google Calendar and telephones open: one day-long event each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tttt_desktop import __version__

_FOLD = 75  # octets of a line without its end, RFC 5545 section 3.1
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Deadline:
    """One event. `uid` stays the same when the file is written again: calendars then renew what they have."""

    uid: str
    day: date
    summary: str
    description: str = ""
    category: str = ""


def calendar(
    deadlines: Iterable[Deadline], name: str, stamp: datetime, alarm_days: int | None = None
) -> bytes:
    """The whole file, UTF-8 with CR LF. `name` is that of the calendar, `stamp` (UTC) when it was made.

    With `alarm_days` each event reminds so many days before it, at nine in the morning.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//tttt_desktop//{__version__}//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for one in deadlines:
        lines += _event(one, stamp, alarm_days)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(one: Deadline, stamp: datetime, alarm_days: int | None) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(one.day)}"
    if one.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(one.day + timedelta(days=1))}"
    yield f"SUMMARY:{_text(one.summary)}"
    if one.description:
        yield f"DESCRIPTION:{_text(one.description)}"
    if one.category:
        yield f"CATEGORIES:{_text(one.category)}"
    yield "TRANSP:TRANSPARENT"
    if alarm_days is not None:
        yield from _alarm(one, alarm_days)
    yield "END:VEVENT"


def _alarm(one: Deadline, days: int) -> Iterator[str]:
    """Counted from the day's midnight: one day before at nine is 15 hours before."""
    hours = days * 24 - 9
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(one.summary)}"
    yield f"TRIGGER:{'-' if hours > 0 else ''}PT{abs(hours)}H"
    yield "END:VALARM"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, never inside a character; each further piece begins with a blank."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        coded = character.encode("utf-8", "replace")
        if len(piece) + len(coded) > _FOLD:
            pieces.append(piece)
            piece = b" "
        piece += coded
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
