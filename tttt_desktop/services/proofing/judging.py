"""What the person lets stand: single places, words of this dossier, words that its articles write so, too."""

import json
from collections.abc import Sequence

from tttt_desktop.domain.changes import Changed
from tttt_desktop.proofing.finding import Fault
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.proofing.wordings import Found
from tttt_desktop.storage import proofing as storage
from tttt_desktop.storage import vocabulary

_IGNORED, _ACCEPTED = "proofing.ignored", "proofing.accepted"
_SPELLING = frozenset((Fault.SYLLABLE, Fault.MARKS))
_WORDS = _SPELLING | {Fault.CONFUSION, Fault.CAPITAL, Fault.TONE, Fault.REPEATED}
_OFTEN = 2  # articles that write a word so: it is no slip


class Judge:
    """What the person has let stand in a dossier, and what its articles often write."""

    def __init__(self, d: Dossier) -> None:
        self._d = d
        self._often: dict[str, bool] = {}
        self.ask_again()

    def ask_again(self) -> None:
        """Read anew what the person has let stand; the articles are as they were."""
        self._ignored = frozenset(_ignored(self._d))
        self._accepted = frozenset(_accepted(self._d))

    def left(self, found: Sequence[Found]) -> list[Found]:
        """What is still to be looked at."""
        self._ask({one.wrong for one in found if one.finding.fault in _SPELLING})
        return [one for one in found if not self._stands(one)]

    def _ask(self, words: set[str]) -> None:
        new = sorted(words - self._often.keys())
        often = storage.often(self._d.store.conn, new, _OFTEN)
        self._often |= {word: word in often for word in new}

    def _stands(self, found: Found) -> bool:
        fault, wrong = found.finding.fault, found.wrong
        if fault in _SPELLING and self._often.get(wrong, False):
            return True
        return (fault in _WORDS and wrong.strip() in self._accepted) or found.key in self._ignored


def ignore(d: Dossier, found: Found) -> Changed:
    """Let one place stand as it is."""
    known = [one for one in _ignored(d) if one != found.key]
    with d.store.change("Bỏ qua một chỗ câu chữ") as change:
        kept = json.dumps([*known, found.key], ensure_ascii=False)
        vocabulary.put_setting(d.store, _IGNORED, kept)
    return change.changed


def accept_word(d: Dossier, word: str) -> Changed:
    """Let a word stand wherever this dossier has it, written just so."""
    word = " ".join(word.split())
    with d.store.change(f"Luôn bỏ qua từ “{word}”") as change:
        words = dict.fromkeys([*_accepted(d), word])
        vocabulary.put_setting(d.store, _ACCEPTED, "\n".join(words))
    return change.changed


def can_accept(found: Found) -> bool:
    """Whether it is about a word that could be right elsewhere, too."""
    return found.finding.fault in _WORDS


def _ignored(d: Dossier) -> list[str]:
    kept = d.setting(_IGNORED)
    return list(map(str, json.loads(kept))) if kept else []


def _accepted(d: Dossier) -> list[str]:
    return [word for word in d.setting(_ACCEPTED).split("\n") if word]
