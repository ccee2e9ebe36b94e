"""Which marks may tell what became of which task: proposals with their reasons, never decisions.

Words are compared without case and diacritics, by their runs of two; what few marks say weighs more than what many say.
A mark must share unusual words, or a legal document, with a task to be proposed; the lead agency, the indicator of a
figure and the field only strengthen that. Marks of another province, or from before the task, are never proposed. Only
marks that share an unusual run with a task are looked at, so that the time does not grow with the product of both.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import log, sqrt
from types import MappingProxyType

from tttt_desktop.domain.following import Evidence, FollowedTask, Match
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import Figure, Span
from tttt_desktop.domain.text import bare_words, fold

MOST = 8  # matches proposed for one task
_LEAST = 0.2  # score from which a mark is proposed
_COMMON = 0.2  # share of the marks that may have a run before it finds nothing any more
_FEW = 3  # marks that may always have it
_SMOOTHED = 50  # marks added to those that are there, so that few of them make no run look unusual
_NAME = 1.5  # how much more a run of two capitalised words weighs
_GENERIC = 0.35  # how much less a run weighs that any task may have
_DOCUMENT, _LEAD, _INDICATOR = 0.35, 0.06, 0.12
_SAME_FIELD, _OTHER_FIELD = 1.1, 0.75
_SAME_INDICATOR = 0.6
_SHOWN = 3  # runs of words named in a reason
_WORD = re.compile(r"[^\W_]+")
# Words that say nothing by themselves: no run begins or ends with them. Told with diacritics: "cơ" and "đề" say something.
_EMPTY = frozenset(
    {
        *("và", "của", "các", "cho", "tại", "trên", "trong", "được", "là", "đã", "có", "ước", "đạt", "khoảng", "hơn"),
        *("gần", "năm", "cả", "đến", "từ", "với", "những", "một", "theo", "về", "để", "thì", "sẽ", "bị", "khi", "do"),
        *("này", "đó", "mỗi", "mọi", "nhiều", "còn", "rất", "ở", "ra", "vào", "bởi", "như", "ít", "nhất", "vẫn", "cũng"),
        *("việc", "sự"),
    }
)  # fmt: skip
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
    """What is compared of a text. `names` are the runs of two capitalised words, documents stand by their keys."""

    runs: frozenset[str]
    names: frozenset[str]
    documents: Mapping[str, str]
    indicators: tuple[tuple[str, frozenset[str]], ...]
    agency: frozenset[str]  # the runs of the lead agency's name: it has a weight of its own
    lead: str
    folded_lead: str
    folded: str
    field: str


def find(
    tasks: Sequence[FollowedTask],
    candidates: Sequence[Candidate],
    decided: Collection[tuple[int, int]] = frozenset(),
    figures: Mapping[int, Iterable[Figure]] = MappingProxyType({}),
) -> dict[int, tuple[Match, ...]]:
    """The proposed matches of each task that has any, by the id of its annotation, the likeliest first.

    `decided` are pairs (task, candidate) of annotation ids that the person has accepted or declined; `figures` are
    those of the tasks, by annotation id. Same input, same result.
    """
    index = _Index(candidates)
    found: dict[int, tuple[Match, ...]] = {}
    for task in tasks:
        read = _read_task(task, tuple(figures.get(task.id, ())))
        matches = sorted(index.matches(task, read, decided), key=lambda one: -one.score)
        if matches:
            found[task.id] = tuple(matches[:MOST])
    return found


class _Index:
    """The candidates by the runs and the documents they have."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
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

    def matches(
        self, task: FollowedTask, read: _Read, decided: Collection[tuple[int, int]]
    ) -> Iterator[Match]:
        """The marks that share enough with a task."""
        length = self._length(read)
        for at in sorted(self._near(read)):
            one = self._candidates[at]
            if (task.id, one.evidence.id) in decided or not _may_tell(task, one.evidence):
                continue
            score = self._score(read, length, at)
            if score >= _LEAST:
                reasons = tuple(self._reasons(read, at))
                marks = tuple(_shared(one.evidence.quote, read.runs))
                yield Match(task.id, one.evidence, min(1.0, score), reasons, marks)

    def _near(self, read: _Read) -> set[int]:
        """The marks that share an unusual run or a document."""
        near: set[int] = set()
        for run in read.runs:
            holders = self._holders.get(run, ())
            if len(holders) <= self._most:
                near.update(holders)
        for document in read.documents:
            near.update(self._citing.get(document, ()))
        return near

    def _score(self, read: _Read, length: float, at: int) -> float:
        other = self._read[at]
        names = (read.names & other.names) - read.agency
        shared = 0.0
        for run in read.runs & other.runs:
            times = _NAME if run in names else _GENERIC if run in read.agency else 1.0
            shared += (self._weights[run] * times) ** 2
        score = shared / (sqrt(length * self._lengths[at]) or 1.0)
        cited = [len(self._citing[key]) for key in read.documents.keys() & other.documents.keys()]
        if cited:
            score += _DOCUMENT / (1 + log(min(cited)))
        score += _LEAD * _same_lead(read, other) + _INDICATOR * bool(_same_indicator(read, other))
        if read.field and other.field:
            score *= _SAME_FIELD if read.field == other.field else _OTHER_FIELD
        return score

    def _reasons(self, read: _Read, at: int) -> Iterator[str]:
        other, quote = self._read[at], self._candidates[at].evidence.quote
        for key, number in read.documents.items():
            if key in other.documents:
                yield f"cùng văn bản {number}"
        words = self._phrases(quote, read.runs)
        if words:
            yield f"chung các chữ: {', '.join(words[:_SHOWN])}"
        if indicator := _same_indicator(read, other):
            yield f"cùng chỉ tiêu {indicator}"
        if _same_lead(read, other):
            yield f"cùng cơ quan chủ trì {read.lead}"
        if read.field and read.field == other.field:
            yield f"cùng lĩnh vực {read.field}"

    def _phrases(self, quote: str, runs: Collection[str]) -> list[str]:
        """The words of a quotation that stand in these runs, as phrases, the weightiest first."""
        weights: dict[str, float] = {}
        for place in _shared(quote, runs):
            words = place.of(quote)
            weights[words.lower()] = sum(self._weights.get(run, 0.0) for run in _runs(words))
        found: list[str] = []
        for words in sorted(weights, key=lambda words: -weights[words]):
            if not any(words in longer for longer in found):
                found.append(" ".join(words.split()))
        return found

    def _weight(self, run: str) -> float:
        weight = log((len(self._candidates) + _SMOOTHED) / (len(self._holders.get(run, ())) + 1))
        return weight * _GENERIC if run in _generic() else weight

    def _length(self, read: _Read) -> float:
        """The square of the norm of the weights, those of names as they are when they are shared."""
        return sum(
            ((self._weights.get(run) or self._weight(run)) * (_NAME if run in read.names else 1.0))
            ** 2
            for run in read.runs
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
    named = {_document_key(one.number): one.number for one in task.documents if one.number}
    return replace(read, documents={**read.documents, **named})


def _read(text: str, figures: Iterable[Figure], lead: str, field: str) -> _Read:
    cited = find_documents(text)
    for one in cited:  # they are compared by their numbers, not by their words
        text = text.replace(one.as_printed, " " * len(one.as_printed))
    runs = _runs(text)
    indicators = [(one.indicator, frozenset(fold(one.indicator).split())) for one in figures]
    return _Read(
        runs=frozenset(runs),
        names=frozenset(run for run, named in runs.items() if named),
        documents={_document_key(one.number): one.number for one in cited},
        indicators=tuple((name, words - _EMPTY_INDICATOR) for name, words in indicators if name),
        agency=frozenset(_runs(lead)),
        lead=lead,
        folded_lead=fold(lead),
        folded=fold(text),
        field=field,
    )


def _runs(text: str) -> dict[str, bool]:
    """The runs of two telling syllables, each with whether both are capitalised where it first stands."""
    runs: dict[str, bool] = {}
    for run, place in _placed_runs(text):
        runs.setdefault(run, all(word[0].isupper() for word in place.of(text).split()))
    return runs


def _placed_runs(text: str) -> Iterator[tuple[str, Span]]:
    for (one, first), (other, second) in pairwise(_words(text)):
        if one and other:
            yield f"{one} {other}", Span(first.start, second.stop)


def _shared(text: str, runs: Collection[str]) -> list[Span]:
    """Where the words of the text stand that are in these runs; those that touch as one place."""
    joined: list[Span] = []
    for run, place in _placed_runs(text):
        if run not in runs:
            continue
        if joined and place.start <= joined[-1].stop + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].stop, place.stop))
        else:
            joined.append(place)
    return joined


