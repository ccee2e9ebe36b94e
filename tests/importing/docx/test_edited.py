"""Reading a report back in: marks and text as they stand in Word's XML, and files that are none of ours."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.edited import Edited, Mark, Paragraph
from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.docx.edited import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBER = "0123456789abcdef0123456789abcdef"
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
    '<property name="tttt_report"><lpwstr>{}</lpwstr></property></Properties>'
)


def packed(body: str, **parts: str) -> bytes:
    """A package with this body; `parts` by their names with "_" for "/"."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        for name, text in parts.items():
            package.writestr(f"{name.replace('_', '/')}.xml", text)
    return out.getvalue()


def p(*inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(inner)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    return read(packed(body)).paragraphs


def test_marks_are_counted_in_the_text_as_it_is_read() -> None:
    (one,) = paragraphs(
        p(
            start(1, "_dd_7"),
            r("- Tiê"),
            r("\u0309m  năng\u00a0"),
            r("số."),
            end(1),
            start(2, "Khác"),
            end(2),
        )
    )
    assert one == Paragraph("- Tiểm năng số.", (Mark("_dd_7", 0, 15),))


def test_two_marks_in_a_paragraph_and_one_over_two() -> None:
    first, second = paragraphs(
        p(start(1, "_dd_1"), r("Một."), end(1), r(" "), start(2, "_dd_2"), r("Hai"))
        + p(r("và ba."), end(2))
    )
    assert first.marks == (Mark("_dd_1", 0, 4), Mark("_dd_2", 5, 8))
    assert (second.text, second.marks, second.goes_on) == ("và ba.", (), ("_dd_2",))


def test_marks_between_paragraphs_belong_to_the_next_one_or_end_with_the_last() -> None:
    first, second, third = paragraphs(
        start(1, "_dd_1")
        + p(r("Một."))
        + end(1)
        + start(2, "_dd_2")
        + p(r("Hai."))
        + p(end(2), r("Ba."))
    )
    assert first.marks == (Mark("_dd_1", 0, 4),)
    assert (second.marks, second.goes_on) == ((Mark("_dd_2", 0, 4),), ())
    assert (third.marks, third.goes_on) == ((), ())


def test_a_mark_without_an_end_ends_with_its_paragraph() -> None:
    _, second = paragraphs(p(start(1, "_dd_1"), r("Một.")) + p(r("Hai.")))
    assert second == Paragraph("Hai.")


def test_changes_are_read_as_accepted() -> None:
    came = read(
        packed(
            p(
                r("Còn "),
                "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>",
                f"<w:ins>{r('15')}</w:ins>",
                r(" thôn"),
                properties="<w:rPr><w:del/></w:rPr>",
            )
            + p(r(" chưa có sóng."))
            + p(f"<w:moveFrom>{r('Đi.')}</w:moveFrom>")
            + p(f"<w:moveTo>{r('Đến.')}</w:moveTo>")
        )
    )
    assert [one.text for one in came.paragraphs if one.text] == [
        "Còn 15 thôn chưa có sóng.",
        "Đến.",
    ]
    assert came.revised


def test_notes_fields_boxes_and_hidden_text_are_left_out() -> None:
    (one,) = paragraphs(
        p(
            r("Một"),
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            '<w:r><w:commentReference w:id="0"/></w:r>',
            "<w:r><w:instrText>PAGE</w:instrText></w:r>",
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>",
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            f'<w:hyperlink w:anchor="bai_1">{r(" [1]")}</w:hyperlink>',
        )
    )
    assert one.text == "Một [1]"


def test_rows_have_their_cells_and_marks() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = cell.format(p(start(3, "_bang_4"), r("1"), end(3))) + cell.format(
        p(r("Việc")) + p(r("dài"))
    )
    (one,) = paragraphs(
        f"<w:tbl><w:tr>{row}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{row}</w:tr></w:tbl>"
    )
    assert one.cells == ("1", "Việc dài")
    assert one.table == 1
    assert [mark.name for mark in one.marks] == ["_bang_4"]


@pytest.mark.parametrize("named", [NUMBER, ""])
def test_the_number_is_in_the_properties_or_at_the_title(named: str) -> None:
    title = p(start(1, f"_bc_{NUMBER}"), r("BÁO CÁO"), end(1))
    came = read(packed(title, docProps_custom=CUSTOM.format(named)))
    assert came.number == NUMBER
    assert came.marked


def test_a_number_that_is_none_counts_for_nothing() -> None:
    assert read(packed(p(r("x")), docProps_custom=CUSTOM.format("../../etc"))).number == ""


def test_headings_keep_their_level_and_comments_are_counted() -> None:
    comments = f"<w:comments {W}><w:comment/><w:comment/></w:comments>"
    heading = p(r("I. KẾT QUẢ"), properties='<w:pStyle w:val="Heading1"/>')
    came = read(packed(heading, word_comments=comments))
    assert came == Edited((Paragraph("I. KẾT QUẢ", level=1),), comments=2)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "hỏng"),
        (b"PK\x03\x04" + b"x" * 99, "hỏng"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 99, "mật khẩu"),
        (packed("<w:p>"), "hỏng"),
        (
            packed("").replace(b"word/document.xml", b"xlsx/document.xml"),
            "không phải báo cáo Word",
        ),
    ],
)
def test_what_is_no_report_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(FileRefused, match=said):
        read(data)


def test_a_document_type_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document {W}><w:body>{p(r("&a;"))}</w:body></w:document>',
        )
    with pytest.raises(FileRefused, match="không an toàn"):
        read(out.getvalue())


def test_a_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (120 * 1024 * 1024))
    with pytest.raises(FileRefused, match="quá lớn"):
        read(out.getvalue())


PIECES = st.sampled_from(
    [start(1, "_dd_1"), start(2, "_dd_2"), end(1), end(2), end(9), r("a"), r(" "), "<w:p>", "</w:p>",
     "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:ins>", "</w:ins>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25))
def test_any_nesting_is_read_or_refused(pieces: list[str]) -> None:
    try:
        came = read(packed("".join(pieces)))
    except FileRefused:
        return
    for one in came.paragraphs:
        for mark in one.marks:
            assert one.cells or 0 <= mark.start <= mark.stop <= len(one.text)


def test_a_paragraph_with_very_many_marks_is_read_in_time() -> None:
    marks = "".join(start(n, f"_dd_{n}") + r("a ") + end(n) for n in range(1, 20_001))
    (one,) = paragraphs(p(marks))
    assert len(one.marks) == 20_000
