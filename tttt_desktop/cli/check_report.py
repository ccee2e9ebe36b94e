"""`check-report`: the layout rules of the decree on a Word file."""

import argparse

from tttt_desktop.cli.output import Output, note
from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.services import judging
from tttt_desktop.services.judging import Found, Verdict
from tttt_desktop.services.preflight import STAMP, preflight

SOUND, FAULTY, UNREADABLE = 0, 1, 2


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print what is wrong, as JSON every rule; 0 all rules hold, 1 some do not, 2 the file cannot be read."""
    try:
        found = judging.judge_file(arguments.file)
    except FileRefused as refusal:
        output.refused(refusal)
        return UNREADABLE
    wrong = [one for one in found if one.said]
    for one in found if output.as_json else wrong:
        output.result(_values(one), _line(one))
    if not output.as_json:
        note(f"{STAMP}: {preflight(found).summary}.")
    return FAULTY if any(one.verdict is Verdict.FAILED for one in found) else SOUND


def _line(found: Found) -> str:
    where = f" (đoạn {found.paragraph})" if found.paragraph else ""
    return f"[{found.rule}, {found.clause}] {found.said}{where} {found.remedy}"


def _values(found: Found) -> dict[str, object]:
    return {
        "rule": found.rule,
        "clause": found.clause,
        "name": found.name,
        "verdict": found.verdict,
        "message": found.said,
        "remedy": found.remedy if found.said else "",
        "paragraph": found.paragraph or None,
    }
