"""The menu item that writes Excel and CSV."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui import messages
from tttt_desktop.ui.main_window import MainWindow

OpenAt = Callable[[Path, str], MainWindow]

TEXT = "Hội nghị tổng kết\nPhủ sóng toàn tỉnh."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, parsed: Callable[..., ParsedArticle]) -> Path:
    """A dossier of one article with one mark."""
    path = tmp_path_factory.mktemp("export") / "Tổng kết.tttt"
    with Dossier.create(path) as dossier:
        with dossier.store.change("Nhập 1 bài viết"):
            article = add_article(dossier.store, parsed(TEXT), [])
        start = TEXT.index("Phủ sóng")
        review.annotate(dossier, article, Span(start, len(TEXT)), Kind.ACHIEVEMENT)
    return path


@pytest.fixture
def window(open_at: OpenAt, filled: Path, tmp_path: Path) -> MainWindow:
    return open_at(Path(shutil.copy(filled, tmp_path)), "reading")


def answer(monkeypatch: pytest.MonkeyPatch, name: str, kind: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, kind))


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("a.xlsx", "Sổ Excel (*.xlsx)", ["a.xlsx"]),
        ("a.b", "Sổ Excel (*.xlsx)", ["a.b.xlsx"]),
        ("a", "Bảng CSV (*.csv)", ["a - Nhiệm vụ.csv", "a - Số liệu.csv", "a.csv"]),
    ],
)
def test_the_name_or_the_chosen_kind_says_what_is_written(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    kind: str,
    written: list[str],
) -> None:
    answer(monkeypatch, str(tmp_path / typed), kind)
    window.commands["export_tables"].trigger()
    qtbot.waitUntil(lambda: window.notice.text.startswith("Đã xuất: "))
    assert (
        sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".xlsx", ".csv"))
        == written
    )


def test_only_the_file_that_was_asked_about_is_replaced(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a.csv", "a - Số liệu.csv"):
        (tmp_path / name).write_bytes(b"old")
    window.exports.write(tmp_path / "a.csv")
    qtbot.waitUntil(lambda: bool(window.notice.text))
    assert (tmp_path / "a.csv").read_bytes() != b"old"
    assert (tmp_path / "a - Số liệu.csv").read_bytes() == b"old"
    assert (tmp_path / "a - Số liệu (2).csv").is_file()


def test_a_name_that_says_json_gets_json(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, str(tmp_path / "a.json"), "Sổ Excel (*.xlsx)")
    window.commands["export_tables"].trigger()
    qtbot.waitUntil(lambda: bool(window.notice.text))
    assert json.loads((tmp_path / "a.json").read_bytes())["format"] == "tttt-desktop"


def test_a_workbook_replaces_the_one_of_yesterday(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")
    window.exports.write(tmp_path / "a.xlsx")
    qtbot.waitUntil(lambda: bool(window.notice.text))
    assert load_workbook(tmp_path / "a.xlsx")["Đánh dấu"]["E2"].value == "Phủ sóng toàn tỉnh."


def test_a_file_that_is_open_elsewhere_stays_whole_and_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[UserError] = []

    def show(_parent: QWidget | None, error: UserError) -> None:
        shown.append(error)

    def locked(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "in use")

    (tmp_path / "a.xlsx").write_bytes(b"old")
    monkeypatch.setattr(messages, "show_error", show)
    monkeypatch.setattr(Path, "replace", locked)
    window.exports.write(tmp_path / "a.xlsx")
    qtbot.waitUntil(lambda: bool(shown))
    assert "đang mở trong chương trình khác" in shown[0].message
    assert (tmp_path / "a.xlsx").read_bytes() == b"old"
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.parametrize(
    ("command", "written"), [("export_qda", "a.qdpx"), ("export_all", "a.json")]
)
def test_the_other_ways_out_have_commands_of_their_own(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    written: str,
) -> None:
    answer(monkeypatch, str(tmp_path / "a"), "")
    window.commands[command].trigger()
    qtbot.waitUntil(lambda: window.notice.text == f"Đã xuất: {written}")
    assert (tmp_path / written).stat().st_size


def test_what_is_changed_while_it_is_read_is_written_as_it_is_then(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    held = window.place.held
    assert held is not None
    (mark,) = held.dossier.page(1).annotations
    window.exports.write(tmp_path / "a.json")
    held.run(lambda d: review.edit_annotation(d, mark.id, statement="Câu mới."))
    qtbot.waitUntil(lambda: bool(window.notice.text))
    (article,) = json.loads((tmp_path / "a.json").read_bytes())["articles"]
    assert article["annotations"][0]["statement"] == "Câu mới."


def test_a_dossier_that_is_closed_meanwhile_is_let_go(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.exports.write(tmp_path / "a.xlsx")
    window.place.close()
    qtbot.wait(1)
    assert not (tmp_path / "a.xlsx").exists()
