"""What is wrong with marks is said with the mark, the paragraph and what was meant."""

import re

import pytest
from signed_reports import SPACES, TYPE, p, package, run, split, table, text_box

from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign import cleaning
from tttt_desktop.reporting.foreign.opened import Opened
from tttt_desktop.reporting.marks.names import (
    ARTICLE,
    CHART,
    COUNT,
    ENTRIES,
    FIGURE,
    FILTERS,
    GROUP,
    INDICATOR,
    LINE,
    LOOP,
    NAMES,
    PART,
    TASK,
    TOLD,
)
from tttt_desktop.reporting.marks.reading import read
from tttt_desktop.ui.dialogs.guide_pages import pages

# the members of lists under the names that the guide gives them, and what a member may be
GROUPS = {
    "muc": (LINE,),
    "nhom": (GROUP,),
    "dong": (TASK, FIGURE, ARTICLE, INDICATOR, COUNT),
    "phan": (PART,),
    "bai": (TOLD,),
    "hinh": (CHART,),
    "loop": (LOOP,),
}


def opened(*paragraphs: str) -> Opened:
    body = "".join(one if one.startswith("<") else p(run(one)) for one in paragraphs)
    return read(cleaning.cleaned(ooxml.read(package(body)), notes=True))


def said(*paragraphs: str) -> list[str]:
    return [one.message for one in opened(*paragraphs).problems]


def test_a_name_that_is_not_there_comes_with_the_nearest_one() -> None:
    lines = ["chữ"] * 13 + ["Kết quả: {{ ket_qa }}"]
    assert said(*lines) == [
        "Dấu {{ ket_qa }} ở đoạn 14 không có trong danh mục; có phải là {{ ket_qua }}?"
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{{ tên cơ quan }}", "có phải là {{ ten_co_quan }}?"),
        ("{{ abcxyz }}", "ở đoạn 1 không có trong danh mục."),
        ("{{ ten_co_quan|inhoa }}", "có bộ lọc “inhoa” mà chương trình không có"),
        ("{{ ten_co_quan|chu_hoaa }}", "có phải là chu_hoa?"),
        ("{{ }}", "không có tên nào bên trong"),
        ("{{ ten_co_quan", "chưa đóng"),
        ("ten_co_quan }}", "thiếu phần mở đầu"),
        ("{{ ket_qua }}", "là một danh sách"),
        ("{{p ten_co_quan }}", "hãy viết {{ ten_co_quan }}"),
        ("{% include 'a' %}", "có lệnh “include” mà chương trình không dùng"),
        ("{% import os %}", "có lệnh “import”"),
        ("{% set a = 1 %}", "có lệnh “set”"),
        ("{%p fro muc in ket_qua %}", "có phải là for?"),
        ("{{ ten_co_quan.__class__ }}", "ghi “.__class__”"),
        ("{{ range(9) }}", "gọi một hàm"),
        ("{% for x in range(10**9) %}x{% endfor %}", "gọi một hàm"),
        ("{{ 'x' * 10000000000 }}", "có phép tính nhân, chia"),
        ("{{ '%0999999999d' % 1 }}", "có phép tính nhân, chia"),
        ("{{ 1 / 0 }}", "có phép tính nhân, chia"),
        ("{{ ten_co_quan.upper() }}", "gọi một hàm"),
        ("{%p for muc in ket_qua %}", "chưa có dấu kết thúc {%p endfor %}"),
        ("{%p endfor %}", "không có {% for %} nào trước nó"),
        ("{%p for muc trong ket_qua %}", "viết sai; hãy viết dạng {%p for muc in ket_qua %}"),
        ("chữ {%p if ton_tai %}", "phải đứng một mình trong đoạn"),
        ("{%tr for dong in bang_nhiem_vu %}", "không nằm trong bảng"),
        ("{%p else %}", "không nằm trong {% if %} nào"),
    ],
)
def test_every_fault_is_told_in_plain_words(written: str, expected: str) -> None:
    found = said(written)
    assert any(expected in one for one in found), found
    assert all("đoạn 1" in one for one in found)


def test_what_is_inside_a_line_or_a_row_is_checked_too() -> None:
    found = said("{%p for muc in ket_qua %}", "{{ muc.nhonm }} {{ muk }}", "{%p endfor %}")
    assert "có phải là .nhom?" in found[0]
    assert "có phải là {{ muc }}?" in found[1]
    assert (
        said("{%p for d in bang_nhiem_vu %}", "{{ d.thoi_han }} {{ loop.index }}", "{%p endfor %}")
        == []
    )


def test_loops_that_cross_are_told() -> None:
    found = said("{%p for a in ket_qua %}", "{%p if ton_tai %}", "{%p endfor %}", "{%p endif %}")
    assert any("đang chờ kết thúc của {%p if ton_tai %}" in one for one in found)


