"""The leaders an article names with their posts: "Ông Lê Văn A, Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Lê Thị B"."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tttt_desktop.domain.records import Official, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.provinces import province_names
from tttt_desktop.paths import resource

_LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_UPPER = _LOWER.upper()
_WORD = rf"[{_UPPER}][{_LOWER}]*(?:['’][{_UPPER}]?[{_LOWER}]+)?(?![\w&])"
_NAME_BEFORE = re.compile(rf"({_WORD}(?: +{_WORD}){{1,6}}) ?[,(–:-] ?$")
_NAME_AFTER = re.compile(
    rf", (?:ông|bà|đồng chí|đ/c) ({_WORD}(?: +{_WORD}){{1,5}}+)(?=[ .;:)]|,(?! [A-ZĐỦ])|$)",
    re.MULTILINE,
)
_ADDRESSED = ("ông", "bà", "đồng chí", "Đồng chí", "đ/c", "Đ/c")
_CAPITALISED = re.compile(_WORD)
_TOKEN = re.compile(r"T[Pp]\.(?= ?\w)|[^\s,;:.()“”\"]+")
_UNIT = words("sở ban bộ cục hội phòng tỉnh huyện ủy uỷ đảng đài báo tập khối xã phường")
_NO_NAME = _UNIT | words("ông bà anh chị đồng")
_PLACE = words("huyện xã phường quận trấn phố tp khu thôn bản")
_SIGNS = ("-", "–", ",")
_JOINED = re.compile(
    r"[-–,] ?(?:truyền thông|truyền hình|báo chí|xuất bản|xã hội|thể thao|thông tin|công nghệ|khen thưởng)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r" *[,–-] *")
_EDE = ("H'", "H’", "K'", "K’", "Y'", "Y’")  # how names of the Central Highlands begin
_MOST_NAMES = 5  # words of a name
_MOST_TOKENS = 16  # of one post
_LONGEST_NAME = 60  # characters, with what stands between it and its post
_SEARCHED = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Person:
    """A leader, where the text names them, and how sure the name is one."""

    official: Official
    span: Span
    sure: float


@dataclass(frozen=True, slots=True)
class _Words:
    """Where a post begins (with a capital letter; with a small one behind a sign), the words it ends before save in some names, and the surnames."""

    post_head: re.Pattern[str]
    small_head: re.Pattern[str]
    stops: frozenset[str]
    units: tuple[str, ...]
    surnames: frozenset[str]


@cache
def _known() -> _Words:
    with resource("lists/officials.toml").open("rb") as file:
        lists = tomllib.load(file)
    return _Words(
        re.compile("|".join(_heads(lists["posts"]))),
        re.compile(rf"[,(–-] ?({_any(_spellings(lists['posts']))})\b"),
        frozenset(lists["stops"]),
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


def find_officials(text: str) -> list[Person]:
    """Everyone whom a text names with a post, in order, each once with the fullest post."""
    people: dict[str, Person] = {}
    text = text[:_SEARCHED]
    mentions = sorted([*_mentions(text), *_in_small(text)], key=lambda one: one.span.start)
    for person in mentions:
        key = fold(person.official.name)
        known = people.get(key)
        if known is None:
            people[key] = person
        elif fold(known.official.post) in fold(person.official.post):
            people[key] = Person(person.official, known.span, known.sure)
    return list(people.values())


def _mentions(text: str) -> Iterator[Person]:
    post_head = _known().post_head
    at = 0
    while head := post_head.search(text, at):
        person = _name_first(text, at, head.start()) or _post_first(text, head.start())
        at = person.span.stop if person else head.end()
        if person:
            yield person


def _in_small(text: str) -> Iterator[Person]:
    """ "Ông Lê Văn A, giám đốc sở, nói": posts in small letters, only behind a name with a form of address."""
    for head in _known().small_head.finditer(text):
        start = head.start(1)
        before = _NAME_BEFORE.search(text, max(start - _LONGEST_NAME, 0), start)
        if not before or not _is_addressed(text, before):
            continue
        if name := _plain_name(before[1].split()):
            stop = _end_of_post(text, start)
            at = before.start() + before[1].rfind(name)
            yield _person(name, text[start:stop], Span(at, stop), 0.85)


def _is_addressed(text: str, name: re.Match[str]) -> bool:
    """Whether "Ông" is the first word of a name, or "ông", "đồng chí" ... stand before it."""
    if name[1].startswith(("Ông ", "Bà ")):
        return True
    return text[max(0, name.start() - 12) : name.start()].rstrip().endswith(_ADDRESSED)


def _name_first(text: str, earliest: int, start: int) -> Person | None:
    """ "Ông Lê Văn A, TUV, Phó Chủ tịch UBND tỉnh": the posts begin at `start`."""
    before = _NAME_BEFORE.search(text, max(earliest, start - _LONGEST_NAME, 0), start)
    if not before or _is_of_place(text, before.start()):
        return None
    name = _plain_name(before[1].split())
    if not name:
        return None
    stop = _further_posts(text, _end_of_post(text, start))
    at = before.start() + before[1].rfind(name)
    return _person(name, text[start:stop], Span(at, stop), 0.95)


def _post_first(text: str, start: int) -> Person | None:
    """ "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh Lê Văn A": the posts begin at `start`."""
    post_head = _known().post_head
    begin = start
    while True:
        stop = _end_of_post(text, begin)
        if name := _name_in_post(text, begin, stop):
            further = _further_posts(text, name.stop)
            post = f"{_trimmed(text[start : name.start])}{text[name.stop : further]}"
            return _person(name.of(text), post, Span(start, further), 0.93)
        joint = _JOINT.match(text, stop)
        if not joint or not post_head.match(text, joint.end()):
            break
        begin = joint.end()
    behind = _NAME_AFTER.match(text, stop)
    if not behind or not (plain := _plain_name(behind[1].split())):
        return None
    return _person(plain, text[start:stop], Span(start, behind.end(1)), 0.9)


def _further_posts(text: str, stop: int) -> int:
    """Where the posts that follow one after another from `stop` on end; one that ends in a name is another person's."""
    post_head = _known().post_head
    while (joint := _JOINT.match(text, stop)) and post_head.match(text, joint.end()):
        end = _end_of_post(text, joint.end())
        if _name_in_post(text, joint.end(), end):
            break
        stop = end
    return stop


