"""The reader worked with the mouse."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, Span
from tttt_desktop.ui.editor.bubble import Bubble
from tttt_desktop.ui.editor.key_bar import HintButton, KeyBar, Lead

LEFT = Qt.MouseButton.LeftButton
SpanOf = Callable[[str], Span]


@pytest.fixture
def point(desk, span_of: SpanOf) -> Callable[..., QPoint]:
    """Where some words are on the screen: the middle of their first row, or its left or right end."""

    def find(words: str, side: str = "middle") -> QPoint:
        rect = desk.reader.focusProxy().rect_of(span_of(words))
        x = {"left": rect.left() + 1, "right": rect.right() - 1}.get(side, rect.center().x())
        return QPoint(round(x), round(rect.center().y()))

    return find


@pytest.fixture
def paper(desk):
    return desk.reader.focusProxy().viewport()


def _drag(qtbot: QtBot, paper, start: QPoint, stop: QPoint) -> None:
    qtbot.mousePress(paper, LEFT, pos=start)
    qtbot.mouseMove(paper, (start + stop) / 2)
    qtbot.mouseMove(paper, stop)
    qtbot.mouseRelease(paper, LEFT, pos=stop)


def _bubble_button(desk, number: str) -> QPushButton:
    bubble = desk.reader.findChild(Bubble)
    assert bubble.isVisible()
    return next(b for b in bubble.findChildren(QPushButton) if b.text() == number)


def test_two_clicks_mark_a_clause(desk, qtbot: QtBot, paper, point, span_of: SpanOf) -> None:
    qtbot.mouseClick(paper, LEFT, pos=point("rất hạn hẹp"))
    qtbot.mouseClick(_bubble_button(desk, "2"), LEFT)
    assert desk.requests() == [
        ("annotate", 1, span_of("Kinh phí năm 2022 rất hạn hẹp."), Kind.SHORTCOMING)
    ]
    assert not desk.reader.findChild(Bubble).isVisible()
    assert desk.reader.focusProxy().hasFocus()


def test_a_click_on_a_mark_makes_it_current(desk, qtbot: QtBot, paper, point) -> None:
    qtbot.mouseClick(paper, LEFT, pos=point("xã chưa có"))
    assert desk.reader.current_ref == ("annotation", 2)
    qtbot.mouseClick(_bubble_button(desk, "3"), LEFT)
    assert desk.requests() == [("kind", 2, Kind.TASK)]


def test_the_bar_knows_a_sentence_from_what_was_dragged(desk, qtbot: QtBot, paper, point) -> None:
    qtbot.mouseClick(paper, LEFT, pos=point("rất hạn hẹp"))
    bar = desk.reader.findChild(KeyBar)
    assert bar.content.lead == "Câu này"
    _drag(qtbot, paper, point("rất hạn", "left"), point("hạn hẹp", "right"))
    assert bar.content.lead == "Đoạn đã chọn"


def test_a_double_click_takes_the_whole_sentence(
    desk, qtbot: QtBot, paper, point, span_of: SpanOf
) -> None:
    qtbot.mouseDClick(paper, LEFT, pos=point("Đồng chí Phó"))
    qtbot.mouseClick(_bubble_button(desk, "3"), LEFT)
    whole = span_of("Đồng chí Phó Chủ tịch yêu cầu Sở hoàn thành đề án; phủ sóng 100% thôn bản.")
    assert desk.requests() == [("annotate", 1, whole, Kind.TASK)]


def test_a_drag_selects_whole_syllables(desk, qtbot: QtBot, paper, point, span_of: SpanOf) -> None:
    _drag(qtbot, paper, point("khen"), point("tập"))
    qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_1)
    assert desk.requests() == [("annotate", 1, span_of("khen thưởng ba tập"), Kind.ACHIEVEMENT)]


def test_a_dragged_cause_belongs_to_the_shortcoming_that_was_current(
    desk, qtbot: QtBot, paper, point, span_of: SpanOf
) -> None:
    qtbot.mouseClick(paper, LEFT, pos=point("xã chưa có"))
    _drag(qtbot, paper, point("Năm qua", "left"), point("Năm qua", "right"))
    qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_4)
    assert desk.requests() == [("cause", 2, span_of("Năm qua"))]


def test_the_end_handle_moves_the_end(desk, qtbot: QtBot, paper, point, span_of: SpanOf) -> None:
    desk.reader.select(("annotation", 2))
    end = (
        desk.reader.focusProxy().rect_of(span_of("một số xã chưa có mạng")).bottomRight().toPoint()
    )
    _drag(qtbot, paper, end + QPoint(1, 3), point("còn", "right"))
    assert desk.requests() == [("move", 2, span_of("một số xã chưa có mạng; nhân lực còn"))]


def test_the_start_handle_of_a_suggestion_waits_for_enter(
    desk, qtbot: QtBot, paper, point, span_of: SpanOf
) -> None:
    start = desk.reader.focusProxy().rect_of(span_of("Sở hoàn thành 12 chỉ")).topLeft().toPoint()
    _drag(qtbot, paper, start, point("Năm qua", "left"))
    assert desk.requests() == []
    qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_Return)
    assert desk.requests() == [("accept", 11, None, span_of("Năm qua, Sở hoàn thành 12 chỉ tiêu"))]


def test_keys_of_the_bar_can_be_clicked(desk, qtbot: QtBot) -> None:
    bar = desk.reader.findChild(KeyBar)
    accept = next(
        b for b in bar.findChildren(HintButton) if b.hint.label == "Nhận" and b.isVisible()
    )
    qtbot.mouseClick(accept, LEFT)
    assert desk.requests() == [("accept", 11, None, None)]


def test_the_end_of_the_suggestions_offers_the_next_article(desk, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_Delete)
    desk.said.clear()
    qtbot.mouseClick(desk.reader.findChild(Lead), LEFT)
    assert desk.requests() == [("next_article",)]


def test_hovering_says_and_changes_nothing(desk, qtbot: QtBot, paper, point) -> None:
    before = list(desk.said)
    qtbot.mouseMove(paper, point("Kinh phí"))
    assert desk.said == before


def _right_click(paper, at: QPoint) -> dict[str, object]:
    """The entries of the menu by their words."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, paper.mapToGlobal(at))
    QApplication.sendEvent(paper, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    inner = [entry for sub in menu.findChildren(QMenu) for entry in sub.actions()]
    return {entry.text().split("\t")[0]: entry for entry in [*menu.actions(), *inner]}


@pytest.mark.qt_log_ignore("plugin does not support")  # popups without a screen
def test_a_right_click_offers_what_fits_the_place(desk, paper, point) -> None:
    on_suggestion = _right_click(paper, point("hoàn thành 12"))
    assert {"Nhận", "Bỏ", "Tồn tại", "Sao chép kèm nguồn"} <= set(on_suggestion)
    on_suggestion["Tồn tại"].trigger()  # type: ignore[attr-defined]
    assert desk.requests() == [("accept", 11, Kind.SHORTCOMING, None)]
    QApplication.activePopupWidget().close()
    on_plain = _right_click(paper, point("khen thưởng"))
    assert {"Kết quả", "Tồn tại", "Nhiệm vụ", "Nguyên nhân"} <= set(on_plain)
    assert "Xoá" not in on_plain
    QApplication.activePopupWidget().close()


@pytest.mark.qt_log_ignore("plugin does not support")  # popups without a screen
def test_a_quotation_is_copied_with_its_source(desk, paper, point) -> None:
    _right_click(paper, point("khen thưởng"))["Sao chép kèm nguồn"].trigger()  # type: ignore[attr-defined]
    copied = QApplication.clipboard().text()
    assert "Hội nghị khen thưởng ba tập thể." in copied
    assert "Báo Mẫu" in copied
    QApplication.activePopupWidget().close()


@pytest.mark.parametrize(
    ("turns", "asked"), [((120,), [True]), ((-120,), [False]), ((40, 40, 40), [True]), ((60,), [])]
)
def test_the_wheel_with_ctrl_asks_for_another_size_and_leaves_the_letters_alone(
    desk, paper, turns: tuple[int, ...], asked: list[bool]
) -> None:
    before = desk.reader.grab().toImage()
    heard: list[bool] = []
    desk.reader.zoom_asked.connect(heard.append)
    for turn in turns:
        event = QWheelEvent(
            QPointF(50, 50),
            paper.mapToGlobal(QPointF(50, 50)),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(paper, event)
    assert heard == asked
    assert desk.reader.grab().toImage() == before


def test_a_drag_in_a_very_long_paragraph_takes_what_was_dragged_over(
    desk, qtbot: QtBot, paper
) -> None:
    text = "Sở đẩy mạnh chuyển đổi số; hạ tầng phát triển. " * 300
    desk.reader.show_page(replace(desk.page, text=text, annotations=(), suggestions=(), asides=()))
    bar = desk.reader.focusProxy().verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    _drag(qtbot, paper, QPoint(120, 130), QPoint(220, 130))
    span = desk.reader.place
    view = desk.reader.focusProxy()
    there = view.rect_of(span)
    assert there.left() <= 122
    assert there.right() >= 218
    assert span.of(text).strip() == span.of(text)


def test_a_drag_held_below_the_view_goes_on_scrolling(desk, qtbot: QtBot, paper) -> None:
    more = "".join(f"\nĐoạn thứ {number} nói thêm một ý." for number in range(60))
    desk.reader.show_page(replace(desk.page, text=desk.page.text + more))
    view = desk.reader.focusProxy()
    qtbot.mousePress(paper, LEFT, pos=QPoint(200, 200))
    qtbot.mouseMove(paper, QPoint(200, 260))
    below = QPoint(200, paper.height() + 10)
    qtbot.mouseMove(paper, below)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 100)
    stop = desk.reader.place.stop
    qtbot.waitUntil(lambda: desk.reader.place.stop > stop)
    qtbot.mouseRelease(paper, LEFT, pos=below)
    with qtbot.assertNotEmitted(view.verticalScrollBar().valueChanged, wait=150):
        pass  # it stops with the button
