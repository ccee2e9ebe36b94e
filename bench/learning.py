"""Learning from decisions: how long it takes, and whether ten corrected articles of one office help with the next two."""

import statistics
import sys
import time
from pathlib import Path
from random import Random

from bench import data

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "support"))

import office
import practice

from tttt_desktop.domain.records import Kind
from tttt_desktop.services import imports, review, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learning import Learner
from tttt_desktop.suggesting.learning import judge, prior
from tttt_desktop.suggesting.learning_model import Model
from tttt_desktop.suggesting.suggest import suggest

Result = dict[str, float]
_ARTICLES = 40
_SLIPS = 0.2


def figure(folder: Path) -> Result:
    """All figures of learning: seconds, and shares of what is wrong."""
    return {**_times(folder / "learning.tttt"), **_use()}


def _times(path: Path) -> Result:
    path.unlink(missing_ok=True)
    suggestions.warm_up()
    with Dossier.create(path) as dossier:
        articles = [data.parsed(number, 4_400) for number in range(_ARTICLES)]
        readings = [imports.Reading(one.name, one) for one in articles]
        ids = imports.store(dossier, readings).article_ids
        suggestions.fill(dossier, progress=lambda *_: None)
        learner = Learner(dossier)
        learner.learn_on()
        one = statistics.median(_decide(dossier, learner, ids))
        began = time.perf_counter()
        Learner(dossier).learn_on()
        anew = time.perf_counter() - began
        texts = [article.text for article in articles[:20]]
        return {"learn_one": one, "learn_anew": anew, "learn_judge": _judging(texts, learner.model)}


def _decide(dossier: Dossier, learner: Learner, ids: list[int]) -> list[float]:
    """Decide on everything, four in five as proposed; the seconds that learning from each decision took."""
    chance = Random(1)
    times = []
    for article_id in ids:
        for one in dossier.page(article_id).suggestions:
            if chance.random() < 0.1:
                review.decline(dossier, one.id)
            else:
                changed = chance.choice(list(Kind)) if chance.random() < 0.1 else None
                review.accept(dossier, one.id, changed)
            learner.note(dossier.last_changed)
            began = time.perf_counter()
            learner.learn_on()
            times.append(time.perf_counter() - began)
    return times


def _judging(texts: list[str], model: Model) -> float:
    found = [(text, suggest(text)) for text in texts]
    times = []
    for text, proposals in found * 2:
        began = time.perf_counter()
        judge(text, proposals, model)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _use() -> Result:
    """What is wrong, 1 - F1, of the kinds proposed for two articles of an office."""
    articles = office.articles(12)
    known, new = articles[:10], articles[10:]
    before, _ = practice.scores(new, Model(prior()))
    after, _ = practice.scores(new, practice.practised(known, Model(prior())))
    careless = min(
        practice.scores(new, practice.practised(known, Model(prior()), slips=_SLIPS, seed=seed))[0]
        for seed in range(5)
    )
    return {
        "learn_before": 1 - before,
        "learn_after": 1 - after,
        "learn_careless": max(0.0, before - careless),
    }
