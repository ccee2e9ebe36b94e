"""What a command prints: Vietnamese lines for people, or one JSON object a line for programs."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tttt_desktop.domain.errors import UserError


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go. `as_json` decides which of the two forms of a result is printed."""

    as_json: bool = False

    def result(self, values: Mapping[str, Any], text: str) -> None:
        """Print one result, at once: `values` for programs, `text` for people."""
        print(json.dumps(values, ensure_ascii=False) if self.as_json else text, flush=True)

    def refused(self, error: UserError) -> None:
        """Print why a command was refused: to programs as a result, to people on the error channel."""
        if self.as_json:
            self.result({"ok": False, "message": str(error)}, "")
        else:
            note(str(error))


def note(text: str) -> None:
    """Tell a person something beside the results."""
    print(text, file=sys.stderr, flush=True)
