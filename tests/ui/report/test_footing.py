"""Footnotes in preview, print and PDF: each on the page of its line, never over the text."""

import re
from pathlib import Path

import pypdfium2
import pytest

from tttt_desktop.reporting.plain import Part
from tttt_desktop.ui.report.pages import ReportPages
from tttt_desktop.ui.report.printing import to_pdf

HEIGHT, LINE, INK = 842 - 57, 14.0, 7.0  # points: to the lower margin; a line; letters of a note
WORDS = "Doanh thu viễn thông năm nay tăng so với năm trước. "


def part(lines: int, length: int) -> Part:
    """Lines of some length, each with a note, under a heading for every five."""
    style = "p, h2 { margin: 0 0 8px 0; text-indent: 48px; line-height: 115%; }"
    html = "".join(
        ("<h2>Mục</h2>" if n % 5 == 1 else "") + f"<p>{WORDS * length}End{n} <sup>{n}</sup></p>"
        for n in range(1, lines + 1)
    )
    notes = tuple(f"Nguon{n}: {WORDS * (n % 4)}" for n in range(1, lines + 1))
    return Part(f"<html><head><style>{style}</style></head><body>{html}</body></html>", notes=notes)


def places(path: Path, word: str) -> list[dict[int, float]]:
    """Of each page how far below its upper edge the word with each number stands."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            there = re.finditer(rf"{word}(\d+)", text.get_text_range())
            boxes = {int(one[1]): text.get_charbox(one.start()) for one in there}
            found.append({n: page.get_height() - box[3] for n, box in boxes.items()})
    return found


@pytest.mark.parametrize(("lines", "length"), [(1, 1), (40, 1), (30, 5), (12, 20)])
@pytest.mark.usefixtures("qapp")
def test_each_note_stands_below_the_text_of_its_page(
    lines: int, length: int, tmp_path: Path
) -> None:
    to_pdf(tmp_path / "a.pdf")((part(lines, length),), "", lambda *_: None, lambda: False)
    seen: list[int] = []
    texts, notes = places(tmp_path / "a.pdf", "End"), places(tmp_path / "a.pdf", "Nguon")
    for ends, below in zip(texts, notes, strict=True):
        assert sorted(ends) == sorted(below)
        assert max(ends.values(), default=0.0) + LINE <= min(below.values(), default=HEIGHT)
        assert max(below.values(), default=0.0) + INK <= HEIGHT
        seen += sorted(below)
    assert seen == list(range(1, lines + 1))


@pytest.mark.usefixtures("qapp")
def test_the_notes_are_read_with_the_text() -> None:
    assert "1 Nguon1:" in ReportPages((part(1, 1),)).text(0)
