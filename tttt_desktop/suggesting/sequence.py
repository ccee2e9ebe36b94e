"""What each unit of an article is, decided for all of them together.

The rules read from the start to the end, and one wrong turn spoils what follows. Here each unit has an opinion by its
clues, each step from one unit to the next has one, and all ways to label the article are weighed; what the rules say
counts as one clue more. Weights are made by packaging/train_sequence.py.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from tttt_desktop.domain.records import Basis, Kind, Span
from tttt_desktop.domain.text import bare_words
from tttt_desktop.paths import resource
from tttt_desktop.suggesting.cues import Cue
from tttt_desktop.suggesting.parts import NOTHING, Judged, Verdict
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.sequence_chain import NONE, Step, shares, step
from tttt_desktop.suggesting.sequence_features import Clues, features
from tttt_desktop.suggesting.speech import Speaker

RULE = "sequence"  # the rule of a verdict that no rule gave
RESULT, SHORTCOMING, TASK, PLAN = range(NONE)
_KINDS = (Kind.ACHIEVEMENT, Kind.SHORTCOMING, Kind.TASK, Kind.TASK)
_LABELS = {Kind.ACHIEVEMENT: RESULT, Kind.SHORTCOMING: SHORTCOMING, Kind.TASK: TASK}
FIRM = {"order": 4.0, "leader-must": 3.0, "somebody": 3.0}  # what a rule weighs beside the clues
SCALE = 100  # weights are kept in whole hundredths
_WORTH_ASKING = 1.5
_TELLING = 15  # weight from which words are named as a reason
_SURE = (0.01, 0.97)  # nothing is ever quite sure
_TWO_WORDS = re.compile(r"\w{1,15} \w{1,15}")
_AMONG = ("Nằm giữa các {}", "Nối tiếp các {}", "Đọc như một {}")
_NAMES = (
    ("kết quả", "kết quả"),
    ("mặt chưa được", "mặt chưa được"),
    ("nhiệm vụ của {who}", "việc được giao"),
    ("việc đơn vị tự đề ra", "việc đơn vị tự đề ra"),
)
_BITS = 24  # of a weight among the five of a clue that are added up as one number
_HALF, _FULL = 1 << _BITS - 1, (1 << _BITS) - 1


class Model(NamedTuple):
    """`weights`: how each key of a sort of clues likes the five labels, in hundredths and packed into one number;
    `steps`: inside a paragraph and into a new one."""

    weights: Mapping[str, Mapping[str, int]]
    steps: tuple[Step, Step]

    def opinion(self, clues: Clues) -> list[float]:
        """How a unit likes the labels by its clues."""
        total = 0
        for sort, keys in clues:
            if keys and sort in self.weights:
                table = self.weights[sort]
                total += sum([table[key] for key in keys if key in table])
        return [weight / SCALE for weight in unpacked(total)]


def packed(row: Iterable[int]) -> int:
    """Five weights as one number: numbers are added up faster than rows."""
    return sum(weight << _BITS * place for place, weight in enumerate(row))


def unpacked(total: int) -> Iterator[int]:
    """The five weights, or sums of weights, of a number."""
    for _ in range(NONE + 1):
        weight = (total + _HALF & _FULL) - _HALF
        yield weight
        total = total - weight >> _BITS


@cache
def model() -> Model:
    """The weights of the program, read once. A clue without weights has no opinion."""
    loaded = json.loads(resource("model/sequence.json").read_text(encoding="utf-8"))
    inside, opening = map(step, loaded["steps"])
    weights = loaded["weights"].items()
    tables = {sort: {key: packed(row) for key, row in table.items()} for sort, table in weights}
    return Model(tables, (inside, opening))


def label_of(judged: Judged) -> int:
    """The label of what was judged."""
    verdict = judged.verdict
    if verdict.kind is None:
        return NONE
    return PLAN if verdict.basis is Basis.OWN_PLAN else _LABELS[verdict.kind]


def likely(
    known: Model, found: Sequence[Passage], judgements: Sequence[Judged], clues: Sequence[Clues]
) -> list[list[float]]:
    """How likely each label of each unit is, by its clues."""
    opinions = list(map(known.opinion, clues))
    for opinion, judged in zip(opinions, judgements, strict=True):
        opinion[label_of(judged)] += FIRM.get(judged.verdict.rule or judged.by, 0.0)
    return shares(opinions, [known.steps[passage.first_in_paragraph] for passage in found])


def most_likely(row: Sequence[float]) -> int:
    """The label to choose: nothing only when it is much more likely, for a proposal is quicker declined than missed."""
    best = max(range(NONE), key=row.__getitem__)
    return best if row[best] * _WORTH_ASKING >= row[NONE] else NONE


def decide(
    found: Sequence[Passage], judgements: Sequence[Judged], plan_year: int | None
) -> list[Judged]:
    """The judgements of the rules, all looked at together: each with how sure it is, some with another verdict."""
    clues = list(features(found, judgements, plan_year))
    rows = likely(model(), found, judgements, clues)
    labels = list(map(most_likely, rows))
    return list(_Deciding(found, judgements, clues, labels).judged(rows))


@dataclass(slots=True)
class _Deciding:
    """The way from labels back to judgements."""

    found: Sequence[Passage]
    judgements: Sequence[Judged]
    clues: Sequence[Clues]
    labels: Sequence[int]

    def judged(self, rows: Sequence[Sequence[float]]) -> Iterator[Judged]:
        """Each judgement with its label, in order."""
        low, high = _SURE
        for number, (judged, label) in enumerate(zip(self.judgements, self.labels, strict=True)):
            sure = round(min(max(rows[number][label], low), high), 2)
            if label == label_of(judged):
                yield replace(judged, sure=sure, gives_orders=self._charges(number, judged))
            elif label == NONE:
                charges = self._charges(number, judged)
                yield replace(judged, verdict=NOTHING, evidence=(), sure=sure, gives_orders=charges)
            else:
                yield self._turned(number, judged, label, sure)

    def _charges(self, number: int, judged: Judged) -> bool:
        """Whether whom the unit names is charged with what follows: a line that leads in to tasks does so too."""
        leads = self.found[number].is_lead_in and self.labels[number + 1 : number + 2] == [TASK]
        return judged.gives_orders or leads

    def _turned(self, number: int, judged: Judged, label: int, sure: float) -> Judged:
        """What the rules saw otherwise."""
        speaker = judged.chief if label == TASK else judged.speaker
        cue = self._telling(number, label)
        why = self._why(number, label, speaker, cue)
        basis = Basis.OWN_PLAN if label == PLAN else Basis.ASSIGNED
        return replace(
            judged,
            verdict=Verdict(_KINDS[label], RULE, cue, basis, why),
            speaker=speaker,
            gives_orders=label == TASK,
            evidence=(Span(cue.start, cue.stop),) if cue else (),
            sure=sure,
        )

    def _telling(self, number: int, label: int) -> Cue | None:
        """The words of a unit that speak most for a label."""
        weights = model().weights
        best: float = _TELLING
        telling: Cue | None = None
        for sort, keys in self.clues[number]:
            table = weights.get(sort, {})
            for key in filter(table.__contains__, keys):
                row = list(unpacked(table[key]))
                leads = row[label] - sum(row) / (NONE + 1)
                cue = _place(self.found[number], sort, key) if leads > best else None
                if cue is not None:
                    best, telling = leads, cue
        return telling

    def _why(self, number: int, label: int, speaker: Speaker, cue: Cue | None) -> str:
        near = self.labels[max(0, number - 1) : number + 2]
        alike = number > 0 and near[0] == label, near[-1] == label and number + 1 < len(self.found)
        many, one = _NAMES[label]
        if all(alike):
            said = _AMONG[0].format(many)
        elif alike[0]:
            said = _AMONG[1].format(many)
        else:
            said = _AMONG[2].format(one)
        said = said.format(who=speaker.label or "lãnh đạo")
        return said + _shown(self.found[number], cue)


def _place(passage: Passage, sort: str, key: str) -> Cue | None:
    """Where the words of a clue stand in the unit."""
    if sort == "c":
        return passage.firsts.get(key)
    if sort == "o":
        return passage.openers.get(key)
    if sort == "w1":  # one syllable is seldom a word
        opening = _TWO_WORDS.match(passage.small, passage.opening_at - passage.span.start)
        key = opening[0] if opening else key
    elif sort not in ("w2", "w3") or "#" in key:
        return None
    at = f" {bare_words(passage.small)} ".find(f" {key} ")
    start = passage.span.start + at
    return Cue(RULE, start, start + len(key)) if at >= 0 else None


def _shown(passage: Passage, cue: Cue | None) -> str:
    if cue is None:
        return ""
    opens = cue.start in (passage.span.start, passage.opening_at)
    return f", {'mở đầu bằng' if opens else 'có từ'} «{passage.say(cue)}»"
