"""A report made in last year's document: everything new is in it, and nothing of last year's words."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from signed_reports import (
    LAYOUTS,
    OLD,
    OLD_TASKS,
    Report,
    in_one_cell,
    in_tables,
    with_appendix,
    with_traces,
)
from validating import new_errors

from tttt_desktop.domain.own_template import LABELS, Fields, Place
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign import cleaning, dictionary
from tttt_desktop.reporting.foreign.opened import Opened
from tttt_desktop.reporting.signed.lines import read as read_lines
from tttt_desktop.reporting.signed.make import make
from tttt_desktop.reporting.signed.reading import read
from tttt_desktop.reporting.tree import Briefing

NOW = datetime(2026, 11, 22, 8, 0)
NUMBER = "abcdef09" * 4
# Whatever of last year must not be met anywhere in the new file, in any part of it.
FORBIDDEN = (
    *OLD, *(task[1] for task in OLD_TASKS), "4567", "15/10/2024", "1.234,5", "8,7%", "987 thôn", "13 máy chủ", "650 tổ",
    "312/BC", "05 tháng 12 năm 2024", "Phạm Thị Thí Dụ", "2024", "Người Sửa", "Ghi chú riêng", "Bí mật", "Riêng 2024",
    "vidu.invalid", "x.dotm", "INCLUDETEXT", "Đã xoá câu cũ", "Thêm câu", "dau_cu", "MatKhau", "macro", "(Đã ký)",
)  # fmt: skip


@pytest.fixture
def numbered(three: Briefing) -> Briefing:
    return replace(three, footnotes=False)


def made(report: Report, briefing: Briefing, **changed: object) -> bytes:
    one = read(cleaning.cleaned(ooxml.read(report.docx), notes=False))
    values = {**dictionary.values(briefing, NUMBER), **changed}
    return make(ooxml.packed(one.parts), one.fields, values, NOW)


def text_of(docx: bytes) -> list[str]:
    parts = ooxml.read(docx)
    return [line.text for line in read_lines(ooxml.parse(parts[ooxml.main_part(parts)]))]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
def test_nothing_of_last_year_is_left_in_any_part(layout, numbered: Briefing) -> None:
    docx = made(layout(), numbered)
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for name in package.namelist():
            content = package.read(name).decode("utf-8", "replace")
            words = re.sub(r"<[^>]+>", "", content)
            for old in FORBIDDEN:
                assert old not in content, (name, old)
                assert old not in words, (name, old)
        assert not [
            name for name in package.namelist() if "customXml" in name or "comments" in name
        ]
        assert not [name for name in package.namelist() if name.endswith(".bin")]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
def test_all_that_the_report_says_is_in_the_document(layout, numbered: Briefing) -> None:
    lines = text_of(made(layout(), numbered))
    whole = "\n".join(lines)
    for text in (numbered.closing, "KT. GIÁM ĐỐC", "Trần Minh Thử", "- Lưu: VT, VP."):
        assert text in whole
    assert numbered.title.upper() in whole.upper()
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in whole
    for section in dictionary.values(numbered)["phan"]:
        for group in section["nhom"]:
            assert f"{group['so']} {group['ten']}" in lines
    quoted = [line for line in lines if line.startswith(("- ", "– "))]
    assert sum("742,67 tỷ đồng" in line for line in quoted) == 3


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
def test_a_validator_finds_nothing_new(layout, numbered: Briefing, tmp_path: Path) -> None:
    report = layout()
    before, after = tmp_path / "truoc.docx", tmp_path / "sau.docx"
    before.write_bytes(report.docx)
    after.write_bytes(made(report, numbered))
    assert new_errors(after, before) == []


def test_lines_and_rows_lead_back_and_the_title_names_the_report(numbered: Briefing) -> None:
    docx = made(in_tables(), numbered)
    xml = ooxml.read(docx)["word/document.xml"].decode()
    names = re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', xml)
    assert len(names) == len(set(names))
    assert {"_dd_100", "_dd_201", "_bang_302", "bai_1", f"_bc_{NUMBER}"} <= set(names)
    assert xml.count('w:anchor="bai_1"') >= 3
    ids = re.findall(r'bookmarkStart w:id="(\d+)"', xml)
    assert len(ids) == len(set(ids))
    assert NUMBER in ooxml.read(docx)["docProps/custom.xml"].decode()


def test_the_look_is_that_of_the_document(numbered: Briefing) -> None:
    xml = ooxml.read(made(in_tables(), numbered))["word/document.xml"].decode()
    line = next(p for p in re.findall(r"<w:p>.*?</w:p>", xml) if "742,67" in p)
    assert '<w:ind w:firstLine="567"/>' in line
    assert '<w:jc w:val="both"/>' in line
    heading = next(p for p in re.findall(r"<w:p>.*?</w:p>", xml) if "I. KẾT QUẢ" in p)
    assert "<w:keepNext/>" in heading
    assert "<w:b/>" in heading
    assert "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2022" in re.sub("<[^>]+>", "", heading)


def test_the_table_of_tasks_stays_where_it_was_and_keeps_its_columns(numbered: Briefing) -> None:
    lines = text_of(made(in_tables(), numbered))
    at = lines.index("Nội dung nhiệm vụ")
    assert lines[at - 1 : at + 3] == ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
    assert at < lines.index(numbered.closing)
    row = lines.index("“sớm hoàn thành đề án chuyển đổi số trước ngày 30/6/2023”", at)
    assert lines[row - 1 : row + 3 : 1][0] == "1"
    assert lines[row + 1] == "Sở Khoa học và Công nghệ"
    opening = next(line for line in lines if "cụ thể như sau" in line)
    assert "chi tiết tại bảng tại mục III" in opening
    assert "danh sách tại Phụ lục)" in opening


def test_a_table_of_an_appendix_stays_on_pages_that_lie_across(numbered: Briefing) -> None:
    docx = made(with_appendix(), numbered)
    lines = text_of(docx)
    assert lines.index("Nội dung nhiệm vụ") > lines.index(numbered.closing)
    assert "Phụ lục I" in lines
    xml = ooxml.read(docx)["word/document.xml"].decode()
    ways = re.findall(r"<w:pgSz [^>]*/>", xml)
    assert ["landscape" in way for way in ways] == [False, True, False]
    assert "A. KẾT QUẢ" in "\n".join(lines)
    assert "D. NHIỆM VỤ TỰ ĐỀ RA" in lines


def test_what_the_dossier_does_not_say_stays_as_it_was(numbered: Briefing) -> None:
    empty = dict.fromkeys(
        (
            "ten_co_quan",
            "co_quan_chu_quan",
            "dia_danh",
            "ky_hieu",
            "quyen_han",
            "chuc_vu",
            "nguoi_ky",
        ),
        "",
    )
    lines = text_of(made(in_one_cell(), numbered, **empty, kinh_gui=[], co_noi_nhan=False))
    whole = " ".join(lines)
    assert "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" in whole
    assert "/BC-STTTT" in whole
    assert "312" not in whole
    assert "Đông Mẫu, ngày" in whole
    assert "Kính gửi: Ủy ban nhân dân tỉnh Đông Mẫu" in whole
    assert "- Ban Giám đốc Sở;" in lines


def test_headers_keep_their_page_numbers(numbered: Briefing) -> None:
    parts = ooxml.read(made(with_traces(), numbered))
    header = next(
        xml.decode()
        for name, xml in parts.items()
        if "header" in name and not name.endswith(".rels")
    )
    assert "PAGE" in header
    assert header.count("fldCharType") == 2


def test_several_addressees_are_a_list(numbered: Briefing) -> None:
    lines = text_of(made(in_tables(), numbered, kinh_gui=["UBND tỉnh", "Bộ Mẫu"]))
    at = lines.index("Kính gửi:")
    assert lines[at : at + 3] == ["Kính gửi:", "- UBND tỉnh;", "- Bộ Mẫu."]


def test_fields_that_are_not_there_are_no_hindrance(numbered: Briefing) -> None:
    one = read(cleaning.cleaned(ooxml.read(in_tables().docx), notes=False))
    docx = make(ooxml.packed(one.parts), {}, dictionary.values(numbered), NOW)
    whole = "\n".join(text_of(docx))
    assert numbered.closing in whole
    for old in OLD:
        assert old not in whole


def test_documents_with_other_prefixes_are_filled_the_same(numbered: Briefing) -> None:
    """Some programs call Word's namespace "ns0" and declare others where they are used."""
    report = in_tables()
    parts = ooxml.read(report.docx)
    xml = parts["word/document.xml"].decode()
    odd = re.sub(r"(</?|\s)w:(?=[A-Za-z])", r"\1ns0:", xml).replace("xmlns:w=", "xmlns:ns0=")
    odd = odd.replace("<ns0:pPr>", '<ns0:pPr xmlns:k="urn:k">', 1)
    parts["word/document.xml"] = odd.encode()
    other = Report("ns0", ooxml.packed(parts), report.expected)
    assert text_of(made(other, numbered)) == text_of(made(report, numbered))


