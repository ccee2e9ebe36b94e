"""Runs the program as it looks where Windows was asked for high contrast: `python packaging/contrast.py DOSSIER`."""

import sys

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tttt_desktop.ui import app, theme
from tttt_desktop.ui.tokens import Tokens, high_contrast


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


if __name__ == "__main__":
    theme._tokens_for = black_tokens
    sys.exit(app.run(sys.argv[1:]))
