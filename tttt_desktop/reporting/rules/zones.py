"""The title, and the text between it and the signature: headings, captions, plain paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tttt_desktop.reporting.rules.anatomy import Anatomy, Kind
from tttt_desktop.reporting.rules.paper import Document, Line, Paragraph, is_capital
from tttt_desktop.reporting.rules.strokes import shapes_of

STROKE = re.compile(r"[_\-–—─*\s]+")
_TITLE_LINES = 8  # paragraphs below the name of the kind that may belong to the title
_ADDRESSEE = 120  # letters of a line below "Kính gửi:" at most
_SIGNER = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s")
_PART = re.compile(r"(?:phần|chương|mục|tiểu mục)\s+(?:[IVXLC]+|\d+|thứ\s+\w+)\b", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+[.\-]\s*\S")
_ROMAN_LABEL = re.compile(r"[IVXLC]+[.\-]")
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*[.)]|[a-zđ]\)|Điều \d+)")
_CAPTION = re.compile(
    r"(?:bảng|hình|biểu(?: đồ)?|nguồn|ghi chú|đơn vị tính)\b[^.]{0,40}[:.]", re.IGNORECASE
)
_TO = re.compile(r"kính gửi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """`zone`: every paragraph of the text outside tables; `heads` and `plain` are among them.

    `title`: the lines below the name of the kind. The text stands between the paragraphs `start` and `stop`.
    """

    title: tuple[Line, ...]
    start: int
    stop: int
    zone: tuple[Paragraph, ...]
    heads: tuple[Paragraph, ...]
    plain: tuple[Paragraph, ...]


def body_of(document: Document, anatomy: Anatomy) -> Body:
    """Part the text of a document; an appendix in a file of its own has none."""
    title = _title(document, anatomy)
    start, stop = _start(anatomy, title), anatomy.main
    if anatomy.receivers is not None:
        stop = min(stop, anatomy.receivers.paragraph.index)
    zone = _zone(document, anatomy, start, stop) if anatomy.kind is not Kind.APPENDIX else []
    heads = [one for one in zone if _is_head(one)]
    known = set(map(id, heads))
    plain = [
        one
        for one in zone
        if id(one) not in known and not _is_caption(one) and not STROKE.fullmatch(one.text)
    ]
    return Body(tuple(title), start, stop, tuple(zone), tuple(heads), tuple(plain))


def _start(anatomy: Anatomy, title: Sequence[Line]) -> int:
    """The paragraph after the title, or in letters and in what has no title after the head."""
    if anatomy.kind is Kind.REPORT and anatomy.name is not None:
        return (title[-1] if title else anatomy.name).paragraph.index + 1
    letter = (anatomy.date, anatomy.number, anatomy.about)
    above = letter if anatomy.kind is Kind.LETTER else anatomy.head
    start = max((line.paragraph.index + 1 for line in above if line is not None), default=0)
    if anatomy.kind is Kind.LETTER and not start:
        start = max((line.paragraph.index + 1 for line in anatomy.head), default=0)
    return start


def _title(document: Document, anatomy: Anatomy) -> list[Line]:
    """The lines of the trích yếu: what is left of the paragraph of the name, and the centred bold ones below."""
    name = anatomy.name
    if name is None or anatomy.kind is not Kind.REPORT:
        return []
    own = name.paragraph
    found = [line for line in own.lines if line.row > name.row and line.text]
    for one in document.paragraphs[own.index + 1 : own.index + _TITLE_LINES]:
        if (one.cell and one.cell.element) is not (own.cell and own.cell.element):
            break
        if not one.text:
            ruled = one.shape.line_below or one.shape.line_above or shapes_of(one.element)
            if found and ruled:
                break
            continue
        centred = one.shape.align == "center"
        if _ends_title(one, bool(found), centred):
            break
        found += [line for line in one.lines if line.text]
        if one.shape.line_below or not centred:
            break
    return found


def _ends_title(one: Paragraph, begun: bool, centred: bool) -> bool:
    bold = any(look.bold for look in one.lines[0].looks) if one.lines[0].visible else False
    return bool(
        _TO.match(one.text)
        or (begun and not (centred and bold))
        or STROKE.fullmatch(one.text)
        or one.text.startswith("(")
    )


def _zone(document: Document, anatomy: Anatomy, start: int, stop: int) -> list[Paragraph]:
    found = [
        one
        for one in document.paragraphs[start:stop]
        if one.text and one.cell is None and not one.boxed
    ]
    if anatomy.to is not None and start <= anatomy.to.paragraph.index < stop:
        named = set(map(id, _addressed(document, anatomy.to, stop)))
        found = [one for one in found if id(one) not in named]
    if anatomy.receivers is None:  # what follows is signed without a table
        for at, one in enumerate(found):
            if _SIGNER.match(one.text) and is_capital(one.text):
                return found[:at]
    return found


def _addressed(document: Document, to: Line, stop: int) -> Iterator[Paragraph]:
    """The paragraph "Kính gửi:" and those of its list."""
    at = to.paragraph.index
    yield to.paragraph
    for one in document.paragraphs[at + 1 : stop]:
        text = one.text
        listed = text.startswith("-") and text.endswith((";", ".")) and len(text) < _ADDRESSEE
        if text and not listed:
            return
        yield one


def _is_head(one: Paragraph) -> bool:
    text, bold = one.text, all(run.look.bold for run in one.visible)
    saying = [run for run in one.visible if any(map(str.isalnum, run.text))]
    roman = _ROMAN.match(text) and len(text) < 300
    return bool(
        one.shape.outline < 9
        or (_PART.match(text) and len(text) < 120)
        or (roman and (bold or is_capital(_ROMAN_LABEL.sub("", text, count=1))))
        or (one.shape.align == "center" and one.visible and bold)
        or (
            one.visible
            and all(run.look.bold for run in saying)
            and len(text) < 250
            and _NUMBERED.match(text)
        )
    )


def _is_caption(one: Paragraph) -> bool:
    text, align, style = one.text, one.shape.align, one.style.lower()
    return bool(
        (_CAPTION.match(text) and len(text) < 200 and align in ("center", "right"))
        or (text.startswith("(") and text.endswith(")") and align == "center")
        or "caption" in style
        or style.startswith("toc")
    )
