"""A report held against what was written: by marks, by equal text, by likeness; nothing is invented and nothing lost."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.edited import Edited, Mark, Paragraph
from tttt_desktop.domain.returned import Comparison, Fate, Finding, compare
from tttt_desktop.domain.traces import WrittenLine

NAMES = [
    "Ba",
    "Bốn",
    "Sáu",
    "Bảy",
    "Tám",
    "Chín",
    "Mười",
    "Hai",
    "Kim",
    "Mộc",
    "Thuỷ",
    "Hoả",
    "Thổ",
    "Xuân",
    "Hạ",
    "Thu",
    "Đông",
    "Mai",
    "Lan",
    "Cúc",
    "Trúc",
]


def said(number: int) -> str:
    """A sentence unlike any other."""
    first, second = NAMES[number % len(NAMES)], NAMES[number * 7 % len(NAMES)]
    return f"xã {first} {number} đã làm xong {number * 3} việc với thôn {second} và trường {number}"


def written(count: int) -> list[WrittenLine]:
    """Headings and lines of three fields."""
    found = [WrittenLine("I. KẾT QUẢ", level=1)]
    for number in range(1, count + 1):
        if number % 4 == 1:
            found.append(WrittenLine(f"{number}. Lĩnh vực {NAMES[number % 21]}", level=2))
        found.append(WrittenLine(said(number), "- “", "”.", (number,)))
    return [*found, WrittenLine("Trên đây là báo cáo./.")]


def paragraph(line: WrittenLine, *, marked: bool = True, text: str = "") -> Paragraph:
    text = text or line.text
    marks = tuple(Mark(name, 0, len(text)) for name in line.marks) if marked else ()
    return Paragraph(text, marks, level=line.level)


def back(lines: Sequence[WrittenLine], paragraphs: Sequence[Paragraph]) -> Comparison:
    return compare(lines, Edited(tuple(paragraphs)))


def fates(found: Comparison) -> list[Fate]:
    return [one.fate for one in found.findings]


@given(st.integers(0, 30), st.booleans())
def test_what_comes_back_as_it_was_says_nothing(count: int, marked: bool) -> None:
    lines = written(count)
    found = back(lines, [paragraph(line, marked=marked) for line in lines])
    assert found == Comparison((), count, count)


@given(st.integers(1, 24), st.data())
def test_each_line_is_the_same_or_told_of(count: int, data: st.DataObject) -> None:
    lines = written(count)
    kept = [one for one in lines if data.draw(st.booleans()) or not one.annotations]
    marked = data.draw(st.lists(st.booleans(), min_size=len(kept), max_size=len(kept)))
    found = back(lines, [paragraph(one, marked=m) for one, m in zip(kept, marked, strict=True)])
    gone = [one for one in lines if one not in kept]
    assert [one.line for one in found.findings] == gone
    assert {*fates(found)} <= {Fate.DROPPED}
    assert found.same == count - len(gone)


@given(st.integers(2, 24), st.data())
def test_an_order_within_a_section_is_told_by_the_fewest_lines(
    count: int, data: st.DataObject
) -> None:
    lines = [one for one in written(count) if one.level < 2]
    mine = [one for one in lines if one.annotations]
    order = data.draw(st.permutations(mine))
    found = back(lines, [paragraph(one) for one in [lines[0], *order, lines[-1]]])
    assert {*fates(found)} <= {Fate.REORDERED}
    assert found.same == count - len(found.findings)
    moved = {one.line.annotations[0]: one.gap for one in found.findings if one.line}
    now = [one.annotations[0] for one in mine if one.annotations[0] not in moved]
    assert now == sorted(now)
    for annotation, gap in moved.items():  # in the order of the file: each before what follows
        at = now.index(gap.follower) if gap.follower else len(now)
        now.insert(at, annotation)
    assert now == [one.annotations[0] for one in order]


def test_a_mark_is_believed_before_the_text() -> None:
    lines = written(3)
    text = "- Câu viết lại hoàn toàn khác, không giữ một chữ nào."
    paragraphs = [paragraph(one, text=text if one.annotations == (2,) else "") for one in lines]
    (finding,) = back(lines, paragraphs).findings
    assert finding.line == next(one for one in lines if one.annotations == (2,))
    assert finding.wording == text[2:-1]


def test_a_mark_left_on_another_text_is_not_believed() -> None:
    lines = written(4)
    first, second = (next(one for one in lines if one.annotations == (n,)) for n in (1, 2))
    paragraphs = [paragraph(one) for one in lines if one not in (first, second)]
    astray = Paragraph("Ghi chú riêng", (Mark("_dd_1", 0, 3),))
    moved = paragraph(first, marked=False, text=first.text.replace("đã làm", "vừa làm"))
    found = back(lines, [*paragraphs[:2], astray, moved, paragraph(second), *paragraphs[2:]])
    changed = next(one for one in found.findings if one.line == first)
    assert "vừa làm" in changed.wording
    assert Fate.ADDED in fates(found)


def test_a_heading_given_another_name_moves_nothing() -> None:
    lines = written(8)
    paragraphs = [
        paragraph(one, text="1. Lĩnh vực đã đổi tên khác hẳn" if one.text.startswith("1. ") else "")
        for one in lines
    ]
    assert not any(one.line for one in back(lines, paragraphs).findings)


def test_a_line_under_another_heading_moved() -> None:
    lines = written(8)
    last = next(one for one in lines if one.annotations == (8,))
    others = [one for one in lines if one != last]
    (finding,) = back(lines, [paragraph(one) for one in [*others[:2], last, *others[2:]]]).findings
    assert finding.fate is Fate.MOVED
    assert finding.section.startswith("1. ")
    assert finding.moved_from.startswith("5. ")


def test_two_marks_in_one_paragraph_are_two_lines() -> None:
    lines = written(2)
    first, second = (one for one in lines if one.annotations)
    text = f"{first.text} {second.text.replace('đã làm xong', 'chưa làm xong')}"
    at = len(first.text) + 1
    joined = Paragraph(text, (Mark("_dd_1", 0, at - 1), Mark("_dd_2", at, len(text))))
    heads = [paragraph(one) for one in lines[:2]]
    (finding,) = back(lines, [*heads, joined, paragraph(lines[-1])]).findings
    assert finding.line == second
    assert finding.wording == said(2).replace("đã làm xong", "chưa làm xong")


def test_a_mark_over_two_paragraphs_is_one_line() -> None:
    lines = written(1)
    line = next(one for one in lines if one.annotations)
    at = line.text.index("với")
    first = Paragraph(line.text[:at].strip(), (Mark("_dd_1", 0, at - 1),))
    second = Paragraph(f"- {line.text[at:]}", goes_on=("_dd_1",))
    heads = [paragraph(one) for one in lines[:2]]
    assert back(lines, [*heads, first, second, paragraph(lines[-1])]).findings == ()


def test_what_stands_round_the_report_is_no_addition() -> None:
    lines = written(2)
    head = [Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", table=1, cells=("A", "B"))]
    head += [Paragraph("BÁO CÁO"), Paragraph("Kính gửi: Ủy ban nhân dân tỉnh")]
    foot = [Paragraph("Nơi nhận: GIÁM ĐỐC", table=2, cells=("Nơi nhận:", "GIÁM ĐỐC"))]
    paragraphs = [*head, *(paragraph(one) for one in lines), *foot]
    paragraphs.insert(6, Paragraph("Câu thêm vào."))
    (finding,) = back(lines, paragraphs).findings
    assert finding.fate is Fate.ADDED
    assert finding == Finding(Fate.ADDED, None, "Câu thêm vào.", section=finding.section)


PARAGRAPHS = st.builds(
    Paragraph,
    st.text(max_size=40),
    st.lists(
        st.builds(Mark, st.sampled_from(["_dd_1", "_dd_2", "_bang_1"]), st.integers(0, 50), st.integers(0, 50)),
        max_size=3,
    ).map(tuple),
    st.lists(st.sampled_from(["_dd_1", "_dd_3"]), max_size=2).map(tuple),
    st.integers(0, 3),
    st.integers(0, 2),
    st.lists(st.text(max_size=10), max_size=3).map(tuple),
)  # fmt: skip


@given(st.lists(PARAGRAPHS, max_size=12))
def test_any_file_is_compared_and_no_line_gets_lost(paragraphs: list[Paragraph]) -> None:
    lines = [*written(3), WrittenLine(said(1), annotations=(1,), column=1)]
    found = back(lines, paragraphs)
    told = [one for one in found.findings if one.line is not None]
    lost = {one.line.annotations for one in told if one.line and one.line.column < 0}
    assert found.same + len(lost) == 3
    kinds = [(id(one.line), one.fate, one.detail) for one in told]  # a changed line may have moved
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("count", [500, pytest.param(5000, marks=pytest.mark.slow)])
def test_thousands_of_lines_all_reworded_without_marks_are_found(count: int) -> None:
    lines = written(count)
    changed = [
        paragraph(one, marked=False, text=one.text.replace("đã làm xong", "vừa làm xong"))
        for one in lines
    ]
    found = back(lines, changed)
    assert found.known == count
    assert len(found.findings) == count
