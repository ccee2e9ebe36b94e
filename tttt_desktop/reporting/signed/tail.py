"""The end of a signed report by rule: who signed, who received it (Phụ lục I, II.7 and II.9)."""

import re
from collections.abc import Sequence

from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.names import Fields, Place
from tttt_desktop.reporting.signed.segments import Segment, segments

_RECEIVERS = re.compile(r"noi nhan\s*:?")
_ARCHIVE = re.compile(r"[-–+•\s]*luu\s*:?")
_AUTHORITY = re.compile(r"(tm|kt|tl|tuq|t/m|k/t|thua lenh|thay mat|ky thay)\b[./]?")
_POST = re.compile(
    r"(q\. ?)?(pho )?(giam doc|chu tich|chanh van phong|truong phong|truong ban|cuc truong|chi cuc truong|vu truong"
    r"|chanh thanh tra|tong giam doc|tong bien tap|hieu truong|vien truong|bo truong|thu truong|doi truong|bi thu|chu nhiem|truong)"
)
_SIGNED = re.compile(r"[(\[]?(da ky|ky ten|ky, ?(ghi ro|dong dau)|chu ky|ky va ghi|ky)\b.*")
_DEGREE = re.compile(r"((?:gs|pgs|ts|ths|bs|ks|cn|tien si|thac si)[. ]+)+", re.IGNORECASE)
_MOST_RECEIVERS = 30
_MOST_SIGNING = 25  # lines


def find(lines: Sequence[Line], first: int) -> Fields:
    """The fields found among the lines from number `first` on."""
    pieces = list(segments(lines[first:]))
    at = next((at for at, one in enumerate(pieces) if _RECEIVERS.match(one.folded)), None)
    fields: Fields = {}
    if at is not None:
        fields |= _receivers(pieces, at)
    near = pieces if at is None else pieces[max(0, at - 8) : at + _MOST_SIGNING]
    fields |= _signature(near, fields)
    return fields


def _receivers(pieces: Sequence[Segment], at: int) -> Fields:
    """The lines below "Nơi nhận:" in its cell; the last one is for the archive."""
    found: list[Place] = []
    fields: Fields = {}
    place, named = pieces[at].place, _RECEIVERS.match(pieces[at].folded)
    assert named is not None
    if pieces[at].text[named.end() :].strip():
        found.append(Place(place.line, place.start + named.end(), place.stop))
    for one in pieces[at + 1 : at + _MOST_RECEIVERS]:
        if one.cell is not pieces[at].cell:
            if one.cell is not None and found:
                break
            continue
        if _ARCHIVE.match(one.folded):
            fields["luu"] = (one.place,)
            break
        if one.text.startswith(("-", "–", "+", "•", "*")):
            found.append(one.place)
        elif pieces[at].cell is not None and not one.capitals:
            found.append(one.place)  # the rest of a long line, or a list without dashes
    if found:
        fields["noi_nhan"] = tuple(found)
    return fields


def _signature(near: Sequence[Segment], known: Fields) -> Fields:
    """Authority, post and name: capitals, capitals, and the name below them in the same column."""
    taken = {place for places in known.values() for place in places}
    free = [one for one in near if one.place not in taken and not _RECEIVERS.match(one.folded)]
    fields: Fields = {}
    at = next((at for at, one in enumerate(free) if _is_post(one)), None)
    if at is None:
        return fields
    for one in free[at:]:
        name = _name_in(one) if one.cell is free[at].cell or one.cell is None else None
        if (
            "ho_ten" not in fields
            and one.capitals
            and _AUTHORITY.match(one.folded)
            and "chuc_vu" not in fields
        ):
            fields["quyen_han"] = (*fields.get("quyen_han", ()), one.place)
        elif one.capitals and _POST.match(one.folded) and "chuc_vu" not in fields:
            fields["chuc_vu"] = (one.place,)
        elif _SIGNED.match(one.folded):
            continue
        elif name is not None and fields:
            fields["ho_ten"] = (name,)
            break
    return fields


def _is_post(one: Segment) -> bool:
    return one.capitals and bool(_AUTHORITY.match(one.folded) or _POST.match(one.folded))


def _name_in(one: Segment) -> Place | None:
    """The name of a person without degrees: two to six words, each with a capital."""
    degree = _DEGREE.match(one.text)
    start = degree.end() if degree else 0
    words = one.text[start:].split()
    if not 2 <= len(words) <= 6 or one.text.startswith(("-", "(", "[")) or ":" in one.text:
        return None
    if any(not word[0].isupper() or not word.isalpha() for word in words):
        return None
    if one.capitals and _is_post(one):
        return None
    return Place(one.place.line, one.place.start + start, one.place.stop)
