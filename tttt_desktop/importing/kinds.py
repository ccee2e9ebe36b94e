"""What a file is, told by its first bytes; what we cannot read yet is refused with a way out."""

import re
from collections.abc import Callable

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.draft import Draft

_WORD = "Hãy mở bằng Word rồi lưu lại dạng .docx."
_COPY = "Hãy mở tệp, chép phần chữ rồi dán vào chương trình (Ctrl+V)."
_UNZIP = "Hãy giải nén rồi nhập cả thư mục."
_REFUSED = (
    (re.compile(rb".{0,1024}?%PDF-", re.DOTALL), "Chương trình chưa đọc được tệp PDF.", _COPY),
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        "Chương trình chưa đọc được tệp Office kiểu cũ (.doc, .xls).",
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
        re.compile(
            rb"(?:[A-Za-z-]+: [^\n]*\r?\n(?:[ \t][^\n]*\n)*){1,40}?(?:MIME-Version|Content-Type): "
        ),
        "Chương trình chưa đọc được thư hoặc trang web dạng .mht, .eml.",
        "Hãy lưu trang dạng .html.",
    ),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body"
    rb"|title|meta|link|script|style"
    rb"|div|p|br|h[1-6]|table|article|main|section|span|center|font|b|i|strong|ul|ol)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(data: bytes) -> str:
    """ "txt", "html" or "docx". Errors: FileRefused for every other kind we know."""
    head = data[:4096]
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return "docx"  # other packages are refused by its reader
    for pattern, message, remedy in _REFUSED:
        if pattern.match(head):
            raise FileRefused(message, remedy)
    return "html" if _HTML.match(_latin(head)) else "txt"


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


FORMATS: dict[str, Callable[[bytes], Draft]] = {"txt": _txt, "html": _html, "docx": _docx}
