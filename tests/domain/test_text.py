"""Text in one form, folded one to one, cut into sentences and units."""

import json
import re
import sys
import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pace import within

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import (
    bare_words,
    clauses,
    fold,
    normalise,
    sentences,
    syllables,
    trim,
    unit_at,
    units,
)

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"


def cut(text):
    """The units of a text as words."""
    return [unit.of(text) for unit in units(text)]


def cut_sentences(text):
    """The sentences of a text as words."""
    return [sentence.of(text) for sentence in sentences(text)]


@given(st.text())
@example("\u2000\u0344e\u200b\u0302\u0323")
@example("e\ufeff\u0301 \ud800 \u2028\r\v\x85\x1c")
def test_normalise_gives_one_form(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert f"{once}.".splitlines() == f"{once}.".split("\n")
    assert not any(unicodedata.category(c) in ("Cs", "Cc") for c in once if c != "\n")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("một\u2028hai\u2029ba\x0bbốn\x0cnăm\x85sáu", "một\nhai\nba\nbốn\nnăm\nsáu"),
        ("Sở\u00a0TT&TT\u202f2023\tnăm", "Sở TT&TT 2023 năm"),
        ("ti\u00ea\u0301ng vi\u00ea\u0323t", "tiếng việt"),
        ("\ufeffhội\u200b ng\u00adhị\u200e", "hội nghị"),
        ("a\ud800b\x00c\x1bd", "abcd"),
    ],
)
def test_normalise_maps_each_foreign_sign(raw, clean):
    assert normalise(raw) == clean


def test_no_break_spaces_stand_one_for_one():
    raw = "Quyết\u00a0định\u2007số\u202f12\u3000năm\u20092023"
    assert len(normalise(raw)) == len(raw)
    assert normalise(raw) == "Quyết định số 12 năm 2023"


@given(st.text())
@example("İstanbul ß ﬁ ǆ ΐ \u0301 한")
def test_fold_keeps_the_length_and_is_idempotent(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text() | st.text("aĐạ ,.;:-–…_/\n09"))
@example("nhiệm_vụ, 4.0 – ñandú \u0301 한")
def test_bare_words_stand_where_they_stood(text):
    bare = bare_words(text)
    words = [(found.span(), found[0]) for found in re.finditer(r"[^\W_]+", text)]
    assert [(found.span(), found[0]) for found in re.finditer("[^ ]+", bare)] == words
    assert len(bare) == len(text)


@pytest.mark.parametrize(
    "codes", [0x3400, pytest.param(sys.maxunicode + 1, marks=pytest.mark.slow)]
)
def test_every_character_has_one_folded_character(codes):
    """The first are all letters and signs but the ideographs."""
    assert all(len(fold(chr(code))) == 1 for code in range(codes))


def test_fold_takes_off_what_vietnamese_puts_on():
    assert (
        fold("Đẩy mạnh CHUYỂN ĐỔI SỐ ở Ðăk Lắk, Uỷ ban")
        == "day manh chuyen doi so o dak lak, uy ban"
    )
    vowels = "aăâeêioôơuưy"
    for vowel in vowels:
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
            letter = unicodedata.normalize("NFC", vowel + tone)
            assert fold(letter) == fold(letter.upper()) == unicodedata.normalize("NFD", vowel)[0]


def test_rare_signs_are_folded_like_common_ones():
    assert fold("Đẩy → mạnh") == "day → manh", "the quick way and the long way agree"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở làm tốt. Ngành phát triển.", ["Sở làm tốt.", "Ngành phát triển."]),
        ("đạt mức tốt nhất.Nâng cao chất lượng.", ["đạt mức tốt nhất.", "Nâng cao chất lượng."]),
        ("cấp dịch vụ mức độ 3, mức độ 4. Ngoài ra cần mở rộng.", 2),
        ("Doanh thu đạt 815,3 tỷ đồng, có 2.417 trạm. Mạng ổn định.", 2),
        ("UBND TP. Hưng Phú và TX. Bình Long cùng dự.", 1),
        ("UBND TP.Hưng Phú cùng dự.", 1),
        ("Trình UBND tỉnh trong quý I. Phối hợp với các huyện.", 2),
        ("Ông Nguyễn Văn A. Phối hợp tốt.", 1),
        ("ThS. Lê Văn Tám và PGS.TS. Trần Thị Sáu trình bày.", 1),
        ("Đ/c Nguyễn V. An, Phó Giám đốc dự.", 1),
        ("Ông K. Sor Tum phát biểu.", 1),
        ("thực hiện Nghị quyết số 07-NQ/TW. Bên cạnh đó, rà soát.", 2),
        ("gồm phần mềm, máy tính, v.v. và nhiều thiết bị khác.", 1),
        ("Công tác báo chí được chú trọng… Hạ tầng phát triển.", 2),
        ("Công tác báo chí được chú trọng... tiếp tục phát triển.", 1),
        ("Năm qua ngành đạt kết quả tốt./. Tin cũ.", 2),
        ("“Phải làm ngay.” Ông nói thêm.", 2),
        ("Kết quả ra sao? Rất tốt! Xin cảm ơn.", 3),
        ("năm 2021.Năm 2022, Sở tiếp tục đổi mới.", 2),
        ("Địa chỉ web sotttt.tinhnao.gov.vn hoạt động ổn định.", 1),
        ("Hội nghị khai mạc lúc 8.30 sáng.", 1),
    ],
)
def test_sentence_ends(text, expected):
    found = cut_sentences(text)
    assert found == expected if isinstance(expected, list) else len(found) == expected


