"""Importing as the window and the command line do it: child process, refusals, duplicates, one change."""

import gc
import io
import json
import os
import sqlite3
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, ParsedArticle
from tttt_desktop.importing.habits import learn
from tttt_desktop.paths import resource
from tttt_desktop.services import habits, imports, originals
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.duplicates import IN_THIS_IMPORT, Marker
from tttt_desktop.services.imports import Reading
from tttt_desktop.services.worker import child, reader, wire

SAMPLES = sorted(resource("samples").iterdir())


def read(paths: list[Path]) -> list[Reading]:
    return imports.read(paths, progress=lambda *_: None, cancelled=lambda: False)


def suggested(paths: list[Path]) -> list[Reading]:
    """Read files and look for their suggestions."""
    return imports.suggest(read(paths), progress=lambda *_: None, cancelled=lambda: False)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file into the test's folder."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / "tệp" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Run a script of the test in place of the child; `answer(name)` in it says what happens for a file."""

    def use(answer: str) -> None:
        script = tmp_path / "stand_in.py"
        script.write_text(
            "import json, os, sys, time\n"
            "sys.stdout.write('ready\\n'); sys.stdout.flush()\n"
            "while header := sys.stdin.buffer.readline():\n"
            "    header = json.loads(header); sys.stdin.buffer.read(header['size'])\n"
            "    name = header.get('name')\n"
            f"    {answer}\n"
            "    said = json.dumps({'refused': ['Đã đọc ' + name, '']})\n"
            "    print(0, len(said), 0); print(said, end='', flush=True)\n",
            "utf-8",
        )
        monkeypatch.setattr(reader, "command", lambda: [sys.executable, str(script)])

    return use


def test_the_samples_come_in_with_suggestions() -> None:
    readings = suggested(SAMPLES)
    assert [Path(reading.path) for reading in readings] == SAMPLES
    for reading in readings:
        assert reading.article is not None
        assert reading.proposals is not None
        whole = reading.whole()
        assert whole is not None
        assert whole.raw == Path(reading.path).read_bytes()
        kinds = {proposal.kind for proposal in reading.proposals}
        assert kinds == set(Kind), reading.path
        assert not reading.refused
        assert reading.duplicate_of is None


def test_the_leader_of_quang_tri_is_found_without_a_word_of_address() -> None:
    (reading,) = suggested([resource("samples") / "quang-tri-2023.txt"])
    assert reading.proposals is not None
    givers = {one.task.assigner for one in reading.proposals if one.task and one.task.assigner}
    assert givers
    assert all(giver.endswith("Lê Khắc Hoài Nam") for giver in givers)


def test_spans_are_places_in_the_text() -> None:
    for reading in suggested(SAMPLES):
        assert reading.article is not None
        assert reading.proposals
        for one in reading.proposals:
            quote = one.span.of(reading.article.text)
            assert quote == quote.strip() != ""


def test_a_bad_file_says_why_and_the_others_go_on(
    file: Callable[[str, str | bytes], Path],
) -> None:
    bad = [file("a.pdf", b"%PDF-1.4"), file("b.txt", b""), file("c.docx", b"PK\x03\x04 broken")]
    readings = read([bad[0], SAMPLES[0], bad[1], SAMPLES[1], bad[2]])
    assert [bool(reading.refused) for reading in readings] == [True, False, True, False, True]
    assert [reading.article is None for reading in readings] == [True, False, True, False, True]
    assert "PDF" in readings[0].refused


def test_progress_names_each_file_once() -> None:
    seen: list[tuple[int, int, str]] = []
    imports.read(SAMPLES, progress=lambda *now: seen.append(now), cancelled=lambda: False)
    assert [done for done, _, _ in seen] == list(range(1, len(SAMPLES) + 1))
    assert {total for _, total, _ in seen} == {len(SAMPLES)}
    assert {name for _, _, name in seen} == {path.name for path in SAMPLES}


def test_nothing_to_read() -> None:
    assert read([]) == []


def test_a_child_that_dies_costs_one_file(
    file: Callable[[str, str | bytes], Path], stand_in: Callable[[str], None]
) -> None:
    stand_in("name == 'b.txt' and os._exit(3)")
    readings = read([file(f"{letter}.txt", letter) for letter in "abc"])
    assert [reading.refused[:12] for reading in readings] == [
        "Đã đọc a.txt",
        "Tệp quá lớn ",
        "Đã đọc c.txt",
    ]


