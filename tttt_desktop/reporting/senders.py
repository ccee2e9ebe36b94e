"""What to look at in the particulars of the office, and in the title, before a report is handed in."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.reporting.office import day_written, number_written
from tttt_desktop.reporting.tree import Briefing, Notice, Office

_DEGREE = re.compile(r"^(GS|PGS|TS|ThS|BS|KS|CN|Tiến sĩ|Thạc sĩ)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# What a report cannot go out without; number and day are filled in at the signing.
_NEEDED: tuple[tuple[str, str, Callable[[Office], object]], ...] = (
    ("office.name", "Cơ quan ban hành", lambda office: office.name),
    ("office.place", "Địa danh", lambda office: office.place),
    ("office.symbol", "Ký hiệu", lambda office: office.symbol),
    ("office.signer_title", "Chức vụ người ký", lambda office: office.signer_title),
    ("office.signer_name", "Họ tên người ký", lambda office: office.signer_name),
)
Get = Callable[[str], str]


def find(made: Briefing, get: Get, on: date) -> Iterator[Notice]:
    """Everything there is to say of a report signed on the day `on`; `get` gives a setting as it was typed."""
    yield from _unreadable(get)
    yield from _empty(made.office)
    yield from _abolished(made.office, on)
    yield from _years(made)
    if not made.sources:
        yield Notice(
            "Báo cáo chưa có bài viết nào.", (), "Hãy chọn năm hoặc phạm vi khác.", "report.year"
        )


def _unreadable(get: Get) -> Iterator[Notice]:
    """What was typed and could not be used, or goes against the decree."""
    if get("office.number").strip() and not number_written(get("office.number")):
        yield _of_office(
            "Số văn bản trong cài đặt không phải là một con số nên được để trống.",
            "Hãy chỉ ghi con số, ví dụ 05.",
            "office.number",
        )
    if get("office.date").strip() and day_written(get("office.date")) is None:
        yield _of_office(
            "Ngày ký trong cài đặt không đọc được nên được để trống.",
            "Hãy ghi như 06/01/2026.",
            "office.date",
        )
    if _DEGREE.match(get("office.signer_name").strip()):
        yield _of_office(
            "Trước họ tên người ký không ghi học hàm, học vị.",
            "Hãy bỏ học hàm, học vị.",
            "office.signer_name",
        )


def _empty(office: Office) -> Iterator[Notice]:
    for setting, label, said in _NEEDED:
        if not said(office):
            yield _of_office(f"Chưa có {label}.", "Hãy điền trong Thông tin cơ quan.", setting)
    if not (office.addressees or office.recipients):
        yield _of_office(
            "Chưa có nơi gửi, nơi nhận nào.", "Hãy điền Kính gửi hoặc Nơi nhận.", "office.addressee"
        )


def _abolished(office: Office, on: date) -> Iterator[Notice]:
    """Names of bodies that there were no more on that day."""
    for setting, names in (
        ("office.addressee", office.addressees),
        ("office.recipients", office.recipients),
    ):
        for name in names:
            if _named("district", on, name):
                yield _of_office(
                    f"“{name}”: cấp huyện không còn từ {_since('district'):%d/%m/%Y}.",
                    "Hãy thay bằng cơ quan cấp xã hoặc cấp tỉnh.",
                    setting,
                )
    for setting, name in (("office.name", office.name), ("office.symbol", office.symbol)):
        if _named("merged_office", on, name):
            yield _of_office(
                f"“{name}” không còn từ {_since('merged_office'):%d/%m/%Y}.",
                "Hãy ghi tên cơ quan hiện nay; tên trước đây ghi ở ô Tên cũ.",
                setting,
            )


def _of_office(message: str, remedy: str, setting: str) -> Notice:
    return Notice(message, (), remedy, setting)


def _since(name: str) -> date:
    since = word_list("sense")[name]["since"]
    assert isinstance(since, date)
    return since


def _named(name: str, on: date, said: str) -> str:
    """The word of the list that `said` has, where the list counts on that day; else ""."""
    found = _pattern(name).search(said) if on >= _since(name) else None
    return found[0] if found else ""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = any_of(word_list("sense")[name]["words"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _years(made: Briefing) -> Iterator[Notice]:
    """A title of a year that no article is near: an article of January tells of the year before and plans its own."""
    published = {one.published_on.year for one in made.sources if one.published_on}
    near = {year + more for year in published for more in (-1, 0, 1)}
    for year in dict.fromkeys(map(int, _YEAR.findall(made.title))):
        if published and year not in near:
            told = ", ".join(map(str, sorted(published)))
            yield Notice(
                f"Tên báo cáo nói năm {year} nhưng các bài viết đăng năm {told}.",
                (),
                "Hãy xem lại tên báo cáo và năm.",
                "report.title",
            )
