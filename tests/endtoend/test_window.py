"""The whole job in a real window: import, decide by keys, close, come back, report. Slow: a real screen is drawn."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes

from tttt_desktop.domain.records import ArticleState, Page
from tttt_desktop.paths import resource
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def pages(seeds: list[Path], tmp_path: Path) -> list[Path]:
    """The real pages under a path that a keyboard can type."""
    folder = tmp_path / "pages"
    folder.mkdir()
    return [Path(shutil.copy(seed, folder / seed.name)) for seed in seeds]


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home folder as offices have them."""
    folder = tmp_path / "Tài khoản của tôi"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def test_five_real_pages_by_keyboard_from_import_to_report(
    eyes: Eyes, start: Callable[..., Any], pages: list[Path], office: Path
) -> None:
    program = start()
    program.screen.keep("1-start")
    program.open("Nhập bài viết", "ctrl+o")
    program.type(" ".join(f'"{page}"' for page in pages))
    program.press("Return")
    eyes.one(f"Nhập {len(pages)} bài", "push button")  # all are read
    program.screen.settle()
    program.screen.keep("2-import-review")
    program.press("Return")
    eyes.one("Xong, bài tiếp", "push button")  # they are stored
    program.wait_for_suggestions(only(office, "*.tttt"))
    program.screen.keep("3-imported")

    program.press("Return", "Return", "Delete", "space", "2", "ctrl+z", "ctrl+y")
    program.press("Down", "Down", "shift+Left", "3")
    program.screen.keep("4-decided")
    program.press("ctrl+Return")
    program.press("Return", "Return", "ctrl+Return")
    program.close()

    with Dossier.open(only(office, "*.tttt")) as dossier:
        before = [dossier.page(one) for one in dossier.article_ids()]
        assert [page.article.state for page in before].count(ArticleState.DONE) == 2
        assert sum(len(page.annotations) for page in before) >= 5
        assert dossier.check() == []

    program = start()
    program.screen.keep("5-reopened")
    program.press("ctrl+z")
    program.press("ctrl+y")
    program.open("Lập báo cáo Word", "F9")
    program.screen.keep("6-report")
    program.press("Return")
    eyes.one("Đã lưu báo cáo: ")
    program.screen.keep("7-reported")
    program.close()

    report = only(office, "*.docx")
    text = "\n".join(_paragraphs(report))
    with Dossier.open(only(office, "*.tttt")) as dossier:
        after = [dossier.page(one) for one in dossier.article_ids()]
    assert list(map(_decided, after)) == list(map(_decided, before))
    done = [page for page in before if page.article.state is ArticleState.DONE]
    for page in done:
        for mark in page.annotations:
            assert mark.quote in text


def _decided(page: Page) -> tuple[object, ...]:
    """What the person made of an article. Open suggestions may have been judged anew by what she decided elsewhere."""
    return page.article, page.text, page.annotations


def _paragraphs(report: Path) -> list[str]:
    from docx import Document
    from docx.oxml.ns import qn

    body = Document(str(report)).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def test_the_sample_dossier_opens_on_its_first_suggestion(
    start: Callable[..., Any], tmp_path: Path
) -> None:
    program = start()
    program.open_sample(tmp_path)
    program.screen.keep("8-sample")
    assert program.title().startswith("Hồ sơ mẫu")
    program.press("Return")
    program.close()
    with Dossier.open(only(tmp_path, "**/Hồ sơ mẫu.tttt")) as dossier:
        assert len(dossier.article_ids()) == len(list(resource("samples").iterdir()))
        marks = [mark for one in dossier.article_ids() for mark in dossier.page(one).annotations]
        assert len(marks) == 1


def test_killed_in_mid_work_nothing_decided_is_missing(
    start: Callable[..., Any], tmp_path: Path
) -> None:
    program = start()
    program.open_sample(tmp_path)
    known = 0
    for round_ in range(10):
        program.press("Return")  # seen on the screen: it must be there
        known += 1
        if round_ % 2:
            program.screen.hands("key", "Return")  # may be there, whole, or not at all
        program.kill()
        with Dossier.open(only(tmp_path, "**/Hồ sơ mẫu.tttt")) as dossier:
            totals = dossier.totals()
            found = totals.achievements + totals.shortcomings + totals.tasks
            assert known <= found <= known + round_ % 2
            assert dossier.check() == []
        known = found
        program = start()
    program.close()
