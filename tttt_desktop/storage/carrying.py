"""Tasks followed in the year after: what is written for it, inside an open change."""

from collections.abc import Collection

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.storage import evidence
from tttt_desktop.storage.store import Store
from tttt_desktop.storage.tasks import task_of


def carry(store: Store, task_id: int, row: FollowedTask, later: Collection[int]) -> None:
    """Follow a task in the year after `row.year` with the status it has.

    Where accepted evidence of it is one of `later`, the annotations of the tasks that year sets, that one continues it.
    """
    for mark in row.evidence:
        follower = task_of(store.conn, mark.id) if mark.id in later else None
        if follower is not None:
            store.update("task", follower, {"carried_from_task_id": task_id})
            return
    values = {"status": row.status.value, "origin": evidence.NOBODY}
    evidence.note(store, task_id, row.year + 1, values, anew=True)


def take_back(store: Store, task_id: int, row: FollowedTask) -> None:
    """Do not follow a task in `row.year` any more, to which it was carried over, with all that was noted for it."""
    if row.assigned == row.year:
        store.update("task", task_id, {"carried_from_task_id": None})
        return
    for table in ("evidence", "follow_up"):
        for row_id, year in evidence.years(store, table, task_id).items():
            if year == row.year:
                store.remove(table, row_id)
