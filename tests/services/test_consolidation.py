"""What is done in Tổng hợp: kept, undone, and never at the cost of a quotation."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.records import Basis, Block, Kind, ParsedArticle, Span, Task
from tttt_desktop.services import consolidation, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.exports import ways_out
from tttt_desktop.storage.articles import add_article

LINES = (
    "Phủ sóng 12 thôn vùng sâu.",
    "Đào tạo 300 cán bộ xã.",
    "Một số thôn chưa có sóng.",
    "một số thôn, bản chưa được phủ sóng",
    "Sở cần rà soát trạm phát sóng.",
)
KINDS = (Kind.ACHIEVEMENT, Kind.ACHIEVEMENT, Kind.SHORTCOMING, Kind.SHORTCOMING, Kind.TASK)


@pytest.fixture
def marked(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> list[int]:
    """Two articles, each with five marks; gives their ids in text order."""
    return [one for year in (2022, 2023) for one in put(dossier, parsed, year)]


def put(dossier: Dossier, parsed: Callable[..., ParsedArticle], year: int) -> list[int]:
    text = "\n".join((f"Hội nghị {year}", *LINES))
    article = parsed(
        text, f"{year}.txt", plan_year=year, province=f"Tỉnh {year}", published_on=date(year, 1, 6)
    )
    with dossier.store.change("Nhập 1 bài viết"):
        article_id = add_article(dossier.store, article, ())
    found = []
    for line, kind in zip(LINES, KINDS, strict=True):
        span = Span(text.index(line), text.index(line) + len(line))
        found.append(review.annotate(dossier, article_id, span, kind, field="Viễn thông"))
    return found


def order(dossier: Dossier) -> list[int]:
    return [one for line in consolidation.all_lines(dossier) for one in line.ids]


def quotes(dossier: Dossier) -> list[tuple[int, str]]:
    conn = dossier.store.conn
    return [tuple(row) for row in conn.execute("SELECT id, quote FROM annotation ORDER BY id")]


def reopened(dossier: Dossier) -> Dossier:
    dossier.close()
    return Dossier.open(dossier.path)


def test_before_anything_is_decided_lines_stand_as_the_articles_do(
    dossier: Dossier, marked: list[int]
) -> None:
    found = consolidation.all_lines(dossier)
    assert [line.ids for line in found] == [(one,) for one in marked]
    assert not any(line.left_out or line.id for line in found)


def test_a_line_is_moved_and_stays_moved(dossier: Dossier, marked: list[int]) -> None:
    before = quotes(dossier)
    consolidation.move(dossier, [marked[5]], before=marked[0])
    wanted = [marked[5], *marked[:5], *marked[6:]]
    assert order(dossier) == wanted
    assert dossier.undo_label == "Đổi thứ tự"
    dossier.undo()
    assert order(dossier) == marked
    dossier.redo()
    with reopened(dossier) as again:
        assert order(again) == wanted
        assert quotes(again) == before


def test_several_lines_move_together_and_to_the_end(dossier: Dossier, marked: list[int]) -> None:
    consolidation.move(dossier, marked[1:3], before=None)
    assert order(dossier) == [marked[0], *marked[3:], *marked[1:3]]


def test_a_line_moved_to_another_field_takes_it(dossier: Dossier, marked: list[int]) -> None:
    consolidation.move(dossier, [marked[1]], before=marked[0], field="Bưu chính")
    assert dossier.undo_label == "Chuyển sang lĩnh vực “Bưu chính”"
    assert consolidation.all_lines(dossier)[0].lead.field == "Bưu chính"
    dossier.undo()
    assert {line.lead.field for line in consolidation.all_lines(dossier)} == {"Viễn thông"}
    assert order(dossier) == marked


def test_what_is_marked_later_comes_where_its_article_is(
    dossier: Dossier, marked: list[int]
) -> None:
    consolidation.move(dossier, [marked[3]], before=marked[0])
    article_id = review_article(dossier, marked[0])
    later = review.annotate(dossier, article_id, Span(0, 8), Kind.ACHIEVEMENT)
    found = order(dossier)
    assert found[0] == later  # the title stands before all else in the first article
    end = len(dossier.text(article_id))
    last = review.annotate(dossier, article_id, Span(end - 10, end), Kind.SHORTCOMING)
    found = order(dossier)
    assert found[found.index(marked[4]) + 1] == last


def review_article(dossier: Dossier, annotation_id: int) -> int:
    row = dossier.store.conn.execute(
        "SELECT article_id FROM annotation WHERE id = ?", (annotation_id,)
    ).fetchone()
    return int(row[0])


def test_two_are_merged_with_both_sources_and_taken_apart_again(
    dossier: Dossier, marked: list[int]
) -> None:
    before = quotes(dossier)
    line_id = consolidation.merge(dossier, [marked[2], marked[8]])
    (line,) = [one for one in consolidation.all_lines(dossier) if one.id]
    assert (line.id, line.ids) == (line_id, (marked[2], marked[8]))
    assert line.wording == "Một số thôn, bản chưa được phủ sóng."  # the longer one, as a sentence
    assert dossier.undo_label == "Gộp 2 ý thành một dòng"
    consolidation.reword(dossier, line, "Một số thôn, bản chưa có sóng.")
    with reopened(dossier) as again:
        (line,) = [one for one in consolidation.all_lines(again) if one.id]
        assert line.wording == "Một số thôn, bản chưa có sóng."
        assert quotes(again) == before
        assert again.check() == []
        consolidation.unmerge(again, [line_id])
        assert again.undo_label == "Tách lại"
        assert [one.ids for one in consolidation.all_lines(again)] == [(one,) for one in marked]
        # what was written is not lost with the line
        assert consolidation.all_lines(again)[2].wording == "Một số thôn, bản chưa có sóng."
        assert quotes(again) == before


def test_merging_with_a_merged_line_makes_one_of_all(dossier: Dossier, marked: list[int]) -> None:
    first = consolidation.merge(dossier, [marked[2], marked[3]])
    second = consolidation.merge(dossier, [marked[7], marked[8]])
    kept = consolidation.merge(dossier, [marked[2], marked[8]])
    assert kept in (first, second)
    (line,) = [one for one in consolidation.all_lines(dossier) if one.id]
    assert line.ids == (marked[2], marked[3], marked[7], marked[8])
    dossier.undo()
    assert len([one for one in consolidation.all_lines(dossier) if one.id]) == 2


def test_what_makes_no_line_is_refused(dossier: Dossier, marked: list[int]) -> None:
    for wrong in ([marked[0], marked[2]], [marked[0]]):
        with pytest.raises(UserError):
            consolidation.merge(dossier, wrong)
    line_id = consolidation.merge(dossier, marked[2:4])
    with pytest.raises(UserError):
        consolidation.merge(dossier, marked[2:4])
    for gone in (99_999, -1):
        with pytest.raises(NotFound):
            consolidation.merge(dossier, [marked[0], gone])
        with pytest.raises(NotFound):
            consolidation.unmerge(dossier, [line_id, gone])
        with pytest.raises(NotFound):
            consolidation.move(dossier, [marked[0]], before=gone)
        with pytest.raises(NotFound):
            consolidation.leave_out(dossier, [gone])


def test_an_own_plan_is_not_merged_with_what_was_assigned(
    dossier: Dossier, marked: list[int]
) -> None:
    review.edit_task(dossier, marked[4], basis=Basis.OWN_PLAN)
    with pytest.raises(UserError):
        consolidation.merge(dossier, [marked[4], marked[9]])


def test_left_out_and_taken_in_again(dossier: Dossier, marked: list[int]) -> None:
    consolidation.leave_out(dossier, marked[:2])
    assert dossier.undo_label == "Không đưa vào báo cáo"
    assert [line.ids[0] for line in consolidation.all_lines(dossier) if line.left_out] == marked[:2]
    consolidation.leave_out(dossier, marked[:1], left_out=False)
    assert [line.ids[0] for line in consolidation.all_lines(dossier) if line.left_out] == marked[
        1:2
    ]
    dossier.undo()
    dossier.undo()
    assert not any(line.left_out for line in consolidation.all_lines(dossier))


def test_a_merged_line_is_left_out_as_one(dossier: Dossier, marked: list[int]) -> None:
    consolidation.leave_out(dossier, [marked[2]])
    consolidation.merge(dossier, [marked[2], marked[3]])
    (line,) = [one for one in consolidation.all_lines(dossier) if one.id]
    assert not line.left_out  # one of the two was to be printed
    consolidation.leave_out(dossier, line.ids)
    (line,) = [one for one in consolidation.all_lines(dossier) if one.id]
    assert line.left_out


@pytest.mark.parametrize("how", ["removed", "kind", "basis", "article"])
def test_a_line_ends_with_its_second_last_member(
    dossier: Dossier, marked: list[int], how: str
) -> None:
    consolidation.move(dossier, [marked[9]], before=marked[0])
    consolidation.merge(dossier, [marked[4], marked[9]])
    consolidation.decline(dossier, [marked[8], marked[9]])
    if how == "removed":
        review.remove_annotation(dossier, marked[9])
    elif how == "kind":
        review.change_kind(dossier, marked[9], Kind.ACHIEVEMENT)
    elif how == "basis":
        review.edit_task(dossier, marked[9], basis=Basis.OWN_PLAN)
    else:
        review.remove_article(dossier, review_article(dossier, marked[9]))
    assert not any(line.id for line in consolidation.all_lines(dossier))
    assert dossier.check() == []
    dossier.undo()
    assert [line.ids for line in consolidation.all_lines(dossier) if line.id] == [
        (marked[9], marked[4])
    ]
    assert dossier.check() == []


def test_check_finds_a_line_that_makes_no_sense(dossier: Dossier, marked: list[int]) -> None:
    line_id = consolidation.merge(dossier, marked[2:4])
    with dossier.store.change("Hỏng"):
        dossier.store.update("annotation", marked[2], {"kind": "achievement"})
        dossier.store.insert("line", {"statement": ""})
    assert dossier.check() == [
        f"Dòng gộp số {line_id + 1} không có ý nào.",
        f"Dòng gộp số {line_id} có ý khác loại.",
    ]


def test_the_order_made_by_hand_can_be_forgotten(dossier: Dossier, marked: list[int]) -> None:
    consolidation.move(dossier, [marked[9]], before=marked[0])
    consolidation.leave_out(dossier, [marked[9]])
    consolidation.reset_order(dossier)
    assert order(dossier) == marked
    assert [line.ids[0] for line in consolidation.all_lines(dossier) if line.left_out] == [
        marked[9]
    ]


def test_room_for_a_line_never_ends(dossier: Dossier, marked: list[int]) -> None:
    wanted = list(marked)
    for turn in range(60):
        one = wanted[turn % 2 + 1]
        wanted.remove(one)
        wanted.insert(1, one)
        consolidation.move(dossier, [one], before=wanted[2])
        assert order(dossier) == wanted


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(["move", "merge", "unmerge", "out", "in", "remove", "decline"]),
            st.lists(st.integers(0, 9), min_size=1, max_size=3, unique=True),
            st.integers(0, 10),
        ),
        max_size=12,
    )
)
def test_any_run_of_acts_keeps_every_annotation_and_is_undone(
    tmp_path_factory: pytest.TempPathFactory,
    acts: Sequence[tuple[str, list[int], int]],
) -> None:
    def parsed(text: str, name: str, **values: object) -> ParsedArticle:
        blocks = tuple(Block(line) for line in text.split("\n"))
        return ParsedArticle(name, "txt", f"{len(name):064x}{name}"[-64:], b"", blocks, **values)

    with Dossier.create(tmp_path_factory.mktemp("any") / "a.tttt") as dossier:
        ids = put(dossier, parsed, 2022) + put(dossier, parsed, 2023)
        states = [state(dossier)]
        for act, chosen, at in acts:
            try:
                do(dossier, act, [ids[one] for one in chosen], ids[at] if at < 10 else None)
            except UserError:
                continue
            if dossier.last_changed.revision:
                states.append(state(dossier))
            assert dossier.check() == []
            alive = {row[0] for row in quotes(dossier)}
            assert sorted(order(dossier)) == sorted(alive)
        back = [state(dossier)]
        while len(back) < len(states) + 20 and back[-1] != states[0]:
            dossier.undo()
            back.append(state(dossier))
        assert back[-1] == states[0]


def do(dossier: Dossier, act: str, ids: list[int], before: int | None) -> None:
    merged = [line.id for line in consolidation.all_lines(dossier) if line.id]
    match act:
        case "move":
            consolidation.move(dossier, ids, before=before)
        case "merge":
            consolidation.merge(dossier, ids)
        case "unmerge":
            consolidation.unmerge(dossier, merged)
        case "out" | "in":
            consolidation.leave_out(dossier, ids, act == "out")
        case "remove":
            review.remove_annotation(dossier, ids[0])
        case _:
            consolidation.decline(dossier, ids)


def state(dossier: Dossier) -> list[list[tuple[object, ...]]]:
    tables = ("annotation", "placement", "line", "apart")
    conn = dossier.store.conn
    return [
        [tuple(row) for row in conn.execute(f"SELECT * FROM {table} ORDER BY id")]
        for table in tables
    ]


def test_a_task_keeps_its_form_when_merged(dossier: Dossier, marked: list[int]) -> None:
    review.edit_task(dossier, marked[4], lead="Sở Mẫu")
    consolidation.merge(dossier, [marked[4], marked[9]])
    article_id = review_article(dossier, marked[4])
    found = [one for one in dossier.page(article_id).annotations if one.id == marked[4]]
    assert found[0].task == Task(lead="Sở Mẫu")


def test_the_export_says_how_the_annotations_stand(
    dossier: Dossier, marked: list[int], tmp_path: Path
) -> None:
    consolidation.move(dossier, [marked[9]], before=marked[0])
    line_id = consolidation.merge(dossier, [marked[2], marked[3]])
    consolidation.leave_out(dossier, [marked[1]])
    consolidation.decline(dossier, [marked[8], marked[7]])
    out = tmp_path / "a.json"
    ways_out.write(dossier, "json", out)
    assert json.loads(out.read_text(encoding="utf-8"))["consolidation"] == {
        "order": [marked[9], *marked[:9]],
        "lines": [
            {
                "id": line_id,
                "statement": "Một số thôn, bản chưa được phủ sóng.",
                "annotations": [marked[2], marked[3]],
            }
        ],
        "left_out": [marked[1]],
        "not_the_same": [[marked[7], marked[8]]],
    }
