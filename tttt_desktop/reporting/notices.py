"""What to look at before the report is handed in. Nothing here blocks."""

import re
from collections.abc import Callable, Iterator, Sequence

from tttt_desktop.domain.figures import parse_number
from tttt_desktop.domain.records import Annotation, ArticleState, Basis, Kind, Page, Task
from tttt_desktop.reporting.lines import Entry, deadline
from tttt_desktop.reporting.numerals import count
from tttt_desktop.reporting.tree import Notice

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def find(pages: Sequence[Page], entries: Sequence[Entry]) -> Iterator[Notice]:
    """Figures that differ from the quotations, one by one; then what is missing, counted. `entries` are the lines."""
    entries = sorted(entries, key=lambda entry: (entry.source, entry.annotation.span.start))
    for entry in entries:
        yield from _figures(entry)
    members = [one for entry in entries for one in entry.members]
    yield from _counted("đánh dấu đã mất chỗ trong bài; câu trích là của bản cũ", members, _lost)
    yield from _counted("nhiệm vụ được giao chưa có thời hạn", entries, _no_deadline)
    yield from _unread(pages)
    yield from _open_suggestions(pages)


def _figures(entry: Entry) -> Iterator[Notice]:
    """ "Số 74,2 không có trong trích dẫn (gốc: 742,67)." """
    annotation = entry.annotation
    if not annotation.statement:
        return
    printed = [n for one in entry.members for n in _NUMBER.findall(one.annotation.quote)]
    known = {_value(number) for number in printed}
    for number in dict.fromkeys(_NUMBER.findall(annotation.statement)):
        if _value(number) not in known:
            origin = f"gốc: {'; '.join(printed)}" if printed else "câu gốc không có số"
            yield Notice(
                f"Số {number} không có trong trích dẫn ({origin}).",
                ((entry.article.id, annotation.id),),
            )


def _value(number: str) -> float | str:
    try:
        return parse_number(number)
    except ValueError:
        return number


def _lost(annotation: Annotation) -> bool:
    return annotation.lost


def _no_deadline(annotation: Annotation) -> bool:
    task = annotation.task or Task()
    assigned = annotation.kind is Kind.TASK and task.basis is Basis.ASSIGNED
    return assigned and not deadline(task)


def _counted(
    what: str, entries: Sequence[Entry], wanted: Callable[[Annotation], bool]
) -> Iterator[Notice]:
    refs = tuple((one.article.id, one.annotation.id) for one in entries if wanted(one.annotation))
    if refs:
        yield Notice(f"{count(len(refs))} {what}.", refs)


def _unread(pages: Sequence[Page]) -> Iterator[Notice]:
    refs = tuple(
        (page.article.id, 0) for page in pages if page.article.state is not ArticleState.DONE
    )
    if refs:
        yield Notice(f"{count(len(refs))} bài viết chưa đọc xong.", refs)


def _open_suggestions(pages: Sequence[Page]) -> Iterator[Notice]:
    refs = tuple((page.article.id, 0) for page in pages for _ in page.suggestions)
    if refs:
        yield Notice(
            f"Còn {count(len(refs))} gợi ý chưa xem; gợi ý không vào báo cáo.",
            tuple(dict.fromkeys(refs)),
        )
