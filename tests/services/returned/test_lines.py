"""A report goes to Word and comes back: what was changed there is found, and taken over as wording only."""

import os
import shutil
import subprocess
import zipfile
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from returning import (
    OPTIONS,
    REWORDED,
    SAID,
    W,
    back,
    edit,
    paragraph,
    replace_text,
    split,
    statement,
)

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.services import briefing, consolidation, returned, review, templates
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate


def test_an_untouched_report_has_nothing_to_say(dossier: Dossier, report: Path) -> None:
    came = back(dossier, report)
    assert came.items == ()
    assert came.same == 4
    edit(report, lambda document: None)  # through python-docx
    assert back(dossier, report) == came


@pytest.mark.parametrize("notes", ["footnotes", "numbers"])
@pytest.mark.parametrize("template", ["briefing", "annual", "tasks", "digest"])
def test_every_template_comes_back_as_it_went(
    dossier: Dossier, marks: list[int], template: str, notes: str, tmp_path: Path
) -> None:
    defaults = templates.find(dossier, template).base.defaults
    options = replace(defaults, template=template, scope="all", notes=notes, quotes=True)
    path = briefing.write(dossier, tmp_path / "a.docx", options).path
    came = back(dossier, path)
    assert came.items == ()
    assert came.same == (1 if template == "tasks" else 4)

    def change(document: Any) -> None:
        every = [*document.paragraphs]
        every += [p for t in document.tables for r in t.rows for c in r.cells for p in c.paragraphs]
        for one in every:
            if SAID[3][0] in one.text:
                replace_text(one, "toàn bộ trạm", "các trạm")

    fates = [one.finding.wording for one in back(dossier, edit(path, change)).items]
    assert fates == [SAID[3][0].replace("toàn bộ trạm", "các trạm")]


def test_a_file_that_another_program_keeps_is_refused_plainly(
    dossier: Dossier, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: object, flags: int, *_: object) -> int:
        if path == report:
            raise PermissionError(13, "locked")
        return opened(path, flags)  # type: ignore[arg-type]

    opened = os.open
    monkeypatch.setattr(os, "open", locked)
    with pytest.raises(FileRefused, match="đang mở ở chương trình khác"):
        back(dossier, report)


