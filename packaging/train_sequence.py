"""Make resources/model/sequence.json, the weights of `suggesting.sequence`, from labelled articles.

    python packaging/train_sequence.py [--folds]        the same articles, rules and lists always give the same file

It learns from our own articles to tune on and, where it lies beside the checkout, from the shared corpus, of which only
weights are kept. `--folds` leaves out one source of articles after the other and tells how those are labelled then; the
rules know them all, so it is done once more with a share of the cue words taken out of the lists.

That is how it learns, too: each article is read several times, each time with other cue words missing. What is left
goes as wrong as the rules go in articles that are new to them, and no single clue is relied upon.
"""

import argparse
import json
import random
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import log, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from zlib import crc32

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.suggestions import SHARED, labels  # noqa: E402
from tttt_desktop.importing.read import read_file  # noqa: E402
from tttt_desktop.suggesting import sequence  # noqa: E402
from tttt_desktop.suggesting.cues import Cue  # noqa: E402
from tttt_desktop.suggesting.judging import read  # noqa: E402
from tttt_desktop.suggesting.parts import Judged  # noqa: E402
from tttt_desktop.suggesting.passage import Passage, passages  # noqa: E402
from tttt_desktop.suggesting.sequence import PLAN, SCALE, Model, label_of, packed  # noqa: E402
from tttt_desktop.suggesting.sequence_chain import (  # noqa: E402
    NONE,
    STATES,
    Step,
    backward,
    follows,
    forward,
    likely,
    step,
)
from tttt_desktop.suggesting.sequence_features import Clues, features  # noqa: E402

OUT = ROOT / "resources" / "model" / "sequence.json"
LABELS = {"achievement": 0, "shortcoming": 1, "task": 2}
READINGS = range(1, 11)  # of each article
SHORT = range(6, 11)  # of these with paragraphs missing
WITH_CUES = (9, 10)  # of these with all cue words; the others each with other ones missing
SHARES = (0.3, 0.5, 0.7)  # of the paragraphs that are kept
BARE = 0.5  # of the short readings keep only paragraphs in which something is marked
TURNED = 0.3  # of the short readings begin with another paragraph
_LEAD = 20  # words of the paragraph that closes the head
SOURCES = ((300, "300"), (262, "262"), (250, "250"), (230, "230"), (206, "206"), (200, "200"), (0, "corpus"))  # fmt: skip
MISSING = 400  # of a thousand cue words
ALWAYS = {"title", "post", "meeting", "elsewhere"}  # they tell persons and the genre
ROUNDS = 10
RATE = 0.1
FORGOTTEN = 0.5  # of the clues of a unit, other ones each time
DAMPED = 0.7  # of the weights, because nothing is forgotten when they are used
PULL = 1e-4  # back to zero
FEWEST = 2  # articles in which a clue stands
LEAST = 24  # hundredths between what a clue likes most and least, for it to be kept
WORTHLESS = 1e-3  # how far off an expectation is let be


Tables = dict[str, dict[str, list[int]]]


class Learned(NamedTuple):
    """Weights in hundredths by sort and key, and the steps inside a paragraph and into a new one."""

    tables: Tables
    steps: tuple[Step, Step]


class Example(NamedTuple):
    """An article as it is learned from: of each unit the clues, whether it opens a paragraph, label, word of the rules."""

    source: str
    name: str
    reading: int  # 0: with all cue words and paragraphs
    clues: list[list[str]]
    opens: list[bool]
    labels: list[int]
    ruled: list[int]
    passages: list[Passage]
    judged: list[Judged]


class Page(NamedTuple):
    """A text and the label of each place in it."""

    text: str
    places: list[tuple[int, int, int]]


# -- reading articles ---------------------------------------------------------------------------


