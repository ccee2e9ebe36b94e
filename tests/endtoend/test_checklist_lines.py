"""A16 in a real window, by keys alone: reorder, merge two, leave one out, reword; all kept, no quotation touched."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.services import consolidation, review
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def accepted(sample: Path) -> Path:
    """The sample articles with every suggestion accepted."""
    with Dossier.open(sample) as dossier:
        for article_id in dossier.article_ids():
            review.accept_all(dossier, article_id)
    return sample


def quotes(path: Path) -> list[tuple[int, bytes]]:
    """Every quotation byte for byte."""
    with Dossier.open(path, read_only=True) as dossier:
        rows = dossier.store.conn.execute("SELECT id, CAST(quote AS BLOB) FROM annotation")
        return sorted((row[0], bytes(row[1])) for row in rows)


def lines(path: Path) -> list[tuple[tuple[int, ...], str, bool]]:
    """The lines of the report as the file has them: annotations, wording, left out."""
    with Dossier.open(path, read_only=True) as dossier:
        found = consolidation.all_lines(dossier)
        return [(line.ids, line.wording, line.left_out) for line in found]


def test_order_merging_leaving_out_and_wording_are_kept(
    start: Callable[..., Any], accepted: Path
) -> None:
    before, said = lines(accepted), quotes(accepted)
    program = start(str(accepted))
    program.press("ctrl+2")
    program.screen.keep("A16-lines")
    program.press("alt+Down")  # the first line goes one place down
    program.press("Down", "shift+Down", "ctrl+g")  # the next two become one
    program.press("Down", "space")  # the one after them is left out
    program.press("Down", "F4")
    program.type("Viet lai dong nay")
    program.press("Return")
    program.screen.keep("A16-done")
    program.close()

    after = lines(accepted)
    assert quotes(accepted) == said
    assert [ids for ids, _, _ in after] != [ids for ids, _, _ in before]
    assert [len(ids) for ids, _, _ in after].count(2) == 1
    assert [left_out for _, _, left_out in after].count(True) == 1
    assert [text for _, text, _ in after].count("Viet lai dong nay") == 1

    program = start(str(accepted))
    program.press("ctrl+2")
    program.screen.keep("A16-again")
    program.press("ctrl+z", "ctrl+z")  # wording and leaving out, from before the program was closed
    program.close()
    undone = lines(accepted)
    assert not any(left_out or text == "Viet lai dong nay" for _, text, left_out in undone)
    assert quotes(accepted) == said
