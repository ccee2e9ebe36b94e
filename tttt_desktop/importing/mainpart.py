"""Which part of a web page is the article: told by where its paragraphs stand side by side, not by what things are called."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from tttt_desktop.domain.text import fold
from tttt_desktop.importing import noise
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.markup import Page

_ITEMS = words(
    "p li ul ol dl dt dd blockquote h1 h2 h3 h4 h5 h6 pre tbody thead"
)  # their parent holds paragraphs
_SHORTEST_SENTENCE = 40  # characters
_DOUBTED = 0.25  # what the paragraphs of a part count that calls itself something else
_SHORTEST_HEADLINE = 20


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


def find_main_part(page: Page, doubted: list[bool]) -> MainPart:
    """The main part of a page; `doubted` tells of each element whether it calls itself something else."""
    prose = [
        len(piece.text) if noise.is_prose(piece.text) and not piece.is_link else 0
        for piece in page.pieces
    ]
    weights: Counter[int] = Counter()
    for at, piece in enumerate(page.pieces):
        weight = float(prose[at] or _sentence(piece.text, piece.is_link))
        if not weight or piece.inside < 0:
            continue
        if doubted[piece.inside]:
            weight *= _DOUBTED
        weights[_holder(page, piece.inside)] += round(weight)
    core = max(weights, key=lambda at: (weights[at], -at), default=-1)
    return MainPart(core, prose, running_sums(prose))


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
