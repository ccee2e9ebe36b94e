"""`returned`: what was changed in Word in a report of the dossier; with --accept the new wordings are taken over."""

import argparse

from tttt_desktop.cli.files import check_suffix
from tttt_desktop.cli.output import Output, note
from tttt_desktop.services import returned
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate, Return, Returned

_LABEL = {
    Fate.CHANGED: "Sửa câu",
    Fate.DROPPED: "Đã xoá trong Word",
    Fate.ADDED: "Thêm trong Word",
    Fate.MOVED: "Chuyển mục",
}


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print each difference; take over what can be, in one step, when `arguments.accept` says so."""
    check_suffix(arguments.file, ".docx")
    with Dossier.open(arguments.dossier, read_only=not arguments.accept) as dossier:
        held = returned.find_report(dossier, returned.read(arguments.file), arguments.file)
        found = returned.judge(dossier, held, returned.compare(held))
        accepted = [one for one in found.items if one.acceptable] if arguments.accept else []
        revision = returned.take_over(dossier, accepted).revision if accepted else None
    for item in found.items:
        output.result(_values(item, item in accepted), _said(item))
    _tell_whole(found, len(accepted), revision, output)
    return 0


def _values(item: Returned, accepted: bool) -> dict[str, object]:
    finding = item.finding
    return {
        "fate": finding.fate.value,
        "annotations": list(finding.line.annotations) if finding.line else [],
        "written": finding.line.said if finding.line else "",
        "text": finding.text,
        "wording": finding.wording,
        "section": finding.section,
        "moved_from": finding.moved_from,
        "acceptable": item.acceptable,
        "done": item.done or accepted,
        "notes": list(item.notes),
    }


def _said(item: Returned) -> str:
    finding = item.finding
    where = f" ({finding.section})" if finding.section else ""
    if finding.moved_from:
        where = f" (từ “{finding.moved_from}” sang “{finding.section}”)"
    old = finding.line.said if finding.line else ""
    lines = [f"{_LABEL[finding.fate]}{where}"]
    lines += [f"  − {old}"] if old else []
    new = finding.wording or (finding.text if not old or finding.around else "")
    lines += [f"  + {new}"] if new else []
    return "\n".join([*lines, *(f"  ! {text}" for text in item.notes)])


def _tell_whole(found: Return, accepted: int, revision: int | None, output: Output) -> None:
    if found.revised and not output.as_json:
        note("Tệp còn thay đổi chưa duyệt (Track Changes): được đọc như đã chấp nhận.")
    if found.comments and not output.as_json:
        note(f"Tệp có {found.comments} ghi chú bên lề; ghi chú không được đọc vào hồ sơ.")
    values = {
        "ok": True,
        "report": found.report.number,
        "title": found.report.title,
        "same": found.same,
        "different": len(found.items),
        "accepted": accepted,
        "revision": revision,
        "tracked_changes": found.revised,
        "comments": found.comments,
    }
    said = f"{found.same} câu giữ nguyên, {len(found.items)} thay đổi"
    output.result(values, f"{said}, đã nhận {accepted}." if accepted else f"{said}.")
