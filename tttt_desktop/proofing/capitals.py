"""Capital letters by Phụ lục II of Nghị định 30/2020/NĐ-CP; the words are in `resources/lists/capitals.toml`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.records import Span
from tttt_desktop.domain.syllables import has_two_styles, in_style, is_syllable
from tttt_desktop.proofing import lexicon
from tttt_desktop.proofing.finding import Fault, Finding

_LAW = "Nghị định 30/2020, Phụ lục II"
_LAST_WORDS = re.compile(r"(?:([^\W\d_]+) )?([^\W\d_]+),? $")
_IN_SENTENCE = re.compile(r"[^\W_],? $")
_LEGAL = (
    r"(?: của)? (?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Hiến pháp|Pháp lệnh|Quy)"
)
_PARTS = re.compile(
    rf"(?:(?<=khoản \d )|(?<=khoản \d\d )|(?<=khoản \d, ))điều(?= \d)|(?<!\w)(?:điều|chương|mục|phần)(?= (?:\d+[a-zđ]?|[IVX]+){_LEGAL})"
)
_OF_LAW = ("điều ", "chương ", "mục ", "phần ", "Khoản ", "Điểm ")
_VERBS = ("xây dựng", "thống kê")  # what "Sở", standing for the whole name, does
_NUMBERED = re.compile(r"(?= số:? \d+[-/])")
_SMALL_PARTS = re.compile(r"(?<=\w )(?:Khoản(?= \d)|Điểm(?= [a-zđ]\b))|(?<=, )Khoản(?= \d)")
_FIRST = re.compile(r"(?:\A|\n|(?P<stop>[.!?])\s+)[-–+•*“\"(]?\s*(?P<word>[^\W\d_]+)(?![-\w@/.]\w)")
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:v\.v|[^\W\d_]|TP|TX|Tp|ThS|TS|PGS|GS|BS|KS|đ/c|tr|St|Mr|vd|VD|\d+)$"
)


def find(text: str, *, opens: bool) -> Iterator[Finding]:
    """Letters that should be large, or small. `opens`: the text begins a sentence."""
    small = text.lower()
    if len(small) != len(text):  # a letter that is two in lower case, of no Vietnamese text
        return
    yield from _names(text, small)
    yield from _agencies(text, small)
    yield from _posts(text, small)
    yield from _shortened(text, small)
    yield from _nouns(text)
    yield from _documents(text, small)
    yield from _common(text)
    if opens:
        yield from _first_letters(text)


def _finding(start: int, printed: str, right: str, why: str) -> Iterator[Finding]:
    """A finding where `printed` is not written as `right`; words all in capitals are a heading's."""
    if printed != right and not printed.isupper():
        span = Span(start, start + len(printed))
        yield Finding(span, Fault.CAPITAL, f"{why} ({_LAW}).", right)


def _cased(printed: str, pattern: str) -> str:
    """`printed` with the capitals of `pattern`, which is as long: marks may stand elsewhere ("Uỷ", "Ủy")."""
    return "".join(
        one.upper() if wanted.isupper() else one.lower()
        for one, wanted in zip(printed, pattern, strict=True)
    )


@cache
def _any_style(words: tuple[str, ...]) -> str:
    """A pattern for any of the words in lower case, with the tones of either style."""
    small = [word.lower() for word in words]
    other = [" ".join(in_style(part, new_style=True) for part in word.split()) for word in small]
    return any_of({*small, *other})


@cache
def _listed(name: str) -> dict[str, str]:
    """The entries of a list by their keys."""
    return {_key(word): word for word in word_list("capitals")[name]}


def _key(words: str) -> str:
    return " ".join(map(lexicon.key, words.split()))


