"""What a signed report says of its office, for reports made from it where the dossier's settings say nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tttt_desktop.domain.agency_names import in_sentence
from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.office import ARCHIVE
from tttt_desktop.reporting.signed.head import number_parts
from tttt_desktop.reporting.tree import Office

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DASH = "-–+•* "
_ARCHIVE = re.compile(r"[-–+•*\s]*lưu\s*:?\s*", re.IGNORECASE)


def with_own(office: Office, texts: Mapping[str, str]) -> Office:
    """The office with what the report of last year says in place of what is empty."""
    own = from_texts(texts)
    signs = office.authority or office.signer_title or office.signer_name
    kept = {name: getattr(office, name) or getattr(own, name) for name in _ALONE}
    kept["archive"] = own.archive if office.archive == ARCHIVE and own.archive else office.archive
    if signs:  # who signs is told as a whole
        kept |= {name: getattr(office, name) for name in _SIGNING}
    else:
        kept |= {name: getattr(own, name) for name in _SIGNING}
    return replace(office, **kept)


_ALONE = ("parent", "name", "place", "symbol", "addressees", "recipients")
_SIGNING = ("authority", "signer_title", "signer_name")


def from_texts(texts: Mapping[str, str]) -> Office:
    """The office as the fields of a report name it; its number and its day are of last year and left out."""

    def line(name: str) -> str:
        return " ".join(texts.get(name, "").split())

    receivers = (one.strip(_DASH).rstrip(";,. ") for one in texts.get("noi_nhan", "").split("\n"))
    to = (one.strip(_DASH).rstrip(";,. ") for one in texts.get("kinh_gui", "").split("\n"))
    return Office(
        parent=line("co_quan_chu_quan"),
        name=in_sentence(line("co_quan_ban_hanh")),
        place=line("dia_danh_ngay").partition(",")[0].strip(),
        symbol=number_parts(line("so_ky_hieu"))[2],
        addressees=tuple(in_sentence(one) for one in to if one),
        authority=line("quyen_han"),
        signer_title=line("chuc_vu"),
        signer_name=line("ho_ten"),
        recipients=tuple(one for one in receivers if one and one.lower() != "như trên"),
        archive=_ARCHIVE.sub("", line("luu"), count=1).rstrip(" .;"),
    )


def moved_title(texts: Mapping[str, str], year: int) -> str:
    """Last year's title with its years moved so that the one under review is `year`; "" where it names none."""
    title = " ".join(texts.get("trich_yeu", "").split())
    first = _YEAR.search(title)
    if first is None:
        return ""
    by = year - int(first[0])
    return _YEAR.sub(lambda found: str(int(found[0]) + by), title)


def with_small_letters(texts: Mapping[str, str], lines: Iterable[str]) -> dict[str, str]:
    """The texts, the office's name as a sentence of the document writes it: the head has capitals only."""
    told = dict(texts)
    name = fold(" ".join(told.get("co_quan_ban_hanh", "").split()))
    for line in lines if name else ():
        at = fold(line).find(name)
        written = line[at : at + len(name)]
        if at >= 0 and not written.isupper():
            told["co_quan_ban_hanh"] = written
            break
    return told
