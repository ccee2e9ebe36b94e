"""Mails (.eml) of Outlook, Gmail and Thunderbird: the mail's own text, and the files attached to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.mail import mime
from tttt_desktop.importing.mail.quotes import ENVELOPE, set_aside

_ANSWER = re.compile(r"(?:(?:re|fw|fwd|tr|aw|tra loi|chuyen tiep)\s*(?:\[\d+\])?\s*:\s*)*")
_HTML_LOST = 0.6  # of the letters of the plain text: a page with fewer has lost some
_SHORTEST_TITLE = 5  # words
_NOTE = 8  # lines of a mail in which its article begins
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 50, 80  # letters of a line that a mail program broke
_MOSTLY = 0.9


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail: the name it has there, "" when it has none, and its bytes."""

    name: str
    data: bytes


def read(data: bytes) -> Draft:
    """The lines of a mail's own text; its subject, date and sender as hints. Errors: FileRefused when it has no text."""
    message = mime.parse(data)
    draft = _own_text(message)
    if not _has_letters(draft):
        raise FileRefused(
            "Thư không có chữ để đọc.", "Nếu nội dung nằm trong ảnh, hãy dùng bản có chữ của bài."
        )
    return _with_headers(draft, message)


def has_text(message: Message) -> bool:
    """Whether a mail has text of its own."""
    return _has_letters(_own_text(message))


def attachments(message: Message) -> list[Attachment]:
    """The files attached to a mail, mails among them, in their order."""
    found: list[Attachment] = []
    for part in _leaves(message):
        if part.get_content_type().startswith("message/"):
            found += _attached_mail(part)
        elif _is_attached(part):
            found.append(Attachment(mime.file_name(part), mime.content(part)))
    return found


def _leaves(part: Message) -> Iterator[Message]:
    """The parts that hold something, attached mails as one part."""
    inner = part.get_payload()
    if part.is_multipart() and not part.get_content_type().startswith("message/"):
        for one in inner if isinstance(inner, list) else ():
            if isinstance(one, Message):
                yield from _leaves(one)
    else:
        yield part


def _attached_mail(part: Message) -> Iterator[Attachment]:
    inner = part.get_payload()
    for mail in inner if isinstance(inner, list) else ():
        if isinstance(mail, Message) and (mail.keys() or mail.get_payload()):
            name = mime.file_name(part) or f"{mime.header(mail, 'subject') or 'Thư đính kèm'}.eml"
            yield Attachment(name, _bytes(mail))


def _bytes(mail: Message) -> bytes:
    try:
        return mail.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError):
        return b""


def _is_attached(part: Message) -> bool:
    if part.get_content_maintype() in ("image", "audio", "video"):
        return False
    if part.get_content_disposition() == "attachment" or mime.file_name(part):
        return True
    return part.get_content_maintype() not in ("text", "multipart")


def _own_text(message: Message) -> Draft:
    drafts = list(_texts(message))
    first = next((draft for draft in drafts if draft.title), Draft([]))
    return replace(first, blocks=[block for draft in drafts for block in draft.blocks])


def _texts(part: Message) -> Iterator[Draft]:
    """The texts of a message one after the other, of several forms of the same text the best."""
    inner = part.get_payload()
    if part.get_content_type().startswith("message/") or _is_attached(part):
        return
    if not part.is_multipart():
        yield _text(part)
        return
    drafts = [
        draft
        for one in (inner if isinstance(inner, list) else ())
        if isinstance(one, Message)
        for draft in _texts(one)
    ]
    if part.get_content_type() == "multipart/alternative" and drafts:
        yield _best(drafts)
    else:
        yield from drafts


def _best(drafts: list[Draft]) -> Draft:
    """The last form, which is the richest, unless it lost much of the text."""
    longest = max(map(_letters, drafts))
    return next(one for one in reversed(drafts) if _letters(one) >= _HTML_LOST * longest)


def _text(part: Message) -> Draft:
    kind = part.get_content_type()
    try:
        if kind in ("text/html", "application/xhtml+xml"):
            return mime.page_of(part)
    except FileRefused:
        return Draft([])
    if kind in ("text/plain", "text/enriched") or kind.startswith("multipart/"):
        return Draft([Block(line) for line in _lines(mime.text_of(part))])
    return Draft([])


def _lines(text: str) -> Iterator[str]:
    """The lines of a plain text, paragraphs put together where the mail program broke them."""
    lines = [line.rstrip() for line in normalise(text).split("\n")]
    filled = [len(line) for line in lines if line.strip()]
    wrapped = [length <= _LONGEST_WRAPPED for length in filled]
    wraps = "" in lines and sum(wrapped) > _MOSTLY * len(filled)
    held = ""
    for line in lines:
        bare = line.strip()
        joins = wraps and held and bare and not bare.startswith((">", "-", "*", "+"))
        if joins and len(held.rsplit("\n", 1)[-1]) >= _SHORTEST_WRAPPED:
            held += "\n" + bare
            continue
        if held:
            yield held.replace("\n", " ")
        held = bare
    if held:
        yield held.replace("\n", " ")


def _letters(draft: Draft) -> int:
    return sum(sum(map(str.isalpha, block.text)) for block in draft.blocks)


def _has_letters(draft: Draft) -> bool:
    return any(any(map(str.isalpha, block.text)) for block in draft.blocks)


def _with_headers(draft: Draft, message: Message) -> Draft:
    """The text with its title, which is the subject unless the page in the mail has a better one."""
    blocks = set_aside(draft.blocks)
    subject = mime.header(message, "subject")
    answer = _ANSWER.match(fold(subject))
    subject = subject[answer.end() if answer else 0 :]
    title = draft.title if len(subject.split()) < _SHORTEST_TITLE and draft.title else subject
    if (named := _headline(blocks, fold(subject))) >= 0:
        title = blocks[named].text
        note = [replace(one, reason=one.reason or ENVELOPE) for one in blocks[:named]]
        blocks = [*note, *blocks[named:]]
    if title and fold(title) not in {fold(block.text) for block in blocks if not block.reason}:
        blocks.insert(0, Block(title))
    sender, _ = parseaddr(mime.header(message, "from"))
    byline = "" if "@" in sender else sender
    return replace(
        draft, blocks=blocks, title=title, published=_date(message), byline=byline, host=""
    )


def _headline(blocks: list[Block], subject: str) -> int:
    """The line with which a folded subject ends ("Gửi bài: ..."); what is above is a note to the editor. -1 without one."""
    near = (at for at, one in enumerate(blocks[:_NOTE]) if not one.reason)
    folded = ((at, fold(blocks[at].text)) for at in near)
    return next(
        (
            at
            for at, line in folded
            if subject.endswith(line) and len(line.split()) >= _SHORTEST_TITLE
        ),
        -1,
    )


def _date(message: Message) -> str:
    """When a mail was sent, in the sender's own time: "2021-01-12T15:20", "" when it does not say."""
    try:
        return parsedate_to_datetime(mime.header(message, "date")).isoformat()[:16]
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
