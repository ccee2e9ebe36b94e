"""Theo dõi nhiệm vụ with 5,000 tasks of one year, in the window: opened, a status of one and of all changed, one step."""

import shutil
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench import data
from bench.calm import held
from bench.windows import Heartbeat, until_painted
from tttt_desktop.domain.records import Kind, Proposal, Task
from tttt_desktop.services import imports, review
from tttt_desktop.services.dossier import Dossier

COUNT, EACH = 5_000, 20


def make_dossier(path: Path) -> None:
    """5,000 tasks in 250 articles, all of the plan of 2023."""
    with Dossier.create(path) as dossier:
        for article_id in imports.store(dossier, map(_reading, range(COUNT // EACH))).article_ids:
            review.accept_all(dossier, article_id)


def _reading(number: int) -> imports.Reading:
    article = replace(data.parsed(number, 3000), review_year=2022, plan_year=2023)
    task = Task(
        assigner=f"Giám đốc Sở {number % 40}", lead="Phòng Viễn thông", deadline_text="quý II"
    )
    proposals = tuple(
        Proposal(span, Kind.TASK, 1.0, "bench", "", "Viễn thông", task=task)
        for span in data.pieces(article.text, EACH)
    )
    return imports.Reading(path=article.name, article=article, proposals=proposals)


def tasks_in_window(folder: Path) -> dict[str, float]:
    """Seconds until each is painted."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.following.view import FollowingView
    from tttt_desktop.ui.open_dossier import OpenDossier
    from tttt_desktop.ui.settings import Settings
    from tttt_desktop.ui.workplace import Workplace

    app = make_application()
    window = QWidget()
    window.resize(1366, 700)
    window.show()
    place = Workplace(window, Settings())
    view = FollowingView(place)
    view.resize(1366, 660)
    copy = folder / "changed.tttt"
    shutil.copy(folder / "tasks.tttt", copy)
    with Dossier.open(copy) as dossier:
        view.set_dossier(OpenDossier(dossier))
        paper = view.page.table.viewport()
        tasks = view.page.table.model_of_tasks
        heartbeat = Heartbeat()
        first = until_painted(paper, view.show, lambda: len(tasks.rows) == COUNT)
        app.processEvents()
        turn = heartbeat.work
        place.jobs.stop_all()
        view.focus_work()
        app.processEvents()
        acts, steps = [], []
        for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1) * 2:
            acts.append(until_painted(paper, lambda key=key: QTest.keyClick(view.page.table, key)))  # type: ignore[misc]
            steps.append(
                until_painted(paper, lambda: QTest.keyClick(view.page.table, Qt.Key.Key_Down))
            )
        view.page.table.selectAll()
        every = held(lambda: QTest.keyClick(view.page.table, Qt.Key.Key_2))
        undone = held(lambda: view.acts.held.run(Dossier.undo))  # type: ignore[union-attr]
        place.jobs.stop_all()
        view.close()
    copy.unlink()
    return {
        "tasks": first,
        "tasks_turn": turn,
        "task_act": median(acts),
        "task_step": median(steps),
        "task_all": every,
        "task_all_undone": undone,
    }
