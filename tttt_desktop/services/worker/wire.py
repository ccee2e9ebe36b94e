"""How the program and the child process that reads files talk: questions, and answers that may be hostile.

A question is one line of JSON `{"do": ..., "size": N, ...}` and N bytes. An answer is a line of three numbers
`MORE LENGTH RAW`, LENGTH bytes of JSON and RAW bytes; MORE is 1 when another answer to the same question follows.
Questions may be sent ahead: the answers come in their order.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.text import normalise

ARGUMENT = "--read-files"  # the frozen program starts itself with it to be the child
READY = b"ready\n"  # the child's first line
BUFFER = 65_536  # bytes, as much as a pipe holds
BROKEN = (
    "Tệp quá lớn hoặc bị hỏng nên không đọc được.",
    "Hãy mở tệp bằng Word, lưu lại dạng .docx rồi thử lại.",
)
_LONGEST_JSON = 300 * 1024 * 1024
_LONGEST_RAW = 30 * 1024 * 1024


class NoAnswer(FileRefused):
    """The child hung, died or answered nonsense; it must be ended."""


class Late(NoAnswer):
    """The child took too long."""


@dataclass(frozen=True, slots=True)
class Question:
    """What to do ("read", "paste", "edited", "suggest"), with what, and the bytes to do it to."""

    do: str
    data: bytes
    values: Mapping[str, object]

    def write(self, sink: IO[bytes]) -> None:
        """Send it, when `sink` is flushed."""
        head = {"do": self.do, "size": len(self.data), **self.values}
        sink.write(json.dumps(head).encode("ascii") + b"\n")
        sink.write(self.data)


@dataclass(frozen=True, slots=True)
class Answer:
    """The JSON of an answer, not yet looked at, and the bytes of a file that came out of another."""

    body: bytes
    raw: bytes = b""
    more: bool = False

    def write(self, sink: IO[bytes]) -> None:
        """Send it, at once."""
        sink.write(b"%d %d %d\n" % (self.more, len(self.body), len(self.raw)))
        sink.write(self.body)
        sink.write(self.raw)
        sink.flush()


def read_answer(source: IO[bytes]) -> Answer:
    """The next answer. Errors: NoAnswer when there is none, or one that cannot be."""
    more, length, size = _numbers(source.readline(100))
    if more > 1 or length > _LONGEST_JSON or size > _LONGEST_RAW:
        raise NoAnswer(*BROKEN)
    answer = Answer(source.read(length), source.read(size), bool(more))
    if len(answer.body) != length or len(answer.raw) != size:
        raise NoAnswer(*BROKEN)
    return answer


def _numbers(line: bytes) -> tuple[int, int, int]:
    parts = line.split()
    if len(parts) != 3 or not line.endswith(b"\n") or not all(map(bytes.isdigit, parts)):
        raise NoAnswer(*BROKEN)
    more, length, size = map(int, parts)
    return more, length, size


def packed(values: Any) -> bytes:
    """Values as the JSON of an answer."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(body: bytes) -> dict[str, Any]:
    """The JSON of an answer, all of whose texts are single normalised lines.

    Errors: FileRefused as the child said it, NoAnswer for anything but a JSON object of such texts.
    """
    try:
        text = body.decode()
        values = _DECODER.decode(text)
        _check_lines(text, values)
        if "refused" in values:
            message, remedy = map(str, values["refused"])
            raise FileRefused(message, remedy)
    except (ValueError, TypeError, RecursionError) as error:
        raise NoAnswer(*BROKEN) from error
    if not isinstance(values, dict):
        raise NoAnswer(*BROKEN)
    return values


def _check_lines(text: str, values: Any) -> None:
    """Errors: ValueError when a text of the values, which were read from `text`, has two lines or is not normalised."""
    if "\\" in text.replace('\\"', ""):  # a sign written by its number: it must be looked at itself
        text = " ".join(_texts(values))
    if "\n" in text or normalise(text) != text:
        raise ValueError("not the normalised lines that readers give")


def _texts(values: Any) -> Iterator[str]:
    """Every text in some JSON, also those that name values."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, Mapping):
        for name, value in values.items():
            yield name
            yield from _texts(value)
    elif isinstance(values, list):
        for value in values:
            yield from _texts(value)


def _no_number(constant: str) -> None:
    raise ValueError(constant)  # NaN and Infinity are no JSON


_DECODER = json.JSONDecoder(parse_constant=_no_number)
