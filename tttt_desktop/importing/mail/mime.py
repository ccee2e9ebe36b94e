"""Messages as mails and web archives are saved: headers, parts and letters, whatever their encoding.

The standard library takes them apart in its lenient mode; what no rule can read is left out.
"""

import re
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from itertools import islice

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.draft import Draft, words
from tttt_desktop.importing.html import reader as html
from tttt_desktop.importing.plain import txt

_SENT = words(
    "to cc bcc received message-id return-path delivered-to reply-to x-mozilla-status x-unsent"
)
_PAGES = ("multipart/related", "multipart/alternative", "text/html", "application/xhtml+xml")
_MOST_PARTS = 2_000
_BREAK = re.compile(r"\r?\n[ \t]*")
_BLANKS = re.compile(r"\s+")


def _trimmed(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")


def parse(data: bytes) -> Message:
    """A message with its parts. Errors: FileRefused for parts nested or repeated beyond reason."""
    try:
        message = message_from_bytes(_trimmed(data), policy=compat32)
        if len(list(islice(message.walk(), _MOST_PARTS + 1))) <= _MOST_PARTS:
            return message
    except RecursionError:
        pass
    raise FileRefused(
        "Thư hoặc trang lưu này có quá nhiều phần lồng nhau nên không đọc.",
        "Hãy mở tệp, chép phần chữ rồi dán vào chương trình (Ctrl+V).",
    )


def is_page(message: Message) -> bool:
    """Whether a message is a page that a browser or Word saved, and was never sent."""
    names = {name.lower() for name in message.keys()}  # noqa: SIM118 - a Message iterates otherwise
    if names & _SENT or "@" in header(message, "from"):
        return False
    return message.get_content_type() in _PAGES


def header(message: Message, name: str) -> str:
    """A header in one line of plain text, "" when there is none."""
    return _BLANKS.sub(" ", normalise(_in_words(_BREAK.sub(" ", _raw(message, name))))).strip()


def _raw(message: Message, name: str) -> str:
    """A header as it stands, bytes beyond ASCII as half surrogates."""
    return str(next((value for key, value in message.raw_items() if key.lower() == name), ""))


def _in_letters(raw: str) -> str:
    """Raw 8-bit bytes in a header as letters."""
    try:
        return raw if raw.isascii() else _letters(raw.encode("ascii", "surrogateescape"))
    except UnicodeEncodeError:  # letters already, as RFC 2231 has them
        return raw


def _in_words(raw: str) -> str:
    if not raw.isascii():
        return _in_letters(raw)
    try:
        return "".join(
            part if isinstance(part, str) else _letters(part, charset or "")
            for part, charset in decode_header(raw)
        )
    except (HeaderParseError, ValueError):
        return raw


def _letters(data: bytes, charset: str = "") -> str:
    """Bytes of a header or a plain text as text."""
    for name in (charset, "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    try:
        return txt.decoded(data)[0]
    except FileRefused:
        return data.decode("cp1258", "replace")


def file_name(part: Message) -> str:
    """The name an attached file has in the mail, "" when it has none."""
    if not part.get("content-disposition") and not part.get("content-type"):
        return ""
    bare = Message()  # the library would lose raw 8-bit letters
    for key in ("content-disposition", "content-type"):
        bare[key] = _in_letters(_raw(part, key))
    try:
        name = bare.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return ""
    return _BLANKS.sub(" ", normalise(_in_words(_BREAK.sub("", name)))).strip()


def content(part: Message) -> bytes:
    """The bytes of a part as they were before they were encoded for sending."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return data if isinstance(data, bytes) else b""


def page_of(part: Message) -> Draft:
    """The lines of a part in HTML: by the charset its header names, else as the page itself says. Errors: FileRefused."""
    data, charset = content(part), _charset(part)
    if charset and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return html.draft_of(data.decode(charset))
        except (LookupError, UnicodeError):
            pass
    return html.read(data)


def text_of(part: Message) -> str:
    """The text of a plain part, lines joined that were broken softly (format=flowed)."""
    text = _letters(content(part), _charset(part)).replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<=[^\n]) \n(?!\n|>|-- \n)", " ", text)
    return text


def _charset(part: Message) -> str:
    """The charset a part's header names, "" when that tells nothing."""
    try:
        name = (part.get_content_charset() or "").lower()
    except (ValueError, LookupError, TypeError):
        return ""
    return "" if name in ("us-ascii", "ascii") else name
