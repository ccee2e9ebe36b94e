"""What a child answers: single normalised lines are taken as they are, anything else is refused, however it is written."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.text import normalise
from tttt_desktop.services.worker import wire


def test_lines_with_quotes_and_backslashes_come_through() -> None:
    values = {"lines": ['Nói: "Được"', "C:\\bài\\mới", "“…”"], "số": 3, "không": None}
    assert wire.unpacked(wire.packed(values)) == values


@pytest.mark.parametrize(
    "text",
    [
        "hai\ndòng",
        "tab\tở giữa",
        "zero\u200bwidth",
        "\u202ealo",
        unicodedata.normalize("NFD", "mới"),
    ],
)
@pytest.mark.parametrize("plain", [True, False])
def test_other_texts_are_refused(text: str, plain: bool) -> None:
    for values in ({"line": text}, {text: 1}, {"lines": [["được", text]]}):
        body = json.dumps(values, ensure_ascii=not plain).encode()
        with pytest.raises(wire.NoAnswer):
            wire.unpacked(body)


@given(st.lists(st.text()))
def test_what_comes_through_is_normalised(lines: list[str]) -> None:
    body = json.dumps({"lines": lines}).encode("ascii")
    if any("\n" in line or normalise(line) != line for line in lines):
        with pytest.raises(wire.NoAnswer):
            wire.unpacked(body)
    else:
        assert wire.unpacked(body) == {"lines": lines}
