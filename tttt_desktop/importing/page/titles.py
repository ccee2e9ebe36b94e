"""Which line of a page is the title of its article."""

import re

from tttt_desktop.importing.page import noise
from tttt_desktop.importing.page.layout import Sheet

_MENU = re.compile(
    r"trang chu|trang nhat|^(?:cac )?tin (?:tuc|hoat dong|trong|ve|cua|so|dia phuong|nganh|noi bat)\b"
)
_WORD = re.compile(r"[^\W_]+")
_AGENCY = re.compile(
    r"(?:so|bo|cong|trang|bao|dai|van phong|ubnd|uy ban nhan dan|(?:tinh|thanh|huyen) uy|trung tam"
    r"|cuc|dang (?:bo|uy)|tap chi)\b"
)
_ACTS = re.compile(
    r"tong ket|so ket|trien khai|to chuc|hoi nghi|lam viec|tham|thuc hien|day manh|tang cuong"
    r"|\bban\b|\bhop\b|trao|nhiem vu|ke hoach"
)


def find_title(sheet: Sheet, hint: str) -> None:
    """The title: what the markup calls so, else a line said twice, else the last long line above the date."""
    candidates = [
        at
        for at in sheet.kept(0, sheet.lead)
        if at not in sheet.stamps and not noise.is_bare_number(sheet.folded[at])
    ]
    if not candidates:
        return
    folded = [sheet.folded[at] for at in candidates]
    hinted = [at for at in candidates if sheet.folded[at] == hint]
    repeated = [at for at in candidates if folded.count(sheet.folded[at]) > 1]
    date_line = max(sheet.stamps, default=-1)
    wordy = [at for at in candidates if _could_be_title(sheet.folded[at])]
    above = [at for at in wordy if at < date_line]
    below = [at for at in wordy if at > date_line]
    rules = ((hinted, 0.97), (repeated, 0.97), (above, 0.95), (below[:1], 0.85))
    longest = [max(candidates, key=lambda at: len(sheet.lines[at]))]
    best, sure = next((rule for rule in rules if rule[0]), (longest, 0.6))
    sheet.title = best[-1]
    sheet.note("title", "Dòng tiêu đề", sure, sheet.title)


def _could_be_title(folded: str) -> bool:
    if len(_WORD.findall(folded)) < 5 or _MENU.search(folded) or folded.count(" | ") > 1:
        return False
    return not _AGENCY.match(folded) or ":" in folded or bool(_ACTS.search(folded))
