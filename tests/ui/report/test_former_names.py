"""The table of former names: what is typed becomes the setting, and a row that cannot be used says so."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.report.former_names import FormerNames

SETTING = "28/02/2025 | Sở Thông tin và Truyền thông | UBND tỉnh Mẫu | BC-STTTT"


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[FormerNames]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield FormerNames(parent)
    parent.close()


def type_into(table: FormerNames, row: int, *texts: str) -> None:
    for column, text in enumerate(texts):
        item = table.item(row, column)
        assert item is not None
        item.setText(text)


def tip(table: FormerNames, row: int) -> str:
    item = table.item(row, 0)
    assert item is not None
    return item.toolTip()


def test_what_is_shown_is_what_is_kept(table: FormerNames) -> None:
    table.set_names(SETTING)
    assert (table.rowCount(), table.names()) == (2, SETTING)


def test_a_name_is_typed_in_the_row_that_is_free(table: FormerNames) -> None:
    assert table.rowCount() == 1
    type_into(table, 0, "28/02/2025", "Sở Thông tin và Truyền thông", "UBND tỉnh Mẫu", "STTTT")
    assert (table.rowCount(), table.names()) == (2, SETTING)


def test_a_row_without_a_day_is_marked_and_kept(table: FormerNames) -> None:
    type_into(table, 0, "cuối tháng 2", "Sở Thông tin và Truyền thông")
    assert "Cần có ngày" in tip(table, 0)
    assert table.names() == "cuối tháng 2 | Sở Thông tin và Truyền thông"
    type_into(table, 0, "28/2/2025")
    assert tip(table, 0) == ""
    assert table.names() == "28/02/2025 | Sở Thông tin và Truyền thông"


def test_an_emptied_row_is_gone(table: FormerNames) -> None:
    table.set_names(SETTING)
    type_into(table, 0, "", "", "", "")
    assert table.names() == ""
