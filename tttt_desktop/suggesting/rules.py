"""Which part of the article a unit stands in, and so what it is: the rules of the proposals, in their order."""

import re

from tttt_desktop.domain.figures import find_figures
from tttt_desktop.domain.lists import word_list
from tttt_desktop.domain.records import Basis, Kind
from tttt_desktop.suggesting.cues import Cue
from tttt_desktop.suggesting.parts import NOTHING, Part, Reading, Verdict
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.speech import DIRECTOR, is_person_line
from tttt_desktop.suggesting.weakness import bad_cue

_OPENS_WITHIN = 30
_NAMES_NONE = re.compile(
    r"còn (?:có )?(?:một số |những |nhiều )(?:mặt )?(?:(?:tồn tại|hạn chế|khuyết điểm|khó khăn|vướng mắc)(?:, | và )?)+"
    r"(?: nhất định| cần khắc phục)?[.]?$"
)
_EARLY = (Part.HEAD, Part.OPENING)
_DATED = re.compile(r"(?:ngày|sáng|chiều|tối|hôm|nay)\s*[-–,]?\s*\d{1,2}\s*[-/.]\s*\d{1,2}")
_YEAR_AHEAD = re.compile(r"(?:trong |sang |bước sang )?năm (20\d\d)[,\s]")
_YEAR_OPENS = re.compile(
    r"(?:trong |khép lại |bước qua |kết thúc |sau |nhìn lại )?(?:một )?năm (?:20\d\d|qua|vừa qua)[,\s]|trong năm[,\s]|đến nay"
    r"|(?:trong |sau |nhìn lại )?(?:gần )?(?:6|9|sáu|chín) tháng (?:đầu năm|qua|hoạt động|vận hành|triển khai|thực hiện)"
)
_SOMEBODY = re.compile(
    r"(?:[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ) [A-ZĐ]|[^”]{0,400}”,? (?:anh|chị|cô|chú|bác|cụ)(?!\w)"
)
_STRONG = re.compile(r"\d|(?<!\w)(?:đã|đạt|hoàn thành|vượt|tăng)(?!\w)")
_HEADING = re.compile(
    r"(?:về |những |một số |các |đánh giá )*(?:(?P<results>kết quả|ưu điểm|thành tích|những việc đã)"
    r"|(?P<shortcomings>tồn tại|hạn chế|khó khăn|khuyết điểm|nguyên nhân|mặt chưa|việc chưa)"
    r"|(?P<plan>phương hướng|nhiệm vụ|giải pháp|mục tiêu|kế hoạch|chỉ tiêu năm))(?!\w)"
)
_LONGEST_HEADING = 14  # words
_SHORTEST_ADMISSION = 10  # words: fewer name nothing
_QUESTION = re.compile(r"\?[”\"]?(?:,? [^.]{0,40})?[.]?$")
_ROW = " | "  # between the cells of a table row
_COMPARES = re.compile(r"so với (?:cùng kỳ|năm|cuối năm|đầu năm)|% kế hoạch|cùng kỳ năm")
_INTENDS = re.compile(r"(?<!\w)(?:sẽ|phấn đấu|dự kiến|đặt mục tiêu|đặt chỉ tiêu|cam kết)(?!\w)")
_ANNOUNCES = re.compile(
    r"(?:tập trung(?: vào)?|quan tâm|quán triệt|chú trọng|lưu ý|làm tốt|thực hiện tốt|nhấn mạnh|gợi mở|giao|nêu|chỉ đạo|yêu cầu)[^,.;:]{0,25}"
    r" (?:một số|mấy|hai|ba|bốn|năm|sáu|bảy|\d+) (?:khâu|việc|nhiệm vụ|nội dung|nhóm|giải pháp|vấn đề|điểm|yêu cầu)[^,.;:]{0,14}\.$"
)
_GATHERING = re.compile(
    r"(?:tại |cũng tại )?(?:phiên họp|hội nghị|cuộc họp|buổi|các đại biểu|đại biểu)"
)
_ADVERBIAL = re.compile(
    r"(?:về|trong|đối với|với|để|năm|thời gian|riêng|cùng|bên cạnh|trước|từ|ngoài|nhằm|qua|do|sau|khi|nhân|vì)(?!\w)"
)
_LEAVES_OPEN = re.compile(r"(?<!\w)(?:vẫn|còn|mới|chỉ|phải|mà)(?!\w)")
_SETS_ITSELF = re.compile(r"(?<!\w)(?:đặt mục tiêu|dự kiến|đăng ký|hứa|cam kết)(?!\w)")
_ACCORDING = re.compile(r"theo (?:đồng chí|ông|bà|phó|chủ tịch|bí thư|giám đốc)")


