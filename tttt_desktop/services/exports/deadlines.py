"""The deadlines of tasks as a calendar file for other programs."""

from collections.abc import Iterable
from datetime import UTC
from hashlib import sha256
from pathlib import Path

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.reporting.ics import Deadline, calendar
from tttt_desktop.services import writing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import following as storage

_LONGEST = 120  # characters of a title: calendars show one line


def write(
    d: Dossier, rows: Iterable[FollowedTask], out: Path, alarm_days: int | None = None
) -> tuple[Path, int]:
    """Write the deadlines of the rows that are still open to `out`, or to the next free name beside it, never over a file.

    Gives the file and the number of deadlines. With `alarm_days` each reminds so many days before.
    Raises UserError when no deadline is left, SaveFailed.
    """
    key = _key(d)
    found = [_deadline(row, key) for row in rows if row.is_open and row.deadline_on is not None]
    if not found:
        raise UserError(
            "Không có nhiệm vụ nào chưa xong mà có thời hạn rõ ngày.",
            "Hãy ghi thời hạn của nhiệm vụ, hoặc bỏ bớt điều kiện lọc.",
        )
    stamp = d.store.clock().astimezone(UTC)
    wanted = out if out.suffix.lower() == ".ics" else out.with_name(f"{out.name}.ics")
    data = calendar(found, f"Thời hạn nhiệm vụ - {d.path.stem}", stamp, alarm_days)
    try:
        return writing.put(wanted, data), len(found)
    except OSError as error:
        raise writing.refused(f"lịch “{wanted.name}”", error) from error


def _deadline(row: FollowedTask, key: str) -> Deadline:
    assert row.deadline_on is not None
    wording = " ".join(row.wording.split())
    title = wording if len(wording) <= _LONGEST else f"{wording[: _LONGEST - 1].rstrip()}…"
    return Deadline(
        uid=f"nhiem-vu-{row.id}-{key}@tttt-desktop",
        day=row.deadline_on,
        summary=f"Hạn: {title}",
        description="\n".join(_details(row, wording)),
        category=row.field,
    )


def _details(row: FollowedTask, wording: str) -> Iterable[str]:
    yield wording
    said = (
        ("Người giao", row.assigner),
        ("Chủ trì", row.lead),
        ("Phối hợp", ", ".join(row.cooperating)),
        ("Thời hạn ghi trong bài", row.deadline_text),
        ("Nguồn", row.title),
    )
    for name, value in said:
        if value:
            yield f"{name}: {value}"


def _key(d: Dossier) -> str:
    """What tells this dossier from others, the same as long as it lives, wherever its file goes."""
    return sha256(storage.origin(d.store.conn).encode()).hexdigest()[:16]
