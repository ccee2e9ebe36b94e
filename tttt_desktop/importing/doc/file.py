"""The compound file around a Word 97-2003 text, and the head of the text (FIB) that says where everything is.

Facts: [MS-CFB] and [MS-DOC] 2.5. Only the streams of the text, its tables and its data are read.
"""

import io
import struct
from dataclasses import dataclass
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.documents.package import damaged, locked

# What a wrong number in a file may raise.
BROKEN = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    struct.error,
)
_UNOPENED = (*BROKEN, AttributeError, TypeError)  # olefile goes on after some errors with None
_COPY = "Hãy chép phần chữ cần dùng sang một tệp Word."
_FOREIGN = (
    ("Workbook", "Đây là bảng tính Excel, không phải bài viết.", _COPY),
    ("Book", "Đây là bảng tính Excel, không phải bài viết.", _COPY),
    ("PowerPoint Document", "Đây là bài trình chiếu PowerPoint, không phải bài viết.", _COPY),
    (
        "__properties_version1.0",
        "Đây là thư của Outlook (.msg), chương trình chưa đọc được.",
        "Hãy mở thư, chép phần chữ rồi dán vào chương trình (Ctrl+V).",
    ),
    ("VisioDocument", "Đây là bản vẽ Visio, không phải bài viết.", _COPY),
)
_TEXT, _DATA = "WordDocument", "Data"
_WORD_97 = 0xC1  # the first nFib of the form read here
_COMPLEX, _ENCRYPTED, _TABLE_1 = 0x0004, 0x0100, 0x0200
_MAGIC = (0xA5EC, 0xA5DC)
_COUNTS = ("main", "notes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")


@dataclass(frozen=True, slots=True)
class WordFile:
    """The streams of a Word file. `counts` are the lengths of its texts in UTF-16 units, in the order they follow."""

    text: bytes
    table: bytes
    data: bytes
    counts: dict[str, int]

    def part(self, index: int) -> bytes:
        """The bytes that the FIB's pair number `index` points to in the table stream; b"" for none."""
        start, size = self.place(index)
        return self.table[start : start + size]

    def place(self, index: int) -> tuple[int, int]:
        """Start and size of what a pair of the FIB points to."""
        at = 0x9A + 8 * index
        start, size = struct.unpack_from("<II", self.text, at)
        return start, size

    def story(self, name: str) -> tuple[int, int]:
        """Where a text of the document starts and stops."""
        start = 0
        for one in _COUNTS:
            if one == name:
                return start, start + self.counts[one]
            start += self.counts[one]
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class OldWordFile:
    """The plain text of a Word 6 or Word 95 file: one byte a letter, in no known encoding."""

    text: bytes


def open_word(data: bytes) -> WordFile | OldWordFile:
    """The Word file in the bytes. Errors: FileRefused for other kinds, a password, damage."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as compound:  # type: ignore[no-untyped-call]
            _refuse_foreign(compound)
            return _word_file(compound)
    except _UNOPENED as error:
        raise damaged() from error


def _refuse_foreign(compound: Any) -> None:
    if compound.exists(_TEXT):
        return
    if compound.exists("EncryptedPackage"):
        raise locked()
    for stream, message, remedy in _FOREIGN:
        if compound.exists(stream):
            raise FileRefused(message, remedy)
    raise FileRefused(
        "Đây không phải tệp Word mà chương trình đọc được.",
        "Hãy mở bằng chương trình đã tạo ra tệp, chép phần chữ sang Word.",
    )


def _word_file(compound: Any) -> WordFile | OldWordFile:
    text = compound.openstream(_TEXT).read()
    magic, version = struct.unpack_from("<HH", text, 0)
    (flags,) = struct.unpack_from("<H", text, 0x0A)
    if magic not in _MAGIC:
        raise damaged()
    if flags & _ENCRYPTED:
        raise locked()
    if version < _WORD_97:
        return _old_file(text, flags)
    table = compound.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
    data = compound.openstream(_DATA).read() if compound.exists(_DATA) else b""
    counts = dict(zip(_COUNTS, struct.unpack_from("<8i", text, 0x4C), strict=True))
    if min(counts.values()) < 0:
        raise damaged()
    return WordFile(text, table, data, counts)


def _old_file(text: bytes, flags: int) -> OldWordFile:
    if flags & _COMPLEX:
        raise FileRefused(
            "Đây là tệp Word 6 hoặc Word 95 lưu nhanh, quá cũ để đọc.",
            "Hãy mở bằng Word rồi lưu lại dạng .docx.",
        )
    (start,) = struct.unpack_from("<I", text, 0x18)
    (count,) = struct.unpack_from("<I", text, 0x34)
    return OldWordFile(text[start : start + count])
