"""Order, lines and groups, without any file."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.consolidation import (
    Line,
    Passage,
    Placed,
    lines,
    neighbours,
    ordered,
    positions,
    sections,
    sentence,
    sources,
)
from tttt_desktop.domain.records import Kind


def passage(number: int, **values: object) -> Passage:
    made = Passage(number, number, Kind.ACHIEVEMENT, False, date(2023, 1, 1), 0, f"Ý số {number}")
    return made._replace(**values)  # type: ignore[arg-type]


@given(
    st.lists(st.integers(1, 12), unique=True, max_size=12),
    st.lists(
        st.tuples(st.sets(st.integers(1, 12), min_size=1, max_size=4), st.integers(0, 12)),
        max_size=40,
    ),
)
def test_any_run_of_moves_gives_the_order_that_was_asked_for(
    ids: list[int], moves: Sequence[tuple[set[int], int]]
) -> None:
    kept: dict[int, int | None] = dict.fromkeys(ids)
    wanted = list(ids)
    for chosen, target in moves:
        moved = [one for one in wanted if one in chosen]
        before = target if target in wanted and target not in chosen else None
        if not moved:
            continue
        kept |= positions([(one, kept[one]) for one in ids], moved, before)
        left = [one for one in wanted if one not in chosen]
        at = left.index(before) if before is not None else len(left)
        wanted = [*left[:at], *moved, *left[at:]]
        # as the dossier tells them: in the order of their articles, which never changes
        assert ordered([(one, kept[one]) for one in ids]) == wanted


def test_a_first_move_writes_only_what_would_come_along() -> None:
    places: list[tuple[int, int | None]] = [(one, None) for one in range(1, 5001)]
    fresh = positions(places, [4000], 10)
    assert fresh.keys() == {4000, 4001, 10}
    found = ordered([(one, fresh.get(one)) for one, _ in places])
    assert found[8:12] == [9, 4000, 10, 11]
    assert found[3999:4002] == [3999, 4001, 4002]


def test_where_no_room_is_left_all_are_placed_anew() -> None:
    places: list[tuple[int, int | None]] = [(1, 7), (2, 8), (3, 9)]
    fresh = positions(places, [3], 2)
    assert fresh.keys() == {1, 2, 3}
    assert ordered([*fresh.items()]) == [1, 3, 2]


def test_what_is_new_stands_behind_the_one_before_it() -> None:
    assert ordered([(1, 30), (2, None), (3, 10), (4, None), (5, None)]) == [3, 4, 5, 1, 2]
    assert ordered([(1, None), (2, 10), (3, None)]) == [1, 2, 3]


def test_lines_that_are_the_same_stay_the_same_object() -> None:
    passages = {one: passage(one) for one in (1, 2, 3)}
    first = lines(passages, {}, {})
    again = lines(passages, {2: Placed(left_out=True)}, {}, first)
    assert again[1] is first[1]
    assert again[2] is not first[2]
    assert again[2].left_out


def test_a_merged_line_stands_where_its_first_passage_stands() -> None:
    passages = {one: passage(one) for one in (1, 2, 3, 4)}
    placed = {2: Placed(line_id=7), 4: Placed(line_id=7, left_out=True)}
    found = list(lines(passages, placed, {7: "Hai ý"}).values())
    assert [line.ids for line in found] == [(1,), (2, 4), (3,)]
    assert (found[1].key, found[1].text, found[1].left_out) == (-7, "Hai ý", False)


def test_groups_of_merged_lines() -> None:
    one = passage(1, province="Quảng Trị", year=2022, field="Viễn thông")
    other = passage(2, province="Đắk Nông", year=2023, field="Bưu chính", title="Bài hai")
    merged = Line((one, other), 1, "Gộp")
    found = [
        merged,
        Line((one._replace(id=3),)),
        Line((other._replace(id=4),)),
        Line((passage(5),)),
    ]

    def titles(grouping: str) -> list[str]:
        ((_, groups),) = sections(found, grouping, ("Viễn thông", "Bưu chính"))
        return [group.title for group in groups]

    assert titles("field") == ["Viễn thông", "Bưu chính", "Chưa xếp lĩnh vực"]
    assert titles("province") == [
        "Đắk Nông",
        "Quảng Trị",
        "Nhiều tỉnh, thành phố",
        "Chưa rõ tỉnh, thành phố",
    ]
    assert titles("year") == ["Năm 2023", "Năm 2022", "Nhiều năm", "Chưa rõ năm"]
    assert titles("article")[-1] == "Nhiều bài viết"
    assert sources(merged) == "Quảng Trị 2022, Đắk Nông 2023"


def test_tasks_by_giver_and_the_rest_by_field() -> None:
    task = passage(1, kind=Kind.TASK, assigner="Chủ tịch")
    found = [
        Line((task,)),
        Line((task._replace(id=2, assigner=""),)),
        Line((passage(3, field="Bưu chính"),)),
    ]
    titles = [[g.title for g in groups] for _, groups in sections(found, "giver", ())]
    assert titles == [["Bưu chính"], ["Chủ tịch", "Chưa nêu người giao"]]


def test_the_line_that_is_jumped_over() -> None:
    group = [Line((passage(one),)) for one in (1, 2, 3, 4)]
    assert neighbours(group, [group[2]], up=True) is group[1]
    assert neighbours(group, [group[2]], up=False) is group[3]
    assert neighbours(group, [group[0], group[1]], up=True) is None
    assert neighbours(group, [group[0], group[2]], up=False) is group[3]
    assert neighbours(group, [group[3]], up=False) is None


def test_the_first_wording_of_a_merged_line() -> None:
    short, long = passage(1, quote="phủ sóng"), passage(2, quote="một số thôn chưa  có sóng;")
    assert sentence([short, long]) == "Một số thôn chưa có sóng."
    assert sentence([short, long, passage(3, statement="Đã viết.")]) == "Đã viết."
