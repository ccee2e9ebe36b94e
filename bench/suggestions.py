"""How right the suggestions are: `python -m bench.suggestions [gold dev tune held held2] [--errors N] [--scores] [--plan-as-task]`.

`gold` and `dev` are the labelled articles beside the checkout, `tune` and `held` those of our own in tests/data/articles.
Rules and weights come from the first three. Of `held` only totals are ever printed: who reads its errors tunes on it.
Settings of the chain were chosen on lots that hold `held2`, so that set is not unseen.
Spans are scored by the corpus's own tools/score.py; figures, legal references, deadlines as days and partners here.
"""

import argparse
import importlib.util
import io
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from tttt_desktop.cli.annotation import annotation
from tttt_desktop.importing.read import read_file
from tttt_desktop.suggesting.suggest import suggest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
OWN = ROOT / "tests" / "data" / "articles"
SETS = ("gold", "dev", "tune", "held", "held2")
_BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(slots=True)
class Tally:
    """Right ones of those found and of those to find, by what was looked for."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def compare(self, what: str, wanted: list[Any], found: list[Any], where: str) -> None:
        """Count two lists as bags."""
        same = sum((Counter(map(str, wanted)) & Counter(map(str, found))).values())
        self.right[what] += same
        self.found[what] += len(found)
        self.wanted[what] += len(wanted)
        if same != max(len(found), len(wanted)):
            self.wrong.append(f"{what:10} {where}\n    wanted {wanted}\n    found  {found}")

    def lines(self) -> Iterator[str]:
        """One line a thing: precision, recall, F1."""
        for what, right in self.right.items():
            found, wanted = self.found[what], self.wanted[what]
            share = 2 * right / (found + wanted) if found + wanted else 1.0
            yield f"{what:22} right {right:4} of {found:4} found, {wanted:4} wanted   F1 {share:.3f}"


def scorer() -> ModuleType:
    """The corpus's score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("../shared/tools/score.py is not beside the checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labels(name: str, folder: Path) -> Path:
    """The folder that holds a set as the corpus keeps it; our own are written into `folder`."""
    if name in ("gold", "dev"):
        return SHARED / "corpus" / name
    sys.path.insert(0, str(ROOT / "tests" / "support"))
    from labelled import parse  # of the tests: it is not installed

    for path in sorted((OWN / name).glob("*.txt")):
        article = parse(path.name, path.read_text(encoding="utf-8"))
        (folder / path.name).write_text(article.text, encoding="utf-8")
        label = json.dumps(article.gold, ensure_ascii=False)
        (folder / f"{path.stem}.json").write_text(label, encoding="utf-8")
    return folder


def predict(path: Path) -> dict[str, Any]:
    """What `tttt-desktop suggest --json` prints for a file, as far as it is scored."""
    article = read_file(path)
    years: dict[str, Any] = {"review_year": article.review_year, "plan_year": article.plan_year}
    proposals = suggest(article.text, title=article.title, **years)
    found = [annotation(proposal, article.text) for proposal in proposals]
    day = article.published_on.isoformat() if article.published_on else None
    time = f"T{article.published_time}" if day and article.published_time else ""
    head: dict[str, Any] = {"published": f"{day}{time}" if day else None}
    head |= {"file": path.name, "title": article.title, "byline": article.byline or None, **years}
    return {
        **head,
        "province": article.province or None,
        "text": article.text,
        "annotations": found,
    }


def _figures(rows: list[dict[str, Any]]) -> list[Any]:
    found = ((f["value"], f["of"], f["unit"] or "", f["change"] or "") for f in rows)
    return sorted(found, key=str)


def _compared(rows: list[dict[str, Any]]) -> list[Any]:
    return sorted((f["value"], f["compared"][:8]) for f in rows if f["compared"])


