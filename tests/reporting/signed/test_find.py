"""The fields of finished reports, in every layout that offices use."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from signed_reports import ALL, LAYOUTS, Report, all_reports, in_tables

from tttt_desktop.domain.own_template import said
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign import cleaning
from tttt_desktop.reporting.foreign.opened import Opened
from tttt_desktop.reporting.signed.reading import read


def opened(docx: bytes) -> Opened:
    return read(cleaning.cleaned(ooxml.read(docx), notes=False))


def found_in(docx: bytes) -> dict[str, str]:
    one = opened(docx)
    return {name: said(one.lines, places) for name, places in one.fields.items()}


@pytest.mark.parametrize("make", LAYOUTS, ids=lambda make: make.__name__)
def test_every_field_is_found_where_it_stands(make) -> None:
    report: Report = make()
    assert found_in(report.docx) == report.expected


def test_there_are_enough_layouts_and_each_field_is_in_most_of_them() -> None:
    reports = all_reports()
    assert len(reports) >= 12
    for name in ALL:
        assert sum(name in one.expected for one in reports) >= 12


@pytest.mark.slow
@pytest.mark.parametrize("make", LAYOUTS, ids=lambda make: make.__name__)
def test_the_same_after_libreoffice_has_saved_the_file(make, tmp_path: Path) -> None:
    report: Report = make()
    source = tmp_path / "in" / "bao-cao.docx"
    source.parent.mkdir()
    source.write_bytes(report.docx)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "docx", "--outdir", tmp_path, source],
        check=True,
        capture_output=True,
        timeout=100,
    )
    found = found_in((tmp_path / "bao-cao.docx").read_bytes())
    missed = {name for name, words in report.expected.items() if found.get(name) != words}
    assert len(missed) <= 1, missed


def test_places_hold_in_the_document_that_is_kept() -> None:
    one = opened(in_tables().docx)
    again = read(dict(one.parts))
    assert again.lines == one.lines
    assert again.fields == one.fields


def test_nothing_is_found_in_a_letter_to_a_friend() -> None:
    with zipfile.ZipFile(io.BytesIO(in_tables().docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = "<w:p><w:r><w:t>Bạn thân mến, dạo này tôi khỏe.</w:t></w:r></w:p>"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    parts["word/document.xml"] = xml.encode()
    assert read(cleaning.cleaned(parts, notes=False)).fields == {}
