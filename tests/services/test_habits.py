"""The file of remembered choices: whole, private, and never in the way."""

import stat
from pathlib import Path

import pytest

from tttt_desktop.services import habits

SITES = {"stttt.example.vn": {"div.phu>p": False, "div.thân-bài": True}, "#a1b2": {"td": False}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder, not there yet."""
    own = tmp_path / "dữ liệu"
    monkeypatch.setattr(habits, "data_dir", lambda: own)
    return own


def file_in(folder: Path) -> Path:
    (only,) = folder.iterdir()
    return only


def test_nothing_is_remembered_at_first() -> None:
    assert habits.load() == {}
    habits.forget("stttt.example.vn")


def test_what_is_saved_is_found_again(folder: Path) -> None:
    habits.save(SITES)
    assert habits.load() == SITES
    assert stat.S_IMODE(file_in(folder).stat().st_mode) == 0o600


def test_a_site_can_be_forgotten() -> None:
    habits.save(SITES)
    habits.forget("stttt.example.vn")
    assert habits.load() == {"#a1b2": {"td": False}}


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'"x"', b"\xff\xfe\x00", b"[" * 100_000])
def test_a_damaged_file_counts_as_empty(damaged: bytes, folder: Path) -> None:
    habits.save(SITES)
    file_in(folder).write_bytes(damaged)
    assert habits.load() == {}
    habits.save(SITES)
    assert habits.load() == SITES


def test_what_is_no_choice_is_passed_over(folder: Path) -> None:
    habits.save(SITES)
    file_in(folder).write_text('{"a": {"p": true, "div": "no"}, "b": 3}', encoding="utf-8")
    assert habits.load() == {"a": {"p": True}}


def test_a_failed_save_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    habits.save(SITES)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(habits.os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        habits.save({})
    assert file_in(folder).name == "sites.json"
    assert habits.load() == SITES
