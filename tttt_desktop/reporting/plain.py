"""Briefing to HTML: for the preview and the clipboard.

Every text is escaped; the only tags are our own paragraphs, headings and flat tables, without links, pictures
or scripts, so that imported text can do nothing in the widget or the program that shows it.
"""

from collections.abc import Iterable, Iterator
from html import escape

from tttt_desktop.reporting.front import MOTTO, NATION
from tttt_desktop.reporting.office import (
    NAMELESS,
    UNSIGNED,
    date_line,
    enclosed_with,
    number_line,
    recipients,
    signer_lines,
)
from tttt_desktop.reporting.tree import Appendix, Briefing, Cell, Office, Row, Section
from tttt_desktop.reporting.wordxml import clean

_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font-family: 'Times New Roman', Tinos, serif; font-size: 14pt; color: #000000; }}
p, h1, h2, h3 {{ margin: 0 0 6pt 0; text-align: justify; text-indent: 36pt; font-size: 14pt; }}
h1, h2 {{ font-weight: bold; }} h3 {{ font-weight: normal; }}
p.mid {{ text-align: center; text-indent: 0; }}
p.cell {{ text-align: left; text-indent: 0; margin: 0; font-size: 11pt; }}
p.list {{ text-align: left; text-indent: 0; margin: 0; font-size: 11pt; }}
</style></head><body>
{body}
</body></html>
"""


def to_html(briefing: Briefing) -> str:
    """The report as one HTML page, in the order of the document."""
    parts = [*_front(briefing), *_sections(briefing.sections)]
    parts += [_tag("p", briefing.closing), *_signature(briefing.office)]
    for appendix in briefing.appendices:
        parts += _appendix(appendix, briefing.office)
    return _PAGE.format(title=_text(briefing.title), body="\n".join(parts))


def _text(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")


def _tag(tag: str, text: str, style: str = "") -> str:
    kind = f' class="{style}"' if style else ""
    return f"<{tag}{kind}>{_text(text)}</{tag}>"


def _mid(text: str, *tags: str) -> str:
    """A centred line, bold (b) or italic (i)."""
    inner = _text(text)
    for tag in tags:
        inner = f"<{tag}>{inner}</{tag}>"
    return f'<p class="mid">{inner}</p>'


def _front(briefing: Briefing) -> Iterator[str]:
    office = briefing.office
    left = _mid(office.parent.upper()) if office.parent else ""
    left += _mid((office.name or NAMELESS).upper(), "b") + _mid(number_line(office))
    right = _mid(NATION, "b") + _mid(MOTTO, "b") + _mid(date_line(office), "i")
    yield _side_by_side(left, right)
    yield _mid(briefing.kind, "b")
    yield _mid(briefing.title, "b")
    if office.addressees:
        yield _mid(f"Kính gửi: {'; '.join(office.addressees)}")
    for text in briefing.opening:
        yield _tag("p", text)


def _side_by_side(left: str, right: str) -> str:
    return f'<table width="100%"><tr><td width="43%">{left}</td><td>{right}</td></tr></table>'


def _sections(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield _tag(f"h{section.level}", f"{section.label} {section.title}")
        for text in section.paragraphs:
            yield _tag("p", text)
        for item in section.items:
            yield _tag("p", line(item.line))
            yield from (_tag("p", line(quote)) for quote in item.quotes)
        yield from _sections(section.parts)


def line(cell: Cell) -> str:
    """A line or cell as plain text, its marks as "[n]"."""
    mark = f"[{cell.source}]" if cell.source else ""
    also = "".join(f"{words}[{source}]" for words, source in cell.also)
    return f"{cell.text}{mark}{also}{cell.after}"


def _signature(office: Office) -> Iterator[str]:
    left = '<p class="list"><b><i>Nơi nhận:</i></b></p>'
    left += "".join(_tag("p", name, "list") for name in recipients(office))
    right = "".join(_mid(title, "b") for title in signer_lines(office))
    yield _side_by_side(left, right + "<br><br>" + _mid(office.signer_name or UNSIGNED, "b"))


def _appendix(appendix: Appendix, office: Office) -> Iterator[str]:
    yield _mid(appendix.label, "b")
    yield _mid(appendix.title, "b")
    yield _mid(enclosed_with(office), "i")
    yield '<table border="1" cellspacing="0" cellpadding="3" width="100%">'
    yield "<tr>" + "".join(_tag("th", column.title) for column in appendix.columns) + "</tr>"
    for row in appendix.rows:
        yield _row(row, len(appendix.columns))
    yield "</table>"


def _row(row: Row, columns: int) -> str:
    if len(row.cells) == 1:
        return f'<tr><td colspan="{columns}"><b>{_text(line(row.cells[0]))}</b></td></tr>'
    cells = "".join(f"<td>{_tag('p', line(cell), 'cell')}</td>" for cell in row.cells)
    return f"<tr>{cells}</tr>"
