"""The REFI-QDA project: valid by the published schema, and what a reader of other people finds in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pyrefiqda import RefiProject

from tttt_desktop.domain.errors import SaveFailed
from tttt_desktop.domain.records import Article, Kind, Page, ParsedArticle, Span, Task
from tttt_desktop.domain.text import normalise
from tttt_desktop.services import correcting, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.exports import qda
from tttt_desktop.storage.articles import add_article

SCHEMA = Path(__file__).parents[2] / "data" / "refi-qda" / "Project.xsd"
TEXT = (
    "Hội nghị tổng kết 😀 năm 2022\n"
    "Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.\n"
    "Một số thôn chưa được phủ sóng do địa hình <hiểm trở> & xa.\n"
    "Sở hoàn thành Đề án trước ngày 30/6/2023."
)


@dataclass
class Read:
    """A project as the other reader gives it, with the texts of its sources by GUID."""

    project: Any
    texts: dict[str, str]

    def said(self) -> list[str]:
        """The text of every selection."""
        return [
            self.texts[source.guid][one.start_position : one.end_position]
            for source in self.project.sources.text_source
            for one in source.plain_text_selection
        ]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Path], Read]:
    """Check a project by the schema and read it."""
    schema = etree.XMLSchema(etree.parse(SCHEMA))

    def load(path: Path) -> Read:
        with ZipFile(path) as packed:
            schema.assertValid(etree.fromstring(packed.read("project.qde")))
            packed.extractall(tmp_path / "read")
        project = RefiProject.load(path, str(tmp_path / "read"))
        sources = project.sources.text_source if project.sources else []
        found = {
            one.guid: RefiProject.resolve_source_path(one.plain_text_path, tmp_path / "read")
            for one in sources
        }
        return Read(project, {guid: file.read_bytes().decode() for guid, file in found.items()})

    return load


@pytest.fixture
def article(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> int:
    with dossier.store.change("Nhập"):
        source = parsed(TEXT, plan_year=2023, province="Quảng Trị", published_on=date(2023, 1, 6))
        return add_article(dossier.store, source, [])


def mark(dossier: Dossier, article: int, words: str, kind: Kind, **values: Any) -> int:
    start = TEXT.index(words)
    return review.annotate(dossier, article, Span(start, start + len(words)), kind, **values)


def write(dossier: Dossier, out: Path) -> Path:
    pages = dossier.marked_pages(dossier.article_ids())
    qda.write(qda.project_of(dossier, pages), out)
    return out


def test_every_selection_says_what_was_marked(
    dossier: Dossier, article: int, read: Callable[[Path], Read], tmp_path: Path
) -> None:
    result = mark(
        dossier, article, "Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4%", Kind.ACHIEVEMENT
    )
    bad = mark(dossier, article, "Một số thôn chưa được phủ sóng", Kind.SHORTCOMING)
    cause = "địa hình <hiểm trở> & xa"
    review.set_cause(dossier, bad, Span(TEXT.index(cause), TEXT.index(cause) + len(cause)))
    mark(
        dossier, article, "Sở hoàn thành Đề án trước ngày 30/6/2023", Kind.TASK,
        task=Task(assigner="Chủ tịch <A>", lead="Sở Thử", deadline_on=date(2023, 6, 30)),
    )  # fmt: skip
    review.edit_annotation(dossier, result, statement="Doanh thu tăng.", note="Xem lại")
    found = read(write(dossier, tmp_path / "a.qdpx"))
    quotes = [one.quote for one in dossier.page(article).annotations]
    assert sorted(found.said()) == sorted([*quotes, cause])
    assert list(found.texts.values()) == [TEXT]
    codes = {
        one.guid: one.name for top in found.project.code_book.codes.code for one in (top, *top.code)
    }
    source = found.project.sources.text_source[0]
    coded = {
        one.name[:9]: [codes[coding.code_ref.target_guid] for coding in one.coding]
        for one in source.plain_text_selection
    }
    assert coded["Một số th"][0] == "Tồn tại, hạn chế"
    assert coded["địa hình "] == ["Nguyên nhân"]
    (case,) = found.project.cases.case
    names = {one.guid: one.name for one in found.project.variables.variable}
    values = {
        names[one.variable_ref.target_guid]: one.text_value or str(one.date_value)
        for one in case.variable_value
    }
    assert values["Người giao"] == "Chủ tịch <A>"
    assert values["Hạn đến ngày"] == "2023-06-30"
    notes = {one.guid: one.plain_text_content for one in found.project.notes.note}
    (noted,) = [one for one in source.plain_text_selection if one.name.startswith("Doanh")]
    assert notes[noted.note_ref[0].target_guid] == (
        "Câu viết trong báo cáo: Doanh thu tăng.\nGhi chú: Xem lại"
    )
    assert "742,67 tỷ đồng, tăng 6,4%" in noted.description


def test_guids_and_bytes_stay_the_same(
    dossier: Dossier, article: int, read: Callable[[Path], Read], tmp_path: Path
) -> None:
    mark(dossier, article, "Sở hoàn thành Đề án", Kind.TASK)
    first = write(dossier, tmp_path / "a.qdpx")
    assert write(dossier, tmp_path / "b.qdpx").read_bytes() == first.read_bytes()
    before = read(first).project.sources.text_source[0]
    mark(dossier, article, "Một số thôn", Kind.SHORTCOMING)
    after = read(write(dossier, tmp_path / "c.qdpx")).project.sources.text_source[0]
    assert after.guid == before.guid
    assert {one.guid for one in before.plain_text_selection} < {
        one.guid for one in after.plain_text_selection
    }


def test_a_mark_whose_text_is_gone_is_told_in_a_note(
    dossier: Dossier, article: int, read: Callable[[Path], Read], tmp_path: Path
) -> None:
    mark(dossier, article, "Sở hoàn thành Đề án trước ngày 30/6/2023.", Kind.TASK)
    correcting.correct(dossier, article, TEXT[: TEXT.rindex("\n")])
    found = read(write(dossier, tmp_path / "a.qdpx"))
    assert found.said() == []
    (note,) = found.project.notes.note
    assert note.plain_text_content.startswith("Mất chỗ trong bài: Sở hoàn thành Đề án")


def test_an_empty_dossier_is_a_project_without_sources(
    dossier: Dossier, read: Callable[[Path], Read], tmp_path: Path
) -> None:
    found = read(write(dossier, tmp_path / "a.qdpx"))
    assert found.texts == {}
    assert found.project.cases is None


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=3))
def test_any_text_keeps_its_places(
    dossier: Dossier, read: Callable[[Path], Read], tmp_path: Path, texts: list[str]
) -> None:
    pages = [
        Page(Article(at, name, name), at, body, ())
        for at, (name, body) in enumerate((text, normalise(text)) for text in texts)
    ]
    out = tmp_path / "a.qdpx"
    qda.write(qda.project_of(dossier, pages), out)
    found = read(out)
    assert list(found.texts.values()) == [page.text for page in pages]
    names = [one.name for one in found.project.sources.text_source]
    assert len({name.casefold() for name in names}) == len(names)


def test_a_folder_that_is_not_there_is_told(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(SaveFailed, match="không có thư mục này"):
        write(dossier, tmp_path / "thiếu" / "a.qdpx")
