"""Names of people told from names of offices and places that stand before them."""

import re
from functools import cache

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.facts.posts import CAPITALISED, TOKEN, is_surname, vocabulary
from tttt_desktop.importing.facts.provinces import province_names

_UNIT = words("sở ban bộ cục hội phòng tỉnh huyện ủy uỷ đảng đài báo tập khối xã phường")
_NO_NAME = _UNIT | words("ông bà anh chị đồng")
_PLACE = words("huyện xã phường quận trấn phố tp khu thôn bản")
_MOST_NAMES = 5  # words of a name


def is_of_place(text: str, start: int) -> bool:
    """Whether the capitalised words at `start` are the name of a place or an office ("huyện Ba Tơ, Chủ tịch ...")."""
    before = text[max(0, start - 12) : start].rsplit(None, 1)
    word = before[-1].lower() if before else ""
    return word in _PLACE or word in _UNIT or word == "tỉnh"


def plain_name(parts: list[str]) -> str:
    """The person's name at the end of some capitalised words, without "Ông", an office or a place before it; or ""."""
    while len(parts) > 2 and parts[0].lower() in _NO_NAME:
        parts = parts[1:]
    if len(parts) > _MOST_NAMES:
        parts = next((parts[at:] for at in range(len(parts) - 1) if is_surname(parts[at])), [])
    name = " ".join(parts)
    least = 2 if parts and is_surname(parts[0]) else 3
    return "" if len(parts) < least or fold(name) in _not_people() else name


@cache
def _not_people() -> frozenset[str]:
    return province_names() | {"ho chi minh", "viet nam"}


def name_in_post(text: str, start: int, stop: int) -> Span | None:
    """The name that ends a run of posts: "Phó Chủ tịch UBND huyện Ba Tơ Phạm Thị Loan".

    What goes on in small letters behind it is the sentence: "Giám đốc Sở Bon Yô Soan giải đáp từng ý kiến".
    """
    head = vocabulary().post_head.match(text, start)
    tokens = list(TOKEN.finditer(text, head.end() if head else start, stop))
    end = len(tokens)
    while end > 1:
        run = end
        while run and CAPITALISED.fullmatch(tokens[run - 1][0]):
            run -= 1
        if end - run > 1 and (size := _size_of_name(tokens, run, end)):
            known = size > 2 and is_surname(tokens[end - size][0])
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
    elif parts and not is_surname(parts[0]):
        later = [at for at in range(1, len(parts) - 1) if is_surname(parts[at])]
        parts = parts[later[0] :] if later else parts
    return plain_name(parts)


def _behind_place(parts: list[str]) -> list[str]:
    """The name behind that of a place of one to three words; the place may be unnamed ("UBND phường Cao Văn A")."""
    for at in (2, 3, 1):
        if at + 1 < len(parts) and is_surname(parts[at]):
            return parts[at:]
    return parts if len(parts) > 2 and is_surname(parts[0]) else []
