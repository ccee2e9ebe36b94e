"""A page while its parts are told apart, and what comes of it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from tttt_desktop.domain.records import Block, Found, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.dates import Stamp


@dataclass(slots=True)
class Sheet:
    """A page while its parts are told apart; -1 stands for a part not found. `found` tells how each was, by key."""

    lines: list[str]
    folded: list[str]
    reasons: list[str]
    stamps: dict[int, Stamp] = field(default_factory=dict)
    lead: int = 0
    title: int = -1
    stamp: int = -1
    byline: int = -1
    found: dict[str, Found] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: list[Block]) -> "Sheet":
        """The page as a reader left it."""
        lines = [block.text for block in blocks]
        return cls(lines, fold("\n".join(lines)).split("\n"), [block.reason for block in blocks])

    def kept(self, start: int = 0, stop: int | None = None) -> list[int]:
        """Indices of the lines from `start` on, before `stop`, that are still part of the article."""
        stop = len(self.lines) if stop is None else stop
        return [at for at in range(start, stop) if not self.reasons[at]]

    def note(self, key: str, where: str, sure: float, at: int, span: Span | None = None) -> None:
        """Remember that the value of `key` stands in line `at`, as a whole when no span is given."""
        whole = Span(0, len(self.lines[at]))
        self.found[key] = Found(key, where, sure, at, span or whole)


@dataclass(frozen=True, slots=True)
class Layout:
    """A page with its parts told apart; -1 and None stand for what it lacks.

    `title_at` is the index of a block, `body` those of the kept blocks that are neither title nor byline nor date
    line; `found` has the words that are the title, the date line and the byline.
    """

    blocks: tuple[Block, ...]
    folded: tuple[str, ...]
    title_at: int
    stamp: Stamp | None
    body: tuple[int, ...]
    found: Mapping[str, Found]

    def said(self, key: str) -> str:
        """The words in which `key` was found, "" where it was not."""
        found = self.found.get(key)
        if found is None or found.block is None or found.span is None:
            return ""
        return found.span.of(self.blocks[found.block].text)

    @property
    def title(self) -> str:
        """The line that is the title, or ""."""
        return self.said("title")

    @property
    def byline(self) -> str:
        """The words that are the byline, or ""."""
        return self.said("byline")

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The lines of the body."""
        return tuple(self.blocks[at].text for at in self.body)

    @property
    def head(self) -> range:
        """The blocks above the title."""
        return range(max(self.title_at, 0))


@dataclass(frozen=True, slots=True)
class Running:
    """The lines of a body as one text, its folded twin, and the way back to the blocks."""

    text: str
    folded: str
    blocks: tuple[int, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, layout: Layout) -> "Running":
        """The body of a page."""
        lines = [layout.blocks[at].text for at in layout.body]
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        folded = "\n".join(layout.folded[at] for at in layout.body)
        return cls("\n".join(lines), folded, layout.body, tuple(starts)[: len(lines)])

    def found(self, key: str, where: str, sure: float, span: Span) -> Found:
        """What was found at a span of the text, told by the block it begins in."""
        at = bisect_right(self.starts, span.start) - 1
        shift = self.starts[at]
        stop = min(span.stop, self.text.find("\n", span.start) % (len(self.text) + 1))
        inside = Span(span.start - shift, max(stop, span.start) - shift)
        return Found(key, where, sure, self.blocks[at], inside)
