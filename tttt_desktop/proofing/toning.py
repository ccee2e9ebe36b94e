"""Tones that stand on another vowel than in the rest of the report: "hòa" and "hoà"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.syllables import has_two_styles, in_style, is_syllable
from tttt_desktop.proofing.finding import Fault, Finding
from tttt_desktop.proofing.words import Word

# Written with a capital these are no persons' names: a name is spelt as its bearer spells it.
_NO_NAMES = frozenset(("ủy", "hóa", "tòa", "khóa", "xóa", "thỏa", "tùy"))


def styled(words: Sequence[Word]) -> Iterator[Word]:
    """The words that might be written in two ways, without names."""
    for word in words:
        if _has_two(word.text) and (word.text.islower() or word.key in _NO_NAMES):
            yield word


@lru_cache(maxsize=16_384)
def _has_two(text: str) -> bool:
    return has_two_styles(text) and is_syllable(text)


def find(words: Sequence[Word], new_style: bool) -> Iterator[Finding]:
    """The words that are not in the style of the report."""
    for word in styled(words):
        right = in_style(word.text, new_style=new_style)
        if right != word.text:
            why = f"Báo cáo này đặt dấu kiểu “{right}”; cả báo cáo nên một kiểu."
            yield Finding(Span(word.start, word.stop), Fault.TONE, why, right)
