"""Which line of a document is what, told by its words wherever it stands: cells, text boxes, parted lines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from tttt_desktop.reporting.rules.paper import Document, Line

_HEAD = 80  # lines in which the head of a document is
_TITLE_WITHIN = 40  # paragraphs below the head in which the name of its kind is
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MISPLACED = (re.compile(f"([oO])([aAeE])([{_TONES}])"), re.compile(f"([uU])([yY])([{_TONES}])"))
# The names of Phụ lục I, II.5a as they stand above a document.
KINDS = (
    *("NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "THÔNG CÁO", "THÔNG BÁO"),
    *("HƯỚNG DẪN", "CHƯƠNG TRÌNH", "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO"),
    *("BIÊN BẢN", "TỜ TRÌNH", "HỢP ĐỒNG", "CÔNG ĐIỆN", "BẢN GHI NHỚ", "BẢN THỎA THUẬN"),
    *("GIẤY ỦY QUYỀN", "GIẤY MỜI", "GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "PHIẾU GỬI"),
    *("PHIẾU CHUYỂN", "PHIẾU BÁO"),
)
_BLANK = r"[\s.…_]*"
DATED = re.compile(
    r"(?P<place>[^,]+(?:,[^,]+)?),\s*"
    rf"ngày\s*(?P<day>\d{{1,2}}|{_BLANK})\s*tháng\s*(?P<month>\d{{1,2}}|{_BLANK})"
    rf"\s*năm\s*(?P<year>\d{{4}}|{_BLANK})"
)
_NEARLY_DATED = re.compile(r",\s*ngày\b.*\btháng\b.*\bnăm\b")
_MOTTO = re.compile(r"độc lập\s*[-–—]?\s*tự do\s*[-–—]?\s*hạnh phúc", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*:", re.IGNORECASE)
_ABOUT = re.compile(r"v/v\b", re.IGNORECASE)
_TO = re.compile(r"kính gửi\b", re.IGNORECASE)
_RECEIVERS = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)
_APPENDIX = re.compile(r"phụ lục(?:\s+(?P<number>[IVXLC]+|\d+|[A-Z]))?\s*[.:]?", re.IGNORECASE)
NUMBER_OR_ABOUT = re.compile(r"(?:số\s*:|v/v)", re.IGNORECASE)


class Kind(StrEnum):
    """What sort of document it is: letters have no name of their kind, an appendix may come as a file of its own."""

    REPORT = "report"
    LETTER = "letter"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Appendix:
    """The line "Phụ lục II" and its "II" ("" where there is none)."""

    line: Line
    number: str


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The components that were found; None: there is none. `main` counts the paragraphs before the first appendix."""

    kind: Kind
    nation: Line | None
    motto: Line | None
    number: Line | None
    date: Line | None
    about: Line | None
    name: Line | None
    to: Line | None
    receivers: Line | None
    appendices: tuple[Appendix, ...]
    main: int

    @property
    def head(self) -> list[Line]:
        """The lines above the name of the document."""
        found = (self.nation, self.motto, self.number, self.date)
        return [line for line in found if line is not None]

    @property
    def appendix_sections(self) -> list[int]:
        """The sections that an appendix begins in."""
        return sorted({one.line.paragraph.section for one in self.appendices})


def same_tones(text: str) -> str:
    """The text with the tone where the decree's clauses put it: HOÀ as HÒA, UỶ as ỦY."""
    text = normalize("NFD", text)
    for pattern in _MISPLACED:
        text = pattern.sub(r"\1\3\2", text)
    return normalize("NFC", text)


_NATION = same_tones("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_KINDS = frozenset(map(same_tones, KINDS))


def is_kind(text: str) -> bool:
    """Whether a line is the name of a kind of document."""
    return same_tones(text).upper() in _KINDS


def _is_number(line: Line) -> bool:
    return bool(_NUMBER.match(line.text)) and ("/" in line.text or len(line.text) < 12)


def _is_date(line: Line) -> bool:
    exact = DATED.fullmatch(line.text)
    return bool(exact) or (bool(_NEARLY_DATED.search(line.text)) and len(line.text) < 90)


# In the order in which a line is asked; each name is given once.
_HEADS: tuple[tuple[str, Callable[[Line], object]], ...] = (
    ("nation", lambda line: same_tones(line.text).upper().rstrip(".") == _NATION),
    ("motto", lambda line: _MOTTO.match(same_tones(line.text))),
    ("number", _is_number),
    ("date", _is_date),
    ("about", lambda line: _ABOUT.match(line.text)),
)


def study(document: Document) -> Anatomy:
    """Find the components of a document."""
    lines = document.lines
    head = _head(lines)
    receivers = [line for line in lines if _RECEIVERS.fullmatch(line.text)]
    appendices = _appendices(lines)
    above = [head[name] for name in ("nation", "motto", "number", "date") if name in head]
    name = _name(lines, above)
    kind = Kind.REPORT
    if "about" in head and name is None:
        kind = Kind.LETTER
    elif appendices and "nation" not in head and name is None:
        kind = Kind.APPENDIX
    first = appendices[0].line.paragraph.index if appendices else len(document.paragraphs)
    return Anatomy(
        kind=kind,
        nation=head.get("nation"),
        motto=head.get("motto"),
        number=head.get("number"),
        date=head.get("date"),
        about=head.get("about"),
        name=name,
        to=next((line for line in lines if _TO.match(line.text)), None),
        receivers=receivers[-1] if receivers else None,
        appendices=appendices,
        main=first,
    )


def _head(lines: Sequence[Line]) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for line in lines[:_HEAD]:
        for name, is_it in _HEADS:
            if name not in found and is_it(line):
                found[name] = line
                break
    return found


def _appendices(lines: Sequence[Line]) -> tuple[Appendix, ...]:
    found = []
    for line in lines:
        called = _APPENDIX.fullmatch(line.text)
        if called is None or line.paragraph.table is not None:
            continue
        if line.paragraph.shape.align == "center" or line.is_bold:
            found.append(Appendix(line, called["number"] or ""))
    return tuple(found)


def _name(lines: Sequence[Line], above: Sequence[Line]) -> Line | None:
    """The name of the kind, at or below the head."""
    if not above:
        return None
    start = max(line.paragraph.index for line in above)
    for line in lines:
        if start <= line.paragraph.index <= start + _TITLE_WITHIN and is_kind(line.text):
            return line
    return None
