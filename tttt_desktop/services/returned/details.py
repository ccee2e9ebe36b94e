"""What was edited in Word beside the wording: lead agency, deadline, giver, cause ... read back into their fields."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.deadlines import parse_deadline
from tttt_desktop.domain.records import Annotation, Task
from tttt_desktop.domain.returned import Finding
from tttt_desktop.domain.text import fold
from tttt_desktop.domain.wordings import same_words
from tttt_desktop.reporting.lines import deadline
from tttt_desktop.services import values as parsed
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned.deeds import Fill
from tttt_desktop.services.review.making import year_of
from tttt_desktop.storage import annotations

NAMES = {
    "lead": "chủ trì",
    "cooperating": "phối hợp",
    "deadline": "thời hạn",
    "assigner": "người giao",
    "cause": "nguyên nhân",
    "remedy": "giải pháp",
    "result": "kết quả, tiến độ",
    "status": "tình trạng",
}
_LONGEST = 120  # letters of the name of an agency or of a person with the post
_DAY_BEHIND = re.compile(r"\s*\((\d{2})/(\d{2})/(\d{4})\)$")  # as `lines.deadline` prints it
_AGENCY = re.compile(  # how the name of an agency or a body begins
    r"(?:Sở|UBND|HĐND|U[ỷỶ] ban|[ỦUỶ][yỷ] ban|Ban|Bộ|Công an|Cục|Chi cục|Tổng cục|Trung tâm|Văn phòng|Phòng|Hội|Liên"
    r"|Đoàn|Đài|Báo|Công ty|Tổng công ty|Tập đoàn|Bưu điện|Viễn thông|VNPT|Viettel|MobiFone|Thanh tra|Mặt trận|Trường"
    r"|Viện|Bệnh viện|Ngân hàng|Kho bạc|Bảo hiểm|Bộ đội|Tỉnh|Thành|Huyện|Thị xã|Xã|Các|Đơn vị|Doanh nghiệp)\b",
    re.IGNORECASE,
)
_FOLLOWED = "Kết quả, tình trạng được lấy từ Theo dõi nhiệm vụ; hãy ghi ở đó (Ctrl+3)."
_LINE_GONE = "Trong Word dòng này đã bỏ; hồ sơ vẫn giữ. Không còn đúng thì sửa ở thẻ đánh dấu."
_TWICE = "Trong Word có thêm câu ở sau; chưa rõ câu thêm thuộc mục nào, hãy sửa ở thẻ đánh dấu."

_SHOWN = ("lead", "cooperating", "deadline_text", "deadline_on", "assigner", "cause", "remedy")

_Values = dict[str, Any]


def judged_detail(
    dossier: Dossier, finding: Finding, line: Line
) -> tuple[Fill | None, bool, tuple[str, ...]]:
    """What accepting it does, whether the dossier says so already, and what is to be known about it."""
    if finding.detail in ("result", "status"):
        return None, False, (_FOLLOWED,)
    found = [annotations.get(dossier.store.conn, passage.id) for passage in line.passages]
    annotation = _bearer(finding, found)
    if annotation is None:
        return None, False, ("Trong hồ sơ mục này đã đổi; hãy sửa ở thẻ đánh dấu.",)
    if finding.doubtful:
        return None, False, (_TWICE,)
    if not finding.text:
        return None, not _said(annotation, finding.detail), (_LINE_GONE,)
    task = annotation.task
    year = year_of(dossier, annotation.article_id) if task else None
    values, why = _READERS[finding.detail](finding, task or Task(), dossier, year)
    if why:
        return None, False, (why,)
    own = finding.detail in ("cause", "remedy")
    bearer = annotation if own else task
    done = all(getattr(bearer, key) == value for key, value in values.items() if key in _SHOWN)
    name = NAMES[finding.detail]
    deed = Fill(annotation.id, values, name, None if own else year)
    return deed, done, () if done else tuple(_notes(dossier, annotation, finding, values))


def _bearer(finding: Finding, found: Iterable[Annotation]) -> Annotation | None:
    """Which of the annotations of a line has the detail: the report prints the task of the first, causes of any."""
    if finding.detail not in ("cause", "remedy"):
        first = next(iter(found))
        return first if first.task is not None else None
    if finding.line is not None and finding.line.detail:
        return next((one for one in found if one.id in finding.line.annotations), None)
    told = [one for one in found if _said(one, finding.detail)]
    if len(told) > 1:
        told = [one for one in told if same_words(_said(one, finding.detail), finding.old)]
    return told[0] if told else next(iter(found), None)


def _said(annotation: Annotation, detail: str) -> str:
    """What the dossier says now, as a report prints it."""
    task = annotation.task or Task()
    match detail:
        case "cause":
            return annotation.cause
        case "remedy":
            return annotation.remedy
        case "lead":
            return task.lead
        case "cooperating":
            return ", ".join(task.cooperating)
        case "deadline":
            return deadline(task)
    return task.assigner


def _notes(
    dossier: Dossier, annotation: Annotation, finding: Finding, values: _Values
) -> Iterable[str]:
    now = _said(annotation, finding.detail)
    if not _alike(now, finding.old):
        yield f"Trong hồ sơ mục này nay là “{now}”." if now else "Trong hồ sơ mục này nay để trống."
    if finding.detail == "deadline" and values.get("deadline_on"):
        yield f"Hiểu là ngày {values['deadline_on']:%d/%m/%Y}."
    if finding.detail in ("lead", "cooperating"):
        said = values[finding.detail]
        known = {fold(name) for name in dossier.agencies()}
        names = (said,) if isinstance(said, str) else said
        new = [name for name in names if name and fold(name) not in known]
        if new:
            yield f"Hồ sơ chưa có cơ quan “{'”, “'.join(new)}”."


def _alike(now: str, old: str) -> bool:
    """Whether the dossier still says what was written; quotation marks and the day behind a deadline do not count."""
    plain = [re.sub(r"[“”«»\";,]", " ", _DAY_BEHIND.sub("", one)).split() for one in (now, old)]
    return plain[0] == plain[1]


# -- one reader for each: the values, or why there are none -----------------------------------------


def _name_of(attribute: str) -> Callable[..., tuple[_Values, str]]:
    def read(
        finding: Finding, _task: Task, _dossier: Dossier, _year: int | None
    ) -> tuple[_Values, str]:
        said = finding.new
        return ({}, _NO_NAME) if _is_odd(said) else ({attribute: said.rstrip(".")}, "")

    return read


_NO_NAME = "Không đọc được thành tên một cơ quan, một người; hãy sửa ở thẻ đánh dấu."


def _is_odd(said: str) -> bool:
    letters = any(map(str.isalpha, said)) or not said
    return not letters or len(said) > _LONGEST or any(sign in said for sign in ";:\n[]")


def _agencies(
    finding: Finding, task: Task, dossier: Dossier, _year: int | None
) -> tuple[_Values, str]:
    known = {fold(name) for name in (*task.cooperating, *dossier.agencies())}
    parts = [part.strip() for part in finding.new.split(";")]
    names = parts if len(parts) > 1 else _split(finding.new, known)
    if any(map(_is_odd, names)):
        return {}, "Không đọc được thành tên các cơ quan; hãy sửa ở thẻ đánh dấu."
    return {"cooperating": tuple(filter(None, names))}, ""


def _split(said: str, known: set[str]) -> list[str]:
    """Names between commas; one with commas itself is kept whole where it is known, or goes on like no other begins."""
    parts = said.rstrip(".").split(", ")
    found: list[str] = []
    while parts:
        fits = (n for n in range(len(parts), 0, -1) if fold(", ".join(parts[:n])) in known)
        count = next(fits, 1)
        name, parts = ", ".join(parts[:count]).strip(), parts[count:]
        if found and fold(name) not in known and not _AGENCY.match(name):
            found[-1] += f", {name}"
        else:
            found.append(name)
    return found


def _deadline(
    finding: Finding, _task: Task, _dossier: Dossier, year: int | None
) -> tuple[_Values, str]:
    """Words, with the day they mean behind them where the report printed it.

    Of words that changed the day behind may have been forgotten; a day that changed alone is what is meant.
    """
    old, new = (_DAY_BEHIND.search(said) for said in (finding.old, finding.new))
    words = _DAY_BEHIND.sub("", finding.new).strip().rstrip(".")
    values = parsed.task_values({"deadline_text": words}, year or 0)
    on = values["deadline_on"]
    if words and on is None:
        return {}, f"Chưa hiểu thời hạn “{words}” là ngày nào; hãy sửa ở thẻ đánh dấu."
    stated = parse_deadline(new[0].strip(" ()"), year) if new else None
    if new is None or stated == on or (old is not None and old[0] == new[0]):
        return values, ""
    if stated is not None and same_words(words, _DAY_BEHIND.sub("", finding.old)):
        return {"deadline_on": stated}, ""
    return {}, "Chữ và ngày của thời hạn không khớp nhau; hãy sửa ở thẻ đánh dấu."


def _text_of(attribute: str) -> Callable[..., tuple[_Values, str]]:
    def read(
        finding: Finding, _task: Task, _dossier: Dossier, _year: int | None
    ) -> tuple[_Values, str]:
        text = parsed.text(finding.new).strip()
        whole = text[:1] + text[-1:] in ("“”", "«»") and len(text) > 1
        values: _Values = {attribute: text[1:-1] if whole else text}
        if attribute == "cause" and not text:
            values |= {"cause_start": None, "cause_stop": None}
        return values, ""

    return read


_READERS: dict[str, Callable[[Finding, Task, Dossier, int | None], tuple[_Values, str]]] = {
    "lead": _name_of("lead"),
    "assigner": _name_of("assigner"),
    "cooperating": _agencies,
    "deadline": _deadline,
    "cause": _text_of("cause"),
    "remedy": _text_of("remedy"),
}
