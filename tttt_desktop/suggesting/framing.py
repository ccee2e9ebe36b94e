"""What frames an article: headings, lead-ins, the meeting, awards, tables, head and foot, and where results begin anew."""

import re

from tttt_desktop.suggesting.parts import NOTHING, Part, Reading, Verdict
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.speech import is_person_line

EARLY = (Part.HEAD, Part.OPENING)
_DATED = re.compile(r"(?:ngày|sáng|chiều|tối|hôm|nay)\s*[-–,]?\s*\d{1,2}\s*[-/.]\s*\d{1,2}")
_YEAR_AHEAD = re.compile(r"(?:trong |sang |bước sang )?năm (20\d\d)[,\s]")
_YEAR_OPENS = re.compile(
    r"(?:trong |khép lại |bước qua |kết thúc |sau |nhìn lại )?(?:một )?năm (?:20\d\d|qua|vừa qua)[,\s]|trong năm[,\s]|đến nay"
    r"|(?:trong |sau |nhìn lại )?(?:gần )?(?:6|9|sáu|chín) tháng (?:đầu năm|qua|hoạt động|vận hành|triển khai|thực hiện)"
)
_HEADING = re.compile(
    r"(?:về |những |một số |các |đánh giá )*(?:(?P<results>kết quả|ưu điểm|thành tích|những việc đã)"
    r"|(?P<shortcomings>tồn tại|hạn chế|khó khăn|khuyết điểm|nguyên nhân|mặt chưa|việc chưa)"
    r"|(?P<plan>phương hướng|nhiệm vụ|giải pháp|mục tiêu|kế hoạch|chỉ tiêu năm))(?!\w)"
)
_LONGEST_HEADING = 14  # words
_QUESTION = re.compile(r"\?[”\"]?(?:,? [^.]{0,40})?[.]?$")
_ROW = " | "  # between the cells of a table row
_COMPARES = re.compile(r"so với (?:cùng kỳ|năm|cuối năm|đầu năm)|% kế hoạch|cùng kỳ năm")
_ANNOUNCED = 110  # characters at the end of a unit that can announce a row
_ANNOUNCES = re.compile(
    r"(?:tập trung(?: vào)?|quan tâm|quán triệt|chú trọng|lưu ý|làm tốt|thực hiện tốt|nhấn mạnh|gợi mở|giao|nêu|chỉ đạo|yêu cầu)[^,.;:]{0,25}"
    r" (?:một số|mấy|hai|ba|bốn|năm|sáu|bảy|\d+) (?:khâu|việc|nhiệm vụ|nội dung|nhóm|giải pháp|vấn đề|điểm|yêu cầu)[^,.;:]{0,14}\.$"
)


def opens_with_past_year(passage: Passage) -> bool:
    """Whether the unit begins with "Năm 2022," or "Năm qua,"."""
    return bool(_YEAR_OPENS.match(passage.small))


def looks_ahead(reading: Reading, passage: Passage) -> bool:
    """Whether the unit opens with the year of the plan and does not tell what was done."""
    year = _YEAR_AHEAD.match(passage.small)
    return bool(
        year
        and reading.plan_year
        and int(year[1]) >= reading.plan_year
        and "đã" not in passage.small.split()
    )


def table_or_question(_reading: Reading, passage: Passage) -> Verdict | None:
    """A table row and a question are nothing."""
    if _ROW in passage.text or ("?" in passage.text and _QUESTION.search(passage.text)):
        return NOTHING
    return None


def heading(reading: Reading, passage: Passage) -> Verdict | None:
    """A line that names a part and says nothing else."""
    if reading.part is Part.HEAD or not passage.is_line or passage.words > _LONGEST_HEADING:
        return None
    found = _HEADING.match(passage.small)
    if found is None and reading.part is Part.RESULTS and passage.has("turn"):
        reading.part = Part.SHORTCOMINGS
        return NOTHING
    if found is None:
        return None
    if found["results"]:
        reading.part = Part.RESULTS
    elif found["shortcomings"]:
        reading.part = Part.SHORTCOMINGS
    else:
        reading.part = Part.TASKS if reading.leader_speaks else Part.PLAN
    return NOTHING


