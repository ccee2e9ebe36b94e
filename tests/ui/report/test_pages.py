"""The report on pages: their size, what stands on them, and the PDF made of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtWidgets import QApplication

from tttt_desktop.domain.errors import Cancelled, SaveFailed
from tttt_desktop.domain.records import Annotation, Article, ArticleState, Kind, Page, Span
from tttt_desktop.domain.text import normalise
from tttt_desktop.reporting.kinds.outline import build
from tttt_desktop.reporting.plain import Part, to_parts
from tttt_desktop.reporting.tree import Office, Options
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


HEAD = "<table width='100%'><tr><td>Sở</td></tr></table>"
SIGNED = "<p>Trên đây là báo cáo.</p>" + HEAD.replace("Sở", f"Giám đốc{'<br>' * 7}Họ và tên")


def words_of(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("notes", [(), ("Nguồn.",)])
@pytest.mark.parametrize("lines", range(20, 42, 3))
def test_the_signature_stands_whole_below_the_end_of_the_text(
    qapp: QApplication, tmp_path: Path, lines: int, notes: tuple[str, ...]
) -> None:
    mark = "<p>Việc.<sup>1</sup></p>" if notes else ""
    part = Part(HEAD + mark + "<p>Việc.</p>" * lines + SIGNED, notes=notes)
    pages = words_of(to_pdf(tmp_path / "a.pdf")((part,), "", nothing, never))  # type: ignore[arg-type]
    (last,) = (text for text in pages if "Họ và tên" in text)
    assert "Giám đốc" in last
    assert "Trên đây là báo cáo." in last


@pytest.mark.parametrize("lines", range(20, 60, 3))
def test_no_heading_ends_a_page_above_a_long_paragraph(
    qapp: QApplication, tmp_path: Path, lines: int
) -> None:
    style = "<style>p, h2 { margin: 0 0 8px 0; line-height: 115%; }</style>"
    html = style + "<p>Việc.</p>" * lines + f"<h2>Mục</h2><p>{'Doanh thu tăng. ' * 60}</p>" * 9
    pages = words_of(to_pdf(tmp_path / "a.pdf")((Part(html),), "", nothing, never))  # type: ignore[arg-type]
    assert not [page for page in pages if page.strip().endswith("Mục")]


def test_pages_made_bit_by_bit_are_those_made_at_once(qapp: QApplication) -> None:
    parts = (Part(LINES), Part(HEADED + SIGNED, notes=("Nguồn.",)), Part(HEADED, landscape=True))
    steps = ReportPages.in_steps(parts)
    number = 0
    try:
        while True:
            next(steps)
            number += 1
            qapp.processEvents()
    except StopIteration as end:
        bit_by_bit = end.value
    at_once = ReportPages(parts)
    assert number > 10
    assert bit_by_bit.lines == at_once.lines
    assert bit_by_bit.count == at_once.count
    for page in range(at_once.count):
        assert painted(bit_by_bit, page) == painted(at_once, page)


def test_a_pdf_that_is_not_wanted_any_more_leaves_the_old_file(
    qapp: QApplication, tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"hers")
    with pytest.raises(Cancelled):
        to_pdf(out)((Part(LINES),), "", nothing, lambda: True)
    assert [path for path in tmp_path.iterdir() if "pdf" in path.name] == [out]
    assert out.read_bytes() == b"hers"


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
    assert [line.annotation for line in pages.lines] == [*range(1, 60)]
    assert pages.lines[4].text == "Việc thứ 5."
    seen = [
        pages.line_at(1, _point(pages.size(1).width() / 5, y))
        for y in range(0, round(pages.size(1).height()), 6)
    ]
    on_second = [n for n, line in enumerate(pages.lines) if line.areas[0][0] == 1]
    assert [*dict.fromkeys(n for n in seen if n >= 0)] == on_second
    assert len(on_second) > 10


def test_outlines_lie_round_the_ink_of_their_lines(qapp: QApplication) -> None:
    pages = ReportPages((Part("<p>Mở đầu</p>" + LINES),))
    image = painted(pages, 0)
    ((page, area),) = pages.lines[0].areas
    assert page == 0
    assert ink(image, round(area.top()), round(area.bottom()))
    blank = image.copy(0, round(area.top()), round(area.left()) - 2, round(area.height()))
    assert not ink(blank, 0, blank.height())


def test_a_line_over_two_pages_and_a_row_of_a_table_are_one_line_each(qapp: QApplication) -> None:
    long = f'<p><a href="7">{"Việc dài. " * 900}</a></p>'
    row = "".join(f'<td><p><a href="8">Ô {n}</a></p></td>' for n in range(3))
    pages = ReportPages((Part(long), Part(f"<table border=1><tr>{row}</tr></table>")))
    first, second = pages.lines
    assert [page for page, _ in first.areas] == [0, 1, 2]
    assert second.text == "Ô 0 Ô 1 Ô 2"
    assert [page for page, _ in second.areas] == [pages.count - 1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(40))
@given(st.text(max_size=60))
def test_text_of_articles_makes_no_link_of_its_own(qapp: QApplication, text: str) -> None:
    quoted = f'{text}<a href="9">x</a>'
    article = Article(1, "a.txt", quoted, state=ArticleState.DONE)
    words = normalise(quoted)
    mark = Annotation(7, 1, Kind.ACHIEVEMENT, Span(0, len(words)), words)
    made = build([Page(article, 1, words, (mark,))], Office(), Options(), today=date(2023, 1, 1))
    assert {line.annotation for line in ReportPages(to_parts(made)).lines} == {7}


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
