"""Numbers with a meaning: "742,67 tỷ đồng, tăng 6,4% so với cùng kỳ", "9/17 chỉ tiêu", "thứ 46/63"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.measured import Place, indicator_of
from tttt_desktop.domain.records import Figure
from tttt_desktop.domain.text import fold

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_JOINED = re.compile(r"[\w/.,:+&-]")
# The same, and no piece of a longer word: it opens with the digit, so that a search leaps from digit to digit.
_FREE_NUMBER = rf"\d(?<!{_JOINED.pattern}\d)(?:\d{{0,2}}(?:\.\d{{3}})+(?:,\d+)?|\d*(?:[.,]\d+)?)"
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RISES = ("tăng trưởng", "tăng", "vượt", "gấp", "giảm")
_RISE = re.compile(
    rf"(?:{'|'.join(_RISES)})(?: kế hoạch| chỉ tiêu| mục tiêu| dự toán)?(?: thêm| hơn| gần| khoảng| trên| tới| đến| được| khá| bình quân)?\s+$",
    re.IGNORECASE,
)
_RISEN = re.compile(rf"(?<!\w)(?:{'|'.join(_RISES)})(?!\w)", re.IGNORECASE)
_ENDS = r"(?! (?:do|vì|bởi|nhưng|và|góp|đưa|trong đó|trong khi|nhờ|nên|cao hơn|thấp hơn)(?!\w))"
_COMPARED = re.compile(
    rf"\s{{0,3}}(?P<with>so (?:với )?)?(?P<what>(?:(?<=so với )|(?<=so )|cùng kỳ|năm trước|năm ngoái|kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết)"
    rf"(?:{_ENDS}[^,;.()“”]){{0,60}})"
)
_REACHES = re.compile(
    r"(?<!\w)(?:đạt|bằng|hơn|thấp hơn|cao hơn|vượt)(?: mức| gần| trên| khoảng)?\s+$", re.IGNORECASE
)
_AGES = re.compile(
    r"\s{1,3}(?:tái lập|giải phóng|thành lập|ngày|chiến thắng|xây dựng|hình thành|đổi mới|truyền thống|thống nhất)"
)
_BESIDE = re.compile(r"(?:(?:\s[^\W\d_]+){0,3}\s?[,(–-])?\s{0,3}(?:(?:và|đã|cũng)\s{1,3})?")
_TYPED = re.compile(rf"({_NUMBER})(?:\s?/\s?({_NUMBER}))?")
RANK = "hạng"
_SPELT = {
    "nghin": "nghìn",
    "ngan": "ngàn",
    "trieu": "triệu",
    "ty": "tỷ",
    "dong": "đồng",
}  # typed bare
_TIMES = {"nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "ty": 1e9, "ti": 1e9, "van": 1e4}


def parse_number(printed: str) -> float:
    """The value of a number written the Vietnamese way: "1.946" is 1946, "742,67" is 742.67, "4.5" is 4.5.

    ValueError when it is no number.
    """
    printed = printed.strip()
    if "." in printed and _THOUSANDS.fullmatch(printed):
        printed = printed.replace(".", "")
    return float(printed.replace(",", "."))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_list("units")[key])


def _by_letter(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, parted by their first letters: a twentieth of them is tried."""
    letters: dict[str, list[str]] = {}
    for word in words:
        letters.setdefault(word[0], []).append(word[1:])
    return "|".join(rf"{re.escape(one)}(?:{any_of(rest)})" for one, rest in letters.items())


