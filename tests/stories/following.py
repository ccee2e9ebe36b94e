"""The view "Theo dõi nhiệm vụ" and its parts."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget
from story import story

from tttt_desktop.domain.following import Evidence, FollowedTask, Match
from tttt_desktop.domain.records import Basis, Kind, Status
from tttt_desktop.domain.tallies import tallies, tally
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.bar import Bar
from tttt_desktop.ui.following.board import Board
from tttt_desktop.ui.following.calendar import Calendar
from tttt_desktop.ui.following.counts import Counts
from tttt_desktop.ui.following.linking import LinkDialog
from tttt_desktop.ui.following.page import TaskPage
from tttt_desktop.ui.following.rows import Row

TODAY = date(2022, 9, 15)
GIVER = "Phó Chủ tịch UBND tỉnh Trần Văn Mẫu"
RESULT = Evidence(
    11, 2, Kind.ACHIEVEMENT, "Đã hoàn thành Đề án chuyển đổi số của tỉnh trong quý II năm 2022.",
    title="Sở TT&TT tổng kết công tác năm 2022", province="Quảng Trị", published_on=date(2023, 1, 6),
)  # fmt: skip
SHORTCOMING = replace(
    RESULT, id=12, kind=Kind.SHORTCOMING,
    quote="Một số thôn, bản vùng sâu, vùng xa chưa được phủ sóng điện thoại di động.",
)  # fmt: skip
REASONS = ("chung các chữ: phủ sóng, điện thoại di động, thôn, bản", "cùng lĩnh vực Viễn thông")


def _task(key: int, quote: str, **values: object) -> FollowedTask:
    known = {"assigner": GIVER, "lead": "Sở TT&TT", "field": "Viễn thông", "province": "Quảng Trị"}
    return FollowedTask(key, 1, 0, quote, 2022, 2022, **(known | values))  # type: ignore[arg-type]


TASKS = (
    _task(1, "Hoàn thành Đề án chuyển đổi số của tỉnh", deadline_text="Quý II",
          deadline_on=date(2022, 6, 30), status=Status.COMPLETED, evidence=(RESULT,)),
    _task(2, "Bảo đảm 100% thôn, bản, hộ dân được phủ sóng điện thoại di động", lead="Doanh nghiệp viễn thông",
          deadline_text="trước ngày 31/8/2022", deadline_on=date(2022, 8, 31)),
    _task(3, "Sắp xếp lại các cơ quan báo chí trên địa bàn tỉnh theo quy hoạch", status=Status.UNDER_WAY,
          deadline_on=date(2022, 12, 31), carried_from=2021, note="Đã trình đề án"),
    _task(4, "Năm 2022, Sở tiếp tục bồi dưỡng kỹ năng số cho cán bộ xã", assigner="", lead="",
          basis=Basis.OWN_PLAN, carried_to=2023),
)  # fmt: skip
MATCHES = {2: (Match(2, SHORTCOMING, 0.8, REASONS), Match(2, RESULT, 0.4, REASONS[1:]))}


def _rows() -> list[Row]:
    return [Row(task, MATCHES.get(task.id, ()), TODAY) for task in TASKS]


def _page(zoom: int = 100) -> TaskPage:
    made = TaskPage()
    made.set_look(Look(zoom))
    made.show_rows(_rows(), searching=False)
    made.step(1)
    return made


@story("tasks", width=1200, height=560)
def with_a_proposal() -> QWidget:
    return _page()


@story("tasks", width=1200, height=560, focus=True)
def tasks_focused() -> QWidget:
    return _page()


@story("tasks", width=880, height=340)
def tasks_narrow_and_low() -> QWidget:
    return _page()


@story("tasks", width=1200, height=560)
def tasks_large() -> QWidget:
    return _page(zoom=150)


@story("tasks", width=1200, height=420)
def tasks_read_only() -> QWidget:
    made = TaskPage()
    made.set_read_only(True)
    made.show_rows(_rows(), searching=True)
    return made


@story("tasks", width=900, height=320)
def no_task() -> QWidget:
    made = TaskPage()
    made.show_rows([], searching=False)
    return made


def _bar() -> Bar:
    made = Bar()
    made.set_years([(2023, 3), (2022, 47)], 2022, 0)
    made.show_summary(tally(TASKS, TODAY), 2)
    return made


@story("tasks-bar", width=1340)
def tasks_bar() -> QWidget:
    return _bar()


@story("tasks-bar", width=880)
def tasks_bar_filtered() -> QWidget:
    made = _bar()
    made.set_counts(lambda _: {})
    board = Board.of(2022, TODAY, TASKS, MATCHES, frozenset())
    wanted = replace(made.filter, basis=Basis.ASSIGNED, givers=(GIVER,), with_proposals=True)
    made.set_filter(wanted)
    made.show_summary(
        tally([r.task for r in board.rows(wanted, -1, descending=False)], TODAY), None
    )
    return made


@story("tasks-counts", width=1000, height=260, focus=True)
def counts_by_giver() -> QWidget:
    made = Counts()
    made.show_tallies(lambda by: tallies(TASKS, by, TODAY))
    return made


def _calendar() -> Calendar:
    made = Calendar(today=lambda: TODAY)
    made.show_rows(_rows())
    made.show_day(date(2022, 8, 31))
    return made


@story("tasks-calendar", width=1200, height=560)
def a_month() -> QWidget:
    return _calendar()


@story("tasks-calendar", width=880, height=340, focus=True)
def month_low() -> QWidget:
    return _calendar()


@story("dialog", width=700, height=420)
def link_result() -> QWidget:
    return LinkDialog(TASKS[1].quote, 2022, [RESULT, SHORTCOMING])
