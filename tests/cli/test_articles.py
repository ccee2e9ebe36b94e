"""`import` and `suggest`."""

import zipfile
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


BODY = [
    f"Phần {number}: đơn vị số {number * 7} đã hoàn thành {number * 13} nhiệm vụ trong lĩnh vực thứ {number}, tăng {number} %."
    for number in range(1, 31)
]


def article(changed: int) -> str:
    """An article with so many of its paragraphs replaced by others."""
    own = [
        f"Một đoạn khác hẳn mang số {number * 31} của bài {changed}." for number in range(changed)
    ]
    lines = ["Sở tổng kết công tác năm 2022", "06/01/2023", *own, *BODY[changed:]]
    return "\n".join(lines)


def test_nearly_the_same_is_kept_as_a_source_and_the_similar_on_its_own(
    run, tmp_path: Path, text_of
) -> None:
    for name, changed in (("a", 0), ("b", 1), ("c", 15), ("d", 29)):
        (tmp_path / f"{name}.txt").write_text(article(changed), encoding="utf-8")
    paths = [tmp_path / f"{name}.txt" for name in "abcd"]
    done = run("import", tmp_path / "x.tttt", *paths, "--json")
    assert done.code == 0
    a, b, c, d = done.lines
    assert (a["status"], a["message"]) == ("imported", "")
    assert (b["status"], b["article_id"]) == ("duplicate", a["article_id"])
    assert "thêm một nguồn" in b["message"]
    assert c["status"] == "imported"
    assert c["article_id"] not in (None, a["article_id"])
    assert "a.txt" in c["message"]
    assert (d["status"], d["message"]) == ("imported", "")
    assert len(text_of(tmp_path / "x.tttt")["articles"]) == 3
    again = run("import", tmp_path / "x.tttt", *paths, "--json")
    assert [line["status"] for line in again.lines] == ["duplicate"] * 4
    assert len(text_of(tmp_path / "x.tttt")["articles"]) == 3


def test_a_zip_gives_one_line_for_each_file_in_it(run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "thư.zip", "w") as package:
        package.writestr("tháng 1/một.txt", ARTICLE)
        package.writestr("tháng 1/hỏng.docx", b"PK\x03\x04 broken")
    done = run("import", tmp_path / "x.tttt", tmp_path / "thư.zip", "--json")
    assert done.code == 1
    assert [(line["file"], line["status"]) for line in done.lines] == [
        (str(tmp_path / "thư.zip" / "tháng 1" / "một.txt"), "imported"),
        (str(tmp_path / "thư.zip" / "tháng 1" / "hỏng.docx"), "refused"),
    ]
    (told,) = (
        line for line in run("suggest", tmp_path / "thư.zip", "--json").lines if "text" in line
    )
    assert told["annotations"]


def test_a_zip_without_articles_is_one_refusal(run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ảnh.zip", "w") as package:
        package.writestr("ảnh.png", b"\x89PNG\r\n\x1a\n")
    done = run("import", tmp_path / "x.tttt", tmp_path / "ảnh.zip", "--json")
    assert done.code == 1
    (line,) = done.lines
    assert line["status"] == "refused"
    assert line["message"]
    assert not (tmp_path / "x.tttt").exists()
