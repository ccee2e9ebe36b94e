"""`returned`: what was changed in Word in a report of the dossier; with --accept the new wordings are taken over."""

import argparse
from collections.abc import Iterator

from tttt_desktop.cli.files import check_suffix
from tttt_desktop.cli.output import Output, note
from tttt_desktop.services import returned
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import DETAIL_NAMES, Fate, Finding, Return, Returned

_LABEL = {
    Fate.CHANGED: "Sửa câu",
    Fate.DROPPED: "Đã xoá trong Word",
    Fate.ADDED: "Thêm trong Word",
    Fate.MOVED: "Chuyển mục",
    Fate.REORDERED: "Đổi thứ tự",
}


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print each difference; take over what can be, in one step, when `arguments.accept` says so."""
    check_suffix(arguments.file, ".docx")
    with Dossier.open(arguments.dossier, read_only=not arguments.accept) as dossier:
        held = returned.find_report(dossier, returned.read(arguments.file), arguments.file)
        found = returned.judge(dossier, held, returned.compare(held))
        accepted = [one for one in found.items if one.with_all] if arguments.accept else []
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
        "detail": finding.detail,
        "old": finding.old,
        "new": finding.new,
        "acceptable": item.acceptable,
        "done": item.done or accepted,
        "notes": list(item.notes),
    }


def _said(item: Returned) -> str:
    finding = item.finding
    where = f" ({finding.section})" if finding.section else ""
    if finding.moved_from:
        where = f" (từ “{finding.moved_from}” sang “{finding.section}”)"
    old, new = _both(finding)
    lines = [f"{_label(finding)}{where}"]
    lines += [f"  − {old}"] if old else []
    lines += [f"  + {new}"] if new else []
    return "\n".join([*lines, *(f"  ! {text}" for text in item.notes)])


def _label(finding: Finding) -> str:
    if finding.fate is not Fate.DETAIL:
        return _LABEL[finding.fate]
    said = finding.line.said if finding.line else ""
    return f"Sửa {DETAIL_NAMES[finding.detail]} của “{said}”"


def _both(finding: Finding) -> tuple[str, str]:
    if finding.fate is Fate.DETAIL:
        return finding.old, finding.new
    old = finding.line.said if finding.line else ""
    return old, finding.wording or (finding.text if not old or finding.around else "")


def _cautions(found: Return) -> Iterator[str]:
    if found.revised:
        yield "Tệp còn thay đổi chưa duyệt (Track Changes): được đọc như đã chấp nhận."
    if found.comments:
        yield f"Tệp có {found.comments} ghi chú bên lề; ghi chú không được đọc vào hồ sơ."
    if found.sorted_rows:
        yield "Bảng đã được xếp lại trong Word; thứ tự của bảng không nhận vào hồ sơ."
    if found.rows_gone:
        yield f"{found.rows_gone} dòng chỉ bị xoá ở bảng; câu vẫn còn ở phần chữ."


def _tell_whole(found: Return, accepted: int, revision: int | None, output: Output) -> None:
    for caution in () if output.as_json else _cautions(found):
        note(caution)
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
        "sorted_rows": found.sorted_rows,
        "rows_gone": found.rows_gone,
    }
    said = f"{found.same} câu giữ nguyên, {len(found.items)} thay đổi"
    output.result(values, f"{said}, đã nhận {accepted}." if accepted else f"{said}.")
