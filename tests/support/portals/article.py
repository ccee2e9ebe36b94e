"""What the builders of pages share: an invented article, and a page made of it with the text that must come out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Article:
    """An invented article; a paragraph that begins with "- " or "1. " is an item of a list."""

    title: str
    paragraphs: tuple[str, ...]
    byline: str
    captions: tuple[str, ...] = ()
    province: str = ""

    @property
    def lead(self) -> str:
        """The first paragraph."""
        return self.paragraphs[0]

    @property
    def rest(self) -> tuple[str, ...]:
        """All paragraphs but the first."""
        return self.paragraphs[1:]


@dataclass(frozen=True, slots=True)
class Ideal:
    """What a perfect reader makes of a page: the lines of the body and the metadata."""

    lines: tuple[str, ...]
    title: str
    published: str  # ISO date, "" where the page has none
    lead: str
    byline: str = ""
    province: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as a browser saved it."""

    name: str
    make: Callable[[], tuple[str, Ideal]]
    encoding: str = "utf-8"

    def html(self) -> bytes:
        """The bytes of the file."""
        return self.make()[0].encode(self.encoding)

    def ideal(self) -> Ideal:
        """What must come out."""
        return self.make()[1]


def ideal(
    article: Article,
    stamp: str,
    published: str,
    *,
    host: str = "",
    byline: str | None = None,
    paragraphs: tuple[str, ...] | None = None,
) -> Ideal:
    """The usual order: title, date line, paragraphs, byline as the page prints it (`byline`)."""
    body = article.paragraphs if paragraphs is None else paragraphs
    printed = article.byline if byline is None else byline
    lines = (article.title, stamp, *body, printed)
    return Ideal(
        tuple(line for line in lines if line),
        article.title,
        published,
        body[0],
        article.byline if printed else "",
        article.province,
        host,
    )


def text(value: str) -> str:
    """Text for markup."""
    return escape(value, quote=False)


def paragraphs(lines: tuple[str, ...], tag: str = "p", attributes: str = "") -> str:
    """Each line in an element of its own."""
    opened = f"<{tag} {attributes}>" if attributes else f"<{tag}>"
    return "\n".join(f"{opened}{text(line)}</{tag}>" for line in lines)


_ITEM = re.compile(r"(?:-|\d+\.) ")


def unnumbered(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines without the plain numbers of items, which a list of the page has by itself."""
    return tuple(re.sub(r"^\d+\. ", "", line) for line in lines)


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return bool(_ITEM.match(line))
