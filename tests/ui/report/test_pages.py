"""The report on pages: their size, what stands on them, and the PDF made of them."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtWidgets import QApplication

from tttt_desktop.domain.errors import SaveFailed
from tttt_desktop.reporting.plain import Part
from tttt_desktop.ui.report.pages import ReportPages
from tttt_desktop.ui.report.printing import to_pdf

LINES = "".join(f'<p><a href="{n}">Việc thứ {n}.</a></p>' for n in range(1, 60))
HEADED = "".join(f"<h2>Mục {n}</h2>" + "<p>Việc.</p>" * 5 for n in range(60))


def painted(pages: ReportPages, page: int) -> QImage:
    size = pages.size(page).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    pages.paint(painter, page)
    painter.end()
    return image


def ink(image: QImage, top: int, bottom: int) -> bool:
    """Whether anything stands between two heights."""
    rows = range(top, min(bottom, image.height()))
    return any(image.pixel(x, y) != 0xFFFFFFFF for y in rows for x in range(image.width()))


def nothing(*_: object) -> None:
    """Progress that nobody follows."""


def never() -> bool:
    return False


def test_pages_are_a4_with_the_margins_and_numbers_of_the_rule(qapp: QApplication) -> None:
    pages = ReportPages((Part(LINES), Part("<p>Bảng</p>", landscape=True)))
    assert pages.count == 4
    assert [round(pages.size(n).width() / 96 * 25.4) for n in range(4)] == [210, 210, 210, 297]
    first, second, last = (painted(pages, n) for n in (0, 1, 3))
    assert not ink(first, 0, 74)
    assert ink(second, 36, 74)
    assert not ink(second, 0, 36)
    assert not ink(last, 0, 74)
    assert pages.layout(3).orientation() == QPageLayout.Orientation.Landscape


def test_nothing_is_lost_between_pages(qapp: QApplication, tmp_path: Path) -> None:
    out = to_pdf(tmp_path / "a.pdf")((Part(HEADED),), "Báo cáo", nothing, never)
    with pypdfium2.PdfDocument(out) as document:
        text = [page.get_textpage().get_text_bounded() for page in document]
    assert "".join(text).count("Việc.") == 300
    for page in text:
        lines = [line for line in page.split("\n") if line.strip()]
        assert not lines[-1].startswith("Mục")


def test_a_line_knows_its_annotation(qapp: QApplication) -> None:
    pages = ReportPages((Part(LINES),))
    width, height = pages.size(1).width(), pages.size(1).height()
    seen = {
        pages.annotation_at(1, place)
        for y in range(0, round(height), 6)
        for place in [_point(width / 5, y)]
    }
    assert len(seen) > 10
    assert 1 not in seen


def _point(x: float, y: float) -> QPointF:
    return QPointF(x, y)


@pytest.mark.parametrize("name", ["thiếu/a.pdf", ""])
def test_a_place_that_takes_no_file_is_said(qapp: QApplication, tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveFailed, match="Chưa lưu được"):
        to_pdf(tmp_path / name)((Part("<p>a</p>"),), "Báo cáo", nothing, never)


def test_the_pdf_of_yesterday_stays_until_the_new_one_is_whole(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "replace", full)
    write: Callable[..., object] = to_pdf(out)
    with pytest.raises(SaveFailed, match="ổ đĩa đầy"):
        write((Part("<p>a</p>"),), "Báo cáo", nothing, never)
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.pdf"]
