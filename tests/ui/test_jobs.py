from collections.abc import Callable, Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import Cancelled
from tttt_desktop.ui.jobs import Jobs, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop_all()


def test_work_runs_beside_the_window_and_its_result_comes_back(jobs: Jobs, qtbot: QtBot) -> None:
    def work(progress: Progress, _cancelled: Callable[[], bool]) -> object:
        progress(1, 2, "bài.txt")
        return current_thread() is main_thread()

    seen: list[tuple[int, int, str]] = []
    job = jobs.start(work)
    job.progressed.connect(lambda *args: seen.append(args))
    with qtbot.waitSignal(job.finished) as done:
        pass
    assert done.args == [False]
    assert seen == [(1, 2, "bài.txt")]
    qtbot.waitUntil(lambda: not jobs.busy)


def test_stopping_is_seen_by_the_work(jobs: Jobs, qtbot: QtBot) -> None:
    started = Event()

    def work(_progress: Progress, cancelled: Callable[[], bool]) -> object:
        started.set()
        while not cancelled():
            pass
        raise Cancelled

    job = jobs.start(work)
    qtbot.waitUntil(started.is_set)
    with qtbot.waitSignal(job.cancelled):
        job.stop()


def test_a_failure_is_handed_over_and_the_next_job_runs(jobs: Jobs, qtbot: QtBot) -> None:
    def broken(_progress: Progress, _cancelled: Callable[[], bool]) -> object:
        raise RuntimeError("x")

    job = jobs.start(broken)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert isinstance(failed.args[0], RuntimeError)
    following = jobs.start(lambda _progress, _cancelled: 7)
    with qtbot.waitSignal(following.finished) as done:
        pass
    assert done.args == [7]


def test_no_result_is_ever_lost(jobs: Jobs, qtbot: QtBot) -> None:
    came: list[object] = []

    def start(number: int) -> None:
        job = jobs.start(lambda _progress, _cancelled: number)
        job.finished.connect(came.append)

    for number in range(500):
        start(number)
    qtbot.waitUntil(lambda: len(came) == 500, timeout=20_000)
    assert came == list(range(500))


def test_jobs_that_are_left_end_by_themselves(qtbot: QtBot) -> None:
    begun, may_end, told = Event(), Event(), list[object]()
    owner = QObject()
    jobs = Jobs(owner)

    def work(_progress: Progress, cancelled: Callable[[], bool]) -> object:
        begun.set()
        may_end.wait(5)
        return cancelled()

    jobs.start(work).finished.connect(told.append)
    qtbot.waitUntil(begun.is_set)
    jobs.leave()
    del owner
    with qtbot.waitSignal(jobs.destroyed):
        may_end.set()
    assert told == [True]
