"""Two texts side by side: every paragraph is there once, and what is marked is what differs."""

import time

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.differences import Pair, compare
from tttt_desktop.domain.records import Span

LINES = st.lists(st.text("ab ,.ă", max_size=8), min_size=1, max_size=8).map("\n".join)


def words(line: str, spans: tuple[Span, ...]) -> list[str]:
    """What the spans cover."""
    return [span.of(line) for span in spans]


def test_a_changed_figure_is_marked_on_both_sides() -> None:
    (same, changed) = compare("Mở đầu.\nĐạt 742,67 tỷ.", "Mở đầu.\nĐạt 742,76 tỷ.")
    assert same == Pair("Mở đầu.", "Mở đầu.")
    assert same.same
    assert words(changed.old, changed.old_words) == ["742,67"]
    assert words(changed.new, changed.new_words) == ["742,76"]


def test_a_paragraph_of_one_text_stands_alone() -> None:
    old = "Tiêu đề bài cũ\nĐoạn một nói về kết quả.\nĐoạn hai nói về hạn chế.\nKết thúc"
    new = "Tiêu đề bài cũ\nĐoạn một nói về kết quả.\nẢnh chụp tại đây\nKết thúc"
    assert [(pair.old, pair.new) for pair in compare(old, new)][2:-1] == [
        ("Đoạn hai nói về hạn chế.", ""),
        ("", "Ảnh chụp tại đây"),
    ]


def test_paragraphs_with_common_words_stand_beside_each_other() -> None:
    old = "Một đoạn khác hẳn\nDoanh thu đạt 5 tỷ đồng trong năm"
    new = "Doanh thu đạt 6 tỷ đồng trong năm\nLời cuối của báo"
    assert [(pair.old, pair.new) for pair in compare(old, new)] == [
        ("Một đoạn khác hẳn", ""),
        ("Doanh thu đạt 5 tỷ đồng trong năm", "Doanh thu đạt 6 tỷ đồng trong năm"),
        ("", "Lời cuối của báo"),
    ]


@given(LINES, LINES)
def test_every_paragraph_is_there_in_its_order(old: str, new: str) -> None:
    pairs = compare(old, new)
    assert [pair.old for pair in pairs if pair.old] == [line for line in old.split("\n") if line]
    assert [pair.new for pair in pairs if pair.new] == [line for line in new.split("\n") if line]
    for pair in pairs:
        assert not (pair.same and (pair.old_words or pair.new_words))
        assert "".join(kept(pair.old, pair.old_words)) == "".join(kept(pair.new, pair.new_words))


def kept(line: str, spans: tuple[Span, ...]) -> list[str]:
    """What is not marked, without blanks."""
    inside = {place for span in spans for place in range(span.start, span.stop)}
    return [sign for place, sign in enumerate(line) if place not in inside and sign != " "]


def test_long_texts_that_differ_everywhere_take_no_long_time() -> None:
    old = "\n".join(f"Đoạn {n} có {n * 7} chữ " + "và nhiều chữ nữa " * 20 for n in range(500))
    cases = {
        "a word in each": old.replace("nhiều", "ít"),
        "other paragraphs": "\n".join(f"{n} " * 100 for n in range(500)),
        "one paragraph": old.replace("\n", " "),
        "a letter a line": "\n".join("abcde" * 20_000),
    }
    for name, new in cases.items():
        began = time.process_time()
        assert compare(old, new), name
        assert time.process_time() - began < 10, name  # far more than it takes


def test_figures_and_dates_differ_as_a_whole() -> None:
    (pair,) = compare(
        "Tăng 6,4% so với ngày 06/01/2023, đạt 1.946 tỷ đồng.",
        "Tăng 6,9% so với ngày 06/01/2024, đạt 1.946 tỷ đồng.",
    )
    assert [span.of(pair.old) for span in pair.old_words] == ["6,4%", "06/01/2023"]
    assert [span.of(pair.new) for span in pair.new_words] == ["6,9%", "06/01/2024"]
