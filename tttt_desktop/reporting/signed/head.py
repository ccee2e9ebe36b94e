"""The first page of a signed report by rule: who sends it, its number, day and title, to whom (Phụ lục I, II.1-5)."""

import re
from collections.abc import Sequence

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.ooxml import W
from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.names import Fields, Place
from tttt_desktop.reporting.signed.segments import Segment, segments

_NATION, _PARTY = "cong hoa xa hoi chu nghia", "dang cong san viet nam"
_MOTTO = re.compile(r"doc lap.*tu do.*hanh phuc")
_NUMBER = re.compile(
    r"so\s*:?[\s\d.…_]*(/\s*[a-z\d][a-z\d/.\- ]*|[-–]\s*[a-z]{2,6}/[a-z\d.\- ]+)$"  # the Party's: "Số 35-BC/ĐU"
)
_NUMBER_PARTS = re.compile(r"\s*([^\W\d_]+\s*:?)[\s\d.…_]*([-–/])\s*(.*)", re.DOTALL)
_DAY = re.compile(
    r"[^,;:]{2,60}, *ngay([\s\d.…_]{0,12}thang[\s\d.…_]{0,12}nam[\s\d.…_]{0,8}| *\d\d?[/.-]\d\d?[/.-]\d{4}\.?)$"
)
_KIND = re.compile(r"bao cao|thong bao|ke hoach|to trinh|chuong trinh|phuong an|de an")
_ABOUT = re.compile(r"v/v:? *")  # before the trích yếu of a công văn, which has no tên loại (II.5b)
_TO = re.compile(r"kinh gui\s*:?")
_RULE = re.compile(r"[\s\-_–—─*=.~]*$")
_ISSUER = re.compile(
    r"(so|ban|van phong|chi cuc|trung tam|phong|cuc|vu|thanh tra|vien|truong|tong cuc|tong cong ty|cong ty|hoi|lien"
    r" doan|dai|doan|dang uy|chi bo)\b"
)
_PARENT = re.compile(
    r"(ubnd|uy ban nhan dan|bo|tinh uy|thanh uy|chinh phu|hdnd|hoi dong nhan dan|so)\b"
)
_COMMITTEE = (
    "uy ban nhan dan"  # where its name goes on in the next line, that is no office below it
)
_SEARCHED = 120  # segments in which a head must be
_MOST_TITLE = 6  # lines of a title
_MOST_TO = 12  # addressees


def find(lines: Sequence[Line]) -> tuple[Fields, int]:
    """The fields found, and the number of the first line that follows them."""
    searched = [one for _, one in zip(range(_SEARCHED), segments(lines), strict=False)]
    pieces = _without_cover(lines, searched)
    fields: Fields = {}
    last = -1
    kind = next((at for at, one in enumerate(pieces) if _is_kind(one)), None)
    before = pieces[:kind] if kind is not None else pieces[:12]
    for name, rule in (("so_ky_hieu", _NUMBER), ("dia_danh_ngay", _DAY)):
        if found := next((one for one in before if rule.match(one.folded)), None):
            fields[name] = (found.place,)
            last = max(last, found.place.line)
    fields |= _offices(before)
    if kind is not None:
        last = max(last, _title(pieces, kind, fields))
    else:
        fields |= _about(pieces)
    last = max([last, *(place.line for places in fields.values() for place in places)])
    last = max(last, _addressees(pieces, last, fields))
    return fields, last + 1


def _without_cover(lines: Sequence[Line], pieces: list[Segment]) -> list[Segment]:
    """The pieces from the page of Quốc hiệu on, where a title stands on a page before that."""
    nation = next((one.place.line for one in pieces if _is_nation(one)), None)
    if nation is None or not any(_is_kind(one) for one in pieces if one.place.line < nation):
        return pieces
    ends = [line.number for line in lines[:nation] if _ends_page(line)]
    return [one for one in pieces if one.place.line > max(ends, default=-1)]


def _is_nation(one: Segment) -> bool:
    return one.folded.startswith((_NATION, _PARTY))


def _ends_page(line: Line) -> bool:
    if line.paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return True
    breaks = line.paragraph.iter(f"{W}br")
    return any(one.get(f"{W}type") == "page" for one in breaks)


def _about(pieces: Sequence[Segment]) -> Fields:
    """The trích yếu of a công văn: what follows "V/v", and the lines below it in its cell."""
    at = next((at for at, one in enumerate(pieces[:12]) if _ABOUT.match(one.folded)), None)
    if at is None:
        return {}
    first, named = pieces[at], _ABOUT.match(pieces[at].folded)
    assert named is not None
    found = [Place(first.place.line, first.place.start + named.end(), first.place.stop)]
    for one in pieces[at + 1 : at + _MOST_TITLE]:
        if one.cell is None or one.cell is not first.cell or _is_other(one):
            break
        found.append(one.place)
    return {"trich_yeu": tuple(found)}


def _is_kind(one: Segment) -> bool:
    return one.capitals and bool(_KIND.match(one.folded))


