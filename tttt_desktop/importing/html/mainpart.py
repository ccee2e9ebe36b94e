"""Which part of a web page is the article: told by where its paragraphs stand side by side, not by what things are called."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, takewhile

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.facts.dates import read_stamp
from tttt_desktop.importing.html.markup import Page
from tttt_desktop.importing.page import noise

_ITEMS = words(
    "p li ul ol dl dt dd blockquote h1 h2 h3 h4 h5 h6 pre tbody thead"
)  # their parent holds paragraphs
_SHORTEST_SENTENCE = 40  # characters
_DOUBTED = 0.25  # what the paragraphs of a part count that calls itself something else
_TITLED = 1.5  # what they count where the title stands with them
_SHORTEST_HEADLINE = 20
_FOLDED = 3  # elements around a part that folds away, up to the one around all parts


@dataclass(frozen=True, slots=True)
class MainPart:
    """The element that holds most paragraphs, how long the prose of each piece is, and its running sums."""

    core: int
    prose: list[int]
    sums: list[int]

    def prose_of(self, first: int, stop: int) -> int:
        """Characters of paragraphs in a run of pieces."""
        return self.sums[stop] - self.sums[first]


def running_sums(lengths: Iterable[int]) -> list[int]:
    """So that the sum of a slice costs nothing: `sums[stop] - sums[start]`."""
    return list(accumulate(lengths, initial=0))


def find_main_part(page: Page, doubted: list[bool], titles: Sequence[int] = ()) -> MainPart:
    """The main part of a page; `doubted` tells of each element whether it calls itself something else.

    `titles` are the pieces that repeat a title of the markup.
    """
    prose = [
        len(piece.text) if noise.is_prose(piece.text) and not piece.is_link else 0
        for piece in page.pieces
    ]
    sums = running_sums(prose)
    titled = _under_title(page, titles, sums)
    weights: Counter[int] = Counter()
    for at, piece in enumerate(page.pieces):
        weight = float(prose[at] or _sentence(piece.text, piece.is_link))
        if not weight or piece.inside < 0:
            continue
        if doubted[piece.inside]:
            weight *= _DOUBTED
        if at in titled:
            weight *= _TITLED
        weights[_holder(page, piece.inside)] += round(weight)
    core = max(weights, key=lambda at: (weights[at], -at), default=-1)
    return MainPart(_with_its_like(page, core, weights), prose, sums)


def _under_title(page: Page, titles: Sequence[int], sums: list[int]) -> range:
    """The pieces of the innermost element that holds the longest of the titles and paragraphs."""
    if not titles:
        return range(0)
    title = max(titles, key=lambda at: len(page.pieces[at].text))
    around = (page.elements[at] for at in page.around(page.pieces[title].inside))
    holders = (one for one in around if sums[one.stop] > sums[one.first])
    holder = next(holders, None)
    return range(holder.first, holder.stop) if holder else range(0)


def _with_its_like(page: Page, core: int, weights: Counter[int]) -> int:
    """Of an article in parts that fold away, each in a box like the others, the element around all of these."""
    if core < 0 or not page.elements[core].classes:
        return core
    for up, at in enumerate(islice(page.around(core), 1, 1 + _FOLDED), 1):
        around = page.elements[at]
        others = (
            one
            for one in weights
            if one != core and around.first <= page.elements[one].first < around.stop
        )
        alike = [one for one in others if _is_like(page, core, one, at, up)]
        if alike:
            run = range(around.first, around.stop)
            whole = not any(is_headline(page, piece) for piece in run)
            return at if whole and not _is_dated(page, alike, at) else core
    return core


def _is_dated(page: Page, alike: Iterable[int], around: int) -> bool:
    """Whether what is beside the article has a date line of its own: then it is the next article, not the next part."""
    for one in alike:
        *_, top = takewhile(lambda at: at != around, page.around(one))
        pieces = page.pieces[page.elements[top].first : page.elements[top].stop]
        if any(read_stamp(fold(piece.text)) for piece in pieces):
            return True
    return False


def _is_like(page: Page, core: int, other: int, around: int, up: int) -> bool:
    """Whether two boxes are called the same and stand as deep in what is around both."""
    one, two = page.elements[core], page.elements[other]
    same = one.tag == two.tag and one.classes == two.classes
    return same and next(islice(page.around(other), up, None), -1) == around


def _sentence(text: str, is_link: bool) -> int:
    """Short sentences count too, for articles that have no long paragraph."""
    if is_link or len(text) < _SHORTEST_SENTENCE or not noise.ends_like_prose(text):
        return 0
    return len(text)


def _holder(page: Page, element: int) -> int:
    """The element in which a paragraph stands beside others: not the paragraph itself, nor what wraps it alone."""
    while True:
        one = page.elements[element]
        if one.parent < 0 or not (one.tag in _ITEMS or one.stop - one.first <= 1):
            return element
        element = one.parent


def is_teaser(page: Page, main: MainPart, at: int) -> bool:
    """Whether a paragraph outside the main part stands in one box with the headline of another page."""
    holder = page.elements[_holder(page, page.pieces[at].inside)]
    core = page.elements[main.core]
    if holder.first <= core.first and core.stop <= holder.stop:
        return False
    return any(is_headline(page, other) for other in range(holder.first, holder.stop))


def is_headline(page: Page, at: int) -> bool:
    """Whether a piece is a link as long as a headline."""
    piece = page.pieces[at]
    return piece.is_link and len(piece.text) >= _SHORTEST_HEADLINE


def common(page: Page, one: int, other: int) -> int:
    """The innermost element around both elements; -1 when there is none."""
    around = set(page.around(one))
    return next((at for at in page.around(other) if at in around), -1)


def stops_article(page: Page, at: int) -> bool:
    """Whether what follows a piece is no more of the article: other news, what readers wrote, the imprint."""
    piece = page.pieces[at]
    folded = fold(piece.text)
    opens = noise.opens_foot(folded) or noise.opens_comments(folded) or noise.is_imprint(folded)
    return opens or is_headline(page, at)
