"""Tasks held against what was told later: 500 of them against 5,000 marks, all of one province, which is the hardest."""

import time
import tomllib
from pathlib import Path

from tttt_desktop.domain.following import Evidence, FollowedTask
from tttt_desktop.domain.matching import Candidate, find
from tttt_desktop.domain.records import Kind
from tttt_desktop.domain.runs import runs_of

_TASKS = 500
_PAIRS = Path(__file__).resolve().parents[1] / "tests" / "data" / "following" / "held.toml"


def figure(folder: Path) -> dict[str, float]:
    """CPU and memory of the search, with reading the words alone as its limit; how the pairs kept apart are told."""
    from bench.figures import peak

    tasks, candidates = _read(folder / "marked.tttt")
    began = time.process_time()
    for one in candidates:
        runs_of(one.evidence.quote)
    read = time.process_time() - began
    began = time.process_time()
    find(tasks, candidates)
    seconds = time.process_time() - began
    missed, wrong = _told()
    return {
        "following": seconds,
        "following_read": read,
        "following_mb": peak(),
        "following_missed": missed,
        "following_wrong": wrong,
    }


def _read(path: Path) -> tuple[list[FollowedTask], list[Candidate]]:
    """500 tasks of all years, spread evenly, and all marks, as if all were of one year and one province."""
    from tttt_desktop.services import following
    from tttt_desktop.services.dossier import Dossier
    from tttt_desktop.storage import following as storage

    with Dossier.open(path, read_only=True) as dossier:
        years = [year for year, _ in following.years(dossier)]
        rows = [row for year in years for row in following.rows(dossier, year)]
        told = [
            one
            for year in range(min(years) - 2, max(years) + 2)
            for one in storage.told(dossier.store.conn, year, year)()
        ]
    step = len(rows) // _TASKS
    tasks = [row._replace(province="", published_on=None) for row in rows[: step * _TASKS : step]]
    return tasks, told


def _told() -> tuple[float, float]:
    """The shares of the true pairs that are not proposed, and of the proposals that are not true."""
    found = true = hits = 0
    for place in tomllib.loads(_PAIRS.read_text("utf-8"))["province"]:
        tasks = {
            at: FollowedTask(
                at, 1, 0, one["text"], 2022, 2022, field=one["field"], lead=one["lead"]
            )
            for at, one in enumerate(place["tasks"], 1)
        }
        keys = dict(zip(tasks, (one["key"] for one in place["tasks"]), strict=True))
        marks = dict(enumerate(place["marks"], 1000))
        told = [
            Candidate(Evidence(at, 2, Kind(one["kind"]), one["text"]), one["field"])
            for at, one in marks.items()
        ]
        for task, matches in find(list(tasks.values()), told).items():
            found += len(matches)
            hits += sum(keys[task] in marks[match.evidence.id]["of"] for match in matches)
        true += sum(len(one["of"]) for one in marks.values())
    return 1 - hits / true, 1 - hits / found
