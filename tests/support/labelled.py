"""Labelled articles of our own: a plain text with its labels written into it, and the same as the corpus keeps labels.

A file is a head of `key: value` lines, a line of dashes, and the page. In the page
    [K field]...[/]                       a result           [X field]...[/]   a shortcoming
    [T field | assigner | assignee | deadline | with whom]...[/]       a task; parts may be left empty
    [K field + another field]...[/]       the other field can be defended as well
    [P]...[/]                             the department's own plan       [-]...[/]   noise of the page
    {742,67 tỷ đồng|742.67|tỷ đồng|+}     a figure inside a span: as printed, value, unit, change (both may be empty)
    {9/17 chỉ tiêu|9/17|chỉ tiêu|}        value and total
    {4%|4|%|+|năm trước}                  and what a change is compared with, where the text says so
    <Quyết định số 139/QĐ-UBND ngày 10/01/2014|UBND tỉnh>      a legal reference, and who issued it where the text says so
A deadline that is a day has it after " = ": "trong quý II = 2024-06-30". Those with whom a task is done are parted by ", ".
Fields and labels follow the rules of the corpus; everything that is not marked is nothing.
"""

import re
from dataclasses import dataclass, field
from typing import Any

_LABELS = {"K": "achievement", "X": "shortcoming", "T": "task", "P": "none"}
_TOKEN = re.compile(
    r"\[(?P<kind>[KXTP-])(?P<rest>[^\]]*)\]|(?P<end>\[/\])|\{(?P<figure>[^{}|]+(?:\|[^{}|]*){3,4})\}|<(?P<legal>[^<>]+)>"
)
_REFERENCE = re.compile(
    r"(?P<kind>.+?) (?:số )?(?P<number>\d\S*)"
    r"(?: ngày (?P<day>\d+)(?:/| tháng )(?P<month>\d+)(?:/| năm )(?P<year>\d+))?"
)


@dataclass(slots=True)
class Labelled:
    """The page as a file would hold it, and its labels as in the corpus (`spans`, `metadata`, `noise`)."""

    name: str
    text: str = ""
    gold: dict[str, Any] = field(default_factory=dict)


def parse(name: str, source: str) -> Labelled:
    """A labelled article from its file. Errors: ValueError for a mark that is not closed or not known."""
    head, _, page = source.partition("\n---\n")
    reader = _Reader()
    at = 0
    for found in _TOKEN.finditer(page):
        reader.say(page[at : found.start()])
        reader.meet(found)
        at = found.end()
    reader.say(page[at:])
    if reader.span is not None:
        raise ValueError(f"{name}: not closed: {reader.span}")
    gold = {
        "file": name,
        "metadata": _metadata(head),
        "meta_spans": {},
        "noise": reader.noise,
        "spans": reader.spans,
    }
    return Labelled(name, reader.text, gold)


def _metadata(head: str) -> dict[str, Any]:
    keys = [
        "title",
        "published",
        "event_date",
        "byline",
        "source",
        "province",
        "review_year",
        "task_year",
        "chair",
    ]
    said = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    values: dict[str, Any] = {key: said.get(key) for key in keys}
    for key in ("review_year", "task_year"):
        values[key] = int(values[key]) if values[key] else None
    return {**values, "officials": []}


class _Reader:
    def __init__(self) -> None:
        self.text = ""
        self.spans: list[dict[str, Any]] = []
        self.noise: list[list[int]] = []
        self.span: dict[str, Any] | None = None

    def say(self, words: str) -> None:
        self.text += words

    def meet(self, found: re.Match[str]) -> None:
        if found["kind"]:
            if self.span is not None:
                raise ValueError(f"inside another mark: {found[0]}")
            self.span = {"start": len(self.text), **_labels(found["kind"], found["rest"])}
        elif found["end"]:
            self._close()
        elif found["figure"]:
            self._figure(*found["figure"].split("|"))
        else:
            printed, _, issuer = found["legal"].partition("|")
            self.say(printed)
            if self.span is not None:
                self.span["legal_refs"].append(_reference(printed, issuer))

    def _close(self) -> None:
        span = self.span
        if span is None:
            raise ValueError("closed without being open")
        self.span = None
        if span["label"] == "noise":
            self.noise.append([span["start"], len(self.text)])
            return
        span |= {"end": len(self.text), "text": self.text[span["start"] :]}
        self.spans.append(span)

    def _figure(self, printed: str, value: str, unit: str, change: str, compared: str = "") -> None:
        self.say(printed)
        if self.span is None:
            return
        number, _, total = value.partition("/")
        self.span["figures"].append(
            {
                "text": printed,
                "value": float(number),
                "of": float(total) if total else None,
                "unit": unit or None,
                "change": change or None,
                "compared": compared or None,
            }
        )


def _reference(printed: str, issuer: str) -> dict[str, Any]:
    found = _REFERENCE.fullmatch(printed)
    if found is None:
        raise ValueError(f"no reference: {printed}")
    day = (
        f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found["day"] else None
    )
    return {
        "text": printed,
        "kind": found["kind"],
        "number": found["number"],
        "date": day,
        "issuer": issuer or None,
    }


def _labels(kind: str, rest: str) -> dict[str, Any]:
    if kind == "-":
        return {"label": "noise"}
    parts = [part.strip() or None for part in rest.split("|")] + [None] * 4
    labels: dict[str, Any] = {"label": _LABELS[kind], "figures": [], "legal_refs": []}
    if kind == "P":
        return {**labels, "sub": "plan"}
    first, *others = (parts[0] or "").split(" + ")
    labels |= {"field": first, "fields_also": others}
    if kind == "T":
        due, _, day = (parts[3] or "").partition(" = ")
        labels |= {"assigner": parts[1], "assignee": parts[2], "deadline": due or None}
        labels |= {"deadline_on": day or None, "cooperating": (parts[4] or "").split(", ")}
        labels["cooperating"] = [name for name in labels["cooperating"] if name]
    return labels
