"""The front and the signature of a signed report, filled anew; what the dossier does not say stays as it was."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import combinations, zip_longest
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.foreign.dictionary import Values
from tttt_desktop.reporting.office import BLANK
from tttt_desktop.reporting.ooxml import XML_SPACE, W
from tttt_desktop.reporting.signed.head import number_parts, text_of
from tttt_desktop.reporting.signed.lines import Line, remove, write
from tttt_desktop.reporting.signed.names import HEAD, TAIL, Fields, Place

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SIGNED = re.compile(r"[(\[]?\s*(da ky|ky ten|ky, ?ghi|ky, ?dong dau|chu ky)\b")
_LONGEST_LABEL = 80
_MOST_COVER = 40  # lines of a page before the head
_ROOMY = 3  # lines from post to name that leave room to sign
_TO_SIGN = 1_200  # twips
_AFTER_SPACING = (
    "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip


class Years:
    """The years of the old report, each as many years later as the new one is."""

    def __init__(self, lines: Sequence[Line], fields: Fields, year: int) -> None:
        told = text_of(lines, fields.get("nam", ()))
        after = text_of(lines, fields.get("nam_sau", ()))
        old = int(told) if told.isdecimal() else int(after) - 1 if after.isdecimal() else None
        self.by = year - old if old is not None else None

    def moved(self, text: str) -> str:
        """The text with its years moved; without them where it is not known by how many."""
        if self.by is None:
            return " ".join(_YEAR.sub("", text).split())
        by = self.by
        return _YEAR.sub(lambda found: str(int(found[0]) + by), text)


def like(old: str, new: str) -> str:
    """In capitals where the old words are."""
    return new.upper() if old.upper() == old and any(map(str.isalpha, old)) else new


def fill(lines: Sequence[Line], fields: Fields, values: Values) -> set[int]:
    """Write the new words into head and signature; gives the numbers of lines written on a page before the head."""
    texts = _texts(lines, fields, values)
    edits: list[tuple[Place, str | None]] = list(_cover_edits(lines, fields, texts))
    cover = {place.line for place, _ in edits}
    for name in (*HEAD, *TAIL):
        places = fields.get(name, ())
        old = text_of(lines, places)
        if places and name in texts and not _same(old, "\n".join(texts[name])):
            new = [like(old, one) for one in texts[name]]
            edits += zip_longest(places, new[: len(places)])
            _add_lines(lines[places[-1].line], new[len(places) :])
    _apply(lines, edits)
    return cover


def _cover_edits(
    lines: Sequence[Line], fields: Fields, texts: dict[str, list[str]]
) -> Iterator[tuple[Place, str | None]]:
    """What a page before the head says of the same fields."""
    first = min((one.line for places in fields.values() for one in places), default=0)
    before = [one for one in lines[:first] if one.text.strip()][:_MOST_COVER]
    for name in ("co_quan_chu_quan", "co_quan_ban_hanh", "trich_yeu"):
        old = fold(" ".join(text_of(lines, fields.get(name, ())).split()))
        for at, stop in combinations(range(len(before) + 1), 2):
            said = " ".join(" ".join(one.text.split()) for one in before[at:stop])
            if name in texts and old and fold(said) == old:
                new = like(said, " ".join(texts[name]))
                for one in before[at:stop]:
                    yield Place(one.number, 0, len(one.text)), new if one is before[at] else None
                break


def _same(one: str, other: str) -> bool:
    """Whether two texts differ in case and in the ends of their lines only: then the document's own stays."""
    return " ".join(one.split()).lower() == " ".join(other.split()).lower()


def _apply(lines: Sequence[Line], edits: Iterable[tuple[Place, str | None]]) -> None:
    """Write texts at places, the last of a line first: places before it still hold. None: the place goes."""
    for place, text in sorted(edits, key=lambda edit: (-edit[0].line, -edit[0].start)):
        line = lines[place.line]
        alone = not line.text[: place.start].strip() and not line.text[place.stop :].strip()
        if text is None and alone:
            remove(line)
        else:
            write(line, place.start, place.stop, text or "")


