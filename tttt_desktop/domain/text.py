"""Text as the whole program understands it: code points of NFC, lines parted by "\\n", sentences, units, folding."""

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from tttt_desktop.domain.records import Span

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # soft hyphen, zero width, bidi
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"  # annotation marks, what XML refuses, tags
    "\ud800-\udfff"  # half characters
)
_BLANK = re.compile(f"[{_BLANKS}]")
_NOISE = re.compile(f"[{_INVISIBLE}]")


def normalise(text: str) -> str:
    """Any text in the one form we store: NFC; "\\n" for every line end; one space for each no-break, wide or tab blank.

    Control, zero-width and bidi characters, soft hyphens and half surrogates are left out. Idempotent; in the
    result `splitlines()` cuts exactly where `split("\\n")` does.
    """
    plain = text.replace("\r\n", "\n").replace("\xa0", " ").replace("\t", " ")
    if _is_ordinary(plain):
        return plain
    text = _BLANK.sub(" ", _LINE_ENDS.sub("\n", plain))
    return unicodedata.normalize("NFC", _NOISE.sub("", text))


_NO_WORD = re.compile(r"[\W_]")
_D = dict.fromkeys("đĐðÐɖƉ", "d")  # eth and African d stand for đ in pages typed with old keyboards


def _fold_character(character: str) -> str:
    if character in _D:
        return "d"
    bare = [
        part
        for part in unicodedata.normalize("NFD", character.lower())
        if not unicodedata.combining(part)
    ]
    return bare[0] if len(bare) == 1 else character


