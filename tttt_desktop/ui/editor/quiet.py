"""Which paragraphs are no news: the title, the date line and the byline stay readable, in a quieter colour."""

import re

from tttt_desktop.domain.records import Article
from tttt_desktop.domain.text import fold
from tttt_desktop.ui.editor.script import Script

_NEAR_EDGE = 4  # such lines stand among the first or last few
_LONGEST_BYLINE = 60
_DATE_LINE = re.compile(
    r"(?:[^\W\d_]+ ?){0,4}[\d\s:.,/|–-]*\d{1,2}[./-]\d{1,2}[./-]\d{4}[\d\s:.,/|–-]*(?:[ap]m)?"
)


def quiet_paragraphs(script: Script, article: Article) -> frozenset[int]:
    """Numbers of the paragraphs that repeat what the header says."""
    last = len(script) - 1
    edge = {*range(min(_NEAR_EDGE, len(script))), *range(max(0, last - _NEAR_EDGE), last + 1)}
    title, byline = _bare(article.title), _bare(article.byline)
    outlet = _bare(article.outlet)
    found = set()
    for number in edge:
        line = _bare(script.line(number))
        signs = len(line) <= _LONGEST_BYLINE and byline and byline in line
        if line and (line in (title, outlet) or signs or _DATE_LINE.fullmatch(line)):
            found.add(number)
    return frozenset(found)


def _bare(text: str) -> str:
    return " ".join(fold(text).strip(" .()").split())