def examples(names: Sequence[str] = ("gold", "dev", "tune")) -> Iterator[Example]:
    """All articles, each read once whole and then with cue words or paragraphs missing."""
    for name in names:
        if name != "tune" and not SHARED.exists():
            continue
        with TemporaryDirectory() as folder:
            place = labels(name, Path(folder))
            for path in sorted(place.glob("*.json")):
                yield from _read(place, json.loads(path.read_text(encoding="utf-8")))


def _read(place: Path, gold: dict[str, Any]) -> Iterator[Example]:
    file = gold["file"]
    path = next(p for p in (place / file, place.parent / "seeds" / file) if p.exists())
    article = read_file(path)
    year = article.plan_year or (article.review_year + 1 if article.review_year else None)
    whole = Page(article.text, list(_places(article.text, gold["spans"])))
    for reading in (0, *READINGS):
        page = _shortened(whole, f"{file} {reading}") if reading in SHORT else whole
        found = passages(page.text)
        if reading and reading not in WITH_CUES:
            found = [_thinned(one, page.text, reading) for one in found]
        judged = read(page.text, found, year)
        rows = [list(_named(row)) for row in features(found, judged, year)]
        opens = [one.first_in_paragraph for one in found]
        wanted = list(_labels(page, found))
        yield Example(source_of(file), file, reading, rows, opens, wanted, list(map(label_of, judged)), found, judged)  # fmt: skip


def source_of(file: str) -> str:
    """Whose hand it is by its number: what is told apart when one is left out."""
    number = int(file[:3])
    return next(name for least, name in SOURCES if number >= least)


def _named(clues: Clues) -> Iterator[str]:
    return (f"{sort}\t{key}" for sort, keys in clues for key in keys)


def _places(text: str, spans: list[dict[str, Any]]) -> Iterator[tuple[int, int, int]]:
    at = 0
    for span in spans:
        start = text.find(span["text"].replace("\xa0", " "), at)
        if start < 0:
            raise SystemExit(f"not found: {span['text'][:60]}")
        at = start + len(span["text"])
        yield start, at, PLAN if span.get("sub") == "plan" else LABELS.get(span["label"], NONE)


def _shortened(page: Page, seed: str) -> Page:
    """The head of an article and some of its paragraphs; now and then in another order."""
    chance = random.Random(crc32(seed.encode()))
    lines = page.text.split("\n")
    head = next((n for n, line in enumerate(lines) if line.count(" ") > _LEAD), 0) + 1
    share = chance.choice(SHARES)
    kept = [n for n in range(head, len(lines)) if chance.random() < share]
    if chance.random() < TURNED:
        turn = chance.randint(0, len(kept))
        kept = kept[turn:] + kept[:turn]
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    if chance.random() < BARE:
        marked = {bisect_right(starts, a) - 1 for a, _, _ in page.places}
        kept = [n for n in kept if n in marked]
    text, places = "", []
    for n in (*range(head), *kept):
        shift = len(text) - starts[n]
        places += [(a + shift, b + shift, label) for a, b, label in page.places if starts[n] <= a < starts[n + 1]]  # fmt: skip
        text += lines[n] + "\n"
    return Page(text, places)


def _labels(page: Page, found: list[Passage]) -> Iterator[int]:
    """The label of each unit: of the marked passage that shares half of the shorter one."""
    for passage in found:
        one = passage.span
        shared = [(min(b, one.stop) - max(a, one.start), b - a, label) for a, b, label in page.places]  # fmt: skip
        halves = [(s, label) for s, size, label in shared if s >= min(size, len(one)) / 2 and s > 0]
        yield max(halves)[1] if halves else NONE


def _thinned(passage: Passage, text: str, reading: int) -> Passage:
    """A unit without the cue words that this reading misses."""

    def kept(cue: Cue) -> bool:
        words = f"{reading} {cue.kind} {text[cue.start : cue.stop].lower()}"
        return cue.kind in ALWAYS or crc32(words.encode()) % 1000 >= MISSING

    cues = tuple(filter(kept, passage.cues))
    backwards = cues[::-1]
    opening = (passage.span.start, passage.opening_at)
    return replace(
        passage,
        cues=cues,
        firsts={cue.kind: cue for cue in backwards},
        openers={cue.kind: cue for cue in backwards if cue.start in opening},
    )


