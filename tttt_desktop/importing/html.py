"""Saved web pages: their lines in order, with a reason where the markup says what a line is.

lxml only parses: nothing is fetched, no script runs, no entity of a DTD is read. What the markup does not tell is left
to `clean`.
"""

import codecs
import re
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing import headings
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.judge import NAMED, judge
from tttt_desktop.importing.markup import flatten
from tttt_desktop.importing.txt import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_STYLING = re.compile(r"</?(?:font|span|b|i|u|em|strong|o:p|st1:\w+)\b[^<>]*>", re.IGNORECASE)


def read(data: bytes) -> Draft:
    """The lines of a web page. Errors: FileRefused."""
    return draft_of(_text(data))


def _text(data: bytes) -> str:
    """The page as text: by its mark, as UTF-8, else by the charset it names, else as plain text is told."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            name = declared[1].decode("ascii").lower()
            if not name.startswith("utf"):
                return _declared(data, name)
    return decode(data)


def _declared(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return decode(data)


def draft_of(text: str) -> Draft:
    """The lines of a page or of a piece of one. Errors: FileRefused when it is empty or nested beyond reading."""
    root = _parse(text.replace("\0", ""))
    page = flatten(root, NAMED)
    title = headings.find_title(page, root)
    reasons = judge(page, title)
    blocks = [
        Block(line.strip(), reason)
        for piece, reason in zip(page.pieces, reasons, strict=True)
        for line in normalise(piece.text).split("\n")
        if line.strip()
    ]
    return Draft(
        blocks,
        title=normalise(page.pieces[title].text) if title >= 0 else "",
        site=headings.find_site(page, root, title),
        published=headings.find_published(root),
    )


def _parse(text: str) -> Any:
    """The tree of a page. Old pages that never close <font> nest too deep; they are read without such tags."""
    root, whole = _tree(text)
    if not whole:
        root, whole = _tree(_STYLING.sub("", text))
    if not whole:
        raise FileRefused(
            "Trang web lồng quá nhiều lớp nên không đọc được.",
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
