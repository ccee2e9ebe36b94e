"""Draws the story book: every widget in every state, light, dark and in high contrast, at 100 and 150 %.

python dev.py stories [FOLDER]        FOLDER/<widget>/<state>-<theme>-<percent>.png and one sheet FOLDER/<widget>.png
python dev.py stories --keep          draws the sheets that the tests compare with anew (tests/golden/stories)
"""

import argparse
import hashlib
import os
import subprocess
import sys
from itertools import groupby
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "packaging")]

import shiboken6  # noqa: E402
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QtMsgType, qInstallMessageHandler, qVersion  # noqa: E402
from PySide6.QtGui import QColor, QFont, QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402
from story import Story, stories  # noqa: E402

KEPT = ROOT / "tests" / "golden" / "stories"
SMALL = ("button", "chip", "keycap", "line", "combo", "tick", "choice", "tabs")
THEMES = ("light", "dark", "contrast")
SCALES = (100, 150)
MARGIN, TITLE = 12, 22


def main() -> int:
    """Draw each scale in a process of its own (Qt takes a scale at its start), then the sheets."""
    parser = argparse.ArgumentParser(prog="stories", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "stories")
    parser.add_argument("--keep", action="store_true", help="renew the sheets of the tests")
    parser.add_argument("--compare", action="store_true", help="write what the tests compare")
    parser.add_argument("--scale", type=int, help=argparse.SUPPRESS)  # for the drawing process
    chosen = parser.parse_args()
    folder: Path = chosen.folder
    if chosen.scale:
        draw(folder, chosen.scale)
        return 0
    for scale in SCALES:
        environment = os.environ | {"QT_SCALE_FACTOR": str(scale / 100)}
        command = [sys.executable, __file__, str(folder), "--scale", str(scale)]
        subprocess.run(command, env=environment, check=True)
    make_sheets(folder)
    if chosen.keep:
        keep(folder, KEPT)
    if chosen.compare:
        keep(folder, folder / "compared")
    print(folder)
    return 0


def draw(folder: Path, scale: int) -> None:
    """Every story in every theme, at the scale Qt was started with."""
    from tttt_desktop.ui import theme
    from tttt_desktop.ui.app import make_application

    app = make_application()
    qInstallMessageHandler(_stay_quiet)
    for name in THEMES:
        put_on(app, name)
        for story in stories():
            place = folder / story.widget
            place.mkdir(parents=True, exist_ok=True)
            picture_of(story).save(str(place / f"{story.state}-{name}-{scale}.png"))
    theme.apply(app, "light")


def put_on(app: QApplication, name: str) -> None:
    """A theme; "contrast" is what Windows' black high contrast theme gives."""
    from posing import black_theme

    from tttt_desktop.ui import theme
    from tttt_desktop.ui.look.tokens import high_contrast

    if name == "contrast":
        theme.notifier().put_on(app, high_contrast(black_theme()))
    else:
        theme.apply(app, name)


def _stay_quiet(kind: QtMsgType, _where: object, text: str) -> None:
    """Qt's offscreen screen has its own remarks; what is wrong is still said."""
    if "propagateSizeHints" not in text and kind != QtMsgType.QtDebugMsg:
        sys.stderr.write(f"{text}\n")


def picture_of(story: Story) -> QImage:
    """The story's widget as it stands on the screen, with a margin of the window's colour."""
    from tttt_desktop.ui import theme

    frame = QWidget()
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made = story.make()
    made.setParent(frame)
    made.setWindowFlags(Qt.WindowType.Widget)
    made.move(MARGIN, MARGIN)
    hint = made.sizeHint()
    width = story.width or hint.width()
    tall = made.heightForWidth(width) if made.hasHeightForWidth() else hint.height()
    made.resize(width, story.height or tall)
    frame.resize(made.size() + QSize(2 * MARGIN, 2 * MARGIN))
    made.show()
    frame.show()
    frame.activateWindow()
    QApplication.processEvents()
    _give_keyboard(frame, made if story.focus else None)
    QApplication.processEvents()
    ratio = frame.devicePixelRatio()
    image = QImage(frame.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.tokens().bg)
    frame.render(image, QPoint())
    if isinstance(made, QDialog):
        made.done(0)  # what it has begun beside the window must not outlive it
    shiboken6.delete(frame)  # at once: a new theme goes to every widget that still exists
    return image


def _give_keyboard(frame: QWidget, made: QWidget | None) -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    if made is None:
        return
    inside = [made, *made.findChildren(QWidget)]
    takes = [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    if takes:
        takes[0].setFocus(Qt.FocusReason.TabFocusReason)


def make_sheets(folder: Path) -> None:
    """One picture a widget: a row for each state, themes and scales side by side."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    for widget, told in groupby(
        sorted(stories(), key=lambda one: one.widget), lambda one: one.widget
    ):
        states = [one.state for one in told]
        columns = [(name, scale) for scale in SCALES for name in THEMES]
        sheet(folder / widget, states, columns).save(str(folder / f"{widget}.png"))
    app.processEvents()


def sheet(folder: Path, states: list[str], columns: list[tuple[str, int]]) -> QImage:
    """The pictures of some states in some columns of (theme, scale), with the names of the states."""
    rows = [
        [QImage(str(folder / f"{state}-{name}-{scale}.png")) for name, scale in columns]
        for state in states
    ]
    widths = [max(row[at].width() for row in rows) for at in range(len(columns))]
    heights = [max(image.height() for image in row) + TITLE for row in rows]
    made = QImage(sum(widths), sum(heights), QImage.Format.Format_RGB32)
    made.fill(QColor("#C8CCD2"))
    painter = QPainter(made)
    font = QFont("Noto Sans")
    font.setPixelSize(12)
    painter.setFont(font)
    top = 0
    for state, row, height in zip(states, rows, heights, strict=True):
        painter.drawText(QRect(6, top, made.width(), TITLE), Qt.AlignmentFlag.AlignVCenter, state)
        left = 0
        for image, width in zip(row, widths, strict=True):
            image.setDevicePixelRatio(1)
            painter.drawImage(left, top + TITLE, image)
            left += width
        top += height
    painter.end()
    return made


def keep(folder: Path, target: Path) -> None:
    """Write the few sheets that the tests compare with, and by which fonts they were drawn."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.png"):
        old.unlink()
    for widget in SMALL:
        states = [one.state for one in stories() if one.widget == widget]
        kept_sheet(folder / widget, states).save(str(target / f"{widget}.png"), None, 0)
    (target / "fonts.txt").write_text(fonts() + "\n", encoding="utf-8")


def kept_sheet(folder: Path, states: list[str]) -> QImage:
    """What is compared: both themes at 100 %."""
    made = sheet(folder, states, [("light", 100), ("dark", 100)])
    return made.convertToFormat(QImage.Format.Format_RGB888)


def fonts() -> str:
    """A fingerprint of how letters are drawn here: another version of Qt or of the font draws other pixels."""
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    font = QFont("Noto Sans")
    font.setPixelSize(15)
    painter.setFont(font)
    painter.drawText(4, 30, "Ữ Ặ Ỡ Ẫ ữ ặ ỡ ự Hamburgefonstiv 0123456789")
    painter.end()
    digest = hashlib.sha256(bytes(image.constBits())).hexdigest()[:16]
    return f"Qt {qVersion()} {digest}"


if __name__ == "__main__":
    sys.exit(main())
