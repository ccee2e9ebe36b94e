"""Words that are no syllables, words taken for others, lost marks, words written twice."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.syllables import split_tone, with_case_of
from tttt_desktop.domain.text import fold
from tttt_desktop.proofing import lexicon
from tttt_desktop.proofing.finding import Fault, Finding
from tttt_desktop.proofing.mending import meant, once
from tttt_desktop.proofing.telex import from_telex
from tttt_desktop.proofing.words import Look, Word, opens_sentence

# Names of places and peoples of the highlands, and of abroad: spelt by other rules.
_OTHER_NAMES = re.compile(
    r"(?:[kpbđdgct]r|[kpbg]l|st|xt|sr|hr|mn|chr|k[aăâoôơuư]|đh|sh|y[aăâ]).*|.*[kp]r.*|.*(?:[^c]k|[^cn]h|[lrsbdvxf])"
)
_VIETNAMESE = re.compile(
    "[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]+"
)
_TELEX = re.compile(r"(?:dd|aa|ee|oo|w).*[sfrxj]|dd|w")
_SHORTEST_TELEX, _SHORTEST_DOUBLED = 4, 5
_OWN_FIRST, _OWN_LAST = frozenset(("đang", "trong")), frozenset(("chưa",))  # words of their own
_Judged = tuple[int, Finding | None]  # how many words, and what is wrong with them


def may_err(looks: Sequence[Look | None]) -> bool:
    """Whether the words of a text, seen at a glance, need to be looked at: most wordings have none that do."""
    pairs, by_letters, confused = lexicon.pairs(), lexicon.words_by_fold(), lexicon.confused_pairs()
    for a, b in pairwise((*looks, None)):
        if a is None:
            continue
        if not a.is_syllable and _is_meant_vietnamese(a.text):
            return True
        if b is None:
            continue
        there = (a.key, b.key)
        if a.key == b.key or there in confused:
            return True
        if (a.letters, b.letters) in by_letters and there not in pairs:
            return True
    return False


def find(text: str, words: Sequence[Word]) -> Iterator[Finding]:
    """The misspelt words of a text, in order. What is one word in two syllables is found as one."""
    confusions, by_letters = lexicon.confusions(), lexicon.words_by_fold()
    at = 0
    while at < len(words):
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) and words[at + 1].follows else None
        found: _Judged | None = None
        if word.key in confusions:
            found = _confused(text, words, at)
        if found is None and after and (word.look.letters, after.look.letters) in by_letters:
            found = _without_marks(text, words, at)
        if found is None and (not word.look.is_syllable or word.key in lexicon.never_doubled()):
            found = (1, _single(words, at))
        size, finding = found or (1, None)
        if finding is not None:
            yield finding
        at += size


def _neighbours(words: Sequence[Word], first: int, last: int) -> tuple[str, str]:
    """The keys of the words before and behind words `first` to `last`, "" where they are parted by more than blanks."""
    before = words[first - 1].key if words[first].follows else ""
    after = words[last + 1].key if last + 1 < len(words) and words[last + 1].follows else ""
    return before, after


def _belongs_elsewhere(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether an end of these words makes a known word with its neighbour: "thành công | xuất sắc"."""
    before, after = _neighbours(words, first, last)
    known = lexicon.words()
    return (before, words[first].key) in known or (words[last].key, after) in known


def _is_name(text: str, some: Sequence[Word]) -> bool:
    """Whether one of the words is a name in the middle of a sentence ("phố Nguyễn Trãi qua")."""
    capitals = [word.text[:1].isupper() for word in some]
    if not any(capitals) or all(capitals):
        return False
    return not (capitals[0] and opens_sentence(text, some[0].start))


def _confused(text: str, words: Sequence[Word], at: int) -> _Judged | None:
    for wrong, right in lexicon.confusions()[words[at].key]:
        size = len(wrong)
        some = words[at : at + size]
        if tuple(word.key for word in some) != wrong or not all(word.follows for word in some[1:]):
            continue
        if _is_name(text, some) or _belongs_elsewhere(words, at, at + size - 1):
            continue
        said = " ".join(word.text for word in some)
        why = f"“{said}” hay bị viết lẫn; viết đúng là “{right}”."
        return size, _finding(some, Fault.CONFUSION, why, right)
    return None


