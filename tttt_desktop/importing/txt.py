"""Plain text in whatever encoding it was saved: byte order marks and UTF-8 first, guesses last."""

import codecs
import re

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.draft import Draft

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes that are enough to tell an encoding
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WORDS = re.compile(
    r"\b(?:và|của|các|những|được|trong|với|là|một|cho|không|năm|tỉnh|hội|nghị|công|tác|triển|nhiệm"
    r"|vụ|thông|sở|huyện)\b",
    re.IGNORECASE,
)
_LONE_MARK = re.compile(r"(?:^|[^\w])[\u0300\u0301\u0303\u0309\u0323]")


def read(data: bytes) -> Draft:
    """The lines of a text file. Errors: FileRefused when it is no text or in an encoding we cannot tell."""
    return lines_of(decode(data))


def lines_of(text: str) -> Draft:
    """The non-empty lines of a text, each a block."""
    return Draft([Block(bare) for line in normalise(text).split("\n") if (bare := line.strip())])


def decode(data: bytes) -> str:
    """Bytes of a text file as text, undecodable scraps as U+FFFD. Errors: FileRefused."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_quite_utf8(data, error)
    return text if "\0" not in text else _with_nulls(data)


def _not_quite_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    if error.start >= len(data) - 3:  # cut in the middle of a letter
        return data[: error.start].decode("utf-8")
    if b"\0" in data[:_SAMPLE]:
        return _with_nulls(data)
    text = data.decode("utf-8", "replace")
    if 200 * text.count("\ufffd") < len(text) and len(_WORDS.findall(text[:_SAMPLE])) > 3:
        return text
    return _old_encoding(data)


def _with_nulls(data: bytes) -> str:
    """UTF-16 without its mark: Latin letters, blanks and line ends leave their zero byte on one side only."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half // 8 and even <= half // 100:
        return data.decode("utf-16-le", "replace")
    if even > half // 8 and odd <= half // 100:
        return data.decode("utf-16-be", "replace")
    raise _no_text()


def _old_encoding(data: bytes) -> str:
    if len(_CONTROLS.findall(data[:_SAMPLE])) > len(data[:_SAMPLE]) // 100:
        raise _no_text()
    vietnamese = normalise(data.decode("cp1258", "replace"))
    if _reads_well(vietnamese):
        return vietnamese
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    guess = data.decode(best.encoding, "replace") if best else ""
    if _reads_well(normalise(guess)):
        return guess
    raise FileRefused(
        "Không nhận ra bảng mã chữ của tệp (có thể là TCVN3 hoặc VNI).",
        "Hãy mở tệp bằng Word, chuyển sang Unicode rồi lưu lại dạng .docx.",
    )


def _reads_well(text: str) -> bool:
    """Whether a decoded text has the common words of Vietnamese and no tone mark that stands alone."""
    sample = text[:_SAMPLE]
    words = len(_WORDS.findall(sample))
    return (
        words >= max(1, sample.count(" ") // 40) and len(_LONE_MARK.findall(sample)) * 20 <= words
    )


def _no_text() -> FileRefused:
    return FileRefused("Tệp không phải là văn bản.", "Hãy chọn tệp .txt, .html hoặc .docx.")
