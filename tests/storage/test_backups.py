"""A backup before the first change of a day, checked; thinned with age; never in the way of the work."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import backups

START = datetime(2026, 1, 5, 9, 0)


class Days:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def kept_daily(tmp_path: Path, days: Days) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "Hồ sơ 2026.tttt", clock=days) as dossier:
        yield dossier


def work(dossier: Dossier, value: object) -> None:
    """Change something."""
    dossier.set_settings({"a": str(value)})


def test_the_first_change_of_a_day_is_preceded_by_a_backup(
    kept_daily: Dossier, days: Days, tmp_path: Path
) -> None:
    folder = tmp_path / "Hồ sơ 2026.saoluu"
    assert not folder.exists()
    work(kept_daily, 1)
    days.now += timedelta(hours=3)
    work(kept_daily, 2)
    assert [path.name for path in folder.iterdir()] == ["2026-01-05_090000.tttt"]
    days.now += timedelta(days=1)
    work(kept_daily, 3)
    assert kept_daily.backup_problem == ""
    with Dossier.open(folder / "2026-01-06_120000.tttt", read_only=True) as copy:
        assert copy.setting("a") == "2"
        assert copy.check() == []
        assert copy.undo_label


def test_opening_again_on_the_same_day_makes_no_second_backup(tmp_path: Path, days: Days) -> None:
    path = tmp_path / "a.tttt"
    with Dossier.create(path, clock=days) as dossier:
        work(dossier, 1)
    days.now += timedelta(hours=1)
    with Dossier.open(path, clock=days) as dossier:
        work(dossier, 2)
    assert len(list((tmp_path / "a.saoluu").iterdir())) == 1


def test_a_backup_that_fails_is_told_and_does_not_stop_the_work(
    kept_daily: Dossier, days: Days, tmp_path: Path
) -> None:
    (tmp_path / "Hồ sơ 2026.saoluu").write_text("ở đây không lập được thư mục", "utf-8")
    work(kept_daily, 1)
    assert kept_daily.setting("a") == "1"
    assert kept_daily.backup_problem.startswith("Chưa sao lưu được hồ sơ hôm nay.")
    (tmp_path / "Hồ sơ 2026.saoluu").unlink()
    days.now += timedelta(days=1)
    work(kept_daily, 2)
    assert kept_daily.backup_problem == ""


def test_years_of_daily_work_leave_a_bounded_number(kept_daily: Dossier, days: Days) -> None:
    folder = backups.folder(kept_daily.path)
    folder.mkdir()
    for back in range(1, 500):
        (folder / f"{START - timedelta(days=back):%Y-%m-%d_%H%M%S}.tttt").write_bytes(b"old")
    mine = folder / "trước khi gộp.tttt"
    mine.write_bytes(b"named by the user")
    work(kept_daily, 1)
    left = backups.stamps(kept_daily.path)
    assert mine.exists()
    assert len(left) == 2 + 12 + 10 + 9
    assert min(left) < START - timedelta(days=270)


def test_nothing_is_thinned_when_the_clock_went_back(kept_daily: Dossier, days: Days) -> None:
    folder = backups.folder(kept_daily.path)
    folder.mkdir()
    for ahead in range(1, 100):
        (folder / f"{START + timedelta(days=ahead):%Y-%m-%d_%H%M%S}.tttt").write_bytes(b"later")
    work(kept_daily, 1)
    assert len(backups.stamps(kept_daily.path)) == 100


def test_old_ones_stay_when_the_new_one_could_not_be_checked(
    kept_daily: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = backups.folder(kept_daily.path)
    folder.mkdir()
    for back in range(1, 100):
        (folder / f"{START - timedelta(days=back):%Y-%m-%d_%H%M%S}.tttt").write_bytes(b"old")

    def damaged(path: Path, version: int) -> None:
        raise UserError("Hồ sơ bị hỏng.")

    monkeypatch.setattr(backups.checks, "check_content", damaged)
    work(kept_daily, 1)
    assert kept_daily.backup_problem
    assert len(list(folder.iterdir())) == 99


@given(st.sets(st.integers(0, 900), max_size=80))
def test_what_is_kept_reaches_far_back_and_is_stable(ages: set[int]) -> None:
    times = {START - timedelta(days=age, minutes=age) for age in ages}
    stay = backups.kept(times, START)
    assert stay <= times
    assert stay >= {at for at in times if START - at < timedelta(days=2)}
    assert len(stay) <= 2 + 12 + 10 + 9
    assert backups.kept(stay, START) == stay
    if times:
        assert max(times) in stay
    older = sorted({at.date() for at in times if START - at >= timedelta(days=2)}, reverse=True)
    assert {at.date() for at in stay} >= set(older[:12])


def test_a_year_day_by_day_keeps_days_weeks_and_months() -> None:
    there: set[datetime] = set()
    for day in range(400):
        now = START + timedelta(days=day)
        there = backups.kept({*there, now}, now)
    ages = sorted((now - at).days for at in there)
    assert ages[:14] == list(range(14))
    assert len({(now - timedelta(days=age)).isocalendar()[:2] for age in ages[14:24]}) == 10
    assert ages[-1] > 300


def test_a_copy_on_demand(kept_daily: Dossier, tmp_path: Path, user_folder: Path) -> None:
    work(kept_daily, 1)
    target = user_folder / "bản sao.tttt"
    target.write_bytes(b"replaced when the new one is whole")
    kept_daily.back_up_to(target)
    with Dossier.open(target) as copy:
        assert copy.setting("a") == "1"
    for wrong in (kept_daily.path, tmp_path, target / "trong tệp.tttt"):
        with pytest.raises(UserError):
            kept_daily.back_up_to(wrong)
    work(kept_daily, 2)
    assert kept_daily.check() == []
    assert not list(tmp_path.glob("**/.*.tmp"))


def test_the_date_of_a_backup_is_the_users(kept_daily: Dossier, days: Days) -> None:
    days.now = datetime(2026, 1, 5, 23, 59)
    work(kept_daily, 1)
    days.now = datetime(2026, 1, 6, 0, 1)
    work(kept_daily, 2)
    assert {at.date() for at in backups.stamps(kept_daily.path)} == {
        date(2026, 1, 5),
        date(2026, 1, 6),
    }