class _Folding(dict[int, str]):
    """A table for str.translate that learns each character the first time it meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


_FOLDING = _Folding()


@cache
def _charmap() -> tuple[Any, str, str]:
    """The 256 characters of ordinary Vietnamese text, what each is folded to, and what of each belongs to a word.

    Ten times faster than translate() and regular expressions.
    """
    vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
    letters = "".join(letter for letter in vowels if letter > "\x7f") + "đ"
    ascii_ = "\0\n" + "".join(map(chr, range(32, 127)))
    known = (ascii_ + letters + letters.upper() + "“”‘’–—…•").ljust(256, "\ufffe")
    in_words = "".join(letter if letter.isalnum() else " " for letter in known)
    return codecs.charmap_build(known), known.translate(_FOLDING), in_words


def _is_ordinary(text: str) -> bool:
    """Whether there is nothing to normalise, told fast: all characters are those of ordinary Vietnamese text."""
    try:
        codecs.charmap_encode(text, "strict", _charmap()[0])
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def fold(text: str) -> str:
    """Lower case without diacritics, đ as d: one character for one character, so places found in it hold in `text`.

    A character that has no single plain form (ß, ligatures, Hangul, a mark standing alone) stays as it is. Idempotent.
    """
    known, folded, _ = _charmap()
    try:
        coded, _ = codecs.charmap_encode(text, "strict", known)
    except UnicodeEncodeError:
        return text.translate(_FOLDING)
    return codecs.charmap_decode(coded, "strict", folded)[0]


def bare_words(text: str) -> str:
    """The text with a blank for each character that is no letter or digit, so that places found in it hold in `text`."""
    known, _, in_words = _charmap()
    try:
        coded, _ = codecs.charmap_encode(text, "strict", known)
    except UnicodeEncodeError:
        return _NO_WORD.sub(" ", text)
    return codecs.charmap_decode(coded, "strict", in_words)[0]


_STOP = re.compile(r"[.!?…]+(?:/\.)?[\"”’»)\]]*")
_ABBREVIATIONS = frozenset(
    {"tp", "tx", "tt", "ths", "ts", "gs", "pgs", "bs", "ks", "cn", "kts", "ls", "nsnd", "nsưt"}
    | {"đc", "đ/c", "tr", "st", "vd", "no", "mr", "ms", "tel", "đt", "fax", "sđt"}
)
_LONGEST_TOKEN = 24  # characters looked at before a full stop
_TOKEN_BEFORE = re.compile(r"[^\s:;,.()\"“”‘’]+$")
_GLUED = re.compile(r"[A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ][^\W\d_A-Z]|[A-ZĐÀ-ÝẠ-Ỹ]\s|\d{1,2}[.)]\s*[^\W\d_]|[“\"(]")
_NUMBER_MARK = re.compile(r"(?:\d{1,2}|[IVXivx]{1,4}|[a-zđA-ZĐ])(?:\.\d{1,2})?")
_MARK = re.compile(
    r"\s*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)](?!\d)|\(\d{1,2}\)|\([a-zđ]\)|[a-zđ]\)|[IVX]{1,4}[.)]|[a-hđ]\.(?=\s)"
    r"|[-+–—•*▪●○◦►→✓\uf000-\uf0ff](?!\d))\s*"
    r"|(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười)"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười) là)(?:\s+là)?\s*(?:[,:]\s*|(?=\s))\s*)+",
    re.IGNORECASE,
)


_COUNTED = ("quý ", "Quý ", "khóa ", "khoá ", "Đại hội ")  # "trong quý I." ends a sentence


def _is_abbreviation(token: str) -> bool:
    return token.lower() in _ABBREVIATIONS or (
        len(token) == 1 and token.isalpha() and token.isupper()
    )


def _ends_sentence(text: str, start: int, stop: re.Match[str], line_end: int) -> bool:
    """Whether the stop sign found in the sentence that began at `start` closes it."""
    after = stop.end()
    while after < line_end and text[after] == " ":
        after += 1
    if after >= line_end:
        return True
    glued = after == stop.end()
    if glued and not _GLUED.match(text, after):
        return False
    if text[after].islower() or text[after] in ",;:)%/":
        return False
    if stop[0][0] != "." or len(stop[0]) > 1:
        return True
    token = _TOKEN_BEFORE.search(text, max(start, stop.start() - _LONGEST_TOKEN), stop.start())
    if token is None:
        return stop.start() > start and text[stop.start() - 1] in ')"”’'
    if _is_abbreviation(token[0]) and not text.endswith(_COUNTED, 0, token.start()):
        return False
    marks_item = _NUMBER_MARK.fullmatch(token[0]) and (
        token.start() == start or text[token.start() - 1] in ":;"
    )
    return not marks_item and not (glued and "@" in token[0])


def _first_not_blank(text: str, start: int, stop: int) -> int:
    while start < stop and text[start].isspace():
        start += 1
    return start


def _sentences_of_line(text: str, start: int, line_end: int) -> Iterator[Span]:
    start = _first_not_blank(text, start, line_end)
    for stop in _STOP.finditer(text, start, line_end):
        if _ends_sentence(text, start, stop, line_end):
            yield Span(start, stop.end())
            start = _first_not_blank(text, stop.end(), line_end)
    while line_end > start and text[line_end - 1].isspace():
        line_end -= 1
    if line_end > start:
        yield Span(start, line_end)


def sentences(text: str) -> list[Span]:
    """The sentences of a normalised text in order: never across a line end, no outer white space, none empty.

    A sentence also ends where the space after the full stop was lost ("cao nhất.Tăng cường"); it does not end after
    "TP.", "ThS.", an initial, a list number or inside "1.946".
    """
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        found += _sentences_of_line(text, start, start + len(line))
        start += len(line) + 1
    return found


RareCuts = list[tuple[str, re.Pattern[str]]]
_CUT = re.compile(r";|:(?!//)")
# What else parts units, each with a word that stands in the text and a sign that stands in the sentence where it does:
# most have none, and a look for it costs little.
_RARE_CUTS = (
    ("(2)", "(", re.compile(r"(?<=[^\s:;])\s+(?=\(\d{1,2}\)\s+[^\W\d_])")),
    (
        "hai là",
        " là",
        re.compile(r"[,.]\s*(?=(?:hai|ba|bốn|năm|sáu|bảy|tám|chín) là[ ,:])"),
    ),
    ("thứ hai", "thứ ", re.compile(r"[,.]\s*(?=thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín)[ ,:])")),
    ("- Đ", " Đ", re.compile(r"(?<=[\"”])\s+[-–]\s+(?=Đ(?:ây|ó) )")),
    (
        "đồng thời",
        "đồng thời",
        re.compile(
            r"\s(?=đồng thời(?: cũng)?(?:,? (?:phê bình|đồng chí|ông|bà))*,?"
            r" (?:yêu cầu|đề nghị|giao|chỉ đạo|lưu ý) )"
        ),
    ),
)
_OPENS_LIST = re.compile(
    r"(?:như sau|sau đây|sau|dưới đây|đó là|cụ thể|gồm|các đồng chí)\s*$", re.IGNORECASE
)


def _opens_list(text: str, start: int, colon: int, last_semicolon: int) -> bool:
    """Whether the ':' at `colon` opens a list or a report, so that what follows are units of their own."""
    if last_semicolon > colon or _MARK.match(text, colon + 1):
        return True
    first = _first_not_blank(text, colon + 1, len(text))
    if text[first].isupper():
        return True
    return first > colon + 1 and bool(_OPENS_LIST.search(text, max(start, colon - 20), colon))


def _rare_cuts(text: str) -> RareCuts:
    return [(sign, rare) for word, sign, rare in _RARE_CUTS if word in text]


def _cuts(text: str, sentence: Span, rare: RareCuts) -> list[re.Match[str]]:
    start, stop = sentence.start, sentence.stop
    cuts: list[re.Match[str]] = []
    if text.find(";", start, stop) >= 0 or text.find(":", start, stop) >= 0:
        cuts += _CUT.finditer(text, start, stop)
    for sign, pattern in rare:
        if text.find(sign, start, stop) >= 0:
            cuts += pattern.finditer(text, start, stop)
    return sorted(cuts, key=re.Match.start)


def _cut_points(text: str, sentence: Span, rare: RareCuts) -> Iterator[int]:
    cuts = _cuts(text, sentence, rare)
    if not cuts:
        return
    start = sentence.start
    last_semicolon = text.rfind(";", sentence.start, sentence.stop)
    last_word = sentence.stop
    while last_word > start and not text[last_word - 1].isalnum():
        last_word -= 1
    for cut in cuts:
        if cut.end() >= last_word:
            return  # "truyền hình cáp;…" is one unit
        if cut[0] == ":" and not _opens_list(text, start, cut.start(), last_semicolon):
            continue
        start = cut.end()
        yield start


def clauses(text: str, sentence: Span) -> list[Span]:
    """The units of annotation in one sentence: cut at ";", at a ":" that opens a list, at numbered and bulleted items.

    Numbers, bullets, "Thứ nhất," and ";" stay outside, a full stop inside. A sentence with no letter or digit has none.
    """
    return list(_clauses(text, sentence, _rare_cuts(sentence.of(text))))


def _clauses(text: str, sentence: Span, rare: RareCuts) -> Iterator[Span]:
    start = sentence.start
    for stop in [*_cut_points(text, sentence, rare), sentence.stop]:
        mark = _MARK.match(text, start, stop)
        first, last = _trimmed(text, mark.end() if mark else start, stop)
        if first < last and (text[first].isalnum() or any(map(str.isalnum, text[first:last]))):
            yield Span(first, last)
        start = stop


def units(text: str) -> list[Span]:
    """All clauses of all sentences of a normalised text, in order, never overlapping."""
    rare = _rare_cuts(text)
    return [clause for sentence in sentences(text) for clause in _clauses(text, sentence, rare)]


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends and without ';' or ',' at its end; empty at its start if nothing is left."""
    return Span(*_trimmed(text, span.start, min(span.stop, len(text))))


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    begin = start
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ";,"):
        stop -= 1
    while start < stop and text[start].isspace():
        start += 1
    return (start, stop) if stop > start else (begin, begin)


_SYLLABLE = re.compile(r"[^\W_]+(?:[.,/&-][^\W_]+)*%?")


def syllables(text: str, span: Span) -> list[Span]:
    """The words a span end can move by: letters or digits with what joins them ("TT&TT", "742,67", "04-NQ/TW", "90%")."""
    return [Span(*found.span()) for found in _SYLLABLE.finditer(text, span.start, span.stop)]


def unit_at(units: Sequence[Span], offset: int) -> int:
    """Index of the unit at `offset`, else of the nearest one; -1 when there are no units."""
    at = bisect_right(units, offset, key=lambda unit: unit.start) - 1
    if at < 0:
        return 0 if units else -1
    if at + 1 < len(units) and offset >= units[at].stop:
        return at if offset - units[at].stop <= units[at + 1].start - offset else at + 1
    return at
