"""What a difference would do to the dossier when it is accepted: plain values, one kind for each way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reword:
    """A new wording of a merged line, or of an annotation where `line_id` is 0."""

    line_id: int
    annotation_id: int
    statement: str

    label = "Nhận câu sửa từ Word"


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """These annotations come into no report any more."""

    annotation_ids: tuple[int, ...]

    label = "Không đưa vào báo cáo, theo bản Word"


@dataclass(frozen=True, slots=True)
class Place:
    """A line, all its annotations, in front of the annotation `before`, None: behind all; `field`: under that one."""

    annotation_ids: tuple[int, ...]
    before: int | None
    field: str | None = None

    label = "Đổi thứ tự theo bản Word"


@dataclass(frozen=True, slots=True)
class Fill:
    """Attributes of an annotation's task form (`year`: the plan year), or without a year of the annotation itself."""

    annotation_id: int
    values: Mapping[str, Any]
    name: str
    year: int | None = None

    @property
    def label(self) -> str:
        """The act as undo names it."""
        return f"Nhận {self.name} từ Word"


@dataclass(frozen=True, slots=True)
class Propose:
    """One more paragraph of the proposals, in the setting of that key."""

    key: str
    text: str

    label = "Đưa vào phần Đề xuất, theo bản Word"


Deed = Reword | LeaveOut | Place | Fill | Propose
