"""Who is to do a task, and together with whom."""

import re
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.suggesting.passage import Passage

_TOGETHER = re.compile(
    r"(?:phối hợp(?: chặt chẽ| đồng bộ)?(?: với)?|cùng(?: với)?|có sự phối hợp của|làm việc với) ",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\S+")
_LONGEST = 16  # words of one name


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_list("agencies")["names"][key])


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(_words('heads'))})(?!\w)", re.IGNORECASE)


@cache
def _full() -> re.Pattern[str]:
    """Names of a trade, short or long, that stand as one word: "TT&TT", "Thông tin và truyền thông"."""
    names = word_list("agencies")["full"]
    return re.compile(rf"(?:{any_of({*names, *names.values()})})(?!\w)")


def written_out(name: str) -> str:
    """The name without the office's abbreviations: "Sở TT&TT" is "Sở Thông tin và Truyền thông"."""
    full = word_list("agencies")["full"]
    return _full().sub(lambda found: full.get(found[0], found[0]), name)


def _goes_on(token: str, following: str) -> bool:
    """Whether the name goes on after a comma or "và": with a capital or another word of its kind."""
    word = following.strip(",.;:()").lower()
    return following[:1].isupper() or word in _words("listed")


def _name_end(text: str, start: int, stop: int, verbs: set[int]) -> int:
    """Where the name that begins at `start` ends: before a verb, a stop word or a sign."""
    full = next((m for m in _full().finditer(text, start, min(stop, start + 60))), None)
    tokens = list(_TOKEN.finditer(text, start, stop))[:_LONGEST]
    end = start
    for number, token in enumerate(tokens):
        inside = full is not None and full.start() <= token.start() < full.end()
        bare = token[0].strip(',.;:”"')
        if number and not inside and not bare[:1].isupper():
            if token.start() in verbs or bare in _words("stops"):
                break
            following = tokens[number + 1][0] if number + 1 < len(tokens) else ""
            if bare in ("và", "-", "–") and not _goes_on(bare, following):
                break
        end = token.start() + len(token[0].rstrip(',.;:”"'))
        if token[0][-1] in '.;:”"':
            break
        if token[0][-1] == ",":
            following = tokens[number + 1][0] if number + 1 < len(tokens) else ""
            if not inside and not _goes_on(token[0], following):
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
    starts = [passage.opening_at()]
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
    found = _TOGETHER.search(text, passage.span.start, passage.span.stop)
    if not found:
        return ()
    name = _name_at(text, found.end(), passage)
    parts = re.split(
        rf"(?:,| và) (?=(?:{any_of(_words('heads'))})(?!\w)(?! \w+,? (?:các )?truyền))",
        name,
        flags=re.IGNORECASE,
    )
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
