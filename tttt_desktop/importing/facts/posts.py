"""The posts of leaders: where one begins in a text and where it ends, and how their names are written."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tttt_desktop.importing.draft import words
from tttt_desktop.paths import resource

_LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_UPPER = _LOWER.upper()
WORD = rf"[{_UPPER}][{_LOWER}]*(?:['’][{_UPPER}]?[{_LOWER}]+)?(?![\w&])"
CAPITALISED = re.compile(WORD)
TOKEN = re.compile(r"T[Pp]\.(?= ?\w)|[^\s,;:.()“”\"]+")
_SIGNS = ("-", "–", ",")
_JOINED = re.compile(
    r"[-–,] ?(?:truyền thông|truyền hình|báo chí|xuất bản|xã hội|thể thao|thông tin|công nghệ|khen thưởng)\b",
    re.IGNORECASE,
)
JOINT = re.compile(r" *[,–-] *")
_EDE = ("H'", "H’", "K'", "K’", "Y'", "Y’")  # how names of the Central Highlands begin
_MOST_TOKENS = 16  # of one post


@dataclass(frozen=True, slots=True)
class Words:
    """What resources/lists/officials.toml holds.

    `post_head` finds where a post begins with a capital letter, `small_head` where one does with a small letter behind
    a sign; a post ends before one of `stops`, words or pairs of words (`pairing` are the first of these), save where
    one of `units`, a part of an office's name, stands there.
    """

    post_head: re.Pattern[str]
    small_head: re.Pattern[str]
    stops: frozenset[str]
    pairing: frozenset[str]
    units: tuple[str, ...]
    surnames: frozenset[str]


@cache
def vocabulary() -> Words:
    """The lists, read once."""
    with resource("lists/officials.toml").open("rb") as file:
        lists = tomllib.load(file)
    return Words(
        re.compile("|".join(_heads(lists["posts"]))),
        re.compile(rf"[,(–-] ?({_any(_spellings(lists['posts']))})\b"),
        frozenset(lists["stops"]),
        frozenset(stop.partition(" ")[0] for stop in lists["stops"] if " " in stop),
        tuple(lists["units"]),
        words(lists["surnames"]),
    )


def _any(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def _spellings(phrases: Iterable[str]) -> set[str]:
    """Phrases with the tone on either vowel: "ủy viên", "uỷ viên"."""
    return {spelt for one in phrases for spelt in (one, one.replace("ủy", "uỷ"))}


def _heads(posts: Iterable[str]) -> Iterator[str]:
    """The posts by their first letter, which comes first in each pattern so that searching is fast."""
    by_letter: dict[str, list[str]] = {}
    for post in _spellings(posts):
        by_letter.setdefault(post[0].upper(), []).append(post[1:])
    for letter, rests in by_letter.items():
        yield rf"{letter}(?<!\w{letter})(?i:{_any(rests)})\b"


def end_of_post(text: str, start: int) -> int:
    """Where the post that begins at `start` ends: at a sign, a word of the sentence it stands in, another person."""
    known = vocabulary()
    head = known.post_head.match(text, start)
    end = head.end() if head else start
    for _ in range(_MOST_TOKENS):
        at = _behind_blanks(text, end)
        pattern = _JOINED if text.startswith(_SIGNS, at) else TOKEN
        token = pattern.match(text, at)
        if not token or _stops(text, token, known):
            break
        end = token.end()
    return end


def _behind_blanks(text: str, at: int) -> int:
    while text.startswith(" ", at):
        at += 1
    return at


def _following(text: str, token: re.Match[str]) -> re.Match[str] | None:
    return TOKEN.match(text, _behind_blanks(text, token.end()))


def _stops(text: str, token: re.Match[str], known: Words) -> bool:
    """Whether a word goes on with the sentence behind a post: "tới dự", "cho biết", "và Giám đốc ..."."""
    word = token[0]
    if word == "và":
        following = _following(text, token)
        return not following or _is_someone_else(text, following)
    if word not in known.stops and not _is_pair(text, token, known):
        return False
    return not text.startswith(known.units, token.start())


def _is_pair(text: str, token: re.Match[str], known: Words) -> bool:
    """Whether a word and the next are two that stop a post together."""
    if token[0] not in known.pairing:
        return False
    following = _following(text, token)
    return following is not None and f"{token[0]} {following[0]}" in known.stops


def _is_someone_else(text: str, token: re.Match[str]) -> bool:
    """Whether a word behind "và" is no part of an office's name ("Thông tin và Truyền thông")."""
    if not token[0][0].isupper() or vocabulary().post_head.match(text, token.start()):
        return True
    following = _following(text, token)
    return is_surname(token[0]) and bool(following and CAPITALISED.fullmatch(following[0]))


def is_surname(word: str) -> bool:
    """Whether a word, as it is printed, can begin the name of a person."""
    return word in vocabulary().surnames or word[:2] in _EDE
