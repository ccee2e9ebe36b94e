"""From an open dossier to a Word file on a disk that may refuse."""

import errno
import os
from dataclasses import replace

import docx
import pytest

from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.domain.records import Block, Kind, ParsedArticle, Proposal, Span, Task
from tttt_desktop.services import briefing, imports, review, writing
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier

TEXT = "Sở tổng kết công tác năm 2022\nSở đã phủ sóng 12 thôn.\nGiám đốc Sở yêu cầu rà soát trạm phát sóng."
RESULT = Span(TEXT.index("Sở đã"), TEXT.index("thôn.") + 5)
ORDER = Span(TEXT.index("rà soát"), len(TEXT))


def parsed(number, **values):
    text = TEXT.replace("12 thôn", f"{12 + number} thôn")
    blocks = tuple(Block(line) for line in text.split("\n"))
    about = {
        "title": f"Bài {number}",
        "outlet": "Báo Mẫu",
        "review_year": 2022,
        "plan_year": 2023,
    } | values
    return ParsedArticle(f"bai-{number}.txt", "txt", f"{number:064x}", b"", blocks, **about)


@pytest.fixture
def dossier(tmp_path):
    """Article 1 is done, 2 is being read, 3 is done and of another year, 4 was never opened."""
    with Dossier.create(tmp_path / "hồ sơ.tttt") as opened:
        for number in (1, 2, 3, 4):
            one = parsed(number, **({"plan_year": 2024} if number == 3 else {}))
            readings = [imports.Reading(one.name, one, (), "", None, 0.0, "")]
            imports.store(opened, readings)
        ids = sorted(opened.article_ids())
        for article_id in ids[:3]:
            review.annotate(opened, article_id, RESULT, Kind.ACHIEVEMENT, field="Viễn thông")
            task = Task(assigner="Giám đốc Sở")
            review.annotate(opened, article_id, ORDER, Kind.TASK, field="Viễn thông", task=task)
        review.mark_done(opened, ids[0])
        review.mark_done(opened, ids[2])
        yield opened


def titles(dossier, **options):
    return [one.title for one in briefing.prepare(dossier, Options(**options)).sources]


def words(path):
    document = docx.Document(str(path))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def leftovers(folder):
    return list(folder.glob("*.tmp"))


def test_done_articles_only_unless_all_are_wanted(dossier):
    assert titles(dossier) == ["Bài 1", "Bài 3"]
    assert titles(dossier, scope="all") == ["Bài 1", "Bài 2", "Bài 3"]


def test_year_is_the_plan_year(dossier):
    assert titles(dossier, year=2023) == ["Bài 1"]
    assert titles(dossier, year=2024) == ["Bài 3"]
    assert titles(dossier, year=2031) == []


def test_suggestions_never_reach_the_report(dossier, tmp_path):
    one = parsed(9, title="Bài 9")
    proposal = Proposal(RESULT, Kind.ACHIEVEMENT, 0.9, "cue", "vì")
    imports.store(dossier, [imports.Reading(one.name, one, (proposal,), "", None, 0.0, "")])
    nine = max(dossier.article_ids())
    review.mark_done(dossier, nine)
    made = briefing.prepare(dossier, Options())
    assert "Còn 01 gợi ý chưa xem; gợi ý không vào báo cáo." in map(str, made.warnings)
    path = briefing.write(dossier, tmp_path / "a.docx", Options()).path
    assert "21 thôn" not in words(path)


def test_office_settings_reach_the_document(dossier, tmp_path):
    dossier.set_settings({"office.name": "Sở Mẫu", "office.signer_name": "ThS. Lê Thử"})
    written = briefing.write(dossier, tmp_path / "a.docx", Options())
    assert docx.Document(str(written.path)).core_properties.author == "Sở Mẫu"
    assert "Trước họ tên người ký không ghi học hàm, học vị." in written.warnings


def test_preview_shows_the_same_lines(dossier):
    report, *_ = briefing.preview(briefing.prepare(dossier, Options()))
    assert "“Sở đã phủ sóng 13 thôn.”" in report.html


def test_written_where_it_was_asked_for(dossier, tmp_path):
    target = tmp_path / "Tài khoản của tôi" / "Tong-hop"
    target.parent.mkdir()
    written = briefing.write(dossier, target, Options())
    assert (written.path, written.renamed_from) == (target.with_name("Tong-hop.docx"), None)
    assert "“Sở đã phủ sóng 13 thôn.”" in words(written.path)
    assert leftovers(target.parent) == []


def test_an_existing_file_is_never_written_over(dossier, tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"of another")
    (tmp_path / "a (2).docx").mkdir()
    written = briefing.write(dossier, target, Options())
    assert (written.path.name, written.renamed_from) == ("a (3).docx", target)
    assert target.read_bytes() == b"of another"


def test_a_name_taken_and_locked_meanwhile_is_passed_over(dossier, tmp_path, monkeypatch):
    target, real = tmp_path / "a.docx", writing.put_in_place

    def locked(draft, path):
        if path == target:
            target.write_bytes(b"open in Word")
            raise PermissionError(errno.EACCES, "locked")
        real(draft, path)

    monkeypatch.setattr(writing, "put_in_place", locked)
    written = briefing.write(dossier, target, Options())
    assert (written.path.name, written.renamed_from) == ("a (2).docx", target)
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "ổ đĩa đầy"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EACCES, "không được phép ghi"),
        (errno.EFBIG, "lớn hơn mức ổ đĩa này chứa được"),
        (errno.EIO, "báo lỗi khi ghi"),
        (errno.EBUSY, "không ghi được"),
    ],
)
def test_a_disk_that_refuses_is_told_and_nothing_is_left(
    dossier, tmp_path, monkeypatch, number, said
):
    def refuse(descriptor):
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(SaveFailed, match=said) as told:
        briefing.write(dossier, out / "a.docx", Options())
    assert told.value.remedy
    assert list(out.iterdir()) == []


def test_a_missing_folder_is_told(dossier, tmp_path):
    with pytest.raises(SaveFailed, match="không có thư mục"):
        briefing.write(dossier, tmp_path / "none" / "a.docx", Options())


@pytest.mark.parametrize(
    "options", [{"template": "letter"}, {"order": "x"}, {"scope": "some"}, {"notes": "x"}]
)
def test_unknown_options_are_refused(dossier, options):
    with pytest.raises(UserError):
        briefing.prepare(dossier, replace(Options(), **options))


@pytest.mark.parametrize(
    ("template", "year", "name"),
    [
        ("briefing", None, "Tong-hop.docx"),
        ("briefing", 2023, "Tong-hop-2023.docx"),
        ("annual", 2022, "Tong-ket-nam-2022.docx"),
        ("tasks", 2023, "Theo-doi-nhiem-vu-2023.docx"),
        ("digest", None, "Diem-bao.docx"),
    ],
)
def test_proposed_names(dossier, template, year, name):
    assert briefing.file_name(dossier, Options(template, year=year)) == name
