"""Who is to do a task, and together with whom."""

import re
from collections.abc import Container
from functools import cache
from itertools import chain, islice

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.suggesting.passage import Passage

_TOGETHER = re.compile(
    r"(?:phối hợp(?: chặt chẽ| đồng bộ)?(?: với)?|cùng(?: với)?|có sự phối hợp của|làm việc với) "
)
_TOKEN = re.compile(r"\S+")
_SIGNS = ',.;:”"'
_LONGEST = 16  # words of one name
_NEAR = 2500  # characters in which the body is named that the article is about
_REACH = 160  # characters of one name
_PROPER = re.compile(
    r"(?:Sở|Bộ|UBND|Công an|Cục)(?!\w)"
)  # what follows these is written with capitals
_TIME_FIRST = re.compile(
    r"[ ,:]{0,3}(?:(?:trong|sang|bước sang|từ)? ?(?:năm \d{4}|năm tới|thời gian tới|(?:6|sáu) tháng cuối năm)(?: \d{4})?|trước mắt|từ nay)[, ]+"
)
_GROUP = re.compile(r"(?:[Cc]ác|[Nn]hững|[Mm]ỗi|[Tt]ừng) [^\W\d]+")
_SHORT = re.compile(r"(?:Cục|Tổng cục|Chi cục|Ban|Hội|Viện|Đài|Báo)(?= [^\W\d_A-ZĐ])")
_CAPITALS = re.compile(r"[A-ZĐ]\w*(?: [A-ZĐ]\w*){0,3}|thông")
_PLACE = re.compile(r" (?:huyện|thị xã|thành phố|quận) [A-ZĐ]\w*(?: [A-ZĐ]\w*){0,2}")
_MINISTRY = re.compile(r"(?<!\w)Bộ(?= )")
_HOST = re.compile(
    r"(?:Sở|Cục|Phòng)(?= )|(?:Viễn thông|VNPT|Viettel|MobiFone|Bưu điện(?: tỉnh)?)(?= [A-ZĐ])"
)


_TOPIC_ENDS = re.compile(
    r"(?:,| thì) (?=(?:Sở|Phòng|Ban|Công an|UBND|Cục|Đài|Báo|Hội|Thanh tra|Văn phòng|Trung tâm|Tỉnh đoàn) )"
)
_TOPIC = 64  # characters in which what a task is about can stand before who is to do it
_OTHER_HOST = re.compile(
    r"(?:Ban|Hội|Đài|Bệnh viện|Thanh tra|Đảng ủy|Đảng bộ|Tỉnh đoàn|Trung tâm)(?= [A-ZĐ])|Thanh tra tỉnh|UBND(?= )"
)
_HOLDS = re.compile(
    r" (?:họp|tổ chức|tổng kết|sơ kết|hội nghị|triển khai|công bố|đánh giá|gặp mặt)(?!\w)|:"
)
_HEADLINE = 300  # characters in which such a body is named


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_list("agencies")["names"][key])


@cache
def _head() -> re.Pattern[str]:
    before_capital = any_of(_words("heads_before_capital"))
    return re.compile(rf"(?:(?i:{any_of(_words('heads'))})(?!\w)|(?i:{before_capital}) (?=[A-ZĐ]))")


@cache
def _goes_on() -> re.Pattern[str]:
    """What carries a name on after a comma or "và": a capital or another word of its kind."""
    return re.compile(rf"[A-ZĐ]|(?:{any_of(_words('listed'))})(?!\w)(?! hành)")  # "ban hành"


@cache
def _full() -> re.Pattern[str]:
    """Names of a trade, short or long, that stand as one word: "TT&TT", "khoa học và công nghệ"."""
    names = word_list("agencies")["full"]
    listed = word_list("agencies")["trades"]
    trades = {*listed["names"], *listed["of_units"]}
    small = {trade.lower() for trade in trades if " và " in trade}
    return re.compile(rf"(?<!\w)(?:{any_of({*names, *names.values(), *trades, *small})})(?!\w)")


def written_out(name: str) -> str:
    """The name without the office's abbreviations: "Sở TT&TT" is "Sở Thông tin và Truyền thông"."""
    full = word_list("agencies")["full"]
    return _full().sub(lambda found: full.get(found[0], found[0]), name)


def _name_end(text: str, start: int, stop: int, verbs: Container[int]) -> int:
    """Where the name that begins at `start` ends: before a verb, a stop word or a sign."""
    inside = [found.span() for found in _full().finditer(text, start, min(stop, start + _REACH))]
    head = _head().match(text, start, stop)
    first = head.end() if head else start + 1
    group = _GROUP.match(text, start, stop)  # "các tập đoàn": its noun is no verb
    inside.append((start, group.end() if group else first))
    proper = bool(_PROPER.match(text, start))
    end, listed = start, -1
    for token in islice(_TOKEN.finditer(text, start, stop), _LONGEST):
        bare = token[0].strip(_SIGNS)
        named = token.start() == listed or any(
            begin <= token.start() < last for begin, last in inside
        )
        carried = bool(_goes_on().match(text, token.end() + 1, stop))
        goes_on = named or carried
        plain = not named and not bare[:1].isupper()
        if plain and (token.start() in verbs or _leaves(bare, proper, goes_on)):
            break
        end = token.start() + len(token[0].rstrip(_SIGNS))
        if token[0][-1] in _SIGNS and not (token[0][-1] == "," and goes_on):
            break
        if token[0][-1] == "," or (bare == "và" and not named):
            listed = token.end() + 1 if carried else -1
            proper = bool(_PROPER.match(text, token.end() + 1))
    return end


