"""What a reader hands to cleaning: the blocks of a page in order, before anyone knows which is the title."""

from dataclasses import dataclass

from tttt_desktop.domain.records import Block


@dataclass(frozen=True, slots=True)
class Draft:
    """`blocks` are single lines without outer white space; a reason is set where the markup alone tells it.

    `title`, `site` and `published` are what the markup says outside the visible text (`<title>`, `<meta>`), else empty.
    """

    blocks: list[Block]
    title: str = ""
    site: str = ""
    published: str = ""
    encoding: str = ""  # as `ParsedArticle.encoding`
    host: str = ""  # as `ParsedArticle.site`
    author: str = ""  # the line above the text that the markup calls its author
    headline: str = ""  # the title of shared links, for a page that shows none
    byline: str = ""  # who sent it, as a mail says; for an article that names no author


def words(names: str) -> frozenset[str]:
    """The names in a line of names."""
    return frozenset(names.split())
