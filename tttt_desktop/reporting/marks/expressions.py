"""What the inside of a mark stands for, told from its names alone: nothing is ever evaluated to find out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.marks.names import FILTERS, NAMES, NUMBER, TEXT, Many, Record, Shape

_EXAMPLE = "tên trong dấu không có dấu cách và không có dấu tiếng Việt, ví dụ {{ ten_co_quan }}."
_VIETNAMESE = "chu_hoa, chu_thuong, dem, noi, mac_dinh"

Scopes = Sequence[Mapping[str, Shape]]


class Fault(Exception):
    """What is wrong with an expression, as the end of a Vietnamese sentence that begins with the mark."""


def shape_of(says: str, scopes: Scopes) -> Shape | None:
    """The shape of an expression; None where its names leave it open. `scopes`: the names of the loops round it."""
    from jinja2 import TemplateSyntaxError, nodes
    from jinja2.sandbox import SandboxedEnvironment

    if not says:
        raise Fault("không có tên nào bên trong.")
    try:
        tree = SandboxedEnvironment().parse("{{ " + says + " }}")
    except TemplateSyntaxError:
        raise Fault(_why_unreadable(says)) from None
    printed = tree.body[0] if tree.body else None
    if not isinstance(printed, nodes.Output) or len(tree.body) > 1:
        raise Fault(_why_unreadable(says))
    return _shape(printed.nodes[0], scopes)


def _why_unreadable(says: str) -> str:
    unknown = [one for one in re.findall(r"\|\s*(\w+)", says) if one not in FILTERS]
    if unknown:
        return _unknown_filter(unknown[0])
    name = fold(says.strip()).replace(" ", "_")
    return f"viết sai; có phải là {{{{ {name} }}}}?" if name in NAMES else f"viết sai; {_EXAMPLE}"


def _shape(node: Any, scopes: Scopes) -> Shape | None:
    from jinja2 import nodes

    match node:
        case nodes.Name():
            return _named(node.name, scopes)
        case nodes.Getattr():
            return _member(_shape(node.node, scopes), node.attr)
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            return _member(_shape(node.node, scopes), name)
        case nodes.Getitem():
            inner = _shape(node.node, scopes)
            return inner.of if isinstance(inner, Many) else inner
        case nodes.Filter():
            return _filtered(node, scopes)
        case nodes.Call():
            raise Fault("gọi một hàm; dấu chỉ được ghi tên trong danh mục.")
        case nodes.Mul() | nodes.Pow() | nodes.Mod() | nodes.Div() | nodes.FloorDiv():
            raise Fault("có phép tính nhân, chia; dấu chỉ được ghi tên trong danh mục.")
    for child in node.iter_child_nodes():
        _shape(child, scopes)
    return TEXT


def _filtered(node: Any, scopes: Scopes) -> Shape | None:
    if node.name not in FILTERS:
        raise Fault(_unknown_filter(node.name))
    inner = _shape(node.node, scopes)
    of = inner.of if isinstance(inner, Many) else inner
    if FILTERS[node.name] in ("first", "last"):
        return of if isinstance(inner, Many) else TEXT
    return shape_printed(of) if FILTERS[node.name] != "length" else NUMBER


def shape_printed(shape: Shape | None) -> str:
    """What stands on paper where this is printed: of something with names, that which stands for it."""
    if isinstance(shape, Record):
        shape = shape.names.get(shape.shown)
    return shape if isinstance(shape, str) else TEXT


def _named(name: str, scopes: Scopes) -> Shape:
    for scope in reversed(scopes):
        if name in scope:
            return scope[name]
    if name in NAMES:
        return NAMES[name]
    inside = [one for scope in scopes for one in scope if one != "loop"]
    near = _near(name, [*NAMES, *inside])
    raise Fault("không có trong danh mục" + (f"; có phải là {{{{ {near} }}}}?" if near else "."))


def _member(shape: Shape | None, name: str) -> Shape | None:
    if shape is None or (isinstance(shape, Record) and not shape.names):
        return None
    known = shape.names if isinstance(shape, Record) else {}
    if name in known:
        return known[name]
    near = _near(name, known)
    hint = (
        f"; có phải là .{near}?" if near else f"; dùng được: {', '.join(known)}." if known else "."
    )
    raise Fault(f"ghi “.{name}” nhưng ở đó không có tên ấy{hint}")


def _near(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(fold(name), list(known), 1, 0.6)), "")


def _unknown_filter(name: str) -> str:
    near = _near(name, FILTERS)
    hint = f"; có phải là {near}?" if near else f"; dùng được: {_VIETNAMESE}."
    return f"có bộ lọc “{name}” mà chương trình không có{hint}"