def _leaves(bare: str, proper: bool, goes_on: bool) -> bool:
    """Whether a word without a capital stands behind the name and not in it."""
    if bare in ("và", "-", "–"):
        return not goes_on
    return bare in _words("stops") or (proper and bare not in _words("inside"))


def _name_at(text: str, start: int, passage: Passage) -> str:
    """The agency or group named at `start`, as printed; "" when there is none."""
    stop = passage.span.stop
    if not _head().match(text, start, stop):
        return ""
    verbs = {cue.start for cue in passage.all("bid", "must")}
    return re.sub(
        r"(?: và| -| –|,)+$", "", text[start : _name_end(text, start, stop, verbs)]
    ).strip()


def lead(text: str, passage: Passage) -> str:
    """The agency a unit gives its task to, written out; "" when it names none."""
    order = passage.first("order") or passage.first("wish")
    starts = [passage.opening_at]
    if order:
        starts.insert(0, _receiver_at(text, order.stop, passage.span.stop))
    for start in starts:
        name = _name_at(text, start, passage)
        if name:
            return written_out(name)
    if order and (bare := _SHORT.match(text, starts[0])):
        return bare[0]
    near = min(passage.span.stop, passage.opening_at + _TOPIC)
    topic = _TOPIC_ENDS.search(text, passage.opening_at, near) if order is None else None
    if topic and (name := _name_at(text, topic.end(), passage)):
        return written_out(name)
    must = passage.first("must")
    if order is None and must:
        comma = text.rfind(", ", passage.span.start, must.start)
        return written_out(_name_at(text, comma + 2, passage)) if comma >= 0 else ""
    return ""


def _receiver_at(text: str, at: int, stop: int) -> int:
    """Where the one who gets an order can be named: after the word of order and, it may be, a time."""
    time = _TIME_FIRST.match(text, at, stop)
    at = time.end() if time else at
    rest = text[at:stop]
    at += len(rest) - len(rest.lstrip(" :,"))
    return at + len("cho ") if text.startswith("cho ", at) else at


def cooperating(text: str, passage: Passage) -> tuple[str, ...]:
    """The agencies after "phối hợp với", "cùng", written out, in order."""
    found = _TOGETHER.search(passage.small)
    if not found:
        return ()
    name = _name_at(text, passage.span.start + found.end(), passage)
    parts = re.split(rf"(?:,| và) (?={_head().pattern})", name)
    return tuple(written_out(part.strip()) for part in parts if part.strip())


def in_full(text: str, short: str) -> str:
    """The first longer name that begins with a bare "Trung tâm", "Ban", "Hội", written out; else the name itself."""
    if short.lower() not in _words("short"):
        return short
    starts = [one.start() for one in re.finditer(rf"(?<!\w){re.escape(short)} (?=[A-ZĐ])", text)]
    whole = (text[at : _name_end(text, at, min(len(text), at + _REACH), ())] for at in starts)
    names = (_HOLDS.split(name)[0] for name in whole)
    return written_out(max(names, key=len, default=short).partition(" (")[0])


def department(text: str) -> str:
    """The body the article is about, written out: one that opens its title, else the first "Sở ...", "Cục ..." it names.

    "" when it names none.
    """
    text = text[:_NEAR]
    return _other_host(text, 1) or _usual_host(text) or _other_host(text, _HEADLINE)


def _other_host(text: str, reach: int) -> str:
    """A body of another kind whose name begins within so many characters."""
    found = _OTHER_HOST.match(text) if reach == 1 else _OTHER_HOST.search(text, 0, reach)
    if found is None:
        return ""
    stop = text.find("\n", found.start())
    stop = stop if stop >= 0 else len(text)
    name = text[found.start() : _name_end(text, found.start(), stop, ())]
    return written_out(_HOLDS.split(name)[0].strip(" ,-–:"))


def _usual_host(text: str) -> str:
    for found in chain(_HOST.finditer(text), _MINISTRY.finditer(text)):
        if found[0] == "Cục" and (above := _usual_ministry(text[: found.start()])):
            return above  # whose bureau it is
        trade = _full().match(text, found.end() + 1)
        if trade:
            place = _PLACE.match(text, trade.end()) if found[0] == "Phòng" else None
            return written_out(f"{found[0]} {trade[0]}{place[0] if place else ''}")
        name = _CAPITALS.match(text, found.end() + 1)
        if name and found[0] not in ("Sở", "Phòng"):
            return f"{found[0]} {name[0]}"
    return ""


def _usual_ministry(text: str) -> str:
    """The first "Bộ ..." that a text names; "" when it names none."""
    trades = (_full().match(text, found.end() + 1) for found in _MINISTRY.finditer(text))
    return next((f"Bộ {written_out(trade[0])}" for trade in trades if trade), "")
