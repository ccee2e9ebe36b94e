"""Reports as they lie about in real offices: their fields are found, and nothing of them is left in a new one."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from validating import new_errors
from wild_reports import HELD_OUT, KNOWN, LATER, OLD_LINES, Wild, cover_and_controls

from tttt_desktop.domain.own_template import said
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign import cleaning, dictionary
from tttt_desktop.reporting.foreign.opened import Opened
from tttt_desktop.reporting.signed.make import make
from tttt_desktop.reporting.signed.reading import read
from tttt_desktop.reporting.tree import Briefing
from tttt_desktop.services.own_letters import in_unicode

NOW = datetime(2026, 11, 22, 8, 0)
EVERY = (*KNOWN, *HELD_OUT, *LATER)
every = pytest.mark.parametrize("layout", EVERY, ids=lambda one: one.__name__)
Layout = Callable[[], Wild]


def opened(docx: bytes) -> Opened:
    return read(in_unicode(cleaning.cleaned(ooxml.read(docx), notes=False)))


def made(report: Wild, briefing: Briefing) -> bytes:
    one = opened(report.docx)
    return make(ooxml.packed(one.parts), one.fields, dictionary.values(briefing), NOW)


def words(docx: bytes) -> str:
    parts = ooxml.read(docx)
    xml = parts[ooxml.main_part(parts)].decode()
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n"))


@every
def test_every_field_is_found(layout: Layout) -> None:
    report = layout()
    one = opened(report.docx)
    assert {name: said(one.lines, at) for name, at in one.fields.items()} == report.expected


@every
def test_whose_contents_it_has_is_told_by_title_and_outline(layout: Layout) -> None:
    report = layout()
    assert opened(report.docx).contents == report.contents


def test_a_cover_says_the_new_title(three: Briefing) -> None:
    cover, rest = words(made(cover_and_controls(), three)).split("CỘNG HÒA XÃ HỘI", 1)
    assert three.title.upper() in cover
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in cover
    assert "2024" not in cover
    assert three.title in rest
    parts = ooxml.read(made(cover_and_controls(), three))
    cover_xml = parts["word/document.xml"].decode().split("CỘNG HÒA XÃ HỘI", 1)[0]
    assert cover_xml.count("<w:sectPr") == 1  # it stays on a page of its own


@every
def test_a_new_report_says_all_that_is_new_and_nothing_old(
    layout: Layout, three: Briefing, tmp_path: Path
) -> None:
    report = layout()
    docx = made(report, three)
    text = words(docx)
    assert three.closing in text
    assert "Trần Minh Thử" in text
    for old in (*OLD_LINES, "2024", "2025", "2006", report.expected["ho_ten"]):
        assert old not in text
    if any(map(str.isdigit, report.expected["so_ky_hieu"])):
        assert report.expected["so_ky_hieu"] not in text
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert package.testzip() is None
    out = tmp_path / "moi.docx"
    before = tmp_path / "cu.docx"
    out.write_bytes(docx)
    before.write_bytes(report.docx)
    assert new_errors(out, before) == []
