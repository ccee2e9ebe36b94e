"""A proposal as `suggest --json` prints it."""

from typing import Any

from tttt_desktop.domain.figures import sign_of
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import Figure, LegalDocument, Proposal, Task


def annotation(proposal: Proposal, text: str) -> dict[str, Any]:
    """The values of one proposal on `text`; what is not known is None, offsets are code points of `text`."""
    task = proposal.task or Task()
    return {
        "start": proposal.span.start,
        "end": proposal.span.stop,
        "text": proposal.span.of(text),
        "label": proposal.kind.value,
        "basis": task.basis.value if proposal.task else None,
        "field": proposal.field,
        "cause": proposal.cause or None,
        "assigner": task.assigner or None,
        "assignee": task.lead or None,
        "cooperating": list(task.cooperating),
        "deadline": task.deadline_text or None,
        "deadline_on": task.deadline_on.isoformat() if task.deadline_on else None,
        "score": proposal.score,
        "reason": proposal.reason,
        "evidence": [[span.start, span.stop] for span in proposal.evidence],
        "figures": [_figure(figure) for figure in proposal.figures],
        "legal_refs": [_document(one) for one in find_documents(proposal.span.of(text))],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "text": figure.as_printed,
        "value": figure.value,
        "of": figure.of,
        "unit": figure.unit or None,
        "indicator": figure.indicator or None,
        "change": sign_of(figure) or None,
        "compared": figure.compared or None,
    }


def _document(document: LegalDocument) -> dict[str, Any]:
    return {
        "text": document.as_printed,
        "kind": document.kind or None,
        "number": document.number,
        "date": document.issued_on.isoformat() if document.issued_on else None,
        "issuer": document.issuer or None,
    }
