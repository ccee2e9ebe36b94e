"""Which spelling a word that is no syllable was meant to have."""

from collections.abc import Iterable, Iterator

from tttt_desktop.domain.syllables import is_syllable, split_tone, with_tone
from tttt_desktop.domain.text import fold
from tttt_desktop.proofing import lexicon
from tttt_desktop.proofing.telex import from_telex

# Letters before e, ê, i and before the others; n-gh that lost a letter.
_INITIALS = (
    ("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("c", "k"), ("k", "c"), ("ngi", "nghi"),
)  # fmt: skip
_RIMES = (("ưo", "ươ"), ("uơ", "ươ"), ("yê", "iê"), ("iê", "yê"))


def meant(word: str, before: str, after: str) -> str | None:
    """The one spelling in lower case that a word (a key, see `lexicon`) must have meant; None when several might be.

    `before` and `after` are the keys of its neighbours, "" where there are none.
    """
    for some in (_by_neighbour(word, before, after), _by_rule(word), _alike(word), _parted(word)):
        found = set(some)
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def _by_neighbour(word: str, before: str, after: str) -> Iterator[str]:
    """What makes a known word with the neighbour, by the same letters or one key away."""
    known = lexicon.pairs()
    candidates = {*lexicon.common_by_fold().get(fold(word), ()), *_one_away(word), *_by_rule(word)}
    for candidate in candidates:
        if (before, candidate) in known or (candidate, after) in known:
            yield candidate


def _by_rule(word: str) -> Iterator[str]:
    """What the rules of spelling, or of Telex, make of it."""
    typed = from_telex(word)
    if typed:
        yield typed
        return
    letters, tone = split_tone(word)
    tries = [letters]
    tries += [new + letters[len(old) :] for old, new in _INITIALS if letters.startswith(old)]
    tries += [one.replace(old, new) for one in list(tries) for old, new in _RIMES if old in one]
    for one in tries:
        candidate = with_tone(one, tone[:1])
        if candidate != word and is_syllable(candidate):
            yield candidate


def _alike(word: str) -> Iterable[str]:
    """Common syllables of the same letters with the same tone, else one key away."""
    same = lexicon.common_by_fold().get(fold(word), ())
    tone = split_tone(word)[1]
    return [one for one in same if not tone or split_tone(one)[1] == tone] or _one_away(word)


def _one_away(word: str) -> set[str]:
    """Common syllables with one letter less or more, or two of them the other way round."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found |= {left + letter + right for left, right in cuts for letter in "cghnmpt"}
    return found & lexicon.common()


def _parted(word: str) -> Iterator[str]:
    """Two syllables that lost the blank between them."""
    known = lexicon.pairs()
    for at in range(1, len(word)):
        parts = (word[:at], word[at:])
        if parts in known:
            yield " ".join(parts)
