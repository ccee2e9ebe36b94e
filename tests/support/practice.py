"""A person who reads labelled articles and decides by the labels, carefully or not; and how well is proposed for her."""

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from labelled import Labelled

from tttt_desktop.domain.records import Proposal, Span
from tttt_desktop.domain.text import normalise
from tttt_desktop.suggesting.learning import Page, Seen, class_of, judge, lessons, ruled_of
from tttt_desktop.suggesting.learning_model import CLASSES, NOTHING, PLAN, Model
from tttt_desktop.suggesting.suggest import field_of, suggest

FIELDS = {
    "chuyển đổi số/CNTT": "Chuyển đổi số, CNTT",
    "bưu chính": "Bưu chính",
    "viễn thông": "Viễn thông",
    "báo chí - xuất bản": "Báo chí, xuất bản",
    "thông tin cơ sở/tuyên truyền": "Thông tin cơ sở, tuyên truyền",
    "thông tin đối ngoại": "Thông tin đối ngoại",
    "an toàn thông tin": "An toàn thông tin",
    "cải cách hành chính": "Cải cách hành chính",
    "thanh tra kiểm tra": "Thanh tra, kiểm tra",
    "tổ chức - khác": "Tổ chức, khác",
}
_CLASSES = {"achievement": "K", "shortcoming": "X", "task": "T"}
Label = dict[str, Any]


def text_of(article: Labelled) -> str:
    """The text as the program has it; labels count in the same characters."""
    text = normalise(article.text)
    assert len(text) == len(article.text), article.name
    return text


def _class(label: Label) -> str:
    return PLAN if label.get("sub") == "plan" else _CLASSES.get(label["label"], NOTHING)


def _labels(article: Labelled) -> list[Label]:
    return [label for label in article.gold["spans"] if _class(label) != NOTHING]


def _shared(label: Label, span: Span) -> int:
    """Characters in common, 0 when they are less than half of the shorter one."""
    shared = min(label["end"], span.stop) - max(label["start"], span.start)
    return shared if shared * 2 >= min(label["end"] - label["start"], len(span)) else 0


def _at(article: Labelled, span: Span) -> Label | None:
    best = max(_labels(article), key=lambda label: _shared(label, span), default=None)
    return best if best is not None and _shared(best, span) > 0 else None


def _decisions(article: Labelled, slips: float, chance: random.Random) -> Iterator[Seen]:
    """What becomes of each proposal, and what is marked by hand; so many of them by chance."""
    text = text_of(article)
    found = suggest(text)
    for one in found:
        label = _at(article, one.span)
        ruled, ruled_field = ruled_of(one)
        decided = _class(label) if label else NOTHING
        named = FIELDS.get(label.get("field", ""), "") if label else ""
        if chance.random() < slips:
            decided, named = chance.choice(CLASSES), chance.choice(list(FIELDS.values()))
        yield Seen(one.span, one.rule, ruled, ruled_field, decided, named)
    for label in _labels(article):
        span = Span(label["start"], label["end"])
        if found and not any(one.span.overlaps(span) for one in found):
            by_lists = field_of(span.of(text))
            named = FIELDS.get(label.get("field", ""), "")
            yield Seen(span, "", NOTHING, by_lists, _class(label), named)


def practised(
    articles: Iterable[Labelled], model: Model, *, slips: float = 0.0, seed: int = 0
) -> Model:
    """The model after a person has worked through the articles and finished each."""
    chance = random.Random(seed)
    for article in articles:
        seen = list(_decisions(article, slips, chance))
        for lesson in lessons(Page(text_of(article)), seen, done=True):
            model.learn(lesson)
    return model


def scores(articles: Iterable[Labelled], model: Model) -> tuple[float, float]:
    """Micro F1 of the kinds (own plans left out, half of the shorter passage shared), and the share of right fields."""
    hits = proposed = labelled = fields = 0
    for article in articles:
        text = text_of(article)
        found = [one for one in judge(text, suggest(text), model) if _of(one) != PLAN]
        labels = [label for label in _labels(article) if _class(label) != PLAN]
        pairs = _pairs(labels, found)
        hits, proposed, labelled = hits + len(pairs), proposed + len(found), labelled + len(labels)
        fields += sum(
            one.field in [FIELDS[name] for name in (label["field"], *label.get("fields_also", ()))]
            for label, one in pairs
        )
    return 2 * hits / (proposed + labelled), fields / max(hits, 1)


def _of(proposal: Proposal) -> str:
    return class_of(proposal.kind, proposal.task)


def _pairs(labels: Sequence[Label], found: Sequence[Proposal]) -> list[tuple[Label, Proposal]]:
    """One to one, the largest in common first."""
    shared = [
        (_shared(label, one.span), at, number)
        for at, label in enumerate(labels)
        for number, one in enumerate(found)
        if _class(label) == _of(one) and _shared(label, one.span) > 0
    ]
    pairs: dict[int, int] = {}
    for _, at, number in sorted(shared, reverse=True):
        if at not in pairs and number not in pairs.values():
            pairs[at] = number
    return [(labels[at], found[number]) for at, number in pairs.items()]
