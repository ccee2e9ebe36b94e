"""Made-up articles and dossiers of any size, the same in every run."""

import hashlib
import random
import re
import sys
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

from tttt_desktop.domain.records import (
    Block,
    Kind,
    ParsedArticle,
    Proposal,
    Span,
    Task,
)
from tttt_desktop.domain.text import units
from tttt_desktop.paths import resource
from tttt_desktop.services import imports, review
from tttt_desktop.services.dossier import Dossier

PROVINCES = ("Quảng Trị", "Bình Định", "Lào Cai", "Hà Giang", "Cà Mau", "Đắk Nông")
_FIGURE = re.compile(r"\d+,\d+")


@cache
def _paragraphs() -> tuple[str, ...]:
    """The paragraphs of the sample articles, in their order: texts of the genre, as the rules expect them."""
    texts = (path.read_text("utf-8") for path in sorted(resource("samples").glob("*.txt")))
    return tuple(line for text in texts for line in text.splitlines() if len(line) > 80)


def text_of(number: int, length: int) -> str:
    """An article of about `length` characters; another `number` gives another text."""
    chance = random.Random(number)
    paragraphs = _paragraphs()
    province = PROVINCES[number % len(PROVINCES)]
    lines = [f"Sở TT&TT {province} tổng kết công tác năm {2011 + number % 12}, bài số {number}"]
    while sum(map(len, lines)) < length:
        for line in chance.sample(paragraphs, len(paragraphs)):
            lines.append(_in_other_words(line, chance))
            if sum(map(len, lines)) >= length:
                break
    return "\n".join(lines)


def _in_other_words(line: str, chance: random.Random) -> str:
    """A paragraph with other figures, and every fifth word another one: no two texts are alike."""
    words = _FIGURE.sub(lambda _: f"{chance.randint(2, 999)},{chance.randint(1, 9)}", line).split()
    for _ in range(len(words) // 5):
        words[chance.randrange(1, len(words))] = chance.choice(_words())
    return " ".join(words)


@cache
def _words() -> tuple[str, ...]:
    return tuple(word for line in _paragraphs() for word in line.split() if word.isalpha())


def parsed(number: int, length: int) -> ParsedArticle:
    """The same as importing hands it over."""
    text = text_of(number, length)
    raw = text.encode()
    year = 2011 + number % 12
    lines = text.split("\n")
    return ParsedArticle(
        name=f"{number:05}.txt",
        kind="txt",
        sha256=hashlib.sha256(raw).hexdigest(),
        raw=raw,
        blocks=tuple(Block(line) for line in lines),
        title=lines[0],
        published_on=date(year + 1, 1, 1 + number % 28),
        province=PROVINCES[number % len(PROVINCES)],
        review_year=year,
        plan_year=year + 1,
    )


def write_texts(folder: Path, count: int, size: int) -> None:
    """`count` text files of `size` bytes."""
    folder.mkdir()
    for number in range(count):
        whole = text_of(number, size).encode()[:size].decode(errors="ignore")
        (folder / f"{number:05}.txt").write_text(whole, encoding="utf-8")


def write_pages(folder: Path, count: int, size: int) -> None:
    """`count` saved web pages of about `size` bytes in the style of real portals, each with an article of its own."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))
    import portals

    folder.mkdir()
    large = [page for page in portals.PAGES if len(page.html()) > size // 2]
    for number in range(count):
        page = large[number % len(large)]
        lines = text_of(number, 2_500).split("\n")
        html = page.html().decode(page.encoding)
        html = html.replace(escape(page.ideal().lead, quote=False), "</p><p>".join(lines), 1)
        filler = "a{color:red}" * max(0, (size - len(html.encode())) // 12)
        whole = html.replace("</head>", f"<style>{filler}</style></head>", 1)
        (folder / f"{number:05}.html").write_bytes(whole.encode(page.encoding))


def make_unsuggested(path: Path, count: int, length: int) -> None:
    """A dossier of articles whose suggestions nobody has looked for."""
    with Dossier.create(path) as dossier:
        imports.store(dossier, [_reading(parsed(number, length)) for number in range(count)])


def make_dossier(path: Path, count: int, length: int) -> None:
    """A dossier of `count` articles without marks."""
    with Dossier.create(path) as dossier:
        for start in range(0, count, 1000):
            numbers = range(start, min(start + 1000, count))
            articles = [parsed(number, length) for number in numbers]
            imports.store(dossier, [replace(_reading(one), proposals=()) for one in articles])


def make_marked_dossier(path: Path, articles: int, length: int, marks: int) -> None:
    """A dossier whose articles have `marks` annotations each, a third of them tasks."""
    with Dossier.create(path) as dossier:
        readings = [_marked(parsed(number, length), marks) for number in range(articles)]
        for article_id in imports.store(dossier, readings).article_ids:
            review.accept_all(dossier, article_id)


def _reading(article: ParsedArticle) -> imports.Reading:
    return imports.Reading(path=article.name, article=article)


def _marked(article: ParsedArticle, marks: int) -> imports.Reading:
    spans = pieces(article.text, marks)
    kinds = list(Kind)
    proposals = tuple(
        Proposal(
            span=span,
            kind=(kind := kinds[number % 3]),
            score=1.0,
            rule="bench",
            reason="",
            field="Viễn thông",
            task=Task(assigner="Giám đốc Sở", lead="Phòng Viễn thông", deadline_text="quý II")
            if kind is Kind.TASK
            else None,
        )
        for number, span in enumerate(spans)
    )
    return replace(_reading(article), proposals=proposals)


def pieces(text: str, count: int) -> list[Span]:
    """`count` spans that do not overlap: the units of the text, halved until there are enough."""
    spans = units(text)
    while len(spans) < count:
        spans = [half for span in spans for half in _halves(span)]
    return spans[:count]


def _halves(span: Span) -> tuple[Span, Span]:
    middle = (span.start + span.stop) // 2
    return Span(span.start, middle), Span(middle, span.stop)