def test_a_loop_over_several_paragraphs_needs_its_p() -> None:
    found = said("{% for muc in ket_qua %}", "{{ muc }}", "{% endfor %}")
    assert "hãy viết {%p for muc in ket_qua %}" in found[0]
    assert said("{% for muc in ket_qua %}{{ muc }}; {% endfor %}") == []


def test_marks_that_word_cut_into_pieces_are_whole_again() -> None:
    one = opened(p(split("Cơ quan: {{ ten_co_quan|chu_hoa }} và {{ nam }}")))
    assert one.problems == ()
    assert one.marks == ("{{ ten_co_quan|chu_hoa }}", "{{ nam }}")
    xml = one.parts["word/document.xml"].decode()
    assert ">{{ ten_co_quan|chu_hoa }}" in xml


def test_quotation_marks_of_word_are_understood() -> None:
    assert said("{{ kinh_gui|noi(“; ”) }}") == []


def test_a_file_without_marks_is_told_so() -> None:
    assert "không có dấu nào" in said("Chỉ có chữ.")[0]


@pytest.mark.parametrize(
    ("names", "contents"),
    [
        (("ket_qua", "ton_tai"), "briefing"),
        (("ket_qua", "bai_hoc"), "annual"),
        (("nhom_qua_han",), "tasks"),
        (("diem_bao",), "digest"),
        (("bang_dem", "bang_chi_tieu"), "briefing"),
    ],
)
def test_names_of_one_report_only_tell_whose_contents_it_takes(
    names: tuple[str, ...], contents: str
) -> None:
    loops = [f"{{% for x in {name} %}}{{{{ x }}}}{{% endfor %}}" for name in names]
    one = opened(*loops)
    assert one.problems == ()
    assert one.contents == contents


def test_marks_in_a_table_row() -> None:
    cells = ("{%tr for d in bai_viet %}", "{{ d.ten }}", "{%tr endfor %}")
    rows = [[p(run(one))] for one in cells]
    assert said(table(rows, (9000,))) == []


def test_the_dictionary_names_each_thing_once_and_says_what_it_is() -> None:
    assert len(NAMES) == len(ENTRIES)
    assert all(one.says and one.name.isascii() for one in ENTRIES)


def test_the_guide_prints_the_whole_dictionary() -> None:
    (page,) = [one for one in pages() if one.title == "Các dấu trong mẫu"]
    names, members, shapers = [one.keys for one in page.parts if one.keys]
    assert names == tuple((one.name, one.says) for one in ENTRIES)
    for name, _ in members:
        group, member = name.split(".")
        assert any(member in shape.names for shape in GROUPS[group]), name
    told = [word for name, _ in shapers for word in re.findall(r"\w+", name)]
    assert len(told) == len(shapers)
    assert set(told) <= set(FILTERS)


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        ("{{ ket_qua[0] }}", "in ra câu có thể kèm chú thích nguồn"),
        ("{{ ket_qua[0].chu | chu_hoa }}", "in ra câu có thể kèm chú thích nguồn"),
        ("{{ ket_qua | noi }}", "in ra câu có thể kèm chú thích nguồn"),
        ("{{ bieu_do[0].anh }}", "in ra biểu đồ"),
    ],
)
@pytest.mark.parametrize("kind", ["header", "footer", "footnotes"])
def test_sources_and_charts_belong_into_the_text(shown: str, why: str, kind: str) -> None:
    """Word takes no footnotes elsewhere: they would be lost without a word."""
    tag = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}[kind]
    inner = p(run(shown)) + p(run("{{ trich_yeu }} {{ ket_qua | dem }} {{ bieu_do[0].ten }}"))
    inner = f'<w:footnote w:id="2">{inner}</w:footnote>' if kind == "footnotes" else inner
    part = (kind, f"{TYPE}{kind}+xml", f"<w:{tag} {SPACES}>{inner}</w:{tag}>")
    docx = package(p(run(shown)), more={f"word/{kind}1.xml": part})
    found = read(cleaning.cleaned(ooxml.read(docx), notes=True)).problems
    where = {"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích"}[kind]
    (one,) = (problem.message for problem in found)
    assert one.startswith(f"Dấu {shown} ở đoạn 1 của {where} {why}")
    assert one.endswith("hãy đặt dấu trong phần chữ chính.")


def test_a_text_box_takes_no_sources_either() -> None:
    (one,) = said(p(text_box(p(run("{{ ket_qua[0] }}")))))
    assert "Word không nhận ở khung chữ" in one
    assert said(p(text_box(p(run("{{ ten_co_quan }}"))))) == []
