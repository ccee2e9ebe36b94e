"""The report says what was arranged in Tổng hợp: order, merged lines with all sources, nothing of what is left out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from tttt_desktop.domain.records import Kind, ParsedArticle, Span, Task
from tttt_desktop.reporting.plain import line
from tttt_desktop.reporting.tree import Item, Section
from tttt_desktop.services import briefing, consolidation, review
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

SAID = (
    ("phủ sóng 12 thôn vùng sâu", Kind.ACHIEVEMENT),
    ("đào tạo 300 cán bộ xã", Kind.ACHIEVEMENT),
    ("một số thôn chưa có sóng", Kind.SHORTCOMING),
    ("rà soát trạm phát sóng trước ngày 30/6", Kind.TASK),
)
ALL = Options(scope="all", quotes=True, figures=True)


@pytest.fixture
def marks(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> list[int]:
    """Two articles of two provinces with four marks each, by article and place."""
    found = []
    for number, province in ((1, "Tỉnh Một"), (2, "Tỉnh Hai")):
        text = "\n".join((f"Hội nghị {number}", *(words for words, _ in SAID)))
        values = {"province": province, "published_on": date(2023, 1, number), "plan_year": 2023}
        with dossier.store.change("Nhập 1 bài viết"):
            article_id = add_article(dossier.store, parsed(text, f"{number}.txt", **values), ())
        for words, kind in SAID:
            start = text.index(words)
            task = (
                Task(assigner=f"Lãnh đạo {number}", lead=f"Sở {number}")
                if kind is Kind.TASK
                else None
            )
            span = Span(start, start + len(words))
            found.append(
                review.annotate(dossier, article_id, span, kind, field="Viễn thông", task=task)
            )
    return found


def items(sections: tuple[Section, ...]) -> Iterator[Item]:
    for section in sections:
        yield from section.items
        yield from items(section.parts)


def said(dossier: Dossier, options: Options = ALL) -> list[str]:
    """The lines of the report."""
    found = items(briefing.prepare(dossier, options).sections)
    return [line(item.line).replace("\u00a0", " ") for item in found]


def wording(dossier: Dossier, annotation_id: int, text: str) -> None:
    found = next(one for one in consolidation.all_lines(dossier) if annotation_id in one.ids)
    consolidation.reword(dossier, found, text)


def test_lines_stand_in_the_order_made_by_hand(dossier: Dossier, marks: list[int]) -> None:
    before = said(dossier)
    assert [text[-4:] for text in before[:4]] == ["[1].", "[1].", "[2].", "[2]."]
    consolidation.move(dossier, [marks[5]], before=marks[0])
    after = said(dossier)
    assert after[:4] == [before[3], *before[:3]]
    assert after[4:] == before[4:]
    by_province = said(dossier, Options(scope="all", order="province"))
    assert sorted(by_province) == sorted(after)


@pytest.mark.parametrize("order", ["field", "province", "article"])
def test_a_merged_line_is_printed_once_with_all_its_sources(
    dossier: Dossier, marks: list[int], order: str
) -> None:
    consolidation.merge(dossier, [marks[2], marks[6]])
    wording(dossier, marks[2], "Hai tỉnh còn thôn chưa có sóng.")
    found = said(dossier, Options(scope="all", order=order))
    assert found.count("- Hai tỉnh còn thôn chưa có sóng [1], [2].") == 1
    assert not any("một số thôn" in text for text in found)
    prepared = briefing.prepare(dossier, ALL)
    merged = next(one for one in items(prepared.sections) if len(one.annotations) > 1)
    assert merged.annotations == (marks[2], marks[6])
    assert [line(quote).replace("\u00a0", " ") for quote in merged.quotes] == [
        "Nguyên văn: “một số thôn chưa có sóng” [1]",
        "Nguyên văn: “một số thôn chưa có sóng” [2]",
    ]
    assert "01 tồn tại, hạn chế" in prepared.opening[0]


def test_merged_tasks_are_one_row_that_says_what_any_of_them_says(
    dossier: Dossier, marks: list[int]
) -> None:
    consolidation.merge(dossier, [marks[3], marks[7]])
    table = briefing.prepare(dossier, ALL).appendices[0]
    group, row = table.rows
    assert line(group.cells[0]).startswith("Nhiệm vụ do Lãnh đạo 1; Lãnh đạo 2 giao: 01 nhiệm vụ")
    assert [line(cell) for cell in row.cells][1:5] == [
        "Rà soát trạm phát sóng trước ngày 30/6.",
        "Lãnh đạo 1; Lãnh đạo 2",
        "Bài [1], đoạn 5; bài [2], đoạn 5",
        "Sở 1; Sở 2",
    ]
    assert row.bookmarks == (f"_bang_{marks[3]}", f"_bang_{marks[7]}")


def test_what_is_left_out_is_neither_printed_nor_counted(
    dossier: Dossier, marks: list[int]
) -> None:
    consolidation.leave_out(dossier, [marks[0], marks[3]])
    prepared = briefing.prepare(dossier, ALL)
    assert len(said(dossier)) == len(marks) - 2
    assert "03 kết quả, thành tích" in prepared.opening[0]
    assert "01 nhiệm vụ được giao" in prepared.opening[0]
    assert not any(
        "Lãnh đạo 1" in line(c) for row in prepared.appendices[0].rows for c in row.cells
    )
    figures = [line(row.cells[2]) for row in prepared.appendices[1].rows]
    assert figures.count("12 thôn") == 1


def test_of_a_merged_line_only_what_is_in_the_scope_is_told(
    dossier: Dossier, marks: list[int]
) -> None:
    consolidation.merge(dossier, [marks[2], marks[6]])
    row = dossier.store.conn.execute("SELECT article_id FROM annotation WHERE id = ?", (marks[6],))
    review.mark_done(dossier, row.fetchone()[0])
    found = said(dossier, Options())
    assert [text for text in found if "thôn chưa" in text] == ["- Một số thôn chưa có sóng [1]."]


def test_a_number_that_stands_in_any_quotation_is_no_slip(
    dossier: Dossier, marks: list[int]
) -> None:
    consolidation.merge(dossier, [marks[0], marks[1]])
    wording(dossier, marks[0], "Phủ sóng 12 thôn, đào tạo 300 cán bộ, 7 lớp.")
    found = [str(one) for one in briefing.prepare(dossier, ALL).warnings]
    assert "Số 7 không có trong trích dẫn (gốc: 12; 300)." in found
    assert not any(text.startswith(("Số 12 ", "Số 300 ")) for text in found)


def test_each_passage_of_a_merged_line_can_be_found_in_the_word_file(
    dossier: Dossier, marks: list[int], tmp_path: Path
) -> None:
    consolidation.merge(dossier, [marks[3], marks[7]])
    consolidation.merge(dossier, [marks[2], marks[6]])
    numbers = replace(ALL, notes="numbers")
    path = briefing.write(dossier, tmp_path / "a.docx", numbers).path
    with ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    names = re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', xml)
    assert {f"_dd_{one}" for one in marks} <= {*names}
    assert len(names) == len({*names})
    starts, ends = (
        re.findall(r'bookmarkStart w:id="(\d+)"', xml),
        re.findall(r'bookmarkEnd w:id="(\d+)"', xml),
    )
    assert sorted(starts) == sorted(ends)
    words = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert "- Một số thôn chưa có sóng\u00a0[1], [2]." in words
