"""The door: kinds told by content, refusals in one sentence, and no other error whatever the bytes."""

import hashlib
import os
import re
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.files import LARGEST
from tttt_desktop.importing.read import read_bytes, read_file, read_paste
from tttt_desktop.paths import resource

SENTENCE = re.compile(r"[A-ZĐÔ][^\n]{5,90}\.")


def test_an_article_keeps_its_bytes(tmp_path: Path, page_text: str, title: str) -> None:
    path = tmp_path / "bài viết.txt"
    path.write_text(page_text, "utf-8")
    article = read_file(path)
    assert (article.name, article.kind, article.title) == ("bài viết.txt", "txt", title)
    assert article.raw == path.read_bytes()
    assert article.sha256 == hashlib.sha256(article.raw).hexdigest()
    assert article.text == "\n".join(page_text.split("\n\n"))


def test_under_a_folder_as_users_have_them(user_folder: Path, page_text: str, title: str) -> None:
    path = user_folder / "tổng kết 2020.txt"
    path.write_text(page_text, "utf-8")
    assert read_file(path).title == title


def test_the_ending_of_a_name_does_not_matter(page_text: str, docx: Callable[..., bytes]) -> None:
    assert read_bytes("a.docx", page_text.encode()).kind == "txt"
    assert read_bytes("a.txt", docx("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>")).kind == "docx"
    assert read_bytes("a.pdf", f"<p>{page_text}</p>".encode()).kind == "html"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "hỏng"),
        (b"\xdb\xa5-\0" + bytes(600), "quá cũ"),
        (b'<?xml version="1.0"?><w:wordDocument>', "dạng XML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "ảnh"),
        (b"PK\x03\x04 broken", "hỏng"),
        (b"Rar!\x1a\x07\x01\x00", "nén"),
        (b"SQLite format 3\0" + bytes(100), "hồ sơ"),
        (b"MZ\x90\x00" + bytes(100), "chương trình"),
        (b"", "trống"),
        (b"12 34 56", "không có chữ"),
        (b"\n \n", "không có chữ"),
        (bytes(5_000), "không phải là văn bản"),
    ],
)
def test_other_kinds_get_one_sentence_and_a_way_out(data: bytes, named: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_bytes("tệp", data)
    assert named in refused.value.message
    assert SENTENCE.fullmatch(refused.value.message)
    assert SENTENCE.fullmatch(refused.value.remedy)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="thư mục"):
        read_file(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="Không tìm thấy"):
        read_file(tmp_path / "x.txt")


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(FileRefused, match="30 MB"):
        read_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and sockets of Unix")
def test_a_file_that_is_being_written_is_refused(
    tmp_path: Path, page_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "đang ghi.txt"
    path.write_text(page_text, encoding="utf-8")

    def grown(status: Callable[[int], os.stat_result], handle: int) -> os.stat_result:
        before = status(handle)
        with path.open("a", encoding="utf-8") as file:
            file.write("Thêm một đoạn.")
        return before

    monkeypatch.setattr(os, "fstat", partial(grown, os.fstat))
    with pytest.raises(FileRefused, match=r"đang được ghi.*đợi"):
        read_file(path)


def test_links_pipes_sockets_and_devices_are_refused(tmp_path: Path, page_text: str) -> None:
    target = tmp_path / "a.txt"
    target.write_text(page_text, "utf-8")
    link, pipe, listener = tmp_path / "l.txt", tmp_path / "p.txt", tmp_path / "s"
    link.symlink_to(target)
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(listener))
        for path in (link, pipe, listener, Path("/dev/zero")):
            with pytest.raises(FileRefused):
                read_file(path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path, page_text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(page_text, "utf-8")
    path.chmod(0)
    with pytest.raises(FileRefused, match="quyền"):
        read_file(path)


def test_a_page_without_a_title_gets_its_first_words(paragraphs: tuple[str, ...]) -> None:
    title = read_bytes("a", "\n".join(paragraphs).encode()).title
    assert paragraphs[0].startswith(title.removesuffix("…"))
    assert len(title) <= 111


def test_a_paste_takes_the_html(newspaper_paste: tuple[str, str], page_text: str) -> None:
    article = read_paste(*newspaper_paste)
    assert (article.kind, article.name) == ("clipboard", "Bảng nhớ tạm")
    assert "\n\n".join(article.text.split("\n")) == page_text
    assert article.raw == newspaper_paste[1].encode()


def test_a_paste_of_text(page_text: str) -> None:
    article = read_paste(page_text, "")
    assert "\n\n".join(article.text.split("\n")) == page_text
    assert article.raw == page_text.encode()


def test_html_that_lost_the_text_is_not_taken(page_text: str) -> None:
    article = read_paste(page_text, "<p>Hội nghị</p>")
    assert "\n\n".join(article.text.split("\n")) == page_text


def test_an_empty_paste_is_refused() -> None:
    with pytest.raises(FileRefused):
        read_paste(" ", "")


@pytest.fixture
def newspaper_paste(page_text: str) -> tuple[str, str]:
    return page_text, "".join(f"<p>{one}</p>" for one in page_text.split("\n\n"))


SAMPLES = sorted(path.read_bytes() for path in resource("samples").iterdir())


def _survives(data: bytes) -> None:
    start = time.process_time()
    with suppress(FileRefused):
        article = read_bytes("tệp", data)
        assert article.title
        assert not re.search("[\ud800-\udfff\x00-\x08\u202a-\u202e\n]", article.title)
    assert time.process_time() - start < 3


@given(st.binary(max_size=3_000))
def test_random_bytes(data: bytes) -> None:
    _survives(data)


@given(st.text(max_size=2_000), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-8-sig"]))
def test_random_text(text: str, encoding: str) -> None:
    _survives(text.encode(encoding, "replace"))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 40)), max_size=12),
)
def test_broken_samples(data: bytes, wounds: list[tuple[float, bytes, int]]) -> None:
    hurt = bytearray(data)
    for place, scrap, length in wounds:
        at = int(place * len(hurt))
        hurt[at : at + length] = scrap
    _survives(bytes(hurt))


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "<table><tr><td>", "<a href=x>", "</a>", "<br>", "chữ ",
                                 "<img>", "<li class=menu>", "<![CDATA[", "<!--", "&#x0;", "&nbsp;", "<script>"]), max_size=60))  # fmt: skip
def test_tag_soup(tags: list[str]) -> None:
    _survives(("<html><body>" + "".join(tags)).encode())


@pytest.mark.parametrize(
    "line",
    ["a" * 500_000, "1" * 300_000, "in " * 60_000, " | ".join(["tin"] * 50_000), "(" * 200_000, "ảnh: " * 60_000,
     "ngày 1/1 " * 60_000, ". " * 200_000, "Phó " * 60_000, "tổng kết năm " * 40_000],
)  # fmt: skip
def test_monstrous_lines_do_not_hold_up(line: str) -> None:
    _survives(line.encode())
    _survives(line[:88].encode())
    _survives(line[:199].encode())
