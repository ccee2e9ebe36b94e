"""Our icons: SVG on a 24-px grid in `currentColor`, drawn sharp at every scale in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from tttt_desktop.paths import resource
from tttt_desktop.ui.look.tokens import tokens

DISABLED_OPACITY = 0.4


def icon(name: str, colour: str | QColor = "text2") -> QIcon:
    """The icon `resources/icons/<name>.svg`. `colour` is a token's name (then it follows the theme) or a fixed colour.

    Raises FileNotFoundError when there is no such icon.
    """
    return QIcon(_Engine(name, colour))


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paint an icon into the square `rect` (logical pixels), from a cache."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(rect.topLeft(), pixmap(name, colour, rect.width(), ratio))


def pixmap(name: str, colour: QColor, size: float, ratio: float = 1.0) -> QPixmap:
    """A square picture of `size` logical pixels, `size * ratio` dots wide. Raises FileNotFoundError."""
    return _picture(name, colour.name(), round(size * ratio), ratio)


@lru_cache(maxsize=512)
def _picture(name: str, colour: str, dots: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(dots, dots)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(_source(name).replace("currentColor", colour).encode()).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


class _Engine(QIconEngine):
    """Looks the colour up when it paints, so icons in menus and buttons follow a change of theme."""

    def __init__(self, name: str, colour: str | QColor) -> None:
        super().__init__()
        _source(name)
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRect(QPoint(), QSize(side, side))
        square.moveCenter(rect.center())
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * DISABLED_OPACITY)
        draw_icon(painter, self._name, QRectF(square), self._resolved())
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)

    def _resolved(self) -> QColor:
        if isinstance(self._colour, QColor):
            return self._colour
        colour: QColor = getattr(tokens(), self._colour)
        return colour
