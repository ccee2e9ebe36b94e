"""Many questions to one or two child processes, each with questions sent ahead; what a child dies over costs itself."""

import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Generic, NamedTuple, Protocol, TypeVar

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.services.worker import wire
from tttt_desktop.services.worker.reader import Reader, give_back, take

_MANY = 20  # questions from which a second child pays
_AHEAD = 32  # questions a child may have waiting,
_BYTES_AHEAD = 1024 * 1024  # unless they are this large together
_FEW = _AHEAD // 2  # from which it is sent more, all at once: each waking of a thread costs
_PATIENCE = 0.05  # seconds between two looks at whether a child is late
_GATHERING = 0.01  # seconds in which more may come
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Job(Protocol[R_co]):
    """Something to be asked of a child. All is called in a thread of the pool; what is returned is finished."""

    @property
    def left(self) -> int:
        """How many results are still to come, as far as is known."""

    def question(self) -> wire.Question:
        """What to ask, also again after `refuse`. Errors: FileRefused when there is nothing to ask."""

    def take(self, answer: wire.Answer) -> Sequence[R_co]:
        """The results of an answer. Errors: NoAnswer for nonsense."""

    def refuse(self, refusal: FileRefused) -> Sequence[R_co]:
        """There is no answer; when anything is left then, the question is asked again."""


class Came(NamedTuple, Generic[R]):
    """What came of job `number`, and how many results of it are still to come."""

    number: int
    results: Sequence[R]
    left: int


class _Asked(NamedTuple, Generic[R]):
    number: int
    job: Job[R]
    question: wire.Question
    twice: bool = False  # another child died over it before


class Pool(Generic[R]):
    """The children at work on `jobs`. Errors, from any method: UserError when no child can be started."""

    def __init__(self, jobs: Sequence[Job[R]]) -> None:
        self._waiting: SimpleQueue[tuple[int, Job[R]]] = SimpleQueue()
        for numbered in enumerate(jobs):
            self._waiting.put(numbered)
        self._left = len(jobs)
        self._done: SimpleQueue[Came[R]] = SimpleQueue()
        two = len(jobs) > _MANY and (os.cpu_count() or 1) > 1
        self._readers = [take() for _ in range(1 + two)]
        self._threads = ThreadPoolExecutor(len(self._readers))
        turn = Lock()
        self._working: list[Future[None]] = [
            self._threads.submit(_Asker(reader, self._waiting, self._done, turn).work)
            for reader in self._readers
        ]

    def came(self) -> Iterator[list[Came[R]]]:
        """What has come, at least every 60 ms, until all has; an empty list when nothing has."""
        while self._left:
            for reader, thread in zip(self._readers, self._working, strict=True):
                reader.stop_if_late()
                if thread.done():
                    thread.result()  # raises what ended it
            some = list(self._ready())
            self._left -= sum(not one.left for one in some)
            yield some

    def _ready(self) -> Iterator[Came[R]]:
        try:
            yield self._done.get(timeout=_PATIENCE)
            time.sleep(_GATHERING)
            while True:
                yield self._done.get_nowait()
        except Empty:
            return

    def stop(self) -> None:
        """Let nobody take another job and end what is being done; a folder on a dead network is not waited for."""
        with suppress(Empty):
            while True:
                self._waiting.get_nowait()
        for _ in range(10):
            if not wait(self._working, timeout=0.05).not_done:
                break
            for reader in self._readers:
                reader.stop()
        self._threads.shutdown(wait=False)


class _Asker(Generic[R]):
    """One thread with its child. What needs the interpreter is done by one of them at a time: the window waits for it, too."""

    def __init__(
        self,
        reader: Reader,
        waiting: SimpleQueue[tuple[int, Job[R]]],
        done: SimpleQueue[Came[R]],
        turn: Lock,
    ) -> None:
        self._reader = reader
        self._waiting = waiting
        self._done = done
        self._turn = turn
        self._asked: deque[_Asked[R]] = deque()

    def work(self) -> None:
        """Ask until nothing waits any more. Errors: UserError when no child can be started."""
        try:
            while True:
                if len(self._asked) <= _FEW:
                    self._send_ahead()
                if not self._asked:
                    give_back(self._reader)
                    return
                self._take_answer()
        except BaseException:
            self._reader.end()
            raise

    def _send_ahead(self) -> None:
        fresh: list[wire.Question] = []
        size = sum(len(one.question.data) for one in self._asked)
        with suppress(Empty):
            while len(self._asked) < _AHEAD and size < _BYTES_AHEAD:
                number, job = self._waiting.get_nowait()
                try:
                    with self._turn:
                        question = job.question()
                except FileRefused as refusal:
                    self._done.put(Came(number, job.refuse(refusal), 0))
                    continue
                self._asked.append(_Asked(number, job, question))
                fresh.append(question)
                size += len(question.data)
        self._reader.send(fresh)

    def _take_answer(self) -> None:
        first = self._asked.popleft()
        job, used = first.job, self._reader.answers > 0
        try:
            answer = self._reader.receive()
            with self._turn:
                results = job.take(answer)
        except wire.NoAnswer as refusal:
            self._reader.end()
            # A child that had much to do before may have died of that: the next one starts with it.
            retry = used and not first.twice and not isinstance(refusal, wire.Late)
            results = [] if retry else job.refuse(refusal)
            if job.left:
                first = first._replace(question=job.question(), twice=retry)
                self._asked.appendleft(first)
            self._reader.send([one.question for one in self._asked])
        else:
            if job.left:
                self._asked.appendleft(first)
        self._done.put(Came(first.number, results, job.left))
