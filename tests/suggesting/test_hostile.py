"""Texts that are made to hurt: every pattern alone on long rows, the whole on rows, on huge lines and on shuffled news."""

import importlib
import pkgutil
import random
import re
import time
from pathlib import Path

import pytest
from pace import spent_on

import tttt_desktop.suggesting
from tttt_desktop.domain import deadlines, figures, legal
from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.suggesting.suggest import suggest

ROWS = [
    "a", "A", "1", "1.", "1,", "1/", "1 ", " ", "\n", ".", ";", ":", "“", "”", "(", "A ", "A’", "A b ", "Á ", "?", "? ", "?”, a", "- ", "| ",
    "năm ", "năm 2023 ", "năm 2023, Sở ", "so với ", "phối hợp với ", "phòng a ", "để ", "nguyên nhân a ", "do a ", "giao một số ", "tập trung a",
    "kết luận ", "báo cáo ", "Phó ", "Phó Chủ tịch ", "Chủ tịch UBND tỉnh ", "Lê Văn An - ", "Luật a ", "Luật An ", "số 1/a", "Quyết định số ",
    "12/QĐ-A", "trước ngày ", "trước Tết a ", "mùa a", "trong quý ", "anh A ", "a”, anh", "Sở A ", "Sở Thông tin và ", "các a, ", "Đồng chí ",
    "sáu tháng ", "năm 2023 kết quả ", "triển khai ", "tổng kết ", "không để a ", "tăng 1% so với ", "1m2 ", "1 xã, ", "thứ 1/", "đề nghị ",
    "mức độ 3, ", "Trung tâm A", "kết quả ", "hứa ", "còn có một số khó khăn, ", "bà Ba: ", "Trung tâm A, ", "“a” ",
]  # fmt: skip
NEWS = [
    "Giá vàng sáng nay tăng 500.000 đồng/lượng so với hôm qua.", "Đội tuyển thắng 3-1 trong trận ra quân.", "Ông yêu cầu cơ quan công an làm rõ vụ việc.",
    "Trời nhiều mây, có mưa rào rải rác.", "Chủ tịch UBND tỉnh Lê Văn Tám đi kiểm tra tiến độ cầu.", "Tuy nhiên, giá thuê mặt bằng còn cao.",
    "Theo Bộ Y tế, cả nước ghi nhận 1.204 ca mắc.", "Năm 2023, doanh nghiệp lãi 12,4 tỷ đồng.", "“Chúng tôi chưa nhận được tiền”, chị Hoa nói.",
    "Bị cáo thừa nhận toàn bộ hành vi.", "Du khách cần đặt phòng trước ngày 30/4.", "Lễ hội khai mạc lúc 20 giờ ngày 12/10.",
    "Phó Thủ tướng đề nghị hai bên tăng cường hợp tác.", "Bộ phim đoạt 4/7 giải; đạo diễn được tặng bằng khen.", "Hộ ông Tư trồng 2 ha sầu riêng.",
    "Thí sinh dự tuyển phải nộp hồ sơ trực tiếp:", "- có bằng đại học;", "Nghị định số 100/2019/NĐ-CP ngày 30/12/2019 có hiệu lực.", "Ảnh: T.L",
    "Nhân dịp này, công ty trao 50 suất quà.", "Kết quả kinh doanh quý II vượt kế hoạch.", "Các hãng bay sẽ tăng chuyến dịp Tết.", "Nguyên nhân vụ cháy là do chập điện.",
]  # fmt: skip


def patterns():
    """Every pattern of the rules by its name."""
    found = {}
    names = [one.name for one in pkgutil.iter_modules(tttt_desktop.suggesting.__path__)]
    modules = [importlib.import_module(f"tttt_desktop.suggesting.{name}") for name in names]
    for module in (figures, legal, deadlines, *modules):
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                found[f"{module.__name__}.{name}"] = value
    found["figure"], found["legal"] = figures._figure(), legal._pattern()
    return found


def _row(piece, length):
    return (piece * (length // len(piece) + 1))[:length]


@pytest.mark.parametrize("name", sorted(patterns()))
def test_no_pattern_takes_long_on_any_row(name):
    pattern = patterns()[name]
    for piece in ROWS:
        text = _row(piece, 8_000)
        assert spent_on(lambda text=text: sum(1 for _ in pattern.finditer(text))) < 0.15, piece


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(patterns()))
def test_no_pattern_takes_long_on_any_long_row(name):
    pattern = patterns()[name]
    for piece in ROWS:
        text = _row(piece, 200_000)
        assert spent_on(lambda text=text: sum(1 for _ in pattern.finditer(text))) < 4, piece


@pytest.mark.parametrize("piece", ROWS)
def test_no_row_takes_long(piece):
    text = normalise(_row(piece, 20_000))
    assert spent_on(lambda: suggest(text)) < 3


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("piece", ROWS)
def test_no_long_row_takes_long(piece):
    text = normalise(_row(piece, 200_000))
    assert spent_on(lambda: suggest(text)) < 30


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_two_megabytes_in_one_line_are_read_inspent_on(article):
    line = normalise(article.replace("\n", " "))
    text = line * (2_000_000 // len(line))
    assert spent_on(lambda: suggest(text)) < 60


@pytest.mark.parametrize(
    "change",
    [str.upper, fold, lambda text: fold(text).upper(), lambda text: text[::-1], lambda text: " ".join(text)],
    ids=["capitals", "no diacritics", "capitals without", "backwards", "spaced out"],
)  # fmt: skip
def test_a_text_in_odd_letters_gives_little_and_no_error(article, change):
    assert len(suggest(normalise(change(article)))) <= len(suggest(article)) + 1


@pytest.mark.parametrize(
    "text",
    [
        "The department reviewed 2023 and set out the tasks for 2024; it must finish by 30/6.",
        "Le département a dressé le bilan de l’année 2023. Il doit achever ses travaux avant le 30/6.",
        "Управление подвело итоги 2023 года; необходимо завершить работу до 30/6.",
        "信息与通信厅总结了2023年的工作，要求在6月30日前完成任务。",
        "สำนักงานสรุปผลงานปี 2566 และกำหนดภารกิจปี 2567",
        "🙂 " * 300,
        "\u202e" + "abc " * 100,
    ],
)
def test_nothing_is_proposed_in_other_languages(text):
    assert suggest(normalise(text)) == []


def _shuffled(number, sentences):
    """A news text of sentences drawn by its number: the same each time."""
    chance = random.Random(number)
    drawn = chance.choices(sentences, k=chance.randint(3, 30))
    return "".join(one + chance.choice("\n   ") for one in drawn)


def shuffle(count, sentences=NEWS):
    """How many of so many shuffled news texts got proposals, and the longest time one of them took."""
    proposed, longest = 0, 0.0
    for number in range(count):
        text = normalise(_shuffled(number, sentences))
        start = time.process_time()
        proposed += bool(suggest(text))
        longest = max(longest, time.process_time() - start)
    return proposed, longest


def test_shuffled_news_gives_next_to_nothing_and_no_error():
    proposed, longest = shuffle(200)
    assert proposed <= 2
    assert longest < 1


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_much_shuffled_news_gives_no_error(article):
    own = [one for one in re.split(r"(?<=[.;:])\s|\n", article) if one]
    proposed, longest = shuffle(15_000)
    assert proposed <= 150
    assert longest < 2
    _, longest = shuffle(3_000, NEWS + own)
    assert longest < 2


def test_the_patterns_are_all_looked_at():
    here = Path(tttt_desktop.suggesting.__path__[0])
    assert len(patterns()) > 30, sorted(path.name for path in here.glob("*.py"))
