"""Runs the program for its picture: no caret blinks. `contrast` shows it as where Windows was asked for high contrast.

python packaging/posing.py light|dark|contrast DOSSIER
"""

import sys

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tttt_desktop.ui import app, theme
from tttt_desktop.ui.look.tokens import Tokens, high_contrast


def black_theme() -> QPalette:
    """The system colours of "High Contrast Black"."""
    made, role = QPalette(QColor("#000000")), QPalette.ColorRole
    for target, colour in {
        role.WindowText: "#ffffff",
        role.Text: "#ffffff",
        role.ButtonText: "#ffffff",
        role.Highlight: "#1aebff",
        role.HighlightedText: "#000000",
    }.items():
        made.setColor(target, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(off, target, QColor("#3ff23f"))
    return made


def black_tokens(_: QApplication, __: str) -> Tokens:
    """What the theme makes of those colours."""
    return high_contrast(black_theme())


def main(name: str, *paths: str) -> int:
    """Open the window; the exit code."""
    if name == "contrast":
        theme._tokens_for = black_tokens
    made = app.make_application

    def without_blinking() -> QApplication:
        application = made()
        application.styleHints().setCursorFlashTime(0)
        return application

    app.make_application = without_blinking
    return app.run(paths)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
