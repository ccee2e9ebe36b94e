"""What is copied: the same words as plain text and as HTML in which nothing imported is a tag."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.clipboard import Cited, copy_cited, copy_table, quoted

HOSTILE = '<img src="x" onerror=alert(1)> & "b"\n<script>'


def copied() -> tuple[str, str]:
    mime = QGuiApplication.clipboard().mimeData()
    return mime.text(), mime.html()


def test_one_quotation_stands_with_its_source(qtbot: QtBot) -> None:
    copy_cited([Cited(quoted("Đạt 9/17 chỉ tiêu."), ("Báo Mẫu, 06/01/2023",))])
    text, html = copied()
    assert text == "«Đạt 9/17 chỉ tiêu.» (Báo Mẫu, 06/01/2023)"
    assert "<i>(Báo Mẫu, 06/01/2023)</i>" in html


def test_several_stand_in_lines_under_their_headings(qtbot: QtBot) -> None:
    copy_cited([Cited("a", ("x", "y"), "Bài 1"), Cited("b", (), "Bài 1"), Cited("c", (), "Bài 2")])
    text, html = copied()
    assert text.split("\n") == ["Bài 1", "- a (x; y)", "- b", "Bài 2", "- c"]
    assert html.count("<b>") == 2


@pytest.mark.parametrize("text", [HOSTILE, "</td></table>", "\u202e&#60;"])
def test_imported_text_is_never_a_tag(qtbot: QtBot, text: str) -> None:
    copy_cited([Cited(text, (text,), text)])
    assert "<img" not in copied()[1]
    assert "<script" not in copied()[1]
    copy_table(["Cột"], [[text]])
    said, html = copied()
    assert "<img" not in html
    assert html.count("</table>") == html.count("</td>") == 1
    assert said == "Cột\n" + " ".join(text.split())


def test_a_table_has_its_head_and_a_tab_between_cells(qtbot: QtBot) -> None:
    copy_table(["Chỉ tiêu", "Giá trị"], [["Doanh\nthu", "742,67"], ["Thôn", "31"]])
    text, html = copied()
    assert text == "Chỉ tiêu\tGiá trị\nDoanh thu\t742,67\nThôn\t31"
    assert html.count("<tr>") == 3


def test_nothing_chosen_copies_nothing_over_what_was_copied(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("cũ")
    copy_cited([])
    assert QGuiApplication.clipboard().text() == "cũ"
