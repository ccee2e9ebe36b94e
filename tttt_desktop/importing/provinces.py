"""Which province a page is about: the 63 old names and the 34 of July 2025, by what stands before each mention."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tttt_desktop.domain.text import fold
from tttt_desktop.paths import resource

_BELONGS = re.compile(
    r"(?:\btinh(?: uy| doan)?|\bthanh pho|\btp\.?|\bbao|\bdai|\bso|vnpt|viettel|mobifone|vien thong"
    r"|buu dien|truyen thong"
    r"|tt ?(?:&|-|va)? ?tt\)?|ttdt|dien tu|\bnganh|\bweb|hdnd|ubnd|cntt)\s*$"
)
_ELSEWHERE = re.compile(
    r"\b(?:voi|hoc tap|kinh nghiem|cac tinh|don doan|doan|tham|nhu|giap|den tu)\b[^.;,]{0,60}$"
)
_HOST = re.compile(r"([a-z-]+)\.(?:gov\.|com\.|org\.)?vn\b")
_CAPITALISED = re.compile(r"([A-ZĐ][^\W\d_]*)(?=(?:[ -]+([A-ZĐ][^\W\d_]*))?)")
_FAR = 70  # characters before a name in which a word can tell that it is another province


@dataclass(frozen=True, slots=True)
class _Province:
    name: str
    spellings: tuple[tuple[str, str], ...]  # folded: the whole name, its first two words
    hosts: tuple[str, ...]


@cache
def _provinces() -> tuple[_Province, ...]:
    with resource("lists/provinces.toml").open("rb") as file:
        lists = tomllib.load(file)
    return tuple(
        _Province(row["names"][0], tuple(map(_spelling, row["names"])), tuple(row["host"]))
        for row in [*lists["until_2025"], *lists["renamed"]]
    )


def _spelling(name: str) -> tuple[str, str]:
    folded = fold(name)
    return folded, next(_starts(name, folded), folded)


def _starts(text: str, folded: str) -> Iterator[str]:
    """What names could begin with in a text: each capitalised word, folded, with a capitalised one behind it."""
    for found in _CAPITALISED.finditer(text):
        yield folded[found.start() : max(found.end(1), found.end(2))]


def _hosts(folded: str) -> list[str]:
    """The last name before ".vn", ".gov.vn" ... of every address in a text."""
    return _HOST.findall(folded) if ".vn" in folded else []


def _weigh(text: str, folded: str, spelling: str) -> int:
    weight, at = 0, folded.find(spelling)
    while at >= 0:
        stop = at + len(spelling)
        whole = not folded[at - 1 : at].isalnum() and not folded[stop : stop + 1].isalnum()
        if whole and text[at].isupper():
            before = folded[max(0, at - _FAR) : at]
            if not _ELSEWHERE.search(before):
                weight += 3 if _BELONGS.search(before) else 1
        at = folded.find(spelling, stop)
    return weight


def find_province(site: str, title: str, text: str, folded: str) -> str:
    """The province a page belongs to, "" when the page does not say so or names several alike.

    `site` is what stands around the article (page head, outlet, host name), `folded` is `fold(text)`. A place that is
    only passed by ("đón đoàn tỉnh Điện Biên") does not count, nor does a bare mention without title or site.
    """
    around, named = fold(site), fold(title)
    hosts = {host.removeprefix("bao") for host in _hosts(f"{around} {folded}")}
    starts = set(_starts(text, folded))
    weights: dict[str, int] = {}
    for one in _provinces():
        weight = 6 if hosts.intersection(one.hosts) else 0
        for spelling, start in one.spellings:
            if start in starts:
                weight += _weigh(text, folded, spelling)
            weight += 6 * (spelling in around) + 2 * (spelling in named)
        if weight >= 3:
            weights[one.name] = weight
    if not weights:
        return ""
    best = max(weights.values())
    leading = [name for name, weight in weights.items() if weight == best]
    return leading[0] if len(leading) == 1 else ""


_PARTY = re.compile(r"\b(?:tỉnh|thành|huyện) (?:ủy|uỷ)\b|\bubnd\b")


def proper_case(capitals: str) -> str:
    """A name in capitals as it is written in a sentence: "BÁO PHÚ YÊN ĐIỆN TỬ" is "Báo Phú Yên điện tử"."""
    name = _PARTY.sub(lambda found: _capitalise(found[0]), capitals.lower())
    folded = fold(name)
    for one in _provinces():
        at = folded.find(one.spellings[0][0])
        if at >= 0:
            name = name[:at] + one.name + name[at + len(one.name) :]
    return name[:1].upper() + name[1:]


def _capitalise(words: str) -> str:
    return words.upper() if words == "ubnd" else words[:1].upper() + words[1:]
