"""What a briefing says, and in which order."""

from dataclasses import replace
from datetime import date

import pytest

from tttt_desktop.domain.records import ArticleState, Basis, FurtherSource, Status, Task
from tttt_desktop.reporting.kinds.outline import build
from tttt_desktop.reporting.numerals import count, point, roman
from tttt_desktop.reporting.plain import line
from tttt_desktop.reporting.tree import Office, Options

FIELDS = ("Chuyển đổi số, CNTT", "Viễn thông", "Báo chí, xuất bản")
TODAY = date(2023, 12, 1)
NOBODY = Office()


def made(pages, office=NOBODY, today=TODAY, **options):
    return build(pages, office, Options(**options), fields=FIELDS, today=today)


def headings(sections):
    for section in sections:
        yield f"{section.label} {section.title}"
        yield from headings(section.parts)


def lines(sections):
    for section in sections:
        yield from (line(item.line).replace("\u00a0", " ") for item in section.items)
        yield from lines(section.parts)


def table(briefing, title):
    return next(one for one in briefing.appendices if one.title == title)


def test_sections_and_their_groups(make_page):
    assert list(headings(made([make_page(1)]).sections)) == [
        "I. KẾT QUẢ, THÀNH TÍCH NỔI BẬT",
        "1. Viễn thông",
        "II. TỒN TẠI, HẠN CHẾ; NGUYÊN NHÂN",
        "1. Chuyển đổi số, CNTT",
        "III. NHIỆM VỤ LÃNH ĐẠO GIAO",
        "1. Nhiệm vụ do Phó Chủ tịch UBND tỉnh Lê Văn Mẫu giao",
        "a) Chuyển đổi số, CNTT",
        "b) Báo chí, xuất bản",
        "IV. NHIỆM VỤ TỰ ĐỀ RA",
        "1. Viễn thông",
    ]


def test_each_line_quotes_or_says_and_names_its_source(make_page):
    assert list(lines(made([make_page(1)]).sections)) == [
        "- “Tổng doanh thu viễn thông ước đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.” [1]",
        "- “tiến độ số hóa hồ sơ tại cấp xã còn chậm do thiếu thiết bị.” [1]"
        " Nguyên nhân: “thiếu thiết bị”. Giải pháp: Bổ sung máy quét cho các xã.",
        "- “sớm hoàn thành đề án chuyển đổi số trước ngày 30/6/2023” (chủ trì: Sở Khoa học và Công nghệ;"
        " phối hợp: Sở Tài chính, Sở Nội vụ; thời hạn: trước ngày 30/6/2023) [1].",
        "- Quản lý chặt chẽ hoạt động báo chí [1].",
        "- “Năm 2023, Sở tiếp tục phủ sóng di động tại 12 thôn vùng sâu.” [1]",
    ]


def test_without_sources_no_line_has_a_mark(make_page):
    assert not any("[" in text for text in lines(made([make_page(1)], sources=False).sections))


def test_quotation_below_a_reworded_line_only_when_wanted(make_page):
    def quotes(sections):
        for section in sections:
            yield from (line(quote) for item in section.items for quote in item.quotes)
            yield from quotes(section.parts)

    assert list(quotes(made([make_page(1)]).sections)) == []
    assert list(quotes(made([make_page(1)], quotes=True).sections)) == [
        "Nguyên văn: “tăng cường công tác quản lý báo chí.”"
    ]


def test_quotation_that_quotes_gets_other_marks(make_page):
    page = make_page(1)
    inner = replace(page.annotations[0], quote="mô hình “một cửa” đạt 100%")
    briefing = made([replace(page, annotations=(inner,))])
    assert list(lines(briefing.sections)) == ["- «mô hình “một cửa” đạt 100%» [1]."]


def test_proposals_are_a_section_only_with_text(make_page):
    assert made([make_page(1)], proposals=" \n").sections[-1].title == "NHIỆM VỤ TỰ ĐỀ RA"
    last = made([make_page(1)], proposals="Bố trí kinh phí.\n\nTập huấn.").sections[-1]
    assert (last.label, last.title) == ("V.", "ĐỀ XUẤT")
    assert last.paragraphs == ("Bố trí kinh phí.", "Tập huấn.")


