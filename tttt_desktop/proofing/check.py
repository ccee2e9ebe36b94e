"""The door of this package: a wording in, what to look at in it out; and the mending."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from tttt_desktop.domain.records import Figure, Span
from tttt_desktop.proofing import (
    capitals,
    dates,
    numbers,
    pairing,
    sense,
    spacing,
    spelling,
    toning,
)
from tttt_desktop.proofing.finding import Finding, Style
from tttt_desktop.proofing.words import glance, is_code, words

_MARKS = re.compile('[“”"«»]')
_ROUNDS = 6  # mending one thing may show another: two blanks, then a blank before a comma


def check(
    text: str,
    style: Style,
    *,
    shielded: Sequence[Span] = (),
    opens: bool = True,
    figures: Sequence[Figure] = (),
    dated: bool = True,
    sourced: bool = True,
) -> tuple[Finding, ...]:
    """What to look at in a normalised wording, by place; no two proposals overlap.

    Nothing is said of what lies in a `shielded` span (a quotation). `opens`: the wording begins with a sentence.
    `figures` are those of the quotation the wording is of; `dated`, `sourced`: it is known of which year and from whom
    they are.
    """
    if not text.strip():
        return ()
    kept: list[Finding] = []
    for finding in _all(text, style, opens, figures):
        if any(finding.span.overlaps(one) for one in shielded):
            continue
        if not any(finding.span.overlaps(other.span) for other in kept):
            kept.append(finding)
    kept += sense.long_sentences(text)
    kept += sense.not_placed(text, dated=dated, sourced=sourced)
    return tuple(sorted(kept, key=lambda one: (one.span.start, one.span.stop)))


def _all(text: str, style: Style, opens: bool, figures: Sequence[Figure]) -> Iterator[Finding]:
    """The surest first: of two that overlap the first is told."""
    found = words(text) if _needs_words(text, style) else []
    yield from dates.find(text)
    yield from numbers.find(text, style)
    yield from sense.without_unit(text, figures)
    yield from spelling.find(text, found)
    yield from capitals.find(text, opens=opens)
    yield from spacing.find(text)
    yield from pairing.find(text, style)
    if style.new_tones is not None:
        yield from toning.find(found, style.new_tones)


def _needs_words(text: str, style: Style) -> bool:
    """Whether the words of a text must be looked at one by one, told six times as fast as by doing it."""
    other = {True: "old", False: "new", None: None}[style.new_tones]
    looks = []
    for run in text.split():
        look = glance(run)
        if (look.style == other) if look else not is_code(run):
            return True
        looks.append(look)
    return spelling.may_err(looks)


def apply(text: str, findings: Iterable[Finding]) -> str:
    """The wording with these proposals (of one `check`) in the place of what they are about."""
    for finding in sorted(findings, key=lambda one: one.span.start, reverse=True):
        if finding.replacement is not None:
            span = finding.span
            text = f"{text[: span.start]}{finding.replacement}{text[span.stop :]}"
    return text


def mended(text: str, find: Callable[[str], Iterable[Finding]]) -> tuple[str, int]:
    """The wording with every proposal of `find` taken, also those that mending brings forth, and how many that were."""
    count = 0
    for _ in range(_ROUNDS):
        found = [one for one in find(text) if one.replacement is not None]
        if not found:
            break
        text, count = apply(text, found), count + len(found)
    return text, count


def quotable(text: str) -> tuple[Span, ...]:
    """What stands between two quotation marks of any kind, an opening and a closing one or not."""
    marks = [found.start() for found in _MARKS.finditer(text)]
    return tuple(Span(a + 1, b) for a, b in pairwise(marks) if b - a > 1)


def shields(text: str, quotes: Collection[str]) -> tuple[Span, ...]:
    """Where the wording quotes one of these."""
    return tuple(span for span in quotable(text) if span.of(text) in quotes)
