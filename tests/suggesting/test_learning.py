"""The learner: exact counts, what it changes of the rules' proposals and why, and that it helps and does no harm."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import office
import practice
import pytest
from hypothesis import given
from hypothesis.strategies import lists, sampled_from, text, tuples
from labelled import Labelled

from tttt_desktop.domain.records import Basis, Kind, Proposal, Span, Task
from tttt_desktop.domain.text import units
from tttt_desktop.paths import resource
from tttt_desktop.suggesting.learning import Page, Seen, judge, lessons, prior
from tttt_desktop.suggesting.learning_features import Sheet
from tttt_desktop.suggesting.learning_model import CLASSES, NOTHING, Lesson, Model
from tttt_desktop.suggesting.suggest import suggest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "corpus"
HABIT = "Lời dặn của chánh văn phòng: {}; {}."


def fresh() -> Model:
    """A model that knows the prior only."""
    return Model(prior())


# -- what is seen -------------------------------------------------------------------------------


def test_clues_of_a_passage_with_the_words_that_show_them() -> None:
    page = "Tin vắn\nĐ/c Giám đốc quán triệt: rà soát 12 camera; báo cáo kết quả."
    sheet, span = Sheet(page), Span(page.index("rà soát"), page.index(";"))
    clues = sheet.clues(span, "order", "K")
    shown = {clue: place.of(page) for clue in clues if (place := sheet.words_of(clue, span))}
    assert shown["ra soat"] == "rà soát"
    assert shown["opens ra soat #"] == "rà soát 12"
    assert shown["after quan triet"] == "quán triệt"
    assert shown["camera"] == "camera"
    assert [clue for clue in clues if clue not in shown] == [
        "part K1",
        "rule order K",
    ]


def test_a_line_with_a_colon_leads_into_the_lines_below() -> None:
    page = "Sổ ghi công:\n- mở rộng mạng lưới;\n- nâng cấp trạm phát sóng."
    sheet = Sheet(page)
    assert "after ghi cong" in sheet.clues(Span(page.index("nâng"), len(page)))


@given(text(alphabet="aăđ Ấ1,.;:\n\U0001f600", max_size=120))
def test_any_text_can_be_looked_at(page: str) -> None:
    sheet = Sheet(page)
    for span in units(page):
        for clue in sheet.clues(span, "x", ""):
            place = sheet.words_of(clue, span)
            assert place is None or place.of(page).strip()


# -- counts -------------------------------------------------------------------------------------

some_lessons = lists(
    tuples(
        lists(sampled_from("abcd"), unique=True).map(tuple),
        sampled_from(CLASSES),
        sampled_from(CLASSES),
        sampled_from(("Viễn thông", "Bưu chính")),
        sampled_from(("", "Viễn thông", "Bưu chính")),
    ).map(lambda values: Lesson(*values)),
    max_size=12,
)


@given(some_lessons, some_lessons)
def test_unlearning_is_the_exact_inverse_in_any_order(
    kept: list[Lesson], taken_back: list[Lesson]
) -> None:
    plain, model = Model(), Model()
    for lesson in kept:
        plain.learn(lesson)
    for lesson in taken_back + kept:
        model.learn(lesson)
    for lesson in taken_back[::-1]:
        model.learn(lesson, -1)
    assert (model.kinds, model.fields, model.size) == (plain.kinds, plain.fields, plain.size)


@given(some_lessons, lists(sampled_from("abcd"), unique=True))
def test_likelihoods_are_shares_of_one(taught: list[Lesson], clues: list[str]) -> None:
    model = Model()
    for lesson in taught:
        model.learn(lesson)
    for opinion in (model.kind(clues, "K", 0.85), model.field(clues, "Viễn thông")):
        assert sum(opinion.shares.values()) == pytest.approx(1)
        assert opinion.score == max(opinion.shares.values())


# -- what it does to proposals ------------------------------------------------------------------


def taught(decided: str, field: str, *, times: int = 8, rule: str = "result-list") -> Model:
    """A model after `times` passages below the habit's words were decided so; the rules saw results in them."""
    model = fresh()
    for number in range(times):
        page = HABIT.format(f"dọn kho số {number}", f"xếp sổ tập {number}")
        ends = [Span(29, page.index(";")), Span(page.index(";") + 2, len(page))]
        seen = [Seen(span, rule, "K", "Bưu chính", decided, field) for span in ends]
        for lesson in lessons(Page(page), seen, done=False):
            model.learn(lesson)
    return model


