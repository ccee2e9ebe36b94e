"""Which province a page is about: the 63 old names and the 34 of July 2025, by what stands before each mention."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import bare_words, fold
from tttt_desktop.paths import resource

_MERGED = date(2025, 7, 1)  # Nghị quyết số 202/2025/QH15
_HUE = date(2025, 1, 1)  # Nghị quyết số 175/2024/QH15: Thừa Thiên Huế is the city of Huế
_BELONGS = tuple(
    f" {ending}"
    for ending in (
        *("tinh", "tinh uy", "tinh doan", "thanh pho", "tp", "bao", "dai", "so", "nganh", "web"),
        *("vnpt", "viettel", "mobifone", "vien thong", "buu dien", "truyen thong", "dien tu"),
        *("tt tt", "tttt", "tt va tt", "ttdt", "cong ttdt", "hdnd", "ubnd", "cntt"),
    )
)
_ELSEWHERE = re.compile(
    r"(?:voi|hoc tap|kinh nghiem|cac tinh|don (?:tiep )?doan|doan (?:cong tac|can bo|khach|lanh dao)|tham|nhu|giap|den tu)\b"
)
_IN_TOWN = re.compile(r"\b(?:huyen|thi xa|thanh pho|tp\.?|xa|phuong) [^.;,(]{2,25} ?[(,] ?$")
_FORMER = re.compile(r"\s*(?:\(?cu\b|truoc day)")
_END_OF_HOST = re.compile(r"\.(?:gov\.|com\.|org\.)?vn\b")
_HOST = re.compile(r"[a-z-]+$")
_NATIONAL = re.compile(
    r"(?:bo (?:thong tin|khoa hoc|noi vu|tu phap|tt&tt|tttt|kh&cn|cong an|y te|tai chinh|truong)|thu truong|cuc|tong cuc"
    r"|vu|thanh tra (?:bo|chinh phu)|van phong (?:chinh phu|quoc hoi|trung uong)|(?:pho )?thu tuong|chinh phu|quoc hoi|ban tuyen giao (?:trung uong|va dan van))\b"
    r"|.*\btoan quoc\b"
)
_CLAUSE = re.compile("[.;,]")
_NEAR = 24  # characters before a name in which "tỉnh" or "Sở TT&TT" stands
_FAR = 70  # characters before a name in which a word can tell that it is another province
_SEARCHED = 30_000  # characters
_SITE = 6  # what a name weighs around the page
_TITLE, _TITLE_OWN = 2, 4  # in its title; there as the place of the page itself
_LEAST = 3  # that counts


@dataclass(frozen=True, slots=True)
class Province:
    """A province as the list has it; `into` is the one it became part of in 2025, "" when it goes on."""

    name: str
    spellings: tuple[str, ...]  # folded
    hosts: tuple[str, ...]
    into: str


@dataclass(frozen=True, slots=True)
class Named:
    """A province a page belongs to: where the text first says so (None: outside it), and how much speaks for it."""

    name: str
    span: Span | None
    weight: int


@cache
def provinces() -> tuple[Province, ...]:
    """The 63 provinces up to June 2025 and those named anew since."""
    with resource("lists/provinces.toml").open("rb") as file:
        lists = tomllib.load(file)
    return tuple(
        Province(
            row["names"][0], tuple(map(fold, row["names"])), tuple(row["host"]), row.get("into", "")
        )
        for row in [*lists["until_2025"], *lists["renamed"]]
    )


@cache
def province_names() -> frozenset[str]:
    """Every spelling of every province, folded."""
    return frozenset(spelling for one in provinces() for spelling in one.spellings)


@cache
def _by_words() -> tuple[tuple[frozenset[str], str, str], ...]:
    """The words of each spelling, the spelling and its province."""
    return tuple(
        (frozenset(bare_words(spelling).split()), spelling, one.name)
        for one in provinces()
        for spelling in one.spellings
    )


@cache
def _all_words() -> frozenset[str]:
    return frozenset(word for words, _, _ in _by_words() for word in words)


def _named_in(bare: str) -> list[tuple[str, str]]:
    """The spellings, with their province, all of whose words are among some bare ones."""
    words = _all_words().intersection(bare.split())
    return [(spelling, name) for parts, spelling, name in _by_words() if parts <= words]


@cache
def _successors() -> Mapping[str, str]:
    """What became of the provinces that are no more."""
    return {one.name: one.into for one in provinces() if one.into}


@cache
def _by_host() -> Mapping[str, str]:
    return {host: one.name for one in provinces() for host in one.hosts}


def _mentions(text: str, folded: str, bare: str, spelling: str) -> Iterator[tuple[int, int]]:
    """Where a province is named with a capital letter, and how much each place says that the page is its own."""
    last_word = max(spelling.rfind(" "), spelling.rfind("-")) + 1
    at = folded.find(spelling)
    while at >= 0:
        stop = at + len(spelling)
        whole = not folded[at - 1 : at].isalnum() and not folded[stop : stop + 1].isalnum()
        if whole and text[at + last_word].isupper() and not _is_passed_by(folded, at, stop):
            before = f" {bare[max(0, at - _NEAR) : at]}"
            own = before.rstrip().endswith(_BELONGS) or _IN_TOWN.search(
                folded, max(0, at - _FAR), at
            )
            yield at, 3 if own else 1
        at = folded.find(spelling, stop)


def _is_passed_by(folded: str, at: int, stop: int) -> bool:
    """Whether a name is that of another province, or of one that is no more ("tỉnh Phú Yên cũ")."""
    clause = _CLAUSE.split(folded[max(0, at - _FAR) : at])[-1]
    return bool(_ELSEWHERE.search(clause) or _FORMER.match(folded, stop))


def _hosts(*texts: str) -> set[str]:
    """The last name before ".vn", ".gov.vn" ... of every address in some folded texts."""
    ends = ((text, end.start()) for text in texts for end in _END_OF_HOST.finditer(text))
    names = (_HOST.search(text, max(0, stop - _NEAR), stop) for text, stop in ends)
    return {name[0].removeprefix("bao") for name in names if name}


def _in_text(text: str, folded: str, bare: str, spelling: str) -> tuple[Span | None, int]:
    """The first of the heaviest mentions of a spelling in a text, and what all of them weigh together."""
    weight, heaviest, span = 0, 0, None
    for at, own in _mentions(text, folded, bare, spelling):
        weight += own
        if own > heaviest:
            heaviest, span = own, Span(at, at + len(spelling))
    return span, weight


def _in_title(title: str, spelling: str) -> int:
    """What a folded title weighs that names a province: more when it opens with it ("Kon Tum: ...") or says "tỉnh" before."""
    at = title.find(spelling)
    if at < 0 or _is_passed_by(title, at, at + len(spelling)):
        return 0
    before = f" {bare_words(title[:at])}".rstrip()
    own = title.startswith(f"{spelling}:") or before.endswith(_BELONGS)
    return _TITLE_OWN if own else _TITLE


def find_province(
    site: str, title: str, text: str, folded: str, published: date | None = None
) -> Named | None:
    """The province a page belongs to, None when the page does not say so or names several alike.

    `site` is what stands around the article (page head, host name, in its last line the outlet), folded as `title` is; `folded` is
    `fold(text)`. A place that is only passed by ("đón đoàn tỉnh Điện Biên") or past ("tỉnh Phú Yên cũ") does not count,
    nor does a bare mention without title or site. A page on a ministry or on the whole country has none of its own.
    """
    text, folded = text[:_SEARCHED], folded[:_SEARCHED]
    named: dict[str, Named] = {}
    bare = bare_words(folded)
    for spelling, name in _named_in(f"{bare} {bare_words(f'{site} {title}')}"):
        if spelling in folded:
            _add(named, name, *_in_text(text, folded, bare, spelling))
        _add(named, name, None, _SITE * (spelling in site))
        _add(named, name, None, _in_title(title, spelling))
    for host in _hosts(site, folded):
        if host in _by_host():
            _add(named, _by_host()[host], None, _SITE)
    if len(named) > 1:
        _settle(named, published)
    if _is_national(title):
        named = {one.name: one for one in named.values() if fold(one.name) in f"{site}\n{title}"}
    if _is_national(site.rpartition("\n")[2]):  # seated in Hà Nội, and of no province
        named = {one.name: one for one in named.values() if fold(one.name) in title}
    ranked = sorted(named.values(), key=lambda one: -one.weight)
    if not ranked or ranked[0].weight < _LEAST:
        return None
    return None if len(ranked) > 1 and ranked[1].weight == ranked[0].weight else ranked[0]


def _is_national(folded: str) -> bool:
    return bool(_NATIONAL.match(folded)) and " tinh" not in folded


def _add(named: dict[str, Named], name: str, span: Span | None, weight: int) -> None:
    if weight:
        before = named.get(name, Named(name, None, 0))
        named[name] = Named(name, before.span or span, before.weight + weight)


def _settle(named: dict[str, Named], published: date | None) -> None:
    """Of a province and the one it went into, both named, only the one of that day remains, with the weight of both."""
    for name in sorted(named.keys() & _successors().keys()):
        if _successors()[name] not in named:
            continue
        old, new = named[name], named[_successors()[name]]
        if new.name == "Huế" and (published is None or published < _HUE):
            old, new = new, old  # the town of Thừa Thiên Huế was called so all along
        elif published is None or published < (_HUE if new.name == "Huế" else _MERGED):
            continue
        del named[old.name]
        named[new.name] = Named(new.name, new.span or old.span, old.weight + new.weight)
