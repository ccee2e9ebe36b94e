"""A24 in a real window: the tree a screen reader walks, the way of the keyboard, and the ring round what has it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes, Node

from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
STOPS = 40  # more than Tab has to make to come round


def unnamed(nodes: list[Node]) -> list[tuple[str, object]]:
    """What takes the keyboard and has no name; a cell of a table may well be empty."""
    return [
        (node.role, node.place)
        for node in nodes
        if {"focusable", "showing"} <= node.states
        and not node.name.strip()
        and node.role != "table cell"
    ]


@pytest.fixture
def marked(sample: Path) -> Path:
    """The sample articles; in the first a few suggestions are accepted."""
    with Dossier.open(sample) as dossier:
        article_id = dossier.article_ids()[0]
        for one in dossier.page(article_id).suggestions[:3]:
            review.accept(dossier, one.id)
    return sample


WINDOW = "Hồ sơ năm 2023"
STATES = {  # name: the title of the active window, and the keys that lead there
    "reading": (WINDOW,),
    "a card is open": (WINDOW, "Up", "F2"),
    "wording": (WINDOW, "Up", "F4"),
    "searching": (WINDOW, "ctrl+f"),
    "palette": ("Bảng lệnh", "ctrl+k"),
    "keys": ("Bảng phím tắt", "F1"),
    "article": ("Thông tin bài viết", "ctrl+i"),
    "report": ("Lập báo cáo Word", "F9"),
    "open file": ("Mở hồ sơ", "ctrl+shift+o"),
    "menu": (WINDOW, "alt+d"),
}


@pytest.mark.parametrize("state", STATES)
def test_no_control_is_without_a_name(
    start: Callable[..., Any], eyes: Eyes, marked: Path, state: str
) -> None:
    program = start(str(marked))
    program.open(*STATES[state])
    if STATES[state][0] != WINDOW:
        eyes.one(role="dialog")
    assert unnamed(eyes.walk()) == []


def test_an_empty_window_has_no_control_without_a_name(
    start: Callable[..., Any], eyes: Eyes
) -> None:
    start()
    assert unnamed(eyes.walk()) == []


def test_states_and_rows_are_said(start: Callable[..., Any], eyes: Eyes, marked: Path) -> None:
    start(str(marked))
    view = eyes.one("Đọc và đánh dấu", "radio button")
    assert "checked" in view.states
    text = eyes.one("Nội dung bài viết")
    assert {"read-only", "focused"} <= text.states
    (current,) = [n for n in eyes.all("", "list item") if "Đang đọc," in n.name[:10]]
    assert "selected" in current.states
    assert " tháng " in current.name
    assert "kết quả" in current.name
    assert "gợi ý" in eyes.one("Chưa đọc,", "list item").name
    undo = next(n for n in eyes.walk(every=True) if n.name.startswith("Làm lại"))
    assert "enabled" not in undo.states


def test_the_form_of_the_open_card_is_in_the_tree(
    start: Callable[..., Any], eyes: Eyes, marked: Path
) -> None:
    program = start(str(marked))
    program.press("Up", "F2")
    nodes = eyes.walk()
    shown = {node.name: node for node in nodes if node.place and node.role in ("text", "combo box")}
    assert {"Lĩnh vực", "Ghi chú"} <= shown.keys()
    (typing,) = [n for n in nodes if {"focused", "focusable"} <= n.states and n.role != "list item"]
    assert typing.name == "Lĩnh vực"


def test_moving_is_announced(start: Callable[..., Any], eyes: Eyes, marked: Path) -> None:
    program = start(str(marked))
    with Dossier.open(marked, read_only=True) as dossier:
        total = len(dossier.page(dossier.article_ids()[0]).suggestions) + 3
    eyes.announced()
    program.press("space")
    (said,) = eyes.announced()
    assert said.startswith("Gợi ý ")
    assert f" trên {total}, " in said
    assert said.endswith("»")
    program.press("Up")
    said = eyes.announced()[-1]
    assert said.endswith("»")


def test_tab_comes_by_every_pane_and_the_ring_is_seen(
    start: Callable[..., Any], eyes: Eyes, marked: Path
) -> None:
    """At each stop pixels at the edge of the control differ from those without the keyboard there."""
    program = start(str(marked))
    seen: dict[tuple[str, object], bool] = {}
    before = program.screen.shot()
    for _ in range(STOPS):
        program.press("Tab")
        here, after = eyes.focused(), program.screen.shot()
        x, y, width, height = here.place or (0, 0, 0, 0)
        ring = bool(after.differs(before, x - 3, y - 3, width + 6, height + 6))
        seen[here.name, here.place] = seen.get((here.name, here.place), False) or ring
        before = after
    assert [key for key, ring in seen.items() if not ring] == []
    names = " | ".join(name for name, _ in seen)
    for stop in (
        "Tìm kiếm bài viết",
        "Lọc",
        "Danh sách",
        "Thẻ đánh dấu",
        "Nhận (",
        "Xong, bài tiếp",
    ):
        assert stop in names


def test_f6_goes_round_the_panes(start: Callable[..., Any], eyes: Eyes, marked: Path) -> None:
    program = start(str(marked))
    stops = []
    for _ in range(3):
        program.press("F6")
        stops.append(eyes.focused().name)
    assert len(set(stops)) == 3
    assert stops[-1] == "Nội dung bài viết"
    program.press("shift+F6")
    assert eyes.focused().name == stops[-2]
