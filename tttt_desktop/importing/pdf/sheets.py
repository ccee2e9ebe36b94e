"""What PDFium finds on each page of a file: words with their places, drawn lines. The only module that speaks to it.

PDFium only parses: no script, action, link or attached file of a PDF is touched, and no page is drawn.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.pdf import glyphs
from tttt_desktop.importing.pdf.places import Ruling, Word

MOST_PAGES = 500

_PDFIUM: Any = pypdfium2  # without types of its own
_C: Any = pypdfium2.raw

_MOST_SHAPES = 20_000  # on one page; what lies beyond is a drawing
_WORDS = re.compile(
    r"[^\s\ufffe\x02]+[\ufffe\x02]?"
)  # PDFium marks a hyphen at the end of a line so
_BROKEN = "\ufffe\x02"
_RIGHT_ANGLE = math.pi / 2
_TILTED = math.radians(20)  # a slanted font is less, a stamp across the page is more
_HALF = 0.5  # of the page that a scan covers at least
_LONGEST_NAME = 128  # bytes of the name of a font
_BELOW, _ABOVE = 0.2, 0.9  # of the size: how far letters reach from their base line
_PASSWORD = 4  # FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it is shown: its height in points, its words in the order of the file, its drawn lines.

    `tilted` are words that run in another direction; `scanned` says that a picture covers the page.
    """

    height: float
    words: list[Word]
    rulings: list[Ruling]
    tilted: str = ""
    scanned: bool = False


Box = tuple[float, float, float, float]  # left, bottom, right, top


def sheets_of(data: bytes) -> Iterator[Sheet]:
    """The pages one by one. Errors: FileRefused for a file with a password, one that is broken, or too long a one."""
    document = _open(data)
    try:
        if len(document) > MOST_PAGES:
            raise FileRefused(
                "Tệp PDF dài hơn 500 trang nên không đọc.",
                "Hãy tách lấy những trang có bài viết thành một tệp PDF mới.",
            )
        for number in range(len(document)):
            yield _sheet(document, number)
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        return _PDFIUM.PdfDocument(data)
    except _PDFIUM.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise FileRefused(
                "Tệp PDF có mật khẩu nên không đọc được.",
                "Hãy mở tệp bằng mật khẩu, in ra một tệp PDF mới rồi nhập tệp đó.",
            ) from error
        raise FileRefused(
            "Tệp PDF bị hỏng hoặc chưa tải về đủ.", "Hãy tải hoặc chép lại tệp rồi thử lại."
        ) from error


def _sheet(document: Any, number: int) -> Sheet:
    """One page, empty when it is broken."""
    page = text = None
    try:
        page = document[number]
        text = page.get_textpage()
        return _read(page, text)
    except _PDFIUM.PdfiumError:
        return Sheet(1.0, [], [])
    finally:
        for handle in (text, page):
            if handle is not None:
                handle.close()


def _read(page: Any, text: Any) -> Sheet:
    """A page turned so that most of its words are level, however the file says to show it."""
    reader = _Reader(text)
    x, y, right, top = page.get_bbox()
    turned = _turn((x, y, right, top), reader.quarter)
    words, tilted = reader.words(turned)
    rulings, scanned = _shapes(page, turned)
    height = right - x if reader.quarter % 2 else top - y
    return Sheet(height, words, rulings, tilted, scanned)


def _turn(page: Box, quarter: int) -> Callable[[Box], Box]:
    """From the coordinates of the file to those of the page, turned by quarters clockwise."""
    x, y, right, top = page
    turns: tuple[Callable[[Box], Box], ...] = (
        lambda box: (box[0] - x, box[1] - y, box[2] - x, box[3] - y),
        lambda box: (box[1] - y, right - box[2], box[3] - y, right - box[0]),
        lambda box: (right - box[2], top - box[3], right - box[0], top - box[1]),
        lambda box: (top - box[3], box[0] - x, top - box[1], box[2] - x),
    )
    return turns[quarter]


@dataclass(frozen=True, slots=True)
class _Style:
    """How a run of text is set: the scheme of an old font, the size in points, the direction in radians."""

    scheme: str
    bold: bool
    size: float
    angle: float