def proposed(page: str) -> list[Proposal]:
    """Both passages of the habit as results."""
    ends = [Span(29, page.index(";")), Span(page.index(";") + 2, len(page))]
    return [
        Proposal(
            span,
            Kind.ACHIEVEMENT,
            0.8,
            "result-list",
            "Vì thế",
            "Bưu chính",
            evidence=(Span(0, 3),),
        )
        for span in ends
    ]


PAGE = HABIT.format("lau bảng tên trước ngày 30/6", "thay khoá cửa")


def test_without_decisions_the_proposals_are_those_of_the_rules() -> None:
    article = office.articles(1)[0].text
    assert judge(article, suggest(article), fresh()) == suggest(article)


def test_a_habit_turns_the_kind_and_says_why() -> None:
    first, second = judge(PAGE, proposed(PAGE), taught("T", "Viễn thông"), year=2024)
    assert first.kind is second.kind is Kind.TASK
    assert first.field == "Viễn thông"
    assert first.ruled == "KBưu chính"
    assert first.reason == "Bạn đã xếp 16 đoạn đứng sau «Lời dặn của chánh văn phòng» là nhiệm vụ"
    assert [span.of(PAGE) for span in first.evidence] == ["Lời dặn của chánh văn phòng"]
    assert first.task is not None
    assert first.task.deadline_text == "trước ngày 30/6"
    assert str(first.task.deadline_on) == "2024-06-30"
    assert first.score > 0.5


def test_a_habit_of_own_plans() -> None:
    first, _ = judge(PAGE, proposed(PAGE), taught("P", ""))
    assert first.task == Task(Basis.OWN_PLAN, deadline_text="trước ngày 30/6")


def test_what_is_always_declined_is_left_out() -> None:
    assert judge(PAGE, proposed(PAGE), taught("N", "")) == []


def test_what_is_declined_no_more_often_than_three_times_in_five_is_still_proposed() -> None:
    model = fresh()
    for number in range(24):
        page = HABIT.format(f"dọn kho số {number}", f"xếp sổ tập {number}")
        ends = [Span(29, page.index(";")), Span(page.index(";") + 2, len(page))]
        decided = "K" if number % 5 < 2 else NOTHING
        seen = [Seen(span, "result-list", "K", "Bưu chính", decided, "") for span in ends]
        for one in lessons(Page(page), seen, done=False):
            model.learn(one)
    page = HABIT.format("dọn kho số 99", "xếp sổ tập 99")
    assert len(judge(page, proposed(page), model)) == 2


def test_what_is_always_accepted_becomes_surer_and_keeps_its_reason() -> None:
    first, _ = judge(PAGE, proposed(PAGE), taught("K", "Bưu chính"))
    assert first.score > 0.8
    assert (first.reason, first.evidence, first.ruled) == ("Vì thế", (Span(0, 3),), "")


def test_a_field_is_turned_alone() -> None:
    first, _ = judge(PAGE, proposed(PAGE), taught("K", "Của riêng phòng tôi"))
    assert (first.kind, first.field) == (Kind.ACHIEVEMENT, "Của riêng phòng tôi")
    assert (first.ruled, first.reason) == ("KBưu chính", "Vì thế")


def test_few_decisions_change_nothing() -> None:
    judged = judge(PAGE, proposed(PAGE), taught("T", "Viễn thông", times=1))
    assert [one.kind for one in judged] == [Kind.ACHIEVEMENT] * 2


