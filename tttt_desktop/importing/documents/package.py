"""The zip packages of Word and LibreOffice: parts found by name, unpacked in memory and within limits.

A name is only ever compared; none becomes a path. Limits: 5,000 entries and no shared bytes (`zips`), 100 MB unpacked, 200
times the packed size.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.archives import zips

_LARGEST = 100 * 1024 * 1024
_LARGEST_PART = 20 * 1024 * 1024  # of the parts that are read at once: styles, lists, notes
_WORST_RATIO = 200
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError)
_UNOPENED = (*_BROKEN, ValueError, RuntimeError, OSError)  # ValueError: a name in no encoding


def damaged() -> FileRefused:
    """What is said of a document that does not open."""
    return FileRefused(
        "Tệp bị hỏng hoặc chưa tải về đủ.",
        "Hãy mở bằng Word, lưu thành tệp .docx mới rồi thử lại.",
    )


def too_large() -> FileRefused:
    """What is said of a document that unpacks beyond the limits."""
    return FileRefused(
        "Tài liệu giải nén ra quá lớn nên không đọc.", "Hãy chép phần chữ sang một tệp Word mới."
    )


def locked() -> FileRefused:
    """What is said of a document that asks for a password."""
    return FileRefused(
        "Tệp có mật khẩu nên không đọc được.", "Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."
    )


class Package:
    """An opened package; part names are compared without regard to case, "\\\\" counting as "/"."""

    def __init__(self, data: bytes) -> None:
        """Errors: FileRefused for what is no readable zip or goes beyond the limits."""
        try:
            self._zip = zips.open_zip(data)
        except FileRefused as refused:
            too_many = refused.message == zips.TOO_MANY[0]
            raise (too_large() if too_many else damaged()) from refused
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > _LARGEST or unpacked > _WORST_RATIO * len(data):
            raise too_large()
        self._entries = {_plain(entry.filename): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def names(self) -> list[str]:
        """The names of its parts as they are written, folders left out."""
        return [entry.filename for entry in self._entries.values() if not entry.is_dir()]

    def has_folder(self, folder: str) -> bool:
        """Whether a part lies in `folder` ("xl/")."""
        return any(name.startswith(folder) for name in self._entries)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """The unpacked bytes of a part that is there, as a stream. Errors: FileRefused, also while it is read."""
        entry = self._entries[_plain(name)]
        if entry.flag_bits & _ENCRYPTED:
            raise locked()
        if entry.compress_type not in _METHODS:
            raise damaged()
        try:
            part = self._zip.open(entry)
        except _UNOPENED as error:
            raise damaged() from error
        try:
            with part:
                yield part
        except _BROKEN as error:
            raise damaged() from error

    def read(self, name: str) -> bytes:
        """The bytes of a lesser part; b"" when it is missing, broken or beyond 20 MB: the text is read without it."""
        if name not in self:
            return b""
        try:
            with self.open(name) as part:
                data = part.read(_LARGEST_PART + 1)
        except FileRefused:
            return b""
        return data if len(data) <= _LARGEST_PART else b""


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")).lower()
