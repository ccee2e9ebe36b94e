"""The program is killed in the middle of its work: what it acknowledged is there, nothing is half there.

Killing is what is tested, not a loss of power: what the system has taken in survives the process. That the file also
survives a loss of power rests on SQLite's `synchronous = EXTRA`, which tests/storage/test_schema.py looks at.
"""

import hashlib
import itertools
import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tttt_desktop.domain.records import Block, Kind, ParsedArticle, Proposal, Span
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
KILLS = 30
LINES = [f"Kết quả thứ {number} đạt {number},5 tỷ đồng, tăng {number}%." for number in range(60)]


@pytest.fixture
def busy(tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> Path:
    """A dossier with five articles, their suggestions and asides."""
    path = tmp_path / "hồ sơ bận.tttt"
    with Dossier.create(path) as dossier, dossier.store.change("Nhập 5 bài viết"):
        for count in range(5):
            article = parsed("\n".join([f"Bài {count}", *LINES]), name=f"{count}.txt")
            proposals, at = [], len(f"Bài {count}") + 1
            for line in LINES:
                proposals.append(
                    Proposal(Span(at, at + len(line)), Kind.ACHIEVEMENT, 0.5, "cue", "«đạt»")
                )
                at += len(line) + 1
            noise = [Block(f"{views} lượt xem", "Lượt xem") for views in range(20)]
            article = replace(article, blocks=(*article.blocks, *noise))
            add_article(dossier.store, article, proposals)
    return path


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start a Python process; it is gone after the test."""
    started: list[subprocess.Popen[str]] = []

    def run(*arguments: object) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def killed_after(process: "subprocess.Popen[str]", seconds: float) -> list[str]:
    """What the process printed before it was killed, that long after its first line."""
    assert process.stdout is not None
    first = process.stdout.readline()
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    rest = process.stdout.read()
    timer.join()
    process.wait()
    return [line for line in (first + rest).split("\n")[:-1] if line]


def test_nothing_acknowledged_by_the_services_is_missing(
    busy: Path, start: Callable[..., "subprocess.Popen[str]"]
) -> None:
    rng = random.Random(2026)
    acknowledged = cut_off = 0
    for kill in itertools.count():
        if kill >= KILLS and cut_off and acknowledged > KILLS * 5:
            break
        assert kill < 5 * KILLS, (
            f"{cut_off} kills fell into a transaction, {acknowledged} acts said"
        )
        said = killed_after(start(__file__, busy, kill), rng.uniform(0.02, 0.4))
        acknowledged += len(said) - 1
        journal = busy.with_name(busy.name + "-journal")
        cut_off += journal.exists() and any(journal.read_bytes()[:8])
        with Dossier.open(busy) as dossier:
            assert dossier.recovered
            assert dossier.check() == []
            # Either all is as last acknowledged, or one decision more was saved and not yet told of.
            assert said[-1] in (fingerprint(dossier), *one_step_away(dossier))


def one_step_away(dossier: Dossier) -> Iterator[str]:
    """The fingerprints after taking the last decision back, and after making an undone one again."""
    for there, back in ((dossier.undo, dossier.redo), (dossier.redo, dossier.undo)):
        if there():
            yield fingerprint(dossier)
            back()


def fingerprint(dossier: Dossier) -> str:
    """A digest of all that the dossier says, without its history."""
    conn = dossier.store.conn
    tables = [
        row[0]
        for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        if not row[0].startswith(("sqlite_", "_", "revision", "source", "article_fts_"))
        and not row[0].startswith("annotation_fts_")
    ]
    digest = hashlib.sha256()
    for table in tables:
        for row in conn.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid"):
            digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def decide(dossier: Dossier, rng: random.Random, number: int) -> None:
    """Make one decision of any sort."""
    article = rng.choice(dossier.article_ids())
    page = dossier.page(article)
    act = rng.choice(["mark", "note", "accept", "remove", "restore", "undo", "redo"])
    if act == "mark":
        begin = rng.randrange(len(page.text) - 20)
        kind = rng.choice(list(Kind))
        review.annotate(dossier, article, Span(begin, begin + 20), kind, note=f"{number}")
    elif act == "note" and page.annotations:
        mark = rng.choice(page.annotations).id
        review.edit_annotation(dossier, mark, note=f"n{number}", statement="dài " * 900)
    elif act == "accept" and page.suggestions:
        review.accept(dossier, page.suggestions[0].id)
    elif act == "remove" and page.annotations:
        review.remove_annotation(dossier, rng.choice(page.annotations).id)
    elif act == "restore" and page.asides:
        review.restore_aside(dossier, page.asides[0].id)
    elif act == "undo":
        dossier.undo()
    elif act == "redo":
        dossier.redo()


def work(path: Path, seed: int) -> None:
    """Decide without end; after each commit print what the dossier says."""
    rng = random.Random(seed)
    hours = itertools.count()  # apart enough for no two edits to become one undo step

    def clock() -> datetime:
        return datetime(2026, 1, 5) + timedelta(minutes=next(hours))

    dossier = Dossier.open(path, clock=clock)
    for number in itertools.count():
        sys.stdout.write(fingerprint(dossier) + "\n")
        sys.stdout.flush()
        decide(dossier, rng, number)


def test_nothing_acknowledged_by_batch_is_missing(
    busy: Path, start: Callable[..., "subprocess.Popen[str]"]
) -> None:
    rng = random.Random(139)
    expected: dict[int, str] = {}
    number = 0
    for _ in range(KILLS):
        sent: list[tuple[int, str]] = []
        process = start("-m", "tttt_desktop", "batch", busy)
        feeder = threading.Thread(target=_feed, args=(process, rng.randrange(10**6), number, sent))
        feeder.start()
        answers = [json.loads(line) for line in killed_after(process, rng.uniform(0.0, 0.3))]
        feeder.join()
        assert all(answer["ok"] for answer in answers), answers[-1]
        for answer, (_, note) in zip(answers, sent, strict=False):
            if answer[
                "revision"
            ]:  # without its white space a passage may be one that is marked already
                expected[answer["annotation_id"]] = note
        number += len(sent)
        with Dossier.open(busy) as dossier:
            assert dossier.check() == []
            stored = {
                one.id: one.note
                for article_id in dossier.article_ids()
                for one in dossier.page(article_id).annotations
            }
            assert expected.items() <= stored.items()
            extra = stored.keys() - expected.keys()
            assert len(extra) <= 1  # committed, killed before it could say so
            expected.update({row_id: stored[row_id] for row_id in extra})
    assert len(expected) > KILLS


def _feed(
    process: "subprocess.Popen[str]", seed: int, number: int, sent: list[tuple[int, str]]
) -> None:
    """Write edits until the process is gone."""
    assert process.stdin is not None
    rng = random.Random(seed)
    try:
        while True:
            number += 1
            article_id, note = rng.randrange(1, 6), f"ghi chú {number}"
            start = (number * 7) % 2000
            edit = {
                "do": "annotate",
                "article_id": article_id,
                "start": start,
                "end": start + 5 + number // 2000,
                "label": rng.choice(["achievement", "shortcoming", "task"]),
                "note": note,
            }
            sent.append((number, note))
            process.stdin.write(json.dumps(edit) + "\n")
            process.stdin.flush()
    except (BrokenPipeError, ValueError):
        return


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
