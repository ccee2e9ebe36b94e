"""What a file is, told by its first bytes; what we cannot read yet is refused with a way out."""

import re
from collections.abc import Callable

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.draft import Draft

_WORD = "Hãy mở bằng Word rồi lưu lại dạng .docx."
_UNZIP = "Hãy giải nén rồi nhập cả thư mục."
_MAIL = re.compile(
    rb"(?:[A-Za-z-]+: [^\n]*\r?\n(?:[ \t][^\n]*\n)*){1,40}?(?:MIME-Version|Content-Type): "
)
_REFUSED = (
    (
        re.compile(rb"\xdb\xa5-\0|\x31\xbe\0\0|\xfe\x37\0"),
        "Đây là tệp Word quá cũ (trước Word 97).",
        _WORD,
    ),
    (
        re.compile(
            rb"\s*(?:\xef\xbb\xbf)?<\?xml.{0,2000}?<(?:w:wordDocument|pkg:package)\b", re.DOTALL
        ),
        "Đây là tệp Word lưu dạng XML, chương trình chưa đọc được.",
        _WORD,
    ),
    (re.compile(rb"\s*\{\\rtf"), "Chương trình chưa đọc được tệp RTF.", _WORD),
    (
        re.compile(
            rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|RIFF....WEBP|II\*\0|MM\0\*|....ftyphei",
            re.DOTALL,
        ),
        "Đây là tệp ảnh, không có chữ để đọc.",
        "Hãy dùng bản có chữ của bài viết.",
    ),
    (
        re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh"),
        "Chương trình chưa đọc được tệp nén này.",
        _UNZIP,
    ),
    (
        re.compile(rb"SQLite format 3\0"),
        "Đây là hồ sơ hoặc cơ sở dữ liệu, không phải bài viết.",
        "Hãy dùng lệnh Mở hồ sơ.",
    ),
    (
        re.compile(rb"MZ|\x7fELF|\xca\xfe\xba\xbe"),
        "Đây là tệp chương trình, không phải bài viết.",
        "Hãy bỏ tệp này ra.",
    ),
    (
        _MAIL,
        "Chương trình chưa đọc được thư hoặc trang web dạng .mht, .eml.",
        "Hãy lưu trang dạng .html.",
    ),
)
_PDF = re.compile(rb".{0,1024}?%PDF-\d", re.DOTALL)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body"
    rb"|title|meta|link|script|style"
    rb"|div|p|br|h[1-6]|table|article|main|section|span|center|font|b|i|strong|ul|ol)\b",
    re.IGNORECASE | re.DOTALL,
)


_ODT = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.(?:oasis|sun)", re.DOTALL)
_FLAT_ODT = re.compile(rb"\s*<\?xml.{0,2000}?<office:document\b", re.DOTALL)


def kind_of(data: bytes) -> str:
    """The key of `FORMATS` for a file. Errors: FileRefused for every other kind we know."""
    head = data[:4096]
    if _ODT.match(head) or _FLAT_ODT.match(_latin(head)):
        return "odt"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return "docx"  # other packages are refused by its reader
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"  # other compound files are refused by its reader
    if _PDF.match(head):
        return "pdf"
    for pattern, message, remedy in _REFUSED:
        if pattern.match(head):
            raise FileRefused(message, remedy)
    return "html" if _HTML.match(_latin(head)) else "txt"


def may_hold_files(data: bytes) -> bool:
    """Whether the bytes look like those of a zip or a mail, cheaply: most files hold no others."""
    return data.startswith(b"PK") or _MAIL.match(data[:4096]) is not None


def _latin(head: bytes) -> bytes:
    """The start of a file without byte order mark and without the zero bytes of UTF-16."""
    return (
        head.removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
        .replace(b"\0", b"")
    )


def _txt(data: bytes) -> Draft:
    from tttt_desktop.importing.txt import read

    return read(data)


def _html(data: bytes) -> Draft:
    from tttt_desktop.importing.html import read

    return read(data)


def _docx(data: bytes) -> Draft:
    from tttt_desktop.importing.docx import read

    return read(data)


def _pdf(data: bytes) -> Draft:
    from tttt_desktop.importing.pdf import read

    return read(data)


def _doc(data: bytes) -> Draft:
    from tttt_desktop.importing.doc import read

    return read(data)


def _odt(data: bytes) -> Draft:
    from tttt_desktop.importing.odt import read

    return read(data)


FORMATS: dict[str, Callable[[bytes], Draft]] = {
    "txt": _txt,
    "html": _html,
    "docx": _docx,
    "doc": _doc,
    "odt": _odt,
    "pdf": _pdf,
}
