"""What is ordered, wished, proposed or planned: the tasks of an article."""

import re

from tttt_desktop.domain.records import Basis, Kind
from tttt_desktop.suggesting.cues import Cue
from tttt_desktop.suggesting.framing import EARLY, looks_ahead
from tttt_desktop.suggesting.parts import NOTHING, Part, Reading, Verdict
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.speech import DIRECTOR
from tttt_desktop.suggesting.weakness import bad_cue

_INTENDS = re.compile(r"(?<!\w)(?:sẽ|phấn đấu|dự kiến|đặt mục tiêu|đặt chỉ tiêu|cam kết)(?!\w)")
_ADVERBIAL = re.compile(
    r"(?:về|trong|đối với|với|để|năm|thời gian|riêng|cùng|bên cạnh|trước|từ|ngoài|nhằm|qua|do|sau|khi|nhân|vì)(?!\w)"
)
_SETS_ITSELF = re.compile(r"(?<!\w)(?:đặt mục tiêu|dự kiến|đăng ký|hứa|cam kết)(?!\w)")
_ACCORDING = re.compile(r"theo (?:đồng chí|ông|bà|phó|chủ tịch|bí thư|giám đốc)")


def praise(reading: Reading, passage: Passage) -> Verdict | None:
    """Praise without an order is nothing, and opens a leader's speech."""
    if not passage.has("praise") or passage.has("order"):
        return None
    if reading.spoken or reading.part is Part.LEADER:
        if reading.leader_speaks:
            reading.part = Part.LEADER
        return NOTHING
    return NOTHING if not passage.has("bid", "must") else None


def order(reading: Reading, passage: Passage) -> Verdict | None:
    """A word of order in the mouth of a leader gives a task; from others, upwards, it is a proposal."""
    said = passage.first("order") or _wish(reading, passage)
    if not said:
        return None
    upward = passage.has("proposal") or (
        not reading.spoken and passage.opening("subject") and passage.say(said) == "đề nghị"
    )
    upward = upward or _of_another(reading, passage, said)
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
    acts = any(said.start < act.start < (bad or act).stop for act in passage.all("bid", "must"))
    if bad and not acts and "lưu ý" in passage.say(said):
        return Verdict(Kind.SHORTCOMING, "leader-shortcoming", bad)
    reading.part = Part.TASKS
    return Verdict(Kind.TASK, "order", said)


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


def proposal(reading: Reading, passage: Passage) -> Verdict | None:
    """What is proposed upwards is nothing."""
    if not passage.has("proposal") or (reading.part is Part.TASKS and not reading.spoken):
        return None
    if reading.spoken and reading.leader_speaks:
        return None
    reading.part = Part.DISCUSSION
    return NOTHING


def plan(reading: Reading, passage: Passage) -> Verdict | None:
    """What the house sets itself: words of intent, the year ahead, or the part of plans."""
    cue = passage.first("plan")
    if reading.part in EARLY and not _INTENDS.search(passage.small):
        return None
    ours = (
        cue
        and (passage.first_in_paragraph or _SETS_ITSELF.search(passage.small))
        and (passage.opening("subject") or looks_ahead(reading, passage))
        and not passage.has("must")
        and not any(act.stop <= cue.start for act in passage.all("bid"))
    )
    in_speech = reading.spoken or (reading.part in (Part.LEADER, Part.TASKS) and not ours)
    if reading.leader_speaks and in_speech:
        return None
    ahead = looks_ahead(reading, passage) and bool(passage.has("bid", "subject"))
    if (cue and ahead) or ((cue or ahead) and not bad_cue(passage, in_part=False)):
        reading.part = Part.PLAN
        return Verdict(Kind.TASK, "plan", cue, Basis.OWN_PLAN)
    if reading.part is not Part.PLAN or reading.spoken or passage.has("turn"):
        return None
    return Verdict(Kind.TASK, "plan", passage.opening("bid"), Basis.OWN_PLAN)


def task(reading: Reading, passage: Passage) -> Verdict | None:
    """In a leader's speech: each item among his tasks, and before them what must be done."""
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
