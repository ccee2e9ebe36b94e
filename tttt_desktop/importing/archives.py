"""Files in files: zips nested in each other, opened in memory only.

Limits over the whole: 5,000 entries, 100 MB unpacked, 200 times the packed size, 30 MB a file, five layers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing import members, zips

_DEEPEST = 5
_LARGEST = 100 * 1024 * 1024
_WORST_RATIO = 200
_ALWAYS_FINE = 1024 * 1024  # bytes to which anything may unpack, however well it was packed


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Container:
    """The readable files in a file. `names` are for people ("thang 1/bai.html", "trong.zip/bai.txt"), never paths."""

    names: tuple[str, ...]
    _members: tuple[_Member, ...]

    def read(self, index: int) -> bytes:
        """The bytes of a file. Errors: FileRefused for this one when it is encrypted, too large or broken."""
        return self._members[index].read()


class _TooMuch(FileRefused):
    """The whole is over its limits, not only one file in it."""


@dataclass(slots=True)
class _Budget:
    """What the whole has unpacked to so far, by what the entries say of themselves."""

    packed: int
    entries: int = 0
    unpacked: int = 0

    def spend(self, entries: int, unpacked: int) -> None:
        """Errors: _TooMuch when the whole is over its limits."""
        self.entries += entries
        self.unpacked += unpacked
        if self.entries > zips.MOST_ENTRIES:
            raise _TooMuch(*zips.TOO_MANY)
        if self.unpacked > min(_LARGEST, max(_ALWAYS_FINE, _WORST_RATIO * self.packed)):
            raise _TooMuch(
                "Tệp nén giải nén ra quá lớn nên không đọc.",
                "Hãy giải nén rồi nhập những tệp cần dùng.",
            )


def open_container(data: bytes) -> Container | None:
    """The files in a zip; None when the bytes are no such file.

    Documents of Word and LibreOffice are no containers. Errors: FileRefused when the whole is broken, over its limits,
    or has nothing that could be an article.
    """
    found = _members(data, 0, _Budget(len(data)))
    if found is None:
        return None
    if not found:
        raise FileRefused(
            "Tệp nén không có bài viết nào để đọc.", "Hãy kiểm tra lại tệp trước khi nén."
        )
    return Container(tuple(members.numbered(member.name for member in found)), tuple(found))


def _members(data: bytes, depth: int, budget: _Budget) -> list[_Member] | None:
    return _of_zip(data, depth, budget) if zips.is_zip(data) else None


def _of_zip(data: bytes, depth: int, budget: _Budget) -> list[_Member] | None:
    try:
        package = zips.open_zip(data)
    except FileRefused:
        if zips.looks_like_office(data):
            return None  # its own reader says it better
        raise
    if zips.is_office(package):
        return None
    _refuse_depth(depth)
    budget.spend(len(package.infolist()), 0)
    named = [(members.plain_name(members.entry_name(one)), one) for one in package.infolist()]
    wanted = members.wanted(name for name, entry in named if not entry.is_dir())
    chosen = [(name, entry) for name, entry in named if name in wanted and not entry.is_dir()]
    budget.spend(0, sum(entry.file_size for _, entry in chosen))
    return [
        inner
        for name, entry in chosen
        for inner in _opened(
            _Member(name, partial(zips.unpack, package, entry)),
            zips.head(package, entry),
            depth,
            budget,
        )
    ]


def _refuse_depth(depth: int) -> None:
    if depth > _DEEPEST:
        raise FileRefused(
            "Tệp nén lồng trong nhau quá nhiều lớp nên không đọc.",
            "Hãy giải nén rồi nhập cả thư mục.",
        )


def _opened(member: _Member, head: bytes, depth: int, budget: _Budget) -> Iterator[_Member]:
    """A member, or what is in it when it is itself a container; a broken one is refused when it is read."""
    if not zips.is_zip(head):
        yield member
        return
    try:
        inner = _members(member.read(), depth + 1, budget)
    except _TooMuch:
        raise
    except FileRefused as refusal:
        inner = [_Member("", partial(_refuse, refusal))]
    if inner is None:
        yield member
        return
    for one in inner:
        yield _Member(f"{member.name}/{one.name}".rstrip("/"), one.read)


def _refuse(refusal: FileRefused) -> NoReturn:
    raise refusal
