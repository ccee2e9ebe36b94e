"""Web archives (.mht, .mhtml) of Edge, Chrome, Internet Explorer and Word: the page in them, no other part."""

import re
from dataclasses import replace
from email.message import Message

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.mail import mime

_MOST_PAGES = 20  # frames looked at
_ENOUGH = 300  # letters of a page that is no bare frame
_HOST = re.compile(r"https?://([\w.-]+)", re.IGNORECASE)


def read(data: bytes) -> Draft:
    """The lines of the page in a web archive. Errors: FileRefused when it has none with text."""
    message = mime.parse(data)
    best = Draft([])
    for part in _pages(message):
        try:
            draft = mime.page_of(part)
        except FileRefused:
            continue
        if _letters(draft) > _letters(best):
            best = replace(draft, host=draft.host or _host(part) or _host(message))
        if _letters(best) >= _ENOUGH:
            break
    if not best.blocks:
        raise FileRefused(
            "Tệp lưu trang web không có chữ để đọc.",
            "Hãy mở lại trang và lưu dạng .html, hoặc chép phần chữ rồi dán vào (Ctrl+V).",
        )
    return best


def _pages(message: Message) -> list[Message]:
    """The parts in HTML, first the one that the archive says to begin with."""
    pages = [
        part
        for part in message.walk()
        if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    start = str(message.get_param("start", "") or "").strip("<>")
    pages.sort(key=lambda part: not start or mime.header(part, "content-id").strip("<>") != start)
    return pages[:_MOST_PAGES]


def _letters(draft: Draft) -> int:
    return sum(len(block.text) for block in draft.blocks)


def _host(part: Message) -> str:
    places = (mime.header(part, name) for name in ("content-location", "snapshot-content-location"))
    found = next(filter(None, map(_HOST.match, places)), None)
    return found[1].lower() if found else ""
