"""The real window on a dossier with marks in two articles, at Tổng hợp."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.consolidation.view import ConsolidationView
from tttt_desktop.ui.main_window import MainWindow

SAID = (
    ("Doanh thu viễn thông đạt {} tỷ đồng.", Kind.ACHIEVEMENT, "Viễn thông"),
    ("Đào tạo cán bộ xã về kỹ năng số.", Kind.ACHIEVEMENT, "Viễn thông"),
    ("Bưu điện văn hoá xã được nâng cấp.", Kind.ACHIEVEMENT, "Bưu chính"),
    ("Một số thôn, bản chưa được phủ sóng điện thoại di động.", Kind.SHORTCOMING, "Viễn thông"),
    ("rà soát trạm phát sóng trước ngày 30/6", Kind.TASK, "Viễn thông"),
)
VALUES = {2022: "742,67", 2023: "742,76"}


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, parsed: Callable[..., ParsedArticle]) -> Path:
    """A dossier of two articles of one province and year, ten marks."""
    made = tmp_path_factory.mktemp("consolidation") / "tổng hợp.tttt"
    with Dossier.create(made) as dossier:
        for day, value in enumerate(VALUES.values(), 1):
            lines = [words.format(value) for words, _, _ in SAID]
            text = "\n".join((f"Hội nghị lần {day}", *lines))
            about = {"province": "Quảng Trị", "plan_year": 2023, "published_on": date(2023, 1, day)}
            with dossier.store.change("Nhập 1 bài viết"):
                article_id = add_article(dossier.store, parsed(text, f"{day}.txt", **about), ())
            for words, (_, kind, field) in zip(lines, SAID, strict=True):
                start = text.index(words)
                span = Span(start, start + len(words))
                review.annotate(dossier, article_id, span, kind, field=field)
    return made


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    """A copy of that dossier."""
    return Path(shutil.copy(filled, tmp_path))


@pytest.fixture
def open_window(open_at: Callable[[Path, str], MainWindow]) -> Callable[[Path], MainWindow]:
    """Open the window on a dossier, at Tổng hợp."""
    return lambda dossier: open_at(dossier, "consolidation")


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], path: Path) -> MainWindow:
    return open_window(path)


@pytest.fixture
def view(window: MainWindow) -> ConsolidationView:
    found = window.views.current
    assert isinstance(found, ConsolidationView)
    return found
