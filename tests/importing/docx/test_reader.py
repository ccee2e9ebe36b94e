"""Word files: what the walk keeps, what it leaves out, and the limits."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd.docx import (
    DECLARATION,
    box,
    code,
    field,
    font,
    item,
    level,
    numbering,
    p,
    part,
    t,
    table,
    word,
)
from odd.words import many

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.documents import office
from tttt_desktop.importing.docx.reader import read
from tttt_desktop.importing.page import noise

Docx = Callable[..., bytes]


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


def test_list_numbers_as_word_shows_them() -> None:
    levels = [
        level("upperRoman", "%1."),
        level("decimal", "%1.%2.", 1, "<w:isLgl/>"),
        level("bullet", "\uf0b7"),
    ]
    body = item("một") + item("hai", 1) + item("ba", 2) + item("", 1) + item("bốn", 1) + item("năm")
    assert lines(word(body, numbering=numbering(levels))) == [
        "I. một",
        "1.1. hai",
        "• ba",
        "1.3. bốn",
        "II. năm",
    ]


def test_a_name_in_no_encoding() -> None:
    data = word(p(t("chữ")))
    at = data.index(b"word/document.xml")
    with pytest.raises(FileRefused, match="hỏng"):
        read(data[: at + 3] + b"\x9f" + data[at + 4 :])


def test_a_list_that_begins_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item("a") + item("b") + item("c", number=2) + item("d", number=2)
    made = word(body, numbering=numbering([level("decimal", "%1.")], again))
    assert lines(made) == ["1. a", "2. b", "1. c", "2. d"]
    assert lines(word(body, numbering=numbering([level("decimal", "%1.")]))) == [
        "1. a",
        "2. b",
        "3. c",
        "4. d",
    ]


def test_numbers_that_come_with_a_style() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>',
    )
    levels = [level("decimal", "%1."), level("lowerLetter", "%2)", 1, '<w:pStyle w:val="Muc"/>')]
    body = p(t("một"), '<w:pStyle w:val="Con"/>') + p(
        t("không"), '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert lines(word(body, styles=styles, numbering=numbering(levels))) == ["a) một", "không"]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert lines(word(p(t("nửa này "), gone) + p(t("và nửa kia")))) == ["nửa này và nửa kia"]
    assert lines(word(p(t("cuối"), gone))) == ["cuối"]


def test_a_deleted_row_is_left_out() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(t('bỏ'))}</w:tc></w:tr>"
    assert lines(word(f"<w:tbl>{row}</w:tbl>{p(t('giữ'))}")) == ["giữ"]


def test_nested_fields_show_the_outer_result() -> None:
    inner = field("begin") + code("PAGE") + field("separate") + t("5") + field("end")
    body = p(
        field("begin")
        + code("IF ")
        + inner
        + code(' = 5 "x"')
        + field("separate")
        + t("kết quả")
        + field("end")
    )
    assert lines(word(body)) == ["kết quả"]


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        (font(".VnTime"), "nước"),
        ('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>', "nước"),
        ('<w:rStyle w:val="Cu"/>', "nước"),
        (font("Times New Roman"), "níc"),
    ],
)
def test_where_the_font_of_a_run_is_said(properties: str, shown: str) -> None:
    theme = f'{DECLARATION}<a:theme xmlns:a="x"><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:theme>'
    styles = part(
        "styles",
        f'<w:style w:type="character" w:styleId="Cu"><w:rPr>{font(".VnArial")}</w:rPr></w:style>',
    )
    assert lines(word(p(t("n\xadíc", properties)), theme=theme, styles=styles)) == [shown]


def test_symbols_are_shown_as_signs() -> None:
    body = p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F0B3"/>'
        '<w:sym w:font="Webdings" w:char="F021"/><w:sym w:font="x" w:char="xyz"/></w:r>'
        + t("\uf0d8", font("Wingdings"))
    )
    assert lines(word(body)) == ["→≥➢"]


def test_what_is_set_aside_says_why() -> None:
    made = word(
        p(t("thân")),
        header1=part("hdr", p(t("đầu"))),
        header2=part("hdr", p(t("đầu"))),
        footer1=part("ftr", p(t("chân"))),
        footnotes=part(
            "footnotes",
            f'<w:footnote w:type="separator">{p(t("kẻ"))}</w:footnote><w:footnote>{p(t("ghi chú"))}</w:footnote>',
        ),
    )
    found = [(block.text, block.reason) for block in read(made).blocks]
    assert found == [
        ("đầu", noise.HEAD),
        ("thân", ""),
        ("ghi chú", office.NOTE),
        ("chân", noise.FOOT),
    ]


def test_the_title_style_gives_a_hint() -> None:
    styles = part(
        "styles", '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    )
    assert (
        read(word(p(t("Trên")) + p(t("Đây là tên"), '<w:pStyle w:val="T"/>'), styles=styles)).title
        == "Đây là tên"
    )
    assert read(word(p(t("Trên")))).title == ""


def test_styles_that_stand_on_one_another_in_a_circle() -> None:
    styles = part(
        "styles",
        "".join(
            f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("xy", "yx")
        ),
    )
    assert lines(word(p(t("chữ"), '<w:pStyle w:val="x"/>'), styles=styles)) == ["chữ"]


def test_a_long_text() -> None:
    wanted = many(5_000)
    assert lines(word("".join(p(t(line)) for line in wanted))) == wanted


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(
    st.lists(
        st.sampled_from(
            [p(t("chữ")), table(("a", "b")), item("m"), field("begin"), code("x"), field("separate"), field("end"), "<w:p>", "</w:p>",
             "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", p(box(p(t("hộp")))), "<w:r>", "</w:r>", "&#8238;", "<mc:AlternateContent/>"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_order_of_elements(parts: list[str]) -> None:
    with suppress(FileRefused):
        for block in read(
            word("".join(parts), numbering=numbering([level("decimal", "%1.")]))
        ).blocks:
            assert block.text == block.text.strip() != ""
