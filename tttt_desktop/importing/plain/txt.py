"""Plain text in whatever encoding it was saved: marks and UTF-8 first, then what gives Vietnamese syllables, guesses last."""

import codecs
import re
from dataclasses import replace

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.letters import legacy
from tttt_desktop.importing.letters.syllables import accented
from tttt_desktop.importing.plain import markdown

UTF_8, UTF_16, WINDOWS_1258 = "utf-8", "utf-16", "windows-1258"
# What a person may choose instead of what was told by content; the keys stand in `Draft.encoding`.
CHOICES = {UTF_8: "UTF-8", UTF_16: "UTF-16", WINDOWS_1258: "Windows-1258", **legacy.SCHEMES}

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", UTF_16),
    (codecs.BOM_UTF16_BE, "utf-16", UTF_16),
)
_LARGEST = 15 * 1024 * 1024  # bytes, some 5,000 pages
_SAMPLE = 65_536  # bytes that are enough to tell an encoding
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WELL = 0.7  # share of the accented words that are syllables in a text read rightly
_FEW = 50  # one letter in so many beyond ASCII: dashes and quotes in an English text
_CALM, _COHERENT = 0.05, 0.3  # most mess and least language in a guess of charset-normalizer

Decoded = tuple[str, str]  # a text, and the encoding it was in


def read(data: bytes, encoding: str = "") -> Draft:
    """The lines of a text file, read by content or as the `encoding` of CHOICES.

    Errors: FileRefused when it is no text, or as long as a library.
    """
    if len(data) > _LARGEST:
        raise FileRefused(
            "Tệp chữ lớn hơn 15 MB, không phải là một bài viết.",
            "Hãy tách tệp, mỗi bài một tệp, rồi nhập lại.",
        )
    return _lines(*decoded(data, encoding))


def lines_of(text: str) -> Draft:
    """The lines of a text that another program gave as characters, perhaps those of an old font."""
    return _lines(*_modern(text, ""))


def _lines(text: str, encoding: str) -> Draft:
    text = normalise(text)
    if markdown.is_markdown(text):
        return replace(markdown.draft_of(text), encoding=encoding)
    lines = (line.strip() for line in text.split("\n"))
    return Draft([Block(line) for line in lines if line], encoding=encoding)


def decoded(data: bytes, encoding: str = "") -> Decoded:
    """Bytes as text and the encoding they were in (told by content, or as forced). Errors: FileRefused."""
    if encoding in legacy.SCHEMES:
        return legacy.convert(_old_characters(data), encoding), encoding
    if encoding == UTF_16 and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode(_byte_order(data) or "utf-16-le", "replace"), UTF_16
    if encoding:
        return data.decode("utf-8-sig" if encoding == UTF_8 else encoding, "replace"), encoding
    return _modern(*_told(data))


def _modern(text: str, encoding: str) -> Decoded:
    """Unicode text as it is, but for lines that were typed in an old font and copied letter by letter."""
    scheme = legacy.detect(text)
    return (legacy.convert(text, scheme), scheme) if scheme else (text, encoding)


def _told(data: bytes) -> Decoded:
    for mark, codec, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_quite_utf8(data, error)
    return (text, UTF_8) if "\0" not in text else _with_nulls(data)


def _old_characters(data: bytes) -> str:
    """The characters an old font would draw: of a Unicode text as they are, else the bytes one by one."""
    for mark, codec, _ in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _not_quite_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    if error.start >= len(data) - 3:  # cut in the middle of a letter
        return data[: error.start].decode("utf-8"), UTF_8
    if b"\0" in data[:_SAMPLE]:
        return _with_nulls(data)
    text = data.decode("utf-8", "replace")
    if 200 * text.count("\ufffd") < len(text) and _reads_well(text):
        return text, UTF_8
    return _old_encoding(data)


def _with_nulls(data: bytes) -> Decoded:
    order = _byte_order(data)
    if not order:
        raise _no_text()
    return data[: len(data) & ~1].decode(order, "replace"), UTF_16


def _byte_order(data: bytes) -> str:
    """UTF-16 without its mark: Latin letters, blanks and line ends leave their zero byte on one side only."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half // 8 and even <= half // 100:
        return "utf-16-le"
    return "utf-16-be" if even > half // 8 and odd <= half // 100 else ""


def _old_encoding(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > len(sample) // 100:
        raise _no_text()
    if legacy.detect(sample.decode("latin-1")):
        return data.decode("latin-1"), ""  # the scheme is told of the characters
    if _reads_well(sample.decode("cp1258", "replace")):
        return data.decode("cp1258", "replace"), WINDOWS_1258
    encoding = _guess(sample)
    if not encoding:
        raise FileRefused(
            "Không nhận ra bảng mã chữ của tệp.",
            "Hãy mở tệp bằng Word, chuyển sang Unicode rồi lưu lại dạng .docx.",
        )
    return data.decode(encoding, "replace"), encoding


def _reads_well(text: str) -> bool:
    """Whether there are words with Vietnamese letters, and most of them are syllables."""
    words, syllables = accented(normalise(text[:_SAMPLE]))
    return syllables > 0 and syllables >= _WELL * words


def _guess(sample: bytes) -> str:
    """The encoding of a text that is not Vietnamese, where it can be told or hardly matters; else "".

    A wrong guess would store wrong letters, and short texts are guessed wrongly: only a calm, coherent one counts.
    """
    if _FEW * sum(byte > 0x7F for byte in sample) <= len(sample):
        return "windows-1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    sure = best and best.chaos <= _CALM and best.coherence >= _COHERENT
    return best.encoding.replace("cp125", "windows-125") if best and sure else ""


def _no_text() -> FileRefused:
    return FileRefused("Tệp không phải là văn bản.", "Hãy chọn tệp .txt, .html hoặc .docx.")
