"""`tasks`: the tasks of a year, how they stand today, and what may tell what became of them."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tttt_desktop.cli.output import Output, note
from tttt_desktop.domain.errors import NotFound
from tttt_desktop.domain.following import STATES, FollowedTask, Match, Mention, State
from tttt_desktop.domain.tallies import tallies, tally
from tttt_desktop.services import following
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.exports import deadlines


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print the tasks followed in a year, or write their open deadlines to a calendar file."""
    with Dossier.open(arguments.dossier, read_only=True) as dossier:
        year = arguments.year or _newest(dossier)
        rows = following.rows(dossier, year)
        if arguments.ics:
            path, count = deadlines.write(dossier, rows, arguments.ics)
            if path != arguments.ics and not output.as_json:
                note(f"“{arguments.ics.name}” đã có hoặc thiếu đuôi .ics nên lịch mang tên khác.")
            values = {"ok": True, "path": str(path), "deadlines": count}
            output.result(values, f"Đã ghi: {path} ({count} thời hạn)")
            return 0
        today = dossier.store.clock().date()
        found = following.comparison(dossier, rows, arguments.results or year)()
        for number, row in enumerate(rows, 1):
            matches = found.get(row.id, ())
            output.result(
                _values(row, matches, today), "\n".join(_lines(number, row, matches, today))
            )
        if not output.as_json:
            output.result({}, "\n".join(_counts(rows, year, today)))
    return 0


def _newest(dossier: Dossier) -> int:
    years = following.years(dossier)
    if not years:
        raise NotFound("Hồ sơ chưa có nhiệm vụ nào.", "Hãy đánh dấu nhiệm vụ trong bài viết trước.")
    return years[0][0]


def _values(row: FollowedTask, matches: Sequence[Match], today: date) -> dict[str, Any]:
    return {
        "annotation_id": row.id,
        "article_id": row.article_id,
        "year": row.year,
        "assigned": row.assigned,
        "basis": row.basis.value,
        "text": row.quote,
        "statement": row.statement,
        "field": row.field,
        "assigner": row.assigner,
        "lead": row.lead,
        "cooperating": list(row.cooperating),
        "deadline": row.deadline_text,
        "deadline_on": row.deadline_on.isoformat() if row.deadline_on else None,
        "documents": [one.number for one in row.documents],
        "status": row.status.value,
        "state": row.state(today).value,
        "overdue": row.overdue(today),
        "done_on": row.done_on.isoformat() if row.done_on else None,
        "note": row.note,
        "carried_from": row.carried_from,
        "carried_to": row.carried_to,
        "evidence": [one.id for one in row.evidence],
        "proposed": [
            {
                "annotation_id": one.evidence.id,
                "score": round(one.score, 3),
                "status": one.says.value if one.says else None,
                "reasons": list(one.reasons),
            }
            for one in matches
        ],
    }


def _lines(number: int, row: FollowedTask, matches: Sequence[Match], today: date) -> Iterator[str]:
    yield f"{number}. {' '.join(row.wording.split())}"
    said = [STATES[row.state(today)], row.assigner, row.lead, row.deadline_text]
    if row.carried_from:
        said.append(f"chuyển từ năm {row.carried_from}")
    yield f"   {' · '.join(filter(None, said))}"
    for one in row.evidence:
        yield f"   Đối chiếu: “{' '.join(one.text.split())}”"
    for match in matches:
        quote = " ".join(match.evidence.text.split())
        yield f"   Gợi ý: “{quote}” ({'; '.join(match.reasons)})"


def _counts(rows: Sequence[FollowedTask], year: int, today: date) -> Iterator[str]:
    """The line above the table of the window, and the counts by giver."""
    total = tally(rows, today)
    yield (
        f"Năm {year}: {total.given} nhiệm vụ: {total.mentions.get(Mention.RESULT, 0)} có kết quả · "
        f"{total.mentions.get(Mention.SHORTCOMING, 0)} có tồn tại · "
        f"{total.mentions.get(Mention.REPEATED, 0)} được nhắc lại · {total.not_mentioned} chưa thấy nhắc lại"
    )
    givers = tallies(rows, "giver", today)
    for group in givers.groups:
        states = [
            f"{STATES[state].lower()} {group.count(state)}" for state in State if group.count(state)
        ]
        yield f"{givers.title(group)}: giao {group.given}, {', '.join(states)}"
