"""What is told: shortcomings, results, what stands aside, and what those say who take part."""

import re

from tttt_desktop.domain.lists import word_list
from tttt_desktop.domain.records import Kind
from tttt_desktop.suggesting.framing import EARLY
from tttt_desktop.suggesting.parts import NOTHING, Part, Reading, Verdict
from tttt_desktop.suggesting.passage import Passage, figures_in
from tttt_desktop.suggesting.speech import DIRECTOR
from tttt_desktop.suggesting.weakness import bad_cue

_OPENS_WITHIN = 30
_NAMES_NONE = re.compile(
    r"còn (?:có )?(?:một số |những |nhiều )(?:mặt )?(?:(?:tồn tại|hạn chế|khuyết điểm|khó khăn|vướng mắc)(?:, | và )?)+"
    r"(?: nhất định| cần khắc phục)?[.]?$"
)
_SOMEBODY = re.compile(
    r"(?:[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ) [A-ZĐ]|[^”]{0,400}”,? (?:anh|chị|cô|chú|bác|cụ)(?!\w)"
)
_STRONG = re.compile(r"\d|(?<!\w)(?:đã|đạt|hoàn thành|vượt|tăng)(?!\w)")
_SHORTEST_ADMISSION = 10  # words: fewer name nothing
_GATHERING = re.compile(
    r"(?:tại |cũng tại )?(?:phiên họp|hội nghị|cuộc họp|buổi|các đại biểu|đại biểu)"
)
_LEAVES_OPEN = re.compile(r"(?<!\w)(?:vẫn|còn|mới|chỉ|phải|mà)(?!\w)")


def aside(reading: Reading, passage: Passage) -> Verdict | None:
    """Causes, circumstances and mere mentions of shortcomings are nothing."""
    if _NAMES_NONE.search(passage.small):
        reading.part = Part.SHORTCOMINGS if reading.part is not Part.LEADER else reading.part
        return NOTHING
    cause = passage.first("cause")
    told_first = cause is not None and cause.start - passage.span.start < _OPENS_WITHIN
    ordered = reading.part is Part.TASKS and reading.leader_speaks and not reading.spoken
    ordered = ordered and not _GATHERING.match(passage.small)
    beside = told_first or passage.has("context") or (passage.has("mention") and not ordered)
    if passage.has("mention") and reading.part is Part.RESULTS and not passage.has("done"):
        reading.part = Part.SHORTCOMINGS
    if beside and not passage.has("order"):
        return NOTHING
    return None


def somebody(reading: Reading, passage: Passage) -> Verdict | None:
    """A person of the people tells of himself: what he misses counts, nothing else."""
    told = "”" in passage.text or passage.text[0] in "AaBbCc"
    if not told or not _SOMEBODY.match(passage.text):
        return None
    bad = bad_cue(passage, in_part=True)
    return Verdict(Kind.SHORTCOMING, "bad", bad) if bad else NOTHING


def admission(reading: Reading, passage: Passage) -> Verdict | None:
    """Somebody admits or points out what is weak."""
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


def shortcoming(reading: Reading, passage: Passage) -> Verdict | None:
    """A weak word that nothing shields tells a shortcoming; among tasks only beside "còn", "tuy nhiên"."""
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


def delegate(reading: Reading, passage: Passage) -> Verdict | None:
    """Somebody without authority speaks: what is bad was taken before, the rest is no result of the year."""
    below = not reading.leader_speaks and not reading.reports
    if reading.spoken and below and reading.speaker.rank not in (0, DIRECTOR):
        reading.part = Part.RESULTS if reading.part in EARLY else Part.DISCUSSION
    if reading.part is Part.DISCUSSION and not _is_told(reading, passage):
        return NOTHING
    return None


def _is_told(reading: Reading, passage: Passage) -> bool:
    """Whether who takes part in the discussion tells of a result: done, and with a figure."""
    done = passage.has("done") and not passage.has("proposal", "plan", "praise", "order")
    return bool(done and figures_in(passage) and not passage.has("turn", "weak"))


def result(reading: Reading, passage: Passage) -> Verdict | None:
    """What is left: results, and in the part of shortcomings these."""
    done = passage.first("done")
    left = done and _STRONG.search(passage.small) and not _LEAVES_OPEN.search(passage.small)
    if reading.part is Part.SHORTCOMINGS and not left:
        if not _says_something(passage) and not passage.has("rest", "weak"):
            return NOTHING
        return Verdict(Kind.SHORTCOMING, "shortcoming-list")
    if done is None and (reading.spoken or not _says_something(passage)):
        return NOTHING
    if reading.attended and reading.part in EARLY and not passage.first_in_paragraph and not done:
        return NOTHING
    if reading.part is Part.RESULTS or done or figures_in(passage):
        if reading.part in (*EARLY, Part.SHORTCOMINGS):
            reading.part = Part.RESULTS
        return Verdict(Kind.ACHIEVEMENT, "result" if done else "result-list", done)
    return None


def _says_something(passage: Passage) -> bool:
    """Whether a unit without a word of success names a thing of the trade, an act or a figure."""
    return bool(
        passage.opening("bid")
        or figures_in(passage)
        or not passage.firsts.keys().isdisjoint(word_list("fields"))
    )
