"""Articles and proposals as JSON values, for the pipe between the program and the child that reads files.

The child has met hostile bytes: what it sends is only ever built into our own frozen values, and refused where it
is not of their types or not normalised text.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from math import isfinite
from sys import intern
from typing import Any

from tttt_desktop.domain.likeness import SKETCH_SIZE, sketch
from tttt_desktop.domain.records import (
    Basis,
    Block,
    Figure,
    Found,
    Kind,
    LegalDocument,
    Official,
    ParsedArticle,
    Proposal,
    Span,
    Status,
    Task,
)
from tttt_desktop.services.worker import wire

_KINDS = {kind.value: kind for kind in Kind}  # faster than Kind(value), and met by the thousand
_BASES = {basis.value: basis for basis in Basis}
_STATUSES = {status.value: status for status in Status}
_LINES = ("title", "outlet", "byline", "published_time", "province", "encoding", "site", "kind")


def pack_article(article: ParsedArticle) -> dict[str, Any]:
    """All of an article but its name and raw bytes, which the parent has; and the sketch of its text."""
    return {
        "sketch": sketch(article.text),
        **{name: getattr(article, name) for name in _LINES},
        "blocks": [(block.text, block.reason, block.place) for block in article.blocks],
        "published_on": _iso(article.published_on),
        "event_on": _iso(article.event_on),
        "review_year": article.review_year,
        "plan_year": article.plan_year,
        "officials": [(one.name, one.post) for one in article.officials],
        "found": [_pack_found(one) for one in article.found],
    }


def unpack_article(values: dict[str, Any], name: str, sha256: str) -> ParsedArticle:
    """The article without its raw bytes. Errors: NoAnswer where the values are none of an article."""
    with _refusing():
        blocks = tuple([Block(text, intern(why), intern(at)) for text, why, at in values["blocks"]])
        officials = tuple([Official(name, post) for name, post in values["officials"]])
        article = ParsedArticle(
            name=name,
            sha256=sha256,
            raw=b"",
            blocks=blocks,
            published_on=_day(values["published_on"]),
            event_on=_day(values["event_on"]),
            review_year=_year(values["review_year"]),
            plan_year=_year(values["plan_year"]),
            officials=officials,
            found=tuple([_unpack_found(one, blocks) for one in values["found"]]),
            **{key: intern(values[key]) for key in _LINES},
        )
        check_texts(block.text for block in blocks)
        check_texts(word for one in officials for word in (one.name, one.post))
        return article


def unpack_sketch(values: dict[str, Any]) -> tuple[int, ...]:
    """The sketch of an article's text. Errors: NoAnswer for what can be none."""
    with _refusing():
        found = tuple(values["sketch"])
        numbers = {*map(type, found)} <= {int} and len(found) <= SKETCH_SIZE
        if not numbers or list(found) != sorted({*found}):
            raise ValueError("no sketch")
        if found and not 0 <= found[0] <= found[-1] < 1 << 32:
            raise ValueError("no values of a sketch")
        return found


def check_texts(values: Iterable[str]) -> None:
    """Errors: NoAnswer when one of the values is no text. What the texts look like `wire` has seen to."""
    with _refusing():
        "".join(values)


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        raise wire.NoAnswer(*wire.BROKEN) from error


def _pack_found(found: Found) -> tuple[Any, ...]:
    start, stop = (found.span.start, found.span.stop) if found.span else (None, None)
    return found.key, found.where, found.sure, found.block, start, stop


def _unpack_found(row: list[Any], blocks: Sequence[Block]) -> Found:
    key, where, sure, block, start, stop = row
    span = _span(start, stop) if start is not None else None
    if block is not None and (block < 0 or (span and span.stop > len(blocks[block].text))):
        raise ValueError("found outside the text")
    return Found(intern(key), intern(where), _number(sure) or 0.0, block, span)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value is not None else None


