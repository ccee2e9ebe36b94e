"""A briefing as plain values under Vietnamese names: what an office's own template may ask for.

Plain strings, numbers, lists and mappings only, so that they can be handed to the process that fills the template. A
line that leads back to the dossier is enclosed in `signs`.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting import appendices
from tttt_desktop.reporting.footnotes import Notes
from tttt_desktop.reporting.foreign.part_names import (
    ARTICLE_PARTS,
    LISTS,
    SECTIONS,
    SOURCE_COLUMNS,
    TABLES,
    TASK_COLUMNS,
    YEARLY,
)
from tttt_desktop.reporting.foreign.signs import (
    END,
    LINK,
    LINKED,
    MARK,
    MARKED,
    NOTE,
    NOTED,
    PICTURE,
    PICTURED,
)
from tttt_desktop.reporting.kinds.sections import NOTHING
from tttt_desktop.reporting.numerals import day
from tttt_desktop.reporting.office import (
    date_line,
    enclosed_with,
    number_line,
    recipients,
)
from tttt_desktop.reporting.tree import (
    Appendix,
    Briefing,
    Cell,
    Column,
    Item,
    Picture,
    Row,
    Section,
)
from tttt_desktop.reporting.wordxml import clean

Values = dict[str, Any]
NO_BREAK = "\u00a0"


def values(briefing: Briefing, number: str = "") -> Values:
    """All that a template can ask for; `number` is that under which the report is logged."""
    year = year_of(briefing)
    notes = Notes(briefing.sources) if briefing.footnotes else None
    pictures = [one for appendix in briefing.appendices for one in appendix.pictures]
    found: Values = {
        **_office(briefing),
        "trich_yeu": clean(briefing.title),
        "ma_bao_cao": number,
        "nam": year,
        "nam_sau": year + 1,
        "mo_dau": list(map(clean, briefing.opening)),
        "ket_thuc": clean(briefing.closing),
        "phan": [_section(one, notes) for one in briefing.sections],
        "phu_luc": list(_appendices(briefing)),
        "kem_theo": clean(enclosed_with(briefing.office)),
        "so_bai_viet": len(briefing.sources),
        "bieu_do": [_chart(at, one) for at, one in enumerate(pictures, 1)],
        "bai_viet": list(_rows(appendices.sources(briefing.sources), SOURCE_COLUMNS)),
    }
    for name in LISTS:
        found[name], found[f"nhom_{name}"], found[f"tong_{name}"] = [], [], 0
    _name_sections(found)
    found["diem_bao"] = list(_articles(found, briefing))
    for name, columns in TABLES.items():
        tables = (one for one in briefing.appendices if _is_of(one, columns))
        found[name] = [row for table in tables for row in _rows(table, columns)]
    found |= _labels(briefing)
    found["chu_thich"] = list(map(clean, notes.texts)) if notes else []
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


def _named(title: str, names: Iterable[tuple[str, str]]) -> str:
    """The name of a section by its title, "" for one that has none."""
    folded = fold(title)
    return next((name for start, name in names if folded.startswith(start)), "")


def _name_sections(found: Values) -> None:
    """The lines of each section under its name; in a report that assesses a year those of its second level."""
    yearly = any(one["khoa"] == "danh_gia" for one in found["phan"])
    for made in found["phan"]:
        if yearly and made["khoa"] != "de_xuat":
            for inner in made["nhom"]:
                _name_section(found, inner, _named(inner["ten"], YEARLY))
        else:
            _name_section(found, made, made["khoa"])


def _name_section(found: Values, made: Values, name: str) -> None:
    if not name:
        return
    lines = list(_flat(made, made["cap"]))
    alone = [made] if made["muc"] and not made["nhom"] else []  # lines without groups are one
    found[name], found[f"nhom_{name}"] = lines, made["nhom"] or alone
    found[f"tong_{name}"] = sum(1 for one in lines if one["ma"])


def _flat(made: Values, top: int) -> Iterator[Values]:
    """The lines of a section in their order, each with the title of what it stands under."""
    group = made["ten"] if made["cap"] > top else ""
    for text in made["doan"]:
        if text != NOTHING:
            yield {"chu": text, "nhom": group, "ma": [], "trich": []}
    for one in made["muc"]:
        yield {**one, "nhom": group}
    for inner in made["nhom"]:
        yield from _flat(inner, top)


def _articles(found: Values, briefing: Briefing) -> Iterator[Values]:
    """The articles of a digest: where each was published, how it begins, and what it says."""
    told: list[Values] = found["nhom_cac_bai"]
    for made, row, source in zip(told, found["bai_viet"], briefing.sources, strict=False):
        lines: Values = {name: [] for _, name in ARTICLE_PARTS}
        for part in made["nhom"]:
            if name := _named(part["ten"], ARTICLE_PARTS):
                lines[name] = part["muc"]
        about = dict(zip(("noi_dang_ngay", "tom_tat"), [*made["doan"], "", ""], strict=False))
        ten, so = clean(source.title or source.file_name), str(source.number)
        yield {**row, **lines, **about, "so": so, "ten": ten, "nhom": made["nhom"]}


def _section(section: Section, notes: Notes | None) -> Values:
    return {
        "cap": section.level,
        "so": clean(section.label),
        "ten": clean(section.title),
        "doan": list(map(clean, section.paragraphs)),
        "khoa": _named(section.title, SECTIONS) if section.level == 1 else "",
        "muc": [_line(one, notes) for one in section.items],
        "nhom": [_section(one, notes) for one in section.parts],
    }


def _line(item: Item, notes: Notes | None) -> Values:
    names = ",".join(item.marks)
    return {
        "chu": f"{MARK}{names}{MARKED}{_noted(item.line, notes)}{END}",
        "ma": [item.leads_to] if item.detail else list(item.annotations),
        "trich": [_noted(one, notes) for one in item.quotes],
    }


def _noted(one: Cell, notes: Notes | None) -> str:
    """A line of the text, its sources in a footnote where the report has footnotes."""
    if notes is None or not one.source:
        return cell(one)
    number = notes.number(one)
    return f"{clean(one.text.rstrip(NO_BREAK))}{NOTE}{number}{NOTED}{clean(one.after)}"


def cell(one: Cell) -> str:
    """The text of a cell with the signs of its links."""
    marks = "".join(clean(words) + _link(source) for words, source in one.also)
    return clean(one.text) + (_link(one.source) if one.source else "") + marks + clean(one.after)


def _link(number: int) -> str:
    return f"{LINK}{number}{LINKED}"


def _labels(briefing: Briefing) -> dict[str, str]:
    """ "Phụ lục II" for each table, under the name of the table; "" for one that the report does not have."""
    known = {**TABLES, "bai_viet": SOURCE_COLUMNS}
    found = dict.fromkeys((f"phu_luc_{name}" for name in (*known, "bieu_do")), "")
    for one in briefing.appendices:
        names = (name for name, columns in known.items() if _is_of(one, columns))
        name = next(names, "bieu_do" if one.pictures else "")
        if name:
            found[f"phu_luc_{name}"] = clean(one.label)
    return found


def _chart(number: int, picture: Picture) -> Values:
    """A chart; its file goes along as letters."""
    return {
        "anh": f"{PICTURE}{number}{PICTURED}",
        "ten": clean(picture.caption),
        "mo_ta": clean(picture.description),
        "rong": picture.width,
        "cao": picture.height,
        "tep": b64encode(picture.data).decode(),
    }


def _appendices(briefing: Briefing) -> Iterator[Values]:
    shown = 0
    for one in briefing.appendices:
        numbers = range(shown + 1, shown + 1 + len(one.pictures))
        shown += len(one.pictures)
        yield {**_appendix(one, briefing), "anh": list(numbers)}


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


def _titled(column: Column) -> str:
    """The title of a column without the year that it names."""
    return re.sub(r" \d{4}$", "", fold(column.title))


def _is_of(appendix: Appendix, columns: dict[str, str]) -> bool:
    titles = {_titled(one) for one in appendix.columns}
    return len(titles & set(columns)) > len(columns) * 2 // 3


def _rows(appendix: Appendix, columns: dict[str, str]) -> Iterator[Values]:
    """Rows by the names of their columns; `nhom` is the line that counts the rows below it."""
    keys = [columns.get(_titled(one), "") for one in appendix.columns]
    group = ""
    for row in appendix.rows:
        if len(row.cells) < len(keys):
            group = cell(row.cells[0])
            continue
        made = dict.fromkeys(columns.values(), "")
        for key, one in zip(keys, row.cells, strict=True):
            if key:
                made[key] = cell(one)
        first = next(iter(columns.values()))
        made[first] = _marked(made[first], row)
        yield {**made, "nhom": group}


def _marked(text: str, row: Row) -> str:
    """The first cell within the marks of its row."""
    return f"{MARK}{','.join(row.bookmarks)}{MARKED}{text}{END}" if row.bookmarks else text
