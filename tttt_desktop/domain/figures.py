"""Numbers with a meaning: "742,67 tỷ đồng, tăng 6,4% so với cùng kỳ", "9/17 chỉ tiêu", "thứ 46/63"."""

import re
from collections.abc import Iterator
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.records import Figure

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RISE = re.compile(
    r"(?:tăng|vượt|gấp|giảm)(?: thêm| hơn| gần| khoảng| trên| tới| đến)?\s+$", re.IGNORECASE
)
_COMPARED = re.compile(r"\s*(?:so (?:với )?|cùng kỳ|năm trước|năm ngoái)[^,;.()]{0,60}")
_LONGEST_INDICATOR = 90


def parse_number(printed: str) -> float:
    """The value of a number written the Vietnamese way: "1.946" is 1946, "742,67" is 742.67, "4.5" is 4.5.

    ValueError when it is no number.
    """
    printed = printed.strip()
    if _THOUSANDS.fullmatch(printed):
        printed = printed.replace(".", "")
    return float(printed.replace(",", "."))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_list("units")[key])


@cache
def _figure() -> re.Pattern[str]:
    nouns, listed = any_of(_words("nouns") - _words("listed")), any_of(_words("listed"))
    lower = r"[^\W\d_A-ZĐ]+"
    unit = (
        rf"\s?%|\s+(?:(?:nghìn tỷ|nghìn|ngàn|triệu|tỷ|tỉ|vạn)\s+)?(?:(?i:{nouns})|(?:{listed})(?:, (?:{listed})(?! hành))*"
        rf"|đồng|USD|km|m²|m2|(?!(?:{any_of(_words('not_units'))})(?!\w)){lower})(?!\w)"
    )
    per = rf"(?:/(?:\d+ )?{lower})*"
    return re.compile(
        rf"(?<![\w/.,:+&-])(?P<rank>[Tt]hứ )?(?P<value>{_NUMBER})(?:/(?P<of>{_NUMBER}))?"
        rf"(?![\d/]|[.,:]\d|[^\W\d_])(?P<unit>(?:{unit}){per})?"
    )


def _is_date(found: re.Match[str], last: str) -> bool:
    """Whether "30/6" is a day and not "9/17 chỉ tiêu": no noun after it, or the number above is the larger one."""
    if not found["of"]:
        return False
    value, of = parse_number(found["value"]), parse_number(found["of"])
    return (
        not found["unit"]
        or value > of
        or (last in _words("time_words") and value <= 31 and of <= 12)
    )


def _is_name(before: list[str]) -> bool:
    """Whether the words before a number make it part of a name or a time: "mức độ 3, 4", "năm 2016", "2012 - 2015"."""
    if not before:
        return False
    if before[-1] in ("-", "–"):
        return len(before) > 1 and before[-2][-1:].isalnum() and not before[-2].isalpha()
    last_two = " ".join(before[-2:])
    level = " ".join(before[-3:-1]) == "mức độ" and before[-1].rstrip(",").isdigit()
    return level or before[-1] in _words("names") or last_two in _words("names")


def _is_figure(text: str, found: re.Match[str], before: list[str]) -> bool:
    unit = (found["unit"] or "").strip().lower()
    last = before[-1] if before else ""
    if found["rank"]:
        return bool(found["of"]) or last in _words("ranking")
    if _is_date(found, last) or _is_name(before):
        return False
    if unit.startswith("tháng") or (unit == "giờ" and text.startswith(" ngày", found.end())):
        return False
    if _YEAR.fullmatch(found["value"]):
        return unit in _words("nouns")
    return bool(unit) or last in _words("measuring")


def _indicator(text: str, start: int, stop: int) -> str:
    """What the number that begins at `stop` measures: the words before it in its clause, without the verb."""
    after_signs = (text.rfind(sign, start, stop) + 1 for sign in (";", ":", ". ", "\n", ", "))
    start = max(start, stop - _LONGEST_INDICATOR, *after_signs)
    words = text[start:stop].strip(' ,“"(-').split()
    while words and words[-1] in _words("links"):
        words.pop()
    return " ".join(words)


def _change(text: str, found: re.Match[str]) -> str:
    rise = _RISE.search(text, max(0, found.start() - 16), found.start())
    if not rise:
        return ""
    compared = _COMPARED.match(text, found.end())
    return text[rise.start() : compared.end() if compared else found.end()].strip()


def _printed(found: re.Match[str]) -> str:
    if not found["rank"]:
        return found[0]
    return found[0][: found.end("of" if found["of"] else "value") - found.start()]


def _figures(text: str) -> Iterator[Figure]:
    start, indicator = 0, ""
    for found in _figure().finditer(text):
        before = text[max(0, found.start() - 24) : found.start()].lower().split()
        if not _is_figure(text, found, before):
            continue
        change = _change(text, found)
        if not change:
            indicator = _indicator(text, start, found.start()) or indicator
        unit = "hạng" if found["rank"] else (found["unit"] or "").strip()
        yield Figure(
            as_printed=_printed(found),
            value=parse_number(found["value"]),
            of=parse_number(found["of"]) if found["of"] else None,
            unit=unit,
            indicator=indicator,
            change=change,
        )
        start = found.end()


def find_figures(text: str) -> list[Figure]:
    """The figures of a passage in order. Dates, years, law numbers, "mức độ 3" and "4G" are none.

    `as_printed` is number and unit as they stand; `change` is set on a number that tells a rise or fall and holds its
    whole phrase ("tăng 6,4% so với cùng kỳ"), which then belongs to the `indicator` of the number before.
    """
    return list(_figures(text)) if _DIGIT.search(text) else []
