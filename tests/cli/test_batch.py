"""`batch`: edits by JSON lines."""

import json
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import imports
from tttt_desktop.services.batch import run_line
from tttt_desktop.services.dossier import Dossier

MARK = "một số thôn, bản chưa được phủ sóng điện thoại."


@pytest.fixture
def annotate(text_of, filled: Path) -> dict[str, object]:
    """An edit that marks the shortcoming of the article."""
    start = text_of(filled)["articles"][0]["text"].index(MARK)
    place = {"article_id": 1, "start": start, "end": start + len(MARK)}
    return {"do": "annotate", **place, "label": "shortcoming", "note": "xem lại"}


def test_a_mark_is_stored_as_it_was_said(edits, text_of, filled: Path, annotate) -> None:
    (answer,) = edits(filled, annotate).lines
    assert answer == {"ok": True, "revision": 2, "annotation_id": answer["annotation_id"]}
    (stored,) = text_of(filled)["articles"][0]["annotations"]
    assert (stored["quote"], stored["label"], stored["note"]) == (MARK, "shortcoming", "xem lại")
    assert stored["field"]
    assert text_of(filled)["articles"][0]["state"] == "reading"


def test_marking_the_same_again_changes_nothing(edits, filled: Path, annotate) -> None:
    first, second = edits(filled, annotate, annotate).lines
    assert second == {"ok": True, "revision": 0, "annotation_id": first["annotation_id"]}


def test_a_task_carries_its_form(edits, text_of, filled: Path, annotate) -> None:
    task = {
        "assigner": "Trần Văn Mẫu",
        "lead": "Sở TT&TT",
        "cooperating": ["Sở Tài chính", "VNPT"],
        "deadline_text": "quý II",
        "deadline_on": "2023-06-30",
        "documents": ["Quyết định số 139/QĐ-UBND ngày 10/01/2014"],
        "status": "under way",
        "basis": "own plan",
    }
    (answer,) = edits(filled, {**annotate, "label": "task", "task": task}).lines
    assert answer["ok"], answer
    (stored,) = text_of(filled)["articles"][0]["annotations"]
    documents = stored["task"].pop("documents")
    assert documents[0]["number"] == "139/QĐ-UBND"
    assert {name: stored["task"][name] for name in task if name != "documents"} == {
        name: task[name] for name in task if name != "documents"
    }
    assert [one["status"] for one in stored["task"]["follow_ups"]] == ["under way"]


def test_every_way_to_set_and_take_back(edits, text_of, filled: Path, annotate) -> None:
    (made,) = edits(filled, annotate).lines
    here = {"do": "set", "annotation_id": made["annotation_id"]}
    lines = edits(
        filled,
        {**here, "statement": "Còn thôn chưa có sóng.", "cause": "địa hình", "remedy": "xây trạm"},
        {**here, "label": "task"},
        {**here, "task": {"assigner": "Trần Văn Mẫu"}},
        {**here, "start": annotate["start"] + 4, "end": annotate["end"]},
        {"do": "set", "article_id": 1, "title": "Tên mới", "published": None, "state": "done"},
    ).lines
    assert all(line["ok"] for line in lines), lines
    article = text_of(filled)["articles"][0]
    (mark,) = article["annotations"]
    assert (mark["statement"], mark["label"]) == ("Còn thôn chưa có sóng.", "task")
    assert mark["task"]["assigner"] == "Trần Văn Mẫu"
    assert mark["quote"] == MARK[4:]
    assert (article["title"], article["published_on"]) == ("Tên mới", None)
    assert article["state"] == "done"
    before = text_of(filled)
    undo, redo = {"do": "undo"}, {"do": "redo"}
    lines = edits(filled, *[undo] * 3, *[redo] * 3).lines
    assert all(line["ok"] and line["label"] for line in lines)
    assert text_of(filled) == before


def test_suggestions_are_decided_one_by_one_and_all_at_once(edits, text_of, filled: Path) -> None:
    ids = [one["id"] for one in text_of(filled)["articles"][0]["suggestions"]]
    assert len(ids) > 1
    first, rest = edits(
        filled,
        {"do": "accept", "suggestion_id": ids[0], "label": "achievement"},
        {"do": "accept", "article_id": 1, "all": True},
    ).lines
    assert first["annotation_id"] == 1
    assert rest["accepted"] == len(ids) - 1
    article = text_of(filled)["articles"][0]
    assert len(article["annotations"]) == len(ids)
    assert article["annotations"][0]["label"] == "achievement"
    edits(filled, {"do": "undo"}, {"do": "decline", "article_id": 1, "all": True})
    article = text_of(filled)["articles"][0]
    assert (len(article["annotations"]), article["suggestions"]) == (1, [])


