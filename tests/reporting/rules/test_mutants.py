"""One change to a sound report breaks one rule, and the independent checker says the same of every rule."""

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import docx
import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.documents.package import Package
from tttt_desktop.importing.documents.safexml import parse
from tttt_desktop.reporting.kinds.outline import build
from tttt_desktop.reporting.rules.check import RULES, check
from tttt_desktop.reporting.rules.found import Found, Group, Verdict
from tttt_desktop.reporting.tree import Office, Options
from tttt_desktop.reporting.word import to_docx

TODAY = date(2023, 12, 1)
TEXT, STYLES, HEAD = "word/document.xml", "word/styles.xml", "word/header1.xml"
SETTINGS, CORE = "word/settings.xml", "docProps/core.xml"
SAME = {
    "PASS": Verdict.PASSED,
    "FAIL": Verdict.FAILED,
    "SKIP": Verdict.SKIPPED,
    "NOTE": Verdict.NOTED,
}


class Change(NamedTuple):
    """In a part, the first match of a pattern becomes something else; rule `breaks` no longer holds ("": all do)."""

    breaks: str
    part: str
    old: str
    new: str


def style(breaks: str, name: str, old: str, new: str) -> Change:
    """Something in a style."""
    return Change(
        breaks, STYLES, rf'(w:styleId="{name}"(?:(?!</w:style>).)*?){old}', rf"\g<1>{new}"
    )


def before(breaks: str, name: str, more: str) -> Change:
    """Direct formatting of the first run in a paragraph of a style."""
    return Change(
        breaks,
        TEXT,
        rf'(w:val="{name}"/>(?:(?!</w:p>).)*?<w:r>)(?=<w:t)',
        rf"\g<1><w:rPr>{more}</w:rPr>",
    )


def text(breaks: str, old: str, new: str) -> Change:
    return Change(breaks, TEXT, old, new)


BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
CENTRE = '<w:jc w:val="center"/>'
PLAIN = '<w:p><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
POINTS = "".join(PLAIN.format(f"{letter}) Việc cần làm.") for letter in "abcdđe")
FIRST_HEAD = r'(?=<w:p><w:pPr><w:pStyle w:val="Heading1"/>)'
CHANGES = {
    "letter paper": text("P01", r'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    "first pages on their side": text(
        "P02", r'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
    ),
    "narrow left margin": text("P03", 'w:left="1701" w:header', 'w:left="1134" w:header'),
    "gutter": text("P03", 'w:gutter="0"', 'w:gutter="400"'),
    "wide right margin in centimetres": text("P03", 'w:right="850" w:b', 'w:right="2.5cm" w:b'),
    "another font": before("P04", "NoiDung", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
    "a font of the theme, which is ours": before("", "NoiDung", '<w:rFonts w:asciiTheme="minorHAnsi"/>'),
    "red": before("P05", "NoiDung", '<w:color w:val="C00000"/>'),
    "a colour of the theme": before("P05", "Heading1", '<w:color w:val="0070C0" w:themeColor="accent1"/>'),
    "parted letters": text("P06", "Sở Khoa", "So\u031b\u0309 Khoa"),
    "a letter of no font": text("P06", "báo cáo kết", "báo\ue012 cáo kết"),
    "number on the left": Change("N01", HEAD, '<w:pStyle w:val="Header"/>', '<w:pStyle w:val="Header"/><w:jc w:val="left"/>'),
    "no number": Change("N01", HEAD, " PAGE ", " DATE "),
    "header below the margin": text("N01", 'w:header="567"', 'w:header="1200"'),
    "number on page 1": text("N02", "<w:titlePg/>", ""),
    "small number": style("N03", "Header", '<w:sz w:val="28"/>', '<w:sz w:val="22"/>'),
    "Roman page numbers": text("N03", '<w:pgNumType w:start="1"/>', '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'),
    "begins at 3": text("N04", '<w:pgNumType w:start="1"/>', '<w:pgNumType w:start="3"/>'),
    "appendix counts on": text(
        "N04", r'(w:start="1"/>.*?)<w:pgNumType w:start="1"/>', r"\g<1>"
    ),
    "large Quốc hiệu": style("H01", "QuocHieu", 'w:val="26"', 'w:val="28"'),
    "Quốc hiệu on the left": style("H01", "QuocHieu", CENTRE, ""),
    "HOÀ": text("", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI"),
    "lines above": text("H02", "<w:body>", "<w:body>" + PLAIN.format("Một") + PLAIN.format("Hai")),
    "Tiêu ngữ without blanks": text("H03", "Độc lập - Tự do", "Độc lập-Tự do"),
    "Tiêu ngữ not bold": style("H03", "TieuNgu", BOLD, ""),
    "short line below the Tiêu ngữ": text("H04", 'w:left="1056" w:right="1056"', 'w:left="2000" w:right="2000"'),
    "no line below the Tiêu ngữ": text(
        "H04", r'<w:p><w:pPr><w:pStyle w:val="DuongKe"/><w:ind w:left="1056" w:right="1056"/></w:pPr></w:p>', ""
    ),
    "underlined Tiêu ngữ": text(
        "H04",
        r'(TieuNgu"/></w:pPr><w:r>)(.*?</w:p>)<w:p><w:pPr><w:pStyle w:val="DuongKe"/><w:ind w:left="1056" '
        r'w:right="1056"/></w:pPr></w:p>',
        r'\g<1><w:rPr><w:u w:val="single"/></w:rPr>\g<2>',
    ),
    "underscores below the Tiêu ngữ": text(
        "",
        r'<w:pStyle w:val="DuongKe"/><w:ind w:left="1056" w:right="1056"/></w:pPr>',
        '<w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>__________________________</w:t></w:r>',
    ),
    "dashes below the Tiêu ngữ": text(
        "H04",
        r'<w:pStyle w:val="DuongKe"/><w:ind w:left="1056" w:right="1056"/></w:pPr>',
        '<w:jc w:val="center"/></w:pPr><w:r><w:t>──────────</w:t></w:r>',
    ),
    "parent body in small letters": text("H05", "ỦY BAN NHÂN DÂN<", "Ủy ban nhân dân<"),
    "small letters in the name": text("H06", "SỞ KHOA HỌC VÀ", "Sở Khoa học và"),
    "name not bold": style("H06", "CoQuan", BOLD, ""),
    "line as long as the name": text("H07", 'w:left="1234" w:right="1234"', 'w:left="0" w:right="0"'),
    "number of one figure": text("H08", "Số: [^<]*/BC", "Số: 7/BC"),
    "blanks in the symbol": text("H08", "/BC-SKHCN", "/BC - SKHCN"),
    "number bold": style("H08", "SoKyHieu", "<w:rPr>", f"<w:rPr>{BOLD}"),
    "day of one figure": text("H09", "ngày[^<]*tháng[^<]*năm ……", "ngày 5 tháng 6 năm 2023"),
    "month of one figure": text("H09", "ngày[^<]*tháng[^<]*năm ……", "ngày 05 tháng 1 năm 2023"),
    "no such day": text("H09", "ngày[^<]*tháng[^<]*năm ……", "ngày 31 tháng 02 năm 2023"),
    "date upright": style("H09", "NgayThang", ITALIC, ""),
    "number lower than the date": text(
        "H10", r'<w:pStyle w:val="SoKyHieu"/>', '<w:pStyle w:val="SoKyHieu"/><w:spacing w:before="600"/>'
    ),
    "name of the kind small": text("T01", ">BÁO CÁO<", ">Báo cáo<"),
    "unknown name of a kind": text("T01", ">BÁO CÁO<", ">BẢN TIN<"),
    "title not bold": style("T02", "TrichYeu", BOLD, ""),
    "title in capitals": style("T02", "TrichYeu", "<w:rPr>", "<w:rPr><w:caps/>"),
    "long line below the title": text("T03", 'w:left="3505" w:right="3505"', 'w:left="500" w:right="500"'),
    "body of 12 points": before("B01", "NoiDung", '<w:sz w:val="24"/>'),
    "body of two sizes": before("B01", "NoiDung", '<w:sz w:val="26"/>'),
    "body italic": before("B02", "NoiDung", "<w:i/>"),
    "body on the left": style("B03", "NoiDung", '<w:jc w:val="both"/>', ""),
    "indent of 1,25 cm": style("B04", "NoiDung", 'w:firstLine="720"', 'w:firstLine="709"'),
    "indent of 1 cm": style("", "NoiDung", 'w:firstLine="720"', 'w:firstLine="567"'),
    "paragraphs close together": style("B05", "NoiDung", 'w:after="120"', 'w:after="60"'),
    "double lines": style("B06", "NoiDung", 'w:line="264"', 'w:line="480"'),
    "exact lines": style("B06", "NoiDung", 'w:line="264" w:lineRule="auto"', 'w:line="280" w:lineRule="exact"'),
    "heading in small letters": text("B07", "I. KẾT QUẢ, THÀNH TÍCH NỔI BẬT", "I. Kết quả, thành tích"),
    "heading with a dash": text("B07", r"\bI\. KẾT QUẢ", "I- KẾT QUẢ"),
    "clause italic": style("B08", "Heading2", "<w:rPr>", "<w:rPr><w:i/>"),
    "clause in capitals": text("B08", "1. Viễn thông", "1. VIỄN THÔNG"),
    "points by the Vietnamese alphabet": text("", FIRST_HEAD, POINTS),
    "points as Word counts them": text(
        "B09", FIRST_HEAD, "".join(PLAIN.format(f"{letter}) Việc.") for letter in "abcde")
    ),
    "a point f": text("B09", FIRST_HEAD, PLAIN.format("f) Việc.")),
    "a part with its number in figures": text("B10", FIRST_HEAD, PLAIN.format("Phần 1")),
    "no end": text("B11", r"\./\.<", ".<"),
    "title of who signs of 12 points": style("S01", "ChucVu", 'w:val="28"', 'w:val="24"'),
    "KT without its stop": text("S01", r"KT\. GIÁM ĐỐC", "KT GIÁM ĐỐC"),
    "a degree": text("S02", "Trần Minh Thử", "TS. Trần Minh Thử"),
    "name in capitals": text("S02", "Trần Minh Thử", "TRẦN MINH THỬ"),
    "Nơi nhận not italic": style("S03", "NoiNhan", ITALIC, ""),
    "Nơi nhận of 14 points": style("S03", "NoiNhan", 'w:val="24"', 'w:val="28"'),
    "no semicolon": text("S04", "- Như trên;", "- Như trên"),
    "no archive": text("S04", "- Lưu: VT, VP.", "- Văn phòng Sở."),
    "receivers of 13 points": style("S04", "NoiNhanDong", 'w:val="22"', 'w:val="26"'),
    "no Nơi nhận": text("S03", "Nơi nhận:", "Các nơi"),
    "Kính gửi without a colon": text("S06", "Kính gửi: Ủy", "Kính gửi Ủy"),
    "Kính gửi bold": style("S06", "KinhGui", "<w:rPr>", f"<w:rPr>{BOLD}"),
    "appendix in capitals": text("A01", ">Phụ lục I<", ">PHỤ LỤC I<"),
    "appendix of 13 points": style("A01", "PhuLuc", 'w:val="28"', 'w:val="26"'),
    "title of an appendix in small letters": text("A02", ">BẢNG THEO DÕI NHIỆM VỤ<", ">Bảng theo dõi nhiệm vụ<"),
    "no reference": text("A03", r"\(Kèm theo", "(Của"),
    "reference upright": style("A03", "KemTheo", ITALIC, ""),
    "appendix 2 in figures": text("A04", ">Phụ lục II<", ">Phụ lục 2<"),
    "English": Change("W01", STYLES, 'w:val="vi-VN"', 'w:val="en-US"'),
    "MS Mincho": before("W02", "NoiDung", '<w:rFonts w:eastAsia="MS Mincho"/>'),
    "heading without a level": style("W03", "Heading1", '<w:outlineLvl w:val="0"/>', ""),
    "heading that may stand alone": style("W04", "Heading2", "<w:keepNext/>", ""),
    "rows that may be parted": text("W06", r"(<w:trPr>)<w:cantSplit/>(<w:tblHeader/>)", r"\g<1>\g<2>"),
    "a wide table": text("W07", r'(BangSoLieu"/><w:tblW w:w=")\d+', r"\g<1>16000"),
    "small letters in tables": style("W08", "BangChu", 'w:val="22"', 'w:val="16"'),
    "author": Change("W09", CORE, r"(<dc:creator>).*?(</dc:creator>)", r"\g<1>python-docx\g<2>"),
    "no title of the file": Change("W09", CORE, r"(<dc:title>).*?(</dc:title>)", r"\g<1>\g<2>"),
    "highlight": before("W10", "NoiDung", '<w:highlight w:val="yellow"/>'),
    "a mark that was left": text("W10", "Bố trí kinh phí", "{{ kinh_phi }}"),
    "tracked": text("W10", r"(<w:r><w:t[^>]*>Tập huấn\.</w:t></w:r>)", r'<w:ins w:id="900">\g<1></w:ins>'),
    "an old mode": Change("W11", SETTINGS, 'w:val="15"', 'w:val="12"'),
    "empty paragraphs": text("W13", FIRST_HEAD, "<w:p/><w:p/><w:p/>"),
}  # fmt: skip


def sound(make_page: Callable) -> bytes:
    """A report of one article with everything in it."""
    office = Office(
        "Ủy ban nhân dân tỉnh Quảng Ninh",
        "Sở Khoa học và Công nghệ",
        "Quảng Ninh",
        "BC-SKHCN",
        addressees=("Ủy ban nhân dân tỉnh",),
        authority="KT. Giám đốc",
        signer_title="Phó Giám đốc",
        signer_name="Trần Minh Thử",
        recipients=("Văn phòng UBND tỉnh", "Các phòng, đơn vị thuộc Sở"),
        archive="VT, VP",
    )
    options = Options(quotes=True, figures=True, proposals="Bố trí kinh phí.\nTập huấn.")
    return to_docx(build([make_page(1)], office, options, today=TODAY))


def changed(data: bytes, change: Change) -> bytes:
    """The file with one change; a change that finds nothing to change is a defect of the table above."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == change.part:
                found, count = re.subn(
                    change.old, change.new, part.decode("utf-8"), count=1, flags=re.DOTALL
                )
                assert count == 1, f"nothing like {change.old} in {name}"
                part = found.encode("utf-8")
            new.writestr(name, part)
    return out.getvalue()


def ours(data: bytes) -> dict[str, Found]:
    return {found.rule: found for found in check(Package(data), parse)}


def same(
    found: dict[str, Found], judge: ModuleType, path: Path
) -> dict[str, tuple[object, object]]:
    """The rules of which the two say different things."""
    theirs = {one["rule"]: SAME[one["status"]] for one in judge.Check(str(path)).out}
    assert set(theirs) <= set(found)
    return {
        rule: (theirs.get(rule, Verdict.SKIPPED), one.verdict)
        for rule, one in found.items()
        if one.verdict is not theirs.get(rule, Verdict.SKIPPED)
    }


@pytest.fixture(scope="module")
def reports() -> dict[str, bytes]:
    return {}


@pytest.fixture
def whole(reports: dict[str, bytes], make_page: Callable) -> bytes:
    """The sound report, made once."""
    return reports.setdefault("sound", sound(make_page))


def test_there_are_sixty_rules_each_once() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) == 60
    assert all(rule.name and rule.remedy for rule in RULES)


def test_the_sound_report_keeps_every_rule(whole: bytes) -> None:
    wrong = [one.said for one in ours(whole).values() if one.said]
    assert wrong == []


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_breaks_its_rule(
    name: str, whole: bytes, judge: ModuleType, tmp_path: Path
) -> None:
    change = CHANGES[name]
    path = tmp_path / "a.docx"
    path.write_bytes(changed(whole, change))
    found = ours(path.read_bytes())
    broken = {rule for rule, one in found.items() if one.verdict is Verdict.FAILED}
    assert same(found, judge, path) == {}
    assert change.breaks in broken if change.breaks else not broken
    assert all(found[rule].said.startswith(found[rule].name) for rule in broken)
    assert all(found[rule].remedy for rule in broken)


def test_a_plain_file_of_python_docx(judge: ModuleType, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Báo cáo tổng kết", 0)
    document.add_paragraph("Số: 5/BC-SKHCN")
    document.add_paragraph("Mục một", style="List Number")
    table = document.add_table(9, 3, style="Light Grid Accent 1")
    table.rows[0].cells[0].text = "Tên"
    document.add_paragraph("Phụ lục 1")
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert same(ours(path.read_bytes()), judge, path) == {}


def test_a_letter(judge: ModuleType, whole: bytes, tmp_path: Path) -> None:
    about = '<w:p><w:pPr><w:pStyle w:val="SoKyHieu"/></w:pPr><w:r><w:t>V/v báo cáo tổng kết</w:t></w:r></w:p>'
    path = tmp_path / "a.docx"
    data = changed(whole, text("", r"(/BC-SKHCN</w:t></w:r></w:p>)", rf"\g<1>{about}"))
    path.write_bytes(
        changed(data, text("", r'<w:p><w:pPr><w:pStyle w:val="TenLoai"/>.*?</w:p>', ""))
    )
    found = ours(path.read_bytes())
    assert same(found, judge, path) == {}
    assert (found["T01"].verdict, found["T04"].verdict) == (Verdict.SKIPPED, Verdict.PASSED)


def test_an_empty_report_and_an_empty_office(judge: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(to_docx(build([], Office(), Options(), today=TODAY)))
    assert same(ours(path.read_bytes()), judge, path) == {}


def test_what_is_wrong_is_told_with_its_place(whole: bytes) -> None:
    found = ours(changed(whole, CHANGES["blanks in the symbol"]))["H08"]
    assert found.setting == "office.symbol"
    assert found.paragraph > 0
    assert found.said == "Số, ký hiệu: “Số: /BC - SKHCN” ký hiệu “BC - SKHCN” không đúng mẫu."
    assert found.clause == "II.3c"


def test_only_the_law_is_asked_where_only_the_law_is_meant(whole: bytes) -> None:
    assert {one.rule[0] for one in check(Package(whole), parse, Group.LAW)} == set("PNHTBSA")


def broken(data: bytes, at: int, by: int, act: str) -> bytes:
    """The file with one element of the text removed, doubled, put before another one, or with values that mean nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[TEXT])
    inside = [one for one in root.iter() if one.getparent() is not None]
    one, other = inside[at % len(inside)], inside[by % len(inside)]
    if act == "remove":
        one.getparent().remove(one)
    elif act == "double":
        one.addnext(deepcopy(one))
    elif act == "move":
        other.addprevious(deepcopy(one))
    else:
        for name in one.attrib:
            one.set(name, ("x", "-1", "", "99999999999", "1e999")[by % 5])
    parts[TEXT] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, 10_000),
    by=st.integers(0, 10_000),
    act=st.sampled_from(["remove", "double", "move", "values"]),
)
def test_whatever_is_broken_in_a_file_it_is_judged_or_refused(
    at: int, by: int, act: str, whole: bytes
) -> None:
    try:
        found = ours(broken(whole, at, by, act))
    except FileRefused:
        return
    assert len(found) == len(RULES)
