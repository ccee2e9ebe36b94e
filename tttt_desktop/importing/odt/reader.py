"""OpenDocument texts (.odt, .ott, .fodt), read as `docx` reads Word files; no link, picture, object or macro is opened."""

import io
from collections.abc import Iterator
from typing import IO, Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.importing.documents import office, safexml
from tttt_desktop.importing.documents.package import Package, locked
from tttt_desktop.importing.documents.safexml import local
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.odt.styles import Styles
from tttt_desktop.importing.odt.walk import Walk
from tttt_desktop.importing.page import noise

_CONTENT = "content.xml"
_TAGS = ("p", "h", "list", "table", "section", "frame", "table-of-content")
_COPY = "Hãy chép phần chữ cần dùng sang một tệp Word."
_FOREIGN = (
    (b"spreadsheet", "Đây là bảng tính LibreOffice, không phải bài viết.", _COPY),
    (b"presentation", "Đây là bài trình chiếu LibreOffice, không phải bài viết.", _COPY),
    (b"graphics", "Đây là bản vẽ LibreOffice, không phải bài viết.", _COPY),
    (
        b"vnd.sun.xml",
        "Đây là tệp OpenOffice kiểu cũ, chương trình chưa đọc được.",
        "Hãy mở bằng LibreOffice rồi lưu lại dạng .odt.",
    ),
)


def read(data: bytes) -> Draft:
    """The lines of a text in reading order, each a block. Errors: FileRefused."""
    if not data.startswith(b"PK"):
        return _draft(io.BytesIO(data), None)
    package = Package(data)
    _refuse_foreign(package)
    with package.open(_CONTENT) as content:
        return _draft(content, safexml.parse(package.read("styles.xml")))


def _refuse_foreign(package: Package) -> None:
    kind = package.read("mimetype")
    for name, message, remedy in _FOREIGN:
        if name in kind:
            raise FileRefused(message, remedy)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise locked()
    if _CONTENT not in package:
        raise FileRefused("Tệp không có phần nội dung.", "Hãy lưu lại tệp rồi thử lại.")


def _draft(content: IO[bytes], common: Any) -> Draft:
    styles = Styles()
    styles.read(common)
    walk = Walk(styles)
    root = common
    body: list[Block] = []
    for element in safexml.children(content, "text", _TAGS):
        if not body and root is common:  # all styles stand before the text
            root = element.getroottree().getroot()
            styles.read(root)
        body += office.blocks(walk.element(element))
    pages = common if common is not None else root
    return Draft(
        [
            *_edges(pages, styles, "header", noise.HEAD),
            *body,
            *office.blocks(walk.notes, office.NOTE),
            *_edges(pages, styles, "footer", noise.FOOT),
        ],
        title=walk.title,
    )


def _edges(pages: Any, styles: Styles, kind: str, reason: str) -> Iterator[Block]:
    """The lines of all headers or footers of the page styles, each once."""
    lines: dict[str, None] = {}
    for page in () if pages is None else pages.iter("{*}master-page"):
        for edge in page:
            if local(edge.tag).startswith(kind):
                lines |= dict.fromkeys(Walk(styles).lines(edge))
    yield from office.blocks(lines, reason)
