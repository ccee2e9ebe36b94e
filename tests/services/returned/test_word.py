"""The marks and the text as word processors leave them, written as raw OOXML: each ends in the right finding."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from returning import OPTIONS, SAID, back
from signed_reports import in_tables

from tttt_desktop.domain.own_template import TemplateKind
from tttt_desktop.paths import resource
from tttt_desktop.services import briefing, own_reading, own_template, templates
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate

Act = Callable[[str], str]
MAIN = "word/document.xml"
RSID = ' w:rsidR="00A77B3E" w:rsidRPr="00D15F7A"'
NEW = "hiện còn chưa có sóng"


def rewrite(path: Path, act: Act) -> Path:
    """The same package with another text."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[MAIN] = act(parts[MAIN].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def paragraph_of(xml: str, mark: int) -> str:
    """The paragraph in which the bookmark of an annotation begins."""
    at = xml.index(f'w:name="_dd_{mark}"')
    return xml[xml.rindex("<w:p>", 0, at) : xml.index("</w:p>", at) + len("</w:p>")]


def in_paragraph(mark: int, act: Act) -> Act:
    def change(xml: str) -> str:
        old = paragraph_of(xml, mark)
        return xml.replace(old, act(old), 1)

    return change


def reworded(old: str = "chưa có sóng", new: str = NEW) -> Act:
    return lambda xml: xml.replace(old, new, 1)


def split_runs(xml: str) -> str:
    """As Word saves a text that was typed in many places and spell-checked."""

    def pieces(run: re.Match[str]) -> str:
        words = re.findall(r"\s*\S+", run[2])
        spelt = '<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/>'
        made = [
            f'<w:r{RSID}>{run[1]}<w:t xml:space="preserve">{word}</w:t></w:r>' for word in words
        ]
        return "".join(spelt.format(one) if at % 2 else one for at, one in enumerate(made))

    xml = re.sub(
        r'<w:r>(<w:rPr>.*?</w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>',
        lambda run: pieces(run) if run[2].strip() else run[0],
        xml,
    )
    return xml.replace("<w:p>", f'<w:p w14:paraId="1A2B3C4D"{RSID}>').replace(
        "<w:document ",
        '<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ',
        1,
    )


def no_bookmarks(xml: str) -> str:
    return re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", xml)


