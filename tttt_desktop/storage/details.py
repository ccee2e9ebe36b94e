"""The part of a proposal that is kept as JSON beside its suggestion: field, cause, task form, figures, evidence."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from tttt_desktop.domain.records import (
    Basis,
    Figure,
    LegalDocument,
    Proposal,
    Span,
    Status,
    Task,
)


def encode(proposal: Proposal) -> str:
    """JSON of what the columns of `suggestion` do not hold; "{}" when there is nothing."""
    details: dict[str, Any] = {}
    if proposal.field:
        details["field"] = proposal.field
    if proposal.cause:
        details["cause"] = proposal.cause
    if proposal.task:
        details["task"] = _filled(proposal.task)
    if proposal.figures:
        details["figures"] = [_filled(figure) for figure in proposal.figures]
    if proposal.evidence:  # from the passage's start, so that it stays right when the passage moves
        at = proposal.span.start
        details["evidence"] = [(one.start - at, one.stop - at) for one in proposal.evidence]
    if proposal.ruled:
        details["ruled"] = proposal.ruled
    return _encoder().encode(details) if details else "{}"


def decode(text: str, proposal: Proposal) -> Proposal:
    """The proposal with what `encode` kept of it."""
    details = json.loads(text)
    return replace(
        proposal,
        field=details.get("field", ""),
        cause=details.get("cause", ""),
        task=_task(details["task"]) if "task" in details else None,
        figures=tuple(Figure(**figure) for figure in details.get("figures", ())),
        evidence=_moved(details.get("evidence", ()), proposal.span.start),
        ruled=details.get("ruled", ""),
    )


def _moved(places: Iterable[tuple[int, int]], at: int) -> tuple[Span, ...]:
    """Spans counted from `at`; what lies before the text by now is left out."""
    return tuple(Span(at + start, at + stop) for start, stop in places if at + start >= 0)


def day(value: str | None) -> date | None:
    """A stored date as a value."""
    return date.fromisoformat(value) if value else None


def _plain(value: date | LegalDocument) -> str | dict[str, Any]:
    """What JSON has for the values it does not know."""
    if isinstance(value, date):
        return value.isoformat()
    return {name: getattr(value, name) for name in value.__slots__}


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def _filled(record: Task | Figure) -> dict[str, Any]:
    """What is known; without the deep copies of dataclasses.asdict, which cost more than writing the rows."""
    return {
        name: value
        for name in record.__slots__
        if (value := getattr(record, name)) not in ("", None, ())
    }


def _task(values: dict[str, Any]) -> Task:
    documents = (
        LegalDocument(**{**document, "issued_on": day(document.get("issued_on"))})
        for document in values.get("documents", ())
    )
    return Task(
        basis=Basis(values.get("basis", Basis.ASSIGNED)),
        assigner=values.get("assigner", ""),
        lead=values.get("lead", ""),
        cooperating=tuple(values.get("cooperating", ())),
        deadline_text=values.get("deadline_text", ""),
        deadline_on=day(values.get("deadline_on")),
        documents=tuple(documents),
        status=Status(values.get("status", Status.NOT_STARTED)),
    )
