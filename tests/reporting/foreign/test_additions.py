"""What is chosen for a report is in one by an office's own template as in the program's: notes, charts, tables, quotations."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from signed_reports import in_tables, p, package, run, text_box
from validating import new_errors

from tttt_desktop.paths import resource
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.footnotes import MOST
from tttt_desktop.reporting.foreign import cleaning, dictionary
from tttt_desktop.reporting.marks import reading as marks
from tttt_desktop.reporting.marks.render import render
from tttt_desktop.reporting.signed import reading as signed
from tttt_desktop.reporting.signed.make import make
from tttt_desktop.reporting.tree import Appendix, Briefing, Cell, Item, Picture, Section
from tttt_desktop.services.own_template import SAMPLE

NOW = datetime(2026, 11, 22, 8, 0)
Made = Callable[[Briefing], dict[str, bytes]]


def by_signed(briefing: Briefing) -> dict[str, bytes]:
    one = signed.read(cleaning.cleaned(ooxml.read(in_tables().docx), notes=False))
    docx = make(ooxml.packed(one.parts), one.fields, dictionary.values(briefing), NOW)
    return ooxml.read(docx)


def by_marks(briefing: Briefing, docx: bytes = b"", *, refused: bool = False) -> dict[str, bytes]:
    """Filled all the same where the person would be refused: the template may have been kept before."""
    whole = docx or resource(SAMPLE).read_bytes()
    one = marks.read(cleaning.cleaned(ooxml.read(whole), notes=True))
    assert bool(one.problems) is refused
    return ooxml.read(render(ooxml.packed(one.parts), dictionary.values(briefing), NOW))


both = pytest.mark.parametrize("made", [by_signed, by_marks])


def text(parts: dict[str, bytes]) -> str:
    return parts["word/document.xml"].decode()


def notes(parts: dict[str, bytes]) -> list[str]:
    """The footnotes that are referred to, in the order of the text."""
    if "word/footnotes.xml" not in parts:
        return []
    found = {
        one.get(f"{ooxml.W}id"): "".join(one.itertext()).strip()
        for one in ooxml.parse(parts["word/footnotes.xml"]).iter(f"{ooxml.W}footnote")
    }
    return [found[at] for at in re.findall(r'footnoteReference w:id="(\d+)"', text(parts))]


def with_lines(three: Briefing, count: int) -> Briefing:
    """One section of that many lines, each of the first article."""
    lines = tuple(Item((n,), Cell(f"- Ý thứ {n}\u00a0", 1, ";")) for n in range(count))
    section = Section(1, "I.", "KẾT QUẢ", items=lines)
    return replace(three, sections=(section,), footnotes=count <= MOST)


@both
def test_each_line_has_its_footnote_up_to_the_most(three: Briefing, made: Made) -> None:
    parts = made(with_lines(three, MOST))
    found = notes(parts)
    assert len(found) == MOST
    assert all("Cổng thông tin điện tử tỉnh" in one or "Báo" in one for one in found)
    lines = re.sub(r"<[^>]+>", "", text(parts))
    assert "- Ý thứ 7;" in lines
    assert lines.count("Ý thứ 7[1]") == 0


@both
def test_beyond_that_numbers_lead_to_the_list_of_articles(three: Briefing, made: Made) -> None:
    parts = made(with_lines(three, MOST + 1))
    assert notes(parts) == []
    assert text(parts).count('w:anchor="bai_1"') >= MOST + 1
    assert 'w:name="bai_1"' in text(parts)


PNG = bytes.fromhex("89504e470d0a1a0a") + b"cham"


@both
def test_charts_are_pictures_with_words_for_those_who_cannot_see_them(
    three: Briefing, made: Made
) -> None:
    charts = [
        Picture(PNG + bytes([n]), 5_400_000, 2_700_000, f'Cột "{n}" & <số>', f"Biểu đồ {n}. Tên")
        for n in (1, 2)
    ]
    appendix = Appendix("Phụ lục IX", "BIỂU ĐỒ SỐ LIỆU", False, (), (), tuple(charts))
    parts = made(replace(three, appendices=(*three.appendices, appendix)))
    xml = text(parts)
    shown = re.findall(r'descr="([^"]*)"', xml)
    assert shown[::2] == [f"Cột &quot;{n}&quot; &amp; &lt;số&gt;" for n in (1, 2)]
    assert [parts[f"word/media/bieu_do_{n}.png"] for n in (1, 2)] == [PNG + b"\x01", PNG + b"\x02"]
    assert "Biểu đồ 2. Tên" in xml
    assert "BIỂU ĐỒ SỐ LIỆU" in xml
    links = {one.id: one.target for one in ooxml.links(parts, "word/document.xml")}
    assert [links[at] for at in re.findall(r'r:embed="([^"]+)"', xml)][-2:] == [
        "word/media/bieu_do_1.png",
        "word/media/bieu_do_2.png",
    ]


@both
def test_without_charts_no_page_is_left_for_them(three: Briefing, made: Made) -> None:
    assert "BIỂU ĐỒ" not in text(made(three))


@both
def test_quotations_stand_below_their_lines_or_nowhere(three: Briefing, made: Made) -> None:
    line = Item(
        (1,),
        Cell("- Nói bằng lời khác\u00a0", 1, "."),
        (Cell("Trích: “nguyên văn”\u00a0", 1, "."),),
    )
    section = Section(1, "I.", "KẾT QUẢ", items=(line,))
    xml = text(made(replace(three, sections=(section,))))
    assert xml.index("Nói bằng lời khác") < xml.index("Trích: “nguyên văn”")
    bare = replace(three, sections=(replace(section, items=(replace(line, quotes=()),)),))
    assert "nguyên văn" not in text(made(bare))


@both
def test_a_validator_finds_nothing_new(three: Briefing, made: Made, tmp_path: Path) -> None:
    chart = Appendix(
        "Phụ lục V", "BIỂU ĐỒ", False, (), (), (Picture(PNG, 9_400_000, 2_700_000, "Lời"),)
    )
    out, before = tmp_path / "moi.docx", tmp_path / "cu.docx"
    out.write_bytes(ooxml.packed(made(replace(three, appendices=(chart,)))))
    before.write_bytes(in_tables().docx)
    assert new_errors(out, before) == []


FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="7"><w:p><w:r>'
    "<w:t>Chú thích của mẫu, năm {{ nam }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def test_footnotes_of_the_document_stay_and_boxes_and_headers_have_none(three: Briefing) -> None:
    loop = "{% for muc in ket_qua %}{{ muc }}{% endfor %}"
    own = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    body = p(run("Chữ") + own) + p(text_box(p(run("Hộp: " + loop)))) + p(run(loop))
    docx = package(body, more={"word/footnotes.xml": ("footnotes", kind, FOOTNOTES)})
    parts = by_marks(replace(three, footnotes=True), docx, refused=True)
    found = notes(parts)
    assert found[0] == "Chú thích của mẫu, năm 2022"
    assert len(found) == 1 + len(dictionary.values(three)["ket_qua"])
    box = re.search(r"<w:txbxContent>.*?</w:txbxContent>", text(parts), re.DOTALL)
    assert box is not None
    assert "footnoteReference" not in box[0]
    assert "742,67" in box[0]
