"""A line that was added in Word has no source: it becomes one of the proposals, or says why it cannot."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from returning import OPTIONS, back, edit, paragraph

from tttt_desktop.services import briefing, returned, templates
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate

NEW = "Câu viết thêm trong Word."


def add(document: Any) -> None:
    one = next(p for p in document.paragraphs if p.text.startswith("- "))
    one.insert_paragraph_before(f"- {NEW}")


def test_it_is_offered_as_a_proposal_of_the_next_report(
    dossier: Dossier, report: Path, tmp_path: Path
) -> None:
    came = back(dossier, edit(report, add))
    (item,) = came.items
    assert item.finding.fate is Fate.ADDED
    assert item.finding.section.endswith("Chuyển đổi số, CNTT")
    assert "không có nguồn" in item.notes[0]
    assert item.acceptable
    assert not item.with_all  # what has no source is decided one by one
    before = len(dossier.history())
    returned.take_over(dossier, [item])
    assert len(dossier.history()) == before + 1
    assert dossier.setting("report.briefing.proposals", "") == NEW
    assert back(dossier, report).items[0].done
    options = briefing.Options(scope="all", proposals=NEW)
    made = briefing.prepare(dossier, options)
    assert NEW in next(one for one in made.sections if "ĐỀ XUẤT" in one.title).paragraphs
    dossier.undo()
    assert back(dossier, report).items[0].acceptable


def test_what_was_proposed_before_stays(dossier: Dossier, report: Path) -> None:
    dossier.set_settings({"report.briefing.proposals": "UBND tỉnh: bố trí kinh phí"})
    returned.take_over(dossier, back(dossier, edit(report, add)).items)
    kept = dossier.setting("report.briefing.proposals", "")
    assert kept == f"UBND tỉnh: bố trí kinh phí\n{NEW}"


@pytest.mark.parametrize(("template", "offered"), [("annual", True), ("digest", False)])
def test_a_template_without_proposals_says_so(
    dossier: Dossier, marks: list[int], template: str, offered: bool, tmp_path: Path
) -> None:
    options = templates.find(dossier, template).base.defaults
    options = replace(options, template=template, scope="all")
    path = briefing.write(dossier, tmp_path / "a.docx", options).path
    item = next(one for one in back(dossier, edit(path, add)).items if NEW in one.finding.text)
    assert item.acceptable is offered
    assert ("không có phần Đề xuất" in item.notes[0]) is not offered


def test_a_line_added_at_a_cut_and_paste_is_no_part_of_its_neighbour(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        add(document)
        one = paragraph(document, marks[0])
        one.runs[0].text = one.runs[0].text.replace("12 thôn", "15 thôn")

    fates = [one.finding.fate for one in back(dossier, edit(report, change)).items]
    assert fates == [Fate.ADDED, Fate.CHANGED]
    assert OPTIONS.proposals == ""
