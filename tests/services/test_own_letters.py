"""Templates in the fonts before Unicode: whatever says the font, the words are read, and no old font is asked for."""

import re

import pytest
from signed_reports import SECTION, STYLES, TYPE, W, p, package, run

from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign import cleaning
from tttt_desktop.services.own_letters import in_unicode

OLD, SAID = "Së Th«ng tin vµ TruyÒn th«ng", "Sở Thông tin và Truyền thông"
FONT = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'


def opened(docx: bytes) -> dict[str, bytes]:
    return in_unicode(cleaning.cleaned(ooxml.read(docx), notes=False))


def words(xml: bytes) -> str:
    return re.sub(r"<[^>]+>", "", xml.decode()).strip()


def with_styles(changed: str) -> bytes:
    parts = ooxml.read(package(p(run(OLD), style="Cu")))
    return ooxml.packed({**parts, "word/styles.xml": changed.encode()})


STYLE = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'


@pytest.mark.parametrize(
    "docx",
    [
        package(p(run(OLD, more=FONT))),
        package(p(run(OLD, b=True, more="").replace("<w:b/>", FONT + "<w:b/>"))),
        with_styles(STYLES.replace("</w:styles>", STYLE.format("Cu", f"<w:rPr>{FONT}</w:rPr>") + "</w:styles>")),
        with_styles(
            STYLES.replace(
                "</w:styles>",
                STYLE.format("Goc", f"<w:rPr>{FONT}</w:rPr>")
                + STYLE.format("Cu", '<w:basedOn w:val="Goc"/>')
                + "</w:styles>",
            )
        ),
        with_styles(STYLES.replace('w:ascii="Times New Roman" w:hAnsi="Times New Roman"', 'w:ascii=".VnTime" w:hAnsi=".VnTime"')),
    ],
    ids=["run", "bold run", "style", "style below", "usual font"],
)  # fmt: skip
def test_words_in_an_old_font_are_read(docx: bytes) -> None:
    parts = opened(docx)
    assert words(parts["word/document.xml"]) == SAID
    assert not any(b".VnTime" in xml for xml in parts.values())


def test_headers_too_and_what_is_unicode_stays() -> None:
    header = f'<w:hdr xmlns:w="{W}">{p(run(OLD, more=FONT))}</w:hdr>'
    section = SECTION.replace(
        "<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
    )
    more = {"word/header1.xml": ("header", f"{TYPE}header+xml", header)}
    parts = opened(
        package(
            p(run("Đã là Unicode: ©, «, µ")) + p(run(SAID, more=FONT)), section=section, more=more
        )
    )
    assert words(parts["word/document.xml"]) == "Đã là Unicode: ©, «, µ" + SAID
    assert words(parts["word/header1.xml"]) == SAID


def test_vni_is_read() -> None:
    look = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    parts = opened(package(p(run("UÛy ban nhaân daân tænh", more=look))))
    assert words(parts["word/document.xml"]) == "Ủy ban nhân dân tỉnh"


def test_a_document_without_old_fonts_stays_as_it_is() -> None:
    parts = cleaning.cleaned(ooxml.read(package(p(run(SAID)))), notes=False)
    assert in_unicode(parts) == parts
