"""A file, files in a file or a paste -> `ParsedArticle`: the only module of importing that others call."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.facts import metadata
from tttt_desktop.importing.files import CLIPBOARD, load, pasted, refuse_size
from tttt_desktop.importing.kinds import FORMATS, kind_of, may_hold_files
from tttt_desktop.importing.page import clean

if TYPE_CHECKING:
    from tttt_desktop.importing.archives.containers import Container


def read_file(path: Path) -> ParsedArticle:
    """The article in a file. Errors: FileRefused, with one Vietnamese sentence and what to do."""
    return read_bytes(path.name, load(path))


def read_bytes(name: str, data: bytes, encoding: str = "") -> ParsedArticle:
    """The article in the bytes of a file; the kind is told by the bytes, never by the name. Errors: FileRefused.

    `encoding` forces how plain text is read, an id of `txt.CHOICES`.
    """
    refuse_size(len(data))
    kind = kind_of(data)
    if encoding and kind == "txt":
        from tttt_desktop.importing.plain import txt

        return _article(name, kind, data, txt.read(data, encoding))
    return _article(name, kind, data, FORMATS[kind](data))


def opened(data: bytes) -> "Container | None":
    """The files in a zip or in a mail; None when the bytes are a file of their own. Errors: FileRefused."""
    if not may_hold_files(data):
        return None
    from tttt_desktop.importing.archives.containers import open_container

    return open_container(data)


def read_paste(text: str, html: str) -> ParsedArticle:
    """The article on the clipboard: its HTML where that has the same words, else its text. Errors: FileRefused."""
    from tttt_desktop.importing import clipboard

    data = pasted(text, html)
    refuse_size(len(data))
    return _article(CLIPBOARD, "clipboard", data, clipboard.read(text, html))


def _article(name: str, kind: str, data: bytes, draft: Draft) -> ParsedArticle:
    layout = clean.arrange(draft)
    if not any(any(map(str.isalpha, line)) for line in (layout.title, *layout.paragraphs)):
        raise FileRefused("Tệp không có chữ để đọc.", "Nếu là ảnh quét, hãy dùng bản có chữ.")
    about = metadata.describe(layout, draft)
    return ParsedArticle(
        name=normalise(name),
        kind=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        raw=data,
        blocks=layout.blocks,
        title=about.title,
        outlet=about.outlet,
        byline=about.byline,
        published_on=about.published_on,
        published_time=about.published_time,
        event_on=about.event_on,
        province=about.province,
        review_year=about.review_year,
        plan_year=about.plan_year,
        officials=about.officials,
        found=about.found,
        encoding=draft.encoding,
        site=draft.host,
    )
