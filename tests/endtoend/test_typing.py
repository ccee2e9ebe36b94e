"""Vietnamese typing in every field of the window: digits, letters and Backspace stay text and decide nothing.

UniKey takes back what was typed and sends the letters it should be: "tinhr" arrives as t i n h, three Backspaces, and
three letters anew; by VNI the tone is a digit. Both are sent here key by key; the letters are plain ones, since a
virtual keyboard has no others without being remapped under the program's hands.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.domain.records import Page
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
WORD, WINDOW = "tinh", "Hồ sơ mẫu"


@pytest.fixture
def at_work(start: Callable[..., Any], tmp_path: Path) -> Iterator[tuple[Any, Path]]:
    """The sample dossier with the cursor on a mark in its first article."""
    program = start()
    program.open_sample(tmp_path)
    program.press("Return", "Up")
    (path,) = tmp_path.glob("**/Hồ sơ mẫu.tttt")
    yield program, path
    program.close()


def type_a_word(program: Any) -> None:
    """The word in Telex and in VNI, with digits that are text, a word taken back, and keys that decide in the reader."""
    hands = program.screen.hands
    hands("key", "--delay", "15", *"1234", *["BackSpace"] * 4)
    hands("key", "--delay", "15", *"tinh", *["BackSpace"] * 3, *"inh")
    hands("key", "--delay", "15", "3", "BackSpace", "space", "BackSpace")
    program.screen.settle()


def pages(path: Path) -> list[Page]:
    with Dossier.open(path, read_only=True) as dossier:
        return [dossier.page(one) for one in dossier.article_ids()]


def decided(path: Path) -> list[object]:
    """All decisions: which marks there are, of what kind and where, what is still proposed, how far each article is."""
    return [
        (
            page.article.state,
            [(mark.id, mark.kind, mark.span) for mark in page.annotations],
            [one.id for one in page.suggestions],
        )
        for page in pages(path)
    ]


def words(path: Path) -> list[str]:
    """The wording of every mark."""
    return [mark.statement for page in pages(path) for mark in page.annotations]


@pytest.mark.parametrize(
    ("keys", "title", "closing"),
    [
        pytest.param(["ctrl+f"], WINDOW, ["Return", "ctrl+f", "Escape"], id="search"),
        pytest.param(["ctrl+k"], "Bảng lệnh", ["Escape"], id="palette"),
        pytest.param(["F1"], "Bảng phím tắt", ["Escape"], id="key sheet"),
        pytest.param(["shift+F1", "shift+Tab"], "Hướng dẫn", ["Escape"], id="guide"),
        pytest.param(["ctrl+h", "ctrl+f"], "Lịch sử thay đổi", ["Escape"], id="history"),
        pytest.param(["ctrl+i"], "Thông tin bài viết", ["Escape"], id="article"),
        pytest.param(["F9"], "Lập báo cáo Word", ["Escape", "Escape"], id="report"),
        pytest.param(["F2"], WINDOW, ["Escape"], id="fields"),
    ],
)
def test_typing_in_a_field_decides_nothing(
    at_work: tuple[Any, Path], keys: list[str], title: str, closing: list[str]
) -> None:
    program, path = at_work
    before = decided(path)
    program.open(title, keys[0])
    program.press(*keys[1:])
    type_a_word(program)
    program.screen.keep(f"typing-{keys[0]}")
    program.press(*closing)
    program.wait_for(WINDOW)
    assert decided(path) == before


def test_the_wording_of_a_mark_takes_what_is_typed(at_work: tuple[Any, Path]) -> None:
    program, path = at_work
    before = decided(path)
    program.press("F4")
    type_a_word(program)
    program.press("Escape")
    assert decided(path) == before
    assert [said for said in words(path) if said] == [WORD]


def test_backspace_and_letters_in_the_text_change_nothing(at_work: tuple[Any, Path]) -> None:
    program, path = at_work
    before = pages(path)
    program.press("BackSpace", "a", "BackSpace", "bracketleft", "w", "s", "j", "BackSpace")
    assert pages(path) == before
