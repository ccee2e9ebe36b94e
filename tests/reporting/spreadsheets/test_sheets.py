"""Tables for a spreadsheet: what is in their cells, and that no cell computes anything."""

import csv
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from tttt_desktop.domain.records import Annotation, Article, Figure, Kind, Page, Span, Task
from tttt_desktop.reporting.spreadsheets.sheets import Heading, Sheet, sheets
from tttt_desktop.reporting.spreadsheets.workbook import csv_of, write_workbook

TODAY = date(2023, 12, 1)
HOSTILE = (
    "=1+1",
    "+84",
    "-2",
    "@x",
    "\tx",
    '=HYPERLINK("https://example.org")',
    "https://example.org",
    "'x",
)


def page_of(*marks: Annotation) -> Page:
    article = Article(
        1, "bai.html", "Tiêu đề", "Báo Thử", published_on=date(2023, 1, 6), plan_year=2023
    )
    return Page(article, 1, "x" * 100, marks)


def result(quote: str, **values) -> Annotation:
    return Annotation(1, 1, Kind.ACHIEVEMENT, Span(0, 4), quote, **values)


TASK = Annotation(
    2, 1, Kind.TASK, Span(5, 9), "hoàn thành đề án",
    task=Task(assigner="Chủ tịch", lead="Sở Thử", cooperating=("Sở A", "Sở B"), deadline_text="trước 30/6",
              deadline_on=date(2023, 6, 30)),
)  # fmt: skip
MONEY = Figure("742,67 tỷ đồng", 742.67, unit="tỷ đồng", indicator="Doanh thu", change="tăng 6,4%")


def book_of(*marks: Annotation, at: Path):
    write_workbook(sheets([page_of(*marks)], TODAY), at)
    return load_workbook(at)


def test_a_workbook_has_typed_cells_a_frozen_head_and_filters(tmp_path: Path) -> None:
    book = book_of(result("đạt 742,67 tỷ đồng", figures=(MONEY,)), TASK, at=tmp_path / "a.xlsx")
    assert list(OpenXmlValidator().validate(tmp_path / "a.xlsx").errors) == []
    assert book.sheetnames == ["Nhiệm vụ", "Đánh dấu", "Số liệu"]
    tasks, marks, figures = book.worksheets
    row = {head.value: cell.value for head, cell in zip(tasks[1], tasks[2], strict=True)}
    assert row["Hạn đến ngày"] == datetime(2023, 6, 30)
    assert row["Phối hợp"] == "Sở A; Sở B"
    assert row["Trạng thái"] == "Chưa thực hiện, quá hạn"
    number = {head.value: cell.value for head, cell in zip(figures[1], figures[2], strict=True)}
    assert (number["Giá trị"], number["Tăng, giảm"]) == (742.67, "tăng 6,4%")
    assert number["Trên tổng số"] is None
    assert marks.max_row == 3
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_workbook_computes_or_leads_anywhere(tmp_path: Path, text: str) -> None:
    marks = book_of(result(text, note=text), at=tmp_path / "a.xlsx")["Đánh dấu"]
    cells = [cell for cell in marks[2] if cell.value == text.replace("\t", "\t")]
    assert len(cells) == 2
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in marks[2])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("x" * 40_000, "x" * 32_767),
        ("a\ud800b", "ab"),
        ("dòng 1\ndòng 2", "dòng 1\ndòng 2"),
        ("\x01\x0b", ""),
        ("&amp; <b>]]>", "&amp; <b>]]>"),
        (" hai đầu ", " hai đầu "),
        ("mã _x0041_", "mã _x0041_"),
    ],
)
def test_odd_texts_leave_a_sound_workbook(tmp_path: Path, text: str, left: str) -> None:
    marks = book_of(result(text), at=tmp_path / "a.xlsx")["Đánh dấu"]
    assert marks.max_row == 2
    read = marks["E2"].value
    assert read.replace("_x005F_", "_") == left


def test_a_number_or_day_that_excel_does_not_know_is_told_in_words(tmp_path: Path) -> None:
    odd = Figure("vô cực", float("inf"), float("nan"), indicator="Số lạ")
    early = Task(deadline_on=date(1899, 1, 2))
    book = book_of(result("x", figures=(odd,)), replace(TASK, task=early), at=tmp_path / "a.xlsx")
    assert [cell.value for cell in book["Số liệu"][2]][2:4] == ["inf", "nan"]
    assert "02/01/1899" in [cell.value for cell in book["Nhiệm vụ"][2]]


def test_many_rows_and_columns_stay_in_their_places(tmp_path: Path) -> None:
    headings = tuple(Heading(f"Cột {at}", 8) for at in range(30))
    rows = tuple(tuple(row * 100 + at for at in range(30)) for row in range(1_203))
    write_workbook([Sheet("Số", headings, rows)], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Số"]
    assert sheet.dimensions == "A1:AD1204"
    read = list(sheet.iter_rows(min_row=2, values_only=True))
    assert read == list(rows)


def test_a_sheet_is_printed_on_pages_as_wide_as_it_is(tmp_path: Path) -> None:
    sheet = book_of(TASK, at=tmp_path / "a.xlsx")["Nhiệm vụ"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"


def test_an_empty_dossier_gives_heads_only(tmp_path: Path) -> None:
    write_workbook(sheets([], TODAY), tmp_path / "a.xlsx")
    assert [sheet.max_row for sheet in load_workbook(tmp_path / "a.xlsx").worksheets] == [1, 1, 1]


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(sheets([page_of(TASK)], TODAY), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_csv_is_read_with_its_diacritics_and_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(
        csv_of(sheets([page_of(result("đạt", figures=(MONEY,)))], TODAY)[2])
    )
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["Giá trị"] == "742,67"
    assert row["Ngày đăng"] == "06/01/2023"
    assert row["Chỉ tiêu"] == "Doanh thu"


@pytest.mark.parametrize("text", ["=1+1", "+84", "-2", "@x", "\tx"])
def test_csv_gives_a_spreadsheet_nothing_to_compute(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_bytes(csv_of(sheets([page_of(result(text))], TODAY)[1]))
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["Trích nguyên văn"] == f"'{text}"
