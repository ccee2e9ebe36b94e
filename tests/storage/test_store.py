"""A change is whole or not at all, is one undo step, and says what it touched."""

import errno
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import history, log
from tttt_desktop.storage.articles import add_article
from tttt_desktop.storage.store import Store


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 5, 9, 0)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **difference: float) -> None:
        """Move it."""
        self.now += timedelta(**difference)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(tmp_path: Path, clock: Clock) -> Iterator[Dossier]:
    """A dossier that goes by `clock`."""
    with Dossier.create(tmp_path / "hồ sơ.tttt", clock=clock) as dossier:
        yield dossier


@pytest.fixture
def store(timed: Dossier) -> Store:
    return timed.store


def add(store: Store, name: str, **how: str) -> int:
    """Add an agency as one change."""
    with store.change(f"Thêm {name}", **how):
        return store.insert("agency", {"name": name, "folded": name.lower()})


def rename(store: Store, row_id: int, name: str, merge_key: str = "") -> None:
    """Rename an agency as one change."""
    with store.change(f"Đổi tên {name}", merge_key):
        store.update("agency", row_id, {"name": name, "folded": name.lower()})


def names(store: Store) -> list[str]:
    """All agencies."""
    return [row[0] for row in store.conn.execute("SELECT name FROM agency ORDER BY id")]


def labels(store: Store) -> list[str]:
    """The labels of the history, oldest first, undone ones in brackets."""
    newest = history.page(store.conn, 99)
    return [f"({one.label})" if one.undone else one.label for one in newest[::-1]]


def test_many_rows_come_in_their_order(store: Store) -> None:
    names = [f"Phòng {number}" for number in range(45)]
    with store.change("Thêm nhiều"):
        ids = store.insert_many("agency", [{"name": name, "folded": name} for name in names])
    rows = store.conn.execute("SELECT id, name FROM agency ORDER BY id").fetchall()
    assert [tuple(row) for row in rows] == list(zip(ids, names, strict=True))
    store.undo()
    assert store.conn.execute("SELECT count(*) FROM agency").fetchone()[0] == 0


def test_a_change_is_one_revision_and_says_what_it_touched(store: Store) -> None:
    with store.change("Thêm hai") as change:
        ids = store.insert_many("agency", [{"name": n, "folded": n} for n in "ab"])
        change.concerns(7)
    assert change.changed.tables == {"agency": frozenset(ids)}
    assert change.changed.articles == {7}
    assert change.changed.revision == history.page(store.conn, 1)[0].id
    assert change.changed.touches("agency")
    assert store.last_changed == change.changed
    assert store.undo_label == "Thêm hai"


def test_a_change_that_fails_leaves_nothing(store: Store) -> None:
    add(store, "A")
    with pytest.raises(LookupError), store.change("Hỏng"):
        store.remove("agency", store.insert("agency", {"name": "B", "folded": "b"}) + 1)
    assert names(store) == ["A"]
    assert labels(store) == ["Thêm A"]
    add(store, "C")
    assert names(store) == ["A", "C"]


def test_changes_do_not_nest_and_rows_are_not_touched_outside(store: Store) -> None:
    add(store, "A")
    with store.change("Ngoài"):
        with pytest.raises(RuntimeError), store.change("Trong"):
            pass
        with pytest.raises(RuntimeError):
            store.undo()
    for act in (
        lambda: store.insert("agency", {"name": "B", "folded": "b"}),
        lambda: store.update("agency", 1, {"name": "B"}),
        lambda: store.remove("agency", 1),
    ):
        with pytest.raises(RuntimeError):
            act()
    assert names(store) == ["A"]


def test_an_empty_change_is_no_undo_step(store: Store) -> None:
    row_id = add(store, "A")
    saved = store.last_saved
    with store.change("Không gì") as change:
        assert not store.update("agency", row_id, {"name": "A"})
        store.remove("agency", store.insert("agency", {"name": "B", "folded": "b"}))
    assert change.changed.revision == 0
    assert not change.changed.tables
    assert labels(store) == ["Thêm A"]
    assert store.last_saved == saved


