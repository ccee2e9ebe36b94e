"""The process that reads files: a hostile or broken one costs this process, not the program.

It gets the bytes through its standard input and opens no file of the user. A request is one line of JSON
`{"name": ..., "paste": bool, "size": N}` and N bytes; the answer is one line (see `wire`).
"""

import gc
import json
import os
import sys
from typing import BinaryIO

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.read import read_bytes, read_paste
from tttt_desktop.services import wire
from tttt_desktop.suggesting.suggest import suggest

MEMORY = 500 * 1024 * 1024
LONGEST = 40  # seconds after which an orphan ends itself; the parent ends it long before


def main() -> int:
    """Answer requests until the input ends; 0 then."""
    _limit_memory()
    gc.set_threshold(50_000)  # a reading makes thousands of values and no cycles
    requests, answers = os.fdopen(0, "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not spoil an answer
    answers.write(wire.READY)
    answers.flush()
    while header := requests.readline():
        _set_alarm(LONGEST)
        answers.write(_answer(json.loads(header), requests))
        answers.flush()
        _set_alarm(0)
    return 0


def _answer(header: dict[str, object], requests: BinaryIO) -> bytes:
    data = requests.read(int(str(header["size"])))
    try:
        if header["paste"]:
            paste = json.loads(data)
            article = read_paste(paste["text"], paste["html"])
        else:
            article = read_bytes(str(header["name"]), data)
    except FileRefused as refusal:
        return wire.pack_refusal(refusal)
    proposals = suggest(
        article.text,
        title=article.title,
        review_year=article.review_year,
        plan_year=article.plan_year,
    )
    return wire.pack(article, proposals)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _set_alarm(seconds: int) -> None:
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


if __name__ == "__main__":
    sys.exit(main())