def _without_marks(text: str, words: Sequence[Word], at: int) -> _Judged | None:
    """Two words of which one or both have lost their marks: "thực hiên", "thưc hien"."""
    a, b = some = (words[at], words[at + 1])
    name = b.text[:1].isupper() and not b.text.isupper()
    if name or a.key in _OWN_FIRST or b.key in _OWN_LAST or _is_name(text, some):
        return None
    if (a.key, b.key) in lexicon.pairs():
        return None
    same = lexicon.words_by_fold()[a.look.letters, b.look.letters]
    right = [one for one in same if _has_lost(a, one[0]) and _has_lost(b, one[1])]
    code = a.text.isupper() and a.text.isascii()
    if len(right) != 1 or code or _belongs_elsewhere(words, at, at + 1):
        return None
    spelt = a.look.is_syllable and b.look.is_syllable
    fault, what = (Fault.MARKS, "sai dấu") if spelt else (Fault.SYLLABLE, "sai chính tả")
    why = f"“{a.text} {b.text}” {what}; từ quen dùng là “{' '.join(right[0])}”."
    return 2, _finding(some, fault, why, " ".join(right[0]))


def _has_lost(word: Word, right: str) -> bool:
    """Whether a word is `right`, or the same with fewer marks, or a syllable that is hardly ever met, or none."""
    if word.key == right or not word.look.is_syllable:
        return True
    if word.key not in lexicon.usual() and word.text.islower():
        return True
    letters = zip(word.key, right, strict=True)
    return all(one in (mark, fold(mark), split_tone(mark)[0]) for one, mark in letters)


def _single(words: Sequence[Word], at: int) -> Finding | None:
    word = words[at]
    if word.look.is_syllable:
        return _doubled(words, at)
    if word.joined or not _is_meant_vietnamese(word.text):
        return None
    before, after = _neighbours(words, at, at)
    if word.text.isascii() and not _is_from_keys(word.key, before, after):
        return None
    right = meant(word.key, before, after)
    if _stands_in_name(words, at) or (right is None and word.text.isascii()):
        return None
    why = f"“{word.text}” không phải là âm tiết tiếng Việt."
    return _finding((word,), Fault.SYLLABLE, why, right)


def _doubled(words: Sequence[Word], at: int) -> Finding | None:
    """A word that stands twice is a slip; "đối số số nguyên" is none."""
    word = words[at]
    if not word.follows or word.key != words[at - 1].key:
        return None
    before, _ = _neighbours(words, at - 1, at)
    if word.key not in lexicon.never_doubled() or (before, word.key) in lexicon.pairs():
        return None
    why = f"Chữ “{word.text}” viết hai lần liền nhau."
    return Finding(Span(words[at - 1].stop, word.stop), Fault.REPEATED, why, "")


def _stands_in_name(words: Sequence[Word], at: int) -> bool:
    """Whether a capital word stands beside another one ("bà Néang Sa Rươne")."""
    if words[at].text.isupper():
        return False
    beside = [word.text[:1].isupper() for word in words[max(0, at - 1) : at + 2]]
    return len(beside) > 1 and (all(beside[:2]) or all(beside[-2:]))


@lru_cache(maxsize=4096)
def _is_meant_vietnamese(text: str) -> bool:
    """Whether a word that is no syllable should be one: not foreign, no abbreviation, no name of the highlands."""
    key = lexicon.key(text)
    if len(text) == 1 or key in lexicon.loans() or not _VIETNAMESE.fullmatch(key):
        return False
    if not text[1:].islower():
        return text.isupper() and bool(split_tone(key)[1]) and len(text) > 3
    if text.isascii():
        return text.islower() and (from_telex(key) in lexicon.common() or _is_doubled(key))
    return not (text[0].isupper() and _OTHER_NAMES.fullmatch(key))


def _is_doubled(key: str) -> bool:
    """Whether a word without marks has a letter twice that it should have once ("thanhh"), and is long for English."""
    return len(key) >= _SHORTEST_DOUBLED and bool(once(key))


def _is_from_keys(key: str, before: str, after: str) -> bool:
    """Whether a word without marks is Telex keys and hardly an English word: its keys say so, or its neighbours do."""
    if _is_doubled(key) or (len(key) >= _SHORTEST_TELEX and _TELEX.search(key)):
        return True
    typed, known = from_telex(key) or "", lexicon.words()
    return (before, typed) in known or (typed, after) in known


def _finding(some: Sequence[Word], fault: Fault, why: str, right: str | None) -> Finding:
    span = Span(some[0].start, some[-1].stop)
    return Finding(span, fault, why, None if right is None else _in_case(right, some))


def _in_case(right: str, some: Sequence[Word]) -> str:
    """The right words, each in the case of the word it stands for."""
    parts = right.split(" ")
    if len(parts) != len(some):
        return with_case_of(right, some[0].text)
    return " ".join(with_case_of(part, word.text) for part, word in zip(parts, some, strict=True))