def test_typing_is_one_undo_step(store: Store, clock: Clock) -> None:
    row_id = add(store, "A")
    for letter in ("Ab", "Abc", "Abcd"):
        clock.forward(seconds=1.5)
        rename(store, row_id, letter, "tên")
    clock.forward(seconds=2.5)
    rename(store, row_id, "Sau", "tên")
    assert labels(store) == ["Thêm A", "Đổi tên Ab", "Đổi tên Sau"]
    store.undo()
    assert names(store) == ["Abcd"]
    store.undo()
    assert names(store) == ["A"]
    store.redo()
    assert names(store) == ["Abcd"]


def test_typing_elsewhere_between_keeps_the_steps_apart(store: Store) -> None:
    row_id = add(store, "A")
    rename(store, row_id, "B", "tên")
    rename(store, row_id, "C", "khác")
    rename(store, row_id, "D", "tên")
    rename(store, row_id, "E")
    rename(store, row_id, "F")
    assert len(labels(store)) == 6


def test_typing_after_undo_does_not_join_what_was_before(store: Store) -> None:
    row_id = add(store, "A")
    rename(store, row_id, "B", "tên")
    rename(store, row_id, "C", "khác")
    store.undo()
    rename(store, row_id, "D", "tên")
    assert labels(store) == ["Thêm A", "Đổi tên B", "Đổi tên D"]
    store.undo()
    assert names(store) == ["B"]


def test_rows_made_and_removed_within_one_typing_are_gone_after_undo(store: Store) -> None:
    with store.change("Gõ", "phối hợp"):
        first = store.insert_many("agency", [{"name": n, "folded": n} for n in "abc"])
    with store.change("Gõ", "phối hợp"):
        store.remove("agency", first[1])
        store.update("agency", first[2], {"name": "C"})
        store.insert("agency", {"name": "d", "folded": "d"})
    assert labels(store) == ["Gõ"]
    store.undo()
    assert names(store) == []
    store.redo()
    assert names(store) == ["a", "C", "d"]


def test_the_clock_going_back_does_not_join_steps(store: Store, clock: Clock) -> None:
    row_id = add(store, "A")
    rename(store, row_id, "B", "tên")
    clock.forward(hours=-1)
    rename(store, row_id, "C", "tên")
    assert len(labels(store)) == 3


def test_a_new_change_drops_what_was_undone(store: Store) -> None:
    row_id = add(store, "A")
    rename(store, row_id, "B")
    rename(store, row_id, "C")
    store.undo()
    store.undo()
    assert labels(store) == ["Thêm A", "(Đổi tên B)", "(Đổi tên C)"]
    assert store.redo_label == "Đổi tên B"
    rename(store, row_id, "D")
    assert labels(store) == ["Thêm A", "Đổi tên D"]
    assert store.redo() is None


def test_a_look_does_not_drop_what_was_undone(store: Store) -> None:
    row_id = add(store, "A")
    rename(store, row_id, "B")
    store.undo()
    rename(store, row_id, "A")
    assert store.redo_label == "Đổi tên B"


def test_undo_and_redo_survive_closing(tmp_path: Path) -> None:
    path = tmp_path / "a.tttt"
    with Dossier.create(path) as dossier:
        row_id = add(dossier.store, "A")
        rename(dossier.store, row_id, "B")
        dossier.undo()
    with Dossier.open(path) as dossier:
        assert (dossier.undo_label, dossier.redo_label) == ("Thêm A", "Đổi tên B")
        redone = dossier.redo()
        assert redone is not None
        assert redone.tables == {"agency": {row_id}}
        dossier.undo()
        undone = dossier.undo()
        assert undone is not None
        assert undone.label == "Thêm A"
        assert names(dossier.store) == []
        assert dossier.undo() is None
        assert (dossier.undo_label, dossier.redo_label) == ("", "Thêm A")


def test_an_id_is_never_given_twice(store: Store) -> None:
    first = add(store, "A")
    store.undo()
    assert add(store, "B") > first


def test_unique_values_may_change_hands_in_one_change(store: Store) -> None:
    one, two = add(store, "A"), add(store, "B")
    with store.change("Đổi chỗ"):
        store.update("agency", one, {"folded": "x"})
        store.update("agency", two, {"folded": "a"})
        store.update("agency", one, {"folded": "b"})
    with store.change("Thay"):
        store.remove("agency", one)
        store.insert("agency", {"name": "mới", "folded": "b"})
    store.undo()
    store.undo()
    assert [tuple(row) for row in store.conn.execute("SELECT id, folded FROM agency")] == [
        (one, "a"),
        (two, "b"),
    ]
    store.redo()
    store.redo()
    assert names(store) == ["B", "mới"]