class _Reader:
    """Asks PDFium for the words of one page; a run's style is asked for once. `quarter`: how most words are turned."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._styles: dict[int, _Style] = {}
        self._box, self._matrix = _C.FS_RECTF(), _C.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        text = _text(page)
        self._careful = glyphs.needs_care(text)
        self._found = [(one, self._style(one.start())) for one in _WORDS.finditer(text)]
        turns = Counter(round(style.angle / _RIGHT_ANGLE) % 4 for _, style in self._found)
        self.quarter = max(turns, key=turns.__getitem__, default=0)

    def words(self, turned: Callable[[Box], Box]) -> tuple[list[Word], str]:
        """The level words in the order of the file, and the text of the others."""
        words: list[Word] = []
        tilted: list[str] = []
        for found, style in self._found:
            letters = _letters(found[0], style.scheme, careful=self._careful)
            angle = (style.angle - self.quarter * _RIGHT_ANGLE) % math.tau
            if not letters:
                continue  # half a character
            if _TILTED < angle < math.tau - _TILTED:
                tilted.append(letters)
            else:
                words.append(self._word(letters, found.start(), found.end() - 1, style, turned))
        return words, " ".join(tilted)

    def _word(
        self, letters: str, first: int, last: int, style: _Style, turned: Callable[[Box], Box]
    ) -> Word:
        raw = self._page.raw
        left, low, right, high = self._place(first)
        if last > first:
            left2, low2, right2, high2 = self._place(last)
            left, right = min(left, left2), max(right, right2)
            low, high = min(low, low2), max(high, high2)
        _C.FPDFText_GetCharOrigin(raw, first, self._x, self._y)
        x, y = self._x.value, self._y.value
        flat = (x, low, x, high) if self.quarter % 2 else (left, y, right, y)
        left, base, right, _ = turned(flat)
        return Word(
            letters,
            left,
            base - _BELOW * style.size,
            right,
            base + _ABOVE * style.size,
            loose=not first or _C.FPDFText_IsGenerated(raw, first - 1) == 1,
            bold=style.bold,
        )

    def _place(self, at: int) -> Box:
        box = self._box
        _C.FPDFText_GetLooseCharBox(self._page.raw, at, box)
        return box.left, box.bottom, box.right, box.top

    def _style(self, at: int) -> _Style:
        run = _C.FPDFText_GetTextObject(self._page, at)
        key = ctypes.addressof(run.contents) if run else 0
        if key not in self._styles:
            self._styles[key] = self._ask_style(at)
        return self._styles[key]

    def _ask_style(self, at: int) -> _Style:
        raw, matrix = self._page.raw, self._matrix
        length = _C.FPDFText_GetFontInfo(raw, at, self._name, _LONGEST_NAME, None)
        font = self._name.value.decode("utf-8", "replace") if length <= _LONGEST_NAME else ""
        _C.FPDFText_GetMatrix(raw, at, matrix)
        size = _C.FPDFText_GetFontSize(raw, at) * math.hypot(matrix.c, matrix.d)
        return _Style(
            glyphs.scheme_of(font),
            glyphs.is_bold(font),
            max(1.0, abs(size)),
            math.atan2(matrix.b, matrix.a),
        )


def _text(page: Any) -> str:
    """The text of a page with one character for each of PDFium's."""
    count = _C.FPDFText_CountChars(page)
    units = (ctypes.c_ushort * (count + 1))()
    got = _C.FPDFText_GetText(page, 0, count, units)
    if got == count + 1:
        return "".join(map(chr, units[:count]))
    return "".join(chr(_C.FPDFText_GetUnicode(page, at)) for at in range(count))


def _letters(word: str, scheme: str, *, careful: bool) -> str:
    if word[-1] in _BROKEN:
        word = word[:-1] + "-"
    if scheme:
        return glyphs.from_old(word, scheme)
    return glyphs.clean(word) if careful else word


def _shapes(page: Any, turned: Callable[[Box], Box]) -> tuple[list[Ruling], bool]:
    """The drawn lines and boxes of a page, and whether one picture covers most of it."""
    rulings: list[Ruling] = []
    scanned = False
    x, y, x2, y2 = sides = [ctypes.c_float() for _ in range(4)]
    whole = page.get_width() * page.get_height()
    for at in range(min(_C.FPDFPage_CountObjects(page), _MOST_SHAPES)):
        shape = _C.FPDFPage_GetObject(page, at)
        kind = _C.FPDFPageObj_GetType(shape)
        if kind not in (_C.FPDF_PAGEOBJ_PATH, _C.FPDF_PAGEOBJ_IMAGE):
            continue
        if not _C.FPDFPageObj_GetBounds(shape, *sides):
            continue
        left, bottom, right, top = turned((x.value, y.value, x2.value, y2.value))
        if kind == _C.FPDF_PAGEOBJ_PATH:
            rulings.append(Ruling(left, bottom, right, top))
        else:
            scanned = scanned or (right - left) * (top - bottom) > _HALF * whole
    return rulings, scanned
