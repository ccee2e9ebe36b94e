"""What another program left on the clipboard: HTML where it carries the text, else the text."""

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.html import draft_of
from tttt_desktop.importing.txt import lines_of


def choose(text: str, html: str) -> tuple[bytes, Draft]:
    """The bytes to keep and their lines; HTML unless it holds much less than the text, as after a broken copy."""
    plain = lines_of(text)
    if html.strip():
        try:
            rich = draft_of(html)
        except FileRefused:
            rich = Draft([])
        if 10 * _letters(rich) >= 9 * _letters(plain) and rich.blocks:
            return html.encode("utf-8", "replace"), rich
    return text.encode("utf-8", "replace"), plain


def _letters(draft: Draft) -> int:
    return sum(sum(map(str.isalpha, block.text)) for block in draft.blocks)
