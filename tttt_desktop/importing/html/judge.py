"""Which pieces of a web page are no part of the article: by where they stand, and by what the elements around them are called."""

from dataclasses import dataclass
from functools import lru_cache

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.facts.bylines import is_byline
from tttt_desktop.importing.facts.dates import only_says_when, read_stamp
from tttt_desktop.importing.html.headings import TITLE, find_title, titles_said
from tttt_desktop.importing.html.labels import find_labels
from tttt_desktop.importing.html.mainpart import (
    MainPart,
    common,
    find_main_part,
    is_headline,
    is_teaser,
    running_sums,
    stops_article,
)
from tttt_desktop.importing.html.markup import Element, Page
from tttt_desktop.importing.page import noise

MENU = "Trình đơn"
COMMENTS = "Bình luận"
ADVERTISEMENT = "Quảng cáo"

_TAGS = {
    "nav": MENU,
    "menu": MENU,
    "footer": noise.FOOT,
    "aside": noise.RELATED,
    "header": noise.HEAD,
    "figcaption": noise.CAPTION,
    "caption": noise.CAPTION,
    "marquee": noise.HEAD,
}
_NAMES = {
    MENU: "nav menu navbar navigation topnav mainmenu submenu menubar sidebar pager pagination paging calendar datepicker",
    noise.FOOT: "footer foot copyright bottom banquyen chantrang cuoitrang",
    noise.HEAD: "header top banner logo clock topbar masthead login",
    noise.RELATED: "related relate relation relatedposts relatednews relatedone other others othernews tinkhac lienquan"
    " tinlienquan recommend popular suggest newer older docnhieu xemnhieu mostread mostviewed xemthem tinmoi tincu"
    " cungchuyenmuc quantam recent",
    COMMENTS: "comment comments binhluan disqus",
    noise.TRAIL: "breadcrumb breadcrumbs crumb crumbs path sitemap duongdan",
    noise.TOOLS: "share social tool tools toolbar print fontsize noprint sharing addthis rating vote audio player poll thamdo"
    " binhchon khaosat congcu chucnang cochu",
    noise.TAGS: "tags tag keyword keywords tukhoa",
    noise.CAPTION: "caption captions chuthich figcaption",
    noise.VIEWS: "views viewcount luotxem hitcount solanxem",
    ADVERTISEMENT: "ads quangcao advertisement",
}
_REASONS = {name: reason for reason, names in _NAMES.items() for name in names.split()}
_OF_BOXES = words(
    "card accordion panel collapse date post entry article"
)  # have heads of their own, which are text
_AUTHOR = words("author byline tacgia")
NAMED = frozenset(_REASONS) | _AUTHOR | TITLE
_DOUBTFUL = frozenset(
    {noise.RELATED, COMMENTS, noise.CAPTION, ADVERTISEMENT}
)  # may hold paragraphs
_OF_HEADS = frozenset({MENU, noise.HEAD, noise.FOOT, noise.TRAIL, noise.TOOLS, noise.TAGS})
_MUCH = 0.3  # of the paragraphs of the article: what holds more than that is no box in it, whatever it is called
_LONGEST_CAPTION = 220
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """The pieces that are the title and, above the text, the author (-1: none); for each piece why it is set aside, or ""."""

    title: int
    author: int
    reasons: list[str]


def judge(page: Page, said: str) -> Judged:
    """Tell the article of a page from the rest; `said` is the title that the page's markup gives, folded."""
    judgement = _Judgement(page, said)
    return Judged(judgement.title, judgement.author, judgement.reasons())


