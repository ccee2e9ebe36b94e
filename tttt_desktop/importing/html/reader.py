"""Saved web pages: their lines in order, with a reason where the markup says what a line is.

lxml only parses: nothing is fetched, no script runs, no entity of a DTD is read. What the markup does not tell is left
to `clean`.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.html import headings, tables
from tttt_desktop.importing.html.judge import NAMED, judge
from tttt_desktop.importing.html.markup import Page, flatten
from tttt_desktop.importing.html.places import host_of, pattern_of, place_of
from tttt_desktop.importing.html.styles import old_fonts
from tttt_desktop.importing.letters import legacy
from tttt_desktop.importing.plain.txt import UTF_8, UTF_16, WINDOWS_1258, decoded

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_STYLING = re.compile(r"</?(?:font|span|b|i|u|em|strong|o:p|st1:\w+)\b[^<>]*>", re.IGNORECASE)
_OLD_FONTS = (
    *(".Vn", ".VN", "VnTime", "vntime", "VNI-", "VNI_", "VNI ", "Vni-", "vni-"),
    *("'.vn", '".vn', "=.vn", ":.vn", " .vn"),
)
_UNICODE = re.compile("[\u1ea0-\u1ef9]")
_SCRIPT = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,30})\s[^<>]{20000,}>")
_LARGE = 1_000_000  # characters
_HEAD = 4096  # bytes in which a page says its charset
_MANY_ZEROS = 8  # one in so many characters: UTF-16 without its mark
_MOSTLY = 3  # times as much unseen text as seen: the page was saved while it hid itself
_1258 = (b"windows-1258", b"cp1258")


def read(data: bytes) -> Draft:
    """The lines of a web page. Errors: FileRefused."""
    text, encoding = _decoded(data)
    return draft_of(text, encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    """The page as text and its encoding: by its mark, as UTF-8, else by the charset it names, else as text is told."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), UTF_16
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _of_old_pages(data)
    has_zeros = _MANY_ZEROS * text.count("\0", 0, _HEAD) > len(text[:_HEAD])
    return decoded(data) if has_zeros else (text, UTF_8)


def _of_old_pages(data: bytes) -> tuple[str, str]:
    declared = _CHARSET.search(data[:_HEAD])
    if declared and declared[1].lower() in _1258:
        return data.decode("cp1258", "replace"), WINDOWS_1258
    if _names_old_font(data.decode("latin-1")):
        return data.decode("cp1252", "replace"), "windows-1252"  # converted by run
    return decoded(data)


def _names_old_font(markup: str) -> bool:
    return any(mark in markup for mark in _OLD_FONTS)


def draft_of(text: str, encoding: str = "") -> Draft:
    """The lines of a page or of a piece of one; `encoding` is how its bytes were read.

    Errors: FileRefused when it is empty or nested beyond reading.
    """
    root = _parse(_lightened(text.replace("\0", "")))
    page = _flatten(root, text)
    told = judge(page, headings.said_title(root))
    blocks = list(_blocks(page, told.reasons))
    core = next((page.pieces[at].inside for at, why in enumerate(told.reasons) if not why), -1)
    return Draft(
        blocks,
        title=page.pieces[told.title].text if told.title >= 0 else "",
        author=page.pieces[told.author].text if told.author >= 0 else "",
        headline=headings.find_headline(root),
        site=headings.find_site(page, root, told.title),
        published=headings.find_published(root),
        encoding=next(iter(sorted(page.converted)), encoding),
        host=host_of(root, text) or pattern_of(page, core),
    )


def _flatten(root: Any, text: str) -> Page:
    fonts = dict(old_fonts(root)) if _names_old_font(text) else {}
    page = flatten(root, NAMED, fonts)
    if page.unseen > _MOSTLY * sum(len(piece.text) for piece in page.pieces):
        page = flatten(root, NAMED, fonts, show_all=True)
    _convert_by_content(page)
    return page


def _convert_by_content(page: Page) -> None:
    """A page in an old font that is named elsewhere; text with letters that only Unicode has is left alone."""
    whole = "\n".join(piece.text for piece in page.pieces)
    if whole.isascii() or _UNICODE.search(whole):
        return
    if scheme := legacy.detect(whole):
        page.converted.add(scheme)
        for piece in page.pieces:
            piece.text = legacy.convert(piece.text, scheme)


def _blocks(page: Page, reasons: list[str]) -> Iterator[Block]:
    """One block a line; a row of figures is one line."""
    rows = tables.rows(page)
    places: dict[int, str] = {}
    joined: frozenset[int] | tuple[int, ...] = ()
    for at, (piece, reason) in enumerate(zip(page.pieces, reasons, strict=True)):
        if at in joined:
            continue
        text = piece.text
        if at in rows and len({reasons[other] for other in rows[at]}) == 1:
            joined, text = rows[at], tables.line(page, rows[at])
        if piece.inside not in places:
            places[piece.inside] = place_of(page, piece.inside)
        yield Block(text, reason, places[piece.inside])


def _lightened(text: str) -> str:
    """A large page without scripts, style sheets and overlong tags: the parser has limits, and time, for each of them."""
    if len(text) < _LARGE:
        return text
    kept, end = [], 0
    for opened in _SCRIPT.finditer(text):
        if opened.start() >= end and (closed := _CLOSED.search(text, opened.end())):
            kept.append(text[end : opened.start()])
            end = closed.end()
        elif opened.start() >= end:
            break  # never closed, nor is any other
    return _LONG_TAG.sub(r"<\1>", "".join([*kept, text[end:]]))


def _parse(text: str) -> Any:
    """The tree of a page. Old pages that never close <font> nest too deep; they are read without such tags."""
    root, whole = _tree(text)
    if not whole:
        root, whole = _tree(_STYLING.sub("", text))
    if not whole:
        raise FileRefused(
            "Trang web lồng quá nhiều lớp hoặc có đoạn quá dài nên không đọc được.",
            "Hãy mở trang, chép phần chữ rồi dán vào chương trình (Ctrl+V).",
        )
    if root is None:
        raise FileRefused("Trang web trống hoặc bị hỏng.", "Hãy lưu lại trang rồi thử lại.")
    return root


def _tree(text: str) -> tuple[Any, bool]:
    """A parsed page, None where there is nothing; and whether the parser went through all of it."""
    import lxml.etree as etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return root, not any(error.type == limit for error in parser.error_log)