def test_a_new_wording_is_taken_over_in_one_step(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        replace_text(paragraph(document, marks[2]), "chưa có sóng", "vẫn còn chưa có sóng")

    (item,) = back(dossier, edit(report, change)).items
    assert item.finding.fate is Fate.CHANGED
    assert item.finding.wording == "Một số thôn, bản vẫn còn chưa có sóng điện thoại"
    assert item.notes == ()
    before, text = len(dossier.history()), dossier.text(dossier.article_of(marks[2]))
    returned.take_over(dossier, [item])
    assert len(dossier.history()) == before + 1
    assert statement(dossier, marks[2]) == "Một số thôn, bản vẫn còn chưa có sóng điện thoại."
    assert dossier.text(dossier.article_of(marks[2])) == text
    (again,) = back(dossier, report).items
    assert again.done
    assert not again.acceptable
    dossier.undo()
    assert statement(dossier, marks[2]) == REWORDED


def test_a_quotation_that_was_edited_becomes_a_wording(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        replace_text(paragraph(document, marks[0]), "12 thôn", "15 thôn")

    (item,) = back(dossier, edit(report, change)).items
    assert item.finding.wording == SAID[0][0].replace("12 thôn", "15 thôn")
    assert any("Số 15 không có trong trích dẫn" in note for note in item.notes)
    assert any("trích nguyên văn giữ nguyên" in note for note in item.notes)
    returned.take_over(dossier, [item])
    (mark, *_) = dossier.page(dossier.article_of(marks[0])).annotations
    assert mark.quote == SAID[0][0]
    assert mark.statement == item.finding.wording


def test_a_sentence_added_behind_the_sources_belongs_to_the_wording(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        paragraph(document, marks[0]).add_run(" Đây là mức cao nhất khu vực.")

    (item,) = back(dossier, edit(report, change)).items
    assert item.finding.wording == f"{SAID[0][0]}. Đây là mức cao nhất khu vực."


def test_a_dropped_line_can_be_left_out(dossier: Dossier, marks: list[int], report: Path) -> None:
    def change(document: Any) -> None:
        one = paragraph(document, marks[1])._p
        one.getparent().remove(one)

    (item,) = back(dossier, edit(report, change)).items
    assert item.finding.fate is Fate.DROPPED
    returned.take_over(dossier, [item])
    assert [one.left_out for one in consolidation.all_lines(dossier)] == [False, True, False, False]
    assert len(dossier.page(1).annotations) == 4
    assert back(dossier, report).items[0].done


def test_a_copy_that_lost_its_mark_is_an_addition(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        one = paragraph(document, marks[0])._p
        copy = deepcopy(one)
        for mark in [*copy.iter(f"{W}bookmarkStart"), *copy.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        one.addnext(copy)

    assert [one.finding.fate for one in back(dossier, edit(report, change)).items] == [Fate.ADDED]


def test_a_copy_with_its_mark_is_an_addition_too(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        one = paragraph(document, marks[0])._p
        one.addnext(deepcopy(one))

    assert [one.finding.fate for one in back(dossier, edit(report, change)).items] == [Fate.ADDED]


def test_a_paragraph_split_in_two_is_still_one_line(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    came = back(dossier, edit(report, lambda d: split(d, marks[2], "chưa có sóng")))
    assert came.items == ()
    assert came.same == 4


def test_a_paragraph_split_and_changed_says_so(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        replace_text(paragraph(document, marks[2]), "chưa có sóng", "hiện chưa có sóng")
        split(document, marks[2], "hiện chưa")

    (item,) = back(dossier, edit(report, change)).items
    assert item.finding.wording == "Một số thôn, bản hiện chưa có sóng điện thoại"
    assert item.notes == ("Trong Word câu này được tách thành 2 đoạn.",)


def test_two_paragraphs_joined_are_two_lines(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        first, second = paragraph(document, marks[0]), paragraph(document, marks[1])
        replace_text(second, "300 cán bộ", "350 cán bộ")
        first._p.extend([child for child in second._p if not child.tag.endswith("}pPr")])
        second._p.getparent().remove(second._p)

    changed, moved = back(dossier, edit(report, change)).items
    assert changed.finding.wording == SAID[1][0].replace("300 cán bộ", "350 cán bộ")
    assert moved.finding.fate is Fate.MOVED
    assert moved.finding.moved_from.endswith("Chuyển đổi số, CNTT")


def tracked(document: Any, mark: int, old: str, new: str) -> None:
    """Type over some words while changes are tracked."""
    one = paragraph(document, mark)._p
    (run,) = (run for run in one.iter(f"{W}r") if old in "".join(run.itertext()))
    text = run.find(f"{W}t").text
    at = text.index(old)
    pieces = []
    for words, wrapper in (
        (text[:at], None), (old, "del"), (new, "ins"), (text[at + len(old) :], None)
    ):  # fmt: skip
        piece = deepcopy(run)
        piece.find(f"{W}t").text = words
        if wrapper == "del":
            piece.find(f"{W}t").tag = f"{W}delText"
        if wrapper:
            change = one.makeelement(f"{W}{wrapper}", {f"{W}id": "900", f"{W}author": "A"})
            change.append(piece)
            piece = change
        pieces.append(piece)
    for piece in reversed(pieces):
        run.addnext(piece)
    run.getparent().remove(run)


def test_tracked_changes_are_read_as_accepted(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    came = back(dossier, edit(report, lambda d: tracked(d, marks[2], "chưa có sóng", "mất sóng")))
    (item,) = came.items
    assert item.finding.wording == "Một số thôn, bản mất sóng điện thoại"
    assert came.revised


def test_a_change_over_several_runs(dossier: Dossier, marks: list[int], report: Path) -> None:
    def change(document: Any) -> None:
        one = paragraph(document, marks[2])
        run = one.runs[0]
        words = run.text.replace("chưa có", "hoàn toàn chưa có")
        run.text = words[:10]
        last = run._r
        for at in range(10, len(words), 7):
            piece = deepcopy(run._r)
            piece.find(f"{W}t").text = words[at : at + 7]
            last.addnext(piece)
            last = piece
            piece.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    (item,) = back(dossier, edit(report, change)).items
    assert item.finding.wording == "Một số thôn, bản hoàn toàn chưa có sóng điện thoại"


def test_everything_retyped_in_a_new_document(
    dossier: Dossier, marks: list[int], report: Path, tmp_path: Path
) -> None:
    """No mark, no number, no style is left: the lines are known by their texts."""
    new = docx.Document()
    for one in docx.Document(str(report)).paragraphs:
        new.add_paragraph(one.text.replace("chưa có sóng", "mất sóng"))
    path = tmp_path / "Bản khác.docx"
    new.save(str(path))
    (item,) = back(dossier, path).items
    assert item.finding.wording == "Một số thôn, bản mất sóng điện thoại"


def test_comments_are_no_text(dossier: Dossier, marks: list[int], report: Path) -> None:
    def change(document: Any) -> None:
        one = paragraph(document, marks[2])
        document.add_comment(one.runs, text="Xem lại số liệu này", author="Lãnh đạo")

    came = back(dossier, edit(report, change))
    assert came.items == ()
    assert came.comments == 1


def test_a_merged_line_takes_the_new_wording(
    dossier: Dossier, marks: list[int], tmp_path: Path
) -> None:
    line = consolidation.merge(dossier, marks[:2])
    path = briefing.write(dossier, tmp_path / "a.docx", OPTIONS).path

    def change(document: Any) -> None:
        one = paragraph(document, marks[0])
        for run in one.runs[:1]:
            run.text = "- Hai kết quả nổi bật của ngành\u00a0"

    (item,) = back(dossier, edit(path, change)).items
    returned.take_over(dossier, [item])
    assert statement(dossier, marks[1]) == "Hai kết quả nổi bật của ngành."
    (merged,) = (one for one in consolidation.all_lines(dossier) if one.id == line)
    assert [p.statement for p in merged.passages] == ["", ""]


def test_a_wording_changed_in_the_table_only(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    def change(document: Any) -> None:
        (cell,) = (
            cell
            for table in document.tables
            for row in table.rows
            for cell in row.cells[1:2]
            if "rà soát toàn bộ" in cell.text
        )
        replace_text(cell.paragraphs[0], "toàn bộ trạm", "các trạm")

    (item,) = back(dossier, edit(report, change)).items
    assert item.finding.wording == SAID[3][0].replace("toàn bộ trạm", "các trạm")


def test_all_at_once_is_one_step(dossier: Dossier, marks: list[int], report: Path) -> None:
    def change(document: Any) -> None:
        replace_text(paragraph(document, marks[2]), "chưa có sóng", "mất sóng")
        one = paragraph(document, marks[1])._p
        one.getparent().remove(one)

    items = back(dossier, edit(report, change)).items
    before = len(dossier.history())
    returned.take_over(dossier, items)
    assert len(dossier.history()) == before + 1
    assert dossier.undo_label == "Nhận 2 thay đổi từ Word"
    assert all(one.done for one in back(dossier, report).items)


def test_what_was_changed_in_the_dossier_meanwhile_is_said(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    review.edit_annotation(dossier, marks[2], statement="Nhiều nơi chưa có sóng.")
    edit(report, lambda d: replace_text(paragraph(d, marks[2]), "chưa có sóng", "mất sóng"))
    (item,) = back(dossier, report).items
    assert item.notes == ("Câu trong hồ sơ đã được sửa từ khi lập báo cáo.",)


def test_a_mark_that_is_gone_cannot_take_a_wording(
    dossier: Dossier, marks: list[int], report: Path
) -> None:
    edit(report, lambda d: replace_text(paragraph(d, marks[2]), "chưa có sóng", "mất sóng"))
    review.remove_annotation(dossier, marks[2])
    (item,) = back(dossier, report).items
    assert item.line is None
    assert not item.acceptable
    dossier.undo()
    (item,) = back(dossier, report).items
    assert item.acceptable


def test_reports_of_others_are_refused_plainly(
    dossier: Dossier, marks: list[int], report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "khác.docx"
    document = docx.Document()
    document.add_paragraph("Thư mời họp")
    document.save(str(other))
    with pytest.raises(FileRefused, match="không phải báo cáo đã lập từ hồ sơ này"):
        back(dossier, other)
    unknown = pytest.raises(FileRefused, match="không được lập từ hồ sơ đang mở")
    with Dossier.create(tmp_path / "hồ sơ khác.tttt") as second, unknown:
        back(second, report)
    with zipfile.ZipFile(report) as source, zipfile.ZipFile(other, "w") as out:
        for name in source.namelist():  # as an older program wrote it: no number
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b'w:name="_bc_', b'w:name="_xx_')
            if name != "docProps/custom.xml":
                out.writestr(name, data)
    older = pytest.raises(FileRefused, match="bản chương trình cũ")
    with Dossier.create(tmp_path / "hồ sơ cũ.tttt") as third, older:
        back(third, other)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Tệp trống"),
        (b"PK\x03\x04 hong", "hỏng"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "đời cũ|mật khẩu"),
        (b"%PDF-1.4 khong phai Word", "hỏng|không phải"),
    ],
)
def test_broken_files_are_refused_plainly(
    dossier: Dossier, tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(FileRefused, match=said):
        back(dossier, path)


@pytest.mark.slow
def test_the_round_through_libreoffice(
    dossier: Dossier, marks: list[int], report: Path, tmp_path: Path
) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    out = tmp_path / "lo"

    def resaved(path: Path) -> Path:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [
            soffice,
            profile,
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(out),
            str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
        return out / path.name

    assert back(dossier, resaved(report)).items == ()

    def change(document: Any) -> None:
        replace_text(paragraph(document, marks[0]), "12 thôn", "15 thôn")
        split(document, marks[2], "chưa có sóng")
        one = paragraph(document, marks[1])._p
        one.getparent().remove(one)

    items = back(dossier, resaved(edit(report, change))).items
    assert [one.finding.fate for one in items] == [Fate.DROPPED, Fate.CHANGED]
    assert items[1].finding.wording == SAID[0][0].replace("12 thôn", "15 thôn")
