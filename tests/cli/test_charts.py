"""Charts in a report made by a command: drawn without a window or a display, and only when asked for."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tttt_desktop.cli.main import main
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import review
from tttt_desktop.services.charts import Draw
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

SAID = "Doanh thu viễn thông đạt {} tỷ đồng."


@pytest.fixture
def told(tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> Path:
    """A dossier with one indicator of two years."""
    path = tmp_path / "h.tttt"
    with Dossier.create(path) as dossier:
        for year, value in ((2022, "698"), (2023, "742,67")):
            text = f"Hội nghị tổng kết {year}\n{SAID.format(value)}"
            about = parsed(text, f"{year}.txt", review_year=year, plan_year=year + 1)
            with dossier.store.change("Nhập"):
                article = add_article(dossier.store, about, ())
            span = Span(text.index("Doanh"), len(text))
            review.annotate(dossier, article, span, Kind.ACHIEVEMENT, field="Viễn thông")
    return path


def pictures(docx: Path) -> list[str]:
    with zipfile.ZipFile(docx) as package:
        return [name for name in package.namelist() if name.startswith("word/media/")]


def command(*arguments: object) -> str:
    """What Python modules a command has loaded, on a machine without a display."""
    code = (
        "import sys; from tttt_desktop.__main__ import main\n"
        "code = main(sys.argv[1:])\n"
        "print(code, [m for m in sys.modules if m.startswith('PySide6')])"
    )
    without = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    run = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(run, capture_output=True, check=True, env=without)
    return done.stdout.decode().splitlines()[-1]


def test_a_chart_is_drawn_without_a_display(told: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    assert command("report", told, "--out", out, "--with", "charts").startswith("0 ['PySide6")
    assert len(pictures(out)) == 1


def test_who_asks_for_no_charts_loads_nothing_for_them(told: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    assert command("report", told, "--out", out) == "0 []"
    assert not pictures(out)


def test_where_nothing_can_draw_the_report_is_without_charts_and_says_so(
    told: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def nothing() -> Draw:
        raise UserError("Máy này không vẽ được biểu đồ.", "Hãy dùng cửa sổ.")

    out = tmp_path / "a.docx"
    assert main(["report", str(told), "--out", str(out), "--with", "charts"], nothing) == 0
    assert not pictures(out)
    assert "Máy này không vẽ được biểu đồ." in capsys.readouterr().err
