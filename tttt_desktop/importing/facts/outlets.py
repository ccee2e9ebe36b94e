"""Who published a page: "Nguồn: ...", the mark that opens the lead, the head of the page, its address."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from tttt_desktop.domain.records import Found, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.facts.capitals import proper_case
from tttt_desktop.importing.facts.provinces import province_names, provinces
from tttt_desktop.importing.page import letterhead, noise
from tttt_desktop.importing.page.layout import Layout
from tttt_desktop.paths import resource

_MARK = re.compile(
    r"\s*(?:\(\s*(?P<in>[^()]{2,40}?)\s*\)\s*(?P<dash>[-–—:])?|(?P<bare>[^\W\d_][\w.+]{1,15})\s*[-–—]\s)"
)
_NAMED = re.compile(
    r"(?:cong|trang|bao|dai|tap chi|thong tan|web)\b|.*(?:online|dien tu)\b|ttx|.*\.(?:vn|com|net|org)\b"
)
_INITIALS = re.compile(r"[A-ZĐ]{2,8}(?:[.+][A-ZĐa-z]{2,7})?")
_NO_OUTLET = frozenset(
    {
        "ubnd",
        "hdnd",
        "tphcm",
        "hn",
        "tp",
        "tw",
        "bch",
        "cntt",
        "tt&tt",
        "tttt",
        "cttdt",
        "tttdt",
        "ttdt",
    }
)
_PRESS = re.compile(
    r"(?:cong thong tin|cong t?ttdt|cong giao tiep|trang (?:thong )?tin|trang tin|bao|dai|tap chi|thong tan xa)\b"
)
_NO_PRESS = re.compile(
    r"bao (?:cao|ton|dam|ve|hiem|chi|gia|gom|loi)\b|bao (?:in|giay|moi|noi|anh|xuan)$|dai (?:bieu|hoi)"
    r"|trang tin$"
)
_AGENCY = re.compile(
    r"(?:sở|bộ|văn phòng|ubnd|ủy ban nhân dân|(?:tỉnh|thành|huyện) ủy|trung tâm|cục|đảng (?:bộ|ủy)"
    r"|ban tuyên giáo)\b(?: ?\S+){2,}"
)
_SOURCE = re.compile(r"\W*(?:nguồn(?: tin)?\s*:?|theo)\s+([^():]{3,60}?)[\W_]*", re.IGNORECASE)
_SOURCE_ON_LINE = re.compile(
    r"nguon(?: tin)?\s*:\s*([^|•\d]{3,40}?)\s*(?:[|•\d]|$|[-–,] (?:ngay|cap nhat|tac gia|luot|dang) )"
)
_PARTS = re.compile(r"\s*(?:[|>›»]|/ | - )\s*")
_ADDRESS = re.compile(r"(?:www\.)?((?:[a-z0-9-]+\.)+(?:vn|com|net|org))")
_EDITION = re.compile(r" (?:điện tử|online)$", re.IGNORECASE)
_BEFORE_HOST = re.compile(r"^(?:https?://)?(?:www\.)?")
_LONGEST = 80
_KNOWN = 0.95  # how sure a mark is that the list has


@cache
def _known() -> Mapping[str, str]:
    """The outlet of each mark and address, folded."""
    with resource("lists/outlets.toml").open("rb") as file:
        outlets = tomllib.load(file)["outlets"]
    known = {
        fold(mark): row["name"]
        for row in outlets
        for mark in [row["name"], *row["marks"], *row["hosts"]]
    }
    for one in provinces():
        for host in one.hosts:
            for ending in ("vn", "com.vn", "org.vn"):
                known.setdefault(f"bao{host}.{ending}", f"Báo {one.name}")
    return known


def find_outlet(layout: Layout, draft: Draft) -> tuple[str, Found | None]:
    """The outlet as it is known and where the page says so; ("", None) when it does not."""
    return next(_candidates(layout, draft), ("", None))


def _candidates(layout: Layout, draft: Draft) -> Iterator[tuple[str, Found | None]]:
    yield from _issuer(layout)
    yield from _source_lines(layout)
    marks = list(_mark(layout))
    yield from (one for one in marks if one[1].sure >= _KNOWN)
    yield from _in_head(layout, _is_press, 0.92)
    yield from _outside(draft)
    yield from marks
    yield from _in_head(layout, _is_agency, 0.85)
    host = draft.host.removeprefix("www.")
    if _ADDRESS.fullmatch(host):
        yield _of_address(host), Found("outlet", "Địa chỉ trang", 0.8)


def _issuer(layout: Layout) -> Iterator[tuple[str, Found]]:
    """The office in the head of an official document."""
    issued = letterhead.issuer([layout.blocks[at].text for at in layout.head])
    if issued:
        at, name = issued
        span = Span(0, len(layout.blocks[at].text))
        yield _settled(name), Found("outlet", "Cơ quan ban hành", 0.95, at, span)


def _source_lines(layout: Layout) -> Iterator[tuple[str, Found]]:
    for at in _lines_of_credit(layout):
        line = layout.blocks[at].text
        found = _SOURCE.fullmatch(line)
        if found and (line.lstrip("( [*")[:1] in "Nn" or _is_outlet(found[1])):
            yield _cited(found[1], at, Span(*found.span(1)))
        elif on_line := _SOURCE_ON_LINE.search(layout.folded[at]):
            yield _cited(line[slice(*on_line.span(1))], at, Span(*on_line.span(1)))


def _lines_of_credit(layout: Layout) -> Iterator[int]:
    """The lines in which "Nguồn: ..." may stand: under the last paragraph, and the date line."""
    for at in reversed(layout.body):
        if noise.is_prose(layout.blocks[at].text):
            break
        yield at
    if "published_on" in layout.found and layout.found["published_on"].block is not None:
        yield layout.found["published_on"].block


def _cited(name: str, at: int, span: Span) -> tuple[str, Found]:
    return _settled(name), Found("outlet", "Dòng ghi nguồn", 0.92, at, span)


def _is_outlet(name: str) -> bool:
    folded = fold(name.strip())
    return (
        folded in _known()
        or bool(_INITIALS.fullmatch(name))
        or bool(_NAMED.match(folded) and not _NO_PRESS.match(folded))
    )


def _mark(layout: Layout) -> Iterator[tuple[str, Found]]:
    """ "(Baohatinh.vn) -", "BBK -", "(Web Quảng Trị)": the mark that opens the lead."""
    for at in layout.body[:2]:
        found = _MARK.match(layout.blocks[at].text)
        if not found:
            continue
        name = (found["in"] or found["bare"]).strip()
        folded = fold(name)
        if folded in _NO_OUTLET or (folded in province_names() and folded not in _known()):
            continue
        if folded in _known() or (found["in"] and _is_outlet(name)) or _INITIALS.fullmatch(name):
            unknown = _INITIALS.fullmatch(name) and folded not in _known()
            span = Span(*found.span("in" if found["in"] else "bare"))
            sure = 0.75 if unknown else _KNOWN
            yield _settled(name), Found("outlet", "Chữ mở đầu bài", sure, at, span)
            return


def _is_press(name: str) -> bool:
    """Whether a piece of a page's head names a paper or a portal."""
    folded = fold(name)
    return len(name) <= _LONGEST and bool(_PRESS.match(folded) and not _NO_PRESS.match(folded))