def opens_with_past_year(passage: Passage) -> bool:
    """Whether the unit begins with "Năm 2022," or "Năm qua,"."""
    return bool(_YEAR_OPENS.match(passage.small))


def _table_or_question(_reading: Reading, passage: Passage) -> Verdict | None:
    if _ROW in passage.text or ("?" in passage.text and _QUESTION.search(passage.text)):
        return NOTHING
    return None


def _heading(reading: Reading, passage: Passage) -> Verdict | None:
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


def _head_or_foot(reading: Reading, passage: Passage) -> Verdict | None:
    closed = passage.ends_a_sentence or passage.is_lead_in
    if passage.is_line:
        acts = passage.opening("bid", "subject", "must") or any(map(str.isdigit, passage.text))
        if passage.words < 6 or reading.part in _EARLY or not acts:
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


def _award(reading: Reading, passage: Passage) -> Verdict | None:
    if passage.has("award") or (passage.has("occasion") and not passage.has("order", "must")):
        if reading.part in (Part.TASKS, Part.LEADER, Part.AWARDS) or passage.has("occasion"):
            reading.part = Part.AWARDS
        return NOTHING
    if reading.part is Part.AWARDS and not (reading.spoken and passage.has("order", "must")):
        return NOTHING
    return None


def _meeting(reading: Reading, passage: Passage) -> Verdict | None:
    if not passage.has("meeting"):
        return None
    if reading.spoken and reading.leader_speaks and passage.has("order") and passage.has("must"):
        return None
    busy = passage.has("order", "must", "bad") or passage.opening("bid", "subject")
    reading.attended = reading.part in _EARLY
    return NOTHING if reading.part in _EARLY or not busy or passage.opening("meeting") else None


def _person_line(reading: Reading, passage: Passage) -> Verdict | None:
    return NOTHING if is_person_line(passage) else None


def _lead_in(reading: Reading, passage: Passage) -> Verdict | None:
    announces = reading.leader_speaks and _ANNOUNCES.search(passage.small)
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
    told = reading.spoken and not reading.leader_speaks and reading.part not in _EARLY
    if told and passage.has("tells"):
        return Part.DISCUSSION
    return Part.RESULTS if passage.has("done") or reading.part in _EARLY else reading.part


def _praise(reading: Reading, passage: Passage) -> Verdict | None:
    if not passage.has("praise") or passage.has("order"):
        return None
    if reading.spoken or reading.part is Part.LEADER:
        if reading.leader_speaks:
            reading.part = Part.LEADER
        return NOTHING
    return NOTHING if not passage.has("bid", "must") else None


def _aside(reading: Reading, passage: Passage) -> Verdict | None:
    if _NAMES_NONE.search(passage.small):
        reading.part = Part.SHORTCOMINGS if reading.part is not Part.LEADER else reading.part
        return NOTHING
    cause = passage.first("cause")
    told_first = cause is not None and cause.start - passage.span.start < _OPENS_WITHIN
    ordered = reading.part is Part.TASKS and reading.leader_speaks and not reading.spoken
    ordered = ordered and not _GATHERING.match(passage.small)
    aside = told_first or passage.has("context") or (passage.has("mention") and not ordered)
    if passage.has("mention") and reading.part is Part.RESULTS and not passage.has("done"):
        reading.part = Part.SHORTCOMINGS
    if aside and not passage.has("order"):
        return NOTHING
    return None


def _somebody(reading: Reading, passage: Passage) -> Verdict | None:
    """A person of the people tells of himself: what he misses counts, nothing else."""
    if not _SOMEBODY.match(passage.text):
        return None
    bad = bad_cue(passage, in_part=True)
    return Verdict(Kind.SHORTCOMING, "bad", bad) if bad else NOTHING