@cache
def _figure() -> re.Pattern[str]:
    nouns, listed = _by_letter(_words("nouns") - _words("listed")), _by_letter(_words("listed"))
    lower = r"[^\W\d_A-ZĐ]+"
    no_unit = rf"(?!(?:{_by_letter(_words('not_units'))})(?!\w))"
    times = r"(?:(?:nghìn tỷ|triệu tỷ|nghìn|ngàn|triệu|tỷ|tỉ|vạn)\s+)?"
    area = r"(?:m²|m2|km2|km²|km|ha|GB|Mbps)(?:\s+(?:pa[ -]nô|cáp(?: quang)?))?"
    word = rf"{no_unit}(?:(?:{_by_letter(_words('single'))})(?!\w)|{lower}(?:\s+{no_unit}{lower}(?!\w))?)"
    unit = rf"\s?%|\s?{area}|\s+{times}(?:(?i:{nouns})|(?i:{listed})(?:, (?i:{listed})(?! hành))*|đồng|USD|{word})(?!\w)"
    per = rf"(?:/(?:\d+ )?{lower})*"
    return re.compile(
        rf"(?P<value>{_FREE_NUMBER})(?:/(?P<of>{_NUMBER}))?"
        rf"(?![\d/]|[.,:]\d|(?!{area}(?!\w))[^\W\d_])(?P<unit>(?:{unit}){per})?"
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
    names = _words("names")
    if before[-1] in names or " ".join(before[-2:]) in names:
        return True
    return before[-3:-1] == ["mức", "độ"] and before[-1].rstrip(",").isdigit()


def _begins(text: str, found: re.Match[str], last: int) -> int:
    """Where the number begins, "thứ" with it when that stands before it and after `last`."""
    rank = found.start() - len("thứ ")
    if rank < last or not text.startswith(("thứ ", "Thứ "), rank):
        return found.start()
    return found.start() if rank and _JOINED.match(text, rank - 1) else rank


def _is_figure(text: str, found: re.Match[str], before: list[str], *, ranked: bool) -> bool:
    last = before[-1] if before else ""
    if ranked:
        return bool(found["of"]) or last in _words("ranking")
    if (found["unit"] != "%" and _is_name(before)) or _is_date(found, last):
        return False
    unit = (found["unit"] or "").strip().lower()
    if unit == "năm" and ("kỷ niệm" in before or _AGES.match(text, found.end())):
        return False
    if unit.startswith("tháng") or (unit == "giờ" and text.startswith(" ngày", found.end())):
        return False
    if _YEAR.fullmatch(found["value"]):
        return unit in _words("nouns")
    return bool(unit) or last in _words("measuring")


def _rise(text: str, start: int) -> int:
    """Where the word of a rise or fall right before `start` begins; -1 when there is none."""
    near = text[max(0, start - 24) : start].lower()
    found = any(word in near for word in _RISES) and _RISE.search(text, max(0, start - 24), start)
    return found.start() if found else -1


def _change(text: str, start: int, stop: int, rise: int) -> tuple[str, str]:
    """The words of the rise, fall or share that the number between `start` and `stop` tells; what it is compared with."""
    compared = _COMPARED.match(text, stop)
    if rise < 0 and compared is None:
        return "", ""
    reaches = None if rise >= 0 else _REACHES.search(text, max(0, start - 24), start)
    start = rise if rise >= 0 else reaches.start() if reaches else start
    return text[start:stop].strip(), compared["what"].strip() if compared else ""


class _Found(NamedTuple):
    """A figure; where it begins, with the word of its rise or fall, and where it ends."""

    figure: Figure
    start: int
    stop: int


def _found(text: str) -> Iterator[_Found]:
    start, indicator, last = 0, "", 0
    for found in _figure().finditer(text):
        at = _begins(text, found, last)
        last = found.end()
        before = text[max(0, at - 24) : at].lower().split()
        placed = bool(found["of"]) and before[-1:] and before[-1] in _words("ranking")
        ranked = at < found.start() or bool(placed)
        if not _is_figure(text, found, before, ranked=ranked):
            continue
        rise = _rise(text, at)
        unit = RANK if ranked else (found["unit"] or "").strip()
        if rise < 0:
            indicator = indicator_of(text, Place(start, at, last), unit, indicator)
        change, compared = _change(text, at, last, rise)
        figure = Figure(
            as_printed=text[at : found.end("of" if found["of"] else "value") if ranked else last],
            value=parse_number(found["value"]),
            of=parse_number(found["of"]) if found["of"] else None,
            unit=unit,
            indicator=indicator,
            change=change,
            compared=compared,
        )
        yield _Found(figure, rise if rise >= 0 else at, last)
        start = last


def find_figures(text: str) -> list[Figure]:
    """The figures of a passage in order. Dates, years, law numbers, "mức độ 3" and "4G" are none.

    `as_printed` is number and unit as they stand; `change` is set on a number that tells a rise, a fall or a comparison
    ("tăng 6,4%", "đạt 98%") and `compared` is what with ("cùng kỳ", "kế hoạch"); a rise or fall belongs to the
    `indicator` of the number before.
    """
    return [one.figure for one in _found(text)] if _DIGIT.search(text) else []


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a passage as they are kept: a rise or fall told right behind a number is that number's `change`.

    "742,67 tỷ đồng, tăng 6,4% so với cùng kỳ" is one figure here and two for `find_figures`.
    """
    kept: list[Figure] = []
    end = -1
    for one in _found(text) if _DIGIT.search(text) else ():
        told = one.figure
        if (
            kept
            and not kept[-1].change
            and sign_of(told)
            and _BESIDE.fullmatch(text, end, one.start)
        ):
            kept[-1] = replace(kept[-1], change=told.change, compared=told.compared)
        else:
            kept.append(told)
        end = one.stop
    return tuple(kept)


def sign_of(figure: Figure) -> str:
    """ "+" when its change is a rise ("tăng", "vượt", "gấp"), "-" when it is a fall; "" without a change."""
    found = _RISEN.search(figure.change)
    if not found:
        return ""
    return "-" if found[0].lower() == "giảm" else "+"


def unit_of(figure: Figure) -> tuple[float, str]:
    """What its numbers count: "nghìn tỷ đồng" gives (1e12, "dong"), "%" gives (1, "%"). The unit is folded."""
    words = fold(figure.unit).split()
    times = 1.0
    while words and words[0] in _TIMES:
        times *= _TIMES[words.pop(0)]
    return times, " ".join(words)


def value_text(figure: Figure) -> str:
    """The number of a figure as printed, without its unit: "742,67"."""
    if figure.unit and figure.as_printed.endswith(figure.unit):
        return figure.as_printed.removesuffix(figure.unit).strip()
    return figure.as_printed


def read_value(typed: str) -> tuple[float | None, float | None]:
    """Value and whole of what a person typed: "742,67", "9/17", "hơn 700"; None for what holds no number."""
    found = _TYPED.search(typed)
    if found is None:
        return None, None
    return parse_number(found[1]), parse_number(found[2]) if found[2] else None


def written(value: str, unit: str) -> str:
    """Number and unit as a text has them: "6,4%", "742,67 tỷ đồng"; a rank is told by its number alone."""
    if not unit or unit == RANK or value.endswith(unit):
        return value
    return f"{value}{unit}" if unit == "%" else f"{value} {unit}"


def retyped(figure: Figure, typed: str) -> Figure | None:
    """The figure with another number, as a person types it; None for words that hold no number.

    A unit behind the number is taken too: "1,2 nghìn tỷ đồng". One that says only how many times ("1,2 nghìn tỷ") goes
    before what the figure counts already.
    """
    found = _TYPED.search(typed)
    if found is None:
        return None
    value, whole = parse_number(found[1]), parse_number(found[2]) if found[2] else None
    said = " ".join(_SPELT.get(word, word) for word in typed[found.end() :].split())
    unit = _unit_typed(said, figure.unit)
    number = typed[: found.end()].strip()
    return replace(figure, as_printed=written(number, unit), value=value, of=whole, unit=unit)


def _unit_typed(said: str, before: str) -> str:
    """The unit that was typed behind a number; "tỷ" alone, or nothing, keeps what was counted before."""
    if not said:
        return before
    if not all(word in _TIMES for word in fold(said).split()):
        return said
    counted = before.split()
    while counted and fold(counted[0]) in _TIMES:
        counted.pop(0)
    return " ".join((said, *counted))


def number_text(value: float) -> str:
    """A number the Vietnamese way: 1946 is "1.946", 742.67 is "742,67"; two decimals at most, four below one."""
    digits = 2 if abs(value) >= 1 else 4
    whole, _, part = f"{abs(value):,.{digits}f}".partition(".")
    part = part.rstrip("0")
    sign = "-" if value < 0 and (part or whole.strip("0,")) else ""
    return sign + whole.replace(",", ".") + (f",{part}" if part else "")