def test_own_plans_are_never_counted_as_assigned(make_page):
    briefing = made([make_page(1)])
    assert "02 nhiệm vụ được giao; 01 nhiệm vụ tự đề ra" in briefing.opening[0]
    groups = [
        row.cells[0].text
        for row in table(briefing, "BẢNG THEO DÕI NHIỆM VỤ").rows
        if len(row.cells) == 1
    ]
    assert groups == [
        "Nhiệm vụ do Phó Chủ tịch UBND tỉnh Lê Văn Mẫu giao: 02 nhiệm vụ"
        " (đang thực hiện, quá hạn 01; chưa thực hiện 01)",
        "Nhiệm vụ tự đề ra (không tính vào số nhiệm vụ được giao): 01 nhiệm vụ (chưa thực hiện 01)",
    ]


def test_task_rows_leave_the_unknown_blank(make_page):
    rows = [
        row
        for row in table(made([make_page(1)]), "BẢNG THEO DÕI NHIỆM VỤ").rows
        if len(row.cells) > 1
    ]
    known, unknown = ([line(cell) for cell in row.cells] for row in rows[:2])
    assert known == [
        "1",
        "“sớm hoàn thành đề án chuyển đổi số trước ngày 30/6/2023”",
        "Phó Chủ tịch UBND tỉnh Lê Văn Mẫu",
        "Quyết định số 139/QĐ-UBND ngày 10/01/2014 của UBND tỉnh\nbài [1], đoạn 4",
        "Sở Khoa học và Công nghệ",
        "Sở Tài chính; Sở Nội vụ",
        "trước ngày 30/6/2023",
        "",
        "Đang thực hiện, quá hạn",
    ]
    assert unknown[4:8] == ["", "", "", ""]


@pytest.mark.parametrize(
    ("status", "on", "printed"),
    [
        (Status.NOT_STARTED, date(2023, 11, 30), "Chưa thực hiện, quá hạn"),
        (Status.NOT_STARTED, TODAY, "Chưa thực hiện"),
        (Status.NOT_STARTED, None, "Chưa thực hiện"),
        (Status.COMPLETED, date(2023, 1, 1), "Hoàn thành"),
        (Status.DROPPED, date(2023, 1, 1), "Không còn phù hợp"),
    ],
)
def test_overdue_is_computed(make_page, status, on, printed):
    page = make_page(1)
    task = replace(page.annotations[2], task=Task(status=status, deadline_on=on))
    briefing = made([replace(page, annotations=(task,))])
    assert table(briefing, "BẢNG THEO DÕI NHIỆM VỤ").rows[1].cells[-1].text == printed


def test_the_same_post_in_two_provinces_is_two_givers(make_page):
    def page(number, province):
        one = make_page(number, province=province)
        mark = replace(one.annotations[2], task=Task(assigner="Phó Chủ tịch UBND tỉnh"))
        return replace(one, annotations=(mark,))

    givers = made([page(1, "Quảng Ninh"), page(2, "Bình Định")]).sections[2].parts
    assert [giver.title for giver in givers] == [
        "Nhiệm vụ do Phó Chủ tịch UBND tỉnh giao (Quảng Ninh)",
        "Nhiệm vụ do Phó Chủ tịch UBND tỉnh giao (Bình Định)",
    ]


def test_tasks_without_a_giver_come_last(make_page):
    page = make_page(1)
    nameless = replace(page.annotations[2], task=Task())
    briefing = made([replace(page, annotations=(nameless, page.annotations[3]))])
    assert [part.title for part in briefing.sections[2].parts][-1] == "Chưa nêu người giao"


def test_orders(make_page):
    pages = [make_page(1, province="Quảng Ninh"), make_page(2, province="Bình Định")]
    by_province = made(pages, order="province").sections[0].parts
    assert [part.title for part in by_province] == [
        "Tỉnh, thành phố: Bình Định",
        "Tỉnh, thành phố: Quảng Ninh",
    ]
    by_article = made(pages, order="article").sections[0].parts
    assert [part.title[:8] for part in by_article] == ["Bài [1]:", "Bài [2]:"]


def test_sources_are_numbered_by_day_and_listed_last(make_page):
    briefing = made([make_page(9), make_page(3, published_on=None), make_page(2)])
    assert [source.article_id for source in briefing.sources] == [2, 9, 3]
    rows = table(briefing, "DANH SÁCH BÀI VIẾT").rows
    assert [row.bookmarks for row in rows] == [("bai_1",), ("bai_2",), ("bai_3",)]
    assert [cell.text for cell in rows[0].cells][2:] == [
        "Báo Hạ Long",
        "07/01/2023",
        "Minh Thử",
        "tong-ket-nam-2022-bai-so-002.html",
    ]


