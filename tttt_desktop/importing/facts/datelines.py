"""Which line of a page says when it was published."""

import re
from dataclasses import replace

from tttt_desktop.importing.facts.dates import (
    DayMonth,
    choose_published,
    is_todays,
    is_weekday,
    read_stamp,
    read_time,
)
from tttt_desktop.importing.facts.events import first_day
from tttt_desktop.importing.page import noise
from tttt_desktop.importing.page.layout import Sheet

_IN_WORDS = re.compile(r"(?:(?:thu [a-z]+|chu nhat), )?\d{1,2} thang \d{1,2},? (?:nam )?\d{4}\W*")
_LEAD = 900  # characters in which an article says when its event was
_FOOT = 4  # lines under the text in which the date may stand instead
_SOON = 20  # days from the event to a page that has its date, bare, right above the title


def read_stamps(sheet: Sheet, dated: int = -1) -> None:
    """Every date line above the first paragraph; `dated` is the line of an official document with place and date."""
    for at in sheet.kept(0, sheet.lead):
        own = sheet.folded[at].rpartition(",")[2] if at == dated else sheet.folded[at]
        if stamp := read_stamp(own):
            sheet.stamps[at] = replace(stamp, labelled=True) if at == dated else stamp


def find_date_line(sheet: Sheet) -> None:
    """Below the title, else under the text ("Ngày đăng: ..."), else above the title when it is not today's."""
    at, sure = _date_line(sheet)
    sheet.stamp = at
    if at < 0:
        return
    _take_time(sheet, at)
    where = "Dòng ngày đăng" if at > sheet.title else "Dòng ngày trên tiêu đề"
    sheet.note("published_on", where, sure, at)


def _date_line(sheet: Sheet) -> tuple[int, float]:
    """The index of the line and how sure it is; -1 when no line is."""
    below = [at for at in sheet.stamps if at > sheet.title]
    if below:
        first = sheet.stamps[below[0]]
        return below[0], 0.98 if first.labelled or first.time else 0.93
    for at in sheet.kept(sheet.lead)[-_FOOT:]:
        stamp = read_stamp(sheet.folded[at])
        if stamp and (stamp.labelled or stamp.time):
            sheet.stamps[at] = stamp
            return at, 0.9
    if not sheet.stamps:
        return -1, 0.0
    event = first_day("\n".join(sheet.folded[at] for at in sheet.kept(sheet.lead)[:3])[:_LEAD])
    own = [at for at, stamp in sheet.stamps.items() if not is_todays(stamp, event)]
    if own:
        return own[-1], 0.9 if sheet.stamps[own[-1]].labelled else 0.75
    bare = [at for at in sheet.stamps if _is_right_above(sheet, at, event)]
    return (bare[-1], 0.6) if bare else (-1, 0.0)


def _is_right_above(sheet: Sheet, at: int, event: DayMonth | None) -> bool:
    """Whether a bare "06/01/2023" stands on the title and comes soon after the event."""
    stamp = sheet.stamps[at]
    if stamp.todays or sheet.kept(at + 1)[:1] != [sheet.title] or not _is_bare(sheet.folded[at]):
        return False
    published = choose_published(stamp, event)
    held = event.in_year(published.year) if event else None
    return bool(held) and held is not None and 0 <= (published - held).days <= _SOON


def _is_bare(folded: str) -> bool:
    return bool(_IN_WORDS.fullmatch(folded)) or (noise.is_bare_number(folded) and len(folded) <= 12)


def _take_time(sheet: Sheet, at: int) -> None:
    """Give a date line the time that stands alone on the line beside it, and set aside a weekday that does."""
    own = sheet.stamps[at]
    for beside in (at - 1, at + 1):
        if not 0 <= beside < len(sheet.lines) or sheet.reasons[beside]:
            continue
        if is_weekday(sheet.folded[beside]):
            sheet.reasons[beside] = noise.HEAD
        elif not own.time and (time := read_time(sheet.folded[beside])):
            sheet.stamps[at] = replace(own, time=time)
