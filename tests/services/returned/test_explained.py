"""Causes and remedies that stand in lines of their own, and footnotes, come back from Word, also by way of LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from returning import W, back, edit, replace_text

from tttt_desktop.reporting.foreign import dictionary
from tttt_desktop.services import briefing, returned, review
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate

ANNUAL = Options("annual", scope="all", year=2022, notes="footnotes")


@pytest.fixture
def yearly(dossier: Dossier, marks: list[int], tmp_path: Path) -> Path:
    """The yearly report, with a cause and a remedy of the shortcoming."""
    review.edit_annotation(dossier, marks[2], remedy="Bố trí vốn xây trạm")
    return briefing.write(dossier, tmp_path / "Tổng kết.docx", ANNUAL).path


def line(document: Any, mark: str) -> Any:
    return next(
        one
        for one in document.paragraphs
        if one._p.find(f".//{W}bookmarkStart[@{W}name='{mark}']") is not None
    )


def in_libreoffice(path: Path) -> Path:
    """Opened by LibreOffice, and saved by it."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation={(path.parent / 'office').as_uri()}"
    saved = path.parent / "saved"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", saved, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return saved / path.name


def test_unedited_lines_say_nothing(dossier: Dossier, marks: list[int], yearly: Path) -> None:
    came = back(dossier, yearly)
    assert (came.items, came.same) == ((), 4)


@pytest.mark.parametrize(
    ("mark", "old", "new", "said"),
    [
        (
            "_nn_{}",
            "thiếu vốn đầu tư",
            "thiếu vốn và thiếu đất",
            ("cause", "thiếu vốn và thiếu đất"),
        ),
        (
            "_gp_{}",
            "Bố trí vốn",
            "Đề nghị Bộ bố trí vốn",
            ("remedy", "Đề nghị Bộ bố trí vốn xây trạm"),
        ),
    ],
)
@pytest.mark.parametrize(
    "saved", [lambda path: path, pytest.param(in_libreoffice, marks=pytest.mark.slow)]
)
def test_a_line_of_its_own_is_taken_over(
    dossier: Dossier,
    marks: list[int],
    yearly: Path,
    mark: str,
    old: str,
    new: str,
    said: tuple[str, str],
    saved: Callable[[Path], Path],
) -> None:
    edit(yearly, lambda document: replace_text(line(document, mark.format(marks[2])), old, new))
    (one,) = back(dossier, saved(yearly)).items
    assert (one.finding.fate, one.finding.detail, one.finding.new) == (Fate.DETAIL, *said)
    assert one.acceptable
    returned.take_over(dossier, [one])
    page = dossier.page(dossier.article_of(marks[2]))
    kept = next(a for a in page.annotations if a.id == marks[2])
    assert getattr(kept, said[0]) == said[1]
    dossier.undo()
    assert back(dossier, yearly).items[0].acceptable


def test_a_line_that_is_gone_leaves_the_dossier_as_it_is(
    dossier: Dossier, marks: list[int], yearly: Path
) -> None:
    def drop(document: Any) -> None:
        gone = line(document, f"_nn_{marks[2]}")._p
        gone.getparent().remove(gone)

    edit(yearly, drop)
    (one,) = back(dossier, yearly).items
    assert one.finding.detail == "cause"
    assert not one.acceptable
    assert "hồ sơ vẫn giữ" in one.notes[0]
    assert not one.finding.text


def test_templates_of_the_office_have_causes_of_no_said_kind_too(
    dossier: Dossier, marks: list[int]
) -> None:
    values = dictionary.values(briefing.prepare(dossier, ANNUAL), "")
    assert values["tong_nguyen_nhan"] == 1
    (group,) = values["nhom_nguyen_nhan"]
    (cause,) = group["muc"]
    assert "thiếu vốn đầu tư" in cause["chu"]
    assert f"_nn_{marks[2]}" in cause["chu"]


def test_footnotes_that_were_edited_are_counted(
    dossier: Dossier, marks: list[int], yearly: Path, tmp_path: Path
) -> None:
    assert returned.changed_notes(dossier, returned.read(yearly)) == 0
    held = returned.read(yearly)
    assert len(held.notes) >= 4
    edited = tmp_path / "b.docx"
    rewrite(yearly, edited, "Hội nghị", "Đại hội")
    assert returned.changed_notes(dossier, returned.read(edited)) == len(held.notes)


def rewrite(path: Path, out: Path, old: str, new: str) -> None:
    """The same document with other words in its footnotes."""
    import zipfile

    with zipfile.ZipFile(path) as read, zipfile.ZipFile(out, "w") as made:
        for name in read.namelist():
            data = read.read(name)
            if name == "word/footnotes.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            made.writestr(name, data)
