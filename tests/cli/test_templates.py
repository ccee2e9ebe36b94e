"""Each template made from the samples and from the real pages: it keeps the decree, and says what the dossier says."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from validating import validated

from tttt_desktop.__main__ import main
from tttt_desktop.domain.records import Page
from tttt_desktop.reporting.catalogue import TEMPLATES
from tttt_desktop.services.dossier import Dossier

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVERY = ("--with", "figures", "--with", "task_table", "--with", "quotes")
OFFICE = ("--set", "office.name=Sở Khoa học và Công nghệ", "--set", "office.parent=UBND tỉnh Mẫu",
          "--set", "office.addressee=UBND tỉnh Mẫu", "--set", "office.addressee@digest=Ban Giám đốc Sở")  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the samples, everything that was suggested accepted."""
    folder = tmp_path_factory.mktemp("demo")
    assert main(["demo", "--out", str(folder)]) == 0
    return folder / "mau.tttt"


@pytest.fixture
def samples(demo: Path, tmp_path: Path) -> Path:
    """A copy of that dossier."""
    return Path(shutil.copy(demo, tmp_path))


@pytest.fixture
def real(run, edits, seeds, tmp_path: Path) -> Path:
    """The same of the five real pages."""
    path = tmp_path / "a.tttt"
    done = run("import", path, *seeds, "--json")
    accept = [
        {"do": "accept", "article_id": line["article_id"], "all": True} for line in done.lines
    ]
    assert edits(path, *accept).code == 0
    return path


def pages_of(path: Path) -> list[Page]:
    with Dossier.open(path, read_only=True) as dossier:
        return dossier.marked_pages(dossier.article_ids())


def paragraphs(path: Path, name: str = "word/document.xml") -> list[str]:
    """The text of each paragraph, in tables too; breaks of a line as blanks."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read(name))
    kinds = {f"{W}t": lambda node: node.text or "", f"{W}br": lambda _: " "}
    return [
        "".join(kinds[node.tag](node) for node in one.iter(*kinds)) for one in root.iter(f"{W}p")
    ]


def made(run, dossier: Path, key: str, *more: str) -> Path:
    out = dossier.parent / f"{key}.docx"
    assert run("report", dossier, "--out", out, "--template", key, *EVERY, *OFFICE, *more).code == 0
    return out


def said_in_quotation_marks(path: Path) -> list[str]:
    """The words of the articles in the lines of a report, longer than a word or two."""
    marked = (re.findall(r"[“«]([^“”«»]{12,})[”»]", text) for text in paragraphs(path))
    return [one for found in marked for one in found]


def flat(text: str) -> str:
    return " ".join(text.split())


def check(run, dossier: Path, key: str, broken_rules) -> None:
    report = made(run, dossier, key)
    assert broken_rules(report) == []
    assert list(validated(report).errors) == []
    pages = pages_of(dossier)
    told = "\n".join(
        [*(flat(page.text) for page in pages), *(page.article.title for page in pages)]
    )
    quotations = said_in_quotation_marks(report)
    assert quotations
    assert [one for one in quotations if flat(one) not in told] == []


@pytest.mark.parametrize("key", TEMPLATES)
def test_from_the_samples(run, samples: Path, key: str, broken_rules) -> None:
    check(run, samples, key, broken_rules)


@pytest.mark.slow
@pytest.mark.parametrize("key", TEMPLATES)
def test_from_the_real_pages(run, real: Path, key: str, broken_rules) -> None:
    check(run, real, key, broken_rules)


@pytest.mark.parametrize("key", ["briefing", "digest"])
def test_every_mark_is_a_line(run, samples: Path, key: str) -> None:
    lines = "\n".join(map(flat, paragraphs(made(run, samples, key))))
    quotes = [flat(mark.quote) for page in pages_of(samples) for mark in page.annotations]
    assert quotes
    assert [quote for quote in quotes if quote not in lines] == []


def test_figures_and_deadlines_are_those_of_the_dossier(run, samples: Path) -> None:
    cells = [flat(text) for text in paragraphs(made(run, samples, "briefing"))]
    for page in pages_of(samples):
        for mark in page.annotations:
            assert {flat(figure.as_printed) for figure in mark.figures} <= set(cells)
            if mark.task and mark.task.deadline_text:
                assert any(cell.startswith(flat(mark.task.deadline_text)) for cell in cells)


def test_footnotes_name_the_articles_of_the_dossier(run, samples: Path) -> None:
    notes = [
        flat(text) for text in paragraphs(made(run, samples, "briefing"), "word/footnotes.xml")
    ]
    titles = {flat(page.article.title) for page in pages_of(samples)}
    assert {title for title in titles if any(title in note for note in notes)} == titles
    assert all(any(title in note for title in titles) for note in notes if note)


def test_sources_as_numbers_where_they_are_wanted(run, samples: Path) -> None:
    report = made(run, samples, "briefing", "--notes", "numbers")
    assert [text for text in paragraphs(report, "word/footnotes.xml") if text] == []
    assert any(re.search(r"\[\d\]\.?$", text) for text in paragraphs(report))


def test_an_office_may_write_to_others_with_one_template(run, samples: Path) -> None:
    assert "Kính gửi: UBND tỉnh Mẫu" in paragraphs(made(run, samples, "briefing"))
    assert "Kính gửi: Ban Giám đốc Sở" in paragraphs(made(run, samples, "digest"))


def test_the_former_name_is_that_of_earlier_years(run, samples: Path) -> None:
    former = "office.former=28/02/2025 | Sở Thông tin và Truyền thông | | BC-STTTT"
    report = made(run, samples, "annual", "--year", "2022", "--set", former)
    found = paragraphs(report)
    assert any(text.endswith("/BC-STTTT") for text in found)
    assert not any("SỞ KHOA HỌC" in text for text in found)


def test_what_is_not_wanted_is_left_out(run, samples: Path) -> None:
    with_table = paragraphs(made(run, samples, "annual"))
    without = samples.parent / "b.docx"
    done = run("report", samples, "--out", without, "--template", "annual", "--without", "figures")
    assert done.code == 0
    assert "BIỂU SỐ LIỆU CHỈ TIÊU" in with_table
    assert "BIỂU SỐ LIỆU CHỈ TIÊU" not in paragraphs(without)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_each(run, samples: Path, tmp_path: Path) -> None:
    reports = [made(run, samples, key) for key in TEMPLATES]
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, reports)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    assert all((tmp_path / f"{key}.pdf").stat().st_size > 10_000 for key in TEMPLATES)