def test_a_passage_the_rules_pass_over_is_proposed_when_it_is_very_sure() -> None:
    model = fresh()
    for number in range(10):
        page = f"{HABIT.format(f'dọn kho số {number}', f'xếp sổ tập {number}')}\nSở đã làm {number} việc."
        spans = units(page)[1:]
        for lesson in lessons(
            Page(page),
            [Seen(one, "", "N", "Bưu chính", "T", "Bưu chính") for one in spans[:2]],
            done=False,
        ):
            model.learn(lesson)
    page = f"{PAGE}\nSở đã nâng cấp mạng lưới."
    start = page.index("Sở đã")
    result = Proposal(Span(start, len(page)), Kind.ACHIEVEMENT, 0.85, "result", "Vì thế")
    added = [one for one in judge(page, [result], model) if one.rule == "learned"]
    assert [one.span.of(page) for one in added] == [
        "lau bảng tên trước ngày 30/6",
        "thay khoá cửa.",
    ]
    assert all(one.kind is Kind.TASK and one.ruled[0] == "N" for one in added)
    assert judge(page, [], model) == []  # an article in which the rules see nothing stays without


# -- does it help, does it harm -----------------------------------------------------------------


@pytest.fixture(scope="module")
def articles() -> list[Labelled]:
    """Twelve articles of an office with its own phrasing."""
    return office.articles(12)


def test_ten_corrected_articles_improve_the_next_two(articles: list[Labelled]) -> None:
    before, fields_before = practice.scores(articles[10:], fresh())
    after, fields_after = practice.scores(articles[10:], practice.practised(articles[:10], fresh()))
    assert 1 - after <= (1 - before) * 2 / 3  # a third of what was wrong is right then
    assert after >= 0.9
    assert fields_after >= fields_before + 0.1


@pytest.mark.parametrize("seed", range(4))
def test_a_careless_reader_does_not_ruin_it(articles: list[Labelled], seed: int) -> None:
    alone, _ = practice.scores(articles[10:], fresh())
    careless = practice.practised(articles[:10], fresh(), slips=0.2, seed=seed)
    assert practice.scores(articles[10:], careless)[0] >= alone - 0.03


def shared() -> list[Labelled]:
    """The articles that careful readers have labelled."""
    if not SHARED.is_dir():
        pytest.skip("the labelled articles are not beside the checkout")
    found = []
    for path in sorted([*SHARED.glob("gold/*.json"), *SHARED.glob("dev/*.json")]):
        gold = json.loads(path.read_text("utf-8"))
        name = gold.get("text_file") or gold["file"]
        page = next(p for p in (path.parent / name, SHARED / "seeds" / name) if p.exists())
        words = page.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        found.append(Labelled(name, unicodedata.normalize("NFC", words), gold))
    return found


@pytest.mark.parametrize("half", [0, 1])
def test_ordinary_articles_do_not_fall(half: int) -> None:
    both = shared()
    learned_from, tested = both[half::2], both[1 - half :: 2]
    before = practice.scores(tested, fresh())
    for slips in (0.0, 0.2):
        after = practice.scores(tested, practice.practised(learned_from, fresh(), slips=slips))
        assert after[0] >= before[0] - 0.01
        assert after[1] >= before[1] - 0.01


# -- the prior ----------------------------------------------------------------------------------


def test_the_prior_is_small_and_made_of_our_own_articles() -> None:
    path = resource("model/prior.json")
    assert path.stat().st_size < 100_000
    steps = {step for told in prior().values() for step in told}
    assert all(len(step) == 2 and set(step) <= set(CLASSES) for step in steps)


def test_the_prior_is_made_the_same_each_time(tmp_path: Path) -> None:
    made = [tmp_path / "1.json", tmp_path / "2.json"]
    for out in made:
        program = [sys.executable, str(ROOT / "packaging" / "make_prior.py"), str(out)]
        subprocess.run(program, check=True, env={"PYTHONHASHSEED": out.stem})
    assert made[0].read_bytes() == made[1].read_bytes()