def test_a_sentence_never_crosses_a_line():
    assert cut_sentences("Tiêu đề không chấm\nSở tổ chức\n\n hội nghị. ") == [
        "Tiêu đề không chấm",
        "Sở tổ chức",
        "hội nghị.",
    ]


LINES = st.lists(
    st.sampled_from(
        [
            "Sở",
            "làm",
            "tốt",
            ".",
            ". ",
            "; ",
            ": ",
            "1. ",
            "(2) ",
            "- ",
            "\n",
            "TP.",
            "3,5",
            "…",
            "”",
            "Thứ hai, ",
            " ",
        ]
    ),
    max_size=40,
).map("".join)


@given(LINES | st.text())
def test_cuts_are_ordered_apart_and_trimmed(text):
    text = normalise(text)
    for spans in (sentences(text), units(text)):
        for one, other in pairwise(spans):
            assert one.stop <= other.start
        for span in spans:
            words = span.of(text)
            assert words == words.strip()
            assert words
            assert "\n" not in words


@given(LINES | st.text())
def test_no_letter_is_lost_between_sentences(text):
    text = normalise(text)
    inside = "".join(sentence.of(text) for sentence in sentences(text))
    assert "".join(inside.split()) == "".join(text.split())


@given(LINES)
def test_units_are_the_clauses_of_the_sentences(text):
    assert units(text) == [c for sentence in sentences(text) for c in clauses(text, sentence)]


def test_a_list_after_a_verb_is_cut_at_its_semicolons():
    assert cut("Sở cần rà soát thủ tục; siết chặt quản lý sim; đào tạo cán bộ.") == [
        "Sở cần rà soát thủ tục",
        "siết chặt quản lý sim",
        "đào tạo cán bộ.",
    ]


def test_numbered_items_glued_to_the_lead_in():
    assert cut("Ngành tập trung các nhiệm vụ:1. Thực hiện tốt 05 đề án.\n2. Quan tâm cơ sở.") == [
        "Ngành tập trung các nhiệm vụ:",
        "Thực hiện tốt 05 đề án.",
        "Quan tâm cơ sở.",
    ]


@pytest.mark.parametrize(
    "line",
    ["- Rà soát hạ tầng", "+ Rà soát hạ tầng;", "• Rà soát hạ tầng", "a) Rà soát hạ tầng,", "1. Rà soát hạ tầng",
     "2.1. Rà soát hạ tầng", "(3) Rà soát hạ tầng", "IV. Rà soát hạ tầng", "Thứ nhất, Rà soát hạ tầng", "Hai là, Rà soát hạ tầng",
     "\uf0b7 Rà soát hạ tầng", "– Rà soát hạ tầng", "Một là: Rà soát hạ tầng", "1) Rà soát hạ tầng", "đ) Rà soát hạ tầng"],
)  # fmt: skip
def test_the_mark_of_an_item_stays_outside(line):
    assert cut(line) == ["Rà soát hạ tầng"]


def test_numbers_that_are_no_marks_stay_inside():
    for text in (
        "2.058 trạm phát sóng đã hoạt động.",
        "12/12 chỉ tiêu hoàn thành.",
        "5 xã có mạng.",
    ):
        assert cut(text) == [text]


