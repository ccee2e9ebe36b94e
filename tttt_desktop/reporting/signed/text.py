"""The text of a new report in the look of an old one: opening, headings, lines, closing, appendices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tttt_desktop.reporting.foreign.additions import Additions
from tttt_desktop.reporting.foreign.dictionary import Values
from tttt_desktop.reporting.numerals import roman
from tttt_desktop.reporting.signed.body import label_of
from tttt_desktop.reporting.signed.filling import Years
from tttt_desktop.reporting.signed.head import text_of
from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.looks import Look, Looks, Writer
from tttt_desktop.reporting.signed.names import PARTS, Fields
from tttt_desktop.reporting.signed.tables import TableLook

_OWN_NAMES = {"phuong_huong": "nhiem_vu"}  # the part of a yearly report that tells the tasks ahead
_APPENDIX = re.compile(r"Phụ lục(?: [IVX]+)?\b")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_CENTRED = (
    '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/></w:pPr>'
)


def _renamed_in(text: str, renamed: dict[str, str]) -> str:
    return _APPENDIX.sub(lambda found: renamed.get(str(found[0]), str(found[0])), text)


@dataclass(frozen=True, slots=True)
class Titles:
    """How the parts are numbered and called in the document: "II. " and its titles with their years moved."""

    label: str
    capitals: bool
    own: dict[str, str]

    def number(self, at: int) -> str:
        """The number of a part, `at` from 1, as the document writes them."""
        label, stop = self.label.strip(), self.label[len(self.label.rstrip()) :] or " "
        if label.lower().startswith("phần"):
            word = _ORDINALS[at - 1] if "thứ" in label.lower() else roman(at)
            between = "thứ " if "thứ" in label.lower() else ""
            made = f"{label[:4]} {between}{word}{label[-1] if label[-1] in '.:–-' else ''}"
            return (made.upper() if label.isupper() else made) + stop
        sign = label.lstrip("IVXivxABCDEabcde0123456789 ") or "."
        if re.match(r"[A-H]\s*[.:/)–-]", label) and label[0] not in "CDIVX"[2:]:
            return f"{chr(ord('A') + at - 1)}{sign}{stop}"
        return f"{at if label[:1].isdigit() else roman(at)}{sign}{stop}"

    def title(self, section: Values) -> str:
        """The title of a part: the document's own, or that of the program in its letters."""
        name = str(section["khoa"])
        title = self.own.get(_OWN_NAMES.get(name, name), "")
        if not title:
            title = str(section["ten"])
            title = title if self.capitals else title.capitalize()
        return title.upper() if self.capitals else title


def titles_of(lines: Sequence[Line], fields: Fields, years: Years) -> Titles:
    """The numbering and the titles of the parts of a document."""
    found = [name for name in PARTS if name in fields]
    said = {name: " ".join(text_of(lines, fields[name]).split()) for name in found}
    own = {name: years.moved(text[len(label_of(text)) :]) for name, text in said.items()}
    labels = [label_of(lines[fields[name][0].line].text) for name in found]
    first = next((label for label in labels if label.strip()), "I. ")
    capitals = not found or own[found[0]].upper() == own[found[0]]
    return Titles(first.lstrip(), capitals, own)


class Text:
    """The blocks of one report as XML."""

    def __init__(self, values: Values, looks: Looks, titles: Titles, table: TableLook) -> None:
        self._values, self._looks, self._titles, self._table = values, looks, titles, table
        self.additions = Additions(values)
        self._writer = Writer(self.additions)
        self._inside = False  # whether the table of tasks stands in the text

    def main(self, *, table_inside: bool) -> Iterator[str]:
        """Opening, parts and closing; the table of tasks in the part that tells of them where the document has it so."""
        tasks = next((one for one in self._values["phu_luc"] if one["la_nhiem_vu"]), None)
        self._inside = table_inside and tasks is not None
        renamed = self._renamed()
        body = self._looks.body
        for text in self._values["mo_dau"]:
            yield self._writer.paragraph(body, _renamed_in(text, renamed))
        for at, section in enumerate(self._values["phan"], 1):
            title = f"{self._titles.number(at)}{self._titles.title(section)}"
            yield self._writer.paragraph(self._looks.heads[0], title)
            yield from self._below(section)
            if tasks is not None and self._inside and at == self._part_of_tasks():
                yield self._table.own(tasks, self._writer)
                yield self._writer.paragraph(
                    Look('<w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr>'), ""
                )
        yield self._writer.paragraph(body.before_signature(), self._values["ket_thuc"])

    def _renamed(self) -> dict[str, str]:
        """What each appendix is called when the table of tasks is none."""
        if not self._inside:
            return {}
        labels = [one["nhan"] for one in self._values["phu_luc"]]
        at = self._part_of_tasks()
        others = [one["nhan"] for one in self.appendices]
        new = (
            ["Phụ lục"]
            if len(others) == 1
            else [f"Phụ lục {roman(n + 1)}" for n in range(len(others))]
        )
        renamed = dict(zip(others, new, strict=True))
        inside = f"bảng tại mục {self._titles.number(at).strip(' .:/)')}"
        return {label: renamed.get(label, inside) for label in labels}

    def _part_of_tasks(self) -> int:
        """The number of the part, from 1: that of the tasks, else that of the results, which counts how they stand."""
        names = [one["khoa"] for one in self._values["phan"]]
        found = [names.index(name) for name in ("nhiem_vu", "ket_qua") if name in names]
        return found[0] + 1 if found else len(names)

    def _below(self, section: Values) -> Iterator[str]:
        for text in section["doan"]:
            yield self._writer.paragraph(self._looks.body, text)
        for one in section["muc"]:
            yield self._writer.paragraph(self._looks.item, self._dashed(one["chu"]))
            for quote in one["trich"]:
                yield self._writer.paragraph(self._looks.item, quote)
        for inner in section["nhom"]:
            look = self._looks.heads[min(inner["cap"], 3) - 1]
            yield self._writer.paragraph(look, f"{inner['so']} {inner['ten']}")
            yield from self._below(inner)

    def _dashed(self, text: str) -> str:
        dash = self._looks.dash
        return text if dash == "-" else text.replace("- ", f"{dash} ", 1)

    @property
    def appendices(self) -> list[Values]:
        """Those that follow the signature."""
        every: list[Values] = self._values["phu_luc"]
        return [one for one in every if not (self._inside and one["la_nhiem_vu"])]

    def _chart(self, number: int, look: Look, room: int) -> str:
        shown = Look(look.paragraph)
        title = self._values["bieu_do"][number - 1]["ten"]
        below = self._writer.paragraph(look, title) if title else ""
        return self._writer.picture(shown, number, room) + below

    def appendix(self, appendix: Values, room: int) -> str:
        """One appendix, `room` twips wide."""
        label = str(self._renamed().get(appendix["nhan"], appendix["nhan"]))
        bold, plain = (
            Look(_CENTRED, self._looks.body.letters).bold(),
            Look(_CENTRED, self._looks.body.letters).italic(),
        )
        own = appendix["la_nhiem_vu"] and self._table.element is not None
        table = self._table.own(appendix, self._writer) if own else ""
        if not own and appendix["cot"]:
            table = self._table.other(appendix, room, self._writer)
        return (
            self._writer.paragraph(bold, label)
            + self._writer.paragraph(bold, appendix["ten"])
            + self._writer.paragraph(plain, appendix["kem_theo"])
            + table
            + "".join(self._chart(number, plain, room) for number in appendix["anh"])
            + "".join(self._writer.paragraph(self._looks.body, one) for one in appendix["ghi_chu"])
        )
