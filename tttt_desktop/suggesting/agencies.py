"""Who is to do a task, and together with whom."""

import re
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.suggesting.passage import Passage

_TOGETHER = re.compile(
    r"(?:phối hợp(?: chặt chẽ| đồng bộ)?(?: với)?|cùng(?: với)?|có sự phối hợp của|làm việc với) "
)
_TOKEN = re.compile(r"\S+")
_SIGNS = ',.;:”"'
_LONGEST = 16  # words of one name


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
    return re.compile(rf"[A-ZĐ]|(?:{any_of(_words('listed'))})(?!\w)")


@cache
def _full() -> re.Pattern[str]:
    """Names of a trade, short or long, that stand as one word: "TT&TT", "Thông tin và truyền thông"."""
    names = word_list("agencies")["full"]
    return re.compile(rf"(?<!\w)(?:{any_of({*names, *names.values()})})(?!\w)")


def written_out(name: str) -> str:
    """The name without the office's abbreviations: "Sở TT&TT" is "Sở Thông tin và Truyền thông"."""
    full = word_list("agencies")["full"]
    return _full().sub(lambda found: full.get(found[0], found[0]), name)


def _name_end(text: str, start: int, stop: int, verbs: set[int]) -> int:
    """Where the name that begins at `start` ends: before a verb, a stop word or a sign."""
    full = next(iter(_full().finditer(text, start, min(stop, start + 60))), None)
    tokens = list(_TOKEN.finditer(text, start, stop))[:_LONGEST]
    end = start
    for number, token in enumerate(tokens):
        inside = full is not None and full.start() <= token.start() < full.end()
        bare = token[0].strip(_SIGNS)
        following = tokens[number + 1].start() if number + 1 < len(tokens) else stop
        goes_on = inside or bool(_goes_on().match(text, following))
        if number and not inside and not bare[:1].isupper():
            if token.start() in verbs or bare in _words("stops"):
                break
            if bare in ("và", "-", "–") and not goes_on:
                break
        end = token.start() + len(token[0].rstrip(_SIGNS))
        if token[0][-1] in _SIGNS and not (token[0][-1] == "," and goes_on):
            break
    return end


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
    order = passage.first("order")
    starts = [passage.opening_at]
    if order:
        rest = text[order.stop : passage.span.stop]
        starts.insert(
            0,
            order.stop
            + len(rest)
            - len(rest.lstrip(" :,"))
            + (4 if rest.startswith(" cho ") else 0),
        )
    for start in starts:
        name = _name_at(text, start, passage)
        if name:
            return written_out(name)
    must = passage.first("must")
    if order is None and must:
        comma = text.rfind(", ", passage.span.start, must.start)
        return written_out(_name_at(text, comma + 2, passage)) if comma >= 0 else ""
    return ""


def cooperating(text: str, passage: Passage) -> tuple[str, ...]:
    """The agencies after "phối hợp với", "cùng", written out, in order."""
    found = _TOGETHER.search(passage.small)
    if not found:
        return ()
    name = _name_at(text, passage.span.start + found.end(), passage)
    parts = re.split(rf"(?:,| và) (?={_head().pattern})", name)
    return tuple(written_out(part.strip()) for part in parts if part.strip())


def department(text: str) -> str:
    """The department the article is about, written out: the first "Sở ..." it names; "" when it names none."""
    found = re.search(r"Sở ", text)
    while found:
        full = _full().match(text, found.end())
        if full:
            return written_out(f"Sở {full[0]}")
        found = re.compile(r"Sở ").search(text, found.end())
    return ""