def _year(value: int | None) -> int | None:
    return date(value, 1, 1).year if value is not None else None


def _number(value: float | None) -> float | None:
    if value is not None and not isfinite(value):
        raise ValueError("no number")
    return value


def _span(start: int, stop: int) -> Span:
    return Span(start.__index__(), stop.__index__())


def pack_proposals(proposals: Sequence[Proposal]) -> dict[str, Any]:
    """The proposals for a text."""
    return {"proposals": [_pack_proposal(proposal) for proposal in proposals]}


def unpack_proposals(values: dict[str, Any], length: int) -> tuple[Proposal, ...]:
    """The proposals for a text of `length` characters. Errors: NoAnswer where the values are none."""
    with _refusing():
        proposals = tuple([_unpack_proposal(row) for row in values["proposals"]])
        spans = [span for one in proposals for span in (one.span, *one.evidence)]
        if any(not 0 < len(span) <= span.stop <= length for span in spans):
            raise ValueError("outside the text")
        check_texts(word for proposal in proposals for word in _words(proposal))
        return proposals


def _words(proposal: Proposal) -> Iterator[str]:
    """The texts of a proposal that building it has not seen to be any."""
    yield proposal.cause
    for figure in proposal.figures:
        yield from (
            figure.as_printed,
            figure.unit,
            figure.indicator,
            figure.change,
            figure.compared,
        )
    if proposal.task:
        task = proposal.task
        yield from (task.assigner, task.lead, task.deadline_text, *task.cooperating)
        for document in task.documents:
            yield from (document.kind, document.number, document.issuer, document.as_printed)


def _pack_proposal(proposal: Proposal) -> list[Any]:
    return [
        (proposal.span.start, proposal.span.stop),
        proposal.kind,
        proposal.score,
        [proposal.rule, proposal.reason, proposal.field, proposal.cause],
        _pack_task(proposal.task) if proposal.task else None,
        [_pack_figure(figure) for figure in proposal.figures],
        [(span.start, span.stop) for span in proposal.evidence],
    ]


def _unpack_proposal(row: list[Any]) -> Proposal:
    ends, kind, score, words, task, figures, evidence = row
    rule, reason, field, cause = words
    return Proposal(
        _span(*ends),
        _KINDS[kind],
        float(_number(score) or 0.0),
        intern(rule),
        intern(reason),
        intern(field),
        cause,
        _unpack_task(task) if task else None,
        tuple([_unpack_figure(*figure) for figure in figures]) if figures else (),
        tuple([_span(*ends) for ends in evidence]),
    )


def _pack_figure(one: Figure) -> tuple[Any, ...]:
    words = (one.as_printed, one.unit, one.indicator, one.change, one.compared)
    return one.value, one.of, *words


def _unpack_figure(value: float | None, of: float | None, *words: str) -> Figure:
    as_printed, unit, indicator, change, compared = words
    return Figure(as_printed, _number(value), _number(of), unit, indicator, change, compared)


def _pack_task(task: Task) -> list[Any]:
    return [
        task.basis,
        task.status,
        _iso(task.deadline_on),
        [task.assigner, task.lead, task.deadline_text, *task.cooperating],
        [(_iso(d.issued_on), d.kind, d.number, d.issuer, d.as_printed) for d in task.documents],
    ]


def _unpack_task(row: list[Any]) -> Task:
    basis, status, deadline_on, words, documents = row
    assigner, lead, deadline_text, *cooperating = words
    return Task(
        _BASES[basis],
        assigner,
        lead,
        tuple(cooperating),
        deadline_text,
        _day(deadline_on),
        tuple([_unpack_document(*document) for document in documents]) if documents else (),
        _STATUSES[status],
    )


def _unpack_document(issued_on: str | None, *words: str) -> LegalDocument:
    kind, number, issuer, as_printed = words
    return LegalDocument(kind, number, _day(issued_on), issuer, as_printed)
