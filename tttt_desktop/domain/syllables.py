"""Vietnamese syllables by the rules of spelling: initial, rime and tone, no word list."""

import re
import unicodedata
from functools import cache, lru_cache

_TONE = "\u0300\u0301\u0303\u0309\u0323"
_TONES = dict.fromkeys(map(ord, _TONE))
_STOPPED = re.compile(r"(?:[cpt]|ch)$")
_SHARP_OR_HEAVY = frozenset("\u0301\u0323")
_INITIAL = re.compile(r"ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]|")
_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơ"  # the vowel that bears the tone wherever it stands
_LONGEST = 7  # letters of "nghiêng"

_PLAIN = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    o oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up uôc uôi uôm uôn uông uôt ut
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
"""
_FRONT = """
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
"""
_ROUNDED = """
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    uâc uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uynh uyp uyt uyu
"""
_AFTER_QU = """
    a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et
    ê êch ên ênh êt êu i ich in inh it ôc ơ ơi ơn ơt y ych yên yêt yêu ynh yp yt
"""
_WITH_Y = frozenset(("", "h", "k", "l", "m", "s", "t", "v", "th"))  # "hy", "kỹ", "Mỹ", "Thy"
_ALONE = frozenset(["yêm", "yên", "yêng", "yêt", "yêu", "y"])
_LIPS = frozenset(("b", "m", "ph", "v"))  # no rounded rime after them
_NO_FRONT = frozenset(("c", "g", "ng"))  # before i, e, ê they are k, gh, ngh
_ONLY_FRONT = frozenset(("k", "gh", "ngh"))
# Where the tone stands is not agreed on: "hòa" and "hoà", "khỏe" and "khoẻ", "thủy" and "thuỷ".
_OPEN = ("oa", "oe", "uy")


@cache
def _rimes(initial: str) -> frozenset[str]:
    """The rimes that may follow an initial, without tones."""
    plain, front, rounded = (frozenset(text.split()) for text in (_PLAIN, _FRONT, _ROUNDED))
    if initial == "qu":
        return frozenset(_AFTER_QU.split())
    if initial == "gi":  # "gì", "gìn", "giết": one i is written
        return plain | front | frozenset(rime[1:] for rime in front if rime[0] == "i")
    if initial in _ONLY_FRONT:
        return front | {"y"} if initial == "k" else front
    found = plain if initial in _NO_FRONT else plain | front
    if initial not in _LIPS and initial not in ("c", "g"):
        found = found | rounded
    if initial in _WITH_Y:
        found = found | {"y"}
    if not initial:
        found = (found | _ALONE) - {rime for rime in front if rime.startswith("iê")}
    return found


def is_syllable(word: str) -> bool:
    """Whether a word in Unicode (NFC, any case) is spelt as one Vietnamese syllable.

    The initial fits the rime ("ngh", "gh", "k" before e, ê, i; no "nghành"), the tone stands on its vowel (both "hòa"
    and "hoà"), and a syllable that ends in c, ch, p or t bears sắc or nặng.
    """
    return 0 < len(word) <= _LONGEST and _is_spelt(word.lower())


@lru_cache(maxsize=8192)
def _is_spelt(word: str) -> bool:
    letters, tone = split_tone(word)
    if len(tone) > 1 or not _parts(letters):
        return False
    if not tone:
        return not _STOPPED.search(letters)
    if _STOPPED.search(letters) and tone not in _SHARP_OR_HEAVY:
        return False
    return word in (with_tone(letters, tone), with_tone(letters, tone, new_style=True))


def split_tone(word: str) -> tuple[str, str]:
    """A lower-case word without its tones, and the combining marks of these: "việt" gives ("viêt", "\\u0323")."""
    if word.isascii():
        return word, ""
    parted = unicodedata.normalize("NFD", word)
    tone = "".join(mark for mark in parted if mark in _TONE)
    return unicodedata.normalize("NFC", parted.translate(_TONES)), tone


def with_tone(letters: str, tone: str, *, new_style: bool = False) -> str:
    """The syllable `letters` (lower case, without tone) with the tone on its vowel; `new_style`: "hoà", not "hòa"."""
    if not tone:
        return letters
    at = _place_of_tone(letters, new_style)
    return unicodedata.normalize("NFC", f"{letters[: at + 1]}{tone}{letters[at + 1 :]}")


def _place_of_tone(letters: str, new_style: bool) -> int:
    initial, rime = _parts(letters) or ("", letters)
    start = len(letters) - len(rime)
    marked = max(rime.rfind(vowel) for vowel in _MARKED)
    if marked >= 0:
        return start + marked
    vowels = [at for at, letter in enumerate(rime) if letter in _VOWELS]
    if not vowels:
        return len(letters) - 1
    if "ư" in rime:
        return start + rime.index("ư")
    if len(vowels) < len(rime):  # a consonant ends it
        return start + vowels[-1]
    if len(vowels) == 2:
        return start + int(rime in _OPEN and new_style and initial != "qu")
    return start + vowels[len(vowels) // 2]


@lru_cache(maxsize=8192)
def _parts(letters: str) -> tuple[str, str] | None:
    """Initial and rime as they are written; None where there is no such syllable. "gìn" gives "g" and "in"."""
    found = _INITIAL.match(letters)
    initial = found[0] if found else ""
    rime = letters[len(initial) :]
    if initial == "gi" and rime not in _rimes("gi"):
        return None
    if initial == "gi" and (not rime or rime[0] not in _VOWELS):
        return "g", f"i{rime}"
    return (initial, rime) if rime in _rimes(initial) else None


def has_two_styles(word: str) -> bool:
    """Whether a toned syllable is written in two ways: "hòa" and "hoà"."""
    letters, tone = split_tone(word.lower())
    return bool(tone) and letters.endswith(_OPEN) and not letters.startswith("qu")


def in_style(word: str, *, new_style: bool) -> str:
    """A syllable with its tone where the style wants it: "hoà" (new) or "hòa" (old); others, and its case, stay."""
    if not has_two_styles(word) or not is_syllable(word):
        return word
    letters, tone = split_tone(word.lower())
    return with_case_of(with_tone(letters, tone, new_style=new_style), word)


def with_case_of(word: str, pattern: str) -> str:
    """A lower-case word in the case of another one: "thủy" as "THUỶ", "Thuỷ" or "thuỷ" has it."""
    if len(pattern) > 1 and pattern.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
