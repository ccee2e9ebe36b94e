"""`batch`: edits from JSON lines, each acknowledged once it is on disk."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Any

from tttt_desktop.cli.output import Output
from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.batch import run_line
from tttt_desktop.services.dossier import Dossier

LONGEST = 1_000_000  # bytes of a line; no edit is that long
LONGEST_MESSAGE = 500  # characters; it may quote what was sent
_NOT_JSON = "Dòng này không phải là một đối tượng JSON."


def run(arguments: argparse.Namespace, _: Output) -> int:
    """Do the edits of a file or of standard input in order; 1 when any of them was refused."""
    output = Output(as_json=True)
    refused = 0
    with _opened(arguments.file) as stream, Dossier.open(arguments.dossier) as dossier:
        for line in _lines(stream):
            answer = _answer(dossier, line)
            output.result(answer, "")
            refused += not answer["ok"]
    return 1 if refused else 0


def _opened(name: str) -> AbstractContextManager[IO[bytes]]:
    if name == "-":
        if sys.stdin is None:
            raise UserError("Không có đầu vào chuẩn để đọc.", "Hãy ghi tên tệp chứa các dòng JSON.")
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise UserError(f"Không mở được tệp “{name}”.") from error


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines that are not blank; of one that is too long only the beginning, which is no JSON."""
    while line := stream.readline(LONGEST):
        rest = line
        while len(rest) == LONGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST)
        if line.strip():
            yield line


def _answer(dossier: Dossier, line: bytes) -> dict[str, Any]:
    try:
        return {"ok": True, **run_line(dossier, _edit(line))}
    except UserError as error:
        return {"ok": False, "message": str(error)[:LONGEST_MESSAGE]}


def _edit(line: bytes) -> dict[str, Any]:
    try:
        edit = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise UserError(_NOT_JSON) from error
    if not isinstance(edit, dict):
        raise UserError(_NOT_JSON)
    return edit


def _refuse(constant: str) -> None:
    raise ValueError(constant)  # NaN and Infinity are no JSON
