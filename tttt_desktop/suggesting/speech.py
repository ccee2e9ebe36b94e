"""Who speaks: persons with their posts, and the one a unit gives the word to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import NamedTuple

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.records import Span
from tttt_desktop.suggesting.cues import Cue
from tttt_desktop.suggesting.passage import Passage

_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NO_NAME = "Phó |Quyền |Nguyên |Chủ |Bí |Giám |Trưởng |Tổng |Thường |Bộ |Thứ |Sở |Ủy |Uỷ |Ban |Phòng |Ông |Bà |Đồng |Phát |Theo "
_WORD = rf"[{_UPPER}][\w’']{{0,14}}"
_NAME = re.compile(
    rf"(?!{_NO_NAME})(?:[{_UPPER}][’'][{_UPPER}]\w{{1,14}}(?! {_WORD})|{_WORD}(?: {_WORD}){{1,6}})"
)
_NAME_BEFORE = re.compile(rf"(?:^|(?<=[\s(]))({_NAME.pattern})\s*[-–,]\s*$")
_BEFORE_POST = re.compile(r"(?:Phó |Quyền |Nguyên |phó |Tổng )+$")
_PLACED = (
    "huyện",
    "thị xã",
    "thành phố",
    "tp",
    "xã",
    "phường",
    "thị trấn",
    "vnpt",
    "viettel",
    "mobifone",
    "viễn thông",
    "bưu điện",
    "ubnd",
)
_MANY = re.compile(
    r" (?:các|những|mỗi|từng|xã,|huyện,|cấp)(?!\w)"
)  # "Chủ tịch UBND các xã" is nobody
_SEXES = ("ông", "bà")
_HOUSES = ("Sở", "Bộ", "Cục", "Vụ", "Phòng", "ngành")
_GIVEN_NAME = re.compile(rf"(?!{_NO_NAME}){_WORD}(?=[ ,”:;.])(?! (?:{_WORD}|TT))")
LEADER, DIRECTOR = 4, 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who has the word. `rank` as in speakers.toml; `name` is empty when only the post is said."""

    post: str = ""
    name: str = ""
    rank: int = 0

    def same_as(self, other: "Speaker") -> bool:
        """Whether both are one person, as far as their names or posts tell."""
        return self.name == other.name if self.name and other.name else self.post == other.post

    @property
    def label(self) -> str:
        """ "Phó Chủ tịch UBND tỉnh Hoàng Nam"."""
        return f"{self.post} {self.name}".strip()


NOBODY = Speaker()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody is named; a pronoun has neither name nor post."""

    start: int
    stop: int
    speaker: Speaker
    title: str = ""  # "ông", "bà" before a name or instead of one


@cache
def _office() -> re.Pattern[str]:
    listed = word_list("agencies")["trades"]
    trades = (*listed["names"], *listed["of_units"])
    houses = {f"{house} {trade}" for house in _HOUSES for trade in trades}
    bodies = any_of({*word_list("speakers")["bodies"], *houses})
    bodies = bodies.replace("ủy", "(?:ủy|uỷ)").replace("Ủy", "(?:Ủy|Uỷ)")
    return re.compile(rf"(?: Thường trực| thường trực| phụ trách)?(?:,? (?:{bodies})(?!\w))?")


@cache
def _provinces() -> frozenset[str]:
    groups = word_list("provinces").values()
    entries = [entry for group in groups if isinstance(group, list) for entry in group]
    return frozenset(
        name for entry in entries if isinstance(entry, dict) for name in entry["names"]
    )


@cache
def _rank(post: str) -> int:
    small = post.lower().replace("uỷ", "ủy")
    for line in word_list("speakers")["ranks"]:
        if re.search(rf"(?<!\w)(?:{any_of(line['words'])})(?!\w)", small):
            return int(line["rank"])
    return 1


def _name_after(text: str, at: int, post: str) -> tuple[str, str, int]:
    """The post with its place, the person's name and where they end, for what follows a post."""
    found = _NAME.match(text, at + 1) if text[at : at + 1] == " " else None
    if not found:
        return post, "", at
    words = found[0].split()
    place = " ".join(words[:2])
    if place in _provinces() or (len(words) > 3 and post.lower().split()[-1] in _PLACED):
        name = " ".join(words[2:]) if len(words) > 3 else ""
        return (
            f"{post} {place}" if place not in _provinces() or not name else post,
            name,
            found.end(),
        )
    if len(words) < 3 and post.lower().split()[-1] in _PLACED[:-1]:
        return f"{post} {found[0]}", "", found.end()
    return post, found[0], found.end()


def _post_mention(text: str, cue: Cue) -> Mention | None:
    before = _BEFORE_POST.search(text, max(0, cue.start - 16), cue.start)
    start = before.start() if before else cue.start
    tail = _office().match(text, cue.stop)
    stop = tail.end() if tail else cue.stop
    if _MANY.match(text, stop):
        return None
    post = text[start:stop].replace(",", "")
    post = post[0].upper() + post[1:]
    post, name, stop = _name_after(text, stop, post)
    if not name and (named := _NAME_BEFORE.search(text, max(0, start - 40), start)):
        start, name = named.start(1), named[1]
    return Mention(start, stop, Speaker(post, name, _rank(post)))


