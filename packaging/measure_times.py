"""Writes resources/templates/times_widths.json: how wide each letter of Times New Roman is.

    python packaging/measure_times.py Tinos-Regular.ttf Tinos-Bold.ttf

Tinos has the advance widths of Times New Roman and may be shared freely. The table is a list of letters by
width (thousandths of the font size), regular and bold: all that centring a line or breaking a name needs.
"""

import json
import os
import sys
from collections import defaultdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QRawFont

TARGET = Path(__file__).parent.parent / "resources" / "templates" / "times_widths.json"
EM = 2048  # units of the font: measured at this size, hinting changes nothing
RANGES = ((0x20, 0x7F), (0xA0, 0x180), (0x1A0, 0x1B1), (0x1EA0, 0x1EFA), (0x2010, 0x2027))


def widths(path: str) -> dict[str, str]:
    """Letters by width in thousandths of the em, of one font file."""
    font = QRawFont(path, EM)
    found = defaultdict(list)
    for first, last in RANGES:
        for letter in map(chr, range(first, last)):
            glyphs = font.glyphIndexesForString(letter)
            if glyphs and glyphs[0]:
                advance = font.advancesForGlyphIndexes(glyphs)[0].x()
                found[round(advance * 1000 / EM)].append(letter)
    return {str(width): "".join(letters) for width, letters in sorted(found.items())}


def main(regular: str, bold: str) -> None:
    """Measure both files and write the table."""
    application = QGuiApplication([])
    table = {"regular": widths(regular), "bold": widths(bold)}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    application.quit()


if __name__ == "__main__":
    main(*sys.argv[1:3])
