"""Who wrote an article: the name below its last paragraph."""

import re

from tttt_desktop.domain.records import Span
from tttt_desktop.importing import noise
from tttt_desktop.importing.layout import Sheet

_OFFICE = re.compile(
    r"(?:van phong|thanh tra|phong|ban|trung tam|nhom|bbt|to|doan|hoi|so|chi cuc|dang uy|cong doan"
    r"|theo|pv)\b"
)
_NAME = re.compile(r"\W?(?:[A-ZĐÀ-Ỹ][\w.]*\W*){1,6}")
_SOURCE = re.compile(r"\W*(?:nguon|theo)\s*:?\s")


def find_byline(sheet: Sheet) -> None:
    """The name below the last paragraph; what follows it, and bare numbers there, are the foot of the page."""
    for at in reversed(sheet.kept(sheet.lead)):
        if noise.is_imprint(sheet.folded[at]):
            sheet.reasons[at] = noise.FOOT
        elif noise.is_prose(sheet.lines[at]):
            break
    last = max((at for at in sheet.kept() if noise.is_prose(sheet.lines[at])), default=sheet.lead)
    for at in sheet.kept(last + 1):
        if at in (sheet.title, sheet.stamp):
            continue
        if noise.is_bare_number(sheet.folded[at]):
            sheet.reasons[at] = noise.COUNTER
        elif sheet.byline >= 0 and not _SOURCE.match(sheet.folded[at]):
            sheet.reasons[at] = noise.FOOT
        elif sheet.byline < 0 and is_byline(sheet.lines[at], sheet.folded[at]):
            sheet.byline = at
            name = Span(noise.is_credit(sheet.folded[at]), len(sheet.lines[at]))
            sheet.note("byline", "Dòng tên dưới bài", 0.9, at, name)


def is_byline(line: str, folded: str) -> bool:
    """Whether a line, also given folded, is worded as the name of who wrote an article."""
    if noise.is_credit(folded):
        return True
    if (
        len(line) > 50
        or line.count(" ") > 9
        or any(map(str.isdigit, line))
        or _SOURCE.match(folded)
    ):
        return False
    if _NAME.fullmatch(line):
        return len(line) < 36
    return bool(_OFFICE.match(folded)) and line[-1] not in ".:;,!?"
