"""Taking the values out of an edit that came from outside; what nobody takes is refused."""

from collections.abc import Collection, Mapping
from typing import Any

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, Span

MAX_INTEGER = 2**63 - 1  # SQLite's


class Edit:
    """The values of one edit. Every method raises UserError with the name of what is wrong."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._left = dict(values)

    def has(self, name: str) -> bool:
        """Whether the value is there and not yet taken."""
        return name in self._left

    def end(self) -> None:
        """Refuse what is left."""
        if self._left:
            names = ", ".join(f"“{name[:40]}”" for name in self._left)
            raise UserError(f"Không dùng được ở đây: {names}.")

    def some(self, names: Collection[str]) -> dict[str, Any]:
        """Those of the named values that are there, as they came; nothing else may be left."""
        found = {name: self._left.pop(name) for name in names if name in self._left}
        self.end()
        return found

    def any_of(self, names: Collection[str]) -> dict[str, Any]:
        """As `some`, but at least one of them must be there."""
        found = self.some(names)
        if not found:
            raise UserError(f"Thiếu giá trị để sửa, ví dụ “{next(iter(names))}”.")
        return found

    def id(self, name: str) -> int:
        """The id of a row."""
        return self._number(name, 1)

    def span(self) -> Span:
        """ "start" and "end"."""
        start, stop = self._number("start", 0), self._number("end", 0)
        if start >= stop:
            raise UserError("“start” phải nhỏ hơn “end”.")
        return Span(start, stop)

    def kind(self, name: str) -> Kind:
        """A kind of annotation."""
        return Kind(self.choice(name, list(Kind)))

    def choice(self, name: str, allowed: Collection[str]) -> str:
        """One of the allowed words."""
        value = self._take(name)
        if not isinstance(value, str) or value not in allowed:
            raise UserError(f"“{name}” phải là một trong: {', '.join(allowed)}.")
        return value

    def true(self, name: str) -> None:
        """A value that can only be true."""
        if self._take(name) is not True:
            raise UserError(f"“{name}” chỉ có thể là true.")

    def inner(self, name: str) -> "Edit":
        """The values of an object inside the edit."""
        value = self._take(name)
        if not isinstance(value, dict):
            raise UserError(f"“{name}” phải là một đối tượng JSON.")
        return Edit(value)

    def _take(self, name: str) -> Any:
        if name not in self._left:
            raise UserError(f"Thiếu “{name}”.")
        return self._left.pop(name)

    def _number(self, name: str, lowest: int) -> int:
        value = self._take(name)
        if type(value) is not int or not lowest <= value <= MAX_INTEGER:
            raise UserError(f"“{name}” phải là số nguyên từ {lowest} trở lên.")
        return value
