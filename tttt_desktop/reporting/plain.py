"""Briefing to HTML: for the preview, for print and PDF.

Every text is escaped; the only tags are our own paragraphs, headings and flat tables and the charts drawn by the
program, without scripts, so that imported text can do nothing in the widget or the program that shows it. A line is a
link whose target is the number of its annotation and nothing else.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from tttt_desktop.reporting.footnotes import Notes
from tttt_desktop.reporting.front import LINE_SHARE, MOTTO, NATION, TITLE_ROOM, size_of
from tttt_desktop.reporting.metrics import balance, text_width
from tttt_desktop.reporting.office import (
    NAMELESS,
    UNSIGNED,
    date_line,
    enclosed_with,
    number_line,
    recipients,
    signer_lines,
)
from tttt_desktop.reporting.tree import (
    Appendix,
    Briefing,
    Cell,
    Column,
    Office,
    Picture,
    Row,
    Section,
)
from tttt_desktop.reporting.wordxml import clean

NO_BREAK = "\u00a0"
EMU = 9525  # in a pixel of 96 an inch
_LEFT, _RIGHT = 192.0, 272.0  # points, of the columns at the head and at the foot
_SHARES = "41.5%", "58.5%"  # of the width: the right one holds the Quốc hiệu in one line
_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title><style>
p, h1, h2, h3 {{ margin: 0 0 8px 0; text-indent: 48px; font-size: 14pt; line-height: 115%; }}
h1, h2 {{ font-weight: bold; }} h3 {{ font-weight: normal; }}
p.mid {{ text-align: center; text-indent: 0px; margin: 0; }}
p.top b, p.top i {{ font-size: 13pt; }} p.cell a, p.cell b, p.list b, p.list i, p.mcell a {{ font-size: 11pt; }}
p.top {{ text-align: center; text-indent: 0px; margin: 0; font-size: 13pt; line-height: 100%; }}
p.low, p.low b {{ text-align: center; text-indent: 0px; margin: 0; font-size: 12pt; line-height: 100%; }}
p.cell, p.list {{ text-align: left; text-indent: 0px; margin: 0; font-size: 11pt; line-height: 100%; }}
p.mcell {{ text-align: center; text-indent: 0px; margin: 0; font-size: 11pt; line-height: 100%; }}
p.head {{ text-align: center; text-indent: 0px; margin: 0; font-size: 11pt; font-weight: bold; line-height: 100%; }}
a {{ color: #000000; text-decoration: none; }}
</style></head><body>
{body}
</body></html>
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pages of one orientation: the report itself, or an appendix. Each begins on a new page.

    `notes` are its footnotes, the first of number 1; `<sup>1</sup>` stands where it belongs.
    """

    html: str
    landscape: bool = False
    notes: tuple[str, ...] = ()


def to_parts(briefing: Briefing) -> tuple[Part, ...]:
    """The report and its appendices, each as one HTML page, in the order of the document."""
    notes = Notes(briefing.sources) if briefing.footnotes else None
    body = [*_front(briefing), *_sections(briefing.sections, notes)]
    body += [_tag("p", briefing.closing), *_signature(briefing.office)]
    appendices = (
        Part(_html(briefing, _appendix(one, briefing.office)), one.landscape)
        for one in briefing.appendices
    )
    texts = tuple(map(clean, notes.texts)) if notes else ()
    return (Part(_html(briefing, body), notes=texts), *appendices)


def _html(briefing: Briefing, body: Iterable[str]) -> str:
    return _PAGE.format(title=_text(briefing.title), body="\n".join(body))


