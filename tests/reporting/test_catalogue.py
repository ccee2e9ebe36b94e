"""Every template of the catalogue: the decree's rules, a strict validator, other programs, golden text, what it says.

The golden files are the text parts of small reports. After a wanted change of the layout, write them anew with
`TTTT_REFRESH_GOLDEN=1 pytest tests/reporting/test_catalogue.py -k golden` and read the difference.
"""

import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from hostile import HOSTILE, hostile_page
from lxml import etree
from validating import validated

from tttt_desktop.domain.consolidation import Line, Passage
from tttt_desktop.domain.records import Kind, Span
from tttt_desktop.reporting.catalogue import TEMPLATES
from tttt_desktop.reporting.footnotes import named
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.plain import line, to_parts
from tttt_desktop.reporting.tree import Office, Options, Source
from tttt_desktop.reporting.word import document_xml, to_docx

GOLDEN = Path(__file__).parents[1] / "golden"
TODAY = date(2023, 12, 1)
FIELDS = ("Chuyển đổi số, CNTT", "Viễn thông", "Báo chí, xuất bản")
OFFICE = Office(
    "UBND tỉnh Quảng Ninh", "Sở Khoa học và Công nghệ", "Quảng Ninh", "BC-SKHCN", "07",
    date(2023, 12, 1), ("Ủy ban nhân dân tỉnh",), signer_title="Giám đốc", signer_name="Trần Minh Thử",
)  # fmt: skip
PROPOSALS = (
    "UBND tỉnh: bố trí kinh phí số hóa.\nBộ Khoa học và Công nghệ: sớm có hướng dẫn.\nTập huấn."
)
BOTH = pytest.mark.parametrize("key", TEMPLATES)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(key, pages, known=None, lines=(), office=OFFICE, **options):
    chosen = {"year": 2022, "figures": True, "charts": True, "quotes": True, "proposals": PROPOSALS}
    return TEMPLATES[key].build(
        pages, office, Options(key, **chosen | options), fields=FIELDS, lines=lines, today=TODAY,
        known=known or Known(),
    )  # fmt: skip


def save(path, briefing):
    path.write_bytes(to_docx(briefing))
    return path


def texts(briefing):
    """Every paragraph and line of the text, marks of the sources as "[n]"."""
    found = [*briefing.opening]

    def walk(sections):
        for section in sections:
            found.append(f"{section.label} {section.title}")
            found.extend(section.paragraphs)
            found.extend(line(one.line).replace("\u00a0", " ") for one in section.items)
            walk(section.parts)

    walk(briefing.sections)
    return [*found, briefing.closing]


