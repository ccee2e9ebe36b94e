"""Whether an article is a review of a year, a half-year, a quarter at all; notices and news get no proposals."""

import re
from collections import Counter
from collections.abc import Iterator

from tttt_desktop.domain.records import Kind
from tttt_desktop.suggesting.framing import opens_with_past_year
from tttt_desktop.suggesting.parts import Judged
from tttt_desktop.suggesting.passage import Passage
from tttt_desktop.suggesting.speech import DIRECTOR

_HEAD = 1500  # characters in which an article says what it is about
_TIME = r"(?:năm \d{4}|năm qua|năm vừa qua|một năm|năm cũ|cuối năm|(?:6|9|sáu|chín) tháng|quý (?:i{1,3}|iv|[1-4])(?!\w)|nhiệm kỳ)"
_TIMES = re.compile(_TIME)
_MEETS = re.compile(r"(?:tổng kết|sơ kết)(?! giải| mùa| trận| chuyến)")
_BODY = re.compile(
    r"(?<!\w)(?:sở|ubnd|tỉnh [uủ][ỷy]|huyện|thị xã|phòng|đảng|ngành|cục|bộ|viễn thông|vnpt|viettel|bưu điện|đồng chí|giám đốc|bí thư|chủ tịch)(?!\w)"
)
_REVIEWS = re.compile(
    rf"(?:triển khai|phương hướng|nhiệm vụ|kết quả|đánh giá|nhìn lại)[^.;\n]{{0,80}}?{_TIME}"
    rf"|{_TIME}[^.;\n]{{0,60}}?(?:kết quả|nhiệm vụ|phương hướng)"
)
_GATHERS = re.compile(
    r"(?<!\w)(?:họp|hội nghị|kết luận|đánh giá|nhìn lại|soát xét|kiểm điểm|báo cáo|điểm lại|rút kinh nghiệm|tổng kết|sơ kết)(?!\w)"
)
_ENOUGH_MARKS = 2
_ENOUGH_PROPOSALS = 6


def is_review(found: list[Passage], judgements: list[Judged]) -> bool:
    """Whether the article says in its head that it reviews a time, and has two more marks of the genre or all its parts."""
    head: list[str] = []
    for passage in found:
        if passage.span.start > _HEAD:
            break
        head.append(passage.small)
    if _has_all_parts(judgements) and _is_about_a_time("\n".join(head)):
        return not _of_another_kind(found)
    if not any(map(_MEETS.search, head)) and not any(map(_looks_back, head)):
        return False
    return sum(_marks(found, judgements)) >= _ENOUGH_MARKS and not _of_another_kind(found)


def _looks_back(line: str) -> bool:
    """Whether a public body looks back at a time, or ahead at its tasks."""
    return bool(_BODY.search(line) and _REVIEWS.search(line))


def _is_about_a_time(head: str) -> bool:
    """Whether a public body, a time and a gathering are named, be it apart."""
    return bool(_BODY.search(head) and _TIMES.search(head) and _GATHERS.search(head))


def _has_all_parts(judgements: list[Judged]) -> bool:
    """Whether results stand beside shortcomings and tasks, as they do in a review and hardly elsewhere."""
    kinds = Counter(judged.verdict.kind for judged in judgements)
    parts = [kinds[Kind.ACHIEVEMENT], kinds[Kind.SHORTCOMING], kinds[Kind.TASK]]
    return min(parts) > 0 and sum(parts) >= _ENOUGH_PROPOSALS


def _marks(found: list[Passage], judgements: list[Judged]) -> Iterator[bool]:
    yield any(passage.has("meeting") for passage in found[:12])
    yield any(
        judged.verdict.rule in ("order", "leader-must") and judged.speaker.rank >= DIRECTOR
        for judged in judgements
    )
    yield any(passage.has("praise") and passage.has("speech", "post", "title") for passage in found)
    yield any(passage.has("award", "occasion") for passage in found)
    yield any(passage.has("tasks_ahead") for passage in found)
    yield any(opens_with_past_year(passage) and passage.has("done") for passage in found)
    yield any(passage.has("results") for passage in found)
    yield any(passage.has("turn") and passage.has("bad", "weak") for passage in found)
    yield any(passage.is_line and passage.has("results", "plan", "weak") for passage in found)


def _of_another_kind(found: list[Passage]) -> bool:
    """Whether words of another genre stand in several of its units: a vacancy, a match, a price list."""
    return sum(passage.has("elsewhere") for passage in found) > max(2, len(found) // 12)
