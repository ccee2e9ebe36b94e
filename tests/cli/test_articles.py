"""`import` and `suggest`."""

from pathlib import Path

ARTICLE = """Sở Thông tin và Truyền thông Quảng Trị tổng kết công tác năm 2022
Ngày 06/01/2023
Sáng nay, Sở tổ chức hội nghị tổng kết công tác năm 2022. Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4%.
Tuy nhiên, một số thôn, bản chưa được phủ sóng điện thoại.
"""
KEYS = [
    "file",
    "status",
    "article_id",
    "title",
    "published",
    "event_on",
    "byline",
    "outlet",
    "province",
    "review_year",
    "plan_year",
    "message",
]


def test_good_files_are_stored_although_others_are_refused(run, tmp_path: Path) -> None:
    folder = tmp_path / "bài viết"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "hỏng.docx").write_bytes(b"PK\x03\x04" + bytes(500))
    done = run("import", tmp_path / "x.tttt", folder, tmp_path / "thiếu.txt", "--json")
    assert done.code == 1
    assert [line["status"] for line in done.lines] == [
        "imported",
        "duplicate",
        "refused",
        "refused",
    ]
    assert all(list(line) == KEYS for line in done.lines)
    assert done.lines[0]["article_id"] == 1
    assert done.lines[0]["published"] == "2023-01-06"
    assert done.lines[0]["review_year"] == 2022
    assert all(line["message"] for line in done.lines[1:])


def test_the_same_file_twice_is_a_duplicate_and_no_failure(run, filled: Path) -> None:
    done = run("import", filled, filled.with_name("bài viết.txt"), "--json")
    assert done.code == 0
    assert (done.lines[0]["status"], done.lines[0]["article_id"]) == ("duplicate", 1)


def test_when_nothing_can_be_read_no_dossier_is_made(run, tmp_path: Path) -> None:
    done = run("import", tmp_path / "x.tttt", tmp_path / "thiếu.txt")
    assert done.code == 1
    assert "thiếu.txt" in done.out
    assert not (tmp_path / "x.tttt").exists()


def test_the_suggestions_are_stored_with_the_article(run, filled: Path, text_of) -> None:
    (told,) = run("suggest", filled.with_name("bài viết.txt"), "--json").lines
    (article,) = text_of(filled)["articles"]
    stored = [(one["label"], one["quote"]) for one in article["suggestions"]]
    assert stored
    assert stored == [(one["label"], one["text"]) for one in told["annotations"]]


def test_suggestions_point_into_the_text(run, filled: Path) -> None:
    (line,) = run("suggest", filled.with_name("bài viết.txt"), "--json").lines
    for one in line["annotations"]:
        assert line["text"][one["start"] : one["end"]] == one["text"]
        assert set(one) >= {"label", "basis", "field", "assigner", "assignee", "deadline"}
        assert set(one) >= {"score", "reason", "figures", "legal_refs"}


def test_suggest_writes_nothing(run, filled: Path) -> None:
    before = sorted(filled.parent.rglob("*"))
    assert run("suggest", filled.with_name("bài viết.txt")).code == 0
    assert sorted(filled.parent.rglob("*")) == before


def test_a_dossier_that_is_no_dossier_stops_the_import(run, filled: Path) -> None:
    other = filled.with_name("khác.tttt")
    other.write_text("đây là văn bản", encoding="utf-8")
    done = run("import", other, filled.with_name("bài viết.txt"))
    assert done.code == 1
    assert other.read_text(encoding="utf-8") == "đây là văn bản"
