"""`proofread`: what to look at in the wording of the report."""

import argparse

from tttt_desktop.cli.output import Output
from tttt_desktop.services import proofing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.proofing import LABELS, Found, Proof


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Say what is found, after taking every proposal where `arguments.mend` asks for it."""
    with Dossier.open(arguments.dossier, read_only=not arguments.mend) as dossier:
        proof = Proof(dossier)
        found = proof.look_over()
        mended = proof.mend_all() if arguments.mend else 0
        if mended:
            found = proofing.findings(dossier)
    for one in found:
        output.result(_values(one), _line(one))
    if arguments.mend:
        output.result({"ok": True, "mended": mended}, f"Đã sửa {mended} chỗ.")
    if not output.as_json:
        output.result({}, _sum(len(found)))
    return 0


def _sum(count: int) -> str:
    return f"{count} chỗ cần xem." if count else "Không thấy lỗi câu chữ nào."


def _values(found: Found) -> dict[str, object]:
    """`start` and `end` count code points of `text`; `replacement` is null where the person must find the words."""
    wording, finding = found.wording, found.finding
    return {
        "ok": True,
        "kind": str(finding.fault),
        "wrong": found.wrong,
        "replacement": finding.replacement,
        "why": finding.why,
        "start": finding.span.start,
        "end": finding.span.stop,
        "text": wording.text,
        "article_id": wording.article_id or None,
        "annotation_id": wording.annotation_id or None,
        "title": wording.title,
    }


def _line(found: Found) -> str:
    finding = found.finding
    right = f" → “{finding.replacement}”" if finding.replacement is not None else ""
    where = " ".join(found.wording.title.split())
    return f"{LABELS[finding.fault]}: “{found.wrong}”{right}. {finding.why} ({where})"
