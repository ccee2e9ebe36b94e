"""A fast hand: keys that follow one another without any pause, into windows that are only being opened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.domain.records import Page
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
WINDOW = "Hồ sơ năm 2023"


@pytest.fixture
def at_work(start: Callable[..., Any], sample: Path) -> tuple[Any, Path]:
    """The sample articles with the cursor on the first suggestion after a mark."""
    with Dossier.open(sample) as dossier:
        review.accept(dossier, dossier.page(dossier.article_ids()[0]).suggestions[0].id)
    return start(str(sample)), sample


def strike(program: Any, *keys: str) -> None:
    """All keys at once."""
    program.screen.hands("key", "--delay", "0", *keys)


def pages(path: Path) -> list[Page]:
    with Dossier.open(path, read_only=True) as dossier:
        return [dossier.page(one) for one in dossier.article_ids()]


def test_the_palette_takes_every_letter(at_work: tuple[Any, Path]) -> None:
    program, path = at_work
    before = pages(path)
    strike(program, "ctrl+k", *"bang", "space", *"phim", "Return")
    program.wait_for("Bảng phím tắt")
    strike(program, "Escape")
    program.wait_for(WINDOW)
    assert pages(path) == before


def test_enter_right_after_the_report_was_asked_for(
    at_work: tuple[Any, Path], tmp_path: Path
) -> None:
    program, path = at_work
    before = pages(path)
    strike(program, "F9", "Return")
    program.written(tmp_path, "*.docx")
    assert pages(path) == before


@pytest.mark.parametrize(
    ("key", "title"),
    [
        pytest.param("ctrl+h", "Lịch sử thay đổi", id="beside the work"),
        pytest.param("ctrl+i", "Thông tin bài viết", id="a form"),
        pytest.param("F1", "Bảng phím tắt", id="the key sheet"),
    ],
)
def test_what_decides_in_the_text_decides_nothing_there(
    at_work: tuple[Any, Path], key: str, title: str
) -> None:
    program, path = at_work
    before = pages(path)
    strike(program, key, "1", "3", "space", "Delete")
    program.wait_for(title)
    program.press("Escape", "Escape")
    program.wait_for(WINDOW)
    assert pages(path) == before


def test_the_field_in_place_takes_every_letter(at_work: tuple[Any, Path]) -> None:
    program, path = at_work
    before = [len(page.annotations) for page in pages(path)]
    strike(program, "Up", "F4", *"chu", "1", "Escape")
    program.screen.settle()
    now = pages(path)
    assert [len(page.annotations) for page in now] == before
    assert [mark.statement for page in now for mark in page.annotations] == ["chu1"]


def test_the_search_takes_every_letter(at_work: tuple[Any, Path]) -> None:
    program, path = at_work
    before = pages(path)
    strike(program, "ctrl+f", *"123", "ctrl+a", "ctrl+x", "F6", "F6")
    strike(program, "ctrl+2", "ctrl+f", *"123", "Escape", "ctrl+1")
    program.screen.settle()
    assert pages(path) == before
