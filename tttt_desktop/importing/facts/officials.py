"""The leaders an article names with their posts: "Ông Lê Văn A, Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Lê Thị B"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tttt_desktop.domain.records import Official, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.names import is_of_place, name_in_post, plain_name
from tttt_desktop.importing.facts.posts import JOINT, WORD, end_of_post, is_surname, vocabulary

_NAME_BEFORE = re.compile(rf"({WORD}(?: +{WORD}){{1,6}}) ?[,(–:-] ?$")
_NAME_AFTER = re.compile(
    rf", (?:ông|bà|đồng chí|đ/c) ({WORD}(?: +{WORD}){{1,5}}+)(?=[ .;:)]|,(?! [A-ZĐỦ])|$)",
    re.MULTILINE,
)
_ADDRESSED = ("ông", "bà", "đồng chí", "Đồng chí", "đ/c", "Đ/c")
_LONGEST_NAME = 60  # characters, with what stands between it and its post
_SEARCHED = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Person:
    """A leader, where the text names them, and how sure the name is one."""

    official: Official
    span: Span
    sure: float


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
    post_head = vocabulary().post_head
    at = 0
    while head := post_head.search(text, at):
        person = _name_first(text, at, head.start()) or _post_first(text, head.start())
        at = person.span.stop if person else head.end()
        if person:
            yield person


def _in_small(text: str) -> Iterator[Person]:
    """ "Ông Lê Văn A, giám đốc sở, nói": posts in small letters, only behind a name with a form of address."""
    for head in vocabulary().small_head.finditer(text):
        start = head.start(1)
        before = _NAME_BEFORE.search(text, max(start - _LONGEST_NAME, 0), start)
        if not before or not _is_addressed(text, before):
            continue
        if name := plain_name(before[1].split()):
            stop = end_of_post(text, start)
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
    if not before or is_of_place(text, before.start()):
        return None
    name = plain_name(before[1].split())
    if not name:
        return None
    stop = _further_posts(text, end_of_post(text, start))
    at = before.start() + before[1].rfind(name)
    return _person(name, text[start:stop], Span(at, stop), 0.95)


def _post_first(text: str, start: int) -> Person | None:
    """ "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh Lê Văn A": the posts begin at `start`."""
    post_head = vocabulary().post_head
    begin = start
    while True:
        stop = end_of_post(text, begin)
        if name := name_in_post(text, begin, stop):
            further = _further_posts(text, name.stop)
            post = f"{_trimmed(text[start : name.start])}{text[name.stop : further]}"
            return _person(name.of(text), post, Span(start, further), 0.93)
        joint = JOINT.match(text, stop)
        if not joint or not post_head.match(text, joint.end()):
            break
        begin = joint.end()
    behind = _NAME_AFTER.match(text, stop)
    if not behind or not (plain := plain_name(behind[1].split())):
        return None
    return _person(plain, text[start:stop], Span(start, behind.end(1)), 0.9)


def _further_posts(text: str, stop: int) -> int:
    """Where the posts that follow one after another from `stop` on end; one that ends in a name is another person's."""
    post_head = vocabulary().post_head
    while (joint := JOINT.match(text, stop)) and post_head.match(text, joint.end()):
        end = end_of_post(text, joint.end())
        if name_in_post(text, joint.end(), end):
            break
        stop = end
    return stop


def _person(name: str, post: str, span: Span, sure: float) -> Person:
    known = is_surname(name.split()[0])
    return Person(Official(_one_blank(name), _trimmed(post)), span, sure if known else 0.75)


def _one_blank(name: str) -> str:
    return " ".join(name.split())


def _trimmed(post: str) -> str:
    return _one_blank(post).strip(" ,;–-(:")
