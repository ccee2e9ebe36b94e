"""OpenDocument texts: what the walk keeps, what it leaves out, lists and styles."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd.odt import (
    LISTS,
    article,
    box,
    common,
    flat,
    font,
    items,
    number,
    odt,
    p,
    table,
)
from odd.words import ARTICLE, old

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.documents import office
from tttt_desktop.importing.odt.reader import read
from tttt_desktop.importing.page import noise


def lines(body: str, automatic: str = "", **parts: str) -> list[str]:
    return [block.text for block in read(odt(body, automatic, **parts)).blocks]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (p("một<text:span> hai</text:span> ba"), ["một hai ba"]),
        (p("một\n   hai<text:s/><text:s/>ba<text:tab/>bốn"), ["một hai ba bốn"]),
        (p("trên<text:line-break/>dưới<text:soft-page-break/>"), ["trên", "dưới"]),
        (p("<text:ruby><text:ruby-base>chữ</text:ruby-base><text:ruby-text>nhỏ</text:ruby-text></text:ruby>"), ["chữ"]),
        (p("trang <text:page-number>5</text:page-number>"), ["trang 5"]),
        (f"<text:section>{p('trong mục')}</text:section>", ["trong mục"]),
        (table(("a", "", "c")), ["a | c"]),
        (f"<table:table><table:table-header-rows><table:table-row><table:table-cell>{p('một')}{p('hai')}</table:table-cell>"
         "<table:covered-table-cell/></table:table-row></table:table-header-rows></table:table>", ["một", "hai"]),
        (p(f"ngoài{box(p('trong'), table(('a', 'b')))}"), ["ngoài", "trong", "a | b"]),
        (box(p("neo ở trang")), ["neo ở trang"]),
        (p("<draw:custom-shape><text:p>trong hình</text:p></draw:custom-shape>"), ["trong hình"]),
        ("<text:table-of-content><text:table-of-content-source><text:index-title-template>mẫu</text:index-title-template>"
         f"</text:table-of-content-source><text:index-body>{p('Mục lục')}</text:index-body></text:table-of-content>", ["Mục lục"]),
        (p("hai\u2011ba"), ["hai-ba"]),
        (p("") + p(" "), []),
    ],
)  # fmt: skip
def test_what_is_read(body: str, shown: list[str]) -> None:
    assert lines(body) == shown
    assert [block.text for block in read(flat(body)).blocks] == shown


def test_list_numbers() -> None:
    inner = items(p("hai") + items(p("ba") + items(p("bốn"))), p("năm"))
    body = items(p("một") + p("vẫn một") + inner, p("sáu"), style="L")
    assert lines(body, LISTS) == [
        "I. một",
        "vẫn một",
        "1. hai",
        "a) ba",
        "– bốn",
        "2. năm",
        "II. sáu",
    ]


def test_lists_begin_again_or_go_on() -> None:
    def one(more: str = "") -> str:
        return items(p("x"), style="D", more=more)

    assert lines(one() + one(), LISTS) == ["Điều 1. x", "Điều 1. x"]
    assert lines(one() + one(' text:continue-numbering="true"'), LISTS) == [
        "Điều 1. x",
        "Điều 2. x",
    ]
    named = one(' xml:id="a"') + one() + one(' text:continue-list="a"')
    assert lines(named, LISTS) == ["Điều 1. x", "Điều 1. x", "Điều 2. x"]
    from_five = one().replace("<text:list-item>", '<text:list-item text:start-value="5">')
    assert lines(from_five, LISTS) == ["Điều 5. x"]


def test_a_pattern_of_several_levels() -> None:
    shown = f'<text:list-style style:name="N">{number(1, "1")}{number(2, "1", more=" text:display-levels=&quot;2&quot;".replace("&quot;", chr(34)))}</text:list-style>'
    assert lines(items(p("một") + items(p("hai")), style="N"), shown) == ["1. một", "1.1. hai"]
    libre = shown.replace('style:num-prefix=""', 'style:num-list-format="%1%.%2%)"')
    assert lines(items(p("một") + items(p("hai")), style="N"), libre)[1] == "1.1) hai"


def test_numbered_headings() -> None:
    outline = f"<text:outline-style>{number(1, 'I').replace('list-level', 'outline-level')}</text:outline-style>"
    outline = outline.replace("outline-level-style-number", "outline-level-style")
    body = '<text:h text:outline-level="1">một</text:h><text:h text:outline-level="1" text:is-list-header="true">không</text:h><text:h text:outline-level="2">hai</text:h>'
    assert lines(body, styles=common(outline)) == ["I. một", "không", "hai"]


@pytest.mark.parametrize("name", ["P", "Con"])
def test_fonts_of_styles(name: str) -> None:
    styles = (
        font(".VnTime", "P")
        + '<style:style style:name="Con" style:family="paragraph" style:parent-style-name="P"/>'
    )
    assert lines(p(old("nước", "tcvn3"), name), styles) == ["nước"]


def test_a_font_by_its_declared_name_and_by_default() -> None:
    face = '<style:font-face style:name="F1" svg:font-family="\'.VnTime\'"/>'
    default = '<style:default-style style:family="paragraph"><style:text-properties style:font-name="F1"/></style:default-style>'
    span = f'<text:span text:style-name="T">{old("trường", "vni")}</text:span>'
    styles = face + default + font("VNI-Times", "T", "text")
    assert lines(p(old("nước ", "tcvn3") + span), styles) == ["nước trường"]


def test_what_is_set_aside_says_why() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('ghi chú')}</text:note-body></text:note>"
    pages = f"<style:master-page><style:header>{p('đầu')}</style:header><style:footer>{p('chân')}</style:footer></style:master-page>"
    found = [
        (b.text, b.reason)
        for b in read(odt(p(f"thân{note}"), styles=common(pages=pages * 2))).blocks
    ]
    assert found == [
        ("đầu", noise.HEAD),
        ("thân", ""),
        ("ghi chú", office.NOTE),
        ("chân", noise.FOOT),
    ]


def test_the_title_style_gives_a_hint() -> None:
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    assert read(odt(p("trên") + p("Đây là tên", "P1"), styles)).title == "Đây là tên"


def test_styles_that_stand_on_one_another_in_a_circle() -> None:
    pairs = (("x", "y"), ("y", "x"))
    styles = "".join(
        f'<style:style style:name="{a}" style:family="paragraph" style:parent-style-name="{b}"/>'
        for a, b in pairs
    )
    assert lines(p("chữ", "x"), styles) == ["chữ"]


def test_a_cut_file_is_refused() -> None:
    for data in (odt(article()), flat(article())):
        for length in range(60, len(data) - 30, 31):
            with pytest.raises(FileRefused):
                read(data[:length])


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6)
)
def test_broken_files_are_read_or_refused(wounds: list[tuple[float, bytes]]) -> None:
    for hurt in map(bytearray, (odt(article(items(p("x"), style="L")), LISTS), flat(article()))):
        for place, scrap in wounds:
            at = 5 + int(place * (len(hurt) - 5))
            hurt[at : at + len(scrap)] = scrap
        with suppress(FileRefused):
            read(bytes(hurt))


def test_the_whole_article() -> None:
    assert lines(article()) == list(ARTICLE)
