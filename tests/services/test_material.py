"""What a report of a template is made from, out of a dossier of two years."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from tttt_desktop.domain.records import Kind, ParsedArticle, Span, Status, Task
from tttt_desktop.reporting.plain import line
from tttt_desktop.reporting.tree import Briefing, Section
from tttt_desktop.services import briefing, following, office, review
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.figures import Told
from tttt_desktop.storage.articles import add_article

BEFORE = (
    "Hội nghị triển khai nhiệm vụ năm 2022",
    "Doanh thu viễn thông đạt 698 tỷ đồng.",
    "Ngầm hoá cáp viễn thông tại 10 tuyến phố trung tâm.",
)
AFTER = (
    "Hội nghị triển khai nhiệm vụ năm 2023",
    "Doanh thu viễn thông đạt 742,67 tỷ đồng.",
    "Đã hoàn thành ngầm hoá cáp viễn thông trên 10/10 tuyến phố trung tâm.",
    "Rà soát quy chế phát ngôn báo chí.",
)


@pytest.fixture
def marks(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> dict[str, int]:
    """An article that reviews 2021 and gives a task for 2022, one that reviews 2022 and gives one for 2023."""

    def put(lines: Sequence[str], year: int) -> Callable[..., int]:
        text = "\n".join(lines)
        about = parsed(text, f"{year}.txt", review_year=year - 1, plan_year=year)
        with dossier.store.change("Nhập") as change:
            article = add_article(dossier.store, about, ())
            change.concerns(article)

        def mark(at: int, kind: Kind, task: Task | None = None) -> int:
            start = text.index(lines[at])
            span = Span(start, start + len(lines[at]))
            return review.annotate(dossier, article, span, kind, field="Viễn thông", task=task)

        return mark

    giver = Task(assigner="Phó Chủ tịch UBND tỉnh", deadline_on=date(2022, 9, 30))
    before, after = put(BEFORE, 2022), put(AFTER, 2023)
    return {
        "revenue 2021": before(1, Kind.ACHIEVEMENT),
        "cables": before(2, Kind.TASK, giver),
        "revenue 2022": after(1, Kind.ACHIEVEMENT),
        "done": after(2, Kind.ACHIEVEMENT),
        "press": after(3, Kind.TASK, Task(assigner="Phó Chủ tịch UBND tỉnh")),
    }


def made(dossier: Dossier, key: str, **options: object) -> Briefing:
    return briefing.prepare(dossier, Options(key, scope="all", **options))  # type: ignore[arg-type]


def said(sections: Sequence[Section]) -> list[str]:
    found = []
    for section in sections:
        found += [section.title, *section.paragraphs, *(line(one.line) for one in section.items)]
        found += said(section.parts)
    return found


def table(report: Briefing, title: str) -> list[list[str]]:
    (found,) = (one for one in report.appendices if one.title == title)
    return [[line(cell).replace("\u00a0", " ") for cell in row.cells] for row in found.rows]


def test_the_newest_year_is_meant_where_none_is_chosen(
    dossier: Dossier, marks: dict[str, int]
) -> None:
    assert "năm 2022" in made(dossier, "annual").title
    assert made(dossier, "tasks").title.endswith("năm 2023")


def test_a_year_is_read_with_the_tasks_that_were_given_for_it(
    dossier: Dossier, marks: dict[str, int]
) -> None:
    following.accept(dossier, marks["cables"], marks["done"], 2022)
    report = made(dossier, "annual", year=2022, figures=True)
    found = said(report.sections)
    assert any(
        text.startswith("Tổng số nhiệm vụ được giao: 01 nhiệm vụ, trong đó: đã hoàn thành 01")
        for text in found
    )
    assert any("742,67" in text for text in found)
    assert not any("698" in text for text in found)
    assert table(report, "BIỂU SỐ LIỆU CHỈ TIÊU")[0][3:6] == ["698 [1]", "", "742,67 [2]"]
    (_, row) = table(report, "BẢNG THEO DÕI NHIỆM VỤ")
    assert row[-2] == f"“{AFTER[2]}” [2]"


def test_only_chosen_articles_are_read(dossier: Dossier, marks: dict[str, int]) -> None:
    newer = dossier.article_of(marks["press"])
    report = made(dossier, "annual", year=2022, figures=True, articles=(newer,))
    assert [source.article_id for source in report.sources] == [newer]
    assert not any("được giao: " in text for text in said(report.sections))


def test_tasks_are_those_that_are_followed_in_the_year(
    dossier: Dossier, marks: dict[str, int]
) -> None:
    following.set_status(dossier, [marks["cables"]], Status.UNDER_WAY, 2022)
    following.carry_over(dossier, [marks["cables"]], 2022)
    rows = table(made(dossier, "tasks", year=2023), "BẢNG THEO DÕI NHIỆM VỤ")
    assert [row[1] for row in rows if len(row) > 1] == [f"“{BEFORE[2]}”", f"“{AFTER[3]}”"]
    rows = table(made(dossier, "tasks", year=2022), "BẢNG THEO DÕI NHIỆM VỤ")
    assert [row[-1] for row in rows if len(row) > 1] == ["Đang thực hiện, quá hạn"]


def test_an_indicator_of_two_years_is_drawn(dossier: Dossier, marks: dict[str, int]) -> None:
    drawn: list[Sequence[Told]] = []

    def draw(series: Sequence[Told]) -> bytes:
        drawn.append(series)
        return b"picture"

    chosen = Options("briefing", scope="all", charts=True)
    report = briefing.prepare(dossier, chosen, draw=draw)
    (charts,) = (one.pictures for one in report.appendices if one.pictures)
    assert [[one.figure.as_printed for one in series] for series in drawn] == [
        ["698 tỷ đồng", "742,67 tỷ đồng"]
    ]
    assert charts[0].data == b"picture"
    assert "698 tỷ đồng" in charts[0].description
    assert not any(one.pictures for one in made(dossier, "briefing", charts=True).appendices)


@pytest.mark.parametrize(
    ("signed", "year", "name"),
    [
        ("", 2023, "Sở Thông tin và Truyền thông"),
        ("", 2025, "Sở Khoa học và Công nghệ"),
        ("28/02/2025", 2025, "Sở Thông tin và Truyền thông"),
        ("01/03/2025", 2023, "Sở Khoa học và Công nghệ"),
        ("", None, "Sở Khoa học và Công nghệ"),
    ],
)
def test_the_office_has_the_name_of_its_day(
    dossier: Dossier, signed: str, year: int | None, name: str
) -> None:
    dossier.set_settings(
        {
            "office.name": "Sở Khoa học và Công nghệ",
            "office.former": "28/02/2025 | Sở Thông tin và Truyền thông | | BC-STTTT",
            "office.date": signed,
        }
    )
    assert office.named(dossier, "briefing", year, {}) == name


@pytest.mark.parametrize(("signed", "late"), [("15/09/2022", False), ("05/10/2022", True)])
def test_a_report_knows_no_later_day_than_its_own(
    dossier: Dossier, marks: dict[str, int], signed: str, late: bool
) -> None:
    dossier.set_settings({"office.date": signed})
    report = made(dossier, "tasks", year=2022)
    assert f"tính đến ngày {signed}" in report.opening[0]
    states = [line(cell) for row in report.appendices[0].rows for cell in row.cells]
    assert any("quá hạn" in one for one in states) is late


def test_a_setting_of_one_template_stands_above_that_of_all(dossier: Dossier) -> None:
    dossier.set_settings({"office.place": "Huế", "office.place@annual": "Đà Nẵng"})
    assert office.settings(dossier, "annual", {})("office.place") == "Đà Nẵng"
    assert office.settings(dossier, "digest", {})("office.place") == "Huế"
    assert office.settings(dossier, "annual", {"office.place@annual": ""})("office.place") == "Huế"
