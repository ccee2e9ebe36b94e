from pathlib import Path

import pytest

from tttt_desktop.ui.settings import RECENT_MAX, Settings


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = Settings()
    first.theme, first.zoom = "dark", 125
    first.set_flag("hint")
    first.remember_folder("import", tmp_path)
    first.save()
    second = Settings()
    assert (second.theme, second.zoom, second.flag("hint")) == ("dark", 125, True)
    assert second.folder("import", Path("/")) == tmp_path


@pytest.mark.parametrize("written", ["", "abc", "99", "-100", "100000"])
def test_nonsense_in_the_file_gives_the_default(written: str) -> None:
    settings = Settings()
    settings._store.setValue("zoom", written)
    settings._store.setValue("theme", written)
    assert (settings.zoom, settings.theme) == (100, "system")


def test_recent_dossiers_newest_first_without_repeats_or_vanished_ones(tmp_path: Path) -> None:
    settings = Settings()
    paths = [tmp_path / f"hồ sơ {i}.tttt" for i in range(RECENT_MAX + 3)]
    for path in [*paths, paths[5]]:
        path.touch()
        settings.remember(path)
    paths[7].unlink()
    assert settings.recent[0] == paths[5]
    assert paths[7] not in settings.recent
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_MAX - 1


def test_a_folder_that_is_gone_is_not_proposed(tmp_path: Path) -> None:
    settings = Settings()
    settings.remember_folder("report", tmp_path / "đã xoá")
    assert settings.folder("report", tmp_path) == tmp_path
