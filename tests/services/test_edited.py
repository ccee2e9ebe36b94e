"""What the child sends of a report that came back: as it read it, or refused."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.edited import Edited, Mark, Paragraph
from tttt_desktop.services import edited
from tttt_desktop.services.worker import wire

LINES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=20)
MARKS = st.builds(Mark, LINES, st.integers(0, 99), st.integers(0, 99))
CAME = st.builds(
    Edited,
    st.lists(
        st.builds(
            Paragraph,
            LINES,
            st.lists(MARKS, max_size=2).map(tuple),
            st.lists(LINES, max_size=2).map(tuple),
            st.integers(0, 3),
            st.integers(0, 9),
            st.lists(LINES, max_size=3).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
    LINES,
    st.booleans(),
    st.integers(0, 9),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(CAME)
def test_what_was_read_arrives(came: Edited) -> None:
    assert edited.unpack(edited.pack(came)) == came


@given(VALUES, VALUES)
def test_nonsense_is_no_answer(rows: Any, number: Any) -> None:
    values = {"paragraphs": rows, "number": number, "revised": False, "comments": 0}
    try:
        came = edited.unpack(values)
    except wire.NoAnswer:
        return
    assert all(isinstance(one.text, str) for one in came.paragraphs)


@pytest.mark.parametrize("lock", ["~$Báo cáo.docx", "~$o cáo.docx", ".~lock.Báo cáo.docx#"])
def test_the_lock_of_a_word_processor_is_seen(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "Báo cáo.docx"
    assert not edited.open_in_word(path)
    (tmp_path / lock).touch()
    assert edited.open_in_word(path)