def test_things_can_be_removed(edits, text_of, filled: Path, annotate) -> None:
    (made,) = edits(filled, annotate).lines
    assert (
        edits(
            filled,
            {"do": "remove", "annotation_id": made["annotation_id"]},
            {"do": "remove", "article_id": 1},
        ).code
        == 0
    )
    assert text_of(filled)["articles"] == []


WRONG = [
    b"khong phai json",
    b"[]",
    b"3",
    b"null",
    b'"undo"',
    b"{",
    b"\xff\xfe\x00",
    b'{"do": "undo", "do2": 1}',
    b"{}",
    b'{"do": null}',
    b'{"do": ["undo"]}',
    b'{"do": "bay"}',
    b'{"do": "annotate"}',
    b'{"do": "annotate", "article_id": 1, "start": NaN, "end": 5, "label": "task"}',
    b'{"do": "annotate", "article_id": 1, "start": 0.0, "end": 5, "label": "task"}',
    b'{"do": "annotate", "article_id": 1, "start": 5, "end": 5, "label": "task"}',
    b'{"do": "annotate", "article_id": 1, "start": -1, "end": 5, "label": "task"}',
    b'{"do": "annotate", "article_id": 1, "start": 0, "end": 999999, "label": "task"}',
    b'{"do": "annotate", "article_id": true, "start": 0, "end": 5, "label": "task"}',
    b'{"do": "annotate", "article_id": 77, "start": 0, "end": 5, "label": "task"}',
    b'{"do": "annotate", "article_id": 1, "start": 0, "end": 5, "label": "none"}',
    b'{"do": "annotate", "article_id": 1, "start": 0, "end": 5, "label": "task", "task": []}',
    b'{"do": "annotate", "article_id": 1, "start": 0, "end": 5, "label": "task", "task": {"x": 1}}',
    b'{"do": "annotate", "article_id": 1, "start": 0, "end": 5, "label": "achievement", "task": {}}',
    b'{"do": "annotate", "article_id": 1, "start": 0, "end": 5, "label": "task", "note": 5}',
    b'{"do": "annotate", "article_id": 1, "start": 0, "end": 5, "label": "task", "d": 5}',
    b'{"do": "accept", "suggestion_id": 99999999999999999999999999}',
    b'{"do": "accept", "suggestion_id": "1"}',
    b'{"do": "accept", "article_id": 1, "all": 1}',
    b'{"do": "set", "article_id": 1}',
    b'{"do": "set", "article_id": 1, "id": 2}',
    b'{"do": "set", "article_id": 1, "article": 2}',
    b'{"do": "set", "article_id": 1, "published": "hom nay"}',
    b'{"do": "set", "article_id": 1, "review_year": 1e400}',
    b'{"do": "set", "article_id": 1, "review_year": ' + b"9" * 5000 + b"}",
    b'{"do": "set", "article_id": 1, "state": "lost"}',
    b'{"do": "set", "article_id": 1, "title": ""}',
    b'{"do": "set", "annotation_id": 77, "note": "x"}',
    b'{"do": "set", "annotation_id": 1, "label": "task", "note": "x"}',
    b'{"do": "remove"}',
    b'{"do": ' + b"[" * 100_000,
    b'{"do": "undo", "a": ' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"do": "redo"}',
    b'{"a": "' + b"x" * 2_000_000 + b'"}',
]


def test_what_cannot_be_done_is_refused_and_the_rest_goes_on(run, text_of, filled: Path) -> None:
    before = text_of(filled)
    good = b'{"do": "set", "article_id": 1, "note": "ghi"}'
    done = run("batch", filled, stdin=b"\n".join([*WRONG, b"", good]) + b"\n")
    assert done.code == 1
    *refused, last = done.lines
    assert len(refused) == len(WRONG)
    for line, answer in zip(WRONG, refused, strict=True):
        assert answer["ok"] is False, line[:200]
        assert 0 < len(answer["message"]) <= 500
    assert last["ok"]
    before["articles"][0]["note"] = "ghi"
    assert text_of(filled) == before