def _words(text: str) -> Iterator[tuple[str, Span]]:
    """The folded syllables with their places, "" for an empty one; what is short for several stands for all of them."""
    short, lower = _short_forms(), text.lower()
    for found in _WORD.finditer(bare_words(fold(text))):
        place = Span(*found.span())
        if place.of(lower) in _EMPTY:
            yield "", place
            continue
        for word in short.get(found[0], (found[0],)):
            yield word, place


def _same_lead(task: _Read, other: _Read) -> bool:
    """Whether the lead agency of a task leads the other too, or its words name it."""
    lead = task.folded_lead
    return bool(lead) and (lead == other.folded_lead or lead in other.folded)


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    return {"cntt": ("cong", "nghe", "thong", "tin")}


@cache
def _generic() -> frozenset[str]:
    return frozenset(
        {
            "thuc hien", "trien khai", "tiep tuc", "tang cuong", "day manh", "hoan thanh", "to chuc", "nang cao",
            "chi dao", "phoi hop", "cong tac", "nhiem vu", "xay dung", "ke hoach", "dia ban", "ban tinh", "ubnd tinh",
            "tinh hinh", "hoat dong", "chat luong", "hieu qua", "quan ly", "don vi", "co quan", "dia phuong", "thoi gian",
            "thong tin", "truyen thong", "chuyen doi", "doi so", "linh vuc", "phat trien", "bao dam", "dam bao", "phuc vu",
            "toan tinh", "tham muu", "khan truong", "tien do", "day nhanh", "tap trung", "doanh nghiep", "nguoi dan",
            "ban hanh", "chu trinh", "giai phap", "giai quyet", "muc tieu", "chi tieu",
        }
    )  # fmt: skip


def _document_key(number: str) -> str:
    return fold(number).replace(" ", "")


def _same_indicator(one: _Read, other: _Read) -> str:
    for name, words in one.indicators:
        for _, theirs in other.indicators:
            both = len(words & theirs)
            if both and both >= _SAME_INDICATOR * (len(words) + len(theirs) - both):
                return name
    return ""
