"""What a file is, told by its first bytes; what we cannot read yet is refused with a way out."""

import re
from collections.abc import Callable

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.draft import Draft

_WORD = "Hãy mở bằng Word rồi lưu lại dạng .docx."
_UNZIP = "Hãy giải nén rồi nhập cả thư mục."
_HEAD = 65_536  # bytes of headers that are looked at
_HEADER = re.compile(rb"([!-9;-~]{2,60}):")
_TELLING = frozenset(
    b"from to subject date received message-id return-path delivered-to reply-to".split()
)
_FEW = 3  # such headers that make a mail without the two of MIME
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
    (
        re.compile(
            rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|RIFF....WEBP|II\*\0|MM\0\*|....ftyphei",
            re.DOTALL,
        ),
        "Đây là tệp ảnh, không có chữ để đọc.",
        "Hãy dùng bản có chữ của bài viết.",
    ),
    (
        re.compile(rb"\x78\x9f\x3e\x22"),
        "Tệp winmail.dat là thư kiểu riêng của Outlook.",
        "Hãy nhờ người gửi gửi lại thư dạng HTML hoặc đính kèm tệp Word.",
    ),
    (
        re.compile(
            rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ|MSCF|\x28\xb5\x2f\xfd|.{257}ustar", re.DOTALL
        ),
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
)
_PDF = re.compile(rb".{0,1024}?%PDF-\d", re.DOTALL)
_RTF = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body"
    rb"|title|meta|link|script|style"
    rb"|div|p|br|h[1-6]|table|article|main|section|span|center|font|b|i|strong|ul|ol)\b",
    re.IGNORECASE | re.DOTALL,
)


_ODT = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.(?:oasis|sun)", re.DOTALL)
_ODT_PARTS = (b"content.xml", b"styles.xml", b"META-INF/manifest.xml")
_FLAT_ODT = re.compile(rb"\s*<\?xml.{0,2000}?<office:document\b", re.DOTALL)


def kind_of(data: bytes) -> str:
    """The key of `FORMATS` for a file. Errors: FileRefused for every other kind we know."""
    head = data[:4096]
    if _ODT.match(head) or _FLAT_ODT.match(_latin(head)):
        return "odt"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return "odt" if _is_packed_anew(data) else "docx"  # whose reader refuses other packages
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"  # other compound files are refused by its reader
    if _PDF.match(head):
        return "pdf"
    if _RTF.match(head):
        return "rtf"
    if is_message(data):
        return _kind_of_message(data)
    for pattern, message, remedy in _REFUSED:
        if pattern.match(head):
            raise FileRefused(message, remedy)
    return "html" if _HTML.match(_latin(head)) else "txt"


def _is_packed_anew(data: bytes) -> bool:
    """Whether a zip has the parts of a LibreOffice text, whose "mimetype" a zip program did not leave in front."""
    listed = data[-_HEAD:]
    return all(part in listed for part in _ODT_PARTS) and b"[Content_Types].xml" not in listed


def may_hold_files(data: bytes) -> bool:
    """Whether the bytes look like those of a zip or a mail, cheaply: most files hold no others."""
    return data.startswith(b"PK") or is_message(data)


def is_message(head: bytes) -> bool:
    """Whether bytes begin with the headers of a mail or of a saved web archive."""
    head = head[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if not (_HEADER.match(head) or head.startswith(b"From ")):
        return False
    names: set[bytes] = set()
    for at, line in enumerate(head.splitlines()):
        if not line.strip():
            break
        if line[:1] in b" \t" or (at == 0 and line.startswith(b"From ")):
            continue
        if not (found := _HEADER.match(line)):
            return False
        names.add(found[1].lower())
    return bool({b"mime-version", b"content-type"} & names) or len(names & _TELLING) >= _FEW


def _kind_of_message(data: bytes) -> str:
    from tttt_desktop.importing.mail import mime

    return "mht" if mime.is_page(mime.parse(data)) else "eml"


def _latin(head: bytes) -> bytes:
    """The start of a file without byte order mark and without the zero bytes of UTF-16."""
    return (
        head.removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
        .replace(b"\0", b"")
    )


def _txt(data: bytes) -> Draft:
    from tttt_desktop.importing.plain.txt import read

    return read(data)


def _rtf(data: bytes) -> Draft:
    from tttt_desktop.importing.rtf.reader import read

    return read(data)


def _html(data: bytes) -> Draft:
    from tttt_desktop.importing.html.reader import read

    return read(data)


def _docx(data: bytes) -> Draft:
    from tttt_desktop.importing.docx.reader import read

    return read(data)


def _pdf(data: bytes) -> Draft:
    from tttt_desktop.importing.pdf.reader import read

    return read(data)


def _doc(data: bytes) -> Draft:
    from tttt_desktop.importing.doc.reader import read

    return read(data)


def _odt(data: bytes) -> Draft:
    from tttt_desktop.importing.odt.reader import read

    return read(data)


def _mht(data: bytes) -> Draft:
    from tttt_desktop.importing.mail.mht import read

    return read(data)


def _eml(data: bytes) -> Draft:
    from tttt_desktop.importing.mail.eml import read

    return read(data)


FORMATS: dict[str, Callable[[bytes], Draft]] = {
    "txt": _txt,
    "rtf": _rtf,
    "html": _html,
    "docx": _docx,
    "doc": _doc,
    "odt": _odt,
    "pdf": _pdf,
    "mht": _mht,
    "eml": _eml,
}
