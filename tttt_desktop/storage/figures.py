"""The figures of all marks, with what their articles say of the year."""

import sqlite3


def years(conn: sqlite3.Connection) -> dict[int, tuple[int | None, int | None]]:
    """For each article the year it looks back on, and the year it sets tasks for.

    Where only one is known the other is the year beside it; where none is, both are the year of publishing.
    """
    rows = conn.execute(
        "SELECT id, coalesce(review_year, plan_year - 1, published),"
        " coalesce(plan_year, review_year + 1, published) FROM (SELECT id, review_year, plan_year,"
        " CAST(substr(published_on, 1, 4) AS INTEGER) AS published FROM article)"
    )
    return {row[0]: (row[1], row[2]) for row in rows}
