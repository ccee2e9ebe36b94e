"""The story book: every story can be drawn, shows no horizontal scroll bar, and the small widgets look as they were kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "golden" / "stories"
BOOK = ROOT / "packaging" / "stories.py"
KEPT_WIDGETS = sorted(path.stem for path in KEPT.glob("*.png"))

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole book, drawn anew."""
    folder = tmp_path_factory.mktemp("stories")
    done = subprocess.run(
        [sys.executable, str(BOOK), str(folder), "--compare"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Warning" not in done.stderr, done.stderr
    return folder


@pytest.mark.parametrize("widget", KEPT_WIDGETS)
def test_a_widget_looks_as_it_was_kept(book: Path, widget: str) -> None:
    """Renew by `python dev.py stories --keep` after a change that is wanted, and look at the pictures first."""
    drawn_by = (book / "compared" / "fonts.txt").read_text(encoding="utf-8")
    kept_by = (KEPT / "fonts.txt").read_text(encoding="utf-8")
    if drawn_by != kept_by:
        pytest.skip(f"letters are drawn otherwise here: {drawn_by.strip()}, not {kept_by.strip()}")
    old, new = QImage(str(KEPT / f"{widget}.png")), QImage(str(book / "compared" / f"{widget}.png"))
    other = difference(old, new)
    if other is None:
        return
    folder = Path(os.environ.get("TTTT_SCREENSHOTS", book))
    target = folder / f"{widget}-old-new-difference.png"
    side_by_side(old, new, other).save(str(target))
    pytest.fail(f"{widget} looks different: {target}")


def test_every_widget_has_a_sheet(book: Path) -> None:
    folders = {path.name for path in book.iterdir() if path.is_dir()} - {"compared"}
    assert len(folders) > 15
    assert folders == {path.stem for path in book.glob("*.png")}


def test_the_comparison_notices_one_dot() -> None:
    old = QImage(8, 8, QImage.Format.Format_RGB32)
    old.fill(QColor("white"))
    new = old.copy()
    assert difference(old, new) is None
    new.setPixelColor(3, 3, QColor("#fefefe"))
    found = difference(old, new)
    assert found is not None
    assert found.pixelColor(3, 3) == QColor("red")


def difference(old: QImage, new: QImage) -> QImage | None:
    """Red where two pictures differ; None when they are the same."""
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (old, new))
    if one == other:
        return None
    made = QImage(old.size().expandedTo(new.size()), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    for y in range(made.height()):
        for x in range(made.width()):
            inside = one.valid(x, y) and other.valid(x, y)
            if not inside or one.pixel(x, y) != other.pixel(x, y):
                made.setPixelColor(x, y, QColor("red"))
    return made


def side_by_side(*images: QImage) -> QImage:
    """Pictures beside each other."""
    height = max(image.height() for image in images)
    made = QImage(sum(image.width() + 8 for image in images), height, QImage.Format.Format_RGB32)
    made.fill(QColor("black"))
    painter = QPainter(made)
    left = 0
    for image in images:
        painter.drawImage(left, 0, image)
        left += image.width() + 8
    painter.end()
    return made
