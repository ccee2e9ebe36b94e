"""PDF: what is printed comes out as the paragraphs it was typed as, and what cannot be read says so."""

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from odd.case import Case
from odd.pdf import BODY, CASES, TITLE
from odd.printed import Sheet, Text, document, flowing, stacked

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.pdf.furniture import PAGE_NUMBER
from tttt_desktop.importing.pdf.reader import STAMP, read
from tttt_desktop.importing.read import read_bytes


def texts(data: bytes) -> list[str]:
    """The lines of the text, without what is set aside."""
    return [block.text for block in read(data).blocks if not block.reason]


def reasons(data: bytes) -> dict[str, str]:
    return {block.text: block.reason for block in read(data).blocks if block.reason}


@pytest.mark.parametrize("case", [one for one in CASES if not one.slow], ids=lambda case: case.name)
def test_odd_files(case: Case) -> None:
    data = case.make()
    if case.refused:
        with pytest.raises(FileRefused, match=case.refused):
            read_bytes(case.name, data)
        return
    article = read_bytes(case.name, data)
    said = f"{article.title}\n{article.text}"
    assert article.kind == "pdf"
    assert [text for text in case.texts if text not in said] == []
    assert [text for text in case.never if text in said] == []


def test_the_largest_letters_are_the_title() -> None:
    data = document([Sheet([*flowing(TITLE, 790, size=18), *stacked(BODY, 720)])])
    assert read(data).title == TITLE
    assert read(document([Sheet(stacked(BODY, 720))])).title == ""


def test_the_head_of_an_office_is_read_side_by_side() -> None:
    head = next(case for case in CASES if case.name == "dau van ban.pdf").make()
    assert texts(head)[:7] == [
        "UBND TỈNH HẢI DƯƠNG",
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "Số: 05/BC-STTTT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hải Dương, ngày 12 tháng 01 năm 2021",
        "BÁO CÁO",
    ]


def test_columns_follow_one_another() -> None:
    left, right = (stacked(BODY[at : at + 2], 700, x=x, width=230) for at, x in ((0, 40), (2, 320)))
    assert texts(document([Sheet([*right, *left])])) == list(BODY)


def test_columns_whose_lines_do_not_stand_level() -> None:
    left = stacked(BODY[:2], 700, x=40, width=230)
    right = stacked(BODY[2:], 694, x=320, width=230)
    assert texts(document([Sheet([*left, *right])])) == list(BODY)


def test_a_paragraph_goes_on_in_the_next_column_and_page() -> None:
    lines = flowing(" ".join(BODY), 700, x=40, width=230)
    third = len(lines) // 3
    shifted = [
        *lines[:third],
        *(Text(one.x + 280, one.y + third * 14.4, one.text) for one in lines[third : 2 * third]),
    ]
    rest = [Text(one.x, one.y + 2 * third * 14.4, one.text) for one in lines[2 * third :]]
    assert texts(document([Sheet(shifted), Sheet(rest)])) == [" ".join(BODY)]


def test_paragraphs_told_by_the_distance_of_lines() -> None:
    found: list[Text] = []
    y = 760.0
    for paragraph in BODY:
        lines = flowing(paragraph, y, width=300)
        found += lines
        y -= 14.4 * len(lines) + 8
    assert texts(document([Sheet(found)])) == list(BODY)


def test_items_stay_apart_and_hang() -> None:
    items = (
        "- Nâng cấp cổng dịch vụ công của tỉnh và kết nối với cổng quốc gia;",
        "- Phát triển hạ tầng;",
    )
    first = flowing(items[0], 700, width=240)
    hanging = [first[0], *(Text(one.x + 12, one.y, one.text) for one in first[1:])]
    second = flowing(items[1], first[-1].y - 14.4, width=240)
    assert texts(document([Sheet([*hanging, *second])])) == list(items)


