"""Code points and UTF-16 units name the same places."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from tttt_desktop.domain.text import normalise
from tttt_desktop.ui.editor.positions import Positions, shown

TEXTS = st.text(st.sampled_from("aữ\n 𝒳😀\ufdd0\ufffc\u2028đ") | st.characters(codec="utf-8"))


@given(TEXTS, st.data())
def test_every_place_goes_to_qt_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    positions = Positions(text)
    there = positions.to_qt(offset)
    assert there == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert positions.to_text(there) == offset


@given(TEXTS)
def test_the_middle_of_a_pair_is_before_its_character(text: str) -> None:
    positions = Positions(text)
    for offset, character in enumerate(text):
        if character > "\uffff":
            assert positions.to_text(positions.to_qt(offset) + 1) == offset


@given(TEXTS.map(normalise))
def test_what_is_shown_has_the_places_of_the_text(text: str) -> None:
    document = QTextDocument()
    QTextCursor(document).insertText(shown(text))
    assert document.characterCount() - 1 == Positions(text).to_qt(len(text))
    assert document.blockCount() == text.count("\n") + 1
