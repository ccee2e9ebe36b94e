"""Which marks may tell what became of which task: proposals with their reasons, never decisions.

Words are compared without case and diacritics, by their runs of two, and by what words of the field mean that differ;
what few marks say weighs more than what many say.
A mark must share unusual words, or a legal document, with a task to be proposed; fewer of them are enough where each is
the likeliest of the other. The lead agency, the indicator of a figure and the field only strengthen that. Marks of another
province, or from before the task, are never proposed. Only marks that share an unusual run with a task are looked at, so
that the time does not grow with the product of both.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from heapq import nsmallest
from itertools import chain
from math import log, sqrt
from types import MappingProxyType

from tttt_desktop.domain.alike import acts, senses_of
from tttt_desktop.domain.following import Evidence, FollowedTask, Match
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.records import Figure, LegalDocument, Span
from tttt_desktop.domain.runs import generic, in_full, runs_of, shared
from tttt_desktop.domain.text import fold

MOST = 8  # matches proposed for one task
_LEAST = 0.16  # score from which a mark is proposed
_LEAST_OF_BEST = 0.09  # the same where each is the likeliest of the other
_WORDS = 0.08  # of it by words, where no document is shared
_COMMON = 0.02  # share of the marks that may have a run before it finds nothing any more
_FEW = 50  # marks that may always have it
_SMOOTHED = 50  # marks added to those that are there, so that few of them make no run look unusual
_NAME = 1.5  # how much more a run of two capitalised words weighs
_GENERIC = 0.35  # how much less a run weighs that any task may have
_DOCUMENT, _LEAD, _INDICATOR = 0.35, 0.06, 0.12
_SAME_FIELD, _OTHER_FIELD = 1.1, 0.75
_SAME_INDICATOR = 0.6
_SHOWN = 3  # runs of words named in a reason
_EMPTY_INDICATOR = frozenset(("ty", "le", "so", "tong", "uoc", "dat"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mark that may be evidence, with what is compared besides its words. `lead` is set of repeated tasks."""

    evidence: Evidence
    field: str = ""
    lead: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """What is compared of a text. Runs say whether both their words are capitalised; documents stand by their keys."""

    runs: Mapping[str, bool]
    documents: Mapping[str, LegalDocument]
    indicators: tuple[tuple[str, frozenset[str]], ...]
    lead: str
    folded_lead: str
    folded: str
    field: str
    senses: Mapping[
        str, str
    ]  # what words of the field mean, with the words; they are among the runs, too
    agency: frozenset[str] = frozenset()  # the runs of a task's lead, which weighs by itself


def find(
    tasks: Sequence[FollowedTask],
    candidates: Sequence[Candidate],
    decided: Collection[tuple[int, int]] = frozenset(),
    figures: Mapping[int, Iterable[Figure]] = MappingProxyType({}),
) -> dict[int, tuple[Match, ...]]:
    """The proposed matches of each task that has any, by the id of its annotation, the likeliest first.

    `decided` are pairs (task, candidate) of annotation ids that the person has accepted or declined; `figures` are
    those of the tasks, by annotation id. What was decided still stands beside the others: a decision brings no new
    proposals. Same input, same result.
    """
    index = _Index(candidates)
    reads = [_read_task(task, tuple(figures.get(task.id, ()))) for task in tasks]
    scored = [list(index.scored(task, read)) for task, read in zip(tasks, reads, strict=True)]
    likeliest: dict[int, float] = {}  # the score of the likeliest task of each mark
    for score, at in chain.from_iterable(scored):
        likeliest[at] = min(score, likeliest.get(at, 0.0))
    found: dict[int, tuple[Match, ...]] = {}
    for task, read, near in zip(tasks, reads, scored, strict=True):
        first = min(near, default=(0.0, 0))[0]
        told = (
            (score, at)
            for score, at in near
            if (-score >= _LEAST or score == first == likeliest[at])
            and (task.id, candidates[at].evidence.id) not in decided
        )
        best = nsmallest(MOST, told)
        if best:
            found[task.id] = tuple(index.match(task, read, at, -score) for score, at in best)
    return found