OPENED = [read(cleaning.cleaned(ooxml.read(one().docx), notes=False)) for one in LAYOUTS]


@st.composite
def corrected(draw: st.DrawFn) -> tuple[Opened, Fields]:
    """A document whose fields somebody has dropped or put anywhere, also upon one another."""
    one = draw(st.sampled_from(OPENED))
    fields = dict(one.fields)
    for name in draw(st.lists(st.sampled_from(list(LABELS)), max_size=6, unique=True)):
        lines = draw(st.lists(st.integers(0, len(one.lines) - 1), max_size=3, unique=True))
        fields[name] = tuple(
            Place(at, draw(st.integers(0, len(one.lines[at]))), len(one.lines[at])) for at in lines
        )
    return one, {name: places for name, places in fields.items() if places}


@settings(max_examples=examples(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corrected())
def test_wherever_the_fields_are_put_the_report_is_whole(
    numbered: Briefing, case: tuple[Opened, Fields]
) -> None:
    one, fields = case
    docx = make(ooxml.packed(one.parts), fields, dictionary.values(numbered, NUMBER), NOW)
    whole = "\n".join(text_of(docx))
    assert numbered.closing in whole
    assert whole.count("742,67 tỷ đồng") >= 3


def test_a_heading_chosen_with_its_number_gets_it_once(numbered: Briefing) -> None:
    one = read(cleaning.cleaned(ooxml.read(in_tables().docx), notes=False))
    at = one.fields["ket_qua"][0].line
    fields = {**one.fields, "ket_qua": (Place(at, 0, len(one.lines[at])),)}
    lines = text_of(make(ooxml.packed(one.parts), fields, dictionary.values(numbered), NOW))
    assert "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2022" in lines