def _texts(lines: Sequence[Line], fields: Fields, values: Values) -> dict[str, list[str]]:
    """What each field becomes, a line each; a field that is left out stays as it is."""
    old = {name: text_of(lines, places) for name, places in fields.items()}
    found: dict[str, list[str]] = {"trich_yeu": [str(values["trich_yeu"])]}
    for name, key in (
        ("co_quan_chu_quan", "co_quan_chu_quan"),
        ("co_quan_ban_hanh", "ten_co_quan"),
    ):
        if values[key]:
            found[name] = [str(values[key])]
    label, sign, symbol = number_parts(old.get("so_ky_hieu", ""))
    found["so_ky_hieu"] = [f"{label} {values['so'] or BLANK}{sign}{values['ky_hieu'] or symbol}"]
    place = str(values["dia_danh"]) or old.get("dia_danh_ngay", "").partition(",")[0].strip()
    found["dia_danh_ngay"] = [f"{place}, {str(values['dong_ngay']).partition(', ')[2]}"]
    to = list(values["kinh_gui"])
    if to:
        stops = [";"] * (len(to) - 1) + ["."]
        listed = [f"- {name}{stop}" for name, stop in zip(to, stops, strict=True)]
        found["kinh_gui"] = [f" {to[0]}"] if len(to) == 1 else ["", *listed]
    if any(values[key] for key in ("quyen_han", "chuc_vu", "nguoi_ky")):
        signing = (("quyen_han", "quyen_han"), ("chuc_vu", "chuc_vu"), ("ho_ten", "nguoi_ky"))
        found |= {name: [str(values[key])] for name, key in signing}
    if values["co_noi_nhan"]:
        *receivers, archive = values["noi_nhan"]
        found |= {"noi_nhan": list(receivers), "luu": [archive]}
    return found


def _add_lines(line: Line, texts: Sequence[str]) -> None:
    """Lines below one: paragraphs like its own, or after line breaks where its paragraph has several."""
    paragraph = line.paragraph
    several = line.break_before is not None or paragraph.find(f".//{W}br") is not None
    for text in reversed(texts):
        if several:
            _add_break(line, text)
        else:
            paragraph.addnext(_copy(paragraph, text))


def _copy(paragraph: Any, text: str) -> Any:
    """A paragraph of the same look that says something else."""
    import lxml.etree as etree

    made = etree.Element(f"{W}p")
    look = paragraph.find(f"{W}pPr")
    if look is not None:
        made.append(deepcopy(look))
    first = next((one for one in paragraph.iter(f"{W}r") if one.find(f"{W}t") is not None), None)
    run = etree.SubElement(made, f"{W}r")
    letters = first.find(f"{W}rPr") if first is not None else None
    if letters is not None:
        run.append(deepcopy(letters))
    etree.SubElement(run, f"{W}t", {XML_SPACE: "preserve"}).text = text
    return made


def _add_break(line: Line, text: str) -> None:
    import lxml.etree as etree

    last = line.nodes[-1][0]
    new = etree.Element(f"{W}t", {XML_SPACE: "preserve"})
    new.text = text
    last.addnext(new)
    last.addnext(etree.Element(f"{W}br"))


def drop_leavings(lines: Sequence[Line], fields: Fields, known: set[int]) -> None:
    """What no field holds and is last year's all the same: "(Đã ký)", anything with figures, anything long."""
    held = {place.line for places in fields.values() for place in places}
    for number in sorted(known - held):
        text = lines[number].text.strip()
        if _SIGNED.match(fold(text)):
            write(lines[number], 0, len(lines[number].text), "")  # its room is for the signature
        elif any(map(str.isdigit, text)) or len(text) > _LONGEST_LABEL:
            remove(lines[number])
    _make_room(lines, fields)


def _make_room(lines: Sequence[Line], fields: Fields) -> None:
    """Room to sign between post and name where there is hardly any."""
    import lxml.etree as etree

    posts, names = fields.get("chuc_vu") or fields.get("quyen_han"), fields.get("ho_ten")
    if not posts or not names or names[0].line - posts[-1].line > _ROOMY:
        return
    paragraph = lines[names[0].line].paragraph
    shared = any(
        one.paragraph is paragraph and one.number != names[0].line and one.text.strip()
        for one in lines[posts[-1].line : names[0].line + 1]
    )
    beside = lines[names[0].line].text[: names[0].start].strip()  # of the receivers, before a tab
    if shared or beside or paragraph.getparent() is None:
        return
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    spacing = properties.find(f"{W}spacing")
    if spacing is None:
        later = {f"{W}{name}" for name in _AFTER_SPACING}
        at = next((at for at, one in enumerate(properties) if one.tag in later), len(properties))
        spacing = etree.Element(f"{W}spacing")
        properties.insert(at, spacing)
    spacing.set(f"{W}before", str(max(_TO_SIGN, int(spacing.get(f"{W}before", "0")))))
