"""Files in files: every readable one by a name for people, within limits, in memory only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from odd import archives as odd
from odd import mail
from odd.archives import ARTICLE, CASES, PAGE, with_raw_name, zipped
from odd.case import Case

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.archives.containers import open_container
from tttt_desktop.importing.read import read_bytes


def names(data: bytes) -> tuple[str, ...]:
    container = open_container(data)
    assert container is not None
    return container.names


def outcome(case: Case) -> tuple[str, str]:
    """All texts that a container gives, and all that it refuses."""
    said, refused = [], []
    try:
        container = open_container(case.make())
        assert container is not None
        for index, name in enumerate(container.names):
            try:
                article = read_bytes(name, container.read(index))
                said.append(f"{article.title}\n{article.text}")
            except FileRefused as refusal:
                refused.append(str(refusal))
    except FileRefused as refusal:
        refused.append(str(refusal))
    return "\n".join(said), "\n".join(refused)


@pytest.mark.parametrize(
    "case",
    [pytest.param(one, marks=[pytest.mark.slow] * one.slow, id=one.name) for one in CASES],
)
def test_odd_files(case: Case) -> None:
    said, refused = outcome(case)
    assert [text for text in case.texts if text not in said] == []
    assert [text for text in case.never if text in said] == []
    assert case.refused in refused if case.refused else refused == ""


def test_other_files_are_no_containers() -> None:
    for data in (
        ARTICLE,
        PAGE,
        b"",
        b"P",
        odd._docx(),
        mail.mail("Chào chị.").as_bytes(),
        mail.archive(PAGE),
    ):
        assert open_container(data) is None


def test_a_broken_word_file_is_left_to_its_reader() -> None:
    assert open_container(odd._docx()[:400]) is None


def test_an_odt_without_its_content_is_left_to_its_reader() -> None:
    broken = zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.text"), ("styles.xml", b"<a/>")
    )
    assert open_container(broken) is None


def test_names_are_for_people() -> None:
    inner = zipped(("bài.txt", ARTICLE), ("../bài.txt", ARTICLE))
    data = zipped(
        ("a/b.txt", ARTICLE),
        ("C:\\x\\..\\y.txt", ARTICLE),
        ("trong.zip", inner),
        ("~$b.docx", b"x"),
    )
    assert names(data) == ("a/b.txt", "x/y.txt", "trong.zip/bài.txt", "trong.zip/bài (2).txt")


@pytest.mark.parametrize("name", ["Tổng kết năm 2020.txt", "Sở TT&TT/Đánh giá.txt", "ĐỀ ÁN.txt"])
def test_names_of_old_systems(name: str, to_1258: Callable[[str], bytes]) -> None:
    for raw in (name.encode(), to_1258(name)):
        assert names(with_raw_name(raw)) == (name,)
    assert names(with_raw_name(b"? b.txt", extra=odd.unicode_path(b"? b.txt", name))) == (name,)


def test_a_name_in_an_old_font() -> None:
    assert names(with_raw_name("B¸o c¸o tæng kÕt.txt".encode("cp1252"))) == (
        "Báo cáo tổng kết.txt",
    )


def test_a_western_name_stays() -> None:
    assert names(with_raw_name("Müller résumé.txt".encode("cp437"))) == ("Müller résumé.txt",)


@given(st.text(max_size=60))
def test_no_name_leads_anywhere(name: str) -> None:
    raw = name.encode("utf-8", "replace")[:200]
    try:
        found = names(with_raw_name(raw))
    except FileRefused:
        return
    for one in found:
        assert not one.startswith("/")
        assert ".." not in one.split("/")
        assert not set(one) & set('\\:*?"<>|\n\0\u202e')


@settings(max_examples=examples(60), deadline=None)
@given(st.data())
def test_damage_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(zipped(("a.txt", ARTICLE), ("b/trong.zip", zipped(("c.txt", ARTICLE)))))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 12))] = data.draw(st.binary(max_size=8))
    try:
        container = open_container(bytes(whole))
    except FileRefused:
        return
    for index in range(len(container.names) if container else 0):
        assert container is not None
        try:
            assert container.read(index)
        except FileRefused as refusal:
            assert str(refusal).endswith(".")  # noqa: PT017 - a refusal is one of two good ends


def test_a_member_can_be_read_twice_and_in_any_order() -> None:
    container = open_container(zipped(("a.txt", ARTICLE), ("b.html", PAGE)))
    assert container is not None
    assert [container.read(at) for at in (1, 0, 1)] == [PAGE, ARTICLE, PAGE]


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    before = set(tmp_path.rglob("*"))
    outcome(next(case for case in CASES if case.name == "ra ngoai.zip"))
    assert set(tmp_path.rglob("*")) == before


def test_a_mail_with_attachments_lists_its_text_first() -> None:
    data = mail.with_files(
        ("bài.txt", ARTICLE), ("ảnh.png", b"x"), ("trong.zip", zipped(("c.txt", ARTICLE)))
    )
    assert names(data) == ("Nội dung thư.eml", "bài.txt", "trong.zip/c.txt")
    assert open_container(mail.with_files(("ảnh.png", b"x"))) is None


def test_a_mail_in_a_zip_in_a_mail() -> None:
    inner = mail.with_files(("bài.txt", ARTICLE))
    data = mail.with_files(
        ("thu.zip", zipped(("thu.eml", inner), ("khac.eml", mail.mail("Chào chị.").as_bytes())))
    )
    assert names(data) == (
        "Nội dung thư.eml",
        "thu.zip/thu.eml/Nội dung thư.eml",
        "thu.zip/thu.eml/bài.txt",
        "thu.zip/khac.eml",
    )
