"""What a row says, and where what was found lies in it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from tttt_desktop.domain.records import Hit, Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.delegate import meta_line, short_date, title_lines
from tttt_desktop.ui.articles.found import fit, pieces, title_marks

if TYPE_CHECKING:
    from .conftest import Shelf


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetricsF:
    return QFontMetricsF(theme.ui_font(12))


def test_the_year_is_left_out_under_its_own_header() -> None:
    assert short_date(date(2023, 1, 6), 2023) == "06/01"
    assert short_date(date(2022, 12, 28), 2023) == "28/12/2022"
    assert short_date(date(2022, 12, 28), None) == "28/12/2022"


def test_first_the_century_then_the_province_gives_way(
    shelf: "Shelf", metrics: QFontMetricsF
) -> None:
    row = shelf.rows[13]
    whole = metrics.horizontalAdvance("Đắk Nông · 28/12/2022")
    assert meta_line(row, whole, metrics) == "Đắk Nông · 28/12/2022"
    assert meta_line(row, whole - 1, metrics) == "Đắk Nông · 28/12/22"
    narrow = meta_line(row, metrics.horizontalAdvance("Đắk Nông · 28/12/22") - 1, metrics)
    assert narrow.endswith("… · 28/12/22")
    assert meta_line(shelf.rows[31], 100, metrics) == ""
    assert meta_line(replace(row, province=""), 200, metrics) == "28/12/2022"


def test_a_long_title_stands_on_two_lines_and_says_that_it_goes_on(
    shelf: "Shelf", qapp: QApplication
) -> None:
    row = replace(shelf.rows[11], title="Sở Thông tin và Truyền thông triển khai nhiệm vụ " * 4)
    lines = title_lines(row, 286)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert title_lines(replace(row, title="Ngắn"), 286) == ("Ngắn",)


def test_a_snippet_falls_into_pieces_without_losing_a_character() -> None:
    hit = Hit(1, "", "ban hành tờ trình về\ntờ trình", (Span(21, 29), Span(9, 17)))
    assert pieces(hit) == [
        ("ban hành ", False),
        ("tờ trình", True),
        (" về ", False),
        ("tờ trình", True),
    ]
    assert pieces(Hit(1, "", "không có gì")) == [("không có gì", False)]


def test_what_was_found_is_brought_into_sight(metrics: QFontMetricsF) -> None:
    text = "Phó Chủ tịch tỉnh đề nghị Sở ban hành tờ trình về chuyển đổi số"
    at = text.index("tờ trình")
    hit = Hit(1, "", text, (Span(at, at + 8),))
    shown = fit(hit, 200, metrics)
    assert shown.snippet.startswith("…")
    assert shown.snippet.endswith(text[at:])
    assert shown.marks[0].of(shown.snippet) == "tờ trình"
    before = shown.snippet[: shown.marks[0].stop]
    assert metrics.horizontalAdvance(before) <= 0.6 * 200
    assert fit(hit, 2000, metrics) == hit


def test_marks_in_a_title_follow_its_lines() -> None:
    title = "Triển khai nhiệm vụ thông tin và truyền thông năm 2023"
    lines = ("Triển khai nhiệm vụ thông tin và", "truyền thông…")
    at = title.index("và truyền")
    first, second = title_marks(title, lines, [Span(at, at + 9)])
    assert [mark.of(lines[0]) for mark in first] == ["và"]
    assert [mark.of(lines[1]) for mark in second] == ["truyền"]
