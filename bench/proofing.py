"""How long it takes to look over the wording of a report of 5,000 lines, one in ten with a slip in it.

`python -m bench.proofing` prints the table of bench/README.md: which slips in the passages of our own labelled articles
are told, and rightly mended.
"""

import random
import re
import shutil
import time
import unicodedata
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from bench.grouping import passages
from tttt_desktop.domain.syllables import is_syllable, split_tone, with_tone
from tttt_desktop.proofing.check import apply, check
from tttt_desktop.proofing.finding import Fault, Style
from tttt_desktop.services import proofing
from tttt_desktop.services.dossier import Dossier

SLIPS = (" thưc hiên", " sử lý", "  xong", " 742.67 tỷ đồng", " ngày 5/1/2023")


def figure(folder: Path) -> dict[str, float]:
    """Processor seconds of looking over everything, of doing so once more, and of mending it all."""
    path = folder / "worded.tttt"
    shutil.copyfile(folder / "marked.tttt", path)
    with Dossier.open(path) as dossier:
        _word(dossier)
        proof = proofing.Proof(dossier)
        first = _cpu(proof.look_over)
        again = _cpu(proof.look_over)
        mended = _cpu(proof.mend_all)
    path.unlink()
    return {"proofing": first, "proofing_again": again, "proofing_mended": mended}


def _word(dossier: Dossier) -> None:
    """Give every annotation a wording: a sentence of our own articles."""
    quotes, slips = cycle(one.quote for one in passages()), cycle(SLIPS)
    ids = [row[0] for row in dossier.store.conn.execute("SELECT id FROM annotation")]
    with dossier.store.change("Viết lại"):
        for number, one in enumerate(ids):
            slip = "" if number % 10 else next(slips)
            dossier.store.update("annotation", one, {"statement": f"Sở: {next(quotes)}{slip}"})


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


_KEYS = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_OTHER = {"\u0309": "\u0303", "\u0303": "\u0309"}
_SPELLING = (Fault.SYLLABLE, Fault.MARKS, Fault.CONFUSION, Fault.REPEATED)
_WORD = re.compile(r"(?<!\S)[^\W\d_]{3,}(?!\S)")
Slip = Callable[[random.Random, str], str]


def _bare(word: str) -> str:
    """Without the marks of its vowels, with its tone."""
    parted = unicodedata.normalize("NFD", word)
    kept = (one for one in parted if one in _KEYS or not unicodedata.combining(one))
    return unicodedata.normalize("NFC", "".join(kept))


def _toned(word: str, tone: str) -> str:
    return with_tone(split_tone(word)[0], tone)


def _at(chance: random.Random, word: str, change: Callable[[str, str], str]) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + change(word[at], word[at + 1]) + word[at + 2 :]


SLIPS_MADE: dict[str, Slip] = {
    "its tone lost": lambda _, word: split_tone(word)[0],
    "its other marks lost": lambda _, word: _bare(word),
    "another tone": lambda chance, word: _toned(word, chance.choice(list(_KEYS))),
    "hỏi for ngã, ngã for hỏi": lambda _, word: _toned(
        word, _OTHER.get(split_tone(word)[1], split_tone(word)[1])
    ),
    "the tone as a Telex key": lambda _, word: (
        split_tone(word)[0] + _KEYS.get(split_tone(word)[1], "")
    ),
    "a key struck twice": lambda chance, word: _at(chance, word, lambda a, b: a + a + b),
    "two keys the other way round": lambda chance, word: _at(chance, word, lambda a, b: b + a),
    "a key not struck": lambda chance, word: _at(chance, word, lambda a, b: a),
}


def main() -> None:
    """Print the table, and what is said of the passages as they are."""
    quotes = [one.quote for one in passages()]
    words = sum(len(quote.split()) for quote in quotes)
    wrong = sum(len(_told(quote)) for quote in quotes)
    print(f"{words} words as they are: {wrong} told")
    for name, slip in SLIPS_MADE.items():
        chance = random.Random(3)
        made = [one for quote in quotes if (one := _slipped(chance, quote, slip))]
        told = [(quote, found) for quote, found in made if found]
        right = sum(quote == mended for quote, mended in told)
        share, good = len(told) / len(made), right / max(1, len(told))
        print(f"{name:30} {len(made):5} {share:5.0%} told, {good:5.0%} of them mended rightly")


def _told(text: str) -> list[proofing.Finding]:
    return [one for one in check(text, Style(), opens=False) if one.fault in _SPELLING]


def _slipped(chance: random.Random, quote: str, slip: Slip) -> tuple[str, str] | None:
    """The passage, and how it is mended ("": nothing was told) after a slip in one word; None without one."""
    words = [one for one in _WORD.finditer(quote) if one[0].islower() and is_syllable(one[0])]
    if not words:
        return None
    word = chance.choice(words)
    wrong = slip(chance, word[0])
    if wrong == word[0]:
        return None
    text = quote[: word.start()] + wrong + quote[word.end() :]
    stop = word.start() + len(wrong)
    told = [one for one in _told(text) if one.span.start < stop and one.span.stop > word.start()]
    return quote, apply(text, told) if told else ""


if __name__ == "__main__":
    main()
