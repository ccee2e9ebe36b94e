"""Invented readings as an import brings them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tttt_desktop.domain.records import Block, Kind, ParsedArticle, Proposal, Span
from tttt_desktop.services.imports import Reading

BLOCKS = (
    Block("Trang chủ > Tin tức", "Đường dẫn trang"),
    Block("Sở Mẫu tổng kết công tác năm 2022"),
    Block("336 lượt xem", "Lượt xem"),
    Block("Doanh thu đạt 742,67 tỷ đồng."),
    Block("Một số thôn chưa có sóng điện thoại."),
)


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """Make a reading: `reading("a.txt", title="...")`; its one proposal stands on the last paragraph."""

    def make(name: str, **values: Any) -> Reading:
        values = {
            "title": "Sở Mẫu tổng kết công tác năm 2022",
            "province": "Quảng Trị",
            "published_on": date(2023, 1, 6),
            "outlet": "Báo Mẫu",
        } | values
        article = ParsedArticle(name, "txt", name, name.encode(), BLOCKS, **values)
        start = article.text.index("Một số thôn")
        span = Span(start, len(article.text))
        found = Proposal(span, Kind.SHORTCOMING, 0.9, "chưa", "Có chữ “chưa”")
        return Reading(f"/nơi nào đó/{name}", article, (found,))

    return make
