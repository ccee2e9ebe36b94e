"""The field a passage belongs to, by the things it names and by the heading it stands under."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.suggesting.cues import Cue
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.speech import NOBODY, Speaker

GENERAL = "Tổ chức, khác"
_FIRST = 2.0  # what is named first is mostly what is acted upon, but for words that only hint
_CERTAIN = 3.0
_MANY = 4  # a unit that names so many fields is about the whole
_HEADING = 4.0  # what the heading above adds to its field
_LONGEST_HEADING = 9  # words
_LOOKED_AT = 2000  # characters of a unit whose words count: no sentence is longer
_DOER, _PARTNER, _PURPOSE = (
    0.2,
    0.3,
    0.6,
)  # what a word counts in a name, beside a partner, after "để"
_PARTNERS = re.compile(r"(?:phối hợp(?: chặt chẽ| đồng bộ)?(?: với)?|cùng(?: với)?) [^,;.]{0,60}")
_HOUSES = re.compile(r"(?<!\w)(?:sở|bộ|cục|phòng|ban|ngành|trung tâm) ")
_ROOMS = re.compile(r"(?<!\w)(?:phòng|trung tâm) [^,.;]{0,60}")
_PURPOSES = re.compile(
    r"(?<!\w)(?:để|nhằm|phục vụ|góp phần|gắn với|theo|thông qua|làm căn cứ)(?!\w)"
)


class Zone(NamedTuple):
    """A stretch of a text in which words count less."""

    start: int
    stop: int
    share: float


@cache
def names() -> frozenset[str]:
    """The fields of fields.toml."""
    return frozenset(word_list("fields"))


@cache
def _doers() -> re.Pattern[str]:
    trades = any_of(trade.lower() for trade in word_list("agencies")["trades"]["names"])
    return re.compile(
        rf"(?<!\w)(?:sở|bộ|cục|phòng|ban|ngành|trung tâm) (?:{trades}|tuyên giáo)(?: - (?:{trades}))?"
    )


def _zones(small: str, cues: Sequence[Cue], start: int) -> Iterator[Zone]:
    """Where words count less: in names of agencies, beside partners up to the next verb, after "để", "nhằm"."""
    for found in _doers().finditer(small) if _HOUSES.search(small) else ():
        yield Zone(found.start(), found.end(), _DOER)
    verbs = [cue.start - start for cue in cues if cue.kind in ("bid", "must")]
    for found in _ROOMS.finditer(small):
        verb = min((at for at in verbs if at > found.start() + 5), default=found.start())
        yield Zone(found.start(), min(found.end(), verb), _PARTNER)
    for found in _PARTNERS.finditer(small):
        verb = min((at for at in verbs if at > found.start() + 8), default=found.end())
        yield Zone(found.start(), min(found.end(), verb), _PARTNER)
    purpose = _PURPOSES.search(small, 12)
    if purpose:
        yield Zone(purpose.start(), len(small), _PURPOSE)


def _weights(small: str, cues: Sequence[Cue], start: int) -> dict[str, float]:
    """The weight of each field that the words of a passage speak for."""
    fields = names()
    cues = [cue for cue in cues if cue.start - start < _LOOKED_AT]
    told = [cue for cue in cues if cue.kind in fields]
    if len({cue.kind for cue in told}) < 2:
        zones: list[Zone] = []
    else:
        zones = list(_zones(small[:_LOOKED_AT], cues, start))
    weights: dict[str, float] = {}
    end, first = 0, True
    for kind, at, stop, weight in told:
        if stop <= end:
            continue
        share = min((z.share for z in zones if z.start <= at - start < z.stop), default=1.0)
        bonus = _FIRST if kind != GENERAL and first and share == 1.0 and weight >= _CERTAIN else 0.0
        first = first and not bonus
        weights[kind] = weights.get(kind, 0.0) + (bonus + weight) * share
        end = stop
    return weights


def _heaviest(weights: dict[str, float]) -> str:
    special = [name for name, weight in weights.items() if name != GENERAL and weight >= _CERTAIN]
    if len(special) >= _MANY:
        return GENERAL
    return max(weights, key=lambda name: weights[name], default="")


def field_by(small: str, cues: Iterable[Cue]) -> str:
    """The field a lowered text speaks of; the general one when there are too many; "" when nothing tells."""
    return _heaviest(_weights(small, list(cues), 0))


def only_field(small: str, cues: Sequence[Cue]) -> str:
    """The one special field a lowered title names, names of agencies left out; "" when there is none or another."""
    weights = _weights(small, cues, 0)
    special = [name for name, weight in weights.items() if name != GENERAL and weight >= _CERTAIN]
    return special[0] if len(special) == 1 else ""


class Topics:
    """The field of each unit of an article, read from its start to its end."""

    def __init__(self, subject: str = "") -> None:
        self._subject = subject
        self._heading = ""
        self._last = ""
        self._speaker = NOBODY
        self._inline = False  # the heading stands in the paragraph of its items

    def field_of(self, passage: Passage, speaker: Speaker) -> str:
        """The field of the next unit: by its words and its heading, else as the clause before it, else the article's."""
        weights = _weights(passage.small, passage.cues, passage.span.start)
        if speaker != self._speaker or (passage.first_in_paragraph and self._inline):
            self._heading, self._speaker, self._inline = "", speaker, False
        if self._is_heading(passage):
            self._heading = next((name for name in weights if name != GENERAL), "")
            self._inline = not passage.last_in_paragraph
        elif self._heading in weights or (self._heading and len(weights) > 1):
            weights[self._heading] = weights.get(self._heading, 0.0) + _HEADING
        goes_on = passage.text[0].islower() and not passage.first_in_paragraph
        own = _heaviest(weights)
        if own == GENERAL and max(weights.values()) < _FIRST:
            own = ""
        spare = GENERAL if weights else self._subject
        self._last = own or self._heading or (self._last if goes_on else "") or spare
        return self._last or GENERAL

    @staticmethod
    def _is_heading(passage: Passage) -> bool:
        return passage.words <= _LONGEST_HEADING and (passage.is_line or passage.is_lead_in)
