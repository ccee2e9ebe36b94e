"""Own templates: read with limits, kept, undone, carried to another dossier, and used for reports."""

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from signed_reports import in_tables, p, package, run

from tttt_desktop.domain.errors import Cancelled, FileRefused, UserError
from tttt_desktop.domain.own_template import Candidate, TemplateKind
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.paths import resource
from tttt_desktop.reporting.catalogue import TEMPLATES
from tttt_desktop.reporting.marks.names import NAMES
from tttt_desktop.services import (
    briefing,
    own_reading,
    own_template,
    own_trial,
    reports,
    review,
    templates,
)
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

TEXT = "Hội nghị tổng kết năm 2025\nPhủ sóng toàn tỉnh đạt 98,6%.\nSóng còn yếu ở vùng cao."
SIGNED, MARKED = TemplateKind.SIGNED, TemplateKind.MARKED


def file(folder: Path, data: bytes, name: str = "Báo cáo 2024.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture
def signed(tmp_path: Path) -> Candidate:
    return own_reading.candidate(file(tmp_path, in_tables().docx), SIGNED)


@pytest.fixture
def marked() -> Candidate:
    sample = resource(own_template.SAMPLE).read_bytes()
    return own_reading.again("Mẫu có dấu", sample, MARKED)


@pytest.fixture
def filled(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Dossier:
    """With one article and two marks."""
    with dossier.store.change("Nhập 1 bài viết"):
        article = add_article(dossier.store, parsed(TEXT), [])
    for start, kind in (("Phủ", Kind.ACHIEVEMENT), ("Sóng", Kind.SHORTCOMING)):
        at = TEXT.index(start)
        review.annotate(dossier, article, Span(at, TEXT.index(".", at) + 1), kind)
    review.mark_done(dossier, article)
    return dossier


def words(docx: bytes) -> str:
    import re

    with zipfile.ZipFile(io.BytesIO(docx)) as made:
        xml = made.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n"))


def test_the_file_is_only_read_and_its_fields_come_back(tmp_path: Path) -> None:
    data = in_tables().docx
    path = file(tmp_path, data)
    found = own_reading.candidate(path, SIGNED)
    assert path.read_bytes() == data
    assert found.name == "Báo cáo 2024"
    assert {name: found.said(name) for name in found.fields} == in_tables().expected


def test_kept_renamed_removed_and_all_of_it_undone(dossier: Dossier, signed: Candidate) -> None:
    own_template.keep_template(dossier, signed, "  Mẫu   của Sở ")
    (one,) = own_template.every(dossier)
    assert (one.name, one.kind, len(one.fields)) == ("Mẫu của Sở", SIGNED, 20)
    assert one.texts["ho_ten"] == "Phạm Thị Thí Dụ"
    assert own_template.document(dossier, one.id) == signed.docx
    own_template.rename_template(dossier, one.id, "Mẫu khác")
    own_template.remove_template(dossier, one.id)
    assert own_template.every(dossier) == []
    dossier.undo()
    assert own_template.get(dossier, one.id).name == "Mẫu khác"
    dossier.undo()
    assert own_template.get(dossier, one.id).name == "Mẫu của Sở"
    dossier.undo()
    assert own_template.every(dossier) == []
    dossier.redo()
    assert own_template.document(dossier, one.id) == signed.docx


def test_names_are_there_once_and_never_empty(dossier: Dossier, signed: Candidate) -> None:
    own_template.keep_template(dossier, signed, "Mẫu A")
    for name, message in (
        ("mau a", "Đã có mẫu"),
        ("Báo cáo tổng hợp", "Đã có mẫu"),
        (" ", "chưa có tên"),
    ):
        with pytest.raises(UserError) as caught:
            own_template.keep_template(dossier, signed, name)
        assert message in str(caught.value)
    assert own_template.free_name(dossier, "mẫu a") == "mẫu a (2)"


def test_corrected_places_are_kept(dossier: Dossier, signed: Candidate) -> None:
    own_template.keep_template(dossier, signed, "Mẫu A")
    (one,) = own_template.every(dossier)
    fields = {name: places for name, places in signed.fields.items() if name != "kinh_gui"}
    own_template.keep_or_correct(dossier, replace(signed, fields=fields), "Mẫu B", one)
    (now,) = own_template.every(dossier)
    assert now.name == "Mẫu B"
    assert "kinh_gui" not in now.fields
    again = own_reading.again("x", own_template.document(dossier, one.id), SIGNED)
    assert "kinh_gui" in again.fields
    assert "kinh_gui" not in own_template.with_places(again, now).fields


def test_next_years_dossier_takes_them_over(
    dossier: Dossier, signed: Candidate, marked: Candidate, tmp_path: Path
) -> None:
    own_template.keep_template(dossier, signed, "Mẫu A")
    own_template.keep_template(dossier, marked, "Mẫu B")
    dossier.close()
    with Dossier.create(tmp_path / "năm sau.tttt") as following:
        found = own_template.templates_of(dossier.path)
        own_template.bring_templates(following, found)
        own_template.bring_templates(following, found[:1])
        names = [one.name for one in own_template.every(following)]
        assert names == ["Mẫu A", "Mẫu B", "Mẫu A (2)"]
        stored = following.store.conn.execute("SELECT count(*) FROM own_template_file").fetchone()
        assert stored[0] == 2
        following.undo()
        assert len(own_template.every(following)) == 2
        assert following.check() == []


def test_a_dossier_without_templates_is_told(dossier: Dossier) -> None:
    dossier.close()
    with pytest.raises(UserError, match="không có mẫu nào"):
        own_template.templates_of(dossier.path)


def test_a_report_by_each_kind(
    filled: Dossier, signed: Candidate, marked: Candidate, tmp_path: Path
) -> None:
    own_template.keep_template(filled, replace(signed, contents="briefing"), "Mẫu của Sở")
    own_template.keep_template(filled, marked, "Mẫu có dấu")
    offered = {one.name: one for one in templates.offered(filled)}
    assert list(offered)[-2:] == ["Mẫu của Sở", "Mẫu có dấu"]
    for name, stem in (("Mẫu của Sở", "Mau-cua-so"), ("Mẫu có dấu", "Mau-co-dau")):
        one = offered[name]
        assert one.file_name(2026) == f"{stem}-2026.docx"
        options = briefing.Options(template=one.key)
        written = briefing.write(filled, tmp_path / one.file_name(None), options)
        made = words(written.path.read_bytes())
        assert "- “Phủ sóng toàn tỉnh đạt 98,6%.”" in made
        assert "- “Sóng còn yếu ở vùng cao.”" in made
        assert "{" not in made
        assert "4567" not in made
    assert len(reports.made(filled)) == 2


@pytest.mark.parametrize("contents", ["briefing", "annual", "tasks", "digest"])
def test_a_template_takes_the_contents_that_were_chosen(
    dossier: Dossier, signed: Candidate, contents: str
) -> None:
    own_template.keep_template(dossier, replace(signed, contents=contents), "Mẫu của Sở")
    (one,) = own_template.offered(dossier)
    usual = TEMPLATES[contents]
    assert (one.base.year, one.base.choices) == (usual.year, usual.choices)
    (kept,) = own_template.every(dossier)
    assert own_template.with_places(signed, kept).contents == contents


def test_a_template_kept_before_there_was_a_choice_takes_the_briefing(
    dossier: Dossier, signed: Candidate
) -> None:
    own_template.keep_template(dossier, signed, "Mẫu của Sở")
    dossier.store.conn.execute("UPDATE own_template SET fields = json_remove(fields, '$.contents')")
    (one,) = own_template.every(dossier)
    assert one.contents == "briefing"
    assert own_template.offered(dossier)[0].base.key == "briefing"


def test_with_marks_only_what_a_mark_can_show_is_offered(
    dossier: Dossier, marked: Candidate
) -> None:
    marks = ("{%p for muc in ket_qua %}", "{%p for hinh in bieu_do %}")
    own_template.keep_template(dossier, replace(marked, marks=marks), "Mẫu")
    (one,) = own_template.offered(dossier)
    assert one.base.choices == {"sources", "notes", "order", "charts"}


def test_the_preview_says_what_the_signed_report_says_of_its_office(
    filled: Dossier, signed: Candidate
) -> None:
    own_template.keep_template(filled, signed, "Mẫu của Sở")
    (key,) = [one.key for one in own_template.offered(filled)]
    made = briefing.prepare(filled, briefing.Options(template=key))
    assert made.office.name == "Sở Thông tin và Truyền thông"
    assert made.office.symbol == "BC-STTTT"
    assert made.office.number == ""
    assert made.office.signer_name == "Phạm Thị Thí Dụ"
    assert made.office.recipients == ("Ban Giám đốc Sở",)
    assert made.office.archive == "VT, VP"
    assert "2024" not in made.title
    filled.set_settings({"office.name": "Sở Mới", "office.signer_name": "Lò Văn Thử"})
    made = briefing.prepare(filled, briefing.Options(template=key, title="Tên tự đặt"))
    assert (made.office.name, made.office.signer_name) == ("Sở Mới", "Lò Văn Thử")
    assert made.office.signer_title == ""
    assert made.title == "Tên tự đặt"


def test_a_trial_writes_beside_what_is_there_and_is_not_noted(
    filled: Dossier, signed: Candidate, tmp_path: Path
) -> None:
    own_template.keep_template(filled, signed, "Mẫu của Sở")
    (one,) = own_template.every(filled)
    prepared = own_trial.trial(filled, one.id)
    paths = [prepared.write(tmp_path) for _ in range(2)]
    assert [path.name for path in paths] == [
        "Lam-thu-Mau-cua-so.docx",
        "Lam-thu-Mau-cua-so (2).docx",
    ]
    assert reports.made(filled) == []


def test_the_sample_is_saved_beside_what_is_there(tmp_path: Path) -> None:
    first, second = own_template.save_sample(tmp_path), own_template.save_sample(tmp_path)
    assert (first.name, second.name) == ("Mẫu báo cáo có dấu.docx", "Mẫu báo cáo có dấu (2).docx")
    assert own_reading.candidate(first, MARKED).problems == ()


def test_marks_with_problems_are_not_kept(dossier: Dossier, tmp_path: Path) -> None:
    path = file(tmp_path, package(p(run("{{ ket_qa }}"))))
    found = own_reading.candidate(path, MARKED)
    assert [one.message for one in found.problems] == [
        "Dấu {{ ket_qa }} ở đoạn 1 không có trong danh mục; có phải là {{ ket_qua }}?"
    ]
    with pytest.raises(UserError, match="ket_qa"):
        own_template.keep_template(dossier, found, "Mẫu")


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def changed(**parts: bytes) -> bytes:
    """The usual report with some parts replaced; "__" in a name stands for "/"."""
    with zipfile.ZipFile(io.BytesIO(in_tables().docx)) as package:
        found = {name: package.read(name) for name in package.namelist()}
    return zipped(
        found
        | {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()}
    )


def bomb() -> bytes:
    return changed(word__media__a_xml=b"0" * 150_000_000)


def with_dtd() -> bytes:
    body = b"<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>"
    space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return changed(
        word__document_xml=b'<!DOCTYPE w [<!ENTITY a "b">]><w:document '
        + space
        + b">"
        + body
        + b"</w:document>"
    )


def macro_document() -> bytes:
    data = in_tables().docx
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        found = {name: made.read(name) for name in made.namelist()}
    types = found["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml",
    )
    return zipped({**found, "[Content_Types].xml": types})


HOSTILE = {
    "bomb": (bomb, "giải nén ra quá lớn"),
    "dtd": (with_dtd, "khai báo không an toàn"),
    "macro": (macro_document, "có macro"),
    "no zip": (lambda: b"PK\x03\x04 broken".ljust(100, b"x"), "bị hỏng"),
    "text": (lambda: "chỉ có chữ".encode(), "không phải là tệp Word"),
    "empty zip": (lambda: zipped({"a.txt": b"a"}), "không phải là tệp Word"),
    "old word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "đời cũ"),
    "broken xml": (lambda: changed(word__document_xml=b"<w:document><w:body>"), "bị hỏng"),
    "strict": (
        lambda: changed(**{"_rels__.rels": b'<Relationships xmlns="http://purl.oclc.org/ooxml/package/relationships"/>'}),
        "Strict",
    ),
    "huge text": (lambda: package("".join(p(run(f"{n * n:x} {n:b}")) for n in range(8_400))), "quá dài"),
}  # fmt: skip


@pytest.mark.parametrize("kind", [SIGNED, MARKED])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(
    name: str, kind: TemplateKind, tmp_path: Path
) -> None:
    make, said = HOSTILE[name]
    with pytest.raises(FileRefused) as caught:
        own_reading.candidate(file(tmp_path, make()), kind)
    assert said in caught.value.message
    assert caught.value.message.count(".") <= 2
    assert caught.value.remedy


def test_a_macro_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="macro"):
        own_reading.candidate(file(tmp_path, in_tables().docx, "mẫu.docm"), SIGNED)


@pytest.mark.slow
def test_a_template_that_never_ends_is_stopped(tmp_path: Path, marked: Candidate) -> None:
    """Three loops in one another over a long list: the child is given up, the program goes on."""
    loop = "{% for a in ket_qua %}{% for b in ket_qua %}{% for c in ket_qua %}x{% endfor %}{% endfor %}{% endfor %}"
    found = own_reading.candidate(file(tmp_path, package(p(run(loop)))), MARKED)
    values = {
        "ket_qua": [{"chu": "a", "nhom": "", "trich": [], "ma": []}] * 4_000,
        "ma_bao_cao": "",
        "chu_thich": [],
    }
    every = {**dict.fromkeys(NAMES, ""), **values}
    with pytest.raises(UserError):
        own_reading.make(found.docx, MARKED, {}, every)


@pytest.mark.parametrize("kind", [SIGNED, MARKED])
def test_a_file_of_300_mb_is_refused_before_it_is_read(kind: TemplateKind, tmp_path: Path) -> None:
    path = tmp_path / "to.docx"
    with path.open("wb") as out:
        out.truncate(300 * 1024 * 1024)
    with pytest.raises(FileRefused, match="quá lớn để làm mẫu"):
        own_reading.candidate(path, kind)


ENDLESS = "{% for a in bai_viet %}" * 9 + "x" + "{% endfor %}" * 9


def test_a_render_without_end_is_left_within_a_second(tmp_path: Path) -> None:
    found = own_reading.candidate(file(tmp_path, package(p(run(ENDLESS)))), MARKED)
    values = dict.fromkeys(NAMES, "") | {
        "ma_bao_cao": "", "bai_viet": [{"ten": "x"}] * 60, "chu_thich": [], "bieu_do": [],
    }  # fmt: skip
    asked: list[float] = []

    def cancelled() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 5

    with pytest.raises(Cancelled):
        own_reading.make(found.docx, MARKED, {}, values, cancelled)
    assert time.monotonic() - asked[5] < 5  # a second of a machine that does nothing else
    assert own_reading.candidate(file(tmp_path, in_tables().docx), SIGNED).fields


def test_nothing_is_written_by_a_report_that_is_left(
    filled: Dossier, signed: Candidate, tmp_path: Path
) -> None:
    own_template.keep_template(filled, signed, "Mẫu của Sở")
    (one,) = own_template.every(filled)
    out = tmp_path / "ra"
    out.mkdir()
    with pytest.raises(Cancelled):
        own_trial.trial(filled, one.id).write(out, lambda: True)
    assert list(out.iterdir()) == []


def test_making_can_be_stopped(signed: Candidate) -> None:
    with pytest.raises(Cancelled):
        own_reading.make(signed.docx, SIGNED, dict(signed.fields), {}, lambda: True)


def test_the_name_of_the_head_is_no_capitals_in_a_sentence(filled: Dossier) -> None:
    """The document itself never names the office but in its head."""
    with zipfile.ZipFile(io.BytesIO(in_tables().docx)) as made:
        xml = made.read("word/document.xml").decode()
    silent = xml.replace(", Sở Thông tin và Truyền thông báo cáo", ", báo cáo")
    assert silent != xml
    found = own_reading.again("Mẫu", changed(word__document_xml=silent.encode()), SIGNED)
    own_template.keep_template(filled, found, "Mẫu")
    (one,) = own_template.every(filled)
    said = words(own_trial.trial(filled, one.id).write(filled.path.parent).read_bytes())
    assert said.count("SỞ THÔNG TIN VÀ TRUYỀN THÔNG") == 1
    assert "Sở Thông tin và Truyền thông báo cáo" in said
