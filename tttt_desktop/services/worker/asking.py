"""One question to the child process, with its limits of time and memory."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from tttt_desktop.domain.errors import Cancelled, FileRefused
from tttt_desktop.services.worker import wire
from tttt_desktop.services.worker.pool import Pool

T = TypeVar("T")
Understand = Callable[[dict[str, Any], bytes], T]


def ask(
    question: wire.Question,
    understand: Understand[T],
    cancelled: Callable[[], bool] = lambda: False,
) -> T:
    """The answer, as `understand` takes it from the JSON values and the bytes behind them; any thread may wait for it.

    `understand` raises NoAnswer for values that make no sense: the child has met hostile bytes. Errors: FileRefused
    (NoAnswer and Late are such) as the child says, UserError when it cannot be started, Cancelled.
    """
    pool: Pool[T | FileRefused] = Pool([_Job(question, understand)])
    results: list[T | FileRefused] = []
    try:
        for some in pool.came():
            results += [one for came in some for one in came.results]
            if cancelled():
                raise Cancelled
    finally:
        pool.stop()
    if isinstance(results[0], FileRefused):
        raise results[0]
    return results[0]


class _Job(Generic[T]):
    """The one question."""

    def __init__(self, question: wire.Question, understand: Understand[T]) -> None:
        self._question, self._understand = question, understand
        self.left = 1

    def question(self) -> wire.Question:
        """As given."""
        return self._question

    def take(self, answer: wire.Answer) -> Sequence[T | FileRefused]:
        """What came of it."""
        try:
            found = self._understand(wire.unpacked(answer.body), answer.raw)
        except wire.NoAnswer:
            raise
        except FileRefused as refusal:
            return self.refuse(refusal)
        self.left = 0
        return [found]

    def refuse(self, refusal: FileRefused) -> Sequence[T | FileRefused]:
        """Why nothing came of it."""
        self.left = 0
        return [refusal]
