"""What to look at in the lines of a report before it is handed in. Nothing here blocks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.number_check import foreign_numbers
from tttt_desktop.domain.records import ArticleState, Basis, Kind, Page
from tttt_desktop.reporting.lines import Entry, deadline, wording
from tttt_desktop.reporting.numerals import count
from tttt_desktop.reporting.tree import Notice

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Check:
    """What some entries lack: told once, with how many there are and where. `of_lines`: merged ones count once."""

    what: str
    remedy: str
    lacks: Callable[[Entry], bool]
    of_lines: bool = True


def find(pages: Sequence[Page], entries: Sequence[Entry]) -> Iterator[Notice]:
    """Figures that differ from the quotations, one by one; then what is missing, counted. `entries` are the lines."""
    entries = sorted(entries, key=lambda entry: (entry.source, entry.annotation.span.start))
    for entry in entries:
        yield from _figures(entry)
    members = [one for entry in entries for one in entry.members]
    for check in CHECKS:
        yield from _counted(check, entries if check.of_lines else members)
    yield from _unread(pages)
    yield from _open_suggestions(pages)


def _figures(entry: Entry) -> Iterator[Notice]:
    """ "Số 74,2 không có trong trích dẫn (gốc: 742,67)." """
    annotation = entry.annotation
    if not annotation.statement:
        return
    quotes = "\n".join(one.annotation.quote for one in entry.members)
    articles = [one.article for one in entry.members]
    years = {year for one in articles for year in (one.review_year, one.plan_year) if year}
    for number, _ in foreign_numbers(annotation.statement, quotes, years):
        printed = "; ".join(_NUMBER.findall(quotes))
        origin = f"gốc: {printed}" if printed else "câu gốc không có số"
        yield Notice(
            f"Số {number} không có trong trích dẫn ({origin}).",
            ((entry.article.id, annotation.id),),
            "Hãy sửa câu viết theo đúng trích dẫn.",
        )


def _is_assigned(entry: Entry) -> bool:
    return entry.annotation.kind is Kind.TASK and entry.task.basis is Basis.ASSIGNED


def _reads_as_result(entry: Entry) -> bool:
    """A shortcoming that says nothing weak, and something that only results say."""
    if entry.annotation.kind is not Kind.SHORTCOMING:
        return False
    said = wording(entry.annotation)
    return bool(_words("good").search(said)) and not _words("bad").search(said)


def _reads_as_shortcoming(entry: Entry) -> bool:
    if entry.annotation.kind is not Kind.ACHIEVEMENT:
        return False
    return bool(_words("weak_openings").match(wording(entry.annotation).lstrip("“«\"'- ")))


@cache
def _words(name: str) -> re.Pattern[str]:
    words = any_of(word_list("sense")["wording"][name])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


CHECKS = (
    Check(
        "đánh dấu đã mất chỗ trong bài; câu trích là của bản cũ",
        "Hãy mở bài và đặt lại chỗ.",
        lambda entry: entry.annotation.lost,
        of_lines=False,
    ),
    Check(
        "nhiệm vụ được giao chưa rõ người giao",
        "Hãy điền Người giao.",
        lambda entry: _is_assigned(entry) and not entry.task.assigner.strip(),
    ),
    Check(
        "nhiệm vụ được giao chưa rõ đơn vị chủ trì",
        "Hãy điền Chủ trì.",
        lambda entry: _is_assigned(entry) and not entry.task.lead.strip(),
    ),
    Check(
        "nhiệm vụ được giao chưa có thời hạn",
        "Hãy điền Thời hạn; bài không nêu thì để trống.",
        lambda entry: _is_assigned(entry) and not deadline(entry.task),
    ),
    Check(
        "ý ở mục tồn tại, hạn chế nhưng viết như một kết quả",
        "Hãy xem lại loại của đánh dấu.",
        _reads_as_result,
    ),
    Check(
        "ý ở mục kết quả nhưng viết như một tồn tại",
        "Hãy xem lại loại của đánh dấu.",
        _reads_as_shortcoming,
    ),
)


def _counted(check: Check, entries: Sequence[Entry]) -> Iterator[Notice]:
    refs = tuple((one.article.id, one.annotation.id) for one in entries if check.lacks(one))
    if refs:
        yield Notice(f"{count(len(refs))} {check.what}.", refs, check.remedy)


def _unread(pages: Sequence[Page]) -> Iterator[Notice]:
    refs = tuple(
        (page.article.id, 0) for page in pages if page.article.state is not ArticleState.DONE
    )
    if refs:
        said = f"{count(len(refs))} bài viết chưa đọc xong."
        yield Notice(said, refs, "Hãy đọc nốt, hoặc chọn phạm vi “Bài đã xong”.")


def _open_suggestions(pages: Sequence[Page]) -> Iterator[Notice]:
    refs = tuple((page.article.id, 0) for page in pages for _ in page.suggestions)
    if refs:
        yield Notice(
            f"Còn {count(len(refs))} gợi ý chưa xem; gợi ý không vào báo cáo.",
            tuple(dict.fromkeys(refs)),
            "Hãy nhận hoặc bỏ các gợi ý còn lại.",
        )
