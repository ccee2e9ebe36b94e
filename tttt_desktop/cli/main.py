"""The door of the command line: arguments to a command, failures to one sentence and an exit code."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tttt_desktop.cli.output import Output, note
from tttt_desktop.cli.parser import build
from tttt_desktop.domain.errors import UserError

if TYPE_CHECKING:
    from tttt_desktop.cli.report import Charts

DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
log = logging.getLogger(__name__)


def main(arguments: Sequence[str], charts: "Charts") -> int:
    """Run the command; 0 done, 1 refused or failed in part, 2 wrong usage. No traceback gets out.

    `charts` loads what draws the charts of a report, which this side of the program does not know.
    """
    try:
        return _obey(arguments, charts)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return REFUSED
    except Exception:
        return _fault()


def _obey(arguments: Sequence[str], charts: "Charts") -> int:
    try:
        chosen = build().parse_args(arguments)
    except SystemExit as stop:  # argparse has said it all
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    output = Output(chosen.json)
    try:
        return _run(chosen, output, charts)
    except UserError as error:
        output.refused(error)
        return REFUSED


def _run(chosen: argparse.Namespace, output: Output, charts: "Charts") -> int:
    """Load the module of the command and run it."""
    match chosen.command:
        case "demo":
            from tttt_desktop.cli import demo

            return demo.run(chosen, output)
        case "import" | "suggest":
            from tttt_desktop.cli import articles

            return articles.run(chosen, output)
        case "batch":
            from tttt_desktop.cli import batch

            return batch.run(chosen, output)
        case "report":
            from tttt_desktop.cli import report

            return report.run(chosen, output, charts)
        case "tasks":
            from tttt_desktop.cli import tasks

            return tasks.run(chosen, output)
        case "returned":
            from tttt_desktop.cli import returned

            return returned.run(chosen, output)
        case "proofread":
            from tttt_desktop.cli import proofread

            return proofread.run(chosen, output)
        case "check-report":
            from tttt_desktop.cli import check_report

            return check_report.run(chosen, output)
        case "learned":
            from tttt_desktop.cli import learned

            return learned.run(chosen, output)
        case _:
            from tttt_desktop.cli import files

            return files.run(chosen, output)


def _let_go_of_output() -> None:
    """Where nobody takes our output any more, keep Python from trying again, and complaining, when it ends."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault() -> int:
    from tttt_desktop.faults import fault_report, log_file, start_log

    start_log()
    log.error("fault\n%s", fault_report(sys.exc_info()[1] or Exception()))
    note(
        "Chương trình gặp lỗi ngoài dự tính, dữ liệu đã lưu vẫn còn nguyên. "
        f"Chi tiết để người hỗ trợ xem: {log_file()}"
    )
    _let_go_of_output()
    return REFUSED
