"""Opening: what is ours opens, what is not is refused with one sentence and stays as it was."""

import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tttt_desktop.domain.errors import DossierInUse, DossierNotOurs, NotFound, SaveFailed, UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import file, schema

Look = Callable[[Path], dict[str, str]]
Raw = Callable[[Path, str], object]
Other = Callable[[str, Path], "subprocess.Popen[str]"]

HOLD = """
from tttt_desktop.services.dossier import Dossier
dossier = Dossier.open(path)
print("open", flush=True)
sys.stdin.read()
dossier.close()
"""
HOLD_AND_LOOK_AT_IT = """
from tttt_desktop.services.dossier import Dossier
dossier = Dossier.open(path)
open(path, "rb").close()  # as a dialog for files does to see what kind of file it is
print("open", flush=True)
sys.stdin.read()
dossier.close()
"""
DIE_AFTER_A_COMMIT = """
import os
from tttt_desktop.services.dossier import Dossier
dossier = Dossier.open(path)
dossier.set_settings({"office.name": "Sở mẫu"})
os.kill(os.getpid(), 9)
"""
DIE_IN_A_COMMIT = """
import os, sqlite3
conn = sqlite3.connect(path, isolation_level=None)
conn.execute("PRAGMA cache_size = 1")
conn.execute("BEGIN")
conn.execute("UPDATE article SET title = 'nửa chừng'")
conn.execute("CREATE TABLE filler (bytes)")
conn.execute("INSERT INTO filler VALUES (zeroblob(1000000))")
os.kill(os.getpid(), 9)
"""


def refusal(path: Path) -> UserError:
    """The error with which opening is refused, the same for writing and for reading."""
    with pytest.raises(UserError) as writing:
        Dossier.open(path)
    with pytest.raises(UserError) as reading:
        Dossier.open(path, read_only=True)
    assert type(reading.value) is type(writing.value)
    assert writing.value.message.endswith(".")
    assert writing.value.remedy.endswith(".")
    assert "\n" not in writing.value.message
    return writing.value


def write(path: Path, content: bytes) -> None:
    """Put bytes into a file."""
    path.write_bytes(content)


def damage(path: Path, offset: int, content: bytes) -> None:
    """Overwrite bytes in the middle of a file."""
    with path.open("r+b") as opened:
        opened.seek(offset)
        opened.write(content)


STRANGERS: dict[str, Callable[[Path, Raw], object]] = {
    "empty": lambda path, raw: write(path, b""),
    "ten bytes": lambda path, raw: write(path, b"SQLite for"),
    "text": lambda path, raw: write(path, "Không phải hồ sơ.\n".encode() * 50),
    "another database": lambda path, raw: (path.unlink(), raw(path, "CREATE TABLE a (b)")),
    "nothing but a header": lambda path, raw: os.truncate(path, 100),
    "cut in the middle": lambda path, raw: os.truncate(
        path, path.stat().st_size // 2 // 4096 * 4096
    ),
    "cut within a page": lambda path, raw: os.truncate(path, path.stat().st_size - 1000),
    "schema page overwritten": lambda path, raw: damage(path, 100, b"\xff" * 3000),
    "a page of zeros": lambda path, raw: damage(path, 4096, bytes(4096)),
    "a foreign table": lambda path, raw: raw(path, "CREATE TABLE stranger (a)"),
    "a foreign view": lambda path, raw: raw(path, "CREATE VIEW stranger AS SELECT 1"),
    "a foreign trigger": lambda path, raw: raw(
        path, "CREATE TRIGGER s AFTER INSERT ON article BEGIN DELETE FROM body; END"
    ),
    "a trigger on the migrations": lambda path, raw: raw(
        path, "CREATE TRIGGER s AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM body; END"
    ),
    "a trigger on the index": lambda path, raw: raw(
        path, "CREATE TRIGGER s AFTER INSERT ON article_fts_content BEGIN DELETE FROM body; END"
    ),
    "a missing table": lambda path, raw: raw(path, "DROP TABLE aside"),
    "a broken key": lambda path, raw: raw(path, "UPDATE body SET article_id = 77"),
    "write-ahead mode": lambda path, raw: raw(path, "PRAGMA journal_mode = WAL"),
    "newer": lambda path, raw: raw(path, f"PRAGMA user_version = {schema.VERSION + 1}"),
    "no version": lambda path, raw: raw(path, "PRAGMA user_version = 0"),
    "another application": lambda path, raw: raw(path, "PRAGMA application_id = 1"),
}


@pytest.mark.parametrize("kind", STRANGERS)
def test_what_is_not_a_sound_dossier_is_refused_and_not_touched(
    kind: str, sealed: Path, tmp_path: Path, folder_state: Look, raw: Raw
) -> None:
    STRANGERS[kind](sealed, raw)
    before = folder_state(tmp_path)
    error = refusal(sealed)
    assert isinstance(error, DossierNotOurs)
    assert folder_state(tmp_path) == before


def test_a_newer_dossier_is_refused_kindly(sealed: Path, raw: Raw) -> None:
    raw(sealed, f"PRAGMA user_version = {schema.VERSION + 1}")
    assert "bản mới hơn" in refusal(sealed).message
    assert "nguyên vẹn" in refusal(sealed).remedy