def rows(briefing, title):
    table = next(one for one in briefing.appendices if one.title == title)
    return [[line(cell).replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def between(found, start, stop):
    return found[found.index(start) + 1 : found.index(stop)]


@BOTH
@pytest.mark.parametrize("notes", ["footnotes", "numbers"])
def test_keeps_the_decree(key, notes, two_years, followed, broken_rules, tmp_path):
    path = save(tmp_path / "a.docx", made(key, two_years, followed, notes=notes))
    assert broken_rules(path) == []


@BOTH
def test_with_nothing_known_keeps_the_decree(key, broken_rules, tmp_path):
    path = save(tmp_path / "a.docx", made(key, [], office=Office(), proposals=""))
    assert broken_rules(path) == []


@BOTH
@pytest.mark.parametrize("notes", ["footnotes", "numbers"])
def test_validator_finds_nothing_and_python_docx_reads_it(
    key, notes, two_years, followed, tmp_path
):
    path = save(tmp_path / "a.docx", made(key, two_years, followed, notes=notes))
    result = validated(path)
    assert (result.is_valid, list(result.errors)) == (True, [])
    assert len(docx.Document(str(path)).paragraphs) > 5


@BOTH
def test_hostile_text_harms_nothing(key, make_page, broken_rules, tmp_path):
    said = f"{HOSTILE}: x\n{HOSTILE}"
    path = save(tmp_path / "a.docx", made(key, [hostile_page(make_page(1))], proposals=said))
    assert broken_rules(path) == []
    assert list(validated(path).errors) == []


@BOTH
def test_golden_text_part(key, two_years, followed):
    root = etree.fromstring(document_xml(made(key, two_years, followed), "").encode("utf-8"))
    etree.indent(root)
    printed = etree.tostring(root, encoding="unicode") + "\n"
    golden = GOLDEN / f"template_{key}.xml"
    if os.environ.get("TTTT_REFRESH_GOLDEN"):
        golden.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == golden.read_text(encoding="utf-8")


@BOTH
def test_bookmarks_stand_once(key, two_years, followed):
    names = re.findall(
        r'bookmarkStart w:id="\d+" w:name="(\w+)"', document_xml(made(key, two_years, followed))
    )
    assert len(names) == len(set(names))


@BOTH
def test_the_preview_says_what_the_document_says(key, two_years, followed):
    briefing = made(key, two_years, followed)
    html = re.sub(r"<[^>]+>", "", "".join(part.html for part in to_parts(briefing)))
    flat = " ".join(html.replace("\u00a0", " ").split())
    for section in briefing.sections:
        assert f"{section.label} {section.title}" in flat


def test_the_years_report_has_its_four_parts(two_years, followed):
    found = texts(made("annual", two_years, followed))
    chapters = [text for text in found if re.match(r"[IVX]+\. ", text)]
    assert chapters == [
        "I. KẾT QUẢ THỰC HIỆN NĂM 2022",
        "II. ĐÁNH GIÁ CHUNG",
        "III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023",
        "IV. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    assert between(found, "1. Công tác chỉ đạo, điều hành", "2. Kết quả theo lĩnh vực") == ["……"]
    assert between(found, "1. Ưu điểm", "2. Tồn tại, hạn chế") == ["……"]


def test_the_years_report_counts_the_tasks_of_its_year(two_years, followed):
    found = texts(made("annual", two_years, followed))
    assert (
        "Tổng số nhiệm vụ được giao: 02 nhiệm vụ, trong đó: đã hoàn thành 01 nhiệm vụ (đúng hạn 01); "
        "đang thực hiện 01 nhiệm vụ (quá hạn 01) (chi tiết tại Phụ lục I)."
    ) in found
    ahead = found[found.index("III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023") :]
    assert sum("đề án chuyển đổi số" in text for text in ahead) == 2  # articles 1 and 2, not 3


def test_the_years_report_has_no_part_on_tasks_that_nobody_gave(make_page):
    found = texts(made("annual", [make_page(1)]))
    assert not any("Thực hiện nhiệm vụ được giao" in text for text in found)


def test_a_cause_stands_under_causes_and_not_under_shortcomings(two_years, followed):
    found = texts(made("annual", two_years, followed))
    shortcomings = between(found, "2. Tồn tại, hạn chế", "3. Nguyên nhân")
    assert not any("Nguyên nhân" in text for text in shortcomings)
    causes = between(found, "3. Nguyên nhân", "4. Bài học kinh nghiệm")
    assert causes == ["- “thiếu thiết bị” [2].", "- “thiếu thiết bị” [3]."]
    assert "- Bổ sung máy quét cho các xã [2]." in found


@pytest.mark.parametrize(
    ("cause", "before", "heading"),
    [
        ("nguyên nhân khách quan là mưa lũ", "", "a) Nguyên nhân khách quan"),
        ("cán bộ chủ quan", "", "a) Nguyên nhân chủ quan"),
        ("mưa lũ", "Về khách quan, do ", "a) Nguyên nhân khách quan"),
        ("mưa lũ", "Do ", "- “mưa lũ” [1]."),
        ("cả khách quan và chủ quan", "", "- “cả khách quan và chủ quan” [1]."),
    ],
)
def test_causes_are_told_apart_where_the_article_does(make_page, cause, before, heading):
    page = make_page(1)
    text = f"{page.text}\n{before}{cause}."
    start = len(page.text) + 1 + len(before)
    marks = tuple(
        replace(mark, cause=cause, cause_span=Span(start, start + len(cause)))
        if mark.kind is Kind.SHORTCOMING
        else mark
        for mark in page.annotations
    )
    found = texts(made("annual", [replace(page, text=text, annotations=marks)]))
    assert found[found.index("3. Nguyên nhân") + 1] == heading


def test_figures_of_two_years_stand_side_by_side(two_years, followed):
    table = rows(made("annual", two_years, followed), "BIỂU SỐ LIỆU CHỈ TIÊU")
    assert table == [
        ["1", "Doanh thu viễn thông", "tỷ đồng", "698 [1]", "", "742,67 [2]", "", "tăng 6,4%"]
    ]


def test_a_rate_that_no_article_tells_is_computed_and_marked(two_years, followed):
    def bare(mark):
        return replace(
            mark, figures=tuple(replace(one, change="", compared="") for one in mark.figures)
        )

    pages = [replace(page, annotations=tuple(map(bare, page.annotations))) for page in two_years]
    briefing = made("annual", pages, followed)
    assert rows(briefing, "BIỂU SỐ LIỆU CHỈ TIÊU")[0][-1] == "tăng 6,4% (*)"
    (table,) = (one for one in briefing.appendices if one.title == "BIỂU SỐ LIỆU CHỈ TIÊU")
    assert table.remarks[0].startswith("(*) Tính từ hai số liệu")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            Source(1, 1, "Tên bài", "Báo Mẫu", date(2023, 1, 6)),
            "Báo Mẫu, ngày 06/01/2023: “Tên bài”",
        ),
        (Source(1, 1, "Tên “bài”", "Báo Mẫu"), "Báo Mẫu: «Tên “bài”»"),
        (Source(1, 1, "Tên bài", file_name="a.txt"), "“Tên bài”"),
        (
            Source(1, 1, " ", published_on=date(2023, 1, 6), file_name="a.txt"),
            "Ngày 06/01/2023: a.txt",
        ),
    ],
)
def test_a_footnote_says_what_is_known_of_an_article(source, said):
    assert named(source) == said


