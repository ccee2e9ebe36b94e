"""The report dialog: what is chosen, what is seen beforehand, what is asked for at Enter."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import imports, review
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui.report.dialog import BriefingDialog
from tttt_desktop.ui.report.excerpt import ITEMS
from tttt_desktop.ui.report.office import OfficeDialog
from tttt_desktop.ui.report.page_view import PageView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
TEXT = "Sở Mẫu tổng kết công tác năm 2022\nDoanh thu đạt <b>742,67</b> tỷ đồng."


@pytest.fixture
def marked(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Dossier:
    """A dossier with one marked article that is not done."""
    article = parsed(TEXT, review_year=2022, plan_year=2023)
    (article_id,) = imports.store(dossier, [Reading("bài.txt", article)]).article_ids
    span = Span(TEXT.index("Doanh"), len(TEXT))
    review.annotate(dossier, article_id, span, Kind.ACHIEVEMENT, field="Bưu chính")
    return dossier


@pytest.fixture
def dialog(qtbot: QtBot, marked: Dossier) -> Iterator[BriefingDialog]:
    made = BriefingDialog(marked, marked.path.parent)
    qtbot.addWidget(made)
    with qtbot.waitActive(made), qtbot.waitSignal(made.shown):
        made.show()
        made.activateWindow()
    yield made
    made.reject()


def previewed(qtbot: QtBot, dialog: BriefingDialog) -> BriefingDialog:
    """A dialog whose pages are there."""
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.shown):
        pass
    return dialog


def preview(dialog: BriefingDialog) -> str:
    return pages(dialog).text()


def pages(dialog: BriefingDialog) -> PageView:
    found = dialog.findChild(PageView)
    assert found is not None
    return found


def press(qtbot: QtBot, dialog: QDialog, text: str) -> None:
    found = next(b for b in dialog.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_enter_asks_for_the_report(qtbot: QtBot, dialog: BriefingDialog) -> None:
    assert dialog.focusWidget().accessibleName() == "Mẫu"
    with qtbot.waitSignal(dialog.export_requested) as told:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    options = told.args[0] if told.args else None
    assert options == Options(scope="all")


def test_with_nothing_done_everything_marked_is_taken(dialog: BriefingDialog) -> None:
    assert "Doanh thu đạt" in preview(dialog)


def test_imported_text_is_shown_as_text(dialog: BriefingDialog) -> None:
    assert "<b>742,67</b>" in preview(dialog)


def test_done_articles_are_the_scope_once_there_are_any(qtbot: QtBot, marked: Dossier) -> None:
    review.mark_done(marked, marked.article_ids()[0])
    dialog = BriefingDialog(marked, marked.path.parent)
    qtbot.addWidget(dialog)
    assert dialog.form.options().scope == "done"


def test_a_change_is_seen_in_the_preview(qtbot: QtBot, dialog: BriefingDialog) -> None:
    title = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Tên báo cáo")
    title.setFocus()
    with qtbot.waitSignal(dialog.shown, timeout=2000) as told:
        qtbot.keyClicks(title, "Tong hop nam 2022")
    assert told.args == [Options(scope="all", title="Tong hop nam 2022")]
    assert "Tong hop nam 2022" in preview(dialog)


def test_every_choice_reaches_the_options(qtbot: QtBot, dialog: BriefingDialog) -> None:
    for check in dialog.findChildren(QCheckBox):
        check.toggle()
    for radio in dialog.findChildren(QRadioButton):
        if radio.text() == "Bài đã xong":
            radio.click()
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QComboBox)}
    boxes["Năm"].setCurrentText("2023")
    boxes["Sắp theo"].setCurrentText("Tỉnh")
    assert dialog.form.options() == Options(
        year=2023,
        scope="done",
        order="province",
        sources=False,
        task_table=False,
        quotes=True,
        figures=True,
        charts=True,
    )


def test_the_office_is_seen_before_it_is_saved(
    qtbot: QtBot, dialog: BriefingDialog, marked: Dossier
) -> None:
    press(qtbot, dialog, "Thông tin cơ quan…")
    office = dialog.findChild(OfficeDialog)
    assert office is not None
    box = office.findChild(QLineEdit, "office.name")
    assert box is not None
    box.setText("Sở Mẫu")
    with qtbot.waitSignal(dialog.shown, timeout=2000):
        press(qtbot, office, "Lưu")
    assert "SỞ MẪU" in preview(dialog)
    assert marked.setting("office.name") == ""
    with qtbot.waitSignal(dialog.export_requested) as told:
        press(qtbot, dialog, "Xuất Word")
    assert told.args is not None
    assert told.args[1]["office.name"] == "Sở Mẫu"


def test_choices_are_remembered_in_the_dossier(
    qtbot: QtBot, dialog: BriefingDialog, marked: Dossier
) -> None:
    dialog.findChildren(QCheckBox)[0].click()
    chosen = dialog.form.options()
    marked.set_settings(dialog.form.changed_settings())
    assert dialog.form.changed_settings() == {}
    again = BriefingDialog(marked, marked.path.parent)
    qtbot.addWidget(again)
    assert again.form.options() == chosen


def test_a_long_report_is_previewed_in_part(
    qtbot: QtBot, marked: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    lines = "\n".join(f"Việc thứ {number} đã xong." for number in range(ITEMS + 20))
    (long_one,) = imports.store(marked, [Reading("x", parsed(lines, "x.txt"))]).article_ids
    at = 0
    for text in lines.split("\n"):
        review.annotate(marked, long_one, Span(at, at + len(text)), Kind.ACHIEVEMENT)
        at += len(text) + 1
    dialog = previewed(qtbot, BriefingDialog(marked, marked.path.parent))
    assert preview(dialog).count("- “Việc thứ") <= ITEMS
    labels = [w.text() for w in dialog.findChildren(QWidget) if hasattr(w, "text")]  # type: ignore[attr-defined]
    assert "Bản xem trước còn 21 ý nữa; tệp Word có đủ." in labels


def test_a_click_on_a_line_leads_to_its_sentence(
    qtbot: QtBot, dialog: BriefingDialog, marked: Dossier
) -> None:
    view = pages(dialog)
    (mark,) = marked.page(marked.article_ids()[0]).annotations
    sheet = view.place_of(0)
    found = (
        QPoint(sheet.center().x() // 2, y)
        for y in range(sheet.top(), sheet.bottom(), 4)
        if view.viewport().rect().contains(sheet.center().x() // 2, y)
    )
    with qtbot.waitSignal(dialog.place_requested, timeout=2000) as told:
        for place in found:
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [mark.article_id, mark.id]


def test_the_preview_says_which_page_it_shows(qtbot: QtBot, dialog: BriefingDialog) -> None:
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert "trang 1/2" in labels or "trang 1/3" in labels
    view = pages(dialog)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("trang ") and text != "trang 1/2" for text in labels)


def test_other_ways_out_carry_the_same_choices(qtbot: QtBot, dialog: BriefingDialog) -> None:
    for label, signal in (("In…", dialog.print_requested), ("Lưu PDF…", dialog.pdf_requested)):
        with qtbot.waitSignal(signal) as told:
            press(qtbot, dialog, label)
        assert told.args is not None
        assert told.args[0] == dialog.form.options()


def choose_template(dialog: BriefingDialog, name: str) -> None:
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QComboBox)}
    boxes["Mẫu"].setCurrentText(name)


def shown(dialog: BriefingDialog) -> set[str]:
    """The names of the choices that are offered."""
    checks = {box.text() for box in dialog.findChildren(QCheckBox) if box.isVisible()}
    named = (*dialog.findChildren(QComboBox), *dialog.findChildren(QPlainTextEdit))
    return checks | {box.accessibleName() for box in named if box.isVisible()}


@pytest.mark.parametrize(
    ("name", "offered", "title"),
    [
        ("Báo cáo tổng hợp", {"Sắp theo", "Nguồn", "Đề xuất", "Bảng nhiệm vụ"}, "Tổng hợp kết quả"),
        ("Báo cáo tổng kết năm", {"Nguồn", "Đề xuất", "Bảng nhiệm vụ"}, "công tác năm 2022"),
        ("Theo dõi nhiệm vụ", {"Nguồn", "Đề xuất"}, "Tình hình thực hiện nhiệm vụ"),
        ("Điểm báo", set(), "Điểm báo công tác tổng kết"),
    ],
)
def test_each_template_is_previewed_and_offers_what_it_heeds(
    qtbot: QtBot, dialog: BriefingDialog, name: str, offered: set[str], title: str
) -> None:
    choose_template(dialog, "Điểm báo" if name == "Báo cáo tổng hợp" else "Báo cáo tổng hợp")
    with qtbot.waitSignal(dialog.shown, timeout=2000):
        choose_template(dialog, name)
    assert title in preview(dialog).replace("\n", " ")
    assert shown(dialog) & {"Sắp theo", "Nguồn", "Đề xuất", "Bảng nhiệm vụ"} == offered


def test_what_was_chosen_for_a_template_is_there_again(dialog: BriefingDialog) -> None:
    title = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Tên báo cáo")
    title.setText("Của mẫu này")
    choose_template(dialog, "Điểm báo")
    assert title.text() == ""
    choose_template(dialog, "Báo cáo tổng hợp")
    assert title.text() == "Của mẫu này"


def test_a_template_says_something_of_its_own_of_the_office(
    qtbot: QtBot, dialog: BriefingDialog
) -> None:
    press(qtbot, dialog, "Thông tin cơ quan…")
    office = dialog.findChild(OfficeDialog)
    assert office is not None
    (kinds,) = office.findChildren(QComboBox)
    signer = office.findChild(QLineEdit, "office.signer_title")
    assert signer is not None
    signer.setText("Giám đốc")
    kinds.setCurrentText("Riêng mẫu “Điểm báo”")
    assert (signer.text(), signer.placeholderText()) == ("", "Như mọi báo cáo: Giám đốc")
    signer.setText("Chánh Văn phòng")
    press(qtbot, office, "Lưu")
    assert "GIÁM ĐỐC" in redrawn(qtbot, dialog, "Báo cáo tổng hợp")
    assert "CHÁNH VĂN PHÒNG" in redrawn(qtbot, dialog, "Điểm báo")


def redrawn(qtbot: QtBot, dialog: BriefingDialog, name: str) -> str:
    """The preview of a template."""
    choose_template(dialog, "Theo dõi nhiệm vụ")
    with qtbot.waitSignal(dialog.shown, timeout=2000):
        choose_template(dialog, name)
    return preview(dialog)


def test_a_report_of_an_earlier_year_bears_the_former_name(qtbot: QtBot, marked: Dossier) -> None:
    former = "28/02/2025 | Sở Thông tin và Truyền thông | | BC-STTTT"
    marked.set_settings({"office.name": "Sở Khoa học và Công nghệ", "office.former": former})
    dialog = previewed(qtbot, BriefingDialog(marked, marked.path.parent))
    assert "SỞ KHOA HỌC" in preview(dialog)
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QComboBox)}
    with qtbot.waitSignal(dialog.shown, timeout=2000):
        boxes["Năm"].setCurrentText("2023")
    assert "BC-STTTT" in preview(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Theo ngày báo cáo dùng tên cũ: Sở Thông tin và Truyền thông" in labels


def test_a_report_on_chosen_articles_is_of_their_year(
    qtbot: QtBot, marked: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    newer = parsed(f"{TEXT} Năm sau.", "mới.txt", review_year=2030, plan_year=2031)
    imports.store(marked, [Reading("mới.txt", newer)])
    (older,) = (one for one in marked.article_ids() if marked.page(one).article.year == 2023)
    dialog = BriefingDialog(marked, marked.path.parent, None, [older])
    qtbot.addWidget(dialog)
    assert dialog.form.options().year is None
    choose_template(dialog, "Báo cáo tổng kết năm")
    assert dialog.form.options().year == 2022
    choose_template(dialog, "Theo dõi nhiệm vụ")
    assert dialog.form.options().articles == (older,)


def test_the_keyboard_goes_through_the_form_from_above_to_below(
    qtbot: QtBot, dialog: BriefingDialog
) -> None:
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QComboBox)}
    boxes["Mẫu"].setFocus()
    heights = []
    for _ in range(8):
        focused = dialog.focusWidget()
        assert focused is not None
        heights.append(focused.mapTo(dialog, QPoint()).y())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert heights == sorted(heights)
    assert len(set(heights)) > 5


def test_the_old_pages_stay_until_the_new_ones_are_there(
    qtbot: QtBot, dialog: BriefingDialog
) -> None:
    title = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Tên báo cáo")
    before = preview(dialog)
    with qtbot.waitSignal(dialog.shown, timeout=5000):
        title.setText("Tên khác")
        assert preview(dialog) == before
    assert "Tên khác" in preview(dialog)


def test_of_many_changes_only_the_last_is_shown(qtbot: QtBot, dialog: BriefingDialog) -> None:
    told: list[Options] = []
    dialog.shown.connect(told.append)
    title = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Tên báo cáo")
    for text in ("Một", "Hai", "Ba"):
        title.setText(text)
        dialog._draw()
        QApplication.processEvents()
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert [one.title for one in told] == ["Ba"]
    assert "Ba" in preview(dialog)


def test_enter_right_after_a_change_asks_for_what_was_changed(
    qtbot: QtBot, dialog: BriefingDialog
) -> None:
    title = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Tên báo cáo")
    title.setText("Vừa gõ")
    with qtbot.waitSignal(dialog.export_requested) as told:
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].title == "Vừa gõ"


def test_a_dialog_that_is_left_while_pages_are_made_shows_none(
    qtbot: QtBot, marked: Dossier
) -> None:
    dialog = BriefingDialog(marked, marked.path.parent)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.shown, wait=300):
        dialog.reject()
        marked.close()


def test_huy_while_writing_ends_the_writing_and_not_the_dialog(
    qtbot: QtBot, dialog: BriefingDialog
) -> None:
    dialog.set_busy(True)
    with qtbot.waitSignal(dialog.stop_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.set_busy(False)
    dialog.reject()
    assert not dialog.isVisible()
