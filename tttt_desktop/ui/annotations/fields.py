"""The form of an annotation as one table: which boxes each kind has, what they show and what an edit of them means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tttt_desktop.domain.deadlines import parse_deadline
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import Annotation, Basis, Kind, LegalDocument, Status, Task
from tttt_desktop.ui.annotations.completion import SEPARATOR
from tttt_desktop.ui.annotations.context import context_of, text_above

NOT_SAID = "Chưa nêu trong bài"
NO_DAY = "chưa rõ ngày"
BASIS_LABEL = {Basis.ASSIGNED: "Được giao", Basis.OWN_PLAN: "Tự đề ra"}
STATUS_LABEL = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.UNDER_WAY: "Đang thực hiện",
    Status.COMPLETED: "Hoàn thành",
    Status.DROPPED: "Không còn phù hợp",
}
EVERY_KIND = frozenset(Kind)
_SHORTCOMING, _TASK = frozenset({Kind.SHORTCOMING}), frozenset({Kind.TASK})


@dataclass(frozen=True, slots=True)
class FormField:
    """One box. `completion` names a vocabulary; `from_text` values should stand in the article word for word."""

    name: str
    label: str
    kinds: frozenset[Kind] = EVERY_KIND
    completion: str = ""
    many: bool = False
    long: bool = False
    choices: tuple[str, ...] = ()
    from_text: bool = False
    placeholder: str = NOT_SAID

    @property
    def of_task(self) -> bool:
        """Whether the value belongs to the task and not to the annotation."""
        return self.kinds == _TASK


FIELDS = (
    FormField("field", "Lĩnh vực", completion="fields", placeholder="Chưa chọn lĩnh vực"),
    FormField("cause", "Nguyên nhân", _SHORTCOMING, long=True, from_text=True),
    FormField("remedy", "Giải pháp", _SHORTCOMING, long=True),
    FormField("basis", "Nguồn gốc", _TASK, choices=tuple(BASIS_LABEL.values())),
    FormField("assigner", "Người giao", _TASK, "people", from_text=True),
    FormField("lead", "Chủ trì", _TASK, "agencies", from_text=True),
    FormField("cooperating", "Phối hợp", _TASK, "agencies", many=True, from_text=True),
    FormField("deadline_text", "Thời hạn", _TASK, from_text=True),
    FormField("documents", "Căn cứ", _TASK, "documents", many=True, from_text=True),
    FormField("status", "Trạng thái", _TASK, choices=tuple(STATUS_LABEL.values())),
    FormField("note", "Ghi chú", long=True, placeholder="Ghi thêm nếu cần"),
    FormField(
        "statement",
        "Câu viết trong báo cáo",
        long=True,
        placeholder="Để trống thì báo cáo dùng nguyên văn trích dẫn",
    ),
)


def fields_of(kind: Kind) -> list[FormField]:
    """The boxes of a kind in the order of the form."""
    return [field for field in FIELDS if kind in field.kinds]


def shown(field: FormField, annotation: Annotation) -> str:
    """The text of a box for an annotation."""
    task = annotation.task or Task()
    value: object = getattr(task if field.of_task else annotation, field.name)
    if isinstance(value, Basis):
        return BASIS_LABEL[value]
    if isinstance(value, Status):
        return STATUS_LABEL[value]
    if field.name == "documents":
        value = tuple(d.as_printed or f"{d.kind} {d.number}".strip() for d in task.documents)
    return f"{SEPARATOR} ".join(value) if isinstance(value, tuple) else str(value)


def edited(field: FormField, text: str, year: int | None) -> dict[str, object]:
    """What the services are told when a box was given `text`; `year` completes a deadline that names none."""
    read = _READERS.get(field.name)
    return read(text, year) if read else {field.name: text}


def _key_of(labels: dict[Basis, str] | dict[Status, str], text: str) -> object:
    return next(key for key, label in labels.items() if label == text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(SEPARATOR) if name.strip())


def _document(text: str) -> LegalDocument:
    found = find_documents(text)
    return replace(found[0], as_printed=text) if found else LegalDocument(as_printed=text)


def _deadline(text: str, year: int | None) -> dict[str, object]:
    return {"deadline_text": text, "deadline_on": parse_deadline(text, year)}


_READERS: dict[str, Callable[[str, int | None], dict[str, object]]] = {
    "basis": lambda text, _: {"basis": _key_of(BASIS_LABEL, text)},
    "status": lambda text, _: {"status": _key_of(STATUS_LABEL, text)},
    "cooperating": lambda text, _: {"cooperating": _names(text)},
    "documents": lambda text, _: {"documents": tuple(map(_document, _names(text)))},
    "deadline_text": _deadline,
}


def is_inferred(field: FormField, annotation: Annotation, article: str) -> bool:
    """Whether the program made a value up: a part of it stands neither in the quotation nor in what leads up to it.

    White space and case do not matter. What the person has written or confirmed is never inferred.
    """
    text = shown(field, annotation)
    if not field.from_text or not text or annotation.lost or field.name in annotation.confirmed:
        return False
    where = text_above if field.name == "assigner" else context_of
    said = _squeezed(where(article, annotation.span))
    return any(_squeezed(part) not in said for part in (_names(text) if field.many else (text,)))


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())


def day_of(text: str, task: Task, year: int | None) -> date | None:
    """The day that the words of a deadline mean; of those that are stored, the day stored with them."""
    return task.deadline_on if text == task.deadline_text else parse_deadline(text, year)


def beside(text: str, day: date | None) -> str:
    """What stands beside the words of a deadline: "30/06/2023" where they do not say it themselves."""
    if day is None:
        return NO_DAY if text else ""
    written = f"{day:%d/%m/%Y}"
    return "" if written in text else written
