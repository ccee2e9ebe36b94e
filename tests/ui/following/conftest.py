"""The real window on a dossier of three years of tasks and what became of them, at Theo dõi nhiệm vụ."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Basis, Kind, ParsedArticle, Span, Task
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.following.view import FollowingView
from tttt_desktop.ui.main_window import MainWindow

GIVER, OTHER = "Phó Chủ tịch UBND tỉnh Trần Văn Mẫu", "Giám đốc Sở Lê Thị Mẫu"
PLAN, MOBILE = "Đề án chuyển đổi số của tỉnh", "phủ sóng điện thoại di động 100% thôn, bản"
GIVEN = (
    (f"Hoàn thành {PLAN} trong quý II năm 2022", GIVER, "Sở TT&TT", date(2022, 6, 30)),
    (f"Bảo đảm {MOBILE} trước ngày 31/12/2022", GIVER, "Doanh nghiệp viễn thông", date(2022, 12, 31)),
    ("Sắp xếp lại các cơ quan báo chí trên địa bàn", OTHER, "Sở TT&TT", None),
    ("Năm 2022, Sở tiếp tục bồi dưỡng kỹ năng số cho cán bộ xã", "", "", None),
)  # fmt: skip
TOLD = (
    (f"Đã hoàn thành {PLAN} trong quý II năm 2022.", Kind.ACHIEVEMENT),
    ("Một số thôn, bản chưa được phủ sóng điện thoại di động.", Kind.SHORTCOMING),
    ("Doanh thu bưu chính đạt 742,67 tỷ đồng.", Kind.ACHIEVEMENT),
)


def _store(dossier: Dossier, parsed: ParsedArticle) -> int:
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, parsed, ())


def _mark(
    dossier: Dossier, article_id: int, text: str, words: str, kind: Kind, **values: object
) -> int:
    start = text.index(words)
    span = Span(start, start + len(words))
    return review.annotate(dossier, article_id, span, kind, **values)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, parsed: Callable[..., ParsedArticle]) -> Path:
    """Four tasks of 2022, three marks of the article that looks back on 2022, one task of 2023."""
    made = tmp_path_factory.mktemp("following") / "theo dõi.tttt"
    with Dossier.create(made) as dossier:
        text = "\n".join(("Triển khai nhiệm vụ năm 2022", *(words for words, *_ in GIVEN)))
        about = {"review_year": 2021, "plan_year": 2022, "province": "Quảng Trị"}
        first = _store(dossier, parsed(text, "1.txt", published_on=date(2022, 1, 5), **about))
        for words, giver, lead, day in GIVEN:
            task = Task(assigner=giver, lead=lead, deadline_on=day, basis=Basis.ASSIGNED)
            if not giver:
                task = Task(basis=Basis.OWN_PLAN)
            _mark(dossier, first, text, words, Kind.TASK, task=task, field="Viễn thông")
        new = "Xây dựng kho dữ liệu dùng chung của tỉnh"
        text = "\n".join(("Tổng kết năm 2022", *(words for words, _ in TOLD), new))
        about = {"review_year": 2022, "plan_year": 2023, "province": "Quảng Trị"}
        second = _store(dossier, parsed(text, "2.txt", published_on=date(2023, 1, 6), **about))
        for words, kind in TOLD:
            _mark(dossier, second, text, words, kind, field="Viễn thông")
        _mark(dossier, second, text, new, Kind.TASK, task=Task(assigner=GIVER))
    return made


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    """A copy of that dossier."""
    return Path(shutil.copy(filled, tmp_path))


@pytest.fixture
def open_window(
    open_at: Callable[[Path, str], MainWindow], qtbot: QtBot
) -> Callable[[Path], MainWindow]:
    """Open the window on a dossier, at the tasks of 2022 with what is proposed for them."""

    def open_on(dossier: Path) -> MainWindow:
        window = open_at(dossier, "following")
        view = window.views.current
        assert isinstance(view, FollowingView)
        qtbot.waitUntil(
            lambda: view._reading.board is not None and view._reading.board.found is not None
        )
        return window

    return open_on


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], path: Path) -> MainWindow:
    return open_window(path)


@pytest.fixture
def view(window: MainWindow) -> FollowingView:
    found = window.views.current
    assert isinstance(found, FollowingView)
    return found