def test_inline_items_are_cut():
    assert cut(
        "Ngành làm ba việc: (1) rà soát hạ tầng, (2) đào tạo cán bộ; (3) kiểm tra đại lý."
    ) == [
        "Ngành làm ba việc:",
        "rà soát hạ tầng",
        "đào tạo cán bộ",
        "kiểm tra đại lý.",
    ]
    assert cut("Một là, rà soát hạ tầng; hai là, đào tạo cán bộ, ba là kiểm tra.") == [
        "rà soát hạ tầng",
        "đào tạo cán bộ",
        "kiểm tra.",
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Một số mặt còn yếu như: Mạng lưới xuống cấp; cán bộ thiếu.", 3),
        ("Còn một số khó khăn như sau: các đề án thiếu vốn.", 2),
        ("Giám đốc Sở thừa nhận: tỷ lệ hồ sơ mới đạt 38%.", 1),
        ("Sử dụng phần mềm hiện có: một cửa điện tử, dịch vụ công.", 1),
        ("Phát sóng lúc 10:30 hằng ngày.", 1),
        ("Đồng chí khẳng định: Trong năm qua, ngành làm tốt.", 2),
        ("Xem tại http://tinhnao.gov.vn để biết thêm.", 1),
    ],
)
def test_a_colon_cuts_only_where_it_opens_a_list(text, pieces):
    assert len(cut(text)) == pieces


def test_praise_that_passes_into_an_order_is_cut():
    assert cut("Ông biểu dương tập thể Sở đồng thời yêu cầu Sở làm ngay đề án.") == [
        "Ông biểu dương tập thể Sở",
        "đồng thời yêu cầu Sở làm ngay đề án.",
    ]
    assert len(cut("Sở khắc phục tồn tại, đồng thời phát huy kết quả.")) == 1


def test_a_tail_without_words_stays_with_its_unit():
    assert cut("các doanh nghiệp viễn thông;…") == ["các doanh nghiệp viễn thông;…"]


@pytest.mark.parametrize("folder", ["gold", "dev"])
def test_units_are_those_the_readers_marked(folder):
    share = _share_found(folder)
    assert share >= 0.97, f"{share:.3f} of the labelled units of {folder} are cut exactly so"


def _share_found(folder):
    if not (CORPUS / folder).is_dir():
        pytest.skip("the labelled articles are not beside the checkout")
    wanted = found = 0
    for path in sorted((CORPUS / folder).glob("*[0-9].json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = gold.get("text_file") or gold["file"]
        source = next(p for p in (CORPUS / folder / name, CORPUS / "seeds" / name) if p.exists())
        text = normalise(source.read_bytes().decode(gold.get("encoding") or "utf-8-sig"))
        mine = {unit.of(text) for unit in units(text)}
        wanted += len(gold["spans"])
        found += sum(normalise(span["text"]) in mine for span in gold["spans"])
    return found / wanted


@given(st.text(alphabet="a ;,\n."), st.data())
def test_trim_takes_off_outer_blanks_and_trailing_signs(text, data):
    ends = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    span = trim(text, Span(*ends))
    words = span.of(text)
    assert words == words.strip().rstrip(";,")
    assert ends[0] <= span.start <= span.stop <= ends[1]
    assert trim(text, span) == span


def test_syllables_hold_together_what_is_read_together():
    text = "Sở TT&TT đạt 742,67 tỷ, 90% theo Nghị quyết 04-NQ/TW."
    found = [s.of(text) for s in syllables(text, Span(0, len(text)))]
    assert found == [
        "Sở",
        "TT&TT",
        "đạt",
        "742,67",
        "tỷ",
        "90%",
        "theo",
        "Nghị",
        "quyết",
        "04-NQ/TW",
    ]
    assert [s.of(text) for s in syllables(text, Span(3, 8))] == ["TT&TT"]


def test_the_unit_at_an_offset_is_the_one_there_or_the_nearest():
    spans = [Span(2, 5), Span(10, 14)]
    assert [unit_at(spans, at) for at in (0, 2, 4, 5, 7, 8, 10, 99)] == [0, 0, 0, 0, 0, 1, 1, 1]
    assert unit_at([], 3) == -1


ARTICLE = (
    "Năm 2023, Sở Thông tin và Truyền thông đã hoàn thành 41/43 nhiệm vụ; doanh thu đạt 742,67 tỷ đồng, tăng 6,4%. "
    "Tuy nhiên, hạ tầng còn hạn chế: sóng yếu; thiếu cán bộ.\n"
)


@pytest.mark.parametrize(
    "piece",
    ["a", ". ", ";", "1. ", ": ", "Thứ nhất ", "a. B", "“", "(1) a ", " ", "đồng thời yêu cầu ", ARTICLE],
)  # fmt: skip
@pytest.mark.parametrize(
    ("length", "seconds"), [(20_000, 0.8), pytest.param(200_000, 8, marks=pytest.mark.slow)]
)
def test_no_text_takes_long(piece, length, seconds):
    text = piece * (length // len(piece))
    start = time.process_time()
    units(normalise(text))
    fold(text)
    assert time.process_time() - start < seconds


def test_a_long_article_is_cut_and_folded_in_milliseconds():
    text = (ARTICLE * 100)[:20_000]
    assert within(0.05, lambda: units(text))
    assert within(0.01, lambda: fold(text))