def _order(reading: Reading, passage: Passage) -> Verdict | None:
    order = passage.first("order") or _wish(reading, passage)
    if not order:
        return None
    upward = passage.has("proposal") or (
        not reading.spoken and passage.opening("subject") and passage.say(order) == "đề nghị"
    )
    upward = upward or _of_another(reading, passage, order)
    if upward and not (reading.spoken and reading.leader_speaks):
        reading.part = Part.DISCUSSION
        return NOTHING
    if not reading.spoken and reading.part not in (Part.TASKS, Part.LEADER):
        return None
    to_own_rooms = reading.speaker.rank == DIRECTOR and "phòng" in passage.small
    if not reading.leader_speaks and not to_own_rooms:
        if reading.spoken:
            reading.part = Part.DISCUSSION
        return NOTHING if reading.spoken else None
    bad = bad_cue(passage, in_part=True)
    acts = any(order.start < act.start < (bad or act).stop for act in passage.all("bid", "must"))
    if bad and not acts and "lưu ý" in passage.say(order):
        return Verdict(Kind.SHORTCOMING, "leader-shortcoming", bad)
    reading.part = Part.TASKS
    return Verdict(Kind.TASK, "order", order)


def _of_another(reading: Reading, passage: Passage, order: Cue) -> bool:
    """Whether somebody who is no leader stands before "đề nghị" as its subject."""
    before = passage.small[
        passage.opening_at - passage.span.start : order.start - passage.span.start
    ]
    asks = passage.say(order).lower() == "đề nghị" and not reading.spoken
    return asks and len(before.split()) > 1 and not _ADVERBIAL.match(before)


def _wish(reading: Reading, passage: Passage) -> Cue | None:
    """What a leader hopes an agency will do is an order too."""
    wish = passage.first("wish")
    if wish is None or not (reading.spoken and reading.leader_speaks):
        return None
    return wish if any(cue.start > wish.stop for cue in passage.all("bid")) else None


def _proposal(reading: Reading, passage: Passage) -> Verdict | None:
    if not passage.has("proposal") or (reading.part is Part.TASKS and not reading.spoken):
        return None
    if reading.spoken and reading.leader_speaks:
        return None
    reading.part = Part.DISCUSSION
    return NOTHING


def _admission(reading: Reading, passage: Passage) -> Verdict | None:
    admit = passage.first("admit")
    if not admit or passage.has("order"):
        return None
    if reading.part is Part.TASKS and (passage.opening("bid") or passage.has("must")):
        return None
    if reading.part is not Part.LEADER:
        reading.part = Part.SHORTCOMINGS
    if passage.words < _SHORTEST_ADMISSION:
        return NOTHING
    return Verdict(Kind.SHORTCOMING, "admission", admit)


