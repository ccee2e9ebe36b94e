"""Filling marks: every value where its mark stands, and nothing from an article ever acts as a mark."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from signed_reports import p, package, run, table
from validating import validated

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.text import normalise
from tttt_desktop.paths import resource
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign import cleaning, dictionary
from tttt_desktop.reporting.marks.names import NAMES
from tttt_desktop.reporting.marks.reading import read
from tttt_desktop.reporting.marks.render import render
from tttt_desktop.reporting.signed.lines import read as read_lines
from tttt_desktop.reporting.tree import Briefing
from tttt_desktop.services.own_template import SAMPLE

NOW = datetime(2026, 11, 22, 8, 0)
NUMBER = "abcdef09" * 4


def filled(body: str, values: dict[str, object]) -> bytes:
    one = read(cleaning.cleaned(ooxml.read(package(body)), notes=True))
    assert one.problems == ()
    return render(ooxml.packed(one.parts), values, NOW)


def text_of(docx: bytes) -> list[str]:
    return [line.text for line in read_lines(ooxml.parse(ooxml.read(docx)["word/document.xml"]))]


@pytest.fixture
def values(three: Briefing) -> dict[str, object]:
    return dictionary.values(replace(three, footnotes=False), NUMBER)


def test_each_mark_is_filled(values: dict[str, object]) -> None:
    body = "".join(
        p(run(one))
        for one in (
            "{{ ten_co_quan|chu_hoa }}, năm {{ nam }}",
            "{%p for muc in ket_qua %}",
            "{{ loop.index }}) {{ muc }} ({{ muc.nhom }})",
            "{%p endfor %}",
            "{%p if de_xuat %}",
            "Có đề xuất",
            "{%p else %}",
            "Không có đề xuất",
            "{%p endif %}",
            "Tổng: {{ tong_ket_qua }}",
        )
    )
    lines = text_of(filled(body, values))
    assert lines[0] == "SỞ KHOA HỌC VÀ CÔNG NGHỆ, năm 2022"
    assert lines[1].startswith("1) - “Tổng doanh thu viễn thông ước đạt 742,67 tỷ đồng")
    assert lines[1].endswith("[1] (Viễn thông)")
    assert lines[-2:] == ["Không có đề xuất", "Tổng: 3"]
    assert not any("{" in line or "}" in line for line in lines)


def test_rows_of_a_table_are_repeated(values: dict[str, object]) -> None:
    rows = [
        [p(run("{%tr for d in bang_nhiem_vu %}")), p("")],
        [p(run("{{ d.stt }}")), p(run("{{ d.noi_dung }}"))],
        [p(run("{%tr endfor %}")), p("")],
    ]
    lines = text_of(filled(table(rows, (800, 8000)), values))
    assert (
        lines.count("“tăng cường công tác quản lý báo chí.”")
        + lines.count("Quản lý chặt chẽ hoạt động báo chí")
        == 3
    )


HOSTILE = (
    "{{ nam }}", "{% for a in ket_qua %}x{% endfor %}", "{_{ nam }_}", "{# ghi chú #}", "{{ ''.__class__.__mro__ }}",
    "<w:t>chen</w:t>", "a & b < c > d \" '", "]]>", "&#123;&#123; nam }}", "${x} %s {0}",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_an_article_never_acts_as_a_mark(text: str, values: dict[str, object]) -> None:
    values["ket_qua"] = [{"chu": text, "nhom": text, "trich": [], "ma": []}]
    body = (
        p(run("{%p for m in ket_qua %}"))
        + p(run("[{{ m }}|{{ m.nhom }}]"))
        + p(run("{%p endfor %}"))
    )
    assert text_of(filled(body, values)) == [f"[{text}|{text}]"]


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=60).map(lambda text: " ".join(normalise(text).split())))
def test_any_text_stays_what_it_is(values: dict[str, object], text: str) -> None:
    from tttt_desktop.reporting.wordxml import clean

    said = clean(text)
    values["ten_co_quan"] = said
    assert text_of(filled(p(run("«{{ ten_co_quan }}»")), values)) == [f"«{said}»"]


def test_the_environment_reaches_nothing(values: dict[str, object]) -> None:
    """Past the check, the room itself still holds: no hidden attributes, no functions, no files."""
    for written in (
        "{{ ''.__class__ }}",
        "{{ ket_qua.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{{ range(3) }}",
        "{{ self._TemplateReference__context }}",
        "{{ nam|tojson }}",
    ):
        docx = package(p(run(written)))
        with pytest.raises(FileRefused) as caught:
            render(docx, values, NOW)
        assert "dấu không điền được" in caught.value.message


def test_what_is_beyond_the_end_of_a_list_prints_nothing(values: dict[str, object]) -> None:
    assert text_of(filled(p(run("[{{ ket_qua[99].chu }}{{ bai_viet[99].ten }}]")), values)) == [
        "[]"
    ]


def test_lines_lead_back_whatever_a_filter_does_to_them(values: dict[str, object]) -> None:
    body = (
        p(run("{{ trich_yeu|chu_hoa }}"))
        + p(run("{%p for m in ket_qua %}")) + p(run("trước {{ m|chu_hoa }} sau")) + p(run("{%p endfor %}"))
        + p(run("{%p for m in ket_qua %}")) + p(run("{{ m }}")) + p(run("{%p endfor %}"))
    )  # fmt: skip
    xml = ooxml.read(filled(body, values))["word/document.xml"].decode()
    names = re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', xml)
    assert names == [f"_bc_{NUMBER}", "_dd_100", "_dd_200", "_dd_300"]
    assert "bai_1" not in xml  # no list of articles there: no link that leads nowhere
    assert not re.search("[\ue000-\uf8ff]", xml)


def test_the_sample_is_sound_and_says_everything(three: Briefing, tmp_path: Path) -> None:
    one = read(cleaning.cleaned(ooxml.read(resource(SAMPLE).read_bytes()), notes=True))
    assert one.problems == ()
    made = replace(three, footnotes=False)
    docx = render(ooxml.packed(one.parts), dictionary.values(made, NUMBER), NOW)
    whole = "\n".join(text_of(docx))
    for text in (made.title, made.closing, *made.opening, "Trần Minh Thử", "- Lưu: VT, VP."):
        assert text in whole
    assert "{" not in whole
    xml = ooxml.read(docx)["word/document.xml"].decode()
    assert 'w:anchor="bai_1"' in xml
    out = tmp_path / "mau.docx"
    out.write_bytes(docx)
    assert [one.description for one in validated(out).errors] == []
    core = ooxml.read(docx)["docProps/core.xml"].decode()
    assert "python-docx" not in core
    assert made.title in core


def test_every_name_of_the_dictionary_has_a_value(three: Briefing) -> None:
    made = three
    empty = replace(made, sections=(), appendices=(), sources=(), opening=())
    for one in (made, empty):
        assert set(NAMES) <= set(dictionary.values(one))
