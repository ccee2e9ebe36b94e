"""Numbers with a meaning, and numbers that are none."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.figures import (
    figures_of,
    find_figures,
    number_text,
    parse_number,
    retyped,
    sign_of,
    unit_of,
)
from tttt_desktop.domain.records import Figure
from tttt_desktop.domain.text import normalise

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("742,67", 742.67),
        ("1.946", 1946),
        ("12.345.678", 12_345_678),
        ("1.234,5", 1234.5),
        ("08", 8),
        ("4.5", 4.5),
        ("0.125", 0.125),
        ("100", 100),
        (" 7 ", 7),
    ],
)
def test_numbers_are_read_the_vietnamese_way(printed, value):
    assert parse_number(printed) == value


@pytest.mark.parametrize("printed", ["", "năm", "1.2.3", "4G", "1,2,3"])
def test_what_is_no_number_is_refused(printed):
    with pytest.raises(ValueError, match="could not convert"):
        parse_number(printed)


@given(st.integers(1000, 10**9))
def test_a_thousands_point_never_changes_the_value(number):
    assert parse_number(f"{number:,}".replace(",", ".")) == number


def test_a_rise_is_a_figure_of_the_same_indicator():
    found = find_figures(
        "Tổng doanh thu viễn thông ước đạt 815,2 tỷ đồng, tăng 7,1% so với cùng kỳ."
    )
    assert found == [
        Figure("815,2 tỷ đồng", 815.2, None, "tỷ đồng", "Tổng doanh thu viễn thông", ""),
        Figure("7,1%", 7.1, None, "%", "Tổng doanh thu viễn thông", "tăng 7,1%", "cùng kỳ"),
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Thu đạt 815,2 tỷ đồng, tăng 7,1% so với cùng kỳ.", [("815,2 tỷ đồng", "tăng 7,1%", "cùng kỳ")]),
        ("có 9 đại lý (giảm 2 đại lý)", [("9 đại lý", "giảm 2 đại lý", "")]),
        ("phủ 38% dân số, tăng 14% so với năm 2024", [("38%", "tăng 14%", "năm 2024")]),
        ("có 9 đại lý vi phạm, doanh thu tăng 2%", [("9 đại lý", "", ""), ("2%", "tăng 2%", "")]),
        ("có 9 đại lý; số vụ giảm 12 vụ", [("9 đại lý", "", ""), ("12 vụ", "giảm 12 vụ", "")]),
        ("thu 5 tỷ đồng, vượt 2% kế hoạch và tăng 3% so với năm 2020",
         [("5 tỷ đồng", "vượt 2%", "kế hoạch"), ("3%", "tăng 3%", "năm 2020")]),
        ("doanh thu tăng 6,4%", [("6,4%", "tăng 6,4%", "")]),
        ("không có số", []),
    ],
)  # fmt: skip
def test_a_rise_told_right_behind_a_number_is_kept_with_it(text, kept):
    assert [(f.as_printed, f.change, f.compared) for f in figures_of(text)] == kept


@pytest.mark.parametrize(
    ("text", "printed", "value", "of", "unit"),
    [
        ("Sở hoàn thành 9/17 chỉ tiêu.", "9/17 chỉ tiêu", 9, 17, "chỉ tiêu"),
        ("DTI xếp thứ 46/63 cả nước.", "thứ 46/63", 46, 63, "hạng"),
        ("Sở đứng thứ 2 khối thi đua.", "thứ 2", 2, None, "hạng"),
        ("giao 08 nhiệm vụ trọng tâm", "08 nhiệm vụ", 8, None, "nhiệm vụ"),
        ("hơn 90% văn bản có ký số", "90%", 90, None, "%"),
        ("kết nối 120/125 xã, phường, thị trấn.", "120/125 xã, phường, thị trấn", 120, 125, "xã, phường, thị trấn"),
        ("có 2.058 trạm BTS trên địa bàn", "2.058 trạm BTS", 2058, None, "trạm BTS"),
        ("mật độ 71,5 thuê bao/100 dân", "71,5 thuê bao/100 dân", 71.5, None, "thuê bao/100 dân"),
        ("thu nhập 6,2 triệu đồng/người/tháng", "6,2 triệu đồng/người/tháng", 6.2, None, "triệu đồng/người/tháng"),
        ("chặn 1,2 triệu lượt truy cập", "1,2 triệu lượt", 1.2, None, "triệu lượt"),
        ("xử phạt 31 vụ trong năm", "31 vụ", 31, None, "vụ"),
        ("phạt 5 tổ chức, cá nhân, ban hành quy chế", "5 tổ chức, cá nhân", 5, None, "tổ chức, cá nhân"),
        ("kiểm tra 9 đại lý Internet", "9 đại lý Internet", 9, None, "đại lý Internet"),
    ],
)  # fmt: skip
def test_a_number_takes_its_unit(text, printed, value, of, unit):
    (found,) = find_figures(text)
    assert (found.as_printed, found.value, found.of, found.unit) == (printed, value, of, unit)
    assert found.change == ""


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2022, Sở tổ chức hội nghị.",
        "trước ngày 30/6 và đến 15/11/2023, chiều 9/1",
        "giai đoạn 2021 - 2025, tầm nhìn đến 2030",
        "dịch vụ công mức độ 3, mức độ 4",
        "dịch vụ công mức độ 3, 4",
        "mạng 4G, 5G và cách mạng công nghiệp lần thứ 4",
        "phòng, chống dịch COVID-19",
        "Quyết định số 119/QĐ-UBND ngày 11/01/2013",
        "Nghị quyết 02, Đề án 06, Nghị định 30/2020/NĐ-CP",
        "trong 6 tháng đầu năm, tháng 12, quý 2",
        "lúc 10:47 hoặc 17 giờ ngày 12/10",
        "điện thoại 0912.345.678",
        "thứ 2 hằng tuần",
        "Đại hội XIII của Đảng",
        "",
    ],
)
def test_dates_names_and_ordinals_are_no_figures(text):
    assert find_figures(text) == []


@pytest.mark.parametrize(
    ("text", "change", "compared"),
    [
        ("doanh thu tăng 6,4% so với cùng kỳ.", "tăng 6,4%", "cùng kỳ"),
        ("số vụ giảm 12 vụ, an ninh tốt", "giảm 12 vụ", ""),
        ("thuê bao gấp 1,4 lần năm trước", "gấp 1,4 lần", "năm trước"),
        ("thu vượt 12,4% kế hoạch", "vượt 12,4%", "kế hoạch"),
        ("đạt 98% kế hoạch năm", "đạt 98%", "kế hoạch năm"),
        ("tăng trưởng 9,3% so với cùng kỳ do cầu tăng", "tăng trưởng 9,3%", "cùng kỳ"),
        ("lên ít nhất 5 bậc", "", ""),
    ],
)
def test_a_change_is_kept_with_what_it_is_compared_to(text, change, compared):
    found = find_figures(text)[0]
    assert (found.change, found.compared) == (change, compared)


@given(st.text(alphabet="0123456789.,/% -–đãtăngxã năm thứ\n", max_size=60))
def test_what_is_printed_stands_in_the_text_and_can_be_read_again(text):
    text = normalise(text)
    for figure in find_figures(text):
        assert figure.as_printed in text
        assert figure.value is not None
        assert figure.value >= 0


@pytest.mark.parametrize("folder", ["gold", "dev"])
def test_figures_are_those_the_readers_marked(folder):
    if not (CORPUS / folder).is_dir():
        pytest.skip("the labelled articles are not beside the checkout")
    wanted, mine = [], []
    for path in sorted((CORPUS / folder).glob("*[0-9].json")):
        for number, span in enumerate(json.loads(path.read_text(encoding="utf-8"))["spans"]):
            if span["label"] == "none":
                continue
            place = (path.name, number)
            wanted += [
                (place, f["value"], f["of"], f["unit"], f["change"]) for f in span["figures"]
            ]
            mine += [
                (place, f.value, f.of, f.unit, sign_of(f) or None)
                for f in find_figures(normalise(span["text"]))
            ]
    right = sum(figure in wanted for figure in mine)
    assert right / len(mine) >= 0.95, "of those found"
    assert right / len(wanted) >= 0.95, "of those to find"


@pytest.mark.parametrize(
    "text",
    ["1" * 50_000, "1." * 50_000, "1/" * 50_000, "1 xã, " * 20_000, "thứ " * 50_000, "% " * 50_000],
)
def test_no_text_takes_long(text):
    start = time.process_time()
    find_figures(text)
    assert time.process_time() - start < 8


MONEY = Figure("742,67 tỷ đồng", 742.67, unit="tỷ đồng", indicator="Doanh thu")


@pytest.mark.parametrize(
    ("typed", "printed", "amount"),
    [
        ("742,76", "742,76 tỷ đồng", 742.76e9),
        ("743", "743 tỷ đồng", 743e9),
        ("1,2 nghìn tỷ", "1,2 nghìn tỷ đồng", 1.2e12),
        ("850 triệu đồng", "850 triệu đồng", 850e6),
        ("08", "08 tỷ đồng", 8e9),
        ("1,5 nghin ty dong", "1,5 nghìn tỷ đồng", 1.5e12),
        ("hơn 700 tỷ đồng", "hơn 700 tỷ đồng", 700e9),
        ("98,5%", "98,5%", 98.5),
        ("1.946", "1.946 tỷ đồng", 1946e9),
    ],
)
def test_a_value_is_understood_as_people_type_it(typed: str, printed: str, amount: float) -> None:
    made = retyped(MONEY, typed)
    assert made is not None
    assert made.as_printed == printed
    assert made.indicator == "Doanh thu"
    assert made.value is not None
    assert made.value * unit_of(made)[0] == pytest.approx(amount)


@pytest.mark.parametrize("typed", ["", "nhiều", "tỷ đồng", "—"])
def test_words_without_a_number_are_no_value(typed: str) -> None:
    assert retyped(MONEY, typed) is None


def test_a_share_is_typed_with_its_whole() -> None:
    made = retyped(Figure("31/45 xã", 31, 45, "xã"), "32/45")
    assert made == Figure("32/45 xã", 32, 45, "xã")


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_a_figure_or_none(typed: str) -> None:
    made = retyped(MONEY, normalise(typed))
    assert made is None or made.value is not None


@pytest.mark.parametrize(
    ("value", "text"),
    [(742.67, "742,67"), (1946, "1.946"), (1_018_000.5, "1.018.000,5"), (0.0625, "0,0625"), (-5.5, "-5,5"),
     (0, "0"), (-0.00001, "0"), (99.999, "100")],
)  # fmt: skip
def test_numbers_are_written_the_vietnamese_way(value: float, text: str) -> None:
    assert number_text(value) == text
