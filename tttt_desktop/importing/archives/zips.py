"""The entries of a zip file, looked at before anything is unpacked; nothing is ever written to disk."""

import io
import lzma
import re
import stat
import struct
import zipfile
import zlib
from itertools import pairwise

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.files import LARGEST, refuse_size

MOST_ENTRIES = 5_000
TOO_MANY = ("Tệp nén có hơn 5.000 tệp nên không đọc.", "Hãy chia ra nhiều tệp nén nhỏ.")
_ENTRY, _END = b"PK\x01\x02", b"PK\x05\x06"
_ENCRYPTED = 0x1
_HEAD = 4_096  # bytes that are enough to tell a container
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OFFICE = re.compile(rb"\[Content_Types\]\.xml|_rels/\.rels|word/|application/vnd\.oasis")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
    OSError,
)


def is_zip(head: bytes) -> bool:
    """Whether bytes begin as a zip file does (also an empty one, or the first part of several)."""
    return head.startswith((b"PK\x03\x04", _END, b"PK\x07\x08"))


def looks_like_office(data: bytes) -> bool:
    """Whether a zip that does not open begins as a document of Word or LibreOffice does."""
    return bool(_OFFICE.search(data[:2_000]))


def open_zip(data: bytes) -> zipfile.ZipFile:
    """A zip with its list of entries. Errors: FileRefused for too many entries, entries that share bytes, or a broken list."""
    if _count(data) > MOST_ENTRIES:
        raise FileRefused(*TOO_MANY)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise FileRefused(
            "Tệp nén bị hỏng hoặc chưa tải về đủ.", "Hãy tải hoặc chép lại tệp rồi thử lại."
        ) from error
    if _overlap(package.infolist()):
        raise FileRefused(
            "Tệp nén có cấu trúc bất thường nên không đọc.", "Hãy xin lại tệp từ người gửi."
        )
    return package


def _count(data: bytes) -> int:
    """How many entries the list of a zip has at most, told without reading it."""
    end = data.rfind(_END)
    if end < 0 or end + 16 > len(data):
        return 0
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    beyond = 76  # bytes between the list and its end in a zip64
    return data.count(_ENTRY, max(0, end - size - beyond), end)


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether the packed bytes of two entries are the same ones, as in bombs that unpack them many times."""
    spans = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    header = 30
    return any(
        start + header + packed > following for (start, packed), (following, _) in pairwise(spans)
    )


def is_office(package: zipfile.ZipFile) -> bool:
    """Whether a zip is a document of Word, Excel, LibreOffice and the like."""
    names = {name.lower() for name in package.namelist()}
    return "[content_types].xml" in names or "mimetype" in names


def head(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The first bytes of an entry, none when it cannot be read."""
    try:
        _refuse_odd(entry)
        with package.open(entry) as file:
            return file.read(_HEAD)
    except (FileRefused, *_BROKEN):
        return b""


def unpack(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one entry. Errors: FileRefused when it is encrypted, a link, over 30 MB or broken."""
    _refuse_odd(entry)
    refuse_size(entry.file_size)
    try:
        with package.open(entry) as file:
            data = file.read(LARGEST + 1)
    except _BROKEN as error:
        raise FileRefused(
            "Tệp này trong tệp nén bị hỏng.", "Hãy tải hoặc chép lại tệp nén rồi thử lại."
        ) from error
    refuse_size(len(data))
    return data


def _refuse_odd(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise FileRefused(
            "Tệp trong tệp nén có mật khẩu.",
            "Hãy giải nén bằng mật khẩu rồi nhập các tệp bên trong.",
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise FileRefused(
            "Đây là lối tắt, không phải tệp.", "Hãy chọn chính tệp mà lối tắt trỏ tới."
        )
    if entry.compress_type not in _METHODS:
        raise FileRefused(
            "Tệp được nén theo kiểu chương trình chưa đọc được.",
            "Hãy giải nén rồi nhập cả thư mục.",
        )
