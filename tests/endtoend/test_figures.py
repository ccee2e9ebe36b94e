"""Số liệu in a real window, by keys alone: a value is corrected, renamed, undone; Enter goes to the sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.services import figures, review
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def accepted(sample: Path) -> Path:
    """The sample articles with every suggestion accepted."""
    with Dossier.open(sample) as dossier:
        for article_id in dossier.article_ids():
            review.accept_all(dossier, article_id)
    return sample


def told(path: Path) -> list[tuple[str, str, str]]:
    """Indicator, figure as it is kept, sentence."""
    with Dossier.open(path, read_only=True) as dossier:
        return [
            (one.figure.indicator, one.figure.as_printed, one.passage.quote)
            for one in figures.read(dossier)
        ]


def test_figures_are_corrected_and_the_sentences_stay(
    start: Callable[..., Any], accepted: Path
) -> None:
    before = told(accepted)
    program = start(str(accepted))
    program.press("ctrl+4")
    program.screen.keep("figures")
    program.press("Right", "F2")  # the value of the first figure
    program.type("12,5 nghin ty dong")
    program.press("Return")
    program.press("Left", "Down", "shift+Down", "F2")  # two indicators at once
    program.type("Chi tieu chung")
    program.press("Return")
    program.screen.keep("figures-corrected")
    program.press("Down", "F2")
    program.type("Khong giu")
    program.press("Return", "ctrl+z")
    program.close()

    after = told(accepted)
    assert [quote for _, _, quote in after] == [quote for _, _, quote in before]
    assert after[0][1] == "12,5 nghìn tỷ đồng"
    assert [name for name, _, _ in after].count("Chi tieu chung") == 2
    assert "Khong giu" not in [name for name, _, _ in after]
