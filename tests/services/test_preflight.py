"""The whole check of a report of the dossier: its sense, the layout rules, and where each finding leads."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tttt_desktop.domain.errors import Cancelled
from tttt_desktop.domain.records import Block, Kind, ParsedArticle, Span
from tttt_desktop.reporting.catalogue import TEMPLATES
from tttt_desktop.reporting.tree import Notice
from tttt_desktop.services import briefing, consolidation, imports, preflight, review, templates
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.material import Stock
from tttt_desktop.services.steps import at_once

RESULT = "Doanh thu viễn thông ước đạt 742,67 tỷ đồng."
OTHER = "Doanh thu viễn thông ước đạt 742,76 tỷ đồng."
TASK = "Sở Mẫu rà soát quy hoạch hạ tầng số."
OFFICE = {
    "office.name": "Sở Khoa học và Công nghệ",
    "office.place": "Quảng Ninh",
    "office.symbol": "SKHCN",
    "office.signer_title": "Giám đốc",
    "office.signer_name": "Trần Minh Thử",
    "office.addressee": "Ủy ban nhân dân tỉnh",
}


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "a.tttt") as made:
        made.set_settings(OFFICE)
        yield made


@pytest.fixture
def mark(dossier: Dossier) -> Callable[..., int]:
    """Stores an article of one sentence, marked."""
    count = iter(range(1, 100))

    def annotate(text: str, kind: Kind = Kind.ACHIEVEMENT) -> int:
        number = next(count)
        whole = f"Bài {number}\n{text}"
        blocks = tuple(map(Block, whole.split("\n")))
        about = {"title": f"Bài {number}", "province": "Quảng Ninh", "plan_year": 2023}
        one = ParsedArticle(f"{number}.txt", "txt", f"{number:064x}", b"x", blocks, **about)
        (article,) = imports.store(dossier, [imports.Reading(one.name, one)]).article_ids
        span = Span(whole.index(text), len(whole))
        mark = review.annotate(dossier, article, span, kind, field="Viễn thông")
        review.mark_done(dossier, article)
        return mark

    return annotate


def check(
    dossier: Dossier, target: Path | None = None, *extra: Notice, template: str = "briefing"
) -> preflight.Preflight:
    made = briefing.prepare(dossier, Options(template=template))
    render = templates.renderer(dossier, template)
    where = target or dossier.path.parent / "a.docx"
    return at_once(preflight.Checker(Stock(dossier)).work(made, render, where, extra))(
        lambda: False
    )


def test_a_sound_report(dossier: Dossier, mark: Callable[..., int]) -> None:
    mark(RESULT)
    found = check(dossier)
    assert (found.sense, found.faults) == ((), ())
    assert found.passed + found.skipped == 60
    assert found.summary == f"{found.passed} đạt, 0 lỗi"


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_keeps_the_decree(
    template: str, dossier: Dossier, mark: Callable[..., int]
) -> None:
    mark(RESULT)
    mark(TASK, Kind.TASK)
    found = check(dossier, template=template)
    assert [str(one) for one in found.faults] == []
    assert found.passed > 40


def test_what_lacks_something_leads_to_its_sentence(
    dossier: Dossier, mark: Callable[..., int]
) -> None:
    one = mark(TASK, Kind.TASK)
    found = {str(finding.message): finding for finding in check(dossier).sense}
    finding = found["01 nhiệm vụ được giao chưa có thời hạn."]
    (place,) = finding.places
    assert (place.article_id, place.annotation_id) == (dossier.article_of(one), one)
    assert place.text.startswith("“Sở Mẫu rà soát")
    assert finding.remedy


def test_a_setting_that_is_missing_leads_to_its_field(
    dossier: Dossier, mark: Callable[..., int]
) -> None:
    mark(RESULT)
    dossier.set_settings({"office.signer_name": ""})
    (finding,) = check(dossier).sense
    assert finding.setting == "office.signer_name"
    assert check(dossier).summary.endswith("0 lỗi, 1 mục cần xem")


def test_two_figures_that_disagree(dossier: Dossier, mark: Callable[..., int]) -> None:
    ids = {mark(RESULT), mark(OTHER)}
    (finding,) = [one for one in check(dossier).sense if "lệch" in one.message]
    assert "742,67" in finding.message
    assert "742,76" in finding.message
    assert {place.annotation_id for place in finding.places} == ids


def test_the_same_line_twice_until_it_is_merged(dossier: Dossier, mark: Callable[..., int]) -> None:
    said = "Tỉnh đã phủ sóng di động đến toàn bộ các thôn vùng sâu, vùng xa."
    ids = [mark(said), mark(said)]
    (finding,) = check(dossier).sense
    assert finding.message == "2 dòng nói gần như cùng một ý."
    consolidation.merge(dossier, ids)
    assert check(dossier).sense == ()


def test_what_is_left_out_is_not_told(dossier: Dossier, mark: Callable[..., int]) -> None:
    said = "Tỉnh đã phủ sóng di động đến toàn bộ các thôn vùng sâu, vùng xa."
    ids = [mark(said), mark(said)]
    consolidation.leave_out(dossier, ids[:1])
    assert check(dossier).sense == ()


def test_where_the_file_is_to_lie(dossier: Dossier, mark: Callable[..., int]) -> None:
    mark(RESULT)
    (finding,) = check(dossier, dossier.path.parent / "không có" / "a.docx").sense
    assert finding.setting == "report.folder"
    (finding,) = check(dossier, dossier.path.parent / f"{'a' * 250}.docx").sense
    assert "dài quá" in finding.message


def test_more_may_be_told_by_who_asks(dossier: Dossier, mark: Callable[..., int]) -> None:
    mark(RESULT)
    (finding,) = check(dossier, None, Notice("Thiếu phông.", (), "Hãy cài phông.")).sense
    assert str(finding) == "Thiếu phông. Hãy cài phông."


def test_a_fault_of_the_layout_is_told_with_its_rule(
    dossier: Dossier, mark: Callable[..., int]
) -> None:
    mark(RESULT)
    made = replace(briefing.prepare(dossier, Options()), closing="Trên đây là báo cáo.")
    render = templates.renderer(dossier, "briefing")
    work = at_once(preflight.Checker(Stock(dossier)).work(made, render, dossier.path))
    found = work(lambda: False)
    assert [one.rule for one in found.faults] == ["B11"]
    assert found.faults[0].paragraph > 0
    assert "1 lỗi" in found.summary


def test_a_check_can_be_ended(dossier: Dossier, mark: Callable[..., int]) -> None:
    mark(RESULT)
    made = briefing.prepare(dossier, Options())
    render = templates.renderer(dossier, "briefing")
    with pytest.raises(Cancelled):
        at_once(preflight.Checker(Stock(dossier)).work(made, render, dossier.path))(lambda: True)
