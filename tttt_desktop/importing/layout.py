"""A page while its parts are told apart, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tttt_desktop.domain.records import Block, Found, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.dates import Stamp


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

    `title_at` and `byline_at` are indices of blocks, `body` those of the kept blocks that are neither these nor the
    date line; `found` has the words that are the title, the date line and the byline.
    """

    blocks: tuple[Block, ...]
    folded: tuple[str, ...]
    title_at: int
    byline_at: int
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
