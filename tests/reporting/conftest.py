"""Reports made of invented articles, in the sizes and shapes an office can hand us."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tttt_desktop.domain.following import Evidence, FollowedTask
from tttt_desktop.domain.records import (
    Annotation,
    Article,
    ArticleState,
    Basis,
    Figure,
    Kind,
    LegalDocument,
    Page,
    Span,
    Status,
    Task,
)
from tttt_desktop.reporting.kinds.outline import build
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.tree import Briefing, Office, Options, Picture

FIELDS = ("Chuyển đổi số, CNTT", "Bưu chính", "Viễn thông", "Báo chí, xuất bản", "Tổ chức, khác")
TODAY = date(2023, 12, 1)
OFFICE = Office(
    parent="Ủy ban nhân dân tỉnh Quảng Ninh",
    name="Sở Khoa học và Công nghệ",
    place="Quảng Ninh",
    symbol="BC-SKHCN",
    addressees=("Ủy ban nhân dân tỉnh",),
    authority="KT. Giám đốc",
    signer_title="Phó Giám đốc",
    signer_name="Trần Minh Thử",
    recipients=("Văn phòng UBND tỉnh", "Các phòng, đơn vị thuộc Sở"),
    archive="VT, VP",
)
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TEXT = (
    "Sở tổng kết công tác năm 2022\n"
    "Sáng 06/01/2023, Sở tổ chức hội nghị. Tổng doanh thu viễn thông ước đạt 742,67 tỷ đồng, tăng 6,4% so "
    "với cùng kỳ.\n"
    "Tuy nhiên, tiến độ số hóa hồ sơ tại cấp xã còn chậm do thiếu thiết bị.\n"
    "Phó Chủ tịch UBND tỉnh Lê Văn Mẫu yêu cầu Sở sớm hoàn thành đề án chuyển đổi số trước ngày 30/6/2023; "
    "tăng cường công tác quản lý báo chí.\n"
    "Năm 2023, Sở tiếp tục phủ sóng di động tại 12 thôn vùng sâu."
)
PASSAGES = {
    "result": "Tổng doanh thu viễn thông ước đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.",
    "weak": "tiến độ số hóa hồ sơ tại cấp xã còn chậm do thiếu thiết bị.",
    "cause": "thiếu thiết bị",
    "order": "sớm hoàn thành đề án chuyển đổi số trước ngày 30/6/2023",
    "order2": "tăng cường công tác quản lý báo chí.",
    "plan": "Năm 2023, Sở tiếp tục phủ sóng di động tại 12 thôn vùng sâu.",
}


def at(name: str, text: str = TEXT) -> Span:
    """Where a passage stands in the text."""
    start = text.index(PASSAGES[name])
    return Span(start, start + len(PASSAGES[name]))


def mark(number: int, article: int, kind: Kind, name: str, **values) -> Annotation:
    """An annotation on a named passage."""
    return Annotation(number, article, kind, at(name), PASSAGES[name], **values)


def page(number: int, *, marks: bool = True, **values) -> Page:
    """One invented article with an annotation of every kind; ids are 100 * number and up."""
    first = 100 * number
    task = Task(
        Basis.ASSIGNED,
        "Phó Chủ tịch UBND tỉnh Lê Văn Mẫu",
        "Sở Khoa học và Công nghệ",
        ("Sở Tài chính", "Sở Nội vụ"),
        "trước ngày 30/6/2023",
        date(2023, 6, 30),
        (LegalDocument(as_printed="Quyết định số 139/QĐ-UBND ngày 10/01/2014 của UBND tỉnh"),),
        Status.UNDER_WAY,
    )
    figures = (
        Figure(
            "742,67 tỷ đồng",
            742.67,
            None,
            "tỷ đồng",
            "doanh thu viễn thông",
            "tăng 6,4%",
            "cùng kỳ",
        ),
    )
    annotations = (
        mark(first, number, Kind.ACHIEVEMENT, "result", field="Viễn thông", figures=figures),
        mark(
            first + 1,
            number,
            Kind.SHORTCOMING,
            "weak",
            field="Chuyển đổi số, CNTT",
            cause="thiếu thiết bị",
            cause_span=at("cause"),
            remedy="Bổ sung máy quét cho các xã",
        ),
        mark(first + 2, number, Kind.TASK, "order", field="Chuyển đổi số, CNTT", task=task),
        mark(
            first + 3,
            number,
            Kind.TASK,
            "order2",
            field="Báo chí, xuất bản",
            statement="Quản lý chặt chẽ hoạt động báo chí",
            task=Task(assigner="Phó Chủ tịch UBND tỉnh Lê Văn Mẫu"),
        ),
        mark(first + 4, number, Kind.TASK, "plan", field="Viễn thông", task=Task(Basis.OWN_PLAN)),
    )
    about = {
        "title": "Sở Khoa học và Công nghệ tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023",
        "outlet": ("Báo Quảng Ninh", "Cổng thông tin điện tử tỉnh", "Báo Hạ Long")[number % 3],
        "byline": "Minh Thử",
        "published_on": date(2023, 1, 5 + number % 25),
        "province": "Quảng Ninh",
        "review_year": 2022,
        "plan_year": 2023,
        "state": ArticleState.DONE,
    } | values
    article = Article(number, f"tong-ket-nam-2022-bai-so-{number:03d}.html", **about)
    return Page(article, number, TEXT, annotations if marks else ())


@pytest.fixture
def make_page() -> Callable[..., Page]:
    return page


@pytest.fixture
def three() -> Briefing:
    """Three articles, an office with all its settings."""
    return build([page(n) for n in (1, 2, 3)], OFFICE, Options(), fields=FIELDS, today=TODAY)


@pytest.fixture
def followed() -> Known:
    """Of the tasks of article 3 one was finished in time, as article 1 tells; the other is overdue."""

    def task(number: int, name: str, **values) -> FollowedTask:
        return FollowedTask(number, 3, at(name).start, PASSAGES[name], 2022, 2022, **values)

    told = Evidence(100, 1, Kind.ACHIEVEMENT, PASSAGES["result"], published_on=date(2023, 1, 6))
    done = task(302, "order", status=Status.COMPLETED, deadline_on=date(2022, 6, 30),
                done_on=date(2022, 6, 20), evidence=(told,))  # fmt: skip
    late = task(303, "order2", deadline_on=date(2022, 9, 30), note="Đang lấy ý kiến các sở")
    chart = Picture(PNG, 5_400_000, 2_700_000, 'Biểu đồ "cột" & số', "Biểu đồ 1. Doanh thu")
    return Known({302: done, 303: late}, (chart,))


@pytest.fixture
def two_years() -> list[Page]:
    """Articles 1 and 2 review 2022 and plan 2023, article 3 reviews 2021 and plans 2022."""
    before = page(3, review_year=2021, plan_year=2022, published_on=date(2022, 1, 7))
    figure = Figure("698 tỷ đồng", 698.0, None, "tỷ đồng", "doanh thu viễn thông")
    marks = tuple(
        replace(mark, figures=(figure,)) if mark.figures else mark for mark in before.annotations
    )
    return [page(1), page(2), replace(before, annotations=marks)]
