"""Whether an article is a review of a year at all."""

from tttt_desktop.suggesting.parts import Judged
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.rules import opens_with_past_year

_ENOUGH_MARKS = 2


def is_review(found: list[Passage], judgements: list[Judged]) -> bool:
    """Whether the article is of the genre: at least two of its marks, so that notices and news get no proposals."""
    marks = [
        any(passage.has("meeting") for passage in found[:12]),
        any(judged.verdict.rule in ("order", "leader-must") for judged in judgements),
        any(passage.has("praise") and passage.has("speech", "post", "title") for passage in found),
        any(passage.has("award", "occasion") for passage in found),
        any(passage.has("tasks_ahead") for passage in found),
        any(opens_with_past_year(passage) and passage.has("done") for passage in found),
        any(passage.has("results") for passage in found),
        any(passage.has("turn") and passage.has("bad", "weak") for passage in found),
    ]
    return sum(marks) >= _ENOUGH_MARKS
