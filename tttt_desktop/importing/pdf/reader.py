"""PDF files with a text layer: lines by their places on the page, put together again as paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.letters import legacy
from tttt_desktop.importing.pdf import glyphs
from tttt_desktop.importing.pdf.columns import order_of
from tttt_desktop.importing.pdf.furniture import furniture_of
from tttt_desktop.importing.pdf.paragraphs import Paragraph, paragraphs_of
from tttt_desktop.importing.pdf.places import Line, Table, Word, lines_of, rows_of
from tttt_desktop.importing.pdf.sheets import Sheet, sheets_of
from tttt_desktop.importing.pdf.tables import tables_of

STAMP = "Chữ đóng dấu, chữ in chéo"

_FEW_LETTERS = 60  # on all pages: a scan may bear a number or a name as text
_LARGER = 1.15  # times the usual letters: a title
_FEWEST_WORDS = 5  # of a title
_SCANNED = FileRefused(
    "Tệp là ảnh quét, không có chữ để đọc.",
    "Hãy dùng bản Word của bài, hoặc nhờ phần mềm nhận dạng chữ (OCR) rồi nhập lại.",
)


@dataclass(slots=True)
class _Page:
    """A page while its parts are told apart: rows from top to bottom, tables with the height they begin at."""

    height: float
    rows: list[list[Line]]
    tables: list[tuple[float, Table]]
    stamp: str
    scanned: bool


def read(data: bytes) -> Draft:
    """The paragraphs of a PDF, running heads, feet and page numbers set aside with their reason.

    Errors: FileRefused for a scan, a password, a broken file, letters that cannot be told, or more than 500 pages.
    """
    pages = [_page(sheet) for sheet in sheets_of(data)]
    _refuse_empty(pages)
    heads, feet = _without_furniture(pages)
    paragraphs = paragraphs_of([list(order_of(page.tables, page.rows)) for page in pages])
    blocks = [
        block
        for page, head, own, foot in zip(pages, heads, paragraphs, feet, strict=True)
        for block in _blocks(page, head, own, foot)
    ]
    return Draft(blocks, title=_title(paragraphs))


def _page(sheet: Sheet) -> _Page:
    tables, words = tables_of(_in_unicode(sheet.words), sheet.rulings)
    return _Page(sheet.height, rows_of(lines_of(words)), tables, sheet.tilted, sheet.scanned)


def _in_unicode(words: list[Word]) -> list[Word]:
    """The words as they are, unless they are of an old font whose name the file does not give."""
    scheme = legacy.detect(" ".join(word.text for word in words))
    if not scheme:
        return words
    return [replace(word, text=glyphs.from_old(word.text, scheme)) for word in words]


def _refuse_empty(pages: Sequence[_Page]) -> None:
    text = "".join(line.text for page in pages for row in page.rows for line in row)
    has_tables = any(page.tables for page in pages)
    if glyphs.is_unreadable(text) and text:
        raise FileRefused(
            "Chữ trong tệp PDF được mã hóa riêng nên không chép ra được.",
            "Hãy dùng bản Word của bài, hoặc nhờ phần mềm nhận dạng chữ (OCR) rồi nhập lại.",
        )
    letters = sum(map(str.isalpha, text))
    if not has_tables and letters < _FEW_LETTERS and any(page.scanned for page in pages):
        raise _SCANNED
    if not has_tables and not letters:
        raise FileRefused(
            "Tệp PDF không có chữ để đọc.", "Nếu chữ nằm trong ảnh, hãy dùng bản Word của bài."
        )


Asides = list[list[Block]]


def _without_furniture(pages: Sequence[_Page]) -> tuple[Asides, Asides]:
    """Take from the pages what they repeat; the heads and the feet of each page, with their reasons."""
    reasons = furniture_of([page.rows for page in pages], [page.height for page in pages])
    heads: Asides = []
    feet: Asides = []
    for number, page in enumerate(pages):
        own = {at: reason for (on, at), reason in reasons.items() if on == number}
        asides = {at: Block(_said(page.rows[at]), reason) for at, reason in sorted(own.items())}
        middle = page.height / 2
        heads.append([one for at, one in asides.items() if page.rows[at][0].top > middle])
        feet.append([one for at, one in asides.items() if page.rows[at][0].top <= middle])
        page.rows = [row for at, row in enumerate(page.rows) if at not in own]
    return heads, feet


def _said(row: list[Line]) -> str:
    return normalise(" | ".join(line.text for line in row))


def _blocks(
    page: _Page, head: list[Block], own: list[Paragraph], foot: list[Block]
) -> Iterator[Block]:
    yield from head
    for paragraph in own:
        if text := normalise(paragraph.text).strip():
            yield Block(text)
    yield from foot
    if stamp := normalise(page.stamp).strip():
        yield Block(stamp, STAMP)


def _title(paragraphs: Sequence[Sequence[Paragraph]]) -> str:
    """The paragraph of the first page in the largest letters, when they are larger than those of the text."""
    first = next((page for page in paragraphs if page), ())
    usual = _usual_height([one for page in paragraphs for one in page])
    large = [
        one
        for one in first
        if one.height > _LARGER * usual and len(one.text.split()) >= _FEWEST_WORDS
    ]
    best = max(large, key=lambda one: one.height, default=None)
    return normalise(best.text).strip() if best else ""


def _usual_height(paragraphs: Sequence[Paragraph]) -> float:
    """The height that half of all characters do not exceed."""
    rest = sum(len(one.text) for one in paragraphs) / 2
    for one in sorted(paragraphs, key=lambda one: one.height):
        rest -= len(one.text)
        if rest <= 0:
            return one.height
    return 0.0
