"""Text cut into lines that fit."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.text_lines import elided_lines, is_cut

LONG = "tiếp tục làm tốt công tác tham mưu về xây dựng cơ chế, chính sách phát triển của ngành"


@given(st.text(alphabet="ạbữ 🙂\n\u2028-", max_size=80), st.integers(20, 300), st.integers(1, 3))
def test_lines_fit_and_lose_nothing_unless_they_say_so(
    qapp: QApplication, text: str, width: int, lines: int
) -> None:
    found = elided_lines(text, theme.ui_font(13), width, lines)
    assert len(found) <= lines
    if not found or not found[-1].endswith("…"):
        assert not is_cut(text, found)


def test_lines_break_at_words(qapp: QApplication) -> None:
    font = theme.ui_font(13)
    first, second = elided_lines(LONG, font, 200, 2)
    assert LONG.startswith(first + " ")
    assert second.endswith("…")
    assert is_cut(LONG, (first, second))
    assert elided_lines("  \n ", font, 280, 2) == ()