def _text(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")


def _tag(tag: str, text: str, style: str = "") -> str:
    kind = f' class="{style}"' if style else ""
    return f"<{tag}{kind}>{_text(text)}</{tag}>"


def _mid(text: str, *tags: str, style: str = "mid") -> str:
    """A centred line, bold (b) or italic (i)."""
    inner = _text(text)
    for tag in tags:
        inner = f"<{tag}>{inner}</{tag}>"
    return f'<p class="{style}">{inner}</p>'


def _top(lines: Iterable[str], *tags: str, size: int = 13) -> str:
    """Lines of the head, at 13 or 12 pt."""
    return "".join(_mid(line, *tags, style="top" if size == 13 else "low") for line in lines)


def _rule(points: float) -> str:
    """A centred line of that length."""
    return f'<hr width="{round(points * 96 / 72)}">'


def _front(briefing: Briefing) -> Iterator[str]:
    office = briefing.office
    parent, name = office.parent.upper(), (office.name or NAMELESS).upper()
    size = size_of(parent, name, _LEFT)
    names = balance(name, _LEFT, size, bold=True)
    left = _top(balance(parent, _LEFT, size), size=size) if parent else ""
    left += _top(names, "b", size=size)
    left += _rule(LINE_SHARE * max(text_width(one, size, True) for one in names))
    right = (
        _top([NATION.replace(" ", "\u00a0")], "b")
        + _mid(MOTTO, "b")
        + _rule(text_width(MOTTO, 14, bold=True))
    )
    yield _side_by_side(left, right, _top([number_line(office)]), _mid(date_line(office), "i"))
    yield _mid("")
    yield _mid(briefing.kind, "b")
    title = balance(briefing.title, TITLE_ROOM, 14, bold=True)
    yield from (_mid(line, "b") for line in title)
    yield _rule(LINE_SHARE * max(text_width(one, 14, True) for one in title))
    if office.addressees:
        yield _mid(f"Kính gửi: {'; '.join(office.addressees)}")
    for text in briefing.opening:
        yield _tag("p", text)


def _side_by_side(*cells: str) -> str:
    """Two columns; each two cells make a row."""
    rows = (
        f'<tr><td width="{_SHARES[0]}">{left}</td><td width="{_SHARES[1]}">{right}</td></tr>'
        for left, right in zip(cells[::2], cells[1::2], strict=True)
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{"".join(rows)}</table>'


def _sections(sections: Iterable[Section], notes: Notes | None) -> Iterator[str]:
    for section in sections:
        yield _tag(f"h{section.level}", f"{section.label} {section.title}")
        for text in section.paragraphs:
            yield _tag("p", text)
        for item in section.items:
            target = item.annotations[0] if item.annotations else item.leads_to
            yield f'<p><a href="{target}">{_noted(item.line, notes)}</a></p>'
            yield from (f"<p>{_noted(quote, notes)}</p>" for quote in item.quotes)
        yield from _sections(section.parts, notes)


def _noted(cell: Cell, notes: Notes | None) -> str:
    """A line with its sources: the number of a footnote, else "[n]"."""
    if notes is None or not cell.source:
        return _text(line(cell))
    mark = f"<sup>{notes.number(cell)}</sup>"
    return f"{_text(cell.text.rstrip(NO_BREAK))}{mark}{_text(cell.after)}"


def line(cell: Cell) -> str:
    """A line or cell as plain text, its marks as "[n]"."""
    mark = f"[{cell.source}]" if cell.source else ""
    also = "".join(f"{words}[{source}]" for words, source in cell.also)
    return f"{cell.text}{mark}{also}{cell.after}"


def _signature(office: Office) -> Iterator[str]:
    left = '<p class="list"><b><i>Nơi nhận:</i></b></p>'
    left += "".join(_tag("p", name, "list") for name in recipients(office))
    lines = (line for title in signer_lines(office) for line in balance(title, _RIGHT, 14, True))
    right = "".join(_mid(line, "b") for line in lines)
    yield _side_by_side(left, right + "<br><br>" + _mid(office.signer_name or UNSIGNED, "b"))


def _appendix(appendix: Appendix, office: Office) -> Iterator[str]:
    yield _mid(appendix.label, "b")
    yield _mid(appendix.title, "b")
    yield _mid(enclosed_with(office), "i")
    if appendix.columns:
        yield '<table border="1" cellspacing="0" cellpadding="3" width="100%">'
        yield f"<thead><tr>{''.join(_heads(appendix))}</tr></thead>"
        for row in appendix.rows:
            yield _row(row, appendix.columns)
        yield "</table>"
    for picture in appendix.pictures:
        yield f'<p class="mid">{_image(picture)}</p>{_mid(picture.caption, "i")}<br>'
    for remark in appendix.remarks:
        yield _tag("p", remark, "cell")


def _image(picture: Picture) -> str:
    data = b64encode(picture.data).decode()
    size = f'width="{picture.width // EMU}" height="{picture.height // EMU}"'
    return f'<img src="data:image/png;base64,{data}" {size} alt="{escape(clean(picture.description))}">'


def _heads(appendix: Appendix) -> Iterator[str]:
    whole = sum(column.width for column in appendix.columns)
    for column in appendix.columns:
        share = f"{100 * column.width / whole:.1f}%"
        yield f'<th width="{share}">{_tag("p", column.title, "head")}</th>'


def _row(row: Row, columns: Sequence[Column]) -> str:
    if len(row.cells) == 1:
        return f'<tr><td colspan="{len(columns)}"><p class="cell"><b>{_text(line(row.cells[0]))}</b></p></td></tr>'
    cells = "".join(
        f"<td>{_cell(line(cell), row.leads_to, column)}</td>"
        for cell, column in zip(row.cells, columns, strict=True)
    )
    return f"<tr>{cells}</tr>"


def _cell(text: str, leads_to: int, column: Column) -> str:
    inner = f'<a href="{leads_to}">{_text(text)}</a>' if leads_to and text else _text(text)
    return f'<p class="{"mcell" if column.centred else "cell"}">{inner}</p>'
