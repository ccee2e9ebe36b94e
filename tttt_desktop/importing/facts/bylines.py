"""Who wrote an article: the name below its last paragraph, glued to it, or above the first."""

import re

from tttt_desktop.domain.records import Span
from tttt_desktop.importing.page import noise
from tttt_desktop.importing.page.layout import Sheet

_OFFICE = re.compile(
    r"(?:van phong|thanh tra|phong|ban|trung tam|nhom|bbt|to|doan|hoi|so|chi cuc|dang uy|cong doan"
    r"|theo|pv|bo phan|doan thanh nien|dai|phan xa)\b"
)
_NAME = re.compile(r"\W?(?:[A-ZĐÀ-Ỹ][\w.]*\W*){1,6}")
_BRACKET = re.compile(r"(?<=\w) *\([^()]*\)$")
_OFFICE_BEHIND = re.compile(
    r"(?<=\w)(?: [-–] | ?/ ?)(?=(?:Trung tâm|Văn phòng|Phòng|Sở|Ban|Đài|Báo|Hội|Chi cục|Cổng)\b).*$"
)
_PLAIN_NAME = r"[A-ZĐÀ-Ỹ][^\W\d_]*(?: {1,3}[A-ZĐÀ-Ỹ][^\W\d_]*){1,3}"
_SOURCE = re.compile(r"\W*(?:nguon(?: tin)?|theo)\s*:?\s")
_GLUED = re.compile(
    rf"(?P<end>\.?/\.|[.!…”\"])\s*[(–-]?\s*(?P<name>{_PLAIN_NAME}(?: [-–] {_PLAIN_NAME})?)\s*\)?$"
)
_CUT_OFF = re.compile(r"\b(?:TP|Tp|TX|TT|TS|ThS|GS|PGS|Đ|St)\.$")
_AUTHOR = re.compile(
    r"(?:tac gia(?: bai viet)?|nguoi viet|viet boi|dang boi|bai viet|bai(?:, anh)?|tin(?:, anh)?)\s*:?\s+(?=\S)"
)
_ON_DATE_LINE = re.compile(
    r"(?:tac gia|nguoi (?:viet|dang)|viet boi)\s*:?\s*([^|•\d:]{2,40}?)\s*(?: - |,|[|•\d]|\bngay\b|$)"
)
_RANK = re.compile(
    r"(?:PV|CTV|Phóng viên|Cộng tác viên|Thực hiện|Biên tập)(?: ?[:.])?\s+(?=[A-ZĐÀ-Ỹ])"
)
_SECOND = re.compile(
    r"\s*(?:[-–,;/|.]|\b(?:và)\b)?\s*\(?\b(?:ảnh|hình ảnh|hình|video|clip|đồ họa|nguồn|theo)\s*:.*$"
    r"|\s*\((?:[^()]*)\)?\s*$",
    re.IGNORECASE,
)
_SENTENCE = 60  # characters a paragraph has at least
_AROUND = ' ()[]{}:;,-–—*•|/"”“'


def find_byline(sheet: Sheet, author: str = "") -> None:
    """The name below the last paragraph; what follows it, and bare numbers there, are the foot of the page.

    `author` is the line above the text that the markup calls so, for a text that names nobody below.
    """
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
            start = noise.is_credit(sheet.folded[at])
            sure = 0.95 if start or at == last + 1 else 0.85
            _note(sheet, "Dòng tên dưới bài", sure, at, start)
    if sheet.byline < 0:
        _find_elsewhere(sheet, last, author)


def _find_elsewhere(sheet: Sheet, last: int, author: str) -> None:
    own = (sheet.title, sheet.stamp)
    end = max((at for at in sheet.kept(last) if at not in own), default=last)
    if not _glued(sheet, end) and not _said(sheet, author):
        _above(sheet)


def _said(sheet: Sheet, author: str) -> bool:
    """The line that the markup calls the author, though it stands above the title."""
    head = range(min(sheet.lead, len(sheet.lines))) if author else range(0)
    at = next((at for at in head if sheet.lines[at] == author), -1)
    if at < 0 or sheet.reasons[at] not in ("", noise.HEAD):
        return False
    sheet.reasons[at], sheet.byline = "", at
    _note(sheet, "Dòng tác giả của trang", 0.9, at, noise.is_credit(sheet.folded[at]))
    return True


def is_byline(line: str, folded: str) -> bool:
    """Whether a line is worded as a byline: a credit, a name, an office; `folded` is `fold(line)`."""
    if noise.is_credit(folded):
        return True
    if (
        len(line) > 50
        or line.count(" ") > 9
        or any(map(str.isdigit, line))
        or _SOURCE.match(folded)
    ):
        return False
    name = _OFFICE_BEHIND.sub("", _BRACKET.sub("", line))
    if _NAME.fullmatch(name):
        return len(name) < 36
    return bool(_OFFICE.match(folded)) and line[-1] not in ".:;,!?"


def _note(sheet: Sheet, where: str, sure: float, at: int, start: int, stop: int = 0) -> None:
    """Remember the bare name between two places of a line; nothing when only signs stand there."""
    line = sheet.lines[at][: stop or None]
    if rank := _RANK.match(line, start):
        start = rank.end()
    stop = len(line)
    for behind in (_OFFICE_BEHIND, _SECOND, _SECOND):
        if second := behind.search(line, start + 1, stop):
            stop = second.start()
    name = line[start:stop]
    start += len(name) - len(name.lstrip(_AROUND))
    if name := name.strip(_AROUND):
        sheet.note("byline", where, sure, at, Span(start, start + len(name)))


def _glued(sheet: Sheet, at: int) -> bool:
    """ "... trong năm 2024./. Hồng Hà": the name behind the last full stop of the last paragraph."""
    if at >= len(sheet.lines) or len(sheet.lines[at]) < _SENTENCE:
        return False
    found = _GLUED.search(sheet.lines[at][-80:])
    if not found or _CUT_OFF.search(sheet.lines[at][-80:][: found.end("end")]):
        return False
    shift = max(0, len(sheet.lines[at]) - 80)
    sure = 0.85 if "/" in found["end"] else 0.7
    span = Span(found.start("name") + shift, found.end("name") + shift)
    sheet.note("byline", "Cuối đoạn cuối", sure, at, span)
    return True


def _above(sheet: Sheet) -> None:
    """ "Tác giả: ..." between the title and the text, or on the date line."""
    for at in sheet.kept(sheet.title + 1, sheet.lead):
        pattern = _ON_DATE_LINE if at == sheet.stamp else _AUTHOR
        found = pattern.search(sheet.folded[at])
        if not found or (at != sheet.stamp and (found.start() > 2 or len(sheet.lines[at]) > 60)):
            continue
        start, stop = found.span(1) if at == sheet.stamp else (found.end(), 0)
        words = sheet.lines[at][start : stop or None].split()
        if len(words) > 1 and all(word[0].isupper() for word in words[:2]):
            _note(sheet, "Dòng trên bài", 0.85, at, start, stop)
            sheet.byline = at if at != sheet.stamp else -1
            return