def test_a_folder_a_device_and_nothing(tmp_path: Path) -> None:
    assert "thư mục" in refusal(tmp_path).message
    assert isinstance(refusal(tmp_path / "không có.tttt"), NotFound)
    assert isinstance(refusal(tmp_path / "không có" / "gì.tttt"), NotFound)
    assert isinstance(refusal(Path("a\0b.tttt")), NotFound)
    if Path("/dev/zero").exists():
        assert "thiết bị" in refusal(Path("/dev/zero")).message


def test_opening_and_closing_leaves_the_file_as_it_was(
    sealed: Path, tmp_path: Path, folder_state: Look
) -> None:
    before = folder_state(tmp_path)
    Dossier.open(sealed).close()
    Dossier.open(sealed, read_only=True).close()
    assert folder_state(tmp_path) == before


def test_files_are_private(sealed: Path) -> None:
    with Dossier.open(sealed) as dossier:
        dossier.set_settings({"a": "b"})
        beside = [path for path in sealed.parent.iterdir() if path.name != "home"]
        for path in beside:
            mode = stat.S_IMODE(path.stat().st_mode)
            assert mode == (0o700 if path.is_dir() else 0o600), path
        backups = [path for path in beside if path.is_dir()]
        assert [stat.S_IMODE(path.stat().st_mode) for path in backups[0].iterdir()] == [0o600]


def test_it_works_wherever_users_keep_it(user_folder: Path) -> None:
    for name in ("Hồ sơ #1 50% xong?.tttt", "100%41 & 'nháy' \"kép\".tttt", "hồ sơ.tttt"):
        path = user_folder / name
        with Dossier.create(path) as dossier:
            dossier.set_settings({"a": name})
            dossier.back_up_to(user_folder / f"bản sao của {name}")
        assert path.is_file()
        for saved in (path, user_folder / f"bản sao của {name}"):
            with Dossier.open(saved) as again:
                assert again.setting("a") == name


def test_creating_never_overwrites(sealed: Path, tmp_path: Path, folder_state: Look) -> None:
    before = folder_state(tmp_path)
    with pytest.raises(UserError):
        Dossier.create(sealed)
    with pytest.raises(UserError):
        Dossier.create(tmp_path)
    with pytest.raises(UserError):
        Dossier.create(sealed / "trong tệp.tttt")
    assert folder_state(tmp_path) == before


def test_creating_makes_the_folder_or_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Dossier.create(tmp_path / "mới" / "hồ sơ.tttt").close()
    assert [path.name for path in (tmp_path / "mới").iterdir()] == ["hồ sơ.tttt"]

    def full(_: sqlite3.Connection) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file, "seed_fields", full)
    with pytest.raises(UserError):
        Dossier.create(tmp_path / "mới" / "khác.tttt")
    assert [path.name for path in (tmp_path / "mới").iterdir()] == ["hồ sơ.tttt"]


def test_a_second_program_is_told_at_once_by_whom_it_is_held(
    sealed: Path, other_program: Other, monkeypatch: pytest.MonkeyPatch, folder_state: Look
) -> None:
    monkeypatch.setenv("USER", "lan")
    monkeypatch.delenv("USERNAME", raising=False)
    holder = other_program(HOLD, sealed)
    before = folder_state(sealed.parent)
    with pytest.raises(
        DossierInUse, match=r"Hồ sơ đang mở ở cửa sổ khác \(người dùng lan, máy .+\)\."
    ):
        Dossier.open(sealed)
    with Dossier.open(sealed, read_only=True) as reader:
        assert reader.totals().articles == 1
        assert reader.check() == []
    assert folder_state(sealed.parent) == before
    holder.communicate()
    with Dossier.open(sealed) as mine:
        assert mine.recovered == ""
        mine.set_settings({"a": "b"})


def test_a_holder_that_lost_the_lock_of_sqlite_still_holds(
    sealed: Path, other_program: Other, folder_state: Look
) -> None:
    holder = other_program(HOLD_AND_LOOK_AT_IT, sealed)
    before = folder_state(sealed.parent)
    with pytest.raises(DossierInUse, match="Hồ sơ đang mở ở cửa sổ khác"):
        Dossier.open(sealed)
    assert folder_state(sealed.parent) == before
    holder.communicate()
    Dossier.open(sealed).close()


def test_the_same_program_does_not_open_it_twice(sealed: Path) -> None:
    with Dossier.open(sealed) as dossier:
        for read_only in (False, True):
            with pytest.raises(DossierInUse):
                Dossier.open(sealed, read_only=read_only)
        dossier.set_settings({"a": "b"})
    Dossier.open(sealed).close()


def test_closing_twice_does_not_take_the_name_of_the_next_holder_away(sealed: Path) -> None:
    first = Dossier.open(sealed)
    first.close()
    with Dossier.open(sealed) as second:
        names = set(sealed.parent.iterdir())
        first.close()
        assert set(sealed.parent.iterdir()) == names
        second.set_settings({"a": "b"})


