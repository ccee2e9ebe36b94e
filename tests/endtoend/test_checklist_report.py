"""A19 and A20 in a real window: from the empty start to the Word report by keys alone; a name that is taken."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes

from tttt_desktop.domain.records import ArticleState, Status
from tttt_desktop.services import consolidation, review
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def accepted(sample: Path) -> Path:
    """The sample articles with every suggestion accepted and every article done."""
    with Dossier.open(sample) as dossier:
        for article_id in dossier.article_ids():
            review.accept_all(dossier, article_id)
            review.mark_done(dossier, article_id)
    return sample


def text_of(report: Path) -> str:
    """All the words of the report, as LibreOffice reads it."""
    folder = report.parent / "read"
    command = ["soffice", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]
    subprocess.run([*command, str(folder), str(report)], check=True, capture_output=True)
    return (folder / f"{report.stem}.txt").read_text(encoding="utf-8")


def test_f9_and_enter_write_a_report_with_its_three_parts(
    start: Callable[..., Any], eyes: Eyes, accepted: Path, tmp_path: Path
) -> None:
    """A19."""
    program = start(str(accepted))
    program.open("Lập báo cáo Word", "F9")
    program.screen.keep("A19-report")
    program.press("Return")
    said = eyes.one("Đã lưu báo cáo: ").name
    (report,) = tmp_path.glob("**/*.docx")
    assert said == f"Đã lưu báo cáo: {report.name}"
    said = text_of(report)
    for heading in ("I. KẾT QUẢ", "II. TỒN TẠI", "III. NHIỆM VỤ"):
        assert heading in said
    with Dossier.open(accepted, read_only=True) as dossier:
        mark = dossier.page(dossier.article_ids()[0]).annotations[0]
    assert mark.quote.rstrip(".;")[:40].casefold() in said.casefold()


def write(program: Any) -> None:
    """F9, Enter, and back to the window."""
    program.open("Lập báo cáo Word", "F9")
    program.press("Return")
    program.wait_for("Hồ sơ năm 2023")


def test_a_report_is_never_overwritten(
    start: Callable[..., Any], accepted: Path, tmp_path: Path
) -> None:
    """A19."""
    program = start(str(accepted))

    def reports() -> list[Path]:
        return sorted(tmp_path.glob("**/*.docx"), key=lambda path: len(path.name))

    write(program)
    (first,) = reports()
    kept = first.read_bytes()
    write(program)
    both = reports()
    assert len(both) == 2
    assert both[1].stem == f"{first.stem} (2)"
    assert first.read_bytes() == kept
    assert all(zipfile.is_zipfile(path) for path in both)


def test_the_whole_way_without_a_mouse(
    start: Callable[..., Any], eyes: Eyes, tmp_path: Path
) -> None:
    """A20: menu, suggestions, an own mark, its ends, wording, search, filter, lines, tasks, report; and what is kept."""
    program = start()
    program.open_sample(tmp_path)
    program.press("Return", "Delete", "2", "space", "ctrl+z", "ctrl+y")
    program.press("ctrl+Home", "Down", "Down", "1", "shift+Right", "F4")
    program.type("Viet lai")
    program.press("Escape", "BackSpace")
    assert eyes.focused().name == "Nội dung bài viết"
    program.press("F6", "Down", "Escape")
    program.press("ctrl+f")
    program.type("chuyen doi 123")
    program.press("ctrl+a")
    program.type("chuyen doi")
    program.press("Down", "Return", "F3", "ctrl+Return")
    program.press("ctrl+l")
    eyes.one("Điều kiện lọc")
    program.press("space", "Escape")
    assert eyes.one("Bỏ điều kiện lọc Còn gợi ý", "push button")
    program.press("alt+s", "c")
    for _ in range(4):  # some articles, with the tasks in them
        program.press("alt+d", "a", "ctrl+Return")
    program.press("ctrl+2", "alt+Down", "Down", "space")
    program.press("ctrl+3", "2")
    program.screen.keep("A20-tasks")
    program.open("Bảng lệnh", "ctrl+k")
    program.type("bao cao word")
    program.open("Lập báo cáo Word", "Return")
    program.press("Return")
    eyes.one("Đã lưu báo cáo")
    (report,) = tmp_path.glob("**/*.docx")
    assert zipfile.is_zipfile(report)
    program.close()
    (path,) = tmp_path.glob("**/Hồ sơ mẫu.tttt")
    with Dossier.open(path, read_only=True) as dossier:
        pages = [dossier.page(one) for one in dossier.article_ids()]
        lines = consolidation.all_lines(dossier)
    marks = [mark for page in pages for mark in page.annotations]
    assert [mark.statement for mark in marks].count("Viet lai") == 1
    assert sum(page.article.state is ArticleState.DONE for page in pages) >= 5
    assert [line.left_out for line in lines].count(True) == 1
    assert [mark.task.status for mark in marks if mark.task].count(Status.UNDER_WAY) == 1
