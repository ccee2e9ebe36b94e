"""Where in an article a value of a mark may be said: in its quotation or in what leads up to it."""

from __future__ import annotations

from tttt_desktop.domain.records import Span

_FARTHEST = 12  # paragraphs from the last item of a list up to the line that opens it


def context_of(text: str, span: Span) -> str:
    """The paragraphs of a passage and the one before; of an item of a list, all up to the line that opens it with ":"."""
    first = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.stop)
    above = text[:first].splitlines()
    return "\n".join((*above[_head(above) :], text[first : end if end >= 0 else len(text)]))


def text_above(text: str, span: Span) -> str:
    """All up to the end of the passage's last paragraph: whoever speaks there was named in it."""
    end = text.find("\n", span.stop)
    return text[: end if end >= 0 else len(text)]


def _head(above: list[str]) -> int:
    """Which of the paragraphs above a passage is the first that belongs to it."""
    for place in range(len(above) - 1, max(-1, len(above) - 1 - _FARTHEST), -1):
        if above[place].rstrip().endswith(":"):
            return place
    return max(0, len(above) - 1)
