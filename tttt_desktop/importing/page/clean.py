"""What of a page is the article: every other line is set aside with a Vietnamese reason, never dropped."""

import re
from collections import Counter
from itertools import takewhile

from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.facts.bylines import find_byline
from tttt_desktop.importing.facts.datelines import find_date_line, read_stamps
from tttt_desktop.importing.facts.dates import read_stamp
from tttt_desktop.importing.page import letterhead, noise
from tttt_desktop.importing.page.layout import Layout, Sheet
from tttt_desktop.importing.page.titles import find_title

REPEATED = "Tiêu đề lặp lại"
SAID_TWICE = "Đoạn lặp lại"
TODAY = "Ngày hôm nay ở đầu trang"

_TRAIL = re.compile(r"\s[|>›»/]\s|trang chu|trang nhat")
_ITEM = re.compile(r"(?:[-+*•–]|\(?\d{1,2}[.)]|[a-z][.)])\s?")
_LONGEST_CAPTION = 220
_SHORTEST_SUMMARY = 60
_NEAR = 5  # paragraphs in which the summary is said again
_SEARCHED = 100_000  # characters in which a caption may repeat a sentence of the article
_MOST_LINES = (
    1_000  # of a page; a longer text is a document, and each line would be looked for in all of it
)


def arrange(draft: Draft) -> Layout:
    """Tell title, date line, paragraphs and byline from all that a page puts around them."""
    letter = letterhead.settle(draft.blocks)
    sheet = Sheet.of(letter.blocks)
    for at in sheet.kept():
        reason = noise.own_reason(sheet.folded[at])
        is_date = reason == noise.TOOLS and read_stamp(sheet.folded[at])
        sheet.reasons[at] = "" if is_date else reason  # "14/12/2024 | Lượt xem: 1.024"
    _cut_foot(sheet)
    hint = letter.title or fold(draft.title)
    _find_lead(sheet, hint)
    read_stamps(sheet, letter.dated)
    find_title(sheet, hint)
    _drop_repeated(sheet)
    find_date_line(sheet)
    _clear_head(sheet)
    _set_captions_aside(sheet)
    if not letter.title:  # documents are signed
        find_byline(sheet, draft.author)
    return _laid_out(sheet, letter.blocks)


def _cut_foot(sheet: Sheet) -> None:
    """Set lists of other articles aside: to the end of the page, or only a list above or amid the article."""
    for opener in [at for at in sheet.kept() if noise.opens_foot(sheet.folded[at])]:
        before, after = (
            sum(len(sheet.lines[at]) for at in part if noise.is_prose(sheet.lines[at]))
            for part in (sheet.kept(0, opener), sheet.kept(opener + 1))
        )
        rest = sheet.kept(opener)
        if after > before:
            rest = list(takewhile(lambda at: not noise.is_prose(sheet.lines[at]), rest))
            rest = rest if before else rest[:1]  # the title follows; the head is cleared later
        for at in rest:
            sheet.reasons[at] = noise.RELATED


def _find_lead(sheet: Sheet, hint: str) -> None:
    after_title = sheet.folded.index(hint) + 1 if hint in sheet.folded else 0
    kept = sheet.kept(after_title)
    first = next((at for at in kept if noise.is_prose(sheet.lines[at])), None)
    if first is None:
        first = next((at for at in kept[1:] if noise.ends_like_prose(sheet.lines[at])), None)
    sheet.lead = first if first is not None else len(sheet.lines)


def _drop_repeated(sheet: Sheet) -> None:
    """A summary above the article that its first paragraphs say again, whole or longer, is told once."""
    kept = [at for at in sheet.kept(sheet.lead) if len(sheet.lines[at]) >= _SHORTEST_SUMMARY]
    if len(kept) < 2:
        return
    first, said = kept[0], sheet.folded[kept[0]].rstrip(".… ")
    again = [at for at in kept[1:] if sheet.folded[at].startswith(said)]
    if len(again) == 1 and again[0] in kept[1:_NEAR]:
        whole = len(sheet.lines[again[0]]) > len(sheet.lines[first]) + 3
        sheet.reasons[first if whole else again[0]] = SAID_TWICE
        sheet.lead = again[0] if whole else first


def _clear_head(sheet: Sheet) -> None:
    """Set aside what stands above the title or repeats it."""
    for at in sheet.kept(0, max(sheet.title, sheet.lead)):
        folded = sheet.folded[at]
        if at in (sheet.title, sheet.stamp):
            continue
        if sheet.title >= 0 and folded == sheet.folded[sheet.title]:
            sheet.reasons[at] = REPEATED
        elif noise.is_bare_number(folded) and at not in sheet.stamps:
            sheet.reasons[at] = noise.COUNTER
        elif at in sheet.stamps or folded.startswith("hom nay, "):
            sheet.reasons[at] = TODAY
        elif at < sheet.title:
            sheet.reasons[at] = noise.TRAIL if _TRAIL.search(folded) else noise.HEAD


def _set_captions_aside(sheet: Sheet) -> None:
    body = [at for at in sheet.kept(sheet.title + 1) if at != sheet.stamp]
    searched = sheet.kept() if len(body) <= _MOST_LINES else ()
    whole = "\n".join(sheet.folded[at] for at in searched)[:_SEARCHED]
    times = Counter(sheet.folded[at] for at in body)
    for before, at in zip([-1, *body], body, strict=False):
        folded = sheet.folded[at]
        if len(folded) > _LONGEST_CAPTION or _ITEM.match(folded):
            continue
        twin = before >= 0 and sheet.folded[before] == folded and times[folded] <= 3
        again = len(folded) >= 40 and whole.count(folded.rstrip(".… ")) > times[folded]
        in_list = before >= 0 and sheet.lines[before][-1] in ":;"
        caption = noise.is_caption(folded)
        if twin and not caption and noise.ends_like_prose(sheet.lines[at]):
            sheet.reasons[at] = SAID_TWICE  # a sentence shown once more, in large letters
            continue
        if twin or again or (caption and not in_list):
            sheet.reasons[at] = noise.CAPTION
        if twin:
            sheet.reasons[before] = noise.CAPTION


def _laid_out(sheet: Sheet, blocks: list[Block]) -> Layout:
    own = (sheet.title, sheet.stamp, sheet.byline)
    return Layout(
        blocks=tuple(
            Block(block.text, reason, block.place)
            for block, reason in zip(blocks, sheet.reasons, strict=True)
        ),
        folded=tuple(sheet.folded),
        title_at=sheet.title,
        stamp=sheet.stamps.get(sheet.stamp),
        body=tuple(at for at in sheet.kept() if at not in own),
        found=sheet.found,
    )