class _Index:
    """The candidates by the runs and the documents they have."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._generic = generic() | {_sense(one) for one in acts()}
        self._read = [
            _read(one.evidence.quote, one.figures, one.lead, one.field) for one in candidates
        ]
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._citing: dict[str, list[int]] = defaultdict(list)
        for at, read in enumerate(self._read):
            for run in read.runs:
                self._holders[run].append(at)
            for document in read.documents:
                self._citing[document].append(at)
        self._most = max(_FEW, _COMMON * len(candidates))
        self._weights = {run: self._weight(run) for run in self._holders}
        self._lengths = [self._length(read) for read in self._read]

    def scored(self, task: FollowedTask, read: _Read) -> Iterator[tuple[float, int]]:
        """The marks that share enough with a task: the score, below zero, and the place of the mark."""
        length = self._length(read)
        for at, common in self._near(read).items():
            words = common / (sqrt(length * self._lengths[at]) or 1.0)
            if words < _WORDS and not _same_documents(read, self._read[at]):
                continue
            score = self._score(read, words, at)
            if score >= _LEAST_OF_BEST and _may_tell(task, self._candidates[at].evidence):
                yield -score, at

    def match(self, task: FollowedTask, read: _Read, at: int, score: float) -> Match:
        """The proposal as it is shown."""
        told = self._candidates[at].evidence
        marks = tuple(shared(_without(told.quote, find_documents(told.quote)), read.runs))
        return Match(task.id, told, min(1.0, score), tuple(self._reasons(read, at, marks)), marks)

    def _near(self, read: _Read) -> dict[int, float]:
        """The marks that share an unusual run or a document, with the weight of all that they share, squared."""
        citing = chain.from_iterable(self._citing.get(key, ()) for key in read.documents)
        near = {at: 0.0 for at in citing if _same_documents(read, self._read[at])}
        for run in sorted(read.runs, key=self._order):
            holders = self._holders.get(run, ())
            own = run in read.agency
            weight = (self._weights.get(run, 0.0) * (_GENERIC if own else 1.0)) ** 2
            if len(holders) > self._most or run in self._generic:
                holders = [at for at in holders if at in near]
            for at in holders:
                near[at] = near.get(at, 0.0) + weight
            if read.runs[run] and not own:
                for at in holders:
                    if self._read[at].runs[run]:
                        near[at] += weight * (_NAME**2 - 1)
        return near

    def _order(self, run: str) -> tuple[bool, int]:
        """What finds marks comes before what only strengthens them."""
        return run in self._generic, self._often(run)

    def _often(self, run: str) -> int:
        return len(self._holders.get(run, ()))

    def _score(self, read: _Read, score: float, at: int) -> float:
        """The share of words in common, strengthened by what else the two have in common."""
        other = self._read[at]
        cited = [len(self._citing[key]) for key in _same_documents(read, other)]
        if cited:
            score += _DOCUMENT / (1 + log(min(cited)))
        score += _LEAD * _same_lead(read, other) + _INDICATOR * bool(_same_indicator(read, other))
        if read.field and other.field:
            score *= _SAME_FIELD if read.field == other.field else _OTHER_FIELD
        return score

    def _reasons(self, read: _Read, at: int, marks: Iterable[Span]) -> Iterator[str]:
        other, quote = self._read[at], self._candidates[at].evidence.quote
        for key in _same_documents(read, other):
            yield f"cùng văn bản {read.documents[key].number}"
        words = self._phrases(quote, marks)
        if words:
            yield f"chung các chữ: {', '.join(words[:_SHOWN])}"
        for meaning, said in read.senses.items():
            theirs = other.senses.get(meaning, said)
            if fold(theirs) not in fold(said) and fold(said) not in fold(theirs):
                yield f"gần nghĩa: {said} – {theirs}"
        if indicator := _same_indicator(read, other):
            yield f"cùng chỉ tiêu {indicator}"
        if _same_lead(read, other):
            yield f"cùng cơ quan chủ trì {read.lead}"
        if read.field and read.field == other.field:
            yield f"cùng lĩnh vực {read.field}"

    def _phrases(self, quote: str, marks: Iterable[Span]) -> list[str]:
        """The words at these places of a quotation, the weightiest first, none twice."""
        weights: dict[str, float] = {}
        for place in marks:
            words = place.of(quote)
            weights[words.lower()] = sum(self._weights.get(run, 0.0) for run in runs_of(words))
        found: list[str] = []
        for words in sorted(weights, key=lambda words: -weights[words]):
            if not any(words in longer for longer in found):
                found.append(" ".join(words.split()))
        return found

    def _weight(self, run: str) -> float:
        weight = log((len(self._candidates) + _SMOOTHED) / (self._often(run) + 1))
        return weight * _GENERIC if run in self._generic else weight

    def _length(self, read: _Read) -> float:
        """The square of the norm of the weights, those of names as they are when they are shared."""
        known = self._weights
        return sum(
            ((known.get(run) or self._weight(run)) * (_NAME if named else 1.0)) ** 2
            for run, named in read.runs.items()
        )


def _may_tell(task: FollowedTask, told: Evidence) -> bool:
    """Whether a mark can tell of a task at all: another article, the same province, not from before the task."""
    if told.article_id == task.article_id or told.id == task.id:
        return False
    if task.province and told.province and fold(task.province) != fold(told.province):
        return False
    given, then = task.published_on, told.published_on
    return given is None or then is None or given <= then


def _read_task(task: FollowedTask, figures: tuple[Figure, ...]) -> _Read:
    read = _read(f"{task.quote}\n{task.statement}", figures, task.lead, task.field)
    named = {_document_key(one): one for one in task.documents if one.number}
    agency = frozenset(runs_of(task.lead))
    return replace(read, documents={**read.documents, **named}, agency=agency)


def _read(text: str, figures: Iterable[Figure], lead: str, field: str) -> _Read:
    cited = find_documents(text)
    text = _people().sub(" ", _without(text, cited))
    indicators = [(one.indicator, frozenset(fold(one.indicator).split())) for one in figures]
    senses = senses_of(text)
    return _Read(
        runs={**runs_of(text), **dict.fromkeys(map(_sense, senses), False)},
        documents={_document_key(one): one for one in cited},
        indicators=tuple((name, words - _EMPTY_INDICATOR) for name, words in indicators if name),
        lead=lead,
        folded_lead=fold(in_full(lead)),
        folded=fold(in_full(text)),
        field=field,
        senses=senses,
    )


def _sense(meaning: str) -> str:
    """A meaning as a run; no run of words begins so."""
    return f"={meaning}"


@cache
def _people() -> re.Pattern[str]:
    """Persons by their surnames and two or three names more: who spoke says nothing of what was done."""
    large = "".join(one for one in map(chr, range(ord("A"), 0x1F00)) if one.isupper())
    surnames = any_of(word_list("officials")["surnames"].split())
    return re.compile(rf"(?<!\w)(?!Hồ Chí Minh)(?:{surnames})(?: [{large}]\w*){{2,3}}(?!\w)")


def _without(text: str, documents: Iterable[LegalDocument]) -> str:
    """The text with blanks for the documents it names: they are compared by their numbers, not by their words."""
    for one in documents:
        text = text.replace(one.as_printed, " " * len(one.as_printed))
    return text


def _same_lead(task: _Read, other: _Read) -> bool:
    """Whether the lead agency of a task leads the other too, or its words name it."""
    lead = task.folded_lead
    return bool(lead) and (lead == other.folded_lead or lead in other.folded)


def _document_key(one: LegalDocument) -> str:
    """Its number, with its kind where that is but a number: "Nghị quyết 57" is not "Quyết định 57"."""
    return fold(f"{one.kind} {one.number}" if one.number.isdigit() else one.number)


def _same_documents(read: _Read, other: _Read) -> list[str]:
    """The keys of the documents that both name. Numbers begin anew each year: two known days must be one."""
    found = []
    for key, one in read.documents.items():
        two = other.documents.get(key)
        if two is not None and (
            None in (one.issued_on, two.issued_on) or one.issued_on == two.issued_on
        ):
            found.append(key)
    return found


def _same_indicator(one: _Read, other: _Read) -> str:
    for name, words in one.indicators:
        for _, theirs in other.indicators:
            both = len(words & theirs)
            if both and both >= _SAME_INDICATOR * (len(words) + len(theirs) - both):
                return name
    return ""
