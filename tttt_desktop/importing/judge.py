"""Which pieces of a web page are no part of the article, by what the elements around them call themselves."""

from collections.abc import Iterable
from itertools import accumulate

from tttt_desktop.domain.text import fold
from tttt_desktop.importing import noise
from tttt_desktop.importing.dates import read_stamp
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.headings import TITLE
from tttt_desktop.importing.markup import Page

MENU = "Trình đơn"
COMMENTS = "Bình luận"

_TAGS = {
    "nav": MENU,
    "menu": MENU,
    "footer": noise.FOOT,
    "aside": noise.RELATED,
    "header": noise.HEAD,
    "figcaption": noise.CAPTION,
    "caption": noise.CAPTION,
}
_NAMES = {
    MENU: "nav menu navbar navigation topnav mainmenu submenu menubar sidebar",
    noise.FOOT: "footer foot copyright bottom banquyen",
    noise.HEAD: "header top banner logo clock topbar masthead login",
    noise.RELATED: "related relate relation other others othernews tinkhac lienquan tinlienquan"
    " recommend popular suggest",
    COMMENTS: "comment comments binhluan disqus",
    noise.TRAIL: "breadcrumb breadcrumbs crumb crumbs path sitemap",
    noise.TOOLS: "share social tool tools toolbar print fontsize sharing addthis rating vote audio player",
    noise.TAGS: "tags tag keyword keywords tukhoa",
    noise.CAPTION: "caption captions chuthich figcaption",
    noise.VIEWS: "views viewcount luotxem hitcount",
}
_REASONS = {name: reason for reason, names in _NAMES.items() for name in names.split()}
_AUTHOR = words("author byline tacgia")
NAMED = frozenset(_REASONS) | _AUTHOR | TITLE
_MUCH = 0.3  # of the paragraphs: what holds more than that is no menu, whatever it is called
_NEARLY_ALL = 0.85
_LONGEST_CAPTION = 220


def _sums(lengths: Iterable[int]) -> list[int]:
    """Running sums, so that the sum of a slice costs nothing: `sums[stop] - sums[start]`."""
    return list(accumulate(lengths, initial=0))


def judge(page: Page, title: int) -> list[str]:
    """For each piece why it is set aside, or ""."""
    prose = [
        len(piece.text) if noise.is_prose(piece.text) and not piece.is_link else 0
        for piece in page.pieces
    ]
    sums = _sums(prose)
    own = _reasons_of_elements(page, sums, title)
    first, stop = _main(page, sums)
    reasons = [own[piece.inside] if piece.inside >= 0 else "" for piece in page.pieces]
    for at, piece in enumerate(page.pieces):
        if reasons[at] or at == title:
            continue
        if at >= stop and not page.elements[piece.inside].names & _AUTHOR:
            reasons[at] = noise.RELATED if piece.is_link else noise.FOOT
        elif piece.is_link and at > title and not prose[at]:
            reasons[at] = noise.RELATED if at >= first else MENU
    paragraphs = [at for at, length in enumerate(prose) if length and not reasons[at]]
    if paragraphs:
        start = title + 1 if title >= 0 else paragraphs[0]
        _set_pictures_aside(page, reasons, start, paragraphs[-1])
    return reasons


def _reasons_of_elements(page: Page, sums: list[int], title: int) -> list[str]:
    """For each element the reason that it, or one around it, gives by its name; none where it holds the article."""
    reasons: list[str] = []
    for element in page.elements:
        reason = reasons[element.parent] if element.parent >= 0 else ""
        holds_article = (
            element.first <= title < element.stop
            or sums[element.stop] - sums[element.first] > _MUCH * sums[-1]
        )
        if not reason and not holds_article:
            named = (_REASONS[name] for name in sorted(element.names) if name in _REASONS)
            reason = _TAGS.get(element.tag) or next(named, "")
        reasons.append(reason)
    return reasons


def _main(page: Page, sums: list[int]) -> tuple[int, int]:
    """Where the article begins and ends: the innermost element with nearly all the paragraphs."""
    for element in reversed(page.elements):
        if sums[-1] and sums[element.stop] - sums[element.first] >= _NEARLY_ALL * sums[-1]:
            return element.first, element.stop
    return 0, len(page.pieces)


def _set_pictures_aside(page: Page, reasons: list[str], first: int, last: int) -> None:
    """The short text that shares the innermost element with a picture, among the paragraphs, is its caption."""
    lengths = _sums(len(piece.text) for piece in page.pieces)
    for inside, before in page.pictures:
        if not first <= before <= last:
            continue
        holders = (page.elements[at] for at in page.around(inside))
        holder = next((one for one in holders if one.first < one.stop), None)
        if holder is None or lengths[holder.stop] - lengths[holder.first] > _LONGEST_CAPTION:
            continue
        pieces = range(holder.first, holder.stop)
        if not any(read_stamp(fold(page.pieces[at].text)) for at in pieces):
            for at in pieces:
                reasons[at] = reasons[at] or noise.CAPTION
