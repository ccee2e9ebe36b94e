"""What is told of the lines of a report before it goes out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tttt_desktop.domain.records import Annotation, Kind, Page, Span, Task
from tttt_desktop.reporting.kinds.outline import build
from tttt_desktop.reporting.tree import Notice, Office, Options

Make = Callable[..., Page]


def found(page: Page, *marks: Annotation) -> list[Notice]:
    made = build([replace(page, annotations=marks)], Office(), Options(), today=date(2023, 12, 1))
    return list(made.warnings)


def line(kind: Kind, quote: str, **values: object) -> Annotation:
    return Annotation(1, 1, kind, Span(0, len(quote)), quote, **values)  # type: ignore[arg-type]


def test_a_task_that_says_nothing_of_who_and_when(make_page: Make) -> None:
    task = line(Kind.TASK, "Rà soát quy hoạch.", task=Task())
    told = found(make_page(1), task)
    assert [str(one) for one in told] == [
        "01 nhiệm vụ được giao chưa rõ người giao.",
        "01 nhiệm vụ được giao chưa rõ đơn vị chủ trì.",
        "01 nhiệm vụ được giao chưa có thời hạn.",
    ]
    assert all(one.refs == ((1, 1),) and one.remedy.startswith("Hãy ") for one in told)


@pytest.mark.parametrize(
    "quote",
    [
        "Sở hoàn thành 12/12 nhiệm vụ được giao.",
        "Doanh thu bưu chính vượt kế hoạch năm.",
        "Chỉ số cải cách hành chính đứng đầu cả nước.",
    ],
)
def test_a_result_among_the_shortcomings(quote: str, make_page: Make) -> None:
    (notice,) = found(make_page(1), line(Kind.SHORTCOMING, quote))
    assert "viết như một kết quả" in notice.message


@pytest.mark.parametrize(
    "quote",
    [
        "Chưa hoàn thành 3 nhiệm vụ được giao.",
        "Tỷ lệ hồ sơ trực tuyến còn thấp.",
        "Một số thôn chưa có sóng.",
        "Doanh thu giảm 12%.",
        "Số vụ tấn công mạng tăng.",
    ],
)
def test_a_shortcoming_is_none(quote: str, make_page: Make) -> None:
    assert found(make_page(1), line(Kind.SHORTCOMING, quote)) == []


def test_a_shortcoming_among_the_results(make_page: Make) -> None:
    (notice,) = found(make_page(1), line(Kind.ACHIEVEMENT, "Tuy nhiên, tiến độ còn chậm."))
    assert "viết như một tồn tại" in notice.message
    assert found(make_page(1), line(Kind.ACHIEVEMENT, "Đã phủ sóng 12 thôn.")) == []


def test_the_years_of_the_article_may_be_named(make_page: Make) -> None:
    mark = line(Kind.ACHIEVEMENT, "đạt 12 tỷ đồng", statement="Năm 2022 đạt 12 tỷ đồng")
    assert found(make_page(1), mark) == []
    (notice,) = found(make_page(1), replace(mark, statement="Năm 2019 đạt 12 tỷ đồng"))
    assert notice.message.startswith("Số 2019 không có trong trích dẫn")
