"""What another program left on the clipboard: HTML where it carries the text, else the text."""

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.html.reader import draft_of
from tttt_desktop.importing.plain.txt import lines_of


def read(text: str, html: str) -> Draft:
    """The lines of the HTML, or of the text when the HTML is missing or holds much less of it."""
    plain = lines_of(text)
    rich = _rich(html)
    return rich if rich.blocks and 10 * _letters(rich) >= 9 * _letters(plain) else plain


def _rich(html: str) -> Draft:
    try:
        return draft_of(html) if html.strip() else Draft([])
    except FileRefused:
        return Draft([])


def _letters(draft: Draft) -> int:
    return sum(sum(map(str.isalpha, block.text)) for block in draft.blocks)
