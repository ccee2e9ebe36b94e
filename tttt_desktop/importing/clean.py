"""What of a page is the article: every other line is set aside with a Vietnamese reason, never dropped."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import takewhile

from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import fold
from tttt_desktop.importing import noise
from tttt_desktop.importing.dates import Stamp, find_event, is_todays, read_stamp
from tttt_desktop.importing.draft import Draft

REPEATED = "Tiêu đề lặp lại"
TODAY = "Ngày hôm nay ở đầu trang"

_MENU = re.compile(r"trang chu|trang nhat")
_TRAIL = re.compile(r"\s[|>›»/]\s|trang chu|trang nhat")
_WORD = re.compile(r"[^\W_]+")
_AGENCY = re.compile(
    r"(?:so|bo|cong|trang|bao|dai|van phong|ubnd|uy ban nhan dan|(?:tinh|thanh|huyen) uy|trung tam"
    r"|cuc|dang (?:bo|uy)|tap chi)\b"
)
_ACTS = re.compile(
    r"tong ket|so ket|trien khai|to chuc|hoi nghi|lam viec|tham|thuc hien|day manh|tang cuong"
    r"|\bban\b|\bhop\b|trao|nhiem vu|ke hoach"
)
_ITEM = re.compile(r"(?:[-+*•–]|\(?\d{1,2}[.)]|[a-z][.)])\s?")
_OFFICE = re.compile(
    r"(?:van phong|thanh tra|phong|ban|trung tam|nhom|bbt|to|doan|hoi|so|chi cuc|dang uy|cong doan"
    r"|theo|pv)\b"
)
_NAME = re.compile(r"\W?(?:[A-ZĐÀ-Ỹ][\w.]*\W*){1,6}")
_LONGEST_CAPTION = 220
_LEAD = 900  # characters in which an article says when its event was
_SEARCHED = 100_000  # characters in which a caption may repeat a sentence of the article
_SOURCE = re.compile(r"\W*(?:nguon|theo)\s*:?\s")


@dataclass(slots=True)
class _Page:
    """A page while its parts are told apart; -1 stands for a part not found."""

    lines: list[str]
    folded: list[str]
    reasons: list[str]
    stamps: dict[int, Stamp] = field(default_factory=dict)
    lead: int = 0
    title: int = -1
    stamp: int = -1
    byline: int = -1

    def kept(self, start: int = 0, stop: int | None = None) -> list[int]:
        """Indices of the lines from `start` on, before `stop`, that are still part of the article."""
        stop = len(self.lines) if stop is None else stop
        return [at for at in range(start, stop) if not self.reasons[at]]


@dataclass(frozen=True, slots=True)
class Layout:
    """A page with its parts told apart; what it lacks is "" or None. `head` is what stood above the title."""

    blocks: tuple[Block, ...]
    title: str
    stamp: Stamp | None
    byline: str
    head: tuple[str, ...]
    paragraphs: tuple[str, ...]
    tail: tuple[str, ...]


def arrange(draft: Draft) -> Layout:
    """Tell title, date line, paragraphs and byline from all that a page puts around them."""
    lines = [block.text for block in draft.blocks]
    page = _Page(
        lines, fold("\n".join(lines)).split("\n"), [block.reason for block in draft.blocks]
    )
    for at in page.kept():
        page.reasons[at] = noise.own_reason(page.folded[at])
    _cut_foot(page)
    hint = fold(draft.title)
    _find_lead(page, hint)
    _read_stamps(page)
    _find_title(page, hint)
    _clear_head(page)
    _set_captions_aside(page)
    _find_byline(page)
    return _laid_out(page)


def _cut_foot(page: _Page) -> None:
    """Set lists of other articles aside: to the end of the page, or only a list above or amid the article."""
    for opener in [at for at in page.kept() if noise.opens_foot(page.folded[at])]:
        before, after = (
            sum(len(page.lines[at]) for at in part if noise.is_prose(page.lines[at]))
            for part in (page.kept(0, opener), page.kept(opener + 1))
        )
        rest = page.kept(opener)
        if after > before:
            rest = list(takewhile(lambda at: not noise.is_prose(page.lines[at]), rest))
            rest = rest if before else rest[:1]  # the title follows; the head is cleared later
        for at in rest:
            page.reasons[at] = noise.RELATED


def _find_lead(page: _Page, hint: str) -> None:
    after_title = page.folded.index(hint) + 1 if hint in page.folded else 0
    kept = page.kept(after_title)
    first = next((at for at in kept if noise.is_prose(page.lines[at])), None)
    if first is None:
        first = next((at for at in kept[1:] if noise.ends_like_prose(page.lines[at])), None)
    page.lead = first if first is not None else len(page.lines)


def _read_stamps(page: _Page) -> None:
    for at in page.kept(0, page.lead):
        if stamp := read_stamp(page.folded[at]):
            page.stamps[at] = stamp


def _find_title(page: _Page, hint: str) -> None:
    """The title: what the markup calls so, else a line said twice, else the last long line above the date."""
    candidates = [
        at
        for at in page.kept(0, page.lead)
        if at not in page.stamps and not noise.is_bare_number(page.folded[at])
    ]
    if not candidates:
        return
    folded = [page.folded[at] for at in candidates]
    hinted = [at for at in candidates if page.folded[at] == hint]
    repeated = [at for at in candidates if folded.count(page.folded[at]) > 1]
    date_line = max(page.stamps, default=-1)
    wordy = [at for at in candidates if _could_be_title(page.folded[at])]
    above = [at for at in wordy if at < date_line]
    below = [at for at in wordy if at > date_line]
    if best := hinted or repeated or above:
        page.title = best[-1]
    else:
        page.title = below[0] if below else max(candidates, key=lambda at: len(page.lines[at]))


def _could_be_title(folded: str) -> bool:
    if len(_WORD.findall(folded)) < 5 or _MENU.search(folded) or folded.count(" | ") > 1:
        return False
    return not _AGENCY.match(folded) or ":" in folded or bool(_ACTS.search(folded))


def _clear_head(page: _Page) -> None:
    """Choose the date line, and set aside what stands above the title or repeats it."""
    page.stamp = _date_line(page)
    for at in page.kept(0, max(page.title, page.lead)):
        folded = page.folded[at]
        if at in (page.title, page.stamp):
            continue
        if page.title >= 0 and folded == page.folded[page.title]:
            page.reasons[at] = REPEATED
        elif noise.is_bare_number(folded) and at not in page.stamps:
            page.reasons[at] = noise.COUNTER
        elif at in page.stamps or folded.startswith("hom nay, "):
            page.reasons[at] = TODAY
        elif at < page.title:
            page.reasons[at] = noise.TRAIL if _TRAIL.search(folded) else noise.HEAD


def _date_line(page: _Page) -> int:
    """Below the title, else under the text ("Ngày đăng: ..."), else above the title when it is not today's; or -1."""
    below = [at for at in page.stamps if at > page.title]
    if below:
        return below[0]
    for at in page.kept(page.lead)[-4:]:
        stamp = read_stamp(page.folded[at])
        if stamp and (stamp.labelled or stamp.time):
            page.stamps[at] = stamp
            return at
    event = find_event("\n".join(page.folded[at] for at in page.kept(page.lead)[:3])[:_LEAD])
    own = [at for at, stamp in page.stamps.items() if not is_todays(stamp, event)]
    return own[-1] if own else -1


