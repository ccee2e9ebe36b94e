"""The log of reports: what was written, from which annotations, without a step between the person's edits."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pace import spent_on

from tttt_desktop.domain.errors import NotFound, SaveFailed
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.domain.traces import WrittenLine, line_mark
from tttt_desktop.services import briefing, consolidation, reports, review, templates
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

SAID = ("đã phủ sóng 12 thôn", "đã đào tạo 300 cán bộ")
TEXT = "\n".join(("Hội nghị", *SAID))
ALL = Options(scope="all", year=None)


@pytest.fixture
def marks(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> list[int]:
    with dossier.store.change("Nhập 1 bài viết"):
        article = add_article(dossier.store, parsed(TEXT, review_year=2022, plan_year=2023), ())
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in SAID]
    return [review.annotate(dossier, article, span, Kind.ACHIEVEMENT) for span in spans]


def test_a_report_is_logged_with_what_was_chosen_and_where_it_lies(
    dossier: Dossier, marks: list[int], tmp_path: Path
) -> None:
    path = briefing.write(dossier, tmp_path / "a.docx", replace(ALL, title="Báo cáo thử")).path
    (made,) = reports.made(dossier)
    assert (made.path, made.kind, made.title) == (path, "docx", "Báo cáo thử")
    assert (made.template, made.options["scope"]) == ("briefing", "all")
    assert made.is_there
    found = {one.said: one for one in reports.lines(dossier, made.id) if one.annotations}
    assert {*found} == {*SAID}
    one = found[SAID[0]]
    assert (one.before, one.annotations, one.marks) == ("- “", (marks[0],), (line_mark(marks[0]),))
    assert one.quoted


def test_the_newest_is_first_and_a_mark_knows_its_reports(
    dossier: Dossier, marks: list[int], tmp_path: Path
) -> None:
    briefing.write(dossier, tmp_path / "a.docx", ALL)
    consolidation.leave_out(dossier, [marks[1]])
    briefing.write(dossier, tmp_path / "b.docx", ALL)
    assert [made.path.name for made in reports.made(dossier)] == ["b.docx", "a.docx"]
    assert [made.path.name for made in reports.made(dossier, marks[1])] == ["a.docx"]
    assert [reports.count_using(dossier, mark) for mark in marks] == [2, 1]


def test_the_log_is_no_step_and_undo_leaves_it_alone(
    dossier: Dossier, marks: list[int], tmp_path: Path
) -> None:
    before = dossier.undo_label
    dossier.undo()
    redo = dossier.redo_label
    briefing.write(dossier, tmp_path / "a.docx", ALL)
    assert dossier.redo_label == redo  # what can be made again still can
    dossier.redo()
    assert dossier.undo_label == before
    while dossier.undo():
        pass
    (made,) = reports.made(dossier)
    assert reports.lines(dossier, made.id)
    assert dossier.check() == []


def test_a_mark_that_goes_stays_in_the_log(
    dossier: Dossier, marks: list[int], tmp_path: Path
) -> None:
    briefing.write(dossier, tmp_path / "a.docx", ALL)
    review.remove_annotation(dossier, marks[0])
    assert reports.count_using(dossier, marks[0]) == 1
    assert dossier.check() == []
    new = review.annotate(dossier, 1, Span(0, 8), Kind.ACHIEVEMENT)
    assert reports.count_using(dossier, new) == 0


def test_the_log_survives_closing(dossier: Dossier, marks: list[int], tmp_path: Path) -> None:
    briefing.write(dossier, tmp_path / "a.docx", ALL)
    known = reports.made(dossier)
    dossier.close()
    with Dossier.open(dossier.path) as again:
        assert reports.made(again) == known


def test_a_dossier_opened_to_read_writes_its_report_without_a_note(
    dossier: Dossier, marks: list[int], tmp_path: Path
) -> None:
    dossier.close()
    with Dossier.open(dossier.path, read_only=True) as reading:
        assert briefing.write(reading, tmp_path / "a.docx", ALL).path.is_file()
        assert reports.made(reading) == []


@pytest.mark.parametrize(
    "packed", [b"", b"hong", zlib.compress(b"{}")[:-3], zlib.compress(b"[[1]]")]
)
def test_lines_that_cannot_be_read_are_not_found(
    dossier: Dossier, marks: list[int], packed: bytes, tmp_path: Path
) -> None:
    options, number = ALL, reports.new_number()
    draft = reports.draft(briefing.prepare(dossier, options), options, number)
    report_id = reports.log(dossier, replace(draft, lines=packed), tmp_path / "a.docx")
    with pytest.raises(NotFound):
        reports.lines(dossier, report_id)
    with pytest.raises(NotFound):
        reports.lines(dossier, report_id + 1)


@pytest.mark.parametrize("template", ["briefing", "annual", "tasks", "digest"])
def test_every_template_marks_its_lines(
    dossier: Dossier, marks: list[int], template: str, tmp_path: Path
) -> None:
    defaults = templates.find(dossier, template).base.defaults
    review.change_kind(dossier, marks[1], Kind.TASK)
    options = replace(defaults, template=template, scope="all")
    briefing.write(dossier, tmp_path / "a.docx", options)
    (made,) = reports.made(dossier)
    logged = {one for line in reports.lines(dossier, made.id) for one in line.annotations}
    assert logged == ({marks[1]} if template == "tasks" else {*marks})
    used = [mark for mark in marks if reports.count_using(dossier, mark)]
    assert {*used} == logged


@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sets(st.integers(1, 40), min_size=1), max_size=4))
def test_each_mark_finds_its_reports_however_they_are_spread(used: list[set[int]]) -> None:
    with TemporaryDirectory() as folder, Dossier.create(Path(folder) / "h.tttt") as dossier:
        for annotations in used:
            draft = reports.Draft(reports.new_number(), "T", ALL, b"", tuple(annotations))
            reports.log(dossier, draft, Path("a.docx"))
        for mark in range(42):
            assert reports.count_using(dossier, mark) == sum(mark in one for one in used)


def test_five_thousand_lines_are_logged_in_no_time(dossier: Dossier, tmp_path: Path) -> None:
    lines = [WrittenLine(f"Việc số {n} đã làm xong", "- “", "”.", (n,)) for n in range(1, 5001)]
    draft = reports.Draft(
        reports.new_number(), "T", ALL, reports.packed(lines), tuple(range(1, 5001))
    )
    ids: list[int] = []
    assert spent_on(lambda: ids.append(reports.log(dossier, draft, tmp_path / "a.docx"))) < 1.0
    (report_id,) = ids
    assert reports.lines(dossier, report_id) == lines


def test_a_full_disk_under_the_dossier_does_not_hide_the_report(
    dossier: Dossier, marks: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise SaveFailed("Chưa lưu được: ổ đĩa đầy.", "Hãy xoá bớt tệp.")

    monkeypatch.setattr(reports, "log", full)
    written = briefing.write(dossier, tmp_path / "a.docx", ALL)
    assert written.path.is_file()
    assert "chưa vào sổ báo cáo của hồ sơ. Chưa lưu được: ổ đĩa đầy." in written.warnings[-1]