def _is_agency(name: str) -> bool:
    """Whether it names an office; with diacritics, for "sơ đồ cổng" folds like "sở ..."."""
    return len(name) <= _LONGEST and bool(_AGENCY.match(name.lower().replace("uỷ", "ủy")))


def _in_head(
    layout: Layout, names: Callable[[str], bool], sure: float
) -> Iterator[tuple[str, Found]]:
    for at in layout.head:
        line, start = layout.blocks[at].text, 0
        for part in _PARTS.split(line):
            start = line.find(part, start)
            if names(part):
                span = Span(start, start + len(part))
                yield _settled(part), Found("outlet", "Đầu trang", sure, at, span)


def _outside(draft: Draft) -> Iterator[tuple[str, Found]]:
    """What the page's markup calls its publisher."""
    for part in _PARTS.split(draft.site) if draft.site else ():
        if _is_press(part) or _is_agency(part) or fold(part) in _known():
            yield _settled(part), Found("outlet", "Mã trang", 0.85)


def _of_address(host: str) -> str:
    return _known().get(host.lower(), host)


def _settled(name: str) -> str:
    """The one name of an outlet: "(Baohatinh.vn)" and "BÁO HÀ TĨNH ĐIỆN TỬ" are both "Báo Hà Tĩnh"."""
    name = " ".join(name.split()).strip(" .,;-–")
    if fold(name).startswith("bao "):
        name = _EDITION.sub("", name)
    known = _known().get(_BEFORE_HOST.sub("", fold(name)))
    return known or (proper_case(name) if name.isupper() and " " in name else name)
