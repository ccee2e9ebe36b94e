"""Soát câu chữ in a real window, by keys alone: mended one by one, let stand, taken back; no quotation touched."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.services import proofing, review
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
WORDINGS = ("Đã sử lý  xong.", "Còn trậm trễ ,chưa đều.", "Toàn ngành nổ lực.")


@pytest.fixture
def worded(sample: Path) -> Path:
    """The sample articles with three wordings of the person's."""
    with Dossier.open(sample) as dossier:
        (article, *_) = dossier.article_ids()
        review.accept_all(dossier, article)
        marks = dossier.page(article).annotations
        for mark, wording in zip(marks, WORDINGS, strict=False):
            review.edit_annotation(dossier, mark.id, statement=wording)
    return sample


def statements(path: Path) -> list[str]:
    with Dossier.open(path, read_only=True) as dossier:
        rows = dossier.store.conn.execute(
            "SELECT statement FROM annotation WHERE statement <> '' ORDER BY start"
        )
        return [row[0] for row in rows]


def quotes(path: Path) -> list[bytes]:
    """Every quotation byte for byte."""
    with Dossier.open(path, read_only=True) as dossier:
        rows = dossier.store.conn.execute("SELECT CAST(quote AS BLOB) FROM annotation ORDER BY id")
        return [bytes(row[0]) for row in rows]


def test_wordings_are_mended_by_keys(start: Callable[..., Any], worded: Path) -> None:
    said = quotes(worded)
    program = start(str(worded))
    program.open("Soát câu chữ", "F8")
    program.screen.keep("wording")
    program.press("Return", "Return")  # sử lý, two blanks
    program.press("space")  # trậm trễ: later
    program.press("Return")  # the blank before the comma
    program.press("Delete")  # nổ lực stands
    program.press("ctrl+z")  # or rather not
    program.screen.keep("wording-mended")
    program.press("Escape")
    program.close()

    assert statements(worded) == ["Đã xử lý xong.", "Còn trậm trễ, chưa đều.", "Toàn ngành nổ lực."]
    assert quotes(worded) == said
    with Dossier.open(worded, read_only=True) as dossier:
        assert [one.wrong for one in proofing.findings(dossier)] == ["trậm trễ", "nổ lực"]