def _set_captions_aside(page: _Page) -> None:
    body = [at for at in page.kept(page.title + 1) if at != page.stamp]
    whole = "\n".join(page.folded[at] for at in page.kept())[:_SEARCHED]
    times = Counter(page.folded[at] for at in body)
    for before, at in zip([-1, *body], body, strict=False):
        folded = page.folded[at]
        if len(folded) > _LONGEST_CAPTION or _ITEM.match(folded):
            continue
        twin = before >= 0 and page.folded[before] == folded and times[folded] <= 3
        again = len(folded) >= 40 and whole.count(folded.rstrip(".… ")) > times[folded]
        in_list = before >= 0 and page.lines[before][-1] in ":;"
        if twin or again or (noise.is_caption(folded) and not in_list):
            page.reasons[at] = noise.CAPTION
        if twin:
            page.reasons[before] = noise.CAPTION


def _find_byline(page: _Page) -> None:
    """The name below the last paragraph; what follows it, and bare numbers there, are the foot of the page."""
    for at in reversed(page.kept(page.lead)):
        if noise.is_imprint(page.folded[at]):
            page.reasons[at] = noise.FOOT
        elif noise.is_prose(page.lines[at]):
            break
    last = max((at for at in page.kept() if noise.is_prose(page.lines[at])), default=page.lead)
    for at in page.kept(last + 1):
        if at in (page.title, page.stamp):
            continue
        if noise.is_bare_number(page.folded[at]):
            page.reasons[at] = noise.COUNTER
        elif page.byline >= 0 and not _SOURCE.match(page.folded[at]):
            page.reasons[at] = noise.FOOT
        elif page.byline < 0 and _is_byline(page.lines[at], page.folded[at]):
            page.byline = at


def _is_byline(line: str, folded: str) -> bool:
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


def _laid_out(page: _Page) -> Layout:
    def line(at: int) -> str:
        return page.lines[at] if at >= 0 else ""

    own = (page.title, page.stamp, page.byline)
    body = [at for at in page.kept() if at not in own]
    end = max((at for at in body if noise.is_prose(page.lines[at])), default=len(page.lines))
    return Layout(
        blocks=tuple(map(Block, page.lines, page.reasons)),
        title=line(page.title),
        stamp=page.stamps.get(page.stamp),
        byline=line(page.byline)[noise.is_credit(page.folded[page.byline]) :]
        if page.byline >= 0
        else "",
        head=tuple(page.lines[: max(page.title, 0)]),
        paragraphs=tuple(page.lines[at] for at in body),
        tail=tuple(page.lines[end + 1 :]),
    )
