"""Foreign templates are opened, and reports made from them, in the child process with its limits of time and memory."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from tttt_desktop.domain.errors import FileRefused, UserError
from tttt_desktop.domain.own_template import Candidate, Fields, Place, Problem, TemplateKind
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.files import LARGEST, load
from tttt_desktop.reporting.catalogue import TEMPLATES
from tttt_desktop.services.worker import wire
from tttt_desktop.services.worker.asking import ask

READ, MAKE = "own template", "own report"
_LATE = (
    "Điền mẫu quá 20 giây nên đã dừng.",
    "Hãy xem lại các dấu lặp {%p for … %} trong mẫu, hoặc chọn ít bài hơn.",
)
_DIED = (
    "Mẫu quá lớn, lặp quá nhiều hoặc có chỗ hỏng nên không làm được báo cáo.",
    "Hãy xem lại các dấu lặp trong mẫu, hoặc mở bằng Word, lưu thành tệp .docx mới rồi thêm lại.",
)
_AS_DOCX = "Hãy chọn tệp .docx, hoặc mở bằng Word rồi lưu lại dạng Word (.docx)."
_MOST = 30_000  # lines, or problems
_MACRO_NAMES = (".docm", ".dotm")


class _Result(NamedTuple):
    values: dict[str, Any]
    raw: bytes


def candidate(
    path: Path, kind: TemplateKind, cancelled: Callable[[], bool] = lambda: False
) -> Candidate:
    """A file as a template that may be kept; the file itself is only read. Any thread may do it, and wait.

    Errors: FileRefused for what is no fit .docx, UserError when the reading process cannot be started, Cancelled.
    """
    if path.suffix.lower() in _MACRO_NAMES:
        raise FileRefused("Tệp Word có macro (.docm) không dùng làm mẫu.", _AS_DOCX)
    with suppress(OSError):  # `load` says what is wrong
        if path.stat().st_size > LARGEST:
            raise FileRefused(
                "Tệp quá lớn để làm mẫu.",
                "Hãy bỏ bớt ảnh và phụ lục trong một bản sao rồi thử lại.",
            )
    return again(path.stem, load(path), kind, cancelled)


def again(
    name: str, docx: bytes, kind: TemplateKind, cancelled: Callable[[], bool] = lambda: False
) -> Candidate:
    """The same for bytes."""
    result = ask(wire.Question(READ, docx, {"kind": kind.value}), _Result, cancelled)
    try:
        return _candidate(" ".join(normalise(name).split()), kind, result)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise wire.NoAnswer(*wire.BROKEN) from error


def make(
    docx: bytes,
    kind: TemplateKind,
    fields: Fields,
    values: dict[str, Any],
    cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """The report as .docx. Errors: UserError, Cancelled."""
    told = {"values": values, "fields": packed_fields(fields), "now": datetime.now(UTC).isoformat()}
    more = json.dumps(told).encode()
    question = wire.Question(MAKE, docx + more, {"kind": kind.value, "docx": len(docx)})
    try:
        return ask(question, _Result, cancelled).raw
    except wire.Late as late:
        raise UserError(*_LATE) from late
    except wire.NoAnswer as dead:
        raise UserError(*_DIED) from dead


def _candidate(name: str, kind: TemplateKind, result: _Result) -> Candidate:
    """From the child, which has met hostile bytes. Errors: of any kind where the values are none."""
    values = result.values
    lines, marks = tuple(values["lines"]), tuple(values["marks"])
    if len(lines) > _MOST or not all(isinstance(one, str) for one in (*lines, *marks)):
        raise ValueError(len(lines))
    fields = unpacked_fields(values["fields"])
    for places in fields.values():
        for one in places:
            if not 0 <= one.start <= one.stop <= len(lines[one.line]):
                raise ValueError(one)
    problems = tuple(Problem(int(at), str(said)) for at, said in values["problems"][:_MOST])
    contents = TEMPLATES[values["contents"]].key
    return Candidate(name, kind, result.raw, lines, fields, marks, problems, contents)


def packed_fields(fields: Fields) -> dict[str, Any]:
    """As JSON values."""
    return {
        name: [[one.line, one.start, one.stop] for one in places] for name, places in fields.items()
    }


def unpacked_fields(values: Any) -> Fields:
    """What `packed_fields` gave. Errors: of any kind for anything else."""
    return {
        str(name): tuple(Place(*map(_number, one)) for one in places)
        for name, places in values.items()
    }


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


# -- in the child -----------------------------------------------------------------------------------


def in_child(head: dict[str, Any], data: bytes) -> wire.Answer:
    """The answer to a question of READ or MAKE. Errors: FileRefused."""
    kind = TemplateKind(head["kind"])
    if head["do"] == MAKE:
        size = head["docx"]
        return wire.Answer(wire.packed({}), _made(kind, data[:size], json.loads(data[size:])))
    return _read(kind, data)


def _made(kind: TemplateKind, docx: bytes, told: dict[str, Any]) -> bytes:
    now = datetime.fromisoformat(told["now"])
    if kind is TemplateKind.MARKED:
        from tttt_desktop.reporting.marks.render import render

        return render(docx, told["values"], now)
    from tttt_desktop.reporting.signed.make import make

    return make(docx, unpacked_fields(told["fields"]), told["values"], now)


def _read(kind: TemplateKind, data: bytes) -> wire.Answer:
    from tttt_desktop.reporting import ooxml
    from tttt_desktop.reporting.foreign.cleaning import cleaned
    from tttt_desktop.services.own_letters import in_unicode

    parts = in_unicode(cleaned(_parts(data), notes=kind is TemplateKind.MARKED))
    if kind is TemplateKind.SIGNED:
        from tttt_desktop.reporting.signed.reading import read
    else:
        from tttt_desktop.reporting.marks.reading import read
    found = read(parts)
    values = {
        "lines": found.lines,
        "fields": packed_fields(dict(found.fields)),
        "marks": found.marks,
        "problems": [[one.paragraph, _line(one.message)] for one in found.problems],
        "contents": found.contents,
    }
    return wire.Answer(wire.packed(values), ooxml.packed(found.parts))


def _line(text: str) -> str:
    return " ".join(normalise(text).split())


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a foreign file, unpacked within the limits of imports. Errors: FileRefused."""
    from tttt_desktop.importing.documents.package import Package, damaged
    from tttt_desktop.importing.kinds import kind_of
    from tttt_desktop.reporting.ooxml import NO_WORD

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileRefused("Đây là tệp Word đời cũ (.doc) hoặc có mật khẩu.", _AS_DOCX)
    if kind_of(data) != "docx":
        raise FileRefused(*NO_WORD)
    package = Package(data)
    names = [name for name in package.names() if _is_plain(name)]
    if not any(name.lower() == "[content_types].xml" for name in names):
        raise FileRefused(*NO_WORD)
    parts = {}
    for name in names:
        with package.open(name) as part:
            parts[name] = part.read()
        if len(parts[name]) > _LARGEST_PART:
            raise damaged()
    return parts


_LARGEST_PART = 60 * 1024 * 1024


def _is_plain(name: str) -> bool:
    """Whether a name leads nowhere but into the package."""
    return not name.startswith("/") and ".." not in name.split("/") and "\\" not in name