def _new_results(reading: Reading, passage: Passage) -> Verdict | None:
    """Results told after the orders: a paragraph that opens with the past year."""
    after = reading.part in (Part.TASKS, Part.LEADER, Part.PLAN, Part.AWARDS, Part.OPENING)
    if (
        after
        and passage.first_in_paragraph
        and not passage.has("order", "must", "plan")
        and not (passage.has("turn") and not passage.opening("results"))
        and not _looks_ahead(reading, passage)
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


def _looks_ahead(reading: Reading, passage: Passage) -> bool:
    """Whether the unit opens with the year of the plan and does not tell what was done."""
    year = _YEAR_AHEAD.match(passage.small)
    return bool(
        year
        and reading.plan_year
        and int(year[1]) >= reading.plan_year
        and "đã" not in passage.small.split()
    )


def _plan(reading: Reading, passage: Passage) -> Verdict | None:
    cue = passage.first("plan")
    if reading.part in _EARLY and not _INTENDS.search(passage.small):
        return None
    ours = (
        cue
        and (passage.first_in_paragraph or _SETS_ITSELF.search(passage.small))
        and (passage.opening("subject") or _looks_ahead(reading, passage))
        and not passage.has("must")
        and not any(act.stop <= cue.start for act in passage.all("bid"))
    )
    in_speech = reading.spoken or (reading.part in (Part.LEADER, Part.TASKS) and not ours)
    if reading.leader_speaks and in_speech:
        return None
    ahead = _looks_ahead(reading, passage) and bool(passage.has("bid", "subject"))
    if (cue and ahead) or ((cue or ahead) and not bad_cue(passage, in_part=False)):
        reading.part = Part.PLAN
        return Verdict(Kind.TASK, "plan", cue, Basis.OWN_PLAN)
    if reading.part is not Part.PLAN or reading.spoken or passage.has("turn"):
        return None
    return Verdict(Kind.TASK, "plan", passage.opening("bid"), Basis.OWN_PLAN)


def _shortcoming(reading: Reading, passage: Passage) -> Verdict | None:
    complains = reading.spoken and not reading.leader_speaks
    in_part = complains or reading.part in (Part.SHORTCOMINGS, Part.DISCUSSION)
    bad = bad_cue(passage, in_part=in_part)
    if not bad:
        return None
    if reading.part is Part.TASKS and (
        passage.opening("bid", "subject") or passage.has("must") or not passage.has("turn", "rest")
    ):
        return None
    if reading.part is Part.TASKS:
        reading.part = Part.LEADER
    elif reading.part is Part.RESULTS and (passage.has("turn") or passage.first_in_paragraph):
        reading.part = Part.SHORTCOMINGS
    return Verdict(Kind.SHORTCOMING, "bad", bad)


def _task(reading: Reading, passage: Passage) -> Verdict | None:
    if not reading.leader_speaks or reading.part not in (Part.TASKS, Part.LEADER):
        return None
    act = passage.opening("bid") or passage.first("must")
    if reading.part is Part.TASKS:
        if not act and (passage.opening("title") or _ACCORDING.match(passage.small)):
            return NOTHING
        if not act and passage.text[-1] in '”"' and not passage.has("bid"):
            return NOTHING
        return Verdict(Kind.TASK, "task-list", act)
    if act is None and passage.opening("subject"):
        act = passage.first("bid")
    if act and not re.search(r"(?<!\w)(?:đã|được)(?!\w)", passage.small):
        reading.part = Part.TASKS
        return Verdict(Kind.TASK, "leader-must", act)
    return None


def _delegate(reading: Reading, passage: Passage) -> Verdict | None:
    """Somebody without authority speaks: what is bad was taken before, the rest is no result of the year."""
    below = not reading.leader_speaks and not reading.reports
    if reading.spoken and below and reading.speaker.rank not in (0, DIRECTOR):
        reading.part = Part.RESULTS if reading.part in _EARLY else Part.DISCUSSION
    if reading.part is Part.DISCUSSION and not _is_told(reading, passage):
        return NOTHING
    return None


def _is_told(reading: Reading, passage: Passage) -> bool:
    """Whether who takes part in the discussion tells of a result: done, and with a figure."""
    done = passage.has("done") and not passage.has("proposal", "plan", "praise", "order")
    return bool(done and find_figures(passage.text) and not passage.has("turn", "weak"))


def _result(reading: Reading, passage: Passage) -> Verdict | None:
    done = passage.first("done")
    left = done and _STRONG.search(passage.small) and not _LEAVES_OPEN.search(passage.small)
    if reading.part is Part.SHORTCOMINGS and not left:
        if not _says_something(passage) and not passage.has("rest", "weak"):
            return NOTHING
        return Verdict(Kind.SHORTCOMING, "shortcoming-list")
    if done is None and (reading.spoken or not _says_something(passage)):
        return NOTHING
    if reading.attended and reading.part in _EARLY and not passage.first_in_paragraph and not done:
        return NOTHING
    if reading.part is Part.RESULTS or done or find_figures(passage.text):
        if reading.part in (*_EARLY, Part.SHORTCOMINGS):
            reading.part = Part.RESULTS
        return Verdict(Kind.ACHIEVEMENT, "result" if done else "result-list", done)
    return None


def _says_something(passage: Passage) -> bool:
    """Whether a unit without a word of success names a thing of the trade, an act or a figure."""
    return bool(
        passage.opening("bid")
        or find_figures(passage.text)
        or not passage.firsts.keys().isdisjoint(word_list("fields"))
    )


# Each rule with the groups of cues of which it needs one; without any it is asked about every unit.
_NONE: frozenset[str] = frozenset()
RULES = (
    (_NONE, _table_or_question),
    (_NONE, _heading),
    (_NONE, _head_or_foot),
    (_NONE, _new_results),
    (_NONE, _award),
    (frozenset({"meeting"}), _meeting),
    (frozenset({"post"}), _person_line),
    (_NONE, _lead_in),
    (frozenset({"praise"}), _praise),
    (_NONE, _aside),
    (_NONE, _somebody),
    (frozenset({"order", "wish"}), _order),
    (frozenset({"proposal"}), _proposal),
    (frozenset({"admit"}), _admission),
    (_NONE, _plan),
    (frozenset({"bad", "weak", "turn"}), _shortcoming),
    (_NONE, _task),
    (_NONE, _delegate),
    (_NONE, _result),
)