def _offices(before: Sequence[Segment]) -> Fields:
    """The parent body above the issuing one: told by bold letters, else by how the name of an office begins."""
    names = [one for one in before if one.capitals and not _is_other(one)]
    names = [one for one in names if len(one.text) > 3]
    if not names:
        return {}
    bold = [one.bold for one in names]
    if True in bold and False in bold[: bold.index(True)]:
        start = bold.index(True)
    else:
        start = next((at for at, one in enumerate(names) if at and _ISSUER.match(one.folded)), 0)
        above = names[0].folded
        if not start and len(names) > 1 and _PARENT.match(above) and above != _COMMITTEE:
            start = 1
    issuer = [one for one in names[start:] if one.cell is names[start].cell]
    fields: Fields = {"co_quan_ban_hanh": tuple(one.place for one in issuer)}
    if names[:start]:
        fields["co_quan_chu_quan"] = tuple(one.place for one in names[:start])
    return fields


def _is_other(one: Segment) -> bool:
    """Whether a piece of the head is not the name of an office."""
    folded = one.folded
    if _is_nation(one) or folded.startswith("viet nam") or _MOTTO.match(folded):
        return True
    return bool(_NUMBER.match(folded) or _DAY.match(folded) or _RULE.match(folded))


def _title(pieces: Sequence[Segment], kind: int, fields: Fields) -> int:
    """Tên loại and, behind it or below it, the trích yếu; gives the number of its last line."""
    place, text = pieces[kind].place, pieces[kind].text
    named = _KIND.match(pieces[kind].folded)
    assert named is not None
    fields["ten_loai"] = (Place(place.line, place.start, place.start + named.end()),)
    found = []
    if rest := text[named.end() :].lstrip(" :-"):
        found.append(Place(place.line, place.stop - len(rest), place.stop))
    for one in pieces[kind + 1 : kind + 1 + _MOST_TITLE]:
        if _RULE.match(one.text):
            continue
        if _TO.match(one.folded) or not _continues(one, pieces[kind]):
            break
        found.append(one.place)
    if found:
        fields["trich_yeu"] = tuple(found)
    return max([place.line, *(one.line for one in found)])


def _continues(one: Segment, kind: Segment) -> bool:
    """Whether a line still belongs to the title: bold as that, or in capitals, and no heading of the text."""
    if re.match(r"([ivx]+|[a-d]|\d+)[.)/] ", one.folded) or one.folded.startswith("phan thu"):
        return False
    return (one.bold or (one.capitals and not kind.bold)) and len(one.text) < 300


def _addressees(pieces: Sequence[Segment], last: int, fields: Fields) -> int:
    """Kính gửi: what stands behind the colon, or the list below it; gives the number of its last line."""
    at = next(
        (
            at
            for at, one in enumerate(pieces)
            if one.place.line > last - 1 and _TO.match(one.folded)
        ),
        None,
    )
    if at is None:
        return last
    place, named = pieces[at].place, _TO.match(pieces[at].folded)
    assert named is not None
    found = [Place(place.line, place.start + named.end(), place.stop)]
    first = pieces[at].text[named.end() :].strip()
    goes_on = not first or first.endswith((";", ","))
    for one in pieces[at + 1 : at + _MOST_TO]:
        listed = one.text.startswith(("-", "–", "+", "•"))
        if not (listed or goes_on) or len(one.text) > 150:
            break
        found.append(one.place)
        goes_on = one.text.endswith((";", ","))
    fields["kinh_gui"] = tuple(found)
    return found[-1].line


def title_of(lines: Sequence[Line], fields: Fields) -> str:
    """The trích yếu that was found, in one line."""
    return " ".join(text_of(lines, fields.get("trich_yeu", ())).split())


def text_of(lines: Sequence[Line], places: Sequence[Place]) -> str:
    """What stands at some places, a line each."""
    return "\n".join(lines[one.line].text[one.start : one.stop].strip() for one in places)


def number_parts(text: str) -> tuple[str, str, str]:
    """ "Số 35-BC/ĐU" as "Số", "-", "BC/ĐU"; the label and the sign of the decree where it is none."""
    found = _NUMBER_PARTS.fullmatch(text)
    return (found[1], found[2], "".join(found[3].split())) if found else ("Số:", "/", "")


def years(lines: Sequence[Line], fields: Fields) -> Fields:
    """The years that the title names, or else the day of signing: the year under review and the one that follows."""
    for name in ("trich_yeu", "dia_danh_ngay"):
        found = []
        for place in fields.get(name, ()):
            text = fold(lines[place.line].text)
            found += [
                Place(place.line, one.start(1), one.end(1))
                for one in re.finditer(r"\b(20\d\d|19\d\d)\b", text)
                if place.start <= one.start() < place.stop
            ]
        if found:
            return _two_years(lines, found)
    return {}


def _two_years(lines: Sequence[Line], found: Sequence[Place]) -> Fields:
    numbers = [int(lines[one.line].text[one.start : one.stop]) for one in found]
    fields: Fields = {"nam": (found[0],)}
    after = [one for one, number in zip(found, numbers, strict=True) if number == numbers[0] + 1]
    if after:
        fields["nam_sau"] = (after[0],)
    return fields
