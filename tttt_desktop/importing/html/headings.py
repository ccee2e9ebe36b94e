"""What the markup of a web page says about the article: its title, its publisher, its date."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.html.markup import Page

TITLE = words("title tieude headline")  # what a line that is a title is called in its class or id
_HEADINGS = words("h1 h2 h3 h4")
_OFFICE = re.compile(
    r"\W*(?:(?:cong|trang) (?:thong |tin|ttdt)|trang tin|website|bao|tap chi|dai|so|bo|ubnd|uy ban|van phong|trung tam"
    r"|(?:tinh|thanh|huyen|quan|thi) (?:uy|doan)|dang bo|hoi|ban)\b"
)
_ACT = re.compile(
    r"[:?!]|\d|tong ket|so ket|trien khai|to chuc|hoi nghi|lam viec|kiem|thuc hien|day manh|tang cuong|\bhop\b|trao|nhiem vu"
    r"|ke hoach|cong bo|yeu cau|phat bieu|ra mat|nhin lai|mot nam|hoan thanh|vuot|doi moi|but pha|tap huan|phat dong|ky ket"
    r"|danh gia|gop phan|tiep tuc|no luc|khac phuc|giu vung|huong (?:toi|ve|den)|dan dau"
)
_HOUSE = re.compile(
    r"\W*(?:buu dien|cong an|benh vien|(?:chi )?cuc|lien doan|mat tran|truong|hoc vien|doan)(?: \S+){1,6}\W*"
)  # a name as long as that has no room for an act
_BETWEEN = re.compile(r"\s+[-–|]\s+")
_SHORTEST_HEADING, _SHORTEST_TITLE = 12, 30  # characters
_FEWEST_WORDS = 5  # of a headline


def _meta(root: Any, name: str) -> str:
    for node in root.iter("meta"):
        if name in (node.get("property"), node.get("name"), node.get("itemprop")):
            return normalise(node.get("content") or "").strip()
    return ""


def _page_title(root: Any) -> str:
    node = root.find(".//head/title")
    return normalise("".join(node.itertext())).strip() if node is not None else ""


def said_title(root: Any) -> str:
    """The titles that the markup gives, folded: of the window and of shared links."""
    return fold(f"{_page_title(root)} | {_meta(root, 'og:title')}")


def find_headline(root: Any) -> str:
    """The title that the markup gives for shared links, without the name of the site; "" where it names only that."""
    parts = _BETWEEN.split(_meta(root, "og:title"))
    while len(parts) > 1 and (is_site_name(fold(parts[-1])) or parts[-1] in _page_title(root)):
        parts.pop()
    title = " - ".join(parts)
    return title if len(title.split()) >= _FEWEST_WORDS and not is_site_name(fold(title)) else ""


def titles_said(page: Page, said: str) -> list[int]:
    """The pieces that repeat a title of the markup, headings before other long lines where there are any."""
    tags = [page.elements[piece.inside].tag if piece.inside >= 0 else "" for piece in page.pieces]
    texts = [fold(piece.text) for piece in page.pieces]
    headings = [
        at
        for at, tag in enumerate(tags)
        if tag in _HEADINGS and _is_said(texts[at], said, _SHORTEST_HEADING)
    ]
    return headings or [
        at for at, text in enumerate(texts) if _is_said(text, said, _SHORTEST_TITLE)
    ]


def _is_said(text: str, said: str, shortest: int) -> bool:
    """Whether a piece is a title of the markup, and not the name of the site, which may be that too."""
    return len(text) >= shortest and text in said and not is_site_name(text)


def is_site_name(folded: str) -> bool:
    """Whether a line names an office or a paper and no act of it."""
    named = _OFFICE.match(folded) or _HOUSE.fullmatch(folded)
    return bool(named) and not _ACT.search(folded)


def find_title(page: Page, said: list[int], lead: int) -> int:
    """Index of the piece that is the title, or -1; `lead` is the first paragraph of the main part.

    It is the last of those `said` by the markup that stands above the lead; else the last <h1> there; else the last of the long lines above the lead that call themselves a title.
    """
    above = [at for at in said if at < lead]
    if above and not _is_passed_over(page, above[-1], lead):
        return above[-1]
    pieces = page.pieces[:lead]
    elements = [page.elements[piece.inside] if piece.inside >= 0 else None for piece in pieces]
    first_headings = [at for at, one in enumerate(elements) if one and one.tag == "h1"]
    long = [
        at
        for at in first_headings
        if len(pieces[at].text) >= _SHORTEST_HEADING and not is_site_name(fold(pieces[at].text))
    ]
    named = [
        at
        for at, one in enumerate(elements)
        if one and one.names & TITLE and len(pieces[at].text) >= _SHORTEST_TITLE
    ]
    return max((long or named)[-1:], default=-1)


def _is_passed_over(page: Page, said: int, lead: int) -> bool:
    """Whether a line in the head of a page, no heading, only names the file: another above the text calls itself a title."""
    one = page.elements[page.pieces[said].inside]
    if one.tag in _HEADINGS or not any(
        "header" in page.elements[at].names for at in page.around(page.pieces[said].inside)
    ):
        return False
    after = (page.pieces[at] for at in range(said + 1, lead))
    return any(
        len(piece.text) >= _SHORTEST_TITLE and page.elements[piece.inside].names & TITLE
        for piece in after
        if piece.inside >= 0
    )


def find_site(page: Page, root: Any, title: int) -> str:
    """What the page's markup calls its publisher: `og:site_name`, a page title that is not the article's, the banner."""
    name = _meta(root, "og:site_name")
    said = _page_title(root)
    if name or title < 0:
        return name or next(filter(_is_site, (said, *page.banners)), "")
    own = fold(page.pieces[title].text) not in fold(said)
    return said if own and said else next(filter(_is_site, page.banners), "")


def _is_site(name: str) -> bool:
    return len(name) >= _SHORTEST_HEADING and is_site_name(fold(name))


def find_published(root: Any) -> str:
    """The date in the page's `<meta>`, else of the `<time>` beside its heading, as written there (ISO 8601), or ""."""
    said = _meta(root, "article:published_time") or _meta(root, "datePublished")
    return said or next(filter(None, _times_beside(root.find(".//h1"))), "")


def _times_beside(heading: Any) -> Iterator[str]:
    """The moments said in the two elements around a heading, but for the body, where other news stand too."""
    for around in islice(heading.iterancestors(), 2) if heading is not None else ():
        if around.tag != "body":
            yield from (node.get("datetime") or "" for node in around.iter("time"))
