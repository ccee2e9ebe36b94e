"""A22, A23 and A25 in a real window: sizes and scales, contrast of what is really drawn, kinds told apart without colour."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes, Node
from shot import Shot, contrast, grey, rgb

from tttt_desktop.domain.records import Kind
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.look.tokens import DARK, LIGHT, Tokens
from tttt_desktop.ui.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
READ = 4.5
WIDE, CARDS_ONLY, READER_ONLY = {"list", "cards"}, {"cards"}, set[str]()
PANES = {"list": "Danh sách bài viết", "cards": "Thẻ đánh dấu"}
TEXT_LINES = {"1366x768": 12, "1093x614": 12, "911x512": 8}
LINE = 25


@pytest.fixture
def marked(sample: Path) -> Path:
    """In the first article one mark of each kind."""
    with Dossier.open(sample) as dossier:
        article_id = dossier.article_ids()[0]
        for kind in Kind:
            found = dossier.page(article_id).suggestions
            review.accept(dossier, next(o.id for o in found if o.proposal.kind is kind))
    return sample


def overflowing(nodes: list[Node]) -> list[tuple[str, str]]:
    """Controls that stand out of the control they are in, to the right or left; sideways scroll bars."""
    bad = [(n.role, n.name) for n in nodes if n.role == "scroll bar" and "horizontal" in n.states]
    frame = next(node for node in nodes if node.role == "frame").place
    assert frame is not None
    left, right = frame[0], frame[0] + frame[2]
    for node in nodes:
        if node.place and node.role in (
            "push button",
            "label",
            "text",
            "combo box",
            "radio button",
        ):
            x, _, width, _ = node.place
            if x < left - 1 or x + width > right + 1:
                bad.append((node.role, node.name))
    return bad


@pytest.mark.parametrize(
    ("screen", "panes"),
    [("1366x768", WIDE), ("1093x614", CARDS_ONLY), ("911x512", READER_ONLY), ("1920x1080", WIDE)],
    indirect=["screen"],
)
def test_panes_become_drawers_and_nothing_overflows(
    start: Callable[..., Any], eyes: Eyes, marked: Path, panes: set[str]
) -> None:
    """A22."""
    program = start(str(marked))
    nodes = eyes.walk()
    assert {key for key, name in PANES.items() if any(n.name == name for n in nodes)} == panes
    assert overflowing(nodes) == []
    size = "x".join(map(str, program.screen.size))
    sheet = eyes.one("Nội dung bài viết").place
    assert sheet is not None
    assert sheet[3] // LINE >= TEXT_LINES.get(size, 12)
    program.press("ctrl+b")
    assert any(n.name == PANES["list"] for n in eyes.walk()) is ("list" not in panes)
    program.press("ctrl+b", "ctrl+m")
    assert any(n.name == PANES["cards"] for n in eyes.walk()) is ("cards" not in panes)


@pytest.mark.parametrize("scale", ["1.25", "1.5", "2"])
def test_scales(
    start: Callable[..., Any], eyes: Eyes, marked: Path, screen: Any, scale: str
) -> None:
    """A22: the window fits the screen at each scale."""
    screen.extra["QT_SCALE_FACTOR"] = scale
    program = start(str(marked))
    program.screen.keep(f"A22-{scale}")
    assert overflowing(eyes.walk()) == []


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest) -> Tokens:
    """The theme that was chosen in the settings before the start."""
    settings = Settings()
    settings.theme = request.param
    settings.save()
    return LIGHT if request.param == "light" else DARK


def inks(shot: Shot, node: Node) -> tuple[Counter[tuple[int, int, int]], tuple[int, int, int]]:
    """The colours in a control and the commonest of them, its ground."""
    assert node.place is not None
    x, y, width, height = node.place
    height = min(height, shot.height - y)
    seen = shot.colours(x + 3, y + 3, width - 6, height - 6)
    return seen, seen.most_common(1)[0][0]


def test_what_is_written_can_be_read(
    start: Callable[..., Any], eyes: Eyes, marked: Path, colours: Tokens
) -> None:
    """A23: in each control with words the ink that stands out most does so by 4.5 at least."""
    program = start(str(marked))
    shot, weak = program.screen.shot(), []
    for node in eyes.walk():
        words = node.name.strip() and node.role in (
            "push button",
            "label",
            "radio button",
            "list item",
        )
        if not (words and node.place and min(node.place[2:]) > 12 and "enabled" in node.states):
            continue
        if node.place[1] + 12 > shot.height:  # a card that begins below the screen
            continue
        seen, ground = inks(shot, node)
        best = max(contrast(colour, ground) for colour in seen)
        if best < READ:
            weak.append((node.role, node.name, round(best, 2)))
    assert weak == []
    sheet = eyes.one("Nội dung bài viết")
    seen, ground = inks(shot, sheet)
    assert ground == rgb(colours.paper.name())
    assert rgb(colours.text.name()) in seen
    for kind in Kind:
        assert rgb(getattr(colours, f"{kind.value}_fill").name()) in seen, kind


def test_kinds_differ_without_colour(start: Callable[..., Any], eyes: Eyes, marked: Path) -> None:
    """A25: in grey, the icons in the gutter are three different pictures; a decided mark has a ground, a proposed none."""
    program = start(str(marked))
    program.press("ctrl+Home")
    shot = program.screen.shot()
    with Dossier.open(marked, read_only=True) as dossier:
        page = dossier.page(dossier.article_ids()[0])
    sheet = eyes.one("Nội dung bài viết")
    icons, grounds = set(), set()
    for mark in page.annotations:
        x, y, _, _ = eyes.place_of(sheet, mark.span.start, mark.span.start + 1)
        assert sheet.place is not None
        area = (sheet.place[0] + 2, y, 20, 20)
        icons.add(
            tuple(
                grey(shot.pixel(area[0] + dx, area[1] + dy)) < 160
                for dy in range(20)
                for dx in range(20)
            )
        )
        ground = shot.colours(x, y + 2, 60, 14).most_common(1)[0][0]
        grounds.add(grey(ground) < 250)
    assert len(icons) == len(page.annotations)
    assert grounds == {True}


def test_a_new_theme_keeps_place_and_selection(
    start: Callable[..., Any], eyes: Eyes, marked: Path
) -> None:
    """A23."""
    program = start(str(marked))
    program.press("space", "space")
    before = eyes.one("Gợi ý ", "push button").name
    program.press("alt+x", "g", "t")
    program.screen.keep("A23-theme")
    _, ground = inks(program.screen.shot(), eyes.one("Nội dung bài viết"))
    assert ground == rgb(DARK.paper.name())
    assert eyes.one("Gợi ý ", "push button").name == before
    assert eyes.focused().name == "Nội dung bài viết"
