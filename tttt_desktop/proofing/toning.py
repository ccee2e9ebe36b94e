"""Tones that stand on another vowel than in the rest of the report: "hòa" and "hoà"."""

from collections.abc import Iterator, Sequence

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.syllables import in_style
from tttt_desktop.proofing.finding import Fault, Finding
from tttt_desktop.proofing.words import Word

# Written with a capital these are no persons' names: a name is spelt as its bearer spells it.
_NO_NAMES = frozenset(("ủy", "hóa", "tòa", "khóa", "xóa", "thỏa", "tùy"))


def find(words: Sequence[Word], new_style: bool) -> Iterator[Finding]:
    """The words that are not in the style of the report."""
    other = "old" if new_style else "new"
    for word in words:
        if word.look.style == other and (word.text.islower() or word.key in _NO_NAMES):
            right = in_style(word.text, new_style=new_style)
            why = f"Báo cáo này đặt dấu kiểu “{right}”; cả báo cáo nên một kiểu."
            yield Finding(Span(word.start, word.stop), Fault.TONE, why, right)