def tell_apart(tally: Tally, wanted: dict[str, Any], found: dict[str, Any], ours: bool) -> None:
    """Compare what stands beside the spans of a matched pair."""
    where = wanted["text"][:110]
    tally.compare("figures", _figures(wanted["figures"]), _figures(found["figures"]), where)
    pairs = ((r["number"], r["date"]) for r in wanted["legal_refs"])
    mine = ((r["number"], r["date"]) for r in found["legal_refs"])
    tally.compare("legal refs", sorted(pairs, key=str), sorted(mine, key=str), where)
    if not ours:
        return
    tally.compare("compared", _compared(wanted["figures"]), _compared(found["figures"]), where)
    full = [(r["kind"], r["number"], r["date"], r["issuer"]) for r in wanted["legal_refs"]]
    got = [(r["kind"], r["number"], r["date"], r["issuer"]) for r in found["legal_refs"]]
    tally.compare("kind, issuer", full, got, where)
    if wanted["label"] == "task":
        days = [day for day in [wanted["deadline_on"]] if day]
        tally.compare("day", days, [day for day in [found["deadline_on"]] if day], where)
        tally.compare("partners", wanted["cooperating"], found["cooperating"], where)


def _field_errors(score: ModuleType, x: dict[str, Any], y: dict[str, Any]) -> Iterator[str]:
    fields = [x["field"], *x.get("fields_also", [])]
    if y["field"] not in fields:
        yield f"field      {x['text'][:110]}\n    wanted {fields}\n    found  {y['field']}"
    for key in ("assigner", "assignee", "deadline"):
        one, other = (score.agency(z.get(key)) for z in (x, y))
        if x["label"] == "task" and not (one == other or (one and other and one in other)):
            yield f"{key:10} {x['text'][:110]}\n    wanted {x.get(key)}\n    found  {y.get(key)}"


def measure(name: str, options: argparse.Namespace) -> None:
    """Score one set and print its figures."""
    score, tally = scorer(), Tally()
    bins: dict[float, list[bool]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        place = labels(name, Path(folder))
        gold = score.load_gold(str(place))
        predictions = {}
        for file, article in gold.items():
            path = next(p for p in (place / file, place.parent / "seeds" / file) if p.exists())
            printed = predict(path)
            predictions[file] = score.from_cli(printed, options.plan_as_task)
            by_text = {a["text"]: a for a in printed["annotations"]}
            wanted = list(score.gold_spans(article, options.plan_as_task))
            found, _ = score.pred_spans(predictions[file], article["text"])
            pairs = score.match(wanted, found)
            for i, j in pairs:
                if "figures" in wanted[i] and wanted[i].get("sub") != "plan":
                    mine = by_text[found[j]["text"]]
                    tell_apart(tally, wanted[i], mine, name in SETS[2:])
                    tally.wrong += _field_errors(score, wanted[i], found[j])
            hit = {j for _, j in pairs}
            for number, span in enumerate(found):
                bins[by_text[span["text"]]["score"]].append(number in hit)
    out = io.StringIO()
    errors = 0 if name.startswith("held") else options.errors
    score.score(gold, predictions, options.plan_as_task, errors=errors, out=out)
    print(f"== {name}\n{out.getvalue()}" + "\n".join(tally.lines()))
    if errors:
        print("\n".join(tally.wrong[:errors]))
    if options.scores:
        _print_bins(bins)


def _print_bins(bins: dict[float, list[bool]]) -> None:
    for low, high in pairwise(_BINS):
        hits = [hit for score, found in bins.items() if low <= score < high for hit in found]
        if hits:
            print(f"score {low:.1f} - {min(high, 1):.1f}   right {sum(hits)} of {len(hits)}"
                  f"   {sum(hits) / len(hits):.3f}")  # fmt: skip


def main() -> int:
    """Measure the sets the arguments name, all but `held` by default."""
    parser = argparse.ArgumentParser(prog="python -m bench.suggestions", description=__doc__)
    parser.add_argument("sets", nargs="*", help=f"of {SETS}")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to print")
    parser.add_argument("--scores", action="store_true", help="how often each score was right")
    parser.add_argument("--plan-as-task", action="store_true", help="count own plans as tasks")
    options = parser.parse_args()
    for name in options.sets or SETS[:3]:
        measure(name, options)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
