"""Mẫu báo cáo in the window: added from a file, corrected, tried, renamed, removed, brought, offered for reports."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QPushButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from signed_reports import in_tables, p, package, run

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.own_template import TemplateKind
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import own_reading, own_template, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui import messages
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.own_template.dialog import OwnTemplatesDialog
from tttt_desktop.ui.own_template.lines_view import LinesView
from tttt_desktop.ui.own_template.review import FieldsDialog, MarksDialog
from tttt_desktop.ui.report.dialog import BriefingDialog

OpenAt = Callable[[Path, str], MainWindow]

TEXT = "Hội nghị tổng kết\nPhủ sóng toàn tỉnh."


def made(path: Path, parsed: Callable[..., ParsedArticle]) -> Path:
    with Dossier.create(path) as dossier:
        with dossier.store.change("Nhập 1 bài viết"):
            article = add_article(dossier.store, parsed(TEXT), [])
        start = TEXT.index("Phủ sóng")
        review.annotate(dossier, article, Span(start, len(TEXT)), Kind.ACHIEVEMENT)
        review.mark_done(dossier, article)
    return path


@pytest.fixture
def window(open_at: OpenAt, tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> MainWindow:
    return open_at(made(tmp_path / "Năm nay.tttt", parsed), "reading")


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[UserError]:
    told: list[UserError] = []

    def show(_parent: QWidget | None, error: UserError) -> None:
        told.append(error)

    monkeypatch.setattr(messages, "show_error", show)
    return told


@pytest.fixture
def dialog(window: MainWindow) -> OwnTemplatesDialog:
    window.commands["own_templates"].trigger()
    (found,) = window.findChildren(OwnTemplatesDialog)
    return found


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "Báo cáo 2024.docx"
    path.write_bytes(in_tables().docx)
    return path


def press(where: QWidget, text: str, qtbot: QtBot) -> None:
    (found,) = [one for one in where.findChildren(QPushButton) if one.text() == text]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def shown(kind: type, dialog: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: bool(dialog.findChildren(kind)), timeout=20_000)
    return dialog.findChildren(kind)[-1]


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))


def names(window: MainWindow) -> list[str]:
    assert window.place.held is not None
    return [one.name for one in own_template.every(window.place.held.dossier)]


def keep(window: MainWindow) -> int:
    held = window.place.held
    assert held is not None
    found = own_reading.again("Mẫu", in_tables().docx, TemplateKind.SIGNED)
    held.run(lambda d: own_template.keep_template(d, found, "Mẫu của Sở"))
    return own_template.every(held.dossier)[0].id


def rows(tree: QTreeWidget) -> list[list[str]]:
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(tree.columnCount())] for item in items]


def tree_of(where: QWidget) -> QTreeWidget:
    return where.findChildren(QTreeWidget)[0]


def test_last_years_report_becomes_a_template_and_is_offered(
    window: MainWindow, dialog: OwnTemplatesDialog, report: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    choose_file(monkeypatch, report)
    press(dialog, "Thêm từ báo cáo đã ký…", qtbot)
    fields = shown(FieldsDialog, dialog, qtbot)
    found = rows(tree_of(fields))
    assert ["Họ tên người ký", "Phạm Thị Thí Dụ"] in found
    assert ["Nơi nhận", "- Như trên; / - Ban Giám đốc Sở;"] in found
    press(fields, "Lưu mẫu", qtbot)
    assert names(window) == ["Báo cáo 2024"]
    assert rows(tree_of(dialog))[-1][:2] == ["Báo cáo 2024", "Từ báo cáo đã ký"]
    dialog.accept()
    window.commands["report"].trigger()
    (form,) = window.findChildren(BriefingDialog)
    offered = [
        box.itemText(at) for box in form.findChildren(QComboBox) for at in range(box.count())
    ]
    assert "Báo cáo 2024" in offered
    form.reject()


def test_a_field_is_corrected_by_a_selection_and_dropped_by_delete(
    window: MainWindow, dialog: OwnTemplatesDialog, report: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    choose_file(monkeypatch, report)
    press(dialog, "Thêm từ báo cáo đã ký…", qtbot)
    fields = shown(FieldsDialog, dialog, qtbot)
    assert isinstance(fields, FieldsDialog)
    tree, lines = tree_of(fields), fields.findChildren(LinesView)[0]
    tree.setCurrentItem(tree.topLevelItem(5))
    text = lines.toPlainText()
    at = text.index("phương hướng, nhiệm vụ")
    cursor = QTextCursor(lines.document())
    cursor.setPosition(at)
    cursor.setPosition(at + len("phương hướng, nhiệm vụ"), QTextCursor.MoveMode.KeepAnchor)
    lines.setTextCursor(cursor)
    press(fields, "Dùng phần đang chọn", qtbot)
    assert fields.found.said("trich_yeu") == "phương hướng, nhiệm vụ"
    tree.setCurrentItem(tree.topLevelItem(6))
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert "kinh_gui" not in fields.found.fields
    assert rows(tree)[6][1] == "Không có"
    assert "19 trong 20 trường" in fields._said.text()
    press(fields, "Lưu mẫu", qtbot)
    assert window.place.held is not None
    (kept,) = own_template.every(window.place.held.dossier)
    assert kept.texts["trich_yeu"] == "phương hướng, nhiệm vụ"
    press(dialog, "Hoàn tác", qtbot)
    assert names(window) == []


def test_whose_contents_it_takes_is_proposed_chosen_and_told(
    window: MainWindow, dialog: OwnTemplatesDialog, report: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    choose_file(monkeypatch, report)
    press(dialog, "Thêm từ báo cáo đã ký…", qtbot)
    fields = shown(FieldsDialog, dialog, qtbot)
    (box,) = fields.findChildren(QComboBox)
    assert box.currentText() == "Báo cáo tổng kết năm"
    box.setCurrentIndex(box.findText("Theo dõi nhiệm vụ"))
    press(fields, "Lưu mẫu", qtbot)
    assert window.place.held is not None
    (kept,) = own_template.every(window.place.held.dossier)
    assert kept.contents == "tasks"
    assert dialog._note.text().startswith("Nội dung của “Theo dõi nhiệm vụ”.")
    press(dialog, "Xem các trường…", qtbot)
    qtbot.waitUntil(lambda: fields not in dialog.findChildren(FieldsDialog), timeout=20_000)
    again = shown(FieldsDialog, dialog, qtbot)
    assert again.findChildren(QComboBox)[0].currentText() == "Theo dõi nhiệm vụ"


def test_marks_that_are_wrong_are_listed_and_cannot_be_kept(
    window: MainWindow, dialog: OwnTemplatesDialog, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    path = tmp_path / "sai.docx"
    path.write_bytes(package(p(run("chữ")) + p(run("{{ ten_co_qan }}"))))
    choose_file(monkeypatch, path)
    press(dialog, "Thêm tệp Word có dấu…", qtbot)
    marks = shown(MarksDialog, dialog, qtbot)
    (row,) = rows(tree_of(marks))
    assert row[0] == "2"
    assert "có phải là {{ ten_co_quan }}?" in row[1]
    (save,) = [one for one in marks.findChildren(QPushButton) if one.text() == "Lưu mẫu"]
    assert not save.isEnabled()
    marks.reject()
    assert names(window) == []


def test_the_sample_is_saved_and_comes_back_as_a_template(
    window: MainWindow, dialog: OwnTemplatesDialog, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    choose_file(monkeypatch, tmp_path)
    press(dialog, "Lưu tệp mẫu để sửa trong Word…", qtbot)
    path = tmp_path / own_template.SAMPLE_NAME
    assert path.exists()
    assert own_template.SAMPLE_NAME in dialog._note.text()
    choose_file(monkeypatch, path)
    press(dialog, "Thêm tệp Word có dấu…", qtbot)
    press(shown(MarksDialog, dialog, qtbot), "Lưu mẫu", qtbot)
    assert names(window) == ["Mẫu báo cáo có dấu"]


def test_a_file_that_will_not_do_is_told(
    dialog: OwnTemplatesDialog, tmp_path: Path, errors: list[UserError],
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    path = tmp_path / "a.docx"
    path.write_text("không phải Word", encoding="utf-8")
    choose_file(monkeypatch, path)
    press(dialog, "Thêm từ báo cáo đã ký…", qtbot)
    qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert "không phải là tệp Word" in errors[0].message
    assert not dialog.findChildren(FieldsDialog)


def test_a_trial_is_written_beside_the_dossier(
    window: MainWindow, dialog: OwnTemplatesDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.choose(keep(window))
    press(dialog, "Làm thử", qtbot)
    qtbot.waitUntil(lambda: "Đã làm thử" in dialog._note.text(), timeout=20_000)
    assert (tmp_path / "Lam-thu-Mau-cua-so.docx").exists()


def test_renamed_in_place_and_removed_by_delete(
    window: MainWindow, dialog: OwnTemplatesDialog, qtbot: QtBot
) -> None:
    dialog.choose(keep(window))
    tree = tree_of(dialog)
    tree.currentItem().setText(0, "Tên mới")
    assert names(window) == ["Tên mới"]
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert names(window) == []
    press(dialog, "Hoàn tác", qtbot)
    assert names(window) == ["Tên mới"]


def test_built_in_templates_can_only_be_looked_at(dialog: OwnTemplatesDialog) -> None:
    tree = tree_of(dialog)
    assert [row[1] for row in rows(tree)] == ["Có sẵn"] * 4
    labels = {one.text(): one.isEnabled() for one in dialog.findChildren(QPushButton)}
    assert not any(labels[name] for name in ("Xem các trường…", "Làm thử", "Đổi tên", "Xoá"))


def test_templates_come_from_last_years_dossier(
    window: MainWindow, dialog: OwnTemplatesDialog, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    found = own_reading.again("Mẫu", in_tables().docx, TemplateKind.SIGNED)
    with Dossier.create(tmp_path / "Năm trước.tttt") as before:
        own_template.keep_template(before, found, "Mẫu năm trước")
    choose_file(monkeypatch, tmp_path / "Năm trước.tttt")
    press(dialog, "Lấy từ hồ sơ khác…", qtbot)
    qtbot.waitUntil(lambda: names(window) == ["Mẫu năm trước"], timeout=20_000)


def test_letters_beyond_sixteen_bits_do_not_move_a_place(qapp: QApplication) -> None:
    from tttt_desktop.domain.own_template import Place

    view = LinesView(["😀 Sở Mẫu 😀 năm 2024", "dòng hai"])
    view.show_fields({"nam": (Place(0, 15, 19),)}, "nam")
    (mark,) = view.extraSelections()
    assert mark.cursor.selectedText() == "2024"
    view.setTextCursor(mark.cursor)
    assert view.chosen() == (Place(0, 15, 19),)
    cursor = view.textCursor()
    cursor.setPosition(view.document().findBlockByNumber(1).position())
    view.setTextCursor(cursor)
    assert view.chosen() == (Place(1, 0, 8),)
