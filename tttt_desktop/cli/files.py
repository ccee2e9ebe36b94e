"""`check`, `export`, `backup`: commands that only read the dossier."""

import argparse
from pathlib import Path

from tttt_desktop.cli.output import Output
from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.exports import ways_out


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Open the dossier for reading and do what `arguments.command` says."""
    kind = ""
    if arguments.command == "export":
        kind = arguments.format or ways_out.kind_of(arguments.out)
        if not kind:
            check_suffix(arguments.out, *(f".{one}" for one in ways_out.KINDS))
    elif arguments.command == "backup":
        check_suffix(arguments.out, ".tttt")
        _check_free(arguments.out)
    with Dossier.open(arguments.dossier, read_only=True) as dossier:
        if arguments.command == "check":
            return _check(dossier, output)
        if arguments.command == "backup":
            dossier.back_up_to(arguments.out)
            written: tuple[Path, ...] = (arguments.out,)
        else:
            written = ways_out.write(dossier, kind, arguments.out)
    for path in written:
        output.result({"ok": True, "path": str(path)}, f"Đã ghi: {path}")
    return 0


def _check(dossier: Dossier, output: Output) -> int:
    problems = dossier.check()
    for problem in problems:
        output.result({"ok": False, "message": problem}, problem)
    if not problems:
        output.result({"ok": True, "path": str(dossier.path)}, "Hồ sơ nguyên vẹn.")
    return 1 if problems else 0


def check_suffix(out: Path, *suffixes: str) -> None:
    """Refuse a file name that says something else than what is going to be written."""
    if out.suffix.lower() not in suffixes:
        raise UserError(
            f"Lệnh này không ghi được tệp “{out.name}”.",
            f"Hãy chọn tên tệp có đuôi {' hoặc '.join(suffixes)}.",
        )


def _check_free(out: Path) -> None:
    if out.exists():
        raise UserError(f"Đã có “{out.name}”.", "Hãy chọn tên khác cho bản sao lưu.")
