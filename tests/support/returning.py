"""A report that goes to Word and comes back: the dossier, the edits that python-docx can make, and the way back."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx

from tttt_desktop.domain.records import Kind
from tttt_desktop.services import consolidation, returned
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Return

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAID = (
    (
        "đã phủ sóng di động tại 12 thôn vùng sâu, đạt 98,5 % kế hoạch",
        Kind.ACHIEVEMENT,
        "Viễn thông",
    ),
    ("đã đào tạo kỹ năng số cho 300 cán bộ cấp xã", Kind.ACHIEVEMENT, "Chuyển đổi số, CNTT"),
    ("một số thôn, bản chưa được phủ sóng điện thoại di động", Kind.SHORTCOMING, "Viễn thông"),
    ("rà soát toàn bộ trạm phát sóng trước ngày 30/6", Kind.TASK, "Viễn thông"),
)
TEXT = "\n".join(("Hội nghị tổng kết", *(f"Sở {words}." for words, _, _ in SAID)))
REWORDED = "Một số thôn, bản chưa có sóng điện thoại."
OPTIONS = Options(scope="all", quotes=True)


def paragraph(document: Any, mark: int) -> Any:
    """The paragraph in which the line of an annotation begins."""
    (found,) = (
        one
        for one in document.paragraphs
        if one._p.find(f".//{W}bookmarkStart[@{W}name='_dd_{mark}']") is not None
    )
    return found


def edit(path: Path, change: Callable[[Any], None]) -> Path:
    """The same report, edited and saved under its name."""
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))
    return path


def back(dossier: Dossier, path: Path) -> Return:
    """The report read back in."""
    held = returned.find_report(dossier, returned.read(path), path)
    return returned.judge(dossier, held, returned.compare(held))


def replace_text(one: Any, old: str, new: str) -> None:
    """Type over a part of a run."""
    for run in one.runs:
        if old in run.text:
            run.text = run.text.replace(old, new)
            return
    raise AssertionError(f"{old!r} is in no run of {one.text!r}")


def statement(dossier: Dossier, mark: int) -> str:
    return next(one for one in consolidation.all_lines(dossier) if mark in one.ids).wording


def split(document: Any, mark: int, words: str) -> None:
    """Press Enter in front of some words: the end of the bookmark goes along to the new paragraph."""
    one = paragraph(document, mark)._p
    (run,) = (run for run in one.iter(f"{W}r") if words in "".join(run.itertext()))
    text = run.find(f"{W}t")
    at = text.text.index(words)
    new, rest = deepcopy(one), text.text[at:]
    for child in [*new]:
        if not child.tag.endswith("}pPr"):
            new.remove(child)
    text.text = text.text[:at]
    second = deepcopy(run)
    second.find(f"{W}t").text = rest
    new.append(second)
    new.extend([*run.itersiblings()])
    one.addnext(new)
