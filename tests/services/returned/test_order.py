"""Lines moved in Word: the new order is offered, line by line or all at once, where the report can keep it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returning import back, edit, paragraph

from tttt_desktop.domain.records import Kind, ParsedArticle, Span, Task
from tttt_desktop.services import briefing, consolidation, returned, review, templates
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate
from tttt_desktop.storage.articles import add_article

COUNT = 6
SAID = [f"đã xây dựng xong công trình {name} của xã" for name in ("An", "Bình", "Cẩm", "Diên")]
SAID += ["đã mở thêm hai tuyến đường thư mới", "đã lắp đặt ba trạm thu phát sóng ở vùng lõm"]
TEXT = "\n".join(("Hội nghị tổng kết", *(f"Sở {words}." for words in SAID)))
ALL = Options(scope="all")


@pytest.fixture
def lines(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> list[int]:
    """Six results: five of one field, the last of another."""
    with dossier.store.change("Nhập 1 bài viết"):
        values = {"review_year": 2022, "plan_year": 2023, "province": "Tỉnh Mẫu"}
        article = add_article(dossier.store, parsed(TEXT, **values), ())
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in SAID]
    return [
        review.annotate(dossier, article, span, Kind.ACHIEVEMENT, field=field)
        for span, field in zip(spans, [*["Bưu chính"] * 5, "Viễn thông"], strict=True)
    ]


def put(document: Any, lines: Sequence[int], order: Sequence[int]) -> None:
    """Arrange paragraphs one behind the other, from where the first of them stands."""
    found = [paragraph(document, one)._p for one in lines]
    places = [document.element.body.index(one) for one in found]
    for place, one in zip(sorted(places), order, strict=True):
        element = found[lines.index(one)]
        document.element.body.remove(element)
        document.element.body.insert(place, element)


def order_of(dossier: Dossier) -> list[int]:
    return [line.lead.id for line in consolidation.all_lines(dossier)]


def printed(dossier: Dossier, options: Options = ALL) -> list[int]:
    """The annotations in the order in which a new report prints them."""
    from tttt_desktop.reporting.trace import lines as lines_of

    found = lines_of(briefing.prepare(dossier, options))
    return [one.annotations[0] for one in found if one.annotations and one.column < 0]


@given(st.data())
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_at_once_gives_the_order_of_word_in_one_step(
    dossier: Dossier, lines: list[int], tmp_path: Path, data: st.DataObject
) -> None:
    path = briefing.write(dossier, tmp_path / "a.docx", ALL).path
    wanted = data.draw(st.permutations(lines[:5]))
    came = back(dossier, edit(path, lambda d: put(d, lines[:5], wanted)))
    assert {one.finding.fate for one in came.items} <= {Fate.REORDERED}
    if came.items:
        returned.take_over(dossier, came.items)
    assert printed(dossier) == [*wanted, lines[5]]
    assert all(one.done for one in back(dossier, path).items)
    if came.items:
        dossier.undo()  # all of it was one step
    assert printed(dossier) == lines
    path.unlink()


@given(st.data())
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_line_by_line_in_any_sequence_gives_it_too(
    dossier: Dossier, lines: list[int], tmp_path: Path, data: st.DataObject
) -> None:
    path = briefing.write(dossier, tmp_path / "a.docx", ALL).path
    wanted = data.draw(st.permutations(lines[:5]))
    edit(path, lambda d: put(d, lines[:5], wanted))
    came = [one.finding for one in back(dossier, path).items]
    taken = 0
    for finding in data.draw(st.permutations(came)):
        now = next(one for one in back(dossier, path).items if one.finding == finding)
        if now.acceptable:
            returned.take_over(dossier, [now])
            taken += 1
    assert printed(dossier) == [*wanted, lines[5]]
    for _ in range(taken):
        dossier.undo()
    path.unlink()


def test_a_line_under_another_field_takes_its_field(
    dossier: Dossier, lines: list[int], tmp_path: Path
) -> None:
    path = briefing.write(dossier, tmp_path / "a.docx", ALL).path

    def change(document: Any) -> None:
        paragraph(document, lines[5])._p.addnext(paragraph(document, lines[1])._p)

    (item,) = back(dossier, edit(path, change)).items
    assert item.finding.fate is Fate.MOVED
    assert item.finding.moved_from.endswith("Bưu chính")
    assert item.finding.section.endswith("Viễn thông")
    assert "chuyển sang lĩnh vực “Viễn thông”, đứng sau câu" in item.notes[0]
    returned.take_over(dossier, [item])
    assert dossier.undo_label == "Đổi thứ tự theo bản Word"
    assert printed(dossier) == [lines[0], *lines[2:], lines[1]]
    assert back(dossier, path).items[0].done
    dossier.undo()
    assert printed(dossier) == lines


def test_a_field_that_lost_all_its_lines_is_known_by_its_heading(
    dossier: Dossier, lines: list[int], tmp_path: Path
) -> None:
    path = briefing.write(dossier, tmp_path / "a.docx", ALL).path

    def change(document: Any) -> None:
        first, last = paragraph(document, lines[0])._p, paragraph(document, lines[5])._p
        place = last.getnext()
        first.addprevious(last)
        place.addprevious(paragraph(document, lines[4])._p)

    items = back(dossier, edit(path, change)).items
    returned.take_over(dossier, items)
    assert printed(dossier) == [lines[5], *lines[:4], lines[4]]


def test_a_line_in_another_part_says_what_to_do(
    dossier: Dossier, lines: list[int], tmp_path: Path
) -> None:
    review.change_kind(dossier, lines[5], Kind.SHORTCOMING)
    path = briefing.write(dossier, tmp_path / "a.docx", ALL).path

    def change(document: Any) -> None:
        paragraph(document, lines[5])._p.addnext(paragraph(document, lines[1])._p)

    (item,) = back(dossier, edit(path, change)).items
    assert not item.acceptable
    assert "hãy đổi loại ở thẻ đánh dấu" in item.notes[0]


def test_tasks_of_another_giver_say_what_to_do(
    dossier: Dossier, lines: list[int], tmp_path: Path
) -> None:
    for at, giver in ((4, "Chủ tịch A"), (5, "Chủ tịch B")):
        review.change_kind(dossier, lines[at], Kind.TASK)
        review.edit_task(dossier, lines[at], assigner=giver)
    path = briefing.write(dossier, tmp_path / "a.docx", ALL).path

    def change(document: Any) -> None:
        paragraph(document, lines[5])._p.addnext(paragraph(document, lines[4])._p)

    item = next(one for one in back(dossier, edit(path, change)).items)
    assert not item.acceptable
    assert "hãy sửa Người giao" in item.notes[0]


@pytest.mark.parametrize("template", ["annual", "tasks", "digest"])
def test_each_template_keeps_the_order_or_says_why_not(
    dossier: Dossier, lines: list[int], template: str, tmp_path: Path
) -> None:
    if template == "tasks":
        for one in lines:
            review.change_kind(dossier, one, Kind.TASK)
            late = Task(assigner="Chủ tịch A", deadline_text="31/01/2020")
            review.edit_task(dossier, one, assigner=late.assigner, deadline_text=late.deadline_text)
    defaults = templates.find(dossier, template).base.defaults
    options = replace(defaults, template=template, scope="all")
    path = briefing.write(dossier, tmp_path / "a.docx", options).path
    wanted = [lines[2], lines[0], lines[1], *lines[3:5]]
    (item,) = back(dossier, edit(path, lambda d: put(d, lines[:5], wanted))).items
    assert item.finding.fate is Fate.REORDERED
    assert item.finding.line is not None
    assert item.finding.line.annotations == (lines[2],)
    assert item.acceptable is (template != "digest")
    if template == "digest":
        assert "Điểm báo xếp theo bài" in item.notes[0]
    else:
        returned.take_over(dossier, [item])
        assert printed(dossier, options)[:5] == wanted


def test_merged_lines_move_whole(dossier: Dossier, lines: list[int], tmp_path: Path) -> None:
    consolidation.merge(dossier, [lines[3], lines[4]])
    path = briefing.write(dossier, tmp_path / "a.docx", ALL).path
    shown = [*lines[:4]]
    wanted = [lines[3], *lines[:3]]
    (item,) = back(dossier, edit(path, lambda d: put(d, shown, wanted))).items
    returned.take_over(dossier, [item])
    assert printed(dossier)[:4] == wanted
    assert order_of(dossier)[0] == lines[3]


def test_rows_that_were_sorted_are_said_and_change_nothing(
    dossier: Dossier, marks: list[int], tmp_path: Path
) -> None:
    for at in (0, 1):
        review.change_kind(dossier, marks[at], Kind.TASK)
    path = briefing.write(dossier, tmp_path / "a.docx", ALL).path

    def change(document: Any) -> None:
        (table,) = (one for one in document.tables if len(one.columns) == 9)
        rows = [row._tr for row in table.rows if row.cells[0].text.isdigit()]
        for row in rows:
            table._tbl.insert(table._tbl.index(rows[0]), row)

    came = back(dossier, edit(path, change))
    assert came.items == ()
    assert came.sorted_rows
    edit(path, lambda d: drop_row(d, "rà soát toàn bộ"))
    came = back(dossier, path)
    assert (came.items, came.rows_gone) == ((), 1)


def drop_row(document: Any, words: str) -> None:
    rows = [row for table in document.tables for row in table.rows]
    row = next(row for row in rows if len(row.cells) > 1 and words in row.cells[1].text)
    row._tr.getparent().remove(row._tr)
