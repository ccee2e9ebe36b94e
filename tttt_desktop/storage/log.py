"""What a revision keeps as JSON: for each row it touched, the row to go back to."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tttt_desktop.domain.stretches import stretches

Row = dict[str, Any]
Images = dict[tuple[str, int], Row | None]  # table and id -> the row; None: there was no such row

_encode = json.JSONEncoder(ensure_ascii=False).encode


def dump(images: Mapping[tuple[str, int], Row | None], articles: Collection[int]) -> str:
    """Images and the ids of the articles concerned; runs of new rows take one entry: an import has thousands."""
    rows: dict[str, list[str]] = {}
    absent: dict[str, list[int]] = {}
    for (table, row_id), image in images.items():
        if image is None:
            absent.setdefault(table, []).append(row_id)
        else:  # row by row: all of it at once would keep every other thread waiting
            rows.setdefault(table, []).append(f'"{row_id}": {_encode(image)}')
    for table, ids in absent.items():
        rows.setdefault(table, []).extend(f'"{key}": null' for key in _keys(ids))
    told = ", ".join(f'"{table}": {{{", ".join(said)}}}' for table, said in rows.items())
    return f'{{"articles": {_encode(sorted(articles))}, "rows": {{{told}}}}}'


def load(changes: str) -> tuple[Images, set[int]]:
    """What `dump` was given."""
    kept = json.loads(changes, object_hook=_same)
    images = {
        (table, row_id): image
        for table, rows in kept["rows"].items()
        for key, image in rows.items()
        for row_id in _ids(key)
    }
    return images, set(kept["articles"])


def _same(row: Row) -> Row:
    """For the reader of JSON: it comes back to Python at each row, where another thread may go on."""
    return row


def _keys(ids: list[int]) -> Iterator[str]:
    """ "7" for a single id, "7-9" for ids that follow one another."""
    for run in stretches(ids):
        yield str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"


def _ids(key: str) -> range:
    first, _, last = key.partition("-")
    return range(int(first), int(last or first) + 1)
