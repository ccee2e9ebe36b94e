"""The calendar file: what is in it, and that nothing is ever overwritten."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import icalendar
import pytest

from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.domain.records import ParsedArticle, Status
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.exports import deadlines
from tttt_desktop.storage.articles import add_article

TASK = FollowedTask(
    id=1,
    article_id=1,
    start=0,
    quote="Phủ sóng các thôn,\nbản vùng lõm",
    year=2022,
    assigned=2022,
    assigner="Phó Chủ tịch Trần Văn Mẫu",
    lead="Sở Mẫu",
    cooperating=("UBND huyện", "Sở Khác"),
    deadline_text="trong quý III",
    deadline_on=date(2022, 9, 30),
    field="Viễn thông",
    title="Hội nghị",
)


@pytest.fixture
def filled(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Dossier:
    with dossier.store.change("Nhập"):
        add_article(dossier.store, parsed("Tin\nPhủ sóng"), ())
    return dossier


def uids(path: Path) -> Iterator[str]:
    for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
        yield str(event["UID"])


def test_only_open_deadlines_are_in_it(filled: Dossier, tmp_path: Path) -> None:
    rows = [
        TASK,
        TASK._replace(id=2, deadline_on=None),
        TASK._replace(id=3, status=Status.COMPLETED),
        TASK._replace(id=4, status=Status.DROPPED),
        TASK._replace(id=5, status=Status.UNDER_WAY),
    ]
    path, count = deadlines.write(filled, rows, tmp_path / "hạn.ics")
    assert (path.name, count) == ("hạn.ics", 2)
    assert [uid.split("-")[2] for uid in uids(path)] == ["1", "5"]
    text = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0]
    assert str(text["SUMMARY"]) == "Hạn: Phủ sóng các thôn, bản vùng lõm"
    assert str(text["DESCRIPTION"]).split("\n") == [
        "Phủ sóng các thôn, bản vùng lõm",
        "Người giao: Phó Chủ tịch Trần Văn Mẫu",
        "Chủ trì: Sở Mẫu",
        "Phối hợp: UBND huyện, Sở Khác",
        "Thời hạn ghi trong bài: trong quý III",
        "Nguồn: Hội nghị",
    ]


def test_nothing_is_overwritten_and_the_suffix_is_added(filled: Dossier, tmp_path: Path) -> None:
    first, _ = deadlines.write(filled, [TASK], tmp_path / "hạn")
    second, _ = deadlines.write(filled, [TASK], tmp_path / "hạn")
    assert first.name == "hạn.ics"
    assert second != first
    assert list(uids(first)) == list(uids(second))  # calendars know them again


def test_two_dossiers_never_share_an_event(
    filled: Dossier, tmp_path: Path, parsed: Callable[..., ParsedArticle]
) -> None:
    path, _ = deadlines.write(filled, [TASK], tmp_path / "a.ics")
    with Dossier.create(tmp_path / "khác.tttt") as other:
        with other.store.change("Nhập"):
            add_article(other.store, parsed("Tin\nPhủ sóng"), ())
        again, _ = deadlines.write(other, [TASK], tmp_path / "b.ics")
    assert set(uids(path)).isdisjoint(uids(again))


def test_a_long_task_has_a_short_title(filled: Dossier, tmp_path: Path) -> None:
    path, _ = deadlines.write(filled, [TASK._replace(quote="rà soát " * 60)], tmp_path / "a.ics")
    [event] = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert len(str(event["SUMMARY"])) <= 130
    assert str(event["SUMMARY"]).endswith("…")
    assert len(str(event["DESCRIPTION"])) > 400


def test_without_any_deadline_no_file_is_written(filled: Dossier, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="thời hạn rõ ngày"):
        deadlines.write(filled, [TASK._replace(deadline_on=None)], tmp_path / "a.ics")
    assert not (tmp_path / "a.ics").exists()


def test_a_folder_that_is_not_there_is_told(filled: Dossier, tmp_path: Path) -> None:
    with pytest.raises(SaveFailed, match="không có thư mục này"):
        deadlines.write(filled, [TASK], tmp_path / "không có" / "a.ics")
    assert not (tmp_path / "không có").exists()
