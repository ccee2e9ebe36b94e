"""Letters that were typed as Telex keys and stayed so: "ddược", "nhieemj", "thuwcj"."""

from tttt_desktop.domain.syllables import is_syllable, split_tone, with_tone

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_DOUBLED = {"a": "â", "e": "ê", "o": "ô", "d": "đ"}
_HOOKED = {"a": "ă", "o": "ơ", "u": "ư"}
_VOWELS = frozenset("aăâeêioôơuưy")


def from_telex(word: str) -> str | None:
    """The syllable that these keys would have made, None when they make none or nothing was left over."""
    lower = word.lower()
    letters, tone = split_tone(lower)
    if len(tone) > 1:
        return None
    made = ""
    for letter in letters:
        if letter in _TONES and not tone and any(one in _VOWELS for one in made):
            tone = _TONES[letter]
        else:
            made = _typed(made, letter)
    found = with_tone(made, tone)
    return found if found != lower and is_syllable(found) else None


def _typed(made: str, letter: str) -> str:
    """What is on screen after one more key that is no tone."""
    if letter == "w":
        if made.endswith("uo"):
            return f"{made[:-2]}ươ"
        if made and made[-1] in _HOOKED:
            return made[:-1] + _HOOKED[made[-1]]
        return made.replace("uo", "ươ") if "uo" in made else f"{made}w"
    if letter in _DOUBLED and letter in made:
        at = made.rindex(letter)
        if letter != "d" or at == 0:
            return made[:at] + _DOUBLED[letter] + made[at + 1 :]
    return made + letter
