"""The usual style of a report, and a wording mended in it."""

from collections.abc import Callable

import pytest

from tttt_desktop.proofing.check import check, mended
from tttt_desktop.proofing.finding import Finding, Style


@pytest.fixture
def style() -> Style:
    """As most reports write: "hòa", "100%", “ ”, " - "."""
    return Style(new_tones=False, percent_apart=False, curly=True, dash="-")


@pytest.fixture
def look(style: Style) -> Callable[[str], tuple[Finding, ...]]:
    """What is found in a wording."""
    return lambda text: check(text, style)


@pytest.fixture
def mend(look: Callable[[str], tuple[Finding, ...]]) -> Callable[[str], str]:
    """A wording with everything mended."""
    return lambda text: mended(text, look)[0]