def head_or_foot(reading: Reading, passage: Passage) -> Verdict | None:
    """Titles, bylines, captions and the unit that says when and where it was are nothing."""
    closed = passage.ends_a_sentence or passage.is_lead_in
    if passage.is_line:
        acts = passage.opening("bid", "subject", "must") or any(map(str.isdigit, passage.text))
        if passage.words < 6 or reading.part in EARLY or not acts:
            return NOTHING
    if passage.words < 6 and passage.text[0] == "(" and passage.text[-1] == ")":
        return NOTHING
    tail = passage.last_in_paragraph and passage.words < 6 and not closed
    if tail and not passage.has("bid", "must", "bad", "done", "weak", "order"):
        return NOTHING
    if reading.part is Part.HEAD and not passage.ends_a_sentence:
        return NOTHING
    if reading.part is Part.HEAD and passage.words >= 6:
        reading.part = Part.OPENING
        if _DATED.search(passage.small[:80]):
            return NOTHING
    return None


def new_results(reading: Reading, passage: Passage) -> Verdict | None:
    """Results told after the orders: a paragraph that opens with the past year."""
    after = reading.part in (Part.TASKS, Part.LEADER, Part.PLAN, Part.AWARDS, Part.OPENING)
    if (
        after
        and passage.first_in_paragraph
        and not passage.has("order", "must", "plan")
        and not (passage.has("turn") and not passage.opening("results"))
        and not looks_ahead(reading, passage)
        and (
            opens_with_past_year(passage) or passage.opening("results") or _tells_a_result(passage)
        )
        and (not reading.spoken or not reading.leader_speaks)
    ):
        reading.part = Part.RESULTS
    return None


def _tells_a_result(passage: Passage) -> bool:
    """Whether a figure is compared with the year before, and nobody is told to reach it."""
    compared = passage.has("done") and _COMPARES.search(passage.small)
    return bool(compared) and not passage.opening("bid", "subject")


def award(reading: Reading, passage: Passage) -> Verdict | None:
    """Who is rewarded; what follows, until a leader speaks again, is about rewards too."""
    if passage.has("award") or (passage.has("occasion") and not passage.has("order", "must")):
        if reading.part in (Part.TASKS, Part.LEADER, Part.AWARDS) or passage.has("occasion"):
            reading.part = Part.AWARDS
        return NOTHING
    if reading.part is Part.AWARDS and not (reading.spoken and passage.has("order", "must")):
        return NOTHING
    return None


def meeting(reading: Reading, passage: Passage) -> Verdict | None:
    """Who met and who took part is nothing, unless a leader gives orders in the same breath."""
    if not passage.has("meeting"):
        return None
    if reading.spoken and reading.leader_speaks and passage.has("order") and passage.has("must"):
        return None
    busy = passage.has("order", "must", "bad") or passage.opening("bid", "subject")
    reading.attended = reading.part in EARLY
    return NOTHING if reading.part in EARLY or not busy or passage.opening("meeting") else None


def person_line(reading: Reading, passage: Passage) -> Verdict | None:
    """A name with its posts and nothing else is nothing."""
    return NOTHING if is_person_line(passage) else None


def lead_in(reading: Reading, passage: Passage) -> Verdict | None:
    """A line with a colon, or one that only counts what follows, opens a part."""
    near = max(0, len(passage.small) - _ANNOUNCED)
    announces = reading.leader_speaks and _ANNOUNCES.search(passage.small, near)
    if not passage.is_lead_in and not announces:
        return None
    if reading.part is Part.HEAD or (reading.part is Part.OPENING and passage.has("meeting")):
        return NOTHING
    order = passage.first("order", "must")
    acts = order and not announces and any(cue.start > order.stop for cue in passage.all("bid"))
    if acts and passage.words > 18 and not passage.has("tasks_ahead"):
        return None
    if (
        reading.part is Part.TASKS
        and passage.opening("bid")
        and not passage.has("tasks_ahead", "speech")
    ):
        return None
    reading.part = _part_opened(reading, passage, bool(order))
    return NOTHING


def _part_opened(reading: Reading, passage: Passage, order: bool) -> Part:
    """The part that a line with a colon opens."""
    if (
        reading.leader_speaks
        and passage.has("tasks_ahead")
        and not passage.has("bad", "weak", "mention")
    ):
        return Part.TASKS
    if passage.has("bad", "weak", "mention", "admit"):
        return Part.SHORTCOMINGS
    if passage.has("results") and not order:
        return Part.RESULTS
    if passage.has("proposal") and not reading.leader_speaks:
        return Part.DISCUSSION
    if reading.leader_speaks and (order or passage.has("tasks_ahead", "emphasis")):
        return Part.TASKS
    if passage.has("plan", "tasks_ahead"):
        return Part.PLAN
    if reading.reports:
        return Part.RESULTS
    told = reading.spoken and not reading.leader_speaks and reading.part not in EARLY
    if told and passage.has("tells"):
        return Part.DISCUSSION
    return Part.RESULTS if passage.has("done") or reading.part in EARLY else reading.part
