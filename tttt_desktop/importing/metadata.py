"""What a page says about itself: title, dates, byline, outlet, province, years. What it does not say stays empty."""

import re
from dataclasses import dataclass
from datetime import date

from tttt_desktop.domain.text import fold
from tttt_desktop.importing import dates, noise
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.layout import Layout
from tttt_desktop.importing.provinces import find_province, proper_case
from tttt_desktop.importing.years import find_years

_LONGEST_TITLE = 110
_AGENCY_PREFIX = re.compile(
    r"\s*(?:\((?P<in>[^()]{2,40})\)\s*(?P<dash>[-–—])?|(?P<bare>[A-Z][A-Z.]{1,9})\s*[-–—]\s)"
)
_OUTLET = re.compile(
    r"^(?:cong|trang|bao|dai|tap chi|thong tan|web)\b|online|\.(?:vn|com|net|org)\b|^ttx"
)
_PRESS = re.compile(
    r"^(?:cong thong tin|trang (?:thong )?tin|trang tin|bao|dai|tap chi|thong tan xa)\b"
)
_AGENCY = re.compile(
    r"^(?:so|bo|van phong|ubnd|uy ban nhan dan|(?:tinh|thanh|huyen) uy|trung tam|cuc|dang (?:bo|uy)"
    r"|ban tuyen giao)\b"
)
_SOURCE = re.compile(r"\W*(?:nguồn|theo)\s*:?\s+([^().:]{3,60})\W*", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[|>›»]|/ | - )\s*")
_BLANKS = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class About:
    """Metadata of one page, in the terms of `ParsedArticle`."""

    title: str
    outlet: str
    byline: str
    published_on: date | None
    published_time: str
    event_on: date | None
    province: str
    review_year: int | None
    plan_year: int | None


def describe(layout: Layout, draft: Draft) -> About:
    """Read the metadata of a page from its laid-out lines and from what its markup says outside the text."""
    text = "\n".join(layout.paragraphs)
    folded = fold(text)
    lead = folded[: folded.find("\n", 700) if len(folded) > 700 else None]
    stamp = layout.stamp or dates.read_stamp(fold(draft.published[:10]))
    event = dates.find_event(lead[:900])
    published_on = dates.choose_published(stamp, event) if stamp else None
    review, plan = find_years(fold(layout.title), lead, published_on.year if published_on else None)
    outlet = _outlet(layout, draft.site)
    around = " \n ".join((draft.site, outlet, *_head(layout)))
    return About(
        title=_title(layout),
        outlet=outlet,
        byline=_BLANKS.sub(" ", layout.byline.strip(" ()[]:-–—")),
        published_on=published_on,
        published_time=stamp.time if stamp else "",
        event_on=dates.date_event(event, published_on, review) if event else None,
        province=find_province(around, layout.title, text, folded),
        review_year=review,
        plan_year=plan,
    )


def _head(layout: Layout) -> tuple[str, ...]:
    return tuple(block.text for block in layout.blocks[: max(layout.title_at, 0)])


def _tail(layout: Layout) -> tuple[str, ...]:
    lines = [block.text for block in layout.blocks]
    end = max((at for at in layout.body if noise.is_prose(lines[at])), default=len(lines))
    return tuple(lines[end + 1 :])


def _title(layout: Layout) -> str:
    """The title line; of a page without one, the first words of its text."""
    if layout.title or not layout.paragraphs:
        return _BLANKS.sub(" ", layout.title)
    first = _BLANKS.sub(" ", layout.paragraphs[0])
    if len(first) <= _LONGEST_TITLE:
        return first
    return first[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _outlet(layout: Layout, site: str) -> str:
    """Who published the page: a paper or portal in the head, the prefix of the lead, an office there, "Nguồn: ..."."""
    parts = [part for line in (*_head(layout), site) for part in _PARTS.split(line)]
    for pattern in (_PRESS, None, _AGENCY):
        if pattern is None:
            if prefix := _prefix(layout.paragraphs[0] if layout.paragraphs else ""):
                return prefix
            continue
        named = (part for part in parts if len(part) <= 80 and pattern.search(fold(part)))
        if found := next(named, ""):
            return _sentence_case(found)
    sources = (_SOURCE.fullmatch(line) for line in _tail(layout))
    return next((found[1].strip() for found in sources if found), "")


def _prefix(paragraph: str) -> str:
    found = _AGENCY_PREFIX.match(paragraph)
    if not found:
        return ""
    name = found["in"] or found["bare"]
    return name if found["dash"] or found["bare"] or _OUTLET.search(fold(name)) else ""


def _sentence_case(name: str) -> str:
    """ "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH BẠC LIÊU" as "Cổng thông tin điện tử tỉnh Bạc Liêu"; other names stay."""
    name = _BLANKS.sub(" ", name)
    return proper_case(name) if name.isupper() else name
