"""How well the article is found in saved pages: our own finder beside the libraries that do the same.

python -m bench.pages [--unseen] [--later] [--each]      the libraries' rows need `pip install -e ".[compare]"`
"""

import argparse
import importlib.util
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "dev"
sys.path.insert(0, str(ROOT / "tests" / "support"))
AFTER = ("UNSEEN", "LATER", "FURTHER", "RECENT")
Finder = Callable[[bytes], str]


class Page(NamedTuple):
    """A saved page and the lines of its ideal body; `lead` is the first paragraph."""

    name: str
    html: bytes
    body: tuple[str, ...]
    lead: str


class Score(NamedTuple):
    """How a finder did on a page, in words: shares of 1; the processor seconds it took."""

    f1: float
    kept: float
    noise: float
    lead_lost: bool
    seconds: float


def built(*sets: str) -> Iterator[Page]:
    """The pages of some sets of `portals`: PAGES, and UNSEEN, LATER, FURTHER and RECENT, each written after the finder."""
    import portals

    for page in [page for name in sets for page in getattr(portals, name)]:
        ideal = page.ideal()
        yield Page(page.name, page.html(), ideal.lines, ideal.lead)


def labelled() -> Iterator[Page]:
    """The web pages among the labelled articles, where these are at hand."""
    for path in sorted(CORPUS.glob("*.html")):
        lines = path.with_suffix(".body.txt").read_text("utf-8").strip().split("\n")
        yield Page(path.stem, path.read_bytes(), tuple(lines), max(lines[2:4], key=len))


def own(data: bytes) -> str:
    """The body as the program reads it."""
    from tttt_desktop.importing.read import read_bytes

    return read_bytes("page.html", data).text


def _text(data: bytes) -> str:
    """The libraries are spared the encoding."""
    return data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8")


def trafilatura(data: bytes) -> str:
    """With its title before the text, as the others."""
    import trafilatura as library

    document = library.bare_extraction(
        _text(data), include_comments=False, include_tables=True, with_metadata=True
    )
    return f"{document.title}\n{document.text}" if document else ""


def readability(data: bytes) -> str:
    """The text of the part it chose."""
    import lxml.html
    from readability import Document

    document = Document(_text(data))
    root = lxml.html.fromstring(document.summary())
    return f"{document.short_title()}\n" + "\n".join(root.itertext())


def newspaper(data: bytes) -> str:
    """It is handed the page, so that it does not fetch one."""
    import newspaper as library

    article = library.Article("http://localhost/", language="vi", fetch_images=False)
    article.download(input_html=_text(data))
    article.parse()
    return f"{article.title}\n{article.text}"


LIBRARIES = {"trafilatura": trafilatura, "readability": readability, "newspaper": newspaper}


def score(find: Finder, page: Page, body: Sequence[str]) -> Score:
    """Words are compared as bags: each word of the ideal body may be found as often as it stands there."""
    began = time.process_time()
    found_text = find(page.html)
    seconds = time.process_time() - began
    ideal, found = (Counter(text.split()) for text in ("\n".join(body), found_text))
    both = (ideal & found).total()
    lead = " ".join(page.lead.split()) not in " ".join(found_text.split())
    return Score(
        2 * both / (ideal.total() + found.total()),
        both / ideal.total(),
        1 - both / max(1, found.total()),
        lead,
        seconds,
    )


def scores(name: str, find: Finder, pages: Sequence[Page]) -> list[Score]:
    """The libraries give no date line, so they are not asked for one."""
    find(pages[0].html)  # imports and tables are not what is measured
    bodies = [page.body if name == "own" else (page.body[0], *page.body[2:]) for page in pages]
    return [score(find, page, body) for page, body in zip(pages, bodies, strict=True)]


def figure(_folder: Path) -> dict[str, float]:
    """The figures of our own finder over all pages, as shares of 1, and processor seconds a page."""
    done = scores("own", own, [*built("PAGES", *AFTER), *labelled()])
    return {
        "pages_wrong": 1 - mean(one.f1 for one in done),
        "pages_worst": 1 - min(one.f1 for one in done),
        "pages_noise": mean(one.noise for one in done),
        "pages_leads": float(sum(one.lead_lost for one in done)),
        "page_read": median(one.seconds for one in done),
    }


def main() -> None:
    """Print a row for each finder that is installed."""
    parser = argparse.ArgumentParser(prog="bench.pages", description=__doc__)
    parser.add_argument("--unseen", action="store_true", help="all pages written after the finder")
    parser.add_argument("--later", action="store_true", help="the last three sets of these only")
    parser.add_argument("--each", action="store_true", help="also each page")
    chosen = parser.parse_args()
    if chosen.later or chosen.unseen:
        pages = [*built(*(AFTER[1:] if chosen.later else AFTER))]
    else:
        pages = [*built("PAGES"), *labelled()]
    size = median(len(page.html) for page in pages) / 1000
    print(f"{len(pages)} pages, median {size:.0f} KB")
    print(f"{'':12} F1 mean   worst   kept  noise  leads lost  ms a page")
    installed = {name: find for name, find in LIBRARIES.items() if importlib.util.find_spec(name)}
    for name, find in {"own": own, **installed}.items():
        done = scores(name, find, pages)
        _row(name, done)
        if chosen.each:
            for page, one in zip(pages, done, strict=True):
                print(
                    f"    {page.name:24} {one.f1:.3f}  kept {one.kept:.3f}  noise {one.noise:.3f}",
                    "LEAD LOST" * one.lead_lost,
                )


def _row(name: str, done: Sequence[Score]) -> None:
    print(
        f"{name:12} {mean(one.f1 for one in done):7.3f} {min(one.f1 for one in done):7.3f}"
        f" {mean(one.kept for one in done):6.3f} {mean(one.noise for one in done):6.3f}"
        f" {sum(one.lead_lost for one in done):11} {1000 * median(one.seconds for one in done):10.1f}"
    )


if __name__ == "__main__":
    main()
