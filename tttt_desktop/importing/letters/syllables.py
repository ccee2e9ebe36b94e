"""Whether a word can be one Vietnamese syllable: initial, rime and tone by the rules of spelling, no word list."""

import re
import unicodedata
from functools import lru_cache

_INITIAL = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
    " e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in"
    " inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe"
    " oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
    " u ua uâc uân uâng uât uây uc uê uêch uênh ui um un ung up uơ uôc uôi uôm uôn uông uôt ut uy"
    " uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt"
    " ưu y yêm yên yêng yêt yêu ych yn ynh yt"
)
_FORM = re.compile(f"{_INITIAL}(?:{'|'.join(sorted(_RIMES.split(), key=len, reverse=True))})")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOPPED = re.compile(r"(?:[cpt]|ch)$")
_SHARP_OR_HEAVY = re.compile("[\u0301\u0323]")
_LONGEST = 7  # letters of "nghiêng"
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_]{9,}")  # more letters than one syllable has
_GLUED = 0.2  # share of the letters in such runs: names of programs and addresses are far from it


def is_syllable(word: str) -> bool:
    """Whether a word in Unicode (NFC, any case) is spelt as one Vietnamese syllable.

    A syllable that ends in c, ch, p or t bears sắc or nặng. One or no tone; "ý", "ở" and the like are syllables.
    """
    return len(word) <= _LONGEST and _is_spelt(word)


@lru_cache(maxsize=4096)
def _is_spelt(word: str) -> bool:
    parted = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", parted.translate(_TONES))
    tones = len(parted) - len(unicodedata.normalize("NFD", bare))
    if tones > 1 or not _FORM.fullmatch(bare):
        return False
    return not _STOPPED.search(bare) or bool(_SHARP_OR_HEAVY.search(parted))


def accented(text: str) -> tuple[int, int]:
    """How many words of a normalised text have letters beyond ASCII, and how many of those are Vietnamese syllables."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return len(words), sum(map(is_syllable, words))


def has_lost_blanks(text: str) -> bool:
    """Whether a text has lost the blanks between its words ("Hộinghịtổngkết"), as some files and scans have."""
    runs = sum(len(run) for run in _RUN.findall(text) if not run.isascii())
    return runs > 0 and runs > _GLUED * len(text)
