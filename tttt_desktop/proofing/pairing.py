"""Quotation marks, brackets and dashes: one kind in the whole report, none left open."""

import re
from collections.abc import Iterable, Iterator

from tttt_desktop.domain.records import Span
from tttt_desktop.proofing.finding import Fault, Finding, Style

_AFTER_NOTHING = re.compile(r"(?:^|[\s(\[“«/-])$")
_APART = re.compile(r"(?<=\S) ([-–—]) (?=\S)")
_ONE_SIDE = re.compile(
    r"(?<=[^\W_])(?:(?P<after>[-–—] )(?=[^\W\d_])|(?P<before> [-–—])(?=[^\W\d_]))"
)
_LIST_DASH = re.compile(r"^([-–—+])(?=[^\W\d_])", re.MULTILINE)
_LISTED = re.compile(r"[\w.]+(?:-[\w.]+)+-$")


def find(text: str, style: Style) -> Iterator[Finding]:
    """Marks of the other kind, marks without their partner, dashes with a blank on one side only."""
    if any(mark in text for mark in '"“”«»(['):
        yield from _quotes(text, style)
        yield from _partners(text)
    if any(mark in text for mark in "-–—"):
        yield from _dashes(text, style)


def _quotes(text: str, style: Style) -> Iterator[Finding]:
    if style.curly is None:
        return
    for at, mark in enumerate(text):
        span = Span(at, at + 1)
        if style.curly and mark == '"' and not text[:at].endswith(tuple("0123456789")):
            opens = bool(_AFTER_NOTHING.search(text[:at][-1:])) or at == 0
            why = "Báo cáo này dùng ngoặc kép cong “ ”; cả báo cáo nên một kiểu."
            yield Finding(span, Fault.QUOTE, why, "“" if opens else "”")
        elif not style.curly and mark in "“”":
            why = 'Báo cáo này dùng ngoặc kép thẳng " "; cả báo cáo nên một kiểu.'
            yield Finding(span, Fault.QUOTE, why, '"')


_PARTNERS = (
    ("“", "”", "ngoặc kép"),
    ("«", "»", "ngoặc kép"),
    ("(", ")", "ngoặc đơn"),
    ("[", "]", "ngoặc vuông"),
)


def _partners(text: str) -> Iterator[Finding]:
    for first, last, name in _PARTNERS:
        opened: list[int] = []
        for at, mark in enumerate(text):
            if mark == first:
                opened.append(at)
            elif mark == last and opened:
                opened.pop()
        if opened:
            at = opened[-1]
            yield Finding(Span(at, at + 1), Fault.QUOTE, f"Mở {name} mà không đóng.")
    if text.count('"') % 2 and not re.search(r'\d"', text):
        at = text.rindex('"')
        yield Finding(Span(at, at + 1), Fault.QUOTE, "Có một dấu ngoặc kép lẻ đôi.")


def _dashes(text: str, style: Style) -> Iterator[Finding]:
    for found in _LIST_DASH.finditer(text):
        why = "Sau gạch đầu dòng phải có một dấu cách."
        yield Finding(Span(*found.span()), Fault.DASH, why, f"{found[1]} ")
    for found in _ONE_SIDE.finditer(text):
        if not _LISTED.search(text[: found.start() + 1]):
            mark = (found["after"] or found["before"]).strip()
            why = "Gạch nối có dấu cách ở một bên; hai bên phải như nhau."
            yield Finding(Span(*found.span()), Fault.DASH, why, f" {mark} ")
    if style.dash:
        yield from _other_dashes(_APART.finditer(text), style.dash)


def _other_dashes(found: Iterable[re.Match[str]], usual: str) -> Iterator[Finding]:
    for one in found:
        if one[1] != usual:
            why = f"Báo cáo này dùng gạch “{usual}” giữa hai từ; cả báo cáo nên một kiểu."
            yield Finding(Span(*one.span(1)), Fault.DASH, why, usual)