# -- learning -----------------------------------------------------------------------------------


@dataclass(slots=True)
class Weights:
    """Rows of weights, with the squares of how each was moved: what moves often moves less."""

    start: float
    rows: dict[Any, list[float]] = field(default_factory=dict)
    moved: dict[Any, list[float]] = field(default_factory=dict)

    def push(self, key: Any, wanted: Sequence[float]) -> None:
        row = self.rows.setdefault(key, [0.0] * (NONE + 1))
        squares = self.moved.setdefault(key, [self.start] * (NONE + 1))
        for number, one in enumerate(wanted):
            if abs(one) > WORTHLESS:
                push = one - PULL * row[number]
                squares[number] += push * push
                row[number] += RATE * push / sqrt(squares[number])


def learn(found: Sequence[Example]) -> Learned:
    """The weights that make the labels of the examples likely, averaged over the later rounds."""
    chance = random.Random(1)
    known = _known(found)
    data = [(one, [[c for c in row if c in known] for row in one.clues]) for one in found]
    clues, steps = Weights(1e-2), Weights(1e-1)
    later: list[tuple[dict[Any, list[float]], dict[Any, list[float]]]] = []
    for number in range(ROUNDS):
        chance.shuffle(data)
        for example, rows in data:
            seen = [[c for c in row if chance.random() >= FORGOTTEN] for row in rows]
            _learn_from(example, seen, clues, steps)
        if number >= ROUNDS // 2:
            later.append(tuple({k: row[:] for k, row in w.rows.items()} for w in (clues, steps)))
    weights = _mean([one for one, _ in later])
    both = _mean([other for _, other in later])
    return Learned(
        _kept(weights),
        (_step(both, 0), _step(both, 1)),
    )


def _kept(weights: dict[Any, list[float]]) -> Tables:
    """The weights in whole numbers by sort and key; clues that tell next to nothing are left out."""
    tables: Tables = {}
    for clue, row in sorted(weights.items()):
        rounded = [round(DAMPED * SCALE * one) for one in row]
        if max(rounded) - min(rounded) >= LEAST:
            sort, _, key = clue.partition("\t")
            tables.setdefault(sort, {})[key] = rounded
    return tables


def _known(found: Sequence[Example]) -> set[str]:
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for one in found:
        for row in one.clues:
            for clue in row:
                articles[clue].add(one.name)
    return {clue for clue, names in articles.items() if len(names) >= FEWEST}


def _step(rows: dict[Any, list[float]], opens: int) -> Step:
    """A step is liked in itself, and at the border of a paragraph or within one."""
    nought = [0.0] * (NONE + 1)
    pairs = ((rows.get((s,), nought), rows.get((s, opens), nought)) for s in STATES)
    return step([[a + b for a, b in zip(*pair, strict=True)] for pair in pairs])


def _learn_from(example: Example, seen: list[list[str]], clues: Weights, steps: Weights) -> None:
    nought = [0.0] * 5
    rows = [[clues.rows.get(clue, nought) for clue in row] for row in seen]
    factors = [likely([sum(column) for column in zip(nought, *row, strict=True)]) for row in rows]
    kinds = [_step(steps.rows, opens) for opens in (0, 1)]
    ways_in = [kinds[opens] for opens in example.opens]
    before = [[1.0, *[0.0] * 8], *forward(factors, ways_in)]
    after = backward(factors, ways_in)
    state = 0
    for number, label in enumerate(example.labels):
        ways = _ways(before[number], factors[number], ways_in[number].from_state, after[number])
        wanted = [-sum(column) for column in zip(*ways, strict=True)]
        wanted[label] += 1
        for clue in seen[number]:
            clues.push(clue, wanted)
        ways[state] = [one - (place == label) for place, one in enumerate(ways[state])]
        for origin, row in enumerate(ways):
            away = [-one for one in row]
            steps.push((origin,), away)
            steps.push((origin, int(example.opens[number])), away)
        state = follows(state, label)


