"""Tasks followed in the year after: what is written for it, inside an open change."""

from collections.abc import Collection, Mapping

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.storage import evidence
from tttt_desktop.storage.store import Store
from tttt_desktop.storage.tasks import task_of


def carry(
    store: Store, going: Mapping[int, FollowedTask], year: int, later: Collection[int]
) -> None:
    """Follow tasks, by the ids of their forms, in the year after `year` with the status they have.

    Where accepted evidence of one is of `later`, the annotations of the tasks that year sets, that one continues it.
    """
    values: dict[int, dict[str, object]] = {}
    for task_id, row in going.items():
        follower = _follower(store, row, later)
        if follower is not None:
            store.update("task", follower, {"carried_from_task_id": task_id})
        else:
            values[task_id] = {"status": row.status.value, "origin": evidence.NOBODY}
    evidence.note_all(store, values, year + 1, anew=True)


def _follower(store: Store, row: FollowedTask, later: Collection[int]) -> int | None:
    """The form of the task that sets this one again."""
    marks = (task_of(store.conn, mark.id) for mark in row.evidence if mark.id in later)
    return next((one for one in marks if one is not None), None)


def take_back(store: Store, task_id: int, row: FollowedTask) -> None:
    """Do not follow a task in `row.year` any more, to which it was carried over, with all that was noted for it."""
    if row.assigned == row.year:
        store.update("task", task_id, {"carried_from_task_id": None})
        return
    for table in ("evidence", "follow_up"):
        for row_id, year in evidence.years(store, table, task_id).items():
            if year == row.year:
                store.remove(table, row_id)
