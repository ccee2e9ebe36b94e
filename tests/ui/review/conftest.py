"""Invented readings as an import brings them."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from tttt_desktop.domain.records import Block, Kind, ParsedArticle, Proposal, Span
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui import messages
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings

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


@pytest.fixture
def window(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window; whoever leaves an import midway may."""

    def ask(_parent: QWidget | None, _question: str, _detail: str, *_answers: str) -> int:
        return 1

    monkeypatch.setattr(messages, "ask", ask)
    made = MainWindow(Settings())
    made.show()
    yield made
    made.imports.stop()
    made.close()
    shiboken6.delete(made)
