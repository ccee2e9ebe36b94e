"""What is painted again after a change is all that the change touches."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Page
from tttt_desktop.ui import theme
from tttt_desktop.ui.look.tokens import high_contrast

Key, Mod = Qt.Key, Qt.KeyboardModifier


class Screen(QObject):
    """An image of a widget in which only that is renewed which the widget asks to be painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._asked: list[QRegion] = []
        self._painting = False  # for the image, not for the screen
        self.image = self.whole()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and not self._painting:
            self._asked.append(QRegion(event.region()))
        return False

    def whole(self) -> QImage:
        """The widget painted from corner to corner."""
        image = QImage(self._widget.size(), QImage.Format.Format_RGB32)
        self._paint(image, QRegion(self._widget.rect()))
        return image

    def _paint(self, image: QImage, region: QRegion) -> None:
        self._painting = True
        painter = QPainter(image)
        self._widget.render(painter, region.boundingRect().topLeft(), region)
        painter.end()
        self._painting = False

    def renew(self) -> None:
        """Let the widget paint what it asked for."""
        QApplication.processEvents()
        asked, self._asked = self._asked, []
        for region in asked:
            self._paint(self.image, region)


@pytest.fixture
def screen(desk) -> Iterator[Screen]:
    view = desk.reader.focusProxy()
    QApplication.processEvents()
    made = Screen(view.viewport())
    yield made
    view.viewport().removeEventFilter(made)


def test_after_every_key_the_screen_is_as_if_it_were_painted_anew(
    desk, screen: Screen, qtbot: QtBot
) -> None:
    view = desk.reader.focusProxy()
    plain = screen.whole()
    keys = [
        Key.Key_Return, Key.Key_Down, Key.Key_2, Key.Key_Down, Key.Key_3, Key.Key_Up, Key.Key_1,
        (Mod.ShiftModifier, Key.Key_Right), (Mod.ControlModifier, Key.Key_Right), Key.Key_Delete,
        Key.Key_Home, Key.Key_1, Key.Key_Right, Key.Key_2, Key.Key_End, Key.Key_3, Key.Key_Space,
        (Mod.ShiftModifier, Key.Key_Down), Key.Key_Escape, Key.Key_4, Key.Key_F7, Key.Key_Delete,
    ]  # fmt: skip
    for number, key in enumerate(keys):
        modifier, key = key if isinstance(key, tuple) else (Mod.NoModifier, key)
        qtbot.keyClick(view, key, modifier)
        screen.renew()
        assert screen.image == screen.whole(), f"after key {number}: {key}"
    assert screen.image != plain


def marked(image: QImage) -> int:
    """How many pixels of the text, without the gutter, are not those of the paper."""
    text = image.copy(60, 0, image.width() - 60, image.height())
    paper = text.pixel(text.width() // 2, 0)
    return sum(text.pixel(x, y) != paper for y in range(text.height()) for x in range(text.width()))


def test_in_high_contrast_a_decided_passage_is_underlined(
    desk, page: Page, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    colours = high_contrast(QPalette(QColor("#ffffff")))
    monkeypatch.setattr(theme, "tokens", lambda: colours)
    before = marked(screen.whole())
    desk.reader.show_page(replace(page, annotations=()), True)
    assert before - marked(screen.whole()) > 500
