"""What stands between head and signature of a signed report by rule: opening, the three parts, table, closing."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.ooxml import W
from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.names import PARTS, Fields, Place
from tttt_desktop.reporting.signed.segments import in_capitals, is_bold

_WORDS = {
    "ket_qua": r"ket qua|thanh tich|uu diem|thanh tuu|nhung viec da lam|tinh hinh thuc hien|tinh hinh va ket qua",
    "ton_tai": r"ton tai|han che|khuyet diem|kho khan|vuong mac|yeu kem|thieu sot",
    "nhiem_vu": r"nhiem vu|phuong huong|ke hoach cong tac|cong tac trong tam|nhung viec can lam",
}
# The numbers of headings, the highest level first; the first level that is met is that of the parts.
LEVELS = (
    re.compile(r"phan (thu )?(nhat|hai|ba|tu|nam|[ivx]+|\d+|mot)\b[.:\s–-]*"),
    re.compile(r"[ivx]{1,5} ?[.:)/–-]+ *"),
    re.compile(r"[a-e] ?[.:/–-]+ *"),
    re.compile(r"\d{1,2} ?[.:)/]+ *(?!\d)"),
    re.compile(r"[a-zđ] ?[)] *"),
)
_CLOSING = re.compile(r"tren day la|tren day bao cao|noi dung tren|voi nhung ket qua tren")
_END = re.compile(r"\./\.\s*$")
_LONGEST_TITLE = 160
_COLUMNS = (
    r"stt|so tt|tt", r".*(nhiem vu|noi dung|cong viec)", r".*(chu tri|thuc hien|phu trach|giao)", r".*(phoi hop)",
    r".*(thoi han|thoi gian|han hoan thanh|hoan thanh)", r".*(ket qua|tien do|tinh trang|san pham)", r".*(ghi chu)",
)  # fmt: skip


def find(lines: Sequence[Line], first: int, last: int) -> Fields:
    """The fields among the lines [first, last); the task table may also stand behind them."""
    inside = [one for one in lines[first:last] if one.text.strip()]
    text = [one for one in inside if not in_table(one)]
    fields: Fields = {}
    heads = list(headings(text))
    for name, line in _parts(heads).items():
        fields[name] = (title_place(line),)
    starts = [fields[name][0].line for name in PARTS if name in fields]
    starts += [line.number for line, level in heads if level < 3]
    opening = [one for one in text if starts and one.number < min(starts) and _says(one)]
    if opening:
        fields["mo_dau"] = tuple(map(whole, opening))
    closing = next((one for one in reversed(text) if _is_closing(one)), None)
    if closing is not None:
        fields["ket_thuc"] = (whole(closing),)
    table = task_table(lines[first:])
    if table is not None:
        fields["bang_nhiem_vu"] = tuple(map(whole, table))
    return fields


def _says(line: Line) -> bool:
    return any(map(str.isalnum, line.text))  # and is no line drawn with signs


def whole(line: Line) -> Place:
    """All of a line."""
    return Place(line.number, 0, len(line.text))


def in_table(line: Line) -> bool:
    """Whether it stands in a table; one of a single column is a frame round text."""
    return any(
        len(row.findall(f"{W}tc")) > 1
        for table in line.paragraph.iterancestors(f"{W}tbl")
        if (row := table.find(f"{W}tr")) is not None
    )


def _is_closing(line: Line) -> bool:
    folded = fold(line.text.strip())
    return bool(_CLOSING.match(folded) or _END.search(folded))


def headings(text: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Lines that are headings, each with the place of its kind of number in LEVELS (5: none, but bold)."""
    for line in text:
        said = fold(line.text.strip())
        if len(said) > _LONGEST_TITLE or not any(map(str.isalpha, said)):
            continue
        level = next((at for at, rule in enumerate(LEVELS) if rule.match(said)), None)
        if level is not None and (level < 3 or _stands_out(line)):
            yield line, level
        elif level is None and (_numbered(line) or _is_capitals(line)) and _stands_out(line):
            yield line, 5


def _stands_out(line: Line) -> bool:
    """Bold, in capitals, or of a style for headings."""
    start = len(line.text) - len(line.text.lstrip())
    number = LEVELS[3].match(fold(line.text[start:]))
    after = start + (number.end() if number else 0)
    style = line.paragraph.find(f"{W}pPr/{W}pStyle")
    of_heading = style is not None and re.search(
        r"heading|tieude|muc|title|^\d$", fold(style.get(f"{W}val", ""))
    )
    return bool(of_heading or is_bold(line, min(after, len(line.text) - 1)) or _is_capitals(line))


def _is_capitals(line: Line) -> bool:
    start = len(line.text) - len(line.text.lstrip())
    return sum(map(str.isalpha, line.text)) > 4 and in_capitals(line, line.text, start)


def _numbered(line: Line) -> Any:
    return (
        line.paragraph.find(f"{W}pPr/{W}numPr") is not None
        or line.paragraph.find(f"{W}pPr/{W}pStyle") is not None
    )


def _parts(heads: Sequence[tuple[Line, int]]) -> dict[str, Line]:
    """The headings of the three parts: of the highest level on which one is met, else of the next below."""
    found: dict[str, Line] = {}
    for level in range(len(LEVELS) + 1):
        for line, of in heads:
            name = _part_named(line.text) if of == level else ""
            if name and name not in found and _may_follow(found, name, line):
                found[name] = line
    return found


def _may_follow(found: dict[str, Line], name: str, line: Line) -> bool:
    """Parts of a lower level come only where they stand in order: a result after the tasks is none."""
    order = list(PARTS)
    before = [one.number for other, one in found.items() if order.index(other) < order.index(name)]
    after = [one.number for other, one in found.items() if order.index(other) > order.index(name)]
    return all(number < line.number for number in before) and all(n > line.number for n in after)


def _part_named(text: str) -> str:
    """The part whose words come first in a title."""
    folded = fold(text)
    places = {
        name: found.start() for name, words in _WORDS.items() if (found := re.search(words, folded))
    }
    return min(places, key=lambda name: places[name]) if places else ""


def label_of(text: str) -> str:
    """The number with which a title begins, blanks and all: "II. ", "Phần thứ hai: "."""
    start = len(text) - len(text.lstrip())
    for rule in LEVELS:
        if found := rule.match(fold(text[start:])):
            return text[: start + found.end()]
    return text[:start]


def title_place(line: Line) -> Place:
    """The title of a heading without its number."""
    return Place(line.number, len(label_of(line.text)), len(line.text.rstrip()))


def task_table(lines: Sequence[Line]) -> list[Line] | None:
    """The lines of the first row of the table of tasks: one with a column of tasks and two others known."""
    seen: set[Any] = set()
    for line in lines:
        table = next(line.paragraph.iterancestors(f"{W}tbl"), None)
        if table is None or table in seen:
            continue
        seen.add(table)
        first = table.find(f"{W}tr")
        cells = first.findall(f"{W}tc") if first is not None else []
        titles = [fold(" ".join("".join(cell.itertext()).split())) for cell in cells]
        known = [any(re.fullmatch(rule + ".*", title) for title in titles) for rule in _COLUMNS]
        if known[1] and sum(known) >= 3 and len(cells) >= 3:
            return [one for one in lines if first in one.paragraph.iterancestors(f"{W}tr")]
    return None
