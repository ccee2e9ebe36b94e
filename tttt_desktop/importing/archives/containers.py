"""Files in files: zips and mails with attachments, nested in each other, opened in memory only.

Limits over the whole: 5,000 entries, 100 MB unpacked, 200 times the packed size, 30 MB a file, five layers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing import kinds
from tttt_desktop.importing.archives import members, zips
from tttt_desktop.importing.files import refuse_size
from tttt_desktop.importing.mail import eml, mime

_DEEPEST = 5
_LARGEST = 100 * 1024 * 1024
_WORST_RATIO = 200
_ALWAYS_FINE = 1024 * 1024  # bytes to which anything may unpack, however well it was packed
_OWN_TEXT = "Nội dung thư.eml"
_NAMELESS = "Tệp không tên"


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
    """The files in a zip, or the text of a mail and its attachments; None when the bytes are no such file.

    Documents of Word and LibreOffice, saved pages and mails without attachments are no containers. Errors: FileRefused when the whole is broken, over its limits,
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
    if zips.is_zip(data):
        return _of_zip(data, depth, budget)
    return _of_mail(data, depth, budget) if kinds.is_message(data) else None


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
    named = [
        (members.plain_name(members.entry_name(entry)) or _NAMELESS, entry)
        for entry in package.infolist()
        if not entry.filename.endswith("/")
    ]
    wanted = members.wanted(name for name, _ in named)
    chosen = [(name, entry) for name, entry in named if name in wanted]
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


def _of_mail(data: bytes, depth: int, budget: _Budget) -> list[_Member] | None:
    """The mail itself first, when it has text, then what is attached to it."""
    message = mime.parse(data)
    if mime.is_page(message):
        return None
    named = [(_attached_name(one), one.data) for one in eml.attachments(message)]
    wanted = members.wanted(name for name, _ in named)
    chosen = [(name, content) for name, content in named if name in wanted]
    if not chosen:
        return None
    _refuse_depth(depth)
    budget.spend(len(chosen), sum(len(content) for _, content in chosen))
    own = [_Member(_OWN_TEXT, partial(bytes, data))] if eml.has_text(message) else []
    return own + [
        inner
        for name, content in chosen
        for inner in _opened(_Member(name, partial(_checked, content)), content, depth, budget)
    ]


def _attached_name(attachment: eml.Attachment) -> str:
    return members.plain_name(attachment.name).rpartition("/")[2] or _NAMELESS


def _checked(data: bytes) -> bytes:
    refuse_size(len(data))
    return data


def _refuse_depth(depth: int) -> None:
    if depth > _DEEPEST:
        raise FileRefused(
            "Tệp nén lồng trong nhau quá nhiều lớp nên không đọc.",
            "Hãy giải nén rồi nhập cả thư mục.",
        )


def _opened(member: _Member, head: bytes, depth: int, budget: _Budget) -> Iterator[_Member]:
    """A member, or what is in it when it is itself a container; a broken one is refused when it is read."""
    if not zips.is_zip(head) and not kinds.is_message(head):
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
