"""What a screen reader sees of a running program, for tests: the accessibility tree, read by `tree.py` in its own process."""

import json
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PYTHON = "/usr/bin/python3"  # the one that Debian's python3-gi belongs to
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PATIENCE = 15.0  # seconds, on a busy machine
Place = tuple[int, int, int, int]  # x, y, width, height on the screen


@dataclass(frozen=True, slots=True)
class Node:
    """One node of the tree. `index` and `parent` count in the walk it came from."""

    index: int
    parent: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    place: Place | None
    text: str | None
    actions: int
    keys: str  # those of its first action, as a screen reader tells them

    @property
    def middle(self) -> tuple[int, int]:
        """Where to click it."""
        assert self.place is not None
        x, y, width, height = self.place
        return x + width // 2, y + height // 2


def missing() -> list[str]:
    """What is not installed that the eyes need."""
    found = subprocess.run([PYTHON, "-c", BINDINGS], capture_output=True, check=False)
    bus = Path("/usr/bin/dbus-daemon").exists()
    return [
        name
        for name, there in (("gir1.2-atspi-2.0", not found.returncode), ("dbus", bus))
        if not there
    ]


class Bus:
    """A session bus of its own; what speaks on it ends with it."""

    def __init__(self) -> None:
        command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()

    def close(self) -> None:
        """End the bus."""
        self._process.terminate()
        self._process.communicate()


class Eyes:
    """Asks for the tree of the one program on the bus."""

    def __init__(self, env: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [PYTHON, str(Path(__file__).with_name("tree.py"))],
            env={**os.environ, **env},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _ask(self, **question: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline())
        assert "error" not in said, said
        return said["answer"]

    def walk(self, every: bool = False) -> list[Node]:
        """The tree as it shows now; `every`: what is hidden too."""
        return [_node(at, one) for at, one in enumerate(self._ask(do="walk", every=every))]

    def all(self, name: str = "", role: str = "") -> list[Node]:
        """The nodes on screen whose name begins so, of a role."""
        return [n for n in self.walk() if n.name.startswith(name) and role in ("", n.role)]

    def one(self, name: str = "", role: str = "") -> Node:
        """The first of these nodes, waited for; AssertionError names what was there instead."""
        end = time.monotonic() + PATIENCE
        while True:
            nodes = self.walk()
            found = [n for n in nodes if n.name.startswith(name) and role in ("", n.role)]
            if found:
                return found[0]
            said = [(n.role, n.name[:40]) for n in nodes if n.name]
            assert time.monotonic() < end, f"no {role} «{name}» among {said}"

    def focused(self) -> Node:
        """What has the keyboard."""
        shown = [n for n in self.walk() if {"focused", "focusable"} <= n.states]
        shown = [node for node in shown if node.role != "list item"]
        assert shown, "nothing has the keyboard"
        return shown[-1]

    def text(self, node: Node) -> str:
        """All the text of a node of the last walk."""
        return str(self._ask(do="text", node=node.index))

    def place_of(self, node: Node, start: int, stop: int) -> Place:
        """Where a stretch of the text of a node of the last walk stands on the screen."""
        return tuple(self._ask(do="range", node=node.index, start=start, stop=stop))  # type: ignore[return-value]

    def announced(self) -> list[str]:
        """What the program had a screen reader say since the last time."""
        return list(self._ask(do="announced"))

    def hears(self) -> list[str]:
        """What the program has said, waited for."""
        end = time.monotonic() + PATIENCE
        while not (said := self.announced()):
            assert time.monotonic() < end, "nothing was announced"
            time.sleep(0.02)
        return said

    def gone(self, name: str, role: str) -> None:
        """Wait until no such node is on screen."""
        end = time.monotonic() + PATIENCE
        while self.all(name, role):
            assert time.monotonic() < end, f"{role} «{name}» stays"

    def close(self) -> None:
        """End the reading process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def _node(index: int, said: dict[str, Any]) -> Node:
    place = said["place"]
    return Node(
        index,
        said["parent"],
        said["role"],
        said["name"],
        said["description"],
        frozenset(said["states"]),
        (place[0], place[1], place[2], place[3]) if place else None,
        said["text"],
        said["actions"],
        said["keys"],
    )
