"""Which paragraphs are no news: the title, the date line and the byline stay readable, in a quieter colour."""

import re

from tttt_desktop.domain.records import Article
from tttt_desktop.domain.text import fold
from tttt_desktop.ui.editor.script import Script

_NEAR_EDGE = 4  # such lines stand among the first or last few
_SHORT = 60
_DATE = re.compile(r"\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?\d{4}|ngay \d{1,2} thang \d{1,2} nam \d{4}")
_LETTERS_BESIDE_DATE = 16  # "thứ sáu", "cập nhật lúc"


def quiet_paragraphs(script: Script, article: Article) -> frozenset[int]:
    """Numbers of the paragraphs that repeat what the header says."""
    last = len(script) - 1
    edge = {*range(min(_NEAR_EDGE, len(script))), *range(max(0, last - _NEAR_EDGE), last + 1)}
    same = {_bare(article.title), _bare(article.outlet)}
    byline = _bare(article.byline)
    lines = {number: _bare(script.line(number)) for number in edge}
    return frozenset(
        number
        for number, line in lines.items()
        if line in same or (len(line) <= _SHORT and (_is_date(line) or (byline and byline in line)))
    )


def _is_date(line: str) -> bool:
    rest, dates = _DATE.subn("", line)
    return bool(dates) and sum(map(str.isalpha, rest)) <= _LETTERS_BESIDE_DATE


def _bare(text: str) -> str:
    return " ".join(fold(text).strip(" .()").split())
