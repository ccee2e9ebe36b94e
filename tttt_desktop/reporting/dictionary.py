"""A briefing as plain values under Vietnamese names: what an office's own template may ask for.

Plain strings, numbers, lists and mappings only, so that they can be handed to the process that fills the template. A
line that leads back to the dossier is enclosed in signs of the private area: `clean()` lets none through from outside.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.domain.traces import line_mark
from tttt_desktop.reporting.numerals import day
from tttt_desktop.reporting.office import (
    date_line,
    enclosed_with,
    number_line,
    recipients,
)
from tttt_desktop.reporting.tree import Appendix, Briefing, Cell, Item, Row, Section
from tttt_desktop.reporting.wordxml import clean

Values = dict[str, Any]

MARK, MARKED, END = "\ue000", "\ue001", "\ue002"  # MARK names MARKED text END
LINK, LINKED = "\ue003", "\ue004"  # LINK number LINKED: "[n]" that leads to the article

# The first words of a section's title -> its name here.
SECTIONS = (
    ("ket qua", "ket_qua"),
    ("ton tai", "ton_tai"),
    ("nhiem vu tu de ra", "tu_de_ra"),
    ("nhiem vu", "nhiem_vu"),
    ("de xuat", "de_xuat"),
)
TASK_COLUMNS = {
    "stt": "stt",
    "noi dung nhiem vu": "noi_dung",
    "nguoi, co quan giao": "nguoi_giao",
    "van ban, nguon giao": "van_ban",
    "chu tri": "chu_tri",
    "phoi hop": "phoi_hop",
    "thoi han": "thoi_han",
    "ket qua, tien do": "ket_qua",
    "tinh trang": "tinh_trang",
}
FIGURE_COLUMNS = {
    "stt": "stt",
    "chi tieu": "chi_tieu",
    "so lieu trong bai viet": "so_lieu",
    "don vi tinh": "don_vi",
    "tang, giam": "tang_giam",
    "so voi": "so_voi",
    "nguon": "nguon",
}
SOURCE_COLUMNS = {
    "so": "so",
    "ten bai viet": "ten",
    "noi dang": "noi_dang",
    "ngay dang": "ngay_dang",
    "tac gia": "tac_gia",
    "ten tep": "tep",
}
TABLES = (
    ("bang_nhiem_vu", "noi_dung", TASK_COLUMNS),
    ("bang_so_lieu", "chi_tieu", FIGURE_COLUMNS),
    ("bai_viet", "noi_dang", SOURCE_COLUMNS),
)


def values(briefing: Briefing, number: str = "") -> Values:
    """All that a template can ask for; `number` is that under which the report is logged."""
    year = year_of(briefing)
    found: Values = {
        **_office(briefing),
        "trich_yeu": clean(briefing.title),
        "ma_bao_cao": number,
        "nam": year,
        "nam_sau": year + 1,
        "mo_dau": list(map(clean, briefing.opening)),
        "ket_thuc": clean(briefing.closing),
        "phan": [_section(one) for one in briefing.sections],
        "phu_luc": [_appendix(one, briefing) for one in briefing.appendices],
        "kem_theo": clean(enclosed_with(briefing.office)),
        "so_bai_viet": len(briefing.sources),
    }
    for _, name in SECTIONS:
        found[name], found[f"nhom_{name}"], found[f"tong_{name}"] = [], [], 0
    for made in found["phan"]:
        _name_section(found, made)
    for name, _, columns in TABLES:
        found[name] = []
        for appendix in briefing.appendices:
            if _is_of(appendix, columns):
                found[name] = list(_rows(appendix, columns))
    return found


def year_of(briefing: Briefing) -> int:
    """The year under review: the first that the title names, the last of a run, else that before the last article."""
    told = _YEARS.search(briefing.title)
    if told:
        return int(told[2] or told[1])
    days = [one.published_on for one in briefing.sources if one.published_on]
    return max(days, default=date.today()).year - 1


_YEARS = re.compile(r"\b((?:19|20)\d\d)(?: *[-–] *((?:19|20)\d\d))?\b")


def _office(briefing: Briefing) -> Values:
    office = briefing.office
    lines = recipients(office)
    return {
        "co_quan_chu_quan": clean(office.parent),
        "ten_co_quan": clean(office.name),
        "dia_danh": clean(office.place),
        "so": clean(office.number),
        "ky_hieu": clean(office.symbol),
        "dong_so": clean(number_line(office)),
        "dong_ngay": clean(date_line(office)),
        "ngay_ky": day(office.signed_on),
        "ten_loai": clean(briefing.kind),
        "kinh_gui": list(map(clean, office.addressees)),
        "quyen_han": clean(office.authority),
        "chuc_vu": clean(office.signer_title),
        "nguoi_ky": clean(office.signer_name),
        "noi_nhan": list(map(clean, lines)),
        "co_noi_nhan": bool(office.recipients or office.archive),
    }


def _section_name(section: Section) -> str:
    """ "ket_qua" and the like for a section of the first level, "" for another."""
    title = fold(section.title)
    return next((name for start, name in SECTIONS if title.startswith(start)), "")


def _name_section(found: Values, made: Values) -> None:
    name = made["khoa"]
    if not name:
        return
    lines = list(_flat(made))
    found[name], found[f"nhom_{name}"] = lines, made["nhom"]
    found[f"tong_{name}"] = sum(1 for one in lines if one["ma"])


def _flat(made: Values) -> Iterator[Values]:
    """The lines of a section in their order, each with the title of what it stands under."""
    yield from (
        {"chu": text, "nhom": "", "ma": [], "trich": []}
        for text in made["doan"]
        if made["khoa"] == "de_xuat"
    )
    for one in made["muc"]:
        yield {**one, "nhom": made["ten"] if made["cap"] > 1 else ""}
    for inner in made["nhom"]:
        yield from _flat(inner)


def _section(section: Section) -> Values:
    return {
        "cap": section.level,
        "so": clean(section.label),
        "ten": clean(section.title),
        "doan": list(map(clean, section.paragraphs)),
        "khoa": _section_name(section) if section.level == 1 else "",
        "muc": [_line(one) for one in section.items],
        "nhom": [_section(one) for one in section.parts],
    }


def _line(item: Item) -> Values:
    names = ",".join(map(line_mark, item.annotations))
    return {
        "chu": f"{MARK}{names}{MARKED}{cell(item.line)}{END}",
        "ma": list(item.annotations),
        "trich": list(map(cell, item.quotes)),
    }


def cell(one: Cell) -> str:
    """The text of a cell with the signs of its links."""
    marks = "".join(clean(words) + _link(source) for words, source in one.also)
    return clean(one.text) + (_link(one.source) if one.source else "") + marks + clean(one.after)


def _link(number: int) -> str:
    return f"{LINK}{number}{LINKED}"


def _appendix(appendix: Appendix, briefing: Briefing) -> Values:
    return {
        "nhan": clean(appendix.label),
        "ten": clean(appendix.title),
        "kem_theo": clean(enclosed_with(briefing.office)),
        "ngang": appendix.landscape,
        "la_nhiem_vu": _is_of(appendix, TASK_COLUMNS),
        "cot": [
            {
                "ten": clean(one.title),
                "khoa": _key(one.title),
                "rong": one.width,
                "giua": one.centred,
            }
            for one in appendix.columns
        ],
        "hang": [_row(row) for row in appendix.rows],
        "ghi_chu": list(map(clean, appendix.remarks)),
    }


def _row(row: Row) -> Values:
    return {"o": list(map(cell, row.cells)), "dau": list(row.bookmarks)}


def _key(title: str) -> str:
    return TASK_COLUMNS.get(fold(title), "")


def _is_of(appendix: Appendix, columns: dict[str, str]) -> bool:
    titles = {fold(one.title) for one in appendix.columns}
    return len(titles & set(columns)) > len(columns) * 2 // 3


def _rows(appendix: Appendix, columns: dict[str, str]) -> Iterator[Values]:
    """Rows by the names of their columns; `nhom` is the line that counts the rows below it."""
    keys = [columns.get(fold(one.title), "") for one in appendix.columns]
    group = ""
    for row in appendix.rows:
        if len(row.cells) < len(keys):
            group = cell(row.cells[0])
            continue
        made = dict.fromkeys(columns.values(), "")
        for key, one in zip(keys, row.cells, strict=True):
            if key:
                made[key] = cell(one)
        made[next(iter(columns.values()))] = _named(made[next(iter(columns.values()))], row)
        yield {**made, "nhom": group}


def _named(text: str, row: Row) -> str:
    """The first cell within the marks of its row."""
    return f"{MARK}{','.join(row.bookmarks)}{MARKED}{text}{END}" if row.bookmarks else text


_SIGNS = re.compile(f"{MARK}[^{MARKED}]*{MARKED}|[{MARK}{MARKED}{END}]")
_LINKS = re.compile(f"{LINK}(\\d+){LINKED}|[{LINK}{LINKED}]")


def plain(text: str) -> str:
    """The text as it is read: "[n]" for a link, nothing for a mark."""
    return _LINKS.sub(lambda found: f"[{found[1]}]" if found[1] else "", _SIGNS.sub("", text))


def pieces(text: str) -> list[tuple[str, str]]:
    """("text", words), ("start", names), ("end", ""), ("link", number), in their order."""
    found: list[tuple[str, str]] = []
    for token in _TOKENS.findall(text):
        if token[0] == MARK and token.endswith(MARKED):
            found.append(("start", token[1:-1].lower()))  # a filter may have made it capitals
        elif token == END:
            found.append(("end", ""))
        elif token[0] == LINK and token.endswith(LINKED):
            found.append(("link", token[1:-1]))
        elif token not in (MARK, MARKED, LINK, LINKED):
            found.append(("text", token))
    return found


_TOKENS = re.compile(
    f"{MARK}[^{MARKED}{END}]*{MARKED}|{LINK}\\d+{LINKED}|[{MARK}-{LINKED}]|[^{MARK}-{LINKED}]+"
)


def names_in(texts: Iterable[str]) -> Sequence[str]:
    """The names of the marks in some texts."""
    return [name for text in texts for kind, name in pieces(text) if kind == "start"]