def _title_mention(text: str, cue: Cue) -> Mention | None:
    title = text[cue.start : cue.stop].lower()
    found = _NAME.match(text, cue.stop + 1) or _GIVEN_NAME.match(text, cue.stop + 1)
    if found:
        return Mention(cue.start, found.end(), Speaker(name=found[0]), title)
    follows = text[cue.stop : cue.stop + 2]
    return Mention(cue.start, cue.stop, NOBODY, title) if follows[:1] in " ," else None


def _same_person(text: str, one: Mention, other: Mention) -> bool:
    """Whether a post right after a name, or a name right after a post, belongs to it."""
    between = text[one.stop : other.start]
    if one.speaker == NOBODY or not other.speaker.post or other.speaker.name:
        return one.speaker == NOBODY and between == " " and bool(other.speaker.post)
    return (
        len(between) < 110
        and not re.search(r"[.;:()]| (?:dự|cùng|đã|và đồng|đến|yêu|đề nghị|cho|làm việc) ", between)
        and between.lstrip()[:1] in ",-–"
    )


def mentions(text: str, passage: Passage) -> list[Mention]:
    """The persons a unit names, in order; the posts of one person are one mention with the highest post."""
    found: list[Mention] = []
    leading = _NAME.match(passage.text)
    if leading and re.match(r"\s*[-–,]", passage.text[leading.end() :]):
        start = passage.span.start
        found.append(Mention(start, start + leading.end(), Speaker(name=leading[0])))
    for cue in passage.all("post", "title"):
        if found and cue.start < found[-1].stop:
            continue
        mention = _post_mention(text, cue) if cue.kind == "post" else _title_mention(text, cue)
        if mention is None:
            continue
        if found and _same_person(text, found[-1], mention):
            last = found.pop()
            higher = max(
                mention.speaker, last.speaker, key=lambda one: one.rank if one.post else -1
            )
            name = last.speaker.name or mention.speaker.name
            whole = Speaker(higher.post, name, higher.rank)
            mention = Mention(last.start, mention.stop, whole, last.title or mention.title)
        found.append(mention)
    return found


def is_person_line(passage: Passage) -> bool:
    """Whether a unit is a name with its posts and nothing else."""
    name = _NAME.match(passage.text)
    return bool(
        name
        and re.match(r"\s*[-–,]", passage.text[name.end() :])
        and passage.has("post")
        and not passage.has("speech", "done", "bad", "must")
    )


@dataclass(slots=True)
class People:
    """Those named so far, and who had the word last."""

    known: list[Speaker] = field(default_factory=list)
    heard: list[Speaker] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)  # "ông" or "bà" by the name
    highest: int = 0  # the rank of the highest person the article names
    mentions: dict[int, list[Mention]] = field(default_factory=dict)  # by the start of the unit

    def look_around(self, text: str, found: Iterable[Passage]) -> None:
        """Find all persons the units name, and the rank of the highest one named with name and post."""
        for passage in found:
            if passage.has("post", "title"):
                self.mentions[passage.span.start] = mentions(text, passage)
        named = (one.speaker for group in self.mentions.values() for one in group)
        self.highest = max((one.rank for one in named if one.name and one.post), default=0)

    def _spoke_last(self, title: str) -> Speaker:
        """Who spoke last and can be called so."""
        last = self.heard[-1] if self.heard else NOBODY
        if title not in _SEXES:
            return last
        others = chain(reversed(self.heard), reversed(self.known))
        return next((one for one in others if one.name and self._title(one) in ("", title)), last)

    def _title(self, person: Speaker) -> str:
        told = self.titles.get(person.name, "")
        return told or ("bà" if " Thị " in person.name else "")

    def meet(self, mention: Mention) -> Speaker:
        """The person in full: post by the name, name by the post; a pronoun is whoever spoke last of those it fits."""
        speaker = mention.speaker
        if speaker == NOBODY:
            return self._spoke_last(mention.title)
        if mention.title in _SEXES and " " in speaker.name:
            self.titles[speaker.name] = mention.title
        known = next(filter(lambda one: _matches(one, speaker), reversed(self.known)), None)
        if known is None:
            self.known.append(speaker)
            return speaker
        if known.name and known.post:
            return known
        full = Speaker(
            known.post or speaker.post, known.name or speaker.name, max(known.rank, speaker.rank)
        )
        self.known[self.known.index(known)] = full
        return full


def _matches(known: Speaker, speaker: Speaker) -> bool:
    if speaker.name and known.name:
        return known.name == speaker.name or known.name.endswith(f" {speaker.name}")
    one, other = (post.lower().replace("uỷ", "ủy") for post in (known.post, speaker.post))
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


class Turn(NamedTuple):
    """Somebody is given the word: who, by which word, and where he is named."""

    speaker: Speaker
    cue: Cue
    place: Span


def speaking(text: str, passage: Passage, people: People) -> Iterator[Turn]:
    """Each person of the unit who is followed by a word of speech, or by a colon ("Ông A, Chủ tịch UBND xã B:")."""
    if not passage.has("post", "title"):
        return
    speech = list(passage.all("speech"))
    here = people.mentions.get(passage.span.start) or mentions(text, passage)
    met = [(mention, people.meet(mention)) for mention in here]
    for number, (mention, speaker) in enumerate(met):
        stop = met[number + 1][0].start if number + 1 < len(met) else passage.span.stop
        cue = next((cue for cue in speech if mention.stop <= cue.start < stop), None)
        if cue is None and text[mention.stop : mention.stop + 2].lstrip().startswith(":"):
            cue = Cue("speech", mention.start, mention.stop)
        if cue:
            yield Turn(speaker, cue, Span(mention.start, mention.stop))