def renumbered(xml: str) -> str:
    """As Google Docs writes bookmarks: other numbers, and round nothing, in front of the paragraph's text."""
    xml = re.sub(r"<w:bookmarkEnd[^>]*/>", "", xml)
    numbers = iter(range(500, 5000))

    def empty(start: re.Match[str]) -> str:
        number = next(numbers)
        return (
            f'<w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="{start[1]}" w:id="{number}"/>'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    return re.sub(r'<w:bookmarkStart [^>]*w:name="([^"]*)"[^>]*/>', empty, xml)


def other_names(xml: str) -> str:
    """As a program that gives bookmarks names of its own."""
    return re.sub(r'w:name="_(?:dd|bang)_\d+"', 'w:name="id.gjdgxs"', xml)


def between_paragraphs(xml: str) -> str:
    """As Word leaves the ends when whole paragraphs were selected: between the paragraphs."""
    return re.sub(r'(<w:bookmarkEnd w:id="\d+"/>)</w:p>', r"</w:p>\1", xml)


def in_a_control(xml: str) -> str:
    body = re.search(r"<w:p>(?:(?!</w:p>).)*_dd_3.*?</w:p>", xml, re.DOTALL)
    assert body is not None
    old = paragraph_of(xml, 3)
    return xml.replace(old, f"<w:sdt><w:sdtPr/><w:sdtContent>{old}</w:sdtContent></w:sdt>", 1)


def table_grid_changed(xml: str) -> str:
    """A row's height and another width, as a mouse leaves them."""
    return xml.replace("<w:cantSplit/>", '<w:cantSplit/><w:trHeight w:val="700"/>')


@pytest.mark.parametrize(
    "act",
    [split_runs, no_bookmarks, renumbered, other_names, between_paragraphs, in_a_control,
     table_grid_changed],
)  # fmt: skip
def test_what_word_processors_do_to_the_file_is_no_change(
    dossier: Dossier, report: Path, act: Act
) -> None:
    came = back(dossier, rewrite(report, act))
    assert came.items == ()
    assert came.same == len(SAID)
    (item,) = back(dossier, rewrite(report, reworded())).items if act is not split_runs else [None]
    if item is not None:
        assert item.finding.wording == f"Một số thôn, bản {NEW} điện thoại"
        assert item.acceptable


def tracked(old: str, new: str) -> Act:
    """Words replaced while changes are tracked, nobody having accepted them."""

    def change(xml: str) -> str:
        run = re.search(rf'<w:r>(<w:rPr>.*?</w:rPr>)?<w:t xml:space="preserve">([^<]*?){old}', xml)
        assert run is not None
        look, before = run[1] or "", run[2]
        opened = f'<w:r>{look}<w:t xml:space="preserve">'
        who = 'w:id="9" w:author="Lãnh đạo" w:date="2023-01-20T08:00:00Z"'
        made = (
            f"{opened}{before}</w:t></w:r>"
            f'<w:del {who}><w:r>{look}<w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'
            f"<w:ins {who}>{opened}{new}</w:t></w:r></w:ins>{opened}"
        )
        return xml[: run.start()] + made + xml[run.end() :]

    return change


def test_tracked_words_inside_the_marks(dossier: Dossier, report: Path) -> None:
    came = back(dossier, rewrite(report, in_paragraph(3, tracked("chưa có sóng", NEW))))
    (item,) = came.items
    assert came.revised
    assert item.finding.wording == f"Một số thôn, bản {NEW} điện thoại"


def test_a_tracked_detail(dossier: Dossier, report: Path) -> None:
    (item,) = back(dossier, rewrite(report, in_paragraph(4, tracked("Sở Mẫu", "Sở Khác")))).items
    assert (item.finding.fate, item.finding.new) == (Fate.DETAIL, "Sở Khác")


def test_a_paragraph_deleted_while_changes_are_tracked(dossier: Dossier, report: Path) -> None:
    who = 'w:id="9" w:author="A" w:date="2023-01-20T08:00:00Z"'

    def gone(paragraph: str) -> str:
        paragraph = paragraph.replace("<w:r>", f"<w:del {who}><w:r>").replace(
            "</w:r>", "</w:r></w:del>"
        )
        paragraph = re.sub(r"<(/?)w:t(?=[ >])", r"<\1w:delText", paragraph)
        return paragraph.replace("</w:pPr>", f"<w:rPr><w:del {who}/></w:rPr></w:pPr>", 1)

    came = back(dossier, rewrite(report, in_paragraph(2, gone)))
    assert [(one.finding.fate, one.acceptable) for one in came.items] == [(Fate.DROPPED, True)]


def test_a_copy_that_took_the_mark_along(dossier: Dossier, report: Path) -> None:
    """Word moves the mark into the copy that is pasted last; the first line stays without."""

    def copied(xml: str) -> str:
        old = paragraph_of(xml, 3)
        return xml.replace(old, no_bookmarks(old) + old.replace("chưa có sóng", NEW), 1)

    items = back(dossier, rewrite(report, copied)).items
    changed, added = sorted(items, key=lambda one: one.finding.fate is Fate.ADDED)
    assert changed.finding.wording == f"Một số thôn, bản {NEW} điện thoại"
    assert added.finding.fate is Fate.ADDED
    assert not added.with_all


def test_a_row_deleted_and_rows_sorted_say_so(dossier: Dossier, report: Path) -> None:
    def without_row(xml: str) -> str:
        at = xml.index('w:name="_bang_4"')
        return xml[: xml.rindex("<w:tr>", 0, at)] + xml[xml.index("</w:tr>", at) + 7 :]

    came = back(dossier, rewrite(report, without_row))
    assert (came.items, came.rows_gone) == ((), 1)


def test_a_footnote_that_was_deleted_or_edited_is_no_wording(
    dossier: Dossier, report: Path
) -> None:
    def without(xml: str) -> str:
        note = r"<w:r><w:rPr><w:rStyle[^>]*/></w:rPr><w:footnoteReference[^>]*/></w:r>"
        assert re.search(note, xml)
        return re.sub(note, "", xml, count=2)

    assert back(dossier, rewrite(report, without)).items == ()


OWN = ("signed", "marked")


def own_key(dossier: Dossier, tmp_path: Path, way: str) -> str:
    """An own template of the dossier, made in one of both ways."""
    if way == "signed":
        signed = tmp_path / "Báo cáo 2024.docx"
        signed.write_bytes(in_tables().docx)
        found = own_reading.candidate(signed, TemplateKind.SIGNED)
    else:
        sample = resource(own_template.SAMPLE).read_bytes()
        found = own_reading.again("Mẫu có dấu", sample, TemplateKind.MARKED)
    own_template.keep_template(dossier, found, way)
    return next(one.key for one in templates.offered(dossier) if one.name == way)


@pytest.mark.parametrize("way", OWN)
def test_own_templates_come_back_too(
    dossier: Dossier, marks: list[int], tmp_path: Path, way: str
) -> None:
    options = briefing.Options(own_key(dossier, tmp_path, way), scope="all")
    path = briefing.write(dossier, tmp_path / "a.docx", options).path
    came = back(dossier, path)
    assert (came.items, came.same) == ((), len(SAID))

    def change(xml: str) -> str:
        assert "chưa có sóng" in xml
        assert "Sở Mẫu" in xml
        return xml.replace("chưa có sóng", NEW).replace("Sở Mẫu", "Sở Khác")

    found = back(dossier, rewrite(path, change)).items
    assert [one.finding.wording for one in found if one.finding.wording] == [
        f"Một số thôn, bản {NEW} điện thoại"
    ]
    assert [
        (one.finding.detail, one.finding.new) for one in found if one.finding.fate is Fate.DETAIL
    ] == [("lead", "Sở Khác")]
    assert all(one.acceptable for one in found)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("template", ["briefing", "annual", "tasks", "digest", *OWN])
def test_every_template_through_libreoffice_and_its_own_format(
    dossier: Dossier, marks: list[int], tmp_path: Path, template: str
) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    key = own_key(dossier, tmp_path, template) if template in OWN else template
    path = briefing.write(dossier, tmp_path / "a.docx", briefing.Options(key, scope="all")).path
    before = back(dossier, path).same

    def saved_as(kind: str, source: Path) -> Path:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        out = tmp_path / f"as {kind} of {source.suffix[1:]}"
        command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=100)
        return out / f"a.{kind}"

    rewrite(path, lambda xml: xml.replace("toàn bộ trạm", "các trạm").replace("Sở Mẫu", "Sở Khác"))
    direct = back(dossier, saved_as("docx", path))
    by_odt = back(dossier, saved_as("docx", saved_as("odt", path)))
    for came in (direct, by_odt):
        assert came.same >= before - 1
        assert SAID[3][0].replace("toàn bộ trạm", "các trạm") in [
            one.finding.wording for one in came.items
        ]
        assert [one.finding.new for one in came.items if one.finding.fate is Fate.DETAIL] == [
            "Sở Khác"
        ] or template == "tasks"
    assert OPTIONS.scope == "all"
