"""A folder of hundreds and of tens of thousands of files: the window answers, "Dừng" stops within a second."""

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.review.dialog import ImportReview

TEXT = """Sở số {number} tổng kết công tác năm 2022
06/01/2023
Ngày 4/1, Sở số {number} tổ chức hội nghị tổng kết. {words}
"""


def write_files(folder: Path, count: int) -> None:
    """Articles that differ, and among them a broken file."""
    folder.mkdir()
    for number in range(count):
        words = " ".join(str(number * 1_000 + place) for place in range(60))
        text = TEXT.format(number=number, words=words)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    (folder / "000007.docx").write_bytes(b"PK\x03\x04 broken")


def button_of(review: ImportReview, text: str) -> QPushButton:
    return next(one for one in review.findChildren(QPushButton) if one.text() == text)


@pytest.mark.slow
@pytest.mark.parametrize("count", [300, 5_000, 50_000])
def test_stop_keeps_what_is_finished_and_comes_within_a_second(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, count: int
) -> None:
    write_files(tmp_path / "bài", count)
    window.imports.start([tmp_path / "bài"])
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportReview)), timeout=20_000)
    (review,) = window.findChildren(ImportReview)
    qtbot.waitUntil(lambda: review.model.rowCount() > 20, timeout=20_000)
    began = perf_counter()
    qtbot.mouseClick(button_of(review, "Dừng"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not review.reading, timeout=5_000)
    took = perf_counter() - began
    kept = review.model.tally()
    assert 20 < kept.total <= count + 1  # a few hundred small files may all have been read
    assert kept.refused == 1
    assert took < 1, f"{took:.2f} s"
    qtbot.mouseClick(
        next(one for one in review.findChildren(QPushButton) if one.isDefault()),
        Qt.MouseButton.LeftButton,
    )
    qtbot.waitUntil(lambda: not window.imports.busy)
    assert window.totals.articles == kept.ticked


@pytest.mark.slow
def test_the_window_answers_while_files_are_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    write_files(tmp_path / "bài", 300)
    window.imports.start([tmp_path / "bài"])
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportReview)), timeout=20_000)
    (review,) = window.findChildren(ImportReview)
    qtbot.waitUntil(lambda: review.model.rowCount() > 5, timeout=20_000)
    before = review.model.tally().ticked
    review.model.toggle([0])
    assert review.model.row(0).ticked is False
    assert review.model.tally().ticked >= before - 1
    qtbot.waitUntil(lambda: not review.reading, timeout=60_000)
    kept = review.model.tally()
    assert (kept.total, kept.refused) == (301, 1)
    assert review.model.row(0).ticked is False