def _ways(
    before: Sequence[float], factor: Sequence[float], rows: Any, after: Sequence[float]
) -> list[list[float]]:
    """How likely each label of a unit is, by the state before it."""
    ways = [
        [before[s] * rows[s][to] * factor[to] * after[follows(s, to)] for to in range(NONE + 1)]
        for s in STATES
    ]
    whole = sum(map(sum, ways))
    return [[one / whole for one in row] for row in ways]


def _mean(tables: Sequence[dict[Any, list[float]]]) -> dict[Any, list[float]]:
    last = tables[-1]
    return {
        key: [
            sum(column) / len(tables)
            for column in zip(*(t.get(key, [0.0] * 5) for t in tables), strict=True)
        ]
        for key in last
    }


# -- measuring and writing ----------------------------------------------------------------------


def path_of(model: Model, example: Example) -> list[int]:
    """What the model makes of an article."""
    clues = [
        [(sort, [key]) for sort, _, key in (one.partition("\t") for one in row)]
        for row in example.clues
    ]
    rows = sequence.likely(model, example.passages, example.judged, clues)
    return list(map(sequence.most_likely, rows))


def told(pairs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> str:
    """F1 of units: results, shortcomings and tasks together, each alone, own plans."""
    right, seen = Counter[int](), Counter[int]()
    for wanted, found in pairs:
        right.update(one for one, other in zip(wanted, found, strict=True) if one == other)
        seen.update([*wanted, *found])
    groups = ([0, 1, 2], [0], [1], [2], [PLAN])
    figures = ((sum(right[x] for x in g), sum(seen[x] for x in g)) for g in groups)
    return "  ".join(f"{2 * hits / all_:.3f}" if all_ else "  -  " for hits, all_ in figures)


def fold(found: Sequence[Example]) -> None:
    """Leave out each source in turn."""
    print("left out   cue words       rules: all, results, shortcomings, tasks, plans   model")
    for source in dict.fromkeys(one.source for one in found):
        model = packed_model(learn([one for one in found if one.source != source and one.reading]))
        for kind, readings in (("all", (0,)), ("some missing", READINGS)):
            out = [one for one in found if one.source == source and one.reading in readings]
            rules = told([(one.labels, one.ruled) for one in out])
            ours = told([(one.labels, path_of(model, one)) for one in out])
            print(f"{source:10} {kind:12}   {rules}   {ours}", flush=True)


def packed_model(learned: Learned) -> Model:
    """What was learned, as the program uses it."""
    tables = {s: {k: packed(row) for k, row in t.items()} for s, t in learned.tables.items()}
    return Model(tables, learned.steps)


def write(learned: Learned) -> None:
    """One sort of clues a line."""
    tight = {"ensure_ascii": False, "separators": (",", ":")}
    rows = [
        f"{json.dumps(sort)}:{json.dumps(table, **tight)}" for sort, table in learned.tables.items()
    ]
    likes = [[[round(log(x), 2) for x in row] for row in one.from_state] for one in learned.steps]
    steps = json.dumps(likes, **tight)
    OUT.write_text(
        f'{{"steps":{steps},\n"weights":{{\n' + ",\n".join(rows) + "\n}}\n", encoding="utf-8"
    )
    size = sum(map(len, learned.tables.values()))
    print(f"{OUT.relative_to(ROOT)}: {size} clues, {OUT.stat().st_size} bytes")


def main() -> None:
    """Learn and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--folds", action="store_true", help="measure, write nothing")
    found = list(examples())
    if parser.parse_args().folds:
        fold(found)
    else:
        write(learn([one for one in found if one.reading]))


if __name__ == "__main__":
    main()