def test_a_child_that_hangs_costs_one_file(
    file: Callable[[str, str | bytes], Path],
    stand_in: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "LONGEST", 1.0)
    stand_in("name == 'b.txt' and time.sleep(60)")
    readings = read([file(f"{letter}.txt", letter) for letter in "abc"])
    assert "quá 20 giây" in readings[1].refused
    assert readings[2].refused.startswith("Đã đọc c.txt")


def framed(body: str, *, more: int = 0, raw: int = 0) -> str:
    """Python that prints an answer whose frame is sound."""
    return f"body = {body!r}.encode(); print({more}, len(body), {raw}, flush=True); print(body.decode() + 'x' * {raw}, end='', flush=True); continue"


ARTICLE = {
    "title": "Tổng kết", "outlet": "", "byline": "", "published_time": "", "province": "", "encoding": "", "site": "",
    "kind": "txt", "blocks": [["Tổng kết", "", ""], ["Năm 2022", "", ""]], "published_on": None, "event_on": None,
    "review_year": 2022, "plan_year": None, "officials": [], "found": [], "sketch": [3, 2**32 - 1],
}  # fmt: skip


def test_the_answer_that_the_broken_ones_are_made_of_is_sound(
    file: Callable[[str, str | bytes], Path], stand_in: Callable[[str], None]
) -> None:
    stand_in(framed(json.dumps(ARTICLE)))
    (reading,) = read([file("a.txt", "a")])
    assert reading.article is not None
    assert reading.article.text == "Tổng kết\nNăm 2022"


@pytest.mark.parametrize(
    "answer",
    [
        "print('{}', flush=True); continue",
        "print('0 -1 0', flush=True); continue",
        "print('7 2 0', flush=True); print('{}', flush=True); continue",
        "print('0 2 999999999', flush=True); print('{}', flush=True); continue",
        "print('0 99999999999 0', flush=True); continue",
        "print('0 20 0', flush=True); print('short', flush=True); sys.exit()",
        "sys.stdout.write('no end of line'); sys.stdout.flush(); sys.exit()",
        framed("[1, 2]"),
        framed("{}"),
        framed('{"refused": 3}'),
        framed("[" * 100_000),
        framed("no json"),
        framed(json.dumps(ARTICLE), more=1),
        framed('{"files": ["a.txt"]}'),
        framed('{"files": []}', more=1),
        framed('{"files": [3]}', more=1),
        framed('{"files": ["a\\u202eb"]}', more=1),
        framed(json.dumps({"files": ["a"] * 5_001}), more=1),
    ],
)
def test_a_broken_answer_is_a_refusal(
    answer: str, file: Callable[[str, str | bytes], Path], stand_in: Callable[[str], None]
) -> None:
    stand_in(answer)
    (reading,) = read([file("a.txt", "a")])
    assert reading.refused.startswith("Tệp quá lớn hoặc bị hỏng")


@pytest.mark.parametrize(
    "hostile",
    [
        {"title": "đổi \u202e chiều"},
        {"title": "nửa \ud800 chữ"},
        {"title": "hai\ndòng"},
        {"title": ["Tổng kết"]},
        {"title": None},
        {"kind": 3},
        {"sketch": ["3"]},
        {"sketch": [3, 2]},
        {"sketch": [-1]},
        {"sketch": [2**32]},
        {"sketch": list(range(1_000))},
        {"blocks": "Tổng kết"},
        {"blocks": [["a", "b"]]},
        {"blocks": [[1, "", ""]]},
        {"blocks": [["e\u0301", "", ""]]},
        {"blocks": [["Tổng\u0007kết", "", ""]]},
        {"published_on": "2022-13-40"},
        {"published_on": 20220101},
        {"review_year": "2022"},
        {"review_year": -1},
        {"review_year": 10**6},
        {"officials": [["A", {"b": 1}]]},
        {"found": [["title", "Dòng đầu", float("nan"), 0, None]]},
        {"found": [["title", "Dòng đầu", 1.0, 9, [0, 1]]]},
        {"found": [["title", "Dòng đầu", 1.0, 0, [0, 900]]]},
        {"found": [["title", "Dòng đầu", 1.0, 0, [3, 1]]]},
    ],
)
def test_an_answer_that_is_no_article_is_a_refusal(
    hostile: dict[str, Any],
    file: Callable[[str, str | bytes], Path],
    stand_in: Callable[[str], None],
) -> None:
    stand_in(framed(json.dumps({**ARTICLE, **hostile})))
    (reading,) = read([file("a.txt", "a")])
    assert reading.refused.startswith("Tệp quá lớn hoặc bị hỏng")


