"""The suggestions of an import follow beside the window, and nobody is held up by it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.services import imports, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings

TEXT = """Sở {name} tổng kết công tác năm 2022
06/01/2023
Ngày 4/1, Sở {name} tổ chức hội nghị tổng kết công tác năm 2022.
Năm 2022, Sở {name} đã hoàn thành 12 nhiệm vụ được giao, doanh thu đạt 742,67 tỷ đồng.
Tuy nhiên, một số chỉ tiêu của Sở {name} chưa đạt kế hoạch.
"""
COUNT = 90


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(Settings())
    made.show()
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def unsuggested(tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> Path:
    """A dossier of articles that nobody has looked at."""
    path = tmp_path / "hồ sơ.tttt"
    with Dossier.create(path) as dossier:
        names = [f"số {number}" for number in range(COUNT)]
        articles = [parsed(TEXT.format(name=name), f"{name}.txt") for name in names]
        imports.store(dossier, [imports.Reading(one.name, one) for one in articles])
    return path


def looking(window: MainWindow) -> str:
    """What the status bar says about it."""
    return window.status.looking.text() if window.status.looking.isVisible() else ""


def waiting(window: MainWindow) -> list[int]:
    assert window.place.held is not None
    return window.place.held.dossier.unsuggested(1_000)


def test_a_dossier_that_is_opened_gets_its_suggestions(
    window: MainWindow, qtbot: QtBot, unsuggested: Path
) -> None:
    window.dossiers.open_path(unsuggested)
    assert window.place.held is not None
    dossier = window.place.held.dossier
    undo = dossier.undo_label
    assert looking(window) == f"Đang tìm gợi ý: 0/{COUNT}"
    qtbot.waitUntil(lambda: not waiting(window), timeout=30_000)
    qtbot.waitUntil(lambda: not looking(window))
    rows = dossier.article_rows(dossier.article_ids())
    assert all(row.open_suggestions for row in rows)
    assert dossier.undo_label == undo
    assert window.commands["undo"].text().endswith(f"«{undo}»")


def test_the_open_article_shows_its_own_and_the_list_stays_where_it_is(
    window: MainWindow, qtbot: QtBot, unsuggested: Path
) -> None:
    window.dossiers.open_path(unsuggested)
    reading = window.reading
    assert reading.page is not None
    here = reading.page.article.id
    resets: list[None] = []
    reading.list.model.modelReset.connect(lambda: resets.append(None))
    qtbot.waitUntil(lambda: bool(reading.page and reading.page.suggestions), timeout=30_000)
    qtbot.waitUntil(lambda: not waiting(window), timeout=30_000)
    assert reading.page.article.id == here == reading.list.current_id()
    row = reading.list.model.article_row(here)
    assert row is not None
    assert row.open_suggestions == len(reading.page.suggestions)
    assert resets == []


def test_an_article_is_opened_with_its_suggestions_once_the_rules_are_loaded(
    window: MainWindow, unsuggested: Path
) -> None:
    suggestions.warm_up()
    window.dossiers.open_path(unsuggested)
    reading = window.reading
    assert reading.page is not None
    assert reading.page.suggestions
    row = reading.list.model.article_row(reading.page.article.id)
    assert row is not None
    assert row.open_suggestions == len(reading.page.suggestions)


def test_closing_in_the_middle_loses_nothing(
    window: MainWindow, qtbot: QtBot, unsuggested: Path
) -> None:
    window.dossiers.open_path(unsuggested)
    qtbot.waitUntil(lambda: 0 < len(waiting(window)) < COUNT, timeout=30_000)
    window.close()
    with Dossier.open(unsuggested) as dossier:
        left = dossier.unsuggested(1_000)
        assert dossier.check() == []
        done = [one for one in dossier.article_ids() if one not in left]
        assert all(dossier.page(one).suggestions for one in done)


def test_a_dossier_for_reading_only_is_left_alone(
    window: MainWindow, qtbot: QtBot, unsuggested: Path
) -> None:
    before = unsuggested.read_bytes()
    window.place.show(Dossier.open(unsuggested, read_only=True))
    assert looking(window) == ""
    assert len(waiting(window)) == COUNT
    window.place.close()
    assert unsuggested.read_bytes() == before


def test_what_is_imported_meanwhile_is_looked_at_as_well(
    window: MainWindow,
    qtbot: QtBot,
    unsuggested: Path,
    parsed: Callable[..., ParsedArticle],
) -> None:
    window.dossiers.open_path(unsuggested)
    more = parsed(TEXT.format(name="mới"), "mới.txt")
    assert window.place.held is not None
    window.place.held.run(lambda d: imports.store(d, [imports.Reading("mới.txt", more)]))
    qtbot.waitUntil(lambda: not waiting(window) and not looking(window), timeout=30_000)
    dossier = window.place.held.dossier
    assert len(dossier.article_ids()) == COUNT + 1
    window.undo()
    window.redo()
    assert not waiting(window)
