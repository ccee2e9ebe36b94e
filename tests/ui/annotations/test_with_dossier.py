"""The cards in the reading view over a real dossier: each act is stored, and Undo names it."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Annotation, Kind, ParsedArticle, Span
from tttt_desktop.services import fields, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.reading_view import ReadingView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TEXT = "Thu đạt 5 tỷ đồng, tăng 6% so với cùng kỳ; nộp 2 tỷ đồng.\nSở giao Phòng A rà soát."
PARTS = ("Thu đạt 5 tỷ đồng, tăng 6% so với cùng kỳ", "nộp 2 tỷ đồng", "Sở giao Phòng A rà soát.")
KINDS = (Kind.ACHIEVEMENT, Kind.ACHIEVEMENT, Kind.TASK)


@pytest.fixture
def held(qtbot: QtBot, dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> OpenDossier:
    with dossier.store.change("Nhập 1 bài viết"):
        article = add_article(dossier.store, parsed(TEXT), [])
    for quote, kind in zip(PARTS, KINDS, strict=True):
        start = TEXT.index(quote)
        review.annotate(dossier, article, Span(start, start + len(quote)), kind)
    review.edit_task(dossier, 3, lead="Văn phòng Mẫu")
    return OpenDossier(dossier)


@pytest.fixture
def view(qtbot: QtBot, held: OpenDossier) -> Iterator[ReadingView]:
    made = ReadingView()
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.set_dossier(held)
    yield made
    made.close()
    shiboken6.delete(made)


def marks(held: OpenDossier) -> tuple[Annotation, ...]:
    return held.dossier.page(1).annotations


def test_merging_opens_the_card_that_stays(view: ReadingView, held: OpenDossier) -> None:
    view.show_mark(1, 2)
    view.merge()
    assert [one.quote for one in marks(held)] == [TEXT.split(".\n")[0], PARTS[2]]
    assert view.ref == ("annotation", 1) == view.reader.current_ref
    assert held.dossier.undo_label == "Gộp đánh dấu với thẻ trước"
    held.run(Dossier.undo)
    assert [one.quote for one in marks(held)] == list(PARTS)


def test_what_cannot_be_merged_says_why(view: ReadingView, held: OpenDossier) -> None:
    said: list[object] = []
    held.refused.connect(said.append)
    view.show_mark(1, 3)
    view.merge()
    assert len(said) == 1
    assert "Thẻ trước là kết quả, thẻ này là nhiệm vụ." in str(said[0])


def test_a_card_is_copied_with_its_source(view: ReadingView, held: OpenDossier) -> None:
    view.show_mark(1, 2)
    view.copy_with_source()
    assert QGuiApplication.clipboard().text().startswith("«nộp 2 tỷ đồng» (")


def test_a_figure_is_corrected_in_the_dossier(
    qtbot: QtBot, view: ReadingView, held: OpenDossier
) -> None:
    (read,) = marks(held)[0].figures
    assert (read.as_printed, read.change, read.compared) == ("5 tỷ đồng", "tăng 6%", "cùng kỳ")
    view.show_mark(1, 1)
    view.cards.figures_edited.emit(1, ())
    assert marks(held)[0].figures == ()
    assert held.dossier.undo_label == "Xoá số liệu"


def test_a_value_written_by_hand_is_hers(
    qtbot: QtBot, view: ReadingView, held: OpenDossier
) -> None:
    box = view.cards.findChild(QLineEdit, "lead")
    assert box is not None
    view.show_mark(1, 3)
    view.cards.edit(("annotation", 3))
    assert box.toolTip() == "Văn phòng Mẫu", "written by hand: not called inferred"
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "So Moi")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    (task,) = [one for one in marks(held) if one.task]
    assert task.task is not None
    assert (task.task.lead, "lead" in task.confirmed) == ("So Moi", True)


def test_a_renamed_field_is_shown_at_once(view: ReadingView, held: OpenDossier) -> None:
    held.run(lambda d: review.edit_annotation(d, 1, field="Bưu chính"))
    view.show_mark(1, 1)
    post = next(one.id for one in fields.all_fields(held.dossier) if one.name == "Bưu chính")
    held.run(lambda d: fields.rename_field(d, post, "Chuyển phát"))
    box = view.cards.findChild(QLineEdit, "field")
    assert box is not None
    assert box.text() == "Chuyển phát"