class _Judgement:
    def __init__(self, page: Page, said: str) -> None:
        self.page = page
        named = _named(page)
        candidates = titles_said(page, said)
        self.main: MainPart = find_main_part(page, _doubted(page, named), candidates)
        self.labels = find_labels(page, self._lead())
        self.title = self.labels.title
        if self.title < 0:
            self.title = find_title(page, candidates, self._lead())
        self.named = self._reasons_of_elements(named)
        self.outer, self.start, self.stop = self._bounds()
        self.author = self._author_above()

    def reasons(self) -> list[str]:
        """For each piece why it is set aside, or ""."""
        reasons = [self._reason(at) for at in range(len(self.page.pieces))]
        self._set_boxes_aside(reasons)
        self._set_summary_aside(reasons)
        self._set_pictures_aside(reasons)
        return reasons

    @property
    def core(self) -> Element | None:
        return self.page.elements[self.main.core] if self.main.core >= 0 else None

    def _author_above(self) -> int:
        """The name above the text that the markup calls the author."""
        if self.labels.author >= 0:
            return self.labels.author
        above = range(self.outer, min(self._lead(), self.stop))
        return next((at for at in above if self._is_author(at) and self._is_name(at)), -1)

    def _is_name(self, at: int) -> bool:
        text = self.page.pieces[at].text
        return len(text) <= _LONGEST_NAME and not self._named_at(at) and is_byline(text, fold(text))

    def _lead(self) -> int:
        """The first paragraph of the main part."""
        if self.core is None:
            return len(self.page.pieces)
        prose = self.main.prose
        run = range(self.core.first, self.core.stop)
        return next((at for at in run if prose[at]), self.core.first)

    def _holds_article(self, element: Element) -> bool:
        core = self.core
        if core is None or element.first <= self.title < element.stop:
            return True
        if element.first <= core.first and core.stop <= element.stop:
            return True
        whole = self.main.prose_of(core.first, core.stop)
        inside = core.first <= element.first and element.stop <= core.stop
        return inside and self.main.prose_of(element.first, element.stop) > _MUCH * whole

    def _reasons_of_elements(self, named: list[str]) -> list[str]:
        """For each element the reason that it, or one around it, gives by its name; none where it holds the article."""
        reasons: list[str] = []
        for at, element in enumerate(self.page.elements):
            reason = reasons[element.parent] if element.parent >= 0 else ""
            if not reason and named[at] and not self._holds_article(element):
                reason = named[at]
            reasons.append(reason)
        return reasons

    def _bounds(self) -> tuple[int, int, int]:
        """Where what holds title and article begins, where the article begins, and where it ends.

        After the main part paragraphs and a name may still follow.
        """
        core, page = self.core, self.page
        if core is None:
            return 0, 0, len(page.pieces)
        outer = self._outer(core)
        stop = core.stop
        for at in range(core.stop, outer.stop):
            if stops_article(page, at):
                break
            if self._belongs(at, stop):
                stop = at + 1
        start = min(core.first, self.title + 1) if self.title >= 0 else core.first
        return outer.first, start, stop

    def _outer(self, core: Element) -> Element:
        """The innermost element around the title and the main part."""
        if self.title < 0:
            return core if core.parent < 0 else self.page.elements[core.parent]
        outer = common(self.page, self.page.pieces[self.title].inside, self.main.core)
        return self.page.elements[outer] if outer >= 0 else core

    def _belongs(self, at: int, stop: int) -> bool:
        piece = self.page.pieces[at]
        if self._is_author(at):
            return True
        if self._named_at(at) or piece.is_link:
            return False
        if self.main.prose[at]:
            return not is_teaser(self.page, self.main, at)
        folded = fold(piece.text)
        return at < stop + 3 and len(piece.text) <= _LONGEST_NAME and is_byline(piece.text, folded)

    def _is_author(self, at: int) -> bool:
        inside = self.page.pieces[at].inside
        return inside >= 0 and bool(self.page.elements[inside].names & _AUTHOR)

    def _is_role(self, at: int) -> bool:
        """Whether a line between title and lead is said beside the author ("Phóng viên"), and is no date."""
        if self.main.prose[at] or not self._is_author(at) or not self.title < at < self._lead():
            return False
        return not read_stamp(fold(self.page.pieces[at].text))

    def _named_at(self, at: int) -> str:
        inside = self.page.pieces[at].inside
        return self.named[inside] if inside >= 0 else ""

    def _reason(self, at: int) -> str:
        piece, prose = self.page.pieces[at], self.main.prose[at]
        if at == self.title or (self._is_author(at) and self._lead() < at < self.stop):
            return ""
        if at == self.author:
            return ""
        if at in self.labels.aside or self._is_role(at):
            return noise.HEAD
        if piece.by_date and not prose and _is_beside_date(fold(piece.text)):
            return noise.HEAD
        reason = self._named_at(at)
        if reason in _OF_HEADS and self.outer <= at < self.stop and read_stamp(fold(piece.text)):
            return ""
        if self.start <= at < self.stop:
            if prose and at < (self.core.first if self.core else 0):
                return self._reason_of_lead(at, reason)
            if reason:
                return reason
            return noise.RELATED if piece.is_link and not prose else ""
        if at < self.start:
            return reason or self._reason_above(at)
        return reason or (noise.RELATED if piece.is_link else noise.FOOT)

    def _reason_above(self, at: int) -> str:
        """What stands above the article is left to `clean`, but for links and the paragraphs of other pages."""
        if self.main.prose[at]:
            other = self.title >= 0 or is_teaser(self.page, self.main, at)
            return noise.RELATED if other else ""
        piece = self.page.pieces[at]
        return MENU if piece.is_link and not read_stamp(fold(piece.text)) else ""

    def _reason_of_lead(self, at: int, reason: str) -> str:
        """A paragraph between title and main part is the lead, unless it stands with other news or is a caption."""
        if reason in _OF_HEADS:
            reason = ""
        return reason or (noise.RELATED if is_teaser(self.page, self.main, at) else "")

    def _set_boxes_aside(self, reasons: list[str]) -> None:
        """Boxes with headlines of other pages, and what is said around these, amid the paragraphs."""
        core = self.core
        if core is None:
            return
        whole = self.main.prose_of(core.first, core.stop)
        links = running_sums(is_headline(self.page, at) for at in range(len(reasons)))
        paragraphs = running_sums(prose > 0 for prose in self.main.prose)
        for element in self.page.elements:
            first, stop = element.first, element.stop
            if (
                not core.first <= first < stop <= core.stop
                or stop - first == core.stop - core.first
            ):
                continue
            told = links[stop] - links[first]
            is_box = told and paragraphs[stop] - paragraphs[first] <= told
            if is_box and self.main.prose_of(first, stop) <= _MUCH * whole:
                for at in range(first, stop):
                    if at != self.title:
                        reasons[at] = reasons[at] or noise.RELATED

    def _set_summary_aside(self, reasons: list[str]) -> None:
        """The small box under the heading "Tóm tắt" repeats in short what the article says."""
        page = self.page
        for at, piece in enumerate(page.pieces):
            if reasons[at] or not noise.opens_summary(fold(piece.text)):
                continue
            reasons[at] = noise.SUMMARY
            around = (page.elements[up] for up in page.around(piece.inside))
            box = next((one for one in around if one.stop - one.first > 1), None)
            if box and self._is_summary(run := range(at + 1, box.stop)):
                reasons[at + 1 : box.stop] = [reasons[one] or noise.SUMMARY for one in run]

    def _is_summary(self, run: range) -> bool:
        """Whether pieces are short, or items of a list: a lead may stand under such a heading, too."""
        told = [at for at in run if self.main.prose[at]]
        items = all(self.page.elements[self.page.pieces[at].inside].tag == "li" for at in told)
        return items and sum(self.main.prose[at] for at in told) <= _MUCH * self.main.sums[-1]

    def _set_pictures_aside(self, reasons: list[str]) -> None:
        """The short text that shares the innermost element with a picture, among the paragraphs, is its caption."""
        page = self.page
        last = max(
            (at for at, prose in enumerate(self.main.prose) if prose and not reasons[at]),
            default=-1,
        )
        lengths = running_sums(len(piece.text) for piece in page.pieces)
        for inside, before in page.pictures:
            if not self.start <= before <= last + 1:
                continue
            holders = (page.elements[at] for at in page.around(inside))
            holder = next((one for one in holders if one.first < one.stop), None)
            if holder is None or lengths[holder.stop] - lengths[holder.first] > _LONGEST_CAPTION:
                continue
            pieces = range(holder.first, holder.stop)
            if self.title in pieces:
                continue
            if not any(read_stamp(fold(page.pieces[at].text)) for at in pieces):
                for at in pieces:
                    reasons[at] = reasons[at] or noise.CAPTION


def _is_beside_date(folded: str) -> bool:
    """Whether what stood on a line with a date is neither one nor a credit."""
    is_credit = noise.is_credit(folded) or folded.startswith("nguon")
    return not (is_credit or only_says_when(folded) or noise.own_reason(folded))


def _named(page: Page) -> list[str]:
    """For each element the reason that its own name gives, or ""."""
    return [_TAGS.get(one.tag) or _reason_of_names(one.names) for one in page.elements]


@lru_cache(maxsize=4096)
def _reason_of_names(names: frozenset[str]) -> str:
    reason = next((_REASONS[name] for name in sorted(names) if name in _REASONS), "")
    return "" if reason in (noise.HEAD, noise.FOOT) and names & _OF_BOXES else reason


def _doubted(page: Page, named: list[str]) -> list[bool]:
    """For each element whether it or one around it calls itself something else that may hold paragraphs."""
    doubted: list[bool] = []
    for reason, element in zip(named, page.elements, strict=True):
        doubted.append(reason in _DOUBTFUL or (element.parent >= 0 and doubted[element.parent]))
    return doubted