def test_saved_means_committed(store: Store, clock: Clock) -> None:
    assert store.last_saved is None
    with store.change("Thêm"):
        store.insert("agency", {"name": "A", "folded": "a"})
        assert store.last_saved is None
    assert store.last_saved == clock.now
    clock.forward(minutes=3)
    store.undo()
    assert store.last_saved == clock.now


def fill(dossier: Dossier, article: ParsedArticle) -> int:
    """Store an article as one change."""
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, article, ())


def test_a_full_disk_is_told_and_can_be_tried_again(
    timed: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    small, large = parsed("Bài nhỏ."), parsed("Bài lớn. " * 20_000)
    fill(timed, small)
    conn = timed.store.conn
    before = (list(conn.iterdump()), timed.last_changed, timed.last_saved)
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    conn.execute(f"PRAGMA max_page_count = {pages + 3}")
    for _ in range(2):
        with pytest.raises(SaveFailed) as caught:
            fill(timed, large)
        assert str(caught.value) == ("Chưa lưu được: ổ đĩa đầy. Hãy xoá bớt tệp rồi bấm [Thử lại].")
        assert (list(conn.iterdump()), timed.last_changed, timed.last_saved) == before
    conn.execute(f"PRAGMA max_page_count = {pages + 3000}")
    assert timed.page(fill(timed, large)).text == large.text
    assert timed.check() == []


@pytest.mark.slow
def test_a_really_full_disk(tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> None:
    disk = tmp_path / "đĩa nhỏ"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    try:
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("no right to mount a small disk here")
    except FileNotFoundError:
        pytest.skip("no mount command here")
    try:
        with Dossier.create(disk / "hồ sơ.tttt") as dossier:
            fill(dossier, parsed("Bài nhỏ."))
            ballast = disk / "đầy"
            with ballast.open("wb", buffering=0) as opened:
                try:
                    while True:
                        opened.write(bytes(4096))
                except OSError as error:
                    assert error.errno == errno.ENOSPC  # noqa: PT017 - the disk is full now
            with pytest.raises(SaveFailed, match="ổ đĩa đầy"):
                fill(dossier, parsed("Bài lớn. " * 5_000))
            assert dossier.totals().articles == 1
            with pytest.raises(UserError):
                Dossier.create(disk / "khác.tttt")
            assert not (disk / "khác.tttt").exists()
            ballast.unlink()
            fill(dossier, parsed("Bài lớn. " * 5_000))
            assert dossier.check() == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_the_log_takes_runs_of_new_rows_together() -> None:
    absent: dict[tuple[str, int], Any] = dict.fromkeys(("suggestion", n) for n in range(1, 9_001))
    images: log.Images = {
        **absent,
        ("task", 3): {"id": 3, "lead": None},
        ("suggestion", 9_100): None,
    }
    written = log.dump(images, {5, 4})
    assert len(written) < 200
    assert log.load(written) == (images, {4, 5})


def test_many_rows_are_set_and_removed_as_each_would_be(store: Store) -> None:
    new = [{"name": f"Mục {n}", "folded": f"muc {n}", "position": 50 + n} for n in (1, 2, 3)]
    with store.change("Thêm"):
        ids = store.insert_many("field", new)
    with store.change("Sửa") as change:
        assert store.update_all("field", ids, {"short_name": "M"})
        assert not store.update_all("field", ids, {"short_name": "M"})
    assert change.changed.tables["field"] == frozenset(ids)
    with store.change("Sửa một") as change:
        store.update_all("field", ids[:2], {"position": 51})  # the first stands there already
    assert change.changed.tables["field"] == frozenset(ids[1:2])
    with store.change("Xoá"):
        store.remove_all("field", ids)
    with pytest.raises(LookupError), store.change("Sửa"):
        store.update_all("field", [ids[0]], {"short_name": ""})
    store.undo()
    store.undo()
    kept = store.conn.execute("SELECT short_name, position FROM field WHERE id >= ?", (ids[0],))
    assert [tuple(row) for row in kept] == [("M", 51), ("M", 52), ("M", 53)]
