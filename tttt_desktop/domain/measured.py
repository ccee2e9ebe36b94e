"""What a number measures: the words before it in its clause, else those behind it."""

import re
from functools import cache
from typing import NamedTuple

from tttt_desktop.domain.lists import any_of, word_list

_LONGEST = 90
_SENTENCE_ENDS = (";", ". ", "\n")
_CLAUSE_ENDS = (*_SENTENCE_ENDS, ":", ", ")
_BEFORE_TIME = r"(?:tính|kể|từ|đến|hết|cuối|đầu|giữa|trong|ngay|sang|riêng|cả)"
_TIME = (
    rf"(?:{_BEFORE_TIME} )*(?:ngày \d\S*|tháng \d\S*|quý [ivx\d]+(?:[/-](?:19|20)\d\d)?|năm (?:19|20)\d\d|năm (?:qua|nay)"
    r"|\d\d?[/-]\d\d?(?:[/-](?:19|20)\d\d)?)"
    rf"|(?:{_BEFORE_TIME} )+(?:năm|nay)"
)
_SPEAKER = r".{0,80}?(?:cho biết|cho hay|nêu rõ|khẳng định)(?: rằng)?"
_ACTOR = (
    r"(?:thanh tra |lãnh đạo |tập thể )?(?:sở|phòng|ngành|đơn vị|trung tâm|ban|huyện|tỉnh|thành phố|công đoàn|đội)"
    r"(?: (?!đã|sẽ|vẫn|cũng)\S+){0,8} (?:cũng )?(?:đã|sẽ|vẫn|cũng)"
)
_COMPARED = re.compile(r"(?:cao|thấp|nhiều|ít|nhanh|chậm) hơn(?!\w)", re.IGNORECASE)
_PART = re.compile(r"(?<!\w)trong (?:đó|số đó|số này)(?!\w)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:[^,;:.()“”\"\n\d]|\d(?=G)){{0,{_LONGEST}}}")
_VALUED = re.compile(
    r"(?:^|\s)(?:tăng|giảm|vượt|đạt(?! (?:chuẩn|chỉ tiêu|tiêu chí|yêu cầu|giải))|bằng|chiếm|so với|trong khi|nhưng|trong đó|góp phần|nhằm)(?!\w).*"
)
_SUM = re.compile(r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn) )*(?:đồng|USD)|.*/.*", re.IGNORECASE)


class Place(NamedTuple):
    """Where a number stands in its text, and where the figure before it ended, in code points."""

    after: int
    start: int
    stop: int


def indicator_of(text: str, place: Place, unit: str, known: str) -> str:
    """What the number at `place` measures; "" when nothing says it.

    `known` is what the figure before it measures: a further number of the same sentence measures that too, unless it
    tells a part of it ("trong đó 418 trạm dùng chung"), or begins a clause and is named by the words behind it.
    """
    begin = max(place.after, *(_end(text, sign, place) for sign in _CLAUSE_ENDS))
    clause = text[begin : place.start]
    same = all(text.find(sign, place.after, place.start) < 0 for sign in _SENTENCE_ENDS)
    if same and known and _COMPARED.match(clause.strip()):
        return known
    named = _named(text, max(begin, place.start - _LONGEST), place.start)
    if named:
        return named
    behind = _behind(text, place.stop, unit)
    named_behind = bool(behind) and behind != unit
    own = _PART.search(clause) or (named_behind and not clause.strip(' ,“"(-–'))
    return known if same and known and not own else behind


def _end(text: str, sign: str, place: Place) -> int:
    return text.rfind(sign, place.after, place.start) + 1


def _named(text: str, begin: int, end: int) -> str:
    """The words of a clause before its number, without what opens it and the verb."""
    while begin and begin < end and text[begin - 1].isalnum() and text[begin].isalnum():
        begin += 1  # the clause was too long: not from the middle of a word
    words = text[begin:end].strip(' ,“"(-–').split()
    said = _openings().sub("", " ".join(words) + " ").split()
    while said and said[-1].lower() in _links():
        said.pop()
    return " ".join(said)


def _behind(text: str, stop: int, unit: str) -> str:
    """The words behind a number with what it counts: "thôn chưa có sóng"; of a sum or a time nothing is told by them."""
    listed = _listed().match(text, stop)
    begin = listed.end() if listed else stop
    found = _BEHIND.match(text, begin)
    words = found[0] if found else ""
    if len(words) == _LONGEST:
        words = words.rpartition(" ")[0]
    said = (text[stop:begin] + _VALUED.sub("", words)).split()
    while said and said[-1].lower() in _links():
        said.pop()
    if unit == "%":
        return " ".join(said)
    if not unit or unit.lower() in _plain() or _SUM.fullmatch(unit):
        return ""
    return " ".join((unit, *said))


@cache
def _links() -> frozenset[str]:
    return frozenset(word_list("units")["links"])


@cache
def _plain() -> frozenset[str]:
    """Units that count nothing which could be named."""
    return frozenset(word_list("units")["plain"])


@cache
def _listed() -> re.Pattern[str]:
    """What is counted together: "sở, ban, ngành"."""
    word = any_of(word_list("units")["listed"])
    return re.compile(rf"\s*(?:{word})(?:, (?:{word}))+(?!\w)", re.IGNORECASE)


@cache
def _openings() -> re.Pattern[str]:
    """All that may stand before what is measured, one after the other."""
    words = any_of(word_list("units")["openings"])
    return re.compile(
        rf"^(?:(?:{words}|{_TIME}|{_SPEAKER}|{_ACTOR}|hiện(?= $))[ ,:]+)+", re.IGNORECASE
    )
