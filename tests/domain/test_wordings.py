"""The wording of an edited line, without what the program had put round it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.domain.wordings import Cut, cut, same_words

PLAIN = WrittenLine("Một số thôn chưa được phủ sóng", "- ", "\u00a0.", (1,))
TASK = WrittenLine(
    "sớm hoàn thành đề án",
    "- “",
    "” (chủ trì: Sở A; thời hạn: trước ngày 30/6)\u00a0. Nguyên nhân: thiếu máy.",
    (1,),
)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("- Một số thôn chưa được phủ sóng [1], [2].", "Một số thôn chưa được phủ sóng"),
        ("– Một số thôn chưa được phủ sóng.", "Một số thôn chưa được phủ sóng"),
        ("+ Một vài thôn, bản chưa được phủ sóng [1].", "Một vài thôn, bản chưa được phủ sóng"),
        (
            "- Một số thôn chưa được phủ sóng điện thoại.",
            "Một số thôn chưa được phủ sóng điện thoại",
        ),
        (
            "- Một số thôn chưa được phủ sóng [1]. Câu thêm.",
            "Một số thôn chưa được phủ sóng. Câu thêm.",
        ),
        ("Một số thôn", "Một số thôn"),
        ("+ Hoàn toàn viết lại rồi", "Hoàn toàn viết lại rồi"),
        ("- Một số thôn đạt 12,5 % và 3.000 hộ.", "Một số thôn đạt 12,5 % và 3.000 hộ"),
        ("- .", ""),
        ("- Năm qua, Một số thôn chưa được phủ sóng.", "Năm qua, Một số thôn chưa được phủ sóng"),
    ],
)
def test_dash_sources_and_stop_are_no_wording(text: str, wording: str) -> None:
    assert cut(PLAIN, text) == Cut(wording)


WHOLE = "- “sớm hoàn thành đề án” (chủ trì: Sở A; thời hạn: trước ngày 30/6) [1]. Nguyên nhân: thiếu máy."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", Cut("sớm hoàn thành đề án")),
        (" [1]", "", Cut("sớm hoàn thành đề án")),
        ("đề án”", "đề án số”", Cut("sớm hoàn thành đề án số")),
        ("“sớm", "“cần sớm", Cut("cần sớm hoàn thành đề án")),
        ("- “", "- Đề nghị “", Cut("Đề nghị “sớm hoàn thành đề án”", unquoted=True)),
        ("Sở A", "Sở B", Cut("sớm hoàn thành đề án", around=True)),
        ("thiếu máy", "thiếu máy và thiếu người", Cut("sớm hoàn thành đề án", around=True)),
        ("thiếu máy.", "thiếu máy. Câu thêm.", Cut("sớm hoàn thành đề án", around=True)),
        (
            "“sớm hoàn thành đề án”",
            "Sớm hoàn thành đề án",
            Cut("Sớm hoàn thành đề án", unquoted=True),
        ),
        ("“sớm hoàn thành đề án”", '"sớm hoàn thành đề án"', Cut("sớm hoàn thành đề án")),
    ],
)
def test_details_causes_and_quotation_marks_are_no_wording(
    old: str, new: str, expected: Cut
) -> None:
    assert cut(TASK, WHOLE.replace(old, new, 1)) == expected


def test_a_source_in_the_wording_itself_stays() -> None:
    line = WrittenLine("theo tài liệu [3]", "- ", ".", (1,))
    assert cut(line, "- theo tài liệu [3] [12].").wording == "theo tài liệu [3]"


SAID = st.text(st.sampled_from("aăâbcđeê 0123456789,.;:%/()“”«»-"), min_size=1, max_size=80)
SHELLS = st.sampled_from([("- ", "."), ("- “", "”."), ("", ""), ("- ", " (chủ trì: Sở A)."), ("- ", ". Nguyên nhân: b.")])  # fmt: skip


@given(SAID, SHELLS)
@example("“", ("- “", "”."))
def test_a_line_that_was_not_touched_keeps_its_wording(said: str, shell: tuple[str, str]) -> None:
    line = WrittenLine(said, *shell, (1,))
    assert same_words(cut(line, line.text).wording, said)
    assert not cut(line, line.text).around


@given(st.text(max_size=200), st.text(max_size=80), st.text(max_size=20), st.text(max_size=20))
def test_anything_can_stand_in_a_file(text: str, said: str, before: str, after: str) -> None:
    found = cut(WrittenLine(said, before, after, (1,)), text)
    assert found.wording == found.wording.strip()


def test_a_line_of_a_book_costs_no_book() -> None:
    words = " ".join(f"từ{n}" for n in range(60_000))
    assert cut(PLAIN, f"- {words}.").wording.startswith("từ0 từ1")
