"""Names in capitals, as heads of pages have them, written as in a sentence."""

import re

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.provinces import provinces

_PARTY = re.compile(r"\b(?:(?:tỉnh|thành|huyện|thị|đảng) (?:ủy|uỷ)|ubnd|hđnd)\b")
_OFFICE = re.compile(
    r"(?<!văn )(?<!đảng )\b(?:sở|bộ|cục|ban|phòng|hội) (?!(?:ngành|điện tử|tỉnh|huyện)\b)\w.*?(?= (?:tỉnh|thành|huyện|quận|thị)\b|$)"
)
_TOWN = re.compile(
    r"\b(?:huyện|xã|phường|quận|thị xã|thị trấn|thành phố) (?![uủ]).*?(?=[,(-]| tỉnh\b|$)"
)
_TOWNS = ("huyện ", "xã ", "phường ", "quận ", "thị xã ", "thị trấn ", "thành phố ")


def proper_case(capitals: str) -> str:
    """A name in capitals as it is written in a sentence: "BÁO PHÚ YÊN ĐIỆN TỬ" is "Báo Phú Yên điện tử"."""
    name = _OFFICE.sub(_of_office, capitals.lower())
    name = _TOWN.sub(_of_town, _PARTY.sub(_of_party, name))
    folded = fold(name)
    for one in provinces():
        at = folded.find(one.spellings[0])
        if at >= 0:
            name = name[:at] + one.name + name[at + len(one.name) :]
    return name[:1].upper() + name[1:]


def _of_party(found: re.Match[str]) -> str:
    return found[0].upper() if found[0] in ("ubnd", "hđnd") else _capital(found[0])


def _of_office(found: re.Match[str]) -> str:
    """ "sở thông tin và truyền thông" as "Sở Thông tin và Truyền thông"."""
    head, _, rest = found[0].partition(" ")
    return f"{_capital(head)} {' và '.join(map(_capital, rest.split(' và ')))}"


def _of_town(found: re.Match[str]) -> str:
    """ "huyện văn quan" as "huyện Văn Quan"."""
    kind = next(kind for kind in _TOWNS if found[0].startswith(kind))
    return kind + " ".join(map(_capital, found[0][len(kind) :].split(" ")))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