def test_proposals_stand_by_receiver(two_years):
    found = texts(made("annual", two_years))
    start = found.index("IV. KIẾN NGHỊ, ĐỀ XUẤT")
    assert found[start + 1 : -1] == [
        "Tập huấn.",
        "1. Đối với UBND tỉnh",
        "- Bố trí kinh phí số hóa.",
        "2. Đối với Bộ Khoa học và Công nghệ",
        "- Sớm có hướng dẫn.",
    ]


def test_followed_tasks_stand_by_giver_with_state_and_result(two_years, followed):
    briefing = made("tasks", two_years, followed)
    group, done, late = rows(briefing, "BẢNG THEO DÕI NHIỆM VỤ")
    assert group == [
        "Nhiệm vụ do Phó Chủ tịch UBND tỉnh Lê Văn Mẫu giao: 02 nhiệm vụ "
        "(đã hoàn thành, đúng hạn 01; đang thực hiện, quá hạn 01)"
    ]
    assert done[-2:] == [
        "Hoàn thành ngày 20/06/2022; “Tổng doanh thu viễn thông ước đạt 742,67 tỷ đồng, tăng 6,4% so với "
        "cùng kỳ.” [2]",
        "Đã hoàn thành, đúng hạn",
    ]
    assert late[-2:] == ["Đang lấy ý kiến các sở", "Đang thực hiện, quá hạn"]
    found = texts(briefing)
    assert found[1:4] == [
        "I. KẾT QUẢ CHUNG",
        "- Đã hoàn thành 01 nhiệm vụ (đúng hạn 01).",
        "- Đang thực hiện 01 nhiệm vụ (quá hạn 01).",
    ]
    late_ones = found[found.index("II. NHIỆM VỤ QUÁ HẠN") :]
    assert any("Quản lý chặt chẽ hoạt động báo chí" in text for text in late_ones)
    assert briefing.appendices[0].landscape


def test_a_task_without_deadline_is_in_no_time(make_page):
    states = [
        row[-1]
        for row in rows(made("tasks", [make_page(1)]), "BẢNG THEO DÕI NHIỆM VỤ")
        if len(row) > 1
    ]
    assert states == ["Đang thực hiện, quá hạn", "Chưa xác định thời hạn", "Chưa xác định thời hạn"]


def test_the_digest_goes_article_by_article(two_years):
    found = texts(made("digest", two_years[:1]))
    title = "Sở Khoa học và Công nghệ tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023"
    assert found[1:5] == [
        "I. NỘI DUNG CÁC BÀI VIẾT",
        f"1. {title}",
        "Cổng thông tin điện tử tỉnh; ngày 06/01/2023; tác giả: Minh Thử; Quảng Ninh.",
        "Tóm tắt theo lời mở đầu của bài: “Sáng 06/01/2023, Sở tổ chức hội nghị. Tổng doanh thu viễn thông ước "
        "đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.”",
    ]
    assert found[-3:-1] == ["đ) Nhận xét, đề xuất xử lý", "……"]


def test_the_digest_counts(two_years):
    table = rows(made("digest", two_years), "BẢNG TỔNG HỢP ĐIỂM BÁO")
    assert table[0] == ["Theo nguồn"]
    assert table[-1] == ["", "Tổng số", "03", "03", "03", "06", "03"]


def test_the_digest_leaves_out_what_was_left_out(make_page):
    passage = Passage(100, 1, Kind.ACHIEVEMENT, False, None, 0, "")
    left_out = Line((passage,), left_out=True)
    found = texts(made("digest", [make_page(1)], lines=[left_out]))
    assert not any(text.startswith("- “Tổng doanh thu") for text in found)


def test_a_title_in_capitals_is_no_section(make_page, broken_rules, tmp_path):
    path = save(tmp_path / "a.docx", made("digest", [make_page(1, title="TỔNG KẾT NĂM 2022")]))
    assert broken_rules(path) == []


def test_a_chart_has_words_and_lies_in_the_file(two_years, followed, tmp_path):
    path = save(tmp_path / "a.docx", made("annual", two_years, followed))
    with zipfile.ZipFile(path) as package:
        assert package.read("word/media/bieu_do_1.png") == followed.pictures[0].data
        root = etree.fromstring(package.read("word/document.xml"))
    (words,) = {one.get("descr") for one in root.iter() if one.tag.endswith("}docPr")}
    assert words == 'Biểu đồ "cột" & số'


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_turns_each_into_pages(two_years, followed, tmp_path):
    paths = [save(tmp_path / f"{key}.docx", made(key, two_years, followed)) for key in TEMPLATES]
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", "txt:Text", "--outdir", str(tmp_path), *map(str, paths)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    for path in paths:
        text = path.with_suffix(".txt").read_text(encoding="utf-8-sig")
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
        assert "BÁO CÁO" in text
