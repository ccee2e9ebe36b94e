"""Reads the accessibility tree of a running program, for tests: one JSON question a line in, one answer a line out.

Run by the system's own Python, which has the bindings of AT-SPI (Debian: python3-gi, gir1.2-atspi-2.0).
"""

import json
import sys
import warnings
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

NODES_MAX = 4000
TEXT_MAX = 2000
CHILDREN_MAX = 80  # of one node: the first rows of a long table tell enough

warnings.simplefilter("ignore")  # the bindings call half of themselves deprecated
announced: list[str] = []
nodes: list[Any] = []


def application() -> Any:
    """The program under test: the only one that speaks on this bus."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(at)
        if found is not None and found.get_child_count():
            return found
    return None


def described(node: Any, parent: int) -> dict[str, Any]:
    """What a screen reader learns of one node."""
    states = node.get_state_set().get_states()
    component, text = node.get_component_iface(), node.get_text_iface()
    rect = component.get_extents(Atspi.CoordType.SCREEN) if component else None
    actions = node.get_n_actions() if node.get_action_iface() else 0
    return {
        "parent": parent,
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": sorted(state.value_nick for state in states),
        "place": [rect.x, rect.y, rect.width, rect.height] if rect else None,
        "text": written(text) if text else None,
        "actions": actions,
        "keys": Atspi.Action.get_key_binding(node, 0) if actions else "",
    }


def written(text: Any) -> str:
    """The beginning of a text; asking beyond its end makes Qt complain."""
    return str(Atspi.Text.get_text(text, 0, min(TEXT_MAX, Atspi.Text.get_character_count(text))))


def walk(every: bool) -> list[dict[str, Any]]:
    """The tree as a list, parents before children; without `every` only what is showing."""
    nodes.clear()
    said: list[dict[str, Any]] = []
    root = application()
    todo = [(root, -1)] if root is not None else []
    while todo and len(said) < NODES_MAX:
        node, parent = todo.pop()
        try:
            one = described(node, parent)
        except GLib.Error:  # gone meanwhile
            continue
        if parent >= 0 and not every and "showing" not in one["states"]:
            continue
        here = len(said)
        nodes.append(node)
        said.append(one)
        children = [
            node.get_child_at_index(at) for at in range(min(node.get_child_count(), CHILDREN_MAX))
        ]
        todo += [(child, here) for child in reversed(children) if child is not None]
    return said


def range_place(node: int, start: int, stop: int) -> list[int]:
    """Where a stretch of a node's text stands on the screen: x, y, width, height."""
    rect = Atspi.Text.get_range_extents(
        nodes[node].get_text_iface(), start, stop, Atspi.CoordType.SCREEN
    )
    return [rect.x, rect.y, rect.width, rect.height]


def whole_text(node: int) -> str:
    """All the text of a node."""
    text = nodes[node].get_text_iface()
    return str(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))


def listen(event: Any) -> None:
    """Keep what the program asks a screen reader to say."""
    announced.append(str(event.any_data))


def answer(question: dict[str, Any]) -> Any:
    """Do what one line asks for."""
    match question["do"]:
        case "walk":
            return walk(bool(question.get("every")))
        case "range":
            return range_place(question["node"], question["start"], question["stop"])
        case "text":
            return whole_text(question["node"])
        case "press":
            return nodes[question["node"]].do_action(0)
        case "announced":
            said = list(announced)
            announced.clear()
            return said
    raise ValueError(question["do"])


def main() -> None:
    """Answer until the input ends; events come in while waiting."""
    Atspi.init()
    listener = Atspi.EventListener.new(listen)
    listener.register("object:announcement")
    loop = GLib.MainLoop()

    def ready(channel: GLib.IOChannel, condition: GLib.IOCondition) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            said = {"answer": answer(json.loads(line))}
        except Exception as error:  # the test that asked shall see it
            said = {"error": repr(error)}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
        return True

    GLib.io_add_watch(0, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, ready)
    loop.run()


if __name__ == "__main__":
    main()
