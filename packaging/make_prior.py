"""Make resources/model/prior.json, what the learner starts from: how our rules fare with our own labelled articles.

    python packaging/make_prior.py [OUT]     the same articles and rules always give the same file

For each clue (see `suggesting.learning_features`) it counts from which class, by the rules, to which, by the labels.
To be run again when rules or articles have changed much.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path += [str(ROOT), str(ROOT / "tests" / "support")]

from labelled import parse  # noqa: E402

from tttt_desktop.domain.records import Span  # noqa: E402
from tttt_desktop.suggesting.learning import Page, Seen, class_of, lessons  # noqa: E402
from tttt_desktop.suggesting.learning_model import NOTHING, PLAN, Model  # noqa: E402
from tttt_desktop.suggesting.suggest import suggest  # noqa: E402

ARTICLES = ROOT / "tests" / "data" / "articles" / "tune"
OUT = ROOT / "resources" / "model" / "prior.json"
CLASSES = {"achievement": "K", "shortcoming": "X", "task": "T"}
FEWEST = 3  # passages from which a clue is kept
Labels = list[dict[str, Any]]


def decided(labels: Labels, span: Span) -> str:
    """The class by the labels: of the one that covers half of the shorter of the two."""
    for label in labels:
        shared = min(label["end"], span.stop) - max(label["start"], span.start)
        if shared >= min(label["end"] - label["start"], len(span)) / 2 > 0:
            return PLAN if label.get("sub") == "plan" else CLASSES.get(label["label"], NOTHING)
    return NOTHING


def seen(text: str, labels: Labels) -> Iterator[Seen]:
    """What the rules find in an article, and what the labels say of it and of what they miss."""
    found = suggest(text)
    for one in found:
        ruled = class_of(one.kind, one.task)
        yield Seen(one.span, one.rule, ruled, "", decided(labels, one.span))
    for label in labels:
        span = Span(label["start"], label["end"])
        if found and not any(span.overlaps(one.span) for one in found):
            yield Seen(span, "", NOTHING, "", decided(labels, span))


def main(out: Path) -> None:
    """Count and write."""
    model = Model()
    for path in sorted(ARTICLES.glob("*.txt")):
        article = parse(path.name, path.read_text(encoding="utf-8"))
        marked = [label for label in article.gold["spans"] if label.get("sub", "plan") == "plan"]
        for lesson in lessons(Page(article.text), seen(article.text, marked), done=True):
            model.learn(lesson)
    kept = {
        clue: dict(sorted(told.items()))
        for clue, told in sorted(model.kinds.items())
        if sum(told.values()) >= FEWEST
    }
    lines = [f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in kept.items()]
    out.parent.mkdir(exist_ok=True)
    out.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{out}: {len(kept)} clues, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