def test_text_that_no_file_can_hold_is_cleaned(edits, text_of, filled: Path) -> None:
    edit = {"do": "set", "article_id": 1, "note": "a\ud800b\u202e\0c"}
    assert edits(filled, edit).code == 0
    assert text_of(filled)["articles"][0]["note"] == "abc"


def test_edits_can_come_from_a_file_with_a_mark_at_its_head(run, filled: Path, tmp_path) -> None:
    file = tmp_path / "sửa.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + b'{"do": "undo"}\r\n')
    assert run("batch", filled, file).lines == [
        {"ok": True, "revision": 1, "label": "Nhập 1 bài viết"}
    ]
    assert run("batch", filled, tmp_path / "thiếu.jsonl").code == 1


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [
        "do",
        "article_id",
        "annotation_id",
        "suggestion_id",
        "start",
        "end",
        "label",
        "note",
        "statement",
        "field",
        "task",
        "all",
        "title",
        "state",
        "published",
        "review_year",
    ]
)
ACTS = st.sampled_from(["annotate", "accept", "decline", "set", "remove", "undo", "redo"])


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edit=st.dictionaries(NAMES, st.integers(0, 60) | VALUES), act=ACTS)
def test_no_edit_breaks_the_dossier(dossier: Dossier, parsed, edit, act) -> None:
    if not dossier.article_ids():
        imports.store(dossier, [imports.Reading("a.txt", parsed("Tiêu đề\nMột câu. Hai câu."))])
    with suppress(UserError):
        json.dumps(run_line(dossier, {**edit, "do": act}))
    assert dossier.check() == []


def feed(started, lines: list[bytes]) -> list[dict[str, object]]:
    """Send lines one at a time and read the answer to each before the next."""
    answers = []
    for line in lines:
        started.stdin.write(line)
        started.stdin.flush()
        answers.append(json.loads(started.stdout.readline()))
    return answers


def test_each_line_is_answered_before_the_next_is_sent(process, filled: Path) -> None:
    with process("batch", filled) as started:
        line = b'{"do": "set", "article_id": 1, "note": "n%d"}\n'
        answers = feed(started, [line % number for number in range(3)])
        started.stdin.close()
        assert started.wait(timeout=30) == 0
    assert all(answer["ok"] for answer in answers)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("times", [3, pytest.param(60, marks=pytest.mark.slow)])
@pytest.mark.timeout(600)
def test_after_kill_nothing_acknowledged_is_missing_and_nothing_is_half_there(
    process, text_of, run, tmp_path: Path, times: int
) -> None:
    source = tmp_path / "dài.txt"
    words = [f"Kết quả số {number} đã hoàn thành vượt kế hoạch." for number in range(times * 40)]
    source.write_text("\n".join(["Tổng kết năm 2022", *words]), encoding="utf-8")
    path = tmp_path / "hồ sơ.tttt"
    assert run("import", path, source).code == 0
    run("batch", path, stdin=b'{"do": "decline", "article_id": 1, "all": true}\n')
    text = text_of(path)["articles"][0]["text"]
    edits = []
    for word in words:
        at = text.index(word)
        task = {"assigner": "Trần Văn Mẫu", "lead": word[:12], "cooperating": ["VNPT", "Viettel"]}
        edit = {"do": "annotate", "article_id": 1, "start": at, "end": at + len(word)}
        edits.append(json.dumps({**edit, "label": "task", "task": task}).encode() + b"\n")
    acknowledged: dict[int, str] = {}
    sent = 0
    for round_number in range(times):
        started = process("batch", path)
        started.stdin.write(b"".join(edits[sent : sent + 40]))
        started.stdin.flush()
        for index in range(1 + round_number % 37):
            answer = json.loads(started.stdout.readline())
            acknowledged[answer["annotation_id"]] = words[sent + index]
        started.kill()
        rest = started.communicate()[0].splitlines(keepends=True)
        for index, line in enumerate(rest, start=1 + round_number % 37):
            if line.endswith(b"\n"):
                acknowledged[json.loads(line)["annotation_id"]] = words[sent + index]
        sent += 40
        assert run("check", path).code == 0
        marks = {one["id"]: one for one in text_of(path)["articles"][0]["annotations"]}
        for annotation_id, word in acknowledged.items():
            assert marks[annotation_id]["quote"] == word
        assert all(one["task"]["cooperating"] == ["VNPT", "Viettel"] for one in marks.values())
        assert len(marks) <= len(acknowledged) + round_number + 1