def test_another_tool_that_holds_the_file_is_not_given_a_name(
    sealed: Path, other_program: Other
) -> None:
    other_program(DIE_AFTER_A_COMMIT, sealed).wait()  # leaves the name of a dead process behind
    conn = sqlite3.connect(sealed, isolation_level=None)
    conn.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DossierInUse, match=r"^Hồ sơ đang mở ở cửa sổ khác\. "):
        Dossier.open(sealed)
    conn.close()


@pytest.mark.parametrize("scribble", [b"", b"[]", b"{", b'{"since": "x"}', b"\xff\xfe"])
def test_a_spoilt_name_beside_the_file_does_no_harm(sealed: Path, scribble: bytes) -> None:
    beside = sealed.with_name(f".~{sealed.name}.dangmo")
    beside.write_bytes(scribble)
    conn = sqlite3.connect(sealed, isolation_level=None)
    conn.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DossierInUse):
        Dossier.open(sealed)
    conn.close()
    Dossier.open(sealed).close()
    assert not beside.exists()


def test_a_killed_program_is_told_of_once(sealed: Path, other_program: Other) -> None:
    other_program(DIE_AFTER_A_COMMIT, sealed).wait()
    with Dossier.open(sealed) as dossier:
        now = datetime.now()
        assert dossier.recovered.startswith(
            "Lần trước chương trình đóng đột ngột. Dữ liệu đã được giữ đủ đến "
        )
        assert (
            dossier.recovered.endswith((f" {now:%H:%M}.", f" ngày {now:%d/%m/%Y}."))
            or now.second < 5
        )
        assert dossier.setting("office.name") == "Sở mẫu"
        assert dossier.check() == []
    with Dossier.open(sealed) as dossier:
        assert dossier.recovered == ""


def test_a_transaction_that_was_cut_off_is_rolled_back(
    sealed: Path, tmp_path: Path, other_program: Other, folder_state: Look
) -> None:
    other_program(DIE_IN_A_COMMIT, sealed).wait()
    journal = sealed.with_name(sealed.name + "-journal")
    assert journal.read_bytes()[:4] == b"\xd9\xd5\x05\xf9"
    before = folder_state(tmp_path)
    with Dossier.open(sealed, read_only=True) as reader:
        assert reader.article_rows(reader.article_ids())[0].title == "Hội nghị"
    assert folder_state(tmp_path) == before
    with Dossier.open(sealed) as dossier:
        assert dossier.recovered
        assert dossier.article_rows(dossier.article_ids())[0].title == "Hội nghị"
        assert dossier.check() == []
        dossier.set_settings({"a": "b"})
    assert not journal.exists()


def test_a_cut_off_transaction_in_a_damaged_file_is_refused_untouched(
    sealed: Path, tmp_path: Path, other_program: Other, folder_state: Look
) -> None:
    other_program(DIE_IN_A_COMMIT, sealed).wait()
    journal = sealed.with_name(sealed.name + "-journal")
    damage(journal, 600, b"\xff" * (journal.stat().st_size - 700))
    before = folder_state(tmp_path)
    assert isinstance(refusal(sealed), DossierNotOurs)
    assert folder_state(tmp_path) == before


def test_read_only_changes_nothing_and_says_so(
    sealed: Path, tmp_path: Path, folder_state: Look
) -> None:
    before = folder_state(tmp_path)
    with Dossier.open(sealed, read_only=True) as dossier:
        assert dossier.read_only
        with pytest.raises(SaveFailed, match="chỉ đọc"):
            dossier.set_settings({"a": "b"})
        assert dossier.undo_label == "Nhập 1 bài viết"
        with pytest.raises(SaveFailed, match="chỉ đọc"):
            dossier.undo()
    assert folder_state(tmp_path) == before


def test_what_cannot_be_written_is_opened_read_only(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed.chmod(0o400)
    if os.access(sealed, os.W_OK):  # root may write everything
        monkeypatch.setattr(os, "access", lambda path, mode: False)
    with Dossier.open(sealed) as dossier:
        assert dossier.read_only
        assert dossier.totals().articles == 1


def test_a_copy_of_a_dossier_is_a_dossier(sealed: Path, tmp_path: Path) -> None:
    shutil.copy(sealed, tmp_path / "bản sao.tttt")
    with Dossier.open(sealed), Dossier.open(tmp_path / "bản sao.tttt") as copy:
        assert copy.totals().articles == 1


def test_no_room_for_the_private_copy_is_not_called_damage(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(UserError, match="dung lượng") as caught:
        Dossier.open(sealed, read_only=True)
    assert not isinstance(caught.value, DossierNotOurs)


def test_a_name_that_two_programs_want_at_once_goes_to_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hồ sơ.tttt"

    def migrate_slowly(conn: sqlite3.Connection) -> None:
        schema.migrate(conn)
        path.write_bytes(b"hers")  # another program finished first

    monkeypatch.setattr(file, "schema", SimpleNamespace(migrate=migrate_slowly))
    with pytest.raises(UserError, match="Đã có tệp"):
        file.create(path)
    assert path.read_bytes() == b"hers"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [path.name]
