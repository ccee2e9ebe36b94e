"""What a reader stumbles over: sentences too long, figures that lack something."""

import re
from collections.abc import Iterator, Sequence

from tttt_desktop.domain.figures import RANK, find_figures, parse_number, value_text
from tttt_desktop.domain.lists import word_list
from tttt_desktop.domain.records import Figure, Span
from tttt_desktop.domain.text import sentences
from tttt_desktop.proofing.finding import Fault, Finding

MOST_WORDS = 80
_NUMBER = re.compile(
    r"(?<![\w/.,-])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\w)|(?<![\w/.,-])\d+(?:,\d+)?(?![\w/]|[.,]\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|năm (?:nay|qua|trước)|cùng kỳ|hiện nay|đến nay")


def long_sentences(text: str) -> Iterator[Finding]:
    """Sentences of more than 80 words (blanks part words)."""
    if len(text) < MOST_WORDS * 3:
        return
    for sentence in sentences(text):
        count = len(sentence.of(text).split())
        if count > MOST_WORDS:
            why = f"Câu dài {count} chữ; nên tách thành các câu không quá {MOST_WORDS} chữ."
            yield Finding(sentence, Fault.LENGTH, why)


def without_unit(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Numbers of the wording that have a unit in the quotation (`figures` are read from it) and none here."""
    units = {figure.value: figure for figure in figures if figure.unit}
    for found in _NUMBER.finditer(text) if units else ():
        figure = units.get(parse_number(found[0]))
        if figure is None or figure.unit == RANK or _is_name(text[: found.start()]):
            continue
        after = text[found.end() :].lstrip()
        if after and (after[0] in "%/-–" or after[0].isalpha()):
            continue
        right = figure.as_printed if value_text(figure) == found[0] else f"{found[0]} {figure.unit}"
        why = f"Số liệu chưa có đơn vị tính; trong bài là “{figure.as_printed}”."
        yield Finding(Span(*found.span()), Fault.FIGURE, why, right)


def _is_name(before: str) -> bool:
    """Whether a number behind these words is part of a name: "Điều 12", "ngày 12"."""
    words = before.lower().split()[-2:]
    names = word_list("units")["names"]
    return bool(words) and (words[-1] in names or " ".join(words) in names)


def not_placed(text: str, *, dated: bool, sourced: bool) -> Iterator[Finding]:
    """The first figure of a wording whose year, or whose source, nobody knows."""
    first = next(iter(find_figures(text)), None) if not (dated and sourced) else None
    if first is None:
        return
    at = text.index(first.as_printed)
    span = Span(at, at + len(first.as_printed))
    if not dated and not _YEAR.search(text):
        yield Finding(span, Fault.FIGURE, "Số liệu chưa rõ của năm nào.")
    if not sourced:
        yield Finding(span, Fault.FIGURE, "Số liệu chưa rõ nguồn: chưa biết nơi đăng và ngày đăng.")
