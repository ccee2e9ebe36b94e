"""Word files: what the walk keeps, what it leaves out, and the limits."""

import io
import zipfile
from collections.abc import Callable

import pytest

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.docx import read

Docx = Callable[..., bytes]


def p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def lines(data: bytes) -> list[str]:
    return [block.text for block in read(data).blocks]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (p(t("Hội nghị ") + t("tổng kết")), ["Hội nghị tổng kết"]),
        (p(t("một<!-- x -->") + "<w:r><w:tab/></w:r>" + t("hai")), ["một hai"]),
        (p(t("trên") + "<w:r><w:br/></w:r>" + t("dưới")), ["trên", "dưới"]),
        (p(t("giữ ") + f"<w:ins>{t('thêm')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"), ["giữ thêm"]),
        (f"<w:moveFrom>{p(t('cũ'))}</w:moveFrom><w:moveTo>{p(t('mới'))}</w:moveTo>", ["mới"]),
        (p(t("câu") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), ["câu"]),
        (p('<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>' + f"<w:hyperlink>{t('chữ')}</w:hyperlink>"), ["chữ"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p(t('trong khung'))}</w:sdtContent></w:sdt>", ["trong khung"]),
        (p(f"<w:sdt><w:sdtContent>{t('trong dòng')}</w:sdtContent></w:sdt>"), ["trong dòng"]),
        (
            p(
                t("ngoài")
                + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>"
                + p(t("trong hộp"))
                + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>"
                + p(t("trong hộp"))
                + "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            ["ngoài", "trong hộp"],
        ),
        (
            "<w:tbl><w:tr>" + "".join(f"<w:tc>{p(t(one))}</w:tc>" for one in ("Chỉ tiêu", "", "83,9%")) + "</w:tr></w:tbl>",
            ["Chỉ tiêu | 83,9%"],
        ),
        (
            f"<w:tbl><w:tr><w:tc>{p(t('một'))}{p(t('hai'))}</w:tc><w:tc>{p(t('ba'))}</w:tc></w:tr></w:tbl>",
            ["một", "hai", "ba"],
        ),
        (p("") + p(t("  ")), []),
    ],
)  # fmt: skip
def test_what_is_read(body: str, found: list[str], docx: Docx) -> None:
    assert lines(docx(body)) == found


def test_the_strict_form_is_read_too(docx: Docx) -> None:
    data = docx(p(t("chữ")))
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(strict, "w") as new:
        xml = old.read("word/document.xml")
        space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        new.writestr(
            "word/document.xml",
            xml.replace(space, b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        )
    assert lines(strict.getvalue()) == ["chữ"]


def test_no_other_part_is_read(docx: Docx) -> None:
    entries = {"word/footnotes.xml": b"<broken", "word/_rels/document.xml.rels": b"<also broken"}
    assert lines(docx(p(t("chữ")), **entries)) == ["chữ"]


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE d>",
        '<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1/x.dtd">',
    ],
)
def test_a_dtd_is_refused(head: str, docx: Docx) -> None:
    with pytest.raises(FileRefused, match="không an toàn"):
        read(docx(p(t("chữ")), head))


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({f"x{n}": b"" for n in range(5_001)}, "quá lớn"),
        ({"word/media/a.bin": bytes(60 * 1024 * 1024)}, "quá lớn"),
    ],
)
def test_the_limits_of_a_package(entries: dict[str, bytes], message: str, docx: Docx) -> None:
    with pytest.raises(FileRefused, match=message):
        read(docx(p(t("chữ")), **entries))


def test_another_package_is_told_to_be_no_word_file() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", "<x/>")
    with pytest.raises(FileRefused, match="không phải tệp Word"):
        read(buffer.getvalue())


def test_a_cut_file_is_refused(docx: Docx) -> None:
    data = docx(p(t("chữ")))
    for length in range(0, len(data) - 1, 23):
        with pytest.raises(FileRefused):
            read(data[:length])
