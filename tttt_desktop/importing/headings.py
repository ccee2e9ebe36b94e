"""What the markup of a web page says about the article: its title, its publisher, its date."""

from typing import Any

from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.importing import noise
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.markup import Page

TITLE = words("title tieude headline")  # what a line that is a title is called in its class or id
_HEADINGS = words("h1 h2 h3 h4")
_SHORTEST_HEADING, _SHORTEST_TITLE = 12, 30  # characters


def _meta(root: Any, name: str) -> str:
    for node in root.iter("meta"):
        if name in (node.get("property"), node.get("name"), node.get("itemprop")):
            return normalise(node.get("content") or "").strip()
    return ""


def _page_title(root: Any) -> str:
    node = root.find(".//head/title")
    return normalise("".join(node.itertext())).strip() if node is not None else ""


def find_title(page: Page, root: Any) -> int:
    """Index of the piece that is the title, or -1.

    It is the heading, else the line, that the page's own title repeats; else the first <h1>; else the last of the long
    lines above the paragraphs that call themselves a title.
    """
    said = fold(f"{_page_title(root)} | {_meta(root, 'og:title')}")
    tags = [page.elements[piece.inside].tag if piece.inside >= 0 else "" for piece in page.pieces]
    texts = [fold(normalise(piece.text)) for piece in page.pieces]
    long = [at for at, text in enumerate(texts) if len(text) >= _SHORTEST_TITLE]
    first_heading = next((at for at, tag in enumerate(tags) if tag == "h1"), None)
    rules = (
        (at for at, tag in enumerate(tags) if tag in _HEADINGS and _says(said, texts[at])),
        (at for at in long if texts[at] in said),
        iter(() if first_heading is None else (first_heading,)),
    )
    return next((at for rule in rules for at in rule), _named_title(page, long))


def _says(said: str, text: str) -> bool:
    return len(text) >= _SHORTEST_HEADING and text in said


def _named_title(page: Page, long: list[int]) -> int:
    named = -1
    for at in long:
        piece = page.pieces[at]
        if noise.is_prose(piece.text):
            break
        if piece.inside >= 0 and page.elements[piece.inside].names & TITLE:
            named = at
    return named


def find_site(page: Page, root: Any, title: int) -> str:
    """What the page's markup calls its publisher: `og:site_name`, or a page title that is not the article's."""
    name = _meta(root, "og:site_name")
    said = _page_title(root)
    if not name and title >= 0 and fold(normalise(page.pieces[title].text)) not in fold(said):
        name = said
    return name


def find_published(root: Any) -> str:
    """The date in the page's `<meta>`, as written there (ISO 8601), or ""."""
    return _meta(root, "article:published_time") or _meta(root, "datePublished")
