"""Numbers the Vietnamese way, with a point between thousands and a comma before decimals; blanks before units."""

import re
from collections.abc import Iterator
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.records import Span
from tttt_desktop.proofing.finding import Fault, Finding, Style

_NUMBER = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)+(?![\w/-]|[.,]\d)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+,\d+")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_POINTED = re.compile(r"\d+\.\d{1,2}")
_CALLED = re.compile(r"0\d.*|1[89]00\.\d{4,}|(?:19|20)\d\d\.\d")  # a telephone; a year and a note
_ZERO_POINTED = re.compile(r"0\.\d+")
_VERSION = re.compile(r"[1-9]\.0")
_NUMBERED = re.compile(
    r"(?:mục|điểm|khoản|bảng|biểu|hình|phụ lục|phần|chương|tiết|bài|phiên bản|version|v|wifi|wi-fi|bluetooth|usb|html|lúc|hồi|nhóm|mẫu|mã|số)\s*$",
    re.IGNORECASE,
)
_MONEY = ("tỷ", "tỉ", "triệu", "nghìn", "ngàn", "đồng")
_PERCENT = re.compile(r"(?<=\d)( *)%")
_GROUPLESS = r"(?<![\w.,/-])\d{4,15}(?= (?:"


@cache
def _counted() -> re.Pattern[str]:
    """A number without points before what it counts."""
    units = {*word_list("units")["nouns"], *_MONEY, "người", "hộ", "lượt", "thuê bao", "trạm"}
    return re.compile(rf"{_GROUPLESS}{any_of(units)})(?!\w))")


@cache
def _measured() -> re.Pattern[str]:
    """What follows a quantity, and never the number of a heading or a document."""
    return re.compile(rf" (?:{any_of(_MONEY)}|người|hộ|lượt|thuê bao|trạm|%)(?!\w)|%")


@cache
def _glued() -> re.Pattern[str]:
    """A number and the word of its unit without a blank between them."""
    words = {word for word in word_list("units")["single"] if len(word) > 2 and not word.isascii()}
    words |= {"km", "ha", "kg"}
    return re.compile(rf"(?<![\w.,])\d+(?:[.,]\d+)*(?=(?:{any_of({*words, *_MONEY})})(?!\w))")


def find(text: str, style: Style) -> Iterator[Finding]:
    """Numbers written another way; percent signs and units as the style has them."""
    if not any(map(str.isdigit, text)):
        return
    for found in _NUMBER.finditer(text):
        yield from _number(text, found)
    for found in _counted().finditer(text):
        yield from _ungrouped(found)
    for found in _glued().finditer(text):
        why = "Giữa con số và đơn vị tính phải có một dấu cách."
        yield Finding(Span(*found.span()), Fault.UNIT, why, f"{found[0]} ")
    yield from _percents(text, style)


def _number(text: str, found: re.Match[str]) -> Iterator[Finding]:
    printed, span = found[0], Span(*found.span())
    if _THOUSANDS.fullmatch(printed) or _CALLED.fullmatch(printed) or _is_numbering(text, found):
        return
    if _DECIMAL.fullmatch(printed):
        counted = re.match(
            r" (?:người|hộ|thuê bao|lượt|cơ quan|đơn vị|doanh nghiệp|hồ sơ|văn bản)\b",
            text[found.end() :],
        )
        if counted and _ENGLISH.fullmatch(printed):
            why = "Hàng nghìn ngăn bằng dấu chấm; dấu phẩy là của phần thập phân."
            yield Finding(span, Fault.NUMBER, why, printed.replace(",", "."))
        return
    if _ENGLISH.fullmatch(printed):
        why = "Số viết theo kiểu nước ngoài: hàng nghìn ngăn bằng dấu chấm, phần thập phân sau dấu phẩy."
        yield Finding(span, Fault.NUMBER, why, printed.translate(str.maketrans(",.", ".,")))
    elif _POINTED.fullmatch(printed) or _ZERO_POINTED.fullmatch(printed):
        why = "Phần thập phân viết sau dấu phẩy, không sau dấu chấm."
        yield Finding(span, Fault.NUMBER, why, printed.replace(".", ","))
    else:
        yield Finding(span, Fault.NUMBER, "Các nhóm chữ số của số này không đều; hãy xem lại số.")


def _is_numbering(text: str, found: re.Match[str]) -> bool:
    """Whether "1.2" is the number of a heading, a version or an hour and no quantity."""
    before = text[: found.start()]
    opens = not before.strip(" -–+•\n(") or before.endswith("\n")
    version = _VERSION.fullmatch(found[0]) and not text[found.end() :].startswith(("%", " %"))
    named = _NUMBERED.search(before) and not _measured().match(text, found.end())
    return opens or bool(version) or bool(named) or found[0].count(".") > 2


def _ungrouped(found: re.Match[str]) -> Iterator[Finding]:
    value = int(found[0])
    if found[0][0] == "0" or (len(found[0]) == 4 and 1900 <= value <= 2100):
        return
    why = "Số từ hàng nghìn trở lên ngăn từng ba chữ số bằng dấu chấm."
    yield Finding(Span(*found.span()), Fault.NUMBER, why, f"{value:,}".replace(",", "."))


def _percents(text: str, style: Style) -> Iterator[Finding]:
    if style.percent_apart is None or "%" not in text:
        return
    right = " %" if style.percent_apart else "%"
    for found in _PERCENT.finditer(text):
        if found[0] != right:
            why = f"Báo cáo này viết “100{right}”; cả báo cáo nên một kiểu."
            yield Finding(Span(*found.span()), Fault.UNIT, why, right)
