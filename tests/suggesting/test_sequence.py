"""The units of an article decided together: what the rules lose the thread of, and how likely each label is."""

from dataclasses import replace
from itertools import product
from math import exp

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.records import Basis, Kind
from tttt_desktop.paths import resource
from tttt_desktop.suggesting import sequence_chain as chain
from tttt_desktop.suggesting.judging import read
from tttt_desktop.suggesting.parts import NOTHING
from tttt_desktop.suggesting.passage import passages
from tttt_desktop.suggesting.sequence import RULE, decide, model, packed, unpacked
from tttt_desktop.suggesting.sequence_features import features
from tttt_desktop.suggesting.suggest import suggest

LABELS = range(chain.NONE + 1)
numbers = st.floats(-3, 3)
rows = st.lists(numbers, min_size=5, max_size=5)
tables = st.lists(rows, min_size=9, max_size=9)


def weighed(opinions, tables):
    """How likely each label of each link is, by going through all ways one by one."""
    totals = [[0.0] * 5 for _ in opinions]
    for way in product(LABELS, repeat=len(opinions)):
        state, likes = 0, 0.0
        for opinion, table, label in zip(opinions, tables, way, strict=True):
            likes += opinion[label] + table[state][label]
            state = chain.follows(state, label)
        for total, label in zip(totals, way, strict=True):
            total[label] += exp(likes)
    return [[one / sum(total) for one in total] for total in totals]


@given(st.lists(rows, min_size=1, max_size=4), tables, tables)
@settings(max_examples=examples(30), deadline=None)
def test_the_shares_are_those_of_all_ways_counted(opinions, opening, inside):
    likes = [opening, inside, inside, opening][: len(opinions)]
    found = chain.shares(opinions, [chain.step(one) for one in likes])
    for row, wanted in zip(found, weighed(opinions, likes), strict=True):
        assert row == pytest.approx(wanted, abs=1e-6)


def test_nothing_remembers_what_stood_before_it():
    assert chain.follows(0, chain.NONE) == 0
    task = chain.follows(0, 2)
    after = chain.follows(task, chain.NONE)
    assert (chain.LABEL_OF[task], chain.LABEL_OF[after]) == (2, chain.NONE)
    assert chain.follows(after, chain.NONE) == after
    assert chain.follows(after, 2) == task


def test_the_weights_are_few_and_whole():
    known = model()
    assert resource("model/sequence.json").stat().st_size < 100_000
    assert sum(map(len, known.weights.values())) > 1000
    assert all(len(one.from_state) == 9 and len(one.to_label) == 5 for one in known.steps)


@given(st.lists(st.lists(st.integers(-900, 900), min_size=5, max_size=5), max_size=40))
def test_packed_weights_add_up_as_rows_do(rows):
    sums = [sum(column) for column in zip([0] * 5, *rows, strict=True)]
    assert list(unpacked(sum(map(packed, rows)))) == sums


def test_clues_of_a_unit_tell_its_words_its_place_and_who_speaks(article):
    found = passages(article)
    rows = features(found, read(article, found, 2023), 2023)
    named = [{(sort, key) for sort, keys in row for key in keys} for row in rows]
    clues = dict(zip([one.text for one in found], named, strict=True))
    (ordered,) = [row for text, row in clues.items() if text.startswith("Đồng chí yêu cầu")]
    assert {("", "a1"), ("", "k4"), ("c", "order"), ("w1", "đồng"), ("w", "yêu")} <= ordered
    (item,) = [row for text, row in clues.items() if text.startswith("12 thôn")]
    assert {("", "a0"), ("Lu", "rest"), ("w", "#"), ("", "e11")} <= item


def judged(text, plan_year=2023):
    found = passages(text)
    return found, decide(found, read(text, found, plan_year), plan_year)


def test_what_the_rules_say_of_an_article_they_know_stays(article):
    found = passages(article)
    before = read(article, found, 2023)
    after = decide(found, before, 2023)
    assert [one.verdict for one in after] == [one.verdict for one in before]
    assert all(0 < one.sure < 1 for one in after)


LOST = """Phường Hòa Xuân tổng kết công tác chuyển đổi số năm 2023
05/01/2024
Sáng 4/1, UBND phường Hòa Xuân tổ chức hội nghị tổng kết công tác chuyển đổi số năm 2023, triển khai nhiệm vụ năm 2024. Ông Từ Văn Lượm, Chủ tịch UBND quận dự.
Năm 2023, phường đã cấp 4.120 tài khoản định danh, đạt 96% kế hoạch. Hồ sơ nộp trực tuyến đạt 71%, tăng 15% so với năm 2022.
Kết luận hội nghị, Chủ tịch UBND quận Từ Văn Lượm yêu cầu phường rà soát toàn bộ hồ sơ trễ hạn. Tổ công nghệ số đến từng nhà người già, hướng dẫn từng thao tác. Khu phố nào chưa có nhóm Zalo thì lập ngay trong tháng 1. Gắn camera ở ba ngã tư hay ùn ứ. Niêm yết số điện thoại của cán bộ một cửa ở nơi dễ thấy."""


def test_bare_sentences_after_an_order_are_orders():
    tasks = [one for one in suggest(LOST) if one.kind is Kind.TASK]
    assert [one.span.of(LOST).split()[0] for one in tasks] == ["Kết", "Tổ", "Khu", "Gắn", "Niêm"]
    assert {one.task.assigner for one in tasks} == {"Chủ tịch UBND quận Từ Văn Lượm"}
    assert all(one.task.basis is Basis.ASSIGNED for one in tasks)


def thinned(text):
    """The judgements when no rule found anything: what the chain says by itself."""
    found = passages(text)
    silent = [
        replace(one, verdict=NOTHING, gives_orders=False, evidence=(), by="")
        for one in read(text, found, 2023)
    ]
    return found, decide(found, silent, 2023)


def test_the_reason_names_the_neighbours_and_words_that_stand_there(article):
    found, after = thinned(article)
    turned = [(p, one) for p, one in zip(found, after, strict=True) if one.verdict.rule == RULE]
    assert len(turned) >= 8
    for passage, one in turned:
        assert one.verdict.why.startswith(("Nằm giữa các ", "Nối tiếp các ", "Đọc như một "))
        if one.verdict.cue:
            assert f"«{passage.say(one.verdict.cue)}»" in one.verdict.why
            assert passage.span.start <= one.verdict.cue.start
            assert one.verdict.cue.stop <= passage.span.stop
    (last,) = [one for p, one in turned if p.text.startswith("Đẩy mạnh thông tin")]
    assert last.verdict.why.startswith(
        "Nối tiếp các nhiệm vụ của Phó Chủ tịch UBND tỉnh Lò Thanh Bạch, mở đầu bằng «Đẩy mạnh"
    )


@pytest.mark.parametrize("text", ["", "\n\n", "ABC", "Hello world. " * 40, "SỞ TT&TT HỌP. " * 40])
def test_odd_texts_are_decided_too(text):
    found, after = judged(text)
    assert len(after) == len(found)


def test_an_endless_line_is_decided_by_its_beginning():
    found, after = judged("Năm 2022 đã " + "hoàn thành nhiệm vụ " * 50_000)
    assert len(after) == len(found)