def test_running_heads_and_page_numbers_say_what_they_are() -> None:
    sheets = [
        Sheet(
            [Text(72, 815, "Báo Hải Dương"), *stacked((one,), 740), Text(290, 30, f"- {number} -")]
        )
        for number, one in enumerate(BODY, 1)
    ]
    data = document(sheets)
    assert texts(data) == list(BODY)
    assert reasons(data) == {"Báo Hải Dương": "Đầu trang"} | {
        f"- {number} -": PAGE_NUMBER for number in range(1, 5)
    }


def test_a_year_amid_the_page_is_no_page_number() -> None:
    data = document([Sheet([Text(290, 500, "2021"), *stacked(BODY, 480)])])
    assert "2021" in texts(data)[0]


def test_a_stamp_across_the_page_is_set_aside() -> None:
    stamp = Text(0, 0, "BẢN SAO", 60, matrix="0.7 0.7 -0.7 0.7 150 250")
    data = document([Sheet([*stacked(BODY, 760), stamp])])
    assert (texts(data), reasons(data)) == (list(BODY), {"BẢN SAO": STAMP})


def test_a_cell_over_two_rows_and_long_cells() -> None:
    long = " ".join(BODY)
    cells = [
        Text(75, 690, "1"),
        *flowing(long, 690, x=115, width=180),
        Text(305, 690, "Sở"),
        Text(305, 500, "Quý II"),
    ]
    across = ["70 705 m 400 705 l S", "70 300 m 400 300 l S", "300 520 m 400 520 l S"]
    down = [f"{x} 300 m {x} 705 l S" for x in (70, 110, 300, 400)]
    assert texts(document([Sheet(cells, drawing="\n".join([*across, *down]))])) == [
        "1",
        long,
        "Sở",
        "Quý II",
    ]


def test_a_row_that_runs_over_the_page() -> None:
    def sheet(cells: list[Text]) -> Sheet:
        across = [f"70 {y} m 400 {y} l S" for y in (780, 100)]
        down = [f"{x} 100 m {x} 780 l S" for x in (70, 110, 300, 400)]
        return Sheet(cells, drawing="\n".join([*across, *down]))

    first = sheet(
        [Text(75, 120, "4"), Text(115, 120, "Đẩy mạnh chuyển đổi số, hoàn"), Text(305, 120, "Sở")]
    )
    second = sheet([Text(115, 760, "thành trước ngày 30/6")])
    assert texts(document([first, second])) == [
        "4 | Đẩy mạnh chuyển đổi số, hoàn thành trước ngày 30/6 | Sở"
    ]


def test_columns_of_figures_without_lines() -> None:
    rows = (("Doanh thu", "900,5"), ("Thuê bao", "1.200"), ("Bưu cục", "35"), ("Trạm", "410"))
    cells = [
        Text((72, 350)[column], 700 - 16 * number, cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    assert texts(document([Sheet(cells)])) == [" | ".join(row) for row in rows]


def test_a_scan_says_so_in_one_sentence() -> None:
    with pytest.raises(FileRefused) as refused:
        read(document([Sheet(image=True)]))
    assert refused.value.message == "Tệp là ảnh quét, không có chữ để đọc."
    assert refused.value.remedy


@settings(max_examples=examples(60), deadline=None)
@given(st.data())
def test_damage_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(document([Sheet(stacked(BODY, 760))]))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
    with suppress(FileRefused):
        blocks = read(bytes(whole)).blocks
        assert all(block.text == block.text.strip() != "" for block in blocks)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_a_word_file_printed_by_an_office_program(tmp_path: Path) -> None:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    paragraphs = [TITLE, *BODY, *BODY]
    file = Document()
    for text in paragraphs:
        paragraph = file.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    file.save(str(tmp_path / "bai.docx"))
    home = (tmp_path / "lo").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={home}", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "bai.docx")],
        check=True,
        capture_output=True,
        timeout=100,
    )
    assert texts((tmp_path / "bai.pdf").read_bytes()) == paragraphs
