"""Reading the values of an edit that came from outside: each is checked as it is taken, what is left over is refused."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import ArticleState, Basis, Kind, Span, Status
from tttt_desktop.domain.text import normalise

MAX_ID = 2**63 - 1  # SQLite's
MAX_YEAR = 9999
_TASK_WORDS = ("assigner", "lead", "deadline_text")


class Edit:
    """The values of one edit. Every method raises UserError with the name of what is wrong."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._left = dict(values)

    def has(self, name: str) -> bool:
        """Whether the value is there and not yet taken."""
        return name in self._left

    def end(self) -> None:
        """Refuse what nobody has taken."""
        if self._left:
            names = ", ".join(f"“{name[:40]}”" for name in self._left)
            raise UserError(f"Không dùng được ở đây: {names}.")

    def id(self, name: str) -> int:
        """The id of a row."""
        return self._number(name, 1, MAX_ID)

    def span(self) -> Span:
        """ "start" and "end"."""
        start, stop = self._number("start", 0, MAX_ID), self._number("end", 0, MAX_ID)
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

    def text(self, name: str) -> str:
        """Text, normalised."""
        value = self._take(name)
        if not isinstance(value, str):
            raise UserError(f"“{name}” phải là chữ.")
        return normalise(value)

    def some_text(self, names: Sequence[str]) -> dict[str, str]:
        """Those of the named texts that are there, at least one."""
        found = {name: self.text(name) for name in names if self.has(name)}
        if not found and not self._left:
            raise UserError(f"Thiếu giá trị để sửa: {', '.join(names)}.")
        return found

    def inner(self, name: str) -> "Edit":
        """The values of an object inside the edit."""
        value = self._take(name)
        if not isinstance(value, dict):
            raise UserError(f"“{name}” phải là một đối tượng JSON.")
        return Edit(value)

    def task(self) -> dict[str, Any]:
        """The attributes of a Task that are there, and nothing else."""
        values: dict[str, Any] = {name: self.text(name) for name in _TASK_WORDS if self.has(name)}
        if self.has("cooperating"):
            values["cooperating"] = self._texts("cooperating")
        if self.has("deadline_on"):
            values["deadline_on"] = self._day("deadline_on")
        if self.has("basis"):
            values["basis"] = Basis(self.choice("basis", list(Basis)))
        if self.has("status"):
            values["status"] = Status(self.choice("status", list(Status)))
        self.end()
        return values

    def article(self, words: Sequence[str]) -> dict[str, Any]:
        """The attributes of an Article that are there, by the names of its record."""
        values: dict[str, Any] = {name: self.text(name) for name in words if self.has(name)}
        for name, attribute in (("published", "published_on"), ("event_on", "event_on")):
            if self.has(name):
                values[attribute] = self._day(name)
        for name in ("review_year", "plan_year"):
            if self.has(name):
                values[name] = self._year(name)
        if self.has("state"):
            values["state"] = ArticleState(self.choice("state", list(ArticleState)))
        if not values and not self._left:
            raise UserError("Thiếu giá trị để sửa.")
        return values

    def _take(self, name: str) -> Any:
        if name not in self._left:
            raise UserError(f"Thiếu “{name}”.")
        return self._left.pop(name)

    def _number(self, name: str, lowest: int, highest: int) -> int:
        value = self._take(name)
        if type(value) is not int or not lowest <= value <= highest:
            raise UserError(f"“{name}” phải là số nguyên từ {lowest} trở lên.")
        return value

    def _year(self, name: str) -> int | None:
        if self._left[name] is None:
            return self._left.pop(name)
        return self._number(name, 1, MAX_YEAR)

    def _texts(self, name: str) -> tuple[str, ...]:
        value = self._take(name)
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise UserError(f"“{name}” phải là một danh sách chữ.")
        return tuple(normalise(text) for text in value)

    def _day(self, name: str) -> date | None:
        value = self._take(name)
        try:
            return None if value is None else date.fromisoformat(value)
        except (TypeError, ValueError):
            raise UserError(f"“{name}” phải là ngày dạng 2023-01-06 hoặc null.") from None
