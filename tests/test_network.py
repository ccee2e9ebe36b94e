"""The program has no way to the network: what import-linter cannot name is looked for in the sources."""

import ast
from collections.abc import Iterator
from pathlib import Path

import tttt_desktop

FORBIDDEN = ("urllib.request", "http", "socket", "ssl", "PySide6.QtNetwork", "PySide6.QtWebEngine")
WORDS = [name.removeprefix("PySide6.").split(".")[0] for name in FORBIDDEN]


def imported(source: str) -> Iterator[str]:
    """The full names of all that a module imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def network(source: str) -> list[str]:
    """The names among them that lead to the network; only a source that has the words is looked through."""
    if not any(word in source for word in WORDS):
        return []
    return [name for name in imported(source) if name.startswith(FORBIDDEN)]


def test_no_module_imports_a_way_to_the_network() -> None:
    package = Path(tttt_desktop.__file__).parent
    modules = list(package.rglob("*.py"))
    assert len(modules) > 50
    for module in modules:
        assert network(module.read_text(encoding="utf-8")) == [], module


def test_the_search_would_find_one() -> None:
    assert network("from PySide6 import QtNetwork\nimport urllib.request") == [
        "PySide6.QtNetwork",
        "urllib.request",
    ]
