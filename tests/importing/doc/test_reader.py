"""Word 97-2003 files: letters, fonts, marks, tables, lists; the same text as the .docx of the same document."""

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd import docx as made
from odd.compound import compound
from odd.doc import PARAGRAPHS, nested
from odd.odt import flat as flat_odt
from odd.word97 import (
    HIDDEN,
    Par,
    Word,
    font,
    item,
    level,
    par,
    row,
    sprm,
    streams,
    style,
    write,
)
from odd.words import ARTICLE, many, old

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.doc.reader import read
from tttt_desktop.importing.documents import office
from tttt_desktop.importing.docx import reader as docx
from tttt_desktop.importing.odt import reader as odt
from tttt_desktop.importing.page import noise


def lines(*paragraphs: Par, **values: object) -> list[str]:
    return [block.text for block in read(write(Word(paragraphs, **values))).blocks]  # type: ignore[arg-type]


@pytest.mark.parametrize("shuffled", [False, True])
@pytest.mark.parametrize("count", [1, 2, 700])
def test_paragraphs_over_many_pages_of_properties(count: int, shuffled: bool) -> None:
    wanted = [f"Đoạn {n} 😀 của tệp" for n in range(count)]
    assert lines(*map(par, wanted), shuffled=shuffled) == wanted


@pytest.mark.parametrize("wide", [False, True])
def test_fonts_by_run(wide: bool) -> None:
    mixed = Par(
        (("caf\xe9 ", b""), (old("nước và", "tcvn3"), font(1)), (old(" trường", "vni"), font(2)))
    )
    fonts = ("Times New Roman", ".VnTime", "VNI-Times")
    assert lines(mixed, fonts=fonts, wide=wide) == ["café nước và trường"]


def test_the_font_of_a_style_and_of_a_style_below_it() -> None:
    styles = (style("Normal", font(1)), style("Con", base=0), style("Khác", font(0), base=0))
    words = [par(old("nước", "tcvn3"), style=number) for number in (0, 1)]
    found = lines(*words, par("nước", style=2), fonts=("Arial", ".VnTime"), styles=styles)
    assert found == ["nước"] * 3


def test_a_run_that_says_hidden_as_its_style_does() -> None:
    styles = (style("Normal"), style("Ẩn", HIDDEN, base=0))
    shown = Par(
        (("ẩn", b""), ("thấy", sprm(0x083C, 0x81, 1))), style=1, mark_changes=sprm(0x083C, 0, 1)
    )
    assert lines(shown, styles=styles) == ["thấy"]


def test_a_hidden_end_joins_two_paragraphs() -> None:
    assert lines(Par((("nửa này ", b""),), mark_changes=HIDDEN), par("và nửa kia")) == [
        "nửa này và nửa kia"
    ]


@pytest.mark.parametrize(
    ("paragraphs", "shown"),
    [
        (row("a", "b", "c"), ["a | b | c"]),
        (row("a", "", "c"), ["a | c"]),
        ((*row("a", "b"), *row("c", "d"), par("sau")), ["a | b", "c | d", "sau"]),
        (
            (*nested(), par("sau")),
            ["Chỉ tiêu chung", "trong một | trong hai", "sau bảng trong", "sau"],
        ),
        (row("a", "b")[:-1], ["a | b"]),
        (row("dài " * 60, "b"), [("dài " * 60).strip(), "b"]),
    ],
)
def test_tables(paragraphs: tuple[Par, ...], shown: list[str]) -> None:
    assert lines(*paragraphs) == shown


def test_sections_and_page_breaks() -> None:
    broken = (par("một", mark="\x0c"), par("hai", item(1)), par("ba\x0cbốn"))
    found = lines(*broken, sections=(4,), lists=[[level(0, "\0)")]])
    assert found == ["một", "1) hai", "ba", "bốn"]


def test_list_numbers() -> None:
    levels = [
        level(1, "\0."),
        level(0, "\0.\1.", flags=0x04),
        level(23, "\uf0b7", character=font(1)),
    ]
    depths = (0, 1, 2, 1, 0)
    found = lines(
        *(par("x", item(1, depth)) for depth in depths),
        fonts=("Arial", "Symbol"),
        lists=[[*levels, *[level(255, "")] * 6]],
    )
    assert found == ["I. x", "1.1. x", "• x", "1.2. x", "II. x"]


def test_what_is_set_aside_says_why() -> None:
    word = Word(
        (par("thân\x02"),),
        notes=(par("\x02ghi chú"),),
        headers=((), (par("đầu"),), (), (par("chân"),), (par("đầu"),), ()),
    )
    found = [(block.text, block.reason) for block in read(write(word)).blocks]
    assert found == [
        ("đầu", noise.HEAD),
        ("thân", ""),
        ("ghi chú", office.NOTE),
        ("chân", noise.FOOT),
    ]


def test_text_boxes_follow_their_anchors() -> None:
    body = (par("neo\x08 một"), par("giữa"), par("neo hai\x08"))
    boxes = ((par("hộp một"), par("dòng hai")), (par("hộp hai"),))
    assert lines(*body, boxes=boxes) == [
        "neo một",
        "hộp một",
        "dòng hai",
        "giữa",
        "neo hai",
        "hộp hai",
    ]


def test_the_title_style_gives_a_hint() -> None:
    styles = (style("Normal"), style("Title", base=0, sti=62))
    assert (
        read(write(Word((par("trên"), par("Đây là tên", style=1)), styles=styles))).title
        == "Đây là tên"
    )


