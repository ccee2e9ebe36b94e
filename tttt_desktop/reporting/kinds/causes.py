"""Causes of shortcomings: those that lie outside, those of the department's own making, and those not said which."""

from collections.abc import Iterable, Iterator, Sequence

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.kinds.sections import Content, headed
from tttt_desktop.reporting.lines import Entry, remark
from tttt_desktop.reporting.tree import Item, Options

OUTSIDE, OWN, UNSAID = "Nguyên nhân khách quan", "Nguyên nhân chủ quan", "Nguyên nhân khác"


def causes(entries: Iterable[Entry], options: Options) -> Content:
    """Points "a)" ...; no points at all where no cause says which it is."""
    groups: dict[str, list[Item]] = {OUTSIDE: [], OWN: [], UNSAID: []}
    for entry in entries:
        for kind, one in _causes(entry):
            groups[kind].append(remark(one, "cause", options))
    told = {title: Content(items=tuple(found)) for title, found in groups.items() if found}
    return told[UNSAID] if [*told] == [UNSAID] else Content(headed(3, told.items()))


def _causes(entry: Entry) -> Iterator[tuple[str, Entry]]:
    for one in entry.members:
        if one.annotation.cause.strip():
            yield _kind(one), one


def _kind(entry: Entry) -> str:
    """Which it is, by the words of the cause itself, else by those of its sentence before it."""
    cause = entry.annotation.cause_span
    start = entry.text.rfind(".", 0, cause.start) + 1 if cause else 0
    before = entry.text[start : cause.start] if cause else ""
    for text in (entry.annotation.cause, before):
        words = fold(text)
        said = [
            kind for kind, word in ((OUTSIDE, "khach quan"), (OWN, "chu quan")) if word in words
        ]
        if len(said) == 1:
            return said[0]
    return UNSAID


def remedies(entries: Sequence[Entry], options: Options) -> tuple[Item, ...]:
    """What the person wrote to be done about each shortcoming."""
    return tuple(
        remark(one, "remedy", options)
        for entry in entries
        for one in entry.members
        if one.annotation.remedy.strip()
    )
