"""What a person decided for a place on a site - keep it, or set it aside - and its use on the next page of that site."""

from collections.abc import Mapping
from dataclasses import replace

from tttt_desktop.domain.records import Block, ParsedArticle

Habits = Mapping[str, Mapping[str, bool]]  # by site, then by place: whether it is kept
BY_CHOICE = "Theo lựa chọn đã nhớ"

_MUCH = 0.3  # of the text: a place that holds more is where the article itself stands


def apply(article: ParsedArticle, habits: Habits) -> ParsedArticle:
    """The article with the remembered choices for its site; its title and the place of its text are never set aside."""
    choices = habits.get(article.site) if article.site else None
    if not choices:
        return article
    kept = {place for place, keep in choices.items() if keep}
    dropped = {place for place, keep in choices.items() if not keep and _may_go(article, place)}
    blocks = tuple(_decided(block, kept, dropped) for block in article.blocks)
    if not any(_is_text(article, block) for block in blocks):
        return article
    return replace(article, blocks=blocks)


def learn(habits: Habits, article: ParsedArticle, at: int) -> Habits:
    """`habits` with how block `at` is decided, for its place on its site; the same ones where that cannot be remembered."""
    if not can_learn(article, at):
        return habits
    block = article.blocks[at]
    own = {**habits.get(article.site, {}), block.place: not block.reason}
    return {**habits, article.site: own}


def can_learn(article: ParsedArticle, at: int) -> bool:
    """Whether the decision for block `at` can be remembered: the page tells its site, and no article stands in its place."""
    block = article.blocks[at]
    if not article.site or not block.place:
        return False
    return not block.reason or _may_go(article, block.place)


def _decided(block: Block, kept: set[str], dropped: set[str]) -> Block:
    if block.place in kept and block.reason:
        return replace(block, reason="")
    if block.place in dropped and not block.reason:
        return replace(block, reason=BY_CHOICE)
    return block


def _is_text(article: ParsedArticle, block: Block) -> bool:
    return not block.reason and block.text != article.title


def _may_go(article: ParsedArticle, place: str) -> bool:
    """Whether a place holds neither the title nor much of the text that is kept."""
    here = whole = 0
    for block in article.blocks:
        if block.reason:
            continue
        if block.place == place and block.text == article.title:
            return False
        whole += len(block.text)
        here += len(block.text) * (block.place == place)
    return here <= _MUCH * whole
