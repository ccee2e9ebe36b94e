"""Which spelling a word that is no syllable was meant to have."""

from tttt_desktop.domain.syllables import is_syllable, split_tone, with_tone
from tttt_desktop.domain.text import fold
from tttt_desktop.proofing import lexicon
from tttt_desktop.proofing.telex import from_telex

# Letters before e, ê, i and before the others; n-gh that lost a letter.
_INITIALS = (
    ("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("c", "k"), ("k", "c"), ("ngi", "nghi"),
)  # fmt: skip
_STOPS, _WITH_STOPS = (
    ("c", "p", "t", "ch"),
    ("\u0301", "\u0323"),
)  # only sắc and nặng stand before these
_RIMES = (("ưo", "ươ"), ("uơ", "ươ"), ("yê", "iê"), ("iê", "yê"))


def meant(word: str, before: str, after: str) -> str | None:
    """The one spelling in lower case that a word (a key, see `lexicon`) must have meant; None when several might be.

    `before` and `after` are the keys of its neighbours, "" where there are none. What makes a known word with one of
    them is surest, then what the rules make of it, then a key struck twice, two struck in the other order, other marks,
    one key more or less, a lost blank.
    """
    ways = (_by_rule, once, _turned, _alike, _one_away, _parted)
    every = {one for way in ways for one in way(word)}
    known = lexicon.pairs()
    beside = {one for one in every if (before, one) in known or (one, after) in known}
    if beside:
        return _only(beside)
    for way in ways:
        found = way(word)
        if found:
            return _only(found) or _only(found & lexicon.common())
    return None


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _by_rule(word: str) -> set[str]:
    """What the rules of spelling, or of Telex, make of it."""
    typed = from_telex(word)
    if typed:
        return {typed}
    letters, tone = split_tone(word)
    tries = [letters]
    tries += [new + letters[len(old) :] for old, new in _INITIALS if letters.startswith(old)]
    tries += [one.replace(old, new) for one in list(tries) for old, new in _RIMES if old in one]
    toned = {with_tone(one, tone[:1]) for one in tries} - {word}
    return {one for one in toned if is_syllable(one)} & lexicon.usual()


def _cuts(word: str) -> list[tuple[str, str]]:
    return [(word[:at], word[at:]) for at in range(len(word) + 1)]


def once(word: str) -> set[str]:
    """Usual syllables with one of two equal letters: "truyềnn"."""
    found = {a + b[1:] for a, b in _cuts(word) if a and b and a[-1] == b[0]}
    return found & lexicon.usual()


def _turned(word: str) -> set[str]:
    """Usual syllables with two letters the other way round."""
    found = {a + b[1] + b[0] + b[2:] for a, b in _cuts(word) if len(b) > 1}
    return found & lexicon.usual()


def _alike(word: str) -> set[str]:
    """Usual syllables of the same letters with the same tone; with any where it has none, or one that cannot be."""
    same, (letters, tone) = lexicon.usual_by_fold().get(fold(word), ()), split_tone(word)
    free = not tone or (letters.endswith(_STOPS) and tone not in _WITH_STOPS)
    return {one for one in same if free or split_tone(one)[1] == tone}


def _one_away(word: str) -> set[str]:
    """Usual syllables with one letter less or more, with the tone where it belongs then."""
    found = {a + b[1:] for a, b in _cuts(word) if b}
    found |= {a + letter + b for a, b in _cuts(word) for letter in "cghnmpt"}
    toned = (split_tone(one) for one in found)
    return {with_tone(letters, tone[:1]) for letters, tone in toned} & lexicon.usual()


def _parted(word: str) -> set[str]:
    """Two syllables that lost the blank between them."""
    return {f"{a} {b}" for a, b in _cuts(word) if (a, b) in lexicon.pairs()}