WHOLE = streams(
    Word(
        (*PARAGRAPHS, *row("a", "b"), par("x", item(1))),
        lists=[[level(0, "\0.")]],
        notes=(par("\x02 y"),),
    )
)


@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(
        st.tuples(st.integers(0, 4_095), st.binary(min_size=1, max_size=6)), min_size=1, max_size=6
    ),
)
def test_broken_streams_are_read_or_refused(name: str, wounds: list[tuple[int, bytes]]) -> None:
    parts = {key: bytearray(data.ljust(4_096, b"\0")) for key, data in WHOLE.items()}
    for place, scrap in wounds:
        parts[name][place : place + len(scrap)] = scrap
    with suppress(FileRefused):
        read(compound({key: bytes(data) for key, data in parts.items()}))


@given(
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6)
)
def test_broken_files_are_read_or_refused(wounds: list[tuple[float, bytes]]) -> None:
    hurt = bytearray(write(Word(PARAGRAPHS)))
    for place, scrap in wounds:
        at = int(place * len(hurt))
        hurt[at : at + len(scrap)] = scrap
    with suppress(FileRefused):
        read(bytes(hurt))


def test_a_cut_file_is_refused_or_whole() -> None:
    data = write(Word(PARAGRAPHS))
    for length in range(0, len(data), 397):
        with suppress(FileRefused):
            assert [block.text for block in read(data[:length]).blocks] == list(ARTICLE)


_STYLES = made.part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="V"><w:name w:val="Cu"/><w:basedOn w:val="N"/><w:rPr>{made.font(".VnTime")}</w:rPr></w:style>',
)
_LEVELS = (
    made.level("upperRoman", "%1."),
    made.level("decimal", "%2."),
    made.level("lowerLetter", "%3)"),
)
_IN_TABLE = made.table(("Chỉ tiêu", "Kết quả"), ("Doanh thu", "742,67 tỷ đồng"))
_LINK = (
    made.field("begin") + made.code('HYPERLINK "http://127.0.0.1/"') + made.field("separate")
    + made.t("kế hoạch") + made.field("end")
)  # fmt: skip
DOCUMENTS = {
    "plain": made.article(),
    "breaks": made.article(made.p("<w:r><w:t>trên</w:t><w:br/><w:t>dưới</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r>")),
    "table": made.article(_IN_TABLE, made.p(made.t("Sau bảng."))),
    "tables": made.article(f"<w:tbl><w:tr><w:tc>{made.p(made.t('ngoài'))}</w:tc><w:tc>{_IN_TABLE}{made.p('')}</w:tc></w:tr></w:tbl>", made.p("")),
    "lists": made.article(*(made.item(f"mục {n}", depth) for n, depth in enumerate((0, 1, 1, 2, 0, 1)))),
    "old fonts": made.article(made.p(made.t(old(ARTICLE[1], "tcvn3"), made.font(".VnTime")) + made.t(old(ARTICLE[2], "vni"), made.font("VNI-Times")))),
    "old style": made.article(*(made.p(made.t(old(line, "tcvn3")), '<w:pStyle w:val="V"/>') for line in ARTICLE)),
    "capitals": made.article(made.p(made.t(old("Sở đạt kết quả", "tcvn3"), made.font(".VnTimeH")))),
    "link": made.article(made.p(made.t("Theo ") + _LINK + made.t(" đã duyệt"))),
    "hidden": made.article(made.p(made.t("thấy ") + made.t("ẩn", "<w:vanish/>") + made.t("rõ"))),
    "revised": made.article(made.p(made.t("giữ ") + f"<w:ins w:id='1' w:author='A'>{made.t('thêm')}</w:ins><w:del w:id='2' w:author='A'><w:r><w:delText>bỏ</w:delText></w:r></w:del>")),
    "symbols": made.article(made.p(made.t("đi ") + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + made.t(" tới 😀"))),
    "long": "".join(made.p(made.t(f"Đoạn {n} của một văn bản dài.")) for n in range(1_500)),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "odt"])
def test_the_same_text_from_each_form_that_libreoffice_writes(tmp_path: Path, ending: str) -> None:
    for name, body in DOCUMENTS.items():
        whole = made.word(body, styles=_STYLES, numbering=made.numbering(_LEVELS))
        (tmp_path / f"{name}.docx").write_bytes(whole)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(tmp_path.glob("*.docx"))
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        tmp_path,
        *files,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    for file in files:
        found = {"doc": read, "odt": odt.read}[ending](file.with_suffix(f".{ending}").read_bytes())
        wanted = docx.read(file.read_bytes())
        assert found.blocks == wanted.blocks, file.stem
        assert found.title == wanted.title


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "doc", "odt"])
def test_a_hundred_thousand_paragraphs(kind: str) -> None:
    wanted = many(100_000 if kind != "doc" else 40_000)  # as many as our small compound files hold
    made_by = {
        "docx": lambda: docx.read(made.word("".join(made.p(made.t(line)) for line in wanted))),
        "odt": lambda: odt.read(flat_odt("".join(f"<text:p>{line}</text:p>" for line in wanted))),
        "doc": lambda: read(write(Word(tuple(map(par, wanted))))),
    }
    assert [block.text for block in made_by[kind]().blocks] == wanted
