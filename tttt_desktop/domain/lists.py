"""The word lists of `resources/lists`: readable and editable by people who do not program."""

import tomllib
from collections.abc import Iterable
from functools import cache
from re import escape
from typing import Any

from tttt_desktop.paths import resource


@cache
def word_list(name: str) -> dict[str, Any]:
    """The content of `resources/lists/<name>.toml`, read once."""
    return tomllib.loads(resource(f"lists/{name}.toml").read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(map(escape, sorted(words, key=len, reverse=True)))
