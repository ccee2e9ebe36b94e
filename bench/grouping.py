"""How surely passages that say the same are told: `python -m bench.grouping` prints the table of bench/README.md.

The passages are the units of our own labelled articles, each of another conference: what is grouped among them as they
are is wrong. Beside each a copy is put, as another paper would print it: words left out, and filling words put in.
"""

import random
import re
from datetime import date
from pathlib import Path

from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.domain.figures import find_figures
from tttt_desktop.domain.grouping import find
from tttt_desktop.domain.records import Kind
from tttt_desktop.domain.text import normalise, units

ARTICLES = Path(__file__).resolve().parents[1] / "tests" / "data" / "articles"
SHARES = (0.05, 0.1, 0.2, 0.3)
_LEAST = 40  # characters of a passage that says something
_COPY = 1_000_000  # between the id of a passage and that of its copy
_FILLING = ("tiếp tục", "theo đó,", "hiện nay", "thực hiện tốt việc", "trong đó")
_LABEL = re.compile(r"\[(?:/|[A-Z-][^\]]*)\]|\{([^|}]*)[^}]*\}|<([^|>]*)[^>]*>")


def passages() -> list[Passage]:
    """The units of all articles, without the marks of their labels, each article of another province."""
    found: list[Passage] = []
    for number, path in enumerate(sorted(ARTICLES.glob("*/*.txt")), 1):
        source = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        text = normalise(_LABEL.sub(lambda mark: mark[1] or mark[2] or "", source))
        found += [
            Passage(
                len(found) + at,
                number,
                Kind.ACHIEVEMENT,
                own_plan=False,
                published_on=date(2023, 1, 1),
                start=0,
                quote=quote,
                province=f"Tỉnh {number}",
                year=2023,
            )
            for at, quote in enumerate(_long(text), 1)
        ]
    return found


def _long(text: str) -> list[str]:
    return [span.of(text) for span in units(text) if len(span) >= _LEAST]


def retold(chance: random.Random, quote: str, share: float) -> str:
    """The passage with this share of its words left out or a filling word put before them; numbers and names stay."""
    words: list[str] = []
    for word in quote.split():
        dice = chance.random()
        if dice < share / 2 and word.isalpha() and word.islower() and word not in ("không", "chưa"):
            continue
        words += [chance.choice(_FILLING), word] if share / 2 <= dice < share else [word]
    return " ".join(words)


def main() -> None:
    """Print the table."""
    known = passages()
    figures = {one.id: find_figures(one.quote) for one in known}
    article = {one.id: one.article_id for one in known}
    wrong = [g for g in find(known, figures) if len({article[one] for one in g.ids}) > 1]
    print(f"{len(known)} passages as they are: {len(wrong)} groups of several articles")
    for share in SHARES:
        chance = random.Random(1)
        copies = [
            one._replace(
                id=one.id + _COPY,
                article_id=one.article_id + _COPY,
                quote=retold(chance, one.quote, share),
            )
            for one in known
        ]
        groups = [group.ids for group in find([*known, *copies], {})]
        told = sum(any(one + _COPY in ids for one in ids) for ids in groups)
        wrong_ones = sum(len({article[one % _COPY] for one in ids}) > 1 for ids in groups)
        print(f"{share:4.0%} changed: {told / len(known):4.0%} told, {wrong_ones} wrong")


if __name__ == "__main__":
    main()
