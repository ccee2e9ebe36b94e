"""The program's door: no argument or one dossier opens the window, anything else is a command."""

import io
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tttt_desktop.services.charts import Draw

DOSSIER_SUFFIX = ".tttt"
READ_FILES = "--read-files"  # how the frozen program starts itself to read files


def main(argv: Sequence[str] | None = None) -> int:
    """Start what the arguments (default: those of the process) ask for; gives the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    if arguments == [READ_FILES]:
        from tttt_desktop.services.worker import child

        return child.main()
    if not arguments or (len(arguments) == 1 and _is_dossier(arguments[0])):
        from tttt_desktop.ui.app import run

        return run(arguments)
    from tttt_desktop.cli.main import main as command

    return command(arguments, _charts)


def _charts() -> "Draw":
    """What draws charts, for the commands, which know no Qt. Raises UserError."""
    from tttt_desktop.ui.report.offscreen import drawing

    return drawing()


def _is_dossier(argument: str) -> bool:
    return argument.lower().endswith(DOSSIER_SUFFIX) and not argument.startswith("-")


def _speak_utf8() -> None:
    """Vietnamese on any console: what it cannot show becomes a question mark, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
