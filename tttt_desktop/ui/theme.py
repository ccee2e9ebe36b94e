"""The look: both palettes, the style sheet, the fonts, the kinds' colours and words. All painting asks here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from tttt_desktop.domain.records import ArticleState, Kind
from tttt_desktop.paths import resource
from tttt_desktop.ui.look.icons import draw_icon, icon, pixmap
from tttt_desktop.ui.look.restyling import Restyler
from tttt_desktop.ui.look.style_sheet import style_sheet
from tttt_desktop.ui.look.tokens import DARK, LIGHT, Tokens, high_contrast, tokens, use_tokens

__all__ = [
    "DARK",
    "KIND_LABEL",
    "KIND_LONG_LABEL",
    "LIGHT",
    "OWN_PLAN_LABEL",
    "STATE_LABEL",
    "ThemeNotifier",
    "Tokens",
    "apply",
    "draw_icon",
    "icon",
    "kind_fill",
    "kind_icon",
    "kind_ink",
    "kind_label",
    "notifier",
    "pixmap",
    "tokens",
    "ui_font",
    "without_sheet",
]

CHOICES = ("system", "light", "dark")
KIND_LABEL = {Kind.ACHIEVEMENT: "Kết quả", Kind.SHORTCOMING: "Tồn tại", Kind.TASK: "Nhiệm vụ"}
KIND_LONG_LABEL = {
    Kind.ACHIEVEMENT: "Kết quả đạt được",
    Kind.SHORTCOMING: "Tồn tại, hạn chế",
    Kind.TASK: "Nhiệm vụ được giao",
}
OWN_PLAN_LABEL = "Kế hoạch của đơn vị"
STATE_LABEL = {
    ArticleState.UNREAD: "Chưa đọc",
    ArticleState.READING: "Đang đọc",
    ArticleState.DONE: "Xong",
}


class ThemeNotifier(QObject):
    """Says `themed` after the colours changed: whoever paints or caches colours renews them then."""

    themed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice = "system"
        self._follows: QApplication | None = None
        self._restyler = Restyler(self)

    def choose(self, app: QApplication, choice: str) -> None:
        """Take the look `choice` (one of CHOICES) and keep following the system. Raises ValueError."""
        if choice not in CHOICES:
            raise ValueError(choice)
        self._choice = choice
        self._follow(app)
        _ask_system_for(app, choice)
        self._renew()

    def _follow(self, app: QApplication) -> None:
        if self._follows is app:
            return
        self._follows = app
        QDir.addSearchPath("icons", str(resource("icons")))
        app.setStyle("Fusion")
        app.setFont(ui_font(13))
        app.styleHints().colorSchemeChanged.connect(self._renew)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._renew)

    def _renew(self) -> None:
        app = self._follows
        if app is None:
            return
        colours = _tokens_for(app, self._choice)
        if colours.contrast or app.styleSheet() != style_sheet(colours):
            self.put_on(app, colours)  # only once, where the system answers a choice by a change

    def put_on(self, app: QApplication, colours: Tokens) -> None:
        """Show the whole program in these colours."""
        use_tokens(colours)
        self._restyler.put_on(app, palette(colours), style_sheet(colours))
        self.themed.emit()


_notifier = ThemeNotifier()


def notifier() -> ThemeNotifier:
    """The one object that says when the look changed."""
    return _notifier


def apply(app: QApplication, choice: str = "system") -> None:
    """Give the whole program its look: "system" (Theo Windows), "light" or "dark". May be called again at any time."""
    _notifier.choose(app, choice)


@contextmanager
def without_sheet(app: QApplication) -> Iterator[None]:
    """Make many widgets in here: each goes through the style sheet once at the end, not once for every widget around it."""
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def _ask_system_for(app: QApplication, choice: str) -> None:
    """Title bars follow on Windows and macOS."""
    if choice == "system":
        app.styleHints().unsetColorScheme()
    else:
        scheme = Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light
        app.styleHints().setColorScheme(scheme)


def _tokens_for(app: QApplication, choice: str) -> Tokens:
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        app.setPalette(QPalette())
        return high_contrast(app.palette())
    dark = choice == "dark" or (choice == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    return DARK if dark else LIGHT


def palette(colours: Tokens) -> QPalette:
    """The palette of the program; a window without focus keeps its highlight."""
    role = QPalette.ColorRole
    made = QPalette(colours.bg)
    for target, colour in {
        role.Window: colours.bg,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.PlaceholderText: colours.text3,
        role.Highlight: colours.accent if colours.contrast else colours.text_selection,
        role.HighlightedText: colours.on_accent if colours.contrast else colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
    }.items():
        made.setColor(target, colour)
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, colours.disabled)
    return made


def ui_font(px: float, weight: int = 400, zoom: int = 100) -> QFont:
    """The program's font at `px` logical pixels and `zoom` per cent; `weight` 400 or 600. Never below 11 px."""
    font = QFont("Segoe UI" if sys.platform == "win32" else "Noto Sans")
    font.setPixelSize(max(11, round(px * zoom / 100)))
    font.setWeight(QFont.Weight(weight))
    return font


def kind_label(kind: Kind, own_plan: bool = False) -> str:
    """The word for a kind; a department's own plan is told apart from what it was assigned."""
    return OWN_PLAN_LABEL if own_plan else KIND_LABEL[kind]


def kind_icon(kind: Kind, own_plan: bool = False) -> str:
    """The name of the icon of a kind; that of an own plan is a hollow flag."""
    return "plan" if own_plan else kind.value


def kind_ink(kind: Kind) -> QColor:
    """The colour of a kind's icon, bar and word."""
    colour: QColor = getattr(tokens(), kind)
    return colour


def kind_fill(kind: Kind) -> QColor:
    """The soft ground behind accepted text of a kind."""
    colour: QColor = getattr(tokens(), f"{kind}_fill")
    return colour