def _person(name: str, post: str, span: Span, sure: float) -> Person:
    known = _is_surname(name.split()[0])
    return Person(Official(_one_blank(name), _trimmed(post)), span, sure if known else 0.75)


def _one_blank(name: str) -> str:
    return " ".join(name.split())


def _trimmed(post: str) -> str:
    return _one_blank(post).strip(" ,;–-(:")


def _end_of_post(text: str, start: int) -> int:
    """Where the post that begins at `start` ends: at a sign, a word of the sentence it stands in, another person."""
    known = _known()
    head = known.post_head.match(text, start)
    end = head.end() if head else start
    for _ in range(_MOST_TOKENS):
        at = _behind_blanks(text, end)
        token = (
            _TOKEN.match(text, at) if text[at : at + 1] not in _SIGNS else _JOINED.match(text, at)
        )
        if not token or _stops(text, token):
            break
        end = token.end()
    return end


def _behind_blanks(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def _stops(text: str, token: re.Match[str]) -> bool:
    """Whether a word goes on with the sentence behind a post: "tới dự", "cho biết", "và Giám đốc ..."."""
    word, known = token[0], _known()
    if not word.islower():
        return False
    following = _TOKEN.match(text, _behind_blanks(text, token.end()))
    if word == "và":
        return not following or _is_someone_else(text, following)
    pair = f"{word} {following[0]}" if following else ""
    if word not in known.stops and pair not in known.stops:
        return False
    return not any(text.startswith(unit, token.start()) for unit in known.units)


def _is_someone_else(text: str, token: re.Match[str]) -> bool:
    """Whether a word behind "và" is no part of an office's name ("Thông tin và Truyền thông")."""
    known = _known()
    if not token[0][0].isupper() or known.post_head.match(text, token.start()):
        return True
    following = _TOKEN.match(text, _behind_blanks(text, token.end()))
    return _is_surname(token[0]) and bool(following and _CAPITALISED.fullmatch(following[0]))


def _is_of_place(text: str, start: int) -> bool:
    """Whether the capitalised words at `start` are the name of a place or an office ("huyện Ba Tơ, Chủ tịch ...")."""
    before = text[max(0, start - 12) : start].rsplit(None, 1)
    word = before[-1].lower() if before else ""
    return word in _PLACE or word in _UNIT or word == "tỉnh"


def _is_surname(word: str) -> bool:
    return word in _known().surnames or word[:2] in _EDE


def _plain_name(parts: list[str]) -> str:
    """The person's name at the end of some capitalised words, without "Ông", an office or a place before it; or ""."""
    while len(parts) > 2 and parts[0].lower() in _NO_NAME:
        parts = parts[1:]
    if len(parts) > _MOST_NAMES:
        parts = next((parts[at:] for at in range(len(parts) - 1) if _is_surname(parts[at])), [])
    name = " ".join(parts)
    least = 2 if parts and _is_surname(parts[0]) else 3
    return "" if len(parts) < least or fold(name) in _not_people() else name


@cache
def _not_people() -> frozenset[str]:
    return province_names() | {"ho chi minh", "viet nam"}


def _name_in_post(text: str, start: int, stop: int) -> Span | None:
    """The name that ends a run of posts: "Phó Chủ tịch UBND huyện Ba Tơ Phạm Thị Loan".

    What goes on in small letters behind it is the sentence: "Giám đốc Sở Bon Yô Soan giải đáp từng ý kiến".
    """
    head = _known().post_head.match(text, start)
    tokens = list(_TOKEN.finditer(text, head.end() if head else start, stop))
    end = len(tokens)
    while end > 1:
        run = end
        while run and _CAPITALISED.fullmatch(tokens[run - 1][0]):
            run -= 1
        if end - run > 1 and (size := _size_of_name(tokens, run, end)):
            known = size > 2 and _is_surname(tokens[end - size][0])
            if end == len(tokens) or known:
                return Span(tokens[end - size].start(), tokens[end - 1].end())
        end = run - 1 if run == end else run
    return None


def _size_of_name(tokens: list[re.Match[str]], run: int, end: int) -> int:
    """How many words at the end of a run of capitalised ones are a name."""
    parts = [token[0] for token in tokens[run:end]]
    return len(_name_of_run(parts, tokens[run - 1][0].lower() if run else "").split())


def _name_of_run(parts: list[str], before: str) -> str:
    """The name in a run of capitalised words; `before` is the word before it, in small letters."""
    if len(parts) > 3 and fold(" ".join(parts[:2])) in province_names():
        parts = parts[2:]
    while len(parts) > 2 and parts[0].lower() in _UNIT:
        before, parts = parts[0].lower(), parts[1:]
    if before in _PLACE:
        parts = _behind_place(parts)
    elif parts and not _is_surname(parts[0]):
        later = [at for at in range(1, len(parts) - 1) if _is_surname(parts[at])]
        parts = parts[later[0] :] if later else parts
    return _plain_name(parts)


def _behind_place(parts: list[str]) -> list[str]:
    """The name behind that of a place of one to three words; the place may be unnamed ("UBND phường Cao Văn A")."""
    for at in (2, 3, 1):
        if at + 1 < len(parts) and _is_surname(parts[at]):
            return parts[at:]
    return parts if len(parts) > 2 and _is_surname(parts[0]) else []
