"""The line on the wording in the check before handing in."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QTreeWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import imports, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui.report.dialog import BriefingDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TEXT = "Sở Mẫu tổng kết công tác năm 2022\nDoanh thu đạt 742,67 tỷ đồng."


@pytest.fixture
def marked(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Dossier:
    """A result."""
    article = parsed(TEXT, review_year=2022, plan_year=2023, outlet="Báo Mẫu")
    (article_id,) = imports.store(dossier, [Reading("bài.txt", article)]).article_ids
    start = TEXT.index("Doanh")
    review.annotate(dossier, article_id, Span(start, len(TEXT)), Kind.ACHIEVEMENT)
    return dossier


def shown(qtbot: QtBot, dossier: Dossier) -> tuple[BriefingDialog, list[str]]:
    """The dialog after the check, and the lines of what is to be looked at."""
    dialog = BriefingDialog(dossier, dossier.path.parent)
    qtbot.addWidget(dialog)
    dialog.show()
    labels = dialog.findChildren(QLabel)
    qtbot.waitUntil(lambda: any("đạt" in one.text() for one in labels), timeout=15_000)
    tree = dialog.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    group = tree.topLevelItem(0)
    assert group is not None
    return dialog, [group.child(at).text(0) for at in range(group.childCount())]


def test_what_should_be_looked_at_is_counted_and_leads_there(qtbot: QtBot, marked: Dossier) -> None:
    review.edit_annotation(marked, 1, statement="Đã sử lý  xong 742,67 tỷ đồng.")
    dialog, lines = shown(qtbot, marked)
    (at,) = (n for n, line in enumerate(lines) if "câu chữ" in line)
    assert lines[at] == "2 chỗ câu chữ cần xem."
    tree = dialog.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    group = tree.topLevelItem(0)
    assert group is not None
    with qtbot.waitSignal(dialog.proof_requested):
        tree.itemClicked.emit(group.child(at), 0)
    dialog.reject()


def test_a_clean_wording_is_not_mentioned(qtbot: QtBot, marked: Dossier) -> None:
    dialog, lines = shown(qtbot, marked)
    assert not [line for line in lines if "câu chữ" in line]
    dialog.reject()
