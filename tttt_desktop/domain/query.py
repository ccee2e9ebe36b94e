"""What is typed into a search box, understood: words, their other spellings, office abbreviations, exact words in quotes.

`tỉ lệ` finds "tỉ lệ", "Tỷ lệ", "ti le"; `"tỉ lệ"` in quotes finds nothing but that, upper or lower case.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import groupby, islice, product

from tttt_desktop.domain.lists import word_list
from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import fold, normalise

MOST_WORDS = 24  # a pasted page is searched for by its beginning
_MOST_SPELLINGS = 8
_TOKEN = re.compile(r"[^\W_]+")
_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
_QUOTES = str.maketrans("“”„«»", '"""""')
_ONE_SOUND = re.compile(r"(h|k|l|m|s|t|qu)[iy]")  # kĩ/kỹ, lí/lý, tỉ/tỷ, quí/quý
_BETWEEN = r"[\W_]+"


@dataclass(frozen=True, slots=True)
class Form:
    """Words that stand one after another: folded, or lower case with all marks where they are `exact`.

    `slots` are the words of the query they stand for, a bit each. With `prefix` the last may begin a longer word.
    """

    tokens: tuple[str, ...]
    slots: int
    prefix: bool = False
    exact: bool = False

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in `text`, which is folded, or `lowered` for an exact form."""
        first, pattern = self.tokens[0], _pattern(self.tokens, self.prefix)
        at = text.find(first)
        while at >= 0:
            if (not at or not text[at - 1].isalnum()) and (match := pattern.match(text, at)):
                yield match.span()
            at = text.find(first, at + 1)


@dataclass(frozen=True, slots=True)
class Term:
    """What must be found: one spelling of each word, or, in place of all of them, another name of the same thing."""

    words: tuple[tuple[Form, ...], ...]
    instead: tuple[Form, ...] = ()

    @property
    def forms(self) -> Iterator[Form]:
        """All that counts as a find."""
        for spellings in self.words:
            yield from spellings
        yield from self.instead


@dataclass(frozen=True)
class Query:
    """All terms must be found, in any order."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Of all terms."""
        return tuple(form for term in self.terms for form in term.forms)

    @cached_property
    def exact(self) -> tuple[Form, ...]:
        """Those in quotes."""
        return tuple(form for form in self.forms if form.exact)

    @cached_property
    def slots(self) -> int:
        """The bits of all words."""
        return sum({spellings[0].slots for term in self.terms for spellings in term.words})

    def __bool__(self) -> bool:
        return bool(self.terms)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Something that was looked for, found at `start`..`stop`."""

    start: int
    stop: int
    slots: int


@lru_cache(maxsize=16)
def understand(typed: str) -> Query:
    """The query that was typed. The last word may be unfinished until a space follows it; nothing typed is an error."""
    text = normalise(typed).translate(_QUOTES)
    parts = list(islice(_parts(text), MOST_WORDS))
    slots = [1 << number for number in range(len(parts))]
    terms: list[Term] = []
    at = 0
    while at < len(parts):
        if parts[at].exact:
            terms.append(Term(((replace(parts[at], slots=slots[at]),),)))
            at += 1
            continue
        names = _names(parts, at)
        words = tuple(_spellings(parts[i], slots[i]) for i in range(at, at + names.taken))
        every = sum(slots[at : at + names.taken])
        instead = tuple(form for name in names.others for form in _spellings(Form(name, 0), every))
        terms.append(Term(words, instead))
        at += names.taken
    return Query(tuple(terms))


def without_unfinished_letter(query: Query) -> Query:
    """The query without a single letter at its end: while a word is begun it would find everything."""
    if not query.terms:
        return query
    last = query.terms[-1].words[-1][0]
    begun = last.prefix and len(last.tokens) == 1 and len(last.tokens[0]) == 1
    return Query(query.terms[:-1]) if begun and last.tokens[0].isalpha() else query


def lowered(text: str) -> str:
    """Lower case, a character for each character."""
    return text.replace("\u0130", "i").lower()


def places(query: Query, text: str) -> list[Place]:
    """Where in an original text any form stands, in order."""
    folded = fold(text)
    exact = lowered(text) if query.exact else ""
    found = {
        Place(start, stop, form.slots)
        for form in query.forms
        for start, stop in form.places(exact if form.exact else folded)
    }
    return sorted(found)


def stretches(query: Query, text: str, found: Sequence[Place] | None = None) -> list[Span]:
    """What to light in a text: the words where they stand together as they were typed; where they never do, each.

    `found` saves looking for the `places` again.
    """
    found = places(query, text) if found is None else found
    whole = list(runs(query, text, found))
    return whole or _apart(Span(place.start, place.stop) for place in found)


def runs(query: Query, text: str, found: Sequence[Place]) -> Iterator[Span]:
    """The stretches of text that hold all words of the query, in its order, with nothing but signs between them."""
    at_starts = [
        {place.slots & -place.slots: place for place in here}
        for _, here in groupby(found, key=lambda place: place.start)
    ]
    done = 0
    for number, by_word in enumerate(at_starts):
        first = by_word.get(1)
        if first is None or first.start < done:
            continue
        stop = _run_from(query, text, islice(at_starts, number, None))
        if stop is not None:
            yield Span(first.start, stop)
            done = stop


def _run_from(query: Query, text: str, at_starts: Iterable[dict[int, Place]]) -> int | None:
    """Where the run ends that begins with the first of these places; None when there is none."""
    wanted, stop = 1, None  # `wanted`: the bit of the word that must come next
    for by_word in at_starts:
        start = next(iter(by_word.values())).start
        if stop is not None and start < stop:
            continue
        place = by_word.get(wanted)
        if place is None or (stop is not None and _has_word(text, stop, start)):
            return None
        wanted, stop = 1 << place.slots.bit_length(), place.stop
        if wanted > query.slots:
            return stop
    return None


def says_exactly(query: Query, text: str) -> bool:
    """Whether all that was typed in quotes stands in the text as it was typed."""
    said = lowered(text)
    return all(next(form.places(said), None) for form in query.exact)


@dataclass(frozen=True, slots=True)
class _Names:
    taken: int  # parts of the query
    others: tuple[tuple[str, ...], ...] = ()


def _parts(text: str) -> Iterator[Form]:
    """Words and quoted phrases in order; their slots are not given yet."""
    for match in _PART.finditer(text):
        quoted = match[1] is not None
        said = lowered(match[0]) if quoted else fold(match[0])
        tokens = tuple(_TOKEN.findall(said)[:MOST_WORDS])
        if tokens:
            unfinished = not quoted and match.end() == len(text)
            yield Form(tokens, 0, prefix=unfinished, exact=quoted)


def _names(parts: Sequence[Form], start: int) -> _Names:
    """How many parts from `start` on are one name that has others; one part without any, else."""
    known = _same()
    tokens: tuple[str, ...] = ()
    found = _Names(1)
    for number, part in enumerate(parts[start:], 1):
        if part.exact:
            break
        tokens += part.tokens
        key = tuple(map(_sound, tokens))
        if key in known:
            found = _Names(number, tuple(sorted(known[key] - {key})))
    return found


@cache
def _same() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Each name of the list of abbreviations -> all names of the same thing, as tokens."""
    groups = (
        frozenset(_tokens(name) for name in (full, *short))
        for kind in word_list("abbreviations").values()
        for full, short in kind.items()
    )
    return {name: group for group in groups for name in group}


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(map(_sound, _TOKEN.findall(fold(name))))


def _sound(token: str) -> str:
    """The one spelling of those that sound alike: "ky" as "ki"."""
    return f"{token[:-1]}i" if _ONE_SOUND.fullmatch(token) else token


def _spellings(form: Form, slots: int) -> tuple[Form, ...]:
    choices = (
        (token[:-1] + "i", token[:-1] + "y") if _ONE_SOUND.fullmatch(token) else (token,)
        for token in form.tokens
    )
    written = islice(product(*choices), _MOST_SPELLINGS)
    return tuple(replace(form, tokens=tokens, slots=slots) for tokens in written)


@lru_cache(maxsize=256)
def _pattern(tokens: tuple[str, ...], prefix: bool) -> re.Pattern[str]:
    end = "" if prefix else r"(?![^\W_])"
    return re.compile(_BETWEEN.join(map(re.escape, tokens)) + end)


def _has_word(text: str, start: int, stop: int) -> bool:
    return any(map(str.isalnum, text[start:stop]))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Without those that begin inside one before them."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
    return kept
