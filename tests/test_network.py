"""The program has no way to the network: what import-linter cannot name is looked for in the sources."""

import ast
from collections.abc import Iterator
from pathlib import Path

import tttt_desktop

FORBIDDEN = ("urllib.request", "http", "socket", "ssl", "PySide6.QtNetwork", "PySide6.QtWebEngine")


def imported(source: str) -> Iterator[str]:
    """The full names of all that a module imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_module_imports_a_way_to_the_network() -> None:
    package = Path(tttt_desktop.__file__).parent
    modules = list(package.rglob("*.py"))
    assert len(modules) > 50
    for module in modules:
        for name in imported(module.read_text(encoding="utf-8")):
            assert not name.startswith(FORBIDDEN), f"{module}: {name}"


def test_the_search_would_find_one() -> None:
    assert list(imported("from PySide6 import QtNetwork\nimport urllib.request")) == [
        "PySide6.QtNetwork",
        "urllib.request",
    ]