@cache
def _pattern(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    words = _any_style(tuple(word_list("capitals")[name]))
    return re.compile(rf"(?<!\w){before}(?P<it>{words})(?!\w){after}")


@cache
def _hints(name: str) -> frozenset[str]:
    """What stands in every text that has an entry of the list in it."""
    entries = (word.lower().split() for word in word_list("capitals")[name])
    return frozenset(_plain_part(entry) for entry in entries)


def _plain_part(entry: Sequence[str]) -> str:
    """The last two words of an entry, or its longest one, that are written in one way only."""
    if not any(map(has_two_styles, entry[-2:])):
        return " ".join(entry[-2:])
    return max((word for word in entry if not has_two_styles(word)), key=len)


def _has_any(small: str, name: str) -> bool:
    return any(hint in small for hint in _hints(name))


def _names(text: str, small: str) -> Iterator[Finding]:
    kinds = (
        ("names", "", "Tên này có cách viết hoa riêng"),
        ("holidays", "(?:ngày|kỷ niệm|dịp|chào mừng|mừng) ", "Tên ngày lễ, ngày kỷ niệm viết hoa"),
        ("festivals", "", "Tên ngày tết viết hoa chữ đầu"),
    )
    for name, before, why in kinds:
        for found in _pattern(name, before).finditer(small) if _has_any(small, name) else ():
            printed = text[found.start("it") : found.end()]
            right = _cased(printed, _listed(name)[_key(printed)])
            yield from _finding(found.start("it"), printed, right, why)


@cache
def _shortening() -> re.Pattern[str]:
    """Short names that are written in capitals, and the generations of mobile networks; not within an address."""
    names = any_of(name.lower() for name in word_list("capitals")["shortened"])
    network = r"(?<=mạng )[2-6]g|(?<=sóng )[2-6]g|(?<=trạm )[2-6]g|(?<=công nghệ )[2-6]g"
    return re.compile(rf"(?<![\w.@/:&-])(?:{names}|{network})(?![\w@&/-]|\.\w)")


def _shortened(text: str, small: str) -> Iterator[Finding]:
    for found in _shortening().finditer(small):
        printed = text[found.start() : found.end()]
        why = f"“{printed.upper()}” là chữ viết tắt, viết hoa"
        yield from _finding(found.start(), printed, printed.upper(), why)


@cache
def _agency() -> re.Pattern[str]:
    trades = _any_style(tuple(word_list("agencies")["trades"]["names"]))
    return re.compile(rf"(?<!\w)(?P<head>sở|bộ) (?P<trade>{trades})(?!\w)")


@cache
def _trades() -> dict[str, str]:
    return {_key(name): name for name in word_list("agencies")["trades"]["names"]}


def _agencies(text: str, small: str) -> Iterator[Finding]:
    never_after = word_list("capitals")["no_agency_after"]
    why = "Tên cơ quan viết hoa chữ đầu của loại hình và của lĩnh vực hoạt động"
    for found in _agency().finditer(small) if "sở " in small or "bộ " in small else ():
        verb = found["trade"] in _VERBS and text[found.start()] == "S"
        if verb or _words_before(text, found.start())[1] in never_after:
            continue
        pattern = f"{found['head'].capitalize()} {_trades()[_key(found['trade'])]}"
        printed = text[found.start() : found.end()]
        yield from _finding(found.start(), printed, _cased(printed, pattern), why)


def _words_before(text: str, at: int) -> tuple[str, str]:
    """The last word but one and the last word before a place, as keys; "" where there is none."""
    found = _LAST_WORDS.search(text[max(0, at - 40) : at])
    return (lexicon.key(found[1] or ""), lexicon.key(found[2])) if found else ("", "")


@cache
def _bearer() -> re.Pattern[str]:
    """What a post belongs to: an agency by its name, or a person."""
    surname = any_of(word_list("officials")["surnames"].split())
    offices = any_of(word_list("capitals")["offices"])
    return re.compile(rf" (?:(?:{offices})(?!\w)(?! (?:các|cấp))|(?:{surname}) [A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ])")


def _posts(text: str, small: str) -> Iterator[Finding]:
    why = "Chức vụ đi liền với tên người hoặc tên cơ quan cụ thể viết hoa"
    for found in _pattern("posts").finditer(small) if _has_any(small, "posts") else ():
        if _bearer().match(text, found.end()):
            printed = text[found.start() : found.end()]
            yield from _finding(found.start(), printed, _listed("posts")[_key(printed)], why)


def _nouns(text: str) -> Iterator[Finding]:
    """ "Nhân dân", "Nhà nước" (mục V.1)."""
    lists = word_list("capitals")
    for found in re.finditer(r"(?<!\w)(?:nhân dân|nhà nước)(?!\w)", text):
        two = _words_before(text, found.start())
        if found[0] == "nhà nước":
            wanted = _is_among(two, lists["state_after"])
        else:
            wanted = not _is_among(two, lists["people_inside"]) and text[found.end() :][:3] != " tệ"
        if wanted:
            right = found[0].capitalize()
            yield from _finding(found.start(), found[0], right, f"“{right}” là danh từ viết hoa")


def _is_among(two: tuple[str, str], words: Iterable[str]) -> bool:
    """Whether the last word, or the last two, are one of these."""
    return any(word in (two[1], " ".join(two)) for word in map(_key, words))


def _documents(text: str, small: str) -> Iterator[Finding]:
    numbered = " số" in small and _NUMBERED.search(small)
    for found in _pattern("documents", "", _NUMBERED.pattern).finditer(small) if numbered else ():
        printed = text[found.start() : found.end()]
        why = "Tên loại của một văn bản cụ thể viết hoa"
        right = _cased(printed, _listed("documents")[_key(printed)])
        yield from _finding(found.start(), printed, right, why)
    if any(word in text for word in _OF_LAW):
        yield from _parts_of_law(text)


def _parts_of_law(text: str) -> Iterator[Finding]:
    for part in _PARTS.finditer(text):
        why = "Phần, chương, mục, điều của một văn bản cụ thể viết hoa"
        yield from _finding(part.start(), part[0], part[0].capitalize(), why)
    for part in _SMALL_PARTS.finditer(text):
        yield from _finding(part.start(), part[0], part[0].lower(), "Khoản, điểm viết thường")


@cache
def _common_pattern() -> re.Pattern[str]:
    lists = word_list("capitals")
    inside = any_of(lists["common_inside"] + ["uỷ"])
    return re.compile(rf"(?<=\w )(?:{any_of(lists['common'])})(?!\w)(?! (?:{inside}|\d))")


def _common(text: str) -> Iterator[Finding]:
    for found in _common_pattern().finditer(text):
        if not _IN_SENTENCE.search(text[: found.start()]) or _heads_list(text, found.start()):
            continue
        why = "Danh từ chung ở giữa câu viết thường"
        yield from _finding(found.start(), found[0], found[0].lower(), why)


def _heads_list(text: str, at: int) -> bool:
    """Whether only a number stands before it in its line ("1 Tỉnh")."""
    return not re.search(r"[^\W\d_]", text[text.rfind("\n", 0, at) + 1 : at])


def _first_letters(text: str) -> Iterator[Finding]:
    for found in _FIRST.finditer(text):
        word = found["word"]
        if not word[0].islower() or not is_syllable(word):
            continue
        if found["stop"] == "." and _SHORTENED.search(text[: found.start("stop")]):
            continue
        right = word[0].upper() + word[1:]
        yield from _finding(found.start("word"), word, right, "Chữ đầu câu viết hoa")