def test_appendices_are_numbered_only_when_there_are_several(make_page):
    assert [one.label for one in made([make_page(1)], figures=True).appendices] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
    ]
    alone = made([make_page(1, marks=False)])
    assert [one.label for one in alone.appendices] == ["Phụ lục"]
    assert "(danh sách tại Phụ lục)" in alone.opening[0]


def test_figures_as_printed(make_page):
    row = table(made([make_page(1)], figures=True), "BẢNG SỐ LIỆU").rows[0]
    assert [line(cell) for cell in row.cells] == [
        "1",
        "doanh thu viễn thông",
        "742,67 tỷ đồng",
        "tỷ đồng",
        "tăng 6,4%",
        "cùng kỳ",
        "[1]",
    ]


def test_an_empty_report_says_so():
    briefing = made([])
    assert briefing.appendices == ()
    assert "chưa có bài viết nào" in briefing.opening[0]
    assert all(section.paragraphs for section in briefing.sections)
    assert briefing.closing.endswith("./.")


def test_title_names_the_years_that_are_known(make_page):
    assert made([make_page(1), make_page(2, plan_year=2025)]).title == (
        "Tổng hợp kết quả, tồn tại, hạn chế năm 2022 và nhiệm vụ được giao các năm 2023 - 2025 qua các bài viết"
    )
    assert made([make_page(1)], title=" Tên \n riêng ").title == "Tên riêng"


def test_notices(make_page):
    page = make_page(1, state=ArticleState.READING)
    marks = list(page.annotations)
    marks[0] = replace(marks[0], statement="Doanh thu 74,2 tỷ đồng, tăng 6,4%")
    marks[1] = replace(marks[1], lost=True)
    found = made([replace(page, annotations=tuple(marks))]).warnings
    assert [str(notice) for notice in found] == [
        "Số 74,2 không có trong trích dẫn (gốc: 742,67; 6,4).",
        "01 đánh dấu đã mất chỗ trong bài; câu trích là của bản cũ.",
        "01 nhiệm vụ được giao chưa rõ đơn vị chủ trì.",
        "01 nhiệm vụ được giao chưa có thời hạn.",
        "01 bài viết chưa đọc xong.",
    ]
    assert found[0].refs == ((1, 100),)


def test_numbers_count_as_the_same_however_written(make_page):
    page = make_page(1)
    mark = replace(page.annotations[0], quote="đạt 1.946 hồ sơ", statement="Đạt 1946 hồ sơ")
    assert made([replace(page, annotations=(mark,))]).warnings == ()


def test_numerals():
    assert [roman(n) for n in (1, 4, 9, 14, 40, 89)] == ["I", "IV", "IX", "XIV", "XL", "LXXXIX"]
    assert "".join(point(n) for n in range(10)) == "abcdđeghik"
    assert [point(22), point(23), point(24)] == ["y", "aa", "ab"]
    assert [count(n) for n in (0, 7, 12, 5000)] == ["00", "07", "12", "5.000"]


def test_basis_decides_the_section(make_page):
    page = make_page(1)
    moved = replace(page.annotations[4], task=Task(Basis.ASSIGNED, assigner="Giám đốc Sở"))
    briefing = made([replace(page, annotations=(moved,))])
    assert [section.title for section in briefing.sections][-1] == "NHIỆM VỤ LÃNH ĐẠO GIAO"


def test_where_else_an_article_was_published_is_told(make_page):
    elsewhere = (
        FurtherSource("a.html", "Báo Thử", published_on=date(2023, 1, 6)),
        FurtherSource("b.docx"),
    )
    page = make_page(1)
    page = replace(page, article=replace(page.article, outlet="Báo Mẫu", sources=elsewhere))
    briefing = made([page])
    assert briefing.sources[0].also == ("Báo Thử (06/01/2023)", "b.docx")
    (row,) = briefing.appendices[-1].rows
    assert row.cells[2].text == "Báo Mẫu, cũng đăng: Báo Thử (06/01/2023); b.docx"
    assert "trên Báo Mẫu, Báo Thử (danh sách" in briefing.opening[0]


def test_outlets_are_named_only_where_every_article_has_one(make_page):
    pages = [make_page(1), make_page(2)]
    assert " trên Cổng thông tin" in made(pages).opening[0]
    unknown = replace(pages[1], article=replace(pages[1].article, outlet=""))
    assert " trên Cổng thông tin" not in made([pages[0], unknown]).opening[0]
