"""The look: contrast by the formula of WCAG 2, both themes, icons in their colours, fonts that clip nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import ArticleState, Kind
from tttt_desktop.paths import resource
from tttt_desktop.ui import theme
from tttt_desktop.ui.look.style_sheet import style_sheet
from tttt_desktop.ui.look.tokens import high_contrast
from tttt_desktop.ui.parts.text_lines import baseline, line_height

ICONS = sorted(resource("icons").glob("*.svg"))
SURFACES = ("bg", "surface", "raised", "paper", "list_selection")
INKS = (
    "text", "text2", "text3", "accent", "achievement", "shortcoming", "task", "warn", "error",
)  # fmt: skip
ON_FILLS = [
    (ink, f"{kind}_fill")
    for kind in ("achievement", "shortcoming", "task", "warn", "error")
    for ink in (kind, "text")
]
PAIRS = [
    *((ink, surface) for ink in INKS for surface in SURFACES),
    *ON_FILLS,
    ("on_accent", "accent"),
    ("text", "text_selection"),
]
THEMES = pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def inks(picture: QPixmap) -> set[str]:
    """The colours of the opaque dots."""
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply(qapp, "light")


def test_the_formula_knows_black_on_white() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)


@THEMES
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read(colours: theme.Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["bg", "surface", "paper", "list_selection"])
def test_the_border_of_a_control_can_be_seen(colours: theme.Tokens, ground: str) -> None:
    assert contrast(colours.control_border, getattr(colours, ground)) >= 3


@pytest.mark.parametrize(
    ("choice", "colours"), [("light", theme.LIGHT), ("dark", theme.DARK), ("system", theme.LIGHT)]
)
def test_a_choice_sets_tokens_palette_and_sheet(
    app: QApplication, choice: str, colours: theme.Tokens
) -> None:
    """The offscreen screen has no colour scheme of its own; "system" is then light."""
    theme.apply(app, choice)
    assert theme.tokens() is colours
    assert app.palette().window().color() == colours.bg
    assert app.palette().text().color() == colours.text
    assert colours.accent.name() in app.styleSheet()
    assert app.font().pixelSize() == 13


def test_an_unknown_choice_is_refused(app: QApplication) -> None:
    with pytest.raises(ValueError, match="blue"):
        theme.apply(app, "blue")


def test_a_change_is_told(qtbot: QtBot, app: QApplication) -> None:
    theme.apply(app, "light")
    with qtbot.waitSignal(theme.notifier().themed):
        theme.apply(app, "dark")


def test_the_system_is_followed_only_when_asked(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Night:
        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Dark

        def accessibility(self) -> object:
            return app_hints.accessibility()

        def unsetColorScheme(self) -> None: ...

        def setColorScheme(self, scheme: Qt.ColorScheme) -> None: ...

    theme.apply(app, "system")
    app_hints = app.styleHints()
    monkeypatch.setattr(QApplication, "styleHints", lambda _self: Night())
    app_hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens() is theme.DARK
    theme.apply(app, "light")
    app_hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens() is theme.LIGHT


@THEMES
def test_a_window_without_focus_keeps_its_highlight(colours: theme.Tokens) -> None:
    made, group, role = theme.palette(colours), QPalette.ColorGroup, QPalette.ColorRole
    for one in (role.Highlight, role.HighlightedText, role.Accent):
        assert made.color(group.Inactive, one) == made.color(group.Active, one)
    assert made.color(group.Disabled, role.Text) != made.color(group.Active, role.Text)


def test_high_contrast_takes_the_colours_of_the_system() -> None:
    system = QPalette(QColor("#000000"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    colours = high_contrast(system)
    assert colours.dark
    assert colours.task == colours.text == QColor("#ffff00")
    assert colours.task_fill == colours.surface == QColor("#000000")


def black_theme() -> QPalette:
    """The colours of a system that was asked for high contrast."""
    made, role = QPalette(QColor("#000000")), QPalette.ColorRole
    made.setColor(role.WindowText, QColor("#ffffff"))
    made.setColor(role.Highlight, QColor("#1aebff"))
    made.setColor(role.HighlightedText, QColor("#000000"))
    made.setColor(QPalette.ColorGroup.Disabled, role.WindowText, QColor("#3ff23f"))
    return made


def test_in_high_contrast_what_is_chosen_is_filled_as_the_system_fills_it() -> None:
    colours = high_contrast(black_theme())
    assert colours.contrast
    assert not theme.LIGHT.contrast
    assert colours.disabled == QColor("#3ff23f")
    assert colours.list_selection != colours.surface
    assert contrast(colours.text, colours.list_selection) >= 7
    made, role = theme.palette(colours), QPalette.ColorRole
    assert made.color(role.Highlight) == QColor("#1aebff")
    assert made.color(role.HighlightedText) == QColor("#000000")
    assert "QMenu::item:selected, QMenuBar::item:selected" in style_sheet(colours)
    assert "QMenu::item:selected, QMenuBar::item:selected" not in style_sheet(theme.DARK)
    assert "#3ff23f" in style_sheet(colours)


def test_a_wish_for_contrast_goes_before_light_and_dark(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Wish:
        def contrastPreference(self) -> Qt.ContrastPreference:
            return Qt.ContrastPreference.HighContrast

    class Hints:
        def accessibility(self) -> Wish:
            return Wish()

        def setColorScheme(self, scheme: Qt.ColorScheme) -> None: ...

    theme.apply(app, "light")
    monkeypatch.setattr(QApplication, "styleHints", lambda _self: Hints())
    theme.apply(app, "dark")
    assert theme.tokens().contrast
    assert theme.kind_fill(Kind.TASK) == theme.tokens().paper
    assert inks(theme.icon("done", "task").pixmap(QSize(24, 24))) == {theme.tokens().text.name()}


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK, high_contrast(QPalette())])
def test_the_sheet_has_every_colour_filled_in(colours: theme.Tokens) -> None:
    assert "$" not in style_sheet(colours)
    pictures = re.findall(r"url\(icons:([^)]+)\)", style_sheet(colours))
    assert pictures
    assert all(resource(f"icons/{name}").is_file() for name in pictures)


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_a_picture_of_ours(qapp: QApplication, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert QSvgRenderer(text.encode()).isValid()
    if path.stem == "app" or path.stem.startswith("box-"):
        return
    assert 'viewBox="0 0 24 24"' in text
    assert set(re.findall(r'stroke-width="([^"]+)"', text)) == {"2"}
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}


@pytest.mark.parametrize("name", [*Kind, *ArticleState])
def test_every_kind_and_state_has_an_icon(qapp: QApplication, name: str) -> None:
    picture = theme.pixmap(name, QColor("#ff0000"), 16, 1.5)
    assert picture.width() == 24
    assert picture.devicePixelRatio() == 1.5
    assert inks(picture) == {"#ff0000"}


def test_an_icon_follows_the_theme(app: QApplication) -> None:
    theme.apply(app, "light")
    plain, own = theme.icon("done", "task"), theme.icon("done", QColor("#123456"))
    assert inks(plain.pixmap(QSize(24, 24))) == {theme.LIGHT.task.name()}
    theme.apply(app, "dark")
    assert inks(plain.pixmap(QSize(24, 24))) == {theme.DARK.task.name()}
    assert inks(own.pixmap(QSize(24, 24))) == {"#123456"}


def test_an_icon_is_sharp_on_a_dense_screen_and_pale_when_off(qapp: QApplication) -> None:
    made = theme.icon("done")
    dense = made.pixmap(QSize(16, 16), 2.0)
    assert dense.toImage().width() == 32
    off = made.pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage()
    assert max(off.pixelColor(x, 8).alpha() for x in range(16)) < 128


def test_a_missing_icon_is_noticed_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_an_icon_outlives_its_button(qtbot: QtBot) -> None:
    made = theme.icon("undo")
    button = QPushButton()
    button.setIcon(made)
    del button
    assert not made.pixmap(QSize(16, 16)).isNull()


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_has_words_ink_and_fill(kind: Kind) -> None:
    assert theme.KIND_LABEL[kind]
    assert theme.KIND_LONG_LABEL[kind].startswith(theme.KIND_LABEL[kind])
    assert theme.kind_ink(kind) == getattr(theme.tokens(), kind.value)
    assert theme.kind_fill(kind) == getattr(theme.tokens(), f"{kind.value}_fill")


@pytest.mark.parametrize("px", [11, 12, 13, 15, 19])
@pytest.mark.parametrize("weight", [400, 600])
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_no_diacritic_is_clipped(qapp: QApplication, px: int, weight: int, zoom: int) -> None:
    font = theme.ui_font(px, weight, zoom)
    assert font.pixelSize() >= 11
    height = line_height(font)
    picture = QPixmap(400, 3 * height)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(QPointF(4, height + baseline(font)), "Ữ Ặ Ỡ Ẫ Ự Ẵ ữ ặ ỡ ẫ ự g")
    painter.end()
    image = picture.toImage()
    dark = [
        y for y in range(3 * height) for x in range(400) if image.pixelColor(x, y).value() < 128
    ]
    assert min(dark) >= height
    assert max(dark) < 2 * height
    assert QFontMetricsF(font).height() <= height
