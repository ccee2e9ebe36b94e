"""The process that reads files: a hostile or broken one costs this process, not the program.

It gets the bytes through its standard input and opens no file of the user. What it is asked and answers: see `wire`.
"""

import gc
import json
import os
import sys
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.services.worker import packing, wire
from tttt_desktop.services.worker.limits import limit_memory

MEMORY = 500 * 1024 * 1024
LONGEST = 40  # seconds after which an orphan ends itself; the parent ends it long before
Asked = SimpleQueue[tuple[dict[str, Any], bytes] | None]


def main() -> int:
    """Answer questions until the input ends; 0 then."""
    limit_memory(MEMORY)
    _be_patient()
    gc.set_threshold(50_000)  # a reading makes thousands of values and no cycles
    questions, answers = os.fdopen(0, "rb", wire.BUFFER), os.fdopen(os.dup(1), "wb", wire.BUFFER)
    os.dup2(2, 1)  # a library that prints must not spoil an answer
    answers.write(wire.READY)
    answers.flush()
    asked: Asked = SimpleQueue()
    Thread(target=_listen, args=(questions, asked), daemon=True).start()
    while (question := asked.get()) is not None:
        for answer in _answers(*question):
            answer.write(answers)
        _set_alarm(0)
    return 0


def _listen(questions: BinaryIO, asked: Asked) -> None:
    """Take in what is sent ahead, so that neither side ever waits for the other to listen."""
    try:
        while head := questions.readline():
            values = json.loads(head)
            asked.put((values, questions.read(values["size"])))
        asked.put(None)
    except BaseException:
        os._exit(1)  # as any fault of the main thread would


def _answers(head: dict[str, Any], data: bytes) -> Iterator[wire.Answer]:
    _set_alarm(LONGEST)
    match head["do"]:
        case "suggest":
            yield wire.Answer(_suggestions(json.loads(data)))
        case "paste":
            yield wire.Answer(_pasted(json.loads(data)))
        case "edited":
            yield wire.Answer(_edited(data))
        case "judge":
            yield wire.Answer(_judged(head, data))
        case "own template" | "own report":
            yield _own_template(head, data)
        case _:
            yield from _read(head, data)


def _read(head: dict[str, Any], data: bytes) -> Iterator[wire.Answer]:
    """The article of a file; of a container the names of its files, then each file from number `start` on."""
    from tttt_desktop.importing.read import opened

    try:
        container = opened(data)
    except FileRefused as refusal:
        yield wire.Answer(_refused(refusal))
        return
    if container is None:
        yield wire.Answer(_article(head["name"], data, head["encoding"]))
        return
    names, start = container.names, head["start"]
    yield wire.Answer(wire.packed({"files": names}), more=start < len(names))
    for number in range(start, len(names)):
        _set_alarm(LONGEST)
        yield _member(names[number], lambda n=number: container.read(n), number + 1 < len(names))


def _member(name: str, read: Any, more: bool) -> wire.Answer:
    try:
        data = read()
    except FileRefused as refusal:
        return wire.Answer(_refused(refusal), more=more)
    return wire.Answer(_article(name, data, ""), data, more)


def _article(name: str, data: bytes, encoding: str) -> bytes:
    from tttt_desktop.importing.read import read_bytes

    try:
        return wire.packed(packing.pack_article(read_bytes(name, data, encoding)))
    except FileRefused as refusal:
        return _refused(refusal)


def _pasted(paste: dict[str, str]) -> bytes:
    from tttt_desktop.importing.read import read_paste

    try:
        return wire.packed(packing.pack_article(read_paste(paste["text"], paste["html"])))
    except FileRefused as refusal:
        return _refused(refusal)


def _edited(data: bytes) -> bytes:
    from tttt_desktop.importing.docx import edited as reader
    from tttt_desktop.services import edited

    try:
        return wire.packed(edited.pack(reader.read(data)))
    except FileRefused as refusal:
        return _refused(refusal)


def _judged(head: dict[str, Any], data: bytes) -> bytes:
    from tttt_desktop.services import judging

    try:
        return wire.packed(judging.in_child(data, head["group"]))
    except FileRefused as refusal:
        return _refused(refusal)


def _own_template(head: dict[str, Any], data: bytes) -> wire.Answer:
    from tttt_desktop.services import own_reading

    try:
        return own_reading.in_child(head, data)
    except FileRefused as refusal:
        return wire.Answer(_refused(refusal))


def _suggestions(asked: dict[str, Any]) -> bytes:
    from tttt_desktop.suggesting.suggest import suggest

    return wire.packed(packing.pack_proposals(suggest(**asked)))


def _refused(refusal: FileRefused) -> bytes:
    return wire.packed({"refused": (refusal.message, refusal.remedy)})


def _be_patient() -> None:
    """Let the window go first where processors are scarce; on Windows the parent has seen to it."""
    if sys.platform != "win32":
        os.nice(15)


def _set_alarm(seconds: int) -> None:
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


if __name__ == "__main__":
    sys.exit(main())
