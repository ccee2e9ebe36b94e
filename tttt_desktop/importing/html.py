"""Saved web pages: their lines in order, with a reason where the markup says what a line is.

lxml only parses: nothing is fetched, no script runs, no entity of a DTD is read. What the markup does not tell is left
to `clean`.
"""

import codecs
import re
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.importing import noise
from tttt_desktop.importing.dates import read_stamp
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.markup import Page, flatten
from tttt_desktop.importing.txt import decode

MENU = "Trình đơn"
FOOTER = "Chân trang"
HEADER = "Đầu trang"
COMMENTS = "Bình luận"
TRAIL = "Đường dẫn trang"

_TAGS = {
    "nav": MENU,
    "menu": MENU,
    "footer": FOOTER,
    "aside": noise.RELATED,
    "header": HEADER,
    "figcaption": noise.CAPTION,
    "caption": noise.CAPTION,
}
_NAMES = {
    MENU: "nav menu navbar navigation topnav mainmenu submenu menubar sidebar",
    FOOTER: "footer foot copyright bottom banquyen",
    HEADER: "header top banner logo clock topbar masthead login",
    noise.RELATED: "related relate relation other others othernews tinkhac lienquan tinlienquan recommend popular suggest",
    COMMENTS: "comment comments binhluan disqus",
    TRAIL: "breadcrumb breadcrumbs crumb crumbs path sitemap",
    noise.TOOLS: "share social tool tools toolbar print fontsize sharing addthis rating vote audio player",
    noise.TAGS: "tags tag keyword keywords tukhoa",
    noise.CAPTION: "caption captions chuthich figcaption",
    noise.VIEWS: "views viewcount luotxem hitcount",
}
_REASONS = {name: reason for reason, names in _NAMES.items() for name in names.split()}
_NAMED = frozenset(_REASONS) | {"author", "byline", "tacgia"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_MUCH = 0.3  # of the paragraphs: what holds more than that is no menu, whatever it is called
_SHORTEST_TITLE = 12
_LONGEST_CAPTION = 220


def read(data: bytes) -> Draft:
    """The lines of a web page. Errors: FileRefused."""
    return draft_of(_text(data))


def _text(data: bytes) -> str:
    """The page as text: by its mark, as UTF-8, else by the charset it names, else as plain text is told."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            name = declared[1].decode("ascii").lower()
            if not name.startswith("utf"):
                return _declared(data, name)
    return decode(data)


def _declared(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return decode(data)


def draft_of(text: str) -> Draft:
    """The lines of a page or of a piece of one. Errors: FileRefused when there is nothing to parse."""
    import lxml.etree as etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise FileRefused("Trang web trống hoặc bị hỏng.", "Hãy lưu lại trang rồi thử lại.")
    page = flatten(root, _NAMED)
    title = _title(page, root)
    reasons = _judge(page, title)
    blocks = [
        Block(line.strip(), reason)
        for piece, reason in zip(page.pieces, reasons, strict=True)
        for line in normalise(piece.text).split("\n")
        if line.strip()
    ]
    return Draft(
        blocks,
        title=normalise(page.pieces[title].text) if title >= 0 else "",
        site=_site(root, page, title),
        published=_meta(root, "article:published_time") or _meta(root, "datePublished"),
    )


def _meta(root: Any, name: str) -> str:
    for node in root.iter("meta"):
        if name in (node.get("property"), node.get("name"), node.get("itemprop")):
            return normalise(node.get("content") or "").strip()
    return ""


def _page_title(root: Any) -> str:
    node = root.find(".//head/title")
    return normalise("".join(node.itertext())).strip() if node is not None else ""


def _title(page: Page, root: Any) -> int:
    """Index of the piece that is the title: a heading which the page's own title repeats, else its first <h1>; or -1."""
    said = fold(f"{_page_title(root)} | {_meta(root, 'og:title')}")
    headings = [
        (at, page.elements[piece.inside].tag)
        for at, piece in enumerate(page.pieces)
        if piece.inside >= 0 and re.fullmatch("h[1-4]|div|p|td", page.elements[piece.inside].tag)
    ]
    for at, tag in headings:
        text = fold(normalise(page.pieces[at].text))
        if len(text) >= _SHORTEST_TITLE and (tag[0] == "h" or len(text) > 30) and text in said:
            return at
    return next((at for at, tag in headings if tag == "h1"), -1)


def _site(root: Any, page: Page, title: int) -> str:
    """What the page's markup calls its publisher: `og:site_name`, or a page title that is not the article's."""
    name = _meta(root, "og:site_name")
    said = _page_title(root)
    if not name and title >= 0 and fold(normalise(page.pieces[title].text)) not in fold(said):
        name = said
    return name


def _prose(page: Page) -> list[int]:
    """For each piece its length if it is a paragraph, else 0."""
    return [
        len(piece.text) if noise.is_prose(piece.text) and not piece.is_link else 0
        for piece in page.pieces
    ]


def _judge(page: Page, title: int) -> list[str]:
    """For each piece why it is set aside, or ""."""
    prose = _prose(page)
    total = sum(prose)
    own = _reasons_of_elements(page, prose, total, title)
    first, stop = _main(page, prose, total)
    reasons = [own[piece.inside] if piece.inside >= 0 else "" for piece in page.pieces]
    for at, piece in enumerate(page.pieces):
        if reasons[at] or at == title:
            continue
        if at >= stop and not page.elements[piece.inside].names & {"author", "byline", "tacgia"}:
            reasons[at] = noise.RELATED if piece.is_link else FOOTER
        elif piece.is_link and at > title and not prose[at]:
            reasons[at] = noise.RELATED if at >= first else MENU
    _set_pictures_aside(page, reasons, prose)
    return reasons


def _reasons_of_elements(page: Page, prose: list[int], total: int, title: int) -> list[str]:
    """For each element the reason that it, or one around it, gives by its name; none where it holds the article."""
    reasons: list[str] = []
    for element in page.elements:
        reason = reasons[element.parent] if element.parent >= 0 else ""
        holds_title = element.first <= title < element.stop
        if (
            not reason
            and not holds_title
            and sum(prose[element.first : element.stop]) <= _MUCH * total
        ):
            reason = _TAGS.get(element.tag) or next(
                (_REASONS[name] for name in sorted(element.names) if name in _REASONS), ""
            )
        reasons.append(reason)
    return reasons


def _main(page: Page, prose: list[int], total: int) -> tuple[int, int]:
    """Where the article begins and ends: the smallest element with nearly all the paragraphs."""
    for element in reversed(page.elements):
        if total and sum(prose[element.first : element.stop]) >= 0.85 * total:
            return element.first, element.stop
    return 0, len(page.pieces)


def _set_pictures_aside(page: Page, reasons: list[str], prose: list[int]) -> None:
    """The short text that shares the innermost element with a picture, among the paragraphs, is its caption."""
    paragraphs = [at for at, length in enumerate(prose) if length and not reasons[at]]
    if not paragraphs:
        return
    for inside, before in page.pictures:
        if not paragraphs[0] < before + 1 or before > paragraphs[-1]:
            continue
        for around in page.around(inside):
            element = page.elements[around]
            texts = page.pieces[element.first : element.stop]
            if texts:
                if sum(len(piece.text) for piece in texts) <= _LONGEST_CAPTION and not any(
                    read_stamp(fold(piece.text)) for piece in texts
                ):
                    for at in range(element.first, element.stop):
                        reasons[at] = reasons[at] or noise.CAPTION
                break
