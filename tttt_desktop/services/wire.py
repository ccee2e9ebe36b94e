"""Articles and proposals as JSON between the program and the child process that reads files.

The child has met hostile bytes, so its answers are only ever built into our own frozen values, never executed.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import (
    Basis,
    Block,
    Figure,
    Kind,
    LegalDocument,
    ParsedArticle,
    Proposal,
    Span,
    Status,
    Task,
)

ARGUMENT = "--read-files"  # the frozen program starts itself with it to be the child
READY = b"ready\n"  # the child's first line
BROKEN = (
    "Tệp quá lớn hoặc bị hỏng nên không đọc được.",
    "Hãy mở tệp bằng Word, lưu lại dạng .docx rồi thử lại.",
)


_KINDS = {kind.value: kind for kind in Kind}  # faster than Kind(value), and met by the thousand
_BASES = {basis.value: basis for basis in Basis}
_STATUSES = {status.value: status for status in Status}


def pack(article: ParsedArticle, proposals: Sequence[Proposal]) -> bytes:
    """One line of JSON with all of an article but its raw bytes, which the parent has."""
    values = {
        "kind": article.kind,
        "blocks": [(block.text, block.reason) for block in article.blocks],
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published_on": _iso(article.published_on),
        "published_time": article.published_time,
        "event_on": _iso(article.event_on),
        "province": article.province,
        "review_year": article.review_year,
        "plan_year": article.plan_year,
        "proposals": [_pack_proposal(proposal) for proposal in proposals],
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def pack_refusal(refusal: FileRefused) -> bytes:
    """One line of JSON that says why there is no article."""
    return json.dumps({"refused": (refusal.message, refusal.remedy)}).encode("ascii") + b"\n"


def unpack(line: bytes, name: str, raw: bytes, sha256: str) -> tuple[ParsedArticle, list[Proposal]]:
    """The article and proposals of a line. Errors: FileRefused, as the child said it or for a broken answer."""
    try:
        values = json.loads(line)
        if "refused" in values:
            message, remedy = map(str, values["refused"])
            raise FileRefused(message, remedy)
        article = _unpack_article(values, name, raw, sha256)
        proposals = [_unpack_proposal(row) for row in values["proposals"]]
        length = len(article.text)
        if any(proposal.span.stop > length for proposal in proposals):
            raise FileRefused(*BROKEN)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FileRefused(*BROKEN) from error
    return article, proposals


def _unpack_article(values: dict[str, Any], name: str, raw: bytes, sha256: str) -> ParsedArticle:
    return ParsedArticle(
        name=name,
        kind=str(values["kind"]),
        sha256=sha256,
        raw=raw,
        blocks=tuple(Block(str(text), str(reason)) for text, reason in values["blocks"]),
        title=str(values["title"]),
        outlet=str(values["outlet"]),
        byline=str(values["byline"]),
        published_on=_day(values["published_on"]),
        published_time=str(values["published_time"]),
        event_on=_day(values["event_on"]),
        province=str(values["province"]),
        review_year=_year(values["review_year"]),
        plan_year=_year(values["plan_year"]),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value is not None else None


def _year(value: Any) -> int | None:
    return int(value) if value is not None else None


def _pack_proposal(proposal: Proposal) -> list[Any]:
    return [
        (proposal.span.start, proposal.span.stop),
        proposal.kind,
        proposal.score,
        proposal.rule,
        proposal.reason,
        proposal.field,
        proposal.cause,
        _pack_task(proposal.task) if proposal.task else None,
        [(f.as_printed, f.value, f.of, f.unit, f.indicator, f.change) for f in proposal.figures],
    ]


def _unpack_proposal(row: list[Any]) -> Proposal:
    (start, stop), kind, score, rule, reason, field, cause, task, figures = row
    return Proposal(
        Span(start, stop),
        _KINDS[kind],
        float(score),
        rule,
        reason,
        field,
        cause,
        _unpack_task(task) if task else None,
        tuple([Figure(*figure) for figure in figures]) if figures else (),
    )


def _pack_task(task: Task) -> list[Any]:
    return [
        task.basis,
        task.assigner,
        task.lead,
        task.cooperating,
        task.deadline_text,
        _iso(task.deadline_on),
        [(d.kind, d.number, _iso(d.issued_on), d.issuer, d.as_printed) for d in task.documents],
        task.status,
    ]


def _unpack_task(row: list[Any]) -> Task:
    basis, assigner, lead, cooperating, deadline_text, deadline_on, documents, status = row
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


def _unpack_document(
    kind: str, number: str, issued_on: str | None, issuer: str, as_printed: str
) -> LegalDocument:
    return LegalDocument(kind, number, _day(issued_on), issuer, as_printed)
