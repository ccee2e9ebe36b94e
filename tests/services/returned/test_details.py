"""Lead agency, deadline, giver, cause ... edited in Word come back as values, each accepted on its own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from returning import SAID, W, back, edit, paragraph, replace_text

from tttt_desktop.domain.records import Annotation
from tttt_desktop.services import returned, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate, Returned


def mark_of(dossier: Dossier, annotation_id: int) -> Annotation:
    page = dossier.page(dossier.article_of(annotation_id))
    return next(one for one in page.annotations if one.id == annotation_id)


def cell(document: Any, words: str, column: int) -> Any:
    """A cell of the row of the table of tasks that says something."""
    rows = (row for table in document.tables for row in table.rows)
    return next(row.cells[column] for row in rows if words in row.cells[1].text)


def type_over(one: Any, text: str) -> None:
    """All of a cell is typed anew."""
    first, *others = one.paragraphs
    for run in first.runs[1:]:
        run._r.getparent().remove(run._r)
    for other in others:
        other._p.getparent().remove(other._p)
    if first.runs:
        first.runs[0].text = text
    else:
        first.add_run(text)


def details(items: tuple[Returned, ...]) -> list[tuple[str, str, str]]:
    return [
        (one.finding.detail, one.finding.old, one.finding.new)
        for one in items
        if one.finding.fate is Fate.DETAIL
    ]


def in_text(old: str, new: str, at: int = 3) -> Callable[[Any, list[int]], None]:
    return lambda document, marks: replace_text(paragraph(document, marks[at]), old, new)


def in_table(column: int, new: str) -> Callable[[Any, list[int]], None]:
    return lambda document, marks: type_over(cell(document, SAID[3][0], column), new)


@pytest.mark.parametrize(
    ("change", "expected", "values"),
    [
        (in_text("chủ trì: Sở Mẫu", "chủ trì: Sở Khác"), ("lead", "Sở Mẫu", "Sở Khác"),
         {"lead": "Sở Khác"}),
        (in_text("thời hạn: trước ngày 30/6", "thời hạn: quý III"),
         ("deadline", "trước ngày 30/6", "quý III"),
         {"deadline_text": "quý III", "deadline_on": date(2023, 9, 30)}),
        (in_text("; thời hạn", "; phối hợp: UBND huyện Mẫu, Sở Y tế; thời hạn"),
         ("cooperating", "", "UBND huyện Mẫu, Sở Y tế"),
         {"cooperating": ("UBND huyện Mẫu", "Sở Y tế")}),
        (in_text("; thời hạn: trước ngày 30/6", ""), ("deadline", "trước ngày 30/6", ""),
         {"deadline_text": "", "deadline_on": None}),
        (in_table(4, "Sở Khác"), ("lead", "Sở Mẫu", "Sở Khác"), {"lead": "Sở Khác"}),
        (in_table(2, "Chủ tịch UBND tỉnh"), ("assigner", "", "Chủ tịch UBND tỉnh"),
         {"assigner": "Chủ tịch UBND tỉnh"}),
        (in_table(5, "Sở Y tế; Sở Văn hoá, Thể thao và Du lịch"),
         ("cooperating", "", "Sở Y tế; Sở Văn hoá, Thể thao và Du lịch"),
         {"cooperating": ("Sở Y tế", "Sở Văn hoá, Thể thao và Du lịch")}),
        (in_text("; thời hạn", "; phối hợp: Sở Y tế, Sở Văn hoá, Thể thao và Du lịch; thời hạn"),
         ("cooperating", "", "Sở Y tế, Sở Văn hoá, Thể thao và Du lịch"),
         {"cooperating": ("Sở Y tế", "Sở Văn hoá, Thể thao và Du lịch")}),
        (in_table(6, "trước ngày 15/8 (15/08/2023)"),
         ("deadline", "trước ngày 30/6 (30/06/2023)", "trước ngày 15/8 (15/08/2023)"),
         {"deadline_text": "trước ngày 15/8", "deadline_on": date(2023, 8, 15)}),
        (in_table(6, "trước ngày 30/6 (30/06/2024)"),
         ("deadline", "trước ngày 30/6 (30/06/2023)", "trước ngày 30/6 (30/06/2024)"),
         {"deadline_text": "trước ngày 30/6", "deadline_on": date(2024, 6, 30)}),
        (in_table(6, "trước ngày 15/8 (30/06/2023)"),  # the day behind was forgotten
         ("deadline", "trước ngày 30/6 (30/06/2023)", "trước ngày 15/8 (30/06/2023)"),
         {"deadline_text": "trước ngày 15/8", "deadline_on": date(2023, 8, 15)}),
    ],
)  # fmt: skip
def test_a_detail_of_a_task_is_offered_on_its_own(
    dossier: Dossier,
    marks: list[int],
    report: Path,
    change: Callable[[Any, list[int]], None],
    expected: tuple[str, str, str],
    values: dict[str, object],
) -> None:
    came = back(dossier, edit(report, lambda document: change(document, marks)))
    (item,) = came.items
    assert details(came.items) == [expected]
    assert item.acceptable, item.notes
    steps = len(dossier.history())
    returned.take_over(dossier, [item])
    assert len(dossier.history()) == steps + 1
    task = mark_of(dossier, marks[3]).task
    assert task is not None
    assert {name: getattr(task, name) for name in values} == values
    assert back(dossier, report).items[0].done
    dossier.undo()
    assert back(dossier, report).items == came.items


def test_a_cause_is_taken_over_and_no_longer_quoted(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    change = in_text("thiếu vốn đầu tư", "thiếu vốn và thiết bị", at=2)
    (item,) = back(dossier, edit(report, lambda d: change(d, marks))).items
    assert details((item,)) == [("cause", "thiếu vốn đầu tư", "thiếu vốn và thiết bị")]
    returned.take_over(dossier, [item])
    assert mark_of(dossier, marks[2]).cause == "thiếu vốn và thiết bị"
    assert dossier.undo_label == "Nhận nguyên nhân từ Word"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (in_text("thời hạn: trước ngày 30/6", "thời hạn: sớm nhất có thể"), "Chưa hiểu thời hạn"),
        (in_text("chủ trì: Sở Mẫu", "chủ trì: " + "Sở Mẫu và các đơn vị " * 9), "thành tên một"),
        (in_table(6, "trước ngày 15/8 (20/09/2023)"), "không khớp nhau"),
        (in_table(7, "Đã họp hai lần"), "Theo dõi nhiệm vụ"),
        (in_table(8, "Hoàn thành"), "Theo dõi nhiệm vụ"),
        (in_text("thiếu vốn đầu tư.", "thiếu vốn đầu tư. Cần sớm khắc phục.", at=2), "thêm câu"),
    ],
)
def test_what_is_doubtful_stays_flagged_with_the_reason(
    dossier: Dossier,
    marks: list[int],
    report: Path,
    change: Callable[[Any, list[int]], None],
    why: str,
) -> None:
    (item,) = back(dossier, edit(report, lambda document: change(document, marks))).items
    assert not item.acceptable
    assert why in item.notes[0]


def test_details_taken_out_of_their_brackets_are_flagged_as_before(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    change = in_text(" (chủ trì: Sở Mẫu; thời hạn: trước ngày 30/6)", "")
    (item,) = back(dossier, edit(report, lambda d: change(d, marks))).items
    assert item.finding.around
    assert not item.acceptable
    assert any("hãy sửa ở thẻ đánh dấu" in note for note in item.notes)


def test_the_same_edit_in_text_and_table_is_told_once(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        in_text("chủ trì: Sở Mẫu", "chủ trì: Sở Khác")(document, marks)
        in_table(4, "Sở Khác")(document, marks)

    assert len(back(dossier, edit(report, change)).items) == 1
    edit(report, lambda document: in_table(4, "Sở Thứ Ba")(document, marks))
    assert [one[2] for one in details(back(dossier, report).items)] == ["Sở Khác", "Sở Thứ Ba"]


def test_wording_and_detail_are_accepted_apart(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        in_text("toàn bộ trạm", "các trạm")(document, marks)
        in_text("chủ trì: Sở Mẫu", "chủ trì: Sở Khác")(document, marks)

    wording, detail = back(dossier, edit(report, change)).items
    assert wording.finding.wording == SAID[3][0].replace("toàn bộ trạm", "các trạm")
    assert not wording.finding.around
    returned.take_over(dossier, [detail])
    mark = mark_of(dossier, marks[3])
    assert mark.task is not None
    assert (mark.statement, mark.task.lead) == ("", "Sở Khác")


def test_a_column_that_was_put_elsewhere_is_still_known(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        (table,) = (one for one in document.tables if len(one.columns) == 9)
        for row in table._tbl.iter(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            if len(cells) == 9:
                cells[8].addnext(cells[4])  # "Chủ trì" goes to the end
        type_over(cell(document, SAID[3][0], 4), "UBND huyện Mẫu")  # "Phối hợp" now

    found = details(back(dossier, edit(report, change)).items)
    assert found == [("cooperating", "", "UBND huyện Mẫu")]


def test_what_was_changed_in_the_dossier_meanwhile_is_said(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    review.edit_task(dossier, marks[3], lead="Sở Mới")
    change = in_text("chủ trì: Sở Mẫu", "chủ trì: Sở Khác")
    (item,) = back(dossier, edit(report, lambda d: change(d, marks))).items
    assert "Trong hồ sơ mục này nay là “Sở Mới”." in item.notes
    assert "Hồ sơ chưa có cơ quan “Sở Khác”." in item.notes
