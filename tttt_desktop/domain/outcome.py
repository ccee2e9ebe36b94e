"""What a sentence says of the work it tells of: finished, under way, not begun. Read from cue words only."""

import re
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.records import Kind, Status
from tttt_desktop.domain.text import bare_words, fold

_ALL_OF = re.compile(r"(?<![\w.,/])(\d[\d.]*) ?/ ?\1(?![\w/]|[.,]\d)")  # "31/31 thôn, bản"


def outcome(kind: Kind, text: str) -> Status | None:
    """The status that a result, a shortcoming or a repeated task proposes for the task it tells of.

    A result that says it is finished proposes "completed", any other that it is under way; a shortcoming that says
    nothing was done "not started", any other "under way"; a task that is set again "under way". None: no word at all.
    """
    words = " ".join(bare_words(fold(text)).split())
    if not words:
        return None
    if kind is Kind.ACHIEVEMENT and _says_finished(text, words):
        return Status.COMPLETED
    if kind is Kind.SHORTCOMING and _phrases("not_begun").search(words):
        return Status.NOT_STARTED
    return Status.UNDER_WAY


def _says_finished(text: str, words: str) -> bool:
    if _phrases("partly").search(words):
        return False
    if _ALL_OF.search(text) or words.startswith("hoan thanh "):
        return True
    found = _phrases("finished").finditer(words)
    return any(not f" {words[: one.start()]}".endswith(_denied()) for one in found)


@cache
def _denied() -> tuple[str, ...]:
    return tuple(f" {fold(word)} " for word in word_list("matching")["denied"])


@cache
def _phrases(name: str) -> re.Pattern[str]:
    folded = (" ".join(bare_words(fold(phrase)).split()) for phrase in word_list("matching")[name])
    return re.compile(rf"\b(?:{any_of(folded)})\b")
