"""The door of this package: a wording in, what to look at in it out; and the mending."""

from collections.abc import Iterable, Iterator, Sequence

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
from tttt_desktop.proofing.words import words

_ROUNDS = 6  # mending one thing may show another: two blanks, then a blank before a comma


def check(
    text: str,
    style: Style,
    *,
    shielded: Sequence[Span] = (),
    opens: bool = True,
    figures: Sequence[Figure] = (),
) -> tuple[Finding, ...]:
    """What to look at in a normalised wording, by place; no two proposals overlap.

    Nothing is said of what lies in a `shielded` span (a quotation). `opens`: the wording begins with a sentence.
    `figures` are those of the quotation the wording is of.
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
    return tuple(sorted(kept, key=lambda one: (one.span.start, one.span.stop)))


def _all(text: str, style: Style, opens: bool, figures: Sequence[Figure]) -> Iterator[Finding]:
    """The surest first: of two that overlap the first is told."""
    found = words(text)
    yield from dates.find(text)
    yield from numbers.find(text, style)
    yield from sense.without_unit(text, figures)
    yield from spelling.find(text, found, style)
    yield from capitals.find(text, opens=opens)
    yield from spacing.find(text)
    yield from pairing.find(text, style)
    if style.new_tones is not None:
        yield from toning.find(found, style.new_tones)


def apply(text: str, findings: Iterable[Finding]) -> str:
    """The wording with these proposals (of one `check`) in the place of what they are about."""
    for finding in sorted(findings, key=lambda one: one.span.start, reverse=True):
        if finding.replacement is not None:
            span = finding.span
            text = f"{text[: span.start]}{finding.replacement}{text[span.stop :]}"
    return text


def mended(
    text: str,
    style: Style,
    *,
    quotes: Sequence[str] = (),
    opens: bool = True,
    figures: Sequence[Figure] = (),
) -> str:
    """The wording with every proposal taken, also those that mending brings forth; `quotes` are left as they are."""
    for _ in range(_ROUNDS):
        found = check(text, style, shielded=shields(text, quotes), opens=opens, figures=figures)
        after = apply(text, found)
        if after == text:
            break
        text = after
    return text


def shields(text: str, quotes: Sequence[str]) -> tuple[Span, ...]:
    """Where the quotations stand in the wording."""
    found = []
    for quote in quotes:
        at = text.find(quote) if quote else -1
        while at >= 0:
            found.append(Span(at, at + len(quote)))
            at = text.find(quote, at + len(quote))
    return tuple(found)