GOOD = {
    "span": [0, 3],
    "kind": "task",
    "score": 1.0,
    "words": ["r", "", "", ""],
    "task": None,
    "figures": [],
    "evidence": [],
}


@pytest.mark.parametrize(
    ("hostile", "count"),
    [
        ({}, 1),
        ({"span": [0, 9_999]}, 0),
        ({"span": [3, 3]}, 0),
        ({"span": [0.5, 3.5]}, 0),
        ({"kind": "crime"}, 0),
        ({"score": float("inf")}, 0),
        ({"words": ["r", "", "", 7]}, 0),
        ({"words": ["r", "a\u0000", "", ""]}, 0),
        ({"figures": [["4", None, "4", "", "", ""]]}, 0),
        ({"evidence": [[0, 9_999]]}, 0),
        ({"task": ["mine", "not started", None, ["", "", ""], []]}, 0),
    ],
)
def test_suggestions_that_cannot_be_are_none(
    hostile: dict[str, Any],
    count: int,
    stand_in: Callable[[str], None],
    parsed: Callable[..., ParsedArticle],
) -> None:
    stand_in(framed(json.dumps({"proposals": [list({**GOOD, **hostile}.values())]})))
    (reading,) = imports.suggest(
        [Reading("a.txt", parsed("Một bài viết"))],
        progress=lambda *_: None,
        cancelled=lambda: False,
    )
    assert reading.proposals is not None
    assert len(reading.proposals) == count


def test_a_child_that_has_grown_old_does_not_cost_a_good_file(
    file: Callable[[str, str | bytes], Path], stand_in: Callable[[str], None]
) -> None:
    stand_in("count = globals().get('count', 0) + 1; count > 2 and os._exit(3)")
    readings = read([file(f"{number}.txt", "a") for number in range(6)])
    assert [one.refused for one in readings] == [f"Đã đọc {number}.txt" for number in range(6)]


def test_stopping_keeps_what_is_finished_and_takes_less_than_a_second(
    file: Callable[[str, str | bytes], Path], stand_in: Callable[[str], None]
) -> None:
    stand_in("name == 'c.txt' and time.sleep(60)")
    stopped: list[float] = []

    def progress(done: int, _total: int, _name: str) -> None:
        if done == 2:
            stopped.append(time.monotonic())

    paths = [file(f"{letter}.txt", letter) for letter in "abcdef"]
    readings = imports.read(paths, progress=progress, cancelled=lambda: bool(stopped))
    assert time.monotonic() - stopped[0] < 1
    assert [Path(reading.path).name for reading in readings] == ["a.txt", "b.txt"]


