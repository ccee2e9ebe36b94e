"""Files judged in the child process: sound ones, and whatever else a person may choose."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from tttt_desktop.domain.errors import Cancelled, FileRefused
from tttt_desktop.services import judging
from tttt_desktop.services.judging import Group, Verdict
from tttt_desktop.services.worker import wire

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "word/document.xml"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A file as python-docx makes it."""
    document = docx.Document()
    document.add_paragraph("Một đoạn văn.")
    path = tmp_path / "plain.docx"
    document.save(str(path))
    return path


def with_main(path: Path, xml: bytes) -> Path:
    """The same file with another main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == MAIN else old.read(name))
    path.write_bytes(out.getvalue())
    return path


def body(inside: str) -> bytes:
    return f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'.encode()


def test_a_plain_file_is_told_what_to_mend(plain: Path) -> None:
    found = {one.rule: one for one in judging.judge_file(plain)}
    assert {one.group for one in found.values()} == {Group.LAW}
    assert found["P01"].verdict is Verdict.FAILED
    assert found["P01"].said.startswith("Khổ giấy")
    assert found["P01"].remedy == "Hãy đặt khổ A4 (210 x 297 mm)."


def test_all_rules_where_no_group_is_named(plain: Path) -> None:
    assert {one.group for one in judging.judge(plain.read_bytes())} == {Group.LAW, Group.WORD}


def test_what_a_file_quotes_comes_as_one_line(plain: Path) -> None:
    xml = body("<w:p><w:r><w:t>a&#9;b&#x2028;c</w:t><w:br/><w:t>d</w:t></w:r></w:p>")
    found = judging.judge_file(with_main(plain, xml))
    assert all("\n" not in one.said for one in found)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"Xin ch\xc3\xa0o", "Đây không phải tệp Word (.docx)."),
        ("a.docx", b"", "Tệp trống, không có nội dung."),
        ("a.docx", b"PK\x03\x04 broken", "Tệp bị hỏng hoặc chưa tải về đủ."),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "Tệp bị hỏng"),
        ("a.docx", b"%PDF-1.7 ...", "Đây không phải tệp Word (.docx)."),
        ("a.docx", b"\x89PNG\r\n", "Đây là tệp ảnh, không có chữ để đọc."),
    ],
)
def test_other_files_are_refused_in_one_sentence(
    name: str, data: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileRefused) as refused:
        judging.judge_file(path)
    assert refused.value.message.startswith(said)
    assert refused.value.remedy.startswith("Hãy ")


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(FileRefused, match="không phải tệp Word"):
        judging.judge_file(path)


@pytest.mark.parametrize(
    "xml",
    [
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"),
        body("<w:p>")[:-20],
        b"<w:document xmlns:w='" + W.encode() + b"'/>",
        body("<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000),
        body("<w:sdt><w:sdtContent>" * 100 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 100),
    ],
    ids=["DTD", "cut", "no body", "tables in tables", "controls in controls"],
)
def test_hostile_xml_is_refused(xml: bytes, plain: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        judging.judge_file(with_main(plain, xml))
    assert refused.value.remedy


def test_a_bomb_is_refused(plain: Path) -> None:
    xml = body("<w:p><w:r><w:t>" + " " * 30_000_000 + "</w:t></w:r></w:p>")
    with pytest.raises(FileRefused, match="quá lớn"):
        judging.judge_file(with_main(plain, xml))


def test_what_is_strange_but_sound_is_judged(plain: Path) -> None:
    strange = (
        "<w:p><w:pPr><w:pStyle w:val='None'/><w:numPr><w:ilvl w:val='x'/><w:numId w:val='99'/></w:numPr>"
        "<w:spacing w:line='abc' w:before='1e999'/><w:ind w:left='-'/><w:outlineLvl w:val='q'/></w:pPr>"
        "<w:r><w:rPr><w:sz w:val='huge'/><w:color/></w:rPr><w:t>Số: /</w:t></w:r></w:p>"
        "<w:tbl><w:tblPr><w:tblLook w:val='zz'/></w:tblPr></w:tbl><w:tbl><w:tr/><w:tr/></w:tbl>"
        "<w:p><w:r><w:fldChar w:fldCharType='end'/><w:instrText>PAGE</w:instrText></w:r></w:p>"
        "<w:sectPr><w:pgSz w:w='wide'/><w:pgMar/></w:sectPr>"
    )
    assert len(judging.judge_file(with_main(plain, body(strange)))) > 40


def test_a_check_nobody_waits_for_ends(plain: Path) -> None:
    with pytest.raises(Cancelled):
        judging.judge(plain.read_bytes(), cancelled=lambda: True)


def test_nonsense_of_the_child_is_no_finding() -> None:
    for rows in ([], [{}], [{"group": "law"}], "rules"):
        with pytest.raises(wire.NoAnswer):
            judging.unpack({"rules": rows})
