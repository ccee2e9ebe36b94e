"""Good files cut off or with bytes changed at any place: text or one sentence, and no other end."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from odd import archives, doc, docx, html, mail, odt, rtf

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.read import opened, read_bytes

GOOD = tuple(kind.CASES[0].make() for kind in (archives, doc, docx, html, mail, odt, rtf))
SENTENCES = re.compile(r"[A-ZĐÔ“][^\n]{5,150}\. [A-ZĐÔ][^\n]{5,120}\.")
places = st.floats(0, 1, exclude_max=True)


def end_of(data: bytes) -> str:
    """The text that a file and those in it end in, or why it was refused."""
    try:
        container = opened(data)
        if container is None:
            return read_bytes("tệp", data).text
        inner = [container.read(at) for at in range(len(container.names))]
        return "\n".join(read_bytes("tệp", one).text for one in inner)
    except FileRefused as refusal:
        said = str(refusal)
    assert SENTENCES.fullmatch(said), said
    return said


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(GOOD), places)
def test_a_file_that_is_cut_off(data: bytes, place: float) -> None:
    assert end_of(data[: int(place * len(data))])


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(GOOD), st.lists(st.tuples(places, st.integers(0, 255)), max_size=12))
def test_a_file_with_other_bytes(data: bytes, changes: list[tuple[float, int]]) -> None:
    changed = bytearray(data)
    for place, byte in changes:
        changed[int(place * len(data))] = byte
    assert end_of(bytes(changed))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(GOOD), st.sampled_from(GOOD))
def test_two_files_in_one(one: bytes, other: bytes) -> None:
    assert end_of(one + other)