def test_a_child_that_cannot_start_is_said_once(
    file: Callable[[str, str | bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "command", lambda: [sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(UserError, match="Không khởi động"):
        read([file("a.txt", "a"), file("b.txt", "b")])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_file_that_needs_too_much_memory_costs_itself(
    file: Callable[[str, str | bytes], Path],
) -> None:
    monster = file("a.html", b"<html><body>" + b"<p>a" * (7 * 1024 * 1024))
    # in a process of its own: a child starts with what its parent held, and this one held other tests
    done = subprocess.run(
        [sys.executable, "-c", _PEAK_OF_CHILDREN, str(monster), str(SAMPLES[0])],
        capture_output=True,
        text=True,
        check=True,
    )
    refused, read_too, peak = json.loads(done.stdout)
    assert (refused, read_too) == (True, True)
    assert peak < child.MEMORY


_PEAK_OF_CHILDREN = """
import json, resource, sys
from pathlib import Path
from tttt_desktop.services import imports

first, second = imports.read(
    [Path(name) for name in sys.argv[1:]], progress=lambda *_: None, cancelled=lambda: False
)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
print(json.dumps([bool(first.refused), second.article is not None, peak]))
"""


def test_the_child_takes_nothing_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hostile')")
    (tmp_path / "tttt_desktop.py").write_text("raise SystemExit('hostile')")
    monkeypatch.chdir(tmp_path)
    assert read([SAMPLES[0]])[0].article is not None


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader.command() == [sys.executable, wire.ARGUMENT]
    program = [sys.executable, "-m", "tttt_desktop", *reader.command()[1:]]
    monkeypatch.setattr(reader, "command", lambda: program)
    assert read([SAMPLES[0]])[0].article is not None


def test_the_clipboard_is_read_in_the_child() -> None:
    text = SAMPLES[-1].read_text("utf-8")
    reading = imports.read_clipboard(text, "")
    assert reading.article is not None
    assert reading.article.name == "Bảng nhớ tạm"
    assert reading.article.title in text
    assert imports.read_clipboard("", "").refused


def test_a_paste_that_hangs_is_given_up(
    stand_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "LONGEST", 1.0)
    stand_in("time.sleep(60)")
    assert "quá 20 giây" in imports.read_clipboard("Hội nghị", "").refused


def test_readings_arrive_while_others_are_read_in_their_order(
    file: Callable[[str, str | bytes], Path], stand_in: Callable[[str], None]
) -> None:
    stand_in("time.sleep(0.05)")
    came: list[list[Reading]] = []
    paths = [file(f"{number}.txt", "a") for number in range(12)]
    readings = imports.read(
        paths, progress=lambda *_: None, cancelled=lambda: False, arrived=came.append
    )
    assert len(came) > 1
    assert [one for batch in came for one in batch] == readings
    assert [Path(one.path) for one in readings] == paths


# --------------------------------------------------------------------------- files in files


def zipped(**files: bytes) -> bytes:
    """A zip of files; `__` in a name is a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "."), data)
    return buffer.getvalue()


def test_a_zip_gives_a_reading_for_each_file_in_it(
    dossier: Dossier, file: Callable[[str, str | bytes], Path]
) -> None:
    first, second = SAMPLES[0].read_bytes(), SAMPLES[-1].read_bytes()
    inner = zipped(hai__txt=second, hỏng__docx=b"PK\x03\x04 broken")
    path = file("thư.zip", zipped(một__docx=first, trong__zip=inner))
    told: list[tuple[int, int]] = []
    readings = imports.read(
        [path, SAMPLES[1]],
        progress=lambda done, total, _: told.append((done, total)),
        cancelled=lambda: False,
    )
    names = ["thư.zip/một.docx", "thư.zip/trong.zip/hai.txt", "thư.zip/trong.zip/hỏng.docx"]
    assert [one.path for one in readings] == [
        *(str(path.parent / name) for name in names),
        str(SAMPLES[1]),
    ]
    assert [bool(one.refused) for one in readings] == [False, False, True, False]
    assert told[-1] == (4, 4)
    ids = imports.store(dossier, readings).article_ids
    assert dossier.page(ids[1]).article.source_name == names[1]
    with closing(sqlite3.connect(f"file:{dossier.path}?mode=ro", uri=True)) as conn:
        dossier.close()
        raw = [row[0] for row in conn.execute("SELECT raw FROM source ORDER BY id")]
    assert raw == [first, second, SAMPLES[1].read_bytes()]


def test_a_file_in_a_zip_that_hangs_costs_itself(
    file: Callable[[str, str | bytes], Path],
    stand_in: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "LONGEST", 1.0)
    refusal = json.dumps({"refused": ["Đã đọc", ""]})
    stand_in(
        "names = json.dumps({'files': ['a', 'b', 'c']}); start = header['start']; "
        "print(1, len(names), 0); print(names, end='', flush=True); "
        f"said = {refusal!r}.encode(); "
        "[(time.sleep(60 * (n == 1)), print(int(n < 2), len(said), 0), print(said.decode(), end='', flush=True))"
        " for n in range(start, 3)]; continue"
    )
    readings = read([file("a.zip", "a")])
    assert [one.path[-1] for one in readings] == ["a", "b", "c"]
    assert ["quá 20 giây" in one.refused for one in readings] == [False, True, False]


def test_a_file_in_files_that_kills_every_child_is_given_up(
    file: Callable[[str, str | bytes], Path], stand_in: Callable[[str], None]
) -> None:
    stand_in(
        "names = json.dumps({'files': [str(n) for n in range(50)]}); print(1, len(names), 0); "
        "print(names, end='', flush=True); os._exit(3)"
    )
    readings = read([file("a.zip", "a")])
    assert len(readings) == 50
    assert all(one.refused for one in readings)


# --------------------------------------------------------------------------- the bytes as they came


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files as Linux does")
def test_many_bytes_are_kept_outside_the_memory_and_let_go_of(
    file: Callable[[str, str | bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "_IN_MEMORY", 60_000)
    page = SAMPLES[-1].read_bytes()
    paths = [file(f"{number}.txt", page + b"\n" + b"%d " % number * 5_000) for number in range(10)]
    before = open_files()
    readings = read(paths[:1])
    during = open_files()
    readings = read(paths)
    for reading, path in zip(readings, paths, strict=True):
        assert reading.article is not None
        assert reading.article.raw == b""
        whole = reading.whole()
        assert whole is not None
        assert whole.raw == path.read_bytes()
    assert open_files() == during + 1
    del readings, reading, whole
    gc.collect()
    assert open_files() <= max(before, during)


def test_the_same_bytes_are_read_by_another_encoding(
    file: Callable[[str, str | bytes], Path],
) -> None:
    text = SAMPLES[-1].read_text("utf-8")
    (reading,) = read([file("a.txt", text.encode("utf-16-le"))])
    again = imports.read_again(reading, "utf-16")
    assert again.article is not None
    assert again.article.title in text
    wrong = imports.read_again(reading, "windows-1258")
    assert wrong.refused or (wrong.article and wrong.article.text != again.article.text)
    assert again.path == reading.path


def test_a_remembered_choice_holds_for_the_next_page(
    file: Callable[[str, str | bytes], Path],
) -> None:
    page = resource("samples") / "nghe-an-2022.html"
    (reading,) = read([page])
    article = reading.article
    assert article is not None
    if not article.site:
        pytest.skip("the sample page tells no site")
    at = next(n for n, one in enumerate(article.blocks) if one.reason and one.place)
    kept = replace(article.blocks[at], reason="")
    decided = replace(article, blocks=(*article.blocks[:at], kept, *article.blocks[at + 1 :]))
    habits.save(learn({}, decided, at))
    (after,) = read([page])
    assert after.article is not None
    assert not after.article.blocks[at].reason


# --------------------------------------------------------------------------- folders


def test_folders_give_their_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.docx", "a/B.HTML", "d.pdf", "~$b.docx", ".ẩn.txt", "e.exe", ".git/f.txt",
                 "trang.html", "trang_files/g.html"):  # fmt: skip
        path = tmp_path / "tài liệu" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    folder = tmp_path / "tài liệu"
    found = [path.relative_to(folder).as_posix() for path in imports.expand([folder])]
    assert found == ["b.txt", "d.pdf", "trang.html", "a/B.HTML", "a/c.docx"]


def test_a_file_named_by_itself_is_always_in_and_only_once(tmp_path: Path) -> None:
    path = tmp_path / "e.exe"
    text = tmp_path / "a.txt"
    text.write_text("x")
    assert imports.expand([path, text, tmp_path, path]) == [path, text]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "ngoài"
    outside.mkdir()
    (outside / "a.txt").write_text("x")
    folder = tmp_path / "trong"
    folder.mkdir()
    (folder / "vòng").symlink_to(folder, target_is_directory=True)
    (folder / "ra").symlink_to(outside, target_is_directory=True)
    (folder / "l.txt").symlink_to(outside / "a.txt")
    assert imports.expand([folder]) == [folder / "l.txt"]
    assert "lối tắt" in read([folder / "l.txt"])[0].refused
    assert "lối tắt" in read(imports.expand([folder / "ra"]))[0].refused


def test_an_unreadable_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    locked = tmp_path / "khóa"
    locked.mkdir()
    locked.chmod(0)
    assert imports.expand([tmp_path]) == [tmp_path / "a.txt"]
    locked.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes")
def test_a_name_that_is_no_text_can_be_stored(dossier: Dossier, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xe0i.txt")
    path.write_bytes(SAMPLES[-1].read_bytes())
    stored = imports.store(dossier, read(imports.expand([tmp_path])))
    assert dossier.page(stored.article_ids[0]).article.source_name == "bi.txt"


# --------------------------------------------------------------------------- duplicates


def test_the_same_bytes_and_the_same_text_are_found_in_one_import(
    file: Callable[[str, str | bytes], Path],
) -> None:
    page = SAMPLES[-1].read_text("utf-8")
    paths = [
        file("1.txt", page),
        file("2.txt", page),
        file("3.txt", unicodedata.normalize("NFD", page).replace("\n", "\r\n")),
        file("4.txt", SAMPLES[-2].read_text("utf-8")),
    ]
    readings = Marker(None).mark(read(paths))
    assert [reading.duplicate_of for reading in readings] == [
        None,
        IN_THIS_IMPORT,
        IN_THIS_IMPORT,
        None,
    ]
    assert "1.txt" in readings[1].message


def test_an_article_of_the_dossier_is_found_again(
    dossier: Dossier, file: Callable[[str, str | bytes], Path]
) -> None:
    stored = imports.store(dossier, read(SAMPLES[:2]))
    again = file("khác.txt", SAMPLES[1].read_text("utf-8") + "\n\n")
    marked = Marker(dossier).mark(read([SAMPLES[0], again, SAMPLES[2]]))
    assert [reading.duplicate_of for reading in marked] == [*stored.article_ids, None]
    assert [reading.similarity for reading in marked] == [1.0, 1.0, 0.0]


# --------------------------------------------------------------------------- storing


def test_one_import_is_one_step(dossier: Dossier, file: Callable[[str, str | bytes], Path]) -> None:
    readings = suggested([*SAMPLES, file("a.pdf", b"%PDF-1.4")])
    stored = imports.store(dossier, readings)
    assert dossier.undo_label == f"Nhập {len(SAMPLES)} bài viết"
    assert sorted(dossier.article_ids()) == sorted(stored.article_ids)
    assert stored.changed.articles >= set(stored.article_ids)
    for article_id, reading in zip(stored.article_ids, readings, strict=False):
        page = dossier.page(article_id)
        assert reading.article is not None
        assert (page.article.title, page.text) == (reading.article.title, reading.article.text)
        assert reading.proposals is not None
        assert len(page.suggestions) == len(reading.proposals)
        assert [aside.text for aside in page.asides] == [
            b.text for b in reading.article.blocks if b.reason
        ]
    dossier.undo()
    assert dossier.totals().articles == 0
    dossier.redo()
    assert dossier.totals().articles == len(SAMPLES)


def test_what_the_person_corrected_is_stored(dossier: Dossier) -> None:
    (reading,) = read(SAMPLES[:1])
    assert reading.article is not None
    corrected = replace(reading, article=replace(reading.article, title="Tên khác", province=""))
    (article_id,) = imports.store(dossier, [corrected]).article_ids
    article = dossier.page(article_id).article
    assert (article.title, article.province) == ("Tên khác", "")


def test_a_kept_duplicate_becomes_one_more_source(dossier: Dossier) -> None:
    (first,) = imports.store(dossier, read(SAMPLES[:1])).article_ids
    one, two, three = read(SAMPLES[1:4])
    readings = [
        replace(one, duplicate_of=first, as_source=True),
        two,
        replace(three, duplicate_of=IN_THIS_IMPORT, twin=two.path, as_source=True),
    ]
    stored = imports.store(dossier, readings)
    assert stored.article_ids[0] == first
    assert stored.article_ids[1] == stored.article_ids[2] != first
    assert dossier.totals().articles == 2
    assert [len(dossier.page(i).article.sources) for i in (first, stored.article_ids[1])] == [1, 1]
    dossier.undo()
    assert dossier.totals().articles == 1
    assert dossier.page(first).article.sources == ()


def test_what_repeats_a_file_that_is_not_stored_becomes_an_article(dossier: Dossier) -> None:
    one, two = read(SAMPLES[:2])
    left_out = str(SAMPLES[2])
    readings = [
        replace(it, duplicate_of=IN_THIS_IMPORT, twin=left_out, as_source=True) for it in (one, two)
    ]
    ids = imports.store(dossier, readings).article_ids
    assert ids[0] == ids[1]
    assert len(dossier.page(ids[0]).article.sources) == 1


@pytest.mark.slow
def test_a_thousand_texts_go_in_quickly(dossier: Dossier, tmp_path: Path) -> None:
    folder = tmp_path / "nhiều"
    folder.mkdir()
    page = SAMPLES[-1].read_text("utf-8")
    for number in range(1_000):
        (folder / f"{number:04}.txt").write_text(f"{page}\n\nBài số {number}", "utf-8")
    start = time.monotonic()
    imports.store(dossier, Marker(dossier).mark(read(imports.expand([folder]))))
    assert dossier.totals().articles == 1_000
    assert time.monotonic() - start < 30
